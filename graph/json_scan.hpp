// Looks at JSON bytes without parsing them: where its outermost values begin and end, how deep they nest.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// What Dateline writes nests eight deep; hostile input is refused before a parser sees it.
inline constexpr std::size_t kMaxJsonDepth = 32;

// An outermost value of a file that holds one or many, one after another or one a line.
struct JsonValueText {
  std::string_view bytes;  // of the scanned text; runs to its end where the last bracket is never closed
  std::size_t offset = 0;  // bytes before it
  std::size_t line = 1;    // 1-based
};

// Linear. Throws InputError (line, column) for anything between values that is no blank, and for values
// nested deeper than kMaxJsonDepth.
[[nodiscard]] std::vector<JsonValueText> outermost_values(std::string_view bytes, const std::string& file);

// "line 3, column 7" of a byte; columns count bytes.
[[nodiscard]] std::string line_and_column(std::string_view bytes, std::size_t offset);

// The text of the string that follows "schema": in the first object (or the first object of an array of them)
// of `bytes`, or "" where there is none. Looks no further than that object's end.
[[nodiscard]] std::string_view schema_of(std::string_view bytes);

}  // namespace dateline
