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
  bool maybe_year = false;
  Meaning meaning;
};

TimexType type_of(const TimeItem& item, const TimeGrammar& g) {
  if (item.symbols.has(g.duration)) return TimexType::Duration;
  if (item.symbols.has(g.set)) return TimexType::Set;
  return item.symbols.has(g.time) ? TimexType::Time : TimexType::Date;
}

// Whether a noun follows, by its tag; `plural`: only one in the plural.
bool precedes_noun(const Document& d, Span tokens, bool plural) {
  if (tokens.end >= d.tokens.size() || d.morphs.size() != d.tokens.size()) return false;
  const Morph& next = d.morphs[tokens.end];
  if (plural) return next.xpos == Xpos::Nns;
  return next.upos == Upos::Noun || next.upos == Upos::Propn || next.upos == Upos::Adj;
}

bool is_bare_figure(const Document& d, Span tokens) {
  const std::string_view text = d.text_of(tokens);
  return tokens.size() == 1 &&
         std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

// Whether a figure says how many: "2000 cases", but "the 2000 elections", "his 2000 speeches".
bool counts_noun(const Document& d, Span tokens) {
  if (!precedes_noun(d, tokens, true)) return false;
  if (tokens.begin == 0) return true;
  const Upos before = d.morphs[tokens.begin - 1].upos;
  return before != Upos::Det && before != Upos::Pron && before != Upos::Adj && before != Upos::Part &&
         before != Upos::Noun && before != Upos::Propn;
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
    if (item.symbols.has(g.maybe_day) && precedes_noun(d, tokens, false)) continue;
    if (is_bare_figure(d, tokens) && counts_noun(d, tokens)) continue;
    out.push_back({.tokens = tokens,
                   .sentence = sentence,
                   .type = type_of(item, g),
                   .rule = static_cast<std::uint32_t>(item.rule),
                   .maybe_year = item.symbols.has(g.maybe_year),
                   .meaning = items.meanings[static_cast<std::size_t>(item.meaning)]});
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

// Whether the text tells of times long before it was published: then bare months and days belong to the year
// that it has reached. So it is where full years of long ago outweigh those near by and the words that count
// from the publication.
bool is_narrative(const std::vector<Candidate>& candidates, const Article& article) {
  if (!article.published) return true;
  const int now = static_cast<int>(date::year_month_day(article.published->day).year());
  int near = 0, far = 0, news = 0;
  for (const Candidate& c : candidates) {
    if (counts_from_publication(c.meaning)) ++news;
    if (!c.meaning.has(TimeField::Year) || c.maybe_year) continue;
    const std::int64_t distance = now - c.meaning[TimeField::Year];
    ++(distance > 2 || distance < -2 || c.meaning.has(TimeField::Era) ? far : near);
  }
  return far >= 3 && far > near + 2 * news;
}

// Drops bare figures that lie far from every year that the text names for certain.
void drop_doubtful_years(std::vector<Candidate>& candidates, const Article& article) {
  constexpr std::int64_t kNear = 30;
  std::vector<std::int64_t> years;
  if (article.published)
    years.push_back(static_cast<int>(date::year_month_day(article.published->day).year()));
  for (const Candidate& c : candidates)
    if (c.meaning.has(TimeField::Year) && !c.maybe_year && !c.meaning.is(TimeField::Era, "bc"))
      years.push_back(c.meaning[TimeField::Year]);
  std::sort(years.begin(), years.end());
  std::erase_if(candidates, [&](const Candidate& c) {
    if (!c.maybe_year) return false;
    const auto next = std::lower_bound(years.begin(), years.end(), c.meaning[TimeField::Year] - kNear);
    return next == years.end() || *next > c.meaning[TimeField::Year] + kNear;
  });
}

// Whether the value depends on which way the clause looks.
bool needs_sense(const Meaning& m) {
  if (m.has(TimeField::Year) || m.has(TimeField::Year2) || m.has(TimeField::Base)) return false;
  return m.has(TimeField::Month) || m.has(TimeField::Weekday) || m.has(TimeField::Season) ||
         m.has(TimeField::Quarter) || m.has(TimeField::Half) || m.has(TimeField::Weekend) ||
         m.has(TimeField::Easter);
}

// "a year earlier": the text goes on from where it was.
bool is_comparison(const Meaning& m) {
  return m.has(TimeField::Shift) && m.is(TimeField::ShiftUnit, "y") && m[TimeField::Shift] < 0;
}

}  // namespace

std::vector<TimeExpression> find_times(const Document& d, const Model& model) {
  const TimeGrammar& g = model.times;
  std::vector<Candidate> candidates = find_candidates(d, g);
  drop_doubtful_years(candidates, d.article);
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
    if (!is_comparison(c.meaning)) note_time(context.spoken, time.value);
    if (time.value.days) last = "t" + std::to_string(times.size() + 1);
    times.push_back(std::move(time));
  }
  open_days(d, g.lexicon, times);
  return times;
}

}  // namespace dateline
