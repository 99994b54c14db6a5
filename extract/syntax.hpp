// Questions over the trees of a document: children, yields, subjects, objects, prepositions, clauses,
// coordination.
//
// A Syntax is built once from a document's arcs, in linear time, and keeps a reference to the document. All
// questions look at one word and its neighbours in the tree. Word means a token of the document; kNone stands
// for "there is none". Subjects that a sentence leaves out ("He came and saw", "wants to go", "the man who
// left") are found through coordination, control and relative clauses.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.hpp"
#include "extract/orthography.hpp"

namespace dateline {

class Syntax {
 public:
  // Needs tokens and sentences. Words without arcs or morphs (a document made by hand) have neither head nor
  // children, relation Dep, part of speech X and no lemma. `d` must outlive this.
  explicit Syntax(const Document& d);

  [[nodiscard]] const Document& document() const { return *d_; }
  [[nodiscard]] TokenIndex head(TokenIndex t) const { return t < heads_ ? d_->arcs[t].head : kNone; }
  [[nodiscard]] Deprel deprel(TokenIndex t) const { return t < heads_ ? d_->arcs[t].deprel : Deprel::Dep; }
  [[nodiscard]] Upos upos(TokenIndex t) const { return t < d_->morphs.size() ? d_->morphs[t].upos : Upos::X; }
  [[nodiscard]] Xpos xpos(TokenIndex t) const {
    return t < d_->morphs.size() ? d_->morphs[t].xpos : Xpos::None;
  }
  [[nodiscard]] std::string_view lemma(TokenIndex t) const {
    return t < d_->morphs.size() ? std::string_view(d_->morphs[t].lemma) : std::string_view();
  }

  // In text order.
  [[nodiscard]] std::span<const TokenIndex> children(TokenIndex t) const;
  // First child with the relation, or one of the relations, or kNone.
  [[nodiscard]] TokenIndex child(TokenIndex t, Deprel deprel) const { return child(t, {deprel}); }
  [[nodiscard]] TokenIndex child(TokenIndex t, std::initializer_list<Deprel> relations) const;
  // First child with the lemma, or kNone.
  [[nodiscard]] TokenIndex child_with_lemma(TokenIndex t, std::string_view lemma) const;
  // The smallest span that holds the word and all that hangs on it.
  [[nodiscard]] Span subtree(TokenIndex t) const { return yields_[t]; }
  // Steps from the root, which has 0.
  [[nodiscard]] std::uint32_t depth(TokenIndex t) const { return depths_[t]; }
  // Whether `t` is `ancestor` or hangs below it.
  [[nodiscard]] bool is_below(TokenIndex t, TokenIndex ancestor) const;

 private:
  const Document* d_;
  TokenIndex heads_ = 0;              // words that have an arc: all or none
  std::vector<std::uint32_t> first_;  // of a word's children; one more than words
  std::vector<TokenIndex> children_;
  std::vector<Span> yields_;
  std::vector<std::uint32_t> depths_;
};

// A noun that hangs on a predicate by a preposition or as a bare expression ("in Rome", "Monday").
struct Oblique {
  TokenIndex word = kNone;
  TokenIndex preposition = kNone;  // its `case`; kNone for a bare one
};

// Who does what to whom, by form. Conjuncts are not spelt out: see conjuncts().
struct Arguments {
  bool passive = false;
  TokenIndex subject = kNone;  // grammatical; of a passive: what is acted on
  TokenIndex object = kNone;
  TokenIndex indirect_object = kNone;
  TokenIndex agent = kNone;       // "by" of a passive
  TokenIndex complement = kNone;  // head of a clause that is said, thought or wanted (ccomp, xcomp)
  std::vector<Oblique> obliques;  // in text order; without the agent
};

// Of a verb, or of a noun or adjective with a copula. For a noun that stands alone ("the killing of Smith by
// rebels", "Smith's arrest"), the obliques are its nmods, the subject its possessor.
[[nodiscard]] Arguments arguments_of(const Syntax& s, TokenIndex predicate);

// "was killed", "killed in the raid" behind its noun.
[[nodiscard]] bool is_passive(const Syntax& s, TokenIndex verb);
// The subject, also one left out; a relative pronoun is answered by the noun it stands for.
[[nodiscard]] TokenIndex subject_of(const Syntax& s, TokenIndex predicate);
// Direct object; in "the car that he sold", "car".
[[nodiscard]] TokenIndex object_of(const Syntax& s, TokenIndex predicate);

// Whether a part of speech can head a noun phrase.
[[nodiscard]] bool is_nominal(Upos upos);

// The `case` of a nominal, or kNone, also where it hangs on the title before a name ("with Defense Minister
// Novak"); its words in lower case, fixed ones joined: "in", "because of",
// "according to".
[[nodiscard]] TokenIndex preposition_of(const Syntax& s, TokenIndex nominal);
[[nodiscard]] std::string preposition_text(const Syntax& s, TokenIndex nominal);

// The word and those coordinated with it, in text order, whichever of them is given.
[[nodiscard]] std::vector<TokenIndex> conjuncts(const Syntax& s, TokenIndex t);
// The first of them.
[[nodiscard]] TokenIndex first_conjunct(const Syntax& s, TokenIndex t);

// Auxiliaries and copula of a predicate, in text order; those of the first conjunct where it has none of its
// own and shares its subject ("was tried and jailed").
[[nodiscard]] std::vector<TokenIndex> auxiliaries(const Syntax& s, TokenIndex predicate);
// A negator (lemmas of the table negators: Model::negators) on the word itself, on auxiliaries that it
// shares, or as its subject or object, or on one of these ("no troops left", "nobody came").
[[nodiscard]] bool is_negated(const Syntax& s, TokenIndex predicate, const WordSet& negators);

// Whether the word heads a clause of its own.
[[nodiscard]] bool is_clause_head(const Syntax& s, TokenIndex t);
// The head of the clause that the word stands in: itself, or the nearest above.
[[nodiscard]] TokenIndex clause_of(const Syntax& s, TokenIndex t);
// The predicate that the clause of `clause_head` depends on, or kNone for a main clause.
[[nodiscard]] TokenIndex governor_of(const Syntax& s, TokenIndex clause_head);
// The words of the clause in text order, without those of clauses below it.
[[nodiscard]] std::vector<TokenIndex> clause_words(const Syntax& s, TokenIndex clause_head);

// The noun with what stands close to it: determiners, adjectives, numbers, compounds, possessors, and the
// rest of a name; without prepositions, relative clauses, appositions and conjuncts. Contiguous.
[[nodiscard]] Span noun_phrase(const Syntax& s, TokenIndex noun);

}  // namespace dateline
