// Plain text: blocks in order, every byte led back, whatever the bytes and their encoding.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extract/read_article.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::Model model = dateline::load_model();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto cleaning : {dateline::Cleaning::Auto, dateline::Cleaning::None}) {
    const dateline::ReadOptions options{
        .format = dateline::InputFormat::Text, .cleaning = cleaning, .language = "en"};
    dateline::read_articles(bytes, "fuzz", options, model, [&](const dateline::ReadResult& result) {
      if (!result.article) return;
      const dateline::Article& article = *result.article;
      std::uint32_t end = 0;
      for (const dateline::Block& block : article.blocks) {
        if (block.span.begin < end || block.span.end > article.text.size() || block.span.empty())
          std::abort();
        end = block.span.end;
        if (article.offsets.to_source(block.span).end > size) std::abort();
      }
      if (article.offsets.size() != article.text.size()) std::abort();
    });
  }
  return 0;
}
