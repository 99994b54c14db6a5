#include "extract/find_times.hpp"

#include <algorithm>

#include "extract/resolve_time.hpp"
#include "extract/time_days.hpp"
#include "extract/time_doubt.hpp"
#include "extract/time_sense.hpp"
#include "extract/time_signals.hpp"

namespace dateline {
namespace {

// An expression before it is set against the calendar.
struct Candidate {
  Span tokens;
  Span sentence;  // tokens
  TimexType type = TimexType::Date;
  std::uint32_t rule = 0;
  bool maybe_year = false;
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
    const Span tokens{token, end};
    const Meaning& meaning = items.meanings[static_cast<std::size_t>(item.meaning)];
    if (is_no_time(d, g, sentence, {tokens, item.symbols, meaning})) continue;
    out.push_back({.tokens = tokens,
                   .sentence = sentence,
                   .type = type_of(item, g),
                   .rule = static_cast<std::uint32_t>(item.rule),
                   .maybe_year = item.symbols.has(g.maybe_year),
                   .meaning = meaning});
  }
}

// Cuts sentences that no writer wrote, so that memory stays bounded.
constexpr std::uint32_t kMaxSentence = 4096;  // tokens

std::vector<Candidate> find_candidates(const Document& d, const TimeGrammar& g) {
  std::vector<Candidate> out;
  const auto find_in = [&](Span tokens) {
    for (std::uint32_t begin = tokens.begin; begin < tokens.end; begin += kMaxSentence)
      find_in_sentence(d, {begin, std::min(begin + kMaxSentence, tokens.end)}, g, out);
  };
  if (d.sentences.empty()) find_in({0, static_cast<std::uint32_t>(d.tokens.size())});
  for (const Sentence& sentence : d.sentences) find_in(sentence.tokens);
  return out;
}

// Whether the text counts its days from its publication: "yesterday", a bare weekday.
bool counts_from_publication(const Meaning& m) {
  if (m.is(TimeField::Base, "now") || m.is(TimeField::Base, "here")) return true;
  return m.has(TimeField::Weekday) && !m.has(TimeField::Month) && !m.is(TimeField::Base, "then");
}

// Whether the text tells a story of other times than that of its publication: then bare months and days
// belong to the year that it has reached. So it is where full years, above all those of long ago, outweigh
// the words that count from the publication.
bool is_narrative(const std::vector<Candidate>& candidates, const Article& article) {
  if (!article.published) return true;
  const int now = static_cast<int>(date::year_month_day(article.published->day).year());
  int near = 0, far = 0, news = 0;
  for (const Candidate& c : candidates) {
    if (counts_from_publication(c.meaning)) ++news;
    if (!c.meaning.has(TimeField::Year) || c.maybe_year) continue;
    const std::int64_t distance = now - c.meaning[TimeField::Year];
    if (distance > 2 || distance < -2 || c.meaning.has(TimeField::Era))
      ++far;
    else if (distance != 0)
      ++near;
  }
  const bool enough = far >= 3 || far + near >= 8;
  return enough && 2 * far + near > 6 * news;
}

// Drops bare figures that lie far from every year that the text names for certain.
void drop_doubtful_years(std::vector<Candidate>& candidates, const Article& article) {
  constexpr std::int64_t kNear = 30, kNearOfOld = 150;  // years; of old fewer are told
  std::vector<std::int64_t> years;
  if (article.published)
    years.push_back(static_cast<int>(date::year_month_day(article.published->day).year()));
  for (const Candidate& c : candidates)
    if (c.meaning.has(TimeField::Year) && !c.maybe_year && !c.meaning.is(TimeField::Era, "bc"))
      years.push_back(c.meaning[TimeField::Year]);
  std::sort(years.begin(), years.end());
  std::erase_if(candidates, [&](const Candidate& c) {
    if (!c.maybe_year) return false;
    const std::int64_t year = c.meaning[TimeField::Year],
                       near = 100 <= year && year < 1000 ? kNearOfOld : kNear;
    const auto next = std::lower_bound(years.begin(), years.end(), year - near);
    return next == years.end() || *next > year + near;
  });
}

// Whether the value depends on which way the clause looks.
bool needs_sense(const Meaning& m) {
  if (m.is(TimeField::Open, "in") || m.is(TimeField::Unit, "we")) return true;
  if (m.has(TimeField::Year) || m.has(TimeField::Year2) || m.has(TimeField::Base)) return false;
  return m.has(TimeField::Month) || m.has(TimeField::Weekday) || m.has(TimeField::Season) ||
         m.has(TimeField::Quarter) || m.has(TimeField::Half) || m.has(TimeField::Weekend) ||
         m.has(TimeField::Easter);
}

// "two years earlier": the text goes on from where it was.
bool is_look_back(const Meaning& m) {
  if (m.has(TimeField::Shift)) return m[TimeField::Shift] < 0;
  return m.is(TimeField::Base, "then") && m.has(TimeField::Year);  // "the 1988 quarter"
}

// Whether at most a word or two stand between the sentence's beginning and the expression: "By the end of
// 1941".
bool opens_sentence(const Candidate& c) { return c.tokens.begin - c.sentence.begin <= 2; }

// The clock time in brackets behind another says the same for elsewhere: "10 p.m. (0300 GMT)".
bool is_same_instant(const Document& d, const Candidate& c, const std::vector<TimeExpression>& before) {
  return !before.empty() && c.meaning.has(TimeField::Hour) && c.tokens.begin > 0 &&
         d.text_of(c.tokens.begin - 1) == "(" && c.tokens.begin - before.back().tokens.end <= 3;
}

// Values the candidates of one document, from the first to the last.
class Valuer {
 public:
  Valuer(const Document& d, const TimeGrammar& g, bool narrative) : d_(d), g_(g) {
    context_.narrative = narrative;
    if (d.article.published) context_.published = d.article.published->day;
  }

  void value(const Candidate& c) {
    const ClauseSense clause =
        needs_sense(c.meaning) ? sense_of(d_, c.sentence, c.tokens, g_.lexicon) : ClauseSense{};
    context_.sense = clause.sense;
    context_.firm = clause.firm;
    context_.told = clause.told;
    context_.same_instant = is_same_instant(d_, c, times_) ? instant_ : std::nullopt;
    ResolvedTime resolved = resolve_time(c.meaning, c.type, context_);
    TimeExpression time{
        .tokens = c.tokens, .value = std::move(resolved.value), .rule = g_.rules[c.rule].name};
    if (resolved.from_spoken)
      time.anchor = last_;
    else if (resolved.from_published && context_.published)
      time.anchor = "published";
    instant_ = instant_of(c.meaning, time.value);
    if (!is_look_back(c.meaning) && !is_forecast(c, time.value)) note(c, time.value);
    if (time.value.days && time.value.type != TimexType::Duration)
      last_ = "t" + std::to_string(times_.size() + 1);
    times_.push_back(std::move(time));
  }

  [[nodiscard]] std::vector<TimeExpression> take() { return std::move(times_); }

 private:
  // Of the day that ends a period that was named, "the quarter ended Sept. 30", the period stays spoken of;
  // and nothing is compared with what is yet to come.
  void note(const Candidate& c, const TimeValue& value) {
    const bool quarter = context_.spoken.quarter_last;
    note_time(context_.spoken, value, opens_sentence(c));
    const bool ahead = context_.published && value.days && value.days->begin > context_.published;
    if (ahead ||
        (c.tokens.begin > 0 && meaning_in_class(d_, c.tokens.begin - 1, g_.lexicon, "PERIODEND") != nullptr))
      context_.spoken.quarter_last = quarter;
  }

  // A quarter that is only expected is not what "the latest quarter" and "a year earlier" speak of.
  [[nodiscard]] bool is_forecast(const Candidate& c, const TimeValue& value) const {
    if (!c.meaning.has(TimeField::Quarter) || !value.days || !context_.published || context_.narrative)
      return false;
    return context_.sense != TimeSense::Past && value.days->end && *value.days->end > *context_.published;
  }

  const Document& d_;
  const TimeGrammar& g_;
  TimeContext context_;
  std::optional<std::int64_t> instant_;  // of the expression before
  std::string last_;                     // the expression that set the dates spoken of
  std::vector<TimeExpression> times_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Document& d, const Model& model) {
  const TimeGrammar& g = model.times;
  std::vector<Candidate> candidates = find_candidates(d, g);
  drop_doubtful_years(candidates, d.article);
  Valuer valuer(d, g, is_narrative(candidates, d.article));
  for (const Candidate& c : candidates) valuer.value(c);
  std::vector<TimeExpression> times = valuer.take();
  open_days(d, g.lexicon, times);
  return times;
}

}  // namespace dateline
