// to_svg() of a diagram.
#include <algorithm>
#include <cmath>

#include "render/diagram_drawing.hpp"
#include "render/escape.hpp"

namespace dateline {
namespace {

std::string pair_of(Point p) { return coordinate(p.x) + " " + coordinate(p.y); }

std::string path_of(const std::vector<Point>& curve) {
  std::string path = "M" + pair_of(curve.front());
  for (std::size_t i = 1; i + 2 < curve.size(); i += 3)
    path += "C" + pair_of(curve[i]) + " " + pair_of(curve[i + 1]) + " " + pair_of(curve[i + 2]);
  return path;
}

std::string points_of(const std::vector<Point>& corners) {
  std::string points;
  for (const Point p : corners)
    points += (points.empty() ? "" : " ") + coordinate(p.x) + "," + coordinate(p.y);
  return points;
}

// Lines of text around `middle`, pale, muted or plain; those of `struck` are struck through. They are centred
// by the reader's program, which may set other scripts narrower than we measure them.
void write_lines(Svg& svg, std::string_view label, Point middle, Font font, Tone tone,
                 const std::vector<std::size_t>& struck = {}) {
  const std::vector<std::string_view> lines = lines_of(label);
  const double top = middle.y - static_cast<double>(lines.size()) * line_height(font) / 2;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int y = static_cast<int>(std::lround(top)) + static_cast<int>(i) * line_height(font) + ascent(font);
    svg.raw("<text").attribute("x", middle.x).attribute("y", y).attribute("text-anchor", "middle");
    svg.attribute("font-size", font.size);
    if (font.bold) svg.attribute("font-weight", "bold");
    if (tone != Tone::Text)
      svg.attribute("fill", tone == Tone::Pale ? svg.theme.paint_of(Change::Same).line : svg.theme.muted);
    if (std::find(struck.begin(), struck.end(), i) != struck.end())
      svg.attribute("text-decoration", "line-through");
    if (!is_measured(lines[i]))
      svg.attribute("textLength", text_width(lines[i], font)).attribute("lengthAdjust", "spacingAndGlyphs");
    svg.raw(">").raw(xml_escaped(lines[i])).raw("</text>\n");
  }
}

void write_shape(Svg& svg, const DiagramNode& node, const NodePlace& place) {
  const Extent& e = place.extent;
  if (place.outline.empty())
    svg.raw("<ellipse")
        .attribute("cx", e.middle().x)
        .attribute("cy", e.middle().y)
        .attribute("rx", e.width() / 2)
        .attribute("ry", e.height() / 2);
  else if (node.shape == NodeShape::Rounded)
    svg.raw("<rect")
        .attribute("x", e.left)
        .attribute("y", e.top)
        .attribute("width", e.width())
        .attribute("height", e.height())
        .attribute("rx", 7);
  else
    svg.raw("<polygon").attribute("points", points_of(place.outline));
  svg.attribute("fill", node.fill).attribute("stroke", node.line);
  svg.attribute("stroke-width", node.bold ? "2.5" : "1.2");
  if (node.dashed) svg.attribute("stroke-dasharray", "5 3");
  svg.raw("/>\n");
}

void write_node(Svg& svg, const DiagramNode& node, const NodePlace& place) {
  svg.raw("<g").attribute("role", "listitem").attribute("class", "node").raw(">\n");
  svg.element("title", node.tooltip);
  if (!node.link.empty()) svg.raw("<a").attribute("xlink:href", node.link).raw(">\n");
  write_shape(svg, node, place);
  write_lines(svg, node.label, place.extent.middle(), kNodeFont, node.pale ? Tone::Pale : Tone::Text,
              node.struck);
  if (!node.link.empty()) svg.raw("</a>\n");
  svg.raw("</g>\n");
}

void write_arrow(Svg& svg, const DiagramEdge& edge, Point base, Point tip) {
  const double length = std::max(std::hypot(tip.x - base.x, tip.y - base.y), 1e-6);
  const double half = std::max(3.5, edge.width * 1.4);
  const Point aside{-(tip.y - base.y) / length * half, (tip.x - base.x) / length * half};
  svg.raw("<polygon")
      .attribute("points",
                 points_of({{base.x + aside.x, base.y + aside.y}, tip, {base.x - aside.x, base.y - aside.y}}))
      .attribute("fill", edge.color)
      .raw("/>\n");
}

void write_edge(Svg& svg, const DiagramEdge& edge, const EdgePlace& place) {
  if (place.curve.empty()) return;
  svg.raw("<path").attribute("d", path_of(place.curve)).attribute("fill", "none");
  svg.attribute("stroke", edge.color).attribute("stroke-width", edge.width);
  if (edge.dashed) svg.attribute("stroke-dasharray", "5 3");
  svg.raw("/>\n");
  if (place.tip)
    write_arrow(svg, edge, place.tip_first ? place.curve.front() : place.curve.back(), *place.tip);
}

// The words of a line on a ground that no other line shines through.
void write_edge_label(Svg& svg, const DiagramEdge& edge, const EdgePlace& place) {
  if (!place.label || edge.label.empty()) return;
  const Extent e = extent_around(*place.label, label_size(edge.label, kEdgeFont));
  write_rectangle(svg,
                  {static_cast<int>(std::lround(e.left)) - 1, static_cast<int>(std::lround(e.top)),
                   static_cast<int>(std::lround(e.right)) + 1, static_cast<int>(std::lround(e.bottom))},
                  svg.theme.page);
  write_lines(svg, edge.label, *place.label, kEdgeFont, Tone::Muted);
}

void write_edges(Svg& svg, const Diagram& diagram, const DiagramLayout& layout) {
  if (diagram.edges.empty()) return;
  svg.raw("<g").attribute("role", "list").attribute("aria-label", "Lines").raw(">\n");
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    svg.raw("<g").attribute("role", "listitem").attribute("class", "edge").raw(">\n");
    svg.element("title", diagram.edges[i].tooltip);
    write_edge(svg, diagram.edges[i], layout.edges[i]);
    svg.raw("</g>\n");
  }
  svg.raw("</g>\n");
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    if (!layout.edges[i].label || diagram.edges[i].label.empty()) continue;
    svg.raw("<g").attribute("aria-hidden", "true").raw(">\n").element("title", diagram.edges[i].tooltip);
    write_edge_label(svg, diagram.edges[i], layout.edges[i]);
    svg.raw("</g>\n");
  }
}

void write_frames(Svg& svg, const Diagram& diagram, const DiagramLayout& layout) {
  for (std::size_t i = 0; i < layout.frames.size(); ++i) {
    const Extent& e = layout.frames[i].extent;
    svg.raw("<rect")
        .attribute("x", e.left)
        .attribute("y", e.top)
        .attribute("width", e.width())
        .attribute("height", e.height())
        .attribute("rx", 7)
        .attribute("fill", svg.theme.band)
        .attribute("stroke", svg.theme.grid)
        .raw("/>\n");
    write_lines(svg, diagram.clusters[i], layout.frames[i].label, kFrameFont, Tone::Text);
  }
}

// A node's place made as small as a sample.
NodePlace shrunk(const NodePlace& place, const Box& box) {
  const Extent& e = place.extent;
  NodePlace small{.extent = {static_cast<double>(box.left), static_cast<double>(box.top),
                             static_cast<double>(box.right), static_cast<double>(box.bottom)}};
  for (const Point p : place.outline)
    small.outline.push_back({box.left + (p.x - e.left) / e.width() * (box.right - box.left),
                             box.top + (p.y - e.top) / e.height() * (box.bottom - box.top)});
  return small;
}

void write_key(Svg& svg, const Diagram& diagram, const DiagramDrawing& drawing, const DiagramKey& key) {
  if (key.is_node) {
    DiagramNode sample = diagram.nodes[key.sample];
    sample.bold = sample.dashed = false;
    if (sample.shape == NodeShape::Box) sample.fill = svg.theme.page;  // an event's border tells its family
    write_shape(svg, sample, shrunk(drawing.layout.nodes[key.sample], key.box));
  } else {
    DiagramEdge sample = diagram.edges[key.sample];
    sample.width = 2;
    const double y = (key.box.top + key.box.bottom) / 2.0;
    const Point begin{static_cast<double>(key.box.left), y};
    const Point end{key.box.right - (sample.arrow ? 8.0 : 0.0), y};
    EdgePlace line{.curve = {begin, begin, end, end}};
    if (sample.arrow) line.tip = Point{static_cast<double>(key.box.right), y};
    write_edge(svg, sample, line);
  }
  write(svg, key.label);
}

}  // namespace

std::string to_svg(const Diagram& diagram, Shade shade) {
  const DiagramDrawing drawing = draw(diagram);
  Svg svg(*diagram.theme);
  write_head(svg,
             {.page = drawing.page,
              .width = drawing.width,
              .height = drawing.height,
              .title = drawing.title,
              .description = drawing.description},
             shade);
  for (const TextLine& line : drawing.text) write(svg, line);
  write_frames(svg, diagram, drawing.layout);
  write_edges(svg, diagram, drawing.layout);
  if (!diagram.nodes.empty()) {
    svg.raw("<g").attribute("role", "list").attribute("aria-label", "Nodes").raw(">\n");
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
      write_node(svg, diagram.nodes[i], drawing.layout.nodes[i]);
    svg.raw("</g>\n");
  }
  svg.raw("<g").attribute("role", "group").attribute("aria-label", "Legend").raw(">\n");
  for (const DiagramKey& key : drawing.legend) write_key(svg, diagram, drawing, key);
  svg.raw("</g>\n</svg>\n");
  return svg.take();
}

}  // namespace dateline
