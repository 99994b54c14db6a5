// The stories of samples/: what the program makes of them is what their folders expect.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string output_of(const std::string& words) {
  const std::string command = "'" DATELINE_PROGRAM "' " + words;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string out;
  for (int c = 0; (c = std::fgetc(pipe.get())) != EOF;) out += static_cast<char>(c);
  return out;
}

std::vector<fs::path> stories() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(DATELINE_SOURCE_DIR "/samples"))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::vector<fs::path> articles(const fs::path& story) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(story))
    if (entry.path().extension() == ".html") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Samples, RecordsAreAsExpected) {
  ASSERT_GE(stories().size(), 3U);
  for (const fs::path& story : stories()) {
    ASSERT_GE(articles(story).size(), 2U) << story;
    for (const fs::path& article : articles(story))
      EXPECT_EQ(output_of("extract --format json '" + article.string() + "'"),
                content(story / "expected" / article.stem().concat(".json")))
          << article << ": if the new result is right, run scripts/update-samples";
  }
}

// Of two versions of one article the newer stays, so that the graph has one source less than the folder has
// files.
TEST(Samples, GraphsAreAsExpected) {
  for (const fs::path& story : stories()) {
    std::string inputs;
    for (const fs::path& article : articles(story)) inputs += " '" + article.string() + "'";
    EXPECT_EQ(output_of("merge" + inputs), content(story / "expected" / "graph.txt"))
        << story << ": if the new result is right, run scripts/update-samples";
  }
}

TEST(Samples, DiffsAreAsExpected) {
  for (const fs::path& story : stories())
    EXPECT_EQ(output_of("diff '" + (story / "first.html").string() + "' '" +
                        (story / "second.html").string() + "'"),
              content(story / "expected" / "diff.txt"))
        << story << ": if the new result is right, run scripts/update-samples";
}

}  // namespace
