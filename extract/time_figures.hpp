// Reads a figure of a text as patterns of time see it: a number, a year, a date ("2009-12-19"), a clock time
// ("10:30"), an ordinal ("3rd"), a decade ("1990s").
//
// What endings make an ordinal or a decade, and between which marks the day stands first, is knowledge of the
// language (classes ORDEND, DECADEEND, DAYFIRST of table time_words). Used inside extract/ only.
#pragma once

#include <optional>
#include <string_view>

#include "extract/time_lexicon.hpp"
#include "extract/time_meaning.hpp"

namespace dateline {

struct TimeFigure {
  std::size_t bytes = 0;
  TimeSymbolSet symbols;           // none: nothing that a pattern asks for
  std::int64_t number = 0;         // hundredths
  std::optional<Meaning> meaning;  // of dates, clock times, decades
  bool fraction = false;           // "1/2": adds to a whole number before it
};

// The figure at the front of `text`, which begins with a digit. Linear in its length.
[[nodiscard]] TimeFigure read_figure(std::string_view text, const TimeLexicon& lexicon);

}  // namespace dateline
