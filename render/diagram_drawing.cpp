#include "render/diagram_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "render/component_layout.hpp"

namespace dateline {
namespace {

constexpr int kMargin = 28;        // px around the page
constexpr int kUsualWidth = 1280;  // px
constexpr int kUsualHeight = 1600;
constexpr int kLeastWidth = 480;
constexpr Font kTitleFont{.size = 20, .bold = true};
constexpr Font kNoteFont{.size = 12};
constexpr Font kLegendFont{.size = 11};

bool may_turn(const Diagram& diagram) { return diagram.layout == Layout::Dot && !diagram.has_columns; }

PageSize wanted_page(const Diagram& diagram) {
  return {diagram.page.width > 0 ? diagram.page.width : kUsualWidth,
          diagram.page.height > 0 ? diagram.page.height : kUsualHeight};
}

double inner_width(const Diagram& diagram) { return wanted_page(diagram).width - 2 * kMargin; }

// How many times larger than the page.
double burden(const DiagramLayout& layout, PageSize page) {
  return std::max(layout.width / page.width, layout.height / page.height);
}

Diagram turned(const Diagram& diagram, bool downwards) {
  Diagram copy = diagram;
  copy.downwards = downwards;
  return copy;
}

DiagramLayout best_layout(const Diagram& diagram) {
  if (!may_turn(diagram)) return lay_out_components(diagram, inner_width(diagram));
  const PageSize page = wanted_page(diagram);
  DiagramLayout right = lay_out_components(turned(diagram, false), inner_width(diagram));
  DiagramLayout down = lay_out_components(turned(diagram, true), inner_width(diagram));
  return burden(down, page) < burden(right, page) ? down : right;
}

// Writes down the page.
struct Pen {
  DiagramDrawing& drawing;
  int y = kMargin;

  void write(std::string_view words, Font font, Tone tone, std::size_t most_lines) {
    for (std::string& line : wrap(words, drawing.width - 2 * kMargin, font, most_lines)) {
      const int width = text_width(line, font);
      drawing.text.push_back({.x = kMargin,
                              .y = y + ascent(font),
                              .width = width,
                              .text = std::move(line),
                              .font = font,
                              .tone = tone});
      y += line_height(font);
    }
  }
};

// One sample of each kind of node, then of each kind of line, in rows from `top`; returns where they end.
int add_legend(const Diagram& diagram, int top, DiagramDrawing& drawing) {
  constexpr Box kSample{0, 4, 30, 20};
  constexpr int kRowHeight = 24;
  int x = kMargin;
  int y = top;
  std::set<std::string> known;
  const auto add = [&](bool is_node, std::size_t sample, const std::string& words) {
    if (words.empty() || !known.insert((is_node ? "n" : "e") + words).second) return;
    const int width = text_width(words, kLegendFont);
    if (x > kMargin && x + kSample.right + 8 + width > drawing.width - kMargin) {
      x = kMargin;
      y += kRowHeight;
    }
    drawing.legend.push_back({.is_node = is_node,
                              .sample = sample,
                              .box = {x, y + kSample.top, x + kSample.right, y + kSample.bottom},
                              .label = {.x = x + kSample.right + 8,
                                        .y = y + kRowHeight / 2 + 4,
                                        .width = width,
                                        .text = words,
                                        .font = kLegendFont,
                                        .tone = Tone::Muted}});
    x += kSample.right + 8 + width + 22;
  };
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) add(true, i, diagram.nodes[i].legend);
  for (const bool dashed : {false, true})  // a line is dashed for more than one reason
    for (std::size_t i = 0; i < diagram.edges.size(); ++i)
      if (diagram.edges[i].dashed == dashed) add(false, i, diagram.edges[i].legend);
  return drawing.legend.empty() ? top : y + kRowHeight;
}

// The page that is asked for, with the picture as large as fits on it, but not enlarged.
void set_page(const Diagram& diagram, DiagramDrawing& drawing) {
  const PageSize page = diagram.page;
  drawing.page = {drawing.width, drawing.height};
  if (page.width == 0) return;
  const double width = page.width;
  const double height = page.height == 0 ? drawing.height * width / drawing.width : page.height;
  const double scale = std::max({drawing.width / width, drawing.height / height, 1.0});
  drawing.page = {
      page.width,
      page.height == 0
          ? std::max(1, static_cast<int>(std::lround(height / scale * std::max(1.0, drawing.width / width))))
          : page.height};
  drawing.width = static_cast<int>(std::lround(width * scale));
  drawing.height = page.height == 0 ? drawing.height : static_cast<int>(std::lround(height * scale));
}

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string description_of(const Diagram& diagram) {
  std::string words = "Diagram: " + counted(diagram.nodes.size(), "node") + ", " +
                      counted(diagram.edges.size(), "line") + ".";
  for (const std::string_view line : lines_of(diagram.note)) words += " " + std::string(line) + ".";
  return words;
}

}  // namespace

bool is_better_downwards(const Diagram& diagram) {
  const PageSize page = wanted_page(diagram);
  return burden(lay_out_components(turned(diagram, true), inner_width(diagram)), page) <
         burden(lay_out_components(turned(diagram, false), inner_width(diagram)), page);
}

DiagramDrawing draw(const Diagram& diagram) {
  DiagramDrawing drawing{
      .title = diagram.title, .description = description_of(diagram), .layout = best_layout(diagram)};
  for (std::size_t i = 0; i < diagram.edges.size(); ++i)
    if (!diagram.edges[i].label.empty() && !drawing.layout.edges[i].label) ++drawing.without_label;
  const int content = static_cast<int>(std::ceil(drawing.layout.width));
  drawing.width = std::max({kLeastWidth, content + 2 * kMargin, std::min(kUsualWidth, diagram.page.width)});
  Pen pen{drawing};
  pen.write(diagram.title, kTitleFont, Tone::Text, 4);
  pen.y += 4;
  for (const std::string_view line : lines_of(diagram.note)) pen.write(line, kNoteFont, Tone::Muted, 4);
  if (drawing.without_label > 0)
    pen.write(counted(drawing.without_label, "label") + " without room: the tooltips have them", kNoteFont,
              Tone::Muted, 1);
  const int top = pen.y + 20;
  move(drawing.layout, (drawing.width - content) / 2, top);
  const int bottom = top + static_cast<int>(std::ceil(drawing.layout.height));
  drawing.height = add_legend(diagram, bottom + 20, drawing) + kMargin;
  set_page(diagram, drawing);
  return drawing;
}

}  // namespace dateline
