#include "extract/parser.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::uint64_t kOutsideWord = 7;
constexpr std::uint64_t kRootWord = 9;
constexpr std::uint64_t kNoRelation = 99;

// Codes of the words that features ask for.
class Sight {
 public:
  Sight(const ParserState& state, std::span<const WordCodes> codes, std::span<const std::uint64_t> tags)
      : state_(state), codes_(codes), tags_(tags) {}

  [[nodiscard]] std::uint64_t word(std::uint32_t i) const {
    if (i == kNone) return kOutsideWord;
    return i < codes_.size() ? codes_[i].word : kRootWord;
  }
  [[nodiscard]] std::uint64_t tag(std::uint32_t i) const {
    if (i == kNone) return 0;
    return i < tags_.size() ? tags_[i] : 1;
  }
  [[nodiscard]] std::uint64_t relation(std::uint32_t i) const {
    return known(i) ? static_cast<std::uint64_t>(state_.words[i].deprel) : kNoRelation;
  }
  [[nodiscard]] bool known(std::uint32_t i) const { return i < state_.words.size(); }
  [[nodiscard]] const PartialWord& of(std::uint32_t i) const {
    static const PartialWord kNobody;
    return known(i) ? state_.words[i] : kNobody;
  }
  [[nodiscard]] std::uint32_t behind(std::uint32_t i, std::uint32_t n) const {
    return i != kNone && i + n <= state_.words.size() ? i + n : kNone;
  }

 private:
  const ParserState& state_;
  std::span<const WordCodes> codes_;
  std::span<const std::uint64_t> tags_;
};

std::uint64_t distance(std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) return 0;
  const std::uint32_t d = a < b ? b - a : a - b;
  return d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : d < 20 ? 7 : 8;
}

// Numbers the features, so that equal codes of different questions differ.
class Collector {
 public:
  explicit Collector(ParseFeatures& features) : features_(features) {}
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t e = 0) {
    features_[count_] = mix(mix(mix(mix(count_ + 101, a), b), c), e);
    ++count_;
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  ParseFeatures& features_;
  std::size_t count_ = 0;
};

struct Focus {
  std::uint32_t s0, s1, s2, b0, b1, b2;
};

void add_words(const Sight& at, const Focus& f, Collector& out) {
  for (const std::uint32_t i : {f.s0, f.s1, f.b0, f.b1}) {
    out.add(at.word(i));
    out.add(at.tag(i));
    out.add(at.word(i), at.tag(i));
  }
  out.add(at.tag(f.s2));
  out.add(at.word(f.s2));
  out.add(at.tag(f.b2));
  out.add(at.word(f.b2));
  const std::uint32_t nearby[] = {f.s0, f.s1, f.b0};
  for (const std::uint32_t i : nearby)
    out.add(at.tag(i), at.tag(at.behind(i, 1)), at.tag(i > 0 && i != kNone ? i - 1 : kNone));
}

void add_pairs(const Sight& at, const Focus& f, Collector& out) {
  const auto pair = [&](std::uint32_t x, std::uint32_t y) {
    out.add(at.word(x), at.tag(x), at.word(y), at.tag(y));
    out.add(at.word(x), at.tag(x), at.tag(y));
    out.add(at.tag(x), at.word(y), at.tag(y));
    out.add(at.word(x), at.word(y));
    out.add(at.tag(x), at.tag(y));
    out.add(at.tag(x), at.tag(y), distance(x, y));
  };
  pair(f.s0, f.b0);
  pair(f.s1, f.s0);
  out.add(at.tag(f.b0), at.tag(f.b1));
  out.add(at.word(f.b0), at.word(f.b1));
  out.add(at.tag(f.s1), at.tag(f.b0));
  out.add(at.word(f.s1), at.tag(f.b0));
  out.add(at.tag(f.s1), at.word(f.b0));
}

void add_triples(const Sight& at, const Focus& f, Collector& out) {
  const PartialWord &s0 = at.of(f.s0), &s1 = at.of(f.s1), &b0 = at.of(f.b0);
  out.add(at.tag(f.s0), at.tag(f.b0), at.tag(f.b1));
  out.add(at.tag(f.b0), at.tag(f.b1), at.tag(f.b2));
  out.add(at.tag(f.s1), at.tag(f.s0), at.tag(f.b0));
  out.add(at.tag(f.s2), at.tag(f.s1), at.tag(f.s0));
  out.add(at.word(f.s0), at.tag(f.b0), at.tag(f.b1));
  out.add(at.tag(f.s0), at.word(f.b0), at.tag(f.b1));
  out.add(at.word(f.s1), at.tag(f.s0), at.tag(f.b0));
  out.add(at.tag(f.s1), at.word(f.s0), at.tag(f.b0));
  out.add(at.tag(f.s1), at.tag(f.s0), at.word(f.b0));
  out.add(at.tag(f.s0), at.tag(s0.first_left), at.tag(f.b0));
  out.add(at.tag(f.s0), at.tag(s0.first_right), at.tag(f.b0));
  out.add(at.tag(f.s0), at.tag(f.b0), at.tag(b0.first_left));
  out.add(at.tag(f.s1), at.tag(s1.first_right), at.tag(f.s0));
  out.add(at.tag(f.s1), at.tag(s1.first_left), at.tag(f.s0));
  out.add(at.tag(f.s1), at.tag(f.s0), at.tag(s0.first_left));
  out.add(at.tag(f.s1), at.tag(f.s0), at.tag(s0.first_right));
  out.add(at.word(f.s1), at.word(s0.first_left), at.tag(f.s0));
  out.add(at.tag(f.s1), at.word(s0.first_left), at.word(f.s0));
}

void add_structure(const Sight& at, const Focus& f, Collector& out) {
  const PartialWord &s0 = at.of(f.s0), &s1 = at.of(f.s1), &b0 = at.of(f.b0);
  out.add(at.word(f.s0), s0.lefts, s0.rights);
  out.add(at.tag(f.s0), s0.lefts, s0.rights);
  out.add(at.tag(f.s1), s1.lefts, s1.rights);
  out.add(at.tag(f.b0), b0.lefts);
  out.add(at.word(f.b0), b0.lefts);
  out.add(at.tag(f.s0), at.relation(s0.first_left), at.relation(s0.second_left));
  out.add(at.tag(f.s0), at.relation(s0.first_right), at.relation(s0.second_right));
  out.add(at.tag(f.s1), at.relation(s1.first_right), at.relation(s1.second_right));
  out.add(at.tag(f.b0), at.relation(b0.first_left), at.relation(b0.second_left));
  out.add(at.word(f.s0), at.relation(s0.first_left));
  out.add(at.word(f.s1), at.relation(s1.first_right), at.tag(f.s0));
  out.add(at.word(f.s0), at.relation(s0.first_right), at.tag(f.b0));
  out.add(at.tag(f.s1), at.relation(s1.first_left), at.tag(f.s0), at.relation(s0.first_left));
  out.add(at.word(s0.first_right), at.tag(f.s0), at.tag(f.b0));
}

}  // namespace

void ParserState::apply(Transition transition) {
  if (transition == kShift) {
    stack.push_back(next++);
    return;
  }
  const std::uint32_t child = stack.back();
  stack.pop_back();
  words[child].deprel = relation(transition);
  if (is_right(transition)) {
    const std::uint32_t head = stack.back();
    words[child].head = head;
    PartialWord& word = words[head];
    word.second_right = word.first_right;
    word.first_right = child;
    ++word.rights;
  } else if (next < words.size()) {
    words[child].head = next;
    PartialWord& word = words[next];
    word.second_left = word.first_left;
    word.first_left = child;
    ++word.lefts;
  } else {
    words[child].deprel = Deprel::Root;
  }
}

std::size_t parse_features(const ParserState& state, std::span<const WordCodes> codes,
                           std::span<const std::uint64_t> tags, ParseFeatures& features) {
  const Sight at(state, codes, tags);
  const Focus focus{state.top(0),
                    state.top(1),
                    state.top(2),
                    state.next,
                    at.behind(state.next, 1),
                    at.behind(state.next, 2)};
  Collector out(features);
  add_words(at, focus, out);
  add_pairs(at, focus, out);
  add_triples(at, focus, out);
  add_structure(at, focus, out);
  return out.count();
}

Transition best_transition(const ParserState& state, std::span<const std::int16_t> scores) {
  Transition best = kShift;
  std::int32_t best_score = state.can_shift() ? scores[kShift] : INT32_MIN;
  const bool at_root = state.next == state.words.size();
  const auto consider = [&](std::size_t begin, bool to_root) {
    for (std::size_t t = begin; t < begin + kDeprelCount; ++t)
      if (scores[t] > best_score && (relation(static_cast<Transition>(t)) == Deprel::Root) == to_root) {
        best_score = scores[t];
        best = static_cast<Transition>(t);
      }
  };
  if (state.can_left()) consider(1, at_root);
  if (state.can_right()) consider(1 + kDeprelCount, false);
  return best;
}

}  // namespace dateline
