// Number words, signs of money and words that bound a number: tables numbers, currencies, bounds,
// person_nouns.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/table.hpp"

namespace dateline {

enum class NumberClass : std::uint8_t { Unit, Ten, Hundred, Scale, Vague, Article };

struct NumberWord {
  std::string_view word;  // lower case
  NumberClass number_class = NumberClass::Unit;
  double value = 0;
};

struct CurrencyWord {
  std::string_view word;   // a sign, or a lemma
  std::string_view code;   // ISO 4217
  bool hundredth = false;  // cents
};

struct BoundWords {
  std::vector<std::string_view> words;  // lower case
  char bound = '~';                     // '>' at least, '<' at most, '~' about
};

struct NumberWords {
  std::vector<std::shared_ptr<const std::string>> texts;  // what the views below look into
  std::vector<NumberWord> numbers;                        // sorted by word
  std::vector<CurrencyWord> currencies;                   // sorted by word
  std::vector<BoundWords> bounds;                         // longest first
  std::vector<std::string_view> person_nouns;             // sorted

  [[nodiscard]] const NumberWord* number(std::string_view lower) const;     // null for none
  [[nodiscard]] const CurrencyWord* currency(std::string_view word) const;  // null for none
  [[nodiscard]] bool is_person_noun(std::string_view lemma) const;
};

// From the tables numbers, currencies, bounds, person_nouns. Throws InputError (file, line) where a row is
// wrong.
[[nodiscard]] NumberWords load_number_words(TableSource& source);

}  // namespace dateline
