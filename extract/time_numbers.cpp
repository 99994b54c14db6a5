#include "extract/time_numbers.hpp"

#include <algorithm>

namespace dateline {
namespace {

using Items = std::vector<TimeItem>;

class Joiner {
 public:
  Joiner(TimeItems& items, const NumberSymbols& symbols) : items_(items), symbols_(symbols) {}

  void run() {
    Items out;
    out.reserve(items_.list.size());
    for (at_ = 0; at_ < items_.list.size();) {
      const TimeItem& item = items_.list[at_];
      if (item.symbols.has(symbols_.number_word) || is(at_, symbols_.ordinal_word) ||
          (item.symbols.has(symbol_of(FigureClass::FigNum)) && is(at_ + 1, symbols_.multiplier)))
        out.push_back(join());
      else
        out.push_back(item), ++at_;
    }
    items_.list = std::move(out);
  }

 private:
  [[nodiscard]] bool is(std::size_t i, TimeSymbol symbol) const {
    return i < items_.list.size() && items_.list[i].symbols.has(symbol);
  }
  // Of a number word, a multiplier or an ordinal word; plain, not in hundredths.
  [[nodiscard]] std::int64_t value(std::size_t i, TimeSymbol symbol) const {
    const Meaning meaning = items_.meaning_of(items_.list[i], symbol);
    if (symbol == symbols_.ordinal_word) return meaning.value_or(TimeField::Ordinal, 0);
    return meaning.value_or(TimeField::Number, 0) / 100;
  }
  [[nodiscard]] std::size_t after_hyphen(std::size_t i) const { return is(i, symbols_.hyphen) ? i + 1 : i; }

  // 1 to 99, and where the words end; needs a number word at `i`.
  std::int64_t below_hundred(std::size_t& i) const {
    std::int64_t number = value(i, symbols_.number_word);
    ++i;
    const std::size_t next = after_hyphen(i);
    if (number < 20 || number % 10 != 0 || !is(next, symbols_.number_word)) return number;
    const std::int64_t unit = value(next, symbols_.number_word);
    if (unit < 1 || unit > 9) return number;
    i = next + 1;
    return number + unit;
  }

  TimeItem join() {
    const std::size_t begin = at_;
    if (is(at_, symbols_.ordinal_word)) return ordinal(begin, at_ + 1, value(at_, symbols_.ordinal_word));
    if (!is(at_, symbols_.number_word)) return large(begin, items_.list[at_].number, at_ + 1);
    const std::int64_t tens = value(at_, symbols_.number_word);
    const std::size_t next = after_hyphen(at_ + 1);
    if (tens >= 20 && tens % 10 == 0 && is(next, symbols_.ordinal_word) &&
        value(next, symbols_.ordinal_word) <= 9)
      return ordinal(begin, next + 1, tens + value(next, symbols_.ordinal_word));
    std::size_t end = at_;
    const std::int64_t first = below_hundred(end);
    if (10 <= first && first <= 20 && is(end, symbols_.number_word)) {
      std::size_t year_end = end;
      const std::int64_t second = below_hundred(year_end);
      if (second >= 10) return year(begin, year_end, first * 100 + second);
    }
    return large(begin, 100 * first, end);
  }

  // Goes on with "hundred", "thousand", "million" after the number in hundredths that ends at `i`.
  TimeItem large(std::size_t begin, std::int64_t number, std::size_t i) {
    std::int64_t total = 0;
    for (int parts = 0; parts < 8 && is(i, symbols_.multiplier); ++parts) {
      // A table of --data may say 0.
      const std::int64_t multiplier = std::max<std::int64_t>(1, value(i, symbols_.multiplier));
      if (number > (std::int64_t{1} << 44) / multiplier) break;
      number *= multiplier;
      ++i;
      std::size_t next = is(i, symbols_.conjunction) ? i + 1 : i;
      if (!is(next, symbols_.number_word)) continue;
      std::int64_t rest = below_hundred(next);
      if (multiplier >= 1000 && is(next, symbols_.multiplier)) {
        total += number;
        number = 100 * rest;
      } else {
        number += 100 * rest;
      }
      i = next;
    }
    TimeItem item = joined(begin, i, number + total);
    item.symbols.add(symbol_of(FigureClass::Num));
    item.symbols.add(symbol_of(FigureClass::WordNum));
    if (item.number <= 1200) item.symbols.add(symbol_of(FigureClass::HourNum));
    if (item.number >= 150000 && item.number < 220000) item.symbols.add(symbol_of(FigureClass::YearWord));
    return item;
  }

  TimeItem ordinal(std::size_t begin, std::size_t end, std::int64_t number) {
    TimeItem item = joined(begin, end, 100 * number);
    item.symbols.add(symbol_of(FigureClass::Ord));
    if (1 <= number && number <= 31) item.symbols.add(symbol_of(FigureClass::DayOrd));
    return item;
  }

  TimeItem year(std::size_t begin, std::size_t end, std::int64_t number) {
    TimeItem item = joined(begin, end, 100 * number);
    item.symbols.add(symbol_of(FigureClass::YearWord));
    item.symbols.add(symbol_of(FigureClass::Year4));
    if (1900 <= number && number < 2060) item.symbols.add(symbol_of(FigureClass::YearNow));
    return item;
  }

  // One item for [begin, end); a single word keeps what else it is ("second").
  TimeItem joined(std::size_t begin, std::size_t end, std::int64_t number) {
    TimeItem item = items_.list[begin];
    item.bytes.end = items_.list[end - 1].bytes.end;
    if (end > begin + 1) item.symbols = {}, item.word = nullptr;
    item.number = number;
    at_ = end;
    return item;
  }

  TimeItems& items_;
  const NumberSymbols& symbols_;
  std::size_t at_ = 0;
};

}  // namespace

void join_numbers(TimeItems& items, const NumberSymbols& symbols) { Joiner(items, symbols).run(); }

}  // namespace dateline
