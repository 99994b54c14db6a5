#include "graph/actor_evidence.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "extract/input_error.hpp"
#include "extract/table.hpp"
#include "graph/name.hpp"

namespace dateline {
namespace {

int points_of(const Table& table, std::string_view key) {
  for (const TableRow& row : table.rows) {
    if (table.cell(row, "key") != key) continue;
    const std::string_view text = table.cell(row, "points");
    int points = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), points).ec == std::errc()) return points;
  }
  throw InputError(table.file, "", "has no points for \"" + std::string(key) + "\"", "add the row");
}

// Names that begin with other letters: "Tom" and "Thomas" may be one man, "Tom" and "Jon" not.
bool clash(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  for (const std::string& x : a)
    for (const std::string& y : b)
      if (x.substr(0, 1) == y.substr(0, 1)) return false;
  return true;
}

}  // namespace

ActorEvidence::ActorEvidence() {
  TableSource source;
  const Table table = read_table(source.text("actor_evidence"), source.file_name("actor_evidence"));
  bonds_[static_cast<std::size_t>(NameBond::Same)] = points_of(table, "same name");
  bonds_[static_cast<std::size_t>(NameBond::Alias)] = points_of(table, "alias");
  bonds_[static_cast<std::size_t>(NameBond::Initials)] = points_of(table, "initials");
  bonds_[static_cast<std::size_t>(NameBond::Surname)] = points_of(table, "surname");
  other_id_ = points_of(table, "different id");
  other_kind_ = points_of(table, "other kind");
  other_given_ = points_of(table, "other given name");
  other_country_ = points_of(table, "other country");
  same_country_ = points_of(table, "same country");
  same_role_ = points_of(table, "same role");
  same_company_ = points_of(table, "same company");
  enough_ = points_of(table, "enough");
  const Table bodies = read_table(source.text("generic_bodies"), source.file_name("generic_bodies"));
  for (const TableRow& row : bodies.rows) generic_.emplace(bodies.cell(row, "key"));
}

int ActorEvidence::points(NameBond bond, const ActorTraits& a, const ActorTraits& b) const {
  int sum = bonds_[static_cast<std::size_t>(bond)];
  for (const auto& [scheme, id] : a.ids)
    if (const auto other = b.ids.find(scheme); other != b.ids.end() && other->second != id) sum += other_id_;
  if (a.kind != b.kind && a.kind != EntityKind::Other && b.kind != EntityKind::Other) sum += other_kind_;
  if (clash(a.given, b.given)) sum += other_given_;
  if (!a.country.empty() && !b.country.empty())
    sum += a.country == b.country ? same_country_ : other_country_;
  const auto shared = [&](const std::string& role) {
    return std::ranges::any_of(b.roles, [&](const std::string& other) { return same_role(role, other); });
  };
  return std::ranges::any_of(a.roles, shared) ? sum + same_role_ : sum;
}

bool same_role(const std::string& a, const std::string& b) {
  std::vector<std::string_view> x = words_of_name(a), y = words_of_name(b);
  std::ranges::sort(x);
  std::ranges::sort(y);
  if (x.empty() || y.empty()) return false;
  return std::ranges::includes(x, y) || std::ranges::includes(y, x);
}

}  // namespace dateline
