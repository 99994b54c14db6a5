// A Diagram: nodes and edges with their labels and looks, ready for any drawing program.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/page_size.hpp"
#include "render/theme.hpp"

namespace dateline {

class KnowledgeGraph;
struct GraphDiff;

struct DiagramNode {
  std::string id;     // unique in the diagram; one word of ASCII
  std::string label;  // plain text, lines parted by "\n"
  std::string tooltip;
  std::string link;  // http or https, or ""
  NodeShape shape = NodeShape::Ellipse;
  std::string fill;  // "#rrggbb"
  std::string line;
  bool pale = false;  // the label, of what did not change
  bool dashed = false;
  int column = 0;                   // from left to right, where the diagram has columns
  bool bold = false;                // a thick line
  std::size_t cluster = 0;          // index into Diagram::clusters, plus one; 0: in none
  std::vector<std::size_t> struck;  // lines of the label that are struck through
  std::string legend;               // what nodes that look so are; "": the legend is silent
};

struct DiagramEdge {
  std::string from;
  std::string to;
  std::string label;
  std::string tooltip;
  std::string color;
  bool dashed = false;
  bool arrow = true;
  double width = 1;    // pt
  std::string legend;  // what lines that look so are; "": the legend is silent
};

// Programs of Graphviz that find the places of nodes.
enum class Layout : std::uint8_t { Dot, Neato, Fdp, Sfdp, Circo };

struct Diagram {
  std::string title;                  // one line
  std::string note;                   // what to know for reading it; lines parted by "\n"
  std::vector<DiagramNode> nodes;     // column by column, each from top to bottom
  std::vector<DiagramEdge> edges;     // in the order of the nodes they leave, then of those they reach
  bool has_columns = true;            // nodes of one column stand one below the other; Dot only
  bool downwards = false;             // lines lead down the page, columns are rows; Dot only
  int ordered_column = -1;            // the one whose order from top to bottom tells something; -1: none
  std::vector<std::string> clusters;  // names of groups that are framed; Dot and Fdp only
  Layout layout = Layout::Dot;
  const Theme* theme = &kLight;
  PageSize page{.width = 0, .height = 0};  // to be shrunk to; 0: as large as it needs
};

enum class DiagramView : std::uint8_t {
  Auto,    // Events where they are few, else Actors
  Events,  // actors, events, and who takes what part
  Actors,  // actors, and what joins each two
  Ego,     // the same for one actor and those near
  Path     // how two are connected, by what events
};
enum class Ranking : std::uint8_t { Degree, Betweenness };
enum class ClusterBy : std::uint8_t { None, Country, Kind };

struct DiagramStyle {
  DiagramView view = DiagramView::Auto;
  std::size_t top = 0;  // at most so many actors (of Events: events), the most important first; 0: kUsualTop
  Ranking ranking =
      Ranking::Degree;  // what makes an actor important: how many events; how many ways through it
  ClusterBy clusters = ClusterBy::None;
  Layout layout = Layout::Dot;
  const Theme* theme = &kLight;
  PageSize page{.width = 0, .height = 0};
  std::vector<std::string> around;   // Ego: names
  std::size_t hops = 1;              // Ego: steps from there, each over an event
  std::vector<std::string> connect;  // Path: the names of its two ends
};
inline constexpr std::size_t kUsualTop = 40;

// What is folded is told in the note, and by numbers at the nodes that are left. Throws InputError where
// nobody has a name that is asked for.
[[nodiscard]] Diagram diagram_of(const KnowledgeGraph& graph, const DiagramStyle& style = {});

// Two versions in one: events that were added, removed or changed, with their actors; unchanged ones, pale,
// as long as there are few. Needs changes == diff(old_graph, new_graph).
[[nodiscard]] Diagram diagram_of(const GraphDiff& changes, const KnowledgeGraph& old_graph,
                                 const KnowledgeGraph& new_graph, const DiagramStyle& style = {});

}  // namespace dateline
