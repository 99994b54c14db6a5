#include "extract/lemma.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "extract/input_error.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kLongestEnding = 24;  // bytes, whole words with their "<" included

std::pair<std::string_view, std::string_view> key(const LemmaRow& row) { return {row.tag, row.ending}; }

const LemmaRule* find(const Lemmas& lemmas, std::string_view tag, std::string_view ending) {
  const std::pair wanted(tag, ending);
  const auto row = std::lower_bound(lemmas.rows.begin(), lemmas.rows.end(), wanted,
                                    [](const LemmaRow& r, const auto& k) { return key(r) < k; });
  return row != lemmas.rows.end() && key(*row) == wanted ? &row->rule : nullptr;
}

std::optional<LemmaRow> row_of(std::string_view line) {
  std::array<std::string_view, 5> cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == cells.size())) return std::nullopt;
    cells[i] = line.substr(0, tab);
    if (cells[i] == "-") cells[i] = {};
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  LemmaRow row{.tag = cells[0], .ending = cells[1], .rule = {.add = cells[3], .keep = cells[4] == "k"}};
  const auto [end, error] = std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), row.rule.cut);
  if (error != std::errc() || end != cells[2].data() + cells[2].size()) return std::nullopt;
  return row;
}

// With one shape of apostrophe.
std::string plain(std::string_view word) {
  std::string text(word);
  if (const auto at = text.find("\xE2\x80\x99"); at != std::string::npos) text.replace(at, 3, "'");
  return text;
}

}  // namespace

std::string lemma_tag(std::string_view word, Upos upos, Xpos xpos, bool first_of_sentence) {
  std::string tag(to_string(xpos));
  if (upos == Upos::Aux || upos == Upos::Propn) tag += upos == Upos::Aux ? "a" : "p";
  if (!first_of_sentence && starts_upper(word) && !(is_all_caps(word) && word.size() > 1)) tag += '^';
  return tag;
}

std::string apply(const LemmaRule& rule, std::string_view word) {
  std::string lemma = rule.keep ? std::string(word) : to_lower(word);
  const std::size_t left = lemma.size() - std::min<std::size_t>(rule.cut, lemma.size());
  if (left < lemma.size() && (static_cast<unsigned char>(lemma[left]) & 0xC0) == 0x80)
    return lemma;  // within a character
  lemma.resize(left);
  lemma += rule.add;
  return lemma.empty() ? std::string(word) : lemma;
}

std::string lemma_of(std::string_view word, Upos upos, Xpos xpos, bool first_of_sentence,
                     const Lemmas& lemmas) {
  if (word.size() > 2 * kLongestEnding) return std::string(word);
  const std::string tag = lemma_tag(word, upos, xpos, first_of_sentence);
  const std::string form = plain(word);
  std::string whole = "<";
  whole += to_lower(form);
  std::string_view ending = whole;
  if (ending.size() > kLongestEnding) ending.remove_prefix(ending.size() - kLongestEnding);
  for (;; ending.remove_prefix(1)) {
    if (const LemmaRule* rule = find(lemmas, tag, ending)) return apply(*rule, form);
    if (ending.empty()) break;
  }
  return upos == Upos::Propn ? form : to_lower(form);
}

Lemmas read_lemmas(std::string_view text, const std::string& file) {
  Lemmas lemmas;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const auto newline = text.find('\n');
    const std::string_view line = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const auto row = row_of(line);
    if (!row || (!lemmas.rows.empty() && !(key(lemmas.rows.back()) < key(*row))))
      throw InputError(file, "line " + std::to_string(number), "is no row of lemmas, or not in order",
                       "make the table anew with train_lemmas");
    lemmas.rows.push_back(*row);
  }
  return lemmas;
}

}  // namespace dateline
