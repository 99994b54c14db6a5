// Trains what find_events learns: train_events OUT_FILE GOLD_FOLDER
//
// Analyses each article with the program's own stages, lays the gold events over the triggers, and learns one
// question after the other: later ones see the answers of earlier ones as the program will give them. Same
// data, same bytes.
#include <algorithm>
#include <cstdio>
#include <fstream>

#include "extract/core.hpp"
#include "extract/event_date.hpp"
#include "extract/event_figures.hpp"
#include "extract/event_place.hpp"
#include "extract/event_type.hpp"
#include "extract/modality.hpp"
#include "extract/pipeline.hpp"
#include "extract/roles.hpp"
#include "extract/same_event.hpp"
#include "train/event_gold.hpp"
#include "train/logistic.hpp"

namespace dateline {
namespace {

constexpr LogisticOptions kType{
    .classes = 1 + kEventTypes, .bits = 18, .rounds = 8, .dropout = 0.6f, .decay = 1e-3f};
constexpr LogisticOptions kModality{.classes = 4, .bits = 15, .rounds = 12, .dropout = 0.3f};
constexpr LogisticOptions kRole{.classes = 4, .bits = 16, .rounds = 12};
constexpr LogisticOptions kDate{.classes = 2, .bits = 14, .rounds = 8, .dropout = 0.5f};
constexpr LogisticOptions kPlace{.classes = 2, .bits = 13, .rounds = 12};
constexpr LogisticOptions kFigure{.classes = 8, .bits = 14, .rounds = 12};
constexpr LogisticOptions kSame{.classes = 2, .bits = 15, .rounds = 8, .dropout = 0.35f};
constexpr LogisticOptions kCore{.classes = 2, .bits = 14, .rounds = 8, .dropout = 0.4f};

// One article with its gold laid over it.
struct Lesson {
  Document d;
  const GoldArticle* gold = nullptr;
  std::vector<Trigger> candidates;
  std::vector<const GoldEvent*> gold_of_candidate;  // null for no event
  std::vector<Trigger> triggers;                    // the candidates that are events, with gold types
  std::vector<const GoldEvent*> gold_of;            // one a trigger
};

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

Lesson lesson_of(const GoldArticle& gold, const Model& model) {
  Lesson lesson{.d = analyse(article_of(gold.text), model), .gold = &gold};
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

bool same_actor(const Scene& scene, MentionIndex m, const GoldParticipant& p) {
  const auto among = [&](std::string_view name) {
    return std::find(p.names.begin(), p.names.end(), plain_name(name)) != p.names.end();
  };
  const EntityIndex e = scene.entity_of(m);
  if (e == kNone) return false;
  const Entity& entity = scene.d.entities.list[e];
  return among(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), among);
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

class Course {
 public:
  Course(Model model, const std::vector<GoldArticle>& gold) : model_(std::move(model)) {
    for (const GoldArticle& article : gold) lessons_.push_back(lesson_of(article, model_));
  }

  std::string weights() {
    learn("type", kType, &Course::type_instances, model_.events.type);
    learn("modality", kModality, &Course::modality_instances, model_.events.modality);
    learn("role", kRole, &Course::role_instances, model_.events.role);
    learn("date", kDate, &Course::date_instances, model_.events.date);
    answer();
    learn("place", kPlace, &Course::place_instances, model_.events.place);
    learn("figure", kFigure, &Course::figure_instances, model_.events.figure);
    answer();
    learn("same", kSame, &Course::same_instances, model_.events.same);
    learn("core", kCore, &Course::core_instances, model_.events.core);
    return file_;
  }

 private:
  using Instances = std::vector<Instance>;

  void learn(const std::string& name, const LogisticOptions& options,
             void (Course::*gather)(const Scene&, const Lesson&, Instances&) const, LinearModel& into) {
    Instances instances;
    for (const Lesson& lesson : lessons_) (this->*gather)(make_scene(lesson.d), lesson, instances);
    tables_.push_back(train_logistic(instances, options));
    into = {.classes = options.classes, .bits = options.bits, .weights = tables_.back()};
    file_ += section_bytes(name, options, tables_.back());
    std::size_t right = 0;
    for (const Instance& i : instances) right += best_of(into, i) == i.label;
    std::printf("%-9s %7zu decisions, %.3f right on the training data\n", name.c_str(), instances.size(),
                static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, instances.size())));
  }

  static std::uint32_t best_of(const LinearModel& model, const Instance& instance) {
    std::vector<std::int32_t> sums(model.classes, 0);
    for (const std::uint32_t f : instance.features)
      for (std::uint32_t c = 0; c < model.classes; ++c)
        sums[c] += static_cast<signed char>(model.weights[weight_place(f, c, model.bits)]);
    return static_cast<std::uint32_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
  }

  // What the program answers so far, stored with the triggers for the questions that follow.
  void answer() {
    for (Lesson& lesson : lessons_) {
      const Scene scene = make_scene(lesson.d);
      for (Trigger& t : lesson.triggers) {
        std::string why;
        t.modality = modality_of(scene, model_.events, t, &why);
        t.participants = participants_of(scene, model_.events, t);
        t.when = date_of(scene, model_.events, lesson.triggers, t);
        if (model_.events.place.empty()) continue;
        t.place = place_of(scene, model_.events, t);
        t.figures = figures_of(scene, model_.events, t);
      }
    }
  }

  void type_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.candidates.size(); ++i) {
      const GoldEvent* e = lesson.gold_of_candidate[i];
      to.push_back({type_features(scene, lesson.candidates[i]).hashes(),
                    e == nullptr ? 0 : 1 + static_cast<std::uint32_t>(e->type)});
    }
  }

  void modality_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i)
      to.push_back({modality_features(scene, model_.events.cues, lesson.triggers[i]).hashes(),
                    static_cast<std::uint32_t>(lesson.gold_of[i]->modality)});
  }

  void role_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i)
      for (const MentionIndex m : role_candidates(scene, lesson.triggers[i]))
        to.push_back(
            {role_features(scene, lesson.triggers[i], m).hashes(), role_label(scene, *lesson.gold_of[i], m)});
  }

  void date_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i)
      for (const TimeIndex t : date_candidates(scene, lesson.triggers[i])) {
        const auto& date = lesson.gold_of[i]->date;
        const bool dates = date && date->overlaps(lesson.d.bytes_of(lesson.d.times[t].tokens));
        to.push_back(
            {date_features(scene, lesson.triggers, lesson.triggers[i], t).hashes(), dates ? 1u : 0u});
      }
  }

  void place_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i)
      for (const MentionIndex m : place_candidates(scene, lesson.triggers[i]))
        to.push_back({place_features(scene, lesson.triggers[i], m).hashes(),
                      is_place(scene, *lesson.gold_of[i], m) ? 1u : 0u});
  }

  void figure_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i)
      for (const FigureIndex f : figure_candidates(scene, lesson.triggers[i]))
        to.push_back({figure_features(scene, lesson.triggers[i], f).hashes(),
                      figure_label(scene, *lesson.gold_of[i], f)});
  }

  void same_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    const auto& triggers = lesson.triggers;
    for (std::size_t j = 0; j < triggers.size(); ++j)
      for (std::size_t i = j; i > 0 && j - i < kSameWindow; --i)
        to.push_back({same_features(scene, triggers[i - 1], triggers[j]).hashes(),
                      lesson.gold_of[i - 1] == lesson.gold_of[j] ? 1u : 0u});
  }

  void core_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (const GoldEvent& e : lesson.gold->events) {
      std::vector<const Trigger*> group;
      for (std::size_t i = 0; i < lesson.triggers.size(); ++i)
        if (lesson.gold_of[i] == &e) group.push_back(&lesson.triggers[i]);
      if (!group.empty()) to.push_back({core_features(scene, group).hashes(), e.core ? 1u : 0u});
    }
  }

  Model model_;
  std::vector<Lesson> lessons_;
  std::vector<std::string> tables_ = [] {
    std::vector<std::string> tables;
    tables.reserve(16);  // the models keep views of them
    return tables;
  }();
  std::string file_;
};

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: train_events OUT_FILE GOLD_FOLDER\n", stderr);
    return 2;
  }
  const std::vector<dateline::GoldArticle> gold = dateline::read_event_gold(argv[2]);
  dateline::Model model = dateline::load_model();
  const auto unlearned = dateline::LinearModel{};
  auto& e = model.events;
  for (dateline::LinearModel* m :
       {&e.type, &e.modality, &e.core, &e.role, &e.date, &e.place, &e.same, &e.figure})
    *m = unlearned;
  const std::string weights = dateline::Course(std::move(model), gold).weights();
  std::ofstream(argv[1], std::ios::binary)
      .write(weights.data(), static_cast<std::streamsize>(weights.size()));
  std::printf("%zu bytes\n", weights.size());
}
