// Trains what find_events learns: train_events OUT_FILE GOLD_FOLDER [TEACHER_FOLDER [WEIGHT]]
//
// Analyses each article with the program's own stages, lays the gold events over the triggers, and learns one
// question after the other. TEACHER_FOLDER holds what the teacher of events read (train/teacher/events), in
// the same form; each decision there counts WEIGHT (0.5) of one of the gold. Same data, same bytes.
#include <charconv>
#include <cstdio>
#include <fstream>
#include <string_view>

#include "train/event_course.hpp"

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc < 3 || argc > 5) {
    std::fputs("usage: train_events OUT_FILE GOLD_FOLDER [TEACHER_FOLDER [WEIGHT]]\n", stderr);
    return 2;
  }
  float weight = 0.5f;
  if (argc > 4) {
    const std::string_view number = argv[4];
    std::from_chars(number.data(), number.data() + number.size(), weight);
  }
  const Model model = load_model();
  const std::vector<GoldArticle> gold = read_event_gold(argv[2]);
  const std::vector<GoldArticle> read = argc > 3 ? read_event_gold(argv[3]) : std::vector<GoldArticle>();
  std::vector<Lesson> lessons;
  for (const GoldArticle& article : gold) lessons.push_back(lesson_of(article, model));
  for (const GoldArticle& article : read) lessons.push_back(lesson_of(article, model, weight));
  std::vector<Lesson*> all;
  for (Lesson& lesson : lessons) all.push_back(&lesson);
  const std::string weights = event_weights(model.events, all);
  std::ofstream(argv[1], std::ios::binary)
      .write(weights.data(), static_cast<std::streamsize>(weights.size()));
  std::printf("%zu bytes\n", weights.size());
}
