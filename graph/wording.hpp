// The Wording of an event: the words that name it and those of its sentences, for comparing.
#pragma once

#include <set>
#include <string>

#include "extract/record.hpp"

namespace dateline {

// Acts of speech: two of one speaker on one day are told apart by their words only.
[[nodiscard]] bool is_speech(EventType type);

struct Wording {
  std::set<std::string> triggers;   // folded
  std::set<std::string> sentences;  // folded words of four letters or more, and numbers
};

[[nodiscard]] Wording wording_of(const RecordEvent& event);

// Dice's coefficient of the words of the sentences, from 0 to 1; 0 where one has none.
[[nodiscard]] double alike(const Wording& a, const Wording& b);

// Dice's coefficient of any two sets.
[[nodiscard]] double dice(const std::set<std::string>& a, const std::set<std::string>& b);

}  // namespace dateline
