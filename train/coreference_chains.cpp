#include "train/coreference_chains.hpp"

#include <algorithm>
#include <map>

#include "extract/find_mentions.hpp"
#include "extract/match_references.hpp"
#include "extract/model.hpp"
#include "extract/parse.hpp"
#include "extract/read_words.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"

namespace dateline {

Document analysed_words(const Document& words, const Model& model) {
  Document d{.article = words.article, .tokens = words.tokens, .sentences = words.sentences};
  d.readings = read_words(d, model);
  d.morphs = tag(d, model);
  d.arcs = parse(d, model);
  d.mentions = find_mentions(d, model);
  return d;
}

Document analysed_text(const Document& words, const Model& model) {
  Document d{.article = words.article};
  d.tokens = tokenize(d, model);
  d.sentences = split_sentences(d, model);
  return analysed_words(d, model);
}

std::vector<NounPhrase> phrases_of(const Document& d, const Syntax& syntax,
                                   const std::vector<Chain>& chains) {
  std::vector<NounPhrase> phrases;
  for (const Chain& chain : chains)
    for (const Span span : chain) {
      TokenIndex head = span.begin;
      for (TokenIndex t = span.begin; t < span.end; ++t)
        if (d.arcs[t].head == kNone || !span.contains(d.arcs[t].head)) {
          head = t;
          if (syntax.upos(t) != Upos::Punct && syntax.upos(t) != Upos::Adp) break;
        }
      const TokenIndex other = syntax.child(head, Deprel::Conj);
      phrases.push_back({span, head, other != kNone && span.contains(other)});
    }
  return phrases;
}

bool is_annotated(const Syntax& s, const Markable& m) {
  const Xpos xpos = s.document().morphs[m.head].xpos;
  const Deprel deprel = s.deprel(m.head);
  if (xpos == Xpos::Wp || xpos == Xpos::Wdt || xpos == Xpos::WpDollar || xpos == Xpos::Jj) return false;
  if (deprel == Deprel::Appos || deprel == Deprel::Expl) return false;
  return m.form == MarkableForm::Pronoun || s.child(m.head, Deprel::Cop) == kNone;
}

std::vector<Chain> chains_in(const Document& d, const Model& model, std::int32_t favour,
                             const std::vector<Chain>* gold) {
  Resolution r(d, model);
  match_names(r);
  const Syntax syntax(d);
  Markables markables = markables_of(r, syntax, gold ? phrases_of(d, syntax, *gold) : noun_phrases(syntax));
  if (gold != nullptr) {
    std::vector<Span> spans;
    for (const Chain& chain : *gold) spans.insert(spans.end(), chain.begin(), chain.end());
    std::sort(spans.begin(), spans.end());
    std::erase_if(markables.list, [&](const Markable& m) {
      return !std::binary_search(spans.begin(), spans.end(), m.tokens);
    });
  }
  Discourse discourse(r, syntax, std::move(markables));
  match_references(r, discourse, by_weights(model.coreference, favour));
  std::map<std::uint32_t, Chain> chains;
  const auto& list = discourse.markables().list;
  for (MarkableIndex i = 0; i < list.size(); ++i)
    if (gold || is_annotated(syntax, list[i])) chains[discourse.cluster_of(i)].push_back(list[i].tokens);
  std::vector<Chain> found;
  for (auto& [cluster, chain] : chains) {
    std::sort(chain.begin(), chain.end());
    chain.erase(std::unique(chain.begin(), chain.end()), chain.end());
    if (chain.size() > 1) found.push_back(std::move(chain));
  }
  return found;
}

bool stands_for(const Document& d, const Markable& m, Span bytes) {
  if (m.several) return false;
  const Span head = d.tokens[m.head].span;
  if (bytes.overlaps(head)) return true;
  if (m.mention == kNone) return false;
  const Span name = d.bytes_of(d.mentions[m.mention].tokens);
  return bytes.contains(name) || (name.contains(bytes) && d.mentions[m.mention].form == MentionForm::Name);
}

}  // namespace dateline
