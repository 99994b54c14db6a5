#include "render/event_words.hpp"

#include <algorithm>
#include <tuple>

#include "extract/utf8.hpp"
#include "graph/figure.hpp"
#include "graph/timeline.hpp"
#include "render/escape.hpp"

namespace dateline {
namespace {

const EntityNode& actor_at(const KnowledgeGraph& graph, KnowledgeGraph::Vertex v) {
  return std::get<EntityNode>(graph[v]);
}

std::optional<Role> role_of(Relation relation) {
  switch (relation) {
    case Relation::Agent: return Role::Agent;
    case Relation::Target: return Role::Target;
    case Relation::Other: return Role::Other;
    case Relation::Place:
    case Relation::Before:
    case Relation::Becomes: return std::nullopt;
  }
  return std::nullopt;
}

// Whether `name` stands in the text as words of its own: "US" is not in "USED".
bool holds(std::string_view text, std::string_view name) {
  if (name.empty()) return false;
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1))
    if (!is_letter(code_point_before(text, at).value) &&
        !is_letter(code_point_at(text, at + name.size()).value))
      return true;
  return false;
}

bool is_named_in(const RecordActor& actor, std::string_view text) {
  return holds(text, actor.name) ||
         std::any_of(actor.aliases.begin(), actor.aliases.end(),
                     [text](const std::string& alias) { return holds(text, alias); });
}

void append(std::string& list, std::string_view separator, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// "money 31000000 USD" -> "money 31,000,000 USD"; numbers of up to four digits, and fractions, stay.
std::string grouped(std::string_view words) {
  std::string result;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end < words.size() && is_ascii_digit(words[end])) ++end;
    const bool fraction = at > 0 && words[at - 1] == '.';
    for (std::size_t i = at; i < end; ++i) {
      if (i > at && !fraction && end - at > 4 && (end - i) % 3 == 0) result += ',';
      result += words[i];
    }
    if (end < words.size()) result += words[end++];
    at = end;
  }
  return result;
}

// One of several values of a field; participants are written "ROLE KEY" in the graph.
std::string value_words(const KnowledgeGraph& graph, std::string_view field, std::string_view value) {
  const std::size_t blank = value.find(' ');
  if (field == "participants" && blank != std::string_view::npos)
    if (const auto actor = graph.find(value.substr(blank + 1)))
      return printable_name(actor_at(graph, *actor).facts.name) + " as " +
             std::string(value.substr(0, blank));
  return field == "figures" ? grouped(printable(value)) : printable(value);
}

std::string title_of(const RecordArticle& article) {
  const std::string words = printable_name(article.title.value_or(""));
  return words.empty() ? "Untitled article" : words;
}

}  // namespace

std::vector<Part> parts_of(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event) {
  std::vector<Part> parts;
  const auto [begin, end] = boost::in_edges(event, graph.graph());
  for (auto e = begin; e != end; ++e)
    if (const std::optional<Role> role = role_of(graph.graph()[*e].relation))
      parts.push_back({boost::source(*e, graph.graph()), *role});
  std::sort(parts.begin(), parts.end(), [&graph](const Part& a, const Part& b) {
    return std::tie(a.role, actor_at(graph, a.actor).facts.name, actor_at(graph, a.actor).key) <
           std::tie(b.role, actor_at(graph, b.actor).facts.name, actor_at(graph, b.actor).key);
  });
  return parts;
}

std::string date_words(const EventNode& event) {
  const std::optional<RecordWhen>& when = event.facts.when;
  if (!when) return "undated";
  if (when->days) return printable(spell(when->days));
  const std::string words = printable(when->expression.text);
  return words.empty() ? "undated" : "\u201C" + words + "\u201D";
}

std::string type_words(const EventNode& event) {
  std::string words(to_string(event.facts.type));
  if (event.facts.modality != Modality::Actual) append(words, ", ", to_string(event.facts.modality));
  if (event.sources > 1) append(words, " \u00B7 ", std::to_string(event.sources) + " sources");
  if (!event.disagreements.empty()) append(words, ", ", "which differ");
  return words;
}

std::string difference_words(const KnowledgeGraph& graph, const EventNode& event) {
  constexpr std::size_t kMostValues = 4;
  std::string words;
  for (const auto& [field, alternatives] : event.disagreements) {
    std::string values;
    for (std::size_t i = 0; i < std::min(alternatives.size(), kMostValues); ++i)
      append(values, " or ", value_words(graph, field, alternatives[i].value));
    if (alternatives.size() > kMostValues)
      values += " or " + std::to_string(alternatives.size() - kMostValues) + " more";
    append(words, "; ", (words.empty() ? "sources differ on " : "on ") + printable(field) + ": " + values);
  }
  return words;
}

std::string head_words(const EventNode& event) {
  const std::string date = date_words(event);
  const std::string type = type_words(event);
  return date == "undated" ? type : date + " \u00B7 " + type;
}

std::string summary_words(const EventNode& event) {
  std::string words = printable(event.facts.summary);
  if (words.empty() && !event.facts.triggers.empty()) words = printable(event.facts.triggers.front().text);
  if (words.empty()) words = to_string(event.facts.type);
  if (!event.facts.place) return words;
  const std::string place = printable_name(event.facts.place->name);
  if (!place.empty() && !holds(words, place)) words += " (" + place + ")";
  return words;
}

std::string actor_words(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event, std::string_view summary) {
  std::string agents;
  std::string targets;
  std::string others;
  for (const Part& part : parts_of(graph, event)) {
    const RecordActor& actor = actor_at(graph, part.actor).facts;
    if (is_named_in(actor, summary)) continue;
    std::string& list = part.role == Role::Agent ? agents : part.role == Role::Target ? targets : others;
    append(list, ", ", printable_name(actor.name));
  }
  std::string words = agents;
  if (!targets.empty()) words += (words.empty() ? "\u2192 " : " \u2192 ") + targets;
  if (!others.empty()) words += (words.empty() ? "" : "; also ") + others;
  return words;
}

std::string figure_words(const EventNode& event, std::string_view summary) {
  std::string words;
  for (const RecordFigure& figure : event.facts.figures)
    if (!holds(summary, figure.mention.text)) append(words, ", ", grouped(printable(spell(figure))));
  return words;
}

std::string all_words(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event) {
  const auto& node = std::get<EventNode>(graph[event]);
  std::string words = date_words(node) + ": " + summary_words(node) + " [" + type_words(node) + "]";
  const std::string actors = actor_words(graph, event, "");
  if (!actors.empty()) append(words, ". ", actors);
  const std::string figures = figure_words(node, "");
  if (!figures.empty()) append(words, ". ", figures);
  const std::string differ = difference_words(graph, node);
  if (!differ.empty()) append(words, ". ", differ);
  return words;
}

EventCaption caption_of(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event) {
  const auto& node = std::get<EventNode>(graph[event]);
  EventCaption caption{.type = node.facts.type,
                       .modality = node.facts.modality,
                       .core = node.facts.core,
                       .sources = node.sources,
                       .date = date_words(node),
                       .head = head_words(node),
                       .summary = summary_words(node),
                       .differences = difference_words(graph, node),
                       .tooltip = all_words(graph, event),
                       .link = link_of(graph, node.members)};
  if (node.facts.when) caption.days = node.facts.when->days;
  caption.figures = figure_words(node, caption.summary);
  caption.actors = actor_words(graph, event, caption.summary);
  return caption;
}

std::string title_words(const KnowledgeGraph& graph) {
  const auto title = [](const Record& record) { return title_of(record.article); };
  const std::vector<Record>& records = graph.records();
  if (records.empty()) return "No articles";
  if (records.size() == 1) return title(records.front());
  constexpr std::size_t kMostTitles = 3;
  std::string titles;
  for (std::size_t i = 0; i < std::min(records.size(), kMostTitles); ++i)
    append(titles, "; ", title(records[i]));
  if (records.size() > kMostTitles) titles += "; \u2026";
  return std::to_string(records.size()) + " articles: " + titles;
}

std::string link_of(const KnowledgeGraph& graph, const std::vector<Member>& members) {
  for (const Member& member : members) {
    const auto record =
        std::lower_bound(graph.records().begin(), graph.records().end(), member.article,
                         [](const Record& r, const std::string& id) { return r.article.id < id; });
    if (record == graph.records().end() || record->article.id != member.article) continue;
    const std::string url = record->article.url.value_or("");
    if (is_web_link(url)) return url;
  }
  return "";
}

std::string source_words(const RecordArticle& article) {
  std::string words = title_of(article);
  if (article.source) append(words, ", ", printable_name(*article.source));
  if (article.published) {
    const date::sys_days day = article.published->day;
    append(words, ", ", spell(DateInterval{.begin = day, .end = day + date::days{1}}));
  }
  return words;
}

}  // namespace dateline
