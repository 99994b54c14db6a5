// A number as a text gives it: a value with the bounds that its wording sets.
#pragma once

#include <optional>

namespace dateline {

// "seven": value 7, min 7, max 7. "at least 10": value 10, min 10, no max. "dozens": no value, min 24.
// "between 5 and 7": min 5, max 7, no value. At least one of the three is present.
struct Quantity {
  std::optional<double> value;
  std::optional<double> min;
  std::optional<double> max;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

}  // namespace dateline
