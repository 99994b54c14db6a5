// What is written keeps to the schemas of docs/schema/, and the schemas notice what does not.
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string_view>

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "graph/build.hpp"
#include "graph/json.hpp"
#include "tests/graph/story.hpp"

namespace dateline {
namespace {

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.c_str(), text.size());
  EXPECT_FALSE(document.HasParseError()) << "at byte " << document.GetErrorOffset();
  return document;
}

// Schemas refer to each other by file name.
class Schemas : public rapidjson::IRemoteSchemaDocumentProvider {
 public:
  // RapidJSON 1.1.0 gives a length that is one short; the name ends where the fragment begins.
  const rapidjson::SchemaDocument* GetRemoteDocument(const char* uri, rapidjson::SizeType) override {
    const std::string_view reference(uri);
    return &get(std::string(reference.substr(0, reference.find('#'))));
  }
  const rapidjson::SchemaDocument& get(const std::string& name) {
    auto& schema = schemas_[name];
    if (!schema) {
      std::ifstream file(DATELINE_SOURCE_DIR "/docs/schema/" + name);
      EXPECT_TRUE(file.good()) << name;
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      documents_[name] = parsed(text);
      schema = std::make_unique<rapidjson::SchemaDocument>(documents_[name], this);
    }
    return *schema;
  }

 private:
  std::map<std::string, rapidjson::Document> documents_;
  std::map<std::string, std::unique_ptr<rapidjson::SchemaDocument>> schemas_;
};

// "" where the text keeps to the schema, else where it does not.
std::string violation(const std::string& text, const std::string& schema) {
  Schemas schemas;
  rapidjson::SchemaValidator validator(schemas.get(schema));
  if (parsed(text).Accept(validator)) return {};
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  return std::string(where.GetString()) + " " + validator.GetInvalidSchemaKeyword();
}

std::vector<Record> records() {
  Record a = sample::story("a", {"attack | 2023-01-26 | Northland:country:NL | protesters:group | "
                                 "Bern:place:CH | killed=7; injured>20 | raid | A raid. | actual",
                                 "visit | | Ann Lee || Lima || visit | Ann Lee visits. | planned"});
  a.events[1].attribution = a.events[1].participants[0].actor;
  a.events[1].why = {"so"};
  a.times = {{"t1", {{0, 4}, "soon"}, TimexType::Date, "FUTURE_REF", "APPROX"}};
  Record b = sample::story(
      "b", {"attack | 2023-01-26 | Northland:country:NL || Bern | killed=9 | raid | Raid. | actual"});
  return {sample::meeting_record(), sample::raid_record(), a, b};
}

TEST(Schema, RecordsKeepToIt) {
  for (const Record& record : records()) {
    EXPECT_EQ(violation(to_json_line(record), "record.schema.json"), "") << record.article.id;
    EXPECT_EQ(violation(to_json_line(record, true), "record.schema.json"), "") << record.article.id;
  }
}

TEST(Schema, GraphsKeepToIt) { EXPECT_EQ(violation(to_json(build(records())), "graph.schema.json"), ""); }

TEST(Schema, DiffsKeepToIt) {
  auto before = records();
  before[2].actors[0].role = "an island";
  auto changed = before;
  changed[2].events[0].sentences[0].text = "Another raid.";
  changed[2].events[0].figures[0].quantity = {.value = 8, .min = 8, .max = 8};
  changed[2].actors[0].role = "a country";
  changed.erase(changed.begin());
  const auto d = diff(build(before), build(changed));
  ASSERT_FALSE(d.events.changed.empty());
  ASSERT_FALSE(d.events.removed.empty());
  ASSERT_FALSE(d.actors.changed.empty());
  EXPECT_EQ(violation(to_json(d), "diff.schema.json"), "");
  EXPECT_EQ(violation(to_json(diff(build({}), build(records()))), "diff.schema.json"), "");
}

TEST(Schema, NoticesWhatDoesNot) {
  const std::string good = to_json_line(sample::meeting_record());
  const struct {
    std::string from, to, where;
  } rows[] = {
      {R"("schema":"dateline/1")", R"("schema":"dateline/2")", "#/schema enum"},
      {R"("kind":"person")", R"("kind":"robot")", "#/actors/0/kind enum"},
      {R"("begin":10)", R"("begin":-1)", "#/actors/0/mentions/0/begin minimum"},
      {R"("core":true,)", "", "#/events/0 required"},
      {R"("lat":46.95)", R"("lat":"x")", "#/events/0/place anyOf"},
      {R"("first_day":"2023-01-31")", R"("first_day":"31 January")", "#/events/0/when/first_day pattern"},
  };
  for (const auto& row : rows) {
    std::string text = good;
    const std::size_t at = text.find(row.from);
    ASSERT_NE(at, std::string::npos) << row.from;
    EXPECT_EQ(violation(text.replace(at, row.from.size(), row.to), "record.schema.json"), row.where);
  }
}

}  // namespace
}  // namespace dateline
