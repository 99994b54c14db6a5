// Learned rules by key, looked up where they lie: a table of hashes in the program's own bytes.
//
// Made by train/ (RuleTableWriter). A key is a hash of 64 bits, half of it its place and half of it stored,
// so that a key that was never learned is all but never found. Little-endian:
//   slots (a power of two), rules              two times four bytes
//   halves of the keys, 0 where a slot is free  slots times four bytes
//   numbers of the rules                        slots times two bytes
//   ends of the rules' texts                    rules times four bytes
//   the texts
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

class RuleTable {
 public:
  RuleTable() = default;  // knows no key
  // `bytes` must outlive the table; those of a wrong size give an empty table.
  explicit RuleTable(std::string_view bytes);

  // The rule's text.
  [[nodiscard]] std::optional<std::string_view> find(std::uint64_t key) const;
  [[nodiscard]] bool empty() const { return slots_ == 0; }

  // The half of a key that is stored, never 0; and its first place among `slots`.
  [[nodiscard]] static constexpr std::uint32_t stored(std::uint64_t key) {
    const auto half = static_cast<std::uint32_t>(key >> 32);
    return half == 0 ? 1 : half;
  }
  [[nodiscard]] static constexpr std::uint32_t place(std::uint64_t key, std::uint32_t slots) {
    return static_cast<std::uint32_t>(key >> 4) & (slots - 1);
  }

 private:
  std::uint32_t slots_ = 0;
  const char* keys_ = nullptr;
  const char* rules_ = nullptr;
  const char* ends_ = nullptr;
  std::string_view texts_;
};

// A key for text: hashes its bytes from the last to the first, so that keys of ever longer endings are steps
// on one way.
[[nodiscard]] constexpr std::uint64_t ending_key(std::uint64_t key, char before) {
  key = (key ^ static_cast<unsigned char>(before)) * 0xF1357AEA2E62A9C5ULL;
  return key ^ (key >> 29);
}
[[nodiscard]] constexpr std::uint64_t text_key(std::string_view text, std::uint64_t seed) {
  std::uint64_t key = ending_key(seed, 1);
  for (std::size_t at = text.size(); at-- > 0;) key = ending_key(key, text[at]);
  return ending_key(key, 2);
}

}  // namespace dateline
