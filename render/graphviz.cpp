#include "render/graphviz.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include "extract/input_error.hpp"
#include "render/dot_attributes.hpp"
#include "render/escape.hpp"
#include "render/made_in_order.hpp"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

// libfontconfig keeps its caches until the process ends, out of the leak checker's sight; libgvc loses some
// of libcdt's dictionaries of clusters.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libcdt"; }
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
#endif

namespace dateline {
namespace {

// libcgraph orders subgraphs by the addresses of their names, and fdp edges by those of their nodes. All
// graphs, also those that libgvc makes for itself, get numbers and memory in the order of asking instead.
RisingMemory& memory() {
  static RisingMemory rising;
  return rising;
}

void* take(void*, std::size_t bytes) { return memory().take(bytes); }
void* grow(void*, void* old, std::size_t old_bytes, std::size_t bytes) {
  return memory().grow(old, old_bytes, bytes);
}
void leave(void*, void*) {}

struct GraphNames {
  Agraph_t* graph;
  NumberedNames names;
};

void* open_names(Agraph_t* g, Agdisc_t*) { return new GraphNames{g, {}}; }
void close_names(void* names) { delete static_cast<GraphNames*>(names); }

long number_of(void* state, int, char* name, IDTYPE* number, int create) {
  auto& [graph, names] = *static_cast<GraphNames*>(state);
  *number = name == nullptr ? names.next_nameless() : names.number_of(name);
  if (*number == 0 && create != 0) *number = names.add(agstrdup(graph, name));
  return *number != 0 ? 1 : 0;
}

char* name_of(void* state, int, IDTYPE number) {
  return static_cast<GraphNames*>(state)->names.name_of(number);
}

long take_number(void*, int, IDTYPE) { return 0; }  // nobody asks for a number of his own
void free_number(void*, int, IDTYPE) {}
void see_number(void*, int, void*) {}

// Before the first graph of the process.
void set_order() {
  static const bool done = [] {
    AgMemDisc.alloc = take;
    AgMemDisc.resize = grow;
    AgMemDisc.free = leave;
    AgIdDisc = {open_names, number_of, take_number, free_number, name_of, close_names, see_number};
    return true;
  }();
  static_cast<void>(done);
}

struct CloseGraph {
  void operator()(Agraph_t* g) const { agclose(g); }
};
using GraphPointer = std::unique_ptr<Agraph_t, CloseGraph>;

// A diagram as Graphviz holds it.
struct Drawn {
  GraphPointer graph;
  std::vector<Agnode_t*> nodes;     // as Diagram::nodes
  std::vector<Agedge_t*> edges;     // as Diagram::edges
  std::vector<Agraph_t*> clusters;  // as Diagram::clusters
};

// Named: labels are words, for people. Measured: labels are room of the size that our own font takes.
enum class Labels : std::uint8_t { Named, Measured };

// The signatures of libcgraph take char* and copy what they are given.
char* text(const std::string& s) { return const_cast<char*>(s.c_str()); }
char* text(const char* s) { return const_cast<char*>(s); }

void set(void* object, const char* name, const std::string& value) {
  agsafeset(object, text(name), text(value), text(""));
}

// Makes Graphviz's graph of a diagram.
class Builder {
 public:
  Builder(const Diagram& diagram, Labels labels)
      : diagram_(diagram),
        labels_(labels),
        columns_(diagram.has_columns && diagram.layout == Layout::Dot),
        ordered_column_(columns_ ? diagram.ordered_column : -1) {}

  Drawn take() {
    const std::string name = diagram_.title.empty() ? "dateline" : diagram_.title;
    set_order();
    drawn_.graph.reset(agopen(text(name), Agdirected, nullptr));
    declare_defaults();
    if (labels_ == Labels::Named) set(graph(), "label", dot_title(diagram_));
    if (columns_)
      add_columns();
    else
      add_clusters();
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) number_.emplace(diagram_.nodes[i].id, i);
    for (const DiagramEdge& edge : diagram_.edges) add_edge(edge);
    return std::move(drawn_);
  }

 private:
  Agraph_t* graph() { return drawn_.graph.get(); }

  void declare_defaults() {
    const DotDefaults defaults = dot_defaults(diagram_);
    for (const DotAttribute& a : defaults.graph) agattr(graph(), AGRAPH, text(a.name), text(a.value));
    for (const DotAttribute& a : defaults.node) agattr(graph(), AGNODE, text(a.name), text(a.value));
    for (const DotAttribute& a : defaults.edge) agattr(graph(), AGEDGE, text(a.name), text(a.value));
  }

  void set_label(void* object, const std::string& label, Font font) {
    if (labels_ == Labels::Named) return set(object, "label", dot_escaped(label));
    char* const markup = agstrdup_html(graph(), text(dot_room(label_size(label, font))));
    agsafeset(object, text("label"), markup, text(""));
    agstrfree(graph(), markup);
  }

  void add_node(Agraph_t* part, const DiagramNode& node) {
    Agnode_t* n = agnode(graph(), text(node.id), 1);
    agsubnode(part, n, 1);
    set_label(n, node.label, kNodeFont);
    for (const DotAttribute& a : dot_attributes(node, *diagram_.theme)) set(n, a.name, a.value);
    drawn_.nodes.push_back(n);
  }

  // Edges are laid out from left to right, whichever way their arrow points.
  void add_edge(const DiagramEdge& edge) {
    const std::size_t numbers[] = {number_.at(edge.from), number_.at(edge.to)};
    Agnode_t* from = drawn_.nodes[numbers[0]];
    Agnode_t* to = drawn_.nodes[numbers[1]];
    const int from_column = columns_ ? diagram_.nodes[numbers[0]].column : 0;
    const int to_column = columns_ ? diagram_.nodes[numbers[1]].column : 0;
    const bool backwards = from_column > to_column;
    if (backwards) std::swap(from, to);
    Agedge_t* e = agedge(graph(), from, to, nullptr, 1);
    // Edges meet the ordered nodes in the middle of their sides, where the next node's edges do not.
    if (ordered_column_ >= 0 && std::min(from_column, to_column) == ordered_column_) set(e, "tailport", "e");
    if (ordered_column_ >= 0 && std::max(from_column, to_column) == ordered_column_) set(e, "headport", "w");
    set(e, "dir", !edge.arrow ? "none" : backwards ? "back" : "forward");
    const bool reserved = labels_ == Labels::Named || diagram_.layout == Layout::Dot;
    if (!edge.label.empty() && reserved) set_label(e, edge.label, kEdgeFont);
    for (const DotAttribute& a : dot_attributes(edge)) set(e, a.name, a.value);
    drawn_.edges.push_back(e);
  }

  // Invisible edges keep the nodes of one column in their order.
  void keep_order(Agraph_t* column) {
    Agnode_t* before = nullptr;
    for (const DiagramNode& node : diagram_.nodes) {
      if (node.column != ordered_column_) continue;
      Agnode_t* n = agnode(column, text(node.id), 0);
      if (before != nullptr) set(agedge(column, before, n, nullptr, 1), "style", "invis");
      before = n;
    }
  }

  // Nodes of one column in a subgraph each, in their order.
  void add_columns() {
    std::map<int, Agraph_t*> columns;
    for (const DiagramNode& node : diagram_.nodes) {
      Agraph_t*& column = columns[node.column];
      if (column == nullptr) {
        column = agsubg(graph(), nullptr, 1);
        set(column, "rank", "same");
      }
      add_node(column, node);
    }
    if (const auto ordered = columns.find(ordered_column_); ordered != columns.end())
      keep_order(ordered->second);
  }

  // Nodes of one cluster in a framed subgraph each; those in none stand free.
  void add_clusters() {
    for (const std::string& name : diagram_.clusters) {
      const std::string id = "cluster" + std::to_string(drawn_.clusters.size() + 1);
      Agraph_t* const cluster = agsubg(graph(), text(id), 1);
      set_label(cluster, name, kFrameFont);
      set(cluster, "style", "rounded,filled");
      set(cluster, "fillcolor", std::string(diagram_.theme->band));
      set(cluster, "color", std::string(diagram_.theme->grid));
      drawn_.clusters.push_back(cluster);
    }
    for (const DiagramNode& node : diagram_.nodes)
      add_node(node.cluster == 0 ? graph() : drawn_.clusters[node.cluster - 1], node);
  }

  const Diagram& diagram_;
  Labels labels_;
  bool columns_;
  int ordered_column_;
  Drawn drawn_;
  std::map<std::string_view, std::size_t> number_;  // of nodes, by id
};

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

// Reads places; Graphviz counts from the lower left corner.
class Reader {
 public:
  explicit Reader(Agraph_t* g) : box_(GD_bb(g)) {}

  DiagramLayout read(const Drawn& drawn) const {
    DiagramLayout layout{.width = box_.UR.x - box_.LL.x, .height = box_.UR.y - box_.LL.y};
    for (Agnode_t* n : drawn.nodes) layout.nodes.push_back(node(n));
    for (Agedge_t* e : drawn.edges) layout.edges.push_back(edge(e));
    for (Agraph_t* cluster : drawn.clusters) {
      const boxf box = GD_bb(cluster);
      const Point low = point(box.LL);
      const Point high = point(box.UR);
      const textlabel_t* const label = GD_label(cluster);
      layout.frames.push_back({{low.x, high.y, high.x, low.y}, label ? point(label->pos) : Point{}});
    }
    return layout;
  }

 private:
  [[nodiscard]] Point point(pointf p) const { return {p.x - box_.LL.x, box_.UR.y - p.y}; }

  [[nodiscard]] NodePlace node(Agnode_t* n) const {
    const Point middle = point(ND_coord(n));
    const auto* const shape = static_cast<const polygon_t*>(ND_shape_info(n));
    const LabelSize none;
    NodePlace place{.extent = extent_around(middle, none)};
    Extent& e = place.extent;
    const int corners = std::max(shape->sides, 2);  // an ellipse has two: those of its box
    for (int i = 0; i < corners; ++i) {
      const Point corner{middle.x + shape->vertices[i].x, middle.y - shape->vertices[i].y};
      e = {std::min(e.left, corner.x), std::min(e.top, corner.y), std::max(e.right, corner.x),
           std::max(e.bottom, corner.y)};
      if (shape->sides > 2) place.outline.push_back(corner);
    }
    return place;
  }

  [[nodiscard]] EdgePlace edge(Agedge_t* e) const {
    EdgePlace place;
    if (const textlabel_t* const label = ED_label(e)) place.label = point(label->pos);
    const splines* const lines = ED_spl(e);
    if (lines == nullptr || lines->size == 0) return place;
    const bezier& line = lines->list[0];
    for (int i = 0; i < line.size; ++i) place.curve.push_back(point(line.list[i]));
    if (line.eflag != 0) place.tip = point(line.ep);
    if (line.sflag != 0) {
      place.tip = point(line.sp);
      place.tip_first = true;
    }
    return place;
  }

  boxf box_;
};

DiagramLayout lay_out(const Drawn& drawn, const std::string& program, bool is_left) {
  agseterrf(say_nothing);
  [[maybe_unused]] const Unwatched unwatched;
  Agraph_t* const g = drawn.graph.get();
  std::srand(1);  // sfdp goes on from where the last layout left the generator
  srand48(1);
  if (gvLayout(context(), g, program.c_str()) != 0)
    throw InputError("graphviz", "", "has no layout \"" + program + "\"", "install libgvc6 and run dot -c");
  DiagramLayout layout = Reader(g).read(drawn);
  if (!is_left) gvFreeLayout(context(), g);
  return layout;
}

}  // namespace

std::string to_dot(const Diagram& diagram) {
  std::string dot;
  const Drawn drawn = Builder(diagram, Labels::Named).take();
  Agraph_t* const g = drawn.graph.get();
  Agiodisc_t io{nullptr, append_to_string, flush_nothing};
  Agiodisc_t* const usual = g->clos->disc.io;
  g->clos->disc.io = &io;
  agwrite(g, &dot);
  g->clos->disc.io = usual;
  return dot;
}

DiagramLayout lay_out(const Diagram& diagram) {
  // What dot lays out with clusters it may free twice (libgvc 2.42); the little that it holds is left to it.
  const bool left = diagram.layout == Layout::Dot && !diagram.clusters.empty();
  return lay_out(Builder(diagram, Labels::Measured).take(), dot_program(diagram), left);
}

DiagramLayout lay_out_at(const Diagram& diagram, std::span<const Point> middles) {
  const Drawn drawn = Builder(diagram, Labels::Measured).take();
  set(drawn.graph.get(), "layout", "nop");    // counts for more than the program that is called
  set(drawn.graph.get(), "overlap", "true");  // distances are the caller's
  set(drawn.graph.get(), "splines", "true");
  for (std::size_t i = 0; i < middles.size(); ++i)
    set(drawn.nodes[i], "pos", dot_number(middles[i].x) + "," + dot_number(-middles[i].y));
  return lay_out(drawn, "nop", false);
}

}  // namespace dateline
