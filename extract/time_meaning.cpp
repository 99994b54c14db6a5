#include "extract/time_meaning.hpp"

#include <charconv>

namespace dateline {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(TimeField::Count)> kNames{
    "type",      "year",   "year2",  "decade",  "decade2", "century", "era",    "fiscal", "half",
    "quarter",   "season", "month",  "weekend", "weekday", "ordinal", "day",    "easter", "part",
    "hour",      "minute", "second", "pm",      "zone",    "base",    "offset", "unit",   "shift",
    "shiftunit", "exact",  "n",      "unit2",   "n2",      "mod",     "ref",    "way",    "open"};

bool counts_hundredths(TimeField field) {
  return field == TimeField::Shift || field == TimeField::Number || field == TimeField::Number2;
}

// "-1", "2.5", in hundredths where wanted.
std::optional<std::int64_t> number(std::string_view text, bool hundredths) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto whole = std::from_chars(text.data(), end, value);
  if (whole.ec != std::errc()) return std::nullopt;
  if (!hundredths) return whole.ptr == end ? std::optional(value) : std::nullopt;
  if (value > 1'000'000'000 || value < -1'000'000'000) return std::nullopt;
  value *= 100;
  if (whole.ptr == end) return value;
  const std::string_view fraction(whole.ptr + 1, static_cast<std::size_t>(end - whole.ptr - 1));
  if (*whole.ptr != '.' || fraction.empty() || fraction.size() > 2) return std::nullopt;
  std::int64_t part = 0;
  const auto rest = std::from_chars(fraction.data(), end, part);
  if (rest.ec != std::errc() || rest.ptr != end || part < 0) return std::nullopt;
  if (fraction.size() == 1) part *= 10;
  return text.front() == '-' ? value - part : value + part;
}

}  // namespace

void Meaning::merge(const Meaning& other) {
  for (std::size_t i = 0; i < kFields; ++i)
    if (other.values_[i] != kAbsent) values_[i] = other.values_[i];
}

std::optional<TimeField> time_field_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<TimeField>(i);
  return std::nullopt;
}

std::optional<std::int64_t> time_constant(TimeField field, std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text == "X") return kUnknownNumber;
  if (const auto value = number(text, counts_hundredths(field))) return value;
  if (text.size() > 8 || text[0] < 'a' || text[0] > 'z') return std::nullopt;
  return time_code(text);
}

}  // namespace dateline
