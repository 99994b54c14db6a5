#include "extract/article.hpp"

namespace dateline {

std::string_view to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::Headline: return "headline";
    case BlockKind::Paragraph: return "paragraph";
    case BlockKind::Caption: return "caption";
    case BlockKind::ListItem: return "list item";
  }
  return {};
}

std::string_view to_string(PublishedBasis basis) {
  switch (basis) {
    case PublishedBasis::Option: return "option";
    case PublishedBasis::Metadata: return "metadata";
    case PublishedBasis::Dateline: return "dateline";
    case PublishedBasis::Caption: return "caption";
    case PublishedBasis::FirstLines: return "first lines";
    case PublishedBasis::Url: return "url";
  }
  return {};
}

std::string_view to_string(OffsetUnit unit) { return unit == OffsetUnit::File ? "file" : "field"; }

}  // namespace dateline
