#include "graph/timeline.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace dateline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "a/e2" before "a/e10": digits compare by the number that they make.
bool natural_less(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (!is_digit(a.front()) || !is_digit(b.front())) {
      if (a.front() != b.front()) return a.front() < b.front();
      a.remove_prefix(1);
      b.remove_prefix(1);
      continue;
    }
    const auto number = [](std::string_view& text) {
      std::size_t end = 0;
      while (end < text.size() && is_digit(text[end])) ++end;
      std::string_view digits = text.substr(0, end);
      text.remove_prefix(end);
      while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
      return digits;
    };
    const std::string_view first = number(a);
    const std::string_view second = number(b);
    if (first != second) return std::tuple(first.size(), first) < std::tuple(second.size(), second);
  }
  return a.size() < b.size();
}

}  // namespace

Timeline timeline_of(const KnowledgeGraph& graph) {
  Timeline timeline;
  std::vector<KnowledgeGraph::Vertex> events = graph.events();
  std::ranges::stable_sort(
      events, [&graph](auto a, auto b) { return natural_less(key_of(graph[a]), key_of(graph[b])); });
  for (const KnowledgeGraph::Vertex v : events) {
    const auto& when = std::get<EventNode>(graph[v]).facts.when;
    if (when && when->days)
      timeline.dated.push_back({v, when->days});
    else
      timeline.undated.push_back({v, std::nullopt});
  }
  // What began nobody knows when ("before 2010") stands where it ends.
  std::ranges::stable_sort(timeline.dated, {}, [](const TimelineEntry& entry) {
    const auto end = entry.days->end.value_or(date::sys_days::max());
    return std::tuple(entry.days->begin.value_or(end - date::days(1)), end);
  });
  return timeline;
}

}  // namespace dateline
