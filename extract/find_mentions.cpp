#include "extract/find_mentions.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "extract/descriptions.hpp"
#include "extract/known_names.hpp"
#include "extract/names.hpp"
#include "extract/network_names.hpp"
#include "extract/wording.hpp"

namespace dateline {
namespace {

// One word that is the last of a person's full name elsewhere in the article is that person's.
void read_short_names(const Wording& wording, std::vector<Mention>& names) {
  std::unordered_set<std::string_view> surnames;
  for (const Mention& name : names)
    if (name.kind == EntityKind::Person && name.tokens.size() > 1)
      surnames.insert(wording.keys[name.tokens.end - 1]);
  for (Mention& name : names)
    if (name.tokens.size() == 1 && name.kind != EntityKind::Country && name.kind != EntityKind::Group &&
        surnames.contains(wording.keys[name.tokens.begin]) && !wording.caps[name.tokens.begin]) {
      name.kind = EntityKind::Person;
      name.country.clear();
    }
}

// Whether the place does what governments do, or has it done to it: "Washington said", "Moscow and Kyiv
// agreed", "accused Washington", "talks with Moscow".
bool acts_as_government(const Document& d, const Gazetteer& gazetteer, const Mention& place) {
  constexpr TokenIndex kReach = 3;  // tokens back to a preposition
  TokenIndex head = place.head;
  for (int step = 0; step < 4 && d.arcs[head].deprel == Deprel::Conj; ++step) head = d.arcs[head].head;
  const Arc& arc = d.arcs[head];
  if (arc.head == kNone || arc.head >= d.morphs.size()) return false;
  const Morph& governor = d.morphs[arc.head];
  const bool verb = is_verb_tag(governor.xpos);
  switch (arc.deprel) {
    case Deprel::Nsubj:
      return verb && arc.head >= place.tokens.end && gazetteer.is(NameWord::Acting, governor.lemma);
    case Deprel::NsubjPass:
    case Deprel::Obj: return verb && gazetteer.is(NameWord::ActedOn, governor.lemma);
    case Deprel::Obl:
    case Deprel::Nmod:
      for (TokenIndex t = head > kReach ? head - kReach : 0; t < head; ++t)
        if (d.arcs[t].head == head && d.arcs[t].deprel == Deprel::Case) return d.morphs[t].lemma == "with";
      return false;
    default: return false;
  }
}

// A capital that acts is its country's government.
void read_governments(const Document& d, const Gazetteer& gazetteer, std::vector<Mention>& names) {
  for (Mention& name : names) {
    if (name.kind != EntityKind::Place || name.head >= d.arcs.size() || name.country.empty()) continue;
    if (!gazetteer.nation(Wording::key_of(d, name.tokens), NationForm::Capital)) continue;
    if (acts_as_government(d, gazetteer, name)) name.kind = EntityKind::Country;
  }
}

std::vector<Mention> find_pronouns(const Document& d, const Gazetteer& gazetteer, const Wording& wording) {
  std::vector<Mention> found;
  for (TokenIndex i = 0; i < d.tokens.size(); ++i) {
    const auto pronoun = gazetteer.pronoun(wording.keys[i]);
    if (!pronoun || (wording.caps[i] && wording.keys[i] == "us")) continue;
    const bool human =
        pronoun->gender == Gender::Male || pronoun->gender == Gender::Female || pronoun->person == 1;
    const EntityKind kind = !human            ? EntityKind::Other
                            : pronoun->plural ? EntityKind::Group
                                              : EntityKind::Person;
    found.push_back(
        {.tokens = {i, i + 1}, .head = i, .form = MentionForm::Pronoun, .kind = kind, .phrase = {i, i + 1}});
  }
  return found;
}

// A nation that only qualifies a description or a role ("[Israeli] forces") is told by their country.
bool only_qualifies(const Document& d, const Wording& wording, const Mention& nation,
                    const std::vector<Mention>& around) {
  if (nation.kind != EntityKind::Country && nation.kind != EntityKind::Group) return false;
  if (nation.tokens.end >= d.tokens.size()) return false;
  const std::string& next = wording.keys[nation.tokens.end];
  if (next == "'s" || next == "'") return false;
  const auto covers = [&](const Mention& m) {
    if (m.form == MentionForm::Name)
      return m.phrase.begin <= nation.tokens.begin && nation.tokens.end <= m.tokens.begin;
    return m.tokens.contains(nation.tokens) && m.tokens.end > nation.tokens.end;
  };
  return std::any_of(around.begin(), around.end(), covers);
}

bool in_order(const Mention& a, const Mention& b) {
  if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
  return a.tokens.end > b.tokens.end;
}

}  // namespace

std::vector<Mention> find_mentions(const Document& d, const Model& model) {
  const Gazetteer& gazetteer = model.gazetteer;
  const Wording wording = wording_of(d, gazetteer);
  std::vector<Mention> names = with_known_names(
      d, wording, model.known, with_network_names(d, wording, find_names(d, gazetteer, wording)));
  extend_phrases(d, gazetteer, wording, names);
  read_short_names(wording, names);
  read_governments(d, gazetteer, names);
  const std::vector<Mention> descriptions = find_descriptions(d, gazetteer, wording, names);

  std::vector<Mention> found;
  auto description = descriptions.begin();
  for (std::size_t n = 0; n < names.size(); ++n) {
    while (description != descriptions.end() && description->tokens.end <= names[n].tokens.begin)
      ++description;
    std::vector<Mention> around;
    if (description != descriptions.end()) around.push_back(*description);
    for (std::size_t next = n + 1; next < names.size() && next < n + 3; ++next) around.push_back(names[next]);
    if (!only_qualifies(d, wording, names[n], around)) found.push_back(names[n]);
  }
  found.insert(found.end(), descriptions.begin(), descriptions.end());
  const std::vector<Mention> pronouns = find_pronouns(d, gazetteer, wording);
  found.insert(found.end(), pronouns.begin(), pronouns.end());
  std::stable_sort(found.begin(), found.end(), in_order);
  return found;
}

}  // namespace dateline
