// The names of a document, each read as what it names.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/gazetteer.hpp"
#include "extract/wording.hpp"

namespace dateline {

struct FoundName {
  Mention mention;
  bool sure = false;  // a table or a telling word says what it is
};

// In text order, none overlapping. Titles, ranks and roles stand outside the name, inside its phrase.
// Needs tokens and sentences; morphs and arcs where there are any.
[[nodiscard]] std::vector<FoundName> find_names(const Document& d, const Gazetteer& gazetteer,
                                                const Wording& wording);

// The end of the longest title that begins at `token` ("Secretary of State"), or `token`.
[[nodiscard]] TokenIndex end_of_title(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                                      TokenIndex token, TokenIndex end);

// Of a stretch of tokens the one whose head in the tree lies outside: the first such, or `otherwise`.
[[nodiscard]] TokenIndex head_of(const Document& d, Span tokens, TokenIndex otherwise);

}  // namespace dateline
