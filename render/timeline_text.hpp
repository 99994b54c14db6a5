// A chronicle as text: for a terminal, and as Markdown.
#pragma once

#include <cstddef>
#include <string>

#include "render/chronicle.hpp"

namespace dateline {

struct TextStyle {
  std::size_t width = 80;  // columns; lines are at most so wide, words that are longer are broken
  bool color = false;      // with the escape sequences of ECMA-48 for colours, bold, faint, struck
};

inline constexpr std::size_t kLeastTextWidth = 24;
// Events under their dates, lane by lane where there are lanes: type, what happened, who else takes part,
// figures, sources. Needs a width of at least kLeastTextWidth.
[[nodiscard]] std::string to_text(const Chronicle& chronicle, const TextStyle& style = {});

// CommonMark: title, events under their dates, links to their sources. Nothing of an article works as markup.
[[nodiscard]] std::string to_markdown(const Chronicle& chronicle);

// Makes the words that text of one event is composed of. "planned visit"
[[nodiscard]] std::string kind_words(const EventCaption& event);
// Who else, figures, sources: "Ann, Bob \u2192 Carol; killed 7; 2 sources"
[[nodiscard]] std::string detail_words(const EventCaption& event);

}  // namespace dateline
