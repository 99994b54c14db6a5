// Cleaning: takes dirt out of the blocks of an article, and mends what copying broke.
//
// What is dropped: lines of the page around the article (dirt.hpp), titles of media and related stories,
// repeated headlines and paragraphs, thanks to agencies at the end. What is mended: line ends and runs of
// blanks within a block become one blank; a word cut by a line's hyphen or by a stray blank is joined
// ("govern ment": pieces of which one is no word, and which together are a frequent one).
// Everything else stays byte for byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/article.hpp"
#include "extract/offset_map.hpp"
#include "extract/reading_model.hpp"

namespace dateline {

struct CleanText {
  std::string text;           // blocks parted by "\n\n"
  std::vector<Block> blocks;  // of `text`
  OffsetMap offsets;          // bytes of `text` -> bytes of the text that was cleaned
};

// Needs blocks in order, without overlap. Linear.
[[nodiscard]] CleanText clean_text(std::string_view text, const std::vector<Block>& blocks,
                                   const ReadingModel& model);

}  // namespace dateline
