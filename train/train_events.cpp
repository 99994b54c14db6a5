// Trains what find_events learns: train_events OUT_FILE GOLD_FOLDER
//
// Analyses each article with the program's own stages, lays the gold events over the triggers, and learns one
// question after the other. Same data, same bytes.
#include <cstdio>
#include <fstream>

#include "train/event_course.hpp"

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc != 3) {
    std::fputs("usage: train_events OUT_FILE GOLD_FOLDER\n", stderr);
    return 2;
  }
  const std::vector<GoldArticle> gold = read_event_gold(argv[2]);
  const Model model = load_model();
  std::vector<Lesson> lessons;
  for (const GoldArticle& article : gold) lessons.push_back(lesson_of(article, model));
  std::vector<Lesson*> all;
  for (Lesson& lesson : lessons) all.push_back(&lesson);
  const std::string weights = event_weights(model.events, all);
  std::ofstream(argv[1], std::ios::binary)
      .write(weights.data(), static_cast<std::streamsize>(weights.size()));
  std::printf("%zu bytes\n", weights.size());
}
