// The dateline of an agency report: "NAIROBI, Kenya (AP) _", "WASHINGTON, August 13 (Xinhua) --", "Taipei,
// Taiwan —".
#pragma once

#include <optional>
#include <string_view>

#include "extract/reading_model.hpp"
#include "extract/written_date.hpp"

namespace dateline {

struct Dateline {
  std::size_t end = 0;              // bytes of the text, the mark included, blanks after it not
  std::optional<WrittenDate> date;  // where it carries one; often without a year
};

// The dateline with which `text` begins. Absent where it begins otherwise.
[[nodiscard]] std::optional<Dateline> dateline_of(std::string_view text, const ReadingModel& model);

}  // namespace dateline
