#include "graph/actor_ties.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "graph/build.hpp"
#include "tests/graph/story.hpp"

namespace dateline {
namespace {

// Ann - Bob - Cid - Dan in a row, each pair at a meeting; Eve alone; Ann strikes Fay twice, where Gus is
// named.
KnowledgeGraph row() {
  return build({sample::story("a", {"meeting | 2023-01-01 | Ann;Bob ||| | met | Ann met Bob.",
                                    "meeting | 2023-02-01 | Bob;Cid ||| | met | Bob met Cid.",
                                    "meeting | 2023-03-01 | Cid;Dan ||| | met | Cid met Dan.",
                                    "statement | 2023-04-01 | Eve ||| | said | Eve spoke.",
                                    "attack | 2023-05-01 | Ann | Fay || | struck | Ann struck Fay.",
                                    "attack | 2023-06-01 | Ann | Fay || | hit | Ann hit Fay again."})});
}

std::size_t index_of(const KnowledgeGraph& g, const ActorTies& ties, const std::string& name) {
  for (std::size_t i = 0; i < ties.actors.size(); ++i)
    if (std::get<EntityNode>(g[ties.actors[i]]).facts.name == name) return i;
  return ties.actors.size();
}

TEST(ActorTies, WhoHasToDoWithWhom) {
  const KnowledgeGraph g = row();
  const ActorTies ties = actor_ties(g);
  ASSERT_EQ(ties.actors.size(), 6U);
  EXPECT_EQ(ties.events[index_of(g, ties, "Ann")], 3U);
  EXPECT_EQ(ties.events[index_of(g, ties, "Eve")], 1U);
  EXPECT_EQ(ties.ties.size(), 5U);
  const auto struck = std::count_if(ties.ties.begin(), ties.ties.end(), [&](const Tie& tie) {
    return tie.kind == TieKind::Acts && tie.from == index_of(g, ties, "Ann") &&
           tie.to == index_of(g, ties, "Fay");
  });
  EXPECT_EQ(struck, 2);
}

// In the row Fay - Ann - Bob - Cid - Dan the second lies on 3 ways, the middle on 4.
TEST(ActorTies, Betweenness) {
  const KnowledgeGraph g = row();
  const ActorTies ties = actor_ties(g);
  const auto between = betweenness(ties);
  EXPECT_DOUBLE_EQ(between[index_of(g, ties, "Fay")], 0);
  EXPECT_DOUBLE_EQ(between[index_of(g, ties, "Ann")], 3);
  EXPECT_DOUBLE_EQ(between[index_of(g, ties, "Bob")], 4);
  EXPECT_DOUBLE_EQ(between[index_of(g, ties, "Cid")], 3);
  EXPECT_DOUBLE_EQ(between[index_of(g, ties, "Eve")], 0);
  EXPECT_TRUE(betweenness({}).empty());
}

}  // namespace
}  // namespace dateline
