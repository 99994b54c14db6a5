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

void set_defaults(Agraph_t* g, const Diagram& diagram) {
  const std::string font(kFontFamily);
  const auto graph_default = [g](const char* name, const std::string& value) {
    agattr(g, AGRAPH, text(name), text(value));
  };
  graph_default("charset", "UTF-8");
  graph_default("fontname", font);
  graph_default("fontsize", "13");
  graph_default("label", dot_escaped(diagram.title));
  graph_default("labelloc", "t");
  graph_default("linelength", "0");
  graph_default("nodesep", "0.12");
  graph_default("rankdir", "LR");
  graph_default("ranksep", "1.6");
  graph_default("tooltip", " ");
  const auto node_default = [g](const char* name, const char* value) {
    agattr(g, AGNODE, text(name), text(value));
  };
  agattr(g, AGNODE, text("fontname"), text(font));
  node_default("fontsize", "11");
  node_default("style", "filled");
  node_default("margin", "0.1,0.05");
  node_default("height", "0.3");
  agattr(g, AGEDGE, text("arrowsize"), text("0.7"));
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
}

// Edges are laid out from left to right, whichever way their arrow points.
void add_edge(Agraph_t* g, const Diagram& diagram, const DiagramEdge& edge,
              const std::map<std::string_view, int>& column_of) {
  const int from_column = column_of.at(edge.from);
  const int to_column = column_of.at(edge.to);
  const bool backwards = from_column > to_column;
  Agnode_t* from = agnode(g, text(edge.from), 0);
  Agnode_t* to = agnode(g, text(edge.to), 0);
  if (backwards) std::swap(from, to);
  Agedge_t* e = agedge(g, from, to, nullptr, 1);
  // Edges meet the ordered nodes in the middle of their sides, where the next node's edges do not.
  if (std::min(from_column, to_column) == diagram.ordered_column) set(e, "tailport", "e");
  if (std::max(from_column, to_column) == diagram.ordered_column) set(e, "headport", "w");
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

GraphPointer graph_of(const Diagram& diagram) {
  GraphPointer g(agopen(text("dateline"), Agdirected, nullptr));
  set_defaults(g.get(), diagram);
  std::map<int, Agraph_t*> columns;
  std::map<std::string_view, int> column_of;
  for (const DiagramNode& node : diagram.nodes) {
    Agraph_t*& column = columns[node.column];
    if (column == nullptr) {
      column = agsubg(g.get(), text("column" + std::to_string(node.column)), 1);
      set(column, "rank", "same");
    }
    add_node(g.get(), column, node);
    column_of.emplace(node.id, node.column);
  }
  if (const auto ordered = columns.find(diagram.ordered_column); ordered != columns.end())
    keep_order(ordered->second, diagram);
  for (const DiagramEdge& edge : diagram.edges) add_edge(g.get(), diagram, edge, column_of);
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
  if (gvLayout(context(), g.get(), "dot") != 0)
    throw InputError("graphviz", "", "has no layout \"dot\"", "install libgvc6 and run dot -c");
  char* data = nullptr;
  unsigned int size = 0;
  const int failed = gvRenderData(context(), g.get(), "svg", &data, &size);
  std::string svg(data == nullptr ? "" : data, size);
  gvFreeRenderData(data);
  gvFreeLayout(context(), g.get());
  if (failed != 0) throw InputError("graphviz", "", "cannot write SVG", "install libgvc6 and run dot -c");
  return svg;
}

}  // namespace dateline
