// The names of a newsroom's own list, found in a document.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/known_actors.hpp"
#include "extract/wording.hpp"

namespace dateline {

// The names that stand on the list, longest first, in the place of those found otherwise that they overlap. A
// longer name found around one stays. In text order, none overlapping.
[[nodiscard]] std::vector<Mention> with_known_names(const Document& d, const Wording& wording,
                                                    const KnownActors& known, std::vector<Mention> names);

// The day for which the list is asked: the publication date, where there is one.
[[nodiscard]] std::optional<date::sys_days> day_of(const Document& d);

}  // namespace dateline
