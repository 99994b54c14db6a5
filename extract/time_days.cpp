#include "extract/time_days.hpp"

#include <algorithm>

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
    if (more && is_range(d, times[i], times[i + 1], lexicon) &&
        join(*times[i].value.days, *times[i + 1].value.days))
      ++i;
    else
      open(d, lexicon, times[i]);
  }
}

}  // namespace dateline
