#include "render/escape.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <vector>

namespace dateline {
namespace {

std::vector<std::string> columns_of(const std::string& row) {
  std::vector<std::string> columns;
  for (std::size_t begin = 0; begin < row.size();) {
    const std::size_t end = std::min(row.find("  ", begin), row.size());
    columns.push_back(row.substr(begin, end - begin));
    begin = row.find_first_not_of(' ', end);
  }
  return columns;
}

// Resolves \xHH, \n, \t and \\ of a cell.
std::string unescaped(const std::string& cell) {
  if (cell == "-") return "";
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\') {
      text += cell[i];
    } else if (cell[++i] == 'x') {
      text += static_cast<char>(std::stoi(cell.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      text += cell[i] == 'n' ? '\n' : cell[i] == 't' ? '\t' : cell[i];
    }
  }
  return text;
}

TEST(Escape, Cases) {
  std::ifstream file(DATELINE_SOURCE_DIR "/tests/render/escape.cases");
  int rows = 0;
  for (std::string row; std::getline(file, row);) {
    if (row.empty() || row[0] == '#') continue;
    const std::vector<std::string> cells = columns_of(row);
    ASSERT_EQ(cells.size(), 4U) << row;
    const std::string drawn = printable(unescaped(cells[0]));
    EXPECT_EQ(drawn, unescaped(cells[1])) << row;
    EXPECT_EQ(xml_escaped(drawn), unescaped(cells[2])) << row;
    EXPECT_EQ(dot_escaped(drawn), unescaped(cells[3])) << row;
    ++rows;
  }
  EXPECT_GE(rows, 15);
}

TEST(Escape, XmlStandsWithoutPrintable) {
  EXPECT_EQ(xml_escaped(std::string_view("a\0b\x0B", 4)),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(xml_escaped("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Escape, LinksLeadToTheWebOnly) {
  for (const char* good : {"http://example.org", "https://example.org/a?b=c&d=e#f", "HTTPS://EXAMPLE.ORG/"})
    EXPECT_TRUE(is_web_link(good)) << good;
  for (const char* bad :
       {"", "javascript:alert(1)", "data:text/html,x", "https://", "https:///a", "//example.org",
        "http://a b", "http://a\n", "http://a\"onload=", "ftp://example.org", " http://example.org",
        "http:example.org", "file:///etc/passwd", "https://a<b"})
    EXPECT_FALSE(is_web_link(bad)) << bad;
}

}  // namespace
}  // namespace dateline
