// Words that describe an actor without naming it: "the Palestinian leader", "35 civilians", "police".
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/gazetteer.hpp"
#include "extract/wording.hpp"

namespace dateline {

// In text order, none overlapping another or a title in a name's phrase. Needs tokens and sentences; tells
// more with morphs and arcs. `names` are those of find_names, phrases extended (extend_phrases).
[[nodiscard]] std::vector<Mention> find_descriptions(const Document& d, const Gazetteer& gazetteer,
                                                     const Wording& wording,
                                                     const std::vector<Mention>& names);

// Takes roles written small into the phrases of names: "[police spokesman] Rod Beer", "[the oil company]
// Gazprom". A role tells the kind of a name that is not known otherwise.
void extend_phrases(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                    std::vector<Mention>& names);

}  // namespace dateline
