#include "extract/tokenize.hpp"

namespace dateline {

std::vector<Token> tokenize(const Document&, const Model&) { return {}; }

}  // namespace dateline
