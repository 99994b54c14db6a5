// A page cut into blocks of text, with what each is made of: the features by which main_text() judges.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/html.hpp"
#include "extract/offset_map.hpp"
#include "extract/reading_model.hpp"

namespace dateline {

// A stretch of text that no block element, and no two line breaks, cut.
struct PageBlock {
  Span text;                  // bytes of PageText::text
  std::uint32_t element = 0;  // the innermost block element around it
  HtmlRole role = HtmlRole::Block;
  bool hidden = false;
  std::uint32_t letters = 0;       // and digits
  std::uint32_t link_letters = 0;  // of those, inside links
  std::uint32_t words = 0;
  bool sentence = false;  // ends as sentences do
};

struct PageText {
  std::string text;   // of all blocks, blanks collapsed, parted by "\n\n"
  OffsetMap offsets;  // bytes of `text` -> bytes of the page
  std::vector<PageBlock> blocks;
};

[[nodiscard]] PageText page_text(const HtmlPage& page);

// What class, id and role of an element tell: the strongest of its words' hints, or nothing.
[[nodiscard]] std::optional<HintKind> hint_of_element(const std::string& hints, const ReadingModel& model);

}  // namespace dateline
