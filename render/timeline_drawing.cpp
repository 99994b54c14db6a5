#include "render/timeline_drawing.hpp"
namespace dateline {
std::string timeline_svg(const KnowledgeGraph&, const Timeline&) { return {}; }
}  // namespace dateline
