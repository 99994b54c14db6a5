// The stories of samples/: what the program makes of them is what their folders expect.
#include <gtest/gtest.h>
#include <unistd.h>

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

// Any order, any split, any number of threads: the same bytes.
TEST(Samples, MergingIsTheSameWhicheverWay) {
  std::vector<std::string> files;
  for (const fs::path& story : stories())
    for (const fs::path& article : articles(story)) files.push_back(" '" + article.string() + "'");
  std::string forth;
  std::string back;
  for (const std::string& file : files) {
    forth += file;
    back.insert(0, file);
  }
  const std::string whole = output_of("merge --format json" + forth);
  EXPECT_FALSE(whole.empty());
  EXPECT_EQ(output_of("merge --format json --jobs 1" + back), whole);
  EXPECT_EQ(output_of("merge --format json --jobs 5" + forth), whole);
  const fs::path folder = fs::temp_directory_path() / ("dateline_samples_" + std::to_string(getpid()));
  fs::create_directories(folder);
  std::string parts;
  for (std::size_t i = 0; i < files.size(); i += 2) {
    const std::string part = (folder / (std::to_string(i) + ".json")).string();
    (void)output_of("merge -o '" + part + "'" + files[i] + (i + 1 < files.size() ? files[i + 1] : ""));
    parts += " '" + part + "'";
  }
  EXPECT_EQ(output_of("merge --format json" + parts), whole);
  fs::remove_all(folder);
}

// A plain question at the door of the program.
TEST(Samples, ConnectionOfTwo) {
  const std::string story = std::string(DATELINE_SOURCE_DIR) + "/samples/visit/second.html";
  const std::string way = output_of("graph '" + story + "' --connect Obama Castro");
  EXPECT_EQ(way.substr(0, 12), "Barack Obama") << way;
  EXPECT_NE(way.find("\n  "), std::string::npos) << way;
  EXPECT_NE(way.find("Castro"), std::string::npos) << way;
  EXPECT_NE(output_of("graph '" + story + "' --connect Obama Nobody 2>&1").find("is called 'Nobody'"),
            std::string::npos);
}

TEST(Samples, DiffsAreAsExpected) {
  for (const fs::path& story : stories())
    EXPECT_EQ(output_of("diff '" + (story / "first.html").string() + "' '" +
                        (story / "second.html").string() + "'"),
              content(story / "expected" / "diff.txt"))
        << story << ": if the new result is right, run scripts/update-samples";
}

}  // namespace
