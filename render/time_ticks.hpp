// Ticks of a time axis: where the calendar's days, months and years stand, and which of them are labelled.
#pragma once

#include <string>
#include <vector>

#include "render/font.hpp"
#include "render/time_scale.hpp"

namespace dateline {

// "31 Jan" over "2023"; the second line only where the year begins or must be said anew.
struct Tick {
  int x = 0;                       // px
  std::vector<std::string> lines;  // none: an unlabelled tick
  int left = 0;                    // px, the label's extent
  int right = 0;                   // px
};

inline constexpr Font kTickFont{.size = 11};

// Ticks from left to right; no two labels overlap. Days with a band have the label at the band's begin, and
// each stretch behind a break begins with one.
[[nodiscard]] std::vector<Tick> ticks_of(const TimeScale& scale);

// "1948", "44 BC"
[[nodiscard]] std::string year_words(int astronomical_year);

}  // namespace dateline
