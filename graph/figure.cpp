#include "graph/figure.hpp"

#include <charconv>
#include <cmath>

namespace dateline {

std::string spell(double number) {
  constexpr double kExact = 9007199254740992;  // 2^53
  char digits[32];
  const bool whole = std::trunc(number) == number && std::fabs(number) <= kExact;
  const auto end = whole ? std::to_chars(digits, std::end(digits), static_cast<std::int64_t>(number))
                         : std::to_chars(digits, std::end(digits), number);
  return {digits, end.ptr};
}

std::string spell(const RecordFigure& figure) {
  const Quantity& q = figure.quantity;
  std::string text(to_string(figure.kind));
  if (q.value && (!q.min || q.min == q.value) && (!q.max || q.max == q.value)) {
    const bool open = q.min.has_value() != q.max.has_value();
    text += (open ? (q.min ? " at least " : " at most ") : " ") + spell(*q.value);
  } else if (q.min && q.max) {
    text += " " + spell(*q.min) + "-" + spell(*q.max);
  } else if (q.min || q.max) {
    text += (q.min ? " at least " : " at most ") + spell(q.min ? *q.min : *q.max);
  } else {
    text += " " + spell(*q.value);
  }
  if (!figure.unit.empty() && figure.unit != "person") text += " " + figure.unit;
  return text;
}

}  // namespace dateline
