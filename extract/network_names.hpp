// The names that the network sees, put together with those that rules and tables find.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/names.hpp"

namespace dateline {

// Rules that are sure decide; a longer name that the network sees around them, and names that only it sees,
// are taken from it; where a rule guesses, the network says where the name begins and ends. In text order,
// none overlapping. Without readings the names stay as they are.
[[nodiscard]] std::vector<Mention> with_network_names(const Document& d, const Wording& wording,
                                                      const std::vector<FoundName>& names);

// What the network takes the words of the span for, here and all over the article; absent where it nowhere
// sees a name in them.
[[nodiscard]] std::optional<EntityKind> kind_by_network(const Document& d, const Wording& wording, Span span);

}  // namespace dateline
