// What a name names: a person, an organization, a country, a place, ... by its words and those around it.
#pragma once

#include <string>

#include "extract/document.hpp"
#include "extract/gazetteer.hpp"
#include "extract/wording.hpp"

namespace dateline {

struct NameReading {
  EntityKind kind = EntityKind::Other;
  std::string country;  // ISO 3166-1 alpha-2, or ""
  bool sure = false;    // a gazetteer or a telling word says so; else it is a guess
};

// `name` is a whole name without title. Needs tokens and sentences.
[[nodiscard]] NameReading read_name(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                                    Span name);

// The name as the gazetteer has it, if it does: nation, organization, place, city.
[[nodiscard]] std::optional<NameReading> known_name(const Document& d, const Gazetteer& gazetteer, Span name);

}  // namespace dateline
