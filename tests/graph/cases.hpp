// Rows of a .cases file: columns parted by two or more blanks, "#" comments, "-" for an empty column.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace dateline::sample {

using CaseRow = std::vector<std::string>;

[[nodiscard]] inline CaseRow columns_of_row(const std::string& line) {
  CaseRow row;
  for (std::size_t begin = line.find_first_not_of(' '); begin != std::string::npos;) {
    const std::size_t end = line.find("  ", begin);
    std::string column = line.substr(begin, end == std::string::npos ? end : end - begin);
    column.erase(column.find_last_not_of(' ') + 1);
    row.push_back(column == "-" ? "" : column);
    begin = end == std::string::npos ? end : line.find_first_not_of(' ', end);
  }
  return row;
}

// Rows of tests/graph/NAME.cases. Throws where there are none: a test without rows tests nothing.
[[nodiscard]] inline std::vector<CaseRow> cases(const std::string& name) {
  std::ifstream file(std::string(DATELINE_SOURCE_DIR) + "/tests/graph/" + name + ".cases");
  std::vector<CaseRow> rows;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line.front() != '#') rows.push_back(columns_of_row(line));
  if (rows.empty()) throw std::runtime_error("no cases: " + name);
  return rows;
}

}  // namespace dateline::sample
