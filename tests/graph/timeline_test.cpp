#include "graph/timeline.hpp"

#include <gtest/gtest.h>

#include "graph/build.hpp"
#include "graph/select.hpp"
#include "graph/to_text.hpp"
#include "tests/graph/cases.hpp"
#include "tests/graph/story.hpp"

namespace dateline {
namespace {

TEST(SpellDays, Rows) {
  for (const auto& row : sample::cases("spell_days")) {
    DateInterval days{.granularity = granularity_of(row.at(2)).value()};
    if (!row[0].empty()) days.begin = sample::day(row[0]);
    if (!row[1].empty()) days.end = sample::day(row[1]) + date::days(1);
    EXPECT_EQ(spell(days), row.at(3)) << row[0] << " " << row[1] << " " << row[2];
  }
  EXPECT_EQ(spell(std::nullopt), "");
}

KnowledgeGraph small_graph() {
  Record a = sample::story(
      "a", {"visit | 2023-02-02/2023-02-04 | Ann Lee/Lee:person:CH || Lima:place:PE || visit | Ann Lee "
            "visited Lima. | planned",
            "attack | 2023-01-26 | Northland:country:NL | protesters:group | Bern:place:CH | killed=7 | raid "
            "| Northland raided Bern.",
            "statement || Ann Lee |||| said | Ann Lee said she was shocked.",
            "meeting | 2023-01-31 | Ann Lee; Bob Ray || Bern || met | Ann Lee met Bob Ray in Bern."});
  a.events[2].core = false;
  Record b = sample::story("b", {"meeting | 2023-01-31 | Lee; Bob Ray || Bern || met | Lee and Ray met."});
  RecordEvent before = b.events[0];
  before.id = "e2";
  before.when->days = {.end = sample::day("2010-01-01"), .granularity = Granularity::Year};
  b.events.push_back(before);
  return build({a, b});
}

std::vector<std::string> keys(const KnowledgeGraph& g) {
  std::vector<std::string> found;
  for (const auto v : g.events()) found.push_back(key_of(g[v]));
  return found;
}

TEST(Timeline, ByFirstDayThenLastDay) {
  const auto g = small_graph();
  const auto timeline = timeline_of(g);
  std::vector<std::string> order;
  for (const auto& entry : timeline.dated) order.push_back(key_of(g[entry.event]));
  EXPECT_EQ(order, (std::vector<std::string>{"b/e2", "a/e2", "a/e4", "a/e1"}));
  ASSERT_EQ(timeline.undated.size(), 1U);
  EXPECT_EQ(key_of(g[timeline.undated[0].event]), "a/e3");
}

TEST(Timeline, EventsOfOneDayInTheOrderInWhichTheyAreTold) {
  std::vector<std::string> rows;
  for (int i = 0; i < 12; ++i)
    rows.push_back("statement | 2023-01-31 | Ann Lee" + std::string(static_cast<std::size_t>(i), 'x') +
                   " ||| | said | Word " + std::to_string(i) + " was said.");
  const auto g = build({sample::story("a", rows)});
  std::vector<std::string> order;
  for (const auto& entry : timeline_of(g).dated) order.push_back(key_of(g[entry.event]));
  ASSERT_EQ(order.size(), 12U);
  EXPECT_EQ(order[1], "a/e2");
  EXPECT_EQ(order[9], "a/e10");
}

TEST(Select, EachCondition) {
  const auto g = small_graph();
  using Keys = std::vector<std::string>;
  EXPECT_TRUE(Selection{}.selects_all());
  EXPECT_EQ(keys(select(g, {.from = sample::day("2023-01-31")})), (Keys{"a/e1", "a/e4"}));
  EXPECT_EQ(keys(select(g, {.from = sample::day("2023-02-04")})), (Keys{"a/e1"}));
  EXPECT_EQ(keys(select(g, {.from = sample::day("2023-02-05")})), Keys{});
  EXPECT_EQ(keys(select(g, {.to = sample::day("2023-01-26")})), (Keys{"a/e2", "b/e2"}));
  EXPECT_EQ(keys(select(g, {.from = sample::day("2023-02-02"), .to = sample::day("2023-02-02")})),
            (Keys{"a/e1"}));
  EXPECT_EQ(keys(select(g, {.actors = {"LEE"}})), (Keys{"a/e1", "a/e3", "a/e4", "b/e2"}));
  EXPECT_EQ(keys(select(g, {.actors = {"northland", "bob ray"}})), (Keys{"a/e2", "a/e4", "b/e2"}));
  EXPECT_EQ(keys(select(g, {.actors = {"Bern"}})), Keys{});
  EXPECT_EQ(keys(select(g, {.types = {EventType::Attack, EventType::Visit}})), (Keys{"a/e1", "a/e2"}));
  EXPECT_EQ(keys(select(g, {.places = {"pe"}})), (Keys{"a/e1"}));
  EXPECT_EQ(keys(select(g, {.places = {"bern"}, .min_sources = 2})), (Keys{"a/e4"}));
  EXPECT_EQ(keys(select(g, {.core_only = true})), (Keys{"a/e1", "a/e2", "a/e4", "b/e2"}));
}

// With the event between them gone, two events follow each other directly.
TEST(Select, OrdersAnew) {
  const auto g = select(small_graph(), {.types = {EventType::Attack, EventType::Visit}});
  std::vector<std::string> before;
  for (auto [e, end] = edges(g.graph()); e != end; ++e)
    if (g.graph()[*e].relation == Relation::Before)
      before.push_back(key_of(g[source(*e, g.graph())]) + " " + key_of(g[target(*e, g.graph())]));
  EXPECT_EQ(before, std::vector<std::string>{"a/e2 a/e1"});
  EXPECT_EQ(g.entities().size(), 5U);  // Ann Lee, Lima, Northland, protesters, Bern
  EXPECT_EQ(g.records().size(), 2U);
}

}  // namespace
}  // namespace dateline
