// Records of articles that the weights never saw: event_folds OUT_FOLDER GOLD_FOLDER [PARTS
// [OTHER_FOLDER...]]
//
// Parts the articles of GOLD_FOLDER into PARTS (5), and reads each part with weights learned from the others:
// OUT_FOLDER/folds/NAME.json, for score_events.py. Articles of other folders are read with weights from all:
// OUT_FOLDER/1/NAME.json, OUT_FOLDER/2/...
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "extract/find_events.hpp"
#include "extract/pipeline.hpp"
#include "extract/read_article.hpp"
#include "graph/json.hpp"
#include "train/event_course.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

void learn(Model& model, const std::string& weights) {
  model.events = with_weights(std::move(model.events), weights);
}

Document read(const GoldArticle& gold, const Model& model) {
  ReadOptions options{.published = gold.published};
  Document d;
  read_articles(gold.text, gold.name + ".txt", options, model, [&](ReadResult read) {
    if (read.article) d = analyse(std::move(*read.article), model);
  });
  return d;
}

void write(const fs::path& folder, const GoldArticle& gold, Document d, const Model& model) {
  d.events = find_events(d, model);
  const std::string text = to_json({to_record(d)}, true);
  fs::create_directories(folder);
  std::ofstream(folder / (gold.name + ".json"), std::ios::binary)
      .write(text.data(), static_cast<std::streamsize>(text.size()));
}

void cross(const fs::path& out, const std::vector<GoldArticle>& gold, std::vector<Lesson>& lessons,
           Model& model, std::size_t parts) {
  for (std::size_t part = 0; part < parts; ++part) {
    std::vector<Lesson*> others;
    for (std::size_t i = 0; i < lessons.size(); ++i)
      if (i % parts != part) others.push_back(&lessons[i]);
    const std::string weights = event_weights(model.events, others);
    learn(model, weights);
    for (std::size_t i = part; i < lessons.size(); i += parts)
      write(out / "folds", gold[i], read(gold[i], model), model);
  }
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc < 3) {
    std::fputs("usage: event_folds OUT_FOLDER GOLD_FOLDER [PARTS [OTHER_FOLDER...]]\n", stderr);
    return 2;
  }
  std::size_t parts = 5;
  if (argc > 3) {
    const std::string_view number = argv[3];
    std::from_chars(number.data(), number.data() + number.size(), parts);
  }
  Model model = load_model();
  const std::vector<GoldArticle> gold = read_event_gold(argv[2]);
  std::vector<Lesson> lessons;
  for (const GoldArticle& article : gold) lessons.push_back(lesson_of(article, model));
  if (parts > 1) cross(argv[1], gold, lessons, model, parts);
  std::vector<Lesson*> all;
  for (Lesson& lesson : lessons) all.push_back(&lesson);
  const std::string weights = event_weights(model.events, all);
  learn(model, weights);
  for (int i = 4; i < argc; ++i)
    for (const GoldArticle& article : read_event_gold(argv[i]))
      write(fs::path(argv[1]) / std::to_string(i - 3), article, read(article, model), model);
}
