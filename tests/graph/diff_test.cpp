#include "graph/diff.hpp"

#include <gtest/gtest.h>

#include "graph/build.hpp"
#include "graph/to_text.hpp"
#include "tests/graph/cases.hpp"
#include "tests/graph/story.hpp"

namespace dateline {
namespace {

GraphDiff diff_of(const std::vector<std::string>& old_rows, const std::vector<std::string>& new_rows) {
  return diff(build({sample::story("a", old_rows)}), build({sample::story("a", new_rows)}));
}

// What became of events: "same N", "+ TYPE", "- TYPE", "~ TYPE: fields".
std::string summary_of(const GraphDiff& d) {
  std::vector<std::string> parts;
  if (d.events.same > 0) parts.push_back("same " + std::to_string(d.events.same));
  for (const auto& e : d.events.removed) parts.push_back("- " + std::string(to_string(e.facts.type)));
  for (const auto& e : d.events.added) parts.push_back("+ " + std::string(to_string(e.facts.type)));
  for (const auto& c : d.events.changed) {
    std::string fields;
    for (const auto& field : c.fields) fields += " " + field;
    parts.push_back("~ " + std::string(to_string(c.new_facts.facts.type)) + ":" + fields);
  }
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

TEST(Diff, Events) {
  for (const auto& row : sample::cases("diff"))
    EXPECT_EQ(summary_of(diff_of({row.at(0)}, {row.at(1)})), row.at(2)) << row[0] << "   " << row[1];
}

const std::vector<std::string> kStory = {
    "attack | 2023-01-26 | Northland:country:NL || Bern:place:CH | killed=9 | raid | A raid by Northland "
    "killed nine in Bern.",
    "visit | 2023-02-02 | Ann Lee || Lima || visit | Ann Lee plans to visit Lima on Thursday. | planned",
    "statement | 2023-01-27 | Bob Ray |||| said | Bob Ray said that the raid was a mistake."};

TEST(Diff, OfItselfIsEmpty) {
  const auto d = diff_of(kStory, kStory);
  EXPECT_TRUE(d.empty());
  EXPECT_EQ(d.events.same, 3U);
  EXPECT_EQ(to_text(d), "--- a\n+++ a\n\nNo change: 3 events and 5 actors the same\n");
}

// Keys and positions change where a paragraph moves; events do not.
TEST(Diff, MovedParagraphsAreNoChange) {
  const auto d = diff_of(kStory, {kStory[2], kStory[0], kStory[1]});
  EXPECT_TRUE(d.empty()) << to_text(d);
}

TEST(Diff, ReadsLikeADiff) {
  const auto d = diff_of(
      kStory, {"attack | 2023-01-26 | Northland:country:NL || Bern:place:CH | killed=10 | raid | A raid by "
               "Northland killed ten in Bern.",
               "visit | 2023-02-02 | Ann Lee || Lima || visited | Ann Lee visited Lima on Thursday.",
               "meeting | 2023-02-03 | Ann Lee; Mia Sol || Lima || met | Ann Lee met Mia Sol in Lima."});
  EXPECT_FALSE(d.empty());
  EXPECT_EQ(to_text(d), R"(--- a
+++ a

Events
- statement, 27 January 2023: Bob Ray said that the raid was a mistake.
    agent Bob Ray
    "Bob Ray said that the raid was a mistake."
+ meeting, 3 February 2023: Ann Lee met Mia Sol in Lima.
    agent Ann Lee, Mia Sol; Lima
    "Ann Lee met Mia Sol in Lima."
~ attack, 26 January 2023: A raid by Northland killed ten in Bern.
    figures: killed 9 -> killed 10
  - "A raid by Northland killed nine in Bern."
  + "A raid by Northland killed ten in Bern."
~ visit, 2 February 2023: Ann Lee visited Lima on Thursday.
    modality: planned -> actual
  - "Ann Lee plans to visit Lima on Thursday."
  + "Ann Lee visited Lima on Thursday."

Actors
- Bob Ray (person)
+ Mia Sol (person)

0 events and 4 actors the same
)");
}

std::string actor_summary(const std::string& old_actor, const std::string& new_actor) {
  const auto graph_of = [](const std::string& actor) {
    Record record{.article = {.id = "a", .sha256 = "a"}};
    (void)sample::actor_id(record, actor);
    return build({record});
  };
  const auto d = diff(graph_of(old_actor), graph_of(new_actor));
  if (d.actors.changed.empty()) return d.empty() ? "same" : "other";
  std::string fields;
  for (const auto& field : d.actors.changed[0].fields) fields += (fields.empty() ? "" : " ") + field;
  return fields;
}

TEST(Diff, Actors) {
  const struct {
    const char *before, *after, *expected;
  } rows[] = {
      {"Ann Lee", "Ann Lee/Lee", "same"},
      {"Ann Lee", "ANN LEE", "same"},
      {"Antony Blinkn", "Antony Blinken", "name"},
      {"Ann Lee", "Bob Ray", "other"},
      {"Ann Lee", "Ann Lee:person:CH", "same"},
      {"Ann Lee:person:US", "Ann Lee:person:CH", "country"},
      {"Ann Lee", "Ann Lee/Iron Ann", "same"},
      {"Weather Service:organization", "National Weather Service:organization", "name"},
      {"Hamas:group", "Hamas:organization", "kind"},
      {"police:group", "officers:group", "same"},
      {"Georgia:place", "Georgia:person", "other"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(actor_summary(row.before, row.after), row.expected) << row.before << " " << row.after;
}

}  // namespace
}  // namespace dateline
