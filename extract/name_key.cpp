#include "extract/name_key.hpp"

#include <array>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

// Plain letters of U+00C0 to U+017F, Latin letters with accents, in order.
constexpr std::string_view kPlain[] = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c",  "e",  "e", "e", "e",  "i",  "i",  "i", "i", "d", "n",
    "o", "o", "o",  "o",  "o", "x", "o",  "u",  "u",  "u", "u", "y",  "th", "ss", "a", "a", "a", "a",
    "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i",  "i", "i", "i",  "d",  "n",  "o", "o", "o", "o",
    "o", "/", "o",  "u",  "u", "u", "u",  "y",  "th", "y", "a", "a",  "a",  "a",  "a", "a", "c", "c",
    "c", "c", "c",  "c",  "c", "c", "d",  "d",  "d",  "d", "e", "e",  "e",  "e",  "e", "e", "e", "e",
    "e", "e", "g",  "g",  "g", "g", "g",  "g",  "g",  "g", "h", "h",  "h",  "h",  "i", "i", "i", "i",
    "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j",  "j", "k", "k",  "q",  "l",  "l", "l", "l", "l",
    "l", "l", "l",  "l",  "l", "n", "n",  "n",  "n",  "n", "n", "'n", "n",  "n",  "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r",  "r", "s", "s",  "s",  "s",  "s", "s", "s", "s",
    "t", "t", "t",  "t",  "t", "t", "u",  "u",  "u",  "u", "u", "u",  "u",  "u",  "u", "u", "u", "u",
    "w", "w", "y",  "y",  "y", "z", "z",  "z",  "z",  "z", "z", "s"};
static_assert(std::size(kPlain) == 0x180 - 0xC0);

bool is_apostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x02BB || c == 0x02BC || c == '`' || c == 0xB4;
}

void append_code_point(std::string& key, char32_t c, std::string_view bytes) {
  if (c >= 0xC0 && c < 0x180) {
    key += kPlain[c - 0xC0];
  } else if (is_apostrophe(c)) {
    key += '\'';
  } else if (!is_mark(c)) {
    key += to_lower(bytes);
  }
}

}  // namespace

std::string name_key(std::string_view words) {
  std::string key;
  key.reserve(words.size());
  bool blank = false;
  for (std::size_t i = 0; i < words.size();) {
    const unsigned char byte = static_cast<unsigned char>(words[i]);
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(words, i);
    if (is_blank(c.value)) {
      blank = !key.empty();
    } else {
      if (blank) key += ' ';
      blank = false;
      if (byte < 0x80 && byte != '`')
        key += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      else
        append_code_point(key, c.value, words.substr(i, c.size));
    }
    i += c.size;
  }
  return key;
}

}  // namespace dateline
