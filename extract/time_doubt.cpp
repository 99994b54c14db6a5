#include "extract/time_doubt.hpp"

#include <algorithm>
#include <array>

#include "extract/time_signals.hpp"

namespace dateline {
namespace {

bool is_tagged(const Document& d) { return d.morphs.size() == d.tokens.size(); }

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

// Whether a figure says how many: "2000 cases", but "the 2000 elections", "his 2000 speeches", "the 1999 and
// 2000 races", "2000 levels".
bool counts_noun(const Document& d, Span tokens, const TimeLexicon& lexicon) {
  if (!precedes_noun(d, tokens, true) || meaning_in_class(d, tokens.end, lexicon, "YEARNOUN") != nullptr)
    return false;
  TokenIndex before = tokens.begin;
  if (before >= 2 && d.morphs[before - 1].upos == Upos::Cconj && d.morphs[before - 2].upos == Upos::Num)
    before -= 2;
  if (before == 0) return true;
  const Upos upos = d.morphs[before - 1].upos;
  return upos != Upos::Det && upos != Upos::Pron && upos != Upos::Adj && upos != Upos::Part &&
         upos != Upos::Noun && upos != Upos::Propn;
}

// Whether the words are the head of a phrase of their own, as a month is not: "the annual March", "Anna's
// March", "the Long March on the city"; but "the March elections".
bool heads_phrase(const Document& d, Span tokens) {
  if (tokens.begin == 0 || d.morphs.size() != d.tokens.size() || precedes_noun(d, tokens, false))
    return false;
  const Upos before = d.morphs[tokens.begin - 1].upos;
  return before == Upos::Det || before == Upos::Adj || before == Upos::Part || before == Upos::Noun ||
         before == Upos::Propn;
}

// Whether the network takes the words for a person's name: "April Jones".
bool is_in_name(const Document& d, Span tokens) {
  if (d.readings.size() != d.tokens.size() || tokens.size() != 1) return false;
  const NameTag tag = d.readings[tokens.begin].name;
  return tag != kOutside && kind_of(tag) == NameKind::Person && part_of(tag) != NamePart::Single;
}

// "'60 Minutes'": a title, no year.
bool is_quoted_count(const Document& d, Span tokens) {
  const std::string_view text = d.text_of(tokens);
  return (text.front() == '\'' || text.front() == '\xE2') && text.size() <= 5 &&
         precedes_noun(d, tokens, true);
}

// "(837 - 908)": the years of a life where they stand behind a name, else a count.
bool is_count_in_brackets(const Document& d, Span sentence, const FoundTime& found) {
  constexpr TokenIndex kReach = 6;
  const Meaning& m = found.meaning;
  if (!is_tagged(d) || !m.has(TimeField::Year) || m[TimeField::Year] >= 1000 || m.has(TimeField::Era))
    return false;
  const TokenIndex end = found.tokens.begin - std::min(kReach, found.tokens.begin - sentence.begin);
  for (TokenIndex t = found.tokens.begin; t > end + 1; --t)
    if (d.text_of(t - 1) == "(")
      return d.morphs[t - 2].upos != Upos::Propn && d.morphs[t - 2].upos != Upos::X;
  return false;
}

// Whether the sentence is written like a headline: more of its longer words begin with a capital than not.
bool is_headline(const Document& d, Span sentence) {
  constexpr std::size_t kLong = 4;       // bytes
  constexpr TokenIndex kMostWords = 64;  // enough to tell
  int capital = 0, small = 0;
  for (TokenIndex t = sentence.begin; t < std::min(sentence.end, sentence.begin + kMostWords); ++t) {
    const std::string_view word = d.text_of(t);
    if (word.size() < kLong) continue;
    if ('A' <= word.front() && word.front() <= 'Z') ++capital;
    if ('a' <= word.front() && word.front() <= 'z') ++small;
  }
  return capital >= small;
}

// "ABC's This Week", "USA Today", "High Noon": common words of time that a writer made a name of.
bool is_name(const Document& d, const TimeGrammar& g, Span sentence, const FoundTime& found) {
  constexpr std::array<std::string_view, 5> kCommon{"UNIT", "PART", "DAYWORD", "NIGHTWORD", "CLOCKWORD"};
  const bool common = found.meaning.has(TimeField::Base) || found.meaning.has(TimeField::Hour);
  if (!is_tagged(d) || !common || found.meaning.has(TimeField::Month)) return false;
  for (TokenIndex t = std::max(found.tokens.begin, sentence.begin + 1); t < found.tokens.end; ++t) {
    const std::string_view word = d.text_of(t);
    if (word.size() < 2 || word[0] < 'A' || word[0] > 'Z') continue;
    if (d.morphs[t].upos != Upos::Propn && d.morphs[t - 1].upos != Upos::Propn) continue;
    if (word[1] < 'a' || word[1] > 'z' || is_headline(d, sentence)) continue;
    for (const std::string_view name : kCommon)
      if (meaning_in_class(d, t, g.lexicon, name) != nullptr) return true;
  }
  return false;
}

// "the daily Herald", "a weekly of the party": a newspaper.
bool is_paper(const Document& d, const TimeGrammar& g, const FoundTime& found) {
  return found.classes.has(g.set) && found.tokens.size() == 1 && is_tagged(d) &&
         d.morphs[found.tokens.begin].upos == Upos::Noun;
}

}  // namespace

bool is_no_time(const Document& d, const TimeGrammar& g, Span sentence, const FoundTime& found) {
  const Span tokens = found.tokens;
  if (found.classes.has(g.maybe_day) && precedes_noun(d, tokens, false)) return true;
  if (found.classes.has(g.maybe_month) && heads_phrase(d, tokens)) return true;
  if (is_bare_figure(d, tokens) &&
      (counts_noun(d, tokens, g.lexicon) || is_count_in_brackets(d, sentence, found)))
    return true;
  return is_quoted_count(d, tokens) || is_in_name(d, tokens) || is_name(d, g, sentence, found) ||
         is_paper(d, g, found);
}

}  // namespace dateline
