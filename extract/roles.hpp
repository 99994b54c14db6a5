// Who takes part in an event, and in which role.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// What the tree alone says of a mention that is an argument of the trigger: subject of an active verb
// agent, object target, "by" agent, all sides of a meeting or an agreement agents. Absent for no argument.
[[nodiscard]] std::optional<Role> role_by_tree(const Scene& scene, const Trigger& trigger,
                                               const Argument& argument);

// Classes: 0 none, 1 + r role r.
[[nodiscard]] Features role_features(const Scene& scene, const Trigger& trigger, MentionIndex mention);

// Mentions that may take part: those of the trigger's sentence that refer to something, no two of one head.
[[nodiscard]] std::vector<MentionIndex> role_candidates(const Scene& scene, const Trigger& trigger);

// No entity twice; in text order. `why`, where given, gets a line each.
[[nodiscard]] std::vector<Participant> participants_of(const Scene& scene, const EventModel& model,
                                                       const Trigger& trigger,
                                                       std::vector<std::string>* why = nullptr);

}  // namespace dateline
