// How words are looked up in tables of names: lower case, no accents, one kind of apostrophe, single blanks.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// "São  Tomé" is "sao tome", "Shi’ite" is "shi'ite". Letters that have no plain form stay, in lower case.
[[nodiscard]] std::string name_key(std::string_view words);

}  // namespace dateline
