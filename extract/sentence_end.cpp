#include "extract/sentence_end.hpp"

#include <algorithm>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr WordCodes kBeyond{.word = 2,
                            .form = 2,
                            .suffix1 = 2,
                            .suffix2 = 2,
                            .suffix3 = 2,
                            .suffix4 = 2,
                            .prefix1 = 2,
                            .prefix3 = 2,
                            .shape = 2};

constexpr std::uint8_t kFar = 40;  // words

std::uint64_t length_class(std::uint32_t length) {
  return length < 3 ? length : length < 6 ? 3 : length < 12 ? 4 : length < 25 ? 5 : length < 50 ? 6 : 7;
}

}  // namespace

SentenceScan::SentenceScan(const Document& d, const std::vector<WordCodes>& codes,
                           const Orthography& orthography, Span tokens)
    : d_(d), codes_(codes), orthography_(orthography), tokens_(tokens) {
  std::uint32_t stops = 0, lower_starts = 0;
  for (TokenIndex t = tokens.begin; t + 1 < tokens.end; ++t) {
    if (d.text_of(t) != ".") continue;
    ++stops;
    lower_starts += is_lower(code_point_at(d.text_of(t + 1), 0).value) ? 1U : 0U;
  }
  lower_ = stops > 0 && lower_starts * 2 >= stops;
  begin_ = tokens.begin;
  to_stop_.resize(tokens.size());
  std::uint8_t far = kFar;
  for (TokenIndex t = tokens.end; t-- > tokens.begin;) {
    const char last = d.text_of(t).back();
    far = last == '.' || last == '!' || last == '?' ? std::uint8_t{0} : std::min<std::uint8_t>(far + 1, kFar);
    to_stop_[t - tokens.begin] = far;
  }
}

const WordCodes& SentenceScan::at(std::int64_t t) const {
  return t >= tokens_.begin && t < tokens_.end ? codes_[static_cast<std::size_t>(t)] : kBeyond;
}

bool SentenceScan::capital(std::int64_t t) const {
  return t >= tokens_.begin && t < tokens_.end && starts_upper(d_.text_of(static_cast<TokenIndex>(t)));
}

EndKind SentenceScan::kind(TokenIndex t) const {
  return is_short_form(t) ? EndKind::ShortForm : has_sign(t) ? EndKind::Sign : EndKind::Word;
}

bool SentenceScan::has_sign(TokenIndex t) const {
  const std::string_view word = d_.text_of(t);
  const char32_t last = code_point_before(word, word.size()).value;
  return !is_letter(last) && !is_digit(last);
}

bool SentenceScan::is_short_form(TokenIndex t) const {
  const std::string_view word = d_.text_of(t);
  return word.size() > 1 && word.ends_with('.') && is_letter(code_point_before(word, word.size() - 1).value);
}

bool SentenceScan::is_start_behind(TokenIndex t) const {
  if (t + 1 >= tokens_.end) return true;
  const std::string_view next = d_.text_of(t + 1);
  return starts_upper(next) && orthography_.sentence_starts.contains(to_lower(next.substr(0, 24)));
}

bool SentenceScan::may_end(TokenIndex t) const {
  constexpr std::u32string_view kOpeners = U"`([{\u201C\u2018\u00AB";
  if (t + 1 >= tokens_.end) return true;
  const std::string_view word = d_.text_of(t);
  if (kOpeners.find(code_point_at(word, 0).value) != std::u32string_view::npos) return false;
  if (is_short_form(t)) {
    const AbbreviationKind* kind = orthography_.abbreviation(word.substr(0, word.size() - 1));
    // Initials that are no abbreviation known ("J.K.") are somebody's, and a name follows.
    const bool initial = code_point_at(word, 0).size + 1 == word.size() ||
                         (kind == nullptr && word.size() > 3 && starts_upper(word));
    if (initial || (kind != nullptr && *kind == AbbreviationKind::Clock)) return is_start_behind(t);
    if (kind != nullptr && *kind != AbbreviationKind::Open) return false;
  }
  return has_sign(t) || !is_lower(code_point_at(d_.text_of(t + 1), 0).value);
}

void SentenceScan::take(TokenIndex t) {
  const std::string_view word = d_.text_of(t);
  ++length_;
  if (word == "\"") ++quotes_;
  if (word == "(" || word == "[") ++depth_;
  if (word == ")" || word == "]") depth_ = std::max(0, depth_ - 1);
}

void SentenceScan::end() {
  begin_ += length_;
  length_ = 0;
  depth_ = 0;
}

SentenceFeatures SentenceScan::features(TokenIndex t) const {
  const auto i = static_cast<std::int64_t>(t);
  const WordCodes &l = at(i), &l1 = at(i - 1), &l2 = at(i - 2), &r = at(i + 1), &r1 = at(i + 2);
  const bool inside = t + 1 < tokens_.end;
  const std::uint64_t glued = inside && d_.tokens[t].span.end == d_.tokens[t + 1].span.begin ? 1 : 0;
  const std::uint64_t glued_left =
      t > tokens_.begin && d_.tokens[t - 1].span.end == d_.tokens[t].span.begin ? 1 : 0;
  const std::string_view word = d_.text_of(t);
  const AbbreviationKind* kind =
      word.ends_with('.') ? orthography_.abbreviation(word.substr(0, word.size() - 1)) : nullptr;
  const std::uint64_t short_form = kind != nullptr ? 2 + static_cast<std::uint64_t>(*kind)
                                   : word.size() > 1 && word.ends_with('.') ? 1
                                                                            : 0;
  const std::uint64_t length = length_class(length_);
  const std::uint64_t open = quotes_ % 2;
  // How the sentence began tells of lists and of speakers; capitals around, of headings and names.
  const std::uint64_t capitals_left =
      (capital(i) ? 1U : 0U) + (capital(i - 1) ? 2U : 0U) + (capital(i - 2) ? 4U : 0U);
  const std::uint64_t capitals_right =
      (capital(i + 2) ? 1U : 0U) + (capital(i + 3) ? 2U : 0U) + (capital(i + 4) ? 4U : 0U);
  const std::uint64_t to_stop = inside ? length_class(to_stop_[t + 1 - tokens_.begin]) : 9;
  SentenceFeatures features;
  std::size_t n = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t e = 0) {
    features[n] = mix(mix(mix(mix(n + 301, a), b), c), e);
    ++n;
  };
  add(0);
  add(l.word, glued);
  add(r.word, r.shape);
  add(l.word, r.word);
  add(l.word, r.shape, glued);
  add(l.shape, r.shape, glued);
  add(l.shape, r.word);
  add(l1.word, l.word);
  add(l1.word, l.word, r.shape);
  add(l1.shape, l.word, r.shape, glued);
  add(l1.shape, l.shape, r.shape);
  add(r.word, r1.word);
  add(r.shape, r1.shape, l.word);
  add(l2.word, l1.word, l.word);
  add(short_form, r.shape);
  add(short_form, r.word, r.shape);
  add(short_form, l.word, r.shape);
  add(length, l.word);
  add(length, l.shape, r.shape);
  add(lower_ ? 1 : 0, l.word, r.shape);
  add(open, l.word, r.word, glued);
  add(open, l1.word, l.word, r.shape);
  add(depth_ > 0 ? 1 : 0, l.word, r.shape);
  add(glued_left, glued, l.word, r.shape);
  add(glued_left, l1.word, l.word, r.word);
  add(r.word, r1.shape, l.word);
  add(l.suffix3, r.shape);
  add(r.suffix3, r.shape, l.word);
  add(r.prefix1, l.word);
  add(l.word, r.shape, r1.word);
  add(capitals_left, capitals_right, r.shape, l.shape);
  add(capitals_left, l.word, r.word);
  add(capitals_right, l.word, r.shape);
  add(to_stop, l.word, r.shape);
  add(to_stop, length, l.shape, r.shape);
  add(r.word, r1.word, at(i + 3).shape);
  add(l1.suffix3, l.word, r.shape, capitals_left);
  return features;
}

}  // namespace dateline
