#include "extract/word_features.hpp"

#include <algorithm>
#include <string>

namespace dateline {
namespace {

struct Replacement {
  std::string_view from, to;
};
constexpr std::array<Replacement, 13> kPlain{{{"\u2018", "'"},
                                              {"\u2019", "'"},
                                              {"\u201a", "'"},
                                              {"\u201c", "\""},
                                              {"\u201d", "\""},
                                              {"\u201e", "\""},
                                              {"\u00ab", "\""},
                                              {"\u00bb", "\""},
                                              {"\u2010", "-"},
                                              {"\u2013", "-"},
                                              {"\u2014", "--"},
                                              {"\u2212", "-"},
                                              {"\u2026", "..."}}};

bool upper(char c) { return 'A' <= c && c <= 'Z'; }
bool lower(char c) { return 'a' <= c && c <= 'z'; }
bool digit(char c) { return '0' <= c && c <= '9'; }
bool inner(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }  // not a letter's first byte
bool beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// ASCII quotes and dashes, digits as 0.
std::string plain(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const auto rest = word.substr(i);
    const auto hit = std::find_if(kPlain.begin(), kPlain.end(),
                                  [&](const Replacement& r) { return rest.starts_with(r.from); });
    if (hit != kPlain.end()) {
      out += hit->to;
      i += hit->from.size();
    } else {
      out += digit(word[i]) ? '0' : word[i];
      ++i;
    }
  }
  return out;
}

std::string lowered(std::string word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    const bool latin1 = i > 0 && word[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if (upper(word[i]) || latin1) word[i] = static_cast<char>(word[i] + 0x20);
  }
  return word;
}

std::string_view first_letters(std::string_view word, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < word.size(); --count) do
      ++end;
    while (end < word.size() && inner(word[end]));
  return word.substr(0, end);
}

std::string_view last_letters(std::string_view word, std::size_t count) {
  std::size_t begin = word.size();
  for (; count > 0 && begin > 0; --count) do
      --begin;
    while (begin > 0 && inner(word[begin]));
  return word.substr(begin);
}

// "Xx" for "Iraq", "X.X." for "U.S."; no run of one kind is longer than three.
std::string shape(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (inner(c)) continue;
    const char kind = upper(c) ? 'X' : lower(c) ? 'x' : beyond_ascii(c) ? 'u' : c;
    const auto n = out.size();
    if (n < 3 || out[n - 1] != kind || out[n - 2] != kind || out[n - 3] != kind) out += kind;
  }
  return out;
}

std::uint32_t flags(std::string_view word) {
  const auto count = [&](auto is) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is));
  };
  const std::size_t uppers = count(upper), lowers = count(lower), digits = count(digit),
                    others = count(beyond_ascii);
  std::uint32_t out = 0;
  out |= upper(word.front()) ? 1u : 0u;
  out |= uppers > 1 && lowers == 0 ? 2u : 0u;
  out |= lowers > 0 ? 4u : 0u;
  out |= digits > 0 ? 8u : 0u;
  out |= uppers + lowers + others == 0 ? 16u : 0u;
  out |= word.find('-') != std::string_view::npos ? 32u : 0u;
  const std::size_t length = word.size();
  const std::uint32_t bucket = length == 1    ? 0
                               : length == 2  ? 1
                               : length <= 4  ? 2
                               : length <= 7  ? 3
                               : length <= 11 ? 4
                                              : 5;
  return out | bucket << 6;
}

std::uint32_t row(std::size_t feature, std::string_view text) {
  std::uint64_t h = 0xcbf29ce484222325ULL + feature * 0x9E3779B97F4A7C15ULL;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  h = (h ^ h >> 32) * 0xd6e8feb86659fd93ULL;
  h ^= h >> 32;
  return kFeatureBase[feature] + static_cast<std::uint32_t>(h & (kFeatureRows[feature] - 1));
}

}  // namespace

WordFeatures word_features(std::string_view word) {
  const std::string exact = plain(word.substr(0, 256));
  const std::string low = lowered(exact);
  return {row(0, low),
          row(1, low),
          row(2, exact),
          row(3, last_letters(low, 2)),
          row(4, last_letters(low, 3)),
          row(5, last_letters(low, 4)),
          row(6, first_letters(low, 1)),
          row(7, first_letters(low, 3)),
          row(8, shape(exact)),
          kFeatureBase[9] + (flags(exact) & (kFeatureRows[9] - 1))};
}

}  // namespace dateline
