#include "render/timeline_text.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>

#include "extract/utf8.hpp"
#include "graph/text_block.hpp"
#include "graph/timeline.hpp"

namespace dateline {
namespace {

// Text broken at blanks into lines of at most `width` columns; longer words are broken inside.
std::vector<std::string> broken(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t columns = 0;
  const auto end_line = [&] {
    lines.push_back(std::move(line));
    line.clear();
    columns = 0;
  };
  const auto add = [&](std::string_view piece, std::size_t piece_columns) {
    line += piece;
    columns += piece_columns;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t word_columns = columns_of(word);
    if (word.empty()) continue;
    if (columns > 0 && columns + 1 + word_columns > width) end_line();
    if (columns > 0) add(" ", 1);
    if (word_columns <= width) {
      add(word, word_columns);
      continue;
    }
    for (std::size_t at = 0; at < word.size();) {
      const std::string_view sign = word.substr(at, code_point_at(word, at).size);
      const std::size_t sign_columns = columns_of(sign);
      if (columns + sign_columns > width) end_line();
      add(sign, sign_columns);
      at += sign.size();
    }
  }
  if (!line.empty()) end_line();
  return lines;
}

// The colours of the picture's families as near as terminals have them (256 colours).
int color_of(EventFamily family) {
  switch (family) {
    case EventFamily::Talk: return 32;
    case EventFamily::Dispute: return 178;
    case EventFamily::Force: return 166;
    case EventFamily::Loss: return 245;
    case EventFamily::Politics: return 175;
    case EventFamily::Economy: return 36;
    case EventFamily::Other: return 74;
  }
  return 245;
}

class Writer {
 public:
  Writer(TextStyle style, std::size_t kind_columns) : style_(style), kind_columns_(kind_columns) {}

  void heading(const std::string& words, const char* look) {
    if (!text_.empty()) text_ += '\n';
    for (const std::string& line : broken(words, style_.width)) text_ += painted(line, look) + '\n';
  }

  void event(const EventCaption& event) {
    constexpr std::size_t kIndent = 2;
    const std::string kind = kind_words(event);
    const bool narrow = style_.width < kNarrow;
    const std::size_t left = narrow ? 2 * kIndent : kIndent + kind_columns_ + 1;
    const std::string family = "38;5;" + std::to_string(color_of(family_of(event.type)));
    text_ += std::string(kIndent, ' ') + painted(kind, family.c_str());
    std::size_t column = kIndent + columns_of(kind);
    if (narrow || column + 1 > left) {
      text_ += '\n';
      column = 0;
    }
    const char* const look = event.modality == Modality::Negated ? "9" : event.core ? "1" : "";
    lines(event.summary, look, left, column);
    lines(detail_words(event), "2", left, 0);
    lines(event.differences, "2", left, 0);
  }

  std::string take() { return std::move(text_); }

  static constexpr std::size_t kNarrow = 50;

 private:
  std::string painted(const std::string& words, const char* look) const {
    return style_.color && *look != '\0' ? "\x1b[" + std::string(look) + "m" + words + "\x1b[0m" : words;
  }

  // Lines from column `left` on; `column` is written of the first already.
  void lines(const std::string& words, const char* look, std::size_t left, std::size_t column) {
    for (const std::string& line : broken(words, style_.width - left)) {
      text_ += std::string(left - column, ' ') + painted(line, look) + '\n';
      column = 0;
    }
  }

  TextStyle style_;
  std::size_t kind_columns_;
  std::string text_;
};

std::size_t kind_columns_of(const Chronicle& chronicle) {
  constexpr std::size_t kLeast = 13;
  constexpr std::size_t kMost = 20;
  std::size_t columns = kLeast;
  for (const auto* list : {&chronicle.dated, &chronicle.undated})
    for (const EventCaption& event : *list)
      if (const std::size_t own = columns_of(kind_words(event)); own <= kMost)
        columns = std::max(columns, own);
  return columns;
}

void write_dated(const Chronicle& chronicle, std::optional<std::size_t> lane, Writer& writer) {
  std::string date;
  for (const EventCaption& event : chronicle.dated) {
    if (lane && event.lane != *lane) continue;
    std::string spelled = spell(event.days);
    if (spelled != date) writer.heading(spelled, "1;4");
    date = std::move(spelled);
    writer.event(event);
  }
}

}  // namespace

std::string kind_words(const EventCaption& event) {
  const std::string type(to_string(event.type));
  return event.modality == Modality::Actual ? type : std::string(to_string(event.modality)) + " " + type;
}

std::string detail_words(const EventCaption& event) {
  std::string words = event.actors;
  const auto append = [&words](const std::string& more) {
    if (!more.empty()) words += (words.empty() ? "" : "; ") + more;
  };
  append(event.figures);
  if (event.sources > 1) append(std::to_string(event.sources) + " sources");
  return words;
}

std::string to_text(const Chronicle& chronicle, const TextStyle& style) {
  assert(style.width >= kLeastTextWidth);
  Writer writer(style, kind_columns_of(chronicle));
  if (chronicle.lanes.empty()) write_dated(chronicle, std::nullopt, writer);
  for (std::size_t lane = 0; lane < chronicle.lanes.size(); ++lane) {
    writer.heading("== " + chronicle.lanes[lane] + " ==", "1");
    write_dated(chronicle, lane, writer);
  }
  if (!chronicle.undated.empty()) writer.heading("Undated", "1;4");
  for (const EventCaption& event : chronicle.undated) writer.event(event);
  if (!chronicle.note.empty()) writer.heading(chronicle.note, "2");
  return writer.take();
}

}  // namespace dateline
