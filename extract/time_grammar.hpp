// The grammar of time expressions: the rows of table time_rules, compiled into one automaton a pass.
//
// A cascade of finite-state passes (Abney 1996, Partial parsing via finite-state cascades). Each pass goes
// over the items of a sentence once, from left to right; where rows match, the longest match wins, among
// equals the first row; its items become one item of the class that the row makes, which patterns of later
// passes may use. Patterns have no repetition, so that a match has bounded length and a pass is linear in its
// input. Automata: positions after Glushkov (1961), run on all rows at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/table.hpp"
#include "extract/time_lexer.hpp"
#include "extract/time_lexicon.hpp"
#include "extract/time_numbers.hpp"

namespace dateline {

// One assignment of a row's column `value`: "unit=D", "shift=-$NUM.n", "n=$NUM.n+0.5", "!unit".
struct TimeAssignment {
  TimeField field = TimeField::Type;
  bool clears = false;
  std::int32_t slot = -1;  // of the row; -1: the constant alone
  TimeField source = TimeField::Type;
  std::int64_t factor = 1;
  std::int64_t constant = 0;
};

struct TimeRule {
  std::string name;
  TimeSymbol makes = 0;
  bool blocks = false;                // makes nothing: what it covers is no expression
  std::vector<bool> merged;           // one a slot: its meaning is laid into the row's
  std::vector<TimeAssignment> value;  // after the slots
};

// One element of a pattern in the automaton.
struct TimePosition {
  TimeSymbol symbol = 0;
  bool glued = false;  // "~": no blank before it
  bool inside = true;  // of the braces: part of the expression
  bool accepts = false;
  std::int32_t slot = -1;
  std::uint32_t rule = 0;
  std::vector<std::uint32_t> follow;
};

struct TimePass {
  std::vector<TimePosition> positions;
  std::vector<std::vector<std::uint32_t>> starts;  // by symbol
  TimeSymbolSet startable;
};

struct TimeGrammar {
  TimeLexicon lexicon;
  NumberSymbols numbers;
  std::vector<TimeRule> rules;
  std::vector<TimePass> passes;
  TimeSymbolSet expressions;  // classes that are reported: DATE, TIME, DURATION, SET
  TimeSymbol date = 0, time = 0, duration = 0, set = 0;
  TimeSymbol maybe_year = 0;   // a bare figure that is a year where the text speaks of years near by
  TimeSymbol maybe_day = 0;    // "the 5th", where no noun follows
  TimeSymbol maybe_month = 0;  // "March", unless people walk it: "the long March"
};

// Reads tables time_words and time_rules. Throws InputError for a row that can't be read.
[[nodiscard]] TimeGrammar load_time_grammar(TableSource& source);

// Runs all passes over the items. Gives the steps that took, so that a test can see them grow with the text.
std::size_t match_times(TimeItems& items, const TimeGrammar& grammar);

}  // namespace dateline
