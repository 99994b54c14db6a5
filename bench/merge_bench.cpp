// Time and memory of build(): many records, varied from one story so that much of them is the same.
//
//   build/bench/bench/merge_bench --benchmark_filter=Build/10000
#include <sys/resource.h>

#include <random>

#include <benchmark/benchmark.h>

#include "graph/build.hpp"
#include "graph/json.hpp"

namespace dateline {
namespace {

constexpr std::size_t kEvents = 20;  // a record
constexpr std::size_t kActors = 15;  // a record
constexpr unsigned kRecordsADay = 100;

std::string name_of(unsigned person) {
  static const char* const kFirst[] = {"Ann",  "Bob",  "Cleo", "Dan",  "Eve",
                                       "Finn", "Gail", "Hugo", "Iris", "Jon"};
  return std::string(kFirst[person % 10]) + " N" + std::to_string(person / 10);
}

// Actors of whom some are met everywhere and most are met rarely.
unsigned any_actor(std::mt19937& random) {
  const auto span = 1U << (random() % 14U);
  return static_cast<unsigned>(random() % span);
}

std::vector<RecordActor> actors_of(std::mt19937& random) {
  std::vector<RecordActor> actors;
  actors.reserve(kActors);
  for (std::size_t a = 0; a < kActors; ++a) {
    const unsigned who = any_actor(random);
    actors.push_back({.id = "a" + std::to_string(a + 1),
                      .name = name_of(who),
                      .kind = EntityKind::Person,
                      .mentions = {{{0, 5}, name_of(who)}, {{50, 55}, name_of(who)}}});
  }
  return actors;
}

RecordEvent event_of(std::mt19937& random, std::size_t n, date::sys_days published) {
  static const EventType kTypes[] = {EventType::Meeting, EventType::Attack, EventType::Statement,
                                     EventType::Arrest};
  const auto actor = [&] { return "a" + std::to_string(1 + random() % kActors); };
  const date::sys_days day = published - date::days(static_cast<int>(random() % 5));
  RecordEvent e{.id = "e" + std::to_string(n), .type = kTypes[random() % 4], .core = true};
  e.triggers = {{{10, 15}, "trigger" + std::to_string(random() % 4)}};
  std::string sentence;
  for (int word = 0; word < 20; ++word) sentence += "word" + std::to_string(random() % 3000) + " ";
  e.sentences = {{{0, 150}, std::move(sentence)}};
  e.participants = {{actor(), Role::Agent}};
  if (const std::string target = actor(); target != e.participants[0].actor)
    e.participants.push_back({target, Role::Target});
  e.when = RecordWhen{
      DateInterval{day, day + date::days(1)}, to_iso(day), {{20, 27}, "Tuesday"}, DateBasis::Expression};
  if (random() % 3 == 0)
    e.figures = {{FigureKind::Killed, {.value = double(random() % 9)}, "person", {{1, 2}, "nine"}}};
  e.summary = "Somebody did something";
  return e;
}

std::vector<Record> records_of(std::size_t n) {
  std::mt19937 random(5);
  std::vector<Record> records;
  records.reserve(n);
  for (std::size_t r = 0; r < n; ++r) {
    const date::sys_days day = date::sys_days(date::days(19000 + static_cast<int>(r / kRecordsADay)));
    const std::string id = "article" + std::to_string(r);
    Record record{.article = {.id = id, .published = Published{day, PublishedBasis::Metadata}, .sha256 = id},
                  .actors = actors_of(random)};
    record.events.reserve(kEvents);
    for (std::size_t e = 0; e < kEvents; ++e) record.events.push_back(event_of(random, e + 1, day));
    records.push_back(std::move(record));
  }
  return records;
}

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void Build(benchmark::State& state) {
  auto records = records_of(static_cast<std::size_t>(state.range(0)));
  state.counters["records_mb"] = peak_mb();
  for (auto _ : state) {
    const KnowledgeGraph g = build(std::move(records));
    state.counters["actors"] = static_cast<double>(g.entities().size());
    state.counters["events"] = static_cast<double>(g.events().size());
    state.counters["edges"] = static_cast<double>(num_edges(g.graph()));
  }
  state.counters["peak_mb"] = peak_mb();
}
BENCHMARK(Build)->Arg(1000)->Arg(10000)->Arg(100000)->Iterations(1)->Unit(benchmark::kSecond);

void WriteAndRead(benchmark::State& state) {
  const auto g = build(records_of(static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) {
    const std::string json = to_json(g);
    benchmark::DoNotOptimize(records_from_json(json, "graph.json"));
    state.counters["json_mb"] = static_cast<double>(json.size()) / 1e6;
  }
}
BENCHMARK(WriteAndRead)->Arg(1000)->Arg(10000)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace dateline

BENCHMARK_MAIN();
