#include "extract/reading_model.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

template <typename Kind, std::size_t N>
Kind kind_from(std::string_view name, const std::array<std::pair<std::string_view, Kind>, N>& names,
               const Table& table, const TableRow& row) {
  for (const auto& [known, kind] : names)
    if (known == name) return kind;
  throw InputError(table.file, "line " + std::to_string(row.line), "no such kind: " + std::string(name),
                   "the first comment of the table says where the kinds are listed");
}

constexpr std::array<std::pair<std::string_view, HintKind>, 4> kHintKinds{{{"drop", HintKind::Drop},
                                                                           {"weak", HintKind::Weak},
                                                                           {"body", HintKind::Body},
                                                                           {"caption", HintKind::Caption}}};
constexpr std::array<std::pair<std::string_view, DirtKind>, 6> kDirtKinds{{{"line", DirtKind::Line},
                                                                           {"player", DirtKind::Player},
                                                                           {"section", DirtKind::Section},
                                                                           {"tail", DirtKind::Tail},
                                                                           {"credit", DirtKind::Credit},
                                                                           {"caption", DirtKind::Caption}}};
constexpr std::array<std::pair<std::string_view, DateWordKind>, 5> kDateWordKinds{
    {{"month", DateWordKind::Month},
     {"weekday", DateWordKind::Weekday},
     {"published", DateWordKind::Published},
     {"modified", DateWordKind::Modified},
     {"filler", DateWordKind::Filler}}};

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    if (blank != 0) words.emplace_back(text.substr(0, blank));
    if (blank == std::string_view::npos) break;
    text.remove_prefix(blank + 1);
  }
  return words;
}

std::vector<PageHint> read_hints(TableSource& tables) {
  const Table table = read_table(tables.text("page_hints"), tables.file_name("page_hints"));
  std::vector<PageHint> hints;
  for (const TableRow& row : table.rows)
    hints.push_back(
        {std::string(table.cell(row, "words")), kind_from(table.cell(row, "kind"), kHintKinds, table, row)});
  std::sort(hints.begin(), hints.end(),
            [](const PageHint& a, const PageHint& b) { return a.words < b.words; });
  return hints;
}

std::vector<DirtPattern> read_dirt(TableSource& tables) {
  const Table table = read_table(tables.text("dirt"), tables.file_name("dirt"));
  std::vector<DirtPattern> dirt;
  for (const TableRow& row : table.rows)
    dirt.push_back({split_words(table.cell(row, "pattern")),
                    kind_from(table.cell(row, "kind"), kDirtKinds, table, row)});
  return dirt;
}

std::vector<DateWord> read_date_words(TableSource& tables) {
  const Table table = read_table(tables.text("date_words"), tables.file_name("date_words"));
  std::vector<DateWord> words;
  for (const TableRow& row : table.rows) {
    DateWord word{std::string(table.cell(row, "word")),
                  kind_from(table.cell(row, "kind"), kDateWordKinds, table, row)};
    const std::string_view number = table.cell(row, "number");
    std::from_chars(number.data(), number.data() + number.size(), word.number);
    words.push_back(std::move(word));
  }
  std::sort(words.begin(), words.end(), [](const DateWord& a, const DateWord& b) { return a.word < b.word; });
  return words;
}

std::vector<LanguageWord> read_language_words(TableSource& tables) {
  const Table table = read_table(tables.text("language_words"), tables.file_name("language_words"));
  std::vector<LanguageWord> words;
  words.reserve(table.rows.size());
  for (const TableRow& row : table.rows)
    words.push_back({std::string(table.cell(row, "word")), std::string(table.cell(row, "language"))});
  std::sort(words.begin(), words.end(), [](const LanguageWord& a, const LanguageWord& b) {
    return std::pair(a.word, a.language) < std::pair(b.word, b.language);
  });
  return words;
}

}  // namespace

std::uint32_t ReadingModel::count_of(std::string_view word) const {
  std::size_t low = 0;
  std::size_t high = words.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const auto newline = middle == 0 ? std::string::npos : words.rfind('\n', middle - 1);
    const std::size_t begin = newline == std::string::npos ? 0 : newline + 1;
    const std::size_t end = std::min(words.find('\n', begin), words.size());
    const std::string_view line = std::string_view(words).substr(begin, end - begin);
    const auto tab = std::min(line.find('\t'), line.size());
    const int order = word.compare(line.substr(0, tab));
    if (order == 0) {
      std::uint32_t count = 1;
      if (tab < line.size()) std::from_chars(line.data() + tab + 1, line.data() + line.size(), count);
      return count;
    }
    if (order < 0)
      high = begin;
    else
      low = end + 1;
  }
  return 0;
}

std::optional<HintKind> ReadingModel::hint_of(std::string_view hint) const {
  const auto at = std::lower_bound(page_hints.begin(), page_hints.end(), hint,
                                   [](const PageHint& h, std::string_view w) { return h.words < w; });
  if (at == page_hints.end() || at->words != hint) return std::nullopt;
  return at->kind;
}

const DateWord* ReadingModel::date_word(std::string_view word) const {
  const auto at = std::lower_bound(date_words.begin(), date_words.end(), word,
                                   [](const DateWord& d, std::string_view w) { return d.word < w; });
  return at == date_words.end() || at->word != word ? nullptr : &*at;
}

ReadingModel load_reading_model(TableSource& tables) {
  // The words are searched as they stand: comments and header are cut off, the rest is not split.
  std::string_view words = tables.text("words");
  while (words.starts_with('#') || words.starts_with("word\t")) {
    const auto newline = words.find('\n');
    words.remove_prefix(newline == std::string_view::npos ? words.size() : newline + 1);
  }
  return {.page_hints = read_hints(tables),
          .dirt = read_dirt(tables),
          .date_words = read_date_words(tables),
          .language_words = read_language_words(tables),
          .words = std::string(words)};
}

}  // namespace dateline
