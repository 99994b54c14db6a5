#include "extract/event_place.hpp"

#include <algorithm>
#include <string>

#include "extract/event_words.hpp"

namespace dateline {
namespace {

bool is_locative(std::string_view preposition) {
  return preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside" ||
         preposition == "inside" || preposition == "across" || preposition == "around";
}

}  // namespace

std::vector<MentionIndex> place_candidates(const Scene& scene, const Trigger& trigger) {
  std::vector<MentionIndex> found;
  const MentionIndex end = scene.first_mention[trigger.sentence + 1];
  for (MentionIndex m = scene.first_mention[trigger.sentence]; m < end && found.size() < 20; ++m) {
    const Mention& mention = scene.d.mentions[m];
    if (mention.head >= scene.d.tokens.size() || mention.form != MentionForm::Name) continue;
    const EntityKind kind = mention.kind;
    if (kind == EntityKind::Place || kind == EntityKind::Country) found.push_back(m);
  }
  return found;
}

Features place_features(const Scene& scene, const Trigger& trigger, MentionIndex index) {
  const Syntax& s = scene.tree;
  const Mention& m = scene.d.mentions[index];
  const std::string_view kind = to_string(m.kind);
  const std::string_view type = to_string(trigger.type);
  const TokenIndex p = preposition_of(s, m.head);
  const std::string_view preposition = p == kNone ? "" : s.lemma(p);
  const Argument* a = argument_at(trigger, m.tokens, m.head);
  const std::string up = path_up(s, m.head, trigger.token);
  const std::uint32_t count = static_cast<std::uint32_t>(place_candidates(scene, trigger).size());
  const std::string number = std::to_string(std::min(count, 3u));
  const EntityIndex e = scene.entity_of(index);
  const bool takes_part = std::any_of(trigger.participants.begin(), trigger.participants.end(),
                                      [e](const Participant& x) { return x.entity == e; });
  const std::string_view part = takes_part ? "takes part" : "no part";
  const std::string_view side = m.head < trigger.token ? "before" : "after";
  bool verb_between = false;
  for (TokenIndex t = std::min(m.head, trigger.token) + 1;
       t < std::max(m.head, trigger.token) && !verb_between; ++t)
    verb_between = s.upos(t) == Upos::Verb;
  Features f;
  f.add("bias");
  f.add("kind", {kind, preposition});
  f.add("kind count", {kind, number});
  f.add("part", {part, kind, preposition});
  f.add("type", {type, kind});
  f.add("type preposition", {type, preposition, part});
  f.add("argument", {a == nullptr ? "none" : name_of(a->kind), preposition, kind});
  f.add("path", {up});
  f.add("path kind", {up, kind, preposition});
  f.add("relation", {to_string(s.deprel(m.head)), preposition, kind});
  f.add("distance", {distance_name(trigger.token, m.head), verb_between ? "verb" : "", preposition});
  f.add("side", {side, number, verb_between ? "verb" : ""});
  f.add("lemma", {trigger.lemma, preposition, kind});
  return f;
}

std::optional<MentionIndex> place_of(const Scene& scene, const EventModel& model, const Trigger& trigger) {
  std::optional<MentionIndex> best;
  std::int32_t highest = 0;
  for (const MentionIndex m : place_candidates(scene, trigger)) {
    const Mention& mention = scene.d.mentions[m];
    std::int32_t score = 0;
    if (model.place.empty()) {
      const TokenIndex p = preposition_of(scene.tree, mention.head);
      if (p == kNone || !is_locative(scene.tree.lemma(p))) continue;
      const TokenIndex head = mention.head;
      const std::uint32_t far = head < trigger.token ? trigger.token - head : head - trigger.token;
      score = 1000 - static_cast<std::int32_t>(far) +
              (path_up(scene.tree, head, trigger.token).empty() ? 0 : 300);
    } else {
      const auto scores = model.place.scores(place_features(scene, trigger, m));
      score = scores[1] - scores[0];
    }
    if (score > highest) highest = score, best = m;
  }
  return best;
}

}  // namespace dateline
