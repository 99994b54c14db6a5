// Stage: events with type, participants, date, place, figures and modality.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs all other layers.
[[nodiscard]] std::vector<Event> find_events(const Document& d, const Model& model);

}  // namespace dateline
