#include "extract/resolution.hpp"

#include <utility>

#include "extract/model.hpp"
#include "extract/name_key.hpp"

namespace dateline {
namespace {

bool is_number(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

bool opens(const Document& d, const Gazetteer& gazetteer, TokenIndex i) {
  if (i < d.morphs.size()) {
    const Xpos xpos = d.morphs[i].xpos;
    if (xpos == Xpos::Dt || xpos == Xpos::Cd || xpos == Xpos::PrpDollar || xpos == Xpos::Pdt) return true;
  }
  const std::string key = name_key(d.text_of(i));
  return is_number(key) || gazetteer.is(NameWord::Determiner, key) || gazetteer.is(NameWord::Bound, key);
}

}  // namespace

Resolution::Resolution(const Document& document, const Model& model)
    : d(document), gazetteer(model.gazetteer), known(model.known) {
  of_mention.assign(d.mentions.size(), kNone);
  reasons.assign(d.mentions.size(), {});
  sentence_of.reserve(d.mentions.size());
  SentenceIndex s = 0;  // mentions stand in text order
  for (const Mention& m : d.mentions) {
    while (s + 1 < d.sentences.size() && d.sentences[s].tokens.end <= m.tokens.begin) ++s;
    sentence_of.push_back(s);
  }
}

EntityIndex Resolution::add(MentionIndex m, Actor actor) {
  actors.push_back(std::move(actor));
  const auto index = static_cast<EntityIndex>(actors.size() - 1);
  join(m, index);
  return index;
}

void Resolution::join(MentionIndex m, EntityIndex actor) {
  of_mention[m] = actor;
  Actor& a = actors[actor];
  a.mentions.push_back(m);
  if (a.country.empty() && (a.kind != EntityKind::Person || d.mentions[m].form != MentionForm::Name))
    a.country = d.mentions[m].country;
}

void Resolution::join(MentionIndex m, EntityIndex actor, Bond bond) {
  // The name that says most of the actor: that of its first mention, if it has one.
  const auto& others = actors[actor].mentions;
  reasons[m] = {.bond = bond, .with = others.empty() ? Span{} : d.mentions[others.front()].tokens};
  join(m, actor);
}

std::string Resolution::key(MentionIndex m) const { return name_key(d.text_of(d.mentions[m].tokens)); }

std::string Resolution::key_of(TokenIndex token) const { return name_key(d.text_of(token)); }

Span Resolution::phrase_of(MentionIndex m) const {
  const Mention& mention = d.mentions[m];
  return mention.phrase.empty() ? mention.tokens : mention.phrase;
}

bool Resolution::is_subject(MentionIndex m) const {
  const TokenIndex head = d.mentions[m].head;
  if (head >= d.arcs.size()) return false;
  const Deprel deprel = d.arcs[head].deprel;
  return deprel == Deprel::Nsubj || deprel == Deprel::NsubjPass || deprel == Deprel::NsubjOuter;
}

Span without_count(const Document& d, const Gazetteer& gazetteer, Span tokens) {
  while (tokens.size() > 1 && d.text_of(tokens.begin + 1) != "-") {  // "61-year-old" is no number
    if (opens(d, gazetteer, tokens.begin)) {
      ++tokens.begin;
      continue;
    }
    const std::string first = name_key(d.text_of(tokens.begin));
    const std::string second = name_key(d.text_of(tokens.begin + 1));
    if (tokens.size() > 2 && second == "of" && gazetteer.is(NameWord::Quantity, first)) {
      tokens.begin += 2;
    } else if (tokens.size() > 2 &&
               gazetteer.is(NameWord::Bound, std::string(first).append(" ").append(second))) {
      tokens.begin += 2;
    } else {
      break;
    }
  }
  return tokens;
}

}  // namespace dateline
