// Runs the program itself in a fresh folder: what it prints, what it leaves behind, how it exits.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;

struct Result {
  int status;
  std::string out;
  std::string err;
};

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Program : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("dateline-" + std::to_string(getpid()) + "-" + info->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void file(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string read(const std::string& name) const { return content(folder_ / name); }
  bool exists(const std::string& name) const { return fs::exists(folder_ / name); }

  // `words` go through the shell: "extract a.txt < b".
  Result run(const std::string& words) const {
    const fs::path out = folder_ / ".out";
    const fs::path err = folder_ / ".err";
    const std::string command = "cd '" + folder_.string() + "' && '" DATELINE_PROGRAM "' " + words + " > '" +
                                out.string() + "' 2> '" + err.string() + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content(out), content(err)};
  }

  void expect_one_line(const Result& result, const std::string& part) const {
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.err.find(part), std::string::npos) << result.err;
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
  }

  fs::path folder_;
};

constexpr const char* kArticle =
    "Mayor opens bridge\n\n"
    "OSLO, March 3, 2021 - Mayor Anna Berg met engineers in Oslo on Wednesday and opened a new bridge.\n\n"
    "Two workers were injured in an accident there on Tuesday, police said.\n";

TEST_F(Program, ExtractsToStandardOutput) {
  file("a.txt", kArticle);
  const Result text = run("extract a.txt");
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_NE(text.out.find("3 March 2021"), std::string::npos) << text.out;
  EXPECT_EQ(text.err, "");
  const Result lines = run("extract --format jsonl - < a.txt");
  EXPECT_EQ(lines.status, 0) << lines.err;
  EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 1);
  EXPECT_NE(lines.out.find("\"schema\":\"dateline/1\""), std::string::npos) << lines.out.substr(0, 200);
}

TEST_F(Program, RecordsAndGraphsAreInputsToo) {
  file("a.txt", kArticle);
  ASSERT_EQ(run("extract a.txt -o record.json").status, 0);
  ASSERT_EQ(run("merge record.json -o graph.json").status, 0);
  const Result direct = run("timeline a.txt");
  EXPECT_EQ(direct.status, 0);
  EXPECT_NE(direct.out, "");
  EXPECT_EQ(run("timeline record.json").out, direct.out);
  EXPECT_EQ(run("timeline graph.json").out, direct.out);
  EXPECT_EQ(run("diff a.txt graph.json").status, 0);
}

TEST_F(Program, FailuresAreOneLineEachAndTheRestGoesOn) {
  file("good.txt", kArticle);
  file("empty.txt", "");
  file("cut.json", "{\"title\": \"x\",\n \"text\": \"abc");
  file("binary.txt", std::string("\x7f"
                                 "ELF\0\0\0\1\2\3\0\0\0",
                                 14));
  fs::create_directories(folder_ / "bare");
  expect_one_line(run("extract missing.txt"), "missing.txt: no such file");
  expect_one_line(run("extract empty.txt"), "empty.txt: ");
  expect_one_line(run("extract cut.json"), "cut.json: line 2");
  expect_one_line(run("extract binary.txt"), "binary.txt: ");
  expect_one_line(run("extract bare"), "bare: holds no article");
  const Result batch = run("extract --format jsonl missing.txt good.txt empty.txt");
  EXPECT_EQ(batch.status, 2);
  EXPECT_EQ(std::count(batch.err.begin(), batch.err.end(), '\n'), 2) << batch.err;
  EXPECT_EQ(std::count(batch.out.begin(), batch.out.end(), '\n'), 1) << batch.out;
}

TEST_F(Program, OutputFileAppearsWholeOrNotAtAll) {
  file("a.txt", kArticle);
  file("t.svg", "old");
  EXPECT_EQ(run("timeline missing.txt -o t.svg").status, 2);
  EXPECT_EQ(read("t.svg"), "old");
  EXPECT_EQ(run("timeline a.txt -o t.svg").status, 0);
  EXPECT_TRUE(read("t.svg").starts_with("<")) << read("t.svg").substr(0, 80);
  expect_one_line(run("extract a.txt -o nowhere/x.json"), "nowhere/x.json: cannot be written");
  int files = 0;
  for (const auto& entry : fs::directory_iterator(folder_)) files += entry.is_regular_file();
  EXPECT_EQ(files, 4) << "a.txt, t.svg, .out, .err and nothing half-written";
}

TEST_F(Program, SameBytesWhateverTheThreadsAndTheOrder) {
  for (int i = 0; i < 12; ++i)
    file("in/" + std::to_string(i) + ".txt", kArticle + std::to_string(i) + " more were hurt.\n");
  const Result one = run("extract in --format jsonl --jobs 1");
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(run("extract in --format jsonl --jobs 3").out, one.out);
  EXPECT_EQ(run("merge in/1.txt in/2.txt in/3.txt --format json").out,
            run("merge in/3.txt in/1.txt in/2.txt --format json").out);
}

TEST_F(Program, FoldersAreSearchedInOrderAndHiddenFilesLeftOut) {
  file("f/b/2.txt", kArticle);
  file("f/a.txt", std::string("Second story\n\n") + kArticle);
  file("f/.hidden.txt", kArticle);
  file("f/.git/x.txt", kArticle);
  file("f/readme.md", "not an article");
  const Result result = run("extract f --format jsonl");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 2);
  EXPECT_LT(result.out.find("Second story"), result.out.find('\n'));
}

TEST_F(Program, ReadsGzip) {
  file("a.txt", kArticle);
  const std::string plain = run("extract a.txt --format jsonl").out;
  ASSERT_EQ(std::system(("gzip '" + (folder_ / "a.txt").string() + "'").c_str()), 0);
  const Result packed = run("extract a.txt.gz --format jsonl");
  EXPECT_EQ(packed.status, 0) << packed.err;
  EXPECT_EQ(packed.out, plain);
  file("cut.txt.gz", read("a.txt.gz").substr(0, 60));
  expect_one_line(run("extract cut.txt.gz"), "cut.txt.gz: byte 60: the gzip data is damaged or cut off");
}

TEST_F(Program, DiffExitsOneWhereTheVersionsDiffer) {
  file("old.txt", kArticle);
  std::string later = kArticle;
  later.replace(later.find("Two workers"), 11, "Three workers");
  file("new.txt", later);
  EXPECT_EQ(run("diff old.txt old.txt").status, 0);
  const Result result = run("diff old.txt new.txt");
  EXPECT_EQ(result.status, 1) << result.err;
  EXPECT_NE(result.out, "");
  EXPECT_EQ(run("diff old.txt missing.txt").status, 2);
  EXPECT_EQ(run("diff old.txt missing.txt").out, "");
}

TEST_F(Program, PicturesInEveryFormat) {
  file("a.txt", kArticle);
  std::string later = kArticle;
  later.replace(later.find("Two workers"), 11, "Three workers");
  file("b.txt", later);
  const std::pair<const char*, const char*> starts[] = {
      {"svg", "<?xml"}, {"png", "\x89PNG"}, {"pdf", "%PDF-"}, {"md", "# Mayor opens bridge"}};
  for (const auto& [ending, start] : starts) {
    const Result timeline = run("timeline a.txt --lanes actor --page A4 -o t." + std::string(ending));
    EXPECT_EQ(timeline.status, 0) << timeline.err;
    EXPECT_TRUE(read("t." + std::string(ending)).starts_with(start)) << ending;
    if (std::string(ending) == "md") continue;
    const Result graph = run("graph a.txt --view actors -o g." + std::string(ending));
    EXPECT_EQ(graph.status, 0) << graph.err;
    EXPECT_TRUE(read("g." + std::string(ending)).starts_with(start)) << ending;
    EXPECT_EQ(run("diff a.txt b.txt --view graph -o d." + std::string(ending)).status, 1);
    EXPECT_TRUE(read("d." + std::string(ending)).starts_with(start)) << ending;
    EXPECT_EQ(run("diff a.txt b.txt -o d." + std::string(ending)).status, 1);
    EXPECT_TRUE(read("d." + std::string(ending)).starts_with(start)) << ending;
  }
  EXPECT_TRUE(run("graph a.txt --around Berg --format dot").out.starts_with("digraph"));
  expect_one_line(run("graph a.txt --around Nobody --format dot"), "nobody and nothing is called 'Nobody'");
}

TEST_F(Program, TextHasNoColoursButOnATerminalOrWhereAsked) {
  file("a.txt", kArticle);
  EXPECT_EQ(run("timeline a.txt").out.find('\x1b'), std::string::npos);
  EXPECT_NE(run("timeline a.txt --color always").out.find('\x1b'), std::string::npos);
  EXPECT_EQ(run("timeline a.txt --color never").out, run("timeline a.txt").out);
}

}  // namespace
