#include "graph/name.hpp"

#include <algorithm>

#include "graph/unicode.hpp"

namespace dateline {
namespace {

std::string without_article(std::string words) {
  constexpr std::string_view kArticle = "the ";
  return words.starts_with(kArticle) ? words.substr(kArticle.size()) : words;
}

// What folded_letters() does, for text of ASCII alone: most of all text, and many times faster.
std::string folded_ascii(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    if (c == '.' || c == '\'') continue;
    const bool upper = 'A' <= c && c <= 'Z';
    if (!upper && !('a' <= c && c <= 'z') && !('0' <= c && c <= '9')) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace

std::string folded_name(std::string_view name) {
  const bool ascii = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string out = ascii ? folded_ascii(name) : folded_letters(name);
  return out.empty() ? std::string(name) : without_article(std::move(out));
}

std::vector<std::string_view> words_of_name(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool is_description(std::string_view name) { return all_lower_case(name); }

}  // namespace dateline
