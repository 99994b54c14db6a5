// Names as they are compared: without case, accents, punctuation and a leading "the".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// "The U.S." -> "us", "Zoë Keller-Brandt" -> "zoe keller brandt", "Côte d'Ivoire" -> "cote divoire": words of
// folded letters and digits, parted by one blank. Text without letters and digits stays as it is.
[[nodiscard]] std::string folded_name(std::string_view name);

// The words of a folded name. Views into `folded`.
[[nodiscard]] std::vector<std::string_view> words_of_name(std::string_view folded);

// Whether this is a description ("the police", "two officials") and no name: it has letters with case, and
// none of them is a capital.
[[nodiscard]] bool is_description(std::string_view name);

}  // namespace dateline
