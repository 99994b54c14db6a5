// What the teacher thinks of sentences, as train/teacher/label.py writes it.
//
// "guesses 1\n", four lines with the names of UPOS, XPOS, relations and name tags (parted by blanks), then
// sentences: how many words (two bytes, low first; 0 for a sentence left out), and for each word its length
// and bytes and the twenty choices of Guess, two bytes each.
#pragma once

#include "train/core/corpus.hpp"

namespace dateline::train {

// Sentences as the file has them; those left out are empty. Throws std::runtime_error.
[[nodiscard]] std::vector<Sample> read_guesses(const std::filesystem::path& file);

// Gives `samples` the guesses at the same sentences, which begin at `from`. Throws std::runtime_error where
// words differ.
void add_guesses(std::vector<Sample>& samples, const std::vector<Sample>& guesses, std::size_t from);

}  // namespace dateline::train
