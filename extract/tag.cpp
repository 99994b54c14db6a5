#include "extract/tag.hpp"

namespace dateline {

std::vector<Morph> tag(const Document&, const Model&) { return {}; }

}  // namespace dateline
