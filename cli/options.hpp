// The command line as a plain struct. Made by parse_options(); nothing else reads argv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "extract/read_article.hpp"
#include "graph/select.hpp"

namespace dateline {

enum class Command : std::uint8_t { Extract, Timeline, Graph, Merge, Diff };
enum class Format : std::uint8_t { Text, Json, JsonLines, Svg, Dot };

struct Options {
  Command command = Command::Extract;
  std::vector<std::string> inputs;  // diff: exactly two
  Format format = Format::Text;
  std::optional<std::filesystem::path> output;  // -o; standard output where absent
  ReadOptions read;
  Selection selection;
  std::uint32_t jobs = 1;
  bool explain = false;
  std::optional<std::filesystem::path> data;
};

// What became of a command line: options to run with, or text to print and a status to exit with.
struct ParsedOptions {
  std::optional<Options> options;
  std::string message;  // help and version: for standard output; errors: one line for standard error
  int exit_status = 0;
};

[[nodiscard]] ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace dateline
