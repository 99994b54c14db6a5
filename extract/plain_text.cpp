#include "extract/plain_text.hpp"

#include <algorithm>
#include <array>

#include "extract/dateline.hpp"
#include "extract/dirt.hpp"
#include "extract/utf8.hpp"
#include "extract/written_date.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxWrapWidth = 130;  // code points; longer lines are paragraphs of their own
constexpr std::size_t kMaxTitleBytes = 220;
constexpr std::size_t kMaxTitleWords = 30;
constexpr std::size_t kHeadBlocks = 12;  // where datelines and dates are looked for

struct Line {
  Span span;                   // without blanks at its ends; empty for a blank line
  std::uint32_t bullet = 0;    // bytes of a list mark and its blanks
  std::size_t length = 0;      // code points
  std::size_t first_word = 0;  // code points of its first word
  bool alone = false;          // dirt: joined to nothing
};

// Bytes of a list mark at the begin of a line: "- ", "* ", "• ", "1. ", "2) "; 0 for none.
std::uint32_t bullet_of(std::string_view line) {
  static constexpr std::array<std::string_view, 7> kMarks{"- ",      "* ",     "\u2022", "\u00B7 ",
                                                          "\u2013 ", "\u25AA", "\u25CF"};
  std::size_t end = 0;
  for (const std::string_view mark : kMarks)
    if (line.starts_with(mark)) end = mark.size();
  if (end == 0) {
    while (end < line.size() && end < 2 && is_digit(static_cast<unsigned char>(line[end]))) ++end;
    if (end == 0 || end + 1 >= line.size() || (line[end] != '.' && line[end] != ')') || line[end + 1] != ' ')
      return 0;
    ++end;
  }
  const std::string_view rest = trim(line.substr(end));
  return rest.empty() ? 0 : static_cast<std::uint32_t>(rest.data() - line.data());
}

Line line_of(std::string_view text, std::size_t begin, std::size_t end, const ReadingModel& model) {
  const std::string_view words = trim(text.substr(begin, end - begin));
  Line line;
  if (words.empty()) return line;
  const auto at = static_cast<std::uint32_t>(words.data() - text.data());
  line.span = {at, at + static_cast<std::uint32_t>(words.size())};
  line.length = length_of(words);
  line.first_word = length_of(words.substr(0, words.find(' ')));
  line.bullet = bullet_of(words);
  const auto dirt = dirt_of(words, model);
  line.alone = dirt && *dirt != DirtKind::Caption && *dirt != DirtKind::Credit;
  return line;
}

std::vector<Line> lines_of(std::string_view text, const ReadingModel& model) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r\f", at), text.size());
    lines.push_back(line_of(text, at, end, model));
    at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  // A single dash opens an aside, two in a row make a list.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool lone = !(i > 0 && lines[i - 1].bullet) && !(i + 1 < lines.size() && lines[i + 1].bullet) &&
                      !(i > 1 && lines[i - 2].bullet) && !(i + 2 < lines.size() && lines[i + 2].bullet);
    if (lines[i].bullet && lone) lines[i].bullet = 0;
  }
  return lines;
}

std::string_view text_of(std::string_view text, const Line& line) {
  return text.substr(line.span.begin, line.span.size());
}

bool may_join(const Line& line, const Line& next) {
  return !line.span.empty() && !next.span.empty() && !line.alone && !next.alone && next.bullet == 0 &&
         line.length <= kMaxWrapWidth;
}

bool goes_on(std::string_view text, const Line& line, const Line& next) {
  return !ends_sentence(text_of(text, line)) && is_lower(code_point_at(text, next.span.begin).value);
}

// The width at which the text was wrapped; 0 where it was not: most lines that end within a sentence could
// not have taken the next word.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (may_join(lines[i], lines[i + 1])) width = std::max(width, lines[i].length);
  std::size_t within = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!may_join(lines[i], lines[i + 1]) || ends_sentence(text_of(text, lines[i]))) continue;
    ++within;
    full += lines[i].length + 1 + lines[i + 1].first_word > width;
  }
  return within >= 2 && full * 10 >= within * 8 && width >= 30 ? width : 0;
}

std::vector<Block> joined(std::string_view text, const std::vector<Line>& lines) {
  const std::size_t width = wrap_width(text, lines);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.span.empty()) continue;
    const bool joins = i > 0 && may_join(lines[i - 1], line) &&
                       (goes_on(text, lines[i - 1], line) ||
                        (width > 0 && lines[i - 1].length + 1 + line.first_word > width));
    if (joins)
      blocks.back().span.end = line.span.end;
    else
      blocks.push_back({{line.span.begin + line.bullet, line.span.end},
                        line.bullet ? BlockKind::ListItem : BlockKind::Paragraph});
  }
  return blocks;
}

// Where a date or a dateline at the begin of a block ends and its first sentence begins; 0 for none.
std::size_t head_end(std::string_view block, const ReadingModel& model) {
  std::size_t end = 0;
  if (const auto date = date_at(block, 0, model); date && date->year) {
    const CodePoint after = code_point_at(block, date->end);
    const std::string_view rest = trim(block.substr(date->end));
    if (is_blank(after.value) && is_upper(code_point_at(rest, 0).value)) end = date->end;
  } else if (const auto found = dateline_of(block, model)) {
    end = found->end;
  }
  return trim(block.substr(end)).empty() ? 0 : end;
}

void split_heads(std::string_view text, std::vector<Block>& blocks, const ReadingModel& model) {
  for (std::size_t i = 0; i < std::min(blocks.size(), kHeadBlocks); ++i) {
    const Span span = blocks[i].span;
    if (blocks[i].kind != BlockKind::Paragraph || is_title_like(text.substr(span.begin, span.size())))
      continue;
    const std::size_t end = head_end(text.substr(span.begin, span.size()), model);
    if (end == 0) continue;
    const std::string_view rest = trim(text.substr(span.begin + end, span.size() - end));
    blocks[i].span.end = span.begin + static_cast<std::uint32_t>(end);
    const auto begin = static_cast<std::uint32_t>(rest.data() - text.data());
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  {{begin, span.end}, BlockKind::Paragraph});
    ++i;
  }
}

bool is_dirt(std::string_view block, const ReadingModel& model) { return dirt_of(block, model).has_value(); }

// The headline is the first title-like block, if no sentence stands before it; titles of sections follow.
void mark_headlines(std::string_view text, std::vector<Block>& blocks, const ReadingModel& model) {
  bool sentence_seen = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view words = text.substr(blocks[i].span.begin, blocks[i].span.size());
    if (blocks[i].kind != BlockKind::Paragraph) continue;
    if (!is_title_like(words)) {
      sentence_seen = true;
      continue;
    }
    const bool last = i + 1 == blocks.size();
    if (last && (sentence_seen || blocks.size() == 1)) continue;
    if (is_dirt(words, model) || date_line(words, model) || dateline_of(words, model)) continue;
    blocks[i].kind = BlockKind::Headline;
  }
}

// The last character that is no quote or bracket; 0 where there is none.
char32_t last_mark(std::string_view text) {
  text = trim(text);
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    const bool closing = c.value == '"' || c.value == '\'' || c.value == ')' || c.value == ']' ||
                         c.value == 0x201D || c.value == 0x2019 || c.value == 0xBB;
    if (!closing) return c.value;
    text.remove_suffix(c.size);
  }
  return 0;
}

// ". A" after a word that is no abbreviation: longer than three letters, without a dot of its own.
bool holds_sentence_end(std::string_view text) {
  for (auto dot = text.find(". "); dot != std::string_view::npos; dot = text.find(". ", dot + 1)) {
    const auto word = text.find_last_of(" .", dot == 0 ? 0 : dot - 1);
    const std::size_t length = dot - (word == std::string_view::npos ? 0 : word + 1);
    const char32_t before = code_point_before(text, dot).value;
    const bool closed = before == '\'' || before == '"' || before == ')';
    if ((length > 4 || closed) && !is_lower(code_point_at(text, dot + 2).value)) return true;
  }
  return false;
}

}  // namespace

bool ends_sentence(std::string_view text) {
  const char32_t end = last_mark(text);
  return end == '.' || end == '!' || end == '?' || end == 0x2026;
}

bool is_title_like(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kMaxTitleBytes || is_lower(code_point_at(text, 0).value)) return false;
  const char32_t end = last_mark(text);
  if (end == '.' || end == ',' || end == ';' || end == ':' || holds_sentence_end(text)) return false;
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) < kMaxTitleWords;
}

std::vector<Block> find_blocks(std::string_view text, const ReadingModel& model) {
  std::vector<Block> blocks = joined(text, lines_of(text, model));
  split_heads(text, blocks, model);
  mark_headlines(text, blocks, model);
  return blocks;
}

}  // namespace dateline
