#include "extract/time_references.hpp"

#include "extract/time_calendar.hpp"

namespace dateline {
namespace {

using date::sys_days;

void note_year(TimeReferences& spoken, sys_days first, bool opens_sentence) {
  const bool first_told = !spoken.story;
  spoken.year = year_of(first);
  const int step =
      first_told ? 0 : static_cast<int>(year_of(first)) - static_cast<int>(year_of(*spoken.story));
  if (!opens_sentence && (step < -kStoryStep || step > kStoryStep) && !spoken.story_is_year) return;
  spoken.story = first;
  spoken.story_is_year = true;
}

}  // namespace

void note_time(TimeReferences& spoken, const TimeValue& value, bool opens_sentence) {
  if (value.type == TimexType::Duration && value.value.ends_with("M")) spoken.quarter_last = false;
  const auto known = days_of(value.value);
  if (!known || !known->begin || value.type == TimexType::Duration || value.type == TimexType::Set) return;
  const sys_days first = *known->begin;
  spoken.quarter_last = known->granularity == Granularity::Quarter;
  switch (known->granularity) {
    case Granularity::Hour:
    case Granularity::Day: spoken.day = first; [[fallthrough]];
    case Granularity::Week:
    case Granularity::Interval: spoken.week = monday_of(first); [[fallthrough]];
    case Granularity::Month:
      if (spoken.day && month_of(*spoken.day) != month_of(first)) spoken.day.reset();
      spoken.month = month_of(first);
      spoken.year = year_of(first);
      spoken.story = first;
      spoken.story_is_year = false;
      break;
    case Granularity::Quarter: spoken.quarter = first; [[fallthrough]];
    case Granularity::Season:
    case Granularity::Half:
      spoken.year = year_of(first);
      spoken.story = first;
      spoken.story_is_year = false;
      break;
    case Granularity::Year: note_year(spoken, first, opens_sentence); break;
    default: break;
  }
}

}  // namespace dateline
