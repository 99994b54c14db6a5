#include "extract/tokenize.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/orthography.hpp"
#include "extract/utf8.hpp"
#include "extract/word_end.hpp"

namespace dateline {
namespace {

// Cuts one block. `text` is the article's text up to the block's end, so that nothing looks beyond it.
class BlockCutter {
 public:
  BlockCutter(std::string_view text, const Orthography& orthography, std::vector<Token>& tokens)
      : text_(text), orthography_(orthography), tokens_(tokens) {}

  void cut(std::size_t at) {
    while (at < text_.size()) {
      const CodePoint c = code_point_at(text_, at);
      if (is_blank(c.value)) {
        at += c.size;
        after_blank_ = true;
        continue;
      }
      at = cut_one(at, c);
      after_blank_ = false;
    }
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    tokens_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  [[nodiscard]] char32_t value(std::size_t at) const { return code_point_at(text_, at).value; }
  [[nodiscard]] bool word_at(std::size_t at) const { return is_letter(value(at)) || is_digit(value(at)); }

  // Adds the tokens of what stands at `at`, and gives the position behind them.
  std::size_t cut_one(std::size_t at, CodePoint c) {
    if (is_letter(c.value) || is_digit(c.value)) return cut_word(at);
    std::size_t end = at;
    if (is_apostrophe(c.value)) {
      if (const std::size_t word = short_word_end(at, c); word != at) return part_short_word(at, word, c);
      end = apostrophe_end(at, c);
    }
    if (end == at && after_blank_) end = face_end(at);
    if (end == at) end = sign_end(at, c);
    add(at, end);
    return end;
  }

  std::size_t cut_word(std::size_t at) {
    if (const std::size_t end = address_end(text_, at, orthography_); end != at) {
      add(at, end);
      return end;
    }
    if (const std::size_t end = dollar_end(at); end != at) {
      add(at, end);
      return end;
    }
    const std::size_t end = word_end(text_, at, orthography_);
    part_word(at, end);
    return end;
  }

  // "US$", "C$": a currency and its sign are one word before a number.
  [[nodiscard]] std::size_t dollar_end(std::size_t at) const {
    std::size_t end = at;
    while (end < at + 3 && end < text_.size() && is_upper(static_cast<unsigned char>(text_[end]))) ++end;
    return end > at && end < text_.size() && text_[end] == '$' ? end + 1 : at;
  }

  // Parts contractions, clitics and units: "do|n't", "Anna|'s", "35|mm".
  void part_word(std::size_t begin, std::size_t end) {
    constexpr std::size_t kLongestContraction = 12;
    const std::string_view word = text_.substr(begin, end - begin);
    if (word.size() <= kLongestContraction) {
      const auto row = orthography_.contractions.find(to_lower(word));
      if (row != orthography_.contractions.end()) {
        for (const std::uint32_t size : row->second) {
          add(begin, begin + size);
          begin += size;
        }
        return;
      }
    }
    // From the end, as clitics may follow each other: "he'd've".
    constexpr std::size_t kMostClitics = 3;
    std::array<std::size_t, kMostClitics> cuts{};
    std::size_t count = 0;
    for (std::size_t last = end; count < kMostClitics; last = cuts[count++]) {
      const std::size_t cut = clitic_begin(begin, last);
      if (cut <= begin || cut >= last) break;
      cuts[count] = cut;
    }
    if (count == 0) {
      if (const std::size_t cut = unit_begin(begin, end); cut > begin && cut < end) cuts[count++] = cut;
    }
    while (count > 0) {
      const std::size_t cut = cuts[--count];
      add(begin, cut);
      begin = cut;
    }
    add(begin, end);
  }

  // The end of a word that begins with an apostrophe ("'em", "'twas"), as table contractions knows it, or
  // `at`.
  [[nodiscard]] std::size_t short_word_end(std::size_t at, CodePoint c) const {
    if (!after_blank_ && !tokens_.empty()) return at;
    std::size_t end = at + c.size;
    const std::size_t stop = std::min(text_.size(), end + 8);
    while (end < stop && is_letter(static_cast<unsigned char>(text_[end]))) ++end;
    if (end == at + c.size || word_at(end)) return at;
    return orthography_.contractions.contains(short_word(at, end, c)) ? end : at;
  }

  [[nodiscard]] std::string short_word(std::size_t at, std::size_t end, CodePoint c) const {
    return "'" + to_lower(text_.substr(at + c.size, end - at - c.size));
  }

  std::size_t part_short_word(std::size_t at, std::size_t end, CodePoint c) {
    std::size_t longer = c.size - 1;  // than a plain apostrophe
    for (const std::uint32_t size : orthography_.contractions.find(short_word(at, end, c))->second) {
      add(at, at + size + longer);
      at += size + longer;
      longer = 0;
    }
    return end;
  }

  // Where a clitic begins within the word, or its end. The apostrophe may have any shape.
  [[nodiscard]] std::size_t clitic_begin(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kLongest = 8;
    const std::size_t near = end - begin > kLongest ? end - kLongest : begin;
    for (std::size_t at = end; at > near;) {
      const CodePoint c = code_point_before(text_.substr(0, at), at);
      at -= c.size;
      if (!is_apostrophe(c.value)) continue;
      std::string tail = "'";
      tail += to_lower(text_.substr(at + c.size, end - at - c.size));
      const std::size_t n = at > begin + 1 && (text_[at - 1] | 0x20) == 'n' ? 1 : 0;
      for (const std::string& clitic : orthography_.clitics) {
        if (clitic == tail) return at > begin && (tail != "'s" || !is_digit(value(at - 1))) ? at : end;
        if (n == 1 && clitic.front() == 'n' && clitic.substr(1) == tail) return at - 1;
      }
      return end;
    }
    return end;
  }

  [[nodiscard]] std::size_t unit_begin(std::size_t begin, std::size_t end) const {
    std::size_t at = begin;
    while (at < end && (is_digit(static_cast<unsigned char>(text_[at])) || text_[at] == ',' ||
                        text_[at] == '.' || text_[at] == ':'))
      ++at;
    if (at == begin || at == end) return end;
    std::string unit = to_lower(text_.substr(at, std::min<std::size_t>(end - at, 8)));
    if (unit == "a.m." || unit == "p.m." || unit == "a.m" || unit == "p.m") return at;
    if (unit.ends_with('.')) unit.pop_back();
    return end - at <= 8 && orthography_.glued_units.contains(unit) ? at : end;
  }

  // A clitic behind what is no plain word ("U.S.'s", "\"Hamlet\"'s"), or years and words cut short ("'90s").
  [[nodiscard]] std::size_t apostrophe_end(std::size_t at, CodePoint c) const {
    std::size_t end = at + c.size;
    const std::size_t stop = std::min(text_.size(), end + 4);
    if (after_blank_ || tokens_.empty()) {
      const std::size_t digits = end;
      while (end < stop && is_digit(static_cast<unsigned char>(text_[end]))) ++end;
      if (end != digits + 2) return at;
      if (end < text_.size() && text_[end] == 's') ++end;
      return word_at(end) ? at : end;
    }
    while (end < stop && is_letter(static_cast<unsigned char>(text_[end]))) ++end;
    std::string tail = "'";
    tail += to_lower(text_.substr(at + c.size, end - at - c.size));
    const bool clitic = std::find(orthography_.clitics.begin(), orthography_.clitics.end(), tail) !=
                        orthography_.clitics.end();
    return clitic && !word_at(end) ? end : at;
  }

  [[nodiscard]] std::size_t face_end(std::size_t at) const {
    const WordSet& faces = orthography_.emoticons;
    for (std::size_t size = std::min(faces.longest(), text_.size() - at); size >= 2; --size)
      if (faces.contains(text_.substr(at, size)) && !word_at(at + size)) return at + size;
    return at;
  }

  // One sign, or a run that is one: "...", "?!", "--", "``", "***", an emoji with all its parts.
  [[nodiscard]] std::size_t sign_end(std::size_t at, CodePoint c) const {
    if (is_pictograph(c.value) || is_regional_indicator(c.value)) return picture_end(at, c);
    std::size_t end = at + c.size;
    if (c.value == '.' && is_digit(value(end)) && after_blank_) return word_end(text_, end, orthography_);
    if ((c.value == '@' || c.value == '#') && is_letter(value(end)))
      return std::max(word_end(text_, end, orthography_), address_end(text_, end, orthography_));
    constexpr std::u32string_view kStops = U".?!\u2026";
    constexpr std::u32string_view kDoubled = U"'`<>-*=_~|/\\$\u2013\u2014\u2019\u2018^+";
    const bool stop = kStops.find(c.value) != std::u32string_view::npos;
    const bool doubled = kDoubled.find(c.value) != std::u32string_view::npos;
    for (CodePoint next = code_point_at(text_, end); next.size != 0; next = code_point_at(text_, end)) {
      const bool same =
          stop ? kStops.find(next.value) != std::u32string_view::npos : doubled && next.value == c.value;
      if (!same && !is_mark(next.value)) break;
      end += next.size;
    }
    return end;
  }

  [[nodiscard]] std::size_t picture_end(std::size_t at, CodePoint c) const {
    constexpr char32_t kJoiner = 0x200D;
    std::size_t end = at + c.size;
    if (is_regional_indicator(c.value))
      return is_regional_indicator(value(end)) ? end + code_point_at(text_, end).size : end;
    bool joined = false;
    for (CodePoint next = code_point_at(text_, end); next.size != 0; next = code_point_at(text_, end)) {
      const bool skin = next.value >= 0x1F3FB && next.value <= 0x1F3FF;
      if (!is_mark(next.value) && !skin && !(joined && is_pictograph(next.value))) break;
      joined = next.value == kJoiner;
      end += next.size;
    }
    return end;
  }

  std::string_view text_;
  const Orthography& orthography_;
  std::vector<Token>& tokens_;
  bool after_blank_ = true;
};

}  // namespace

std::vector<Token> tokenize(const Document& d, const Model& model) {
  std::vector<Token> tokens;
  for (const Block& block : d.article.blocks) {
    const std::string_view text = std::string_view(d.article.text).substr(0, block.span.end);
    BlockCutter(text, model.orthography, tokens).cut(block.span.begin);
  }
  return tokens;
}

}  // namespace dateline
