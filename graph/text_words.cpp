#include "graph/text_words.hpp"

#include <algorithm>

#include "graph/edit_distance.hpp"
#include "graph/name.hpp"
#include "graph/unicode.hpp"

namespace dateline {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool has_digit(std::string_view word) { return std::ranges::any_of(word, is_digit); }

// Punctuation alone is no word.
bool is_written(std::string_view word) {
  return std::ranges::any_of(word, [](char c) {
    return is_digit(c) || ('a' <= c && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

// "visit" and "visited", "MP" and "MPs": the one begins the other, which is a little longer.
bool is_ending(std::string_view shorter, std::string_view longer, bool capital) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLongestEnding = 3;
  if (!longer.starts_with(shorter)) return false;
  const std::string_view ending = longer.substr(shorter.size());
  if (shorter.size() >= kShortest) return ending.size() <= kLongestEnding;
  return capital && shorter.size() >= 2 && ending == "s";
}

// "visiting" and "visited", "bombing" and "bombed": half of both is their common beginning, of names three
// fifths.
bool is_inflected(const TextWord& a, const TextWord& b) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLongestEnding = 3;
  const auto common =
      static_cast<std::size_t>(std::ranges::mismatch(a.folded, b.folded).in1 - a.folded.begin());
  const std::size_t longest = std::max(a.folded.size(), b.folded.size());
  const bool most = a.capital && b.capital ? 5 * common >= 3 * longest : 2 * common >= longest;
  return common >= kShortest && longest - common <= kLongestEnding && most;
}

bool is_misspelt(const TextWord& a, const TextWord& b) {
  constexpr std::size_t kOneError = 5;   // letters from which on one error is forgiven
  constexpr std::size_t kTwoErrors = 8;  // ... and two, in words without a capital
  const std::size_t shortest = std::min(a.folded.size(), b.folded.size());
  if (shortest < kOneError || a.folded.size() > shortest + 2 || b.folded.size() > shortest + 2) return false;
  const std::size_t errors = edit_distance(a.folded, b.folded);
  return errors <= 1 || (errors == 2 && shortest >= kTwoErrors && !a.capital && !b.capital);
}

bool is_capital(char c) { return 'A' <= c && c <= 'Z'; }

constexpr std::size_t kFewestInitials = 2;

// A few letters with a full stop, of which the first is a capital, or a few capitals.
bool is_short_form(std::string_view raw) {
  constexpr std::size_t kLongest = 4;  // letters
  const bool capitals = std::ranges::all_of(raw, is_capital);
  return (capitals && raw.size() >= 2 && raw.size() <= kLongest) ||
         (is_capital(raw.front()) && raw.ends_with('.') && raw.size() >= 3 && raw.size() <= kLongest + 1);
}

// Whether the letters of one stand in the other, in order, from its first on.
bool is_short_for(std::string_view letters, std::string_view word) {
  if (word.size() < 2 * letters.size() || word.front() != letters.front()) return false;
  std::size_t met = 0;
  for (const char c : word) met += met < letters.size() && letters[met] == c ? 1 : 0;
  return met == letters.size();
}

}  // namespace

bool TextWord::tells() const {
  constexpr std::size_t kShortest = 4;  // bytes; shorter ones are mostly grammar
  return capital || folded.size() >= kShortest || has_digit(folded);
}

TextWords text_words(std::string_view text) {
  TextWords words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
    if (const std::string_view raw = text.substr(begin, end - begin); !raw.empty()) {
      const std::string folded = folded_name(raw);
      for (const std::string_view word : words_of_name(folded))
        if (is_written(word))
          words.push_back({std::string(word), !all_lower_case(raw) && !has_digit(word), is_short_form(raw)});
    }
    begin = end + 1;
  }
  return words;
}

bool same_word(const TextWord& a, const TextWord& b) {
  if (a.folded == b.folded) return true;
  if (a.folded.front() != b.folded.front() || has_digit(a.folded) || has_digit(b.folded)) return false;
  if ((a.short_form && b.capital && is_short_for(a.folded, b.folded)) ||
      (b.short_form && a.capital && is_short_for(b.folded, a.folded)))
    return true;
  const bool a_shorter = a.folded.size() < b.folded.size();
  return is_ending(a_shorter ? a.folded : b.folded, a_shorter ? b.folded : a.folded,
                   a.capital && b.capital) ||
         is_inflected(a, b) || is_misspelt(a, b);
}

bool WordBag::has(const TextWord& word) const {
  return std::ranges::any_of(words_, [&](const TextWord& w) { return same_word(w, word); });
}

bool WordBag::has_all(const TextWords& words) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TextWord& w = words[i];
    if (w.tells() && !has(w) && !(w.short_form && spells_out(w.folded)) && !abbreviates(words, i))
      return false;
  }
  return true;
}

bool WordBag::spells_out(std::string_view letters) const {
  return letters.size() >= kFewestInitials &&
         std::ranges::search(words_, letters, [](const TextWord& w, char letter) {
           return w.capital && w.folded.front() == letter;
         }).begin() != words_.end();
}

bool WordBag::abbreviates(const TextWords& words, std::size_t word) const {
  constexpr std::size_t kMostInitials = 5;
  for (std::size_t first = word; words[first].capital; --first) {
    std::string letters;
    for (std::size_t i = first; i < words.size() && words[i].capital && letters.size() < kMostInitials; ++i) {
      letters += words[i].folded.front();
      if (i >= word && letters.size() >= kFewestInitials &&
          std::ranges::any_of(words_, [&](const TextWord& w) { return w.short_form && w.folded == letters; }))
        return true;
    }
    if (first == 0) break;
  }
  return false;
}

std::size_t WordBag::pronouns() const {
  constexpr std::string_view kPronouns[] = {"he",  "she",  "they",  "it",  "him",    "them", "his",
                                            "her", "hers", "their", "its", "theirs", "who"};
  return static_cast<std::size_t>(std::ranges::count_if(words_, [&](const TextWord& w) {
    return std::ranges::find(kPronouns, w.folded) != std::end(kPronouns);
  }));
}

}  // namespace dateline
