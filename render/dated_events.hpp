// The dated events of a timeline with their axis and lanes.
#pragma once

#include "render/event_card.hpp"
#include "render/folding.hpp"
#include "render/timeline_drawing.hpp"

namespace dateline {

// Where they are drawn.
struct DatedRoom {
  int left = 0;  // px
  int right = 0;
  int top = 0;  // of the axis' labels
  CardRoom cards;
};

// Adds axis, lanes, cards and counts to the drawing; returns where they end, px. Needs a dated event.
int draw_dated(const Chronicle& chronicle, const Shown& shown, ScaleKind scale, DatedRoom room,
               TimelineDrawing& drawing);

}  // namespace dateline
