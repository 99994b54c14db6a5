#include "extract/scene.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline {
namespace {

std::vector<SentenceIndex> sentences_of_tokens(const Document& d) {
  std::vector<SentenceIndex> of(d.tokens.size(), 0);
  for (std::size_t s = 0; s < d.sentences.size(); ++s)
    for (std::uint32_t t = d.sentences[s].tokens.begin; t < d.sentences[s].tokens.end && t < of.size(); ++t)
      of[t] = static_cast<SentenceIndex>(s);
  return of;
}

// For each sentence the index of the first thing that begins in it or later; `things` are in text order.
template <class Things>
std::vector<std::uint32_t> firsts(const Document& d, const Things& things) {
  std::vector<std::uint32_t> first;
  first.reserve(d.sentences.size() + 1);
  std::uint32_t i = 0;
  for (const Sentence& s : d.sentences) {
    while (i < things.size() && things[i].tokens.begin < s.tokens.begin) ++i;
    first.push_back(i);
  }
  first.push_back(static_cast<std::uint32_t>(things.size()));
  return first;
}

template <class Things>
std::vector<std::uint32_t> covering(std::size_t tokens, const Things& things) {
  std::vector<std::uint32_t> of(tokens, kNone);
  for (std::size_t i = 0; i < things.size(); ++i)
    for (std::uint32_t t = things[i].tokens.begin; t < things[i].tokens.end && t < tokens; ++t)
      of[t] = static_cast<std::uint32_t>(i);
  return of;
}

}  // namespace

Scene make_scene(const Document& d) {
  Scene scene{.d = d,
              .tree = Syntax(d),
              .sentence_of = sentences_of_tokens(d),
              .mention_of_head = std::vector<MentionIndex>(d.tokens.size(), kNone),
              .time_of_token = covering(d.tokens.size(), d.times),
              .figure_of_token = covering(d.tokens.size(), d.figures),
              .figure_of_counted = std::vector<FigureIndex>(d.tokens.size(), kNone),
              .first_mention = firsts(d, d.mentions),
              .first_time = firsts(d, d.times),
              .first_figure = firsts(d, d.figures)};
  for (std::size_t m = 0; m < d.mentions.size(); ++m) {
    if (d.mentions[m].head >= d.tokens.size()) continue;
    MentionIndex& at = scene.mention_of_head[d.mentions[m].head];
    if (at == kNone || d.mentions[at].tokens.size() < d.mentions[m].tokens.size())
      at = static_cast<MentionIndex>(m);
  }
  for (std::size_t f = 0; f < d.figures.size(); ++f)
    if (d.figures[f].counted < d.tokens.size())
      scene.figure_of_counted[d.figures[f].counted] = static_cast<FigureIndex>(f);
  return scene;
}

EntityIndex Scene::entity_of(MentionIndex m) const {
  return m < d.entities.of_mention.size() ? d.entities.of_mention[m] : kNone;
}

EntityKind Scene::kind_at(TokenIndex t) const {
  const MentionIndex m = t < mention_of_head.size() ? mention_of_head[t] : kNone;
  if (m == kNone) return EntityKind::Other;
  const EntityIndex e = entity_of(m);
  return e < d.entities.list.size() ? d.entities.list[e].kind : d.mentions[m].kind;
}

BlockKind Scene::block_kind(SentenceIndex s) const {
  if (s >= d.sentences.size() || d.sentences[s].block >= d.article.blocks.size()) return BlockKind::Paragraph;
  return d.article.blocks[d.sentences[s].block].kind;
}

bool Scene::in_dateline(TokenIndex t) const {
  constexpr TokenIndex kLongest = 10;  // words before the dash
  constexpr std::array<std::string_view, 5> kDashes{"-", "--", "_", "\xe2\x80\x93", "\xe2\x80\x94"};
  const Span sentence = d.sentences[sentence_of[t]].tokens;
  if (t - sentence.begin > kLongest) return false;
  const std::string_view first = d.text_of(sentence.begin);
  const bool capitals = first.size() > 2 &&
                        std::all_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!capitals) return false;
  const TokenIndex end = std::min<TokenIndex>(sentence.end, sentence.begin + kLongest + 1);
  for (TokenIndex at = sentence.begin + 1; at < end; ++at)
    if (std::find(kDashes.begin(), kDashes.end(), d.text_of(at)) != kDashes.end()) return t <= at;
  return false;
}

}  // namespace dateline
