// to_markdown() of a chronicle.
#include <string_view>

#include "graph/timeline.hpp"
#include "render/timeline_text.hpp"

namespace dateline {
namespace {

// Signs that mean something in CommonMark, or in the HTML that it lets through, lose their meaning.
std::string escaped(std::string_view text) {
  constexpr std::string_view kSigns = "\\`*_{}[]<>()#+-.!|~&=:";
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool may_begin = i == 0 || c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' ||
                           c == '<' || c == '>' || c == '|' || c == '~' || c == '&' || c == '!' ||
                           c == ':';  // "https:" would become a link
    if (may_begin && kSigns.find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string link_target(std::string_view url) {
  std::string target;
  for (const char c : url) {
    if (c == '(')
      target += "%28";
    else if (c == ')')
      target += "%29";
    else
      target += c;
  }
  return target;
}

std::string linked(const std::string& words, const std::string& url) {
  return url.empty() ? escaped(words) : "[" + escaped(words) + "](" + link_target(url) + ")";
}

std::string event_item(const EventCaption& event) {
  std::string what = linked(event.summary, event.link);
  if (event.core) what = "**" + what + "**";
  if (event.modality == Modality::Negated) what = "~~" + what + "~~";
  std::string item = "- " + escaped(kind_words(event)) + ": " + what;
  if (const std::string details = detail_words(event); !details.empty())
    item += " \u2014 " + escaped(details);
  if (!event.differences.empty()) item += ". *" + escaped(event.differences) + "*";
  return item + "\n";
}

void write_dated(const Chronicle& chronicle, std::size_t lane, std::string& text) {
  std::string date;
  for (const EventCaption& event : chronicle.dated) {
    if (event.lane != lane) continue;
    std::string spelled = spell(event.days);
    if (spelled != date) text += "\n### " + escaped(spelled) + "\n\n";
    date = std::move(spelled);
    text += event_item(event);
  }
}

}  // namespace

std::string to_markdown(const Chronicle& chronicle) {
  std::string text = "# " + escaped(chronicle.title) + "\n\n" + escaped(extent_words(chronicle)) + "\n";
  if (chronicle.lanes.empty()) write_dated(chronicle, 0, text);
  for (std::size_t lane = 0; lane < chronicle.lanes.size(); ++lane) {
    text += "\n## " + escaped(chronicle.lanes[lane]) + "\n";
    write_dated(chronicle, lane, text);
  }
  if (!chronicle.undated.empty()) text += "\n### Undated\n\n";
  for (const EventCaption& event : chronicle.undated) text += event_item(event);
  if (!chronicle.sources.empty()) text += "\n### Sources\n\n";
  for (const SourceCaption& source : chronicle.sources)
    text += "- " + linked(source.words, source.link) + "\n";
  return text;
}

}  // namespace dateline
