#include "cli/commands.hpp"

#include <cstdio>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#include "cli/drawing.hpp"
#include "cli/extraction.hpp"
#include "cli/input_files.hpp"
#include "cli/output.hpp"
#include "cli/question.hpp"
#include "cli/selection.hpp"
#include "extract/conllu.hpp"
#include "extract/timeml.hpp"
#include "graph/build.hpp"
#include "graph/diff.hpp"
#include "graph/json.hpp"
#include "graph/timeline.hpp"
#include "graph/to_text.hpp"
#include "render/chronicle.hpp"
#include "render/diagram.hpp"

namespace dateline {
namespace {

// Everything known beforehand: tables, weights, and the user's own list.
Model model_of(const Options& options) {
  Model model = load_model(options.data);
  if (options.known_actors)
    model.known = KnownActors(read_known_actors(read_bytes(*options.known_actors), *options.known_actors));
  return model;
}

int status_of(const Messages& messages) { return messages.any_failed() ? 2 : 0; }

// Without an article there is nothing to write: the failures have been told, a file stays as it was.
bool nothing_read(const std::vector<Record>& records, const Messages& messages) {
  return records.empty() && messages.any_failed();
}

void write_whole(const Options& options, std::string_view text) {
  Output output(options.output);
  output.write(text);
  output.commit();
}

void write_graph(const Options& options, const KnowledgeGraph& graph) {
  Output output(options.output);
  if (options.format == Format::Json)
    write_json(graph, [&output](std::string_view piece) { output.write(piece); });
  else
    output.write(to_text(graph));
  output.commit();
}

std::vector<Record> records_of(const std::vector<std::string>& inputs, const Options& options,
                               const Model& model, Messages& messages) {
  std::vector<Record> records;
  // A graph doesn't tell why mentions are one, and the reasons of many articles take memory.
  const Finish keep = [](Record record, const Document*) {
    for (RecordActor& actor : record.actors) actor.why = {};
    return Finished{.record = std::move(record)};
  };
  extract_all(
      list_files(inputs, messages), options, model, keep,
      [&](Finished article) { records.push_back(std::move(*article.record)); }, messages);
  return records;
}

// The graph of all inputs that a command shows.
std::optional<KnowledgeGraph> shown_graph(const Options& options, Messages& messages) {
  std::vector<Record> records = records_of(options.inputs, options, model_of(options), messages);
  if (nothing_read(records, messages)) return std::nullopt;
  return selected_graph(std::move(records), options.selection);
}

Finished finish_extract(const Options& options, Record record, const Document* document) {
  if (options.format == Format::Conllu || options.format == Format::TimeMl) {
    if (!document)
      throw InputError(record.article.id, "", "is a record, which has no text to tag",
                       "give the article itself to --format " + std::string(to_string(options.format)));
    return {.text = options.format == Format::Conllu ? to_conllu(*document) : to_timeml(*document)};
  }
  record = selected_record(std::move(record), options.selection);
  if (options.format == Format::Json) return {.record = std::move(record)};
  if (options.format == Format::JsonLines) return {.text = to_json_line(record, options.explain) + "\n"};
  return {.text = to_text(record, options.explain)};
}

}  // namespace

int run_extract(const Options& options, Messages& messages) {
  const Model model = model_of(options);
  const std::vector<std::string> files = list_files(options.inputs, messages);
  std::optional<Output> output;
  std::vector<Record> records;
  extract_all(
      files, options, model,
      [&](Record record, const Document* d) { return finish_extract(options, std::move(record), d); },
      [&](Finished article) {
        if (article.record) return records.push_back(std::move(*article.record));
        if (!output)
          output.emplace(options.output);
        else if (options.format == Format::Text)
          output->write("\n");
        output->write(article.text);
      },
      messages);
  if (options.format == Format::Json && !nothing_read(records, messages)) {
    output.emplace(options.output);
    output->write(to_json(records, options.explain));
  }
  if (output) output->commit();
  return status_of(messages);
}

int run_timeline(const Options& options, Messages& messages) {
  const auto graph = shown_graph(options, messages);
  if (!graph) return 2;
  write_whole(options, timeline_document(options, chronicle_of(*graph, timeline_of(*graph), options.lanes)));
  return status_of(messages);
}

int run_graph(const Options& options, Messages& messages) {
  auto graph = shown_graph(options, messages);
  if (!graph) return 2;
  const bool words = options.format == Format::Json || options.format == Format::Text;
  const DiagramView view = options.diagram.view;
  // These two views draw the question with its answer.
  const bool drawn = !words && (view == DiagramView::Ego || view == DiagramView::Path);
  if (options.question.asks() && !drawn) {
    Answer answered = answer(*graph, options.question);
    graph = std::move(answered.graph);
    if (options.format == Format::Text && !answered.text.empty()) {
      write_whole(options, answered.text);
      return status_of(messages);
    }
  }
  switch (options.format) {
    case Format::Json:
    case Format::Text: write_graph(options, *graph); break;
    default:
      write_whole(options, diagram_document(options, diagram_of(*graph, diagram_style(options))));
      break;
  }
  return status_of(messages);
}

int run_merge(const Options& options, Messages& messages) {
  const auto graph = shown_graph(options, messages);
  if (!graph) return 2;
  write_graph(options, *graph);
  return status_of(messages);
}

namespace {

std::string diff_document(const Options& options, const GraphDiff& changes, const KnowledgeGraph& old_graph,
                          const KnowledgeGraph& new_graph) {
  if (options.format == Format::Json) return to_json(changes);
  if (options.format == Format::Text) return to_text(changes);
  if (options.format == Format::Dot || options.as_diagram)
    return diagram_document(options, diagram_of(changes, old_graph, new_graph, diagram_style(options)));
  return timeline_document(options, chronicle_of(changes, old_graph, new_graph));
}

}  // namespace

int run_diff(const Options& options, Messages& messages) {
  const Model model = model_of(options);
  std::vector<KnowledgeGraph> versions;
  for (const std::string& input : options.inputs) {
    std::vector<Record> records = records_of({input}, options, model, messages);
    if (!messages.any_failed()) versions.push_back(selected_graph(std::move(records), options.selection));
  }
  if (messages.any_failed()) return 2;  // half a comparison would mislead
  const GraphDiff changes = diff(versions[0], versions[1]);
  write_whole(options, diff_document(options, changes, versions[0], versions[1]));
  return changes.empty() ? 0 : 1;
}

namespace {

int run_command(const Options& options, Messages& messages) {
  switch (options.command) {
    case Command::Extract: return run_extract(options, messages);
    case Command::Timeline: return run_timeline(options, messages);
    case Command::Graph: return run_graph(options, messages);
    case Command::Merge: return run_merge(options, messages);
    case Command::Diff: return run_diff(options, messages);
  }
  return 2;
}

}  // namespace

int run(int argc, const char* const* argv) {
  Messages messages;
  try {
    const ParsedOptions parsed = parse_options(argc, argv);
    if (!parsed.options) {
      std::fprintf(parsed.exit_status == 0 ? stdout : stderr, "%s%s", parsed.message.c_str(),
                   parsed.exit_status == 0 ? "" : "\n");
      return parsed.exit_status;
    }
    return run_command(*parsed.options, messages);
  } catch (const InputError& failure) {
    messages.failed(failure);
  } catch (const std::bad_alloc&) {
    messages.failed("out of memory; give fewer or smaller inputs");
  } catch (const std::exception& failure) {
    messages.failed(std::string("internal error: ") + failure.what() + "; please report it");
  }
  return 2;
}

}  // namespace dateline
