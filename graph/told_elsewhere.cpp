#include <algorithm>

#include "graph/changed_fields.hpp"
#include "graph/name.hpp"

namespace dateline {
namespace {

// Whether the articles that the passage is of have the same words for a date somewhere.
bool is_expression_of(const RecordWhen& when, const Passage& passage, Version side,
                      const Revision& revision) {
  const VersionText& text = revision.text(side);
  return std::ranges::any_of(passage.sentences(side), [&](std::size_t s) {
    const Record& record = text.graph().records()[text.sentences()[s].record];
    return std::ranges::any_of(record.times, [&](const RecordTime& time) {
      return folded_name(time.expression.text) == folded_name(when.expression.text);
    });
  });
}

// Three fifths of what a sentence tells, but for the words of its triggers.
bool most_stands_in(const Provenance& sentence, const RecordEvent& e, const WordBag& bag) {
  WordBag triggers;
  for (const Provenance& trigger : e.triggers) triggers.add(text_words(trigger.text));
  std::size_t tell = 0;
  std::size_t stand = 0;
  for (const TextWord& word : text_words(sentence.text)) {
    if (!word.tells() || triggers.has(word)) continue;
    ++tell;
    stand += bag.has(word) ? 1 : 0;
  }
  return tell > 0 && 5 * stand >= 3 * tell;
}

bool has_trigger(const WordBag& bag, const RecordEvent& e) {
  return std::ranges::any_of(e.triggers, [&](const Provenance& trigger) {
    const TextWords words = text_words(trigger.text);
    return !words.empty() && std::ranges::all_of(words, [&](const TextWord& w) { return bag.has(w); });
  });
}

bool has_figures(const WordBag& bag, const RecordEvent& e) {
  return std::ranges::all_of(e.figures,
                             [&](const RecordFigure& f) { return bag.has_all(text_words(f.mention.text)); });
}

// Whether one sentence of the other side tells of an event: its trigger, figures and date, all whom it names
// and its place, and half of what its summary tells.
bool tells_of(const WordBag& sentence, const RecordEvent& e, const KnowledgeGraph& g) {
  const auto names = [&](const std::string& name) {
    const TextWords words = text_words(name);
    return std::ranges::any_of(words, [&](const TextWord& w) { return w.tells() && sentence.has(w); });
  };
  const auto named = [&](const RecordParticipant& p) {
    const auto v = g.find(p.actor);
    const std::string& name = v ? std::get<EntityNode>(g[*v]).facts.name : p.actor;
    return is_description(name) || names(name);
  };
  if (!has_trigger(sentence, e) || !has_figures(sentence, e) || (e.place && !names(e.place->name)) ||
      (e.when && !sentence.has_all(text_words(e.when->expression.text))) ||
      !std::ranges::all_of(e.participants, named))
    return false;
  std::size_t tell = 0;
  std::size_t stand = 0;
  for (const TextWord& word : text_words(e.summary)) {
    tell += word.tells() ? 1 : 0;
    stand += word.tells() && sentence.has(word) ? 1 : 0;
  }
  return stand >= 2 && 2 * stand >= tell;
}

// The same, of the sentences close to those that say the same.
bool is_told_near_by(const RecordEvent& e, const Passage& passage, Version side, const Revision& revision) {
  constexpr std::size_t kNear = 3;  // sentences
  const VersionText& there = revision.text(other(side));
  const KnowledgeGraph& g = revision.text(side).graph();
  return std::ranges::any_of(passage.sentences(other(side)), [&](std::size_t s) {
    for (std::size_t i = s - std::min(s, kNear); i < std::min(there.words().size(), s + kNear + 1); ++i) {
      if (there.sentences()[i].record != there.sentences()[s].record) continue;
      WordBag bag;
      bag.add(there.words()[i]);
      if (tells_of(bag, e, g)) return true;
    }
    return false;
  });
}

}  // namespace

bool is_told_elsewhere(const EventNode& node, Version side, const Revision& revision) {
  const Passage passage =
      side == Version::Before ? revision.passage(&node, nullptr) : revision.passage(nullptr, &node);
  const WordBag& there = passage.of(other(side));
  if (there.empty()) return false;
  const RecordEvent& e = node.facts;
  // Who says a thing with another verb says the same.
  if (e.type == EventType::Statement)
    return std::ranges::any_of(e.sentences, [&](const Provenance& s) { return most_stands_in(s, e, there); });
  const bool dated = !e.when || e.when->basis == DateBasis::Context ||
                     there.has_all(text_words(e.when->expression.text)) ||
                     is_expression_of(*e.when, passage, other(side), revision);
  return (has_trigger(there, e) && dated && has_figures(there, e)) ||
         is_told_near_by(e, passage, side, revision);
}

bool is_told_elsewhere(const EntityNode& node, Version side, const Revision& revision) {
  return revision.also_named(side, node);
}

}  // namespace dateline
