#include "extract/orthography.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "extract/input_error.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::array<std::pair<std::string_view, AbbreviationKind>, 6> kKinds{{
    {"title", AbbreviationKind::Title},
    {"inner", AbbreviationKind::Inner},
    {"month", AbbreviationKind::Month},
    {"number", AbbreviationKind::Number},
    {"clock", AbbreviationKind::Clock},
    {"open", AbbreviationKind::Open},
}};

Table load(TableSource& source, std::string_view name) {
  return read_table(source.text(name), source.file_name(name));
}

std::vector<std::string> column(TableSource& source, std::string_view table_name, std::string_view column) {
  const Table table = load(source, table_name);
  std::vector<std::string> words;
  words.reserve(table.rows.size());
  for (const TableRow& row : table.rows) words.emplace_back(table.cell(row, column));
  return words;
}

AbbreviationKind kind_of(const Table& table, const TableRow& row) {
  const std::string_view name = table.cell(row, "kind");
  for (const auto& [known, kind] : kKinds)
    if (known == name) return kind;
  throw InputError(table.file, "line " + std::to_string(row.line), "no such kind: " + std::string(name),
                   "use title, inner, month, number, clock or open");
}

std::vector<std::uint32_t> lengths_of_parts(std::string_view parts) {
  std::vector<std::uint32_t> lengths;
  for (;;) {
    const auto bar = parts.find('|');
    lengths.push_back(static_cast<std::uint32_t>(std::min(bar, parts.size())));
    if (bar == std::string_view::npos) return lengths;
    parts.remove_prefix(bar + 1);
  }
}

}  // namespace

WordSet::WordSet(std::vector<std::string> words) : words_(std::move(words)) {
  std::sort(words_.begin(), words_.end());
  for (const std::string& word : words_) longest_ = std::max(longest_, word.size());
}

bool WordSet::contains(std::string_view word) const {
  return word.size() <= longest_ && std::binary_search(words_.begin(), words_.end(), word, std::less<>());
}

const AbbreviationKind* Orthography::abbreviation(std::string_view word) const {
  constexpr std::size_t kLongest = 8;
  if (word.empty() || word.size() > kLongest) return nullptr;
  if (const auto exact = abbreviations.find(word); exact != abbreviations.end()) return &exact->second;
  if (!starts_upper(word)) return nullptr;
  std::string form = to_lower(word);
  if (const auto lower = abbreviations.find(form); lower != abbreviations.end() && form.size() > 1)
    return &lower->second;
  if (!is_all_caps(word) || form.size() < 2) return nullptr;
  form.front() = word.front();
  const auto capitalised = abbreviations.find(form);
  return capitalised == abbreviations.end() ? nullptr : &capitalised->second;
}

WordSet load_words(TableSource& source, std::string_view table, std::string_view column_name) {
  return WordSet(column(source, table, column_name));
}

Orthography load_orthography(TableSource& source) {
  Orthography model;
  const Table abbreviations = load(source, "abbreviations");
  for (const TableRow& row : abbreviations.rows)
    model.abbreviations.emplace(abbreviations.cell(row, "word"), kind_of(abbreviations, row));
  model.hyphen_prefixes = WordSet(column(source, "hyphen_prefixes", "prefix"));
  model.web_endings = WordSet(column(source, "web_endings", "ending"));
  model.glued_units = WordSet(column(source, "glued_units", "unit"));
  model.emoticons = WordSet(column(source, "emoticons", "face"));
  model.sentence_starts = WordSet(column(source, "sentence_starts", "word"));
  model.clitics = column(source, "clitics", "clitic");
  const Table contractions = load(source, "contractions");
  for (const TableRow& row : contractions.rows)
    model.contractions.emplace(contractions.cell(row, "word"),
                               lengths_of_parts(contractions.cell(row, "parts")));
  return model;
}

}  // namespace dateline
