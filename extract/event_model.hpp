// What find_events knows beforehand: the trigger table, the cues of modality, and learned weights.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/linear_model.hpp"
#include "extract/modality_cues.hpp"
#include "extract/trigger_table.hpp"
#include "extract/vocabulary.hpp"

namespace dateline {

struct EventModel {
  std::vector<std::shared_ptr<const std::string>> texts;  // what the views below look into
  TriggerTable triggers;
  ModalityCues cues;
  // One an event type: what joins its noun to its targets in a summary ("attack" + "on").
  std::array<std::string_view, kEventTypes> target_words{};
  // One a question; classes in the order of the enumerations, "none" first where there is a none.
  LinearModel type, modality, core, role, far, date, carried_date, place, carried_place, same, figure;
};

// `weights`, as train/train_events writes them, must outlive the model. Throws InputError where a table is
// wrong. Weights that are missing or cut short leave their question to the tables.
[[nodiscard]] EventModel load_event_model(TableSource& source, std::string_view weights);
// The same tables with other weights.
[[nodiscard]] EventModel with_weights(EventModel model, std::string_view weights);

}  // namespace dateline
