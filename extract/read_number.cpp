#include "extract/read_number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dateline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1,700", "2.5", "12"; a suffix as in "2.5m" is left in `rest`.
std::optional<double> digits(std::string_view text, std::string_view& rest) {
  std::string plain;
  std::size_t i = 0;
  bool point = false;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      plain += c;
    } else if (c == ',' && !point && i > 0 && i + 1 < text.size() && is_digit(text[i + 1])) {
      continue;
    } else if (c == '.' && !point && i > 0 && i + 1 < text.size() && is_digit(text[i + 1])) {
      point = true;
      plain += c;
    } else {
      break;
    }
  }
  if (plain.empty() || plain.size() > 18) return std::nullopt;
  rest = text.substr(i);
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

class Reader {
 public:
  Reader(const Document& d, const NumberWords& words, TokenIndex t, std::uint32_t end)
      : d_(d), words_(words), at_(t), end_(std::min<std::uint32_t>(end, t + 12)) {}

  std::optional<NumberRead> read() {
    while (at_ < end_ && step()) ++at_;
    if (!any_) return std::nullopt;
    // A hyphen or "of", "and" at the end belongs to what follows.
    return NumberRead{.end = after_last_, .value = total_ + current_, .vague = vague_, .article = article_};
  }

 private:
  bool step() {
    const std::string word = lower_ascii(d_.text_of(at_));
    if (any_ && !article_ && (word == "-" || word == "and" || word == "of" || word == "a"))
      return joins(word);
    std::string_view rest;
    if (const auto value = digits(word, rest); value && !any_) {
      current_ = *value;
      if (!rest.empty()) {
        const NumberWord* scale = words_.number(rest);
        if (scale == nullptr || scale->number_class != NumberClass::Scale) return false;
        current_ *= scale->value;
      }
      return took();
    }
    if (word == "half" && at_ + 2 < end_ && d_.text_of(at_ + 1) == "a") {
      const NumberWord* scale = words_.number(lower_ascii(d_.text_of(at_ + 2)));
      if (scale == nullptr || scale->number_class != NumberClass::Scale || any_) return false;
      current_ = scale->value / 2;
      at_ += 2;
      return took();
    }
    if (const std::size_t hyphen = word.find('-'); hyphen != std::string::npos && hyphen > 0)
      return take_word(word.substr(0, hyphen)) && take_word(word.substr(hyphen + 1));
    return take_word(word);
  }

  // Whether a joining word leads on to a further part of the number.
  [[nodiscard]] bool joins(const std::string& word) const {
    if (at_ + 1 >= end_) return false;
    const std::string next_word = lower_ascii(d_.text_of(at_ + 1));
    if (word == "a") return false;
    const NumberWord* next = words_.number(next_word);
    if (next == nullptr || next->number_class == NumberClass::Article) return false;
    if (word == "-") return last_ == NumberClass::Ten && next->number_class == NumberClass::Unit;
    if (word == "of") return vague_ && next->number_class == NumberClass::Vague;
    return last_ == NumberClass::Hundred && next->number_class <= NumberClass::Ten && !vague_;
  }

  bool take_word(const std::string& word) {
    const NumberWord* number = words_.number(word);
    if (number == nullptr) return false;
    switch (number->number_class) {
      case NumberClass::Article:
        if (any_) return false;
        article_ = true;
        current_ = 1;
        break;
      case NumberClass::Unit:
        if (any_ && last_ != NumberClass::Ten && last_ != NumberClass::Hundred && last_ != NumberClass::Scale)
          return false;
        current_ += number->value;
        break;
      case NumberClass::Ten:
        if (any_ && last_ != NumberClass::Hundred && last_ != NumberClass::Scale) return false;
        current_ += number->value;
        break;
      case NumberClass::Hundred: current_ = std::max(current_, 1.0) * number->value; break;
      case NumberClass::Scale:
        if (!any_ && number->value < 12) return false;
        if (!any_ && (word == "m" || word == "k" || word == "mn" || word == "bn")) return false;
        current_ = std::max(current_, 1.0) * number->value;
        if (!vague_ && number->value > 12) total_ += current_, current_ = 0;
        break;
      case NumberClass::Vague:
        if (any_ && !vague_ && !article_) return false;
        // "tens of thousands" is twenty thousand, "several hundred" three hundred.
        if (vague_) {
          current_ *= number->value / 2;
        } else {
          current_ = number->value;
        }
        vague_ = true;
        break;
    }
    last_ = number->number_class;
    article_ = article_ && number->number_class == NumberClass::Article;
    return took();
  }

  bool took() {
    any_ = true;
    after_last_ = at_ + 1;
    return true;
  }

  const Document& d_;
  const NumberWords& words_;
  TokenIndex at_;
  std::uint32_t end_;
  std::uint32_t after_last_ = 0;
  double total_ = 0;    // parts closed by a scale: "two thousand"
  double current_ = 0;  // the part that grows
  NumberClass last_ = NumberClass::Unit;
  bool any_ = false;
  bool vague_ = false;
  bool article_ = false;
};

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::optional<NumberRead> read_number(const Document& d, const NumberWords& words, TokenIndex t,
                                      std::uint32_t end) {
  return Reader(d, words, t, end).read();
}

}  // namespace dateline
