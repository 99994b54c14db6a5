// What speaks for two actors of different articles being one: the rows of extract/data/en/actor_evidence.tsv.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "extract/vocabulary.hpp"

namespace dateline {

// How the names of two actors meet. None: they don't.
enum class NameBond : std::uint8_t { None, Same, Alias, Initials, Surname };

// What is known of an actor beside its names.
struct ActorTraits {
  EntityKind kind = EntityKind::Other;     // Group counts as Organization
  std::string country;                     // "" unknown
  std::set<std::string> roles;             // folded
  std::set<std::string> given;             // first words of a person's full names, folded
  std::map<std::string, std::string> ids;  // external
};

class ActorEvidence {
 public:
  // From the table built in. Throws InputError where it lacks a row.
  ActorEvidence();

  // The points of all rows that are so; symmetric.
  [[nodiscard]] int points(NameBond bond, const ActorTraits& a, const ActorTraits& b) const;
  [[nodiscard]] int enough() const { return enough_; }
  // For actors beside whom the same others stand.
  [[nodiscard]] int same_company() const { return same_company_; }
  // Whether the folded name is one that every country has ("army"; table generic_bodies).
  [[nodiscard]] bool is_generic(std::string_view folded) const { return generic_.contains(folded); }

 private:
  int bonds_[5] = {};
  int other_id_ = 0, other_kind_ = 0, other_given_ = 0, other_country_ = 0, same_country_ = 0, same_role_ = 0,
      same_company_ = 0, enough_ = 0;
  std::set<std::string, std::less<>> generic_;
};

// Whether all words of one role are among the other's: "foreign minister", "Norwegian foreign minister". Both
// folded.
[[nodiscard]] bool same_role(const std::string& a, const std::string& b);

}  // namespace dateline
