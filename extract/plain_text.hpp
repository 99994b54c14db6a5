// The blocks of a plain text: what its blank lines, line ends and marks tell of paragraphs, headlines and
// lists.
#pragma once

#include <string_view>
#include <vector>

#include "extract/article.hpp"
#include "extract/reading_model.hpp"

namespace dateline {

// Blocks of `text`, in order, without overlap; each non-blank line lies in one (marks of lists excepted).
//
// Blank lines part blocks. Within a group of lines, a line end parts them too, unless the text is wrapped:
// the next line's first word would not have fitted (Knuth's greedy line filling, read backwards), or the
// sentence goes on in lower case. Lines that are dirt stand alone. A dateline or a date glued to the first
// sentence is a block of its own. Linear.
[[nodiscard]] std::vector<Block> find_blocks(std::string_view text, const ReadingModel& model);

// Whether the text of a block is no sentence but a title: short, without a full stop.
[[nodiscard]] bool is_title_like(std::string_view text);
// Whether it ends as sentences do: full stop, question or exclamation mark, perhaps with quotes or brackets.
[[nodiscard]] bool ends_sentence(std::string_view text);

}  // namespace dateline
