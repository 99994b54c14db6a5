// The README's session does what the README says: each "$ command" prints the lines below it.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

struct Step {
  std::string command;
  std::string expected;
};

// The steps of the first ```console block.
std::vector<Step> session() {
  std::ifstream readme(DATELINE_SOURCE_DIR "/README.md");
  std::vector<Step> steps;
  bool inside = false;
  for (std::string line; std::getline(readme, line);) {
    if (line == "```console")
      inside = true;
    else if (inside && line == "```")
      break;
    else if (inside && line.starts_with("$ "))
      steps.push_back({line.substr(2), ""});
    else if (inside && !steps.empty())
      steps.back().expected += line + "\n";
  }
  return steps;
}

TEST(Readme, SessionIsTrue) {
  const std::vector<Step> steps = session();
  ASSERT_GE(steps.size(), 3u);
  // The reader's build/release/dateline is the program under test here.
  const auto tools = std::filesystem::temp_directory_path() / ("dateline-readme-" + std::to_string(getpid()));
  std::filesystem::create_directories(tools);
  for (Step step : steps) {
    const std::string program = "build/release/dateline";
    for (std::size_t at = 0; (at = step.command.find(program, at)) != std::string::npos;) {
      step.command.replace(at, program.size(), "'" DATELINE_PROGRAM "'");
      at += std::string("'" DATELINE_PROGRAM "'").size();
    }
    const std::string command =
        "cd '" DATELINE_SOURCE_DIR "' && out='" + tools.string() + "' && " + step.command + " 2>&1";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string out;
    for (int c = 0; (c = std::fgetc(pipe.get())) != EOF;) out += static_cast<char>(c);
    EXPECT_EQ(out, step.expected) << "$ " << step.command;
  }
  std::filesystem::remove_all(tools);
}

}  // namespace
