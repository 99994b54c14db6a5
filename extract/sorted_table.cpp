#include "extract/sorted_table.hpp"

#include <algorithm>

#include "extract/input_error.hpp"

namespace dateline {

SortedTable::SortedTable(std::string_view text, const std::string& file) : text_(text) {
  lines_.reserve(text.size() / 16);
  bool header = false;
  bool sorted = true;
  std::string_view last;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto newline = text.find('\n', begin);
    const auto end = newline == std::string_view::npos ? text.size() : newline;
    if (end > begin && text[begin] != '#' && text[begin] != '\r') {
      if (header) {
        lines_.push_back(static_cast<std::uint32_t>(begin));
        const std::string_view key = key_at(lines_.back());
        sorted = sorted && last <= key;
        last = key;
      }
      header = true;
    }
    begin = end + 1;
  }
  if (!header) throw InputError(file, "", "has no header line", "name its columns in the first line");
  if (!sorted)
    std::stable_sort(lines_.begin(), lines_.end(),
                     [this](std::uint32_t a, std::uint32_t b) { return key_at(a) < key_at(b); });
}

std::string_view SortedTable::key_at(std::uint32_t begin) const {
  // Up to a tab or the line's end; no other control characters stand in tables.
  std::size_t end = begin;
  while (end < text_.size() && static_cast<unsigned char>(text_[end]) > '\r') ++end;
  return text_.substr(begin, end - begin);
}

std::vector<std::uint32_t>::const_iterator SortedTable::lower(std::string_view key) const {
  return std::lower_bound(
      lines_.begin(), lines_.end(), key,
      [this](std::uint32_t line, std::string_view wanted) { return key_at(line) < wanted; });
}

std::pair<std::uint32_t, std::uint32_t> SortedTable::rows(std::string_view key) const {
  const auto first = lower(key);
  auto last = first;
  while (last != lines_.end() && key_at(*last) == key) ++last;
  return {static_cast<std::uint32_t>(first - lines_.begin()),
          static_cast<std::uint32_t>(last - lines_.begin())};
}

bool SortedTable::contains(std::string_view key) const {
  const auto at = lower(key);
  return at != lines_.end() && key_at(*at) == key;
}

bool SortedTable::has_prefix(std::string_view prefix) const {
  const auto at = lower(prefix);
  return at != lines_.end() && key_at(*at).starts_with(prefix);
}

std::string_view SortedTable::cell(std::uint32_t row, std::uint32_t column) const {
  std::size_t begin = lines_[row];
  for (; column > 0; --column) {
    begin = text_.find_first_of("\t\n", begin);
    if (begin == std::string_view::npos || text_[begin] == '\n') return {};
    ++begin;
  }
  const std::string_view cell = key_at(static_cast<std::uint32_t>(begin));
  return cell == "-" ? std::string_view{} : cell;
}

}  // namespace dateline
