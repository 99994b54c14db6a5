// Memory and numbers in the order in which they are asked for, for libraries that sort by addresses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// Blocks of zeros, each at a higher address than the one before; they are never given back. Where the system
// has not so much address space to promise they come from malloc, in no order.
class RisingMemory {
 public:
  RisingMemory();
  [[nodiscard]] void* take(std::size_t bytes);
  // A block that grows: a new one with the old one's bytes.
  [[nodiscard]] void* grow(void* old, std::size_t old_bytes, std::size_t bytes);

 private:
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

// Even numbers for names, odd ones for what has none.
class NumberedNames {
 public:
  // 0: the name has none yet.
  [[nodiscard]] std::uint64_t number_of(std::string_view name) const;
  // `kept` is the name where it stays as long as this.
  std::uint64_t add(char* kept);
  [[nodiscard]] std::uint64_t next_nameless();
  // Null where the number is no name's.
  [[nodiscard]] char* name_of(std::uint64_t number) const;

 private:
  std::map<std::string, std::uint64_t, std::less<>> numbers_;
  std::vector<char*> names_;  // of number 2 * (i + 1)
  std::uint64_t next_nameless_ = 1;
};

}  // namespace dateline
