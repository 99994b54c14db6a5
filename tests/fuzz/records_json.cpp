// Anything that is read as records is written, read back and merged.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "extract/input_error.hpp"
#include "graph/build.hpp"
#include "graph/json.hpp"
#include "graph/to_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)is_dateline_json(bytes);
  try {
    const auto records = records_from_json(bytes, "fuzz");
    if (records_from_json(to_json(records, true), "again") != records) std::abort();
    const auto g = build(records);
    const std::string json = to_json(g);
    if (to_json(build(records_from_json(json, "graph"))) != json) std::abort();
    if (!diff(g, g).empty()) std::abort();
    (void)to_text(g);
  } catch (const InputError&) {
  }
  return 0;
}
