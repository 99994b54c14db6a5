#include "extract/time_figures.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::size_t kMaxDigits = 9;  // longer figures are no numbers that a time needs
constexpr std::size_t kMaxEnding = 4;  // bytes of "3rd", "1990er"

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || (c & 0x80) != 0; }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; }

class FigureReader {
 public:
  FigureReader(std::string_view text, const TimeLexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  TimeFigure run() {
    const std::size_t digits = digits_at(0);
    out_.bytes = digits;
    if (digits <= kMaxDigits && !read_date(digits) && !read_clock(digits)) read_number(digits);
    return std::move(out_);
  }

 private:
  [[nodiscard]] char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  [[nodiscard]] std::size_t digits_at(std::size_t position) const {
    std::size_t end = position;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end - position;
  }
  // Needs at most 9 digits.
  [[nodiscard]] std::int64_t number_at(std::size_t position, std::size_t digits) const {
    std::int64_t value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (text_[position + i] - '0');
    return value;
  }
  void add(FigureClass figure) { out_.symbols.add(symbol_of(figure)); }

  bool is(std::size_t bytes, FigureClass figure, const Meaning& meaning) {
    out_.bytes = bytes;
    add(figure);
    out_.meaning = meaning;
    return true;
  }

  // "2009-12-19", "12/19/2009", "12/19/09", "19.12.2009", "9/11". A longer chain of figures is no date.
  bool read_date(std::size_t digits) {
    const char mark = peek(digits);
    if ((mark != '-' && mark != '/' && mark != '.') || digits > 4) return false;
    const std::size_t second = digits + 1, second_digits = digits_at(second);
    if (second_digits < 1 || second_digits > 2) return false;
    std::array<std::int64_t, 3> parts{number_at(0, digits), number_at(second, second_digits), 0};
    const std::size_t third = second + second_digits + 1;
    if (third > text_.size() || text_[third - 1] != mark || digits_at(third) == 0)
      return mark == '/' && read_month_day(parts, digits, digits + 1 + second_digits);
    const std::size_t third_digits = digits_at(third);
    const std::size_t bytes = third + third_digits;
    if (peek(bytes) == mark && is_digit(peek(bytes + 1))) return skip_chain(mark);
    if (third_digits > 4) return false;
    parts[2] = number_at(third, third_digits);
    auto meaning = date_of(parts, mark, digits, third_digits);
    if (!meaning) return false;
    const std::size_t clock = peek(bytes) == 'T' ? clock_at(bytes + 1, *meaning) : 0;  // ISO 8601
    return is(clock == 0 ? bytes : bytes + 1 + clock, FigureClass::DateFig, *meaning);
  }

  // "1/1/1/1/...": no date at all.
  bool skip_chain(char mark) {
    std::size_t bytes = 0;
    while (is_digit(peek(bytes)) || (peek(bytes) == mark && is_digit(peek(bytes + 1)))) ++bytes;
    out_.bytes = bytes;
    return true;
  }

  bool read_month_day(const std::array<std::int64_t, 3>& parts, std::size_t digits, std::size_t bytes) {
    auto [top, bottom, unused] = parts;
    if (digits > 2 || (peek(bytes) == '/' && is_digit(peek(bytes + 1)))) return false;
    const bool fraction =
        (top == 1 && 2 <= bottom && bottom <= 5) || (top == 2 && bottom == 3) || (top == 3 && bottom == 4);
    if (fraction) {
      add(FigureClass::Num);
      out_.number = 100 * top / bottom;
      out_.fraction = true;
    }
    if (day_stands_first('/')) std::swap(top, bottom);
    const bool date = 1 <= top && top <= 12 && 1 <= bottom && bottom <= 31;
    if (!date && !fraction) return false;
    out_.bytes = bytes;
    if (!date) return true;
    Meaning meaning;
    meaning.set(TimeField::Month, top);
    meaning.set(TimeField::Day, bottom);
    return is(bytes, FigureClass::MonthDayFig, meaning);
  }

  [[nodiscard]] bool day_stands_first(char mark) const {
    const TimeWord* word = lexicon_.find({&mark, 1});
    return word != nullptr && word->symbols.has(symbol_of(FigureClass::DayFirst));
  }

  // Year first, or last with day and month in the order that the mark tells; the other way round where only
  // that is a date.
  [[nodiscard]] std::optional<Meaning> date_of(std::array<std::int64_t, 3> parts, char mark,
                                               std::size_t first_digits, std::size_t last_digits) const {
    if (first_digits == 4)
      std::rotate(parts.begin(), parts.begin() + 1, parts.end());
    else if (last_digits != 4 && last_digits != 2)
      return std::nullopt;
    if (first_digits != 4 && mark == '-' && last_digits == 2) return std::nullopt;  // a score, a range
    if (first_digits != 4 && (day_stands_first(mark) ? parts[0] <= 31 && parts[1] <= 12 : parts[0] > 12))
      std::swap(parts[0], parts[1]);
    if (parts[0] < 1 || parts[0] > 12 || parts[1] < 1 || parts[1] > 31) return std::nullopt;
    Meaning meaning;
    meaning.set(first_digits != 4 && last_digits == 2 ? TimeField::Year2 : TimeField::Year, parts[2]);
    meaning.set(TimeField::Month, parts[0]);
    meaning.set(TimeField::Day, parts[1]);
    return meaning;
  }

  // "10:30", "10:30:05", and with "Z" or "+01:00" behind: their length, or 0.
  [[nodiscard]] std::size_t clock_at(std::size_t at, Meaning& meaning) const {
    const std::size_t digits = digits_at(at);
    if (digits < 1 || digits > 2 || peek(at + digits) != ':' || digits_at(at + digits + 1) != 2) return 0;
    const std::int64_t hour = number_at(at, digits), minute = number_at(at + digits + 1, 2);
    if (hour > 24 || minute > 59) return 0;
    meaning.set(TimeField::Hour, hour);
    meaning.set(TimeField::Minute, minute);
    std::size_t bytes = digits + 3;
    if (peek(at + bytes) == ':' && digits_at(at + bytes + 1) == 2 && number_at(at + bytes + 1, 2) <= 59) {
      meaning.set(TimeField::Second, number_at(at + bytes + 1, 2));
      bytes += 3;
    }
    return bytes + zone_at(at + bytes, meaning);
  }

  std::size_t zone_at(std::size_t at, Meaning& meaning) const {
    if (peek(at) == 'Z' && !is_letter(peek(at + 1))) {
      meaning.set(TimeField::Zone, 0);
      return 1;
    }
    if ((peek(at) != '+' && peek(at) != '-') || digits_at(at + 1) != 2 || peek(at + 3) != ':' ||
        digits_at(at + 4) != 2)
      return 0;
    const std::int64_t minutes = 60 * number_at(at + 1, 2) + number_at(at + 4, 2);
    meaning.set(TimeField::Zone, peek(at) == '-' ? -minutes : minutes);
    return 6;
  }

  bool read_clock(std::size_t digits) {
    Meaning meaning;
    const std::size_t bytes = digits <= 2 ? clock_at(0, meaning) : 0;
    if (bytes == 0) return false;
    if (peek(bytes) == ':' && is_digit(peek(bytes + 1))) return skip_chain(':');
    return is(bytes, FigureClass::Clock, meaning);
  }

  void read_number(std::size_t digits) {
    const std::int64_t value = number_at(0, digits);
    if (peek(digits) == ',' && digits <= 3 && digits_at(digits + 1) == 3) return read_thousands(digits);
    if (peek(digits) == '.' && is_digit(peek(digits + 1))) return read_decimal(digits);
    if (const std::size_t ending = ending_at(digits, FigureClass::DecadeEnd); ending != 0)
      return read_decade(value, digits, ending);
    if (const std::size_t quote = quote_at(digits); quote != 0 && digits == 4 && value % 10 == 0)
      if (const std::size_t ending = ending_at(digits + quote, FigureClass::DecadeEnd); ending != 0)
        return read_decade(value, digits, quote + ending);
    out_.number = 100 * value;
    if (const std::size_t ending = ending_at(digits, FigureClass::OrdEnd); ending != 0) {
      out_.bytes = digits + ending;
      add(FigureClass::Ord);
      if (1 <= value && value <= 31) add(FigureClass::DayOrd);
      return;
    }
    classify(value, digits);
  }

  // Bytes of an apostrophe, straight or typographic, or 0.
  [[nodiscard]] std::size_t quote_at(std::size_t at) const {
    if (peek(at) == '\'') return 1;
    return text_.substr(std::min(at, text_.size())).starts_with("\xE2\x80\x99") ? 3 : 0;
  }

  // Length of the word of the class that stands there, or 0.
  [[nodiscard]] std::size_t ending_at(std::size_t at, FigureClass figure) const {
    std::array<char, kMaxEnding> word{};
    std::size_t size = 0;
    while (size < kMaxEnding && is_letter(peek(at + size))) word[size] = lower(peek(at + size)), ++size;
    if (size == 0 || is_letter(peek(at + size))) return 0;
    const TimeWord* known = lexicon_.find({word.data(), size});
    return known != nullptr && known->symbols.has(symbol_of(figure)) ? size : 0;
  }

  void classify(std::int64_t value, std::size_t digits) {
    add(FigureClass::Num);
    add(FigureClass::FigNum);
    if (digits <= 2 && 1 <= value && value <= 31) add(FigureClass::DayNum);
    if (digits <= 2 && 1 <= value && value <= 12) add(FigureClass::MonthNum);
    if (digits <= 2 && value <= 24) add(FigureClass::HourNum);
    if (digits == 2 && value <= 59) add(FigureClass::MinNum);
    if (digits == 2) add(FigureClass::Yy);
    if (digits == 2 || digits == 3) add(FigureClass::Year3);
    if (digits != 4) return;
    if (1000 <= value && value < 2200) add(FigureClass::Year4);
    if (1900 <= value && value < 2060) add(FigureClass::YearNow);
    if (value / 100 <= 24 && value % 100 <= 59) add(FigureClass::Clock4);
  }

  // "1,500" and "1,500,000"
  void read_thousands(std::size_t digits) {
    std::size_t bytes = digits;
    std::int64_t value = number_at(0, digits);
    while (peek(bytes) == ',' && digits_at(bytes + 1) == 3) {
      if (value < 1'000'000'000) value = value * 1000 + number_at(bytes + 1, 3);
      bytes += 4;
    }
    out_.bytes = bytes;
    out_.number = 100 * value;
    add(FigureClass::Num);
    add(FigureClass::FigNum);
  }

  void read_decimal(std::size_t digits) {
    const std::size_t places = digits_at(digits + 1);
    std::int64_t hundredths = number_at(digits + 1, std::min<std::size_t>(places, 2));
    if (places == 2 && digits <= 2 && number_at(0, digits) <= 24 && hundredths <= 59)
      add(FigureClass::ClockDot);
    if (places == 1) hundredths *= 10;
    const std::size_t bytes = digits + 1 + places;
    if (peek(bytes) == '.' && is_digit(peek(bytes + 1))) {
      out_.symbols = {};
      skip_chain('.');
      return;
    }
    out_.bytes = bytes;
    out_.number = 100 * number_at(0, digits) + hundredths;
    add(FigureClass::Num);
    add(FigureClass::FigNum);
  }

  void read_decade(std::int64_t value, std::size_t digits, std::size_t ending) {
    Meaning meaning;
    out_.bytes = digits + ending;
    if (digits == 4 && value % 100 == 0 && value < 2000) {  // "the 1600s" are a century
      meaning.set(TimeField::Century, value / 100 + 1);
      is(out_.bytes, FigureClass::Decade, meaning);
    } else if (digits == 4 && value % 10 == 0) {
      meaning.set(TimeField::Decade, value / 10);
      is(out_.bytes, FigureClass::Decade, meaning);
    } else if (digits == 3 && value % 10 == 0) {
      meaning.set(TimeField::Decade, value / 10);
      is(out_.bytes, FigureClass::Decade3, meaning);
    } else if (digits == 2 && value % 10 == 0) {
      meaning.set(TimeField::Decade2, value / 10);
      is(out_.bytes, FigureClass::Decade2, meaning);
    }
  }

  std::string_view text_;
  const TimeLexicon& lexicon_;
  TimeFigure out_;
};

}  // namespace

TimeFigure read_figure(std::string_view text, const TimeLexicon& lexicon) {
  return FigureReader(text, lexicon).run();
}

}  // namespace dateline
