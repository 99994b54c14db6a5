#include "extract/time_lexicon.hpp"

#include <stdexcept>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(FigureClass::Count)> kFigureClasses{
    "NUM",         "FIGNUM",   "WORDNUM",   "DAYNUM",      "MONTHNUM", "HOURNUM",    "MINNUM",
    "YEAR4",       "YEARNOW",  "YEAR3",     "YY",          "ORD",      "DAYORD",     "DECADEFIG",
    "DECADE2FIG",  "CLOCKFIG", "DATEFIG",   "MONTHDAYFIG", "YEARWORD", "DECADE3FIG", "CLOCK4FIG",
    "CLOCKDOTFIG", "ORDEND",   "DECADEEND", "DAYFIRST"};

// FNV-1a
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// Lays "month=1 day=25" into `meaning`; false where that can't be read.
bool assign(Meaning& meaning, std::string_view value) {
  while (!value.empty()) {
    const auto blank = value.find(' ');
    const std::string_view part = value.substr(0, blank);
    value.remove_prefix(blank == std::string_view::npos ? value.size() : blank + 1);
    if (part.empty()) continue;
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) return false;
    const auto field = time_field_from(part.substr(0, equals));
    if (!field) return false;
    const auto constant = time_constant(*field, part.substr(equals + 1));
    if (!constant) return false;
    meaning.set(*field, *constant);
  }
  return true;
}

}  // namespace

TimeLexicon::TimeLexicon() {
  for (const std::string_view name : kFigureClasses) names_.emplace_back(name);
}

std::optional<TimeSymbol> TimeLexicon::find_symbol(std::string_view name) const {
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (names_[i] == name) return static_cast<TimeSymbol>(i);
  return std::nullopt;
}

TimeSymbol TimeLexicon::symbol(std::string_view name) {
  if (const auto known = find_symbol(name)) return *known;
  if (names_.size() == kMaxTimeSymbols) throw std::length_error("too many words and classes of time");
  names_.emplace_back(name);
  return static_cast<TimeSymbol>(names_.size() - 1);
}

TimeWord& TimeLexicon::word(std::string_view lower_case) {
  for (TimeWord& known : words_)
    if (known.text == lower_case) return known;
  words_.push_back({.text = std::string(lower_case)});
  return words_.back();
}

void TimeLexicon::index() {
  std::size_t size = 64;
  while (size < 4 * words_.size()) size *= 2;
  slots_.assign(size, 0);
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    std::size_t slot = hash_of(words_[i].text) & (size - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = i + 1;
  }
}

const TimeWord* TimeLexicon::find(std::string_view lower_case) const {
  std::size_t slot = hash_of(lower_case) & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1))
    if (words_[slots_[slot] - 1].text == lower_case) return &words_[slots_[slot] - 1];
  return nullptr;
}

void add_time_words(TimeLexicon& lexicon, const Table& table) {
  for (const TableRow& row : table.rows) {
    TimeReading reading{.symbol = lexicon.symbol(table.cell(row, "class"))};
    const std::string_view form = table.cell(row, "form");
    reading.capital = form.find('C') != std::string_view::npos;
    reading.noun = form.find('N') != std::string_view::npos;
    const std::string_view value = table.cell(row, "value");
    if (!assign(reading.meaning, value))
      throw InputError(table.file, "line " + std::to_string(row.line),
                       "can't read the value \"" + std::string(value) + "\"",
                       "write field=number or field=word, parted by blanks");
    std::string_view words = table.cell(row, "word");
    while (!words.empty()) {
      const auto blank = words.find(' ');
      TimeWord& word = lexicon.word(words.substr(0, blank));
      word.readings.push_back(reading);
      word.symbols.add(reading.symbol);
      word.conditional |= reading.capital || reading.noun;
      words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
    }
  }
}

}  // namespace dateline
