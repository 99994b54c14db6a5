// What find_events asks of each article, for a teacher outside to learn and to answer: event_questions
// GOLD_FOLDER
//
// One line of JSON an article on standard output: words and sentences, candidates for triggers with the type
// that the trigger table gives them, mentions with their entities, time expressions and figures (ranges of
// words, half-open), and under "gold" what the annotation says of each candidate that is a trigger.
#include <cstdio>
#include <string_view>

#include <nlohmann/json.hpp>

#include "extract/pipeline.hpp"
#include "train/event_lesson.hpp"

namespace dateline {
namespace {

using nlohmann::json;

json words_of(Span tokens) { return {tokens.begin, tokens.end}; }

json mentions_of(const Scene& scene) {
  json list = json::array();
  for (MentionIndex m = 0; m < scene.d.mentions.size(); ++m) {
    const Mention& mention = scene.d.mentions[m];
    const EntityIndex e = scene.entity_of(m);
    if (e == kNone || mention.head >= scene.d.tokens.size()) continue;
    list.push_back({{"index", m},
                    {"words", words_of(mention.tokens)},
                    {"head", mention.head},
                    {"entity", e},
                    {"kind", to_string(mention.kind)},
                    {"named", mention.form == MentionForm::Name}});
  }
  return list;
}

json entities_of(const Scene& scene) {
  json list = json::array();
  for (const Entity& e : scene.d.entities.list)
    list.push_back({{"name", e.name}, {"kind", to_string(e.kind)}, {"aliases", e.aliases}});
  return list;
}

json answer_of(const Lesson& lesson, const Scene& scene, std::size_t trigger) {
  const GoldEvent& gold = *lesson.gold_of[trigger];
  json roles = json::object();
  json places = json::array();
  json times = json::array();
  json figures = json::object();
  for (MentionIndex m = 0; m < scene.d.mentions.size(); ++m) {
    if (const auto role = role_label(scene, gold, m))
      roles[std::to_string(scene.entity_of(m))] = to_string(static_cast<Role>(role - 1));
    if (is_place(scene, gold, m)) places.push_back(m);
  }
  for (TimeIndex t = 0; t < scene.d.times.size(); ++t)
    if (gold.date && gold.date->overlaps(lesson.d.bytes_of(scene.d.times[t].tokens))) times.push_back(t);
  for (FigureIndex f = 0; f < scene.d.figures.size(); ++f)
    if (const auto kind = figure_label(scene, gold, f))
      figures[std::to_string(f)] = to_string(static_cast<FigureKind>(kind - 1));
  return {{"word", lesson.triggers[trigger].token},
          {"event", lesson.gold_of[trigger] - lesson.gold->events.data()},
          {"type", to_string(gold.type)},
          {"modality", to_string(gold.modality)},
          {"core", gold.core},
          {"roles", roles},
          {"places", places},
          {"times", times},
          {"figures", figures}};
}

json questions_of(const Lesson& lesson) {
  const Scene scene = make_scene(lesson.d);
  json out{{"name", lesson.gold->name}, {"mentions", mentions_of(scene)}, {"entities", entities_of(scene)}};
  for (const Token& t : lesson.d.tokens) out["words"].push_back({t.span.begin, t.span.end});
  for (const Sentence& s : lesson.d.sentences) out["sentences"].push_back(words_of(s.tokens));
  for (const char* name : {"candidates", "times", "figures", "gold"}) out[name] = json::array();
  for (const Trigger& c : lesson.candidates) {
    out["candidates"].push_back(c.token);
    const bool known = c.row != nullptr && c.row->type.has_value();
    out["tables"].push_back(known ? json(to_string(*c.row->type)) : json());
  }
  for (const TimeExpression& t : lesson.d.times) out["times"].push_back(words_of(t.tokens));
  for (const Figure& f : lesson.d.figures)
    out["figures"].push_back({{"words", words_of(f.tokens)},
                              {"value", f.quantity.value ? json(*f.quantity.value) : json()},
                              {"unit", f.unit}});
  for (std::size_t i = 0; i < lesson.triggers.size(); ++i) out["gold"].push_back(answer_of(lesson, scene, i));
  return out;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc != 2) {
    std::fputs("usage: event_questions GOLD_FOLDER\n", stderr);
    return 2;
  }
  const std::vector<GoldArticle> gold = read_event_gold(argv[1]);
  const Model model = load_model();
  for (const GoldArticle& article : gold) std::puts(questions_of(lesson_of(article, model)).dump().c_str());
}
