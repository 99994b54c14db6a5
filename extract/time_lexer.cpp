#include "extract/time_lexer.hpp"

#include <algorithm>

#include "extract/time_figures.hpp"

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

  void lex_figure() {
    const TimeFigure figure = read_figure(text_.substr(at_), lexicon_);
    if (figure.symbols.none()) return gap(figure.bytes);
    const TimeWord* word = lexicon_.find(text_.substr(at_, figure.bytes));  // "9/11" has a name's meaning too
    TimeItem& item = push(figure.bytes);
    item.symbols = figure.symbols;
    item.number = figure.number;
    if (word != nullptr) item.word = word, item.symbols.add_all(word->symbols);
    if (figure.meaning) {
      item.meaning = static_cast<std::int32_t>(items_.meanings.size());
      items_.meanings.push_back(*figure.meaning);
    }
    if (figure.fraction) join_fraction();
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
    whole.symbols.add(symbol_of(FigureClass::Num));
    whole.symbols.add(symbol_of(FigureClass::FigNum));
    whole.meaning = -1;
    list.pop_back();
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
    case FigureClass::Clock4:
    case FigureClass::ClockDot: {
      const std::int64_t clock =
          static_cast<FigureClass>(symbol) == FigureClass::Clock4 ? item.number / 100 : item.number;
      meaning.set(TimeField::Hour, clock / 100);
      meaning.set(TimeField::Minute, clock % 100);
      return meaning;
    }
    default: break;
  }
  if (item.word != nullptr)
    for (const TimeReading& reading : item.word->readings)
      if (reading.symbol == symbol) return reading.meaning;
  return item.meaning >= 0 ? meanings[static_cast<std::size_t>(item.meaning)] : meaning;
}

TimeItems lex_times(const Document& d, Span tokens, const TimeLexicon& lexicon) {
  return Lexer(d, tokens, lexicon).run();
}

}  // namespace dateline
