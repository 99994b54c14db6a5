// Which features of inflection (FEATS of Universal Dependencies) a word has, by its form, its tags and its
// tree.
//
// What the tree adds is a few letters: for "ran" number and person of its subject, for "taken" whether it is
// passive, for "that" whether it begins a relative clause. The rules are learned from the UD treebanks by
// train/train_inflections and lie in models/inflections.bin; a rule for form, tags and tree is asked first,
// then those that leave out the tree, the form, both.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.hpp"

namespace dateline {

inline constexpr std::size_t kInflectionLevels = 4;
using InflectionKeys = std::array<std::uint64_t, kInflectionLevels>;  // first the most exact

// Walks over the words of a document. Needs tokens, sentences, morphs and arcs.
class InflectionScan {
 public:
  explicit InflectionScan(const Document& d);  // must outlive this

  [[nodiscard]] InflectionKeys keys(TokenIndex t) const;
  // What the tree says of the word.
  [[nodiscard]] std::string context(TokenIndex t) const;

 private:
  [[nodiscard]] std::string_view agreement(TokenIndex clause) const;
  [[nodiscard]] std::string_view agreement_with(TokenIndex subject) const;
  [[nodiscard]] std::string verb_context(TokenIndex t) const;
  [[nodiscard]] std::string participle_context(TokenIndex t) const;
  [[nodiscard]] bool in_relative_clause(TokenIndex t) const;

  const Document& d_;
  std::vector<std::uint16_t> dependents_;  // one a token, a set of bits
  std::vector<TokenIndex> subjects_;       // one a token: the subject of the clause that it heads, or kNone
};

}  // namespace dateline
