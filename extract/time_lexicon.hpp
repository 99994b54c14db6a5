// The words of time (table time_words), and the symbols that patterns of time_rules are made of.
//
// A symbol is a class in upper case ("MONTH", "NUM") or a plain word in lower case ("of"). A word of the
// table stands for itself and for each class that one of its rows gives it. Used inside extract/ only.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/table.hpp"
#include "extract/time_meaning.hpp"

namespace dateline {

using TimeSymbol = std::uint16_t;
inline constexpr std::size_t kMaxTimeSymbols = 512;

class TimeSymbolSet {
 public:
  [[nodiscard]] bool has(TimeSymbol s) const { return (words_[s >> 6] >> (s & 63)) & 1; }
  void add(TimeSymbol s) { words_[s >> 6] |= std::uint64_t{1} << (s & 63); }
  void add_all(const TimeSymbolSet& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
  }
  void remove(TimeSymbol s) { words_[s >> 6] &= ~(std::uint64_t{1} << (s & 63)); }
  [[nodiscard]] bool none() const {
    std::uint64_t all = 0;
    for (const std::uint64_t word : words_) all |= word;
    return all == 0;
  }
  [[nodiscard]] bool meets(const TimeSymbolSet& other) const {
    std::uint64_t both = 0;
    for (std::size_t w = 0; w < words_.size(); ++w) both |= words_[w] & other.words_[w];
    return both != 0;
  }

  // Calls f with each symbol of both, ascending.
  template <typename F>
  void for_each_common(const TimeSymbolSet& other, F f) const {
    for (std::size_t w = 0; w < words_.size(); ++w)
      for (std::uint64_t bits = words_[w] & other.words_[w]; bits != 0; bits &= bits - 1)
        f(static_cast<TimeSymbol>(64 * w + static_cast<std::size_t>(std::countr_zero(bits))));
  }

 private:
  std::array<std::uint64_t, kMaxTimeSymbols / 64> words_{};
};

// Classes that no table gives: what figures look like. The first symbols, in this order.
enum class FigureClass : TimeSymbol {
  Num,          // any number, in figures or words
  FigNum,       // in figures
  WordNum,      // in words
  DayNum,       // figure 1 to 31
  MonthNum,     // figure 1 to 12
  HourNum,      // 0 to 24, figure or word
  MinNum,       // two figures, 00 to 59
  Year4,        // 1000 to 2199: four figures, or words as "nineteen ninety-six"
  YearNow,      // of them, 1900 to 2059: a year where nothing speaks against it
  Year3,        // two or three figures: years of old
  Yy,           // two figures
  Ord,          // "3rd", "third"
  DayOrd,       // the same, 1 to 31
  Decade,       // "1990s"
  Decade2,      // "90s"
  Clock,        // "10:30", "10:30:05"
  DateFig,      // "2009-12-19", "12/19/2009"
  MonthDayFig,  // "9/11"
  YearWord,     // any number in words from 1500 to 2199: "two thousand"
  Decade3,      // "480s": with an era only
  Clock4,       // "0735"
  ClockDot,     // "7.35"
  // Of words that belong to figures; these the table gives.
  OrdEnd,     // "rd" of "3rd"
  DecadeEnd,  // "s" of "1990s"
  DayFirst,   // a mark between figures of a date whose day stands before its month
  Count
};

struct TimeReading {
  TimeSymbol symbol = 0;
  Meaning meaning;
  bool capital = false;  // only where the word begins with a capital
  bool noun = false;     // not where it is tagged a verb
};

struct TimeWord {
  std::string text;
  std::vector<TimeReading> readings;  // besides the word's own symbol
  TimeSymbolSet symbols;              // of the word itself and of all readings
  bool conditional = false;           // a reading has a condition
};

class TimeLexicon {
 public:
  TimeLexicon();
  // The symbol of a class or a plain word, made where it is new. Throws std::length_error beyond
  // kMaxTimeSymbols.
  TimeSymbol symbol(std::string_view name);
  [[nodiscard]] std::optional<TimeSymbol> find_symbol(std::string_view name) const;
  [[nodiscard]] std::string_view name_of(TimeSymbol symbol) const { return names_[symbol]; }
  // The word, added where it is new. Invalidates what find() gave.
  TimeWord& word(std::string_view lower_case);
  // Builds the index that find() needs; after the last word().
  void index();
  // Needs index(). Null for a word that means nothing here.
  [[nodiscard]] const TimeWord* find(std::string_view lower_case) const;

 private:
  std::vector<std::string> names_;
  std::vector<TimeWord> words_;
  std::vector<std::uint32_t> slots_;  // open addressing; word number + 1, or 0
};

[[nodiscard]] constexpr TimeSymbol symbol_of(FigureClass figure) { return static_cast<TimeSymbol>(figure); }

// Adds the rows of table time_words (columns word, class, value, form). Throws InputError for a row that
// can't be read.
void add_time_words(TimeLexicon& lexicon, const Table& table);

}  // namespace dateline
