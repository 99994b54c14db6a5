#include "extract/time_grammar.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "extract/input_error.hpp"
#include "extract/time_pattern.hpp"

namespace dateline {
namespace {

constexpr int kMaxPasses = 9;

// The slot that "$NAME" means; the first of that name.
std::int32_t slot_of(const std::vector<std::string>& slots, std::string_view name) {
  const auto at = std::find(slots.begin(), slots.end(), name);
  return at == slots.end() ? -1 : static_cast<std::int32_t>(at - slots.begin());
}

// "-$NUM.n+0.5" after the '='.
bool read_source(TimeAssignment& a, std::string_view text, const std::vector<std::string>& slots) {
  if (text.starts_with('-')) a.factor = -1, text.remove_prefix(1);
  text.remove_prefix(1);  // '$'
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return false;
  a.slot = slot_of(slots, text.substr(0, dot));
  text.remove_prefix(dot + 1);
  const auto plus = text.find('+');
  const auto field = time_field_from(text.substr(0, plus));
  if (a.slot < 0 || !field) return false;
  a.source = *field;
  if (plus == std::string_view::npos) return true;
  const auto constant = time_constant(a.field, text.substr(plus + 1));
  a.constant = constant.value_or(0);
  return constant.has_value();
}

bool read_assignment(TimeAssignment& a, std::string_view text, const std::vector<std::string>& slots) {
  if (text.starts_with('!')) {
    const auto field = time_field_from(text.substr(1));
    a.clears = true;
    if (field) a.field = *field;
    return field.has_value();
  }
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) return false;
  const auto field = time_field_from(text.substr(0, equals));
  if (!field) return false;
  a.field = *field;
  const std::string_view value = text.substr(equals + 1);
  if (value.starts_with('$') || value.starts_with("-$")) return read_source(a, value, slots);
  const auto constant = time_constant(*field, value);
  a.constant = constant.value_or(0);
  return constant.has_value();
}

// Fills merged and value; false where the cell can't be read.
bool read_value(TimeRule& rule, std::string_view cell, const std::vector<std::string>& slots) {
  rule.merged.assign(slots.size(), true);
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (slots[i] == "_") rule.merged[i] = false;
  while (!cell.empty()) {
    const auto blank = cell.find(' ');
    const std::string_view text = cell.substr(0, blank);
    cell.remove_prefix(blank == std::string_view::npos ? cell.size() : blank + 1);
    if (text.empty()) continue;
    TimeAssignment assignment;
    if (!read_assignment(assignment, text, slots)) return false;
    for (std::size_t i = 0; assignment.slot >= 0 && i < slots.size(); ++i)
      if (slots[i] == slots[static_cast<std::size_t>(assignment.slot)]) rule.merged[i] = false;
    rule.value.push_back(assignment);
  }
  return true;
}

void add_rule(TimeGrammar& grammar, const Table& table, const TableRow& row) {
  const auto fail = [&](const std::string& what, const std::string& advice) {
    throw InputError(table.file, "line " + std::to_string(row.line), what, advice);
  };
  TimeRule rule{.name = std::string(table.cell(row, "name"))};
  const std::string_view pass_cell = table.cell(row, "pass");
  int pass = 0;
  std::from_chars(pass_cell.data(), pass_cell.data() + pass_cell.size(), pass);
  if (pass < 1 || pass > kMaxPasses)
    fail("no pass \"" + std::string(pass_cell) + "\"", "give a number from 1 to 9");
  while (grammar.passes.size() < static_cast<std::size_t>(pass)) {
    grammar.passes.emplace_back();
    grammar.passes.back().starts.resize(kMaxTimeSymbols);
  }
  const std::string_view makes = table.cell(row, "makes");
  rule.blocks = makes.empty();
  if (!rule.blocks) rule.makes = grammar.lexicon.symbol(makes);
  std::string error;
  const auto slots = add_pattern(table.cell(row, "pattern"), static_cast<std::uint32_t>(grammar.rules.size()),
                                 grammar.lexicon, grammar.passes[static_cast<std::size_t>(pass - 1)], error);
  if (!slots) fail("pattern of \"" + rule.name + "\": " + error, "see docs/time.md");
  if (!read_value(rule, table.cell(row, "value"), *slots))
    fail("can't read the value \"" + std::string(table.cell(row, "value")) + "\"", "see docs/time.md");
  grammar.rules.push_back(std::move(rule));
}

// Runs one pass; keeps its working memory over all starting points.
class Matcher {
 public:
  Matcher(TimeItems& items, const TimeGrammar& grammar) : items_(items), grammar_(grammar) {}

  void run(const TimePass& pass) {
    marks_.assign(pass.positions.size(), 0);
    stamp_ = 0;
    out_.clear();
    match_range(pass, 0, items_.list.size());
    items_.list.swap(out_);
  }

  // Items looked at and positions tried, of all passes.
  [[nodiscard]] std::size_t steps() const { return all_steps_; }

 private:
  struct Step {
    std::uint32_t position;
    std::int32_t previous;  // into steps_
  };

  struct Replacement {
    std::size_t begin = 0;
    std::size_t end = 0;
    TimeItem item;
  };

  bool fits(const TimePosition& p, const TimeItem& item) const {
    return item.symbols.has(p.symbol) && (!p.glued || item.glued);
  }

  void reach(const TimePass& pass, std::uint32_t position, std::int32_t previous) {
    ++all_steps_;
    if (marks_[position] == stamp_) return;
    marks_[position] = stamp_;
    const auto step = static_cast<std::int32_t>(steps_.size());
    steps_.push_back({position, previous});
    const TimePosition& p = pass.positions[position];
    if (!p.accepts) return;
    if (best_ < 0 || best_length_ < length_ ||
        p.rule < pass.positions[steps_[static_cast<std::size_t>(best_)].position].rule) {
      best_ = step;
      best_length_ = length_;
    }
  }

  // Matches the items [at, end). The context before an expression is matched on its own; it is shorter than
  // the pattern, so that the depth of calls is bounded by the longest pattern.
  void match_range(const TimePass& pass, std::size_t at, std::size_t end) {
    while (at < end) {
      ++all_steps_;
      if (!items_.list[at].symbols.meets(pass.startable) || !find(pass, at, end)) {
        out_.push_back(items_.list[at++]);
        continue;
      }
      const Replacement found = replace(pass, at);
      match_range(pass, at, found.begin);
      out_.push_back(found.item);
      at = found.end;
    }
  }

  // The longest match that begins at item `at` and ends before `limit`, in best_.
  bool find(const TimePass& pass, std::size_t at, std::size_t limit) {
    steps_.clear();
    best_ = -1;
    length_ = 1;
    ++stamp_;
    items_.list[at].symbols.for_each_common(pass.startable, [&](TimeSymbol symbol) {
      for (const std::uint32_t p : pass.starts[symbol]) reach(pass, p, -1);
    });
    std::size_t begin = 0;
    for (std::size_t i = at + 1; i < limit && begin < steps_.size(); ++i) {
      const std::size_t end = steps_.size();
      ++stamp_;
      ++length_;
      for (std::size_t s = begin; s < end; ++s)
        for (const std::uint32_t p : pass.positions[steps_[s].position].follow)
          if (fits(pass.positions[p], items_.list[i])) reach(pass, p, static_cast<std::int32_t>(s));
      begin = end;
    }
    return best_ >= 0;
  }

  // The item that the best match makes of [begin, end).
  Replacement replace(const TimePass& pass, std::size_t at) {
    path_.clear();
    for (std::int32_t s = best_; s >= 0; s = steps_[static_cast<std::size_t>(s)].previous)
      path_.push_back(steps_[static_cast<std::size_t>(s)].position);
    std::reverse(path_.begin(), path_.end());
    std::size_t begin = 0, end = path_.size();
    while (begin < end && !pass.positions[path_[begin]].inside) ++begin;
    while (begin < end && !pass.positions[path_[end - 1]].inside) --end;
    if (begin == end) begin = 0, end = path_.size();
    const std::uint32_t number = pass.positions[path_.front()].rule;
    const TimeRule& rule = grammar_.rules[number];
    TimeItem item = items_.list[at + begin];
    item.bytes.end = items_.list[at + end - 1].bytes.end;
    item.symbols = {};
    item.word = nullptr;
    item.rule = static_cast<std::int32_t>(number);
    item.meaning = static_cast<std::int32_t>(items_.meanings.size());
    if (!rule.blocks) item.symbols.add(rule.makes);
    items_.meanings.push_back(meaning(pass, rule, at));
    return {at + begin, at + end, item};
  }

  Meaning meaning(const TimePass& pass, const TimeRule& rule, std::size_t at) {
    slots_.assign(rule.merged.size(), Meaning{});
    Meaning whole;
    for (std::size_t i = 0; i < path_.size(); ++i) {
      const TimePosition& p = pass.positions[path_[i]];
      if (p.slot < 0) continue;
      const auto slot = static_cast<std::size_t>(p.slot);
      slots_[slot] = items_.meaning_of(items_.list[at + i], p.symbol);
      if (rule.merged[slot]) whole.merge(slots_[slot]);
    }
    for (const TimeAssignment& a : rule.value) assign(whole, a);
    return whole;
  }

  void assign(Meaning& whole, const TimeAssignment& a) const {
    if (a.clears) return whole.clear(a.field);
    if (a.slot < 0) return whole.set(a.field, a.constant);
    const Meaning& source = slots_[static_cast<std::size_t>(a.slot)];
    if (!source.has(a.source)) return;
    const std::int64_t value = source[a.source];
    whole.set(a.field, a.factor * value + (value == kUnknownNumber ? 0 : a.constant));
  }

  TimeItems& items_;
  const TimeGrammar& grammar_;
  std::vector<TimeItem> out_;
  std::vector<std::uint32_t> marks_;
  std::uint32_t stamp_ = 0;
  std::vector<Step> steps_;
  std::size_t all_steps_ = 0;
  std::int32_t best_ = -1;
  std::uint32_t length_ = 0, best_length_ = 0;
  std::vector<std::uint32_t> path_;
  std::vector<Meaning> slots_;
};

}  // namespace

TimeGrammar load_time_grammar(TableSource& source) {
  TimeGrammar g;
  const std::string words_file = source.file_name("time_words"), rules_file = source.file_name("time_rules");
  const Table rules = read_table(source.text("time_rules"), rules_file);
  try {
    add_time_words(g.lexicon, read_table(source.text("time_words"), words_file));
    for (const TableRow& row : rules.rows) add_rule(g, rules, row);
    g.numbers = {g.lexicon.symbol("NUMWORD"), g.lexicon.symbol("MULTIPLIER"), g.lexicon.symbol("ORDWORD"),
                 g.lexicon.symbol("-"), g.lexicon.symbol("NUMAND")};
    g.date = g.lexicon.symbol("DATE");
    g.time = g.lexicon.symbol("TIME");
    g.duration = g.lexicon.symbol("DURATION");
    g.set = g.lexicon.symbol("SET");
    g.maybe_year = g.lexicon.symbol("MAYBEYEAR");
    g.maybe_day = g.lexicon.symbol("MAYBEDAY");
    g.maybe_month = g.lexicon.symbol("MAYBEMONTH");
  } catch (const std::length_error& error) {
    throw InputError(rules_file, "", error.what(), "use fewer than 512 in all");
  }
  for (const TimeSymbol s : {g.date, g.time, g.duration, g.set, g.maybe_year, g.maybe_day, g.maybe_month})
    g.expressions.add(s);
  g.lexicon.index();
  return g;
}

std::size_t match_times(TimeItems& items, const TimeGrammar& grammar) {
  Matcher matcher(items, grammar);
  for (const TimePass& pass : grammar.passes) matcher.run(pass);
  return matcher.steps();
}

}  // namespace dateline
