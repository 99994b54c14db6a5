// The pieces that all texts about events and actors are made of. Inner to graph/'s text writers.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/record.hpp"

namespace dateline {

inline constexpr std::size_t kTextWidth = 80;  // columns, where nobody asks for another

// Leads from what an event calls an actor (local id or key) to the name that a reader knows.
using NameOf = std::function<std::string(const std::string&)>;

// "Anna Berg (person, NO), Norwegian Foreign Minister; also Berg".
[[nodiscard]] std::string actor_text(const RecordActor& actor);
// "meeting", "planned visit", "negated attack".
[[nodiscard]] std::string kind_text(const RecordEvent& event);
// The days as spell() has them; the words of an expression that is not resolved; "" where undated.
[[nodiscard]] std::string when_text(const RecordEvent& event);
// "Oslo (NO)", or "".
[[nodiscard]] std::string place_text(const RecordEvent& event);
// "killed 7, injured at least 20", or "".
[[nodiscard]] std::string figures_text(const RecordEvent& event);
// The participants of one role, "A, B", or "".
[[nodiscard]] std::string participants_text(const RecordEvent& event, Role role, const NameOf& name_of);
// The summary, or the trigger where there is none.
[[nodiscard]] const std::string& summary_text(const RecordEvent& event);

// Parts that are not empty, with `between`.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace dateline
