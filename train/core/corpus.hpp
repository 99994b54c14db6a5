// Annotated sentences: trees from CoNLL-U, names from two-column files.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/name_tags.hpp"
#include "extract/ud.hpp"

namespace dateline::train {

// What the teacher thinks possible, with its weight in 255 parts; weight 0 is none.
struct Choice {
  std::uint8_t what = 0, weight = 0;
};

struct Guess {
  std::array<Choice, 3> upos, xpos;
  std::array<Choice, 4> heads, labels;         // head 0 is the root, else its word counted from 1
  std::array<std::array<Choice, 3>, 2> names;  // a scheme
};

struct Word {
  std::string form;
  Upos upos = Upos::X;
  Xpos xpos = Xpos::None;
  int head = -1;  // into the sentence; -1 for the root
  Deprel deprel = Deprel::Dep;
  NameTag name = kOutside;
  Guess guess;
};

struct Sample {
  std::string id;
  std::vector<Word> words;
  bool has_tree = false;
  bool has_names = false;
  bool is_guessed = false;      // by the teacher; then heads are its best where no tree is given
  std::size_t name_scheme = 0;  // 0: as Universal NER marks names; 1: as the Groningen Meaning Bank
};

// Sentences of a CoNLL-U file; multi-word ranges and empty nodes are left out. Throws std::runtime_error.
[[nodiscard]] std::vector<Sample> read_trees(const std::filesystem::path& file);

// Adds the names of an IOB2 file (number, word, tag; "# sent_id" lines) to the sentences of the same id.
void add_names(std::vector<Sample>& samples, const std::filesystem::path& file);

// Sentences of lines `WORD ... TAG` parted by blanks or tabs, empty lines between sentences. Kinds of both
// the Groningen Meaning Bank (geo, per, org) and of Wikigold (LOC, PER, ORG) are known, others are outside;
// titles in front of a person ("President") are cut off.
[[nodiscard]] std::vector<Sample> read_names(const std::filesystem::path& file);

}  // namespace dateline::train
