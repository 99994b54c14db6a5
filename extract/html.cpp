#include "extract/html.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "extract/encoding.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxHints = 1000;                       // bytes of class and id that are looked at
constexpr std::size_t kMaxLinkedData = std::size_t{4} << 20;  // bytes of a script that are kept
constexpr std::size_t kPartOfText = 500;  // bytes; the parser delivers longer texts in parts of about 1,000
constexpr std::size_t kMaxValue = 4096;   // bytes of any other attribute

struct ElementRole {
  std::string_view name;
  HtmlRole role;
};

// Sorted by name. What is not here is Inline.
constexpr std::array kRoles = std::to_array<ElementRole>({
    {"a", HtmlRole::Link},           {"address", HtmlRole::Aside},      {"article", HtmlRole::Article},
    {"aside", HtmlRole::Aside},      {"audio", HtmlRole::Skipped},      {"blockquote", HtmlRole::Paragraph},
    {"body", HtmlRole::Block},       {"br", HtmlRole::Break},           {"button", HtmlRole::Skipped},
    {"canvas", HtmlRole::Skipped},   {"caption", HtmlRole::Caption},    {"center", HtmlRole::Block},
    {"dd", HtmlRole::ListItem},      {"details", HtmlRole::Block},      {"dialog", HtmlRole::Aside},
    {"div", HtmlRole::Block},        {"dl", HtmlRole::Block},           {"dt", HtmlRole::ListItem},
    {"fieldset", HtmlRole::Aside},   {"figcaption", HtmlRole::Caption}, {"figure", HtmlRole::Block},
    {"footer", HtmlRole::Aside},     {"form", HtmlRole::Aside},         {"h1", HtmlRole::Title},
    {"h2", HtmlRole::Heading},       {"h3", HtmlRole::Heading},         {"h4", HtmlRole::Heading},
    {"h5", HtmlRole::Heading},       {"h6", HtmlRole::Heading},         {"head", HtmlRole::Skipped},
    {"header", HtmlRole::Header},    {"hgroup", HtmlRole::Block},       {"hr", HtmlRole::Block},
    {"html", HtmlRole::Block},       {"iframe", HtmlRole::Skipped},     {"input", HtmlRole::Skipped},
    {"label", HtmlRole::Skipped},    {"legend", HtmlRole::Skipped},     {"li", HtmlRole::ListItem},
    {"main", HtmlRole::Main},        {"map", HtmlRole::Skipped},        {"math", HtmlRole::Skipped},
    {"menu", HtmlRole::Aside},       {"nav", HtmlRole::Aside},          {"noscript", HtmlRole::Skipped},
    {"object", HtmlRole::Skipped},   {"ol", HtmlRole::Block},           {"option", HtmlRole::Skipped},
    {"p", HtmlRole::Paragraph},      {"picture", HtmlRole::Inline},     {"pre", HtmlRole::Paragraph},
    {"script", HtmlRole::Skipped},   {"section", HtmlRole::Block},      {"select", HtmlRole::Skipped},
    {"style", HtmlRole::Skipped},    {"summary", HtmlRole::Block},      {"svg", HtmlRole::Skipped},
    {"table", HtmlRole::Block},      {"tbody", HtmlRole::Block},        {"td", HtmlRole::Cell},
    {"template", HtmlRole::Skipped}, {"textarea", HtmlRole::Skipped},   {"tfoot", HtmlRole::Block},
    {"th", HtmlRole::Cell},          {"thead", HtmlRole::Block},        {"time", HtmlRole::Time},
    {"tr", HtmlRole::Block},         {"ul", HtmlRole::Block},           {"video", HtmlRole::Skipped},
});

// Elements without an end tag.
constexpr std::array<std::string_view, 14> kVoid{"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                 "input", "link", "meta", "param", "source", "track", "wbr"};

bool is_void(std::string_view name) { return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end(); }

std::optional<HtmlRole> known_role(std::string_view name) {
  const auto at = std::lower_bound(kRoles.begin(), kRoles.end(), name,
                                   [](const ElementRole& r, std::string_view n) { return r.name < n; });
  if (at == kRoles.end() || at->name != name) return std::nullopt;
  return at->role;
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return lower_ascii(c); });
  return lower;
}

std::string_view as_view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}

// The attributes of one start tag.
class Attributes {
 public:
  explicit Attributes(const xmlChar** pairs) : pairs_(pairs) {}

  // The value, cut to kMaxValue bytes; absent without the attribute, "" without a value.
  [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const {
    for (const xmlChar** at = pairs_; at && at[0]; at += 2)
      if (as_view(at[0]) == name) return as_view(at[1]).substr(0, kMaxValue);
    return std::nullopt;
  }
  [[nodiscard]] std::string_view text(std::string_view name) const {
    return value(name).value_or(std::string_view{});
  }

 private:
  const xmlChar** pairs_;
};

bool is_hidden(const Attributes& attributes) {
  if (attributes.value("hidden") || attributes.text("aria-hidden") == "true") return true;
  std::string style = lower_ascii(attributes.text("style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

std::string hints_of(const Attributes& attributes) {
  std::string hints;
  for (const std::string_view name : {"class", "id", "role", "itemprop", "data-component"}) {
    const std::string_view value = attributes.text(name);
    if (value.empty() || hints.size() + value.size() > kMaxHints) continue;
    if (!hints.empty()) hints += ' ';
    hints += value;
  }
  return hints;
}

// Takes the parser's calls.
class PageBuilder {
 public:
  PageBuilder(std::string_view source, HtmlPage& page) : source_(source), page_(page) {
    page_.elements.push_back({.role = HtmlRole::Block});
    page_.hints.emplace_back();
  }

  void set_parser(htmlParserCtxtPtr parser) { parser_ = parser; }

  void start(std::string_view name, const Attributes& attributes) {
    const HtmlRole role = role_of(name, attributes);
    note_head(name, attributes);
    const bool empty = is_void(name);
    const bool raw = name == "script" || name == "style";  // the parser must know that it is in there
    if (!empty && !raw && too_deep()) return;
    const std::uint32_t above = current();
    std::uint32_t own = above;
    std::string hints = hints_of(attributes);
    const bool hidden = is_hidden(attributes);
    if (role != HtmlRole::Inline || hidden || !hints.empty())
      own = add_element({.parent = above, .role = role, .hidden = hidden}, std::move(hints));
    if (role == HtmlRole::Time) page_.times.push_back({own, std::string(attributes.text("datetime"))});
    if (empty) return;
    const bool skips = role == HtmlRole::Skipped;
    skipped_ += skips;
    open_.push_back({std::string(name), own, skips});
    if (name == "script" && attributes.text("type").find("ld+json") != std::string_view::npos)
      linked_data_.emplace();
    if (name == "title" && page_.title.empty()) in_title_ = true;
  }

  void end(std::string_view name) {
    if (is_void(name)) return;
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.name == name; });
    if (found == open_.rend()) return;
    const auto keep = static_cast<std::size_t>(open_.rend() - found) - 1;
    while (open_.size() > keep) {
      skipped_ -= open_.back().skips;
      open_.pop_back();
    }
    if (name == "title") in_title_ = false;
    if (name == "script" && linked_data_) {
      page_.linked_data.push_back(std::move(*linked_data_));
      linked_data_.reset();
    }
  }

  void characters(std::string_view text) {
    if (linked_data_) {
      if (linked_data_->size() + text.size() <= kMaxLinkedData) linked_data_->append(text);
      return;
    }
    if (in_title_ && page_.title.size() < kMaxValue) page_.title += text;
    if (skipped_ > 0 || in_title_ || text.empty()) return;
    add_piece(text, place_of(text));
  }

 private:
  struct Open {
    std::string name;
    std::uint32_t element;
    bool skips;
  };
  struct Place {
    Span source;
    bool copied;
  };

  [[nodiscard]] std::uint32_t current() const { return open_.empty() ? 0 : open_.back().element; }

  static HtmlRole role_of(std::string_view name, const Attributes& attributes) {
    const HtmlRole role = known_role(name).value_or(HtmlRole::Inline);
    return role == HtmlRole::Link && !attributes.value("href") ? HtmlRole::Inline : role;
  }

  // Makes the parser forget the element that it has just opened: without this, it searches its whole stack at
  // each end tag, which takes quadratic time where 100,000 elements stay open.
  bool too_deep() {
    if (parser_->nameNr <= static_cast<int>(kMaxHtmlDepth)) return false;
    --parser_->nameNr;
    parser_->name = parser_->nameTab[parser_->nameNr - 1];
    return true;
  }

  std::uint32_t add_element(HtmlElement element, std::string hints) {
    element.first_piece = static_cast<std::uint32_t>(page_.pieces.size());
    if (!hints.empty()) {
      element.hints = static_cast<std::uint32_t>(page_.hints.size());
      page_.hints.push_back(std::move(hints));
    }
    page_.elements.push_back(element);
    return static_cast<std::uint32_t>(page_.elements.size() - 1);
  }

  void note_head(std::string_view name, const Attributes& attributes) {
    if (name == "html") page_.language = attributes.text("lang");
    if (name == "link" && page_.canonical.empty() && lower_ascii(attributes.text("rel")) == "canonical")
      page_.canonical = attributes.text("href");
    if (name == "time" || !attributes.value("content")) return;
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"})
      if (const auto value = attributes.value(key)) {
        page_.metas.push_back({lower_ascii(*value), std::string(attributes.text("content"))});
        return;
      }
  }

  // Where the text that the parser has just delivered stands. The parser is past its end, as a rule right at
  // it; at most one character before it while it delivers a long text in parts.
  Place place_of(std::string_view text) {
    const auto* input = parser_->input;
    const std::size_t read = std::min<std::size_t>(
        source_.size(), input->consumed + static_cast<std::size_t>(input->cur - input->base));
    const auto length = text.size();
    const std::size_t ahead = length >= kPartOfText ? 4 : 0;
    for (std::size_t end = read; end <= std::min(source_.size(), read + ahead); ++end)
      if (end >= length + last_ && source_.substr(end - length, length) == text)
        return taken(end - length, end, true);
    const auto reference = read == 0 ? std::string_view::npos : source_.rfind('&', read - 1);
    if (reference == std::string_view::npos || reference < last_)
      return taken(std::min(last_, read), read, false);
    if (text == "&" && source_[read - 1] != ';') return taken(reference, reference + 1, true);
    return taken(reference, read, false);
  }

  Place taken(std::size_t begin, std::size_t end, bool copied) {
    last_ = end;
    return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, copied};
  }

  void add_piece(std::string_view text, Place place) {
    const auto text_begin = static_cast<std::uint32_t>(page_.text.size());
    append_text(text, place.copied);
    if (!page_.pieces.empty()) {
      HtmlPiece& before = page_.pieces.back();
      if (before.copied && place.copied && before.element == current() &&
          before.source.end == place.source.begin &&
          page_.elements.back().first_piece < page_.pieces.size()) {
        before.source.end = place.source.end;
        return;
      }
    }
    page_.pieces.push_back({current(), place.source, text_begin, place.copied});
  }

  // References like &#146; mean the bytes of Windows-1252.
  void append_text(std::string_view text, bool copied) {
    if (copied)
      page_.text += text;
    else
      page_.text += mend_utf8(text).text;
  }

  std::string_view source_;
  HtmlPage& page_;
  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<Open> open_;
  int skipped_ = 0;  // open elements without text
  bool in_title_ = false;
  std::optional<std::string> linked_data_;  // of the script that is open
  std::size_t last_ = 0;                    // end of the text delivered last
};

PageBuilder& builder_of(void* context) {
  return *static_cast<PageBuilder*>(static_cast<htmlParserCtxtPtr>(context)->_private);
}

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  builder_of(context).start(as_view(name), Attributes(attributes));
}
void on_end(void* context, const xmlChar* name) { builder_of(context).end(as_view(name)); }
void on_characters(void* context, const xmlChar* text, int length) {
  builder_of(context).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}
void on_error(void*, xmlErrorPtr) {}  // pages are never clean

htmlSAXHandler handler() {
  htmlSAXHandler sax{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  sax.cdataBlock = on_characters;
  sax.serror = on_error;
  sax.initialized = XML_SAX2_MAGIC;
  return sax;
}

}  // namespace

std::string_view HtmlPage::text_of(std::size_t piece) const {
  const std::size_t end = piece + 1 < pieces.size() ? pieces[piece + 1].text : text.size();
  return std::string_view(text).substr(pieces[piece].text, end - pieces[piece].text);
}

bool looks_like_html(std::string_view text) {
  const std::string head = lower_ascii(trim(text.substr(0, kMaxValue)));
  if (head.starts_with("<!doctype html") || head.starts_with("<?xml") || head.starts_with("<!--"))
    return true;
  std::size_t tags = 0;
  for (auto at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1)) {
    const std::size_t begin = at + (head.compare(at, 2, "</") == 0 ? 2 : 1);
    const auto end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz123456", begin);
    if (end == std::string::npos || std::string_view(" />\t\r\n").find(head[end]) == std::string_view::npos)
      continue;
    const std::string_view name(head.data() + begin, end - begin);
    if (!known_role(name) && !is_void(name) && name != "span" && name != "b" && name != "i") continue;
    if (at == 0) return true;
    ++tags;
  }
  return tags >= 4;
}

HtmlPage parse_html(std::string_view text) {
  // libxml2's own first use is not safe when several threads come to it at once; this is.
  [[maybe_unused]] static const bool ready = (xmlInitParser(), true);
  HtmlPage page;
  PageBuilder builder(text, page);
  htmlSAXHandler sax = handler();
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreateMemoryParserCtxt(text.empty() ? " " : text.data(),
                                 std::max(1, static_cast<int>(text.size()))),
      &htmlFreeParserCtxt);
  if (!parser) return page;
  *parser->sax = sax;
  parser->_private = &builder;
  builder.set_parser(parser.get());
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  return page;
}

}  // namespace dateline
