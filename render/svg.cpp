#include "render/svg.hpp"

#include <cmath>
#include <map>

#include "render/escape.hpp"

namespace dateline {
namespace {

std::string_view color_of(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::Text: return theme.text;
    case Tone::Muted: return theme.muted;
    case Tone::Link: return theme.link;
    case Tone::Pale: return theme.paint_of(Change::Same).line;
    case Tone::Added: return theme.paint_of(Change::Added).line;
    case Tone::Removed: return theme.paint_of(Change::Removed).line;
    case Tone::Changed: return theme.paint_of(Change::Changed).line;
  }
  return theme.text;
}

// Rules that put the dark theme's colour in place of each of the light theme's; where one colour has several
// uses the first rule holds.
class DarkRules {
 public:
  void swap(std::string_view property, std::string_view light, std::string_view dark) {
    rules_.emplace("[" + std::string(property) + "=\"" + std::string(light) + "\"]",
                   "{" + std::string(property) + ":" + std::string(dark) + "}");
  }
  void swap(const Paint& light, const Paint& dark) {
    swap("fill", light.fill, dark.fill);
    swap("fill", light.line, dark.line);
    swap("stroke", light.line, dark.line);
  }
  [[nodiscard]] std::string css() const {
    std::string css = "<style type=\"text/css\">@media (prefers-color-scheme: dark) {\n";
    for (const auto& [selector, rule] : rules_) css += selector + rule + "\n";
    return css + "}</style>\n";
  }

 private:
  std::map<std::string, std::string> rules_;
};

std::string dark_rules() {
  DarkRules rules;
  rules.swap("fill", kLight.page, kDark.page);
  rules.swap("fill", kLight.text, kDark.text);
  rules.swap("fill", kLight.muted, kDark.muted);
  rules.swap("fill", kLight.link, kDark.link);
  rules.swap("fill", kLight.band, kDark.band);
  rules.swap("stroke", kLight.outline, kDark.outline);
  rules.swap("stroke", kLight.axis, kDark.axis);
  rules.swap("stroke", kLight.grid, kDark.grid);
  for (std::size_t i = 1; i < kChanges; ++i) {
    rules.swap("fill", kLight.changes[i].line, kDark.changes[i].line);
    rules.swap("fill", kLight.changes[i].fill, kDark.changes[i].fill);
  }
  for (std::size_t i = 0; i < kEventFamilies; ++i) rules.swap(kLight.families[i], kDark.families[i]);
  for (std::size_t i = 0; i < kLight.kinds.size(); ++i) rules.swap(kLight.kinds[i], kDark.kinds[i]);
  for (std::size_t i = 0; i < kLight.roles.size(); ++i)
    for (const std::string_view property : {"stroke", "fill"})
      rules.swap(property, kLight.roles[i].color, kDark.roles[i].color);
  return rules.css();
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

Box box_of(const TextLine& line) {
  const int top = line.y - ascent(line.font);
  return {line.x, top, line.x + line.width, top + line_height(line.font)};
}

std::string coordinate(double value) {
  const long long hundredths = std::llround(value * 100);
  std::string digits = std::to_string(std::llabs(hundredths) / 100);
  if (const long long rest = std::llabs(hundredths) % 100; rest != 0) {
    digits += rest < 10 ? ".0" : ".";
    digits += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
  }
  return (hundredths < 0 ? "-" : "") + digits;
}

Svg& Svg::raw(std::string_view text) {
  svg_ += text;
  return *this;
}

Svg& Svg::attribute(std::string_view name, std::string_view value) {
  return raw(" ").raw(name).raw("=\"").raw(xml_escaped(value)).raw("\"");
}

Svg& Svg::attribute(std::string_view name, int value) { return attribute(name, std::to_string(value)); }
Svg& Svg::attribute(std::string_view name, double value) { return attribute(name, coordinate(value)); }

Svg& Svg::element(std::string_view name, std::string_view text) {
  return raw("<").raw(name).raw(">").raw(xml_escaped(text)).raw("</").raw(name).raw(">\n");
}

void write_head(Svg& svg, const SvgHead& head, Shade shade) {
  svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg");
  svg.attribute("xmlns", "http://www.w3.org/2000/svg")
      .attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
  svg.attribute("width", head.page.width).attribute("height", head.page.height);
  svg.attribute("viewBox", "0 0 " + std::to_string(head.width) + " " + std::to_string(head.height));
  svg.attribute("role", "graphics-document").attribute("xml:lang", "en").attribute("direction", "ltr");
  svg.attribute("font-family", kFontFamily).attribute("fill", svg.theme.text).raw(">\n");
  svg.element("title", head.title).element("desc", head.description).raw(head.definitions);
  if (shade == Shade::Auto) svg.raw(dark_rules());
  write_rectangle(svg, {0, 0, head.width, head.height}, svg.theme.page);
}

void write(Svg& svg, const TextLine& line) {
  if (!line.link.empty()) svg.raw("<a").attribute("xlink:href", line.link).raw(">");
  svg.raw("<text").attribute("x", line.x).attribute("y", line.y).attribute("font-size", line.font.size);
  if (line.font.bold) svg.attribute("font-weight", "bold");
  if (line.tone != Tone::Text) svg.attribute("fill", color_of(svg.theme, line.tone));
  if (line.struck) svg.attribute("text-decoration", "line-through");
  // Other fonts set characters that ours has not; this keeps them within their room.
  if (!is_measured(line.text) && line.width > 0)
    svg.attribute("textLength", line.width).attribute("lengthAdjust", "spacingAndGlyphs");
  svg.raw(">").raw(xml_escaped(line.text)).raw("</text>");
  if (!line.link.empty()) svg.raw("</a>");
  svg.raw("\n");
}

void write_line(Svg& svg, int x1, int y1, int x2, int y2, std::string_view color, int width) {
  svg.raw("<path").attribute("d", "M" + std::to_string(x1) + " " + std::to_string(y1) + "L" +
                                      std::to_string(x2) + " " + std::to_string(y2));
  svg.attribute("stroke", color).attribute("stroke-width", width).raw("/>\n");
}

void write_rectangle(Svg& svg, const Box& box, std::string_view fill) {
  svg.raw("<rect").attribute("x", box.left).attribute("y", box.top).attribute("width", box.right - box.left);
  svg.attribute("height", box.bottom - box.top).attribute("fill", fill).raw("/>\n");
}

}  // namespace dateline
