// What a page says of its article where readers don't see it: linked data, meta elements, canonical URL.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/html.hpp"

namespace dateline {

struct PageMetadata {
  std::optional<std::string> title;
  std::optional<std::string> url;  // canonical, absolute
  std::optional<std::string> source;
  std::vector<std::string> published;  // as written, the best first
  std::vector<std::string> modified;
  std::string body;  // the article's text, of linked data; "" where there is none
};

// Linked data of a news article come first, then Open Graph, then other usual names.
[[nodiscard]] PageMetadata page_metadata(const HtmlPage& page);

}  // namespace dateline
