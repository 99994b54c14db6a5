#include "extract/match_references.hpp"

#include "extract/match_descriptions.hpp"

namespace dateline {
namespace {

bool is_relative(const Document& d, const Markable& m) {
  const Xpos xpos = d.morphs[m.head].xpos;
  return m.form == MarkableForm::Pronoun && (xpos == Xpos::Wp || xpos == Xpos::Wdt || xpos == Xpos::WpDollar);
}

std::optional<std::size_t> suggested_one(const std::vector<Candidate>& candidates) {
  for (std::size_t c = 0; c < candidates.size(); ++c)
    if (candidates[c].suggestion != Suggestion::None) return c;
  return std::nullopt;
}

class ReferenceMatcher {
 public:
  ReferenceMatcher(Resolution& r, Discourse& discourse, const ChooseAntecedent& choose)
      : r_(r), discourse_(discourse), choose_(choose), descriptions_(r), of_head_(r.d.tokens.size(), kNone) {}

  void match_all() {
    const auto& list = discourse_.markables().list;
    for (MarkableIndex i = 0; i < list.size(); ++i) {
      match(i);
      if (!list[i].several) of_head_[list[i].head] = i;
    }
    // A pronoun may come before anything tells that an actor is spoken of.
    for (MarkableIndex i = 0; i < list.size(); ++i) {
      const MentionIndex m = list[i].mention;
      if (m == kNone || r_.of_mention[m] != kNone) continue;
      if (const EntityIndex actor = discourse_.cluster(i).actor; actor != kNone) r_.join(m, actor);
    }
  }

 private:
  void match(MarkableIndex i) {
    const Markable& m = discourse_.at(i);
    if (m.mention != kNone && r_.d.mentions[m.mention].form == MentionForm::Name) return match_name(i);
    if (m.mention != kNone && r_.d.mentions[m.mention].form == MentionForm::Nominal)
      return match_description(i);
    if (is_relative(r_.d, m)) return match_relative(i);
    const auto& candidates = discourse_.candidates(i);
    if (const auto choice = choose_(discourse_, i, candidates, Suggestion::None))
      discourse_.join(i, candidates[*choice].index);
    else
      discourse_.open(i);
  }

  void match_name(MarkableIndex i) {
    const MentionIndex m = discourse_.at(i).mention;
    descriptions_.pass_name(m);
    const EntityIndex actor = r_.of_mention[m];
    if (actor == kNone) return discourse_.open(i);
    discourse_.join_actor(i, actor);
  }

  void match_description(MarkableIndex i) {
    const MentionIndex m = discourse_.at(i).mention;
    const Description is = descriptions_.describe(m);
    if (const auto actor = descriptions_.certain(m, is)) {
      descriptions_.join(m, *actor, is);
      return discourse_.join_actor(i, *actor);
    }
    const auto [suggested, why] = descriptions_.suggested(m, is);
    const auto& candidates = discourse_.candidates(i, suggested, why);
    // What a table's rule says is better kept than weighed: articles use "the company" for the one they speak
    // of.
    const auto by_rule = suggested_one(candidates);
    const auto choice = by_rule ? by_rule : choose_(discourse_, i, candidates, why);
    if (!choice) return discourse_.join_actor(i, descriptions_.introduce(m, is));
    discourse_.join(i, candidates[*choice].index);
    const EntityIndex actor = discourse_.cluster(i).actor;
    if (actor != kNone)
      descriptions_.join(m, actor, is);
    else
      discourse_.set_actor(i, descriptions_.introduce(m, is));
  }

  // "the gunmen who": the noun that the clause hangs on.
  void match_relative(MarkableIndex i) {
    const Syntax& s = discourse_.syntax();
    TokenIndex t = discourse_.at(i).head;
    for (int step = 0; step < 6 && t != kNone && s.deprel(t) != Deprel::AclRelcl; ++step) t = s.head(t);
    const TokenIndex noun = t == kNone || s.deprel(t) != Deprel::AclRelcl ? kNone : s.head(t);
    const MarkableIndex antecedent = noun == kNone ? kNone : of_head_[noun];
    if (antecedent == kNone) return discourse_.open(i);
    discourse_.join(i, antecedent);
  }

  Resolution& r_;
  Discourse& discourse_;
  const ChooseAntecedent& choose_;
  DescriptionMatcher descriptions_;
  std::vector<MarkableIndex> of_head_;  // one a token: the markable read with this head
};

std::int32_t sum_of(const LinearModel& weights, const std::vector<WordHash>& hashes) {
  const std::uint32_t mask = (std::uint32_t{1} << weights.bits) - 1;
  std::int32_t sum = 0;
  for (const WordHash h : hashes) sum += static_cast<signed char>(weights.weights[h & mask]);
  return sum;
}

}  // namespace

ChooseAntecedent by_weights(const LinearModel& weights, std::int32_t favour) {
  if (weights.empty())
    return [](const Discourse&, MarkableIndex, const std::vector<Candidate>& candidates, Suggestion) {
      return suggested_one(candidates);
    };
  return [weights, favour, hashes = std::vector<WordHash>()](
             const Discourse& discourse, MarkableIndex i, const std::vector<Candidate>& candidates,
             Suggestion why) mutable -> std::optional<std::size_t> {
    if (candidates.empty()) return std::nullopt;
    hashes.clear();
    discourse.describe_new(i, why, hashes);
    std::int32_t best_sum = sum_of(weights, hashes) - favour;
    std::optional<std::size_t> best;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      hashes.clear();
      discourse.describe_pair(i, candidates[c], hashes);
      const std::int32_t sum = sum_of(weights, hashes);
      if (sum > best_sum) best = c, best_sum = sum;
    }
    return best;
  };
}

void match_references(Resolution& r, Discourse& discourse, const ChooseAntecedent& choose) {
  ReferenceMatcher(r, discourse, choose).match_all();
}

}  // namespace dateline
