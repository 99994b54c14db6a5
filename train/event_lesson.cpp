#include "train/event_lesson.hpp"

#include <algorithm>

#include "extract/event_type.hpp"
#include "extract/pipeline.hpp"

namespace dateline {
namespace {

Article article_of(const std::string& text) {
  Article article{.id = "training", .text = text};
  article.offsets = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find("\n\n", at), text.size());
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (!span.empty()) article.blocks.push_back({.span = span});
    at = end + 2;
  }
  return article;
}

// The gold event one of whose triggers the word is part of; of several the one with the shortest.
const GoldEvent* gold_at(const GoldArticle& gold, Span bytes) {
  const GoldEvent* best = nullptr;
  std::uint32_t shortest = 0;
  for (const GoldEvent& e : gold.events)
    for (const Span t : e.triggers)
      if (t.overlaps(bytes) && (best == nullptr || t.size() < shortest)) best = &e, shortest = t.size();
  return best;
}

bool same_actor(const Scene& scene, MentionIndex m, const GoldParticipant& p) {
  const auto among = [&](std::string_view name) {
    return std::find(p.names.begin(), p.names.end(), plain_name(name)) != p.names.end();
  };
  const EntityIndex e = scene.entity_of(m);
  if (e == kNone) return false;
  const Entity& entity = scene.d.entities.list[e];
  return among(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), among);
}

}  // namespace

Lesson lesson_of(const GoldArticle& gold, const Model& model, float weight) {
  Lesson lesson{.d = analyse(article_of(gold.text), model), .gold = &gold, .weight = weight};
  const Scene scene = make_scene(lesson.d);
  lesson.candidates = trigger_candidates(scene, model.events);
  for (const Trigger& c : lesson.candidates) {
    const GoldEvent* e = gold_at(gold, lesson.d.tokens[c.token].span);
    lesson.gold_of_candidate.push_back(e);
    if (e == nullptr) continue;
    lesson.triggers.push_back(c);
    lesson.triggers.back().type = e->type;
    lesson.gold_of.push_back(e);
  }
  return lesson;
}

std::uint32_t role_label(const Scene& scene, const GoldEvent& gold, MentionIndex m) {
  for (const GoldParticipant& p : gold.participants)
    if (same_actor(scene, m, p)) return 1 + static_cast<std::uint32_t>(p.role);
  return 0;
}

std::uint32_t figure_label(const Scene& scene, const GoldEvent& gold, FigureIndex f) {
  const auto& value = scene.d.figures[f].quantity.value;
  for (const GoldFigure& g : gold.figures)
    if (value && *value == g.value) return 1 + static_cast<std::uint32_t>(g.kind);
  return 0;
}

bool is_place(const Scene& scene, const GoldEvent& gold, MentionIndex m) {
  const std::string name = plain_name(scene.d.text_of(scene.d.mentions[m].tokens));
  return !gold.place.empty() && !name.empty() &&
         (gold.place.find(name) != std::string::npos || name.find(gold.place) != std::string::npos);
}

}  // namespace dateline
