// A Trigger: a word that names an event, with what find_events learns about it before events are merged.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/arguments.hpp"
#include "extract/document.hpp"
#include "extract/trigger_table.hpp"
#include "extract/vocabulary.hpp"

namespace dateline {

struct Trigger {
  TokenIndex token = 0;
  SentenceIndex sentence = 0;
  std::string_view
      lemma;  // as the trigger table writes it, else as tagged; lives as long as table and document
  EventType type = EventType::Occurrence;
  const TriggerRow* row = nullptr;  // of the trigger table; null where only learning speaks for it
  std::vector<Argument> arguments;
  Modality modality = Modality::Actual;
  std::vector<Participant> participants;  // no entity twice
  std::optional<EventDate> when;
  std::optional<MentionIndex> place;
  std::vector<EventFigure> figures;
  std::vector<std::string> why;
};

}  // namespace dateline
