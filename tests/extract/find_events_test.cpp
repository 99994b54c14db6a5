#include "extract/find_events.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/extract/event_cases.hpp"

namespace dateline {
namespace {

std::string names_in(const Document& d, const Event& e, Role role) {
  std::string names;
  for (const Participant& p : e.participants)
    if (p.role == role) names += (names.empty() ? "" : ", ") + d.entities.list[p.entity].name;
  return names.empty() ? "-" : names;
}

bool fits(const std::string& expected, const std::string& got) { return expected == "*" || expected == got; }

std::string spell(const Document& d, const Event& e) {
  return std::string(to_string(e.type)) + " " + std::string(d.text_of(e.triggers.front())) + " " +
         std::string(to_string(e.modality)) + " [" + names_in(d, e, Role::Agent) + "] [" +
         names_in(d, e, Role::Target) + "] " +
         (e.place ? std::string(d.text_of(d.mentions[*e.place].tokens)) : "-");
}

TEST(FindEvents, Cases) {
  const auto rows = case_rows("find_events.cases");
  ASSERT_GE(rows.size(), 9u);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 7u) << row.front();
    const Document d = analysed(row[0]);
    bool found = false;
    std::string all;
    for (const Event& e : d.events) {
      const std::string place = e.place ? std::string(d.text_of(d.mentions[*e.place].tokens)) : "-";
      found = found || (to_string(e.type) == row[1] && d.text_of(e.triggers.front()) == row[2] &&
                        to_string(e.modality) == row[3] && fits(row[4], names_in(d, e, Role::Agent)) &&
                        fits(row[5], names_in(d, e, Role::Target)) && fits(row[6], place));
      all += "\n  " + spell(d, e);
    }
    EXPECT_TRUE(found) << row[0] << all;
  }
}

TEST(FindEvents, Summaries) {
  const auto rows = case_rows("summary.cases");
  ASSERT_GE(rows.size(), 10u);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 3u) << row.front();
    const Document d = analysed(row[0]);
    std::string all;
    bool found = false;
    for (const Event& e : d.events) {
      found = found || (d.text_of(e.triggers.front()) == row[1] && e.summary == row[2]);
      all += "\n  " + e.summary;
    }
    EXPECT_TRUE(found) << row[0] << all;
  }
}

// The event that the word names first, or null.
const Event* event_of(const Document& d, std::string_view word) {
  for (const Event& e : d.events)
    for (const Span t : e.triggers)
      if (d.text_of(t) == word) return &e;
  return nullptr;
}

TEST(FindEvents, Modalities) {
  const auto rows = case_rows("modality.cases");
  ASSERT_GE(rows.size(), 12u);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 3u) << row.front();
    const Document d = analysed(row[0]);
    const Event* e = event_of(d, row[1]);
    ASSERT_NE(e, nullptr) << row[0];
    EXPECT_EQ(to_string(e->modality), row[2]) << row[0];
  }
}

std::string spell_day(const std::optional<date::sys_days>& day) {
  return day ? date::format("%F", *day) : "-";
}

// First day, last day, basis.
std::string spell_date(const Document& d, const Event& e) {
  if (!e.when) return "- - -";
  const auto& days = d.times[e.when->time].value.days;
  const auto last = days && days->end ? std::optional(*days->end - date::days(1)) : std::nullopt;
  return spell_day(days ? days->begin : std::nullopt) + " " + spell_day(last) + " " +
         (e.when->basis == DateBasis::Expression ? "expression" : "context");
}

TEST(FindEvents, Dates) {
  const auto rows = case_rows("event_dates.cases");
  ASSERT_GE(rows.size(), 8u);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 5u) << row.front();
    const Document d = analysed(row[0], Published{.day = *day_from_iso("2024-03-06")});
    const Event* e = event_of(d, row[1]);
    ASSERT_NE(e, nullptr) << row[0];
    EXPECT_EQ(spell_date(d, *e), row[2] + " " + row[3] + " " + row[4]) << row[0];
  }
}

TEST(FindEvents, EveryTypeHasAWordForItsTargets) {
  const Model& model = test_model();
  for (const std::string_view word : model.events.target_words) EXPECT_FALSE(word.empty());
}

// What every event of any text holds to: known indices, ascending sentences, nobody twice, a summary.
TEST(FindEvents, EventsAreWhole) {
  const Document d = analysed(
      "Italy and France signed a pact in Rome on Monday. The pact, said Italy, ends the dispute.\n\n"
      "Two men were killed when a bomb exploded. Police said the attack wounded at least 10 others.");
  ASSERT_FALSE(d.events.empty());
  for (const Event& e : d.events) {
    EXPECT_FALSE(e.triggers.empty());
    EXPECT_FALSE(e.summary.empty());
    EXPECT_FALSE(e.why.empty());
    EXPECT_TRUE(std::is_sorted(e.sentences.begin(), e.sentences.end()));
    for (std::size_t i = 0; i < e.participants.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) EXPECT_NE(e.participants[i].entity, e.participants[j].entity);
  }
}

TEST(FindEvents, EmptyLayersGiveNothing) {
  EXPECT_TRUE(find_events(Document{}, test_model()).empty());
  Document d;
  d.article.text = "met";
  d.tokens = {{{0, 3}}};
  d.sentences = {{{0, 1}, 0}};
  EXPECT_TRUE(find_events(d, test_model()).empty());
}

}  // namespace
}  // namespace dateline
