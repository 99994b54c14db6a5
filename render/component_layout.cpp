#include "render/component_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "render/edge_labels.hpp"
#include "render/graphviz.hpp"

namespace dateline {
namespace {

constexpr double kNodeDistance = 6;         // px at least
constexpr double kComponentDistance = 36;   // px between components
constexpr double kLoneDistance = 16;        // px between nodes that stand alone
constexpr std::size_t kMostToSpread = 200;  // nodes; more take too long to lay out again and again

// Some nodes and lines of a diagram, as one of its own.
struct Component {
  Diagram diagram;
  std::vector<std::size_t> nodes;  // indices into those of the whole
  std::vector<std::size_t> edges;
  DiagramLayout layout;
};

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t i) {
  while (parents[i] != i) i = parents[i] = parents[parents[i]];
  return i;
}

// In the order of their first nodes.
std::vector<Component> components_of(const Diagram& whole) {
  std::map<std::string_view, std::size_t> number;
  for (std::size_t i = 0; i < whole.nodes.size(); ++i) number.emplace(whole.nodes[i].id, i);
  std::vector<std::size_t> parents(whole.nodes.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  const bool is_one = (whole.has_columns && whole.layout == Layout::Dot) || !whole.clusters.empty();
  for (std::size_t i = 1; is_one && i < parents.size(); ++i) parents[i] = 0;
  for (const DiagramEdge& edge : whole.edges) {
    const std::size_t a = root_of(parents, number.at(edge.from));
    const std::size_t b = root_of(parents, number.at(edge.to));
    parents[std::max(a, b)] = std::min(a, b);
  }
  std::vector<Component> components;
  std::map<std::size_t, std::size_t> index;  // of components, by their roots
  const auto component = [&](std::size_t node) -> Component& {
    const auto [found, is_new] = index.try_emplace(root_of(parents, node), components.size());
    if (is_new) {
      components.emplace_back().diagram = {.has_columns = whole.has_columns,
                                           .downwards = whole.downwards,
                                           .ordered_column = whole.ordered_column,
                                           .clusters = whole.clusters,
                                           .layout = whole.layout,
                                           .theme = whole.theme};
    }
    return components[found->second];
  };
  for (std::size_t i = 0; i < whole.nodes.size(); ++i) {
    Component& home = component(i);
    home.nodes.push_back(i);
    home.diagram.nodes.push_back(whole.nodes[i]);
  }
  for (std::size_t i = 0; i < whole.edges.size(); ++i) {
    Component& home = component(number.at(whole.edges[i].from));
    home.edges.push_back(i);
    home.diagram.edges.push_back(whole.edges[i]);
  }
  return components;
}

// Pushes nodes that come too near each other apart, the shorter way each, until none do (or it takes too
// long).
void separate(const DiagramLayout& sizes, std::vector<Point>& middles) {
  constexpr double kGap = 14;  // px
  constexpr int kMostRounds = 200;
  bool moved = true;
  for (int round = 0; moved && round < kMostRounds; ++round) {
    moved = false;
    for (std::size_t i = 0; i < middles.size(); ++i)
      for (std::size_t k = i + 1; k < middles.size(); ++k) {
        const Extent& a = sizes.nodes[i].extent;
        const Extent& b = sizes.nodes[k].extent;
        const double dx = middles[k].x - middles[i].x;
        const double dy = middles[k].y - middles[i].y;
        const double across = (a.width() + b.width()) / 2 + kGap - std::abs(dx);
        const double along = (a.height() + b.height()) / 2 + kGap - std::abs(dy);
        if (across <= 0 || along <= 0) continue;
        moved = true;
        const double x = across < along ? std::copysign(across / 2 + 0.01, dx) : 0;
        const double y = across < along ? 0 : std::copysign(along / 2 + 0.01, dy);
        middles[i] = {middles[i].x - x, middles[i].y - y};
        middles[k] = {middles[k].x + x, middles[k].y + y};
      }
  }
}

// Brings nodes with a single neighbour near it.
void draw_in_leaves(const Diagram& diagram, std::vector<Point>& middles) {
  constexpr double kFar = 230;  // px
  std::map<std::string_view, std::size_t> number;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) number.emplace(diagram.nodes[i].id, i);
  std::vector<std::set<std::size_t>> neighbours(diagram.nodes.size());
  for (const DiagramEdge& edge : diagram.edges) {
    const std::size_t a = number.at(edge.from);
    const std::size_t b = number.at(edge.to);
    neighbours[a].insert(b);
    neighbours[b].insert(a);
  }
  for (std::size_t i = 0; i < middles.size(); ++i) {
    if (neighbours[i].size() != 1 || neighbours[*neighbours[i].begin()].size() == 1) continue;
    const Point home = middles[*neighbours[i].begin()];
    const double distance = std::hypot(middles[i].x - home.x, middles[i].y - home.y);
    if (distance <= kFar) continue;
    middles[i] = {home.x + (middles[i].x - home.x) * kFar / distance,
                  home.y + (middles[i].y - home.y) * kFar / distance};
  }
}

// Draws the nodes nearer, or farther apart, until all labels have room; takes the best where none is good.
DiagramLayout spread(const Diagram& diagram, const DiagramLayout& first) {
  std::vector<Point> middles;
  for (const NodePlace& node : first.nodes) middles.push_back(node.extent.middle());
  draw_in_leaves(diagram, middles);
  DiagramLayout best;
  std::tuple<bool, std::size_t> least{true, std::numeric_limits<std::size_t>::max()};
  for (const double scale : {0.45, 0.6, 0.8, 1.0, 1.3, 1.7, 2.2, 3.0}) {
    if (diagram.nodes.size() > kMostToSpread && scale < 1) continue;
    std::vector<Point> scaled;
    for (const Point p : middles) scaled.push_back({p.x * scale, p.y * scale});
    separate(first, scaled);
    DiagramLayout layout = lay_out_at(diagram, scaled);
    const std::size_t homeless = place_edge_labels(diagram, layout);
    const std::tuple faults{nodes_touch(layout, kNodeDistance), homeless};
    if (faults < least) {
      least = faults;
      best = std::move(layout);
    }
    const bool enough = diagram.nodes.size() > kMostToSpread && !std::get<0>(least);
    if (enough || least == std::tuple(false, std::size_t{0})) break;
  }
  return best;
}

DiagramLayout lay_out_one(const Diagram& diagram) {
  DiagramLayout layout = lay_out(diagram);
  if (diagram.layout == Layout::Dot) {
    // Dot sets labels beside their lines; they are told apart better on them.
    DiagramLayout on_lines = layout;
    for (EdgePlace& edge : on_lines.edges) edge.label.reset();
    return place_edge_labels(diagram, on_lines) == 0 ? on_lines : layout;
  }
  if (diagram.nodes.size() < 2) return layout;
  if (diagram.clusters.empty()) return spread(diagram, layout);
  place_edge_labels(diagram, layout);
  return layout;
}

// Grows the layout's size to what stands in it, from (0, 0).
void fit(DiagramLayout& layout) {
  Extent all{1e9, 1e9, -1e9, -1e9};
  const auto add = [&all](const Extent& e) {
    all = {std::min(all.left, e.left), std::min(all.top, e.top), std::max(all.right, e.right),
           std::max(all.bottom, e.bottom)};
  };
  for (const NodePlace& node : layout.nodes) add(node.extent);
  for (const FramePlace& frame : layout.frames) add(frame.extent);
  for (const EdgePlace& edge : layout.edges)
    for (const Point p : edge.curve) add({p.x, p.y, p.x, p.y});
  if (layout.nodes.empty()) all = {};
  move(layout, -all.left, -all.top);
  layout.width = all.width();
  layout.height = all.height();
}

void add_labels_to_fit(const Diagram& diagram, DiagramLayout& layout) {
  double left = 0, top = 0;
  for (std::size_t i = 0; i < layout.edges.size(); ++i) {
    if (!layout.edges[i].label) continue;
    const Extent e = extent_around(*layout.edges[i].label, label_size(diagram.edges[i].label, kEdgeFont));
    left = std::min(left, e.left);
    top = std::min(top, e.top);
    layout.width = std::max(layout.width, e.right);
    layout.height = std::max(layout.height, e.bottom);
  }
  move(layout, -left, -top);
  layout.width -= left;
  layout.height -= top;
}

// Sets components in rows: those with lines first, the highest first.
void pack(std::vector<Component>& components, double width) {
  std::vector<Component*> order;
  for (Component& component : components) order.push_back(&component);
  std::stable_sort(order.begin(), order.end(), [](const Component* a, const Component* b) {
    return std::tuple(a->edges.empty(), -a->layout.height) < std::tuple(b->edges.empty(), -b->layout.height);
  });
  double x = 0, y = 0, row = 0;
  bool lone = false;
  for (Component* component : order) {
    DiagramLayout& layout = component->layout;
    const bool is_lone = component->edges.empty();
    if (x > 0 && (x + layout.width > width || is_lone != lone)) {
      x = 0;
      y += row + (is_lone && lone ? kLoneDistance : kComponentDistance);
      row = 0;
    }
    lone = is_lone;
    move(layout, x, y);
    x += layout.width + (lone ? kLoneDistance : kComponentDistance);
    row = std::max(row, layout.height);
  }
}

}  // namespace

DiagramLayout lay_out_components(const Diagram& diagram, double width) {
  std::vector<Component> components = components_of(diagram);
  double widest = 0;
  double area = 0;
  for (Component& component : components) {
    component.layout = lay_out_one(component.diagram);
    fit(component.layout);
    add_labels_to_fit(component.diagram, component.layout);
    widest = std::max(widest, component.layout.width);
    area += (component.layout.width + kLoneDistance) * (component.layout.height + kLoneDistance);
  }
  pack(components, std::max(widest, std::min(width, 1.5 * std::sqrt(area))));
  DiagramLayout all;
  all.nodes.resize(diagram.nodes.size());
  all.edges.resize(diagram.edges.size());
  for (Component& component : components) {
    DiagramLayout& part = component.layout;
    for (std::size_t i = 0; i < part.nodes.size(); ++i) all.nodes[component.nodes[i]] = part.nodes[i];
    for (std::size_t i = 0; i < part.edges.size(); ++i) all.edges[component.edges[i]] = part.edges[i];
    if (!part.frames.empty()) all.frames = part.frames;
  }
  fit(all);
  add_labels_to_fit(diagram, all);
  return all;
}

}  // namespace dateline
