#include "extract/read_article.hpp"

namespace dateline {

void read_articles(std::string_view, const std::string&, const ReadOptions&, const Model&,
                   const std::function<void(ReadResult)>&) {}

}  // namespace dateline
