// Code points of UTF-8 text and their classes, as Unicode defines them.
//
// Positions are bytes. Bytes that are no valid UTF-8 read as U+FFFD, one byte each, so that a walk over any
// bytes ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes; 0 only at the end of the text
};

inline constexpr char32_t kReplacementCharacter = 0xFFFD;  // stands for a byte that is no character

// Whether the bytes were a character; U+FFFD itself is one.
[[nodiscard]] constexpr bool is_well_formed(CodePoint c) {
  return c.value != kReplacementCharacter || c.size == 3;
}

// The code point that begins at `position`; size 0 at or beyond the end.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t position);
// The code point that ends just before `position`; size 0 at the begin.
[[nodiscard]] CodePoint code_point_before(std::string_view text, std::size_t position);

// White space and line ends of all kinds.
[[nodiscard]] bool is_blank(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
// Combining marks and invisible formatting characters: belong to what stands before them.
[[nodiscard]] bool is_mark(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_latin_letter(char32_t c);
// Control characters that are no white space: never part of a text.
[[nodiscard]] bool is_control_code(char32_t c);
[[nodiscard]] bool is_currency(char32_t c);
// Pictures: emoji, and symbols that may be drawn as such.
[[nodiscard]] bool is_pictograph(char32_t c);
// One half of a flag.
[[nodiscard]] bool is_regional_indicator(char32_t c);

void append_utf8(std::string& text, char32_t c);
// Position of the first byte that is no part of a character; npos where all are.
[[nodiscard]] std::size_t first_ill_formed(std::string_view text);
// Number of code points.
[[nodiscard]] std::size_t length_of(std::string_view text);
// Without blanks at both ends; a view into `text`.
[[nodiscard]] std::string_view trim(std::string_view text);

// Simple lower case, code point by code point, the same in every locale.
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] bool starts_upper(std::string_view text);
// Has a letter, and no lower-case letter.
[[nodiscard]] bool is_all_caps(std::string_view text);

}  // namespace dateline
