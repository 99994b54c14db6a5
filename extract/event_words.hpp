// Names under which the features of find_events' questions speak of arguments, tags, things and distances.
#pragma once

#include <string>
#include <string_view>

#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

[[nodiscard]] std::string_view name_of(ArgumentKind kind);  // "subject", "by", ...
[[nodiscard]] std::string_view name_of(Xpos tag);           // "VBD"
// What stands at the head `t`: an entity kind, "pronoun", "number", "time" or "thing".
[[nodiscard]] std::string_view kind_name(const Scene& scene, TokenIndex t);
// "0", "1", "2", "3-4", "5-8", ... with "-" for backwards.
[[nodiscard]] std::string_view distance_name(TokenIndex from, TokenIndex to);
// The argument of the trigger that the span of tokens is, or null.
[[nodiscard]] const Argument* argument_at(const Trigger& trigger, Span tokens, TokenIndex head);
// The steps in the tree from `t` up to `to`, as relations ("obl<acl"), at most four; "" where there is no
// such way.
[[nodiscard]] std::string path_up(const Syntax& s, TokenIndex t, TokenIndex to);

}  // namespace dateline
