// Any bytes as text: first byte chooses tags and date, the rest is cut into tokens at blanks and punctuation.
#include "extract/find_times.hpp"

#include <cstdlib>

#include "extract/model.hpp"

namespace {

dateline::Document document(std::string text, unsigned choice) {
  dateline::Document d;
  if (choice & 1) d.article.published = dateline::Published{.day = *dateline::day_from_iso("2024-03-14")};
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    const bool cut =
        i == text.size() || is_blank(text[i]) || ((choice & 2) && (text[i] == '-' || text[i] == '.'));
    if (!cut) continue;
    if (begin < i) d.tokens.push_back({{begin, i}});
    begin = i < text.size() && is_blank(text[i]) ? i + 1 : i;
    if (begin == i && i < text.size()) {
      d.tokens.push_back({{i, i + 1}});
      begin = i + 1;
    }
  }
  d.article.text = std::move(text);
  if (choice & 4) {
    d.morphs.resize(d.tokens.size());
    for (std::size_t t = 0; t < d.morphs.size(); ++t)
      d.morphs[t].xpos = static_cast<dateline::Xpos>((choice + 7 * t) % dateline::kXposCount);
  }
  return d;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const dateline::Model model{.times = [] {
    dateline::TableSource source;
    return dateline::load_time_grammar(source);
  }()};
  if (size == 0) return 0;
  const dateline::Document d = document({reinterpret_cast<const char*>(bytes) + 1, size - 1}, bytes[0]);
  std::uint32_t end = 0;
  for (const dateline::TimeExpression& time : dateline::find_times(d, model)) {
    const auto& days = time.value.days;
    if (time.tokens.begin < end || time.tokens.empty() || time.tokens.end > d.tokens.size()) std::abort();
    if (time.value.value.empty() || (days && !days->begin && !days->end)) std::abort();
    if (days && days->begin && days->end && *days->begin >= *days->end) std::abort();
    end = time.tokens.end;
  }
  return 0;
}
