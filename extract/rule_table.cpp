#include "extract/rule_table.hpp"

#include <bit>
#include <cstring>

namespace dateline {
namespace {

// Files are little-endian, as are the machines that this is compiled for.
template <typename Number>
Number number_at(const char* bytes, std::size_t index) {
  static_assert(std::endian::native == std::endian::little);
  Number number = 0;
  std::memcpy(&number, bytes + index * sizeof number, sizeof number);
  return number;
}

}  // namespace

RuleTable::RuleTable(std::string_view bytes) {
  if (bytes.size() < 8) return;
  const auto slots = number_at<std::uint32_t>(bytes.data(), 0);
  const auto rules = number_at<std::uint32_t>(bytes.data(), 1);
  const std::size_t head = 8 + std::size_t{slots} * 6 + std::size_t{rules} * 4;
  if (!std::has_single_bit(slots) || rules == 0 || rules > 0xFFFF || bytes.size() < head) return;
  keys_ = bytes.data() + 8;
  rules_ = keys_ + std::size_t{slots} * 4;
  ends_ = rules_ + std::size_t{slots} * 2;
  texts_ = bytes.substr(head);
  slots_ = slots;
}

std::optional<std::string_view> RuleTable::find(std::uint64_t key) const {
  if (slots_ == 0) return std::nullopt;
  const std::uint32_t wanted = stored(key);
  std::uint32_t slot = place(key, slots_);
  for (std::uint32_t steps = 0; steps < slots_; ++steps, slot = (slot + 1) & (slots_ - 1)) {
    const auto half = number_at<std::uint32_t>(keys_, slot);
    if (half == 0) return std::nullopt;
    if (half != wanted) continue;
    const std::size_t rule = number_at<std::uint16_t>(rules_, slot);
    const std::size_t begin = rule == 0 ? 0 : number_at<std::uint32_t>(ends_, rule - 1);
    return texts_.substr(begin, number_at<std::uint32_t>(ends_, rule) - begin);
  }
  return std::nullopt;
}

}  // namespace dateline
