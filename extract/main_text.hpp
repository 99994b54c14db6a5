// The article on a page: which of its text is the report, and which is the page around it.
//
// Method: text density and link density of blocks (Kohlschuetter et al. 2010, "Boilerplate detection using
// shallow text features"), the container that holds most of the good text, semantic elements, and words of
// class and id (data/en/page_hints.tsv). A hint is not believed of an element that holds most of the text.
// Where the page's linked data holds the article's text, that decides on blocks: it is not shown, but known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/article.hpp"
#include "extract/html.hpp"
#include "extract/offset_map.hpp"
#include "extract/reading_model.hpp"

namespace dateline {

struct MainText {
  std::string text;                 // blanks collapsed; blocks parted by "\n\n"
  std::vector<Block> blocks;        // of `text`
  OffsetMap offsets;                // bytes of `text` -> bytes of the page
  std::vector<std::string> lines;   // short lines around the headline, dropped or not: where a date may stand
  std::optional<std::string> time;  // datetime of the time element that belongs to the article
};

// `known_title` and `known_body` are what metadata tell, or "". `everything`: nothing is judged, all that is
// shown is given. Linear in the page.
[[nodiscard]] MainText main_text(const HtmlPage& page, std::string_view known_title,
                                 std::string_view known_body, bool everything, const ReadingModel& model);

}  // namespace dateline
