// Knowledge graphs built by hand, for tests of pictures.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

class Story {
 public:
  using Vertex = KnowledgeGraph::Vertex;

  explicit Story(const std::string& title, std::optional<std::string> url = std::nullopt) {
    Record record;
    record.article.id = "story";
    record.article.title = title;
    record.article.url = std::move(url);
    graph_.set_records({record});
  }

  Vertex actor(const std::string& name, EntityKind kind = EntityKind::Person) {
    EntityNode node{.key = "story/a" + std::to_string(++actors_)};
    node.facts.name = name;
    node.facts.kind = kind;
    return graph_.add(node);
  }

  // `days` as a TIMEX3 value ("2023-01-31", "2023-W05"), "D/D" for first and last day, "D/" or "/D" for an
  // open end, or "" for undated.
  Vertex event(EventType type, const std::string& days, const std::string& summary,
               const std::vector<std::pair<Vertex, Role>>& parts = {}, Modality modality = Modality::Actual) {
    EventNode node{.key = "story/e" + std::to_string(++events_)};
    node.facts.type = type;
    node.facts.summary = summary;
    node.facts.modality = modality;
    node.facts.core = events_ % 2 == 1;
    node.members = {{"story", "e" + std::to_string(events_)}};
    if (!days.empty()) node.facts.when = RecordWhen{.days = interval(days), .value = days};
    const Vertex v = graph_.add(node);
    for (const auto& [actor, role] : parts) {
      const Relation relation = role == Role::Agent    ? Relation::Agent
                                : role == Role::Target ? Relation::Target
                                                       : Relation::Other;
      graph_.link(actor, v, {.relation = relation});
    }
    return v;
  }

  [[nodiscard]] const KnowledgeGraph& graph() const { return graph_; }

  static DateInterval interval(const std::string& days) {
    const std::size_t slash = days.find('/');
    if (slash == std::string::npos) return days_of(days).value();
    DateInterval result{.granularity = Granularity::Interval};
    if (slash > 0) result.begin = day_from_iso(days.substr(0, slash)).value();
    if (slash + 1 < days.size()) result.end = day_from_iso(days.substr(slash + 1)).value() + date::days{1};
    return result;
  }

 private:
  KnowledgeGraph graph_;
  int actors_ = 0;
  int events_ = 0;
};

// An invented story with all that a picture must show: days, a week, a year, open ends, every modality, an
// event long ago, several on one day, undated ones.
inline Story harbour_story() {
  using enum EventType;
  Story s("Ferry workers and port authority agree to end eleven-day strike at Norhaven",
          "https://example.org/ferry");
  const auto mara = s.actor("Mara Lindqvist");
  const auto union_ = s.actor("Norhaven Seafarers' Union", EntityKind::Organization);
  const auto port = s.actor("Norhaven Port Authority", EntityKind::Organization);
  const auto osk = s.actor("Oskar Dahl");
  const auto country = s.actor("Estmark", EntityKind::Country);
  const auto workers = s.actor("ferry workers", EntityKind::Group);
  const auto court = s.actor("Labour Court", EntityKind::Organization);
  const auto minister = s.actor("Transport Minister Ida Berg");
  const auto ship = s.actor("MV Tern", EntityKind::Product);
  constexpr Role A = Role::Agent, T = Role::Target, O = Role::Other;
  s.event(Launch, "1948-05-14", "The port authority was founded by royal decree", {{port, T}, {country, A}});
  s.event(Agreement, "2009", "Union and port signed their first joint wage agreement",
          {{union_, A}, {port, A}});
  s.event(Appointment, "2019-09", "Oskar Dahl took over as director of the Norhaven Port Authority",
          {{osk, A}, {port, O}});
  s.event(Economic, "2022", "Passenger numbers fell by a third, the port authority said", {{port, A}});
  s.event(Contest, "2022-11-03/", "Crews have worked without a valid contract", {{workers, A}});
  s.event(Rejection, "2023-01-20", "Members of the union rejected an offer of 4 percent",
          {{union_, A}, {port, T}});
  s.event(Protest, "2023-01-21/2023-01-31", "Ferry workers walked out for eleven days",
          {{workers, A}, {port, T}});
  s.event(Disaster, "2023-01-25", "Collision of MV Tern with a pier in fog, two passengers hurt",
          {{ship, O}});
  s.event(Legal, "2023-01-26", "Labour Court refused to stop the strike",
          {{court, A}, {port, T}, {union_, O}});
  s.event(Threat, "2023-01-27", "Dahl threatened to dismiss crews who stayed away", {{osk, A}, {workers, T}});
  s.event(Statement, "2023-01-30", "Minister Ida Berg called the dispute a national problem",
          {{minister, A}});
  s.event(Meeting, "2023-01-31", "Lindqvist met Dahl and the minister at the old customs house in Norhaven",
          {{mara, A}, {osk, A}, {minister, A}});
  s.event(Pledge, "2023-01-31", "Port promised 12 million crowns for new crew quarters over two years",
          {{port, A}, {workers, T}});
  s.event(Agreement, "2023-01-31", "Union and port agreed on 6.5 percent and an end of the strike",
          {{union_, A}, {port, A}});
  s.event(Coercion, "2023-01-31", "Police did not clear the quay", {{country, A}, {workers, T}},
          Modality::Negated);
  s.event(Support, "2023-01-31", "The national trade union federation praised the deal as fair to both sides",
          {{union_, T}});
  s.event(Statement, "2023-02-01", "Lindqvist said the result was worth eleven cold days", {{mara, A}});
  s.event(Launch, "2023-02-02", "Ferries resume their timetable at six in the morning", {{port, A}},
          Modality::Planned);
  s.event(Election, "2023-W07", "Members vote on the agreement", {{union_, A}}, Modality::Planned);
  s.event(Protest, "2023-02", "Crews could walk out again if the vote fails", {{workers, A}, {port, T}},
          Modality::Hypothetical);
  s.event(Concession, "/2023-03-31", "Old contracts stay valid until the end of March",
          {{union_, O}, {port, O}});
  s.event(Accusation, "", "Dahl accused the union of sabotage", {{osk, A}, {union_, T}});
  s.event(Aid, "", "Islanders gave the pickets soup and firewood", {{workers, T}});
  s.event(Statement, "", "Berg denied having been asked to mediate earlier in the winter", {{minister, A}},
          Modality::Negated);
  return s;
}

}  // namespace dateline
