// Numbers as words and digits give them: "1,700", "twenty-five", "2.5 million", "dozens of", "half a
// million".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/document.hpp"
#include "extract/number_words.hpp"

namespace dateline {

struct NumberRead {
  std::uint32_t end = 0;  // token one past the last
  double value = 0;
  bool vague = false;    // the value is only a lower bound: "dozens"
  bool article = false;  // "a": one, where it counts a person
};

// The number that begins at token `t`, of at most 12 tokens and before token `end`; absent where none begins.
[[nodiscard]] std::optional<NumberRead> read_number(const Document& d, const NumberWords& words, TokenIndex t,
                                                    std::uint32_t end);

// The ASCII letters of a text in lower case.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace dateline
