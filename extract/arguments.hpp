// How words take part in an event: the arguments of a verb or of a noun that names one, shared and lent ones
// included. Wider than arguments_of() of syntax, which keeps to what the form says.
#pragma once

#include <vector>

#include "extract/syntax.hpp"

namespace dateline {

// How a word takes part in what another word says.
enum class ArgumentKind : std::uint8_t {
  Subject,
  PassiveSubject,
  Object,
  IndirectObject,
  ByAgent,     // "by" of a passive or of a noun
  Oblique,     // with a preposition, or a noun's "of", "with", ...
  Possessive,  // "Rome's visit"
  Modifier,    // a word before a noun: "Israeli raids", "peace talks"
  Clause       // content: "said that ...", "urged ... to ..."
};

struct Argument {
  TokenIndex head = kNone;
  ArgumentKind kind = ArgumentKind::Subject;
  TokenIndex preposition = kNone;  // the case word, where there is one
  bool inherited = false;          // taken over from a governing or coordinated word
};

// The arguments of a verb or an event noun, those it shares with its governor or its first conjunct
// included, each coordinated word an argument of its own. At most kMaxArguments, nearest relation first.
inline constexpr std::size_t kMaxArguments = 48;
[[nodiscard]] std::vector<Argument> event_arguments(const Syntax& s, TokenIndex t);

}  // namespace dateline
