// What the tagger and the parser see of a word: hashes of its form, its ends and its shape.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.hpp"

namespace dateline {

struct WordCodes {
  std::uint64_t word = 0;  // of the lower-case form; of ending and shape where the form is rare
  std::uint64_t form = 0;  // of the lower-case form
  std::uint64_t suffix1 = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0;
  std::uint64_t prefix1 = 0, prefix3 = 0;
  std::uint64_t shape = 0;  // "Xx", "dd.d", ...
};

// The frequent words: hashes, ascending, four bytes each, little-endian.
class Vocabulary {
 public:
  Vocabulary() = default;
  explicit Vocabulary(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool contains(std::uint64_t form) const;
  // What is stored of a form's hash.
  [[nodiscard]] static constexpr std::uint32_t key(std::uint64_t form) {
    return static_cast<std::uint32_t>(form >> 16);
  }

 private:
  std::string_view bytes_;
};

// Looks at no more than the first and last bytes of very long words.
[[nodiscard]] WordCodes word_codes(std::string_view word, const Vocabulary& vocabulary);
// One a token.
[[nodiscard]] std::vector<WordCodes> word_codes(const Document& d, const Vocabulary& vocabulary);

}  // namespace dateline
