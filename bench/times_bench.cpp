// Times find_times alone, tokens (and for news tags and trees) given, on one core: bytes of text a second on
// news, and on hostile text of 2.5 and 10 MB, where the rate must not fall with the size.
//
// The news: the VOA reports of the evaluation data where they are there (DATELINE_SHARED), else the sample
// story.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "extract/find_times.hpp"
#include "extract/pipeline.hpp"
#include "extract/read_article.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

const Model& model() {
  static const Model loaded = load_model();
  return loaded;
}

std::vector<fs::path> news_files() {
  const fs::path voa = fs::path(DATELINE_SHARED) / "gold/voa/dev";
  const fs::path folder = fs::exists(voa) ? voa : fs::path(DATELINE_SOURCE_DIR "/samples/visit");
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt" || entry.path().extension() == ".html")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

const std::vector<Document>& news() {
  static const std::vector<Document> all = [] {
    std::vector<Document> done;
    for (const fs::path& file : news_files()) {
      std::ifstream in(file, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      read_articles(bytes, file.string(), {.language = "en"}, model(), [&](ReadResult result) {
        if (result.article) done.push_back(analyse(std::move(*result.article), model()));
      });
    }
    return done;
  }();
  return all;
}

void find_in_news(benchmark::State& state) {
  std::int64_t bytes = 0;
  for (const Document& d : news()) bytes += static_cast<std::int64_t>(d.article.text.size());
  for (auto _ : state)
    for (const Document& d : news()) benchmark::DoNotOptimize(find_times(d, model()));
  state.SetBytesProcessed(bytes * state.iterations());
}

constexpr std::array<std::string_view, 6> kParts{"7", "1/", "last ", "2 ", "May 1 ", "the day before "};

// One part over and over, cut at blanks, in one sentence.
Document repeated(std::string_view part, std::size_t bytes) {
  Document d;
  while (d.article.text.size() < bytes) d.article.text += part;
  d.article.published = Published{.day = *day_from_iso("2024-03-14")};
  const std::string& text = d.article.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    d.tokens.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 1;
  }
  d.sentences.push_back({{0, static_cast<std::uint32_t>(d.tokens.size())}});
  return d;
}

void find_in_hostile(benchmark::State& state) {
  const Document d =
      repeated(kParts[static_cast<std::size_t>(state.range(0))], static_cast<std::size_t>(state.range(1)));
  for (auto _ : state) benchmark::DoNotOptimize(find_times(d, model()));
  state.SetBytesProcessed(static_cast<std::int64_t>(d.article.text.size()) * state.iterations());
  state.SetLabel(std::string(kParts[static_cast<std::size_t>(state.range(0))]));
}

BENCHMARK(find_in_news)->Name("news")->Unit(benchmark::kMillisecond);
BENCHMARK(find_in_hostile)
    ->Name("hostile")
    ->ArgsProduct({benchmark::CreateDenseRange(0, static_cast<int>(kParts.size()) - 1, 1),
                   {2'500'000, 10'000'000}})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline

BENCHMARK_MAIN();
