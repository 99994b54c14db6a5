// How quick the language analysis is, stage by stage and from raw text to names, on one thread and on two.
//
//   language_bench FOLDER      reads its .txt files as articles
//
// Stages are timed alone, by the thread's own processor time, which other work on the machine disturbs
// little; two threads by the clock on the wall as well.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "extract/inflect.hpp"
#include "extract/model.hpp"
#include "extract/name_tags.hpp"
#include "extract/parse.hpp"
#include "extract/read_article.hpp"
#include "extract/read_words.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"

namespace dateline {
namespace {

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::vector<Document> read_folder(const std::filesystem::path& folder, const Model& model) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Document> out;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    read_articles(bytes, file.string(), {.language = "en"}, model, [&](ReadResult result) {
      if (result.article) out.push_back({.article = std::move(*result.article)});
    });
  }
  return out;
}

// Raw text to names; gives the number of words.
std::size_t analyse_to_names(Document d, const Model& model) {
  d.tokens = tokenize(d, model);
  d.sentences = split_sentences(d, model);
  d.readings = read_words(d, model);
  d.morphs = tag(d, model);
  d.arcs = parse(d, model);
  std::vector<NameTag> tags;
  for (const Reading& reading : d.readings) tags.push_back(reading.name);
  return d.tokens.size() + (names_of(tags).size() > d.tokens.size() ? 1 : 0);
}

template <typename Stage>
void time_stage(const char* name, const std::vector<Document>& documents, const Model& model, Stage stage) {
  double best = 1e9;
  std::size_t words = 0;
  for (int round = 0; round < 7; ++round) {
    words = 0;
    const double begin = thread_seconds();
    for (const Document& d : documents) {
      const auto layer = stage(d, model);
      words += d.tokens.size() + (layer.empty() && !d.tokens.empty() ? 1 : 0);
    }
    best = std::min(best, thread_seconds() - begin);
  }
  std::printf("%-20s %12.0f tokens a second\n", name, static_cast<double>(words) / best);
}

void time_whole(const std::vector<Document>& documents, const Model& model, unsigned threads) {
  double best_wall = 1e9, best_cpu = 1e9;
  std::size_t words = 0;
  for (int round = 0; round < 7; ++round) {
    std::vector<std::size_t> counts(threads);
    std::vector<double> cpu(threads);
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> running;
    for (unsigned i = 0; i < threads; ++i)
      running.emplace_back([&, i] {
        const double from = thread_seconds();
        for (std::size_t at = i; at < documents.size(); at += threads)
          counts[i] += analyse_to_names({.article = documents[at].article}, model);
        cpu[i] = thread_seconds() - from;
      });
    for (std::thread& thread : running) thread.join();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    best_wall = std::min(best_wall, wall.count());
    best_cpu = std::min(best_cpu, *std::max_element(cpu.begin(), cpu.end()));
    words = 0;
    for (const std::size_t count : counts) words += count;
  }
  const auto rate = [&](double seconds) { return static_cast<double>(words) / seconds; };
  std::printf("raw text to names, %u thread%s: %.0f tokens a second by the wall, %.0f by processor time\n",
              threads, threads == 1 ? "" : "s", rate(best_wall), rate(best_cpu));
}

void measure(const char* folder) {
  const Model model = load_model();
  std::vector<Document> documents = read_folder(folder, model);
  for (Document& d : documents) {
    d.tokens = tokenize(d, model);
    d.sentences = split_sentences(d, model);
    d.readings = read_words(d, model);
    d.morphs = tag(d, model);
    d.arcs = parse(d, model);
  }
  time_stage("tokenize", documents, model, tokenize);
  time_stage("split_sentences", documents, model, split_sentences);
  time_stage("read_words", documents, model, read_words);
  time_stage("tag", documents, model, tag);
  time_stage("parse", documents, model, parse);
  time_stage("inflect", documents, model, inflect);
  time_whole(documents, model, 1);
  time_whole(documents, model, 2);
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "language_bench FOLDER\n");
    return 2;
  }
  dateline::measure(argv[1]);
  return 0;
}
