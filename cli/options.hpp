// The command line as a plain struct. Made by parse_options(); nothing else reads argv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/question.hpp"
#include "cli/terminal.hpp"
#include "extract/read_article.hpp"
#include "graph/select.hpp"
#include "render/diagram.hpp"
#include "render/timeline_drawing.hpp"

namespace dateline {

enum class Command : std::uint8_t { Extract, Timeline, Graph, Merge, Diff };
enum class Format : std::uint8_t { Text, Json, JsonLines, Conllu, TimeMl, Svg, Dot, Markdown, Png, Pdf };

// The name that --format takes: "text", "jsonl", "svg", ...
[[nodiscard]] std::string_view to_string(Format format);

struct Options {
  Command command = Command::Extract;
  std::vector<std::string> inputs;              // files, folders, "-"; diff: exactly two
  Format format = Format::Text;                 // one that the command can write
  std::optional<std::filesystem::path> output;  // -o; standard output where absent
  ReadOptions read;
  Selection selection;
  TimelineStyle timeline;
  LaneBy lanes = LaneBy::None;
  Shade shade = Shade::Light;
  DiagramStyle diagram;     // its theme follows from `shade`
  bool as_diagram = false;  // diff: a picture of who and what, not of when
  std::size_t width = 0;    // columns of text; 0: those of the terminal
  ColorChoice color = ColorChoice::Auto;
  Question question;       // graph only
  std::uint32_t jobs = 1;  // threads, at least 1; the output does not depend on it
  bool explain = false;
  std::optional<std::filesystem::path> data;  // folder of tables that override those built in
  std::optional<std::string> known_actors;    // --actors: file of the user's own list
};

// What became of a command line: options to run with, or text to print and a status to exit with.
struct ParsedOptions {
  std::optional<Options> options;
  std::string message;  // help and version: for standard output; errors: one line for standard error
  int exit_status = 0;  // 0 for help and version, 2 for errors
};

[[nodiscard]] ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace dateline
