#include "extract/carried.hpp"

#include <algorithm>
#include <string>

#include "extract/event_date.hpp"
#include "extract/event_words.hpp"

namespace dateline {
namespace {

constexpr SentenceIndex kReach = 2;  // sentences back
constexpr std::size_t kMaxCarried = 10;
// A wrong place misleads more than none: what a carried one needs over "not its place", in sixteenths of a
// nat.
constexpr std::int32_t kCarriedPlaceMargin = 16;

// The sentences that may lend something, nearest first.
std::vector<SentenceIndex> lenders(const Trigger& trigger) {
  std::vector<SentenceIndex> found;
  for (SentenceIndex back = 1; back <= kReach && back <= trigger.sentence; ++back)
    found.push_back(trigger.sentence - back);
  if (trigger.sentence > kReach) found.push_back(0);
  return found;
}

std::string_view apart_name(const Trigger& trigger, SentenceIndex from) {
  const SentenceIndex back = trigger.sentence - from;
  if (from == 0) return back == 1 ? "first, before" : "first";
  return back == 1 ? "before" : "two before";
}

std::string shared_actors(const Trigger& a, const Trigger& b) {
  std::size_t shared = 0;
  for (const Participant& p : a.participants)
    shared +=
        static_cast<std::size_t>(std::count_if(b.participants.begin(), b.participants.end(),
                                               [&](const Participant& q) { return q.entity == p.entity; }));
  return std::to_string(std::min<std::size_t>(shared, 2));
}

// How the noun of an event is given: "the", "a", "its", "" for none and for verbs.
std::string_view given(const Syntax& s, TokenIndex t) {
  const TokenIndex det = s.child(t, {Deprel::Det, Deprel::NmodPoss});
  return det == kNone ? std::string_view() : s.lemma(det);
}

// What the trigger is, whatever is lent to it.
void add_borrower(const Scene& scene, const Trigger& t, std::string_view apart, std::string_view thing,
                  Features& f) {
  const Syntax& s = scene.tree;
  const std::string_view type = to_string(t.type);
  const std::string_view tense = tense_of(s, t.token);
  const std::string_view modality = to_string(t.modality);
  f.add("bias");
  f.add("apart", {apart, thing});
  f.add("type", {type, apart});
  f.add("tense", {tense, apart, thing});
  f.add("tense type", {tense, type});
  f.add("modality", {modality, apart});
  f.add("lemma", {t.lemma, apart});
  f.add("given", {given(s, t.token), type});
  f.add("given apart", {given(s, t.token), tense, apart});
  f.add("relation", {to_string(s.deprel(t.token)), tense});
  f.add("cast", {std::to_string(std::min<std::size_t>(t.participants.size(), 2)), tense, apart});
}

// The event that has it already: the trigger of that sentence that the date or the place belongs to.
void add_owner(const Scene& scene, const Trigger& t, const Trigger* owner, std::string_view apart,
               Features& f) {
  if (owner == nullptr) {
    f.add("no owner", {apart, to_string(t.type)});
    return;
  }
  const std::string_view type = to_string(t.type);
  const std::string_view other = to_string(owner->type);
  const std::string shared = shared_actors(t, *owner);
  const std::string_view same = t.type == owner->type ? "same" : "other";
  const std::string_view lemma = t.lemma == owner->lemma ? "same" : "other";
  const std::string_view tense = tense_of(scene.tree, t.token);
  f.add("owner", {same, lemma, shared, apart});
  f.add("owner type", {type, other});
  f.add("owner type shared", {type, other, shared});
  f.add("owner lemmas", {t.lemma, owner->lemma});
  f.add("owner tense", {tense, tense_of(scene.tree, owner->token), same});
  f.add("owner modality", {to_string(t.modality), to_string(owner->modality), same});
  f.add("owner given", {given(scene.tree, t.token), same, shared});
}

template <class Owns>
const Trigger* owner_in(const std::vector<Trigger>& triggers, SentenceIndex sentence, const Owns& owns) {
  for (const Trigger& t : triggers) {
    if (t.sentence > sentence) break;
    if (t.sentence == sentence && owns(t)) return &t;
  }
  return nullptr;
}

std::string number_of(std::size_t things) { return std::to_string(std::min<std::size_t>(things, 3)); }

}  // namespace

std::vector<TimeIndex> carried_dates(const Scene& scene, const Trigger& trigger) {
  std::vector<TimeIndex> found;
  for (const SentenceIndex s : lenders(trigger))
    for (TimeIndex i = scene.first_time[s]; i < scene.first_time[s + 1] && found.size() < kMaxCarried; ++i)
      if (can_date(scene.d.times[i])) found.push_back(i);
  return found;
}

std::vector<MentionIndex> carried_places(const Scene& scene, const Trigger& trigger) {
  std::vector<MentionIndex> found;
  for (const SentenceIndex s : lenders(trigger))
    for (MentionIndex m = scene.first_mention[s];
         m < scene.first_mention[s + 1] && found.size() < kMaxCarried; ++m) {
      const Mention& mention = scene.d.mentions[m];
      if (mention.head >= scene.d.tokens.size() || mention.form != MentionForm::Name) continue;
      if (mention.kind != EntityKind::Place && mention.kind != EntityKind::Country) continue;
      const bool known = std::any_of(found.begin(), found.end(), [&](MentionIndex x) {
        return scene.entity_of(x) != kNone && scene.entity_of(x) == scene.entity_of(m);
      });
      if (!known) found.push_back(m);
    }
  return found;
}

Features carried_date_features(const Scene& scene, const std::vector<Trigger>& triggers,
                               const Trigger& trigger, TimeIndex index) {
  const TimeExpression& time = scene.d.times[index];
  const SentenceIndex from = scene.sentence_of[time.tokens.begin];
  const std::string_view apart = apart_name(trigger, from);
  const std::string_view grain = time.value.days ? to_string(time.value.days->granularity) : "no days";
  const Trigger* owner =
      owner_in(triggers, from, [&](const Trigger& t) { return t.when && t.when->time == index; });
  Features f;
  add_borrower(scene, trigger, apart, grain, f);
  add_owner(scene, trigger, owner, apart, f);
  const std::size_t own = scene.first_time[trigger.sentence + 1] - scene.first_time[trigger.sentence];
  f.add("own times", {number_of(own), apart, tense_of(scene.tree, trigger.token)});
  f.add("times there", {number_of(scene.first_time[from + 1] - scene.first_time[from]), apart, grain});
  f.add("last word", {scene.tree.lemma(time.tokens.end - 1), apart});
  f.add("grain type", {grain, to_string(trigger.type)});
  return f;
}

Features carried_place_features(const Scene& scene, const std::vector<Trigger>& triggers,
                                const Trigger& trigger, MentionIndex index) {
  const Mention& m = scene.d.mentions[index];
  const SentenceIndex from = scene.sentence_of[m.head];
  const std::string_view apart = apart_name(trigger, from);
  const std::string_view kind = to_string(m.kind);
  const EntityIndex entity = scene.entity_of(index);
  const Trigger* owner = owner_in(triggers, from, [&](const Trigger& t) {
    return t.place && (*t.place == index || (entity != kNone && scene.entity_of(*t.place) == entity));
  });
  const TokenIndex p = preposition_of(scene.tree, m.head);
  const std::string_view preposition = p == kNone ? "" : scene.tree.lemma(p);
  const bool acts = std::any_of(trigger.participants.begin(), trigger.participants.end(),
                                [&](const Participant& x) { return x.entity == entity; });
  Features f;
  add_borrower(scene, trigger, apart, kind, f);
  add_owner(scene, trigger, owner, apart, f);
  f.add("preposition", {preposition, kind, apart});
  f.add("preposition type", {preposition, kind, to_string(trigger.type)});
  f.add("acts", {acts ? "acts" : "", kind});
  f.add("places there", {number_of(carried_places(scene, trigger).size()), kind, apart});
  return f;
}

void carry_dates(const Scene& scene, const EventModel& model, std::vector<Trigger>& triggers) {
  if (model.carried_date.empty()) return;
  std::vector<std::optional<EventDate>> lent(triggers.size());
  for (std::size_t i = 0; i < triggers.size(); ++i) {
    if (triggers[i].when) continue;
    std::int32_t highest = 0;
    for (const TimeIndex time : carried_dates(scene, triggers[i])) {
      const auto scores =
          model.carried_date.scores(carried_date_features(scene, triggers, triggers[i], time));
      if (scores[1] - scores[0] > highest)
        highest = scores[1] - scores[0], lent[i] = EventDate{time, DateBasis::Context};
    }
  }
  for (std::size_t i = 0; i < triggers.size(); ++i)
    if (lent[i]) triggers[i].when = lent[i];
}

void carry_places(const Scene& scene, const EventModel& model, std::vector<Trigger>& triggers) {
  if (model.carried_place.empty()) return;
  std::vector<std::optional<MentionIndex>> lent(triggers.size());
  for (std::size_t i = 0; i < triggers.size(); ++i) {
    if (triggers[i].place) continue;
    std::int32_t highest = kCarriedPlaceMargin;
    for (const MentionIndex m : carried_places(scene, triggers[i])) {
      const auto scores = model.carried_place.scores(carried_place_features(scene, triggers, triggers[i], m));
      if (scores[1] - scores[0] > highest) highest = scores[1] - scores[0], lent[i] = m;
    }
  }
  for (std::size_t i = 0; i < triggers.size(); ++i)
    if (lent[i]) triggers[i].place = lent[i];
}

}  // namespace dateline
