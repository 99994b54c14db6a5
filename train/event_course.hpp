// Learns the questions of find_events from lessons, one after the other: later ones see the answers of
// earlier ones as the program will give them. Same lessons, same bytes.
#pragma once

#include <string>
#include <vector>

#include "extract/event_model.hpp"
#include "train/event_lesson.hpp"

namespace dateline {

// The bytes of extract/models/events.bin; what `model` has learned before is not used. Keeps its answers in
// the triggers of the lessons.
[[nodiscard]] std::string event_weights(EventModel model, const std::vector<Lesson*>& lessons);

}  // namespace dateline
