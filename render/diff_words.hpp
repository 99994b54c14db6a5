// The words that pictures put to the changes of an event.
#pragma once

#include <vector>

#include "graph/diff.hpp"
#include "render/chronicle.hpp"

namespace dateline {

// What the two versions say, field by field; printable.
[[nodiscard]] std::vector<FieldChange> field_changes_of(const Changed<EventNode>& changed,
                                                        const GraphDiff& changes);

// "What changed: TITLE", or both titles.
[[nodiscard]] std::string diff_title(const KnowledgeGraph& old_graph, const KnowledgeGraph& new_graph);
// "2 added, 1 removed, 3 changed, 12 unchanged"
[[nodiscard]] std::string diff_note(const GraphDiff& changes);

}  // namespace dateline
