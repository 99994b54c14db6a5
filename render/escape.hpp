// Text of articles made safe for pictures: nothing in it can end a label, an attribute or a document.
//
// Text in is any bytes; text out is valid UTF-8 of characters that XML 1.0 allows.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// One line as it may be drawn: white space and control characters become single blanks, trimmed at both
// ends; what reverses or hides text (bidirectional embeddings, overrides, isolates, tags) is left out; bytes
// that are no UTF-8 and noncharacters become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

// The same for a name among other words: where it holds right-to-left script an invisible mark (U+200E) at
// its end keeps what follows, a comma, an arrow or a date, on its right.
[[nodiscard]] std::string printable_name(std::string_view text);

// For XML text and attributes in either kind of quotes. Characters that XML 1.0 forbids become U+FFFD.
[[nodiscard]] std::string xml_escaped(std::string_view text);

// For DOT attributes that Graphviz searches for escapes and entities (label, tooltip): reads back as `text`.
// "\n" parts lines. Quotes are left to libcgraph.
[[nodiscard]] std::string dot_escaped(std::string_view text);

// Whether a link may lead there: http or https with a host, without blanks, controls or quotes.
[[nodiscard]] bool is_web_link(std::string_view url);

}  // namespace dateline
