#include "extract/event_model.hpp"

#include <utility>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

void read_target_words(EventModel& model, const Table& table) {
  for (const TableRow& row : table.rows) {
    const auto type = event_type_from(table.cell(row, "type"));
    if (!type) throw InputError(table.file, "line " + std::to_string(row.line), "no such event type", "");
    model.target_words[static_cast<std::size_t>(*type)] = table.cell(row, "preposition");
  }
}

}  // namespace

EventModel load_event_model(TableSource& source, std::string_view weights) {
  EventModel model;
  const auto keep = [&](std::string_view name) -> std::string_view {
    return *model.texts.emplace_back(std::make_shared<const std::string>(source.text(name)));
  };
  model.triggers = TriggerTable(read_table(keep("triggers"), source.file_name("triggers")));
  model.cues = ModalityCues(read_table(keep("modality_cues"), source.file_name("modality_cues")));
  read_target_words(model, read_table(keep("target_words"), source.file_name("target_words")));
  return with_weights(std::move(model), weights);
}

EventModel with_weights(EventModel model, std::string_view weights) {
  model.type = section_of(weights, "type");
  model.modality = section_of(weights, "modality");
  model.core = section_of(weights, "core");
  model.role = section_of(weights, "role");
  model.far = section_of(weights, "far");
  model.date = section_of(weights, "date");
  model.carried_date = section_of(weights, "carried_date");
  model.place = section_of(weights, "place");
  model.carried_place = section_of(weights, "carried_place");
  model.same = section_of(weights, "same");
  model.figure = section_of(weights, "figure");
  return model;
}

}  // namespace dateline
