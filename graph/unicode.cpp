#include "graph/unicode.hpp"

#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace dateline {
namespace {

// ICU counts in 32 bits; what lies beyond is no name and no line.
std::string_view countable(std::string_view text) { return text.substr(0, std::size_t{1} << 30); }

// Without case, and decomposed, so that accents are code points of their own; ICU's own data, no locale.
icu::UnicodeString decomposed(std::string_view text) {
  text = countable(text);
  auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  units.foldCase();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return units;
  icu::UnicodeString out = nfkd->normalize(units, status);
  return U_FAILURE(status) ? units : out;
}

// Marks that stand inside a word and vanish: accents, full stops of initials, apostrophes.
bool vanishes(UChar32 c) {
  return u_charType(c) == U_NON_SPACING_MARK || c == '.' || c == '\'' || c == 0x2019 || c == 0x02BC;
}

std::size_t columns_of(UChar32 c) {
  if (c < 0x300) return 1;
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string folded_letters(std::string_view text) {
  const icu::UnicodeString units = decomposed(text);
  icu::UnicodeString words;
  bool gap = false;
  for (std::int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
    const UChar32 c = units.char32At(i);
    if (vanishes(c)) continue;
    if (!u_isalnum(c)) {
      gap = true;
      continue;
    }
    if (gap && !words.isEmpty()) words.append(UChar32{' '});
    gap = false;
    words.append(c);
  }
  std::string out;
  words.toUTF8String(out);
  return out;
}

bool all_lower_case(std::string_view text) {
  bool any_lower = false;
  text = countable(text);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) continue;
    if (u_isupper(c) || u_istitle(c)) return false;
    any_lower = any_lower || u_islower(c);
  }
  return any_lower;
}

std::size_t terminal_columns(std::string_view text) {
  text = countable(text);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::size_t columns = 0;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    columns += columns_of(c);
  }
  return columns;
}

}  // namespace dateline
