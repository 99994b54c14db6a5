// Tables of knowledge: tab-separated files of extract/data/<language>/, built into the program.
//
// First line that is no comment names the columns. Lines that begin with '#' and blank lines are left
// out. A cell is trimmed; "-" is an empty cell. Rows keep their line number for messages.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// The bytes of each table, from the program itself or from a folder that overrides it.
class TableSource {
 public:
  // Tables built in. `folder`, where given, is `--data DIR`: a file DIR/NAME.tsv replaces table NAME.
  // Throws InputError where the folder cannot be read.
  explicit TableSource(std::optional<std::filesystem::path> folder = std::nullopt);

  // The text of a table ("triggers", "cities", ...), read once and kept by this object; the view lives as
  // long as it does (built-in tables: as long as the program). Throws InputError where `--data` holds an
  // unreadable file. Needs a name that exists.
  [[nodiscard]] std::string_view text(std::string_view name);
  // What messages call it: "DIR/NAME.tsv" or "built-in NAME.tsv".
  [[nodiscard]] std::string file_name(std::string_view name) const;

 private:
  std::optional<std::filesystem::path> folder_;
  std::vector<std::pair<std::string, std::unique_ptr<std::string>>> read_;  // pointers: views stay valid
};

// One row: views into the table's text.
struct TableRow {
  std::uint32_t line = 0;  // 1-based, in the file
  std::vector<std::string_view> cells;
};

struct Table {
  std::string file;  // for messages
  std::vector<std::string_view> columns;
  std::vector<TableRow> rows;

  // The cell of `column` in `row`; needs a column that exists; "" for "-" and for cells left out at the end.
  [[nodiscard]] std::string_view cell(const TableRow& row, std::string_view column) const;
};

// Splits a table's text. Views point into `text`. Throws InputError (file, line) where a row has more
// cells than there are columns, or there is no header.
[[nodiscard]] Table read_table(std::string_view text, const std::string& file);

}  // namespace dateline
