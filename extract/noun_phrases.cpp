#include "extract/noun_phrases.hpp"

#include <algorithm>

namespace dateline {
namespace {

// What hangs on a noun only where it is the predicate of a clause, or stands beside the phrase.
bool is_outside(Deprel deprel) {
  switch (deprel) {
    case Deprel::Case:
    case Deprel::Cc:
    case Deprel::CcPreconj:
    case Deprel::Punct:
    case Deprel::Cop:
    case Deprel::Mark:
    case Deprel::Nsubj:
    case Deprel::NsubjPass:
    case Deprel::NsubjOuter:
    case Deprel::Csubj:
    case Deprel::CsubjPass:
    case Deprel::CsubjOuter:
    case Deprel::Aux:
    case Deprel::AuxPass:
    case Deprel::Discourse:
    case Deprel::Parataxis:
    case Deprel::Advcl:
    case Deprel::AdvclRelcl:
    case Deprel::Obl:
    case Deprel::OblAgent:
    case Deprel::OblUnmarked:
    case Deprel::Vocative:
    case Deprel::Dislocated:
    case Deprel::Expl:
    case Deprel::Ccomp:
    case Deprel::Orphan:
    case Deprel::Reparandum:
    case Deprel::Iobj:
    case Deprel::Obj:
    case Deprel::Xcomp:
    case Deprel::List: return true;
    default: return false;
  }
}

bool is_part_of_word(Deprel deprel) {
  return deprel == Deprel::Fixed || deprel == Deprel::Flat || deprel == Deprel::Goeswith;
}

class PhraseFinder {
 public:
  explicit PhraseFinder(const Syntax& syntax) : s_(syntax), d_(syntax.document()) {}

  void find_at(TokenIndex t) {
    if (!heads_phrase(t)) return;
    add({yield(t, false), t, false});
    if (s_.child(t, Deprel::Conj) != kNone) add({yield(t, true), t, true});
  }

  [[nodiscard]] std::vector<NounPhrase> take() {
    std::sort(found_.begin(), found_.end(), [](const NounPhrase& a, const NounPhrase& b) {
      if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
      return a.tokens.end != b.tokens.end ? a.tokens.end > b.tokens.end : a.head < b.head;
    });
    const auto same = [](const NounPhrase& a, const NounPhrase& b) { return a.tokens == b.tokens; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return std::move(found_);
  }

 private:
  void add(const NounPhrase& phrase) { found_.push_back(phrase); }

  [[nodiscard]] bool heads_phrase(TokenIndex t) const {
    const Upos upos = s_.upos(t);
    const Xpos xpos = d_.morphs[t].xpos;
    const Deprel deprel = s_.deprel(t);
    if (is_part_of_word(deprel) || deprel == Deprel::Expl || xpos == Xpos::Ex || xpos == Xpos::Wdt)
      return false;
    if (upos == Upos::Pron || upos == Upos::Propn) return true;
    if (upos == Upos::Noun) return deprel != Deprel::Compound;
    const bool alone = deprel != Deprel::Det && deprel != Deprel::Nummod && deprel != Deprel::Compound;
    return alone && (xpos == Xpos::Dt || xpos == Xpos::Cd);
  }

  [[nodiscard]] bool belongs(TokenIndex child, TokenIndex head, bool with_conjuncts) const {
    const Deprel deprel = s_.deprel(child);
    if (deprel == Deprel::Case) return child > head && d_.morphs[child].xpos == Xpos::Pos;
    if (deprel == Deprel::Conj) return with_conjuncts;
    if (deprel == Deprel::Advmod) return child < head && s_.upos(head) != Upos::Pron;
    return !is_outside(deprel);
  }

  [[nodiscard]] Span yield(TokenIndex head, bool with_conjuncts) const {
    Span all{head, head + 1};
    for (const TokenIndex child : s_.children(head))
      if (belongs(child, head, with_conjuncts)) all = cover(all, s_.subtree(child));
    while (all.end > head + 1 && s_.upos(all.end - 1) == Upos::Punct && !closes(all.end - 1)) --all.end;
    while (all.begin < head && s_.upos(all.begin) == Upos::Punct && !opens(all.begin)) ++all.begin;
    return all;
  }

  [[nodiscard]] bool closes(TokenIndex t) const {
    const Xpos xpos = d_.morphs[t].xpos;
    return xpos == Xpos::Rrb || xpos == Xpos::Quote;
  }
  [[nodiscard]] bool opens(TokenIndex t) const {
    const Xpos xpos = d_.morphs[t].xpos;
    return xpos == Xpos::Lrb || xpos == Xpos::OpenQuote;
  }

  const Syntax& s_;
  const Document& d_;
  std::vector<NounPhrase> found_;
};

}  // namespace

std::vector<NounPhrase> noun_phrases(const Syntax& syntax) {
  PhraseFinder finder(syntax);
  for (TokenIndex t = 0; t < syntax.document().tokens.size(); ++t) finder.find_at(t);
  return finder.take();
}

}  // namespace dateline
