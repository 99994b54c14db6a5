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

// A sign of money is no word, and yet all that changed.
TEST(Diff, OtherCurrency) {
  const auto with_money = [](const std::string& words, const std::string& currency) {
    Record record = sample::story("a", {"pledge | 2023-01-31 | Ann Lee |||| promised | Ann Lee promised " +
                                        words + " for the harbour of Lima."});
    record.events[0].figures = {{.kind = FigureKind::Money,
                                 .quantity = {2e6, 2e6, 2e6},
                                 .unit = currency,
                                 .mention = {{1, 2}, words}}};
    return build({record});
  };
  const auto dollars = with_money("$2 million", "USD");
  EXPECT_EQ(summary_of(diff(dollars, with_money("\u20ac2 million", "EUR"))), "~ pledge: figures");
  EXPECT_EQ(summary_of(diff(dollars, with_money("$2 million", "AUD"))), "same 1");
}

// "Today" became "yesterday" in articles that no day is known of.
TEST(Diff, DaysThatNothingResolves) {
  const auto on = [](const std::string& words, const std::string& value) {
    Record record = sample::story(
        "a", {"launch | 2023-01-31 | Ann Lee |||| opened | Ann Lee opened a shop in Lima " + words});
    record.events[0].when = RecordWhen{std::nullopt, value, {{0, 1}, words}, DateBasis::Expression};
    return build({record});
  };
  const auto today = on("today", "XXXX-XX-XX");
  EXPECT_EQ(summary_of(diff(today, on("yesterday", "XXXX-XX-XX"))), "~ launch: when");
  EXPECT_EQ(summary_of(diff(on("now", "PRESENT_REF"), on("currently", "PRESENT_REF"))), "same 1");
  EXPECT_EQ(summary_of(diff(today, today)), "same 1");
}

// What one version makes an event of may stand in the other without one, in other words for it or near by.
TEST(Diff, ToldWithoutAnEvent) {
  const auto with_words = [](const std::vector<std::string>& rows, const std::vector<std::string>& others) {
    Record record = sample::story("a", rows);
    for (std::uint32_t i = 0; i < others.size(); ++i)
      record.other_sentences.push_back({{100 * (i + 1), 100 * (i + 1) + 90}, others[i]});
    return build({record});
  };
  const auto before = with_words({"statement || Ann Lee |||| said | Mrs Lee also said that she was appalled "
                                  "to hear of the closure of post offices in her valley."},
                                 {});
  EXPECT_EQ(summary_of(diff(before, with_words({}, {"She was appalled to hear of the closure of post "
                                                    "offices in her valley."}))),
            "same 1");
  EXPECT_EQ(summary_of(diff(before, with_words({}, {"The closure came in May."}))), "- statement");
  const auto found =
      with_words({"discovery || guards:group |||| detected | Guards were called to the plant near "
                  "Lima when they detected the explosive material."},
                 {});
  EXPECT_EQ(summary_of(diff(found, with_words({}, {"Guards were called to the plant near Lima.",
                                                   "They detected explosive material near the plant."}))),
            "same 1");
  EXPECT_EQ(
      summary_of(diff(found, with_words({}, {"Guards were called to the plant near Lima.", "They slept."}))),
      "- discovery");
}

// Another name counts even where "the captain" stays.
TEST(Diff, RenamedActor) {
  const auto with_name = [](const std::string& name) {
    Record record{.article = {.id = "a", .sha256 = "a"}};
    record.actors = {{.id = "a1",
                      .name = name,
                      .kind = EntityKind::Person,
                      .aliases = {"the captain"},
                      .mentions = {{{21, 31}, name}, {{60, 71}, "the captain"}}}};
    record.other_sentences = {{{0, 50}, "Police arrested one " + name + " in the harbour on Tuesday."},
                              {{51, 99}, "They took the captain to Lima and questioned him."}};
    return build({record});
  };
  const auto d = diff(with_name("Joran Velt"), with_name("Goran Velt"));
  ASSERT_EQ(d.actors.changed.size(), 1U);
  EXPECT_EQ(d.actors.changed[0].fields, (std::vector<std::string>{"name"}));
  EXPECT_TRUE(diff(with_name("Joran Velt"), with_name("Joren Velt")).empty());  // a letter put right
}

// A sentence that both versions have tells nothing of what changed.
TEST(Diff, ShowsOnlyTheSentencesThatDiffer) {
  const auto attack = [](const std::string& killed, const std::string& words) {
    Record record = sample::story("a", {"attack | 2023-01-26 | Northland:country || Bern | killed=" + killed +
                                        " | raid | A raid by Northland killed " + words + " in Bern."});
    record.events[0].sentences.push_back({{60, 90}, "The raid began at dawn."});
    return build({record});
  };
  const std::string text = to_text(diff(attack("9", "nine"), attack("10", "ten")));
  EXPECT_EQ(text.find("at dawn"), std::string::npos) << text;
  EXPECT_NE(text.find("  + \"A raid by Northland killed ten in Bern.\""), std::string::npos) << text;
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
