#include "render/event_card.hpp"

#include <algorithm>

#include "render/event_words.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMostLines = 24;
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

}  // namespace

EventCard card_of(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event, int bar_width) {
  const auto& node = std::get<EventNode>(graph[event]);
  const bool beside = bar_width < kShortBar;
  const int left = beside ? bar_width + kLabelIndent : 0;
  const int width = beside ? kCardWidth - kLabelIndent : kCardWidth;
  Column column(left, beside ? 0 : 2 * kMarkMiddle + 2, width);
  Font summary_font = kSummaryFont;
  summary_font.bold = node.facts.core;
  const std::string summary = summary_words(node);
  const bool negated = node.facts.modality == Modality::Negated;
  column.add(date_words(node) + " \u00B7 " + type_words(node), kDateFont, Tone::Muted, false, 3);
  column.add(summary, summary_font, Tone::Text, negated, kMostLines);
  column.add(actor_words(graph, event, summary), kDateFont, Tone::Muted, false, kMostLines);
  return {.mark = {.left = 0,
                   .right = bar_width,
                   .y = kMarkMiddle,
                   .family = family_of(node.facts.type),
                   .modality = node.facts.modality},
          .lines = column.take(),
          .tooltip = all_words(graph, event),
          .link = link_of(graph, node.members)};
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
