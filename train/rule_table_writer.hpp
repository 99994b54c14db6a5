// Gathers rules by key and writes the table that extract/rule_table.hpp reads.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace dateline {

class RuleTableWriter {
 public:
  void set(std::uint64_t key, const std::string& rule) { rules_[key] = rule; }
  [[nodiscard]] std::size_t size() const { return rules_.size(); }
  // The table's bytes; the same rules give the same bytes. Throws std::runtime_error where two keys can't be
  // told apart or there are too many different rules.
  [[nodiscard]] std::string bytes() const;

 private:
  std::map<std::uint64_t, std::string> rules_;
};

}  // namespace dateline
