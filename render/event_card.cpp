#include "render/event_card.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr int kMarkMiddle = 7;  // px below the card's top

// Sets lines of text one below the other.
class Column {
 public:
  Column(int left, int top, int width) : left_(left), y_(top), width_(width) {}

  void add(std::string_view text, Font font, Tone tone, bool struck, std::size_t most_lines) {
    for (std::string& line : wrap(text, width_, font, most_lines)) {
      const int width = text_width(line, font);
      lines_.push_back({.x = left_,
                        .y = y_ + ascent(font),
                        .width = width,
                        .text = std::move(line),
                        .font = font,
                        .tone = tone,
                        .struck = struck});
      y_ += line_height(font);
    }
  }

  std::vector<TextLine> take() { return std::move(lines_); }

 private:
  int left_;
  int y_;
  int width_;
  std::vector<TextLine> lines_;
};

Tone tone_of(Change change, Tone usual) { return change == Change::Same ? Tone::Pale : usual; }

Tone head_tone(Change change) {
  switch (change) {
    case Change::None: return Tone::Muted;
    case Change::Same: return Tone::Pale;
    case Change::Added: return Tone::Added;
    case Change::Removed: return Tone::Removed;
    case Change::Changed: return Tone::Changed;
  }
  return Tone::Muted;
}

std::string head_of(const EventCaption& event) {
  const std::string change(to_string(event.change));
  std::string words = change.empty() ? event.head : change + ": " + event.head;
  // A number does not stand at the end of one line and its word in the next.
  if (const std::size_t blank = words.rfind(" sources"); blank != std::string::npos)
    words.replace(blank, 1, "\u00A0");
  return words;
}

// "4 attack, 2 statement": the types of events, the most frequent first.
std::string type_counts(const std::vector<const EventCaption*>& events) {
  std::array<std::size_t, kEventTypes> counts{};
  for (const EventCaption* event : events) ++counts[static_cast<std::size_t>(event->type)];
  std::vector<std::size_t> order;
  for (std::size_t type = 0; type < kEventTypes; ++type)
    if (counts[type] > 0) order.push_back(type);
  std::stable_sort(order.begin(), order.end(),
                   [&counts](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
  std::string words;
  for (const std::size_t type : order)
    words += (words.empty() ? "" : ", ") + std::to_string(counts[type]) + " " +
             std::string(to_string(static_cast<EventType>(type)));
  return words;
}

EventCard brief_card_of(const EventCaption& event) {
  Column column(kLabelIndent, 0, kCountWidth - kLabelIndent);
  column.add(event.date, kDateFont, head_tone(event.change), false, 2);
  const bool struck = event.modality == Modality::Negated || event.change == Change::Removed;
  column.add(event.summary, kDateFont, tone_of(event.change, Tone::Text), struck, 2);
  return {.mark = {.y = kMarkMiddle,
                   .family = family_of(event.type),
                   .modality = event.modality,
                   .pale = event.change == Change::Same},
          .lines = column.take(),
          .tooltip = event.tooltip,
          .link = event.link};
}

}  // namespace

EventCard card_of(const EventCaption& event, int bar_width, CardRoom room) {
  const bool beside = bar_width < kShortBar;
  const int left = beside ? bar_width + kLabelIndent : 0;
  const int width = beside ? kCardWidth - kLabelIndent : kCardWidth;
  Column column(left, beside ? 0 : 2 * kMarkMiddle + 2, width);
  Font head_font = kDateFont;
  head_font.bold = event.change > Change::Same;
  Font summary_font = kSummaryFont;
  summary_font.bold = event.core;
  const Tone muted = tone_of(event.change, Tone::Muted);
  const bool struck = event.modality == Modality::Negated || event.change == Change::Removed;
  column.add(head_of(event), head_font, head_tone(event.change), false, 3);
  for (const FieldChange& field : event.changes) {
    column.add(field.old_words, kDateFont, Tone::Muted, true, 3);
    column.add(field.new_words, kDateFont, head_tone(event.change), false, 3);
  }
  column.add(event.summary, summary_font, tone_of(event.change, Tone::Text), struck, room.summary);
  column.add(event.figures, kDateFont, muted, false, room.actors);
  column.add(event.actors, kDateFont, muted, false, room.actors);
  column.add(event.differences, kDateFont, muted, false, room.actors);
  return {.mark = {.left = 0,
                   .right = bar_width,
                   .y = kMarkMiddle,
                   .family = family_of(event.type),
                   .modality = event.modality,
                   .pale = event.change == Change::Same},
          .change = event.change,
          .lines = column.take(),
          .tooltip = event.tooltip,
          .link = event.link};
}

EventCard count_card_of(const std::vector<const EventCaption*>& events) {
  if (events.size() == 1) return brief_card_of(*events.front());
  Column column(kLabelIndent, 0, kCountWidth - kLabelIndent);
  const std::string count = std::to_string(events.size());
  column.add("+" + count + " more", Font{.size = 11, .bold = true}, Tone::Muted, false, 1);
  const std::string extent = days_words(events);
  column.add(extent, kDateFont, Tone::Muted, false, 2);
  return {.mark = {.y = kMarkMiddle, .kind = MarkKind::Folded},
          .lines = column.take(),
          .tooltip = count + " more, " + extent + ": " + type_counts(events)};
}

CardSize size_of(const EventCard& card) {
  CardSize size{.mark_right = card.mark.right};
  const bool beside = card.mark.right - card.mark.left < kShortBar;
  size.head = beside ? 0 : 2 * kMarkMiddle + 2;
  for (const TextLine& line : card.lines) {
    size.label_right = std::max(size.label_right, line.x + line.width);
    size.height = std::max(size.height, box_of(line).bottom);
  }
  size.height = std::max(size.height, 2 * kMarkMiddle);
  return size;
}

void move(EventCard& card, int dx, int dy) {
  card.mark.left += dx;
  card.mark.right += dx;
  card.mark.y += dy;
  for (TextLine& line : card.lines) {
    line.x += dx;
    line.y += dy;
  }
}

}  // namespace dateline
