#include <algorithm>

#include "render/svg.hpp"
#include "render/timeline_drawing.hpp"

namespace dateline {
namespace {

// Outline of a point around (0, 0).
std::string_view outline_of(MarkShape shape) {
  switch (shape) {
    case MarkShape::Circle: return "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1 -6 0Z";
    case MarkShape::Triangle: return "M0 -6L6 5L-6 5Z";
    case MarkShape::Diamond: return "M0 -6L6 0L0 6L-6 0Z";
    case MarkShape::Square: return "M-5 -5H5V5H-5Z";
    case MarkShape::Pentagon: return "M0 -6L6 -1L4 6L-4 6L-6 -1Z";
    case MarkShape::Hexagon: return "M-6 0L-3 -5L3 -5L6 0L3 5L-3 5Z";
    case MarkShape::Cross: return "M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z";
  }
  return "";
}

void look(Svg& svg, const Mark& mark) {
  const Paint& paint = svg.theme.paint_of(mark.family);
  const bool hollow = mark.modality != Modality::Actual;
  svg.attribute("fill", hollow ? svg.theme.page : paint.fill);
  svg.attribute("stroke", hollow ? paint.line : svg.theme.outline)
      .attribute("stroke-width", hollow ? "2" : "1");
  if (mark.pale) svg.attribute("opacity", "0.45");
  if (mark.modality == Modality::Hypothetical) svg.attribute("stroke-dasharray", "3 2");
}

void write_bar(Svg& svg, const Mark& mark) {
  svg.raw("<rect")
      .attribute("x", mark.left)
      .attribute("y", mark.y - 5)
      .attribute("width", mark.right - mark.left);
  svg.attribute("height", 10);
  if (!mark.fades_left && !mark.fades_right) svg.attribute("rx", 3);
  look(svg, mark);
  if (mark.fades_left) svg.attribute("mask", "url(#dateline-fades-left)");
  if (mark.fades_right) svg.attribute("mask", "url(#dateline-fades-right)");
  svg.raw("/>\n");
}

// Three sheets, one behind the other.
void write_folded(Svg& svg, const Mark& mark) {
  for (const int offset : {2, 0, -2})
    svg.raw("<rect")
        .attribute("x", mark.left - 4 + offset)
        .attribute("y", mark.y - 3 - offset)
        .attribute("width", 8)
        .attribute("height", 6)
        .attribute("fill", svg.theme.page)
        .attribute("stroke", svg.theme.axis)
        .raw("/>\n");
}

void write(Svg& svg, const Mark& mark) {
  if (mark.kind == MarkKind::Folded) return write_folded(svg, mark);
  if (mark.right > mark.left) {
    write_bar(svg, mark);
  } else {
    svg.raw("<path").attribute("d", outline_of(look_of(mark.family).shape));
    svg.attribute("transform", "translate(" + std::to_string(mark.left) + " " + std::to_string(mark.y) + ")");
    look(svg, mark);
    svg.raw("/>\n");
  }
  if (mark.modality != Modality::Negated) return;
  const int middle = (mark.left + mark.right) / 2;
  write_line(svg, middle - 7, mark.y + 7, middle + 7, mark.y - 7, svg.theme.outline, 2);
}

bool lies_in(const Box& box, const std::vector<Band>& bands) {
  return std::any_of(bands.begin(), bands.end(),
                     [&box](const Band& band) { return band.left <= box.left && box.right <= band.right; });
}

// `axis`: whose grid must not shine through the card's text; none where the card stands beside it.
void write(Svg& svg, const EventCard& card, const Axis* axis) {
  svg.raw("<g").attribute("role", "listitem").raw(">\n").element("title", card.tooltip);
  Box box = card.lines.empty() ? box_of(card.mark) : box_of(card.lines.front());
  for (const TextLine& text : card.lines) {
    const Box extent = box_of(text);
    box = {std::min(box.left, extent.left), std::min(box.top, extent.top), std::max(box.right, extent.right),
           std::max(box.bottom, extent.bottom)};
  }
  std::string_view ground = svg.theme.paint_of(card.change).fill;
  if (card.change <= Change::Same && axis != nullptr && lies_in(box, axis->bands)) ground = svg.theme.band;
  if (card.change > Change::Same || axis != nullptr)
    write_rectangle(svg, {box.left - 2, box.top, box.right + 2, box.bottom}, ground);
  if (!card.link.empty()) svg.raw("<a").attribute("xlink:href", card.link).raw(">\n");
  write(svg, card.mark);
  for (const TextLine& text : card.lines) write(svg, text);
  if (!card.link.empty()) svg.raw("</a>\n");
  svg.raw("</g>\n");
}

void write_break(Svg& svg, int x, int y) {
  write_rectangle(svg, {x - 4, y - 2, x + 4, y + 2}, svg.theme.page);
  write_line(svg, x - 7, y + 6, x - 1, y - 6, svg.theme.axis, 2);
  write_line(svg, x + 1, y + 6, x + 7, y - 6, svg.theme.axis, 2);
}

void write_tick_labels(Svg& svg, const Tick& tick, int first_base_line) {
  int y = first_base_line;
  for (const std::string& words : tick.lines) {
    const int width = text_width(words, kTickFont);
    const int x = tick.left == tick.x ? tick.x : tick.x - width / 2;
    write(svg,
          TextLine{.x = x, .y = y, .width = width, .text = words, .font = kTickFont, .tone = Tone::Muted});
    y += 13;
  }
}

void write_axis_line(Svg& svg, const Axis& axis, int y) {
  write_line(svg, axis.left, y, axis.right, y, svg.theme.axis, 1);
  for (const Tick& tick : axis.ticks) write_line(svg, tick.x, y - 4, tick.x, y + 4, svg.theme.axis, 1);
  for (const int x : axis.breaks) write_break(svg, x, y);
}

void write(Svg& svg, const Axis& axis) {
  svg.raw("<g").attribute("aria-hidden", "true").raw(">\n");
  for (const Band& band : axis.bands)
    write_rectangle(svg, {band.left, axis.top, band.right, axis.bottom}, svg.theme.band);
  for (const Tick& tick : axis.ticks)
    write_line(svg, tick.x, axis.top, tick.x, axis.bottom, svg.theme.grid, 1);
  write_axis_line(svg, axis, axis.top);
  write_axis_line(svg, axis, axis.bottom);
  for (const Tick& tick : axis.ticks) {
    write_tick_labels(svg, tick, axis.top - (tick.lines.size() > 1 ? 23 : 10));
    if (axis.labels_below) write_tick_labels(svg, tick, axis.bottom + 18);
  }
  svg.raw("</g>\n");
}

void write_list(Svg& svg, std::string_view label, const std::vector<EventCard>& cards, const Axis* axis) {
  if (cards.empty()) return;
  svg.raw("<g").attribute("role", "list").attribute("aria-label", label).raw(">\n");
  for (const EventCard& card : cards) write(svg, card, axis);
  svg.raw("</g>\n");
}

void write_legend(Svg& svg, const std::vector<LegendEntry>& legend) {
  if (legend.empty()) return;
  svg.raw("<g").attribute("role", "list").attribute("aria-label", "Legend").raw(">\n");
  for (const LegendEntry& entry : legend) {
    svg.raw("<g").attribute("role", "listitem").raw(">\n");
    if (entry.has_mark) write(svg, entry.mark);
    if (entry.axis_break) write_break(svg, entry.mark.left, entry.mark.y);
    if (entry.change != Change::None)
      write_rectangle(svg, {entry.mark.left - 7, entry.mark.y - 6, entry.mark.left + 7, entry.mark.y + 6},
                      svg.theme.paint_of(entry.change).fill);
    write(svg, entry.label);
    svg.raw("</g>\n");
  }
  svg.raw("</g>\n");
}

constexpr std::string_view kFades =
    "<defs>\n"
    "<linearGradient id=\"dateline-to-right\"><stop offset=\"0.2\" stop-color=\"#ffffff\"/>"
    "<stop offset=\"1\" stop-color=\"#000000\"/></linearGradient>\n"
    "<linearGradient id=\"dateline-to-left\"><stop offset=\"0\" stop-color=\"#000000\"/>"
    "<stop offset=\"0.8\" stop-color=\"#ffffff\"/></linearGradient>\n"
    "<mask id=\"dateline-fades-right\" maskContentUnits=\"objectBoundingBox\">"
    "<rect x=\"-0.1\" y=\"-0.2\" width=\"1.2\" height=\"1.4\" fill=\"url(#dateline-to-right)\"/></mask>\n"
    "<mask id=\"dateline-fades-left\" maskContentUnits=\"objectBoundingBox\">"
    "<rect x=\"-0.1\" y=\"-0.2\" width=\"1.2\" height=\"1.4\" fill=\"url(#dateline-to-left)\"/></mask>\n"
    "</defs>\n";

void write_lanes(Svg& svg, const TimelineDrawing& drawing) {
  for (const Lane& lane : drawing.lanes) {
    if (&lane != &drawing.lanes.front())
      write_line(svg, drawing.text.front().x, lane.top, drawing.axis.right, lane.top, svg.theme.grid, 1);
    for (const TextLine& text : lane.label) write(svg, text);
  }
}

}  // namespace

std::string to_svg(const TimelineDrawing& drawing, Shade shade) {
  Svg svg(theme_of(shade));
  write_head(svg,
             {.page = drawing.page,
              .width = drawing.width,
              .height = drawing.height,
              .title = drawing.title,
              .description = drawing.description,
              .definitions = kFades},
             shade);
  for (const TextLine& text : drawing.text) write(svg, text);
  if (drawing.has_axis) write(svg, drawing.axis);
  write_lanes(svg, drawing);
  write_list(svg, "Dated events", drawing.dated, &drawing.axis);
  write_list(svg, "Further events, counted", drawing.counts, &drawing.axis);
  write_list(svg, "Undated events", drawing.undated, nullptr);
  write_legend(svg, drawing.legend);
  svg.raw("</svg>\n");
  return svg.take();
}

}  // namespace dateline
