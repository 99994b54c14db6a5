// Words of a text as two versions of it are compared: without case and accents, and near enough to each other
// where one is an inflected or a mended form of the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct TextWord {
  std::string folded;       // small letters and digits; never empty
  bool capital = false;     // written with a capital letter
  bool short_form = false;  // written as an abbreviation is: "Gov.", "PA"

  // A word that says something by itself: of four letters or more, with a capital, or with a digit.
  [[nodiscard]] bool tells() const;
};

using TextWords = std::vector<TextWord>;

// In text order. Words joined by a hyphen or a slash are several.
[[nodiscard]] TextWords text_words(std::string_view text);

// Whether the two are one word: equal; inflected ("visit", "visiting", "MP", "MPs"); or one a misspelling of
// the other, by a letter, and from eight letters on by two in words without a capital. Those with digits are
// one only if equal.
[[nodiscard]] bool same_word(const TextWord& a, const TextWord& b);

// A bag of words, asked whether it has one that is the same.
class WordBag {
 public:
  void add(const TextWords& words) { words_.insert(words_.end(), words.begin(), words.end()); }
  void add(const WordBag& other) { add(other.words_); }
  [[nodiscard]] bool has(const TextWord& word) const;
  // Whether it has all that tell of these; true for none. Capitals and the words with capitals that they are
  // the first letters of are the same ("UN", "United Nations").
  [[nodiscard]] bool has_all(const TextWords& words) const;
  [[nodiscard]] bool empty() const { return words_.empty(); }
  // How many personal pronouns.
  [[nodiscard]] std::size_t pronouns() const;

 private:
  // Whether it has words with capitals, one after another, that begin with these letters.
  [[nodiscard]] bool spells_out(std::string_view letters) const;
  // Whether the word is one of several with capitals of which it has the first letters.
  [[nodiscard]] bool abbreviates(const TextWords& words, std::size_t word) const;

  TextWords words_;
};

}  // namespace dateline
