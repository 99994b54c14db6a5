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

std::string own_slots(const std::vector<Argument>& arguments) {
  bool subject = false;
  bool object = false;
  bool by = false;
  for (const Argument& a : arguments) {
    if (a.inherited) continue;
    subject = subject || a.kind == ArgumentKind::Subject || a.kind == ArgumentKind::PassiveSubject;
    object = object || a.kind == ArgumentKind::Object;
    by = by || a.kind == ArgumentKind::ByAgent || a.kind == ArgumentKind::Possessive;
  }
  return std::string(subject ? "S" : "") + (object ? "O" : "") + (by ? "B" : "");
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

TreeWay way_between(const Syntax& s, TokenIndex from, TokenIndex to) {
  constexpr int kMostUp = 5;
  constexpr int kMostDown = 4;
  TreeWay way;
  std::array<TokenIndex, kMostDown> down{};
  int up_steps = 0;
  int down_steps = 0;
  TokenIndex a = from;
  TokenIndex b = to;
  while (a != b) {
    if (a != kNone && (b == kNone || s.depth(a) >= s.depth(b))) {
      if (++up_steps > kMostUp) return {};
      way.relations += to_string(s.deprel(a));
      way.relations += '<';
      a = s.head(a);
    } else {
      if (down_steps == kMostDown) return {};
      down[static_cast<std::size_t>(down_steps++)] = b;
      b = s.head(b);
    }
  }
  if (a == kNone) return {};
  way.relations += '^';
  for (int i = down_steps; i > 0; --i) {
    way.relations += to_string(s.deprel(down[static_cast<std::size_t>(i - 1)]));
    way.relations += '>';
  }
  way.top = a;
  return way;
}

}  // namespace dateline
