#include "extract/time_lexer.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kMaxWord = 24;    // bytes; longer words are in no table
constexpr std::size_t kMaxToken = 256;  // bytes; nothing in a longer token is a time

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || (c & 0x80) != 0; }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Bytes of typographic punctuation at the front of `text` that stands for '-' or '\'', or 0.
std::size_t dash_or_quote(std::string_view text, char& plain) {
  if (text.size() < 3 || text[0] != '\xE2' || text[1] != '\x80') return 0;
  if ('\x90' <= text[2] && text[2] <= '\x95')
    plain = '-';
  else if (text[2] == '\x98' || text[2] == '\x99')
    plain = '\'';
  else
    return 0;
  return 3;
}

class Lexer {
 public:
  Lexer(const Document& d, Span tokens, const TimeLexicon& lexicon)
      : d_(d), lexicon_(lexicon), token_(tokens.begin), end_token_(tokens.end) {
    const Span bytes = d.bytes_of(tokens);
    at_ = bytes.begin;
    text_ = std::string_view(d.article.text).substr(0, bytes.end);
  }

  TimeItems run() {
    while (at_ < text_.size()) step();
    return std::move(items_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
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

  // Length of the token that begins here, where it is too long to hold a time; else 0.
  std::size_t long_token() {
    while (token_ + 1 < end_token_ && d_.tokens[token_].span.end <= at_) ++token_;
    const Span span = d_.tokens[token_].span;
    return span.contains(static_cast<std::uint32_t>(at_)) && span.size() > kMaxToken ? span.end - at_ : 0;
  }

  void step() {
    if (const std::size_t bytes = long_token()) return gap(bytes);
    const char c = peek();
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      ++at_;
      glued_ = false;
      return;
    }
    char plain = c;
    if (is_digit(c)) return lex_figure();
    if (const std::size_t bytes = dash_or_quote(text_.substr(at_), plain)) return lex_mark(plain, bytes);
    if (is_letter(c)) return lex_word();
    lex_mark(c, 1);
  }

  TimeItem& push(std::size_t bytes) {
    items_.list.push_back(
        {.bytes = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + bytes)},
         .glued = glued_});
    at_ += bytes;
    glued_ = true;
    return items_.list.back();
  }

  void gap(std::size_t bytes) {
    if (!items_.list.empty() && items_.list.back().symbols.none()) {
      at_ += bytes;
      glued_ = true;
      return;
    }
    push(bytes);
  }

  void lex_mark(char mark, std::size_t bytes) {
    const TimeWord* word = lexicon_.find({&mark, 1});
    if (word == nullptr) return gap(bytes);
    TimeItem& item = push(bytes);
    item.word = word;
    item.symbols = word->symbols;
  }

  // Length of the word at the front that the lexicon knows best: "a.m." rather than "a".
  [[nodiscard]] std::pair<const TimeWord*, std::size_t> longest_word(std::size_t letters) const {
    std::array<char, kMaxWord> key{};
    std::size_t size = 0;
    const TimeWord* best = nullptr;
    std::size_t best_size = 0;
    const auto consider = [&] {
      if (const TimeWord* word = lexicon_.find({key.data(), size})) best = word, best_size = size;
    };
    while (size < std::min(letters, kMaxWord)) key[size] = lower(text_[at_ + size]), ++size;
    if (letters <= kMaxWord) consider();
    while (size < kMaxWord && (peek(size) == '.' || peek(size) == '\'')) {
      key[size] = peek(size);
      if (++size, (at_ + size < text_.size() || !best)) consider();
      if (!is_letter(peek(size))) break;
      while (size < kMaxWord && is_letter(peek(size))) key[size] = lower(peek(size)), ++size;
      consider();
    }
    return {best, best_size};
  }

  void lex_word() {
    std::size_t letters = 0;
    char plain = 0;
    while (is_letter(peek(letters)) && !dash_or_quote(text_.substr(at_ + letters), plain)) ++letters;
    if (letters == 1 && is_digit(peek(1)) && !is_digit(peek(2))) letters = 2;  // "Q1"
    const bool capital = 'A' <= peek() && peek() <= 'Z';
    const auto [word, size] = longest_word(letters);
    if (word == nullptr || size < letters) return gap(letters);
    const std::size_t begin = at_;
    TimeItem& item = push(size);
    item.word = word;
    item.symbols = word->symbols;
    if (word->conditional) drop_readings(item, capital, is_verb(begin));
  }

  // Whether the token at the byte is tagged a verb; false where there are no tags.
  bool is_verb(std::size_t byte) {
    if (d_.morphs.size() != d_.tokens.size()) return false;
    while (token_ + 1 < end_token_ && d_.tokens[token_].span.end <= byte) ++token_;
    const Upos upos = d_.morphs[token_].upos;
    return upos == Upos::Verb || upos == Upos::Aux;
  }

  static void drop_readings(TimeItem& item, bool capital, bool verb) {
    for (const TimeReading& reading : item.word->readings)
      if ((reading.capital && !capital) || (reading.noun && verb)) item.symbols.remove(reading.symbol);
  }

  static void add(TimeItem& item, FigureClass figure) { item.symbols.add(symbol_of(figure)); }

  void lex_figure() {
    const std::size_t digits = digits_at(at_);
    if (digits > 9) return gap(digits);
    if (lex_date_figure(digits) || lex_clock(digits)) return;
    lex_number(digits);
  }

  TimeItem& push_meaning(std::size_t bytes, FigureClass figure, const Meaning& meaning) {
    TimeItem& item = push(bytes);
    add(item, figure);
    item.meaning = static_cast<std::int32_t>(items_.meanings.size());
    items_.meanings.push_back(meaning);
    return item;
  }

  // "2009-12-19", "12/19/2009", "12/19/09", "19.12.2009", "9/11". A longer chain of figures is no date.
  bool lex_date_figure(std::size_t digits) {
    const char mark = peek(digits);
    if ((mark != '-' && mark != '/' && mark != '.') || digits > 4) return false;
    const std::size_t second = at_ + digits + 1, second_digits = digits_at(second);
    if (second_digits < 1 || second_digits > 2) return false;
    std::array<std::int64_t, 3> parts{number_at(at_, digits), number_at(second, second_digits), 0};
    const std::size_t third = second + second_digits + 1;
    if (third > text_.size() || text_[third - 1] != mark || digits_at(third) == 0)
      return mark == '/' && lex_month_day(parts, digits, digits + 1 + second_digits);
    const std::size_t third_digits = digits_at(third);
    const std::size_t bytes = third + third_digits - at_;
    if (peek(bytes) == mark && is_digit(peek(bytes + 1))) return skip_chain(mark);
    if (third_digits > 4) return false;
    parts[2] = number_at(third, third_digits);
    const auto meaning = date_of(parts, mark, digits, third_digits);
    if (!meaning) return false;
    push_meaning(bytes, FigureClass::DateFig, *meaning);
    return true;
  }

  // "1/1/1/1/...": no date at all.
  bool skip_chain(char mark) {
    std::size_t bytes = 0;
    while (is_digit(peek(bytes)) || (peek(bytes) == mark && is_digit(peek(bytes + 1)))) ++bytes;
    gap(bytes);
    return true;
  }

  bool lex_month_day(const std::array<std::int64_t, 3>& parts, std::size_t digits, std::size_t bytes) {
    const auto [top, bottom, unused] = parts;
    if (digits > 2 || (peek(bytes) == '/' && is_digit(peek(bytes + 1)))) return false;
    Meaning meaning;
    meaning.set(TimeField::Month, top);
    meaning.set(TimeField::Day, bottom);
    const bool date = 1 <= top && top <= 12 && 1 <= bottom && bottom <= 31;
    const bool fraction =
        (top == 1 && 2 <= bottom && bottom <= 5) || (top == 2 && bottom == 3) || (top == 3 && bottom == 4);
    if (!date && !fraction) return false;
    TimeItem& item = push(bytes);
    if (fraction) {
      add(item, FigureClass::Num);
      item.number = 100 * top / bottom;
    }
    if (date) {
      add(item, FigureClass::MonthDayFig);
      item.meaning = static_cast<std::int32_t>(items_.meanings.size());
      items_.meanings.push_back(meaning);
    }
    if (fraction) join_fraction();
    return true;
  }

  // "2 1/2": one number.
  void join_fraction() {
    auto& list = items_.list;
    if (list.size() < 2) return;
    TimeItem& whole = list[list.size() - 2];
    if (!whole.symbols.has(symbol_of(FigureClass::FigNum)) || whole.number % 100 != 0) return;
    whole.number += list.back().number;
    whole.bytes.end = list.back().bytes.end;
    whole.symbols = {};
    add(whole, FigureClass::Num);
    add(whole, FigureClass::FigNum);
    whole.meaning = -1;
    list.pop_back();
  }

  // Year first; else month first with '/', day first with '.'; the other way round where only that is a date.
  std::optional<Meaning> date_of(std::array<std::int64_t, 3> parts, char mark, std::size_t first_digits,
                                 std::size_t last_digits) const {
    if (first_digits == 4)
      std::rotate(parts.begin(), parts.begin() + 1, parts.end());
    else if (last_digits != 4 && last_digits != 2)
      return std::nullopt;
    if (first_digits != 4 && mark == '-' && last_digits == 2) return std::nullopt;  // a score, a range
    if (first_digits != 4 && (mark == '.' ? parts[0] <= 31 && parts[1] <= 12 : parts[0] > 12))
      std::swap(parts[0], parts[1]);
    if (parts[0] < 1 || parts[0] > 12 || parts[1] < 1 || parts[1] > 31) return std::nullopt;
    Meaning meaning;
    meaning.set(first_digits != 4 && last_digits == 2 ? TimeField::Year2 : TimeField::Year, parts[2]);
    meaning.set(TimeField::Month, parts[0]);
    meaning.set(TimeField::Day, parts[1]);
    return meaning;
  }

  // "10:30", "10:30:05"
  bool lex_clock(std::size_t digits) {
    if (digits > 2 || peek(digits) != ':' || digits_at(at_ + digits + 1) != 2) return false;
    Meaning meaning;
    const std::int64_t hour = number_at(at_, digits), minute = number_at(at_ + digits + 1, 2);
    if (hour > 24 || minute > 59) return false;
    meaning.set(TimeField::Hour, hour);
    meaning.set(TimeField::Minute, minute);
    std::size_t bytes = digits + 3;
    if (peek(bytes) == ':' && digits_at(at_ + bytes + 1) == 2 && number_at(at_ + bytes + 1, 2) <= 59) {
      meaning.set(TimeField::Second, number_at(at_ + bytes + 1, 2));
      bytes += 3;
    }
    if (peek(bytes) == ':' && is_digit(peek(bytes + 1))) return skip_chain(':');
    push_meaning(bytes, FigureClass::Clock, meaning);
    return true;
  }

  void lex_number(std::size_t digits) {
    const std::int64_t value = number_at(at_, digits);
    if (peek(digits) == ',' && digits <= 3 && digits_at(at_ + digits + 1) == 3) return lex_thousands(digits);
    if (peek(digits) == '.' && is_digit(peek(digits + 1))) return lex_decimal(digits);
    std::size_t letters = 0;
    while (letters < 3 && is_letter(peek(digits + letters))) ++letters;
    if (letters == 1 && lower(peek(digits)) == 's') return lex_decade(value, digits, 1);
    if (peek(digits) == '\'' && lower(peek(digits + 1)) == 's' && !is_letter(peek(digits + 2)) &&
        digits == 4 && value % 10 == 0)
      return lex_decade(value, digits, 2);
    if (letters == 2 && is_ordinal_ending(digits)) {
      TimeItem& item = push(digits + 2);
      item.number = 100 * value;
      add(item, FigureClass::Ord);
      if (1 <= value && value <= 31) add(item, FigureClass::DayOrd);
      return;
    }
    TimeItem& item = push(digits);
    item.number = 100 * value;
    classify(item, value, digits);
  }

  [[nodiscard]] bool is_ordinal_ending(std::size_t digits) const {
    const std::array<char, 2> ending{lower(peek(digits)), lower(peek(digits + 1))};
    const std::string_view text(ending.data(), 2);
    return text == "st" || text == "nd" || text == "rd" || text == "th";
  }

  static void classify(TimeItem& item, std::int64_t value, std::size_t digits) {
    add(item, FigureClass::Num);
    add(item, FigureClass::FigNum);
    if (digits <= 2 && 1 <= value && value <= 31) add(item, FigureClass::DayNum);
    if (digits <= 2 && 1 <= value && value <= 12) add(item, FigureClass::MonthNum);
    if (digits <= 2 && value <= 24) add(item, FigureClass::HourNum);
    if (digits == 2 && value <= 59) add(item, FigureClass::MinNum);
    if (digits == 2) add(item, FigureClass::Yy);
    if (digits == 2 || digits == 3) add(item, FigureClass::Year3);
    if (digits == 4 && 1000 <= value && value < 2200) add(item, FigureClass::Year4);
    if (digits == 4 && 1900 <= value && value < 2060) add(item, FigureClass::YearNow);
  }

  // "1,500" and "1,500,000"
  void lex_thousands(std::size_t digits) {
    std::size_t bytes = digits;
    std::int64_t value = number_at(at_, digits);
    while (peek(bytes) == ',' && digits_at(at_ + bytes + 1) == 3) {
      if (value < 1'000'000'000) value = value * 1000 + number_at(at_ + bytes + 1, 3);
      bytes += 4;
    }
    TimeItem& item = push(bytes);
    item.number = 100 * value;
    add(item, FigureClass::Num);
    add(item, FigureClass::FigNum);
  }

  void lex_decimal(std::size_t digits) {
    const std::size_t places = digits_at(at_ + digits + 1);
    std::int64_t hundredths = number_at(at_ + digits + 1, std::min<std::size_t>(places, 2));
    if (places == 1) hundredths *= 10;
    const std::size_t bytes = digits + 1 + places;
    if (peek(bytes) == '.' && is_digit(peek(bytes + 1))) {
      skip_chain('.');
      return;
    }
    const std::int64_t value = number_at(at_, digits);
    TimeItem& item = push(bytes);
    item.number = 100 * value + hundredths;
    add(item, FigureClass::Num);
    add(item, FigureClass::FigNum);
  }

  void lex_decade(std::int64_t value, std::size_t digits, std::size_t ending) {
    Meaning meaning;
    if (digits == 4 && value % 100 == 0 && value < 2000) {  // "the 1600s" are a century
      meaning.set(TimeField::Century, value / 100 + 1);
      push_meaning(digits + ending, FigureClass::Decade, meaning);
    } else if (digits == 4 && value % 10 == 0) {
      meaning.set(TimeField::Decade, value / 10);
      push_meaning(digits + ending, FigureClass::Decade, meaning);
    } else if (digits == 2 && value % 10 == 0) {
      meaning.set(TimeField::Decade2, value / 10);
      push_meaning(digits + ending, FigureClass::Decade2, meaning);
    } else {
      gap(digits + ending);
    }
  }

  const Document& d_;
  const TimeLexicon& lexicon_;
  TokenIndex token_;
  TokenIndex end_token_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool glued_ = false;
  TimeItems items_;
};

}  // namespace

Meaning TimeItems::meaning_of(const TimeItem& item, TimeSymbol symbol) const {
  if (item.rule >= 0) return meanings[static_cast<std::size_t>(item.meaning)];
  Meaning meaning;
  switch (static_cast<FigureClass>(symbol)) {
    case FigureClass::Num:
    case FigureClass::FigNum:
    case FigureClass::WordNum: meaning.set(TimeField::Number, item.number); return meaning;
    case FigureClass::DayNum:
    case FigureClass::DayOrd: meaning.set(TimeField::Day, item.number / 100); return meaning;
    case FigureClass::MonthNum: meaning.set(TimeField::Month, item.number / 100); return meaning;
    case FigureClass::HourNum: meaning.set(TimeField::Hour, item.number / 100); return meaning;
    case FigureClass::MinNum: meaning.set(TimeField::Minute, item.number / 100); return meaning;
    case FigureClass::Year4:
    case FigureClass::YearNow:
    case FigureClass::Year3:
    case FigureClass::YearWord: meaning.set(TimeField::Year, item.number / 100); return meaning;
    case FigureClass::Yy: meaning.set(TimeField::Year2, item.number / 100); return meaning;
    case FigureClass::Ord: meaning.set(TimeField::Ordinal, item.number / 100); return meaning;
    default: break;
  }
  if (item.meaning >= 0) return meanings[static_cast<std::size_t>(item.meaning)];
  if (item.word != nullptr)
    for (const TimeReading& reading : item.word->readings)
      if (reading.symbol == symbol) return reading.meaning;
  return meaning;
}

TimeItems lex_times(const Document& d, Span tokens, const TimeLexicon& lexicon) {
  return Lexer(d, tokens, lexicon).run();
}

}  // namespace dateline
