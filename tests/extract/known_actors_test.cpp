#include "extract/known_actors.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "extract/input_error.hpp"
#include "extract/pipeline.hpp"

namespace dateline {
namespace {

constexpr const char* kList =
    "# our own\n"
    "name\taliases\tkind\tcountry\tids\tfrom\tto\n"
    "Anna Berg\tThe Iron Baker|Berg\tperson\tNO\twikidata=Q1|viaf=7\t2020-01-01\t2024-12-31\n"
    "Norvik Holding\tNorvik\torganization\tNO\twikidata=Q2\n"
    "Tidewater\t\torganization\n"
    "Falk I\tFalk\tperson\n"
    "Falk II\tFalk\tperson\n";

std::string unescaped(std::string text) {
  for (const auto& [from, to] : {std::pair<std::string, char>{"\\t", '\t'}, {"\\n", '\n'}})
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;) text.replace(at, 2, 1, to);
  return text;
}

// Rows "list -> part of the message"; \n and \t stand for themselves.
TEST(KnownActors, ErrorsNameTheLine) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/known_actors.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line); ++rows) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t arrow = line.find("  -> ");
    ASSERT_NE(arrow, std::string::npos) << line;
    try {
      (void)read_known_actors(unescaped(line.substr(0, arrow)), "list");
      ADD_FAILURE() << "no error for " << line;
    } catch (const InputError& failure) {
      EXPECT_NE(std::string(failure.what()).find(line.substr(arrow + 5)), std::string::npos)
          << line << "\n"
          << failure.what();
    }
  }
  EXPECT_GT(rows, 10);
}

TEST(KnownActors, NamesAreFoundByDayAndCase) {
  const KnownActors known(read_known_actors(kList, "list"));
  const auto day = [](int year) { return date::sys_days{date::year{year} / 6 / 1}; };
  ASSERT_TRUE(known.named("Anna  Berg", day(2023)));
  EXPECT_EQ(known.at(known.named("The Iron Baker", std::nullopt).value()).name, "Anna Berg");
  EXPECT_FALSE(known.named("Anna Berg", day(2019)));
  EXPECT_FALSE(known.named("tidewater", std::nullopt)) << "small letters are no name";
  EXPECT_TRUE(known.named("TIDEWATER", std::nullopt));
  EXPECT_FALSE(known.named("Falk", std::nullopt)) << "two have the name";
  EXPECT_EQ(known.at(known.named("Falk II", std::nullopt).value()).name, "Falk II");
}

TEST(KnownActors, JsonSaysTheSameAsTheTable) {
  const auto table = read_known_actors(kList, "list");
  const auto json = read_known_actors(
      R"({"comment": 1, "actors": [
        {"name": "Anna Berg", "aliases": ["The Iron Baker", "Berg"], "kind": "person", "country": "NO",
         "external_ids": {"wikidata": "Q1", "viaf": "7"}, "from": "2020-01-01", "to": "2024-12-31"},
        {"name": "Norvik Holding", "aliases": ["Norvik"], "kind": "organization", "country": "NO",
         "external_ids": {"wikidata": "Q2"}}]})",
      "list");
  ASSERT_EQ(json.size(), 2u);
  for (std::size_t i = 0; i < json.size(); ++i) {
    EXPECT_EQ(json[i].name, table[i].name);
    EXPECT_EQ(json[i].aliases, table[i].aliases);
    EXPECT_EQ(json[i].kind, table[i].kind);
    EXPECT_EQ(json[i].external_ids, table[i].external_ids);
    EXPECT_EQ(json[i].from, table[i].from);
  }
}

TEST(KnownActors, TheListDecides) {
  Model model = load_model();
  model.known = KnownActors(read_known_actors(kList, "list"));
  Article article;
  article.text =
      "Minister Anna Berg met managers of Norvik. The Iron Baker said Tidewater would pay. She left.";
  article.blocks = {{{0, static_cast<std::uint32_t>(article.text.size())}}};
  const Document d = analyse(article, model);
  const auto entity = [&](std::string_view name) {
    for (const Entity& e : d.entities.list)
      if (e.name == name) return e;
    return Entity{};
  };
  const Entity berg = entity("Anna Berg"), norvik = entity("Norvik Holding");
  EXPECT_EQ(berg.external_ids.at("wikidata"), "Q1");
  EXPECT_EQ(berg.country, "NO");
  EXPECT_GE(berg.mentions.size(), 3u);
  EXPECT_EQ(norvik.kind, EntityKind::Organization);
  EXPECT_EQ(entity("Tidewater").kind, EntityKind::Organization);
}

}  // namespace
}  // namespace dateline
