// How English is written, as far as cutting it into words and sentences needs: tables, ready for look-up.
//
// Each set answers one question of tokenize() or split_sentences(); see the table of the same name.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/table.hpp"

namespace dateline {

enum class AbbreviationKind : std::uint8_t { Title, Inner, Month, Number, Clock, Open };

// Words, sorted; look-up copies nothing.
class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(std::vector<std::string> words);
  [[nodiscard]] bool contains(std::string_view word) const;
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  [[nodiscard]] std::size_t longest() const { return longest_; }  // bytes

 private:
  std::vector<std::string> words_;
  std::size_t longest_ = 0;
};

struct Orthography {
  // abbreviations.tsv, as written there, without the full stop.
  std::map<std::string, AbbreviationKind, std::less<>> abbreviations;
  WordSet hyphen_prefixes;  // lower case
  WordSet web_endings;      // lower case
  WordSet glued_units;      // lower case
  WordSet emoticons;
  WordSet sentence_starts;           // lower case
  std::vector<std::string> clitics;  // lower case, plain apostrophe
  // contractions.tsv: lower-case word -> lengths in bytes of its parts.
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> contractions;

  // The kind of `word`, written without its full stop, if it is an abbreviation; a row that begins with a
  // capital also holds for the word in capitals, one in lower case for the word capitalised or in capitals.
  [[nodiscard]] const AbbreviationKind* abbreviation(std::string_view word) const;
};

// The words of one column of a table.
[[nodiscard]] WordSet load_words(TableSource& source, std::string_view table, std::string_view column);

// Throws InputError where a table of `source` is wrong.
[[nodiscard]] Orthography load_orthography(TableSource& source);

}  // namespace dateline
