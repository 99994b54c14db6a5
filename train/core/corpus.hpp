// Annotated sentences: trees from CoNLL-U, names from two-column files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "extract/name_tags.hpp"
#include "extract/ud.hpp"

namespace dateline::train {

struct Word {
  std::string form;
  Upos upos = Upos::X;
  Xpos xpos = Xpos::None;
  int head = -1;  // into the sentence; -1 for the root
  Deprel deprel = Deprel::Dep;
  NameTag name = kOutside;
};

struct Sample {
  std::string id;
  std::vector<Word> words;
  bool has_tree = false;
  bool has_names = false;
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

// Gives samples the trees of the same sentences in the same order; the list of trees may be longer.
// Throws std::runtime_error where words differ.
void add_trees(std::span<Sample> samples, const std::vector<Sample>& trees);

}  // namespace dateline::train
