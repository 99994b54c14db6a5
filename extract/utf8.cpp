#include "extract/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace dateline {
namespace {

constexpr bool ascii_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }
UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (bytes[position] < 0x80) return {bytes[position], 1};
  const auto rest = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - position, 4));
  std::int32_t at = 0;
  UChar32 c = 0;
  U8_NEXT(bytes + position, at, rest, c);
  if (c < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(c), static_cast<std::uint32_t>(at)};
}

CodePoint code_point_before(std::string_view text, std::size_t position) {
  for (std::size_t size = 1; size <= 4 && size <= position; ++size) {
    const CodePoint c = code_point_at(text, position - size);
    if (c.size == size && c.value != 0xFFFD) return c;
  }
  if (position >= 3 && text.substr(position - 3, 3) == "\xEF\xBF\xBD") return {0xFFFD, 3};
  return position == 0 ? CodePoint{} : CodePoint{0xFFFD, 1};
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || ascii_between(c, 0x09, 0x0D) || ascii_between(c, 0x1C, 0x1F);
  return u_isUWhiteSpace(icu(c));
}

bool is_letter(char32_t c) {
  if (c < 0x80) return ascii_between(c | 0x20, 'a', 'z');
  return u_isalpha(icu(c));
}

bool is_digit(char32_t c) {
  if (c < 0x80) return ascii_between(c, '0', '9');
  return u_isdigit(icu(c));
}

bool is_mark(char32_t c) {
  if (c < 0x80) return false;
  return (U_GET_GC_MASK(icu(c)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return ascii_between(c, 'A', 'Z');
  return u_isupper(icu(c)) || u_istitle(icu(c));
}

bool is_lower(char32_t c) {
  if (c < 0x80) return ascii_between(c, 'a', 'z');
  return u_islower(icu(c));
}

bool is_latin_letter(char32_t c) {
  if (c < 0x80) return is_letter(c);
  UErrorCode status = U_ZERO_ERROR;
  return is_letter(c) && uscript_getScript(icu(c), &status) == USCRIPT_LATIN;
}

bool is_control_code(char32_t c) {
  return (c < 0x20 && !ascii_between(c, 0x09, 0x0D)) || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

bool is_currency(char32_t c) {
  if (c < 0x80) return c == '$';
  return u_charType(icu(c)) == U_CURRENCY_SYMBOL;
}

bool is_pictograph(char32_t c) {
  if (c < 0x203C) return false;
  return u_hasBinaryProperty(icu(c), UCHAR_EXTENDED_PICTOGRAPHIC) ||
         u_hasBinaryProperty(icu(c), UCHAR_EMOJI_MODIFIER);
}

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

void append_utf8(std::string& text, char32_t c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, icu(c));
  text.append(bytes, static_cast<std::size_t>(size));
}

std::size_t first_ill_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_well_formed(c)) return at;
    at += c.size;
  }
  return std::string_view::npos;
}

std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) length += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return length;
}

std::string_view trim(std::string_view text) {
  for (CodePoint c = code_point_at(text, 0); c.size > 0 && is_blank(c.value); c = code_point_at(text, 0))
    text.remove_prefix(c.size);
  for (CodePoint c = code_point_before(text, text.size()); c.size > 0 && is_blank(c.value);
       c = code_point_before(text, text.size()))
    text.remove_suffix(c.size);
  return text;
}

std::string to_lower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
      lower += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (const UChar32 small = u_tolower(icu(c.value)); small == icu(c.value)) {
      lower.append(text.substr(at, c.size));
    } else {
      char bytes[U8_MAX_LENGTH];
      std::int32_t size = 0;
      U8_APPEND_UNSAFE(bytes, size, small);
      lower.append(bytes, static_cast<std::size_t>(size));
    }
    at += c.size;
  }
  return lower;
}

bool starts_upper(std::string_view text) { return is_upper(code_point_at(text, 0).value); }

bool is_all_caps(std::string_view text) {
  bool letter = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_lower(c.value)) return false;
    letter = letter || is_letter(c.value);
    at += c.size;
  }
  return letter;
}

}  // namespace dateline
