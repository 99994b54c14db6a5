// Dates as they are written at the head of an article and in its metadata.
//
// Read: "January 31, 2023", "Jan. 31, 2023", "31st of January 2023", "Tuesday, 31 Jan 2023",
// "2023-01-31T22:10:00-05:00" (the local date as written), "2023/01/31", "31.01.2023", "01/31/2023" where
// only one reading exists, "20230131". Times, zones and weekdays may stand around them. Never a guess:
// "03/04/2023" is no date.
#pragma once

#include <optional>
#include <string_view>

#include <date/date.h>

#include "extract/reading_model.hpp"

namespace dateline {

struct WrittenDate {
  std::optional<date::year> year;  // absent: "August 13"
  date::month_day day;             // month and day
  std::size_t begin = 0;           // bytes of the text, weekday included
  std::size_t end = 0;
  bool weekday = false;

  // The day; absent without a year.
  [[nodiscard]] std::optional<date::sys_days> whole() const;
};

// The date that begins at byte `at`, which is the begin of a word. Absent where none does.
[[nodiscard]] std::optional<WrittenDate> date_at(std::string_view text, std::size_t at,
                                                 const ReadingModel& model);
// The first date with a year in `text`.
[[nodiscard]] std::optional<WrittenDate> find_date(std::string_view text, const ReadingModel& model);

// The day that a value of metadata names: a date with what belongs to it, or a time of Unix in seconds or
// milliseconds. Absent for anything else.
[[nodiscard]] std::optional<date::sys_days> read_date(std::string_view value, const ReadingModel& model);

// The day that a line tells which is there for its date alone: "Published March 3, 2021 5:04 PM EST",
// "By Anna Lindqvist | 3 March 2021". Absent for sentences, and for lines that tell when the text was
// changed.
[[nodiscard]] std::optional<date::sys_days> date_line(std::string_view line, const ReadingModel& model);

}  // namespace dateline
