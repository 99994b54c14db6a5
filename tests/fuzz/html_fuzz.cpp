// Pages: whatever the bytes, articles come out whose copied text is the page's own.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extract/read_article.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::Model model = dateline::load_model();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto cleaning : {dateline::Cleaning::Auto, dateline::Cleaning::None}) {
    const dateline::ReadOptions options{
        .format = dateline::InputFormat::Html, .cleaning = cleaning, .language = "en"};
    dateline::read_articles(bytes, "fuzz", options, model, [&](const dateline::ReadResult& result) {
      if (result.article.has_value() == result.error.has_value()) std::abort();
      if (!result.article) return;
      const dateline::Article& article = *result.article;
      if (article.offsets.size() != article.text.size()) std::abort();
      const auto whole = article.offsets.to_source({0, static_cast<std::uint32_t>(article.text.size())});
      if (whole.end > size) std::abort();
    });
  }
  return 0;
}
