// Names under which the features of find_events' questions speak of arguments, tags, things and distances.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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
// Which of its places a word fills itself: "S" a subject, "O" an object, "B" a by-agent or possessor.
[[nodiscard]] std::string own_slots(const std::vector<Argument>& arguments);
// The steps in the tree from `t` up to `to`, as relations ("obl<acl"), at most four; "" where there is no
// such way.
[[nodiscard]] std::string path_up(const Syntax& s, TokenIndex t, TokenIndex to);
// The way through the tree from one word to another of its sentence: relations up to the word above both,
// "^", relations down ("obl<^nsubj>"); "" where it is longer than five steps up or four down.
struct TreeWay {
  std::string relations;
  TokenIndex top = kNone;  // the word above both
};
[[nodiscard]] TreeWay way_between(const Syntax& s, TokenIndex from, TokenIndex to);

}  // namespace dateline
