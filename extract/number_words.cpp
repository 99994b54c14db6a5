#include "extract/number_words.hpp"

#include <algorithm>
#include <charconv>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

std::vector<std::string_view> split(std::string_view cell, char separator) {
  std::vector<std::string_view> words;
  while (!cell.empty()) {
    const std::size_t at = std::min(cell.find(separator), cell.size());
    if (at > 0) words.push_back(cell.substr(0, at));
    cell.remove_prefix(std::min(at + 1, cell.size()));
  }
  return words;
}

[[noreturn]] void refuse(const Table& table, const TableRow& row, const std::string& what) {
  throw InputError(table.file, "line " + std::to_string(row.line), what, "");
}

NumberClass class_from(const Table& table, const TableRow& row) {
  const std::string_view name = table.cell(row, "class");
  if (name == "unit") return NumberClass::Unit;
  if (name == "ten") return NumberClass::Ten;
  if (name == "hundred") return NumberClass::Hundred;
  if (name == "scale") return NumberClass::Scale;
  if (name == "vague") return NumberClass::Vague;
  if (name == "article") return NumberClass::Article;
  refuse(table, row, "no class of numbers: " + std::string(name));
}

template <class Words>
auto find_word(const Words& words, std::string_view word) {
  const auto it = std::lower_bound(words.begin(), words.end(), word,
                                   [](const auto& w, std::string_view key) { return w.word < key; });
  return it != words.end() && it->word == word ? &*it : nullptr;
}

void by_word(auto& words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.word < b.word; });
}

}  // namespace

const NumberWord* NumberWords::number(std::string_view lower) const { return find_word(numbers, lower); }
const CurrencyWord* NumberWords::currency(std::string_view word) const { return find_word(currencies, word); }
bool NumberWords::is_person_noun(std::string_view lemma) const {
  return std::binary_search(person_nouns.begin(), person_nouns.end(), lemma);
}

namespace {

void add_numbers(const Table& table, NumberWords& words) {
  for (const TableRow& row : table.rows) {
    const std::string_view value = table.cell(row, "value");
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size()) refuse(table, row, "value is no number");
    words.numbers.push_back({table.cell(row, "word"), class_from(table, row), number});
  }
  by_word(words.numbers);
}

void add_currencies(const Table& table, NumberWords& words) {
  for (const TableRow& row : table.rows) {
    const std::string_view code = table.cell(row, "code");
    if (code.size() < 3) refuse(table, row, "code is none of ISO 4217");
    words.currencies.push_back({table.cell(row, "word"), code.substr(0, 3), code.ends_with("/100")});
  }
  by_word(words.currencies);
}

void add_bounds(const Table& table, NumberWords& words) {
  for (const TableRow& row : table.rows) {
    const std::string_view bound = table.cell(row, "bound");
    if (bound != ">=" && bound != "<=" && bound != "~") refuse(table, row, "bound is none of >=, <=, ~");
    words.bounds.push_back({split(table.cell(row, "words"), ' '), bound[0]});
  }
  std::stable_sort(words.bounds.begin(), words.bounds.end(),
                   [](const BoundWords& a, const BoundWords& b) { return a.words.size() > b.words.size(); });
}

}  // namespace

NumberWords load_number_words(TableSource& source) {
  NumberWords words;
  const auto table = [&](std::string_view name) {
    const std::string& text =
        *words.texts.emplace_back(std::make_shared<const std::string>(source.text(name)));
    return read_table(text, source.file_name(name));
  };
  add_numbers(table("numbers"), words);
  add_currencies(table("currencies"), words);
  add_bounds(table("bounds"), words);
  const Table people = table("person_nouns");
  for (const TableRow& row : people.rows)
    for (const std::string_view word : split(people.cell(row, "words"), '|'))
      words.person_nouns.push_back(word);
  std::sort(words.person_nouns.begin(), words.person_nouns.end());
  return words;
}

}  // namespace dateline
