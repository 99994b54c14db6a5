// Dirt: lines of a web page that stand between the paragraphs of an article when it was copied or scraped.
//
// What they are stands in data/en/dirt.tsv; here is how a line is held against it.
#pragma once

#include <optional>
#include <string_view>

#include "extract/reading_model.hpp"

namespace dateline {

// What kind of dirt the line is, by the first pattern of the table that covers it whole; absent for text.
// Marks around the line ("...", "(", "|") do not count. Only lines of at most 80 words are looked at.
[[nodiscard]] std::optional<DirtKind> dirt_of(std::string_view line, const ReadingModel& model);

}  // namespace dateline
