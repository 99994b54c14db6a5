// The looks that all pictures share: colours, and what stands for which kind of event or actor.
//
// Colours are "#rrggbb". Marks take the palette of Okabe and Ito (Color Universal Design, 2008), which
// readers with any form of colour blindness tell apart, and a shape each as second cue. All text stands out
// from its ground by at least 4.5:1 (WCAG 2.1, 1.4.3).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "extract/vocabulary.hpp"

namespace dateline {

// Event types in families: as many as a reader can tell apart at a glance.
enum class EventFamily : std::uint8_t { Talk, Dispute, Force, Loss, Politics, Economy, Other };
inline constexpr std::size_t kEventFamilies = 7;
[[nodiscard]] EventFamily family_of(EventType type);

enum class MarkShape : std::uint8_t { Circle, Triangle, Diamond, Square, Pentagon, Hexagon, Cross };

struct FamilyLook {
  std::string_view name;  // for the legend
  MarkShape shape;
};
[[nodiscard]] const FamilyLook& look_of(EventFamily family);

enum class NodeShape : std::uint8_t {
  Ellipse,
  Box,
  Rounded,
  Hexagon,
  Octagon,
  House,
  Parallelogram,
  Trapezium
};
[[nodiscard]] NodeShape shape_of(EntityKind kind);

// What became of an event between two versions; None where only one is shown.
enum class Change : std::uint8_t { None, Same, Added, Removed, Changed };
inline constexpr std::size_t kChanges = 5;
// "added", "removed", "changed"; "" for the others.
[[nodiscard]] std::string_view to_string(Change change);

// A filled shape with its edge. For marks the edge is also what is drawn of a hollow one: 3:1 at least
// against the page.
struct Paint {
  std::string_view fill;
  std::string_view line;
};

// Line of an edge: the agent's thick and dark, the target's with another hue, the rest thin and dashed.
struct RoleLook {
  std::string_view color;
  double width;  // pt
  bool dashed;
};

struct Theme {
  std::string_view page;
  std::string_view text;
  std::string_view muted;    // dates, sources, what is read second
  std::string_view link;     // text that leads to a source
  std::string_view outline;  // of marks
  std::string_view axis;
  std::string_view grid;
  std::string_view band;                       // ground of days that are given room
  std::array<Paint, kEventFamilies> families;  // by EventFamily
  std::array<Paint, 7> kinds;                  // by EntityKind: ground of text
  std::array<RoleLook, 3> roles;               // by Role
  std::array<Paint, kChanges> changes;         // by Change: ground of text, and text on it

  [[nodiscard]] const Paint& paint_of(EventFamily family) const {
    return families[static_cast<std::size_t>(family)];
  }
  [[nodiscard]] const Paint& paint_of(EntityKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const Paint& paint_of(Change change) const {
    return changes[static_cast<std::size_t>(change)];
  }
  [[nodiscard]] const RoleLook& look_of(Role role) const { return roles[static_cast<std::size_t>(role)]; }
};
extern const Theme kLight;
extern const Theme kDark;

// Contrast ratio of two colours, 1 to 21 (WCAG 2.1). Needs "#rrggbb" in lower case.
[[nodiscard]] double contrast(std::string_view a, std::string_view b);

}  // namespace dateline
