// Draws a thousand random timelines of 1 to 300 events with all lanes, scales and pages, and tells which
// overlap or leave their page; then how long timelines of 1,000 to 40,000 events take.
#include <chrono>
#include <cstdio>

#include "graph/timeline.hpp"
#include "tests/render/readable.hpp"

namespace {

using namespace dateline;

int faults_of_random_timelines(unsigned count) {
  std::mt19937 random(2);
  int faults = 0;
  for (unsigned seed = 0; seed < count; ++seed) {
    const std::size_t events = 1 + random() % 300;
    const LaneBy lanes = random_lanes(random);
    const TimelineStyle style = random_style(random);
    const Story story = random_story(seed, events);
    const TimelineDrawing drawing =
        draw(chronicle_of(story.graph(), timeline_of(story.graph()), lanes), style);
    const std::string fault = fault_of(drawing);
    if (fault.empty()) continue;
    ++faults;
    std::printf("seed %u, %zu events, page %dx%d: %s\n", seed, events, style.page.width, style.page.height,
                fault.c_str());
  }
  return faults;
}

double seconds_for(std::size_t events, LaneBy lanes) {
  const Story story = random_story(9, events);
  const auto begin = std::chrono::steady_clock::now();
  const std::string svg = to_svg(draw(chronicle_of(story.graph(), timeline_of(story.graph()), lanes)));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  std::printf("%6zu events%s: %.3f s, %zu bytes\n", events, lanes == LaneBy::None ? "" : " in lanes",
              taken.count(), svg.size());
  return taken.count();
}

}  // namespace

int main(int argc, char** argv) {
  const unsigned count = argc > 1 ? static_cast<unsigned>(std::stoul(argv[1])) : 1000;
  const int faults = faults_of_random_timelines(count);
  std::printf("%u timelines, %d with an overlap or a text off its page\n", count, faults);
  for (const std::size_t events : {1000U, 5000U, 10000U, 20000U, 40000U}) seconds_for(events, LaneBy::None);
  seconds_for(10000, LaneBy::Actor);
  return faults == 0 ? 0 : 1;
}
