#include "graph/json.hpp"

#include <gtest/gtest.h>

#include "extract/input_error.hpp"
#include "graph/to_text.hpp"
#include "tests/graph/sample_records.hpp"

namespace dateline {
namespace {

TEST(Json, RecordComesBackFromALine) {
  const Record record = sample::meeting_record();
  const std::string line = to_json_line(record);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const auto back = records_from_json(line, "f");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0], record);
  EXPECT_EQ(to_json_line(back[0]), line);
}

TEST(Json, RecordsComeBackFromAnArray) {
  std::vector<Record> records{sample::meeting_record(), sample::raid_record()};
  EXPECT_EQ(records_from_json(to_json(records), "f"), records);
  EXPECT_TRUE(records_from_json(to_json(std::vector<Record>{}), "f").empty());
}

TEST(Json, RecordsComeBackFromLinesWithByteOrderMarkAndWindowsNewlines) {
  const std::vector<Record> records{sample::meeting_record(), sample::raid_record()};
  const std::string lines =
      "\xEF\xBB\xBF" + to_json_line(records[0]) + "\r\n\r\n" + to_json_line(records[1]) + "\r\n";
  EXPECT_TRUE(is_dateline_json(lines));
  EXPECT_EQ(records_from_json(lines, "f"), records);
}

TEST(Json, WhyIsWrittenOnlyWhenAskedFor) {
  Record record = sample::meeting_record();
  record.events[0].why = {"type meeting: trigger 'met'"};
  EXPECT_EQ(to_json_line(record).find("\"why\""), std::string::npos);
  EXPECT_EQ(records_from_json(to_json_line(record, true), "f")[0], record);
}

TEST(Json, WhyMentionsAreOneIsWrittenOnlyWhenAskedFor) {
  Record record{.article = {.id = "a", .sha256 = "a"}};
  record.actors.push_back({.id = "a1",
                           .name = "Ann Lee",
                           .kind = EntityKind::Person,
                           .mentions = {{{0, 7}, "Ann Lee"}, {{10, 13}, "Lee"}},
                           .why = {"", "surname or shorter name of 'Ann Lee'"}});
  EXPECT_EQ(to_json_line(record).find("why"), std::string::npos);
  const std::string line = to_json_line(record, true);
  EXPECT_NE(line.find("surname or shorter name of 'Ann Lee'"), std::string::npos) << line;
  EXPECT_EQ(line.find("\"why\""), line.rfind("\"why\"")) << line;
  EXPECT_EQ(to_text(record).find("why"), std::string::npos);
  EXPECT_NE(to_text(record, true).find("\"Lee\": surname or shorter name"), std::string::npos)
      << to_text(record, true);
}

TEST(Json, KeysStandInTheOrderOfTheFormat) {
  EXPECT_EQ(to_json({sample::meeting_record()}), R"JSON([
  {
    "schema": "dateline/1",
    "article": {
      "id": "https://example.org/a",
      "title": "A \"quiet\" meeting\nin\u0007 Bern",
      "url": null,
      "published": "2023-01-31",
      "published_basis": "caption",
      "modified": null,
      "language": "en",
      "source": null,
      "sha256": "00ff",
      "offsets": "file"
    },
    "actors": [
      {
        "id": "a1",
        "name": "Zoë Keller",
        "kind": "person",
        "aliases": ["Keller"],
        "role": "foreign minister",
        "country": "CH",
        "external_ids": {},
        "mentions": [
          {"begin": 10, "end": 21, "text": "Zoë Keller"}
        ]
      },
      {
        "id": "a2",
        "name": "Bern",
        "kind": "place",
        "aliases": [],
        "role": null,
        "country": "CH",
        "external_ids": {"wikidata": "Q70"},
        "mentions": []
      }
    ],
    "events": [
      {
        "id": "e1",
        "type": "meeting",
        "plover": "CONSULT",
        "core": true,
        "triggers": [
          {"begin": 22, "end": 25, "text": "met"}
        ],
        "sentences": [
          {"begin": 10, "end": 60, "text": "Zoë Keller met seven envoys in Bern on Tuesday."}
        ],
        "participants": [
          {"actor": "a1", "role": "agent"}
        ],
        "when": {"first_day": "2023-01-31", "last_day": "2023-01-31", "granularity": "day", "value": "2023-01-31", "text": "Tuesday", "span": {"begin": 50, "end": 57}, "basis": "expression"},
        "place": {"actor": "a2", "name": "Bern", "country": "CH", "lat": 46.95, "lon": 7.45, "text": "Bern", "span": {"begin": 42, "end": 46}},
        "figures": [
          {"kind": "attended", "value": 7, "min": 7, "unit": "person", "text": "seven", "span": {"begin": 26, "end": 31}}
        ],
        "modality": "actual",
        "attribution": null,
        "summary": "Zoë Keller met seven envoys in Bern"
      }
    ],
    "times": [
      {"id": "t1", "begin": 50, "end": 57, "text": "Tuesday", "type": "DATE", "value": "2023-01-31"}
    ]
  }
]
)JSON");
}

// An unresolved date has words and a value but no days; an open end is left out.
TEST(Json, OpenAndUnresolvedDates) {
  Record record = sample::meeting_record();
  record.events[0].when->days = std::nullopt;
  EXPECT_EQ(to_json_line(record).find("first_day"), std::string::npos);
  EXPECT_EQ(to_json_line(record).find("granularity"), std::string::npos);
  EXPECT_EQ(records_from_json(to_json_line(record), "f")[0], record);
  record.events[0].when->days = {.begin = sample::day("-0043-03-15"), .granularity = Granularity::Interval};
  const std::string line = to_json_line(record);
  EXPECT_NE(line.find(R"("when":{"first_day":"-0043-03-15","granularity":"interval",)"), std::string::npos)
      << line;
  EXPECT_EQ(records_from_json(line, "f")[0], record);
}

TEST(Json, NumbersAreWrittenShortAndComeBack) {
  Record record = sample::meeting_record();
  const double values[] = {0, -3, 2.5, 0.1, 1e21, 2500000000, 1e-7, 2251799813685249.5};
  const char* texts[] = {"0", "-3", "2.5", "0.1", "1e+21", "2500000000", "1e-07", "2251799813685249.5"};
  for (std::size_t i = 0; i < std::size(values); ++i) {
    record.events[0].figures[0].quantity.value = values[i];
    const std::string line = to_json_line(record);
    EXPECT_NE(line.find(std::string(R"("value":)") + texts[i] + ","), std::string::npos) << texts[i];
    EXPECT_EQ(records_from_json(line, "f")[0], record) << texts[i];
  }
}

TEST(Json, KnowsItsOwn) {
  EXPECT_TRUE(is_dateline_json(R"({"schema": "dateline/1"})"));
  EXPECT_TRUE(is_dateline_json(" [ {\"actors\": [{\"schema\": \"x\"}], \"schema\" : \"dateline-graph/1\""));
  EXPECT_FALSE(is_dateline_json(R"({"title": "t", "text": "\"schema\": \"dateline/1\""})"));
  EXPECT_FALSE(is_dateline_json(R"({"a": {"schema": "dateline/1"}})"));
  EXPECT_FALSE(is_dateline_json(R"(["schema", "dateline/1"])"));
  EXPECT_FALSE(is_dateline_json(""));
  EXPECT_FALSE(is_dateline_json("{\"schema\": \""));
  EXPECT_FALSE(is_dateline_json("\"schema"));
}

// Replaces the first `from` in a good record's line and gives the message of what then goes wrong.
std::string message_after(std::string_view from, std::string_view to) {
  std::string text = to_json_line(sample::meeting_record());
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  try {
    (void)records_from_json(text, "f");
  } catch (const InputError& e) {
    return e.what();
  }
  return "no error";
}

TEST(Json, WrongFieldsAreNamed) {
  const struct {
    std::string_view from, to, message;
  } rows[] = {
      {R"("schema":"dateline/1")", R"("schema":"dateline/2")", "schema: 'dateline/2' is not 'dateline/1'"},
      {R"("id":"https://example.org/a")", R"("id":"")", "article.id: must not be empty"},
      {R"("id":"https://example.org/a",)", "", "article.id: is missing"},
      {R"("published":"2023-01-31")", R"("published":"2023-02-30")", "article.published: must be a day"},
      {R"("published":"2023-01-31")", R"("published":20230131)", "article.published: must be a string"},
      {R"("kind":"person")", R"("kind":"robot")", "actors[0].kind: unknown word 'robot'"},
      {R"("aliases":["Keller"])", R"("aliases":"Keller")", "actors[0].aliases: must be an array"},
      {R"("begin":10)", R"("begin":-1)", "actors[0].mentions[0].begin: must be a whole number"},
      {R"("begin":10)", R"("begin":1e300)", "actors[0].mentions[0].begin: must be a whole number"},
      {R"("begin":10)", R"("begin":99)", "actors[0].mentions[0].end: must not be before 'begin'"},
      {R"("id":"a2")", R"("id":"a1")", "actors: two actors have the id 'a1'"},
      {R"("actor":"a1")", R"("actor":"a9")", "events: event 'e1' names the unknown actor 'a9'"},
      {R"("core":true)", R"("core":1)", "events[0].core: must be true or false"},
      {R"("last_day":"2023-01-31")", R"("last_day":"2023-01-30")",
       "events[0].when.last_day: must not be before"},
      {R"("value":7,"min":7)", R"("value":null)", "events[0].figures[0]: must have a 'value'"},
      {R"("value":7)", R"("value":1e999)", "number is too large"},
  };
  for (const auto& row : rows) {
    const std::string message = message_after(row.from, row.to);
    EXPECT_NE(message.find(row.message), std::string::npos) << row.to << " gave: " << message;
    EXPECT_EQ(message.substr(0, 9), "f: line 1") << message;
  }
}

TEST(Json, BrokenTextIsLocated) {
  const std::string good = to_json_line(sample::meeting_record()) + "\n";
  const std::string deep(100000, '[');
  const struct {
    std::string text, message;
  } rows[] = {
      {good + good.substr(0, 40), "f: line 2, column 41: not JSON"},
      {good + "x" + good, "f: line 2, column 1: not a record or graph"},
      {good + "{\"schema\": \"dateline/1\",\n,}", "f: line 3, column 1: not JSON"},
      {deep, "f: line 1, column 33: nested too deeply"},
      {"", "f: holds no record"},
      {"[1]", "f: line 1, record 1, [0]: must be a record"},
      {R"({"schema": "dateline-graph/1"})", "f: line 1, record 1, articles: is missing"},
      {R"({"schema": "dateline-diff/1"})", "f: line 1, record 1, schema: 'dateline-diff/1' is not"},
      {"[" + good + good.substr(0, 1) + "}]", "f: line 2, column 1: not JSON"},
      {"{\"schema\": \"dateline/1\", \"article\": \"\xff\"}", "f: line 1, column 38: not JSON"},
  };
  for (const auto& row : rows) {
    std::string message = "no error";
    try {
      (void)records_from_json(row.text, "f");
    } catch (const InputError& e) {
      message = e.what();
    }
    EXPECT_EQ(message.substr(0, row.message.size()), row.message) << message;
  }
}

}  // namespace
}  // namespace dateline
