// Applies the filters of a command line to records and graphs, the same way everywhere.
#pragma once

#include <set>
#include <vector>

#include "extract/record.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/select.hpp"

namespace dateline {

// The record with the selected events only, and of its actors those that have a part in one.
// A selection that selects all changes nothing.
[[nodiscard]] Record selected_record(Record record, const Selection& selection);

// The graph of the records with the selected events only. Its records are cut down likewise, so that the
// graph still follows from them when it is written and read again.
[[nodiscard]] KnowledgeGraph selected_graph(std::vector<Record> records, const Selection& selection);

// The same with the events of these members.
[[nodiscard]] KnowledgeGraph graph_with(const KnowledgeGraph& graph, const std::set<Member>& kept);

}  // namespace dateline
