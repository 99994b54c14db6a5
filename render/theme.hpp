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

struct Theme {
  std::string_view page = "#ffffff";
  std::string_view text = "#1a1a1a";
  std::string_view muted = "#555555";  // dates, sources, what is read second
  std::string_view link = "#0b5394";
  std::string_view outline = "#262626";  // of marks
  std::string_view axis = "#555555";
  std::string_view grid = "#dddddd";
  std::string_view band = "#eef2f6";  // ground of days that are given room
};
inline constexpr Theme kLight{};

// Event types in families: as many as a reader can tell apart at a glance.
enum class EventFamily : std::uint8_t { Talk, Dispute, Force, Loss, Politics, Economy, Other };
inline constexpr std::size_t kEventFamilies = 7;
[[nodiscard]] EventFamily family_of(EventType type);

enum class MarkShape : std::uint8_t { Circle, Triangle, Diamond, Square, Pentagon, Hexagon, Cross };

struct FamilyLook {
  std::string_view name;  // for the legend
  std::string_view fill;  // within a dark outline
  std::string_view line;  // darker, for what is hollow: 3:1 at least against the page
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

struct KindLook {
  std::string_view fill;  // ground of dark text
  std::string_view line;
  NodeShape shape;
};
[[nodiscard]] const KindLook& look_of(EntityKind kind);

// Line of an edge: the agent's thick and dark, the target's with another hue, the rest thin and dashed.
struct RoleLook {
  std::string_view color;
  double width;  // pt
  bool dashed;
};
[[nodiscard]] const RoleLook& look_of(Role role);

// Contrast ratio of two colours, 1 to 21 (WCAG 2.1). Needs "#rrggbb" in lower case.
[[nodiscard]] double contrast(std::string_view a, std::string_view b);

}  // namespace dateline
