#include "render/dot_attributes.hpp"

#include <charconv>

#include "render/escape.hpp"

namespace dateline {
namespace {

using Attributes = std::vector<DotAttribute>;

const char* shape_name(NodeShape shape) {
  switch (shape) {
    case NodeShape::Ellipse: return "ellipse";
    case NodeShape::Box:
    case NodeShape::Rounded: return "box";
    case NodeShape::Hexagon: return "hexagon";
    case NodeShape::Octagon: return "octagon";
    case NodeShape::House: return "house";
    case NodeShape::Parallelogram: return "parallelogram";
    case NodeShape::Trapezium: return "trapezium";
  }
  return "box";
}

constexpr double kPxAnInch = 96;

// What the layout program is to know.
void add_layout(Attributes& graph, const Diagram& diagram) {
  graph.push_back({"layout", dot_program(diagram)});
  if (diagram.layout == Layout::Dot) {
    graph.push_back({"rankdir", diagram.downwards ? "TB" : "LR"});
    graph.push_back({"nodesep", diagram.has_columns ? "0.12" : "0.25"});
    graph.push_back({"ranksep", diagram.downwards ? "0.35" : diagram.has_columns ? "1.6" : "0.6"});
    return;
  }
  graph.push_back({"overlap", diagram.layout == Layout::Circo ? "false" : "prism"});
  graph.push_back({"overlap_scaling", "-6"});
  graph.push_back({"sep", "+14"});
  graph.push_back({"start", "1"});  // else fdp begins with the clock and the number of the process
  graph.push_back({"splines", "true"});
}

Attributes graph_defaults(const Diagram& diagram) {
  const Theme& theme = *diagram.theme;
  Attributes graph{
      {"bgcolor", std::string(theme.page)},
      {"charset", "UTF-8"},
      {"fontcolor", std::string(theme.text)},
      {"fontname", std::string(kFontFamily)},
      {"fontsize", "13"},
      {"labelloc", "t"},
      {"linelength", "0"},
      {"pad", "0.2"},
      {"tooltip", " "},
  };
  if (diagram.page.width > 0 && diagram.page.height > 0)
    graph.push_back({"size", dot_number(diagram.page.width / kPxAnInch) + "," +
                                 dot_number(diagram.page.height / kPxAnInch)});
  add_layout(graph, diagram);
  return graph;
}

constexpr Font kTitleFont{.size = 14, .bold = true};

}  // namespace

DotDefaults dot_defaults(const Diagram& diagram) {
  const Theme& theme = *diagram.theme;
  return {.graph = graph_defaults(diagram),
          .node = {{"fontcolor", std::string(theme.text)},
                   {"fontname", std::string(kFontFamily)},
                   {"fontsize", "11"},
                   {"style", "filled"},
                   {"label", "\\N"},  // a layout adds it to all later graphs of the process
                   {"margin", "0.1,0.05"},
                   {"height", "0.3"}},
          .edge = {{"fontcolor", std::string(theme.muted)},
                   {"fontname", std::string(kFontFamily)},
                   {"fontsize", "9"}}};
}

std::vector<DotAttribute> dot_attributes(const DiagramNode& node, const Theme& theme) {
  std::string style = "filled";
  if (node.shape == NodeShape::Rounded) style += ",rounded";
  if (node.dashed) style += ",dashed";
  Attributes attributes{{"tooltip", dot_escaped(node.tooltip)}};
  if (!node.link.empty()) attributes.push_back({"URL", dot_escaped(node.link)});
  attributes.push_back({"shape", shape_name(node.shape)});
  attributes.push_back({"style", style});
  attributes.push_back({"fillcolor", node.fill});
  attributes.push_back({"color", node.line});
  attributes.push_back({"penwidth", node.bold ? "2.5" : "1.2"});
  if (node.pale) attributes.push_back({"fontcolor", std::string(theme.paint_of(Change::Same).line)});
  return attributes;
}

std::vector<DotAttribute> dot_attributes(const DiagramEdge& edge) {
  Attributes attributes{{"tooltip", dot_escaped(edge.tooltip)},
                        {"color", edge.color},
                        {"penwidth", dot_number(edge.width)},
                        {"arrowsize", dot_number(0.5 + 0.15 * edge.width)}};
  if (edge.dashed) attributes.push_back({"style", "dashed"});
  return attributes;
}

std::string dot_title(const Diagram& diagram) {
  constexpr int kWidth = 820;  // px, about the width of the columns
  constexpr std::size_t kMostLines = 5;
  std::string lines;
  for (const std::string& line : wrap(diagram.title, kWidth, kTitleFont, kMostLines))
    lines += (lines.empty() ? "" : "\n") + line;
  return dot_escaped(diagram.note.empty() ? lines : lines + "\n" + diagram.note);
}

std::string dot_room(LabelSize size) {
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" "
         "WIDTH=\"" +
         std::to_string(size.width) + "\" HEIGHT=\"" + std::to_string(size.height) +
         "\"><TR><TD></TD></TR></TABLE>";
}

const char* dot_program(const Diagram& diagram) {
  switch (diagram.layout) {
    case Layout::Dot: return "dot";
    case Layout::Neato: return "neato";
    case Layout::Fdp: return "fdp";
    case Layout::Sfdp: return "sfdp";
    case Layout::Circo: return "circo";
  }
  return "dot";
}

std::string dot_number(double value) {
  char digits[32];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, value);
  return {digits, end.ptr};
}

}  // namespace dateline
