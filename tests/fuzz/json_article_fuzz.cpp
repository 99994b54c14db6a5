// Articles in JSON and JSON lines: whatever the bytes, each result is an article or one line of error.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extract/json_article.hpp"
#include "extract/read_article.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::Model model = dateline::load_model();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto format : {dateline::InputFormat::Json, dateline::InputFormat::JsonLines}) {
    dateline::read_articles(
        bytes, "fuzz", {.format = format, .language = "en"}, model, [](const dateline::ReadResult& result) {
          if (result.article.has_value() == result.error.has_value()) std::abort();
          if (result.error && std::string_view(result.error->what()).find('\n') != std::string_view::npos)
            std::abort();
        });
  }
  (void)dateline::read_linked_data(bytes);
  return 0;
}
