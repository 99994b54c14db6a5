#include "extract/dateline.hpp"

#include <algorithm>
#include <array>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxBytes = 90;  // of place, date and agency

struct Mark {
  std::size_t begin;
  std::size_t end;
};

// The first dash that may end a dateline: "--", "_", a long dash, or "-" between blanks or after an agency.
std::optional<Mark> find_mark(std::string_view text) {
  for (std::size_t at = 0; at < std::min(text.size(), kMaxBytes);) {
    const CodePoint c = code_point_at(text, at);
    const CodePoint before = code_point_before(text, at);
    const CodePoint next = code_point_at(text, at + c.size);
    const bool set_off = at > 0 && (is_blank(before.value) || before.value == ')');
    if (c.value == '-' && next.value == '-') return Mark{at, at + 2};
    if (c.value == '_' || c.value == 0x2014) return Mark{at, at + c.size};
    if ((c.value == '-' || c.value == 0x2013) && set_off && (is_blank(next.value) || next.size == 0))
      return Mark{at, at + c.size};
    if (c.value == '\n' || c.value == '"' || c.value == 0x201C) return std::nullopt;
    at += c.size;
  }
  return std::nullopt;
}

// "(AP)", "(Xinhua)", "(IRIN News)": one to three names in brackets at the end.
std::size_t agency_begin(std::string_view head) {
  if (!head.ends_with(')')) return head.size();
  const auto open = head.rfind('(');
  if (open == std::string_view::npos || head.size() - open > 32) return head.size();
  const std::string_view name = head.substr(open + 1, head.size() - open - 2);
  return !name.empty() && is_upper(code_point_at(name, 0).value) && name.find(',') == std::string_view::npos
             ? open
             : head.size();
}

// Whether all words begin with a capital, but short ones inside ("Dar es Salaam", "Isle of Man"), and no
// sentence ends there.
bool is_place(std::string_view place, bool& all_caps, bool& comma) {
  std::size_t words = 0;
  bool start = true;
  bool lower_word = false;
  all_caps = false;
  for (std::size_t at = 0; at < place.size();) {
    const CodePoint c = code_point_at(place, at);
    if (is_digit(c.value) || c.value == ':' || c.value == ';' || c.value == '?' || c.value == '!')
      return false;
    if (c.value == ',') comma = true;
    if (start && is_letter(c.value)) {
      ++words;
      const auto end = place.find_first_of(" ,", at);
      const std::string_view word = place.substr(at, std::min(end, place.size()) - at);
      lower_word = is_lower(c.value);
      if (lower_word && (words == 1 || word.size() > 3)) return false;
      if (words == 1) all_caps = word.size() > 1 && is_all_caps(word);
    }
    start = is_blank(c.value) || c.value == '(' || c.value == '/';
    at += c.size;
  }
  return words > 0 && words <= 7 && !lower_word;
}

// A date that ends the place: "WASHINGTON, August 13", "Taipei, Jan. 3, 2021".
std::optional<WrittenDate> date_in(std::string_view head, const ReadingModel& model) {
  for (auto at = head.find(' '); at != std::string_view::npos; at = head.find(' ', at + 1)) {
    const auto date = date_at(head, at + 1, model);
    if (date && trim(head.substr(date->end)).empty()) return date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Dateline> dateline_of(std::string_view text, const ReadingModel& model) {
  const auto mark = find_mark(text);
  if (!mark) return std::nullopt;
  std::string_view head = trim(text.substr(0, mark->begin));
  const std::size_t agency = agency_begin(head);
  const bool has_agency = agency < head.size();
  head = trim(head.substr(0, agency));
  Dateline found{.end = mark->end, .date = date_in(head, model)};
  std::string_view place = found.date ? trim(head.substr(0, found.date->begin)) : head;
  bool all_caps = false;
  bool comma = false;
  if (!is_place(place, all_caps, comma)) return std::nullopt;
  const CodePoint next = code_point_at(trim(text.substr(mark->end)), 0);
  const bool sentence_follows =
      next.size == 0 || is_upper(next.value) || is_digit(next.value) || !is_letter(next.value);
  if (!sentence_follows || !(has_agency || all_caps || comma || found.date)) return std::nullopt;
  return found;
}

}  // namespace dateline
