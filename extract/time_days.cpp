#include "extract/time_days.hpp"

namespace dateline {
namespace {

std::string lower_text(const Document& d, TokenIndex token) {
  std::string text(d.text_of(token).substr(0, 24));
  for (char& c : text)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

bool is_dating(const TimeExpression& time) {
  return time.value.type == TimexType::Date || time.value.type == TimexType::Time;
}

// The meaning of the token in the class, or null.
const Meaning* reading(const Document& d, TokenIndex token, const TimeLexicon& lexicon,
                       std::string_view name) {
  const auto symbol = lexicon.find_symbol(name);
  const TimeWord* word = lexicon.find(lower_text(d, token));
  if (!symbol || word == nullptr) return nullptr;
  for (const TimeReading& r : word->readings)
    if (r.symbol == *symbol) return &r.meaning;
  return nullptr;
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

// One word or dash parts the two. The dash may be typographic.
bool is_range(const Document& d, const TimeExpression& a, const TimeExpression& b,
              const TimeLexicon& lexicon) {
  if (a.tokens.end + 1 != b.tokens.begin) return false;
  const std::string_view between = d.text_of(a.tokens.end);
  const bool dash = between == "-" || between == "\xE2\x80\x93" || between == "\xE2\x80\x94";
  // "(8 May 1700 - 3 June 1782)" after a name: two days of a life, no interval.
  const std::string_view before = a.tokens.begin == 0 ? "" : d.text_of(a.tokens.begin - 1);
  if (dash) return before != "(" && before != ";";
  const Meaning* range = reading(d, a.tokens.end, lexicon, "RANGE");
  if (range == nullptr) return false;
  if (!range->is(TimeField::Open, "and")) return true;
  const Meaning* signal = a.tokens.begin == 0 ? nullptr : reading(d, a.tokens.begin - 1, lexicon, "SIGNAL");
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
  const Meaning* signal = reading(d, time.tokens.begin - 1, lexicon, "SIGNAL");
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
