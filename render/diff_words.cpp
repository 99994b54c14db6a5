#include "render/diff_words.hpp"

#include "graph/event_text.hpp"
#include "render/escape.hpp"
#include "render/event_words.hpp"

namespace dateline {
namespace {

using Names = std::map<std::string, std::string>;  // key of an actor -> its name

std::string parts_text(const RecordEvent& event, const Names& names) {
  const NameOf name_of = [&names](const std::string& key) {
    const auto name = names.find(key);
    return name == names.end() ? key : name->second;
  };
  const std::string agents = participants_text(event, Role::Agent, name_of);
  const std::string targets = participants_text(event, Role::Target, name_of);
  return agents + (targets.empty() ? "" : (agents.empty() ? "\u2192 " : " \u2192 ") + targets);
}

std::string field_words(const RecordEvent& event, const std::string& field, const Names& names) {
  if (field == "type") return std::string(to_string(event.type));
  if (field == "participants") return parts_text(event, names);
  if (field == "when") return when_text(event).empty() ? "undated" : when_text(event);
  if (field == "place") return place_text(event);
  if (field == "figures") return figures_text(event);
  if (field == "modality") return std::string(to_string(event.modality));
  if (field != "attribution" || !event.attribution) return "";
  const auto name = names.find(*event.attribution);
  return name == names.end() ? *event.attribution : name->second;
}

}  // namespace

std::vector<FieldChange> field_changes_of(const Changed<EventNode>& changed, const GraphDiff& changes) {
  std::vector<FieldChange> fields;
  for (const std::string& field : changed.fields) {
    const std::string before = field_words(changed.old_facts.facts, field, changes.old_names);
    const std::string after = field_words(changed.new_facts.facts, field, changes.new_names);
    const bool in_head = field == "when" || field == "type";
    const std::string label = field == "modality" || in_head ? "" : field + ": ";
    fields.push_back({.old_words = before.empty() ? "" : printable(label + before),
                      .new_words = in_head || after.empty() ? "" : printable("now " + label + after)});
  }
  return fields;
}

std::string diff_title(const KnowledgeGraph& old_graph, const KnowledgeGraph& new_graph) {
  const std::string before = title_words(old_graph);
  const std::string after = title_words(new_graph);
  return "What changed: " + (before == after ? after : before + " \u2192 " + after);
}

std::string diff_note(const GraphDiff& changes) {
  const Changes<EventNode>& events = changes.events;
  return std::to_string(events.added.size()) + " added, " + std::to_string(events.removed.size()) +
         " removed, " + std::to_string(events.changed.size()) + " changed, " + std::to_string(events.same) +
         " unchanged";
}

}  // namespace dateline
