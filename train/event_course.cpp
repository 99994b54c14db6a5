#include "train/event_course.hpp"

#include <algorithm>
#include <cstdio>

#include "extract/carried.hpp"
#include "extract/core.hpp"
#include "extract/event_answers.hpp"
#include "extract/event_date.hpp"
#include "extract/event_figures.hpp"
#include "extract/event_place.hpp"
#include "extract/event_type.hpp"
#include "extract/far_roles.hpp"
#include "extract/modality.hpp"
#include "extract/roles.hpp"
#include "extract/same_event.hpp"
#include "train/logistic.hpp"

namespace dateline {
namespace {

constexpr LogisticOptions kType{
    .classes = 1 + kEventTypes, .bits = 19, .rounds = 8, .dropout = 0.5f, .decay = 2e-4f};
constexpr LogisticOptions kModality{.classes = 4, .bits = 15, .rounds = 12, .dropout = 0.3f};
constexpr LogisticOptions kRole{.classes = 4, .bits = 17, .rounds = 8, .dropout = 0.4f};
constexpr LogisticOptions kFar{.classes = 4, .bits = 15, .rounds = 8, .dropout = 0.4f};
constexpr LogisticOptions kDate{.classes = 2, .bits = 15, .rounds = 8, .dropout = 0.35f};
constexpr LogisticOptions kCarriedDate{.classes = 2, .bits = 14, .rounds = 8, .dropout = 0.35f};
constexpr LogisticOptions kPlace{.classes = 2, .bits = 14, .rounds = 12};
constexpr LogisticOptions kCarriedPlace{.classes = 2, .bits = 14, .rounds = 8, .dropout = 0.35f};
constexpr LogisticOptions kFigure{.classes = 8, .bits = 15, .rounds = 12};
constexpr LogisticOptions kSame{.classes = 2, .bits = 15, .rounds = 8, .dropout = 0.3f};
constexpr LogisticOptions kCore{.classes = 2, .bits = 14, .rounds = 8, .dropout = 0.2f};

class Course {
 public:
  Course(EventModel model, const std::vector<Lesson*>& lessons)
      : model_(std::move(model)), lessons_(lessons) {}

  std::string weights() {
    learn("type", kType, &Course::type_instances, model_.type);
    learn("modality", kModality, &Course::modality_instances, model_.modality);
    learn("role", kRole, &Course::role_instances, model_.role);
    answer();
    learn("far", kFar, &Course::far_instances, model_.far);
    learn("date", kDate, &Course::date_instances, model_.date);
    answer();
    learn("carried_date", kCarriedDate, &Course::carried_date_instances, model_.carried_date);
    learn("place", kPlace, &Course::place_instances, model_.place);
    answer();
    learn("carried_place", kCarriedPlace, &Course::carried_place_instances, model_.carried_place);
    learn("figure", kFigure, &Course::figure_instances, model_.figure);
    answer();
    learn("same", kSame, &Course::same_instances, model_.same);
    learn("core", kCore, &Course::core_instances, model_.core);
    return file_;
  }

 private:
  using Instances = std::vector<Instance>;

  void learn(const std::string& name, const LogisticOptions& options,
             void (Course::*gather)(const Scene&, const Lesson&, Instances&) const, LinearModel& into) {
    Instances instances;
    for (const Lesson* lesson : lessons_) {
      const std::size_t before = instances.size();
      (this->*gather)(make_scene(lesson->d), *lesson, instances);
      for (std::size_t i = before; i < instances.size(); ++i) instances[i].weight = lesson->weight;
    }
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
    for (Lesson* lesson : lessons_) {
      answer_questions(make_scene(lesson->d), model_, lesson->triggers);
      for (Trigger& t : lesson->triggers) t.why.clear();
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
      to.push_back({modality_features(scene, model_.cues, lesson.triggers[i]).hashes(),
                    static_cast<std::uint32_t>(lesson.gold_of[i]->modality)});
  }

  void role_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i)
      for (const MentionIndex m : role_candidates(scene, lesson.triggers[i]))
        to.push_back(
            {role_features(scene, lesson.triggers[i], m).hashes(), role_label(scene, *lesson.gold_of[i], m)});
  }

  void far_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i)
      for (const MentionIndex m : far_candidates(scene, lesson.triggers[i]))
        to.push_back(
            {far_features(scene, lesson.triggers[i], m).hashes(), role_label(scene, *lesson.gold_of[i], m)});
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

  // Of triggers that have found no date of their own.
  void carried_date_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i) {
      if (lesson.triggers[i].when) continue;
      for (const TimeIndex t : carried_dates(scene, lesson.triggers[i])) {
        const auto& date = lesson.gold_of[i]->date;
        const bool dates = date && date->overlaps(lesson.d.bytes_of(lesson.d.times[t].tokens));
        to.push_back(
            {carried_date_features(scene, lesson.triggers, lesson.triggers[i], t).hashes(), dates ? 1u : 0u});
      }
    }
  }

  void carried_place_instances(const Scene& scene, const Lesson& lesson, Instances& to) const {
    for (std::size_t i = 0; i < lesson.triggers.size(); ++i) {
      if (lesson.triggers[i].place) continue;
      for (const MentionIndex m : carried_places(scene, lesson.triggers[i]))
        to.push_back({carried_place_features(scene, lesson.triggers, lesson.triggers[i], m).hashes(),
                      is_place(scene, *lesson.gold_of[i], m) ? 1u : 0u});
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

  EventModel model_;
  std::vector<Lesson*> lessons_;
  std::vector<std::string> tables_ = [] {
    std::vector<std::string> tables;
    tables.reserve(16);  // the models keep views of them
    return tables;
  }();
  std::string file_;
};

}  // namespace

std::string event_weights(EventModel model, const std::vector<Lesson*>& lessons) {
  for (LinearModel* m : {&model.type, &model.modality, &model.core, &model.role, &model.far, &model.date,
                         &model.carried_date, &model.place, &model.carried_place, &model.same, &model.figure})
    *m = LinearModel{};
  return Course(std::move(model), lessons).weights();
}

}  // namespace dateline
