#include "graph/build.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "extract/table.hpp"
#include "graph/name.hpp"
#include "tests/graph/cases.hpp"
#include "tests/graph/story.hpp"

namespace dateline {
namespace {

TEST(Name, Folded) {
  for (const auto& row : sample::cases("folded_name"))
    EXPECT_EQ(folded_name(row.at(0)), row.at(1)) << row.at(0);
  EXPECT_EQ(folded_name(""), "");
  EXPECT_EQ(folded_name("the"), "the");
}

TEST(Name, Descriptions) {
  EXPECT_TRUE(is_description("two officials"));
  EXPECT_FALSE(is_description("iPhone"));
  EXPECT_FALSE(is_description("42"));
  EXPECT_FALSE(is_description("東京"));
}

Record with_actors(const std::string& id, const std::string& actors) {
  Record record{.article = {.id = id, .sha256 = id}};
  for (const std::string& actor : sample::split(actors, "+")) (void)sample::actor_id(record, actor);
  return record;
}

TEST(Identity, Actors) {
  for (const auto& row : sample::cases("identity")) {
    const auto a = with_actors("a", row.at(0));
    const auto b = with_actors("b", row.at(1));
    EXPECT_EQ(std::to_string(build({a, b}).entities().size()), row.at(2)) << row[0] << "   " << row[1];
    EXPECT_EQ(std::to_string(build({b, a}).entities().size()), row.at(2)) << row[1] << "   " << row[0];
  }
}

// Each row of the table has an example.
TEST(Identity, EvidenceOfActors) {
  TableSource source;
  const Table table = read_table(source.text("actor_evidence"), "actor_evidence.tsv");
  int examples = 0;
  for (const TableRow& row : table.rows) {
    const std::string example(table.cell(row, "example"));
    if (example.empty()) continue;
    const bool same = example.find(" = ") != std::string::npos;
    const auto sides = sample::split(example, same ? "=" : "#");
    ASSERT_EQ(sides.size(), 2U) << example;
    const auto a = with_actors("a", sides[0]);
    const auto b = with_actors("b", sides[1]);
    const std::size_t before = a.actors.size() + b.actors.size();
    const bool company = example.find('+') != std::string::npos;  // one more that is the same
    EXPECT_EQ(build({a, b}).entities().size(), before - same - company) << example;
    ++examples;
  }
  EXPECT_GE(examples, 9);
}

TEST(Identity, BodiesThatEveryCountryHas) {
  TableSource source;
  const Table table = read_table(source.text("generic_bodies"), "generic_bodies.tsv");
  EXPECT_GT(table.rows.size(), 40U);
  for (const TableRow& row : table.rows) {
    std::string name(table.cell(row, "key"));
    EXPECT_NE(folded_name(table.cell(row, "example")).find(name), std::string::npos) << name;
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    const std::string actor = "The " + name + ":organization";
    EXPECT_EQ(build({with_actors("a", actor), with_actors("b", actor)}).entities().size(), 2U) << name;
  }
}

TEST(Identity, OrderOfArticlesDoesNotMatter) {
  std::vector<Record> records{with_actors("a", "Ann Lee:person:CH:foreign minister+Bob Lee:person:CH"),
                              with_actors("b", "Lee:person:CH:minister+Government:organization:CH"),
                              with_actors("c", "Lee:person::coach+Joe Marsh:person"),
                              with_actors("d", "Joseph Marsh/Joe Marsh+Government:organization"),
                              with_actors("e", "Ann B. Lee:person:CH+Lee:person:CH")};
  const auto members = [](const KnowledgeGraph& g) {
    std::set<std::vector<Member>> all;
    for (const auto v : g.entities()) all.insert(std::get<EntityNode>(g[v]).members);
    return all;
  };
  const auto first = members(build(records));
  EXPECT_LT(first.size(), 10U);
  for (int turn = 0; turn < 5; ++turn) {
    std::rotate(records.begin(), records.begin() + 1, records.end());
    EXPECT_EQ(members(build(records)), first);
    std::swap(records[1], records[3]);
    EXPECT_EQ(members(build(records)), first);
  }
}

// Lists of their own decide for newsrooms: the same id is the same actor, another id is another.
TEST(Identity, ExternalIds) {
  const auto count = [](const std::string& a, const std::string& a_id, const std::string& b,
                        const std::string& b_id) {
    std::vector<Record> records{with_actors("a", a), with_actors("b", b)};
    if (!a_id.empty()) records[0].actors[0].external_ids["wikidata"] = a_id;
    if (!b_id.empty()) records[1].actors[0].external_ids["wikidata"] = b_id;
    return build(records).entities().size();
  };
  EXPECT_EQ(count("Ann Lee:person", "Q1", "The Iron Baker:person", "Q1"), 1u);
  EXPECT_EQ(count("Tom Falk:person", "Q1", "Tom Falk:person", "Q2"), 2u);
  EXPECT_EQ(count("Tom Falk:person", "Q1", "Tom Falk:person", ""), 1u);
  EXPECT_EQ(count("Tom Falk:person", "Q1", "Falk:person", "Q2"), 2u);
}

TEST(Identity, Events) {
  for (const auto& row : sample::cases("same_events")) {
    const auto a = sample::story("a", {row.at(0)});
    const auto b = sample::story("b", {row.at(1)});
    EXPECT_EQ(std::to_string(build({a, b}).events().size()), row.at(2)) << row[0] << "   " << row[1];
  }
}

// A part of a day, and the day; two parts of a week, and the week.
TEST(Identity, ThePartOfADay) {
  const std::string row = "arrest | 2023-01-31 | Oslo Police:organization | Ann Lee ||| arrested";
  auto evening = sample::story("a", {row});
  evening.events[0].when->days->granularity = Granularity::Hour;
  EXPECT_EQ(build({evening, sample::story("b", {row})}).events().size(), 1U);
}

// Who will be is told by whoever reports that it was.
TEST(Identity, APlanMayNameNobodyYet) {
  const auto plan =
      sample::story("a", {"appointment | 2023-01-31 | Baltan Lines:organization | new head:person ||| "
                          "appoint | Baltan Lines will appoint a new head on Tuesday. | planned"});
  const auto deed =
      sample::story("b", {"appointment | 2023-01-31 | Baltan Lines:organization | Ann Lee ||| appointed | "
                          "Baltan Lines appointed Ann Lee on Tuesday."});
  const auto g = build({plan, deed});
  ASSERT_EQ(g.events().size(), 2U);
  ASSERT_TRUE(edge(*g.find("a/e1"), *g.find("b/e1"), g.graph()).second);
  EXPECT_EQ(g.graph()[edge(*g.find("a/e1"), *g.find("b/e1"), g.graph()).first].relation, Relation::Becomes);
}

// A record has one entry for one event: what one article keeps apart, no other article joins.
TEST(Identity, EventsOfOneArticleStayApart) {
  const std::string meeting =
      "meeting | 2023-01-31 | Ann Lee; Bob Ray || Bern || met | Ann Lee met Bob Ray in Bern";
  const auto twice = sample::story("a", {meeting, meeting + " again."});
  const auto once = sample::story("b", {meeting});
  const auto g = build({twice, once});
  ASSERT_EQ(g.events().size(), 2U);
  const auto& first = std::get<EventNode>(g[*g.find("a/e1")]);
  EXPECT_EQ(first.members, (std::vector<Member>{{"a", "e1"}, {"b", "e1"}}));
}

}  // namespace
}  // namespace dateline
