// Records from short rows of text, so that a test shows what is in them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/graph/sample_records.hpp"

namespace dateline::sample {

[[nodiscard]] inline std::vector<std::string> split(std::string_view text, std::string_view by) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    std::string part(text.substr(begin, end - begin));
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
    parts.push_back(std::move(part));
    begin = end + by.size();
  }
  return parts;
}

// "Ann Lee/Lee:person:CH": name, aliases, kind, country. The id of an actor that is there, or of a new one.
[[nodiscard]] inline std::string actor_id(Record& record, std::string_view text) {
  const auto fields = split(text, ":");
  const auto names = split(fields[0], "/");
  for (const RecordActor& a : record.actors)
    if (a.name == names[0]) return a.id;
  RecordActor a{.id = "a" + std::to_string(record.actors.size() + 1),
                .name = names[0],
                .kind = fields.size() > 1 ? entity_kind_from(fields[1]).value() : EntityKind::Person,
                .aliases = {names.begin() + 1, names.end()}};
  if (fields.size() > 2 && !fields[2].empty()) a.country = fields[2];
  if (fields.size() > 3) a.role = fields[3];
  record.actors.push_back(a);
  return a.id;
}

inline void add_participants(Record& record, RecordEvent& e, const std::string& names, Role role) {
  if (names.empty()) return;
  for (const std::string& name : split(names, ";")) e.participants.push_back({actor_id(record, name), role});
}

[[nodiscard]] inline RecordWhen when(std::string_view text) {
  const auto ends = split(text, "/");
  return {ends.size() == 1 ? days(ends[0]) : days(ends[0], ends[1]),
          ends[0],
          {{0, 1}, ends[0]},
          DateBasis::Expression};
}

// "killed=7" or "killed>7" (at least).
[[nodiscard]] inline RecordFigure figure(std::string_view text) {
  const std::size_t at = text.find_first_of("=>");
  const double number = std::stoi(std::string(text.substr(at + 1)));
  RecordFigure f{.kind = figure_kind_from(text.substr(0, at)).value(), .unit = "person"};
  f.quantity.min = number;
  if (text[at] == '=') f.quantity.value = f.quantity.max = number;
  return f;
}

// "meeting | 2023-01-31 | agents | targets | place | figures | trigger | sentence | modality": columns left
// out at the end are empty; several actors or figures are parted by ";".
inline void add_event(Record& record, std::string_view row) {
  auto c = split(row, "|");
  c.resize(9);
  RecordEvent e{.id = "e" + std::to_string(record.events.size() + 1),
                .type = event_type_from(c[0]).value(),
                .core = true};
  if (!c[1].empty()) e.when = when(c[1]);
  add_participants(record, e, c[2], Role::Agent);
  add_participants(record, e, c[3], Role::Target);
  if (!c[4].empty()) {
    const std::string id = actor_id(record, c[4].find(':') == c[4].npos ? c[4] + ":place" : c[4]);
    e.place = RecordPlace{.actor = id, .name = split(split(c[4], ":")[0], "/")[0]};
    for (const RecordActor& a : record.actors)
      if (a.id == id) e.place->country = a.country;
  }
  if (!c[5].empty())
    for (const std::string& f : split(c[5], ";")) e.figures.push_back(figure(f));
  if (!c[6].empty()) e.triggers = {{{0, 1}, c[6]}};
  if (!c[7].empty()) e.sentences = {{{0, 2}, c[7]}};
  if (!c[8].empty()) e.modality = modality_from(c[8]).value();
  e.summary = c[7];
  record.events.push_back(std::move(e));
}

// An article with one event a row; its sha256 is its id.
[[nodiscard]] inline Record story(const std::string& id, const std::vector<std::string>& rows) {
  Record record{.article = {.id = id, .sha256 = id}};
  for (const std::string& row : rows) add_event(record, row);
  return record;
}

}  // namespace dateline::sample
