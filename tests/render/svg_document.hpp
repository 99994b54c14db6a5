// An SVG document as libxml2 reads it, and what may be wrong with it.
#pragma once

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "render/font.hpp"
#include "render/theme.hpp"

namespace dateline {

class SvgDocument {
 public:
  explicit SvgDocument(const std::string& text, int options = 0)
      : context_(xmlNewParserCtxt(), xmlFreeParserCtxt),
        document_(xmlCtxtReadMemory(
                      context_.get(), text.data(), static_cast<int>(text.size()), "picture.svg", nullptr,
                      options | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
                  xmlFreeDoc) {}

  [[nodiscard]] bool is_well_formed() const { return document_ && context_->wellFormed == 1; }
  [[nodiscard]] bool is_valid() const { return document_ && context_->valid == 1; }
  [[nodiscard]] std::string message() const {
    return context_->lastError.message == nullptr ? "" : context_->lastError.message;
  }
  [[nodiscard]] const xmlNode* root() const { return xmlDocGetRootElement(document_.get()); }

 private:
  std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxt*)> context_;
  std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document_;
};

inline std::string_view words_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

inline std::string attribute_of(const xmlNode* node, const char* name) {
  xmlChar* const value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string words(words_of(value));
  xmlFree(value);
  return words;
}

// Every element, in the order of the document.
inline void for_each_element(const xmlNode* root, const std::function<void(const xmlNode*)>& look_at) {
  for (const xmlNode* node = root; node != nullptr;) {
    if (node->type == XML_ELEMENT_NODE) look_at(node);
    if (node->children != nullptr && node->type == XML_ELEMENT_NODE) {
      node = node->children;
      continue;
    }
    while (node != root && node->next == nullptr) node = node->parent;
    node = node == root ? nullptr : node->next;
  }
}

// The folder of the W3C's DTD of SVG 1.1 (Debian's w3c-sgml-lib).
inline constexpr const char* kSvgDtd = "/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-SVG11-20110816/svg11.dtd";

// What the DTD does not allow, with the attributes of WAI-ARIA added to it; "" for nothing.
inline std::string invalidity_of(std::string svg) {
  const std::string type = std::string("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"") + kSvgDtd +
                           "\" [<!ATTLIST svg role CDATA #IMPLIED><!ATTLIST g role CDATA #IMPLIED aria-label "
                           "CDATA #IMPLIED aria-hidden CDATA #IMPLIED>]>";
  svg.insert(svg.find("<svg"), type);
  const SvgDocument document(svg, XML_PARSE_DTDLOAD | XML_PARSE_DTDVALID);
  return document.is_valid() ? "" : "not valid: " + document.message();
}

// The first element or attribute that could run or load anything; "" for none. All that is not known to be
// harmless counts.
inline std::string danger_of(const std::string& svg) {
  static const std::set<std::string_view> elements{"svg",  "title", "desc",    "defs", "linearGradient",
                                                   "stop", "mask",  "style",   "g",    "a",
                                                   "rect", "path",  "ellipse", "text", "polygon"};
  static const std::set<std::string_view> attributes{"width",
                                                     "height",
                                                     "viewBox",
                                                     "role",
                                                     "lang",
                                                     "direction",
                                                     "font-family",
                                                     "font-size",
                                                     "font-weight",
                                                     "fill",
                                                     "stroke",
                                                     "stroke-width",
                                                     "id",
                                                     "offset",
                                                     "stop-color",
                                                     "maskContentUnits",
                                                     "x",
                                                     "y",
                                                     "cx",
                                                     "cy",
                                                     "rx",
                                                     "ry",
                                                     "d",
                                                     "points",
                                                     "transform",
                                                     "opacity",
                                                     "mask",
                                                     "stroke-dasharray",
                                                     "textLength",
                                                     "lengthAdjust",
                                                     "text-decoration",
                                                     "text-anchor",
                                                     "aria-label",
                                                     "aria-hidden",
                                                     "class",
                                                     "type"};
  const SvgDocument document(svg);
  if (!document.is_well_formed()) return "not well-formed: " + document.message();
  std::string danger;
  for_each_element(document.root(), [&](const xmlNode* node) {
    const std::string_view element = words_of(node->name);
    if (!elements.contains(element)) danger = "element " + std::string(element);
    for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
      const std::string_view name = words_of(a->name);
      const std::string value = attribute_of(node, a->name == nullptr ? "" : std::string(name).c_str());
      const bool leads_to_web =
          element == "a" && name == "href" && (value.starts_with("http://") || value.starts_with("https://"));
      const bool loads = value.find("url(") != std::string::npos && !value.starts_with("url(#dateline-");
      const bool is_text = name == "aria-label";
      if ((!attributes.contains(name) && !leads_to_web) || (loads && !is_text))
        danger = std::string(element) + " " + std::string(name) + "=\"" + value + "\"";
    }
    if (element == "style" &&
        words_of(node->children->content).find_first_of("@\\") !=
            words_of(node->children->content).find("@media (prefers-color-scheme: dark)"))
      danger = "style";
  });
  return danger;
}

// A filled shape, roughly: the box around it.
struct Ground {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string fill;
};

inline std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at < text.size();) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (error != std::errc{}) {
      ++at;
      continue;
    }
    numbers.push_back(value);
    at = static_cast<std::size_t>(end - text.data());
  }
  return numbers;
}

inline double number_of(const xmlNode* node, const char* name) {
  const std::vector<double> numbers = numbers_in(attribute_of(node, name));
  return numbers.empty() ? 0 : numbers.front();
}

inline Ground ground_of(const xmlNode* node) {
  const std::string_view element = words_of(node->name);
  Ground ground{.fill = attribute_of(node, "fill")};
  if (element == "rect") {
    ground.left = number_of(node, "x");
    ground.top = number_of(node, "y");
    ground.right = ground.left + number_of(node, "width");
    ground.bottom = ground.top + number_of(node, "height");
  } else if (element == "ellipse") {
    ground.left = number_of(node, "cx") - number_of(node, "rx");
    ground.right = number_of(node, "cx") + number_of(node, "rx");
    ground.top = number_of(node, "cy") - number_of(node, "ry");
    ground.bottom = number_of(node, "cy") + number_of(node, "ry");
  } else if (element == "polygon") {
    const std::vector<double> points = numbers_in(attribute_of(node, "points"));
    ground.left = ground.top = 1e9;
    ground.right = ground.bottom = -1e9;
    for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
      ground.left = std::min(ground.left, points[i]);
      ground.right = std::max(ground.right, points[i]);
      ground.top = std::min(ground.top, points[i + 1]);
      ground.bottom = std::max(ground.bottom, points[i + 1]);
    }
  }
  return ground;
}

// The least contrast of any text to what it stands on: the last shape drawn before it around its begin, its
// middle or its end. 21 where there is no text.
inline double least_contrast(const std::string& svg) {
  const SvgDocument document(svg);
  const std::string usual = attribute_of(document.root(), "fill");
  std::vector<Ground> grounds;
  double least = 21;
  for_each_element(document.root(), [&](const xmlNode* node) {
    const std::string_view parent = words_of(node->parent->name);
    if (parent == "mask") return;
    if (words_of(node->name) != "text") {
      Ground ground = ground_of(node);
      if (ground.fill.starts_with('#') && ground.right > ground.left) grounds.push_back(std::move(ground));
      return;
    }
    const std::string own = attribute_of(node, "fill");
    const Font font{.size = static_cast<int>(number_of(node, "font-size")),
                    .bold = attribute_of(node, "font-weight") == "bold"};
    const double width = text_width(words_of(node->children->content), font);
    const double y = number_of(node, "y") - font.size / 3.0;
    for (const double part : {0.02, 0.5, 0.98}) {
      const double begin =
          number_of(node, "x") - (attribute_of(node, "text-anchor") == "middle" ? width / 2 : 0);
      const double x = begin + width * part;
      const auto under = std::find_if(grounds.rbegin(), grounds.rend(), [x, y](const Ground& g) {
        return g.left <= x && x <= g.right && g.top <= y && y <= g.bottom;
      });
      const std::string_view ground = under == grounds.rend() ? "#ffffff" : std::string_view(under->fill);
      least = std::min(least, contrast(own.empty() ? usual : own, ground));
    }
  });
  return least;
}

}  // namespace dateline
