// A Lesson: one article as the program reads it, with its gold events laid over the words; and what the gold
// says to each question of find_events.
#pragma once

#include <string>
#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"
#include "train/event_gold.hpp"

namespace dateline {

struct Lesson {
  Document d;
  const GoldArticle* gold = nullptr;
  float weight = 1;  // of each of its decisions
  std::vector<Trigger> candidates;
  std::vector<const GoldEvent*> gold_of_candidate;  // null for no event
  std::vector<Trigger> triggers;                    // the candidates that are events, with gold types
  std::vector<const GoldEvent*> gold_of;            // one a trigger
};

// Paragraphs are parted by blank lines. `gold` must outlive the lesson.
[[nodiscard]] Lesson lesson_of(const GoldArticle& gold, const Model& model, float weight = 1);

// 0 for no part, 1 + r for role r; the same of figures and their kinds.
[[nodiscard]] std::uint32_t role_label(const Scene& scene, const GoldEvent& gold, MentionIndex m);
[[nodiscard]] std::uint32_t figure_label(const Scene& scene, const GoldEvent& gold, FigureIndex f);
[[nodiscard]] bool is_place(const Scene& scene, const GoldEvent& gold, MentionIndex m);

}  // namespace dateline
