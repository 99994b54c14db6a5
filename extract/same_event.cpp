#include "extract/same_event.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "extract/event_words.hpp"

namespace dateline {
namespace {

std::optional<double> figure_of(const Scene& scene, const Trigger& t, FigureKind kind) {
  for (const EventFigure& f : t.figures)
    if (f.kind == kind && scene.d.figures[f.figure].quantity.value)
      return scene.d.figures[f.figure].quantity.value;
  return std::nullopt;
}

std::optional<double> casualties(const Scene& scene, const Trigger& t) {
  return figure_of(scene, t, FigureKind::Killed);
}

struct Shared {
  int agents = 0;     // the same entity in the same role
  int crossed = 0;    // the same entity in another role
  int strangers = 0;  // of the later trigger's, not with the earlier
};

Shared shared_participants(const Trigger& a, const Trigger& b) {
  Shared n;
  for (const Participant& y : b.participants) {
    const auto it = std::find_if(a.participants.begin(), a.participants.end(),
                                 [&](const Participant& x) { return x.entity == y.entity; });
    if (it == a.participants.end()) {
      ++n.strangers;
    } else {
      ++(it->role == y.role ? n.agents : n.crossed);
    }
  }
  return n;
}

std::string_view date_agreement(const Scene& scene, const Trigger& a, const Trigger& b) {
  if (!a.when && !b.when) return "no dates";
  if (!a.when || !b.when) return "one date";
  if (a.when->time == b.when->time) return "same words";
  const auto& x = scene.d.times[a.when->time].value;
  const auto& y = scene.d.times[b.when->time].value;
  if (x.days && y.days)
    return *x.days == *y.days ? "same days" : overlap(*x.days, *y.days) ? "near days" : "other days";
  return x.value == y.value ? "same value" : "other value";
}

std::string_view place_agreement(const Scene& scene, const Trigger& a, const Trigger& b) {
  if (!a.place || !b.place) return "no place";
  return scene.entity_of(*a.place) == scene.entity_of(*b.place) ? "same place" : "other place";
}

std::string_view word_form(const Syntax& s, TokenIndex t) {
  if (s.upos(t) == Upos::Verb) return "verb";
  const TokenIndex det = s.child(t, {Deprel::Det, Deprel::NmodPoss});
  if (det == kNone) return "bare noun";
  const std::string_view lemma = s.lemma(det);
  return lemma == "a" || lemma == "an" || lemma == "another" ? "new noun"
         : lemma == "the"                                    ? "the noun"
                                                             : "given noun";
}

void add_tree_features(const Scene& scene, const Trigger& a, const Trigger& b, std::string_view types,
                       Features& f) {
  const Syntax& s = scene.tree;
  const std::string up = path_up(s, b.token, a.token);
  const std::string down = up.empty() ? path_up(s, a.token, b.token) : std::string();
  f.add("path", {up, down});
  f.add("path types", {up, down, types});
  f.add("path lemmas", {up, down, a.lemma, b.lemma});
  f.add("path forms", {up, down, word_form(s, a.token), word_form(s, b.token)});
  f.add("distance", {distance_name(a.token, b.token), types});
}

}  // namespace

Features same_features(const Scene& scene, const Trigger& a, const Trigger& b) {
  const Syntax& s = scene.tree;
  const bool same_type = a.type == b.type;
  const std::string_view agree = same_type ? "same type" : "other type";
  const std::string types = std::string(to_string(a.type)) + "+" + std::string(to_string(b.type));
  const std::uint32_t apart = b.sentence - a.sentence;
  const std::string sentences = std::to_string(std::min(apart, 5u));
  const Shared shared = shared_participants(a, b);
  const std::string common = std::to_string(std::min(shared.agents, 2)) +
                             std::to_string(std::min(shared.crossed, 1)) +
                             std::to_string(std::min(shared.strangers, 2));
  const bool same_lemma = a.lemma == b.lemma;
  const std::string_view lemma = same_lemma ? "same lemma" : "other lemma";
  const auto x = casualties(scene, a);
  const auto y = casualties(scene, b);
  const std::string_view toll = x && y ? (*x == *y ? "same toll" : "other toll") : "no toll";
  const std::string_view dates = date_agreement(scene, a, b);
  const std::string_view places = place_agreement(scene, a, b);
  const std::string_view form_a = word_form(s, a.token);
  const std::string_view form_b = word_form(s, b.token);
  Features f;
  f.add("bias", {agree});
  f.add("types", {types});
  f.add("types apart", {types, sentences});
  f.add("apart", {agree, sentences});
  f.add("lemma", {agree, lemma, sentences});
  f.add("lemma type", {lemma, to_string(b.type), apart == 0 ? "here" : "away"});
  f.add("lemmas", {a.lemma, b.lemma});
  f.add("common", {agree, common});
  f.add("common type", {types, common});
  f.add("common apart", {agree, common, sentences});
  f.add("dates", {agree, dates});
  f.add("dates type", {types, dates});
  f.add("places", {agree, places});
  f.add("places dates", {agree, places, dates, toll});
  f.add("toll", {agree, toll, sentences});
  f.add("forms", {agree, form_a, form_b, sentences});
  f.add("forms type", {types, form_b});
  f.add("forms lemma", {form_b, b.lemma, sentences});
  f.add("modality", {agree, to_string(a.modality), to_string(b.modality)});
  f.add("opening", {agree, a.sentence == 0 ? "first" : "later", to_string(scene.block_kind(a.sentence)),
                    to_string(scene.block_kind(b.sentence))});
  if (apart == 0) add_tree_features(scene, a, b, types, f);
  return f;
}

namespace {

// Without weights: the same type, no stranger and nothing that speaks against it.
bool same_by_rule(const Scene& scene, const Trigger& a, const Trigger& b) {
  if (a.type != b.type || a.modality != b.modality) return false;
  const std::string_view dates = date_agreement(scene, a, b);
  if (dates == "other days" || dates == "other value") return false;
  const auto x = casualties(scene, a);
  const auto y = casualties(scene, b);
  if (x && y && *x != *y) return false;
  const Shared shared = shared_participants(a, b);
  return shared.agents + shared.crossed > 0 || a.participants.empty() || b.participants.empty();
}

// Whether each has one in the role that the other has not, and they share none.
bool others_in_role(const Trigger& a, const Trigger& b, Role role) {
  bool any_a = false;
  bool any_b = false;
  for (const Participant& x : a.participants) {
    if (x.role != role) continue;
    any_a = true;
    for (const Participant& y : b.participants)
      if (y.entity == x.entity) return false;
  }
  for (const Participant& y : b.participants) any_b = any_b || y.role == role;
  return any_a && any_b;
}

// "met Ilves" and "meeting with Novak": each side has a partner that the other has not.
bool other_partners(const Trigger& a, const Trigger& b) {
  const auto has_stranger = [](const Trigger& x, const Trigger& y) {
    return std::any_of(x.participants.begin(), x.participants.end(), [&](const Participant& p) {
      return p.role == Role::Agent &&
             std::none_of(y.participants.begin(), y.participants.end(),
                          [&](const Participant& q) { return q.entity == p.entity; });
    });
  };
  return has_stranger(a, b) && has_stranger(b, a);
}

// The entities with whom, by the tree, one meets: "meeting with Novak".
std::vector<EntityIndex> own_partners(const Scene& scene, const Trigger& t) {
  std::vector<EntityIndex> partners;
  for (MentionIndex m = scene.first_mention[t.sentence]; m < scene.first_mention[t.sentence + 1]; ++m) {
    const Mention& mention = scene.d.mentions[m];
    const Argument* a = argument_at(t, mention.tokens, mention.head);
    if (a == nullptr || a->kind != ArgumentKind::Oblique || a->inherited || a->preposition == kNone) continue;
    if (scene.tree.lemma(a->preposition) == "with" && scene.entity_of(m) != kNone)
      partners.push_back(scene.entity_of(m));
  }
  return partners;
}

bool disjoint(const std::vector<EntityIndex>& a, const std::vector<EntityIndex>& b) {
  return std::none_of(a.begin(), a.end(),
                      [&](EntityIndex e) { return std::find(b.begin(), b.end(), e) != b.end(); });
}

bool other_own_partners(const Scene& scene, const Trigger& a, const Trigger& b) {
  const auto x = own_partners(scene, a);
  const auto y = own_partners(scene, b);
  return !x.empty() && !y.empty() && disjoint(x, y);
}

bool differ(const std::optional<double>& a, const std::optional<double>& b) { return a && b && *a != *b; }

// What no likeness outweighs: other days, another toll or sum, other doers, other partners of a meeting.
bool never_same(const Scene& scene, const Trigger& a, const Trigger& b) {
  const std::string_view dates = date_agreement(scene, a, b);
  if (dates == "other days") return true;
  const bool own =
      a.when && b.when && a.when->basis == DateBasis::Expression && b.when->basis == DateBasis::Expression;
  if (own && dates == "other value") return true;
  for (const FigureKind kind : {FigureKind::Killed, FigureKind::Arrested, FigureKind::Money})
    if (differ(figure_of(scene, a, kind), figure_of(scene, b, kind))) return true;
  if (a.type == EventType::Meeting && b.type == EventType::Meeting)
    return other_partners(a, b) || other_own_partners(scene, a, b);
  return others_in_role(a, b, Role::Agent);
}

}  // namespace

std::vector<std::vector<std::size_t>> group_triggers(const Scene& scene, const EventModel& model,
                                                     const std::vector<Trigger>& triggers) {
  std::vector<std::vector<std::size_t>> groups;
  std::vector<std::size_t> group_of(triggers.size());
  for (std::size_t j = 0; j < triggers.size(); ++j) {
    std::optional<std::size_t> best;
    std::int32_t highest = 0;
    std::set<std::size_t> barred;  // groups with a trigger that cannot be the same event
    for (std::size_t i = j; i > 0 && j - i < kSameWindow; --i)
      if (never_same(scene, triggers[i - 1], triggers[j])) barred.insert(group_of[i - 1]);
    for (std::size_t i = j; i > 0 && j - i < kSameWindow; --i) {
      const Trigger& earlier = triggers[i - 1];
      if (barred.contains(group_of[i - 1])) continue;
      if (model.same.empty()) {
        if (!best && same_by_rule(scene, earlier, triggers[j])) best = i - 1;
        continue;
      }
      const auto scores = model.same.scores(same_features(scene, earlier, triggers[j]));
      if (scores[1] - scores[0] > highest) highest = scores[1] - scores[0], best = i - 1;
    }
    group_of[j] = best ? group_of[*best] : groups.size();
    if (!best) groups.emplace_back();
    groups[group_of[j]].push_back(j);
  }
  return groups;
}

}  // namespace dateline
