// When did it happen? The time expression that dates an event.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// Expressions of the trigger's sentence that can date: dates and times, not durations and sets alone.
[[nodiscard]] std::vector<TimeIndex> date_candidates(const Scene& scene, const Trigger& trigger);

// Whether an expression tells a day or time, not a duration or a set.
[[nodiscard]] bool can_date(const TimeExpression& time);

// The tense of a trigger by form: "past", "perfect", "future", ..., or its tag.
[[nodiscard]] std::string_view tense_of(const Syntax& s, TokenIndex trigger);

// Classes: 0 does not date it, 1 dates it. `triggers` are all of the document's, in text order.
[[nodiscard]] Features date_features(const Scene& scene, const std::vector<Trigger>& triggers,
                                     const Trigger& trigger, TimeIndex time);

// The expression of the sentence that dates the trigger; absent where none does.
[[nodiscard]] std::optional<EventDate> date_of(const Scene& scene, const EventModel& model,
                                               const std::vector<Trigger>& triggers, const Trigger& trigger);

// The day that the story is about: the first expression that dates an event of the first paragraphs to a
// few days before or on the publication day. Events told without a date near by may take it over. Absent
// where the publication date is not known.
[[nodiscard]] std::optional<TimeIndex> story_date(const Scene& scene, const std::vector<Trigger>& triggers);

// For --explain: "'two days later' (rule later, from t1)": the words, the row of time_rules that found them,
// and what their value counts from.
[[nodiscard]] std::string spell_date_reason(const Scene& scene, TimeIndex time);

// The expression with known days that hangs below the trigger, through whatever stands between; kept by an
// event of its own or not, it dates the trigger better than the story does.
[[nodiscard]] std::optional<TimeIndex> date_below(const Scene& scene, TokenIndex trigger);

}  // namespace dateline
