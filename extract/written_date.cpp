#include "extract/written_date.hpp"

#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxDateBytes = 80;  // of one date
constexpr std::size_t kMaxLineBytes = 160;

struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;  // lower case
  std::uint32_t number = 0;
  bool is_number = false;
  bool is_word = false;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

// Words, numbers and marks; blanks are left out. "1st" is a number and a word, "5p" too.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint first = code_point_at(text, at);
    Piece piece{.begin = at,
                .is_number = is_digit(first.value) && first.size == 1,
                .is_word = is_letter(first.value)};
    at += first.size;
    if (is_blank(first.value)) continue;
    while (at < text.size() && (piece.is_number || piece.is_word)) {
      const CodePoint c = code_point_at(text, at);
      const bool dot_inside = piece.is_word && c.value == '.' && is_letter(code_point_at(text, at + 1).value);
      if (!(piece.is_number ? is_digit(c.value) && c.size == 1 : is_letter(c.value)) && !dot_inside) break;
      at += c.size;
    }
    piece.end = at;
    const std::string_view words = text.substr(piece.begin, piece.size());
    if (piece.is_word) piece.text = to_lower(words);
    if (!piece.is_word && !piece.is_number) piece.text = words;
    if (piece.is_number && piece.size() <= 9)
      std::from_chars(words.data(), words.data() + words.size(), piece.number);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

// Reads one date from the pieces, from left to right.
class DateReader {
 public:
  DateReader(const std::vector<Piece>& pieces, std::size_t at, const ReadingModel& model)
      : pieces_(pieces), start_(at), model_(model) {}

  std::optional<WrittenDate> read() {
    for (const auto form :
         {&DateReader::numeric, &DateReader::month_first, &DateReader::day_first, &DateReader::year_first}) {
      at_ = start_;
      date_ = {};
      skip_weekday();
      if ((this->*form)()) return finished();
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] const Piece* piece(std::size_t ahead = 0) const {
    return at_ + ahead < pieces_.size() ? &pieces_[at_ + ahead] : nullptr;
  }
  [[nodiscard]] bool is(std::string_view text, std::size_t ahead = 0) const {
    const Piece* p = piece(ahead);
    return p && !p->is_number && p->text == text;
  }
  [[nodiscard]] const DateWord* word(DateWordKind kind) const {
    const Piece* p = piece();
    const DateWord* w = p && p->is_word ? model_.date_word(p->text) : nullptr;
    return w && w->kind == kind ? w : nullptr;
  }

  void skip_weekday() {
    if (!word(DateWordKind::Weekday)) return;
    ++at_;
    if (is(".")) ++at_;
    if (is(",")) ++at_;
    date_.weekday = true;
  }

  bool take_month() {
    const DateWord* month = word(DateWordKind::Month);
    if (!month) return false;
    month_ = month->number;
    ++at_;
    if (is(".")) ++at_;
    return true;
  }

  bool take_day() {
    const Piece* p = piece();
    if (!p || !p->is_number || p->size() > 2 || p->number == 0 || p->number > 31) return false;
    day_ = p->number;
    ++at_;
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (is(ending) && pieces_[at_].begin == pieces_[at_ - 1].end) {
        ++at_;
        break;
      }
    return true;
  }

  // The year after an optional comma. A number of four digits that counts something is no year, but none
  // stands there.
  bool take_year() {
    const std::size_t mark = is(",") || is("-") || is("/") ? 1 : 0;
    const Piece* p = piece(mark);
    if (!p || !p->is_number || p->size() != 4 || p->number < 1000 || p->number > 2999) return false;
    date_.year = date::year(static_cast<int>(p->number));
    at_ += mark + 1;
    return true;
  }

  bool month_first() {
    if (!take_month() || !take_day()) return false;
    take_year();
    return true;
  }

  bool day_first() {
    if (is("the")) ++at_;
    if (!take_day()) return false;
    if (is("of") || is("-") || is("/")) ++at_;
    if (!take_month()) return false;
    take_year();
    return true;
  }

  bool year_first() { return take_year() && take_month() && take_day(); }

  // 2023-01-31, 2023/1/31, 31.01.2023, 01/31/2023; nothing but the date's own numbers around the marks.
  bool numeric() {
    const Piece* a = piece();
    const Piece* mark = piece(1);
    const Piece* b = piece(2);
    const Piece* c = piece(4);
    if (!a || !mark || !b || !c || !a->is_number || !b->is_number || !c->is_number || !is(mark->text, 3))
      return false;
    if (b->size() > 2 || a->end != mark->begin || mark->end != b->begin || pieces_[at_ + 3].end != c->begin)
      return false;
    if (mark->text != "-" && mark->text != "/" && mark->text != ".") return false;
    month_ = b->number;
    if (a->size() == 4 && c->size() <= 2) {
      set_year(a->number);
      day_ = c->number;
    } else if (c->size() == 4 && a->size() <= 2) {
      set_year(c->number);
      if (!day_and_month(a->number, b->number, mark->text == ".")) return false;
    } else {
      return false;
    }
    at_ += 5;
    return true;
  }

  void set_year(std::uint32_t year) { date_.year = date::year(static_cast<int>(year)); }

  // Europe writes day.month.year with dots; with other marks only a number above 12 tells.
  bool day_and_month(std::uint32_t first, std::uint32_t second, bool dots) {
    const bool day_leads = dots || first > 12;
    const bool month_leads = !dots && second > 12;
    if (day_leads == month_leads && first != second) return false;
    day_ = day_leads ? first : second;
    month_ = day_leads ? second : first;
    return true;
  }

  std::optional<WrittenDate> finished() {
    date_.day = date::month(month_) / date::day(day_);
    if (!date_.day.ok()) return std::nullopt;
    if (date_.year && !(*date_.year / date_.day).ok()) return std::nullopt;
    date_.begin = pieces_[start_].begin;
    date_.end = pieces_[at_ - 1].end;
    return date_;
  }

  const std::vector<Piece>& pieces_;
  std::size_t start_;
  const ReadingModel& model_;
  std::size_t at_ = 0;
  unsigned month_ = 0;
  unsigned day_ = 0;
  WrittenDate date_;
};

// "20230131", optionally with a time behind it.
std::optional<date::sys_days> compact_day(const Piece& p) {
  if (!p.is_number || p.size() != 8) return std::nullopt;
  const date::year_month_day day{date::year(static_cast<int>(p.number / 10000)),
                                 date::month(p.number / 100 % 100), date::day(p.number % 100)};
  if (!day.ok() || day.year() < date::year(1900) || day.year() > date::year(2100)) return std::nullopt;
  return date::sys_days(day);
}

// Seconds or milliseconds since 1970; only lengths that mean 2001 and later.
std::optional<date::sys_days> unix_day(std::string_view value) {
  std::uint64_t seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error != std::errc{} || end != value.data() + value.size()) return std::nullopt;
  if (value.size() == 13) seconds /= 1000;
  if (value.size() != 10 && value.size() != 13) return std::nullopt;
  return date::sys_days(date::days(static_cast<int>(seconds / 86400)));
}

// Numbers of a time of day and a zone: "22:10:00.000Z", "+05:30", "5 PM".
bool may_stand_beside(const Piece& p, const ReadingModel& model) {
  if (p.is_number) return p.size() <= 9;
  if (!p.is_word) return true;
  return p.text == "t" || p.text == "z" || model.date_word(p.text) != nullptr;
}

struct LineDate {
  std::optional<date::sys_days> day;
  bool modified = false;  // told by a word before the date
};

LineDate first_date(const std::vector<Piece>& pieces, const ReadingModel& model, std::size_t& begin,
                    std::size_t& end) {
  LineDate found;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const DateWord* word = pieces[i].is_word ? model.date_word(pieces[i].text) : nullptr;
    if (word && word->kind == DateWordKind::Modified) found.modified = true;
    if (word && word->kind == DateWordKind::Published) found.modified = false;
    const auto date = DateReader(pieces, i, model).read();
    if (!date || !date->year) continue;
    found.day = date->whole();
    begin = date->begin;
    end = date->end;
    return found;
  }
  return found;
}

}  // namespace

std::optional<date::sys_days> WrittenDate::whole() const {
  if (!year) return std::nullopt;
  return date::sys_days(*year / day);
}

std::optional<WrittenDate> date_at(std::string_view text, std::size_t at, const ReadingModel& model) {
  const auto pieces = pieces_of(text.substr(at, kMaxDateBytes));
  if (pieces.empty()) return std::nullopt;
  auto date = DateReader(pieces, 0, model).read();
  if (date) {
    date->begin += at;
    date->end += at;
  }
  return date;
}

std::optional<WrittenDate> find_date(std::string_view text, const ReadingModel& model) {
  const auto pieces = pieces_of(text);
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (const auto date = DateReader(pieces, i, model).read(); date && date->year) return date;
  return std::nullopt;
}

std::optional<date::sys_days> read_date(std::string_view value, const ReadingModel& model) {
  value = trim(value);
  if (value.empty() || value.size() > kMaxLineBytes) return std::nullopt;
  if (const auto day = unix_day(value)) return day;
  const auto pieces = pieces_of(value);
  if (const auto day = compact_day(pieces.front())) return day;
  std::size_t begin = 0;
  std::size_t end = 0;
  const LineDate found = first_date(pieces, model, begin, end);
  if (!found.day) return std::nullopt;
  for (const Piece& p : pieces)
    if ((p.end <= begin || p.begin >= end) && !may_stand_beside(p, model)) return std::nullopt;
  return found.day;
}

std::optional<date::sys_days> date_line(std::string_view line, const ReadingModel& model) {
  line = trim(line);
  if (line.empty() || line.size() > kMaxLineBytes) return std::nullopt;
  const auto pieces = pieces_of(line);
  std::size_t begin = 0;
  std::size_t end = 0;
  const LineDate found = first_date(pieces, model, begin, end);
  if (!found.day || found.modified) return std::nullopt;
  std::size_t names = 0;
  for (const Piece& p : pieces) {
    if ((p.end > begin && p.begin < end) || may_stand_beside(p, model)) continue;
    if (!p.is_word || !is_upper(code_point_at(line, p.begin).value)) return std::nullopt;
    ++names;
  }
  return names <= 6 ? found.day : std::nullopt;
}

}  // namespace dateline
