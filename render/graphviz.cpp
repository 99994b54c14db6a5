#include "render/graphviz.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <stdexcept>

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include "extract/input_error.hpp"
#include "render/escape.hpp"
#include "render/font.hpp"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

// libfontconfig keeps its caches until the process ends, out of the leak checker's sight.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
#endif

namespace dateline {
namespace {

struct CloseGraph {
  void operator()(Agraph_t* g) const { agclose(g); }
};
using GraphPointer = std::unique_ptr<Agraph_t, CloseGraph>;

// The signatures of libcgraph take char* and copy what they are given.
char* text(const std::string& s) { return const_cast<char*>(s.c_str()); }
char* text(const char* s) { return const_cast<char*>(s); }

void set(void* object, const char* name, const std::string& value) {
  agsafeset(object, text(name), text(value), text(""));
}

std::string number(double value) {
  char digits[32];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, value);
  return {digits, end.ptr};
}

constexpr Font kTitleFont{.size = 14, .bold = true};
constexpr int kTitleWidth = 820;  // px, about the width of the columns
constexpr int kLeastTitleWidth = 200;
constexpr std::size_t kMostTitleLines = 5;

std::string title_lines(const Diagram& diagram) {
  // As narrow as its number of lines allows: no single word stands below a long line.
  const std::size_t count = wrap(diagram.title, kTitleWidth, kTitleFont, kMostTitleLines).size();
  int width = kTitleWidth;
  while (width > kLeastTitleWidth &&
         wrap(diagram.title, width - 20, kTitleFont, kMostTitleLines + 1).size() <= count)
    width -= 20;
  std::string lines;
  for (const std::string& line : wrap(diagram.title, width, kTitleFont, kMostTitleLines))
    lines += (lines.empty() ? "" : "\n") + line;
  return diagram.note.empty() ? lines : lines + "\n" + diagram.note;
}

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

const char* program_of(const Diagram& diagram) {
  switch (diagram.layout) {
    case Layout::Dot: return "dot";
    case Layout::Neato: return "neato";
    case Layout::Fdp: return "fdp";
    case Layout::Sfdp: return "sfdp";
    case Layout::Circo: return "circo";
  }
  return "dot";
}

// What the layout program is to know.
void set_layout(Agraph_t* g, const Diagram& diagram) {
  const auto graph_default = [g](const char* name, const char* value) {
    agattr(g, AGRAPH, text(name), text(value));
  };
  graph_default("layout", program_of(diagram));
  if (diagram.layout == Layout::Dot) {
    graph_default("rankdir", diagram.downwards ? "TB" : "LR");
    graph_default("nodesep", diagram.has_columns ? "0.12" : "0.25");
    graph_default("ranksep", diagram.downwards ? "0.35" : diagram.has_columns ? "1.6" : "0.6");
    return;
  }
  graph_default("overlap", diagram.layout == Layout::Circo ? "false" : "prism");
  graph_default("overlap_scaling", "-6");
  graph_default("sep", "+14");
  graph_default("splines", "true");
}

void set_defaults(Agraph_t* g, const Diagram& diagram) {
  const std::string font(kFontFamily);
  const Theme& theme = *diagram.theme;
  const auto attribute = [g](int kind, const char* name, const std::string& value) {
    agattr(g, kind, text(name), text(value));
  };
  attribute(AGRAPH, "bgcolor", std::string(theme.page));
  attribute(AGRAPH, "charset", "UTF-8");
  attribute(AGRAPH, "fontcolor", std::string(theme.text));
  attribute(AGRAPH, "fontname", font);
  attribute(AGRAPH, "fontsize", "13");
  attribute(AGRAPH, "label", dot_escaped(title_lines(diagram)));
  attribute(AGRAPH, "labelloc", "t");
  attribute(AGRAPH, "linelength", "0");
  attribute(AGRAPH, "pad", "0.2");
  attribute(AGRAPH, "tooltip", " ");
  if (diagram.page.width > 0 && diagram.page.height > 0)
    attribute(AGRAPH, "size",
              number(diagram.page.width / kPxAnInch) + "," + number(diagram.page.height / kPxAnInch));
  set_layout(g, diagram);
  attribute(AGNODE, "fontcolor", std::string(theme.text));
  attribute(AGNODE, "fontname", font);
  attribute(AGNODE, "fontsize", "11");
  attribute(AGNODE, "style", "filled");
  attribute(AGNODE, "label", "\\N");  // a layout adds it to all later graphs of the process
  attribute(AGNODE, "margin", "0.1,0.05");
  attribute(AGNODE, "height", "0.3");
  attribute(AGEDGE, "arrowsize", "0.7");
  attribute(AGEDGE, "fontcolor", std::string(theme.muted));
  attribute(AGEDGE, "fontname", font);
  attribute(AGEDGE, "fontsize", "9");
}

void add_node(Agraph_t* g, Agraph_t* column, const DiagramNode& node) {
  Agnode_t* n = agnode(g, text(node.id), 1);
  agsubnode(column, n, 1);
  std::string style = "filled";
  if (node.shape == NodeShape::Rounded) style += ",rounded";
  if (node.dashed) style += ",dashed";
  set(n, "label", dot_escaped(node.label));
  set(n, "tooltip", dot_escaped(node.tooltip));
  if (!node.link.empty()) set(n, "URL", dot_escaped(node.link));
  set(n, "shape", shape_name(node.shape));
  set(n, "style", style);
  set(n, "fillcolor", node.fill);
  set(n, "color", node.line);
  set(n, "penwidth", node.bold ? "2.5" : "1.2");
  if (!node.text.empty()) set(n, "fontcolor", node.text);
}

// Edges are laid out from left to right, whichever way their arrow points.
void add_edge(Agraph_t* g, const DiagramEdge& edge, int ordered_column,
              const std::map<std::string_view, int>& column_of) {
  const int from_column = column_of.at(edge.from);
  const int to_column = column_of.at(edge.to);
  const bool backwards = from_column > to_column;
  Agnode_t* from = agnode(g, text(edge.from), 0);
  Agnode_t* to = agnode(g, text(edge.to), 0);
  if (backwards) std::swap(from, to);
  Agedge_t* e = agedge(g, from, to, nullptr, 1);
  // Edges meet the ordered nodes in the middle of their sides, where the next node's edges do not.
  if (ordered_column >= 0 && std::min(from_column, to_column) == ordered_column) set(e, "tailport", "e");
  if (ordered_column >= 0 && std::max(from_column, to_column) == ordered_column) set(e, "headport", "w");
  set(e, "dir", !edge.arrow ? "none" : backwards ? "back" : "forward");
  if (!edge.label.empty()) set(e, "label", dot_escaped(edge.label));
  set(e, "tooltip", dot_escaped(edge.tooltip));
  set(e, "color", edge.color);
  set(e, "penwidth", number(edge.width));
  if (edge.dashed) set(e, "style", "dashed");
}

// Invisible edges keep the nodes of one column in their order.
void keep_order(Agraph_t* column, const Diagram& diagram) {
  Agnode_t* before = nullptr;
  for (const DiagramNode& node : diagram.nodes) {
    if (node.column != diagram.ordered_column) continue;
    Agnode_t* n = agnode(column, text(node.id), 0);
    if (before != nullptr) set(agedge(column, before, n, nullptr, 1), "style", "invis");
    before = n;
  }
}

// Nodes of one column in a subgraph each, in their order.
void add_columns(Agraph_t* g, const Diagram& diagram) {
  std::map<int, Agraph_t*> columns;
  for (const DiagramNode& node : diagram.nodes) {
    Agraph_t*& column = columns[node.column];
    if (column == nullptr) {
      column = agsubg(g, nullptr, 1);  // named ones are written in the order of addresses
      set(column, "rank", "same");
    }
    add_node(g, column, node);
  }
  if (const auto ordered = columns.find(diagram.ordered_column); ordered != columns.end())
    keep_order(ordered->second, diagram);
}

// Nodes of one cluster in a framed subgraph each; those in none stand free.
void add_clusters(Agraph_t* g, const Diagram& diagram) {
  std::vector<Agraph_t*> clusters;
  for (const std::string& name : diagram.clusters) {
    clusters.push_back(agsubg(g, text("cluster" + std::to_string(clusters.size() + 1)), 1));
    set(clusters.back(), "label", dot_escaped(name));
    set(clusters.back(), "style", "rounded,filled");
    set(clusters.back(), "fillcolor", std::string(diagram.theme->band));
    set(clusters.back(), "color", std::string(diagram.theme->grid));
  }
  for (const DiagramNode& node : diagram.nodes)
    add_node(g, node.cluster == 0 ? g : clusters[node.cluster - 1], node);
}

GraphPointer graph_of(const Diagram& diagram) {
  const std::string name = diagram.title.empty() ? "dateline" : diagram.title;
  GraphPointer g(agopen(text(name), Agdirected, nullptr));
  set_defaults(g.get(), diagram);
  const bool columns = diagram.has_columns && diagram.layout == Layout::Dot;
  if (columns)
    add_columns(g.get(), diagram);
  else
    add_clusters(g.get(), diagram);
  std::map<std::string_view, int> column_of;
  for (const DiagramNode& node : diagram.nodes) column_of.emplace(node.id, columns ? node.column : 0);
  for (const DiagramEdge& edge : diagram.edges)
    add_edge(g.get(), edge, columns ? diagram.ordered_column : -1, column_of);
  return g;
}

int append_to_string(void* channel, const char* written) {
  static_cast<std::string*>(channel)->append(written);
  return 0;
}
int flush_nothing(void*) { return 0; }

// A second context reads freed memory of the first (libgvc 2.42): one for the process, never freed.
GVC_t* context() {
  static GVC_t* const gvc = gvContext();
  return gvc;
}

// Graphviz's remarks on how it lays out are not the user's; what fails is told by its return value.
int say_nothing(char*) { return 0; }

// While one lives, what is taken is not watched by the leak checker: libgvc loses some of what layouts and
// clusters need.
class Unwatched {
#ifdef __SANITIZE_ADDRESS__
  __lsan::ScopedDisabler scope_;
#endif
};

}  // namespace

std::string to_dot(const Diagram& diagram) {
  std::string dot;
  const GraphPointer g = graph_of(diagram);
  Agiodisc_t io{nullptr, append_to_string, flush_nothing};
  Agiodisc_t* const usual = g->clos->disc.io;
  g->clos->disc.io = &io;
  agwrite(g.get(), &dot);
  g->clos->disc.io = usual;
  return dot;
}

std::string to_svg(const Diagram& diagram) {
  const GraphPointer g = graph_of(diagram);
  const std::string program = program_of(diagram);
  agseterrf(say_nothing);
  // What dot lays out with clusters it may free twice (libgvc 2.42); the little that it holds is left to it.
  const bool left = diagram.layout == Layout::Dot && !diagram.clusters.empty();
  [[maybe_unused]] const Unwatched unwatched;
  if (gvLayout(context(), g.get(), program.c_str()) != 0)
    throw InputError("graphviz", "", "has no layout \"" + program + "\"", "install libgvc6 and run dot -c");
  char* data = nullptr;
  unsigned int size = 0;
  const int failed = gvRenderData(context(), g.get(), "svg", &data, &size);
  std::string svg(data == nullptr ? "" : data, size);
  gvFreeRenderData(data);
  if (!left) gvFreeLayout(context(), g.get());
  if (failed != 0) throw InputError("graphviz", "", "cannot write SVG", "install libgvc6 and run dot -c");
  return svg;
}

}  // namespace dateline
