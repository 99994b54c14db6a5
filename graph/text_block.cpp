#include "graph/text_block.hpp"

#include <algorithm>

#include "graph/unicode.hpp"

namespace dateline {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; }

std::string_view next_word(std::string_view& rest) {
  const auto begin = std::ranges::find_if_not(rest, is_blank);
  const auto end = std::find_if(begin, rest.end(), is_blank);
  const std::string_view word(begin, end);
  rest = std::string_view(end, rest.end());
  return word;
}

}  // namespace

std::size_t columns_of(std::string_view text) { return terminal_columns(text); }

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t taken = columns_of(text);
  return std::string(text) + std::string(taken < columns ? columns - taken : 0, ' ');
}

std::string wrapped(std::string_view head, std::string_view text, std::size_t width) {
  const std::size_t indent = columns_of(head);
  std::string out(head);
  std::size_t column = indent;
  for (std::string_view rest = text, word = next_word(rest); !word.empty(); word = next_word(rest)) {
    const std::size_t columns = columns_of(word);
    if (column > indent && column + 1 + columns > width) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns;
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out + '\n';
}

}  // namespace dateline
