// Figures as a reader writes them.
#pragma once

#include <string>

#include "extract/record.hpp"

namespace dateline {

// "killed 7", "killed 5-7", "killed at least 24", "money at most 2500000 USD": the kind, the number with its
// bounds, and the unit where it says more than the kind.
[[nodiscard]] std::string spell(const RecordFigure& figure);

// A number in its shortest form, whole ones without a fraction.
[[nodiscard]] std::string spell(double number);

}  // namespace dateline
