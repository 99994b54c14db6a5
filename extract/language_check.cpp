#include "extract/language_check.hpp"

#include <algorithm>
#include <cstddef>
#include <map>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxWords = 20000;
constexpr std::size_t kMinWords = 12;   // fewer prove nothing
constexpr std::size_t kManyWords = 60;  // so many without English function words are no English
constexpr double kEnglishShare = 0.18;  // news has 0.30 to 0.45
constexpr double kHardlyAnyShare = 0.06;

struct Census {
  std::size_t words = 0;
  std::size_t letters = 0;
  std::size_t latin_letters = 0;
  std::map<std::string, std::size_t, std::less<>> hits;  // of each language
};

void count_word(std::string_view word, const ReadingModel& model, Census& census) {
  ++census.words;
  const std::string lower = to_lower(word);
  auto at = std::lower_bound(model.language_words.begin(), model.language_words.end(), lower,
                             [](const LanguageWord& w, const std::string& l) { return w.word < l; });
  for (; at != model.language_words.end() && at->word == lower; ++at) ++census.hits[at->language];
}

Census census_of(std::string_view text, const ReadingModel& model) {
  Census census;
  std::size_t begin = 0;
  bool in_word = false;
  for (std::size_t at = 0; at <= text.size() && census.words < kMaxWords;) {
    const CodePoint c = code_point_at(text, at);
    const bool letter = c.size > 0 && (is_letter(c.value) || is_mark(c.value));
    if (letter) {
      ++census.letters;
      census.latin_letters += is_latin_letter(c.value) || is_mark(c.value);
    }
    if (letter && !in_word) begin = at;
    if (!letter && in_word) count_word(text.substr(begin, at - begin), model, census);
    in_word = letter;
    at += c.size == 0 ? 1 : c.size;
  }
  return census;
}

}  // namespace

std::optional<std::string> foreign_language(std::string_view text, const ReadingModel& model) {
  const Census census = census_of(text, model);
  if (census.letters >= kMinWords && census.latin_letters * 2 < census.letters) return "";
  if (census.words < kMinWords) return std::nullopt;
  const auto hits = [&](std::string_view language) {
    const auto found = census.hits.find(language);
    return found == census.hits.end() ? std::size_t{0} : found->second;
  };
  const std::size_t english = hits("en");
  const double share = static_cast<double>(english) / static_cast<double>(census.words);
  if (share >= kEnglishShare) return std::nullopt;
  const auto best = std::max_element(census.hits.begin(), census.hits.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool other = best != census.hits.end() && best->second > english + english / 2 + 1 &&
                     static_cast<double>(best->second) >= 0.12 * static_cast<double>(census.words);
  if (other) return best->first;
  if (census.words >= kManyWords && share < kHardlyAnyShare) return "";
  return std::nullopt;
}

}  // namespace dateline
