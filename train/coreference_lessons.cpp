#include "train/coreference_lessons.hpp"

#include <map>

#include "extract/match_references.hpp"
#include "train/coreference_chains.hpp"

namespace dateline {
namespace {

// What mistakes cost, in nats: to miss an antecedent, to find one where there is none, to take a wrong one.
constexpr float kFalseNew = 1.5f, kFalseLink = 0.3f, kWrongLink = 1.0f;

Lesson lesson_of(const Discourse& discourse, MarkableIndex i, const std::vector<Candidate>& candidates,
                 Suggestion why) {
  Lesson lesson;
  const auto close = [&] { lesson.ends.push_back(static_cast<std::uint32_t>(lesson.features.size())); };
  discourse.describe_new(i, why, lesson.features);
  close();
  for (const Candidate& c : candidates) {
    discourse.describe_pair(i, c, lesson.features);
    close();
  }
  lesson.right.assign(lesson.ends.size(), false);
  lesson.cost.assign(lesson.ends.size(), 0);
  return lesson;
}

void set_costs(Lesson& lesson) {
  for (std::size_t a = 0; a < lesson.right.size(); ++a)
    if (!lesson.right[a]) lesson.cost[a] = a == 0 ? kFalseNew : lesson.right[0] ? kFalseLink : kWrongLink;
}

// Chains of a document, for its markables: exact tokens, or the same head.
std::vector<std::uint32_t> gold_of(const ChainDocument& gold, const Document& d, const Syntax& syntax,
                                   const Markables& markables) {
  std::map<Span, std::uint32_t> by_span;
  std::map<TokenIndex, std::uint32_t> by_head;
  for (std::uint32_t c = 0; c < gold.chains.size(); ++c) {
    for (const Span span : gold.chains[c]) by_span[span] = c;
    for (const NounPhrase& p : phrases_of(d, syntax, {gold.chains[c]}))
      if (!p.several) by_head[p.head] = c;
  }
  std::vector<std::uint32_t> of(markables.list.size(), kNone);
  for (MarkableIndex i = 0; i < of.size(); ++i) {
    const Markable& m = markables.list[i];
    if (const auto exact = by_span.find(m.tokens); exact != by_span.end())
      of[i] = exact->second;
    else if (const auto head = by_head.find(m.head); head != by_head.end() && !m.several)
      of[i] = head->second;
  }
  return of;
}

// Whether the candidate, or an earlier markable that means the same, stands for the name.
bool is_meant(const Discourse& discourse, const Document& d, MarkableIndex candidate, Span name) {
  const auto& list = discourse.markables().list;
  if (stands_for(d, list[candidate], name)) return true;
  if (discourse.cluster_of(candidate) == kNone) return false;
  for (MarkableIndex i = 0; i < candidate; ++i)
    if (discourse.cluster_of(i) == discourse.cluster_of(candidate) && stands_for(d, list[i], name))
      return true;
  return false;
}

Document text_document(const std::string& text) {
  Document d;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    if (begin < end)
      d.article.blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  d.article.text = text;
  return d;
}

}  // namespace

void learn_chains(const ChainDocument& gold, const Model& model, std::vector<Lesson>& lessons) {
  const Document d = analysed_words(gold.words, model);
  Resolution r(d, model);
  match_names(r);
  const Syntax syntax(d);
  Markables markables = markables_of(r, syntax, noun_phrases(syntax));
  const std::vector<std::uint32_t> chain = gold_of(gold, d, syntax, markables);
  Discourse discourse(r, syntax, std::move(markables));
  std::map<std::uint32_t, bool> met;
  match_references(r, discourse,
                   [&](const Discourse&, MarkableIndex i, const std::vector<Candidate>& candidates,
                       Suggestion why) -> Choice {
                     if (!is_annotated(syntax, discourse.at(i))) return {};
                     std::optional<std::size_t> answer;
                     Lesson lesson = lesson_of(discourse, i, candidates, why);
                     for (std::size_t c = 0; c < candidates.size() && chain[i] != kNone; ++c)
                       if (chain[candidates[c].index] == chain[i]) {
                         lesson.right[c + 1] = true;
                         if (!answer) answer = c;
                       }
                     const bool far = !answer && chain[i] != kNone && met[chain[i]];
                     if (chain[i] != kNone) met[chain[i]] = true;
                     lesson.right[0] = !answer;
                     set_costs(lesson);
                     if (!candidates.empty() && !far) lessons.push_back(std::move(lesson));
                     return {.candidate = answer};
                   });
}

namespace {

// What is right for the pronoun of a case.
class PronounLesson {
 public:
  PronounLesson(const PronounCase& gold, const Document& d, const Discourse& discourse)
      : gold_(gold), d_(d), discourse_(discourse) {}

  [[nodiscard]] bool is_pronoun(const Markable& m) const {
    return d_.tokens[m.head].span.overlaps(gold_.pronoun) && m.form == MarkableForm::Pronoun;
  }

  // Fills in what is right; false where nothing can be learned.
  bool answer(const std::vector<Candidate>& candidates, Lesson& lesson) const {
    const bool neither = !gold_.is_a && !gold_.is_b;
    bool any = false, all = true;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const bool a = is_meant(discourse_, d_, candidates[c].index, gold_.a);
      const bool b = is_meant(discourse_, d_, candidates[c].index, gold_.b);
      const bool right = gold_.is_a ? a : gold_.is_b ? b : !a && !b;
      lesson.right[c + 1] = right;
      any = any || right;
      all = all && right;
    }
    // The name comes later: the pronoun is new, or means what nobody has labelled.
    const Span name = gold_.is_a ? gold_.a : gold_.b;
    lesson.right[0] = neither || (!any && name.begin > gold_.pronoun.begin);
    return (any || lesson.right[0]) && !(all && lesson.right[0] && neither);
  }

 private:
  const PronounCase& gold_;
  const Document& d_;
  const Discourse& discourse_;
};

}  // namespace

void learn_pronoun(const PronounCase& gold, const Model& model, std::vector<Lesson>& lessons) {
  const Document d = analysed_text(text_document(gold.text), model);
  Resolution r(d, model);
  match_names(r);
  const Syntax syntax(d);
  Discourse discourse(r, syntax, markables_of(r, syntax, noun_phrases(syntax)));
  const PronounLesson pronoun(gold, d, discourse);
  const ChooseAntecedent others = by_weights(model.coreference);
  match_references(r, discourse,
                   [&](const Discourse&, MarkableIndex i, const std::vector<Candidate>& candidates,
                       Suggestion why) -> Choice {
                     Lesson lesson = lesson_of(discourse, i, candidates, why);
                     if (pronoun.is_pronoun(discourse.at(i)) && pronoun.answer(candidates, lesson)) {
                       set_costs(lesson);
                       lessons.push_back(std::move(lesson));
                     }
                     return others(discourse, i, candidates, why);
                   });
}

namespace {

std::optional<Role> part_of(const Syntax& s, TokenIndex pronoun) {
  switch (s.deprel(pronoun)) {
    case Deprel::Nsubj: return Role::Agent;
    case Deprel::NsubjPass:
    case Deprel::Obj: return Role::Target;
    default: return std::nullopt;
  }
}

// Numbers for the actors of an article, by their names.
class ReportActors {
 public:
  explicit ReportActors(const GoldArticle& gold) {
    for (const GoldEvent& e : gold.events)
      for (const GoldParticipant& p : e.participants) {
        const auto id = static_cast<std::uint32_t>(ids_.size());
        if (!ids_.try_emplace(p.names, id).second) continue;
        for (const std::string& name : p.names)
          if (const auto [at, is_new] = by_name_.try_emplace(name, id); !is_new && at->second != id)
            at->second = kNone;
      }
  }

  [[nodiscard]] std::uint32_t named(const Document& d, const Markable& m) const {
    for (const Span tokens : {m.mention == kNone ? m.tokens : d.mentions[m.mention].tokens, m.tokens})
      if (const auto found = by_name_.find(plain_name(d.text_of(tokens))); found != by_name_.end())
        return found->second;
    return kNone;
  }

  // The one participant in that part.
  [[nodiscard]] std::uint32_t in_part(const GoldEvent& e, Role role) const {
    std::uint32_t only = kNone;
    for (const GoldParticipant& p : e.participants) {
      if (p.role != role) continue;
      if (only != kNone) return kNone;
      only = ids_.at(p.names);
    }
    return only;
  }

 private:
  std::map<std::vector<std::string>, std::uint32_t> ids_;
  std::map<std::string, std::uint32_t> by_name_;
};

std::vector<std::uint32_t> actors_of(const GoldArticle& gold, const Document& d, const Syntax& s,
                                     const Markables& markables) {
  const ReportActors actors(gold);
  std::vector<std::uint32_t> of(markables.list.size(), kNone);
  for (MarkableIndex i = 0; i < of.size(); ++i) {
    const Markable& m = markables.list[i];
    if (m.form != MarkableForm::Pronoun) {
      of[i] = actors.named(d, m);
      continue;
    }
    const auto role = part_of(s, m.head);
    const TokenIndex verb = s.head(m.head);
    if (!role || verb == kNone) continue;
    for (const GoldEvent& e : gold.events)
      for (const Span trigger : e.triggers)
        if (trigger.overlaps(d.tokens[verb].span)) of[i] = actors.in_part(e, *role);
  }
  return of;
}

}  // namespace

void learn_report(const GoldArticle& gold, const Model& model, std::vector<Lesson>& lessons) {
  const Document d = analysed_text(text_document(gold.text), model);
  Resolution r(d, model);
  match_names(r);
  const Syntax syntax(d);
  Markables markables = markables_of(r, syntax, noun_phrases(syntax));
  const std::vector<std::uint32_t> actor = actors_of(gold, d, syntax, markables);
  Discourse discourse(r, syntax, std::move(markables));
  const ChooseAntecedent others = by_weights(model.coreference);
  match_references(r, discourse,
                   [&](const Discourse&, MarkableIndex i, const std::vector<Candidate>& candidates,
                       Suggestion why) -> Choice {
                     if (actor[i] == kNone) return others(discourse, i, candidates, why);
                     Lesson lesson = lesson_of(discourse, i, candidates, why);
                     std::optional<std::size_t> answer;
                     for (std::size_t c = 0; c < candidates.size(); ++c) {
                       lesson.right[c + 1] = actor[candidates[c].index] == actor[i];
                       if (lesson.right[c + 1] && !answer) answer = c;
                     }
                     const bool pronoun = discourse.at(i).form == MarkableForm::Pronoun;
                     lesson.right[0] = !answer;
                     set_costs(lesson);
                     if (!candidates.empty() && (answer || !pronoun)) lessons.push_back(std::move(lesson));
                     return {.candidate = answer};
                   });
}

}  // namespace dateline
