// Dates in metadata, lines, captions and URLs, and all encodings: no bytes may break their readers.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extract/dateline.hpp"
#include "extract/encoding.hpp"
#include "extract/input_error.hpp"
#include "extract/model.hpp"
#include "extract/publication_date.hpp"
#include "extract/utf8.hpp"
#include "extract/written_date.hpp"

namespace {

void check_decoding(std::string_view bytes) {
  try {
    const dateline::DecodedText decoded = dateline::decode(bytes, "fuzz");
    if (dateline::first_ill_formed(decoded.text) != std::string_view::npos) std::abort();
    if (decoded.offsets.size() != decoded.text.size()) std::abort();
  } catch (const dateline::InputError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::Model model = dateline::load_model();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_decoding(bytes);
  const std::string text = dateline::mend_utf8(bytes).text;
  if (const auto date = dateline::find_date(text, model.reading); date && date->end > text.size())
    std::abort();
  if (const auto found = dateline::dateline_of(text, model.reading); found && found->end > text.size())
    std::abort();
  const auto day = dateline::read_date(text, model.reading);
  const auto published =
      dateline::publication_date({.metadata = {text}, .lines = {text}, .url = text}, model.reading);
  if (day && (!published || published->day != *day)) std::abort();
  (void)dateline::date_of_caption(text, model.reading);
  return 0;
}
