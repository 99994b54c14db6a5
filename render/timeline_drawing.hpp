// Our own picture of a timeline, drawn in steps: facts -> Chronicle -> TimelineDrawing -> SVG. The same bytes
// everywhere.
//
// Time runs from left to right (time_scale.hpp); labels stand beside their marks, one below the other, lane
// by lane. A page without a height grows as high as they need; on one with a height the main events come
// first and the rest is folded into counts. What each mark means: docs/drawing.md. All lengths are whole
// pixels, counted from the page's upper left corner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/chronicle.hpp"
#include "render/page_size.hpp"
#include "render/svg.hpp"
#include "render/text_line.hpp"
#include "render/theme.hpp"
#include "render/time_ticks.hpp"

namespace dateline {

enum class MarkKind : std::uint8_t { Event, Folded };

// A point (left == right) in the shape of its family, or a bar; or the sign of events folded into a count.
struct Mark {
  int left = 0;
  int right = 0;
  int y = 0;  // middle
  EventFamily family = EventFamily::Other;
  Modality modality = Modality::Actual;
  bool fades_left = false;   // begins nobody knows when
  bool fades_right = false;  // ends nobody knows when
  MarkKind kind = MarkKind::Event;
  bool pale = false;
};
inline constexpr int kMarkRadius = 6;  // px
[[nodiscard]] Box box_of(const Mark& mark);

// An event as drawn: a mark and its label. Or a count of events that are folded.
struct EventCard {
  Mark mark;
  Change change = Change::None;
  std::vector<TextLine> lines;
  std::string tooltip;
  std::string link;  // http or https, or ""
};

struct LegendEntry {
  Mark mark;
  TextLine label;
  bool has_mark = true;
  bool axis_break = false;       // shows a break of the axis where the mark would stand
  Change change = Change::None;  // shows the ground of such events where the mark would stand
};

// The ground of a day that has room for several labels abreast.
struct Band {
  int left = 0;
  int right = 0;
};

struct Axis {
  int left = 0;
  int right = 0;
  int top = 0;     // px, the line above the events
  int bottom = 0;  // px, the line below them
  bool labels_below = false;
  std::vector<Tick> ticks;
  std::vector<int> breaks;  // px, middles
  std::vector<Band> bands;
};

// Events that share something, one lane below the other.
struct Lane {
  int top = 0;
  int bottom = 0;
  std::vector<TextLine> label;  // left of the axis
};

struct TimelineDrawing {
  int width = 0;
  int height = 0;  // of what is drawn
  PageSize page;   // what it is shown on; its height is never 0
  std::string title;
  std::string description;     // for those who cannot see the picture
  std::vector<TextLine> text;  // heading, captions, sources
  std::vector<LegendEntry> legend;
  bool has_axis = false;
  Axis axis;
  std::vector<Lane> lanes;         // none: all events stand together
  std::vector<EventCard> dated;    // lane by lane, in the timeline's order
  std::vector<EventCard> counts;   // of dated events that are folded
  std::vector<EventCard> undated;  // in the timeline's order
};

struct TimelineStyle {
  ScaleKind scale = ScaleKind::Broken;
  PageSize page;
  std::size_t top = 0;  // at most so many events in full, the main ones first; 0: all
};

// Needs a page within the bounds of page_size.hpp.
[[nodiscard]] TimelineDrawing draw(const Chronicle& chronicle, const TimelineStyle& style = {});

// A complete SVG document.
[[nodiscard]] std::string to_svg(const TimelineDrawing& drawing, Shade shade = Shade::Light);

}  // namespace dateline
