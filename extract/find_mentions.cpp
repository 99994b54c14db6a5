#include "extract/find_mentions.hpp"

namespace dateline {

std::vector<Mention> find_mentions(const Document&, const Model&) { return {}; }

}  // namespace dateline
