// Times each stage of extract/ and the whole pipeline on news text: bytes, tokens and sentences a second, one
// core.
//
// The text: the VOA reports of the evaluation data where they are there (DATELINE_SHARED), else the sample
// story.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "extract/find_events.hpp"
#include "extract/find_figures.hpp"
#include "extract/find_mentions.hpp"
#include "extract/find_times.hpp"
#include "extract/parse.hpp"
#include "extract/pipeline.hpp"
#include "extract/read_article.hpp"
#include "extract/read_words.hpp"
#include "extract/resolve_entities.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

const Model& model() {
  static const Model loaded = load_model();
  return loaded;
}

std::vector<fs::path> text_files() {
  std::vector<fs::path> files;
  const fs::path voa = fs::path(DATELINE_SHARED) / "gold/voa/dev";
  const fs::path folder = fs::exists(voa) ? voa : fs::path(DATELINE_SOURCE_DIR "/samples/visit");
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt" || entry.path().extension() == ".html")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> all = [] {
    std::vector<Article> read;
    for (const fs::path& file : text_files()) {
      std::ifstream in(file, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      read_articles(bytes, file.string(), {.language = "en"}, model(), [&](ReadResult result) {
        if (result.article) read.push_back(std::move(*result.article));
      });
    }
    return read;
  }();
  return all;
}

const std::vector<Document>& documents() {
  static const std::vector<Document> all = [] {
    std::vector<Document> done;
    for (const Article& article : articles()) done.push_back(analyse(article, model()));
    return done;
  }();
  return all;
}

void count_throughput(benchmark::State& state) {
  double bytes = 0;
  double tokens = 0;
  double sentences = 0;
  for (const Document& d : documents()) {
    bytes += static_cast<double>(d.article.text.size());
    tokens += static_cast<double>(d.tokens.size());
    sentences += static_cast<double>(d.sentences.size());
  }
  const auto rate = [&](double n) {
    return benchmark::Counter(n * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  };
  state.counters["bytes/s"] = rate(bytes);
  state.counters["tokens/s"] = rate(tokens);
  state.counters["sentences/s"] = rate(sentences);
}

template <auto stage>
void run_stage(benchmark::State& state) {
  const auto& all = documents();
  for (auto _ : state)
    for (const Document& d : all) benchmark::DoNotOptimize(stage(d, model()));
  count_throughput(state);
}

void run_pipeline(benchmark::State& state) {
  const auto& all = articles();
  documents();
  for (auto _ : state)
    for (const Article& article : all) benchmark::DoNotOptimize(analyse(article, model()));
  count_throughput(state);
}

void run_load_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load_model());
}

BENCHMARK(run_stage<tokenize>)->Name("tokenize")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<split_sentences>)->Name("split_sentences")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<read_words>)->Name("read_words")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<tag>)->Name("tag")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<parse>)->Name("parse")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<find_mentions>)->Name("find_mentions")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<find_times>)->Name("find_times")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<resolve_entities>)->Name("resolve_entities")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<find_figures>)->Name("find_figures")->Unit(benchmark::kMillisecond);
BENCHMARK(run_stage<find_events>)->Name("find_events")->Unit(benchmark::kMillisecond);
BENCHMARK(run_pipeline)->Name("whole_pipeline")->Unit(benchmark::kMillisecond);
BENCHMARK(run_load_model)->Name("load_model")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline

BENCHMARK_MAIN();
