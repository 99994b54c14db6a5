// Any bytes as a TIMEX3 value or a day; what is understood must be well-formed and read back.
#include "extract/time_value.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (const auto day = dateline::day_from_iso(text); day && dateline::to_iso(*day) != text) std::abort();
  if (const auto days = dateline::days_of(text)) {
    if (!days->begin || !days->end || *days->begin >= *days->end) std::abort();
    if (dateline::day_from_iso(dateline::to_iso(*days->begin)) != days->begin) std::abort();
  }
  return 0;
}
