// Records of articles that the weights never saw: event_folds OUT_FOLDER GOLD_FOLDER [PARTS
// [OTHER_FOLDER...]] [teacher=FOLDER] [weight=W]
//
// Parts the articles of GOLD_FOLDER into PARTS (5), and reads each part with weights learned from the others:
// OUT_FOLDER/folds/NAME.json, for score_events.py. Articles of other folders are read with weights from all:
// OUT_FOLDER/1/NAME.json, OUT_FOLDER/2/... `teacher` and `weight` are train_events' TEACHER_FOLDER and
// WEIGHT.
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

// The first lessons are the gold's, the others the teacher's.
void cross(const fs::path& out, const std::vector<GoldArticle>& gold, std::vector<Lesson>& lessons,
           Model& model, std::size_t parts) {
  for (std::size_t part = 0; part < parts; ++part) {
    std::vector<Lesson*> others;
    for (std::size_t i = 0; i < lessons.size(); ++i)
      if (i >= gold.size() || i % parts != part) others.push_back(&lessons[i]);
    const std::string weights = event_weights(model.events, others);
    learn(model, weights);
    for (std::size_t i = part; i < gold.size(); i += parts)
      write(out / "folds", gold[i], read(gold[i], model), model);
  }
}

}  // namespace
}  // namespace dateline

namespace dateline {
namespace {

struct Request {
  std::vector<std::string> folders;  // OUT, GOLD, others
  std::size_t parts = 5;
  std::string teacher;
  float weight = 0.5f;
};

template <class Number>
void read_number(std::string_view text, Number& into) {
  std::from_chars(text.data(), text.data() + text.size(), into);
}

Request request_of(int argc, char** argv) {
  Request r;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with("teacher="))
      r.teacher = word.substr(8);
    else if (word.starts_with("weight="))
      read_number(word.substr(7), r.weight);
    else if (r.folders.size() == 2 && word.size() == 1 && word[0] >= '0' && word[0] <= '9')
      read_number(word, r.parts);
    else
      r.folders.emplace_back(word);
  }
  return r;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  using namespace dateline;
  const Request request = request_of(argc, argv);
  if (request.folders.size() < 2) {
    std::fputs(
        "usage: event_folds OUT_FOLDER GOLD_FOLDER [PARTS [OTHER_FOLDER...]] [teacher=FOLDER] [weight=W]\n",
        stderr);
    return 2;
  }
  const fs::path out = request.folders[0];
  Model model = load_model();
  const std::vector<GoldArticle> gold = read_event_gold(request.folders[1]);
  const std::vector<GoldArticle> told =
      request.teacher.empty() ? std::vector<GoldArticle>() : read_event_gold(request.teacher);
  std::vector<Lesson> lessons;
  for (const GoldArticle& article : gold) lessons.push_back(lesson_of(article, model));
  for (const GoldArticle& article : told) lessons.push_back(lesson_of(article, model, request.weight));
  if (request.parts > 1) cross(out, gold, lessons, model, request.parts);
  std::vector<Lesson*> all;
  for (Lesson& lesson : lessons) all.push_back(&lesson);
  const std::string weights = event_weights(model.events, all);
  learn(model, weights);
  for (std::size_t i = 2; i < request.folders.size(); ++i)
    for (const GoldArticle& article : read_event_gold(request.folders[i]))
      write(out / std::to_string(i - 1), article, read(article, model), model);
}
