#include "render/dated_events.hpp"

#include <algorithm>
#include <map>

#include "render/label_placement.hpp"
#include "render/time_scale.hpp"

namespace dateline {
namespace {

constexpr int kFade = 72;       // px, length of an open end
constexpr int kLeastBar = 14;   // px
constexpr int kAxisRoom = 36;   // px, for the labels of an axis
constexpr int kLanePad = 10;    // px above the first card of a lane
constexpr int kTallPage = 600;  // px of events from which the axis is labelled below as well
constexpr Font kLaneFont{.size = 12, .bold = true};
constexpr std::size_t kMostLaneLines = 5;

using DayCounts = std::map<date::sys_days, std::uint32_t>;

// What is drawn in one lane; indices into Chronicle::dated, in its order.
struct LaneEvents {
  std::vector<std::size_t> shown;
  std::vector<std::size_t> folded;
  DayCounts begins;  // of those shown
};

std::vector<LaneEvents> lanes_of(const Chronicle& chronicle, const Shown& shown) {
  std::vector<LaneEvents> lanes(std::max<std::size_t>(chronicle.lanes.size(), 1));
  for (std::size_t i = 0; i < chronicle.dated.size(); ++i) {
    const EventCaption& event = chronicle.dated[i];
    LaneEvents& lane = lanes[event.lane];
    (shown.dated[i] ? lane.shown : lane.folded).push_back(i);
    if (shown.dated[i]) ++lane.begins[first_day(*event.days)];
  }
  return lanes;
}

// Of each day that the axis must show, the events that begin then, in the lane that has the most.
std::vector<DayLoad> loads_of(const Chronicle& chronicle, const std::vector<LaneEvents>& lanes) {
  DayCounts loads;
  date::sys_days first = first_day(*chronicle.dated.front().days);
  date::sys_days last = first;
  for (const EventCaption& event : chronicle.dated) {
    first = std::min(first, first_day(*event.days));
    last = std::max(last, last_day(*event.days));
  }
  loads[first];
  loads[last];
  for (const LaneEvents& lane : lanes) {
    for (const auto& [day, events] : lane.begins) loads[day] = std::max(loads[day], events);
    for (const std::size_t i : lane.shown) loads[last_day(*chronicle.dated[i].days)];
  }
  std::vector<DayLoad> list;
  for (const auto& [day, events] : loads) list.push_back({day, events});
  return list;
}

// Where the marks of a day's events begin: in its first column, or spread over the columns of its band.
class Columns {
 public:
  Columns(const TimeScale& scale, const DayCounts& expected) : scale_(scale), expected_(expected) {}

  int next(date::sys_days day) {
    const Knot& knot = *scale_.find(day);
    const std::uint64_t column =
        std::uint64_t{seen_[day]++} * static_cast<unsigned>(knot.columns) / expected_.at(day);
    return knot.begin + static_cast<int>(column) * (kCardWidth + kCardDistance);
  }

 private:
  const TimeScale& scale_;
  const DayCounts& expected_;
  DayCounts seen_;
};

// The mark's extent from left to right, px.
struct Extent {
  int left = 0;
  int right = 0;
};

Extent extent_of(const DateInterval& days, const TimeScale& scale, Columns& columns, int leftmost) {
  const int column = columns.next(first_day(days));
  if (!days.begin) {
    const int right = scale.x_of(last_day(days));
    return {std::max(right - kFade, leftmost), right};
  }
  const int left = scale.x_of(*days.begin);
  if (!days.end) return {left, left + kFade};
  if (last_day(days) == *days.begin) return {column, column};
  return {left, std::max(scale.x_of(last_day(days)), left + kLeastBar)};
}

EventCard dated_card(const EventCaption& event, Extent extent, CardRoom room) {
  EventCard card = card_of(event, extent.right - extent.left, room);
  card.mark.fades_left = !event.days->begin;
  card.mark.fades_right = !event.days->end;
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

// Folded events in groups that stand near each other, each a card with their number.
std::vector<EventCard> count_cards(const Chronicle& chronicle, const std::vector<std::size_t>& folded,
                                   const TimeScale& scale) {
  std::vector<EventCard> cards;
  std::vector<const EventCaption*> group;
  int group_left = 0;
  const auto close = [&] {
    if (group.empty()) return;
    cards.push_back(count_card_of(group));
    move(cards.back(), group_left, 0);
    group.clear();
  };
  for (const std::size_t i : folded) {
    const EventCaption& event = chronicle.dated[i];
    const int x = scale.x_of(first_day(*event.days));
    if (group.empty() || x >= group_left + kCountWidth) {
      close();
      group_left = x;
    }
    group.push_back(&event);
  }
  close();
  return cards;
}

int height_of(const Shape& shape) {
  int height = 0;
  for (const Strip& strip : shape.strips) height += strip.height;
  return height;
}

// Sets a lane's name beside its events; returns where it ends, px.
int write_label(const std::string& name, int width, Lane& lane, int left) {
  int y = lane.top + kLanePad - 3;
  for (std::string& line : wrap(name, width, kLaneFont, kMostLaneLines)) {
    const int line_width = text_width(line, kLaneFont);
    lane.label.push_back({.x = left,
                          .y = y + ascent(kLaneFont),
                          .width = line_width,
                          .text = std::move(line),
                          .font = kLaneFont});
    y += line_height(kLaneFont);
  }
  return y;
}

void add_breaks(const TimeScale& scale, Axis& axis) {
  for (std::size_t i = 1; i < scale.knots.size(); ++i)
    if (scale.knots[i].after_break)
      axis.breaks.push_back((scale.knots[i - 1].end + scale.knots[i].begin) / 2);
}

void add_bands(const TimeScale& scale, Axis& axis) {
  for (const Knot& knot : scale.knots)
    if (knot.columns > 1)
      axis.bands.push_back(
          {knot.begin - kMarkRadius - 4,
           knot.begin + static_cast<int>(knot.columns) * (kCardWidth + kCardDistance) - kCardDistance + 4});
}

// Draws one lane from `top` on; returns where its cards end, px.
int draw_lane(const Chronicle& chronicle, const LaneEvents& lane, const TimeScale& scale,
              const DatedRoom& room, int top, TimelineDrawing& drawing) {
  Columns columns(scale, lane.begins);
  std::vector<EventCard> cards;
  for (const std::size_t i : lane.shown) {
    const EventCaption& event = chronicle.dated[i];
    cards.push_back(dated_card(event, extent_of(*event.days, scale, columns, room.left), room.cards));
  }
  for (EventCard& card : count_cards(chronicle, lane.folded, scale)) cards.push_back(std::move(card));
  std::vector<Shape> shapes;
  for (const EventCard& card : cards) shapes.push_back(shape_of(card));
  const std::vector<int> tops = place(shapes);
  int end = top;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    move(cards[i], 0, top + tops[i]);
    end = std::max(end, top + tops[i] + height_of(shapes[i]));
    (i < lane.shown.size() ? drawing.dated : drawing.counts).push_back(std::move(cards[i]));
  }
  return end;
}

// Of the page's width, for the names of lanes.
int gutter_of(const Chronicle& chronicle, const DatedRoom& room) {
  return chronicle.lanes.empty() ? 0 : std::clamp((room.right - room.left) / 8, 90, 150);
}

}  // namespace

int draw_dated(const Chronicle& chronicle, const Shown& shown, ScaleKind kind, DatedRoom room,
               TimelineDrawing& drawing) {
  const std::vector<LaneEvents> lanes = lanes_of(chronicle, shown);
  const int labels_left = room.left;
  const int gutter = gutter_of(chronicle, room);
  room.left += gutter;
  const bool open_begin = std::any_of(chronicle.dated.begin(), chronicle.dated.end(),
                                      [](const EventCaption& event) { return !event.days->begin; });
  const TimeScale scale = scale_of(loads_of(chronicle, lanes),
                                   {.begin = room.left + (open_begin ? kFade : 2 * kMarkRadius),
                                    .end = room.right - kCardWidth,
                                    .slot = kCardWidth + kCardDistance},
                                   kind);
  Axis& axis = drawing.axis;
  axis = {.left = room.left, .right = room.right, .top = room.top + kAxisRoom, .ticks = ticks_of(scale)};
  add_bands(scale, axis);
  add_breaks(scale, axis);
  int y = axis.top + 4;
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    Lane lane{.top = y};
    y = draw_lane(chronicle, lanes[i], scale, room, y + kLanePad, drawing);
    if (chronicle.lanes.empty()) continue;
    y = std::max(y, write_label(chronicle.lanes[i], gutter - 14, lane, labels_left) + kLanePad);
    lane.bottom = y;
    drawing.lanes.push_back(std::move(lane));
  }
  drawing.has_axis = true;
  axis.bottom = y;
  axis.labels_below = y - axis.top > kTallPage;
  return y + (axis.labels_below ? kAxisRoom + 8 : 8);
}

}  // namespace dateline
