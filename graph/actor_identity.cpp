#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include <boost/pending/disjoint_sets.hpp>

#include "graph/actor_evidence.hpp"
#include "graph/identity.hpp"
#include "graph/name.hpp"

namespace dateline {
namespace {

constexpr std::size_t kRare = 20;  // an actor of so few articles tells that two of them are of one story
constexpr std::size_t kMostArticles = 256;  // of an actor whose company is looked at
constexpr std::size_t kMostOwners = 256;    // of one surname; more tell nothing, and would take long

using Sets = boost::disjoint_sets_with_storage<>;

// Kinds that can't be told apart by how articles use them count as one.
EntityKind class_of(EntityKind kind) { return kind == EntityKind::Group ? EntityKind::Organization : kind; }

using Key = std::tuple<std::string, EntityKind, std::string, std::size_t, std::string,
                       std::map<std::string, std::string>>;

// All actors that agree in name, kind and country; of persons with one name the surname tells too little:
// also in their role.
struct Profile {
  std::string name;  // folded
  EntityKind kind = EntityKind::Other;
  std::string country;     // "" unknown
  std::size_t record = 0;  // of descriptions and bodies that each country has, plus one; else 0
  std::string role;        // folded, of persons with one name
  std::map<std::string, std::string> ids;  // external
  std::set<std::string> aliases;
  std::set<std::string> roles;
  std::vector<std::size_t> actors;

  [[nodiscard]] Key key() const { return {name, kind, country, record, role, ids}; }
};

// What names the same only within its article.
bool is_local(const RecordActor& a, const std::string& folded, const ActorEvidence& evidence) {
  if (!a.external_ids.empty()) return false;
  return is_description(a.name) || (!a.country && evidence.is_generic(folded));
}

std::vector<Profile> profiles_of(std::span<const LocalActor> actors, const ActorEvidence& evidence) {
  std::map<Key, Profile> found;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const RecordActor& a = *actors[i].actor;
    Profile p{.name = folded_name(a.name),
              .kind = class_of(a.kind),
              .country = a.country.value_or(""),
              .record = 0,
              .ids = a.external_ids};
    if (is_local(a, p.name, evidence)) p.record = actors[i].record + 1;
    const std::string role = folded_name(a.role.value_or(""));
    if (p.kind == EntityKind::Person && words_of_name(p.name).size() == 1) p.role = role;
    Profile& profile = found.try_emplace(p.key(), std::move(p)).first->second;
    profile.actors.push_back(i);
    if (!role.empty()) profile.roles.insert(role);
    if (profile.record != 0) continue;
    for (const std::string& alias : a.aliases)
      if (!is_description(alias)) profile.aliases.insert(folded_name(alias));
  }
  std::vector<Profile> profiles;
  profiles.reserve(found.size());
  for (auto& [key, profile] : found) profiles.push_back(std::move(profile));
  return profiles;
}

// Joins profiles step by step; each step sees the classes as the step before left them, so that the order of
// the profiles does not matter.
class Joining {
 public:
  Joining(std::span<const LocalActor> actors, const std::vector<Profile>& profiles,
          const ActorEvidence& evidence)
      : actors_(actors), profiles_(profiles), evidence_(evidence), sets_(profiles.size()) {}

  void join_same_ids();
  void join_same_names();
  void join_initials();
  void join_aliases();
  [[nodiscard]] std::size_t class_of_profile(std::size_t p) { return sets_.find_set(p); }

 private:
  using Classes = std::set<std::size_t>;

  void join_block(std::size_t begin, std::size_t end);
  void join_unknown_kind(const std::map<EntityKind, std::map<std::string, std::size_t>>& kinds);
  void join_roles(std::size_t begin, std::size_t end);
  [[nodiscard]] std::optional<std::size_t> best_owner(std::size_t c,
                                                      const std::map<std::size_t, NameBond>& owners,
                                                      const Classes& named);
  [[nodiscard]] Classes company_of(std::size_t c);
  [[nodiscard]] bool keep_company(std::size_t a, std::size_t b);
  void gather_records();
  [[nodiscard]] int points(NameBond bond, std::size_t a, std::size_t b) const;
  void look();

  std::span<const LocalActor> actors_;
  const std::vector<Profile>& profiles_;
  const ActorEvidence& evidence_;
  std::vector<std::vector<std::size_t>> of_record_;           // the named persons and bodies of each record
  std::map<std::size_t, std::vector<std::size_t>> of_class_;  // the local actors of each class
  Sets sets_;
  std::map<std::size_t, ActorTraits> traits_;  // of classes, as look() found them
};

// What outside lists hold for one is one, whatever its names.
void Joining::join_same_ids() {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> first;
  for (std::size_t p = 0; p < profiles_.size(); ++p)
    for (const auto& [scheme, id] : profiles_[p].ids)
      sets_.union_set(first.try_emplace({scheme, id}, p).first->second, p);
}

// Profiles stand by name; those of one name are a block.
void Joining::join_same_names() {
  for (std::size_t begin = 0; begin < profiles_.size();) {
    std::size_t end = begin + 1;
    while (end < profiles_.size() && profiles_[end].name == profiles_[begin].name) ++end;
    join_roles(begin, end);
    join_block(begin, end);
    begin = end;
  }
}

void Joining::join_block(std::size_t begin, std::size_t end) {
  std::map<EntityKind, std::map<std::string, std::size_t>> kinds;  // -> country -> profile
  std::map<std::size_t, Classes> with_ids;  // of profiles without: the classes of those with an id
  bool differ = false;
  // Of one name, kind and country those without an id are one with those of the only id; of several with
  // none.
  for (std::size_t p = begin; p < end; ++p) {
    if (profiles_[p].record != 0) continue;
    const auto [at, is_new] = kinds[profiles_[p].kind].try_emplace(profiles_[p].country, p);
    if (is_new) continue;
    if (profiles_[p].ids.empty())
      differ = differ || sets_.find_set(p) != sets_.find_set(at->second);
    else if (profiles_[at->second].ids.empty())
      with_ids[at->second].insert(sets_.find_set(p));
  }
  // Men of one surname and country in different roles: what is unknown could be any of them.
  if (differ) kinds.erase(EntityKind::Person);
  for (const auto& [without, classes] : with_ids)
    if (classes.size() == 1) sets_.union_set(without, *classes.begin());
  for (const auto& [kind, countries] : kinds)  // "" stands first
    if (countries.size() == 2 && countries.contains(""))
      sets_.union_set(countries.at(""), countries.rbegin()->second);
  const auto country = kinds.find(EntityKind::Country);
  const auto place = kinds.find(EntityKind::Place);
  if (country != kinds.end() && place != kinds.end())
    for (const auto& [code, p] : country->second)
      if (const auto same = place->second.find(code); !code.empty() && same != place->second.end())
        sets_.union_set(p, same->second);
  join_unknown_kind(kinds);
}

void Joining::join_unknown_kind(const std::map<EntityKind, std::map<std::string, std::size_t>>& kinds) {
  const auto other = kinds.find(EntityKind::Other);
  if (other == kinds.end() || kinds.size() != 2) return;
  const auto& known =
      kinds.begin()->first == EntityKind::Other ? kinds.rbegin()->second : kinds.begin()->second;
  for (const auto& [country, p] : other->second) {
    const auto same = known.find(country);
    if (same != known.end())
      sets_.union_set(p, same->second);
    else if (country.empty() ? known.size() == 1 : known.size() == 1 && known.contains(""))
      sets_.union_set(p, known.begin()->second);
  }
}

// "George W. Bush" and "George Bush" are one where no other initials are about.
void Joining::join_initials() {
  std::map<std::pair<std::string_view, std::string_view>, std::map<std::string, std::size_t>> groups;
  look();
  for (std::size_t p = 0; p < profiles_.size(); ++p) {
    const auto words = words_of_name(profiles_[p].name);
    if (profiles_[p].kind != EntityKind::Person || profiles_[p].record != 0 || words.size() < 2) continue;
    std::string initials;
    for (std::size_t w = 1; w + 1 < words.size(); ++w) initials += words[w];
    if (initials.size() == words.size() - 2) groups[{words.front(), words.back()}].emplace(initials, p);
  }
  for (const auto& [name, by_initials] : groups)
    if (by_initials.size() == 2 && by_initials.contains("") &&
        points(NameBond::Initials, sets_.find_set(by_initials.at("")),
               sets_.find_set(by_initials.rbegin()->second)) >= evidence_.enough())
      sets_.union_set(by_initials.at(""), by_initials.rbegin()->second);
}

void Joining::look() {
  traits_.clear();
  for (std::size_t p = 0; p < profiles_.size(); ++p) {
    const Profile& profile = profiles_[p];
    ActorTraits& traits = traits_[sets_.find_set(p)];
    if (traits.kind == EntityKind::Other) traits.kind = profile.kind;
    if (traits.country.empty()) traits.country = profile.country;
    traits.roles.insert(profile.roles.begin(), profile.roles.end());
    traits.ids.insert(profile.ids.begin(), profile.ids.end());
    const auto words = words_of_name(profile.name);
    if (profile.kind == EntityKind::Person && words.size() > 1) traits.given.emplace(words.front());
  }
}

int Joining::points(NameBond bond, std::size_t a, std::size_t b) const {
  return evidence_.points(bond, traits_.at(a), traits_.at(b));
}

// Of persons with one name and country a role joins the one longer role that holds its words, none that two
// hold; what is told no role joins the only role in a country.
void Joining::join_roles(std::size_t begin, std::size_t end) {
  std::map<std::string, std::vector<std::size_t>> countries;
  std::map<std::string, std::size_t> without;  // country -> profile without role
  for (std::size_t p = begin; p < end; ++p) {
    const Profile& profile = profiles_[p];
    if (profile.kind != EntityKind::Person || profile.record != 0 || !profile.ids.empty()) continue;
    if (profile.role.empty())
      without.emplace(profile.country, p);
    else
      countries[profile.country].push_back(p);
  }
  for (auto& [country, same] : countries) {
    if (same.size() > kMostOwners) continue;
    std::ranges::stable_sort(same, [this](std::size_t a, std::size_t b) {
      return words_of_name(profiles_[a].role).size() > words_of_name(profiles_[b].role).size();
    });
    for (std::size_t n = 1; n < same.size(); ++n) {
      Classes longer;
      for (std::size_t o = 0; o < n; ++o)
        if (same_role(profiles_[same[o]].role, profiles_[same[n]].role))
          longer.insert(sets_.find_set(same[o]));
      if (longer.size() == 1) sets_.union_set(*longer.begin(), same[n]);
    }
    Classes all;
    for (const std::size_t p : same) all.insert(sets_.find_set(p));
    const auto unknown = without.find(country);
    if (!country.empty() && all.size() == 1 && unknown != without.end())
      sets_.union_set(unknown->second, *all.begin());
  }
}

void Joining::gather_records() {
  std::size_t records = 0;
  for (const LocalActor& a : actors_) records = std::max(records, a.record + 1);
  of_record_.assign(records, {});
  of_class_.clear();
  for (std::size_t p = 0; p < profiles_.size(); ++p) {
    const Profile& profile = profiles_[p];
    if (profile.record != 0) continue;
    const bool tells = profile.kind == EntityKind::Person || profile.kind == EntityKind::Organization;
    auto& actors = of_class_[sets_.find_set(p)];
    actors.insert(actors.end(), profile.actors.begin(), profile.actors.end());
    for (const std::size_t a : profile.actors)
      if (tells) of_record_[actors_[a].record].push_back(p);
  }
}

// The rare persons and bodies of the articles of a class. None where these are very many.
Joining::Classes Joining::company_of(std::size_t c) {
  Classes company;
  const auto& actors = of_class_[c];
  if (actors.size() > kMostArticles) return company;
  for (const std::size_t a : actors)
    for (const std::size_t p : of_record_[actors_[a].record])
      if (const std::size_t other = sets_.find_set(p); other != c && of_class_[other].size() <= kRare)
        company.insert(other);
  return company;
}

bool Joining::keep_company(std::size_t a, std::size_t b) {
  Classes mine = company_of(a), other = company_of(b);
  mine.erase(b);
  other.erase(a);
  return std::ranges::any_of(mine, [&](std::size_t c) { return other.contains(c); });
}

// A name joins the class that has it as an alias, or of whose full name it is the surname, if the evidence is
// enough and no other class has as much.
void Joining::join_aliases() {
  look();
  gather_records();
  std::map<std::string_view, Classes> named;
  std::map<std::string_view, std::map<std::size_t, NameBond>> owners;
  for (std::size_t p = 0; p < profiles_.size(); ++p) {
    const Profile& profile = profiles_[p];
    if (profile.record != 0) continue;
    const std::size_t c = sets_.find_set(p);
    named[profile.name].insert(c);
    const auto words = words_of_name(profile.name);
    const bool full = profile.kind == EntityKind::Person && words.size() > 1;
    if (full) owners[words.back()].emplace(c, NameBond::Surname);
    for (const std::string& alias : profile.aliases)
      if (!(full && alias == words.back())) owners[alias].emplace(c, NameBond::Alias);
  }
  std::vector<std::pair<std::size_t, std::size_t>> joins;
  for (const auto& [name, classes] : named) {
    const auto found = owners.find(name);
    if (found == owners.end() || found->second.size() > kMostOwners) continue;
    for (const std::size_t c : classes)
      if (const auto owner = best_owner(c, found->second, classes)) joins.emplace_back(*owner, c);
  }
  for (const auto& [a, b] : joins) sets_.union_set(a, b);
}

// The owner with the most points, if they are enough and no other's.
std::optional<std::size_t> Joining::best_owner(std::size_t c, const std::map<std::size_t, NameBond>& owners,
                                               const Classes& named) {
  std::optional<std::size_t> best;
  int most = evidence_.enough() - 1;
  bool tie = false;
  for (const auto& [owner, bond] : owners) {
    if (named.contains(owner)) continue;
    int sum = points(bond, owner, c);
    const int company = evidence_.same_company();
    // Asked last: it takes longest.
    if (sum < evidence_.enough() && sum + company >= evidence_.enough() && keep_company(owner, c))
      sum += company;
    if (sum < most || (sum == most && !best)) continue;
    tie = sum == most;
    best = owner;
    most = sum;
  }
  return tie ? std::nullopt : best;
}

}  // namespace

std::vector<std::size_t> same_actors(std::span<const LocalActor> actors) {
  static const ActorEvidence kEvidence;
  const std::vector<Profile> profiles = profiles_of(actors, kEvidence);
  Joining joining(actors, profiles, kEvidence);
  joining.join_same_ids();
  joining.join_same_names();
  joining.join_initials();
  joining.join_aliases();
  std::vector<std::size_t> class_of_actor(actors.size(), 0);
  for (std::size_t p = 0; p < profiles.size(); ++p)
    for (const std::size_t a : profiles[p].actors) class_of_actor[a] = joining.class_of_profile(p);
  std::map<std::size_t, std::size_t> first;  // class -> its first actor
  for (std::size_t a = 0; a < actors.size(); ++a)
    class_of_actor[a] = first.emplace(class_of_actor[a], a).first->second;
  return class_of_actor;
}

}  // namespace dateline
