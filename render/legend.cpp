#include "render/legend.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace dateline {
namespace {

constexpr Font kLegendFont{.size = 11};
constexpr int kRowHeight = 20;  // px
constexpr int kBarWidth = 26;   // px
constexpr int kDistance = 22;   // px

// What the cards of a drawing use.
struct Uses {
  std::set<EventFamily> families;
  std::set<Modality> modalities;
  bool bars = false;
  bool open_ends = false;
  bool bold = false;
  bool counts = false;
  std::set<Change> changes;
};

Uses uses_of(const TimelineDrawing& drawing) {
  Uses uses;
  const auto look_at = [&uses](const EventCard& card) {
    if (card.mark.kind == MarkKind::Folded) {
      uses.counts = true;
      return;
    }
    uses.families.insert(card.mark.family);
    uses.changes.insert(card.change);
    uses.modalities.insert(card.mark.modality);
    const bool open = card.mark.fades_left || card.mark.fades_right;
    uses.open_ends |= open;
    uses.bars |= card.mark.right > card.mark.left && !open;
    uses.bold |=
        std::any_of(card.lines.begin(), card.lines.end(), [](const TextLine& l) { return l.font.bold; });
  };
  std::for_each(drawing.dated.begin(), drawing.dated.end(), look_at);
  std::for_each(drawing.counts.begin(), drawing.counts.end(), look_at);
  std::for_each(drawing.undated.begin(), drawing.undated.end(), look_at);
  return uses;
}

// Sets entries in rows.
class Rows {
 public:
  Rows(int left, int top, int right) : left_(left), x_(left), y_(top), right_(right) {}

  void add(Mark mark, std::string text, bool axis_break = false, bool bold = false,
           Change change = Change::None) {
    const Font font{.size = kLegendFont.size, .bold = bold};
    const int width = text_width(text, font);
    const int sign = bold ? 0 : std::max(mark.right, 2 * kMarkRadius) + 8;
    if (x_ > left_ && x_ + sign + width > right_) {
      x_ = left_;
      y_ += kRowHeight;
    }
    const bool point = mark.left == mark.right;
    mark.left += x_ + (point ? kMarkRadius : 0);
    mark.right += x_ + (point ? kMarkRadius : 0);
    mark.y = y_ + kRowHeight / 2;
    entries_.push_back({.mark = mark,
                        .label = {.x = x_ + sign,
                                  .y = mark.y + 4,
                                  .width = width,
                                  .text = std::move(text),
                                  .font = font,
                                  .tone = Tone::Muted},
                        .has_mark = !bold && !axis_break && change == Change::None,
                        .axis_break = axis_break,
                        .change = change});
    x_ += sign + width + kDistance;
  }

  std::vector<LegendEntry> take() { return std::move(entries_); }

 private:
  int left_;
  int x_;
  int y_;
  int right_;
  std::vector<LegendEntry> entries_;
};

}  // namespace

std::vector<LegendEntry> legend_of(const TimelineDrawing& drawing, int left, int top) {
  const Uses uses = uses_of(drawing);
  Rows rows(left, top, drawing.width - left);
  for (const EventFamily family : uses.families)
    rows.add({.family = family}, std::string(look_of(family).name));
  constexpr std::array<std::pair<Change, std::string_view>, 3> kChangeWords{
      {{Change::Added, "added"},
       {Change::Removed, "removed"},
       {Change::Changed, "changed: the old words struck"}}};
  for (const auto& [change, words] : kChangeWords)
    if (uses.changes.contains(change)) rows.add({}, std::string(words), false, false, change);
  if (uses.changes.contains(Change::Same)) rows.add({.pale = true}, "unchanged");
  constexpr EventFamily kAny = EventFamily::Other;
  if (uses.bars) rows.add({.right = kBarWidth, .family = kAny}, "from first to last day");
  if (uses.open_ends) rows.add({.right = kBarWidth, .family = kAny, .fades_right = true}, "open end");
  constexpr std::array<std::pair<Modality, std::string_view>, 3> kModalities{
      {{Modality::Planned, "planned"},
       {Modality::Negated, "did not happen"},
       {Modality::Hypothetical, "possible"}}};
  for (const auto& [modality, words] : kModalities)
    if (uses.modalities.contains(modality))
      rows.add({.family = kAny, .modality = modality}, std::string(words));
  if (uses.bold) rows.add({}, "main event", false, true);
  if (uses.counts) rows.add({.kind = MarkKind::Folded}, "further events, counted");
  if (!drawing.axis.breaks.empty()) rows.add({}, "time left out", true);
  return rows.take();
}

}  // namespace dateline
