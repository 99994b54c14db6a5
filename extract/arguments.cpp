#include "extract/arguments.hpp"

#include <algorithm>

namespace dateline {

namespace {

bool is_verbal(const Syntax& s, TokenIndex t) {
  const Upos u = s.upos(t);
  return u == Upos::Verb || u == Upos::Aux ||
         s.child(t, {Deprel::Cop, Deprel::Nsubj, Deprel::NsubjPass}) != kNone;
}

struct Collector {
  const Syntax& s;
  std::vector<Argument> found;

  void add(TokenIndex t, ArgumentKind kind, TokenIndex preposition, bool inherited) {
    // A conjunction hands its relation on, chain or fan alike; the cap bounds it.
    std::size_t todo = found.size();
    push(t, kind, preposition, inherited);
    if (kind == ArgumentKind::Clause) return;
    for (; todo < found.size(); ++todo)
      for (const TokenIndex c : s.children(found[todo].head))
        if (s.deprel(c) == Deprel::Conj && is_nominal(s.upos(c))) push(c, kind, preposition, inherited);
  }

  void push(TokenIndex t, ArgumentKind kind, TokenIndex preposition, bool inherited) {
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const Argument& a) { return a.head == t; });
    if (!known && found.size() < kMaxArguments) found.push_back({t, kind, preposition, inherited});
  }

  void add_child(TokenIndex c, bool of_passive) {
    const TokenIndex preposition = preposition_of(s, c);
    const bool by = preposition != kNone && s.lemma(preposition) == "by";
    switch (s.deprel(c)) {
      case Deprel::Nsubj:
      case Deprel::NsubjOuter:
        return add(c, of_passive ? ArgumentKind::PassiveSubject : ArgumentKind::Subject, kNone, false);
      case Deprel::NsubjPass: return add(c, ArgumentKind::PassiveSubject, kNone, false);
      case Deprel::Obj: return add(c, ArgumentKind::Object, kNone, false);
      case Deprel::Iobj: return add(c, ArgumentKind::IndirectObject, kNone, false);
      case Deprel::OblAgent: return add(c, ArgumentKind::ByAgent, preposition, false);
      case Deprel::Obl:
      case Deprel::Nmod:
      case Deprel::OblUnmarked:
        return add(c, by ? ArgumentKind::ByAgent : ArgumentKind::Oblique, preposition, false);
      case Deprel::NmodPoss: return add(c, ArgumentKind::Possessive, kNone, false);
      case Deprel::Compound:
      case Deprel::Amod:
      case Deprel::NmodUnmarked:
      case Deprel::NmodDesc: return add(c, ArgumentKind::Modifier, kNone, false);
      case Deprel::Ccomp:
      case Deprel::Xcomp: return add(c, ArgumentKind::Clause, kNone, false);
      default: return;
    }
  }

  [[nodiscard]] bool has_subject() const {
    return std::any_of(found.begin(), found.end(), [](const Argument& a) {
      return a.kind == ArgumentKind::Subject || a.kind == ArgumentKind::PassiveSubject;
    });
  }
};

// The subject that a verb without one of its own shares with `t`'s governor.
TokenIndex shared_subject(const Syntax& s, TokenIndex t) {
  TokenIndex at = t;
  for (int step = 0; step < 6; ++step) {
    const TokenIndex head = s.head(at);
    if (head == kNone) return kNone;
    const Deprel how = s.deprel(at);
    if (how == Deprel::Acl || how == Deprel::AclRelcl || how == Deprel::Amod) return head;
    const bool climbs = how == Deprel::Xcomp || how == Deprel::Conj || how == Deprel::Advcl ||
                        how == Deprel::Parataxis || how == Deprel::Ccomp || how == Deprel::Obl ||
                        how == Deprel::Obj || how == Deprel::Nmod;
    if (!climbs) return kNone;
    if (how == Deprel::Xcomp) {
      const TokenIndex object = s.child(head, {Deprel::Obj, Deprel::Iobj, Deprel::NsubjPass});
      if (object != kNone) return object;
    }
    const TokenIndex subject = s.child(head, {Deprel::Nsubj, Deprel::NsubjPass});
    if (subject != kNone) return subject;
    at = head;
  }
  return kNone;
}

// "the man who fled": the antecedent stands in for the relative pronoun.
void resolve_relative(const Syntax& s, TokenIndex t, std::vector<Argument>& found) {
  if (s.deprel(t) != Deprel::AclRelcl || s.head(t) == kNone) return;
  bool replaced = false;
  for (Argument& a : found) {
    const Xpos x = s.xpos(a.head);
    if (x == Xpos::Wp || x == Xpos::Wdt || (s.lemma(a.head) == "that" && s.upos(a.head) == Upos::Pron)) {
      a.head = s.head(t);
      replaced = true;
    }
  }
  const bool object = std::any_of(found.begin(), found.end(),
                                  [](const Argument& a) { return a.kind == ArgumentKind::Object; });
  const bool subject = std::any_of(found.begin(), found.end(),
                                   [](const Argument& a) { return a.kind == ArgumentKind::Subject; });
  if (!replaced && subject && !object) found.push_back({s.head(t), ArgumentKind::Object, kNone, false});
}

}  // namespace

std::vector<Argument> event_arguments(const Syntax& s, TokenIndex t) {
  Collector c{s, {}};
  const bool passive = is_passive(s, t);
  for (const TokenIndex child : s.children(t)) c.add_child(child, passive);
  // A subject that the parser hung on an auxiliary is the verb's.
  for (const TokenIndex child : s.children(t))
    if (s.deprel(child) == Deprel::Aux && !c.has_subject())
      for (const TokenIndex below : s.children(child)) c.add_child(below, passive);
  resolve_relative(s, t, c.found);
  if (is_verbal(s, t) && !c.has_subject()) {
    const TokenIndex subject = shared_subject(s, t);
    if (subject != kNone)
      c.add(subject, passive ? ArgumentKind::PassiveSubject : ArgumentKind::Subject, kNone, true);
  }
  // "talks" in "held talks": what governs the noun lends it its subject and its obliques.
  if (!is_verbal(s, t) && s.head(t) != kNone && (s.deprel(t) == Deprel::Obj || s.deprel(t) == Deprel::Obl)) {
    for (const TokenIndex child : s.children(s.head(t)))
      if (child != t && (s.deprel(child) == Deprel::Nsubj ||
                         (s.deprel(t) == Deprel::Obj && s.deprel(child) == Deprel::Obl)))
        c.add(child, s.deprel(child) == Deprel::Nsubj ? ArgumentKind::Subject : ArgumentKind::Oblique,
              preposition_of(s, child), true);
  }
  return std::move(c.found);
}

}  // namespace dateline
