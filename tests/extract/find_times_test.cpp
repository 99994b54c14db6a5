#include "extract/find_times.hpp"

#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "extract/input_error.hpp"
#include "extract/model.hpp"
#include "extract/pipeline.hpp"
#include "extract/table.hpp"
#include "extract/time_grammar.hpp"
#include "extract/time_lexer.hpp"
#include "extract/time_numbers.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model built = load_model();
  return built;
}

// Words parted by blanks; hyphens, brackets and marks at a word's end are tokens of their own, and so is
// "'s".
Document document(const std::string& text, const std::string& published) {
  Document d;
  d.article.text = text;
  if (const auto day = day_from_iso(published)) d.article.published = Published{.day = *day};
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto is_mark = [&](std::uint32_t i) {
    if (std::string("-()").find(text[i]) != std::string::npos) return true;
    return std::string(".,;?").find(text[i]) != std::string::npos && (i + 1 == size || text[i + 1] == ' ');
  };
  for (std::uint32_t begin = 0; begin < size;) {
    std::uint32_t end = begin;
    while (end < size && text[end] != ' ' && !is_mark(end) &&
           (end == begin || text.compare(end, 2, "'s") != 0))
      ++end;
    if (end == begin && text[begin] != ' ') ++end;
    if (end > begin) d.tokens.push_back({{begin, end}});
    begin = end < size && text[end] == ' ' ? end + 1 : end;
  }
  if (!d.tokens.empty()) d.sentences.push_back({{0, static_cast<std::uint32_t>(d.tokens.size())}});
  return d;
}

// Another language is another folder of tables.
const Model& german() {
  static const Model built{.times = [] {
    TableSource source{DATELINE_SOURCE_DIR "/tests/extract/german"};
    return load_time_grammar(source);
  }()};
  return built;
}

// "last Friday = 2024-03-08; two years = P2Y", or "-" for none.
std::string spell_times(const Document& d, const Model& m = model()) {
  std::string text;
  for (const TimeExpression& time : find_times(d, m)) {
    if (!text.empty()) text += "; ";
    text += std::string(d.text_of(time.tokens)) + " = " + time.value.value;
  }
  return text.empty() ? "-" : text;
}

// Cells parted by two or more blanks.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find("  ", begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = std::min(line.find_first_not_of(' ', end), line.size());
  }
  return cells;
}

using MakeDocument = Document (*)(const std::string& text, const std::string& published);

// The text with all that the pipeline understands of it.
Document analysed(const std::string& text, const std::string& published) {
  Article article{.text = text};
  article.blocks = {{.span = {0, static_cast<std::uint32_t>(text.size())}}};
  if (const auto day = day_from_iso(published)) article.published = Published{.day = *day};
  return analyse(std::move(article), model());
}

// Rows of published, text, expressions.
int check_cases(const std::string& file, const Model& m, MakeDocument make = document) {
  std::ifstream in(file);
  EXPECT_TRUE(in) << file;
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = cells_of(line);
    EXPECT_EQ(cells.size(), 3u) << line;
    if (cells.size() != 3) continue;
    EXPECT_EQ(spell_times(make(cells[1], cells[0]), m), cells[2]) << line;
    ++rows;
  }
  return rows;
}

void check_examples(TableSource& source, const Model& m) {
  const Table table = read_table(source.text("time_rules"), "time_rules");
  for (const TableRow& row : table.rows) {
    const std::string example(table.cell(row, "example")), expected(table.cell(row, "expect"));
    ASSERT_FALSE(example.empty()) << "line " << row.line;
    EXPECT_EQ(spell_times(document(example, "2024-03-14"), m), expected.empty() ? "-" : expected)
        << table.cell(row, "name") << ": " << example;
  }
}

TEST(FindTimes, Cases) {
  EXPECT_GT(check_cases(DATELINE_SOURCE_DIR "/tests/extract/find_times.cases", model()), 200);
}

TEST(FindTimes, TenseTellsLastFromComing) {
  EXPECT_GT(check_cases(DATELINE_SOURCE_DIR "/tests/extract/find_times_tense.cases", model(), analysed), 10);
}

TEST(FindTimes, ExamplesOfTheRules) {
  TableSource source;
  check_examples(source, model());
}

TEST(FindTimes, AnotherLanguageIsAnotherFolderOfTables) {
  TableSource source{DATELINE_SOURCE_DIR "/tests/extract/german"};
  check_examples(source, german());
  EXPECT_GT(check_cases(DATELINE_SOURCE_DIR "/tests/extract/german/find_times.cases", german()), 8);
}

// Each row's example holds one of its words.
TEST(FindTimes, ExamplesOfTheWords) {
  TableSource source;
  const Table table = read_table(source.text("time_words"), "time_words");
  for (const TableRow& row : table.rows) {
    std::string example(table.cell(row, "example"));
    for (char& c : example)
      if ('A' <= c && c <= 'Z') c = static_cast<char>(c + 32);
    std::istringstream words{std::string(table.cell(row, "word"))};
    bool found = false;
    for (std::string word; words >> word;) found |= example.find(word) != std::string::npos;
    EXPECT_TRUE(found) << "line " << row.line << ": " << example;
  }
}

TEST(FindTimes, NamesRuleAndAnchor) {
  const Document d = document("On Tuesday he spoke and left the next day.", "2024-03-14");
  const auto times = find_times(d, model());
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[0].rule, "single");
  EXPECT_EQ(times[0].anchor, "published");
  EXPECT_EQ(times[1].rule, "then-next");
  EXPECT_EQ(times[1].anchor, "t1");
}

// Days inclusive, "..." where open.
std::string spell_days(const TimeExpression& time) {
  if (!time.value.days) return "-";
  const DateInterval& days = *time.value.days;
  return (days.begin ? to_iso(*days.begin) : "...") + " " +
         (days.end ? to_iso(*days.end - date::days(1)) : "...");
}

TEST(FindTimes, Days) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/time_days.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = cells_of(line);
    ASSERT_EQ(cells.size(), 2u) << line;
    const Document d = document(cells[0], "2024-03-14");
    std::string found;
    for (const TimeExpression& time : find_times(d, model()))
      found += (found.empty() ? "" : "; ") + spell_days(time);
    EXPECT_EQ(found.empty() ? "-" : found, cells[1]) << line;
    ++rows;
  }
  EXPECT_GT(rows, 10);
}

TEST(FindTimes, TagsTellMonthFromModal) {
  Document d = document("May I leave in May?", "2024-03-14");
  d.morphs.resize(d.tokens.size());
  d.morphs[0] = {.upos = Upos::Aux, .xpos = Xpos::Md, .lemma = "may"};
  d.morphs[4] = {.upos = Upos::Propn, .xpos = Xpos::Nnp, .lemma = "May"};
  EXPECT_EQ(spell_times(d), "May = 2024-05");
}

TEST(FindTimes, TreeTellsWhichVerbDates) {
  // "He said they meet Monday": "Monday" hangs on "meet", not on the nearer past.
  Document d = document("They meet Monday , he said", "2024-03-14");
  d.morphs = {{Upos::Pron, Xpos::Prp, "they"},    {Upos::Verb, Xpos::Vbp, "meet"},
              {Upos::Propn, Xpos::Nnp, "Monday"}, {Upos::Punct, Xpos::Comma, ","},
              {Upos::Pron, Xpos::Prp, "he"},      {Upos::Verb, Xpos::Vbd, "say"}};
  d.arcs = {{1, Deprel::Nsubj}, {5, Deprel::Ccomp}, {1, Deprel::OblUnmarked},
            {5, Deprel::Punct}, {5, Deprel::Nsubj}, {kNone, Deprel::Root}};
  EXPECT_EQ(spell_times(d), "Monday = 2024-03-18");
  d.arcs[2].head = 5;
  EXPECT_EQ(spell_times(d), "Monday = 2024-03-11");
}

constexpr std::array<std::string_view, 21> kHostile{"1",
                                                    "1/",
                                                    "1-",
                                                    "1:",
                                                    "1,111,",
                                                    "1.",
                                                    "last ",
                                                    "the ",
                                                    "two and a half ",
                                                    "May 1 ",
                                                    "twenty-",
                                                    "million ",
                                                    "1990s",
                                                    "'",
                                                    "a.m.",
                                                    "January ",
                                                    "\xE2\x80\x93",
                                                    "\xFF",
                                                    "the day before ",
                                                    "of the end ",
                                                    "5 p.m. on Monday , "};

// The text of `parts` over and over, until `bytes` are reached, in one sentence.
Document repeated(const std::string& part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return document(text, "2024-03-14");
}

TEST(FindTimes, HostileTextIsHandled) {
  constexpr std::size_t kBytes = 50000;
  for (const std::string_view part : kHostile) {
    const Document d = repeated(std::string(part), kBytes);
    const auto times = find_times(d, model());
    for (std::size_t i = 0; i < times.size(); ++i) {
      ASSERT_LT(times[i].tokens.begin, times[i].tokens.end) << part;
      ASSERT_LE(times[i].tokens.end, d.tokens.size()) << part;
      ASSERT_LE(i > 0 ? times[i - 1].tokens.end : 0, times[i].tokens.begin) << part;
    }
  }
}

std::size_t steps_over(std::string_view part, std::size_t bytes) {
  const Document d = repeated(std::string(part), bytes);
  const TimeGrammar& g = model().times;
  TimeItems items = lex_times(d, {0, static_cast<std::uint32_t>(d.tokens.size())}, g.lexicon);
  join_numbers(items, g.numbers);
  return match_times(items, g);
}

// Ten times the text takes at most ten times the steps, and some at its ends.
TEST(FindTimes, StepsGrowWithTheText) {
  constexpr std::size_t kBytes = 20000, kSlack = 2000;
  for (const std::string_view part : kHostile) {
    const std::size_t few = steps_over(part, kBytes), many = steps_over(part, 10 * kBytes);
    EXPECT_LE(many, 10 * few + kSlack) << part;
    EXPECT_LE(few, 200 * kBytes) << part;
  }
}

TEST(FindTimes, EmptyDocumentHasNone) { EXPECT_TRUE(find_times(Document{}, model()).empty()); }

}  // namespace
}  // namespace dateline
