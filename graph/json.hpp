// JSON of records, graphs and diffs, both ways: the formats of docs/formats.md.
//
// Written by write_json.cpp, read by read_json.cpp. Output is deterministic: fixed key order, numbers in
// shortest form, UTF-8 as it is; invalid UTF-8 cannot occur (readers replace it).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/diff.hpp"
#include "graph/knowledge_graph.hpp"

namespace dateline {

// One object on one line, without the newline. `explain` adds `why` to each event, `rule` and `anchor` to
// each time.
[[nodiscard]] std::string to_json_line(const Record& record, bool explain = false);
// An array of such objects, indented, with a final newline.
[[nodiscard]] std::string to_json(const std::vector<Record>& records, bool explain = false);
[[nodiscard]] std::string to_json(const KnowledgeGraph& graph);
// The same text, handed to `sink` piece by piece: a graph's may be larger than the graph.
void write_json(const KnowledgeGraph& graph, const std::function<void(std::string_view)>& sink);
[[nodiscard]] std::string to_json(const GraphDiff& diff);

// Whether `bytes` looks like something that Dateline wrote (a record, an array or lines of them, a graph).
[[nodiscard]] bool is_dateline_json(std::string_view bytes);
// The records in it. Throws InputError (line, column; or which field of which record) for anything else.
[[nodiscard]] std::vector<Record> records_from_json(std::string_view bytes, const std::string& file);

}  // namespace dateline
