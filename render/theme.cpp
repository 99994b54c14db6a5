#include "render/theme.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace dateline {
namespace {

constexpr std::array<FamilyLook, kEventFamilies> kFamilies{{
    {"talks, pledges, help", MarkShape::Circle},
    {"demands, disputes, protest", MarkShape::Triangle},
    {"force, arrests, sanctions", MarkShape::Diamond},
    {"deaths, disasters", MarkShape::Square},
    {"politics, law", MarkShape::Pentagon},
    {"business, launches", MarkShape::Hexagon},
    {"other events", MarkShape::Cross},
}};

constexpr std::array<NodeShape, 7> kKindShapes{
    NodeShape::Ellipse, NodeShape::Rounded,       NodeShape::Hexagon,  NodeShape::House,
    NodeShape::Octagon, NodeShape::Parallelogram, NodeShape::Trapezium};

constexpr std::array<std::string_view, kChanges> kChangeNames{"", "", "added", "removed", "changed"};

double channel(std::string_view color, std::size_t at) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  const double value = (digit(color[at]) * 16 + digit(color[at + 1])) / 255.0;
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view color) {
  assert(color.size() == 7 && color[0] == '#');
  return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
}

}  // namespace

const Theme kLight{
    .page = "#ffffff",
    .text = "#1a1a1a",
    .muted = "#555555",
    .link = "#0b5394",
    .outline = "#262626",
    .axis = "#555555",
    .grid = "#dddddd",
    .band = "#eef2f6",
    .families = {{{"#0072b2", "#0072b2"},
                  {"#e69f00", "#a87200"},
                  {"#d55e00", "#c25500"},
                  {"#3b3b3b", "#3b3b3b"},
                  {"#cc79a7", "#ad4f84"},
                  {"#009e73", "#008561"},
                  {"#56b4e9", "#2583b9"}}},
    .kinds = {{{"#cfe6f7", "#0072b2"},    // person
               {"#cdeee2", "#00684c"},    // organization
               {"#fde6b8", "#8a5f00"},    // country
               {"#f2f2f2", "#555555"},    // place
               {"#f7d9ea", "#8f3d69"},    // group
               {"#e3e0f5", "#5146a0"},    // product
               {"#ececec", "#555555"}}},  // other
    .roles = {{{"#0072b2", 1.6, false}, {"#b34700", 1.6, false}, {"#767676", 1.0, true}}},
    .changes = {{{"#ffffff", "#1a1a1a"},    // none
                 {"#ffffff", "#6b6b6b"},    // same
                 {"#dceefa", "#0a4f80"},    // added
                 {"#fce4d4", "#8f3400"},    // removed
                 {"#fbf0c8", "#6b4e00"}}},  // changed
};

const Theme kDark{
    .page = "#15181c",
    .text = "#f0f0f0",
    .muted = "#b4b8bd",
    .link = "#8ab8ff",
    .outline = "#e6e6e6",
    .axis = "#9aa0a6",
    .grid = "#343a41",
    .band = "#20262d",
    .families = {{{"#1585c7", "#4aa3df"},
                  {"#e69f00", "#e69f00"},
                  {"#d55e00", "#f0762b"},
                  {"#c9c9c9", "#c9c9c9"},
                  {"#cc79a7", "#d98fb8"},
                  {"#009e73", "#1fbf92"},
                  {"#56b4e9", "#56b4e9"}}},
    .kinds = {{{"#14344a", "#5bb0e8"},
               {"#123b30", "#3fc79c"},
               {"#43350f", "#e0b04a"},
               {"#2b2e33", "#9aa0a6"},
               {"#41263a", "#d98fb8"},
               {"#2d2a4a", "#a79bf0"},
               {"#32353a", "#9aa0a6"}}},
    .roles = {{{"#4aa3df", 1.6, false}, {"#f08a4b", 1.6, false}, {"#9aa0a6", 1.0, true}}},
    .changes = {{{"#15181c", "#f0f0f0"},
                 {"#15181c", "#9aa0a6"},
                 {"#123449", "#9fd3f7"},
                 {"#4a2412", "#ffc09a"},
                 {"#3f340f", "#f2d77c"}}},
};

EventFamily family_of(EventType type) {
  switch (type) {
    case EventType::Meeting:
    case EventType::Visit:
    case EventType::Statement:
    case EventType::Pledge:
    case EventType::Agreement:
    case EventType::Support:
    case EventType::Cooperation:
    case EventType::Aid:
    case EventType::Concession: return EventFamily::Talk;
    case EventType::Request:
    case EventType::Accusation:
    case EventType::Rejection:
    case EventType::Threat:
    case EventType::Protest: return EventFamily::Dispute;
    case EventType::Mobilization:
    case EventType::Sanction:
    case EventType::Coercion:
    case EventType::Arrest:
    case EventType::Attack: return EventFamily::Force;
    case EventType::Death:
    case EventType::Disaster: return EventFamily::Loss;
    case EventType::Election:
    case EventType::Appointment:
    case EventType::Departure:
    case EventType::Legal:
    case EventType::Legislation: return EventFamily::Politics;
    case EventType::Transaction:
    case EventType::Launch:
    case EventType::Economic: return EventFamily::Economy;
    case EventType::Contest:
    case EventType::Life:
    case EventType::Discovery:
    case EventType::Occurrence: return EventFamily::Other;
  }
  return EventFamily::Other;
}

const FamilyLook& look_of(EventFamily family) { return kFamilies[static_cast<std::size_t>(family)]; }
NodeShape shape_of(EntityKind kind) { return kKindShapes[static_cast<std::size_t>(kind)]; }
std::string_view to_string(Change change) { return kChangeNames[static_cast<std::size_t>(change)]; }

double contrast(std::string_view a, std::string_view b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace dateline
