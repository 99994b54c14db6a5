// The small graph of these tests:
//
//   Ann --- meeting 1 --- Bob --- attack 2 --- Cleo --- visit 3 --- Dan      Eve --- statement 4
//             |                      |
//            Bern                   Lima
//
// with meeting on 1 January, attack on 2 January, visit from 2 to 4 January, statement on 5 January; the
// attack and the visit overlap.
#include "graph/questions.hpp"

#include <gtest/gtest.h>

#include <random>

#include <boost/graph/transitive_reduction.hpp>

#include "graph/build.hpp"
#include "graph/order.hpp"
#include "graph/to_text.hpp"
#include "tests/graph/story.hpp"

namespace dateline {
namespace {

KnowledgeGraph small_graph() {
  return build({sample::story(
      "a", {"meeting | 2023-01-01 | Ann Lee; Bob Ray || Bern || met | Ann Lee met Bob Ray in Bern.",
            "attack | 2023-01-02 | Bob Ray | Cleo Fox | Lima || hit | Bob Ray hit Cleo Fox.",
            "visit | 2023-01-02/2023-01-04 | Cleo Fox | Dan Orr ||| visited | Cleo Fox visited.",
            "statement | 2023-01-05 | Eve Dow |||| said | Eve Dow said so."})});
}

std::string names(const KnowledgeGraph& g, const Vertices& vertices) {
  std::string out;
  for (const auto v : vertices) {
    const auto* const entity = std::get_if<EntityNode>(&g[v]);
    out += (out.empty() ? "" : ", ") +
           (entity ? entity->facts.name : std::string(to_string(std::get<EventNode>(g[v]).facts.type)));
  }
  return out;
}

KnowledgeGraph::Vertex one(const KnowledgeGraph& g, std::string_view name) {
  const Vertices found = entities_named(g, name);
  EXPECT_EQ(found.size(), 1U) << name;
  return found.at(0);
}

TEST(Questions, WhoIsMeant) {
  const auto g = small_graph();
  EXPECT_EQ(names(g, entities_named(g, "ann lee")), "Ann Lee");
  EXPECT_EQ(names(g, entities_named(g, "Fox")), "Cleo Fox");
  EXPECT_EQ(names(g, entities_named(g, "Nobody")), "");
}

TEST(Questions, HowTwoAreConnected) {
  const auto g = small_graph();
  EXPECT_EQ(names(g, connection(g, one(g, "Ann Lee"), one(g, "Dan Orr"))),
            "Ann Lee, meeting, Bob Ray, attack, Cleo Fox, visit, Dan Orr");
  EXPECT_EQ(names(g, connection(g, one(g, "Lima"), one(g, "Cleo Fox"))), "Lima, attack, Cleo Fox");
  EXPECT_EQ(names(g, connection(g, one(g, "Ann Lee"), one(g, "Ann Lee"))), "Ann Lee");
  EXPECT_EQ(names(g, connection(g, one(g, "Ann Lee"), one(g, "Eve Dow"))), "");
  EXPECT_EQ(names(g, connection(g, Vertices{}, Vertices{one(g, "Ann Lee")})), "");
}

TEST(Questions, ConnectionInWords) {
  const auto g = small_graph();
  EXPECT_EQ(connection_text(g, connection(g, one(g, "Ann Lee"), one(g, "Lima"))), R"(Ann Lee (person)
  agent - agent in meeting, 1 January 2023: Ann Lee met Bob Ray in Bern.
Bob Ray (person)
  agent - place in attack, 2 January 2023: Bob Ray hit Cleo Fox.
Lima (place)
)");
}

TEST(Questions, WhatIsNear) {
  const auto g = small_graph();
  const auto count = [&](std::size_t hops) { return neighbourhood(g, {one(g, "Ann Lee")}, hops).size(); };
  EXPECT_EQ(count(0), 1U);
  EXPECT_EQ(count(1), 2U);   // the meeting
  EXPECT_EQ(count(2), 4U);   // Bob and Bern
  EXPECT_EQ(count(3), 5U);   // the attack
  EXPECT_EQ(count(99), 9U);  // all but Eve and her statement
}

TEST(Questions, HowFarAwayAllAre) {
  const KnowledgeGraph g = small_graph();
  const auto steps = steps_from(g, {one(g, "Ann Lee"), one(g, "Lima")});
  EXPECT_EQ(steps[one(g, "Ann Lee")], 0U);
  EXPECT_EQ(steps[one(g, "Bern")], 2U);
  EXPECT_EQ(steps[one(g, "Dan Orr")], 4U);
  EXPECT_EQ(steps[one(g, "Eve Dow")], kUnconnected);
}

TEST(Questions, WhatBelongsTogether) {
  const auto g = small_graph();
  const auto parts = components(g);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].size(), 9U);
  EXPECT_EQ(names(g, parts[1]), "Eve Dow, statement");
  EXPECT_TRUE(components(build({})).empty());
}

TEST(Questions, WhoStandsInTheMiddle) {
  const auto g = small_graph();
  const auto central = central_actors(g);
  ASSERT_GE(central.size(), 3U);
  // Half of the visit and a third of the attack are Cleo's, a third of the attack and of the meeting Bob's.
  EXPECT_EQ(names(g, {central[0].entity}), "Cleo Fox");
  EXPECT_EQ(names(g, {central[1].entity}), "Bob Ray");
  EXPECT_GT(central[1].rank, central[2].rank);
  double sum = 0;
  for (const Central& c : central) sum += c.rank;
  EXPECT_NEAR(sum, 1, 1e-9);
  EXPECT_TRUE(central_actors(build({})).empty());
}

TEST(Questions, WhatCameWhen) {
  auto record = sample::story("b", {"visit || Ann Lee |||| came | Ann Lee came."});
  auto records = small_graph().records();
  records.push_back(record);
  const auto g = build(std::move(records));
  EXPECT_EQ(names(g, chronology(g)), "meeting, attack, visit, statement, visit");
}

// Of crowded days not all edges are kept; the order is.
TEST(Questions, CrowdedDaysStayInOrder) {
  std::vector<std::string> rows;
  for (const char* const day : {"2023-02-02", "2023-02-01"})
    for (int i = 0; i < 40; ++i)
      rows.push_back("visit | " + std::string(day) + " | Ann Lee || Town" + std::to_string(i) + " || came");
  const auto g = build({sample::story("a", rows)});
  const Vertices order = chronology(g);
  ASSERT_EQ(order.size(), 80U);
  for (std::size_t i = 0; i < order.size(); ++i)
    EXPECT_EQ(std::get<EventNode>(g[order[i]]).facts.when->value, i < 40 ? "2023-02-01" : "2023-02-02") << i;
}

// The edges Before are those that Boost's transitive reduction leaves of all pairs that come one before the
// other.
TEST(Questions, BeforeIsTransitivelyReduced) {
  using Order = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<std::optional<DateInterval>> days(2 + random() % 12);
    for (auto& d : days) {
      const date::sys_days begin = sample::day("2023-01-01") + date::days(static_cast<int>(random() % 20));
      d = DateInterval{begin, begin + date::days(1 + static_cast<int>(random() % 6))};
    }
    Order all(days.size());
    for (std::size_t a = 0; a < days.size(); ++a)
      for (std::size_t b = 0; b < days.size(); ++b)
        if (*days[a]->end <= *days[b]->begin) add_edge(a, b, all);
    Order reduced;
    std::vector<Order::vertex_descriptor> to_reduced(days.size());
    std::vector<std::size_t> index(days.size());
    for (std::size_t i = 0; i < index.size(); ++i) index[i] = i;
    boost::transitive_reduction(
        all, reduced, boost::make_iterator_property_map(to_reduced.begin(), index.data()), index.data());
    std::vector<std::pair<std::size_t, std::size_t>> expected;
    for (std::size_t a = 0; a < days.size(); ++a)
      for (std::size_t b = 0; b < days.size(); ++b)
        if (edge(to_reduced[a], to_reduced[b], reduced).second) expected.emplace_back(a, b);
    EXPECT_EQ(before_pairs(days), expected) << "round " << round;
  }
}

TEST(Questions, RestrictedGraphIsWhole) {
  const auto g = small_graph();
  const auto part = restricted(g, neighbourhood(g, {one(g, "Bob Ray")}, 2));
  EXPECT_EQ(part.events().size(), 2U);
  EXPECT_EQ(part.entities().size(), 5U);
  EXPECT_EQ(names(part, chronology(part)), "meeting, attack");
  EXPECT_EQ(part.records(), g.records());
}

}  // namespace
}  // namespace dateline
