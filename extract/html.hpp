// An HTML page as a flat row of elements and pieces of text: what the parser saw, before any judgement.
//
// Elements stand in document order, parents before children, so that sums over subtrees are loops, not
// recursion. Left out, so that their text belongs to the element above: elements nested deeper than
// kMaxHtmlDepth, and inline ones that tell nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/span.hpp"

namespace dateline {

inline constexpr std::uint32_t kMaxHtmlDepth = 512;

// What an element is to a reader of articles. Inline: does not break a line of text.
enum class HtmlRole : std::uint8_t {
  Inline,
  Block,      // div, section, ...: breaks the text
  Paragraph,  // p, blockquote, pre
  Heading,    // h2-h6
  Title,      // h1
  ListItem,
  Cell,     // td, th
  Caption,  // figcaption, caption
  Article,
  Main,
  Aside,    // nav, aside, footer, form, ...: not the main text by what they are
  Header,   // may hold headline and date
  Link,     // a with href
  Time,     // time
  Break,    // br
  Skipped,  // script, style, template, media, controls: no text at all
};

struct HtmlElement {
  std::uint32_t parent = 0;  // index of the parent; the first element is its own
  HtmlRole role = HtmlRole::Inline;
  bool hidden = false;            // by attribute or style
  std::uint32_t hints = 0;        // index into HtmlPage::hints
  std::uint32_t first_piece = 0;  // pieces before this element's first
};

// A stretch of text of one element.
struct HtmlPiece {
  std::uint32_t element = 0;
  Span source;             // bytes of the page
  std::uint32_t text = 0;  // where its text begins in HtmlPage::text; ends where the next begins
  bool copied = true;      // the text is the source, byte by byte; otherwise stands for it as a whole
};

struct HtmlMeta {
  std::string name;  // name, property or itemprop, lower case
  std::string content;
};

struct HtmlTime {
  std::uint32_t element = 0;
  std::string datetime;  // the attribute
};

struct HtmlPage {
  std::vector<HtmlElement> elements;  // never empty: the first stands for the page
  std::vector<HtmlPiece> pieces;
  std::string text;                // of all pieces
  std::vector<std::string> hints;  // class, id, role, itemprop of elements, blank between; the first is ""
  std::vector<HtmlMeta> metas;
  std::vector<HtmlTime> times;
  std::vector<std::string> linked_data;  // contents of application/ld+json scripts
  std::string title;                     // of the head
  std::string canonical;                 // href of rel="canonical"
  std::string language;                  // of the html element, or ""

  [[nodiscard]] std::string_view text_of(std::size_t piece) const;
};

// Whether the text is HTML, by its first tags.
[[nodiscard]] bool looks_like_html(std::string_view text);

// Parses a page. Needs well-formed UTF-8 of at most kMaxArticleBytes; takes any bytes of that. Linear.
[[nodiscard]] HtmlPage parse_html(std::string_view text);

}  // namespace dateline
