#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/version.hpp"
#include "extract/time_value.hpp"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 10> kFormats{"text", "json", "jsonl", "conllu", "timeml",
                                                    "svg",  "dot",  "md",    "png",    "pdf"};

struct CommandDescription {
  Command command;
  const char* name;
  const char* summary;
  std::vector<Format> formats;  // what it can write; the first is the default
};

const std::array<CommandDescription, 5>& commands() {
  using enum Format;
  static const std::array<CommandDescription, 5> all{{
      {Command::Extract,
       "extract",
       "events and actors of each article",
       {Text, Json, JsonLines, Conllu, TimeMl}},
      {Command::Timeline, "timeline", "dated events as text or picture", {Text, Markdown, Svg, Png, Pdf}},
      {Command::Graph, "graph", "who did what to whom, as a diagram", {Text, Dot, Svg, Png, Pdf, Json}},
      {Command::Merge, "merge", "one graph of all inputs", {Text, Json}},
      {Command::Diff, "diff", "what changed between two versions", {Text, Json, Svg, Png, Pdf, Dot}},
  }};
  return all;
}

constexpr const char* kInputHelp =
    "article (.txt .html .json .jsonl, also .gz), folder of them, - for standard input, or a record or graph "
    "that "
    "dateline wrote";
constexpr const char* kFooter =
    "Example:  dateline timeline samples/visit -o timeline.svg\n"
    "Exit:     0 done; 1 the two differ (diff only); 2 an input or the command line failed";

// What was typed, before it is known to make sense.
struct Typed {
  std::vector<std::string> inputs;
  std::string format, output, published, id, language, input_format, clean, from, to, data, known_actors;
  std::vector<std::string> actors, types, places;
  std::string lanes, scale, page, theme, color, view, rank, clusters, layout;
  std::vector<std::string> connect, around;
  std::uint32_t hops = 1;
  std::uint32_t central = 0;
  std::uint32_t min_sources = 1;
  std::uint32_t jobs = 1;
  std::uint32_t top = 0;
  std::uint32_t width = 0;
  bool explain = false;
  bool core = false;
};

std::string names_of(std::span<const Format> formats) {
  std::string list;
  for (const Format f : formats) list += (list.empty() ? "" : ", ") + std::string(to_string(f));
  return list;
}

void add_reading_options(CLI::App& app, Typed& typed) {
  app.add_option("--published", typed.published, "publication date of articles that carry none (YYYY-MM-DD)");
  app.add_option("--language", typed.language, "take the text to be in this language (en), without a check");
  app.add_option("--input-format", typed.input_format,
                 "txt, html, json, jsonl or conllu where content should not decide")
      ->check(CLI::IsMember({"txt", "html", "json", "jsonl", "conllu"}));
  app.add_option("--clean", typed.clean,
                 "auto (default): drop what is not article text; none: take it as it is")
      ->check(CLI::IsMember({"auto", "none"}));
  app.add_option("--actors", typed.known_actors,
                 "your own list of actors (TSV or JSON): its names decide (docs/formats.md)");
  app.add_option("--data", typed.data, "folder of tables (*.tsv) that override those built in");
  app.add_option("--jobs,-j", typed.jobs, "threads (default 1)")->check(CLI::Range(1, 256));
}

void add_filters(CLI::App& app, Typed& typed) {
  app.add_option("--from", typed.from, "leave out events that end before this day (YYYY-MM-DD)");
  app.add_option("--to", typed.to, "leave out events that begin after this day (YYYY-MM-DD)");
  app.add_option("--actor", typed.actors, "only events with this actor (may be repeated: any of them)")
      ->allow_extra_args(false);
  app.add_option("--type", typed.types, "only events of this type (may be repeated)")
      ->allow_extra_args(false);
  app.add_option("--place", typed.places, "only events at this place or in this country (may be repeated)")
      ->allow_extra_args(false);
  app.add_option("--min-sources", typed.min_sources, "only events that this many independent sources tell");
  app.add_flag("--core", typed.core, "only events that belong on a short timeline");
}

void add_timeline_options(CLI::App& app, Typed& typed) {
  app.add_option("--lanes", typed.lanes, "one lane below the other by actor, type, place or source")
      ->check(CLI::IsMember({"none", "actor", "type", "place", "source"}));
  app.add_option("--width", typed.width, "columns of text (default: those of the terminal, or 80)")
      ->check(CLI::Range(24, 1000));
  app.add_option("--color", typed.color, "colours in text: auto (default: on a terminal), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_diagram_options(CLI::App& app, Typed& typed) {
  app.add_option(
         "--view", typed.view,
         "events with their actors, or actors and what joins them; auto (default): events where they are "
         "few; ego and path: what --around and --connect show")
      ->check(CLI::IsMember({"auto", "events", "actors", "ego", "path"}));
  app.add_option("--rank", typed.rank,
                 "what makes an actor important: degree (default: how many events), betweenness")
      ->check(CLI::IsMember({"degree", "betweenness"}));
  app.add_option("--clusters", typed.clusters, "frames around actors of one country or kind")
      ->check(CLI::IsMember({"none", "country", "kind"}));
}

void add_drawing_options(CLI::App& app, Command command, Typed& typed) {
  if (command == Command::Timeline) add_timeline_options(app, typed);
  if (command == Command::Graph) add_diagram_options(app, typed);
  if (command == Command::Diff)
    app.add_option("--view", typed.view, "picture: timeline (default) or graph")
        ->check(CLI::IsMember({"timeline", "graph"}));
  if (command != Command::Graph)
    app.add_option("--scale", typed.scale, "broken (default): time left out is marked; linear: none is")
        ->check(CLI::IsMember({"broken", "linear"}));
  if (command != Command::Timeline)
    app.add_option("--layout", typed.layout,
                   "Graphviz program that places nodes: dot (default), neato, fdp, sfdp, circo")
        ->check(CLI::IsMember({"dot", "neato", "fdp", "sfdp", "circo"}));
  app.add_option("--top", typed.top, "show at most so many, the most important first; the rest is counted");
  app.add_option("--page", typed.page,
                 "A4, A3, letter (lying; A4-portrait: upright), WIDTH, WIDTHxHEIGHT (px) or WIDTHxHEIGHTmm; "
                 "what has no room is counted");
  app.add_option("--theme", typed.theme, "light (default), dark, or auto: as the reader's program asks")
      ->check(CLI::IsMember({"light", "dark", "auto"}));
}

void add_questions(CLI::App& app, Typed& typed) {
  auto* const connect =
      app.add_option("--connect", typed.connect, "how two are connected: NAME NAME")->expected(2);
  auto* const around =
      app.add_option("--around", typed.around, "only what is near this actor or place (may be repeated)")
          ->allow_extra_args(false)
          ->excludes(connect);
  app.add_option("--hops", typed.hops, "how near: steps from actor to actor (default 1)")
      ->check(CLI::Range(1, 1000))
      ->needs(around);
  app.add_option("--central", typed.central, "only the events of so many who stand in the middle")
      ->check(CLI::Range(1, 1000000))
      ->excludes(connect)
      ->excludes(around);
}

void add_command(CLI::App& app, const CommandDescription& description, Typed& typed) {
  CLI::App* sub = app.add_subcommand(description.name, description.summary);
  sub->footer(kFooter);
  const bool two = description.command == Command::Diff;
  sub->add_option(two ? "OLD_NEW" : "INPUT", typed.inputs, kInputHelp)
      ->required()
      ->expected(two ? 2 : 1, two ? 2 : 1 << 29);
  sub->add_option("--format", typed.format, "output: " + names_of(description.formats));
  sub->add_option("-o,--output", typed.output, "write to this file; its ending implies the format");
  if (description.command == Command::Extract) {
    sub->add_option("--id", typed.id, "name of the article (a single one)");
    sub->add_flag("--explain", typed.explain, "say why each event is there, and why mentions are one actor");
  }
  if (description.command == Command::Graph) add_questions(*sub, typed);
  add_reading_options(*sub, typed);
  add_filters(*sub, typed);
  if (description.command != Command::Extract && description.command != Command::Merge)
    add_drawing_options(*sub, description.command, typed);
}

std::optional<Format> format_named(std::string_view name) {
  const auto at = std::find(kFormats.begin(), kFormats.end(), name);
  if (at == kFormats.end()) return std::nullopt;
  return static_cast<Format>(at - kFormats.begin());
}

std::optional<Format> format_of_file(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  if (ending == ".txt") return Format::Text;
  if (ending == ".tml") return Format::TimeMl;
  if (!ending.empty()) ending.erase(0, 1);
  return format_named(ending);
}

// Thrown inside this file only: a command line that parses, but means nothing.
struct UsageError {
  std::string message;
};

Format chosen_format(const Typed& typed, const CommandDescription& description) {
  std::optional<Format> format = description.formats.front();
  if (!typed.format.empty())
    format = format_named(typed.format);
  else if (!typed.output.empty())
    format = format_of_file(typed.output).value_or(description.formats.front());
  const auto& can = description.formats;
  if (format && std::find(can.begin(), can.end(), *format) != can.end()) return *format;
  throw UsageError{
      std::string(description.name) + " cannot write " +
      (typed.format.empty() ? std::filesystem::path(typed.output).extension().string() : typed.format) +
      "; it writes " + names_of(can)};
}

std::optional<date::sys_days> chosen_day(const char* option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto day = day_from_iso(text)) return day;
  throw UsageError{std::string(option) + ": no such day '" + text + "'; write it as YYYY-MM-DD"};
}

std::vector<EventType> chosen_types(const std::vector<std::string>& names) {
  std::vector<EventType> types;
  for (const std::string& name : names) {
    const auto type = event_type_from(name);
    if (!type) {
      std::string known;
      for (std::size_t i = 0; i < kEventTypes; ++i)
        known.append(i ? ", " : "").append(to_string(static_cast<EventType>(i)));
      throw UsageError{"--type: no event type '" + name + "'; one of " + known};
    }
    types.push_back(*type);
  }
  return types;
}

InputFormat chosen_input_format(const std::string& name) {
  if (name == "txt") return InputFormat::Text;
  if (name == "html") return InputFormat::Html;
  if (name == "json") return InputFormat::Json;
  if (name == "jsonl") return InputFormat::JsonLines;
  if (name == "conllu") return InputFormat::Conllu;
  return InputFormat::Auto;
}

ReadOptions chosen_reading(const Typed& typed) {
  ReadOptions read{.format = chosen_input_format(typed.input_format),
                   .cleaning = typed.clean == "none" ? Cleaning::None : Cleaning::Auto,
                   .published = chosen_day("--published", typed.published)};
  if (!typed.id.empty()) read.id = typed.id;
  if (!typed.language.empty()) {
    if (typed.language != "en") throw UsageError{"--language: only English (en) is known so far"};
    read.language = typed.language;
  }
  return read;
}

PageSize chosen_page(const std::string& words) {
  if (words.empty()) return {};
  if (const auto page = page_size_from(words)) return *page;
  throw UsageError{"--page: no page '" + words +
                   "'; A4, A3, letter, WIDTH, WIDTHxHEIGHT or WIDTHxHEIGHTmm, from " +
                   std::to_string(kLeastPageWidth) + "x" + std::to_string(kLeastPageHeight) + " px on"};
}

// The place of a word in a list that starts with the default; 0 where none was typed.
template <typename Choice, std::size_t N>
Choice chosen(const std::string& word, const std::array<std::string_view, N>& words) {
  const auto at = std::find(words.begin(), words.end(), word);
  return at == words.end() ? Choice{} : static_cast<Choice>(at - words.begin());
}

DiagramStyle chosen_diagram(const Typed& typed, const CommandDescription& description) {
  DiagramStyle style{
      .view = chosen<DiagramView>(typed.view,
                                  std::array<std::string_view, 5>{"auto", "events", "actors", "ego", "path"}),
      .top = typed.top,
      .ranking = chosen<Ranking>(typed.rank, std::array<std::string_view, 2>{"degree", "betweenness"}),
      .clusters =
          chosen<ClusterBy>(typed.clusters, std::array<std::string_view, 3>{"none", "country", "kind"}),
      .layout = chosen<Layout>(typed.layout,
                               std::array<std::string_view, 5>{"dot", "neato", "fdp", "sfdp", "circo"}),
      .page = {0, 0},
      .around = typed.around,
      .hops = typed.hops,
      .connect = typed.connect};
  if (description.command == Command::Diff) style.view = DiagramView::Events;
  if (!typed.page.empty()) style.page = chosen_page(typed.page);
  if (style.view == DiagramView::Auto && !typed.around.empty()) style.view = DiagramView::Ego;
  if (style.view == DiagramView::Auto && !typed.connect.empty()) style.view = DiagramView::Path;
  if (style.view == DiagramView::Ego && typed.around.empty())
    throw UsageError{"--view ego needs --around NAME"};
  if (style.view == DiagramView::Path && typed.connect.empty())
    throw UsageError{"--view path needs --connect NAME NAME"};
  return style;
}

Options meaning_of(const Typed& typed, const CommandDescription& description) {
  Options options{
      .command = description.command,
      .inputs = typed.inputs,
      .format = chosen_format(typed, description),
      .read = chosen_reading(typed),
      .selection = {.from = chosen_day("--from", typed.from),
                    .to = chosen_day("--to", typed.to),
                    .actors = typed.actors,
                    .types = chosen_types(typed.types),
                    .places = typed.places,
                    .min_sources = typed.min_sources,
                    .core_only = typed.core},
      .timeline = {.scale = typed.scale == "linear" ? ScaleKind::Linear : ScaleKind::Broken,
                   .page = chosen_page(typed.page),
                   .top = typed.top},
      .lanes = chosen<LaneBy>(typed.lanes,
                              std::array<std::string_view, 5>{"none", "actor", "type", "place", "source"}),
      .shade = chosen<Shade>(typed.theme, std::array<std::string_view, 3>{"light", "dark", "auto"}),
      .diagram = chosen_diagram(typed, description),
      .as_diagram = typed.view == "graph",
      .width = typed.width,
      .color = chosen<ColorChoice>(typed.color, std::array<std::string_view, 3>{"auto", "always", "never"}),
      .question = {.around = typed.around, .hops = typed.hops, .central = typed.central},
      .jobs = typed.jobs,
      .explain = typed.explain};
  if (typed.connect.size() == 2) options.question.connect = {typed.connect[0], typed.connect[1]};
  if (!typed.output.empty()) options.output = typed.output;
  if (!typed.data.empty()) options.data = typed.data;
  if (!typed.known_actors.empty()) options.known_actors = typed.known_actors;
  if (std::count(typed.inputs.begin(), typed.inputs.end(), "-") > 1)
    throw UsageError{"standard input (-) can be read once only"};
  return options;
}

ParsedOptions usage_error(std::string message, const std::string& command) {
  std::replace(message.begin(), message.end(), '\n', ' ');
  return {.message = "dateline: " + message + "; see dateline " + command + "--help", .exit_status = 2};
}

}  // namespace

std::string_view to_string(Format format) { return kFormats[static_cast<std::size_t>(format)]; }

ParsedOptions parse_options(int argc, const char* const* argv) {
  Typed typed;
  CLI::App app{"dateline: news articles into dated events, one graph, timelines and diffs", "dateline"};
  app.set_version_flag("--version", std::string("dateline ") + kVersion);
  app.footer(kFooter);
  app.require_subcommand(1);
  for (const CommandDescription& description : commands()) add_command(app, description, typed);
  std::string chosen;
  try {
    app.parse(argc, argv);
    for (const CommandDescription& description : commands()) {
      if (!app.got_subcommand(description.name)) continue;
      chosen = std::string(description.name) + " ";
      return {.options = meaning_of(typed, description)};
    }
  } catch (const CLI::CallForHelp&) {
    return {.message = app.help()};
  } catch (const CLI::CallForVersion&) {
    return {.message = std::string("dateline ") + kVersion + "\n"};
  } catch (const CLI::ParseError& error) {
    if (argc > 1 && app.get_subcommands().empty() && argv[1][0] != '-')
      return usage_error("no command '" + std::string(argv[1]) + "'; extract, timeline, graph, merge or diff",
                         "");
    for (const CLI::App* sub : app.get_subcommands()) chosen = sub->get_name() + " ";
    return usage_error(error.what(), chosen);
  } catch (const UsageError& error) {
    return usage_error(error.message, chosen);
  }
  return usage_error("no command given", "");
}

}  // namespace dateline
