// Whom descriptions mean, by rules: apposition and copula, role, head noun and country.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/discourse.hpp"
#include "extract/resolution.hpp"

namespace dateline {

// What a noun phrase says.
struct Description {
  std::string head;                // singular
  std::vector<std::string> words;  // modifiers, sorted, nations left out
  std::string count;
  bool definite = false;
  bool indefinite = false;
  bool possessed = false;  // "his driver"
  std::optional<ActorNoun> noun;
};

struct Certainty {
  EntityIndex actor = kNone;
  Bond bond = Bond::First;
};

// Reads descriptions in text order. Needs names matched.
class DescriptionMatcher {
 public:
  explicit DescriptionMatcher(Resolution& r);

  // A name has been passed.
  void pass_name(MentionIndex m);
  [[nodiscard]] Description describe(MentionIndex m) const;
  // The actor that it certainly means: by apposition, copula, or as a country's government.
  [[nodiscard]] std::optional<Certainty> certain(MentionIndex m, const Description& is);
  // The actor that it may mean, and why.
  [[nodiscard]] std::pair<EntityIndex, Suggestion> suggested(MentionIndex m, const Description& is) const;
  // It means this actor; what it tells of it is kept. Why, is noted before.
  void join(MentionIndex m, EntityIndex actor, const Description& is);
  // It means someone new.
  EntityIndex introduce(MentionIndex m, const Description& is);

 private:
  [[nodiscard]] std::optional<Certainty> apposed(MentionIndex m, const Description& is) const;
  [[nodiscard]] std::optional<Certainty> apposed_before(MentionIndex m, const Description& is) const;
  [[nodiscard]] std::optional<EntityIndex> apposed_after(MentionIndex m, const Description& is) const;
  [[nodiscard]] bool usable(MentionIndex m, const Description& is, MentionIndex name) const;
  [[nodiscard]] bool fits(MentionIndex m, const Description& is, const Actor& actor) const;
  [[nodiscard]] std::optional<Certainty> government(MentionIndex m, const Description& is);
  [[nodiscard]] std::optional<EntityIndex> by_role(MentionIndex m, const Description& is) const;
  [[nodiscard]] std::pair<std::size_t, MentionIndex> prominence(EntityIndex actor, MentionIndex m) const;
  [[nodiscard]] std::optional<EntityIndex> by_age(MentionIndex m, const Description& is) const;
  [[nodiscard]] std::optional<EntityIndex> same_noun(MentionIndex m, const Description& is) const;
  [[nodiscard]] std::optional<EntityIndex> named_body(MentionIndex m, const Description& is) const;

  Resolution& r_;
  std::map<std::string, EntityIndex> countries_;
  std::unordered_map<std::string, std::vector<EntityIndex>> by_role_;
  std::unordered_map<std::string, std::vector<EntityIndex>> by_noun_;
  MentionIndex name_before_ = kNone, last_body_ = kNone, last_country_ = kNone, last_person_ = kNone;
};

}  // namespace dateline
