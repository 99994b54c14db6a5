// One picture of every kind that the program draws, in every theme.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/timeline.hpp"
#include "render/diagram_drawing.hpp"
#include "render/timeline_drawing.hpp"
#include "tests/render/hostile.hpp"
#include "tests/render/story.hpp"
#include "tests/render/versions.hpp"

namespace dateline {

struct Picture {
  std::string name;
  std::string svg;
};

inline Story hostile_story() {
  Story story(hostile_names()[0], "javascript:alert(1)");
  Story::Vertex before = story.actor("Ann");
  for (const std::string& name : hostile_names()) {
    const auto actor = story.actor(name);
    story.event(EventType::Attack, "2023-01-01", name, {{actor, Role::Agent}, {before, Role::Target}});
    before = actor;
  }
  return story;
}

inline void add_timelines(const std::string& name, const KnowledgeGraph& graph, Shade shade,
                          std::vector<Picture>& pictures) {
  const auto add = [&](const std::string& kind, LaneBy lanes, const TimelineStyle& style) {
    pictures.push_back(
        {name + " " + kind, to_svg(draw(chronicle_of(graph, timeline_of(graph), lanes), style), shade)});
  };
  add("timeline", LaneBy::None, {});
  add("linear", LaneBy::None, {.scale = ScaleKind::Linear});
  add("narrow", LaneBy::None, {.page = {.width = kLeastPageWidth}});
  add("A4", LaneBy::None, {.page = *page_size_from("A4")});
  add("letter", LaneBy::None, {.page = *page_size_from("letter-portrait"), .top = 4});
  for (const LaneBy lanes : {LaneBy::Actor, LaneBy::Type, LaneBy::Place, LaneBy::Source})
    add("lanes", lanes, {});
}

inline void add_diagrams(const std::string& name, const KnowledgeGraph& graph, Shade shade,
                         std::vector<Picture>& pictures) {
  const auto add = [&](const std::string& kind, DiagramStyle style) {
    style.theme = &theme_of(shade);
    pictures.push_back({name + " " + kind, to_svg(diagram_of(graph, style), shade)});
  };
  add("events", {.view = DiagramView::Events});
  add("events on A3", {.view = DiagramView::Events, .page = *page_size_from("A3")});
  for (const Layout layout : {Layout::Dot, Layout::Neato, Layout::Fdp, Layout::Sfdp, Layout::Circo})
    add("actors " + std::to_string(static_cast<int>(layout)),
        {.view = DiagramView::Actors, .layout = layout});
  add("kinds", {.view = DiagramView::Actors, .clusters = ClusterBy::Kind});
  add("kinds by fdp", {.view = DiagramView::Actors, .clusters = ClusterBy::Kind, .layout = Layout::Fdp});
}

inline std::vector<Picture> pictures_of(const std::string& name, const KnowledgeGraph& graph, Shade shade) {
  std::vector<Picture> pictures;
  add_timelines(name, graph, shade, pictures);
  add_diagrams(name, graph, shade, pictures);
  return pictures;
}

inline std::vector<Picture> diff_pictures(Shade shade) {
  const Versions v;
  const KnowledgeGraph& before = v.old_story.graph();
  const KnowledgeGraph& after = v.new_story.graph();
  const Diagram diagram = diagram_of(v.changes, before, after, {.theme = &theme_of(shade)});
  return {{"diff timeline", to_svg(draw(chronicle_of(v.changes, before, after)), shade)},
          {"diff diagram", to_svg(diagram, shade)}};
}

inline std::vector<Picture> all_pictures(Shade shade) {
  const Story harbour = harbour_story();
  std::vector<Picture> pictures = pictures_of("harbour", harbour.graph(), shade);
  const auto add = [&pictures](std::vector<Picture> more) {
    for (Picture& picture : more) pictures.push_back(std::move(picture));
  };
  add(pictures_of("hostile", hostile_story().graph(), shade));
  add(pictures_of("empty", KnowledgeGraph{}, shade));
  add(diff_pictures(shade));
  const Theme* const theme = &theme_of(shade);
  for (const DiagramStyle& style :
       {DiagramStyle{.view = DiagramView::Ego, .theme = theme, .around = {"Oskar Dahl"}},
        DiagramStyle{.view = DiagramView::Path, .theme = theme, .connect = {"Labour Court", "Estmark"}}})
    pictures.push_back({"question", to_svg(diagram_of(harbour.graph(), style), shade)});
  return pictures;
}

}  // namespace dateline
