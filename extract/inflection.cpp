#include "extract/inflection.hpp"

#include <algorithm>

#include "extract/lemma.hpp"
#include "extract/rule_table.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

// Kinds of dependents, as bits.
enum Dependent : std::uint16_t {
  kAux = 1,
  kHave = 2,
  kAuxPass = 4,
  kSubject = 8,
  kSubjectPass = 16,
  kClauseSubject = 32,
  kMark = 64,
  kTo = 128,
  kCase = 256,
  kDeterminer = 512,
  kFixed = 1024,
  kFlat = 2048,
  kConjunct = 4096,
};

std::uint16_t dependent_of(const Arc& arc, const Morph& morph) {
  switch (arc.deprel) {
    case Deprel::Aux: return morph.lemma == "have" ? kAux | kHave : kAux;
    case Deprel::AuxPass: return kAuxPass;
    case Deprel::Nsubj:
    case Deprel::NsubjOuter: return kSubject;
    case Deprel::NsubjPass: return kSubject | kSubjectPass;
    case Deprel::Csubj:
    case Deprel::CsubjOuter:
    case Deprel::CsubjPass: return kClauseSubject;
    case Deprel::Mark: return morph.xpos == Xpos::To ? kMark | kTo : kMark;
    case Deprel::Case: return kCase;
    case Deprel::Det:
    case Deprel::NmodPoss: return kDeterminer;
    case Deprel::Fixed: return kFixed;
    case Deprel::Flat: return kFlat;
    case Deprel::Conj: return kConjunct;
    default: return 0;
  }
}

std::string_view main_relation(Deprel deprel) {
  const std::string_view name = to_string(deprel);
  return name.substr(0, name.find(':'));
}

bool is_helper(Deprel deprel) {
  return deprel == Deprel::Aux || deprel == Deprel::AuxPass || deprel == Deprel::Cop;
}

// Numbers by how they are written; other words as they are.
std::string form_class(std::string_view word) {
  const std::string form = lemma_form(word.substr(0, 48));
  if (std::none_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; })) return form;
  const auto digits_only = [](std::string_view text) {
    return text.find_first_not_of("0123456789.,") == std::string_view::npos;
  };
  if (digits_only(form)) return "9";
  if (form.find('/') != std::string::npos) return "9/9";
  const std::string_view tail = std::string_view(form).substr(form.size() > 2 ? form.size() - 2 : 0);
  const bool ordinal = tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
  return ordinal && digits_only(std::string_view(form).substr(0, form.size() - 2)) ? "9th" : "9x";
}

}  // namespace

InflectionScan::InflectionScan(const Document& d)
    : d_(d), dependents_(d.tokens.size()), subjects_(d.tokens.size(), kNone) {
  for (TokenIndex t = 0; t < d.tokens.size(); ++t) {
    const TokenIndex head = d.arcs[t].head;
    if (head == kNone) continue;
    const std::uint16_t kind = dependent_of(d.arcs[t], d.morphs[t]);
    dependents_[head] |= kind;
    if ((kind & kSubject) != 0 && subjects_[head] == kNone) subjects_[head] = t;
  }
}

// Number and person of what a clause says something of; conjuncts share the subject of the first.
std::string_view InflectionScan::agreement(TokenIndex clause) const {
  constexpr int kFar = 4;
  for (int steps = 0; steps < kFar && clause != kNone; ++steps) {
    if ((dependents_[clause] & kClauseSubject) != 0) return "S3";
    if (const TokenIndex subject = subjects_[clause]; subject != kNone) {
      const Xpos xpos = d_.morphs[subject].xpos;
      const Deprel deprel = d_.arcs[clause].deprel;
      const bool relative = xpos == Xpos::Wdt || xpos == Xpos::Wp || d_.text_of(subject) == "that";
      const bool has_noun =
          deprel == Deprel::Acl || deprel == Deprel::AclRelcl || deprel == Deprel::AdvclRelcl;
      return agreement_with(relative && has_noun ? d_.arcs[clause].head : subject);
    }
    if (d_.arcs[clause].deprel != Deprel::Conj) return "-";
    clause = d_.arcs[clause].head;
  }
  return "-";
}

std::string_view InflectionScan::agreement_with(TokenIndex subject) const {
  const std::string form = lemma_form(d_.text_of(subject).substr(0, 8));
  const Xpos xpos = d_.morphs[subject].xpos;
  if ((dependents_[subject] & kConjunct) != 0) return "P3";
  if (form == "i") return "S1";
  if (form == "you") return "S2";
  if (form == "we") return "P1";
  const bool plural = xpos == Xpos::Nns || xpos == Xpos::Nnps || form == "they" || form == "these" ||
                      form == "those" || (xpos == Xpos::Cd && form != "one" && form != "1");
  return plural ? "P3" : "S3";
}

std::string InflectionScan::verb_context(TokenIndex t) const {
  const Arc& arc = d_.arcs[t];
  const std::uint16_t kinds = dependents_[t];
  std::string context(main_relation(arc.deprel));
  if ((kinds & kAux) != 0) context += 'a';
  if ((kinds & kTo) != 0) context += 't';
  if ((kinds & kSubject) != 0) context += 's';
  if ((kinds & kMark) != 0 && (kinds & kTo) == 0) context += 'm';
  // Of a helper: whether another helper or "to" stands right before it.
  if (is_helper(arc.deprel) && t > 0) {
    const bool helped = d_.morphs[t - 1].xpos == Xpos::To || is_helper(d_.arcs[t - 1].deprel) ||
                        d_.morphs[t - 1].upos == Upos::Part || d_.morphs[t - 1].upos == Upos::Adv;
    if (helped) context += 'b';
  }
  const bool first = t == 0 || d_.text_of(t - 1).find_first_of(".!?") != std::string_view::npos;
  if (first) context += '0';
  return context;
}

std::string InflectionScan::participle_context(TokenIndex t) const {
  const std::uint16_t kinds = dependents_[t];
  std::string context(to_string(d_.arcs[t].deprel));
  if ((kinds & kAuxPass) != 0) context += 'p';
  if ((kinds & kSubjectPass) != 0) context += 'n';
  if ((kinds & kHave) != 0)
    context += 'h';
  else if ((kinds & kAux) != 0)
    context += 'a';
  if ((kinds & kMark) != 0) context += 'm';
  if ((kinds & kCase) != 0) context += 'c';
  if ((kinds & kDeterminer) != 0) context += 'd';
  return context;
}

bool InflectionScan::in_relative_clause(TokenIndex t) const {
  const auto relative = [](Deprel deprel) {
    return deprel == Deprel::AclRelcl || deprel == Deprel::AdvclRelcl;
  };
  for (int steps = 0; steps < 3 && t != kNone; ++steps, t = d_.arcs[t].head)
    if (relative(d_.arcs[t].deprel)) return true;
  return false;
}

std::string InflectionScan::context(TokenIndex t) const {
  const Arc& arc = d_.arcs[t];
  std::string context;
  switch (d_.morphs[t].xpos) {
    case Xpos::Vbd:
    case Xpos::Vbp: context = agreement(is_helper(arc.deprel) ? arc.head : t); break;
    case Xpos::Vb: context = verb_context(t); break;
    case Xpos::Vbn:
    case Xpos::Vbg: context = participle_context(t); break;
    case Xpos::Wp:
    case Xpos::WpDollar:
    case Xpos::Wdt:
    case Xpos::Wrb:
      context = main_relation(arc.deprel);
      if (in_relative_clause(t)) context += 'r';
      break;
    case Xpos::Nnp:
    case Xpos::Nnps:
      if ((dependents_[t] & kFlat) != 0) context = "L";
      break;
    case Xpos::In: break;
    default: context = main_relation(arc.deprel);
  }
  if ((dependents_[t] & kFixed) != 0) context += 'F';
  return context;
}

InflectionKeys InflectionScan::keys(TokenIndex t) const {
  const Morph& morph = d_.morphs[t];
  const std::uint64_t tags =
      (static_cast<std::uint64_t>(morph.upos) * kXposCount + static_cast<std::uint64_t>(morph.xpos)) *
      kInflectionLevels;
  const std::string form = form_class(d_.text_of(t));
  const std::string tree = context(t);
  return {text_key(tree, text_key(form, tags)), text_key(form, tags + 1), text_key(tree, tags + 2),
          text_key({}, tags + 3)};
}

}  // namespace dateline
