// Compiles the patterns of table time_rules into positions of an automaton.
//
//   word  CLASS      a plain word or mark, an item of a class; name:CLASS gives it a name for column `value`;
//                    _:CLASS keeps its meaning out of the row's
//   A | B  ( ... )   one or the other
//   [ ... ]          may be left out
//   { ... }          the expression proper; what stands outside is context
//   ~X               X without a blank before it
//   \( \)            the brackets themselves
//
// Used inside extract/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/time_grammar.hpp"

namespace dateline {

// Adds the pattern of rule number `rule` to the pass; gives the names of its slots, or nothing where the
// pattern is wrong, with the reason in `error`.
[[nodiscard]] std::optional<std::vector<std::string>> add_pattern(std::string_view pattern,
                                                                  std::uint32_t rule, TimeLexicon& lexicon,
                                                                  TimePass& pass, std::string& error);

}  // namespace dateline
