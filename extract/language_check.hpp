// Is a text English? By the share of the words that make up most of any text in a language.
//
// Short texts, and lists of names and numbers, get the benefit of the doubt.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/reading_model.hpp"

namespace dateline {

// What the text seems to be written in, where that is not English: ISO 639-1, or "" where only that is
// known. Absent for English and where there is doubt. Looks at the first 20,000 words.
[[nodiscard]] std::optional<std::string> foreign_language(std::string_view text, const ReadingModel& model);

}  // namespace dateline
