#include "extract/time_days.hpp"

#include <algorithm>

#include "extract/time_calendar.hpp"
#include "extract/time_signals.hpp"

namespace dateline {
namespace {

bool is_dating(const TimeExpression& time) {
  return time.value.type == TimexType::Date || time.value.type == TimexType::Time;
}

// Whether the expression stands before what it belongs to: "Monday's attack", "the March elections".
bool is_attribute(const Document& d, Span tokens) {
  if (tokens.end >= d.tokens.size()) return false;
  const std::string_view next = d.text_of(tokens.end);
  if (next == "'s" || next == "'" || next == "\xE2\x80\x99s" || next == "\xE2\x80\x99") return true;
  if (d.morphs.size() != d.tokens.size()) return false;
  const Upos upos = d.morphs[tokens.end].upos;
  return upos == Upos::Noun || upos == Upos::Propn || upos == Upos::Adj;
}

// "(8 May 1700 - 3 June 1782)", "(c. 314 - 368)" after a name: two days of a life, no interval.
bool is_life(const Document& d, const TimeExpression& first) {
  constexpr TokenIndex kReach = 3;  // "(", "c", "."
  const TokenIndex begin = first.tokens.begin;
  for (TokenIndex t = begin; t > begin - std::min(begin, kReach); --t)
    if (d.text_of(t - 1) == "(") return true;
  return begin > 0 && d.text_of(begin - 1) == ";";
}

// One word or dash parts the two. The dash may be typographic.
bool is_range(const Document& d, const TimeExpression& a, const TimeExpression& b,
              const TimeLexicon& lexicon) {
  if (a.tokens.end + 1 != b.tokens.begin) return false;
  const std::string_view between = d.text_of(a.tokens.end);
  const bool dash = between == "-" || between == "\xE2\x80\x93" || between == "\xE2\x80\x94";
  if (dash) return !is_life(d, a);
  const Meaning* range = meaning_in_class(d, a.tokens.end, lexicon, "RANGE");
  if (range == nullptr) return false;
  if (!range->is(TimeField::Open, "and")) return true;
  const Meaning* signal =
      a.tokens.begin == 0 ? nullptr : meaning_in_class(d, a.tokens.begin - 1, lexicon, "SIGNAL");
  return signal != nullptr && signal->is(TimeField::Open, "between");
}

// Moves a day by a week, a day or a month by a year.
void move(TimeExpression& time, int step, bool week) {
  const date::sys_days first = *time.value.days->begin;
  std::string& value = time.value.value;
  if (week)
    value.replace(0, 10, day_text(first + date::days(7 * step)));
  else
    value.replace(0, 4, year_text(year_of(first) + date::years(step)));
  if (const auto days = days_of(value)) time.value.days = days;
}

// Weekdays and months are valued one by one; where the second of a range would lie before the first
// ("overnight Thursday into Friday", "between March and May"), the first is moved back where the range has
// passed, else the second on.
void put_in_order(TimeExpression& a, TimeExpression& b, const Article& article) {
  const auto is_month = [](const TimeExpression& t) {
    return t.value.days->granularity == Granularity::Month;
  };
  const auto is_day = [](const TimeExpression& t) {
    return t.value.days->granularity == Granularity::Day || t.value.days->granularity == Granularity::Hour;
  };
  const auto is_plain = [](const TimeExpression& t) {
    return t.value.days->begin && t.value.mod.empty() && !t.value.value.starts_with("BC");
  };
  const bool alike = (is_month(a) && is_month(b)) || (is_day(a) && is_day(b));
  if (!article.published || !alike || !is_plain(a) || !is_plain(b)) return;
  const auto gap = (*a.value.days->begin - *b.value.days->begin).count();
  const bool week = is_day(a) && gap < 7;
  if (gap <= 0 || gap > 366 || (!week && gap < 28)) return;
  const bool passed = *b.value.days->end <= article.published->day + date::days(1);
  if (passed && !a.anchor.empty())
    move(a, -1, week);
  else if (!passed && !b.anchor.empty())
    move(b, 1, week);
}

bool join(DateInterval& a, DateInterval& b) {
  if (!a.begin || !b.end || *a.begin >= *b.end) return false;
  a.end = b.end;
  a.granularity = Granularity::Interval;
  b = a;
  return true;
}

void open(const Document& d, const TimeLexicon& lexicon, TimeExpression& time) {
  if (time.tokens.begin == 0) return;
  const Meaning* signal = meaning_in_class(d, time.tokens.begin - 1, lexicon, "SIGNAL");
  if (signal == nullptr || !signal->has(TimeField::Open)) return;
  DateInterval& days = *time.value.days;
  const DateInterval closed = days;
  const auto is = [&](std::string_view word) { return signal->is(TimeField::Open, word); };
  const bool attribute = is_attribute(d, time.tokens);
  if (is("since") || (is("from") && !attribute))
    days.end.reset();
  else if (is("until") || (is("by") && !attribute))
    days.begin.reset();
  else if (is("before") && !attribute)
    days = {.end = closed.begin};
  else if (is("after") && !attribute)
    days = {.begin = closed.end};
  if (days != closed) days.granularity = Granularity::Interval;
}

}  // namespace

void open_days(const Document& d, const TimeLexicon& lexicon, std::vector<TimeExpression>& times) {
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (!times[i].value.days || !is_dating(times[i])) continue;
    const bool more = i + 1 < times.size() && times[i + 1].value.days && is_dating(times[i + 1]);
    const bool range = more && is_range(d, times[i], times[i + 1], lexicon);
    if (range) put_in_order(times[i], times[i + 1], d.article);
    if (range && join(*times[i].value.days, *times[i + 1].value.days))
      ++i;
    else
      open(d, lexicon, times[i]);
  }
}

}  // namespace dateline
