// What is known of the terminal that results are read on.
#pragma once

#include <cstddef>

namespace dateline {

enum class ColorChoice { Auto, Always, Never };

// Columns of the terminal that standard output is; 80 where it is none.
[[nodiscard]] std::size_t terminal_width();
// Whether results on standard output are to be coloured. Auto: on a terminal that can show colours, unless
// the environment variable NO_COLOR is set (https://no-color.org).
[[nodiscard]] bool wants_color(ColorChoice choice);

}  // namespace dateline
