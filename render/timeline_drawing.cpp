#include "render/timeline_drawing.hpp"

#include <algorithm>
#include <cassert>

#include "render/dated_events.hpp"
#include "render/event_card.hpp"
#include "render/folding.hpp"
#include "render/legend.hpp"

namespace dateline {
namespace {

constexpr int kMargin = 32;  // px around the page
constexpr Font kTitleFont{.size = 20, .bold = true};
constexpr Font kCaptionFont{.size = 12};
constexpr Font kSectionFont{.size = 13, .bold = true};

// How much is written where the page's height is given, and where it is not.
struct Verbosity {
  std::size_t title = 6;  // lines
  std::size_t sources = 20;
  std::size_t source = 3;  // lines
  CardRoom cards;
};
constexpr Verbosity kFree{};
constexpr Verbosity kBounded{.title = 2, .sources = 3, .source = 1, .cards = {.summary = 6, .actors = 2}};

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

void draw_undated(const Chronicle& chronicle, const Shown& shown, CardRoom room, Pen& pen) {
  if (chronicle.undated.empty()) return;
  TimelineDrawing& drawing = pen.drawing;
  pen.y += 16;
  pen.write("Undated", kSectionFont, Tone::Text, 1);
  pen.y += 8;
  const int columns = std::max(1, (drawing.width - 2 * kMargin) / (kCardWidth + kCardDistance));
  const int pitch = (drawing.width - 2 * kMargin) / columns;
  int row_height = 0;
  int column = 0;
  for (std::size_t i = 0; i < chronicle.undated.size(); ++i) {
    if (!shown.undated[i]) continue;
    if (column == columns) {
      pen.y += row_height;
      row_height = column = 0;
    }
    EventCard card = card_of(chronicle.undated[i], 0, room);
    row_height = std::max(row_height, size_of(card).height + kCardGap);
    move(card, kMargin + kMarkRadius + 2 + column++ * pitch, pen.y);
    drawing.undated.push_back(std::move(card));
  }
  pen.y += row_height;
  if (const std::size_t folded = chronicle.undated.size() - drawing.undated.size(); folded > 0)
    pen.write((drawing.undated.empty() ? "" : "and ") + std::to_string(folded) +
                  (drawing.undated.empty() ? " events" : " more"),
              kCaptionFont, Tone::Muted, 1);
}

void draw_sources(const Chronicle& chronicle, const Verbosity& verbosity, Pen& pen) {
  const std::vector<SourceCaption>& sources = chronicle.sources;
  if (sources.empty()) return;
  pen.y += 16;
  pen.write(sources.size() == 1 ? "Source" : "Sources", kSectionFont, Tone::Text, 1);
  pen.y += 4;
  for (std::size_t i = 0; i < std::min(sources.size(), verbosity.sources); ++i)
    pen.write(sources[i].words, kCaptionFont, sources[i].link.empty() ? Tone::Muted : Tone::Link,
              verbosity.source, sources[i].link);
  if (sources.size() > verbosity.sources)
    pen.write("and " + std::to_string(sources.size() - verbosity.sources) + " more", kCaptionFont,
              Tone::Muted, 1);
}

// Moves what stands at the page's foot down by `dy`.
void lower_foot(TimelineDrawing& drawing, std::size_t first_text, int dy) {
  for (std::size_t i = first_text; i < drawing.text.size(); ++i) drawing.text[i].y += dy;
  for (LegendEntry& entry : drawing.legend) {
    entry.mark.y += dy;
    entry.label.y += dy;
  }
}

std::string shown_words(const Chronicle& chronicle, const Shown& shown) {
  const auto count = [](const std::vector<bool>& flags) {
    return static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
  };
  const std::size_t all = chronicle.dated.size() + chronicle.undated.size();
  const std::size_t drawn = count(shown.dated) + count(shown.undated);
  return drawn == all ? "" : ". Shown in full: " + std::to_string(drawn) + " of " + std::to_string(all);
}

TimelineDrawing composed(const Chronicle& chronicle, const Shown& shown, const TimelineStyle& style) {
  const Verbosity& verbosity = style.page.height == 0 ? kFree : kBounded;
  TimelineDrawing drawing{.width = style.page.width, .page = style.page, .title = chronicle.title};
  const std::string extent = extent_words(chronicle) + shown_words(chronicle, shown);
  drawing.description = "Timeline: " + extent + ".";
  Pen pen{drawing};
  pen.write(drawing.title, kTitleFont, Tone::Text, verbosity.title);
  pen.y += 4;
  pen.write(extent, kCaptionFont, Tone::Muted, 2);
  pen.y += 12;
  if (chronicle.dated.empty())
    pen.write("No event of this story has a date.", kSectionFont, Tone::Muted, 1);
  else
    pen.y = draw_dated(
        chronicle, shown, style.scale,
        {.left = kMargin, .right = drawing.width - kMargin, .top = pen.y, .cards = verbosity.cards}, drawing);
  draw_undated(chronicle, shown, verbosity.cards, pen);
  const std::size_t foot = drawing.text.size();
  const int legend_top = pen.y + 12;
  drawing.legend = legend_of(drawing, kMargin, legend_top);
  for (const LegendEntry& entry : drawing.legend) pen.y = std::max(pen.y, box_of(entry.label).bottom + 4);
  draw_sources(chronicle, verbosity, pen);
  drawing.height = pen.y + kMargin;
  if (style.page.height > drawing.height) {
    lower_foot(drawing, foot, style.page.height - drawing.height);
    drawing.height = style.page.height;
  }
  if (style.page.height == 0) drawing.page.height = drawing.height;
  return drawing;
}

// The most events that a page may hold: each takes at least a mark and two lines.
std::size_t most_on(PageSize page) {
  constexpr int kLeastCard = 100 * 30;  // px * px
  return static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) / kLeastCard;
}

}  // namespace

Box box_of(const Mark& mark) {
  const int around = mark.left == mark.right ? kMarkRadius : 0;
  return {mark.left - around, mark.y - kMarkRadius, mark.right + around, mark.y + kMarkRadius};
}

TimelineDrawing draw(const Chronicle& chronicle, const TimelineStyle& style) {
  assert(style.page.width >= kLeastPageWidth);
  const std::vector<CaptionIndex> order = by_importance(chronicle);
  std::size_t most = style.top == 0 ? order.size() : std::min(style.top, order.size());
  if (style.page.height > 0) most = std::min(most, most_on(style.page));
  TimelineDrawing drawing = composed(chronicle, first_of(chronicle, order, most), style);
  if (style.page.height == 0 || drawing.height <= style.page.height) return drawing;
  // Breaks and bands of the axis come and go with what is shown, so that the height does not only grow with
  // the number of events: from the most on, ever fewer are tried; then, once some fit, a few more again.
  drawing = composed(chronicle, first_of(chronicle, order, 0), style);
  const std::size_t step = std::max<std::size_t>(most / 40, 1);
  std::size_t fits = 0;
  const auto attempt = [&](std::size_t count) {
    TimelineDrawing fewer = composed(chronicle, first_of(chronicle, order, count), style);
    if (fewer.height > style.page.height) return false;
    fits = count;
    drawing = std::move(fewer);
    return true;
  };
  for (std::size_t count = most - most % step; count > 0 && fits == 0; count -= step) attempt(count);
  for (std::size_t more = step - 1; more > 0 && !attempt(fits + more); --more) {
  }
  return drawing;
}

}  // namespace dateline
