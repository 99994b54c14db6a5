#include "render/font.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <iterator>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::int64_t kEm = 2048;

struct Advance {
  std::uint32_t first;
  std::uint32_t last;
  std::uint16_t regular;  // 1/2048 em
  std::uint16_t bold;
};

constexpr Advance kAdvances[] = {
#include "render/font_advances.inc"
};

const Advance* find_advance(char32_t c) {
  const auto* row = std::partition_point(std::begin(kAdvances), std::end(kAdvances),
                                         [c](const Advance& advance) { return advance.last < c; });
  return row != std::end(kAdvances) && row->first <= c ? row : nullptr;
}

// What other fonts commonly take for characters that DejaVu Sans has not; rather too much than too little.
std::int64_t usual_advance(char32_t c) {
  if (is_mark(c)) return 0;
  if (is_pictograph(c) || is_regional_indicator(c)) return kEm * 11 / 8;
  return c < 0x1100 ? kEm * 7 / 8 : kEm * 17 / 16;
}

std::int64_t advance_of(char32_t c, Font font) {
  const Advance* row = find_advance(c);
  if (row == nullptr) return usual_advance(c);
  return font.bold ? row->bold : row->regular;
}

int to_px(std::int64_t units, Font font) { return static_cast<int>((units * font.size + kEm - 1) / kEm); }

// Whether `c` goes on with the sign before it, so that no line may begin with it.
bool joins(char32_t c, char32_t before) { return is_mark(c) || before == 0x200D; }

// Lines under way; widths in 1/2048 em.
class Breaker {
 public:
  Breaker(std::int64_t width, Font font) : width_(width), font_(font), blank_(advance_of(' ', font)) {}

  void add_word(std::string_view word, std::int64_t width) {
    if (!line_.empty() && used_ + blank_ + width > width_) end_line();
    if (!line_.empty()) {
      line_ += ' ';
      used_ += blank_;
    }
    if (width <= width_) {
      line_ += word;
      used_ += width;
    } else {
      break_word(word);
    }
  }

  std::vector<std::string> finish() {
    if (!line_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void break_word(std::string_view word) {
    char32_t before = 0;
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint c = code_point_at(word, at);
      const std::int64_t advance = advance_of(c.value, font_);
      if (!line_.empty() && used_ + advance > width_ && !joins(c.value, before)) end_line();
      line_ += word.substr(at, c.size);
      used_ += advance;
      before = c.value;
      at += c.size;
    }
  }

  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  std::int64_t width_;
  Font font_;
  std::int64_t blank_;
  std::vector<std::string> lines_;
  std::string line_;
  std::int64_t used_ = 0;
};

std::int64_t units_of(std::string_view text, Font font) {
  std::int64_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    units += advance_of(c.value, font);
    at += c.size;
  }
  return units;
}

// The begin of the character that `position` falls into.
std::size_t character_begin(std::string_view text, std::size_t position) {
  if (position >= text.size()) return text.size();
  while (position > 0 && (static_cast<unsigned char>(text[position]) & 0xC0) == 0x80) --position;
  return position;
}

// Shortens a line, sign by sign, until "…" fits behind it.
void add_ellipsis(std::string& line, int width, Font font) {
  constexpr std::string_view kEllipsis = "\u2026";
  while (!line.empty() && text_width(line + std::string(kEllipsis), font) > width) {
    CodePoint c = code_point_before(line, line.size());
    while (is_mark(c.value) && line.size() > c.size) {
      line.resize(line.size() - c.size);
      c = code_point_before(line, line.size());
    }
    line.resize(line.size() - c.size);
  }
  while (!line.empty() && (line.back() == ' ' || line.back() == ',')) line.pop_back();
  line += kEllipsis;
}

}  // namespace

int line_height(Font font) { return (font.size * 4 + 2) / 3; }
int ascent(Font font) { return font.size; }

int text_width(std::string_view line, Font font) { return to_px(units_of(line, font), font); }

bool is_measured(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    // Scripts whose letters join are shaped: their widths differ from those of single letters.
    if (find_advance(c.value) == nullptr || (c.value >= 0x600 && c.value < 0x800)) return false;
    at += c.size;
  }
  return true;
}

std::vector<std::string> wrap(std::string_view text, int width, Font font, std::size_t most_lines) {
  assert(width >= 4 * font.size && most_lines > 0);
  // Nobody reads on beyond this; keeps a hostile megabyte from being measured again and again.
  const std::size_t most_bytes = most_lines * static_cast<std::size_t>(width) * 4;
  const bool cut = text.size() > most_bytes;
  Breaker breaker(width * kEm / font.size, font);
  const std::string_view seen = text.substr(0, character_begin(text, most_bytes));
  for (std::size_t begin = 0; begin < seen.size();) {
    std::size_t end = std::min(seen.find(' ', begin), seen.size());
    const std::string_view word = seen.substr(begin, end - begin);
    if (!word.empty()) breaker.add_word(word, units_of(word, font));
    begin = end + 1;
  }
  std::vector<std::string> lines = breaker.finish();
  const bool over = lines.size() > most_lines || (cut && !lines.empty());
  if (lines.size() > most_lines) lines.resize(most_lines);
  if (over) add_ellipsis(lines.back(), width, font);
  return lines;
}

}  // namespace dateline
