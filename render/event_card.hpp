// Event cards: the label of one event, wrapped, with its mark, before it has a place on the page.
#pragma once

#include "render/timeline_drawing.hpp"

namespace dateline {

inline constexpr int kCardWidth = 240;        // px, from the middle of the mark to the end of the label
inline constexpr int kCardDistance = 14;      // px between cards abreast
inline constexpr int kCardGap = 10;           // px between cards one below the other
inline constexpr int kLabelIndent = 12;       // px from the middle of a point to its label
inline constexpr Font kDateFont{.size = 11};  // date, type, actors
inline constexpr Font kSummaryFont{.size = 13};

// The card at x = 0, y = 0: a point has its middle at (0, 7) and the label to its right; a bar reaches from 0
// to `bar_width` at y = 7 and has the label below it, or to its right where it is shorter than kShortBar.
struct CardSize {
  int mark_right = 0;  // px
  int head = 0;        // px, height of the part as wide as the mark
  int label_right = 0;
  int height = 0;  // px, head and label
};
inline constexpr int kShortBar = 60;  // px

// How many lines of a label are set before it ends in "…"; the tooltip says the rest.
struct CardRoom {
  std::size_t summary = 24;
  std::size_t actors = 24;
};

// A card for an event whose mark is `bar_width` wide; 0 for a point.
[[nodiscard]] EventCard card_of(const EventCaption& event, int bar_width, CardRoom room);
// A card that stands for events which are not drawn in full, kCountWidth wide: their number, or, for a single
// one, its mark, its date and as much as two lines hold.
[[nodiscard]] EventCard count_card_of(const std::vector<const EventCaption*>& events);
inline constexpr int kCountWidth = 150;  // px
[[nodiscard]] CardSize size_of(const EventCard& card);
void move(EventCard& card, int dx, int dy);

}  // namespace dateline
