#include "render/chronicle.hpp"

#include <algorithm>

#include "graph/timeline.hpp"
#include "render/escape.hpp"
#include "render/event_words.hpp"
#include "render/lanes.hpp"

namespace dateline {
namespace {

std::string count_words(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace

date::sys_days first_day(const DateInterval& days) {
  return days.begin ? *days.begin : *days.end - date::days{1};
}
date::sys_days last_day(const DateInterval& days) {
  return days.end ? *days.end - date::days{1} : *days.begin;
}

Chronicle chronicle_of(const KnowledgeGraph& graph, const Timeline& timeline, LaneBy by) {
  Chronicle chronicle{.title = title_words(graph)};
  for (const TimelineEntry& entry : timeline.dated) chronicle.dated.push_back(caption_of(graph, entry.event));
  for (const TimelineEntry& entry : timeline.undated)
    chronicle.undated.push_back(caption_of(graph, entry.event));
  for (const Record& record : graph.records()) {
    const std::string url = record.article.url.value_or("");
    chronicle.sources.push_back({source_words(record.article), is_web_link(url) ? url : ""});
  }
  Lanes lanes = lanes_of(graph, timeline.dated, by);
  for (std::size_t i = 0; i < lanes.of_entry.size(); ++i) chronicle.dated[i].lane = lanes.of_entry[i];
  chronicle.lanes = std::move(lanes.names);
  return chronicle;
}

std::string days_words(const std::vector<const EventCaption*>& events) {
  DateInterval all{.begin = first_day(*events.front()->days), .granularity = Granularity::Interval};
  for (const EventCaption* event : events) {
    all.begin = std::min(*all.begin, first_day(*event->days));
    const date::sys_days end = last_day(*event->days) + date::days{1};
    all.end = std::max(all.end.value_or(end), end);
  }
  return spell(all);
}

std::string extent_words(const Chronicle& chronicle) {
  if (chronicle.dated.empty() && chronicle.undated.empty()) return "No events";
  std::string words = count_words(chronicle.dated.size(), "dated event");
  if (chronicle.dated.empty()) words = "No dated events";
  if (!chronicle.dated.empty()) {
    date::sys_days first = first_day(*chronicle.dated.front().days);
    date::sys_days last = first;
    for (const EventCaption& event : chronicle.dated) {
      first = std::min(first, first_day(*event.days));
      last = std::max(last, last_day(*event.days));
    }
    const auto spelled = [](date::sys_days day) {
      return spell(DateInterval{.begin = day, .end = day + date::days{1}});
    };
    words += ", " + spelled(first);
    if (last != first) words += " to " + spelled(last);
  }
  if (!chronicle.undated.empty()) words += "; " + std::to_string(chronicle.undated.size()) + " undated";
  if (!chronicle.note.empty()) words += ". " + chronicle.note;
  return words;
}

}  // namespace dateline
