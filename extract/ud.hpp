// The labels of Universal Dependencies 2 for English: UPOS, Penn Treebank tags, relations.
//
// Values and their names; see https://universaldependencies.org/u/pos and .../en/dep.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

enum class Upos : std::uint8_t {
  X,
  Adj,
  Adp,
  Adv,
  Aux,
  Cconj,
  Det,
  Intj,
  Noun,
  Num,
  Part,
  Pron,
  Propn,
  Punct,
  Sconj,
  Sym,
  Verb
};
inline constexpr std::size_t kUposCount = 17;

// Penn Treebank tags as in the English UD treebanks, in alphabetic order of their names.
enum class Xpos : std::uint8_t {
  None,
  Quote,
  OpenQuote,
  Comma,
  Lrb,
  Rrb,
  Period,
  Colon,
  Add,
  Afx,
  Cc,
  Cd,
  Dollar,
  Dt,
  Ex,
  Fw,
  Gw,
  Hyph,
  In,
  Jj,
  Jjr,
  Jjs,
  Ls,
  Md,
  Nfp,
  Nn,
  Nnp,
  Nnps,
  Nns,
  Pdt,
  Pos,
  Prp,
  PrpDollar,
  Rb,
  Rbr,
  Rbs,
  Rp,
  Sym,
  To,
  Uh,
  Vb,
  Vbd,
  Vbg,
  Vbn,
  Vbp,
  Vbz,
  Wdt,
  Wp,
  WpDollar,
  Wrb
};
inline constexpr std::size_t kXposCount = 50;

enum class Deprel : std::uint8_t {
  Dep,
  Root,
  Acl,
  AclRelcl,
  Advcl,
  AdvclRelcl,
  Advmod,
  Amod,
  Appos,
  Aux,
  AuxPass,
  Case,
  Cc,
  CcPreconj,
  Ccomp,
  Compound,
  CompoundPrt,
  Conj,
  Cop,
  Csubj,
  CsubjOuter,
  CsubjPass,
  Det,
  DetPredet,
  Discourse,
  Dislocated,
  Expl,
  Fixed,
  Flat,
  Goeswith,
  Iobj,
  List,
  Mark,
  Nmod,
  NmodDesc,
  NmodPoss,
  NmodUnmarked,
  Nsubj,
  NsubjOuter,
  NsubjPass,
  Nummod,
  Obj,
  Obl,
  OblAgent,
  OblUnmarked,
  Orphan,
  Parataxis,
  Punct,
  Reparandum,
  Vocative,
  Xcomp
};
inline constexpr std::size_t kDeprelCount = 51;

[[nodiscard]] std::string_view to_string(Upos upos);      // "NOUN"
[[nodiscard]] std::string_view to_string(Xpos xpos);      // "NNS"; "_" for None
[[nodiscard]] std::string_view to_string(Deprel deprel);  // "nsubj:pass"

// Exact names; a relation with an unknown subtype is read as its main relation.
[[nodiscard]] std::optional<Upos> upos_from(std::string_view name);
[[nodiscard]] std::optional<Xpos> xpos_from(std::string_view name);
[[nodiscard]] std::optional<Deprel> deprel_from(std::string_view name);

}  // namespace dateline
