#include "cli/options.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace dateline {
namespace {

ParsedOptions parse(const std::vector<std::string>& words) {
  std::vector<const char*> argv{"dateline"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  return parse_options(static_cast<int>(argv.size()), argv.data());
}

Options parsed(const std::vector<std::string>& words) {
  const ParsedOptions result = parse(words);
  EXPECT_TRUE(result.options.has_value()) << result.message;
  return result.options.value_or(Options{});
}

TEST(Options, FormatIsTextUnlessSaidOrImplied) {
  EXPECT_EQ(parsed({"extract", "a.txt"}).format, Format::Text);
  EXPECT_EQ(parsed({"extract", "a.txt", "--format", "jsonl"}).format, Format::JsonLines);
  EXPECT_EQ(parsed({"timeline", "a.txt", "-o", "timeline.svg"}).format, Format::Svg);
  EXPECT_EQ(parsed({"graph", "a.txt", "-o", "g.dot"}).format, Format::Dot);
  EXPECT_EQ(parsed({"graph", "a.txt", "-o", "g.out", "--format", "svg"}).format, Format::Svg);
  EXPECT_EQ(parsed({"merge", "a.txt", "-o", "g.json"}).format, Format::Json);
}

TEST(Options, FiltersAreTheSameForEveryCommand) {
  for (const char* command : {"extract", "timeline", "graph", "merge"}) {
    const Options o =
        parsed({command, "a.txt", "--from", "2023-01-30", "--to", "2023-02-01", "--actor", "Blinken",
                "--actor", "Abbas", "--type", "meeting", "--place", "Ramallah", "--min-sources", "2"});
    EXPECT_EQ(to_iso(o.selection.from.value()), "2023-01-30");
    EXPECT_EQ(to_iso(o.selection.to.value()), "2023-02-01");
    EXPECT_EQ(o.selection.actors, (std::vector<std::string>{"Blinken", "Abbas"}));
    EXPECT_EQ(o.selection.types, (std::vector<EventType>{EventType::Meeting}));
    EXPECT_EQ(o.selection.places, (std::vector<std::string>{"Ramallah"}));
    EXPECT_EQ(o.selection.min_sources, 2u);
  }
}

TEST(Options, QuestionsToAGraph) {
  const Options o = parsed({"graph", "a.txt", "--connect", "Ann Lee", "Bob Ray"});
  EXPECT_EQ(o.question.connect, std::pair(std::string("Ann Lee"), std::string("Bob Ray")));
  const Options near = parsed({"graph", "--around", "Ann", "--around", "Bob", "--hops", "2", "a.txt"});
  EXPECT_EQ(near.question.around, (std::vector<std::string>{"Ann", "Bob"}));
  EXPECT_EQ(near.question.hops, 2u);
  EXPECT_EQ(parsed({"graph", "a.txt", "--central", "3"}).question.central, 3u);
  EXPECT_FALSE(parsed({"graph", "a.txt"}).question.asks());
}

TEST(Options, InputsMayFollowOptionsThatRepeat) {
  const Options o = parsed({"timeline", "--actor", "Blinken", "a.txt", "b.txt"});
  EXPECT_EQ(o.selection.actors, (std::vector<std::string>{"Blinken"}));
  EXPECT_EQ(o.inputs, (std::vector<std::string>{"a.txt", "b.txt"}));
}

TEST(Options, ReadingOptions) {
  const Options o = parsed({"extract", "-", "--clean", "none", "--published", "2020-02-29", "--id", "x",
                            "--language", "en", "--input-format", "html", "--jobs", "2", "--explain"});
  EXPECT_EQ(o.read.cleaning, Cleaning::None);
  EXPECT_EQ(to_iso(o.read.published.value()), "2020-02-29");
  EXPECT_EQ(o.read.id.value_or(""), "x");
  EXPECT_EQ(o.read.language.value_or(""), "en");
  EXPECT_EQ(o.read.format, InputFormat::Html);
  EXPECT_EQ(o.jobs, 2u);
  EXPECT_TRUE(o.explain);
}

TEST(Options, Pictures) {
  const Options o = parsed({"timeline", "a.txt", "-o", "t.pdf", "--lanes", "place", "--scale", "linear",
                            "--page", "A3", "--theme", "dark", "--top", "7", "--color", "never"});
  EXPECT_EQ(o.format, Format::Pdf);
  EXPECT_EQ(o.lanes, LaneBy::Place);
  EXPECT_EQ(o.timeline.scale, ScaleKind::Linear);
  EXPECT_EQ(o.timeline.page, (PageSize{1587, 1123}));
  EXPECT_EQ(o.timeline.top, 7U);
  EXPECT_EQ(o.shade, Shade::Dark);
  EXPECT_EQ(o.color, ColorChoice::Never);
  EXPECT_EQ(parsed({"timeline", "a.txt"}).timeline.page, PageSize{});
  EXPECT_EQ(parsed({"timeline", "a.txt", "-o", "t.md"}).format, Format::Markdown);
}

TEST(Options, Diagrams) {
  const Options path = parsed({"graph", "a.txt", "-o", "g.png", "--connect", "Ann Lee", "Bob"});
  EXPECT_EQ(path.format, Format::Png);
  EXPECT_EQ(path.diagram.view, DiagramView::Path);
  EXPECT_EQ(path.diagram.connect, (std::vector<std::string>{"Ann Lee", "Bob"}));
  const Options ego = parsed({"graph", "--around", "Ann", "--hops", "3", "--rank", "betweenness",
                              "--clusters", "kind", "--layout", "sfdp", "--top", "9", "a.txt"});
  EXPECT_EQ(ego.diagram.view, DiagramView::Ego);
  EXPECT_EQ(ego.diagram.hops, 3U);
  EXPECT_EQ(ego.diagram.ranking, Ranking::Betweenness);
  EXPECT_EQ(ego.diagram.clusters, ClusterBy::Kind);
  EXPECT_EQ(ego.diagram.layout, Layout::Sfdp);
  EXPECT_EQ(ego.diagram.top, 9U);
  EXPECT_EQ(ego.diagram.page, (PageSize{0, 0}));
  EXPECT_TRUE(parsed({"diff", "a.txt", "b.txt", "-o", "d.svg", "--view", "graph"}).as_diagram);
  EXPECT_FALSE(parsed({"diff", "a.txt", "b.txt", "-o", "d.svg"}).as_diagram);
}

// Each row of bad_options.cases: the words of a command line = what the one line must say.
TEST(Options, BadCommandLinesSayWhatIsWrong) {
  std::ifstream cases(DATELINE_SOURCE_DIR "/tests/cli/bad_options.cases");
  ASSERT_TRUE(cases);
  int rows = 0;
  for (std::string line; std::getline(cases, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto equals = line.find("  = ");
    ASSERT_NE(equals, std::string::npos) << line;
    std::istringstream in(line.substr(0, equals));
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    const ParsedOptions result = parse(words);
    EXPECT_FALSE(result.options.has_value()) << line;
    EXPECT_EQ(result.exit_status, 2) << line;
    EXPECT_NE(result.message.find(line.substr(equals + 4)), std::string::npos)
        << line << "\n  got: " << result.message;
    EXPECT_EQ(result.message.find('\n'), std::string::npos) << result.message;
    ++rows;
  }
  EXPECT_GT(rows, 10);
}

TEST(Options, HelpAndVersionAreNoErrors) {
  EXPECT_EQ(parse({"--version"}).exit_status, 0);
  EXPECT_NE(parse({"--version"}).message.find("dateline "), std::string::npos);
  for (const char* command : {"extract", "timeline", "graph", "merge", "diff"}) {
    const ParsedOptions help = parse({command, "--help"});
    EXPECT_EQ(help.exit_status, 0);
    EXPECT_NE(help.message.find("--format"), std::string::npos) << help.message;
  }
}

}  // namespace
}  // namespace dateline
