// to_text() of a GraphDiff.
#include <algorithm>
#include <span>

#include "graph/event_text.hpp"
#include "graph/text_block.hpp"
#include "graph/to_text.hpp"

namespace dateline {
namespace {

using Names = std::map<std::string, std::string>;

NameOf name_in(const Names& names) {
  return [&names](const std::string& key) {
    const auto it = names.find(key);
    return it == names.end() ? key : it->second;
  };
}

// The sentences of an event, but for those that the other version has too.
std::string evidence(std::string_view mark, const RecordEvent& e, std::span<const Provenance> others = {}) {
  std::string out;
  for (const Provenance& sentence : e.sentences)
    if (!sentence.text.empty() && std::ranges::find(others, sentence.text, &Provenance::text) == others.end())
      out += wrapped(std::string(mark), "\"" + sentence.text + "\"", kTextWidth);
  return out;
}

std::string who(const RecordEvent& e, const Names& names) {
  std::vector<std::string> roles;
  for (const Role role : {Role::Agent, Role::Target, Role::Other})
    if (const std::string all = participants_text(e, role, name_in(names)); !all.empty())
      roles.push_back(std::string(to_string(role)) + " " + all);
  return joined(roles, "; ");
}

std::string headline(const RecordEvent& e) {
  return joined({kind_text(e), when_text(e)}, ", ") + ": " + summary_text(e);
}

// An event that one side lacks: what, who, where, how many, and where it says so.
std::string whole_event(std::string_view mark, const RecordEvent& e, const Names& names) {
  constexpr std::string_view kIndent = "    ";
  const std::string about = joined({who(e, names), place_text(e), figures_text(e)}, "; ");
  return wrapped(std::string(mark), headline(e), kTextWidth) +
         (about.empty() ? "" : wrapped(kIndent, about, kTextWidth)) + evidence(kIndent, e);
}

std::string field_text(const RecordEvent& e, const std::string& field, const Names& names) {
  if (field == "type") return std::string(to_string(e.type));
  if (field == "participants") return who(e, names);
  if (field == "when") return when_text(e);
  if (field == "place") return place_text(e);
  if (field == "figures") return figures_text(e);
  if (field == "modality") return std::string(to_string(e.modality));
  return e.attribution ? name_in(names)(*e.attribution) : "";
}

std::string field_text(const RecordActor& a, const std::string& field, const Names&) {
  if (field == "name") return a.name;
  if (field == "kind") return std::string(to_string(a.kind));
  if (field == "aliases") return joined(a.aliases, ", ");
  if (field == "role") return a.role.value_or("");
  if (field == "country") return a.country.value_or("");
  std::vector<std::string> ids;
  for (const auto& [scheme, id] : a.external_ids) ids.push_back(scheme + " " + id);
  return joined(ids, ", ");
}

template <typename Facts>
std::string field_lines(const Changed<Facts>& changed, const GraphDiff& diff) {
  const auto or_none = [](const std::string& text) { return text.empty() ? std::string("(none)") : text; };
  std::string out;
  for (const std::string& field : changed.fields)
    out += wrapped("    " + field + ": ",
                   or_none(field_text(changed.old_facts.facts, field, diff.old_names)) + " -> " +
                       or_none(field_text(changed.new_facts.facts, field, diff.new_names)),
                   kTextWidth);
  return out;
}

std::string event_lines(const GraphDiff& diff) {
  std::string out;
  for (const EventNode& node : diff.events.removed) out += whole_event("- ", node.facts, diff.old_names);
  for (const EventNode& node : diff.events.added) out += whole_event("+ ", node.facts, diff.new_names);
  for (const auto& changed : diff.events.changed)
    out += wrapped("~ ", headline(changed.new_facts.facts), kTextWidth) + field_lines(changed, diff) +
           evidence("  - ", changed.old_facts.facts, changed.new_facts.facts.sentences) +
           evidence("  + ", changed.new_facts.facts, changed.old_facts.facts.sentences);
  return out;
}

std::string actor_lines(const GraphDiff& diff) {
  std::string out;
  for (const EntityNode& node : diff.actors.removed) out += wrapped("- ", actor_text(node.facts), kTextWidth);
  for (const EntityNode& node : diff.actors.added) out += wrapped("+ ", actor_text(node.facts), kTextWidth);
  for (const auto& changed : diff.actors.changed)
    out += wrapped("~ ", changed.new_facts.facts.name, kTextWidth) + field_lines(changed, diff);
  return out;
}

std::string counted(std::size_t n, const std::string& noun) {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
}

}  // namespace

std::string to_text(const GraphDiff& diff) {
  std::string out;
  for (const std::string& id : diff.old_ids) out += wrapped("--- ", id, kTextWidth);
  for (const std::string& id : diff.new_ids) out += wrapped("+++ ", id, kTextWidth);
  if (const std::string lines = event_lines(diff); !lines.empty()) out += "\nEvents\n" + lines;
  if (const std::string lines = actor_lines(diff); !lines.empty()) out += "\nActors\n" + lines;
  out += (out.empty() ? "" : "\n");
  if (diff.empty()) out += "No change: ";
  return out + counted(diff.events.same, "event") + " and " + counted(diff.actors.same, "actor") +
         " the same\n";
}

}  // namespace dateline
