// Questions about the trees of a document: children, subjects, objects, prepositions.
//
// A Tree is an index over Document::arcs, made once a document in linear time. Words without arcs
// (a document whose trees were not built) have no children and no head.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "extract/document.hpp"

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

class Tree {
 public:
  // Keeps a pointer to `d`, which must live as long.
  explicit Tree(const Document& d);

  [[nodiscard]] const Document& document() const { return *d_; }
  // In text order.
  [[nodiscard]] std::span<const TokenIndex> children(TokenIndex t) const;
  [[nodiscard]] TokenIndex head(TokenIndex t) const;  // kNone for roots
  [[nodiscard]] Deprel deprel(TokenIndex t) const;
  [[nodiscard]] std::string_view lemma(TokenIndex t) const;
  [[nodiscard]] Upos upos(TokenIndex t) const;
  [[nodiscard]] Xpos xpos(TokenIndex t) const;
  // The first child with one of the relations, or kNone.
  [[nodiscard]] TokenIndex child(TokenIndex t, std::initializer_list<Deprel> relations) const;
  // The preposition of a nominal, or kNone; also where the parser hung it on the title before a name
  // ("with Defense Minister Novak").
  [[nodiscard]] TokenIndex preposition(TokenIndex t) const;
  // The first child with the lemma, or kNone.
  [[nodiscard]] TokenIndex child_with_lemma(TokenIndex t, std::string_view lemma) const;
  // The verb is passive: "was killed", "killed by rebels", "the man killed".
  [[nodiscard]] bool passive(TokenIndex t) const;

 private:
  const Document* d_;
  std::vector<std::uint32_t> first_;  // one a token, and one past the last; into children_
  std::vector<TokenIndex> children_;
};

// Whether a word is the head of a noun phrase, a predicate noun included.
[[nodiscard]] bool is_nominal(Upos upos);

// The arguments of a verb or an event noun, those it shares with its governor or its first conjunct
// included, each coordinated word an argument of its own. At most kMaxArguments, nearest relation first.
inline constexpr std::size_t kMaxArguments = 48;
[[nodiscard]] std::vector<Argument> event_arguments(const Tree& s, TokenIndex t);

}  // namespace dateline
