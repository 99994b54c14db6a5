#include "render/made_in_order.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace dateline {

RisingMemory::RisingMemory() {
  constexpr std::size_t kRoom = std::size_t{1} << 33;  // of addresses; memory is only what is written
  void* const room =
      mmap(nullptr, kRoom, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED) return;
  next_ = static_cast<std::byte*>(room);
  left_ = kRoom;
}

void* RisingMemory::take(std::size_t bytes) {
  constexpr std::size_t kAlign = alignof(std::max_align_t);
  const std::size_t rounded = (bytes + kAlign - 1) / kAlign * kAlign;
  if (rounded < bytes || rounded > left_) return std::calloc(1, bytes);
  void* const block = next_;
  next_ += rounded;
  left_ -= rounded;
  return block;
}

void* RisingMemory::grow(void* old, std::size_t old_bytes, std::size_t bytes) {
  void* const block = take(bytes);
  if (block != nullptr && old != nullptr) std::memcpy(block, old, std::min(old_bytes, bytes));
  return block;
}

std::uint64_t NumberedNames::number_of(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? 0 : found->second;
}

std::uint64_t NumberedNames::add(char* kept) {
  names_.push_back(kept);
  return numbers_[kept] = 2 * names_.size();
}

std::uint64_t NumberedNames::next_nameless() {
  next_nameless_ += 2;
  return next_nameless_ - 2;
}

char* NumberedNames::name_of(std::uint64_t number) const {
  if (number == 0 || number % 2 != 0 || number / 2 > names_.size()) return nullptr;
  return names_[number / 2 - 1];
}

}  // namespace dateline
