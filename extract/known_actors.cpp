#include "extract/known_actors.hpp"

#include <algorithm>

#include "extract/input_error.hpp"
#include "extract/name_key.hpp"
#include "extract/table.hpp"
#include "extract/time_value.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

std::vector<std::string> parts_of(std::string_view cell, char separator) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(separator), cell.size());
    std::string_view part = cell.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

std::map<std::string, std::string> ids_of(std::string_view cell, const std::string& file,
                                          const std::string& where) {
  std::map<std::string, std::string> ids;
  for (const std::string& part : parts_of(cell, '|')) {
    const std::size_t equals = part.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == part.size())
      throw InputError(file, where, "'" + part + "' is no external id", "write it as wikidata=Q42");
    ids[part.substr(0, equals)] = part.substr(equals + 1);
  }
  return ids;
}

constexpr std::string_view kColumns[] = {"name", "aliases", "kind", "country", "ids", "from", "to"};

void check_columns(const Table& table) {
  for (const std::string_view column : table.columns)
    if (std::find(std::begin(kColumns), std::end(kColumns), column) == std::end(kColumns))
      throw InputError(table.file, "line 1", "no column '" + std::string(column) + "' is known",
                       "columns are name, aliases, kind, country, ids, from, to");
  if (std::find(table.columns.begin(), table.columns.end(), "name") == table.columns.end())
    throw InputError(table.file, "line 1", "there is no column 'name'",
                     "begin with a line that names the columns: name, aliases, kind, ...");
}

std::string_view cell_of(const Table& table, const TableRow& row, std::string_view column) {
  const bool there = std::find(table.columns.begin(), table.columns.end(), column) != table.columns.end();
  return there ? table.cell(row, column) : std::string_view{};
}

std::vector<KnownActor> read_known_actors_table(std::string_view text, const std::string& file) {
  const Table table = read_table(text, file);
  check_columns(table);
  std::vector<KnownActor> actors;
  for (const TableRow& row : table.rows) {
    const std::string where = "line " + std::to_string(row.line);
    KnownActor actor{.name = std::string(cell_of(table, row, "name")),
                     .aliases = parts_of(cell_of(table, row, "aliases"), '|'),
                     .kind = known_kind(cell_of(table, row, "kind"), file, where),
                     .country = known_country(cell_of(table, row, "country"), file, where),
                     .external_ids = ids_of(cell_of(table, row, "ids"), file, where),
                     .from = known_day(cell_of(table, row, "from"), file, where),
                     .to = known_day(cell_of(table, row, "to"), file, where)};
    if (actor.name.empty()) throw InputError(file, where, "the actor has no name", "fill in the column name");
    actors.push_back(std::move(actor));
  }
  return actors;
}

bool has_capital(std::string_view words) { return !words.empty() && is_upper(code_point_at(words, 0).value); }

}  // namespace

EntityKind known_kind(std::string_view text, const std::string& file, const std::string& where) {
  if (text.empty()) return EntityKind::Other;
  if (const auto kind = entity_kind_from(text)) return *kind;
  throw InputError(file, where, "'" + std::string(text) + "' is no kind of actor",
                   "one of person, organization, country, place, group, product, other");
}

std::string known_country(std::string_view text, const std::string& file, const std::string& where) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.empty() || (text.size() == 2 && is_capital(text[0]) && is_capital(text[1])))
    return std::string(text);
  throw InputError(file, where, "'" + std::string(text) + "' is no country code",
                   "write two capitals (ISO 3166-1), as NO");
}

std::optional<date::sys_days> known_day(std::string_view text, const std::string& file,
                                        const std::string& where) {
  if (text.empty()) return std::nullopt;
  if (const auto day = day_from_iso(text)) return day;
  throw InputError(file, where, "no such day '" + std::string(text) + "'", "write it as YYYY-MM-DD");
}

std::vector<KnownActor> read_known_actors(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && (bytes[first] == '[' || bytes[first] == '{');
  return json ? read_known_actors_json(bytes, file) : read_known_actors_table(bytes, file);
}

KnownActors::KnownActors(std::vector<KnownActor> actors) : actors_(std::move(actors)) {
  for (std::size_t a = 0; a < actors_.size(); ++a) {
    add(actors_[a].name, a);
    for (const std::string& alias : actors_[a].aliases) add(alias, a);
  }
}

void KnownActors::add(std::string_view name, std::size_t actor) {
  const std::string key = name_key(name);
  if (key.empty()) return;
  std::vector<Entry>& entries = by_key_[key];
  const auto same = [&](const Entry& e) { return e.actor == actor; };
  if (std::none_of(entries.begin(), entries.end(), same)) entries.push_back({actor, has_capital(name)});
  first_words_[key.substr(0, key.find(' '))] = true;
  // Tokens may be more than words: "Jean-Luc", "O'Neil's".
  const auto parts = static_cast<std::size_t>(std::count_if(key.begin(), key.end(), [](char c) {
    return c == ' ' || c == '-' || c == '\'' || c == '.' || c == ',' || c == '&' || c == '/';
  }));
  longest_ = std::max(longest_, 2 * parts + 1);
}

std::optional<std::size_t> KnownActors::named(std::string_view words,
                                              std::optional<date::sys_days> day) const {
  const auto found = by_key_.find(name_key(words));
  if (found == by_key_.end()) return std::nullopt;
  std::optional<std::size_t> only;
  for (const Entry& entry : found->second) {
    const KnownActor& actor = actors_[entry.actor];
    if (entry.capital && !has_capital(words)) continue;
    if (day && ((actor.from && *day < *actor.from) || (actor.to && *day > *actor.to))) continue;
    if (only) return std::nullopt;
    only = entry.actor;
  }
  return only;
}

}  // namespace dateline
