#include "extract/far_roles.hpp"

#include <algorithm>
#include <string>

#include "extract/event_words.hpp"

namespace dateline {
namespace {

constexpr SentenceIndex kReach = 2;            // sentences back
constexpr std::size_t kMaxFarCandidates = 12;  // the nearest

bool is_mentioned_in(const Scene& scene, SentenceIndex sentence, EntityIndex entity) {
  for (MentionIndex m = scene.first_mention[sentence]; m < scene.first_mention[sentence + 1]; ++m)
    if (scene.entity_of(m) == entity) return true;
  return false;
}

// Which roles the trigger's own sentence fills: "A" an agent, "T" a target.
std::string filled_roles(const Trigger& trigger) {
  bool agent = false;
  bool target = false;
  for (const Participant& p : trigger.participants) {
    agent = agent || p.role == Role::Agent;
    target = target || p.role == Role::Target;
  }
  return std::string(agent ? "A" : "") + (target ? "T" : "");
}

// The nearest verb above a mention, by lemma; "" for none.
std::string_view verb_over(const Syntax& s, TokenIndex t) {
  for (int step = 0; step < 6 && t != kNone; ++step, t = s.head(t))
    if (s.upos(t) == Upos::Verb) return s.lemma(t);
  return {};
}

}  // namespace

std::vector<MentionIndex> far_candidates(const Scene& scene, const Trigger& trigger) {
  std::vector<MentionIndex> found;
  const SentenceIndex from = trigger.sentence > kReach ? trigger.sentence - kReach : 0;
  for (MentionIndex m = scene.first_mention[trigger.sentence];
       m > scene.first_mention[from] && found.size() < kMaxFarCandidates;) {
    --m;
    const EntityIndex e = scene.entity_of(m);
    if (e == kNone || scene.d.mentions[m].head >= scene.d.tokens.size()) continue;
    const bool known =
        std::any_of(found.begin(), found.end(), [&](MentionIndex x) { return scene.entity_of(x) == e; });
    if (!known && !is_mentioned_in(scene, trigger.sentence, e)) found.push_back(m);
  }
  return found;
}

Features far_features(const Scene& scene, const Trigger& trigger, MentionIndex index) {
  const Syntax& s = scene.tree;
  const Mention& m = scene.d.mentions[index];
  const EntityIndex e = scene.entity_of(index);
  const Entity& entity = scene.d.entities.list[e];
  const std::string_view thing = to_string(scene.kind_at(m.head));
  const std::string_view type = to_string(trigger.type);
  const std::string_view tag = name_of(s.xpos(trigger.token));
  const SentenceIndex at = scene.sentence_of[m.head];
  const std::string apart = std::to_string(trigger.sentence - at);
  const std::string filled = filled_roles(trigger);
  const std::string slots = own_slots(trigger.arguments);
  const std::string_view how = to_string(s.deprel(m.head));
  const std::string_view verb = verb_over(s, m.head);
  const std::string times = std::to_string(std::min<std::size_t>(entity.mentions.size(), 4));
  const std::string_view opening = at == 0 ? "first" : "later";
  const TokenIndex det = s.child(trigger.token, {Deprel::Det, Deprel::NmodPoss});
  const std::string_view given = det == kNone ? "none" : s.lemma(det);
  Features f;
  f.add("bias");
  f.add("apart", {apart, filled});
  f.add("type", {type, filled, thing});
  f.add("type slots", {type, slots, tag, thing});
  f.add("type how", {type, how, filled});
  f.add("how", {how, apart, slots, tag});
  f.add("how thing", {how, thing, filled});
  f.add("times", {times, apart, filled});
  f.add("times type", {times, type, filled});
  f.add("opening", {opening, how, filled});
  f.add("lemma", {trigger.lemma, filled});
  f.add("lemma how", {trigger.lemma, how, slots});
  f.add("verb", {verb, how, type});
  f.add("verb lemma", {verb, trigger.lemma, how});
  f.add("given", {given, type, filled});
  f.add("given how", {given, how, apart});
  f.add("word", {s.lemma(m.head), type});
  f.add("relation", {to_string(s.deprel(trigger.token)), tag, filled, how});
  f.add("modality", {to_string(trigger.modality), filled, how});
  return f;
}

void add_far_participants(const Scene& scene, const EventModel& model, Trigger& trigger,
                          std::vector<std::string>* why) {
  if (model.far.empty()) return;
  std::vector<Participant> found;
  for (const MentionIndex m : far_candidates(scene, trigger)) {
    const std::uint32_t c = model.far.best(far_features(scene, trigger, m));
    if (c == 0) continue;
    const Role role = static_cast<Role>(c - 1);
    found.push_back({scene.entity_of(m), role});
    if (why != nullptr)
      why->push_back(std::string(to_string(role)) + ": '" +
                     std::string(scene.d.text_of(scene.d.mentions[m].tokens)) +
                     "' of an earlier sentence, learned");
  }
  trigger.participants.insert(trigger.participants.end(), found.begin(), found.end());
}

}  // namespace dateline
