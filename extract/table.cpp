#include "extract/table.hpp"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <iterator>

#include "extract/embedded.hpp"
#include "extract/input_error.hpp"

namespace dateline {
namespace {

std::string_view built_in(std::string_view name) {
  for (const EmbeddedFile& file : embedded_tables())
    if (file.name == name) return file.bytes;
  assert(false && "no such table");
  return {};
}

std::string_view trim(std::string_view cell) {
  const auto begin = cell.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  cell = cell.substr(begin, cell.find_last_not_of(" \r") - begin + 1);
  return cell == "-" ? std::string_view{} : cell;
}

std::vector<std::string_view> split_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const auto tab = line.find('\t');
    cells.push_back(trim(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

TableSource::TableSource(std::optional<std::filesystem::path> folder) : folder_(std::move(folder)) {
  std::error_code error;
  if (folder_ && !std::filesystem::is_directory(*folder_, error))
    throw InputError(folder_->string(), "", "no such folder", "give --data a folder of .tsv tables");
}

std::string TableSource::file_name(std::string_view name) const {
  if (folder_) {
    const auto path = *folder_ / (std::string(name) + ".tsv");
    if (std::filesystem::exists(path)) return path.string();
  }
  return "built-in " + std::string(name) + ".tsv";
}

std::string_view TableSource::text(std::string_view name) {
  if (!folder_) return built_in(name);
  const auto path = *folder_ / (std::string(name) + ".tsv");
  if (!std::filesystem::exists(path)) return built_in(name);
  for (const auto& [known, bytes] : read_)
    if (known == name) return *bytes;
  std::ifstream in(path, std::ios::binary);
  auto bytes =
      std::make_unique<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  if (!in) throw InputError(path.string(), "", "cannot be read", "check its permissions");
  return *read_.emplace_back(std::string(name), std::move(bytes)).second;
}

std::string_view Table::cell(const TableRow& row, std::string_view column) const {
  const auto at = std::find(columns.begin(), columns.end(), column);
  assert(at != columns.end());
  const auto index = static_cast<std::size_t>(at - columns.begin());
  return index < row.cells.size() ? row.cells[index] : std::string_view{};
}

Table read_table(std::string_view text, const std::string& file) {
  Table table{.file = file};
  std::uint32_t line_number = 0;
  while (!text.empty()) {
    const auto newline = text.find('\n');
    const std::string_view line = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    ++line_number;
    if (trim(line).empty() || line.front() == '#') continue;
    auto cells = split_cells(line);
    if (table.columns.empty()) {
      table.columns = std::move(cells);
      continue;
    }
    if (cells.size() > table.columns.size())
      throw InputError(
          file, "line " + std::to_string(line_number),
          std::to_string(cells.size()) + " cells for " + std::to_string(table.columns.size()) + " columns",
          "part cells with one tab each");
    table.rows.push_back({line_number, std::move(cells)});
  }
  if (table.columns.empty())
    throw InputError(file, "", "has no header line", "name its columns in the first line");
  return table;
}

}  // namespace dateline
