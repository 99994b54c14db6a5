#include "extract/page_blocks.hpp"

#include <algorithm>
#include <string_view>

#include "extract/plain_text.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::uint32_t kShortLine = 50;  // letters

bool breaks_text(HtmlRole role) {
  return role != HtmlRole::Inline && role != HtmlRole::Link && role != HtmlRole::Time &&
         role != HtmlRole::Break && role != HtmlRole::Skipped;
}

// What a piece of text inherits from the elements around it.
struct Around {
  std::uint32_t block = 0;  // innermost element that breaks the text
  HtmlRole role = HtmlRole::Block;
  bool link = false;
  bool hidden = false;
};

// Roles that hold for all that is inside, until another such role: a div in a figcaption is a caption.
bool lasts(HtmlRole role) {
  return role == HtmlRole::Caption || role == HtmlRole::Title || role == HtmlRole::Heading ||
         role == HtmlRole::ListItem || role == HtmlRole::Paragraph || role == HtmlRole::Cell;
}

std::vector<Around> around_each(const HtmlPage& page) {
  std::vector<Around> around(page.elements.size());
  for (std::size_t i = 0; i < page.elements.size(); ++i) {
    const HtmlElement& element = page.elements[i];
    Around& own = around[i];
    if (i > 0) own = around[element.parent];
    own.hidden = own.hidden || element.hidden;
    own.link = own.link || element.role == HtmlRole::Link;
    if (!breaks_text(element.role)) continue;
    own.block = static_cast<std::uint32_t>(i);
    if (lasts(element.role) && own.role != HtmlRole::Caption && own.role != HtmlRole::Title)
      own.role = element.role;
    else if (element.role != HtmlRole::Block && !lasts(element.role))
      own.role = HtmlRole::Block;
  }
  return around;
}

class PageWriter {
 public:
  explicit PageWriter(const HtmlPage& page) : page_(page), around_(around_each(page)) {}

  PageText write() {
    std::size_t element = 0;
    for (std::size_t i = 0; i < page_.pieces.size(); ++i) {
      for (; element < page_.elements.size() && page_.elements[element].first_piece <= i; ++element)
        open(element);
      const Around& around = around_[page_.pieces[i].element];
      if (block_open_ && around.block != block_.element) close();
      add(i, around);
    }
    close();
    return std::move(out_);
  }

 private:
  void open(std::size_t element) {
    const HtmlRole role = page_.elements[element].role;
    if (role == HtmlRole::Break) {
      gap_ = true;
      gap_source_ = {};
      if (++breaks_ >= 2 || ends_short_line()) close();
    } else if (breaks_text(role)) {
      close();
    }
  }

  // A line break right after few words ends a title or a date, not a line of running text.
  [[nodiscard]] bool ends_short_line() const {
    return block_open_ && block_.letters < kShortLine && !out_.text.ends_with(',');
  }

  void start(const Around& around, std::uint32_t source) {
    if (!out_.text.empty()) put("\n\n", {source, source});
    block_ = {
        .text = {size(), size()}, .element = around.block, .role = around.role, .hidden = around.hidden};
    block_open_ = true;
  }

  void close() {
    gap_ = false;
    breaks_ = 0;
    if (!block_open_) return;
    block_open_ = false;
    block_.text.end = size();
    const std::string_view words = std::string_view(out_.text).substr(block_.text.begin, block_.text.size());
    block_.words = static_cast<std::uint32_t>(std::count(words.begin(), words.end(), ' ') + 1);
    block_.sentence = ends_sentence(words);
    out_.blocks.push_back(block_);
  }

  // Adds one piece, each stretch of blanks in it as one blank, none at a block's begin.
  void add(std::size_t index, const Around& around) {
    const HtmlPiece& piece = page_.pieces[index];
    const std::string_view text = page_.text_of(index);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const bool blanks = is_blank(code_point_at(text, at).value);
      while (at < text.size() && is_blank(code_point_at(text, at).value) == blanks)
        at += code_point_at(text, at).size;
      if (blanks) {
        const bool plain = !gap_ && piece.copied && at == begin + 1 && text[begin] == ' ';
        gap_source_ = plain ? source_of(piece, begin, at) : Span{};
        gap_ = true;
      } else {
        add_words(piece, text, begin, at, around);
      }
    }
  }

  static Span source_of(const HtmlPiece& piece, std::size_t begin, std::size_t end) {
    if (!piece.copied) return piece.source;
    return {piece.source.begin + static_cast<std::uint32_t>(begin),
            piece.source.begin + static_cast<std::uint32_t>(end)};
  }

  void add_words(const HtmlPiece& piece, std::string_view text, std::size_t begin, std::size_t end,
                 const Around& around) {
    const Span source = source_of(piece, begin, end);
    if (!block_open_)
      start(around, source.begin);
    else if (gap_)
      put_gap(source.begin);
    gap_ = false;
    breaks_ = 0;
    const std::string_view words = text.substr(begin, end - begin);
    const auto letters = letters_of(words);
    block_.letters += letters;
    if (around.link) block_.link_letters += letters;
    if (piece.copied) {
      out_.text += words;
      out_.offsets.copy(source.begin, source.size());
      last_source_ = source.end;
    } else {
      put(words, source);
    }
  }

  // One blank for all blanks and tags between two words; itself, where it is just that.
  void put_gap(std::uint32_t next) {
    if (gap_source_.size() == 1 && gap_source_.begin == last_source_ && gap_source_.end == next) {
      out_.text += ' ';
      out_.offsets.copy(gap_source_.begin, 1);
    } else {
      put(" ", {last_source_, std::max(last_source_, next)});
    }
  }

  static std::uint32_t letters_of(std::string_view words) {
    std::uint32_t letters = 0;
    for (std::size_t at = 0; at < words.size();) {
      const CodePoint c = code_point_at(words, at);
      letters += is_letter(c.value) || is_digit(c.value);
      at += c.size;
    }
    return letters;
  }

  void put(std::string_view words, Span source) {
    out_.text += words;
    out_.offsets.replace(source, static_cast<std::uint32_t>(words.size()));
    last_source_ = std::max(last_source_, source.end);
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(out_.text.size()); }

  const HtmlPage& page_;
  std::vector<Around> around_;
  PageText out_;
  PageBlock block_;
  bool block_open_ = false;
  bool gap_ = false;  // blanks or a line break before the next word
  Span gap_source_;   // where they are a single blank of the page
  std::uint32_t last_source_ = 0;
  int breaks_ = 0;  // line breaks since the last word
};

// "shareBar storyBody_x" -> share, bar; story, body, x. A class at a time.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  bool before_small = false;
  bool fresh = true;
  for (const char c : name) {
    const bool small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool big = c >= 'A' && c <= 'Z';
    if (!small && !big) {
      fresh = true;
    } else {
      if (fresh || (big && before_small)) words.emplace_back();
      words.back() += big ? static_cast<char>(c - 'A' + 'a') : c;
      fresh = false;
    }
    before_small = small;
  }
  return words;
}

int strength(HintKind kind) {
  switch (kind) {
    case HintKind::Weak: return 1;
    case HintKind::Body: return 2;
    case HintKind::Drop: return 3;
    case HintKind::Caption: return 4;
  }
  return 0;
}

}  // namespace

PageText page_text(const HtmlPage& page) { return PageWriter(page).write(); }

std::optional<HintKind> hint_of_element(const std::string& hints, const ReadingModel& model) {
  std::optional<HintKind> best;
  for (std::size_t begin = 0; begin < hints.size();) {
    const std::size_t end = std::min(hints.find_first_of(" \t\n\r\f", begin), hints.size());
    const auto words = words_of_name(std::string_view(hints).substr(begin, end - begin));
    begin = end + 1;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string joined;
      for (std::size_t k = i; k < std::min(words.size(), i + 3); ++k) {
        joined += (k > i ? "-" : "") + words[k];
        // A single word says less inside a long name: "article-share-count" shares, "no-ads-content" does not
        // advertise.
        const auto hint = model.hint_of(joined);
        if (hint && (!best || strength(*hint) > strength(*best))) best = hint;
      }
    }
  }
  return best;
}

}  // namespace dateline
