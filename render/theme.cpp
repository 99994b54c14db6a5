#include "render/theme.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace dateline {
namespace {

constexpr std::array<FamilyLook, kEventFamilies> kFamilies{{
    {"talks, pledges, help", "#0072b2", "#0072b2", MarkShape::Circle},
    {"demands, disputes, protest", "#e69f00", "#a87200", MarkShape::Triangle},
    {"force, arrests, sanctions", "#d55e00", "#c25500", MarkShape::Diamond},
    {"deaths, disasters", "#3b3b3b", "#3b3b3b", MarkShape::Square},
    {"politics, law", "#cc79a7", "#ad4f84", MarkShape::Pentagon},
    {"business, launches", "#009e73", "#008561", MarkShape::Hexagon},
    {"other events", "#56b4e9", "#2583b9", MarkShape::Cross},
}};

constexpr std::array<KindLook, 7> kKinds{{
    {"#cfe6f7", "#0072b2", NodeShape::Ellipse},        // person
    {"#cdeee2", "#00684c", NodeShape::Rounded},        // organization
    {"#fde6b8", "#8a5f00", NodeShape::Hexagon},        // country
    {"#f2f2f2", "#555555", NodeShape::House},          // place
    {"#f7d9ea", "#8f3d69", NodeShape::Octagon},        // group
    {"#e3e0f5", "#5146a0", NodeShape::Parallelogram},  // product
    {"#ececec", "#555555", NodeShape::Trapezium},      // other
}};

constexpr std::array<RoleLook, 3> kRoleLooks{{
    {"#0072b2", 1.6, false},
    {"#b34700", 1.6, false},
    {"#767676", 1.0, true},
}};

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
const KindLook& look_of(EntityKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
const RoleLook& look_of(Role role) { return kRoleLooks[static_cast<std::size_t>(role)]; }

double contrast(std::string_view a, std::string_view b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace dateline
