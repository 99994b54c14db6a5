// A newsroom's own list of actors (--actors FILE): it decides what a name names, before tables and rules.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <date/date.h>

#include "extract/vocabulary.hpp"

namespace dateline {

struct KnownActor {
  std::string name;                  // canonical: the one shown
  std::vector<std::string> aliases;  // other names
  EntityKind kind = EntityKind::Other;
  std::string country;                              // ISO 3166-1 alpha-2, or ""
  std::map<std::string, std::string> external_ids;  // "wikidata" -> "Q42"
  std::optional<date::sys_days> from, to;           // when the names are right, both inclusive
};

// The list in `bytes`: JSON where they begin with '[' or '{', else a table (docs/formats.md). Throws
// InputError
// (`file`, line, what, what to do) for what can't be read.
[[nodiscard]] std::vector<KnownActor> read_known_actors(std::string_view bytes, const std::string& file);

// The same of JSON: an array of objects, or one object with such an array under "actors".
[[nodiscard]] std::vector<KnownActor> read_known_actors_json(std::string_view json, const std::string& file);

class KnownActors {
 public:
  KnownActors() = default;  // knows nobody
  explicit KnownActors(std::vector<KnownActor> actors);

  [[nodiscard]] bool empty() const { return actors_.empty(); }
  [[nodiscard]] const KnownActor& at(std::size_t index) const { return actors_[index]; }
  // The one actor that has the name, written so, on that day; absent where none or several have it. A name
  // with a capital is not found in small letters.
  [[nodiscard]] std::optional<std::size_t> named(std::string_view words,
                                                 std::optional<date::sys_days> day) const;
  // Whether a name begins with this word; a quick no for most words.
  [[nodiscard]] bool may_begin(std::string_view key) const { return first_words_.contains(std::string(key)); }
  // How many words the longest name has.
  [[nodiscard]] std::size_t longest() const { return longest_; }

 private:
  struct Entry {
    std::size_t actor = 0;
    bool capital = false;
  };

  void add(std::string_view name, std::size_t actor);

  std::vector<KnownActor> actors_;
  std::unordered_map<std::string, std::vector<Entry>> by_key_;
  std::unordered_map<std::string, bool> first_words_;
  std::size_t longest_ = 0;
};

// Checks and makes the parts of an entry, for both formats. Throw InputError.
[[nodiscard]] EntityKind known_kind(std::string_view text, const std::string& file, const std::string& where);
[[nodiscard]] std::string known_country(std::string_view text, const std::string& file,
                                        const std::string& where);
[[nodiscard]] std::optional<date::sys_days> known_day(std::string_view text, const std::string& file,
                                                      const std::string& where);

}  // namespace dateline
