// Our own picture of a timeline, drawn in two steps: facts -> TimelineDrawing -> SVG. The same bytes
// everywhere.
//
// Time runs from left to right (time_scale.hpp); labels stand beside their marks, one below the other, and
// the page grows as high as they need. What each mark means: docs/drawing.md. All lengths are whole pixels,
// counted from the page's upper left corner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/timeline.hpp"
#include "render/font.hpp"
#include "render/theme.hpp"
#include "render/time_ticks.hpp"

namespace dateline {

// Half-open on both axes.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  friend bool operator==(const Box&, const Box&) = default;
};
[[nodiscard]] bool overlap(const Box& a, const Box& b);

enum class Tone : std::uint8_t { Text, Muted, Link };

// One line of text.
struct TextLine {
  int x = 0;  // left end
  int y = 0;  // base line
  int width = 0;
  std::string text;  // printable (escape.hpp), not escaped
  Font font;
  Tone tone = Tone::Text;
  bool struck = false;
  std::string link;  // http or https, or ""
};
[[nodiscard]] Box box_of(const TextLine& line);

// A point (left == right) in the shape of its family, or a bar.
struct Mark {
  int left = 0;
  int right = 0;
  int y = 0;  // middle
  EventFamily family = EventFamily::Other;
  Modality modality = Modality::Actual;
  bool fades_left = false;   // begins nobody knows when
  bool fades_right = false;  // ends nobody knows when
};
inline constexpr int kMarkRadius = 6;  // px
[[nodiscard]] Box box_of(const Mark& mark);

// An event as drawn: a mark and its label.
struct EventCard {
  Mark mark;
  std::vector<TextLine> lines;
  std::string tooltip;
  std::string link;  // http or https, or ""
};

struct LegendEntry {
  Mark mark;
  TextLine label;
  bool has_mark = true;
  bool axis_break = false;  // shows a break of the axis where the mark would stand
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

struct TimelineDrawing {
  int width = 0;
  int height = 0;
  std::string title;
  std::string description;     // for those who cannot see the picture
  std::vector<TextLine> text;  // heading, captions, sources
  std::vector<LegendEntry> legend;
  bool has_axis = false;
  Axis axis;
  std::vector<EventCard> dated;    // in the timeline's order
  std::vector<EventCard> undated;  // in the timeline's order
};

inline constexpr int kPageWidth = 1280;  // px

// Needs a width of at least 640 px; the height follows.
[[nodiscard]] TimelineDrawing draw(const KnowledgeGraph& graph, const Timeline& timeline,
                                   int width = kPageWidth);
// A complete SVG document.
[[nodiscard]] std::string to_svg(const TimelineDrawing& drawing);
// Both steps.
[[nodiscard]] std::string timeline_svg(const KnowledgeGraph& graph, const Timeline& timeline);

}  // namespace dateline
