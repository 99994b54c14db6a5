#include "extract/find_events.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/attribution.hpp"
#include "extract/core.hpp"
#include "extract/event_answers.hpp"
#include "extract/event_date.hpp"
#include "extract/event_type.hpp"
#include "extract/same_event.hpp"
#include "extract/scene.hpp"
#include "extract/summary.hpp"

namespace dateline {
namespace {

using Group = std::vector<const Trigger*>;

// The trigger that tells most: a verb before a noun, more participants before fewer, earlier before later.
const Trigger& best_of(const Scene& scene, const Group& group) {
  const auto worth = [&](const Trigger* t) {
    return 2 * t->participants.size() + (scene.tree.upos(t->token) == Upos::Verb ? 3 : 0) + (t->when ? 1 : 0);
  };
  const Trigger* best = group.front();
  for (const Trigger* t : group)
    if (worth(t) > worth(best)) best = t;
  return *best;
}

// The type that most triggers name; of equals the first's. "Occurrence" and "statement" give way to any
// other.
EventType type_of(const Group& group) {
  std::array<std::size_t, kEventTypes> votes{};
  for (const Trigger* t : group)
    votes[static_cast<std::size_t>(t->type)] +=
        t->type == EventType::Occurrence || t->type == EventType::Statement ? 1 : 8;
  EventType best = group.front()->type;
  for (const Trigger* t : group)
    if (votes[static_cast<std::size_t>(t->type)] > votes[static_cast<std::size_t>(best)]) best = t->type;
  return best;
}

void join_participants(Event& event, const Trigger& trigger) {
  for (const Participant& p : trigger.participants) {
    const bool known = std::any_of(event.participants.begin(), event.participants.end(),
                                   [&](const Participant& q) { return q.entity == p.entity; });
    if (!known) event.participants.push_back(p);
  }
}

// A figure of the same kind that another trigger gives again is not told twice.
void join_figures(const Scene& scene, Event& event, const Trigger& trigger) {
  for (const EventFigure& f : trigger.figures) {
    const bool known = std::any_of(event.figures.begin(), event.figures.end(), [&](const EventFigure& g) {
      return g.figure == f.figure ||
             (g.kind == f.kind && scene.d.figures[g.figure].quantity == scene.d.figures[f.figure].quantity);
    });
    if (!known) event.figures.push_back(f);
  }
}

std::string quoted(const Scene& scene, Span tokens) {
  return "'" + std::string(scene.d.text_of(tokens)) + "'";
}

// What is told as a fact anywhere is one; but "cancelled" over "summit" tells no fact of the summit.
Modality modality_of(const Scene& scene, const Group& group, const Trigger& best) {
  for (const Trigger* t : group)
    for (const Trigger* over : group)
      if (t->modality != Modality::Actual && scene.tree.head(t->token) == over->token) return t->modality;
  const bool fact = std::any_of(group.begin(), group.end(),
                                [](const Trigger* t) { return t->modality == Modality::Actual; });
  return fact ? Modality::Actual : best.modality;
}

Event event_of(const Scene& scene, const EventModel& model, const Group& group) {
  const Trigger& best = best_of(scene, group);
  Event event{.type = type_of(group), .core = is_core(scene, model, group)};
  event.triggers.push_back({best.token, best.token + 1});
  join_participants(event, best);
  event.modality = modality_of(scene, group, best);
  event.when = best.when;
  event.place = best.place;
  for (const Trigger* t : group) {
    if (t != &best) {
      event.triggers.push_back({t->token, t->token + 1});
      event.why.push_back("same event: " + quoted(scene, {best.token, best.token + 1}) + " and " +
                          quoted(scene, {t->token, t->token + 1}));
    }
    if (event.sentences.empty() || event.sentences.back() != t->sentence)
      event.sentences.push_back(t->sentence);
    join_participants(event, *t);
    join_figures(scene, event, *t);
    if (!event.when) event.when = t->when;
    if (!event.place) event.place = t->place;
    event.why.insert(event.why.end(), t->why.begin(), t->why.end());
  }
  if (event.core)
    event.why.push_back("core: first told in sentence " + std::to_string(group.front()->sentence + 1) +
                        ", words for it " + std::to_string(group.size()));
  event.attribution = attribution_of(scene, model, best);
  event.summary = summary_of(scene, model, event, best);
  return event;
}

// A finite verb in the simple past or present tells the story on, and so does a passive in the past ("was
// shown"); other participles, perfects and nouns look back, and passives in the present ("is known") last.
bool is_told(const Syntax& s, TokenIndex t) {
  if (s.upos(t) != Upos::Verb || s.child(t, {Deprel::Aux}) != kNone) return false;
  const TokenIndex passive = s.child(t, {Deprel::AuxPass});
  const Xpos x = s.xpos(passive == kNone ? t : passive);
  return x == Xpos::Vbd || (passive == kNone && (x == Xpos::Vbz || x == Xpos::Vbp));
}

// The first trigger that tells the story on, or kNone.
TokenIndex told_trigger(const Scene& scene, const Event& event) {
  for (const Span trigger : event.triggers)
    if (is_told(scene.tree, trigger.begin)) return trigger.begin;
  return kNone;
}

// Events told without a date take over one from below their verb, else the day of the story, where it is
// known.
void date_by_story(const Scene& scene, const std::vector<Trigger>& triggers, std::vector<Event>& events) {
  const auto story = story_date(scene, triggers);
  if (!story) return;
  for (Event& event : events) {
    if (event.when || event.modality != Modality::Actual) continue;
    const TokenIndex told = told_trigger(scene, event);
    if (told == kNone) continue;
    const auto below = date_below(scene, told);
    event.when = EventDate{below ? *below : *story, DateBasis::Context};
    event.why.push_back((below ? "date: below its verb, " : "date: the story's, ") +
                        spell_date_reason(scene, event.when->time));
  }
}

}  // namespace

std::vector<Event> find_events(const Document& d, const Model& model) {
  if (d.sentences.empty() || d.morphs.size() != d.tokens.size()) return {};
  const Scene scene = make_scene(d);
  std::vector<Trigger> triggers = find_triggers(scene, model.events);
  answer_questions(scene, model.events, triggers);
  std::vector<Event> events;
  for (const std::vector<std::size_t>& indices : group_triggers(scene, model.events, triggers)) {
    Group group;
    for (const std::size_t i : indices) group.push_back(&triggers[i]);
    events.push_back(event_of(scene, model.events, group));
  }
  date_by_story(scene, triggers, events);
  return events;
}

}  // namespace dateline
