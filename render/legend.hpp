// The legend of a timeline: an entry for each sign that the drawing uses, and no other.
#pragma once

#include <vector>

#include "render/timeline_drawing.hpp"

namespace dateline {

// Entries in rows from (left, top), within the drawing's width less `left` at the right as well. Looks at the
// cards and the axis of the drawing only.
[[nodiscard]] std::vector<LegendEntry> legend_of(const TimelineDrawing& drawing, int left, int top);

}  // namespace dateline
