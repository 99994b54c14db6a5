// What has been spoken of so far, while a document is read from its begin: clusters of markables that mean
// the same, and for each next markable which earlier ones it may refer to.
//
// After Denis and Baldridge, "Specialized Models and Ranking for Coreference Resolution" (2008), and Durrett
// and Klein, "Easy Victories and Uphill Battles in Coreference Resolution" (2013): each markable chooses one
// antecedent, or none, by a linear score over hashed features. Everything looks back a bounded way: linear
// time.
#pragma once

#include <unordered_map>
#include <vector>

#include "extract/antecedent_signs.hpp"
#include "extract/markables.hpp"

namespace dateline {

// Why a table's rule holds two mentions for one.
enum class Suggestion : std::uint8_t { None, Role, SameNoun, NamedBody, Relative, Age };

// What is known of the one thing that some markables mean.
struct Cluster {
  EntityIndex actor = kNone;  // into Resolution::actors
  Gender gender = Gender::Unknown;
  GrammaticalNumber number = GrammaticalNumber::Unknown;
  EntityKind kind = EntityKind::Other;
  bool named = false;
  bool human = true;     // whether "he" or "she" may stand for it
  bool personal = true;  // as in Markable
  std::uint32_t size = 0;
  std::uint32_t subjects = 0;  // how many of its markables are subjects
  MarkableIndex last = kNone;
};

struct Candidate {
  MarkableIndex index = 0;
  std::uint8_t rank = 0;          // among those that agree: 0 the nearest
  std::uint8_t subject_rank = 0;  // the same, of subjects only
  bool most_spoken = false;       // of those that agree
  Suggestion suggestion = Suggestion::None;
};

class Discourse {
 public:
  // All must outlive this; trees are needed.
  Discourse(Resolution& r, const Syntax& syntax, Markables markables);

  [[nodiscard]] const Markables& markables() const { return markables_; }
  [[nodiscard]] const Markable& at(MarkableIndex i) const { return markables_.list[i]; }
  // Of a markable decided, or of the name ahead that is a candidate.
  [[nodiscard]] const Cluster& cluster(MarkableIndex i) const {
    return cluster_of_[i] == kNone ? ahead_ : clusters_[cluster_of_[i]];
  }
  [[nodiscard]] std::uint32_t cluster_of(MarkableIndex i) const { return cluster_of_[i]; }
  // The name of an actor with this head, or kNone.
  [[nodiscard]] MarkableIndex name_with_head(TokenIndex head) const { return of_head_[head]; }
  [[nodiscard]] const Resolution& resolution() const { return r_; }
  [[nodiscard]] const Syntax& syntax() const { return s_; }

  // The earlier markables that `i` may refer to, nearest first; `suggested` (an actor, or kNone) among them
  // if it can. None that is impossible: other gender, number, kind, or a different name.
  [[nodiscard]] const std::vector<Candidate>& candidates(MarkableIndex i, EntityIndex suggested = kNone,
                                                         Suggestion why = Suggestion::None);

  // Hashes of what speaks for or against `i` meaning the same as the candidate, or being new.
  // `signs`: which feature each hash is of.
  void describe_pair(MarkableIndex i, const Candidate& candidate, std::vector<WordHash>& out,
                     std::vector<Sign>* signs = nullptr) const;
  void describe_new(MarkableIndex i, Suggestion why, std::vector<WordHash>& out) const;

  // Decides for `i`, in order: what an earlier one means, an actor's cluster, or something new.
  void join(MarkableIndex i, MarkableIndex antecedent);
  void join_actor(MarkableIndex i, EntityIndex actor);
  void open(MarkableIndex i);
  // "he" or "she" stands for the one that `i` means: its name is a person's, if it was held for a place's or
  // a body's.
  void set_person(MarkableIndex i);
  // What `i` means turns out to be an actor.
  void set_actor(MarkableIndex i, EntityIndex actor);

 private:
  void enter(MarkableIndex i, std::uint32_t cluster);
  void add_ahead(MarkableIndex i);
  void add_near(MarkableIndex i);
  void add_same_words(MarkableIndex i);
  void rank(MarkableIndex i);
  [[nodiscard]] Cluster cluster_of_actor(EntityIndex actor) const;
  [[nodiscard]] bool possible(const Markable& m, MarkableIndex candidate) const;
  [[nodiscard]] bool possible_name(const Markable& m, MarkableIndex candidate) const;
  [[nodiscard]] bool is_own_subject(const Markable& m, MarkableIndex candidate) const;
  [[nodiscard]] bool agrees(const Markable& m, const Cluster& c) const;
  [[nodiscard]] bool shares_name(const Markable& a, const Markable& b) const;
  void consider(MarkableIndex i, MarkableIndex candidate, Suggestion why = Suggestion::None);

  Resolution& r_;
  const Syntax& s_;
  Markables markables_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> cluster_of_;                    // one a markable decided
  std::unordered_map<EntityIndex, std::uint32_t> of_actor_;  // actor -> cluster
  std::unordered_map<WordHash, std::vector<MarkableIndex>>
      by_word_;                                  // those with this head, pronoun or name word
  std::unordered_map<WordHash, bool> wordings_;  // met before
  std::vector<Candidate> candidates_;
  Cluster ahead_;                       // of the name ahead, where it has not been spoken of
  std::vector<MarkableIndex> of_head_;  // one a token: the markable with this head that is a name of an actor
  std::vector<std::uint32_t> considered_;  // one a markable: for whom it was last considered, plus one
};

}  // namespace dateline
