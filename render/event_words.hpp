// The words that pictures put to an event, each as one printable line (escape.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "render/chronicle.hpp"

namespace dateline {

// An actor in one event.
struct Part {
  KnowledgeGraph::Vertex actor;
  Role role = Role::Agent;
};

// Who takes part, in the order of the event's edges to agents, targets, others.
[[nodiscard]] std::vector<Part> parts_of(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event);

// "31 January 2023"; the words of the text in quotes where they can't be resolved; "undated".
[[nodiscard]] std::string date_words(const EventNode& event);
// "meeting", "meeting, planned", "3 sources" added where several say so.
[[nodiscard]] std::string type_words(const EventNode& event);
// Both in one line: "31 January 2023 · meeting"; the date left out where there is none.
[[nodiscard]] std::string head_words(const EventNode& event);
// What the sources disagree about: "sources differ on figures: killed 10 or killed 11"; "" for nothing.
[[nodiscard]] std::string difference_words(const KnowledgeGraph& graph, const EventNode& event);
// The summary, with the place where it does not name it: "Berg met Ilves (Oslo)".
[[nodiscard]] std::string summary_words(const EventNode& event);
// The actors that `summary` does not name: "Berg, Foreign Ministry → Ilves"; "" for none.
[[nodiscard]] std::string actor_words(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event,
                                      std::string_view summary);
// The figures whose words are not in `summary`: "killed 7, injured at least 20"; "" for none.
[[nodiscard]] std::string figure_words(const EventNode& event, std::string_view summary);
// Everything for a tooltip: date, type, summary, actors, and what sources disagree about.
[[nodiscard]] std::string all_words(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event);

// All of it; unchanged, in no lane.
[[nodiscard]] EventCaption caption_of(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event);

// The title of the one article; "N articles: TITLE; TITLE; ..." for more; "Untitled article", "No articles".
[[nodiscard]] std::string title_words(const KnowledgeGraph& graph);

// The page of the first article that tells it, where that is on the web; "" otherwise.
[[nodiscard]] std::string link_of(const KnowledgeGraph& graph, const std::vector<Member>& members);
// "TITLE, SOURCE, 31 January 2023", as far as it is known.
[[nodiscard]] std::string source_words(const RecordArticle& article);

}  // namespace dateline
