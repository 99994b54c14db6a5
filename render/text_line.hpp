// A line of text with its place on a page. All lengths are whole pixels, counted from the page's upper left
// corner.
#pragma once

#include <cstdint>
#include <string>

#include "render/font.hpp"

namespace dateline {

// Half-open on both axes.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  friend bool operator==(const Box&, const Box&) = default;
};
[[nodiscard]] bool overlap(const Box& a, const Box& b);

enum class Tone : std::uint8_t { Text, Muted, Link, Pale, Added, Removed, Changed };

struct TextLine {
  int x = 0;  // left end
  int y = 0;  // base line
  int width = 0;
  std::string text;  // printable (escape.hpp), not escaped
  Font font;
  Tone tone = Tone::Text;
  bool struck = false;
  std::string link;  // http or https, or ""
};
[[nodiscard]] Box box_of(const TextLine& line);

}  // namespace dateline
