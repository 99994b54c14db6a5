#include "extract/match_references.hpp"

#include <algorithm>

#include "extract/match_descriptions.hpp"
#include "extract/speakers.hpp"

namespace dateline {
namespace {

bool is_relative(const Resolution& r, const Markable& m) {
  if (m.form != MarkableForm::Pronoun) return false;
  const Xpos xpos = r.d.morphs[m.head].xpos;
  if (xpos == Xpos::Wp || xpos == Xpos::Wdt || xpos == Xpos::WpDollar) return true;
  const auto pronoun = xpos == Xpos::PrpDollar ? r.gazetteer.pronoun(r.key_of(m.head)) : std::nullopt;
  return pronoun && pronoun->form == PronounForm::Relative;
}

std::optional<std::size_t> suggested_one(const std::vector<Candidate>& candidates) {
  for (std::size_t c = 0; c < candidates.size(); ++c)
    if (candidates[c].suggestion != Suggestion::None) return c;
  return std::nullopt;
}

Bond bond_of(Suggestion why) {
  switch (why) {
    case Suggestion::Role: return Bond::Role;
    case Suggestion::SameNoun: return Bond::SameNoun;
    case Suggestion::NamedBody: return Bond::NamedBody;
    case Suggestion::Age: return Bond::Age;
    default: return Bond::Relative;
  }
}

class ReferenceMatcher {
 public:
  ReferenceMatcher(Resolution& r, Discourse& discourse, const ChooseAntecedent& choose)
      : r_(r),
        discourse_(discourse),
        choose_(choose),
        descriptions_(r),
        of_head_(r.d.tokens.size(), kNone),
        speakers_(speakers_of(discourse.syntax(), r.gazetteer)) {}

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
    if (is_relative(r_, m)) return match_relative(i);
    if (m.person == 1 && m.number == GrammaticalNumber::Singular && match_speaker(i)) return;
    const auto& candidates = discourse_.candidates(i);
    const Choice choice = choose_(discourse_, i, candidates, Suggestion::None);
    if (!choice.candidate) return discourse_.open(i);
    const MarkableIndex antecedent = candidates[*choice.candidate].index;
    note(i, antecedent, Bond::Chosen, choice);
    discourse_.join(i, antecedent);
    if (m.gender == Gender::Male || m.gender == Gender::Female) discourse_.set_person(i);
  }

  void note(MarkableIndex i, MarkableIndex antecedent, Bond bond, const Choice& choice) {
    const MentionIndex m = discourse_.at(i).mention;
    if (m == kNone) return;
    const Markable& other = discourse_.at(antecedent);
    r_.reasons[m] = {.bond = bond,
                     .with = other.mention == kNone ? other.tokens : r_.d.mentions[other.mention].tokens,
                     .score = choice.score,
                     .alone = choice.alone,
                     .signs = choice.signs};
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
    if (const auto found = descriptions_.certain(m, is)) {
      const auto& others = r_.actors[found->actor].mentions;
      r_.reasons[m] = {.bond = found->bond,
                       .with = others.empty() ? Span{} : r_.d.mentions[others.front()].tokens};
      descriptions_.join(m, found->actor, is);
      return discourse_.join_actor(i, found->actor);
    }
    // "another soldier" is none of those before.
    if (r_.key_of(r_.d.mentions[m].tokens.begin) == "another")
      return discourse_.join_actor(i, descriptions_.introduce(m, is));
    const auto [suggested, why] = descriptions_.suggested(m, is);
    const auto& candidates = discourse_.candidates(i, suggested, why);
    // What a table's rule says is better kept than weighed: articles use "the company" for the one they speak
    // of.
    const auto by_rule = suggested_one(candidates);
    const Choice choice = by_rule ? Choice{.candidate = by_rule} : choose_(discourse_, i, candidates, why);
    if (!choice.candidate) return discourse_.join_actor(i, descriptions_.introduce(m, is));
    const MarkableIndex antecedent = candidates[*choice.candidate].index;
    note(i, antecedent, by_rule ? bond_of(why) : Bond::Chosen, choice);
    discourse_.join(i, antecedent);
    const EntityIndex actor = discourse_.cluster(i).actor;
    if (actor != kNone)
      descriptions_.join(m, actor, is);
    else
      discourse_.set_actor(i, descriptions_.introduce(m, is));
  }

  // "I" in a quotation, where its speaker has been spoken of or has a name.
  bool match_speaker(MarkableIndex i) {
    const TokenIndex t = discourse_.at(i).head;
    const TokenIndex speaker = speakers_[t];
    if (speaker == kNone || speaker == t) return false;
    if (of_head_[speaker] != kNone) {
      note(i, of_head_[speaker], Bond::Speaker, {});
      discourse_.join(i, of_head_[speaker]);
      return true;
    }
    const MarkableIndex ahead = discourse_.name_with_head(speaker);
    const EntityIndex actor = ahead == kNone ? kNone : r_.of_mention[discourse_.at(ahead).mention];
    if (actor == kNone || discourse_.at(i).mention == kNone) return false;
    note(i, ahead, Bond::Speaker, {});
    discourse_.join_actor(i, actor);
    return true;
  }

  // "the gunmen who": the noun that the clause hangs on.
  void match_relative(MarkableIndex i) {
    const Syntax& s = discourse_.syntax();
    TokenIndex t = discourse_.at(i).head;
    for (int step = 0; step < 6 && t != kNone && s.deprel(t) != Deprel::AclRelcl; ++step) t = s.head(t);
    const TokenIndex noun = t == kNone || s.deprel(t) != Deprel::AclRelcl ? kNone : s.head(t);
    const MarkableIndex antecedent = noun == kNone ? kNone : of_head_[noun];
    if (antecedent == kNone) return discourse_.open(i);
    note(i, antecedent, Bond::Relative, {});
    discourse_.join(i, antecedent);
  }

  Resolution& r_;
  Discourse& discourse_;
  const ChooseAntecedent& choose_;
  DescriptionMatcher descriptions_;
  std::vector<MarkableIndex> of_head_;  // one a token: the markable read with this head
  std::vector<TokenIndex> speakers_;    // one a token: of the quotation that it stands in
};

std::int32_t sum_of(const LinearModel& weights, const std::vector<WordHash>& hashes) {
  const std::uint32_t mask = (std::uint32_t{1} << weights.bits) - 1;
  std::int32_t sum = 0;
  for (const WordHash h : hashes) sum += static_cast<signed char>(weights.weights[h & mask]);
  return sum;
}

// The features with the highest sums.
std::array<Sign, 3> strongest(const LinearModel& weights, const std::vector<WordHash>& hashes,
                              const std::vector<Sign>& signs) {
  const std::uint32_t mask = (std::uint32_t{1} << weights.bits) - 1;
  std::array<std::int32_t, kSignCount> sums{};
  for (std::size_t h = 0; h < hashes.size(); ++h)
    sums[static_cast<std::size_t>(signs[h])] += static_cast<signed char>(weights.weights[hashes[h] & mask]);
  std::array<Sign, 3> best{};
  for (Sign& sign : best) {
    const auto most = std::max_element(sums.begin(), sums.end());
    if (*most <= 0) break;
    sign = static_cast<Sign>(most - sums.begin());
    *most = 0;
  }
  return best;
}

}  // namespace

ChooseAntecedent by_weights(const LinearModel& weights, std::int32_t favour) {
  if (weights.empty())
    return [](const Discourse&, MarkableIndex, const std::vector<Candidate>& candidates, Suggestion) {
      return Choice{.candidate = suggested_one(candidates)};
    };
  return [weights, favour, hashes = std::vector<WordHash>(), signs = std::vector<Sign>()](
             const Discourse& discourse, MarkableIndex i, const std::vector<Candidate>& candidates,
             Suggestion why) mutable -> Choice {
    if (candidates.empty()) return {};
    hashes.clear();
    discourse.describe_new(i, why, hashes);
    Choice choice{.alone = sum_of(weights, hashes) - favour};
    choice.score = choice.alone;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      hashes.clear();
      discourse.describe_pair(i, candidates[c], hashes);
      const std::int32_t sum = sum_of(weights, hashes);
      if (sum > choice.score) choice.candidate = c, choice.score = sum;
    }
    if (!choice.candidate) return choice;
    hashes.clear();
    signs.clear();
    discourse.describe_pair(i, candidates[*choice.candidate], hashes, &signs);
    choice.signs = strongest(weights, hashes, signs);
    return choice;
  };
}

void match_references(Resolution& r, Discourse& discourse, const ChooseAntecedent& choose) {
  ReferenceMatcher(r, discourse, choose).match_all();
}

}  // namespace dateline
