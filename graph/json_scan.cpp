#include "graph/json_scan.hpp"

#include <algorithm>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kMark = "\xEF\xBB\xBF";  // UTF-8's byte order mark

// One past the closing quote of the string that opens at `at`; the end of the text where it never closes.
std::size_t end_of_string(std::string_view bytes, std::size_t at) {
  for (++at; at < bytes.size() && bytes[at] != '"'; ++at)
    if (bytes[at] == '\\') ++at;
  return std::min(at + 1, bytes.size());
}

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
  return std::min(bytes.find_first_not_of(kBlanks, at), bytes.size());
}

[[noreturn]] void fail(std::string_view bytes, std::size_t at, const std::string& file,
                       const std::string& what) {
  throw InputError(file, line_and_column(bytes, at), what, "see docs/formats.md");
}

// One past the bracket that closes the one at `at`.
std::size_t end_of_value(std::string_view bytes, std::size_t at, const std::string& file) {
  std::size_t depth = 0;
  while (at < bytes.size()) {
    const char c = bytes[at];
    if (c == '"') {
      at = end_of_string(bytes, at);
      continue;
    }
    if ((c == '{' || c == '[') && ++depth > kMaxJsonDepth) fail(bytes, at, file, "nested too deeply");
    ++at;
    if ((c == '}' || c == ']') && --depth == 0) break;
  }
  return at;
}

}  // namespace

std::string line_and_column(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return "line " + std::to_string(1 + std::count(before.begin(), before.end(), '\n')) + ", column " +
         std::to_string(before.size() - line_start + 1);
}

std::vector<JsonValueText> outermost_values(std::string_view bytes, const std::string& file) {
  std::vector<JsonValueText> values;
  std::size_t at = bytes.substr(0, kMark.size()) == kMark ? kMark.size() : 0;
  std::size_t line = 1;
  std::size_t counted = 0;
  for (at = skip_blanks(bytes, at); at < bytes.size(); at = skip_blanks(bytes, at)) {
    if (bytes[at] != '{' && bytes[at] != '[') fail(bytes, at, file, "not a record or graph");
    const std::size_t end = end_of_value(bytes, at, file);
    line += static_cast<std::size_t>(std::count(bytes.begin() + static_cast<std::ptrdiff_t>(counted),
                                                bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    values.push_back({bytes.substr(at, end - at), at, line});
    at = end;
  }
  return values;
}

std::string_view schema_of(std::string_view bytes) {
  std::size_t at = skip_blanks(bytes, bytes.substr(0, kMark.size()) == kMark ? kMark.size() : 0);
  if (at < bytes.size() && bytes[at] == '[') at = skip_blanks(bytes, at + 1);
  if (at >= bytes.size() || bytes[at] != '{') return {};
  std::size_t depth = 0;
  while (at < bytes.size()) {
    const char c = bytes[at];
    if (c != '"') {
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth == 0) break;
      ++at;
      continue;
    }
    const std::size_t end = end_of_string(bytes, at);
    const std::string_view name = bytes.substr(at, end - at);
    at = end;
    if (depth != 1 || name != "\"schema\"") continue;
    at = skip_blanks(bytes, at);
    if (at >= bytes.size() || bytes[at] != ':') continue;
    at = skip_blanks(bytes, at + 1);
    if (at >= bytes.size() || bytes[at] != '"') continue;
    const std::size_t close = end_of_string(bytes, at);
    return bytes.substr(at + 1, close < at + 2 ? 0 : close - at - 2);
  }
  return {};
}

}  // namespace dateline
