#include "graph/name.hpp"

#include <algorithm>
#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace dateline {
namespace {

// Without case, and decomposed, so that accents are code points of their own; ICU's own data, no locale.
icu::UnicodeString decomposed(std::string_view text) {
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

std::string without_article(std::string words) {
  constexpr std::string_view kArticle = "the ";
  return words.starts_with(kArticle) ? words.substr(kArticle.size()) : words;
}

// What folded() does, for text of ASCII alone: most of all text, and many times faster.
std::string folded_ascii(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    if (c == '.' || c == '\'') continue;
    const bool upper = 'A' <= c && c <= 'Z';
    if (!upper && !('a' <= c && c <= 'z') && !('0' <= c && c <= '9')) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string folded(std::string_view name) {
  const icu::UnicodeString units = decomposed(name);
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

}  // namespace

std::string folded_name(std::string_view name) {
  const bool ascii = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string out = ascii ? folded_ascii(name) : folded(name);
  return out.empty() ? std::string(name) : without_article(std::move(out));
}

std::vector<std::string_view> words_of_name(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool is_description(std::string_view name) {
  bool any_lower = false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(name.data());
  const auto size = static_cast<std::int32_t>(name.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) continue;
    if (u_isupper(c) || u_istitle(c)) return false;
    any_lower = any_lower || u_islower(c);
  }
  return any_lower;
}

}  // namespace dateline
