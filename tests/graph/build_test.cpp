#include "graph/build.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "graph/json.hpp"
#include "graph/to_text.hpp"
#include "tests/graph/story.hpp"

namespace dateline {
namespace {

const EventNode& event(const KnowledgeGraph& g, std::string_view key) {
  return std::get<EventNode>(g[g.find(key).value()]);
}

std::vector<std::string> edges_of(const KnowledgeGraph& g) {
  std::vector<std::string> found;
  for (auto [e, end] = edges(g.graph()); e != end; ++e)
    found.push_back(key_of(g[source(*e, g.graph())]) + " " + std::string(to_string(g.graph()[*e].relation)) +
                    " " + key_of(g[target(*e, g.graph())]));
  std::ranges::sort(found);
  return found;
}

const std::string kRaid = "attack | 2023-01-26 | Northland:country | Southland:country | Bern || raid | ";

TEST(Build, LinksActorsEventsAndPlaces) {
  const auto g =
      build({sample::story("a", {kRaid, "meeting | 2023-01-31 | Ann Lee; Bob Ray || Bern || met | "}),
             sample::story("b", {kRaid})});
  EXPECT_EQ(edges_of(g), (std::vector<std::string>{"a/a1 agent a/e1", "a/a2 target a/e1", "a/a4 agent a/e2",
                                                   "a/a5 agent a/e2", "a/e1 before a/e2", "a/e1 place a/a3",
                                                   "a/e2 place a/a3"}));
  EXPECT_EQ(event(g, "a/e1").members, (std::vector<Member>{{"a", "e1"}, {"b", "e1"}}));
  EXPECT_EQ(event(g, "a/e1").sources, 2U);
  EXPECT_FALSE(g.find("b/e1").has_value());
}

// What was announced and what came of it are two events, and linked.
TEST(Build, PlansBecomeDeeds) {
  const auto g = build(
      {sample::story("a",
                     {"meeting | 2023-01-31 | Ann Lee; Bob Ray || Bern || meet | They will meet. | planned"}),
       sample::story("b",
                     {"meeting | 2023-01-31 | Ann Lee; Bob Ray || Bern || met | Ann Lee met Bob Ray.",
                      "meeting | 2023-01-31 | Cleo Fox; Bob Ray || Lima || met | Cleo Fox met Bob Ray."})});
  ASSERT_EQ(g.events().size(), 3U);
  std::vector<std::string> becomes;
  for (const std::string& edge : edges_of(g))
    if (edge.find("becomes") != edge.npos) becomes.push_back(edge);
  EXPECT_EQ(becomes, std::vector<std::string>{"a/e1 becomes b/e1"});
}

TEST(Build, CopiesOfOneTextCountOnce) {
  Record a = sample::story("a", {kRaid});
  Record b = sample::story("b", {kRaid});
  b.article.sha256 = a.article.sha256;
  EXPECT_EQ(event(build({a, b}), "a/e1").sources, 1U);
}

// A report of many sentences, of which every nth is another writer's.
Record long_report(const std::string& id, std::size_t nth) {
  Record record = sample::story(id, {kRaid});
  for (std::size_t s = 0; s < 12; ++s) {
    const std::string writer = nth != 0 && s % nth == 0 ? id : "agency";
    const auto begin = static_cast<std::uint32_t>(100 * (s + 1));
    std::string text;
    for (int w = 0; w < 8; ++w) text += writer + std::to_string(s) + "word" + std::to_string(w) + " ";
    record.other_sentences.push_back({{begin, begin + 90}, text});
  }
  return record;
}

TEST(Build, NearlyTheSameTextIsOneSource) {
  const auto sources = [](const Record& a, const Record& b, const Record& c) {
    return event(build({a, b, c}), "a/e1").sources;
  };
  EXPECT_EQ(sources(long_report("a", 0), long_report("b", 0), long_report("c", 0)), 1U);
  EXPECT_EQ(sources(long_report("a", 0), long_report("b", 12), long_report("c", 1)), 2U);
  EXPECT_EQ(sources(long_report("a", 1), long_report("b", 1), long_report("c", 1)), 3U);
}

TEST(Build, DisagreementsStandSideBySide) {
  const auto with = [](const char* figure) {
    return std::string("attack | 2023-01-26 | Northland:country || Bern | ") + figure + " | raid | ";
  };
  const auto g =
      build({sample::story("a", {with("killed=10; injured>20")}), sample::story("b", {with("killed=11")}),
             sample::story("c", {with("killed=11; injured>20")})});
  const EventNode& raid = event(g, "a/e1");
  const Disagreements expected{
      {"figures", {{"killed 11", {{"b", "e1"}, {"c", "e1"}}}, {"killed 10", {{"a", "e1"}}}}}};
  EXPECT_EQ(raid.disagreements, expected);
  ASSERT_EQ(raid.facts.figures.size(), 2U);
  EXPECT_EQ(raid.facts.figures[0].quantity.value, 11);  // more sources say so
  EXPECT_EQ(raid.facts.figures[1].quantity.min, 20);
}

// "Police" are described anew by each article; of one event they are the same.
TEST(Build, OneDescriptionIsShownOnce) {
  const std::string row =
      "arrest | 2023-01-31 | police:group | Ann Lee ||| arrested | Police arrested Ann Lee.";
  const auto g = build({sample::story("a", {row}), sample::story("b", {row})});
  ASSERT_EQ(g.events().size(), 1U);
  EXPECT_EQ(std::get<EventNode>(g[g.events()[0]]).facts.participants.size(), 2U);
}

// Two of three say what it was; "occurrence" contradicts nobody.
TEST(Build, TheTypeOfMostSources) {
  const auto with_type = [](const std::string& id, const std::string& type) {
    return sample::story(
        id, {type + " | 2023-01-31 ||| Lima || sank | The old ferry sank in the harbour of Lima after " +
             "midnight in heavy wind."});
  };
  auto third = with_type("c", "disaster");
  third.events[0].sentences[0].text = "A ferry sank in the harbour of Lima in heavy wind, said the captain.";
  const auto g = build({with_type("a", "attack"), with_type("b", "disaster"), third});
  ASSERT_EQ(g.events().size(), 1U);
  const auto& e = std::get<EventNode>(g[g.events()[0]]);
  EXPECT_EQ(e.facts.type, EventType::Disaster);
  ASSERT_EQ(e.disagreements.count("type"), 1U);
  EXPECT_EQ(e.disagreements.at("type").size(), 2U);
  const auto vague = build({with_type("a", "occurrence"), third});
  EXPECT_EQ(std::get<EventNode>(vague[vague.events()[0]]).disagreements.count("type"), 0U);
}

TEST(Build, WhoFiredFirst) {
  const auto g =
      build({sample::story("a", {"attack | 2023-01-26 | X Army:group; Y Army:group || Bern || clash | "}),
             sample::story("b", {"attack | 2023-01-26 | X Army:group | Y Army:group | Bern || clash | "})});
  ASSERT_EQ(g.events().size(), 1U);
  const auto& disagreements = event(g, "a/e1").disagreements;
  ASSERT_TRUE(disagreements.contains("participants"));
  EXPECT_EQ(disagreements.at("participants").size(), 2U);
  EXPECT_EQ(disagreements.at("participants")[0].value, "agent a/a2");
}

TEST(Build, OfEqualsTheNewestIsShown) {
  Record a = sample::story("a", {"disaster | 2023-01-26 ||| Lima | killed=10 | quake | "});
  Record b = sample::story("b", {"disaster | 2023-01-26 ||| Lima | killed=7 | quake | "});
  a.article.published = Published{sample::day("2023-01-26"), PublishedBasis::Metadata};
  b.article.published = Published{sample::day("2023-01-27"), PublishedBasis::Metadata};
  EXPECT_EQ(event(build({a, b}), "a/e1").facts.figures.at(0).quantity.value, 7);
}

TEST(Build, NewerVersionReplacesOlder) {
  Record old_version = sample::story("a", {"visit | 2023-02-02 | Ann Lee || Lima || visit | "});
  Record new_version = sample::story("a", {"departure | 2023-02-02 | Ann Lee |||| resigned | "});
  old_version.article.published = new_version.article.published =
      Published{sample::day("2023-02-01"), PublishedBasis::Url};
  new_version.article.modified = sample::day("2023-02-03");
  for (const auto& g : {build({old_version, new_version}), build({new_version, old_version})}) {
    ASSERT_EQ(g.records().size(), 1U);
    EXPECT_EQ(g.records()[0], new_version);
    EXPECT_EQ(event(g, "a/e1").facts.type, EventType::Departure);
  }
}

TEST(Build, NothingAtAll) {
  const auto g = build({});
  EXPECT_TRUE(g.events().empty());
  EXPECT_EQ(to_text(g), "Actors\n\nEvents\n\nEdges\n");
  EXPECT_TRUE(build(records_from_json(to_json(g), "f")).entities().empty());
}

// Records that have much in common, so that much is merged.
std::vector<Record> random_records(std::mt19937& random, std::size_t n) {
  const auto pick = [&random](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  const std::vector<std::string> who = {"Ann Lee/Lee",
                                        "Lee",
                                        "George Bush",
                                        "George W. Bush",
                                        "UN:organization",
                                        "police:group",
                                        "Paris:place:FR",
                                        "Paris:place",
                                        "Paris:place:US",
                                        "Bob Ray:person:CH",
                                        "Bob Ray",
                                        "Lima:other",
                                        "United Nations/UN:organization",
                                        "Lima:place:PE"};
  std::vector<Record> records;
  for (std::size_t r = 0; r < n; ++r) {
    std::vector<std::string> rows;
    for (std::size_t e = 0; e < 1 + random() % 5; ++e)
      rows.push_back(pick({"meeting", "attack", "statement"}) + " | " +
                     pick({"", "2023-01-31", "2023-01-31/2023-02-03", "2023-02-01"}) + " | " + pick(who) +
                     "; " + pick(who) + " | " + pick({"", "Southland:country"}) + " | " +
                     pick({"", "Lima", "Bern"}) + " | " + pick({"", "killed=7", "killed=9; injured>3"}) +
                     " | " + pick({"said", "met", "raid"}) + " | " +
                     pick({"They met again for talks in the old town hall of Bern.",
                           "Prices would fall soon, it was said there."}) +
                     " | " + pick({"actual", "planned"}));
    Record record = sample::story("art" + std::to_string(random() % (n + 2)), rows);
    record.article.sha256 = std::to_string(random() % n);
    if (random() % 2 == 0) record.article.modified = sample::day(pick({"2023-02-01", "2023-02-05"}));
    records.push_back(std::move(record));
  }
  return records;
}

TEST(BuildProperties, AnyOrderGivesTheSameBytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 40; ++round) {
    auto records = random_records(random, 1 + random() % 12);
    const std::string json = to_json(build(records));
    std::ranges::shuffle(records, random);
    records.push_back(records[random() % records.size()]);
    EXPECT_EQ(to_json(build(records)), json) << "round " << round;
  }
}

// A graph written and read is its records.
KnowledgeGraph merged(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  auto records = records_from_json(to_json(a), "a");
  for (Record& record : records_from_json(to_json(b), "b")) records.push_back(std::move(record));
  return build(std::move(records));
}

TEST(BuildProperties, MergingIsAssociativeCommutativeIdempotent) {
  std::mt19937 random(2);
  for (int round = 0; round < 15; ++round) {
    const auto a = build(random_records(random, 4));
    const auto b = build(random_records(random, 4));
    const auto c = build(random_records(random, 4));
    EXPECT_EQ(to_json(merged(a, b)), to_json(merged(b, a)));
    EXPECT_EQ(to_json(merged(merged(a, b), c)), to_json(merged(a, merged(b, c))));
    EXPECT_EQ(to_json(merged(a, a)), to_json(a));
    EXPECT_EQ(to_json(build(merged(a, b).records())), to_json(merged(a, b)));
  }
}

// Invariants of the graph that the type does not say.
TEST(BuildProperties, GraphsAreWhole) {
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    const auto g = build(random_records(random, 8));
    std::set<Member> seen;
    for (const auto v : g.events()) {
      const auto& node = std::get<EventNode>(g[v]);
      EXPECT_EQ(node.key, node.members[0].article + "/" + node.members[0].local);
      std::set<std::string> articles;
      for (const Member& m : node.members) {
        EXPECT_TRUE(seen.insert(m).second) << m.article << "/" << m.local;
        EXPECT_TRUE(articles.insert(m.article).second) << "two events of one article in " << node.key;
      }
      for (const auto& p : node.facts.participants) EXPECT_TRUE(g.find(p.actor).has_value());
      for (const auto& [field, alternatives] : node.disagreements)
        EXPECT_GE(alternatives.size(), 2U) << field;
    }
    std::size_t events = 0;
    for (const Record& record : g.records()) events += record.events.size();
    EXPECT_EQ(seen.size(), events);
  }
}

}  // namespace
}  // namespace dateline
