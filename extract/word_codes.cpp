#include "extract/word_codes.hpp"

#include <algorithm>
#include <string>

#include "extract/hashed_weights.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

std::uint64_t hash(std::string_view text, std::uint64_t seed) {
  for (const char c : text) seed = mix(seed, static_cast<unsigned char>(c) + 1U);
  return seed;
}

// Runs of upper, lower, digit and other characters, no longer than six, each run at most two.
std::uint64_t shape_of(std::string_view word) {
  std::uint64_t shape = 5;
  char last = 0;
  int run = 0;
  int length = 0;
  for (std::size_t at = 0; at < word.size() && length < 6;) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    const char kind = is_upper(c.value)    ? 'X'
                      : is_letter(c.value) ? 'x'
                      : is_digit(c.value)  ? 'd'
                      : c.value < 0x80     ? static_cast<char>(c.value)
                                           : 'o';
    run = kind == last ? run + 1 : 1;
    last = kind;
    if (run > 2) continue;
    shape = mix(shape, static_cast<unsigned char>(kind));
    ++length;
  }
  return shape;
}

std::uint64_t suffix(std::string_view lower, std::size_t size) {
  return hash(lower.substr(lower.size() - std::min(size, lower.size())), 11 + size);
}

std::uint32_t key_at(std::string_view bytes, std::size_t index) {
  std::uint32_t key = 0;
  for (std::size_t i = 4; i-- > 0;) key = key << 8 | static_cast<unsigned char>(bytes[index * 4 + i]);
  return key;
}

}  // namespace

bool Vocabulary::contains(std::uint64_t form) const {
  const std::uint32_t wanted = key(form);
  std::size_t begin = 0;
  std::size_t end = bytes_.size() / 4;
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (key_at(bytes_, middle) < wanted)
      begin = middle + 1;
    else
      end = middle;
  }
  return begin < bytes_.size() / 4 && key_at(bytes_, begin) == wanted;
}

WordCodes word_codes(std::string_view word, const Vocabulary& vocabulary) {
  constexpr std::size_t kLongest = 48;
  std::string lower = to_lower(word.substr(0, kLongest));
  if (word.size() > kLongest) lower += to_lower(word.substr(word.size() - 8));
  // Shapes of an apostrophe are one: "’s" is "'s".
  if (const auto at = lower.find("\xE2\x80\x99"); at != std::string::npos) lower.replace(at, 3, "'");
  if (lower == "''") lower = "\xE2\x80\x9D";
  if (lower == "``") lower = "\xE2\x80\x9C";
  WordCodes codes;
  codes.form = hash(lower, 3);
  codes.shape = shape_of(word);
  codes.suffix1 = suffix(lower, 1);
  codes.suffix2 = suffix(lower, 2);
  codes.suffix3 = suffix(lower, 3);
  codes.suffix4 = suffix(lower, 4);
  codes.prefix1 = hash(std::string_view(lower).substr(0, 1), 21);
  codes.prefix3 = hash(std::string_view(lower).substr(0, 3), 23);
  codes.word = vocabulary.contains(codes.form) ? codes.form : mix(codes.suffix2, codes.shape);
  return codes;
}

std::vector<WordCodes> word_codes(const Document& d, const Vocabulary& vocabulary) {
  std::vector<WordCodes> codes;
  codes.reserve(d.tokens.size());
  for (TokenIndex t = 0; t < d.tokens.size(); ++t) codes.push_back(word_codes(d.text_of(t), vocabulary));
  return codes;
}

}  // namespace dateline
