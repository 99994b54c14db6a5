// What speaks for or against two markables meaning the same: the names of the features of learned ranking.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

// Their order is that of the model file: add at the end.
enum class Sign : std::uint8_t {
  Bias = 1,
  SentenceDistance,
  Distance,
  Part,
  Parts,
  PartDistance,
  Governor,
  Nested,
  Gender,
  Number,
  Person,
  Kind,
  Words,
  Size,
  Latest,
  Named,
  Rank,
  SubjectRank,
  Suggested,
  Country,
  Block,
  Heads,
  HeadWord,
  Before,
  After,
  NameEnd,
  Opens,
  Form,
  Commands,
  Wording,
  NewForm,
  NewHead,
  NewFirst,
  NewPart,
  NewBefore,
  NewAfter,
  NewSeen,
  NewNumber,
  NewKind,
  NewSentence,
  NewLength,
  NewSuggested,
  NewGovernor,
  Ahead,
  Subjects,
  MostSpoken,
  GovernorWord,
  Depth,
  Clause
};
inline constexpr std::size_t kSignCount = static_cast<std::size_t>(Sign::Clause) + 1;

// As a reader of --explain sees it ("gender agrees"); "" for what tells a reader nothing.
[[nodiscard]] std::string_view meaning_of(Sign sign);

}  // namespace dateline
