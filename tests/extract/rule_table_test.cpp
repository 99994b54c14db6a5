#include "extract/rule_table.hpp"

#include <string>

#include <gtest/gtest.h>

#include "train/rule_table_writer.hpp"

namespace dateline {
namespace {

TEST(RuleTable, FindsWhatWasWritten) {
  RuleTableWriter writer;
  for (int i = 0; i < 3000; ++i) {
    const std::string rule = i % 7 == 0 ? std::string() : "r" + std::to_string(i % 50);
    writer.set(text_key(std::to_string(i), 5), rule);
  }
  const std::string bytes = writer.bytes();
  EXPECT_EQ(bytes, writer.bytes());
  const RuleTable table(bytes);
  for (int i = 0; i < 3000; ++i)
    EXPECT_EQ(table.find(text_key(std::to_string(i), 5)),
              i % 7 == 0 ? std::string() : "r" + std::to_string(i % 50));
  for (int i = 3000; i < 9000; ++i) EXPECT_FALSE(table.find(text_key(std::to_string(i), 5))) << i;
}

TEST(RuleTable, EmptyOrBrokenBytesKnowNothing) {
  RuleTableWriter writer;
  writer.set(1, "a");
  const std::string bytes = writer.bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    (void)RuleTable(std::string_view(bytes).substr(0, size)).find(1);
  EXPECT_FALSE(RuleTable().find(1));
  EXPECT_TRUE(RuleTable(std::string(100, '\xFF')).empty());
}

TEST(RuleTable, KeysOfEndingsAreStepsOnOneWay) {
  const std::uint64_t key = ending_key(ending_key(9, 'd'), 'e');
  EXPECT_NE(key, ending_key(ending_key(9, 'e'), 'd'));
  EXPECT_NE(text_key("ab", 1), text_key("ab", 2));
  EXPECT_NE(text_key("", 1), text_key("a", 1));
}

}  // namespace
}  // namespace dateline
