#include "extract/find_times.hpp"

#include <algorithm>

#include "extract/resolve_time.hpp"
#include "extract/time_days.hpp"
#include "extract/time_sense.hpp"

namespace dateline {
namespace {

// An expression before it is set against the calendar.
struct Candidate {
  Span tokens;
  Span sentence;  // tokens
  TimexType type = TimexType::Date;
  std::uint32_t rule = 0;
  Meaning meaning;
};

TimexType type_of(const TimeItem& item, const TimeGrammar& g) {
  if (item.symbols.has(g.duration)) return TimexType::Duration;
  if (item.symbols.has(g.set)) return TimexType::Set;
  return item.symbols.has(g.time) ? TimexType::Time : TimexType::Date;
}

void find_in_sentence(const Document& d, Span sentence, const TimeGrammar& g, std::vector<Candidate>& out) {
  TimeItems items = lex_times(d, sentence, g.lexicon);
  join_numbers(items, g.numbers);
  match_times(items, g);
  TokenIndex token = sentence.begin;
  for (const TimeItem& item : items.list) {
    if (item.rule < 0 || !item.symbols.meets(g.expressions)) continue;
    while (token < sentence.end && d.tokens[token].span.end <= item.bytes.begin) ++token;
    TokenIndex end = token;
    while (end < sentence.end && d.tokens[end].span.begin < item.bytes.end) ++end;
    if (token == end || (!out.empty() && token < out.back().tokens.end)) continue;  // two within one token
    out.push_back({.tokens = {token, end},
                   .sentence = sentence,
                   .type = type_of(item, g),
                   .rule = static_cast<std::uint32_t>(item.rule),
                   .meaning = items.meanings[static_cast<std::size_t>(item.meaning)]});
  }
}

std::vector<Candidate> find_candidates(const Document& d, const TimeGrammar& g) {
  std::vector<Candidate> out;
  if (d.sentences.empty() && !d.tokens.empty())
    find_in_sentence(d, {0, static_cast<std::uint32_t>(d.tokens.size())}, g, out);
  for (const Sentence& sentence : d.sentences) find_in_sentence(d, sentence.tokens, g, out);
  return out;
}

// Whether the text tells of times long before it was published: then bare months and days belong to the year
// that it has reached. Half a dozen full years, and two thirds of them more than two years off, say so.
bool is_narrative(const std::vector<Candidate>& candidates, const Article& article) {
  if (!article.published) return true;
  const int now = static_cast<int>(date::year_month_day(article.published->day).year());
  int years = 0, far = 0;
  for (const Candidate& c : candidates) {
    if (!c.meaning.has(TimeField::Year)) continue;
    ++years;
    const std::int64_t distance = now - c.meaning[TimeField::Year];
    if (distance > 2 || distance < -2 || c.meaning.has(TimeField::Era)) ++far;
  }
  return years >= 6 && 3 * far >= 2 * years;
}

// Whether the value depends on which way the clause looks.
bool needs_sense(const Meaning& m) {
  if (m.has(TimeField::Year) || m.has(TimeField::Year2) || m.has(TimeField::Base)) return false;
  return m.has(TimeField::Month) || m.has(TimeField::Weekday) || m.has(TimeField::Season) ||
         m.has(TimeField::Quarter) || m.has(TimeField::Half) || m.has(TimeField::Weekend) ||
         m.has(TimeField::Easter);
}

}  // namespace

std::vector<TimeExpression> find_times(const Document& d, const Model& model) {
  const TimeGrammar& g = model.times;
  const std::vector<Candidate> candidates = find_candidates(d, g);
  TimeContext context{.narrative = is_narrative(candidates, d.article)};
  if (d.article.published) context.published = d.article.published->day;
  std::vector<TimeExpression> times;
  times.reserve(candidates.size());
  std::string last;  // the expression that set the dates spoken of
  for (const Candidate& c : candidates) {
    context.sense =
        needs_sense(c.meaning) ? sense_of(d, c.sentence, c.tokens, g.lexicon) : TimeSense::Unknown;
    ResolvedTime resolved = resolve_time(c.meaning, c.type, context);
    TimeExpression time{.tokens = c.tokens, .value = std::move(resolved.value), .rule = g.rules[c.rule].name};
    if (resolved.from_spoken)
      time.anchor = last;
    else if (resolved.from_published && context.published)
      time.anchor = "published";
    note_time(context.spoken, time.value);
    if (time.value.days) last = "t" + std::to_string(times.size() + 1);
    times.push_back(std::move(time));
  }
  open_days(d, g.lexicon, times);
  return times;
}

}  // namespace dateline
