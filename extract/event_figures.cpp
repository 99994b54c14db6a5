#include "extract/event_figures.hpp"

#include <algorithm>
#include <string>

#include "extract/event_words.hpp"

namespace dateline {
namespace {

TokenIndex anchor_of(const Scene& scene, FigureIndex f) {
  const Figure& figure = scene.d.figures[f];
  return figure.counted != kNone ? figure.counted : figure.tokens.end - 1;
}

bool is_money(std::string_view unit) { return unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z'; }

std::string_view unit_name(std::string_view unit) {
  if (is_money(unit)) return "money";
  if (unit == "person" || unit == "percent" || unit.empty()) return unit;
  return "thing";
}

// By the table of what the verb does to those counted.
std::optional<FigureKind> kind_by_word(const Scene& scene, const Trigger& trigger, FigureIndex f) {
  const std::string_view unit = unit_name(scene.d.figures[f].unit);
  if (unit == "money") return FigureKind::Money;
  const std::string_view lemma = trigger.lemma;
  if (unit == "person" || unit.empty()) {
    if (lemma == "kill" || lemma == "die" || lemma == "dead" || lemma == "perish" || lemma == "drown")
      return FigureKind::Killed;
    if (lemma == "wound" || lemma == "injure" || lemma == "hurt") return FigureKind::Injured;
    if (trigger.type == EventType::Arrest) return FigureKind::Arrested;
    if (lemma == "displace" || lemma == "evacuate") return FigureKind::Displaced;
    if (trigger.type == EventType::Protest) return FigureKind::Attended;
  }
  return unit == "person" ? std::optional(FigureKind::Other) : std::nullopt;
}

}  // namespace

std::vector<FigureIndex> figure_candidates(const Scene& scene, const Trigger& trigger) {
  std::vector<FigureIndex> found;
  const FigureIndex end = scene.first_figure[trigger.sentence + 1];
  for (FigureIndex f = scene.first_figure[trigger.sentence]; f < end && found.size() < 20; ++f)
    found.push_back(f);
  return found;
}

Features figure_features(const Scene& scene, const Trigger& trigger, FigureIndex index) {
  const Syntax& s = scene.tree;
  const Figure& figure = scene.d.figures[index];
  const TokenIndex anchor = anchor_of(scene, index);
  const Argument* a = argument_at(trigger, figure.tokens, anchor);
  const std::string_view kind = a == nullptr ? "none" : name_of(a->kind);
  const std::string_view preposition = a == nullptr || a->preposition == kNone ? "" : s.lemma(a->preposition);
  const std::string_view unit = unit_name(figure.unit);
  const std::string_view type = to_string(trigger.type);
  const std::string_view lemma = trigger.lemma;
  const std::string up = path_up(s, anchor, trigger.token);
  const auto by_word = kind_by_word(scene, trigger, index);
  const bool article = figure.tokens.size() == 1 && s.upos(figure.tokens.begin) == Upos::Det;
  const std::string_view written = article ? "article" : "number";
  Features f;
  f.add("bias");
  f.add("unit", {unit, written});
  f.add("unit argument", {unit, kind, preposition});
  f.add("word rule", {by_word ? to_string(*by_word) : "none", kind});
  f.add("type unit", {type, unit, written});
  f.add("type unit argument", {type, unit, kind, preposition});
  f.add("lemma unit argument", {lemma, unit, kind});
  f.add("lemma unit", {lemma, unit, written});
  f.add("path", {up, unit});
  f.add("path type", {up, unit, type});
  f.add("distance", {distance_name(anchor, trigger.token), kind});
  f.add("distance lemma", {distance_name(anchor, trigger.token), lemma});
  f.add("written argument", {written, kind, type});
  f.add("next", {anchor + 1 < scene.d.tokens.size() ? s.lemma(anchor + 1) : "", unit});
  f.add("counted", {s.lemma(anchor), type});
  const TokenIndex head = s.head(anchor);
  if (head != kNone)
    f.add("governor", {to_string(s.deprel(anchor)), s.lemma(head), head == trigger.token ? "it" : "other"});
  return f;
}

std::vector<EventFigure> figures_of(const Scene& scene, const EventModel& model, const Trigger& trigger) {
  std::vector<EventFigure> found;
  for (const FigureIndex f : figure_candidates(scene, trigger)) {
    if (model.figure.empty()) {
      const bool mine = argument_at(trigger, scene.d.figures[f].tokens, anchor_of(scene, f)) != nullptr;
      const auto kind = kind_by_word(scene, trigger, f);
      if (mine && kind) found.push_back({f, *kind});
    } else if (const std::uint32_t c = model.figure.best(figure_features(scene, trigger, f)); c > 0) {
      found.push_back({f, static_cast<FigureKind>(c - 1)});
    }
  }
  return found;
}

}  // namespace dateline
