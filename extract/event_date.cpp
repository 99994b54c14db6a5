#include "extract/event_date.hpp"

#include <algorithm>
#include <string>

#include "extract/event_words.hpp"

namespace dateline {
namespace {

constexpr SentenceIndex kStoryOpening = 6;  // sentences in which the story's day is looked for
constexpr int kStoryDays = 7;               // at most so long before publication

TokenIndex head_of(const Scene& scene, const TimeExpression& time) {
  for (TokenIndex t = time.tokens.begin; t < time.tokens.end; ++t) {
    const TokenIndex head = scene.tree.head(t);
    if (head == kNone || !time.tokens.contains(head)) return t;
  }
  return time.tokens.begin;
}

// Steps up the tree from the expression to the trigger; 9 where it is not above.
int steps_up(const Syntax& s, TokenIndex t, TokenIndex trigger) {
  for (int step = 0; step < 6 && t != kNone; ++step) {
    if (t == trigger) return step;
    t = s.head(t);
  }
  return 9;
}

// By the tree alone: the nearest expression that hangs on the trigger, else the sentence's only one.
std::optional<TimeIndex> date_by_tree(const Scene& scene, const Trigger& trigger,
                                      const std::vector<TimeIndex>& times) {
  std::optional<TimeIndex> best;
  int fewest = 5;
  for (const TimeIndex i : times) {
    const int steps = steps_up(scene.tree, head_of(scene, scene.d.times[i]), trigger.token);
    if (steps < fewest) fewest = steps, best = i;
  }
  if (!best && times.size() == 1) best = times.front();
  return best;
}

// The trigger that stands nearest above an expression's head in the tree, or kNone.
TokenIndex owner_of(const Scene& scene, const std::vector<Trigger>& triggers, TokenIndex head) {
  for (int step = 0; step < 5 && head != kNone; ++step, head = scene.tree.head(head)) {
    const auto it = std::lower_bound(triggers.begin(), triggers.end(), head,
                                     [](const Trigger& a, TokenIndex b) { return a.token < b; });
    if (it != triggers.end() && it->token == head) return head;
  }
  return kNone;
}

// By how much an expression that hangs on the trigger, and on no trigger between, is favoured as its date;
// sixteenths of a nat.
constexpr std::int32_t kOwnFavour = 32;

bool is_own(const Scene& scene, const std::vector<Trigger>& triggers, const Trigger& trigger,
            const TimeExpression& time) {
  return can_date(time) && owner_of(scene, triggers, head_of(scene, time)) == trigger.token;
}

}  // namespace

bool can_date(const TimeExpression& time) {
  return time.value.type == TimexType::Date || time.value.type == TimexType::Time;
}

std::string_view tense_of(const Syntax& s, TokenIndex t) {
  if (s.xpos(t) == Xpos::Vbd) return "past";
  if (s.xpos(t) == Xpos::Vbz || s.xpos(t) == Xpos::Vbp) return "present";
  for (const TokenIndex c : s.children(t)) {
    if (s.deprel(c) != Deprel::Aux && s.deprel(c) != Deprel::AuxPass) continue;
    if (s.xpos(c) == Xpos::Md) return s.lemma(c) == "will" ? "future" : "modal";
    if (s.xpos(c) == Xpos::Vbd) return s.lemma(c) == "have" ? "past perfect" : "past";
    if (s.lemma(c) == "have") return "perfect";
  }
  return to_string(s.xpos(t));
}

std::vector<TimeIndex> date_candidates(const Scene& scene, const Trigger& trigger) {
  std::vector<TimeIndex> found;
  const TimeIndex end = scene.first_time[trigger.sentence + 1];
  for (TimeIndex i = scene.first_time[trigger.sentence]; i < end && found.size() < 12; ++i)
    found.push_back(i);
  return found;
}

Features date_features(const Scene& scene, const std::vector<Trigger>& triggers, const Trigger& trigger,
                       TimeIndex index) {
  const Syntax& s = scene.tree;
  const TimeExpression& time = scene.d.times[index];
  const TokenIndex head = head_of(scene, time);
  const std::string_view type = to_string(trigger.type);
  const std::string_view kind = to_string(time.value.type);
  const std::string_view grain =
      can_date(time) && time.value.days ? to_string(time.value.days->granularity) : "no days";
  const int steps = steps_up(s, head, trigger.token);
  const std::string how = std::to_string(steps);
  const TimeIndex first = scene.first_time[trigger.sentence];
  const std::string count =
      std::to_string(std::min<std::uint32_t>(3, scene.first_time[trigger.sentence + 1] - first));
  const TokenIndex owner = owner_of(scene, triggers, head);
  std::uint32_t between = 0;
  const auto low = std::min(head, trigger.token);
  const auto high = std::max(head, trigger.token);
  for (auto it = std::lower_bound(triggers.begin(), triggers.end(), low + 1,
                                  [](const Trigger& a, TokenIndex b) { return a.token < b; });
       it != triggers.end() && it->token < high && between < 3; ++it)
    ++between;
  const std::string others = std::to_string(between);
  const std::string_view owned = owner == trigger.token ? "mine" : owner == kNone ? "nobody's" : "another's";
  const std::string_view side = head < trigger.token ? "before" : "after";
  const std::string_view tense = tense_of(s, trigger.token);
  Features f;
  f.add("bias");
  f.add("kind", {kind, grain});
  f.add("steps", {how});
  f.add("steps kind", {how, kind, grain});
  f.add("owned", {owned, how});
  f.add("owned count", {owned, count});
  f.add("owned side others", {owned, side, others});
  f.add("count others", {count, side, others});
  f.add("path", {path_up(s, head, trigger.token)});
  f.add("distance", {distance_name(head, trigger.token), others});
  f.add("type", {type, owned});
  f.add("type kind", {type, kind, grain});
  f.add("tense", {tense, grain});
  f.add("tense owned", {tense, owned});
  f.add("lemma", {trigger.lemma, owned});
  f.add("words", {s.lemma(head), owned});
  f.add("last word", {s.lemma(time.tokens.end - 1)});
  f.add("last word tense", {s.lemma(time.tokens.end - 1), tense});
  f.add("mod", {time.value.mod, owned});
  f.add("tag", {name_of(s.xpos(trigger.token)), owned, side});
  const TreeWay way = way_between(s, trigger.token, head);
  f.add("way", {way.relations});
  f.add("way count", {way.relations, count, owned});
  f.add("way top", {way.relations, way.top == kNone ? "" : s.lemma(way.top)});
  f.add("way type", {way.relations, type});
  if (owner != kNone && owner != trigger.token) {
    const std::string down = path_up(s, trigger.token, owner);
    const std::string up = path_up(s, owner, trigger.token);
    f.add("owner path", {down, up});
    f.add("owner", {s.lemma(owner), down, up});
  }
  const TokenIndex preposition = s.child(head, {Deprel::Case, Deprel::Mark});
  f.add("preposition", {preposition == kNone ? "" : s.lemma(preposition), kind, owned});
  return f;
}

std::optional<EventDate> date_of(const Scene& scene, const EventModel& model,
                                 const std::vector<Trigger>& triggers, const Trigger& trigger) {
  const std::vector<TimeIndex> candidates = date_candidates(scene, trigger);
  std::optional<TimeIndex> best;
  if (model.date.empty()) {
    std::vector<TimeIndex> dating;
    for (const TimeIndex i : candidates)
      if (can_date(scene.d.times[i])) dating.push_back(i);
    best = date_by_tree(scene, trigger, dating);
  } else {
    std::int32_t highest = 0;
    for (const TimeIndex i : candidates) {
      auto scores = model.date.scores(date_features(scene, triggers, trigger, i));
      if (is_own(scene, triggers, trigger, scene.d.times[i])) scores[1] += kOwnFavour;
      if (scores[1] - scores[0] > highest) highest = scores[1] - scores[0], best = i;
    }
  }
  if (!best) return std::nullopt;
  const TimeExpression& time = scene.d.times[*best];
  const bool attached = steps_up(scene.tree, head_of(scene, time), trigger.token) < 5;
  return EventDate{*best, attached ? DateBasis::Expression : DateBasis::Context};
}

namespace {

// A day, or less, of the week before publication.
bool is_story_day(const Scene& scene, TimeIndex index) {
  const TimeExpression& time = scene.d.times[index];
  const auto& days = time.value.days;
  if (!days || !days->begin || !days->end || days->granularity > Granularity::Day) return false;
  const auto published = scene.d.article.published->day;
  return *days->begin <= published && *days->end > published - date::days(kStoryDays);
}

}  // namespace

std::optional<TimeIndex> story_date(const Scene& scene, const std::vector<Trigger>& triggers) {
  if (!scene.d.article.published) return std::nullopt;
  std::optional<TimeIndex> beside;  // in the sentence of what happened, but not found to date it
  for (const Trigger& t : triggers) {
    if (t.sentence >= kStoryOpening) break;
    if (t.modality != Modality::Actual) continue;
    if (t.when && is_story_day(scene, t.when->time)) return t.when->time;
    for (TimeIndex i = scene.first_time[t.sentence]; !beside && i < scene.first_time[t.sentence + 1]; ++i)
      if (can_date(scene.d.times[i]) && is_story_day(scene, i)) beside = i;
  }
  return beside;
}

std::optional<TimeIndex> date_below(const Scene& scene, TokenIndex trigger) {
  std::optional<TimeIndex> best;
  int fewest = 6;  // farther down is another clause's matter
  const SentenceIndex sentence = scene.sentence_of[trigger];
  for (TimeIndex i = scene.first_time[sentence]; i < scene.first_time[sentence + 1]; ++i) {
    const TimeExpression& time = scene.d.times[i];
    if (time.value.type != TimexType::Date || !time.value.days) continue;
    const int steps = steps_up(scene.tree, head_of(scene, time), trigger);
    if (steps < fewest) fewest = steps, best = i;
  }
  return best;
}

std::string spell_date_reason(const Scene& scene, TimeIndex index) {
  const TimeExpression& time = scene.d.times[index];
  std::string text = "'" + std::string(scene.d.text_of(time.tokens)) + "'";
  if (time.rule.empty()) return text;
  text += " (rule " + time.rule;
  if (time.anchor == "published")
    text += ", from the publication";
  else if (!time.anchor.empty())
    text += ", from " + time.anchor;
  return text + ")";
}

}  // namespace dateline
