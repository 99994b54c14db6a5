#include "extract/language_core.hpp"

#include <algorithm>

#include "extract/tree_decoder.hpp"

namespace dateline {
namespace {

constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::size_t kFirstSlots = 1024;
constexpr float kSelf = -1e4f;  // score of a word as its own head

std::size_t hash_of(std::string_view word) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h ^ h >> 29;
}

template <typename Enum>
Enum best(const float* scores, std::size_t count) {
  return static_cast<Enum>(std::max_element(scores, scores + count) - scores);
}

// Both corpora's marking together: what they agree on wins.
void add_schemes(const float* scores, float* sum) {
  for (std::size_t tag = 0; tag < kNameTagCount; ++tag) {
    sum[tag] = 0;
    for (std::size_t scheme = 0; scheme < kNameSchemes; ++scheme)
      sum[tag] += scores[scheme * kNameTagCount + tag];
  }
}

void make_room(std::vector<float>& v, std::size_t size) {
  if (v.size() < size) v.resize(size);
}

}  // namespace

LanguageCore::LanguageCore(const NetworkWeights& weights, const NetworkKernels& kernels)
    : weights_(weights), kernels_(kernels), slots_(kFirstSlots, Slot{{}, kFree}) {}

std::vector<WordReading> LanguageCore::read(std::span<const std::string_view> words) {
  std::vector<WordReading> out(words.size());
  std::uint32_t root = kRootHead;
  for (std::size_t begin = 0; begin < words.size(); begin += kMaxReadWords) {
    const std::size_t count = std::min(kMaxReadWords, words.size() - begin);
    const std::span piece(out.data() + begin, count);
    read_piece(words.subspan(begin, count), piece);
    for (std::size_t i = 0; i < count; ++i)
      if (piece[i].head != kRootHead) {
        piece[i].head += static_cast<std::uint32_t>(begin);
      } else if (root == kRootHead) {
        root = static_cast<std::uint32_t>(begin + i);
      } else {
        piece[i].head = root;
        piece[i].deprel = Deprel::Parataxis;
      }
  }
  return out;
}

void LanguageCore::read_piece(std::span<const std::string_view> words, std::span<WordReading> out) {
  const std::size_t n = words.size();
  look_up(words);
  run_layers(n);
  read_names(n, out);
  make_room(head_, n * kHeadColumns);
  bytes_.resize(n * kWidth);
  kernels_.quantise(weights_.head, first_.data(), n * kWidth, bytes_.data());
  kernels_.multiply(weights_.head, bytes_.data(), kWidth, n, head_.data());
  read_tags(n, out);
  read_tree(n, out);
  read_labels(n, out);
}

void LanguageCore::grow_slots() {
  std::vector<Slot> old(slots_.size() * 2, Slot{{}, kFree});
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.index == kFree) continue;
    std::size_t at = hash_of(slot.word) & (slots_.size() - 1);
    while (slots_[at].index != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

void LanguageCore::look_up(std::span<const std::string_view> words) {
  indices_.clear();
  std::vector<std::string_view> fresh;
  auto next = static_cast<std::uint32_t>(words_kept());
  for (const std::string_view word : words) {
    if ((std::size_t{next} + 1) * 2 > slots_.size()) grow_slots();
    std::size_t at = hash_of(word) & (slots_.size() - 1);
    while (slots_[at].index != kFree && slots_[at].word != word) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at].index == kFree) {
      slots_[at] = {word, next++};
      fresh.push_back(word);
    }
    indices_.push_back(slots_[at].index);
  }
  add_words(fresh);
}

void LanguageCore::add_words(std::span<const std::string_view> words) {
  const std::size_t n = words.size(), old = word_states_.size();
  word_states_.resize(old + n * kWidth);
  float* state = word_states_.data() + old;
  for (std::size_t i = 0; i < n; ++i)
    kernels_.sum_embeddings(weights_, word_features(words[i]), state + i * kWidth);
  kernels_.norm(weights_.input_norm, state, n, state);
  bytes_.resize(n * kWidth);
  make_room(gates_, n * kMixed);
  kernels_.quantise(weights_.mixer, state, n * kWidth, bytes_.data());
  kernels_.multiply(weights_.mixer, bytes_.data(), kWidth, n, gates_.data());
  kernels_.add_larger(gates_.data(), n, state);
  kernels_.norm(weights_.mixed_norm, state, n, state);
}

// Leaves the last state in first_ and the names' state in name_state_.
void LanguageCore::run_layers(std::size_t n) {
  make_room(first_, n * kWidth);
  make_room(second_, n * kWidth);
  make_room(name_state_, n * kWidth);
  make_room(gates_, n * kGates);
  for (std::size_t i = 0; i < n; ++i)
    std::copy_n(word_states_.data() + indices_[i] * kWidth, kWidth, first_.data() + i * kWidth);
  for (std::size_t layer = 0; layer < kTrunkLayers; ++layer) {
    if (layer + 1 == kTrunkLayers) context(kTrunkLayers, first_, n, name_state_);
    context(layer, first_, n, second_);
    first_.swap(second_);
  }
}

void LanguageCore::context(std::size_t layer, const std::vector<float>& in, std::size_t n,
                           std::vector<float>& out) {
  const LinearView gates = weights_.gates[layer];
  // Beyond the sentence's ends stand words of zeros.
  bytes_.assign((n + 2) * kWidth, static_cast<std::uint8_t>(gates.zero));
  kernels_.quantise(gates, in.data(), n * kWidth, bytes_.data() + kWidth);
  kernels_.multiply(gates, bytes_.data(), kWidth, n, gates_.data());
  std::copy_n(in.data(), n * kWidth, out.data());
  kernels_.add_scan(gates_.data(), n, out.data());
  kernels_.norm(weights_.layer_norm[layer], out.data(), n, out.data());
}

void LanguageCore::read_names(std::size_t n, std::span<WordReading> out) {
  bytes_.resize(n * kWidth);
  make_room(labels_, n * std::max(kNameColumns, kLabelColumns));
  kernels_.quantise(weights_.name, name_state_.data(), n * kWidth, bytes_.data());
  kernels_.multiply(weights_.name, bytes_.data(), kWidth, n, labels_.data());
  make_room(scores_, n * kNameTagCount);
  for (std::size_t i = 0; i < n; ++i)
    add_schemes(labels_.data() + i * kNameColumns, scores_.data() + i * kNameTagCount);
  const auto tags = best_name_tags({scores_.data(), n * kNameTagCount});
  for (std::size_t i = 0; i < n; ++i) out[i].name = tags[i];
}

void LanguageCore::read_tags(std::size_t n, std::span<WordReading> out) const {
  for (std::size_t i = 0; i < n; ++i) {
    const float* row = head_.data() + i * kHeadColumns;
    out[i].upos = best<Upos>(row + kUposScore, kUposCount);
    out[i].xpos = best<Xpos>(row + kXposScore, kXposCount);
  }
}

void LanguageCore::score_arcs(std::size_t n) {
  make_room(query_, n * kWidth);
  make_room(heads_, n * kWidth);
  make_room(scores_, n * (n + 1));
  bytes_.resize(n * kWidth);
  for (std::size_t i = 0; i < n; ++i) {
    const float* row = head_.data() + i * kHeadColumns;
    kernels_.quantise(weights_.arc, row + kArcWord, kWidth, bytes_.data() + i * kWidth);
    for (std::size_t j = 0; j < kWidth; ++j) heads_[j * n + i] = std::max(row[kArcHead + j], 0.0f);
  }
  kernels_.multiply(weights_.arc, bytes_.data(), kWidth, n, query_.data());
  kernels_.arc_scores(query_.data(), heads_.data(), n, scores_.data());
}

void LanguageCore::read_tree(std::size_t n, std::span<WordReading> out) {
  score_arcs(n);
  for (std::size_t d = 0; d < n; ++d) {
    float* row = scores_.data() + d * (n + 1);
    const float* word = head_.data() + d * kHeadColumns;
    for (std::size_t h = 0; h < n; ++h) {
      const std::size_t c = distance_class(static_cast<std::int64_t>(d), static_cast<std::int64_t>(h));
      row[h] += word[kDistanceWord + c] + head_[h * kHeadColumns + kDistanceHead + c];
    }
    row[n] = word[kRootScore];
    row[d] = kSelf;
  }
  const auto heads = best_tree({scores_.data(), n * (n + 1)}, static_cast<std::uint32_t>(n));
  for (std::size_t d = 0; d < n; ++d) out[d].head = heads[d] == n ? kRootHead : heads[d];
}

void LanguageCore::read_labels(std::size_t n, std::span<WordReading> out) {
  float hidden[kWidth];
  bytes_.resize(n * kWidth);
  for (std::size_t i = 0; i < n; ++i) {
    const float* word = head_.data() + i * kHeadColumns + kLabelWord;
    const float* over = out[i].head == kRootHead ? weights_.root_label
                                                 : head_.data() + out[i].head * kHeadColumns + kLabelHead;
    for (std::size_t j = 0; j < kWidth; ++j) hidden[j] = word[j] + over[j];
    kernels_.quantise(weights_.label, hidden, kWidth, bytes_.data() + i * kWidth);
  }
  kernels_.multiply(weights_.label, bytes_.data(), kWidth, n, labels_.data());
  for (std::size_t i = 0; i < n; ++i) {
    float* row = labels_.data() + i * kLabelColumns;
    row[static_cast<std::size_t>(Deprel::Root)] = -1e30f;
    out[i].deprel = out[i].head == kRootHead ? Deprel::Root : best<Deprel>(row, kDeprelCount);
  }
}

}  // namespace dateline
