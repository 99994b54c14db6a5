// Lemmas: how an ending changes by what kind of word it is, then which letters are capitals.
//
// Both are learned from the UD treebanks by train/train_lemmas and lie in models/lemmas.bin. The rule of the
// longest ending that is known for a kind of word holds; exceptions are whole words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/rule_table.hpp"
#include "extract/ud.hpp"

namespace dateline {

inline constexpr std::size_t kLongestLemmaEnding = 5;  // bytes
inline constexpr std::size_t kCaseEnding = 3;          // bytes

// How a word is written.
enum class WordCase : std::uint8_t {
  Lower,    // or without letters
  First,    // capitalised, and the first of its sentence
  Capital,  // capitalised elsewhere
  All,      // in capitals, two letters and more
  Mixed,
};
[[nodiscard]] WordCase word_case(std::string_view word, bool first_of_sentence);

// Which letters of a lemma are capitals: none, those of the word as written, the first, all.
enum class LemmaCase : char { Lower = 'l', Kept = 'k', Capital = 'c', Upper = 'u' };

// What is done to a word in lower case.
struct LemmaEdit {
  std::uint32_t cut = 0;  // bytes off the end
  std::string_view add;
  bool without_commas = false;  // "1,200" is "1200"
};
// As the table holds it: '0' + cut, or ',' for numbers without commas; then what is added.
[[nodiscard]] LemmaEdit lemma_edit(std::string_view rule);
[[nodiscard]] std::string apply(const LemmaEdit& edit, std::string_view lower);
// `lemma`, in lower case, with the capitals of `lemma_case`.
[[nodiscard]] std::string with_case(LemmaCase lemma_case, std::string_view word, std::string_view lemma);

// The kinds of words that change alike, and the keys of rules: for a kind and an ending (built up by
// ending_key()), a kind and a whole word; for the case of a lemma by tags and way of writing, alone or with
// the lemma or its ending; by UPOS and lemma.
[[nodiscard]] std::uint64_t lemma_kind(std::string_view lower, Upos upos, Xpos xpos);
[[nodiscard]] constexpr std::uint64_t lemma_word_key(std::uint64_t kind, std::string_view lower) {
  return text_key(lower, kind * 8 + 1);
}
[[nodiscard]] constexpr std::uint64_t lemma_ending_key(std::uint64_t kind, std::string_view ending) {
  std::uint64_t key = ending_key(kind * 8 + 2, 1);
  for (std::size_t at = ending.size(); at-- > 0;) key = ending_key(key, ending[at]);
  return key;
}
[[nodiscard]] std::uint64_t lemma_case_key(Upos upos, Xpos xpos, WordCase written);
[[nodiscard]] std::uint64_t lemma_case_key(Upos upos, Xpos xpos, WordCase written, std::string_view lemma);
[[nodiscard]] std::uint64_t lemma_case_ending_key(Upos upos, Xpos xpos, WordCase written,
                                                  std::string_view ending);
[[nodiscard]] std::uint64_t lemma_shape_key(Upos upos, std::string_view lemma);

// In lower case, with one shape of apostrophe.
[[nodiscard]] std::string lemma_form(std::string_view word);
// The lemma's letters in lower case, from lemma_form().
[[nodiscard]] std::string lower_lemma(const std::string& form, Upos upos, Xpos xpos, const RuleTable& lemmas);

[[nodiscard]] std::string lemma_of(std::string_view word, Upos upos, Xpos xpos, bool first_of_sentence,
                                   const RuleTable& lemmas);

}  // namespace dateline
