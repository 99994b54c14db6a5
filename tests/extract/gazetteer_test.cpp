#include "extract/gazetteer.hpp"

#include <gtest/gtest.h>

#include "extract/input_error.hpp"
#include "extract/name_key.hpp"

namespace dateline {
namespace {

const Gazetteer& gazetteer() {
  static TableSource source;
  static const Gazetteer kGazetteer(source);
  return kGazetteer;
}

TEST(NameKey, FoldsCaseAccentsAndBlanks) {
  EXPECT_EQ(name_key("São  Tomé"), "sao tome");
  EXPECT_EQ(name_key("Shi’ite"), "shi'ite");
  EXPECT_EQ(name_key(" ÅLESUND\nŁódź"), "alesund lodz");
  EXPECT_EQ(name_key(""), "");
  EXPECT_FALSE(name_key("Киев").empty());
}

TEST(SortedTable, FindsRowsInAnyOrder) {
  const SortedTable table("# a comment\nkey\tvalue\nb\t2\na\t1\nb\t3\nc\t-\n", "test.tsv");
  EXPECT_EQ(table.size(), 4u);
  EXPECT_TRUE(table.contains("a"));
  EXPECT_FALSE(table.contains("key"));
  const auto [begin, end] = table.rows("b");
  ASSERT_EQ(end - begin, 2u);
  EXPECT_EQ(table.cell(begin, 1), "2");
  EXPECT_EQ(table.cell(begin + 1, 1), "3");
  EXPECT_EQ(table.cell(table.rows("c").first, 1), "");
  EXPECT_EQ(table.cell(table.rows("c").first, 7), "");
  EXPECT_THROW(SortedTable("# nothing\n", "test.tsv"), InputError);
}

// The tables that train/make_gazetteer.mjs writes are sorted by bytes of their keys.
TEST(Gazetteer, MadeTablesAreSorted) {
  TableSource source;
  for (const std::string_view name : {"cities", "nations", "places", "organizations", "actor_nouns",
                                      "person_names", "common_words", "countries"}) {
    const Table table = read_table(source.text(name), std::string(name));
    EXPECT_GT(table.rows.size(), 200u) << name;
    for (std::size_t i = 1; i < table.rows.size(); ++i)
      ASSERT_LE(table.rows[i - 1].cells[0], table.rows[i].cells[0]) << name << " line " << table.rows[i].line;
  }
}

TEST(Gazetteer, KnowsNations) {
  EXPECT_EQ(gazetteer().nation("norwegian")->country, "NO");
  EXPECT_EQ(gazetteer().nation("norwegian")->form, NationForm::Adjective);
  EXPECT_EQ(gazetteer().nation("kenyans")->form, NationForm::People);
  EXPECT_EQ(gazetteer().nation("u.s.")->country, "US");
  EXPECT_EQ(gazetteer().nation("tokyo", NationForm::Capital)->country, "JP");
  EXPECT_EQ(gazetteer().nation("west bank")->form, NationForm::Region);
  EXPECT_FALSE(gazetteer().nation("london bridge"));
  EXPECT_EQ(gazetteer().country_name("NO"), "Norway");
  EXPECT_NEAR(gazetteer().country_centre("NO")->lat, 62, 1);
}

TEST(Gazetteer, KnowsCitiesLargestFirst) {
  const std::vector<City> cities = gazetteer().cities("birmingham");
  ASSERT_GE(cities.size(), 2u);
  EXPECT_EQ(cities[0].country, "GB");
  EXPECT_EQ(cities[1].country, "US");
  EXPECT_TRUE(gazetteer().cities("no such town").empty());
}

TEST(Gazetteer, KnowsNounsOfActors) {
  EXPECT_EQ(gazetteer().actor_noun("soldier")->kind, EntityKind::Person);
  EXPECT_EQ(gazetteer().actor_noun("soldiers")->kind, EntityKind::Group);
  EXPECT_TRUE(gazetteer().actor_noun("policemen")->plural);
  EXPECT_EQ(gazetteer().actor_noun("companies")->kind, EntityKind::Organization);
  EXPECT_EQ(gazetteer().actor_noun("spokeswoman")->gender, Gender::Female);
  EXPECT_FALSE(gazetteer().actor_noun("table"));
  EXPECT_FALSE(gazetteer().actor_noun("case"));
}

TEST(Gazetteer, KnowsTitlesAndNamesOfPersons) {
  EXPECT_EQ(gazetteer().title("prime minister")->title_class, TitleClass::Office);
  EXPECT_EQ(gazetteer().title("mrs.")->gender, Gender::Female);
  EXPECT_FALSE(gazetteer().title("window"));
  EXPECT_TRUE(gazetteer().person_name("maria").given);
  EXPECT_EQ(gazetteer().person_name("maria").gender, Gender::Female);
  EXPECT_TRUE(gazetteer().is_common_word("raised"));
  EXPECT_FALSE(gazetteer().is_common_word("netanyahu"));
}

}  // namespace
}  // namespace dateline
