#include "train/rule_table_writer.hpp"

#include <bit>
#include <stdexcept>
#include <vector>

#include "extract/rule_table.hpp"

namespace dateline {
namespace {

void append(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i));
}

}  // namespace

std::string RuleTableWriter::bytes() const {
  std::map<std::string, std::uint32_t> numbers;
  for (const auto& [key, rule] : rules_) numbers.emplace(rule, 0);
  if (numbers.size() > 0xFFFF) throw std::runtime_error("too many different rules");
  std::uint32_t next = 0;
  for (auto& [rule, number] : numbers) number = next++;
  const auto slots = static_cast<std::uint32_t>(std::bit_ceil(rules_.size() * 4 / 3 + 1));
  std::vector<std::uint32_t> keys(slots), values(slots);
  for (const auto& [key, rule] : rules_) {
    std::uint32_t slot = RuleTable::place(key, slots);
    for (; keys[slot] != 0; slot = (slot + 1) & (slots - 1))
      if (keys[slot] == RuleTable::stored(key)) throw std::runtime_error("two keys can't be told apart");
    keys[slot] = RuleTable::stored(key);
    values[slot] = numbers.at(rule);
  }
  std::string out;
  append(out, slots, 4);
  append(out, numbers.size(), 4);
  for (const std::uint32_t key : keys) append(out, key, 4);
  for (const std::uint32_t value : values) append(out, value, 2);
  std::size_t end = 0;
  for (const auto& [rule, number] : numbers) append(out, end += rule.size(), 4);
  for (const auto& [rule, number] : numbers) out += rule;
  return out;
}

}  // namespace dateline
