#include "extract/main_text.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "extract/page_blocks.hpp"
#include "extract/plain_text.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::uint32_t kGoodLetters = 60;       // of a block that is surely running text
constexpr std::uint32_t kShareOfContainer = 85;  // percent of the good text that the article's element holds
constexpr std::uint32_t kShareOfHinted = 40;     // the same where its class says that it is the article
constexpr std::size_t kMaxLineBytes = 160;
constexpr std::size_t kMaxLines = 24;
constexpr std::size_t kMinKnownBody = 300;  // bytes
constexpr std::size_t kGram = 4;            // words compared at a time

std::uint32_t link_percent(const PageBlock& b) {
  return b.letters == 0 ? 0 : b.link_letters * 100 / b.letters;
}

bool is_good(const PageBlock& b) {
  return !b.hidden && b.letters >= kGoodLetters && b.sentence && link_percent(b) < 34 &&
         b.role != HtmlRole::Cell;
}

// Words as one looks at them to compare texts: letters and digits, lower case.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool part = is_letter(c.value) || is_digit(c.value);
    if (part && !inside) words.emplace_back();
    if (part) words.back().append(text.substr(at, c.size));
    inside = part;
    at += c.size;
  }
  for (std::string& word : words) word = to_lower(word);
  return words;
}

std::string gram_at(const std::vector<std::string>& words, std::size_t at) {
  std::string gram;
  for (std::size_t i = at; i < std::min(at + kGram, words.size()); ++i) gram += words[i] + ' ';
  return gram;
}

class ArticleFinder {
 public:
  ArticleFinder(const HtmlPage& page, const ReadingModel& model)
      : page_(page),
        model_(model),
        text_(page_text(page)),
        good_(page.elements.size(), 0),
        dropped_(page.elements.size(), false),
        foreign_(page.elements.size(), false),
        caption_(page.elements.size(), false),
        body_(page.elements.size(), false) {}

  MainText find(std::string_view known_title, std::string_view known_body, bool everything) {
    sum_good(false);
    judge_elements();
    sum_good(true);
    choose_container();
    choose_headline(known_title);
    choose_blocks(everything);
    if (!everything) {
      hold_against(known_body);
      drop_lone_headings();
      if (std::find(kept_.begin(), kept_.end(), true) == kept_.end()) keep_what_there_is();
    }
    MainText out = written();
    out.lines = lines_around();
    out.time = time_of_article();
    return out;
  }

 private:
  [[nodiscard]] std::string_view words(const PageBlock& b) const {
    return std::string_view(text_.text).substr(b.text.begin, b.text.size());
  }

  // Letters of good blocks inside each element.
  void sum_good(bool judged) {
    std::fill(good_.begin(), good_.end(), 0);
    for (const PageBlock& b : text_.blocks)
      if (is_good(b) && !(judged && dropped_[b.element])) good_[b.element] += b.letters;
    for (std::size_t i = good_.size(); i-- > 1;) good_[page_.elements[i].parent] += good_[i];
  }

  void judge_elements() {
    for (std::size_t i = 0; i < page_.elements.size(); ++i) {
      const HtmlElement& element = page_.elements[i];
      const std::uint32_t above = element.parent;
      dropped_[i] = (i > 0 && dropped_[above]) || element.hidden;
      caption_[i] = i > 0 && caption_[above];
      const auto hint = hint_of_element(page_.hints[element.hints], model_);
      body_[i] = hint == HintKind::Body || element.role == HtmlRole::Article;
      caption_[i] = caption_[i] || hint == HintKind::Caption;
      const bool most = good_[i] * 2 > good_[0];
      const bool nearly_all = good_[i] * 10 > good_[0] * 9;
      const bool outer =
          element.role == HtmlRole::Article || element.role == HtmlRole::Main || holds_title(i);
      foreign_[i] = (i > 0 && foreign_[above]) || element.role == HtmlRole::Aside || hint == HintKind::Drop;
      if (hint == HintKind::Drop && !nearly_all && !outer) dropped_[i] = true;
      if ((hint == HintKind::Weak || element.role == HtmlRole::Aside) && !most && !outer) dropped_[i] = true;
    }
  }

  // Whether an h1 stands inside: no hint is believed of that but the strongest.
  bool holds_title(std::size_t i) {
    if (titles_.empty()) {
      titles_.assign(page_.elements.size(), false);
      for (const PageBlock& b : text_.blocks)
        if (b.role == HtmlRole::Title) titles_[b.element] = true;
      for (std::size_t k = titles_.size(); k-- > 1;)
        if (titles_[k]) titles_[page_.elements[k].parent] = true;
    }
    return titles_[i];
  }

  // The deepest element that holds nearly all of the good text, or whose class says that it is the article
  // and that holds much of it.
  void choose_container() {
    std::uint64_t hinted = 0;
    container_ = 0;
    for (std::size_t i = 0; i < page_.elements.size(); ++i)
      if (!dropped_[i] && std::uint64_t{good_[i]} * 100 >= std::uint64_t{good_[0]} * kShareOfContainer &&
          good_[0] > 0)
        container_ = i;
    std::size_t best = container_;
    for (std::size_t i = 0; i < page_.elements.size(); ++i) {
      if (dropped_[i] || !body_[i] ||
          std::uint64_t{good_[i]} * 100 < std::uint64_t{good_[0]} * kShareOfHinted)
        continue;
      if (good_[i] == 0 || good_[i] < hinted) continue;
      hinted = good_[i];
      best = i;
    }
    if (!inside(container_, best) || container_ == 0) container_ = best;
    end_ = last_inside(container_) + 1;
  }

  // The elements of a subtree follow each other.
  [[nodiscard]] bool inside(std::size_t element, std::size_t outer) const {
    while (element > outer) element = page_.elements[element].parent;
    return element == outer;
  }
  [[nodiscard]] std::size_t last_inside(std::size_t outer) const {
    std::vector<bool> within(page_.elements.size(), false);
    within[outer] = true;
    std::size_t last = outer;
    for (std::size_t i = outer + 1; i < within.size(); ++i) {
      within[i] = within[page_.elements[i].parent];
      if (within[i]) last = i;
    }
    return last;
  }

  // The h1 that says what metadata say, else the first before the article's end.
  void choose_headline(std::string_view known_title) {
    const auto known = plain_words(known_title);
    std::size_t best_score = 0;
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      const PageBlock& b = text_.blocks[i];
      if (b.element >= end_ || b.hidden || b.letters < 5 || b.words > 40) continue;
      if (b.role != HtmlRole::Title && !(b.role == HtmlRole::Heading && !known.empty())) continue;
      const auto own = plain_words(words(b));
      const auto same =
          static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](const std::string& w) {
            return std::find(known.begin(), known.end(), w) != known.end();
          }));
      const bool matches = same * 2 > own.size();
      const std::size_t score = (matches ? 4 + same : 0) + (b.role == HtmlRole::Title ? 2 : 0);
      if (b.role == HtmlRole::Heading && !matches) continue;
      if (score > best_score) {
        best_score = score;
        headline_ = i;
      }
    }
  }

  [[nodiscard]] bool in_article(std::size_t i) const {
    const PageBlock& b = text_.blocks[i];
    return b.element >= container_ && b.element < end_;
  }
  // Between headline and article: what stands there may be its first paragraph or a picture's caption.
  [[nodiscard]] bool in_head(std::size_t i) const {
    return headline_ && i > *headline_ && text_.blocks[i].element < container_;
  }

  void choose_blocks(bool everything) {
    kept_.assign(text_.blocks.size(), false);
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      const PageBlock& b = text_.blocks[i];
      if (b.hidden || b.letters == 0) continue;
      if (everything || headline_ == i)
        kept_[i] = true;
      else if (in_article(i))
        kept_[i] = !dropped_[b.element] && reads_like_article(b);
      else if (in_head(i))
        kept_[i] = !dropped_[b.element] && (is_caption(b) || (is_good(b) && b.words >= 8));
    }
  }

  [[nodiscard]] bool is_caption(const PageBlock& b) const {
    return (b.role == HtmlRole::Caption || caption_[b.element]) && b.words >= 2;
  }

  [[nodiscard]] bool reads_like_article(const PageBlock& b) const {
    const std::uint32_t links = link_percent(b);
    if (is_caption(b)) return links < 60;
    switch (b.role) {
      case HtmlRole::Title:
      case HtmlRole::Heading: return links < 60;
      case HtmlRole::Paragraph: return links < 60 || (b.sentence && b.letters >= 100 && links < 90);
      case HtmlRole::ListItem: return links < 50 && b.words >= 3;
      case HtmlRole::Cell: return b.sentence && b.words >= 8 && links < 40;
      default: return links < 50 && ((b.sentence && b.words >= 4) || b.letters >= 120);
    }
  }

  // Where the article's text is known: keeps of the blocks those that stand in it.
  void hold_against(std::string_view known_body) {
    if (known_body.size() < kMinKnownBody) return;
    const auto known = plain_words(known_body);
    std::unordered_set<std::string> grams;
    for (std::size_t i = 0; i + kGram <= known.size(); ++i) grams.insert(gram_at(known, i));
    std::vector<bool> confirmed(text_.blocks.size(), false);
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      if (text_.blocks[i].hidden || !stands_in(words(text_.blocks[i]), grams)) continue;
      confirmed[i] = true;
      letters += text_.blocks[i].letters;
    }
    std::size_t known_letters = 0;
    for (const std::string& word : known) known_letters += length_of(word);
    if (letters * 10 < known_letters * 6) return;  // an extract, or another text
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      const PageBlock& b = text_.blocks[i];
      if (confirmed[i])
        kept_[i] = true;
      else if (headline_ != i && !is_caption(b) && b.words >= kGram)
        kept_[i] = false;
    }
  }

  static bool stands_in(std::string_view block, const std::unordered_set<std::string>& grams) {
    const auto words = plain_words(block);
    if (words.size() < kGram) return false;
    std::size_t found = 0;
    const std::size_t all = words.size() - kGram + 1;
    for (std::size_t i = 0; i < all; ++i) found += grams.contains(gram_at(words, i));
    return found * 10 >= all * 6;
  }

  // A heading stands for what follows: where that went, it goes too.
  void drop_lone_headings() {
    bool text_follows = false;
    for (std::size_t i = text_.blocks.size(); i-- > 0;) {
      const PageBlock& b = text_.blocks[i];
      const bool heading = b.role == HtmlRole::Heading || b.role == HtmlRole::Title;
      if (!heading) {
        if (!b.hidden && b.letters > 0 && !is_caption(b)) text_follows = kept_[i];
        continue;
      }
      if (headline_ != i && !text_follows) kept_[i] = false;
      text_follows = false;
    }
  }

  // A page without running text: whatever is neither hidden, nor dropped for what it is, nor a link.
  void keep_what_there_is() {
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      const PageBlock& b = text_.blocks[i];
      kept_[i] = !b.hidden && !foreign_[b.element] && b.words >= 3 && link_percent(b) < 50;
    }
  }

  [[nodiscard]] BlockKind kind_of(std::size_t i) const {
    const PageBlock& b = text_.blocks[i];
    if (headline_ == i) return BlockKind::Headline;
    if (is_caption(b)) return BlockKind::Caption;
    if (b.role == HtmlRole::Title || b.role == HtmlRole::Heading)
      return b.sentence && b.words > 25 ? BlockKind::Paragraph : BlockKind::Headline;
    return b.role == HtmlRole::ListItem ? BlockKind::ListItem : BlockKind::Paragraph;
  }

  [[nodiscard]] MainText written() const {
    MainText out;
    OffsetMap kept;
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      if (!kept_[i]) continue;
      const Span span = text_.blocks[i].text;
      if (!out.text.empty()) {
        out.text += "\n\n";
        kept.replace({span.begin, span.begin}, 2);
      }
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      out.text.append(words(text_.blocks[i]));
      kept.copy(span.begin, span.size());
      out.blocks.push_back({{begin, static_cast<std::uint32_t>(out.text.size())}, kind_of(i)});
    }
    out.offsets = kept.over(text_.offsets);
    return out;
  }

  // Short lines from just before the headline (or the article) on.
  [[nodiscard]] std::vector<std::string> lines_around() const {
    std::size_t first = headline_.value_or(0);
    if (!headline_)
      while (first < text_.blocks.size() && text_.blocks[first].element < container_) ++first;
    std::vector<std::string> lines;
    for (std::size_t i = first >= 3 ? first - 3 : 0; i < text_.blocks.size() && lines.size() < kMaxLines;
         ++i) {
      const PageBlock& b = text_.blocks[i];
      if (b.element >= end_) break;
      if (!b.hidden && b.text.size() <= kMaxLineBytes) lines.emplace_back(words(b));
    }
    return lines;
  }

  // The first time element from the headline to the article's end that is not in a part dropped for what it
  // is.
  [[nodiscard]] std::optional<std::string> time_of_article() const {
    const std::size_t begin = headline_ ? common_with_headline() : container_;
    for (const HtmlTime& time : page_.times)
      if (!time.datetime.empty() && time.element >= begin && time.element < end_ && !foreign_[time.element])
        return time.datetime;
    return std::nullopt;
  }
  // The element around the headline in which a date would stand: its parent's parent at most.
  [[nodiscard]] std::size_t common_with_headline() const {
    const std::size_t headline = text_.blocks[*headline_].element;
    const std::size_t above = page_.elements[page_.elements[headline].parent].parent;
    return std::min<std::size_t>(above, container_);
  }

  const HtmlPage& page_;
  const ReadingModel& model_;
  PageText text_;
  std::vector<std::uint32_t> good_;
  std::vector<bool> dropped_;
  std::vector<bool> foreign_;  // dropped for what it is, not merely for doubt
  std::vector<bool> caption_;
  std::vector<bool> body_;
  std::vector<bool> titles_;
  std::vector<bool> kept_;
  std::size_t container_ = 0;
  std::size_t end_ = 0;  // of the container's elements
  std::optional<std::size_t> headline_;
};

}  // namespace

MainText main_text(const HtmlPage& page, std::string_view known_title, std::string_view known_body,
                   bool everything, const ReadingModel& model) {
  return ArticleFinder(page, model).find(known_title, known_body, everything);
}

}  // namespace dateline
