#include "extract/word_end.hpp"

#include <algorithm>
#include <array>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kLookAhead = 64;  // bytes; local parts and labels of addresses are no longer

bool word_at(std::string_view text, std::size_t at) {
  const char32_t c = code_point_at(text, at).value;
  return is_letter(c) || is_digit(c);
}
bool digit_at(std::string_view text, std::size_t at) { return is_digit(code_point_at(text, at).value); }
bool letter_at(std::string_view text, std::size_t at) { return is_letter(code_point_at(text, at).value); }
bool ascii_word(char c) {
  return is_letter(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c));
}

// The end of the run of letters, digits and marks at `at`.
std::size_t run_end(std::string_view text, std::size_t at) {
  for (;;) {
    const CodePoint c = code_point_at(text, at);
    if (c.size == 0 || !(is_letter(c.value) || is_digit(c.value) || is_mark(c.value))) return at;
    at += c.size;
  }
}

// The same, with at most kLookAhead bytes looked at.
std::size_t near_run_end(std::string_view text, std::size_t at) {
  return run_end(text.substr(0, std::min(text.size(), at + kLookAhead)), at);
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  const std::size_t stop = std::min(text.size(), at + kLookAhead);
  while (at < stop && is_digit(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

bool starts_with_lower(std::string_view text, std::size_t at, std::string_view prefix) {
  return text.size() - at >= prefix.size() && to_lower(text.substr(at, prefix.size())) == prefix;
}

// Up to what cannot stand in a web address.
std::size_t url_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (CodePoint c = code_point_at(text, end); c.size != 0; c = code_point_at(text, end)) {
    if (is_blank(c.value) || c.value == '<' || c.value == '>' || c.value == '"' || c.value == '|' ||
        (c.value >= 0x2018 && c.value <= 0x201F))
      break;
    end += c.size;
  }
  constexpr std::string_view kBehind = ".,;:!?'*";
  const bool opened = text.substr(begin, end - begin).find('(') != std::string_view::npos;
  while (end > begin + 1 && (kBehind.find(text[end - 1]) != std::string_view::npos ||
                             (!opened && (text[end - 1] == ')' || text[end - 1] == ']'))))
    --end;
  return end;
}

// labels.of.a.domain at `begin`: letters, digits and hyphens parted by full stops.
std::size_t domain_end(std::string_view text, std::size_t begin) {
  const std::size_t stop = std::min(text.size(), begin + 4 * kLookAhead);
  std::size_t end = begin;
  while (end < stop && (ascii_word(text[end]) || text[end] == '.' || text[end] == '-' || text[end] == '_'))
    ++end;
  while (end > begin && !ascii_word(text[end - 1])) --end;
  return end;
}

// name@host at `begin`, or `begin`.
std::size_t mail_end(std::string_view text, std::size_t begin) {
  const std::size_t stop = std::min(text.size(), begin + kLookAhead);
  std::size_t at = begin;
  while (at < stop && (ascii_word(text[at]) || (text[at] != '@' && std::string_view("._%+-").find(text[at]) !=
                                                                       std::string_view::npos)))
    ++at;
  if (at == begin || at >= stop || text[at] != '@' || at + 1 >= text.size() || !ascii_word(text[at + 1]))
    return begin;
  return domain_end(text, at + 1);
}

// rec.food.baking: three names and more in lower case, of two letters and more, parted by full stops.
bool is_group_name(std::string_view name) {
  std::size_t labels = 0, letters = 0;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    if (at < name.size() && ((name[at] >= 'a' && name[at] <= 'z') || (name[at] == '-' && letters > 0))) {
      ++letters;
    } else if ((at == name.size() || name[at] == '.') && letters >= 2) {
      ++labels;
      letters = 0;
    } else {
      return false;
    }
  }
  return labels >= 3;
}

// sample.com, report.pdf, sample.com/page: the last label of the name must be a known ending.
std::size_t host_end(std::string_view text, std::size_t begin, const Orthography& orthography) {
  const std::size_t end = domain_end(text, begin);
  const std::string_view name = text.substr(begin, end - begin);
  if (is_group_name(name)) return end;
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 ||
      !orthography.web_endings.contains(to_lower(name.substr(dot + 1))))
    return begin;
  const bool path = end + 1 < text.size() && text[end] == '/' && ascii_word(text[end + 1]);
  return path ? url_end(text, begin) : end;
}

// 713-555-0142, 555-0142, 2004-05-17, 17-05-2004: groups of digits that are one number.
std::size_t grouped_number_end(std::string_view text, std::size_t begin) {
  std::array<std::size_t, 4> sizes{};
  std::size_t groups = 0;
  std::size_t at = begin;
  for (;;) {
    const std::size_t end = digits_end(text, at);
    if (end == at || groups == sizes.size()) return begin;
    sizes[groups++] = end - at;
    at = end;
    if (at + 1 >= text.size() || text[at] != '-' || !is_digit(static_cast<unsigned char>(text[at + 1])))
      break;
    ++at;
  }
  const bool phone = groups >= 2 && sizes[groups - 1] == 4 && sizes[groups - 2] == 3;
  const bool day = groups == 3 && (sizes[0] == 4 || sizes[2] == 4 || sizes[2] == 2) && sizes[1] <= 2;
  return (phone || day) && !word_at(text, at) ? at : begin;
}

bool ends_letter(std::string_view word) { return is_letter(code_point_before(word, word.size()).value); }

// "U", "Ph", "a": may begin or go on a row of initials.
bool is_initial(std::string_view word) {
  return code_point_at(word, 0).size == word.size() && letter_at(word, 0);
}

// "U.S", "a.m", "Ph.D": goes on over full stops as long as single letters alternate with them.
std::size_t initials_end(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view first = text.substr(begin, end - begin);
  if (!is_initial(first) && first != "Ph" && first != "M" && first != "B") return end;
  for (;;) {
    if (end >= text.size() || text[end] != '.' || !letter_at(text, end + 1)) return end;
    const std::size_t after = near_run_end(text, end + 1);
    const std::string_view label = text.substr(end + 1, after - end - 1);
    if (!is_initial(label) && label != "Sc" && label != "Phil") return end;
    end = after;
  }
}

// The end of the binder and of what it binds to `word`, which ends at `end`; or `end`.
std::size_t bound_end(std::string_view text, std::size_t begin, std::size_t end,
                      const Orthography& orthography) {
  const std::string_view word = text.substr(begin, end - begin);
  const CodePoint binder = code_point_at(text, end);
  const std::size_t next = end + binder.size;
  if (binder.size == 0 || !word_at(text, next)) return end;
  const std::size_t after = near_run_end(text, next);
  const std::string_view right = text.substr(next, after - next);
  const std::size_t digits = digits_end(text, next) - next;
  const bool numbers = digit_at(text, end - 1) && digits > 0;
  if (is_apostrophe(binder.value))
    return ends_letter(word) || letter_at(text, next) ? run_end(text, next) : end;
  switch (binder.value) {
    case '_': return run_end(text, next);
    case '.': return numbers ? run_end(text, next) : end;
    case ',': return numbers && digits == 3 ? after : end;
    case ':': return numbers && digits <= 2 && word.size() <= 5 ? after : end;
    case '/':
      if (numbers) return digits <= 4 && (word.size() <= 2 || word.find('/') < 3) ? after : end;
      return is_initial(word) && is_initial(right) ? after : end;
    case '&':
      return word.size() <= 3 && right.size() <= 3 && is_all_caps(word) && is_all_caps(right) ? after : end;
    case '-':
      return letter_at(text, next) && orthography.hyphen_prefixes.contains(to_lower(word.substr(0, 16)))
                 ? initials_end(text, next, run_end(text, next))
                 : end;
    default: return end;
  }
}

// Whether the full stop at `end` belongs to the abbreviation or initial that it follows.
bool takes_stop(std::string_view text, std::size_t begin, std::size_t end, const Orthography& orthography) {
  const std::string_view word = text.substr(begin, end - begin);
  std::size_t next = end + 1;
  const CodePoint behind = code_point_at(text, next);
  if (is_blank(behind.value)) next += behind.size;
  const char32_t follower = code_point_at(text, next).value;
  if (const AbbreviationKind* kind = orthography.abbreviation(word)) {
    const bool by_number =
        *kind == AbbreviationKind::Number ||
        (*kind == AbbreviationKind::Month && (word == "Mar" || word == "Jun" || word == "Jul"));
    return !by_number || is_digit(follower);
  }
  // "U.S." but not "10.5s.".
  if (const auto dot = word.rfind('.'); dot != std::string_view::npos)
    return ends_letter(word) && ends_letter(word.substr(0, dot));
  return is_initial(word) && is_upper(code_point_at(word, 0).value) && word != "I" && is_upper(follower);
}

}  // namespace

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xFF07; }

std::size_t address_end(std::string_view text, std::size_t begin, const Orthography& orthography) {
  constexpr std::array<std::string_view, 5> kSchemes{"http://", "https://", "ftp://", "www.", "mailto:"};
  for (const std::string_view scheme : kSchemes)
    if (starts_with_lower(text, begin, scheme)) return url_end(text, begin);
  if (const std::size_t end = mail_end(text, begin); end != begin) return end;
  return host_end(text, begin, orthography);
}

std::size_t word_end(std::string_view text, std::size_t begin, const Orthography& orthography) {
  if (const std::size_t end = grouped_number_end(text, begin); end != begin) return end;
  std::size_t end = initials_end(text, begin, run_end(text, begin));
  for (;;) {
    const std::size_t further = bound_end(text, begin, end, orthography);
    if (further == end) break;
    end = further;
  }
  if (end < text.size() && text[end] == '.' && takes_stop(text, begin, end, orthography)) ++end;
  return end;
}

}  // namespace dateline
