// Lemmas: the rule of the longest ending that is known for a tag, exceptions being whole words.
//
// The table models/lemmas.tsv is made from the UD treebanks by train/train_lemmas.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/ud.hpp"

namespace dateline {

// Cuts `cut` bytes off the end, and adds `add`; lower-cases the word first unless it keeps its capitals.
struct LemmaRule {
  std::uint32_t cut = 0;
  std::string_view add;
  bool keep = false;
  friend bool operator==(const LemmaRule&, const LemmaRule&) = default;
};

struct LemmaRow {
  std::string_view tag;     // XPOS, with "^" behind it for capitalised words within a sentence
  std::string_view ending;  // lower case; "<went" is the whole word
  LemmaRule rule;
};

struct Lemmas {
  std::vector<LemmaRow> rows;  // ascending by tag and ending; views into the table's text
};

// The key's tag for a word: see LemmaRow.
[[nodiscard]] std::string lemma_tag(std::string_view word, Upos upos, Xpos xpos, bool first_of_sentence);

[[nodiscard]] std::string apply(const LemmaRule& rule, std::string_view word);

[[nodiscard]] std::string lemma_of(std::string_view word, Upos upos, Xpos xpos, bool first_of_sentence,
                                   const Lemmas& lemmas);

// Reads the text of a table in order: tag, ending, cut, add, "k" or "l" (keeps capitals, or lower case),
// parted by tabs;
// "-" is an empty cell. Views point into `text`. Throws InputError where it is wrong.
[[nodiscard]] Lemmas read_lemmas(std::string_view text, const std::string& file);

}  // namespace dateline
