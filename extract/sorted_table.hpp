// A large table searched where it lies: rows sorted by their first cell, the key.
//
// Nothing is parsed beforehand but the places of the lines. Text as read_table's (table.hpp): tabs
// between cells, '#' lines, a header line, "-" for an empty cell.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class SortedTable {
 public:
  SortedTable() = default;  // no rows
  // `text` must outlive the table. Rows out of order are put in order. Throws InputError (`file`)
  // where there is no header line.
  SortedTable(std::string_view text, const std::string& file);

  // The rows whose key is exactly `key`, as [begin, end) of row numbers. Logarithmic.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> rows(std::string_view key) const;
  [[nodiscard]] bool contains(std::string_view key) const;
  // Whether a key begins with `prefix`.
  [[nodiscard]] bool has_prefix(std::string_view prefix) const;
  // Cell `column` (0 is the key) of a row; "" where it is "-" or left out.
  [[nodiscard]] std::string_view cell(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(lines_.size()); }

 private:
  [[nodiscard]] std::string_view key_at(std::uint32_t begin) const;
  [[nodiscard]] std::vector<std::uint32_t>::const_iterator lower(std::string_view key) const;

  std::string_view text_;
  std::vector<std::uint32_t> lines_;  // bytes of text_ where rows begin, by key
};

}  // namespace dateline
