// A Record: what one article says, in source bytes; what leaves extract/ and is kept in graphs.
//
// The field names are those of the JSON record (docs/formats.md). Spans here count bytes of the
// source (see `Record::offsets`), not of the clean text: every fact can be shown where it stands.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <date/date.h>

#include "extract/article.hpp"
#include "extract/document.hpp"
#include "extract/quantity.hpp"
#include "extract/time_value.hpp"
#include "extract/vocabulary.hpp"

namespace dateline {

// Words of an article and where they stand: the one form in which a Span leaves extract/.
struct Provenance {
  Span source;       // bytes of the source
  std::string text;  // the words, cleaned

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

struct RecordArticle {
  std::string id;
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<Published> published;
  std::optional<date::sys_days> modified;
  std::string language = "en";
  std::optional<std::string> source;
  std::string sha256;
  OffsetUnit offsets = OffsetUnit::File;

  friend bool operator==(const RecordArticle&, const RecordArticle&) = default;
};

struct RecordActor {
  std::string id;  // "a1", ... in order of first mention
  std::string name;
  EntityKind kind = EntityKind::Other;
  std::vector<std::string> aliases;
  std::optional<std::string> role;
  std::optional<std::string> country;               // ISO 3166-1 alpha-2
  std::map<std::string, std::string> external_ids;  // "wikidata" -> "Q42"
  std::vector<Provenance> mentions;
  std::vector<std::string> why;  // one a mention, or none at all; not written unless asked for

  friend bool operator==(const RecordActor&, const RecordActor&) = default;
};

struct RecordParticipant {
  std::string actor;  // RecordActor::id
  Role role = Role::Agent;

  friend bool operator==(const RecordParticipant&, const RecordParticipant&) = default;
};

struct RecordWhen {
  std::optional<DateInterval> days;  // absent where the expression can't be resolved
  std::string value;                 // TIMEX3
  Provenance expression;
  DateBasis basis = DateBasis::Expression;

  friend bool operator==(const RecordWhen&, const RecordWhen&) = default;
};

struct RecordPlace {
  std::string actor;  // RecordActor::id of the place
  std::string name;
  std::optional<std::string> country;
  std::optional<Coordinates> coordinates;
  Provenance mention;

  friend bool operator==(const RecordPlace&, const RecordPlace&) = default;
};

struct RecordFigure {
  FigureKind kind = FigureKind::Other;
  Quantity quantity;
  std::string unit;
  Provenance mention;

  friend bool operator==(const RecordFigure&, const RecordFigure&) = default;
};

struct RecordEvent {
  std::string id;  // "e1", ... in order of first trigger
  EventType type = EventType::Occurrence;
  bool core = false;
  std::vector<Provenance> triggers;
  std::vector<Provenance> sentences;
  std::vector<RecordParticipant> participants;
  std::optional<RecordWhen> when;
  std::optional<RecordPlace> place;
  std::vector<RecordFigure> figures;
  Modality modality = Modality::Actual;
  std::optional<std::string> attribution;  // RecordActor::id
  std::string summary;
  std::vector<std::string> why;  // not written unless asked for

  friend bool operator==(const RecordEvent&, const RecordEvent&) = default;
};

struct RecordTime {
  std::string id;  // "t1", ... in text order
  Provenance expression;
  TimexType type = TimexType::Date;
  std::string value;
  std::string mod;
  std::string rule;    // for --explain: the row of time_rules that found it
  std::string anchor;  // for --explain: what a relative value counts from, "published" or an id; or ""

  friend bool operator==(const RecordTime&, const RecordTime&) = default;
};

struct Record {
  RecordArticle article;
  std::vector<RecordActor> actors;
  std::vector<RecordEvent> events;
  std::vector<RecordTime> times;
  // Sentences in which no event stands, in text order: with those of the events all that the article says. By
  // them a later comparison tells what is new in a text from what was only not understood in the other.
  std::vector<Provenance> other_sentences;

  friend bool operator==(const Record&, const Record&) = default;
};

// The record of a finished document: maps all spans back to the source, numbers actors, events and
// times, and keeps of the entities those that have a name or a part in an event.
[[nodiscard]] Record to_record(const Document& d);

}  // namespace dateline
