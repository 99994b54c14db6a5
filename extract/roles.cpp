#include "extract/roles.hpp"

#include <algorithm>
#include <string>

#include "extract/event_words.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxCandidates = 40;

bool all_sides_act(EventType type) {
  return type == EventType::Meeting || type == EventType::Agreement || type == EventType::Cooperation;
}

// What dies, falls or is born bears the event.
bool subject_bears(EventType type) { return type == EventType::Death || type == EventType::Disaster; }

std::optional<Role> role_of_oblique(const Scene& scene, const Trigger& trigger, const Argument& a) {
  if (a.preposition == kNone) return std::nullopt;
  const std::string_view p = scene.tree.lemma(a.preposition);
  if (all_sides_act(trigger.type) && (p == "with" || p == "between" || p == "among" || p == "of"))
    return Role::Agent;
  if (p == "against" || p == "to" || p == "on" || p == "at" || p == "with" || p == "for") return Role::Target;
  if (p == "between" || p == "among") return Role::Agent;
  if (p == "of") {
    const bool of_doer = trigger.type == EventType::Visit || trigger.type == EventType::Statement ||
                         trigger.type == EventType::Departure || trigger.type == EventType::Launch;
    return of_doer ? Role::Agent : Role::Target;
  }
  return std::nullopt;
}

std::string_view rule_name(const std::optional<Role>& role) { return role ? to_string(*role) : "none"; }

// How the mention stands to the trigger by the tree, wherever it hangs.
void add_way_features(const Scene& scene, const Trigger& trigger, const Mention& m, std::string_view thing,
                      std::string_view kind, Features& f) {
  const Syntax& s = scene.tree;
  const std::string_view type = to_string(trigger.type);
  const TreeWay way = way_between(s, trigger.token, m.head);
  const std::string_view top = way.top == kNone ? "" : s.lemma(way.top);
  const TokenIndex p = preposition_of(s, m.head);
  const std::string_view preposition = p == kNone ? "" : s.lemma(p);
  const std::string slots = own_slots(trigger.arguments);
  f.add("way", {way.relations});
  f.add("way type", {way.relations, type});
  f.add("way thing", {way.relations, thing, preposition});
  f.add("way top", {way.relations, top});
  f.add("way top type", {top, type, thing});
  f.add("way slots", {way.relations, slots});
  f.add("slots type", {slots, type, kind, preposition});
  f.add("slots thing", {slots, thing, kind, preposition});
  f.add("slots tag", {slots, name_of(s.xpos(trigger.token)), kind, thing});
}

// The relation by which a mention that is no argument hangs on its governor, and what that is.
void add_far_features(const Scene& scene, const Trigger& trigger, const Mention& m, std::string_view thing,
                      Features& f) {
  const Syntax& s = scene.tree;
  const std::string_view type = to_string(trigger.type);
  const std::string up = path_up(s, m.head, trigger.token);
  const std::string down = up.empty() ? path_up(s, trigger.token, m.head) : std::string();
  f.add("path", {up, down});
  f.add("path thing", {up, down, thing});
  f.add("path type", {up, down, type, thing});
  const TokenIndex head = s.head(m.head);
  if (head != kNone) {
    f.add("governed", {to_string(s.deprel(m.head)), head == trigger.token ? "by it" : name_of(s.xpos(head))});
    f.add("governor of trigger",
          {to_string(s.deprel(m.head)), s.head(trigger.token) == head ? "shared" : "other",
           to_string(s.deprel(trigger.token))});
    f.add("governor shared type",
          {to_string(s.deprel(m.head)), s.head(trigger.token) == head ? "shared" : "other", type});
  }
  const TokenIndex preposition = preposition_of(s, m.head);
  f.add("preposition", {preposition == kNone ? "" : s.lemma(preposition), type});
  bool verb_between = false;
  const TokenIndex low = std::min(m.head, trigger.token);
  const TokenIndex high = std::max(m.head, trigger.token);
  for (TokenIndex t = low + 1; t < high && !verb_between; ++t) verb_between = s.upos(t) == Upos::Verb;
  const std::string_view between = verb_between ? "verb between" : "no verb between";
  f.add(between, {distance_name(m.head, trigger.token)});
  f.add(between, {type, thing, m.head < trigger.token ? "before" : "after"});
}

}  // namespace

std::optional<Role> role_by_tree(const Scene& scene, const Trigger& trigger, const Argument& a) {
  switch (a.kind) {
    case ArgumentKind::Subject: return subject_bears(trigger.type) ? Role::Target : Role::Agent;
    case ArgumentKind::PassiveSubject: return all_sides_act(trigger.type) ? Role::Agent : Role::Target;
    case ArgumentKind::Object:
    case ArgumentKind::IndirectObject: return all_sides_act(trigger.type) ? Role::Agent : Role::Target;
    case ArgumentKind::ByAgent: return Role::Agent;
    case ArgumentKind::Possessive: return subject_bears(trigger.type) ? Role::Target : Role::Agent;
    case ArgumentKind::Modifier: return Role::Agent;
    case ArgumentKind::Oblique: return role_of_oblique(scene, trigger, a);
    case ArgumentKind::Clause: return std::nullopt;
  }
  return std::nullopt;
}

std::vector<MentionIndex> role_candidates(const Scene& scene, const Trigger& trigger) {
  std::vector<MentionIndex> found;
  const MentionIndex end = scene.first_mention[trigger.sentence + 1];
  for (MentionIndex m = scene.first_mention[trigger.sentence]; m < end; ++m) {
    const Mention& mention = scene.d.mentions[m];
    if (scene.entity_of(m) == kNone || mention.head >= scene.d.tokens.size()) continue;
    if (mention.head == trigger.token || scene.mention_of_head[mention.head] != m) continue;
    if (scene.in_dateline(mention.head)) continue;
    found.push_back(m);
  }
  const auto distance = [&](MentionIndex m) {
    const TokenIndex head = scene.d.mentions[m].head;
    return head < trigger.token ? trigger.token - head : head - trigger.token;
  };
  if (found.size() > kMaxCandidates) {
    std::stable_sort(found.begin(), found.end(),
                     [&](MentionIndex a, MentionIndex b) { return distance(a) < distance(b); });
    found.resize(kMaxCandidates);
    std::sort(found.begin(), found.end());
  }
  return found;
}

Features role_features(const Scene& scene, const Trigger& trigger, MentionIndex index) {
  const Syntax& s = scene.tree;
  const Mention& m = scene.d.mentions[index];
  const Argument* a = argument_at(trigger, m.tokens, m.head);
  const std::string_view thing = to_string(scene.kind_at(m.head));
  const std::string_view type = to_string(trigger.type);
  const std::string_view lemma = trigger.lemma;
  const std::string_view form = m.form == MentionForm::Name      ? "name"
                                : m.form == MentionForm::Nominal ? "nominal"
                                                                 : "pronoun";
  const std::string_view tag = name_of(s.xpos(trigger.token));
  Features f;
  f.add("bias");
  f.add("form", {form});
  f.add("thing type", {thing, type});
  f.add("tag form", {tag, form});
  if (a != nullptr) {
    const std::string_view kind = name_of(a->kind);
    const std::string_view preposition = a->preposition == kNone ? "" : s.lemma(a->preposition);
    const std::string_view whole = a->head == m.head ? "head" : "inside";
    const std::string_view own = a->inherited ? "shared" : "own";
    f.add("rule", {rule_name(role_by_tree(scene, trigger, *a)), whole, own});
    f.add("argument", {kind, preposition, whole, own});
    f.add("argument type", {kind, preposition, type});
    f.add("argument thing", {kind, preposition, thing});
    f.add("argument thing type", {kind, preposition, thing, type});
    f.add("argument lemma", {kind, preposition, lemma});
    f.add("argument form", {kind, form, thing});
    f.add("argument passive", {kind, tag, is_passive(s, trigger.token) ? "passive" : "active", type});
  }
  add_far_features(scene, trigger, m, thing, f);
  add_way_features(scene, trigger, m, thing, a == nullptr ? "none" : name_of(a->kind), f);
  f.add("head word", {s.lemma(m.head)});
  f.add("head word type", {s.lemma(m.head), type});
  return f;
}

namespace {

// By how much the tree's answer is favoured where the mention is the subject, object or agent itself, or the
// partner with whom one meets; sixteenths of a nat.
constexpr std::int32_t kTreeFavour = 64;

// 0 none, 1 + r role r.
std::uint32_t learned_role(const Scene& scene, const EventModel& model, const Trigger& trigger,
                           MentionIndex m) {
  std::vector<std::int32_t> scores = model.role.scores(role_features(scene, trigger, m));
  const Mention& mention = scene.d.mentions[m];
  const Argument* a = argument_at(trigger, mention.tokens, mention.head);
  const bool direct = a != nullptr && a->head == mention.head && !a->inherited &&
                      (a->kind == ArgumentKind::Subject || a->kind == ArgumentKind::PassiveSubject ||
                       a->kind == ArgumentKind::Object || a->kind == ArgumentKind::ByAgent ||
                       (a->kind == ArgumentKind::Oblique && all_sides_act(trigger.type)));
  const EntityKind kind = scene.kind_at(mention.head);
  if (direct && kind != EntityKind::Other && kind != EntityKind::Place)
    if (const auto role = role_by_tree(scene, trigger, *a))
      scores[1 + static_cast<std::size_t>(*role)] += kTreeFavour;
  return static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// "agent: 'Obama', subject of 'left'"; where the tree gives another answer or none, the way to the mention.
std::string spell_role_reason(const Scene& scene, const Trigger& trigger, MentionIndex index, Role role) {
  const Syntax& s = scene.tree;
  const Mention& m = scene.d.mentions[index];
  const Argument* a = argument_at(trigger, m.tokens, m.head);
  std::string text = std::string(to_string(role)) + ": '" + std::string(scene.d.text_of(m.tokens)) + "', ";
  if (a != nullptr) {
    text += name_of(a->kind);
    if (a->preposition != kNone) text += " after '" + std::string(s.lemma(a->preposition)) + "'";
    text += std::string(a->inherited ? " shared with '" : " of '") +
            std::string(scene.d.text_of(trigger.token)) + "'";
    if (role_by_tree(scene, trigger, *a) == role) return text;
    return text + ", learned";
  }
  const TreeWay way = way_between(s, trigger.token, m.head);
  return text + "learned" + (way.relations.empty() ? "" : " (" + way.relations + ")");
}

}  // namespace

std::vector<Participant> participants_of(const Scene& scene, const EventModel& model, const Trigger& trigger,
                                         std::vector<std::string>* why) {
  std::vector<Participant> found;
  const auto add = [&](MentionIndex m, Role role) {
    const EntityIndex entity = scene.entity_of(m);
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const Participant& p) { return p.entity == entity; });
    if (known) return;
    found.push_back({entity, role});
    if (why != nullptr) why->push_back(spell_role_reason(scene, trigger, m, role));
  };
  for (const MentionIndex m : role_candidates(scene, trigger)) {
    if (model.role.empty()) {
      const Argument* a = argument_at(trigger, scene.d.mentions[m].tokens, scene.d.mentions[m].head);
      const EntityKind kind = scene.kind_at(scene.d.mentions[m].head);
      if (a == nullptr || kind == EntityKind::Place || kind == EntityKind::Other) continue;
      if (const auto role = role_by_tree(scene, trigger, *a)) add(m, *role);
    } else if (const std::uint32_t c = learned_role(scene, model, trigger, m); c > 0) {
      add(m, static_cast<Role>(c - 1));
    }
  }
  return found;
}

}  // namespace dateline
