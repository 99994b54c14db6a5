#include "extract/time_sense.hpp"

#include <algorithm>

#include "extract/time_signals.hpp"

namespace dateline {
namespace {

constexpr std::uint32_t kReach = 24;  // tokens to either side
constexpr int kMaxClimb = 12;         // arcs

// What the word itself says, by table time_words.
TimeSense cue_of(const Document& d, TokenIndex token, const TimeLexicon& lexicon) {
  const Meaning* cue = meaning_in_class(d, token, lexicon, "CUE");
  if (cue == nullptr) return TimeSense::Unknown;
  return cue->is(TimeField::Way, "future") ? TimeSense::Future : TimeSense::Past;
}

TimeSense tense_of(const Document& d, TokenIndex token, const TimeLexicon& lexicon) {
  const TimeSense cue = cue_of(d, token, lexicon);
  if (cue != TimeSense::Unknown || d.morphs.size() != d.tokens.size()) return cue;
  switch (d.morphs[token].xpos) {
    case Xpos::Vbd: return TimeSense::Past;
    case Xpos::Vbz:
    case Xpos::Vbp: return d.morphs[token].upos == Upos::Verb ? TimeSense::Future : TimeSense::Unknown;
    default: return TimeSense::Unknown;
  }
}

// "a vote set for Monday", "fixed for the city in April"
bool is_fixed(const Document& d, Span expression, TokenIndex verb, const TimeLexicon& lexicon) {
  return meaning_in_class(d, verb, lexicon, "FIXED") != nullptr && verb + 1 < expression.begin &&
         meaning_in_class(d, verb + 1, lexicon, "AIM") != nullptr;
}

// The tense of a verb with its auxiliaries: those among the tokens near by whose head it is.
TimeSense verb_sense(const Document& d, Span sentence, Span expression, TokenIndex verb, bool possessive,
                     const TimeLexicon& lexicon) {
  const TokenIndex begin = verb - std::min(verb - sentence.begin, kReach);
  const TokenIndex end = std::min(verb + kReach, sentence.end);
  const TimeSense own = cue_of(d, verb, lexicon);
  if (own != TimeSense::Unknown) return own;
  bool infinitive = false;
  for (TokenIndex t = begin; t < end; ++t) {
    if (d.arcs[t].head != verb) continue;
    const Deprel rel = d.arcs[t].deprel;
    if (rel == Deprel::Mark && d.morphs[t].xpos == Xpos::To) infinitive = t < expression.begin;
    if (rel != Deprel::Aux && rel != Deprel::AuxPass && rel != Deprel::Cop) continue;
    const TimeSense cue = cue_of(d, t, lexicon);
    if (cue != TimeSense::Unknown) return cue;
    if (d.morphs[t].xpos == Xpos::Vbd) return TimeSense::Past;
    if (d.morphs[t].xpos == Xpos::Vbz || d.morphs[t].xpos == Xpos::Vbp) {
      if (d.morphs[t].lemma == "have") return TimeSense::Past;
      if (d.morphs[verb].xpos == Xpos::Vbg) return TimeSense::Future;
    }
  }
  if (possessive) return TimeSense::Unknown;
  if (!infinitive && d.arcs[verb].deprel == Deprel::Acl && d.morphs[verb].xpos == Xpos::Vbn)
    return is_fixed(d, expression, verb, lexicon) ? TimeSense::Future : TimeSense::Past;
  return infinitive ? TimeSense::Future : tense_of(d, verb, lexicon);
}

// "had been due", "had planned": what was ahead then lies behind now.
bool was_ahead(const Document& d, Span sentence, TokenIndex verb, const TimeLexicon& lexicon) {
  if (verb == kNone || !sentence.contains(verb) || cue_of(d, verb, lexicon) != TimeSense::Future)
    return false;
  const TokenIndex begin = verb - std::min(verb - sentence.begin, kReach);
  for (TokenIndex t = begin; t < verb; ++t)
    if (d.arcs[t].head == verb && d.arcs[t].deprel == Deprel::Aux && d.morphs[t].lemma == "have" &&
        d.morphs[t].xpos == Xpos::Vbd)
      return true;
  return false;
}

// "will be named": the future is certain of the verb, as it is not of "expects" and of the present.
bool is_modal(const Document& d, Span sentence, TokenIndex verb, const TimeLexicon& lexicon) {
  const TokenIndex begin = verb - std::min(verb - sentence.begin, kReach);
  for (TokenIndex t = begin; t < verb; ++t)
    if (d.arcs[t].head == verb && d.arcs[t].deprel == Deprel::Aux &&
        cue_of(d, t, lexicon) == TimeSense::Future)
      return true;
  return false;
}

// "the slated visit in May", "a meeting planned for Monday": what hangs on the noun.
TimeSense noun_sense(const Document& d, Span sentence, TokenIndex noun, const TimeLexicon& lexicon) {
  constexpr TokenIndex kNear = 6;
  for (TokenIndex t = noun - std::min(noun - sentence.begin, kNear); t < noun; ++t)
    if (d.arcs[t].head == noun && d.arcs[t].deprel == Deprel::Amod)
      if (const TimeSense cue = cue_of(d, t, lexicon); cue == TimeSense::Future) return cue;
  return TimeSense::Unknown;
}

// The verbs above the expression, from the nearest up. Of a possessive only the nearest counts, and of it
// neither infinitives nor the present: "to mourn Monday's attack", "follows Monday's attack".
ClauseSense by_tree(const Document& d, Span sentence, Span expression, bool possessive,
                    const TimeLexicon& lexicon) {
  TokenIndex token = expression.begin;
  bool nearest = true;
  for (int climbed = 0; climbed < kMaxClimb; ++climbed) {
    const TokenIndex head = d.arcs[token].head;
    if (head == kNone || !sentence.contains(head)) break;
    token = head;
    if (expression.contains(token)) continue;
    const Upos upos = d.morphs[token].upos;
    if (upos == Upos::Noun)
      if (const TimeSense sense = noun_sense(d, sentence, token, lexicon); sense != TimeSense::Unknown)
        return {sense, nearest};
    if (upos == Upos::Verb || upos == Upos::Aux || d.arcs[token].head == kNone) {
      const TimeSense sense = verb_sense(d, sentence, expression, token, possessive, lexicon);
      if (sense == TimeSense::Future &&
          (was_ahead(d, sentence, token, lexicon) || was_ahead(d, sentence, d.arcs[token].head, lexicon)))
        return {TimeSense::Past, nearest};
      if (sense != TimeSense::Unknown)
        return {sense, nearest && (sense == TimeSense::Past || is_modal(d, sentence, token, lexicon))};
      nearest = false;
    }
    if (possessive && upos == Upos::Verb) break;
  }
  return {};
}

// The nearest tensed word before the expression, else after it.
TimeSense by_neighbours(const Document& d, Span sentence, Span expression, const TimeLexicon& lexicon) {
  const TokenIndex begin = expression.begin - std::min(expression.begin - sentence.begin, kReach);
  for (TokenIndex t = expression.begin; t > begin; --t) {
    const TimeSense sense = tense_of(d, t - 1, lexicon);
    if (sense != TimeSense::Unknown) return sense;
  }
  for (TokenIndex t = expression.end; t < std::min(expression.end + kReach, sentence.end); ++t) {
    const TimeSense sense = tense_of(d, t, lexicon);
    if (sense != TimeSense::Unknown) return sense;
  }
  return TimeSense::Unknown;
}

// "said Monday", "was announced on Monday": the verb right before the expression.
bool follows_past_verb(const Document& d, Span sentence, Span expression) {
  TokenIndex token = expression.begin;
  if (token > sentence.begin && d.morphs[token - 1].upos == Upos::Adp) --token;
  if (token == sentence.begin) return false;
  const Xpos before = d.morphs[token - 1].xpos;
  return before == Xpos::Vbd || (before == Xpos::Vbn && token == expression.begin);
}

// "since Monday" looks back; "gave them until Monday" ahead, whatever the tense.
TimeSense by_signal(const Document& d, Span sentence, Span expression, const TimeLexicon& lexicon) {
  constexpr TokenIndex kTermReach = 8;
  if (expression.begin == sentence.begin) return TimeSense::Unknown;
  const TokenIndex at = expression.begin - 1;
  const Meaning* end = meaning_in_class(d, at, lexicon, "PERIODEND");
  if (end != nullptr && end->is(TimeField::Way, "past")) return TimeSense::Past;
  const Meaning* signal = meaning_in_class(d, at, lexicon, "SIGNAL");
  if (signal == nullptr) return TimeSense::Unknown;
  if (signal->is(TimeField::Open, "since")) return TimeSense::Past;
  if (!signal->is(TimeField::Open, "until")) return TimeSense::Unknown;
  for (TokenIndex t = at - std::min(at - sentence.begin, kTermReach); t < at; ++t)
    if (meaning_in_class(d, t, lexicon, "TERM") != nullptr) return TimeSense::Future;
  return TimeSense::Unknown;
}

// "a June agreement", "the Monday attack"
bool is_before_its_noun(const Document& d, Span sentence, Span expression) {
  const TokenIndex head = d.arcs[expression.end - 1].head;
  return head != kNone && expression.end <= head && head < sentence.end && d.morphs[head].upos == Upos::Noun;
}

}  // namespace

ClauseSense sense_of(const Document& d, Span sentence, Span expression, const TimeLexicon& lexicon) {
  if (const TimeSense told = by_signal(d, sentence, expression, lexicon); told != TimeSense::Unknown)
    return {.sense = told, .firm = true, .told = true};
  const bool tagged = d.morphs.size() == d.tokens.size();
  const bool fixed = tagged && expression.begin >= sentence.begin + 2 &&
                     is_fixed(d, expression, expression.begin - 2, lexicon);
  if (fixed) return {TimeSense::Future, true};
  if (tagged && follows_past_verb(d, sentence, expression)) {
    const TimeSense cue = cue_of(d, expression.begin - 1, lexicon);
    return {cue == TimeSense::Unknown ? TimeSense::Past : cue, true};
  }
  if (!tagged || d.arcs.size() != d.tokens.size())
    return {by_neighbours(d, sentence, expression, lexicon), false};
  const bool possessive = (expression.end < sentence.end && d.morphs[expression.end].xpos == Xpos::Pos) ||
                          is_before_its_noun(d, sentence, expression);
  const ClauseSense told = by_tree(d, sentence, expression, possessive, lexicon);
  if (told.sense != TimeSense::Unknown || possessive) return told;
  return {by_neighbours(d, sentence, expression, lexicon), false};
}

}  // namespace dateline
