#include "render/edge_labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline {
namespace {

constexpr double kClearance = 3;  // px between a label and what else is there

// A line as straight pieces, with the distance of each point from its begin.
struct Track {
  std::vector<Point> points;
  std::vector<double> at;
  Extent extent;

  [[nodiscard]] double length() const { return at.empty() ? 0 : at.back(); }
};

Point bezier(const Point* p, double t) {
  const double s = 1 - t;
  const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
  return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

Track track_of(const EdgePlace& edge) {
  constexpr int kPieces = 12;  // of each curve
  Track track;
  const auto add = [&track](Point p) {
    const double step =
        track.points.empty() ? 0 : std::hypot(p.x - track.points.back().x, p.y - track.points.back().y);
    Extent& e = track.extent;
    e = track.points.empty() ? Extent{p.x, p.y, p.x, p.y}
                             : Extent{std::min(e.left, p.x), std::min(e.top, p.y), std::max(e.right, p.x),
                                      std::max(e.bottom, p.y)};
    track.at.push_back(track.length() + step);
    track.points.push_back(p);
  };
  if (!edge.curve.empty()) add(edge.curve.front());
  for (std::size_t i = 0; i + 3 < edge.curve.size(); i += 3)
    for (int piece = 1; piece <= kPieces; ++piece)
      add(bezier(&edge.curve[i], static_cast<double>(piece) / kPieces));
  return track;
}

// A point of a track, and the direction there (of length 1).
struct Spot {
  Point point;
  Point direction;
};

Spot spot_at(const Track& track, double distance) {
  const auto next = std::lower_bound(track.at.begin() + 1, track.at.end() - 1, distance);
  const auto i = static_cast<std::size_t>(next - track.at.begin());
  const Point a = track.points[i - 1];
  const Point b = track.points[i];
  const double piece = std::max(track.at[i] - track.at[i - 1], 1e-9);
  const double part = std::clamp((distance - track.at[i - 1]) / piece, 0.0, 1.0);
  return {{a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part}, {(b.x - a.x) / piece, (b.y - a.y) / piece}};
}

// Whether the piece from `a` to `b` passes through the box (Liang and Barsky, 1984).
bool passes(Point a, Point b, const Extent& box) {
  double from = 0;
  double to = 1;
  const auto cut = [&from, &to](double step, double room) {
    if (step == 0) return room >= 0;
    const double at = room / step;
    if (step < 0)
      from = std::max(from, at);
    else
      to = std::min(to, at);
    return from <= to;
  };
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  return cut(-dx, a.x - box.left) && cut(dx, box.right - a.x) && cut(-dy, a.y - box.top) &&
         cut(dy, box.bottom - a.y);
}

bool passes(const Track& track, const Extent& box) {
  if (!near(track.extent, box, 0)) return false;
  for (std::size_t i = 1; i < track.points.size(); ++i)
    if (passes(track.points[i - 1], track.points[i], box)) return true;
  return false;
}

class Placing {
 public:
  explicit Placing(const DiagramLayout& layout) {
    for (const NodePlace& node : layout.nodes) taken_.push_back(node.extent);
    for (const EdgePlace& edge : layout.edges) tracks_.push_back(track_of(edge));
  }

  void take(const Extent& extent) { taken_.push_back(extent); }
  [[nodiscard]] double length(std::size_t edge) const { return tracks_[edge].length(); }

  // The best middle for a label of this size, if there is room for any.
  [[nodiscard]] std::optional<Point> find(std::size_t edge, LabelSize size) const {
    constexpr int kTries = 9;  // on each side of the line's middle
    const Track& track = tracks_[edge];
    if (track.points.size() < 2) return std::nullopt;
    double best = std::numeric_limits<double>::max();
    std::optional<Point> found;
    for (int i = -kTries; i <= kTries; ++i) {
      const Spot spot = spot_at(track, track.length() * (0.5 + 0.42 * i / kTries));
      for (const int side : {0, -1, 1}) {
        // Beside the line it just touches the line.
        const double aside = side * (std::abs(spot.direction.y) * size.width / 2 +
                                     std::abs(spot.direction.x) * size.height / 2 + 1);
        const Point middle{spot.point.x - spot.direction.y * aside, spot.point.y + spot.direction.x * aside};
        const double cost =
            cost_of(edge, extent_around(middle, size)) + 1.5 * std::abs(i) / kTries + (side == 0 ? 0 : 0.6);
        if (cost < best) {
          best = cost;
          found = middle;
        }
      }
    }
    return best < kBlocked ? found : std::nullopt;
  }

 private:
  static constexpr double kBlocked = 1e6;

  [[nodiscard]] double cost_of(std::size_t edge, const Extent& box) const {
    if (std::any_of(taken_.begin(), taken_.end(),
                    [&box](const Extent& taken) { return near(box, taken, kClearance); }))
      return kBlocked;
    double crossings = 0;
    for (std::size_t other = 0; other < tracks_.size(); ++other)
      if (other != edge && passes(tracks_[other], box)) crossings += 1;
    return crossings;
  }

  std::vector<Extent> taken_;
  std::vector<Track> tracks_;
};

}  // namespace

std::size_t place_edge_labels(const Diagram& diagram, DiagramLayout& layout) {
  Placing placing(layout);
  for (std::size_t i = 0; i < layout.frames.size(); ++i)
    placing.take(extent_around(layout.frames[i].label, label_size(diagram.clusters[i], kFrameFont)));
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < layout.edges.size(); ++i) {
    const LabelSize size = label_size(diagram.edges[i].label, kEdgeFont);
    if (layout.edges[i].label)
      placing.take(extent_around(*layout.edges[i].label, size));
    else if (!diagram.edges[i].label.empty())
      order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&placing](std::size_t a, std::size_t b) {
    return placing.length(a) < placing.length(b);
  });
  std::size_t homeless = 0;
  for (const std::size_t i : order) {
    const LabelSize size = label_size(diagram.edges[i].label, kEdgeFont);
    layout.edges[i].label = placing.find(i, size);
    if (layout.edges[i].label)
      placing.take(extent_around(*layout.edges[i].label, size));
    else
      ++homeless;
  }
  return homeless;
}

}  // namespace dateline
