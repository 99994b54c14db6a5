#include "extract/vocabulary.hpp"

namespace dateline {
namespace {

struct TypeName {
  std::string_view name;
  std::string_view plover;
};

constexpr std::array<TypeName, kEventTypes> kTypes{{
    {"meeting", "CONSULT"},
    {"visit", "CONSULT"},
    {"statement", ""},
    {"pledge", ""},
    {"request", "REQUEST"},
    {"agreement", "AGREE"},
    {"support", "SUPPORT"},
    {"cooperation", "COOPERATE"},
    {"aid", "AID"},
    {"concession", "CONCEDE"},
    {"accusation", "ACCUSE"},
    {"rejection", "REJECT"},
    {"threat", "THREATEN"},
    {"protest", "PROTEST"},
    {"mobilization", "MOBILIZE"},
    {"sanction", "SANCTION"},
    {"coercion", "COERCE"},
    {"arrest", "COERCE"},
    {"attack", "ASSAULT"},
    {"death", ""},
    {"disaster", ""},
    {"election", ""},
    {"appointment", ""},
    {"departure", ""},
    {"legal", ""},
    {"legislation", ""},
    {"transaction", ""},
    {"launch", ""},
    {"economic", ""},
    {"contest", ""},
    {"life", ""},
    {"discovery", ""},
    {"occurrence", ""},
}};
constexpr std::array<std::string_view, 3> kRoles{"agent", "target", "other"};
constexpr std::array<std::string_view, 4> kModalities{"actual", "planned", "negated", "hypothetical"};
constexpr std::array<std::string_view, 7> kEntityKinds{"person", "organization", "country", "place",
                                                       "group",  "product",      "other"};
constexpr std::array<std::string_view, 7> kFigureKinds{"killed",   "injured", "arrested", "displaced",
                                                       "attended", "money",   "other"};

template <typename Enum, typename Names>
std::optional<Enum> find_name(const Names& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(EventType type) { return kTypes[static_cast<std::size_t>(type)].name; }
std::string_view to_string(Role role) { return kRoles[static_cast<std::size_t>(role)]; }
std::string_view to_string(Modality modality) { return kModalities[static_cast<std::size_t>(modality)]; }
std::string_view to_string(EntityKind kind) { return kEntityKinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(FigureKind kind) { return kFigureKinds[static_cast<std::size_t>(kind)]; }
std::string_view plover_of(EventType type) { return kTypes[static_cast<std::size_t>(type)].plover; }

std::optional<EventType> event_type_from(std::string_view name) {
  for (std::size_t i = 0; i < kTypes.size(); ++i)
    if (kTypes[i].name == name) return static_cast<EventType>(i);
  return std::nullopt;
}
std::optional<Role> role_from(std::string_view name) { return find_name<Role>(kRoles, name); }
std::optional<Modality> modality_from(std::string_view name) {
  return find_name<Modality>(kModalities, name);
}
std::optional<EntityKind> entity_kind_from(std::string_view name) {
  return find_name<EntityKind>(kEntityKinds, name);
}
std::optional<FigureKind> figure_kind_from(std::string_view name) {
  return find_name<FigureKind>(kFigureKinds, name);
}

}  // namespace dateline
