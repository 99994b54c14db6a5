#include "render/page_size.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace dateline {
namespace {

TEST(PageSize, Words) {
  std::ifstream file(DATELINE_SOURCE_DIR "/tests/render/page_size.cases");
  ASSERT_TRUE(file);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream columns(line);
    std::string words;
    std::string expected;
    columns >> words >> expected;
    const auto page = page_size_from(words);
    EXPECT_EQ(page ? std::to_string(page->width) + "x" + std::to_string(page->height) : "-", expected)
        << line;
    ++rows;
  }
  EXPECT_GT(rows, 15);
}

}  // namespace
}  // namespace dateline
