// Records made by hand, for the tests of graph/.
#pragma once

#include <string>
#include <string_view>

#include "extract/record.hpp"

namespace dateline::sample {

[[nodiscard]] inline date::sys_days day(std::string_view iso) { return day_from_iso(iso).value(); }

// One day, or with `last` all days from the first to the last (inclusive).
[[nodiscard]] inline DateInterval days(std::string_view first, std::string_view last = {}) {
  const DateInterval one{.begin = day(first), .end = day(last.empty() ? first : last) + date::days(1)};
  return last.empty() ? one : DateInterval{one.begin, one.end, Granularity::Interval};
}

[[nodiscard]] inline Record meeting_record() {
  const auto tuesday = days("2023-01-31");
  return {
      .article = {.id = "https://example.org/a",
                  .title = "A \"quiet\" meeting\nin\a Bern",
                  .published = Published{day("2023-01-31"), PublishedBasis::Caption},
                  .sha256 = "00ff"},
      .actors = {{.id = "a1",
                  .name = "Zoë Keller",
                  .kind = EntityKind::Person,
                  .aliases = {"Keller"},
                  .role = "foreign minister",
                  .country = "CH",
                  .mentions = {{{10, 21}, "Zoë Keller"}}},
                 {.id = "a2",
                  .name = "Bern",
                  .kind = EntityKind::Place,
                  .country = "CH",
                  .external_ids = {{"wikidata", "Q70"}}}},
      .events = {{.id = "e1",
                  .type = EventType::Meeting,
                  .core = true,
                  .triggers = {{{22, 25}, "met"}},
                  .sentences = {{{10, 60}, "Zoë Keller met seven envoys in Bern on Tuesday."}},
                  .participants = {{"a1", Role::Agent}},
                  .when = RecordWhen{tuesday, "2023-01-31", {{50, 57}, "Tuesday"}, DateBasis::Expression},
                  .place = RecordPlace{"a2", "Bern", "CH", Coordinates{46.95, 7.45}, {{42, 46}, "Bern"}},
                  .figures = {{FigureKind::Attended, {.value = 7, .min = 7}, "person", {{26, 31}, "seven"}}},
                  .summary = "Zoë Keller met seven envoys in Bern"}},
      .times = {{"t1", {{50, 57}, "Tuesday"}, TimexType::Date, "2023-01-31", ""}}};
}

[[nodiscard]] inline Record raid_record() {
  return {.article = {.id = "wire-7", .url = "https://example.org/7", .source = "A wire", .sha256 = "aa"},
          .actors = {{.id = "a1", .name = "Northland", .kind = EntityKind::Country, .country = "NL"}},
          .events = {{.id = "e1",
                      .type = EventType::Attack,
                      .triggers = {{{0, 4}, "raid"}},
                      .sentences = {{{0, 30}, "Raid by Northland."}},
                      .participants = {{"a1", Role::Agent}},
                      .modality = Modality::Planned,
                      .attribution = "a1",
                      .summary = "Raid"}},
          .times = {}};
}

}  // namespace dateline::sample
