#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <boost/pending/disjoint_sets.hpp>

#include "graph/identity.hpp"
#include "graph/name.hpp"

namespace dateline {
namespace {

using Sets = boost::disjoint_sets_with_storage<>;

// Kinds that can't be told apart by how articles use them count as one.
EntityKind class_of(EntityKind kind) { return kind == EntityKind::Group ? EntityKind::Organization : kind; }

// All actors that agree in name, kind and country.
struct Profile {
  std::string name;  // folded
  EntityKind kind = EntityKind::Other;
  std::string country;                     // "" unknown
  std::size_t record = 0;                  // of descriptions, plus one; 0 for names
  std::map<std::string, std::string> ids;  // external
  std::set<std::string> aliases;
  std::vector<std::size_t> actors;

  [[nodiscard]] auto key() const { return std::tie(name, kind, country, record, ids); }
};

std::vector<Profile> profiles_of(std::span<const LocalActor> actors) {
  using Key =
      std::tuple<std::string, EntityKind, std::string, std::size_t, std::map<std::string, std::string>>;
  std::map<Key, Profile> found;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const RecordActor& a = *actors[i].actor;
    Profile p{.name = folded_name(a.name),
              .kind = class_of(a.kind),
              .country = a.country.value_or(""),
              .record = is_description(a.name) && a.external_ids.empty() ? actors[i].record + 1 : 0,
              .ids = a.external_ids};
    Profile& profile = found.try_emplace(p.key(), std::move(p)).first->second;
    profile.actors.push_back(i);
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
  explicit Joining(const std::vector<Profile>& profiles) : profiles_(profiles), sets_(profiles.size()) {}

  void join_same_ids();
  void join_same_names();
  void join_initials();
  void join_aliases();
  [[nodiscard]] std::size_t class_of_profile(std::size_t p) { return sets_.find_set(p); }

 private:
  using Classes = std::set<std::size_t>;

  void join_block(std::size_t begin, std::size_t end);
  void join_unknown_kind(const std::map<EntityKind, std::map<std::string, std::size_t>>& kinds);
  [[nodiscard]] bool compatible(std::size_t a, std::size_t b) const;
  void look();

  struct Known {
    EntityKind kind = EntityKind::Other;
    std::string country;
    std::map<std::string, std::string> ids;
  };
  const std::vector<Profile>& profiles_;
  Sets sets_;
  std::map<std::size_t, Known> known_;  // of classes, as look() found them
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
    join_block(begin, end);
    begin = end;
  }
}

void Joining::join_block(std::size_t begin, std::size_t end) {
  std::map<EntityKind, std::map<std::string, std::size_t>> kinds;  // -> country -> profile
  std::map<std::size_t, Classes> with_ids;  // of profiles without: the classes of those with an id
  // Of one name, kind and country those without an id are one with those of the only id; of several with
  // none.
  for (std::size_t p = begin; p < end; ++p) {
    if (profiles_[p].record != 0) continue;
    const auto [at, is_new] = kinds[profiles_[p].kind].try_emplace(profiles_[p].country, p);
    if (!is_new && profiles_[at->second].ids.empty()) with_ids[at->second].insert(sets_.find_set(p));
  }
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
        compatible(sets_.find_set(by_initials.at("")), sets_.find_set(by_initials.rbegin()->second)))
      sets_.union_set(by_initials.at(""), by_initials.rbegin()->second);
}

void Joining::look() {
  known_.clear();
  for (std::size_t p = 0; p < profiles_.size(); ++p) {
    Known& known = known_[sets_.find_set(p)];
    if (known.kind == EntityKind::Other) known.kind = profiles_[p].kind;
    if (known.country.empty()) known.country = profiles_[p].country;
    known.ids.insert(profiles_[p].ids.begin(), profiles_[p].ids.end());
  }
}

bool Joining::compatible(std::size_t a, std::size_t b) const {
  const Known& x = known_.at(a);
  const Known& y = known_.at(b);
  for (const auto& [scheme, id] : x.ids)
    if (const auto other = y.ids.find(scheme); other != y.ids.end() && other->second != id) return false;
  return (x.kind == y.kind || x.kind == EntityKind::Other || y.kind == EntityKind::Other) &&
         (x.country == y.country || x.country.empty() || y.country.empty());
}

// A name joins the one class that has it as an alias; a surname alone joins the one person who bears it.
void Joining::join_aliases() {
  look();
  std::map<std::string_view, Classes> named;
  std::map<std::string_view, Classes> owners;
  for (std::size_t p = 0; p < profiles_.size(); ++p) {
    const Profile& profile = profiles_[p];
    if (profile.record != 0) continue;
    const std::size_t c = sets_.find_set(p);
    named[profile.name].insert(c);
    for (const std::string& alias : profile.aliases) owners[alias].insert(c);
    const auto words = words_of_name(profile.name);
    if (profile.kind == EntityKind::Person && words.size() > 1) owners[words.back()].insert(c);
  }
  std::vector<std::pair<std::size_t, std::size_t>> joins;
  for (const auto& [name, classes] : named) {
    const auto found = owners.find(name);
    if (found == owners.end()) continue;
    Classes owning = found->second;
    for (const std::size_t c : classes) owning.erase(c);
    if (owning.size() == 1 && classes.size() == 1 && compatible(*owning.begin(), *classes.begin()))
      joins.emplace_back(*owning.begin(), *classes.begin());
  }
  for (const auto& [a, b] : joins) sets_.union_set(a, b);
}

}  // namespace

std::vector<std::size_t> same_actors(std::span<const LocalActor> actors) {
  const std::vector<Profile> profiles = profiles_of(actors);
  Joining joining(profiles);
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
