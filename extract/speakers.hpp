// Who speaks in the quotations of a document.
#pragma once

#include <vector>

#include "extract/gazetteer.hpp"
#include "extract/syntax.hpp"

namespace dateline {

// One a token: for those in a quotation the head of its speaker, the subject of a verb of saying that stands
// in a sentence of the quotation outside of it; kNone elsewhere, and where nothing tells the speaker. A
// quotation without such a verb is that of the one before it, if both stand in one paragraph, or if that one
// was left open at the end of its paragraph. Linear.
[[nodiscard]] std::vector<TokenIndex> speakers_of(const Syntax& syntax, const Gazetteer& gazetteer);

}  // namespace dateline
