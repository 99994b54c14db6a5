// Event gold as ../shared/gold/GUIDELINES.md describes it, as far as training needs it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <date/date.h>

#include "extract/span.hpp"
#include "extract/vocabulary.hpp"

namespace dateline {

struct GoldParticipant {
  std::vector<std::string> names;  // of the actor, made equal by plain_name()
  Role role = Role::Agent;
};

struct GoldFigure {
  FigureKind kind = FigureKind::Other;
  double value = 0;
};

struct GoldEvent {
  EventType type = EventType::Occurrence;
  std::vector<Span> triggers;  // bytes of the text
  std::vector<GoldParticipant> participants;
  std::optional<Span> date;  // bytes of the expression that dates it
  std::string place;         // by plain_name(), or ""
  std::vector<GoldFigure> figures;
  Modality modality = Modality::Actual;
  bool core = false;
};

struct GoldArticle {
  std::string name;                         // the file's, without ".gold.json"
  std::optional<date::sys_days> published;  // where the text does not tell it
  std::string text;
  std::vector<GoldEvent> events;
};

// Names that differ only in case, article, possessive, blanks and points have the same key.
[[nodiscard]] std::string plain_name(std::string_view name);

// Reads FOLDER/*.gold.json and the texts beside them, by name. Throws std::runtime_error.
[[nodiscard]] std::vector<GoldArticle> read_event_gold(const std::string& folder);

}  // namespace dateline
