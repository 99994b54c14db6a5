#include "extract/find_events.hpp"

namespace dateline {

std::vector<Event> find_events(const Document&, const Model&) { return {}; }

}  // namespace dateline
