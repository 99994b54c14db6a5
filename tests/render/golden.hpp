// Golden files: texts that only change when somebody looks. DATELINE_UPDATE_GOLDEN=1 writes them anew.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

namespace dateline {

inline void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(DATELINE_SOURCE_DIR "/tests/render/golden/") + name;
  if (std::getenv("DATELINE_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path;
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(text, golden) << path;
}

}  // namespace dateline
