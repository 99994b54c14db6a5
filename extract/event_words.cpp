#include "extract/event_words.hpp"

#include <array>
#include <string>

namespace dateline {

std::string_view name_of(ArgumentKind kind) {
  static constexpr std::array<std::string_view, 9> kNames{
      "subject", "passive subject", "object",   "indirect object", "by",
      "oblique", "possessive",      "modifier", "clause"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Xpos tag) { return to_string(tag); }

std::string_view kind_name(const Scene& scene, TokenIndex t) {
  if (scene.time_of_token[t] != kNone) return "time";
  if (scene.mention_of_head[t] != kNone) return to_string(scene.kind_at(t));
  if (scene.tree.upos(t) == Upos::Pron) return "pronoun";
  if (scene.tree.upos(t) == Upos::Num) return "number";
  return "thing";
}

std::string_view distance_name(TokenIndex from, TokenIndex to) {
  static constexpr std::array<std::string_view, 7> kAfter{"0", "1", "2", "3-4", "5-8", "9-16", "far"};
  static constexpr std::array<std::string_view, 7> kBefore{"0", "-1", "-2", "-3-4", "-5-8", "-9-16", "-far"};
  const std::uint32_t n = from < to ? to - from : from - to;
  const std::size_t bucket = n <= 2 ? n : n <= 4 ? 3 : n <= 8 ? 4 : n <= 16 ? 5 : 6;
  return from <= to ? kAfter[bucket] : kBefore[bucket];
}

const Argument* argument_at(const Trigger& trigger, Span tokens, TokenIndex head) {
  for (const Argument& a : trigger.arguments)
    if (a.head == head) return &a;
  for (const Argument& a : trigger.arguments)
    if (a.kind != ArgumentKind::Clause && tokens.contains(a.head)) return &a;
  return nullptr;
}

std::string path_up(const Syntax& s, TokenIndex t, TokenIndex to) {
  std::string path;
  for (int step = 0; step < 4 && t != kNone; ++step) {
    path += to_string(s.deprel(t));
    t = s.head(t);
    if (t == to) return path;
    path += '<';
  }
  return {};
}

}  // namespace dateline
