// to_text() of a GraphDiff.
#include "graph/to_text.hpp"
namespace dateline {
std::string to_text(const GraphDiff&) { return {}; }
}  // namespace dateline
