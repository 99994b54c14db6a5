#include "extract/dirt.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxWords = 80;       // of a caption or credit
constexpr std::size_t kMaxShortWords = 30;  // of any other dirt
constexpr std::size_t kMaxBytes = 1500;

enum class WordKind : std::uint8_t { Word, Name, Number, Time, Mark };

struct LineWord {
  std::string text;  // lower case, with straight apostrophe
  WordKind kind = WordKind::Word;
};

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018; }
bool is_dash(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014;
}

// Cuts a line into words, numbers, time codes and marks.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : line_(line) {}

  std::vector<LineWord> words() {
    std::vector<LineWord> words;
    while (at_ < line_.size() && words.size() <= kMaxWords) {
      const CodePoint c = here();
      if (is_letter(c.value))
        words.push_back(word());
      else if (is_digit(c.value))
        words.push_back(number());
      else {
        at_ += c.size;
        if (!is_blank(c.value)) words.push_back(mark(c.value));
      }
    }
    return words;
  }

 private:
  [[nodiscard]] CodePoint here() const { return code_point_at(line_, at_); }
  [[nodiscard]] CodePoint after(CodePoint c) const { return code_point_at(line_, at_ + c.size); }

  static LineWord mark(char32_t c) {
    LineWord word{.kind = WordKind::Mark};
    append_utf8(word.text, is_apostrophe(c) ? U'\'' : is_dash(c) ? U'-' : c);
    return word;
  }

  // Letters, with apostrophes and hyphens inside; the dot of an initial is part of it.
  LineWord word() {
    const std::size_t begin = at_;
    const bool name = is_upper(here().value);
    std::size_t letters = 0;
    std::string text;
    for (CodePoint c = here(); c.size > 0; c = here()) {
      const bool joint = is_apostrophe(c.value) || is_dash(c.value);
      if (!is_letter(c.value) && !is_mark(c.value) && !(joint && is_letter(after(c).value))) break;
      append_utf8(text, is_apostrophe(c.value) ? U'\'' : is_dash(c.value) ? U'-' : c.value);
      at_ += c.size;
      ++letters;
    }
    if (at_ == begin) at_ += here().size;  // never stands still
    if (letters == 1 && name && here().value == '.') ++at_;
    return {to_lower(text), name ? WordKind::Name : WordKind::Word};
  }

  // "1,024", "3.5", "0:02:14"
  LineWord number() {
    const std::size_t begin = at_;
    bool colon = false;
    for (CodePoint c = here(); c.size > 0; c = here()) {
      const bool joint = c.value == ',' || c.value == '.' || c.value == ':';
      if (!is_digit(c.value) && !(joint && is_digit(after(c).value))) break;
      colon = colon || c.value == ':';
      at_ += c.size;
    }
    return {std::string(line_.substr(begin, at_ - begin)), colon ? WordKind::Time : WordKind::Number};
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

bool fits(const LineWord& word, const std::string& pattern) {
  if (pattern.size() > 2 && pattern.front() == '<') {
    if (pattern == "<time>") return word.kind == WordKind::Time;
    if (pattern == "<number>") return word.kind == WordKind::Number;
    if (pattern == "<name>") return word.kind == WordKind::Name;
  }
  return word.text == pattern;
}

// Whether the pattern covers all words. Goes back to the last star only, which is enough for stars.
bool covers(const std::vector<std::string>& pattern, std::span<const LineWord> words) {
  std::size_t p = 0;
  std::size_t w = 0;
  std::optional<std::size_t> star;
  std::size_t after_star = 0;
  while (w < words.size()) {
    if (p < pattern.size() && pattern[p] == "*") {
      star = p++;
      after_star = w;
    } else if (p < pattern.size() && fits(words[w], pattern[p])) {
      ++p;
      ++w;
    } else if (star) {
      p = *star + 1;
      w = ++after_star;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == "*") ++p;
  return p == pattern.size();
}

std::span<const LineWord> without_marks(std::span<const LineWord> words) {
  while (!words.empty() && words.front().kind == WordKind::Mark) words = words.subspan(1);
  while (!words.empty() && words.back().kind == WordKind::Mark) words = words.first(words.size() - 1);
  return words;
}

bool may_be_long(DirtKind kind) { return kind == DirtKind::Caption || kind == DirtKind::Credit; }

}  // namespace

std::optional<DirtKind> dirt_of(std::string_view line, const ReadingModel& model) {
  if (line.size() > kMaxBytes) return std::nullopt;
  const std::vector<LineWord> words = LineReader(line).words();
  if (words.empty() || words.size() > kMaxWords) return std::nullopt;
  const auto inner = without_marks(words);
  if (inner.empty()) return DirtKind::Line;  // "***", "_____"
  const auto matches = [&](const DirtPattern& pattern) {
    if (words.size() > kMaxShortWords && !may_be_long(pattern.kind)) return false;
    return covers(pattern.words, words) || (inner.size() < words.size() && covers(pattern.words, inner));
  };
  const std::string& first = words.front().text;
  const std::string& inner_first = inner.front().text;
  for (const DirtPattern& pattern : model.dirt) {
    const std::string& begin = pattern.words.front();
    if (begin != first && begin != inner_first && begin.front() != '*' && begin.front() != '<') continue;
    if (matches(pattern)) return pattern.kind;
  }
  return std::nullopt;
}

}  // namespace dateline
