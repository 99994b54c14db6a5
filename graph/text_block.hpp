// Text laid out for a terminal: wrapped to a width, with hanging indents. Widths count columns of UTF-8 text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

// Columns that a text takes: combining marks none, wide East Asian characters two, others one.
[[nodiscard]] std::size_t columns_of(std::string_view text);

// `text` with blanks added up to `columns`.
[[nodiscard]] std::string padded(std::string_view text, std::size_t columns);

// `head` and then `text`, broken between words so that lines stay within `width` columns; further lines are
// indented to the width of `head`. Control characters become blanks. A word longer than a line stands on a
// line of its own. Ends with a newline.
[[nodiscard]] std::string wrapped(std::string_view head, std::string_view text, std::size_t width);

}  // namespace dateline
