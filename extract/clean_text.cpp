#include "extract/clean_text.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "extract/dirt.hpp"
#include "extract/plain_text.hpp"
#include "extract/utf8.hpp"
#include "extract/written_date.hpp"

namespace dateline {
namespace {

constexpr std::size_t kCreditBlocks = 3;     // how near to the end a credit stands
constexpr std::size_t kMinRepeatBytes = 25;  // shorter lines may be meant twice ("Yes.")
constexpr std::uint32_t kFrequent = 10;      // in the word list's counts
constexpr std::size_t kMaxPiece = 20;        // bytes of a piece of a word

// Decides which blocks are the article.
class BlockSieve {
 public:
  BlockSieve(std::string_view text, const std::vector<Block>& blocks, const ReadingModel& model)
      : text_(text), blocks_(blocks), model_(model), kept_(blocks.size(), true) {}

  // Blocks that stay, in order, with their kinds.
  std::vector<Block> sieve() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) note(i);
    for (std::size_t i = 0; i < blocks_.size(); ++i) judge(i);
    drop_credits();
    drop_repeats();
    std::vector<Block> kept;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (kept_[i]) kept.push_back({blocks_[i].span, kind_of(i)});
    return kept;
  }

 private:
  [[nodiscard]] std::string_view words(const Block& block) const {
    return text_.substr(block.span.begin, block.span.size());
  }
  [[nodiscard]] std::string_view words(std::size_t i) const { return words(blocks_[i]); }
  [[nodiscard]] bool is_title(std::size_t i) const {
    return blocks_[i].kind != BlockKind::Caption && is_title_like(words(i)) && !date_line(words(i), model_);
  }
  void note(std::size_t i) {
    dirt_.push_back(dirt_of(words(i), model_));
    const BlockKind kind = blocks_[i].kind;
    if (kind == BlockKind::Headline && !dirt_.back() && !headline_) headline_ = i;
    if (kind == BlockKind::Paragraph && ends_sentence(words(i)) && !dirt_.back() && !sentence_) sentence_ = i;
  }
  [[nodiscard]] bool sentence_before(std::size_t i) const { return sentence_ && *sentence_ < i; }

  void judge(std::size_t i) {
    if (!kept_[i] || !dirt_[i]) return;
    switch (*dirt_[i]) {
      case DirtKind::Line: kept_[i] = false; break;
      case DirtKind::Player:
        kept_[i] = false;
        drop_title_before(i);
        break;
      case DirtKind::Section:
        kept_[i] = false;
        for (std::size_t k = i + 1; k < blocks_.size() && is_title(k); ++k) kept_[k] = false;
        break;
      case DirtKind::Tail: drop_tail(i); break;
      case DirtKind::Credit:
      case DirtKind::Caption: break;
    }
  }

  // The title of what the player would play; never the headline, which a player may follow.
  void drop_title_before(std::size_t i) {
    if (i == 0 || !kept_[i - 1] || !is_title(i - 1) || !sentence_before(i - 1)) return;
    kept_[i - 1] = false;
  }

  // In the second half of the text the rest goes too; before that a line may merely read like one.
  void drop_tail(std::size_t i) {
    kept_[i] = false;
    if (blocks_[i].span.begin < text_.size() / 2) return;
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(i), kept_.end(), false);
  }

  void drop_credits() {
    std::size_t sentences = 0;
    for (std::size_t i = blocks_.size(); i-- > 0 && sentences < kCreditBlocks;) {
      if (!kept_[i]) continue;
      if (dirt_[i] == DirtKind::Credit)
        kept_[i] = false;
      else
        sentences += ends_sentence(words(i));
    }
  }

  void drop_repeats() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!kept_[i] || words(i).size() < kMinRepeatBytes) continue;
      if (!seen.insert(letters_of(words(i))).second) kept_[i] = false;
    }
  }

  static std::string letters_of(std::string_view words) {
    std::string letters;
    for (std::size_t at = 0; at < words.size();) {
      const CodePoint c = code_point_at(words, at);
      if (is_letter(c.value) || is_digit(c.value)) letters.append(words.substr(at, c.size));
      at += c.size;
    }
    return to_lower(letters);
  }

  [[nodiscard]] BlockKind kind_of(std::size_t i) const {
    const BlockKind kind = blocks_[i].kind;
    if (kind == BlockKind::Caption || kind == BlockKind::ListItem) return kind;
    if (dirt_[i] == DirtKind::Caption && headline_ != i) return BlockKind::Caption;
    if (kind == BlockKind::Paragraph && i < 6 && !sentence_before(i) && ends_with_date(words(i)))
      return BlockKind::Caption;
    return kind;
  }

  // "..., Jan. 31, 2023." as under a picture at the head; a sentence would say "on".
  [[nodiscard]] bool ends_with_date(std::string_view block) const {
    if (block.size() > 600 || date_line(block, model_)) return false;
    for (auto comma = block.rfind(", "); comma != std::string_view::npos && comma > 0;
         comma = block.rfind(", ", comma - 1)) {
      const auto date = date_at(block, comma + 2, model_);
      if (date && date->year && block.size() - date->end <= 1) return true;
      if (block.size() - comma > 40) break;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  const ReadingModel& model_;
  std::vector<bool> kept_;
  std::vector<std::optional<DirtKind>> dirt_;
  std::optional<std::size_t> headline_;  // first headline
  std::optional<std::size_t> sentence_;  // first paragraph that is no dirt
};

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z'); }

// Writes the words of one block after the other.
class BlockWriter {
 public:
  BlockWriter(std::string_view text, const ReadingModel& model, CleanText& out)
      : text_(text), model_(model), out_(out) {}

  void write(const Block& block) {
    const auto begin_of = [&] { return static_cast<std::uint32_t>(out_.text.size()); };
    if (!out_.text.empty()) insert("\n\n", {block.span.begin, block.span.begin});
    const std::uint32_t begin = begin_of();
    end_ = block.span.end;
    for (std::uint32_t at = block.span.begin; at < end_;) at = step(at);
    out_.blocks.push_back({{begin, begin_of()}, block.kind});
  }

 private:
  // Copies up to the next gap, or mends the gap; gives where to go on.
  std::uint32_t step(std::uint32_t at) {
    const std::uint32_t gap = gap_end(at);
    if (gap > at) {
      if (!mends(at, gap)) write_gap(at, gap);
      return gap;
    }
    std::uint32_t end = at;
    while (end < end_ && gap_end(end) == end) end += code_point_at(text_, end).size;
    const std::uint32_t copied = is_line_hyphen(end) ? end - 1 : end;
    out_.text.append(text_.substr(at, copied - at));
    out_.offsets.copy(at, copied - at);
    return end;
  }

  [[nodiscard]] std::uint32_t gap_end(std::uint32_t at) const {
    while (at < end_) {
      const CodePoint c = code_point_at(text_, at);
      if (!is_blank(c.value)) break;
      at += c.size;
    }
    return at;
  }

  void write_gap(std::uint32_t begin, std::uint32_t end) {
    if (text_[begin] == ' ' && end == begin + 1) {
      out_.text += ' ';
      out_.offsets.copy(begin, 1);
    } else {
      insert(" ", {begin, end});
    }
  }

  void insert(std::string_view words, Span source) {
    out_.text += words;
    out_.offsets.replace(source, static_cast<std::uint32_t>(words.size()));
  }

  // Whether a gap cuts a word, so that nothing stands for it.
  [[nodiscard]] bool mends(std::uint32_t begin, std::uint32_t end) const {
    return breaks_line_after_hyphen(begin, end) ||
           (end == begin + 1 && text_[begin] == ' ' && is_broken_word(begin));
  }

  [[nodiscard]] bool breaks_line_after_hyphen(std::uint32_t begin, std::uint32_t end) const {
    return begin >= 2 && end < end_ && text_[begin - 1] == '-' && is_ascii_letter(text_[begin - 2]) &&
           is_small(text_[end]) &&
           text_.substr(begin, end - begin).find_first_of("\n\r") != std::string_view::npos;
  }

  // "govern-" at a line's end: the hyphen goes where the whole is a word, and stays in "long-term".
  [[nodiscard]] bool is_line_hyphen(std::uint32_t end) const {
    const std::uint32_t next = gap_end(end);
    if (next == end || !breaks_line_after_hyphen(end, next)) return false;
    const std::string left = piece_before(end - 1);
    return !left.empty() && model_.count_of(left + piece_after(next)) > 0;
  }

  // The letters just before and after a place, in lower case; "" where they are no plain piece of a word.
  [[nodiscard]] std::string piece_before(std::uint32_t at) const {
    std::uint32_t begin = at;
    while (begin > 0 && at - begin <= kMaxPiece && is_ascii_letter(text_[begin - 1])) --begin;
    if (begin > 0 && !is_edge(code_point_before(text_, begin).value)) return {};
    return to_lower(text_.substr(begin, at - begin));
  }
  [[nodiscard]] std::string piece_after(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < end_ && end - at <= kMaxPiece && is_ascii_letter(text_[end])) ++end;
    if (end < end_ && is_letter(code_point_at(text_, end).value)) return {};
    return to_lower(text_.substr(at, end - at));
  }
  static bool is_edge(char32_t c) {
    return is_blank(c) || c == '"' || c == '(' || c == 0x201C || c == 0x2018 || c == 0x2014;
  }

  [[nodiscard]] bool is_broken_word(std::uint32_t blank) const {
    if (blank == 0 || blank + 1 >= end_ || !is_ascii_letter(text_[blank - 1]) || !is_small(text_[blank + 1]))
      return false;
    const std::string left = piece_before(blank);
    const std::string right = piece_after(blank + 1);
    if (left.size() < 2 || right.size() < 2 || left.size() > kMaxPiece || right.size() > kMaxPiece)
      return false;
    const bool left_known = model_.count_of(left) > 0;
    const bool right_known = model_.count_of(right) > 0;
    if (left_known && right_known) return false;
    // A name may well stand before a word with which it happens to make another.
    const bool name = !is_small(text_[blank - static_cast<std::uint32_t>(left.size())]);
    if (name && (left_known || right_known)) return false;
    return model_.count_of(left + right) >= kFrequent;
  }

  std::string_view text_;
  const ReadingModel& model_;
  CleanText& out_;
  std::uint32_t end_ = 0;  // of the block
};

}  // namespace

CleanText clean_text(std::string_view text, const std::vector<Block>& blocks, const ReadingModel& model) {
  CleanText out;
  BlockWriter writer(text, model, out);
  for (const Block& block : BlockSieve(text, blocks, model).sieve()) writer.write(block);
  return out;
}

}  // namespace dateline
