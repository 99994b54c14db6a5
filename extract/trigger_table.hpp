// Which words name events: extract/data/en/triggers.tsv, whose head says what its columns mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/scene.hpp"
#include "extract/table.hpp"
#include "extract/vocabulary.hpp"

namespace dateline {

enum class TriggerPos : std::uint8_t { Verb, Noun, Adj };

// A condition on the words around: any of `words`, or none of them.
struct TriggerCondition {
  std::vector<std::string_view> words;
  bool negated = false;
};

struct TriggerRow {
  std::uint32_t line = 0;         // in the table, for --explain
  std::optional<EventType> type;  // absent: no event
  TriggerCondition with, object, subject, modifier;
  std::uint8_t conditions = 0;  // how many of the four are set
  bool speech = false;          // what is said is the event
  bool light = false;           // the object names the event
  bool habitual = false;        // seldom on a timeline
};

class TriggerTable {
 public:
  TriggerTable() = default;
  // Throws InputError (file, line) where a row is wrong. Views into `table`'s text are kept.
  explicit TriggerTable(const Table& table);

  // The table's lemma for a word: `lemma` if the table has it, else a stem of `form` (lower case) that it has
  // ("raided" -> "raid", "running" -> "run"), else `lemma`. A tagger may be wrong about both.
  [[nodiscard]] std::string_view lemma_of(std::string_view lemma, std::string_view form,
                                          TriggerPos pos) const;
  // The rows of a lemma, in the order of the table.
  [[nodiscard]] std::vector<const TriggerRow*> rows_of(std::string_view lemma, TriggerPos pos) const;

 private:
  struct Key {
    std::string_view lemma;
    TriggerPos pos;
    std::uint32_t row;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  std::vector<TriggerRow> rows_;
  [[nodiscard]] const Key* find(std::string_view lemma, TriggerPos pos) const;  // the first row's, or null

  std::vector<Key> keys_;  // sorted
};

// The row that fits the word best: most conditions, then first; null where none fits.
[[nodiscard]] const TriggerRow* trigger_row(const Scene& scene, const TriggerTable& table, TokenIndex t,
                                            std::string_view lemma, const std::vector<Argument>& arguments);

// The part of speech under which a word can be a trigger; absent for others.
[[nodiscard]] std::optional<TriggerPos> trigger_pos(const Syntax& s, TokenIndex t);

}  // namespace dateline
