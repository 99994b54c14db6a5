#include "extract/clause_text.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr int kDeepest = 6;  // nouns and clauses inside each other

class Gatherer {
 public:
  Gatherer(const Scene& scene, std::size_t most) : scene_(scene), s_(scene.tree), most_(most) {}

  void add_noun(TokenIndex noun, int depth) {
    Span close = noun_phrase(s_, noun);
    while (close.begin < noun && scene_.in_dateline(close.begin)) ++close.begin;
    add(close);
    std::vector<TokenIndex> behind;
    for (const TokenIndex c : s_.children(noun))
      if (c >= close.end && completes_noun(c)) behind.push_back(c);
    for (const TokenIndex c : behind) add_phrase(c, depth + 1);
    add_conjuncts(noun, depth);
  }

  void add_predicate(TokenIndex verb, int depth) {
    add_verb_group(verb);
    for (const TokenIndex c : s_.children(verb)) {
      const Deprel how = s_.deprel(c);
      const bool relative = s_.xpos(c) == Xpos::Wdt || s_.xpos(c) == Xpos::Wp;
      if ((how == Deprel::Obj || how == Deprel::Iobj) && !relative) add_phrase(c, depth + 1);
      if ((how == Deprel::Xcomp || how == Deprel::Ccomp) && c > verb) add_clause(c, depth + 1);
    }
    for (const TokenIndex c : s_.children(verb))
      if (c > verb && is_oblique(s_.deprel(c)) && !is_time(c)) add_phrase(c, depth + 1);
  }

  void add_clause(TokenIndex verb, int depth) {
    if (depth > kDeepest) return;
    Gatherer inside(scene_, most_);
    for (const TokenIndex c : s_.children(verb)) {
      const Deprel how = s_.deprel(c);
      if (how == Deprel::Mark) inside.add(s_.subtree(c));
      if (how == Deprel::Nsubj || how == Deprel::NsubjPass || how == Deprel::Expl)
        inside.add_phrase(c, depth + 1);
    }
    inside.add_predicate(verb, depth);
    join(inside.take());
  }

  [[nodiscard]] Words take() {
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
    return std::move(words_);
  }

 private:
  static bool is_oblique(Deprel how) { return how == Deprel::Obl || how == Deprel::OblAgent; }

  [[nodiscard]] bool completes_noun(TokenIndex c) const {
    const Deprel how = s_.deprel(c);
    return (how == Deprel::Nmod || is_oblique(how)) && !is_time(c) && s_.child(c, {Deprel::Case}) != kNone;
  }

  [[nodiscard]] bool is_time(TokenIndex t) const { return scene_.time_of_token[t] != kNone; }

  void add(Span span) {
    for (TokenIndex t = span.begin; t < span.end; ++t) words_.push_back(t);
  }

  void add_verb_group(TokenIndex verb) {
    for (const TokenIndex c : s_.children(verb)) {
      const Deprel how = s_.deprel(c);
      const bool negation = how == Deprel::Advmod && c < verb &&
                            (s_.lemma(c) == "not" || s_.lemma(c) == "never" || s_.lemma(c) == "n't");
      if (how == Deprel::Aux || how == Deprel::AuxPass || how == Deprel::Cop || how == Deprel::CompoundPrt ||
          negation)
        words_.push_back(c);
    }
    words_.push_back(verb);
  }

  // A phrase is taken whole or not at all.
  void add_phrase(TokenIndex noun, int depth) {
    if (depth > kDeepest) return;
    Gatherer inside(scene_, most_);
    for (const TokenIndex c : s_.children(noun))
      if (s_.deprel(c) == Deprel::Case) inside.add(s_.subtree(c));
    if (is_nominal(s_.upos(noun)) || s_.upos(noun) == Upos::Num)
      inside.add_noun(noun, depth);
    else
      inside.words_.push_back(noun);
    join(inside.take());
  }

  void add_conjuncts(TokenIndex noun, int depth) {
    for (const TokenIndex c : s_.children(noun)) {
      if (s_.deprel(c) != Deprel::Conj || depth > kDeepest) continue;
      const TokenIndex joint = s_.child(c, {Deprel::Cc});
      const bool comma = c > 0 && s_.child(c, {Deprel::Punct}) != kNone;
      if (joint == kNone && !comma) continue;
      Gatherer inside(scene_, most_);
      for (const TokenIndex p : s_.children(c))
        if (p < c && (s_.deprel(p) == Deprel::Cc || s_.deprel(p) == Deprel::Punct))
          inside.words_.push_back(p);
      inside.add(noun_phrase(s_, c));
      join(inside.take());
    }
  }

  void join(const Words& more) {
    if (words_.size() + more.size() <= most_) words_.insert(words_.end(), more.begin(), more.end());
  }

  const Scene& scene_;
  const Syntax& s_;
  std::size_t most_;
  Words words_;
};

// The name that a pronoun stands for, or "".
std::string name_for_pronoun(const Scene& scene, TokenIndex t) {
  const MentionIndex m = scene.mention_of_head[t];
  if (m == kNone || scene.d.mentions[m].form != MentionForm::Pronoun) return {};
  const EntityIndex e = scene.entity_of(m);
  if (e == kNone) return {};
  const Entity& entity = scene.d.entities.list[e];
  const auto has = [&](MentionForm form) {
    return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                       [&](MentionIndex x) { return scene.d.mentions[x].form == form; });
  };
  if (!has(MentionForm::Name) && !has(MentionForm::Nominal)) return {};
  const std::string name = (has(MentionForm::Name) ? "" : "the ") + entity.name;
  const bool possessive = scene.tree.xpos(t) == Xpos::PrpDollar;
  return !possessive ? name : name + (name.ends_with("s") ? "'" : "'s");
}

}  // namespace

Words noun_words(const Scene& scene, TokenIndex noun, std::size_t most) {
  Gatherer gatherer(scene, most);
  gatherer.add_noun(noun, 0);
  return gatherer.take();
}

Words predicate_words(const Scene& scene, TokenIndex verb, std::size_t most) {
  Gatherer gatherer(scene, most);
  gatherer.add_predicate(verb, 0);
  return gatherer.take();
}

Words said_before(const Scene& scene, TokenIndex verb, std::size_t most) {
  Gatherer gatherer(scene, most);
  for (const TokenIndex c : scene.tree.children(verb))
    if (c < verb && scene.tree.deprel(c) == Deprel::Ccomp) gatherer.add_clause(c, 0);
  return gatherer.take();
}

std::string text_of_words(const Scene& scene, const Words& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TokenIndex t = words[i];
    const bool glued = i > 0 && words[i - 1] + 1 == t &&
                       scene.d.tokens[words[i - 1]].span.end == scene.d.tokens[t].span.begin;
    if (i > 0 && !glued) text += ' ';
    const std::string name = name_for_pronoun(scene, t);
    text += name.empty() ? std::string(scene.d.text_of(t)) : name;
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace dateline
