#include "extract/syntax.hpp"

#include <algorithm>
#include <initializer_list>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

bool one_of(Deprel deprel, std::initializer_list<Deprel> list) {
  return std::find(list.begin(), list.end(), deprel) != list.end();
}

bool is_subject(Deprel deprel) {
  return one_of(deprel, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter, Deprel::Csubj,
                         Deprel::CsubjPass, Deprel::CsubjOuter});
}

TokenIndex own_subject(const Syntax& s, TokenIndex t) {
  TokenIndex subject = kNone;
  for (const TokenIndex c : s.children(t))
    if (is_subject(s.deprel(c)) && (subject == kNone || s.deprel(subject) == Deprel::NsubjOuter)) subject = c;
  return subject;
}

bool is_relative_pronoun(const Syntax& s, TokenIndex t) {
  const Xpos xpos = s.xpos(t);
  return xpos == Xpos::Wdt || xpos == Xpos::Wp || (s.upos(t) == Upos::Pron && s.lemma(t) == "that");
}

bool is_relative_clause(const Syntax& s, TokenIndex t) {
  return s.head(t) != kNone && s.deprel(t) == Deprel::AclRelcl;
}

// A relative pronoun of the clause of `clause` stands for the noun that the clause hangs on.
TokenIndex antecedent(const Syntax& s, TokenIndex clause, TokenIndex word) {
  if (word == kNone || !is_relative_pronoun(s, word)) return word;
  const TokenIndex first = first_conjunct(s, clause);
  return is_relative_clause(s, first) ? s.head(first) : word;
}

bool is_predicate(const Syntax& s, TokenIndex t) {
  return s.upos(t) == Upos::Verb || s.upos(t) == Upos::Aux || s.child(t, Deprel::Cop) != kNone;
}

}  // namespace

Syntax::Syntax(const Document& d)
    : d_(&d),
      heads_(d.arcs.size() == d.tokens.size() ? static_cast<TokenIndex>(d.tokens.size()) : 0),
      first_(d.tokens.size() + 1),
      yields_(d.tokens.size()),
      depths_(d.tokens.size(), kNone) {
  const auto size = static_cast<TokenIndex>(d.tokens.size());
  for (TokenIndex t = 0; t < size; ++t)
    if (head(t) != kNone) ++first_[head(t) + 1];
  for (TokenIndex t = 0; t < size; ++t) first_[t + 1] += first_[t];
  children_.resize(first_.back());
  std::vector<std::uint32_t> filled(first_.begin(), first_.end());
  for (TokenIndex t = 0; t < size; ++t)
    if (head(t) != kNone) children_[filled[head(t)]++] = t;
  // From the roots down for depths, then back up for yields.
  std::vector<TokenIndex> order;
  order.reserve(size);
  for (TokenIndex t = 0; t < size; ++t)
    if (head(t) == kNone) {
      depths_[t] = 0;
      order.push_back(t);
    }
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const TokenIndex c : children(order[i])) {
      depths_[c] = depths_[order[i]] + 1;
      order.push_back(c);
    }
  for (TokenIndex t = 0; t < size; ++t) yields_[t] = {t, t + 1};
  for (std::size_t i = order.size(); i-- > 0;)
    if (const TokenIndex h = head(order[i]); h != kNone) yields_[h] = cover(yields_[h], yields_[order[i]]);
}

std::span<const TokenIndex> Syntax::children(TokenIndex t) const {
  return std::span(children_).subspan(first_[t], first_[t + 1] - first_[t]);
}

TokenIndex Syntax::child(TokenIndex t, std::initializer_list<Deprel> relations) const {
  for (const TokenIndex c : children(t))
    if (one_of(deprel(c), relations)) return c;
  return kNone;
}

TokenIndex Syntax::child_with_lemma(TokenIndex t, std::string_view wanted) const {
  for (const TokenIndex c : children(t))
    if (lemma(c) == wanted) return c;
  return kNone;
}

bool Syntax::is_below(TokenIndex t, TokenIndex ancestor) const {
  while (t != kNone && depths_[t] > depths_[ancestor]) t = head(t);
  return t == ancestor;
}

bool is_passive(const Syntax& s, TokenIndex verb) {
  for (const TokenIndex c : s.children(verb))
    if (one_of(s.deprel(c), {Deprel::AuxPass, Deprel::NsubjPass, Deprel::CsubjPass, Deprel::OblAgent}))
      return true;
  const bool participle = s.xpos(verb) == Xpos::Vbn;
  if (!participle || s.child(verb, Deprel::Aux) != kNone || own_subject(s, verb) != kNone) return false;
  if (s.deprel(verb) == Deprel::Acl) return true;
  const TokenIndex first = first_conjunct(s, verb);
  return first != verb && s.xpos(first) == Xpos::Vbn && is_passive(s, first);
}

TokenIndex subject_of(const Syntax& s, TokenIndex predicate) {
  TokenIndex at = predicate;
  // Each step goes up the tree, so the walk ends.
  for (;;) {
    if (const TokenIndex own = own_subject(s, at); own != kNone) return antecedent(s, at, own);
    const TokenIndex head = s.head(at);
    if (head == kNone) return kNone;
    switch (s.deprel(at)) {
      case Deprel::Acl: return s.xpos(at) == Xpos::Vb ? kNone : head;
      case Deprel::Xcomp: {
        const TokenIndex object = s.child(head, {Deprel::Obj, Deprel::Iobj});
        if (object != kNone) return antecedent(s, head, object);
        break;
      }
      case Deprel::Conj:
        if (!is_predicate(s, head)) return kNone;
        break;
      case Deprel::Advcl:
        if (s.xpos(at) == Xpos::Vbd) return kNone;
        break;
      default: return kNone;
    }
    at = head;
  }
}

TokenIndex object_of(const Syntax& s, TokenIndex predicate) {
  if (const TokenIndex own = s.child(predicate, Deprel::Obj); own != kNone)
    return antecedent(s, predicate, own);
  // "the car he sold": nothing but the modified noun can be the object.
  if (is_relative_clause(s, predicate) && s.upos(predicate) == Upos::Verb && !is_passive(s, predicate)) {
    const TokenIndex subject = own_subject(s, predicate);
    const TokenIndex oblique =
        s.child(predicate, {Deprel::Obl, Deprel::Ccomp, Deprel::Xcomp, Deprel::Advmod});
    if (subject != kNone && !is_relative_pronoun(s, subject) && oblique == kNone) return s.head(predicate);
  }
  return kNone;
}

bool is_nominal(Upos upos) {
  return upos == Upos::Noun || upos == Upos::Propn || upos == Upos::Pron || upos == Upos::Num ||
         upos == Upos::X;
}

TokenIndex preposition_of(const Syntax& s, TokenIndex nominal) {
  const TokenIndex own = s.child(nominal, Deprel::Case);
  if (own != kNone) return own;
  const TokenIndex title = s.child(nominal, Deprel::NmodDesc);
  return title != kNone && title < nominal ? s.child(title, Deprel::Case) : kNone;
}

std::string preposition_text(const Syntax& s, TokenIndex nominal) {
  const TokenIndex preposition = preposition_of(s, nominal);
  if (preposition == kNone) return {};
  std::string text = to_lower(s.document().text_of(preposition));
  for (const TokenIndex c : s.children(preposition))
    if (s.deprel(c) == Deprel::Fixed) (text += ' ') += to_lower(s.document().text_of(c));
  return text;
}

TokenIndex first_conjunct(const Syntax& s, TokenIndex t) {
  while (s.deprel(t) == Deprel::Conj && s.head(t) != kNone) t = s.head(t);
  return t;
}

std::vector<TokenIndex> conjuncts(const Syntax& s, TokenIndex t) {
  std::vector<TokenIndex> all{first_conjunct(s, t)};
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const TokenIndex c : s.children(all[i]))
      if (s.deprel(c) == Deprel::Conj) all.push_back(c);
  std::sort(all.begin(), all.end());
  return all;
}

Arguments arguments_of(const Syntax& s, TokenIndex predicate) {
  Arguments a{.passive = is_passive(s, predicate),
              .subject = subject_of(s, predicate),
              .object = object_of(s, predicate),
              .complement = s.child(predicate, {Deprel::Ccomp, Deprel::Xcomp})};
  const bool noun = !is_predicate(s, predicate);
  for (const TokenIndex c : s.children(predicate)) {
    const Deprel deprel = s.deprel(c);
    if (deprel == Deprel::Iobj) a.indirect_object = antecedent(s, predicate, c);
    if (noun && deprel == Deprel::NmodPoss && a.subject == kNone) a.subject = c;
    if (deprel == Deprel::OblAgent) a.agent = antecedent(s, predicate, c);
    if (one_of(deprel, {Deprel::Obl, Deprel::OblUnmarked}) ||
        (noun && one_of(deprel, {Deprel::Nmod, Deprel::NmodUnmarked})))
      a.obliques.push_back({antecedent(s, predicate, c), preposition_of(s, c)});
  }
  return a;
}

std::vector<TokenIndex> auxiliaries(const Syntax& s, TokenIndex predicate) {
  std::vector<TokenIndex> found;
  for (TokenIndex at = predicate;;) {
    for (const TokenIndex c : s.children(at))
      if (one_of(s.deprel(c), {Deprel::Aux, Deprel::AuxPass, Deprel::Cop})) found.push_back(c);
    const bool shares = found.empty() && s.deprel(at) == Deprel::Conj && own_subject(s, at) == kNone;
    if (!shares || !is_predicate(s, s.head(at))) return found;
    // "had left and came": a finite form needs no auxiliary.
    const Xpos xpos = s.xpos(at);
    if (xpos == Xpos::Vbd || xpos == Xpos::Vbz || xpos == Xpos::Vbp) return found;
    at = s.head(at);
  }
}

bool is_negated(const Syntax& s, TokenIndex predicate, const WordSet& negators) {
  const auto negator = [&](TokenIndex c) { return negators.contains(s.lemma(c)); };
  for (const TokenIndex c : s.children(predicate)) {
    if (one_of(s.deprel(c), {Deprel::Advmod, Deprel::Det, Deprel::CcPreconj, Deprel::Case, Deprel::Mark}) &&
        negator(c))
      return true;
    if (!one_of(s.deprel(c), {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj})) continue;
    const TokenIndex determiner = s.child(c, Deprel::Det);
    if ((s.upos(c) == Upos::Pron && negator(c)) || (determiner != kNone && negator(determiner))) return true;
  }
  // "did not come or call": the auxiliary that both share carries the negation.
  for (const TokenIndex aux : auxiliaries(s, predicate)) {
    if (s.head(aux) == predicate) continue;
    for (const TokenIndex c : s.children(s.head(aux)))
      if (s.deprel(c) == Deprel::Advmod && negator(c) && c < predicate) return true;
  }
  return false;
}

bool is_clause_head(const Syntax& s, TokenIndex t) {
  switch (s.deprel(t)) {
    case Deprel::Root:
    case Deprel::Ccomp:
    case Deprel::Xcomp:
    case Deprel::Advcl:
    case Deprel::AdvclRelcl:
    case Deprel::Acl:
    case Deprel::AclRelcl:
    case Deprel::Csubj:
    case Deprel::CsubjPass:
    case Deprel::CsubjOuter:
    case Deprel::Parataxis: return true;
    case Deprel::Conj: return is_predicate(s, t);
    default: return s.head(t) == kNone;
  }
}

TokenIndex clause_of(const Syntax& s, TokenIndex t) {
  while (!is_clause_head(s, t)) t = s.head(t);
  return t;
}

TokenIndex governor_of(const Syntax& s, TokenIndex clause_head) {
  const TokenIndex head = s.head(clause_head);
  if (head == kNone) return kNone;
  if (s.deprel(clause_head) == Deprel::Conj) return governor_of(s, first_conjunct(s, clause_head));
  return clause_of(s, head);
}

std::vector<TokenIndex> clause_words(const Syntax& s, TokenIndex clause_head) {
  std::vector<TokenIndex> words{clause_head};
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const TokenIndex c : s.children(words[i]))
      if (!is_clause_head(s, c)) words.push_back(c);
  std::sort(words.begin(), words.end());
  return words;
}

Span noun_phrase(const Syntax& s, TokenIndex noun) {
  Span phrase{noun, noun + 1};
  const std::span<const TokenIndex> children = s.children(noun);
  const auto close = [&](TokenIndex c) {
    return one_of(s.deprel(c),
                  {Deprel::Det, Deprel::DetPredet, Deprel::Amod, Deprel::Nummod, Deprel::Compound,
                   Deprel::Flat, Deprel::NmodPoss, Deprel::NmodDesc, Deprel::Advmod, Deprel::Goeswith});
  };
  // Outward from the noun, as long as nothing stands between but punctuation within the phrase (hyphens,
  // quotes).
  for (auto c = children.rbegin(); c != children.rend(); ++c) {
    const Span part = s.subtree(*c);
    if (part.end > phrase.begin) continue;
    if (part.end != phrase.begin || !(close(*c) || s.deprel(*c) == Deprel::Punct)) break;
    phrase.begin = part.begin;
  }
  while (phrase.begin < noun && s.deprel(phrase.begin) == Deprel::Punct) ++phrase.begin;
  for (const TokenIndex c : children) {
    const Span part = s.subtree(c);
    if (part.begin < phrase.end) continue;
    if (part.begin != phrase.end ||
        !one_of(s.deprel(c), {Deprel::Flat, Deprel::Compound, Deprel::Goeswith, Deprel::NmodDesc}))
      break;
    phrase.end = part.end;
  }
  return phrase;
}

}  // namespace dateline
