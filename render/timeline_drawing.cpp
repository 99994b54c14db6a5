#include "render/timeline_drawing.hpp"

#include <algorithm>
#include <cassert>
#include <map>

#include "render/escape.hpp"
#include "render/event_card.hpp"
#include "render/event_words.hpp"
#include "render/label_placement.hpp"
#include "render/legend.hpp"
#include "render/time_scale.hpp"

namespace dateline {
namespace {

constexpr int kMargin = 32;     // px around the page
constexpr int kFade = 72;       // px, length of an open end
constexpr int kLeastBar = 14;   // px
constexpr int kAxisRoom = 36;   // px, for the labels of an axis
constexpr int kTallPage = 600;  // px of events from which the axis is labelled below as well
constexpr Font kTitleFont{.size = 20, .bold = true};
constexpr Font kCaptionFont{.size = 12};
constexpr Font kSectionFont{.size = 13, .bold = true};

// Writes down the page.
struct Pen {
  TimelineDrawing& drawing;
  int y = kMargin;

  void write(std::string_view text, Font font, Tone tone, std::size_t most_lines,
             const std::string& link = "") {
    for (std::string& line : wrap(text, drawing.width - 2 * kMargin, font, most_lines)) {
      const int width = text_width(line, font);
      drawing.text.push_back({.x = kMargin,
                              .y = y + ascent(font),
                              .width = width,
                              .text = std::move(line),
                              .font = font,
                              .tone = tone,
                              .link = link});
      y += line_height(font);
    }
  }
};

date::sys_days first_day(const DateInterval& days) {
  return days.begin ? *days.begin : *days.end - date::days{1};
}
date::sys_days last_day(const DateInterval& days) {
  return days.end ? *days.end - date::days{1} : *days.begin;
}

std::vector<DayLoad> loads_of(const Timeline& timeline) {
  std::map<date::sys_days, std::uint32_t> loads;
  for (const TimelineEntry& entry : timeline.dated) {
    ++loads[first_day(*entry.days)];
    loads[last_day(*entry.days)];
  }
  std::vector<DayLoad> list;
  for (const auto& [day, events] : loads) list.push_back({day, events});
  return list;
}

// Where the marks of a day's events begin: in its first column, or spread over the columns of its band.
class Columns {
 public:
  Columns(const TimeScale& scale, const std::vector<DayLoad>& loads) : scale_(scale) {
    for (const DayLoad& load : loads) expected_[load.day] = load.events;
  }

  int next(date::sys_days day) {
    const Knot& knot = *scale_.find(day);
    const std::uint64_t column =
        std::uint64_t{seen_[day]++} * static_cast<unsigned>(knot.columns) / std::max(expected_[day], 1U);
    return knot.begin + static_cast<int>(column) * (kCardWidth + kCardDistance);
  }

 private:
  const TimeScale& scale_;
  std::map<date::sys_days, std::uint32_t> expected_;
  std::map<date::sys_days, std::uint32_t> seen_;
};

// The mark's extent from left to right, px.
struct Extent {
  int left = 0;
  int right = 0;
};

Extent extent_of(const DateInterval& days, const TimeScale& scale, Columns& columns) {
  const int column = columns.next(first_day(days));
  if (!days.begin) {
    const int right = scale.x_of(last_day(days));
    return {std::max(right - kFade, kMargin), right};
  }
  const int left = scale.x_of(*days.begin);
  if (!days.end) return {left, left + kFade};
  if (last_day(days) == *days.begin) return {column, column};
  return {left, std::max(scale.x_of(last_day(days)), left + kLeastBar)};
}

EventCard dated_card(const KnowledgeGraph& graph, const TimelineEntry& entry, Extent extent) {
  EventCard card = card_of(graph, entry.event, extent.right - extent.left);
  card.mark.fades_left = !entry.days->begin;
  card.mark.fades_right = !entry.days->end;
  move(card, extent.left, 0);
  return card;
}

// Cards of neighbouring columns touch: each begins with half a mark left of its column.
Shape shape_of(const EventCard& card) {
  constexpr int kAside = kCardDistance - kMarkRadius;
  const CardSize size = size_of(card);
  const int label_right = std::max(size.label_right, card.mark.right + kMarkRadius) + kAside;
  const int left = card.mark.left - kMarkRadius;
  if (size.head == 0) return {left, {{label_right, size.height + kCardGap}}};
  return {left,
          {{std::max(size.mark_right + kAside, label_right), size.head},
           {label_right, size.height - size.head + kCardGap}}};
}

void add_bands(const TimeScale& scale, Axis& axis) {
  for (const Knot& knot : scale.knots)
    if (knot.columns > 1)
      axis.bands.push_back(
          {knot.begin - kMarkRadius - 4,
           knot.begin + static_cast<int>(knot.columns) * (kCardWidth + kCardDistance) - kCardDistance + 4});
}

void add_breaks(const TimeScale& scale, Axis& axis) {
  for (std::size_t i = 1; i < scale.knots.size(); ++i)
    if (scale.knots[i].after_break)
      axis.breaks.push_back((scale.knots[i - 1].end + scale.knots[i].begin) / 2);
}

void draw_dated(const KnowledgeGraph& graph, const Timeline& timeline, Pen& pen) {
  TimelineDrawing& drawing = pen.drawing;
  const bool open_begin = std::any_of(timeline.dated.begin(), timeline.dated.end(),
                                      [](const TimelineEntry& entry) { return !entry.days->begin; });
  const std::vector<DayLoad> loads = loads_of(timeline);
  const TimeScale scale = scale_of(loads, {.begin = kMargin + (open_begin ? kFade : 2 * kMarkRadius),
                                           .end = drawing.width - kMargin - kCardWidth,
                                           .slot = kCardWidth + kCardDistance});
  Columns columns(scale, loads);
  std::vector<Shape> shapes;
  for (const TimelineEntry& entry : timeline.dated) {
    drawing.dated.push_back(dated_card(graph, entry, extent_of(*entry.days, scale, columns)));
    shapes.push_back(shape_of(drawing.dated.back()));
  }
  Axis& axis = drawing.axis;
  axis = {
      .left = kMargin, .right = drawing.width - kMargin, .top = pen.y + kAxisRoom, .ticks = ticks_of(scale)};
  add_bands(scale, axis);
  add_breaks(scale, axis);
  const std::vector<int> tops = place(shapes);
  const int begin = axis.top + 14;
  int end = begin;
  for (std::size_t i = 0; i < tops.size(); ++i) {
    move(drawing.dated[i], 0, begin + tops[i]);
    int height = 0;
    for (const Strip& strip : shapes[i].strips) height += strip.height;
    end = std::max(end, begin + tops[i] + height);
  }
  drawing.has_axis = true;
  axis.bottom = end;
  axis.labels_below = end - begin > kTallPage;
  pen.y = end + (axis.labels_below ? kAxisRoom + 8 : 8);
}

void draw_undated(const KnowledgeGraph& graph, const Timeline& timeline, Pen& pen) {
  if (timeline.undated.empty()) return;
  TimelineDrawing& drawing = pen.drawing;
  pen.y += 16;
  pen.write("Undated", kSectionFont, Tone::Text, 1);
  pen.y += 8;
  const int columns = std::max(1, (drawing.width - 2 * kMargin) / (kCardWidth + kCardDistance));
  const int pitch = (drawing.width - 2 * kMargin) / columns;
  int row_height = 0;
  for (std::size_t i = 0; i < timeline.undated.size(); ++i) {
    const int column = static_cast<int>(i) % columns;
    if (column == 0) {
      pen.y += row_height;
      row_height = 0;
    }
    EventCard card = card_of(graph, timeline.undated[i].event, 0);
    row_height = std::max(row_height, size_of(card).height + kCardGap);
    move(card, kMargin + kMarkRadius + 2 + column * pitch, pen.y);
    drawing.undated.push_back(std::move(card));
  }
  pen.y += row_height;
}

void draw_sources(const KnowledgeGraph& graph, Pen& pen) {
  constexpr std::size_t kMostSources = 20;
  const std::vector<Record>& records = graph.records();
  if (records.empty()) return;
  pen.y += 16;
  pen.write(records.size() == 1 ? "Source" : "Sources", kSectionFont, Tone::Text, 1);
  pen.y += 4;
  for (std::size_t i = 0; i < std::min(records.size(), kMostSources); ++i) {
    const RecordArticle& article = records[i].article;
    const std::string url = article.url.value_or("");
    const bool linked = is_web_link(url);
    pen.write(source_words(article), kCaptionFont, linked ? Tone::Link : Tone::Muted, 3, linked ? url : "");
  }
  if (records.size() > kMostSources)
    pen.write("and " + std::to_string(records.size() - kMostSources) + " more", kCaptionFont, Tone::Muted, 1);
}

std::string count_words(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

// "24 events, 14 May 1948 to 31 March 2023; 3 undated"
std::string extent_words(const Timeline& timeline) {
  if (timeline.dated.empty() && timeline.undated.empty()) return "No events";
  std::string words = count_words(timeline.dated.size(), "dated event");
  if (timeline.dated.empty()) words = "No dated events";
  if (!timeline.dated.empty()) {
    date::sys_days first = first_day(*timeline.dated.front().days);
    date::sys_days last = first;
    for (const TimelineEntry& entry : timeline.dated) {
      first = std::min(first, first_day(*entry.days));
      last = std::max(last, last_day(*entry.days));
    }
    const auto spelled = [](date::sys_days day) {
      return spell(DateInterval{.begin = day, .end = day + date::days{1}});
    };
    words += ", " + spelled(first);
    if (last != first) words += " to " + spelled(last);
  }
  if (!timeline.undated.empty()) words += "; " + std::to_string(timeline.undated.size()) + " undated";
  return words;
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

Box box_of(const TextLine& line) {
  const int top = line.y - ascent(line.font);
  return {line.x, top, line.x + line.width, top + line_height(line.font)};
}

Box box_of(const Mark& mark) {
  const int around = mark.left == mark.right ? kMarkRadius : 0;
  return {mark.left - around, mark.y - kMarkRadius, mark.right + around, mark.y + kMarkRadius};
}

TimelineDrawing draw(const KnowledgeGraph& graph, const Timeline& timeline, int width) {
  assert(width >= 640);
  TimelineDrawing drawing{.width = width, .title = title_words(graph)};
  const std::string extent = extent_words(timeline);
  drawing.description = "Timeline: " + extent + ".";
  Pen pen{drawing};
  pen.write(drawing.title, kTitleFont, Tone::Text, 6);
  pen.y += 4;
  pen.write(extent, kCaptionFont, Tone::Muted, 2);
  pen.y += 12;
  if (timeline.dated.empty())
    pen.write("No event of this story has a date.", kSectionFont, Tone::Muted, 1);
  else
    draw_dated(graph, timeline, pen);
  draw_undated(graph, timeline, pen);
  const int legend_top = pen.y + 12;
  drawing.legend = legend_of(drawing, kMargin, legend_top);
  for (const LegendEntry& entry : drawing.legend) pen.y = std::max(pen.y, box_of(entry.label).bottom + 4);
  draw_sources(graph, pen);
  drawing.height = pen.y + kMargin;
  return drawing;
}

std::string timeline_svg(const KnowledgeGraph& graph, const Timeline& timeline) {
  return to_svg(draw(graph, timeline));
}

}  // namespace dateline
