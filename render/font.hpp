// The font that pictures are set in: how wide a text gets, and how it breaks into lines.
//
// Widths come from a table of the advances of DejaVu Sans, which SVG and DOT name first; so they are the same
// on every machine, whether the font is there or not. All lengths are whole pixels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// First the font that was measured, then one as wide (Verdana has the same design), then any.
inline constexpr std::string_view kFontFamily = "DejaVu Sans, Verdana, sans-serif";

struct Font {
  int size = 12;  // px
  bool bold = false;

  friend bool operator==(const Font&, const Font&) = default;
};

// Distance of two base lines. px
[[nodiscard]] int line_height(Font font);
// From a line's top to its base line. px
[[nodiscard]] int ascent(Font font);

// Width of one line, rounded up. Characters that the font lacks count as wide as other fonts usually set
// them (a full em for East Asian, a little more for pictures). px
[[nodiscard]] int text_width(std::string_view line, Font font);

// Whether the table knows every character, so that text_width is exact but for kerning.
[[nodiscard]] bool is_measured(std::string_view line);

// Breaks one printable line (escape.hpp) at blanks into lines of at most `width` px; breaks inside words that
// are wider, never before a combining mark. Where `most_lines` do not hold it the last one ends in "…".
// Needs width of at least four times the font's size. No line is empty; an empty text has no lines.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width, Font font,
                                            std::size_t most_lines);

}  // namespace dateline
