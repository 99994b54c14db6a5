#include "extract/attribution.hpp"

#include <algorithm>

namespace dateline {
namespace {

bool is_speech(const Scene& scene, const EventModel& model, TokenIndex t) {
  if (scene.tree.upos(t) != Upos::Verb) return false;
  const auto rows = model.triggers.rows_of(scene.tree.lemma(t), TriggerPos::Verb);
  return std::any_of(rows.begin(), rows.end(), [](const TriggerRow* row) { return row->speech; });
}

std::optional<EntityIndex> entity_at(const Scene& scene, TokenIndex t) {
  if (t == kNone || scene.mention_of_head[t] == kNone) return std::nullopt;
  const EntityIndex e = scene.entity_of(scene.mention_of_head[t]);
  return e == kNone ? std::nullopt : std::optional(e);
}

// "according to the ministry": of the clause that holds the trigger.
std::optional<EntityIndex> according_to(const Scene& scene, TokenIndex t) {
  for (const TokenIndex c : scene.tree.children(t)) {
    if (scene.tree.child_with_lemma(c, "accord") == kNone &&
        scene.tree.child_with_lemma(c, "according") == kNone)
      continue;
    if (const auto entity = entity_at(scene, c)) return entity;
  }
  return std::nullopt;
}

}  // namespace

std::optional<EntityIndex> attribution_of(const Scene& scene, const EventModel& model,
                                          const Trigger& trigger) {
  const Syntax& s = scene.tree;
  TokenIndex t = trigger.token;
  for (int step = 0; step < 8; ++step) {
    if (const auto entity = according_to(scene, t)) return entity;
    const TokenIndex head = s.head(t);
    if (head == kNone) return std::nullopt;
    const bool content = s.deprel(t) == Deprel::Ccomp || s.deprel(t) == Deprel::Parataxis;
    if (content && is_speech(scene, model, head)) {
      const auto entity = entity_at(scene, s.child(head, {Deprel::Nsubj}));
      // What one says of oneself ("he said he had met them") needs no voucher.
      const bool self = entity && std::any_of(trigger.participants.begin(), trigger.participants.end(),
                                              [&](const Participant& p) { return p.entity == *entity; });
      return self ? std::nullopt : entity;
    }
    // "Police said" in brackets of the clause hangs below it.
    for (const TokenIndex c : s.children(t))
      if (s.deprel(c) == Deprel::Parataxis && c != trigger.token && is_speech(scene, model, c))
        if (const auto entity = entity_at(scene, s.child(c, {Deprel::Nsubj}))) return entity;
    t = head;
  }
  return std::nullopt;
}

}  // namespace dateline
