#include "extract/core.hpp"

#include <algorithm>
#include <string>

#include "extract/event_words.hpp"

namespace dateline {

Features core_features(const Scene& scene, const std::vector<const Trigger*>& group) {
  const Syntax& s = scene.tree;
  const Trigger& first = *group.front();
  const std::string_view type = to_string(first.type);
  const std::string position = std::to_string(std::min<SentenceIndex>(first.sentence, 8));
  const bool dated =
      std::any_of(group.begin(), group.end(), [](const Trigger* t) { return t->when.has_value(); });
  const bool counted =
      std::any_of(group.begin(), group.end(), [](const Trigger* t) { return !t->figures.empty(); });
  const bool placed =
      std::any_of(group.begin(), group.end(), [](const Trigger* t) { return t->place.has_value(); });
  const bool verb = std::any_of(group.begin(), group.end(),
                                [&](const Trigger* t) { return s.upos(t->token) == Upos::Verb; });
  std::size_t actors = 0;
  for (const Trigger* t : group) actors = std::max(actors, t->participants.size());
  const std::string many = std::to_string(std::min<std::size_t>(group.size(), 4));
  const std::string cast = std::to_string(std::min<std::size_t>(actors, 3));
  const std::string_view date = dated ? "dated" : "undated";
  const std::string_view form = verb ? "verb" : "noun";
  const std::string_view modality = to_string(first.modality);
  Features f;
  f.add("bias");
  f.add("type", {type});
  f.add("type position", {type, position});
  f.add("position", {position});
  f.add("type modality", {type, modality});
  f.add("modality", {modality});
  f.add("many", {many});
  f.add("many type", {many, type});
  f.add("cast", {cast, form});
  f.add("cast type", {cast, type});
  f.add("date", {date, type});
  f.add("date position", {date, position, form});
  f.add("marks", {date, counted ? "counted" : "", placed ? "placed" : "", form});
  f.add("form type", {form, type});
  f.add("habitual", {first.row != nullptr && first.row->habitual ? "habitual" : ""});
  f.add("block", {to_string(scene.block_kind(first.sentence)), type});
  for (const Trigger* t : group) {
    f.add("lemma", {t->lemma});
    f.add("lemma tag", {t->lemma, name_of(s.xpos(t->token))});
    f.add("relation", {to_string(s.deprel(t->token)), name_of(s.xpos(t->token))});
    const TokenIndex head = s.head(t->token);
    if (head != kNone) f.add("head", {to_string(s.deprel(t->token)), s.lemma(head)});
    if (t->when)
      f.add("grain", {scene.d.times[t->when->time].value.days
                          ? to_string(scene.d.times[t->when->time].value.days->granularity)
                          : to_string(scene.d.times[t->when->time].value.type)});
  }
  return f;
}

bool is_core(const Scene& scene, const EventModel& model, const std::vector<const Trigger*>& group) {
  if (!model.core.empty()) return model.core.best(core_features(scene, group)) == 1;
  const Trigger& first = *group.front();
  if (first.type == EventType::Statement || first.type == EventType::Occurrence) return false;
  if (first.row != nullptr && first.row->habitual) return false;
  return first.modality != Modality::Hypothetical &&
         (group.size() > 1 || scene.tree.upos(first.token) == Upos::Verb);
}

}  // namespace dateline
