#include "extract/language_core.hpp"

#include <algorithm>
#include <array>

#include "extract/tree_decoder.hpp"

namespace dateline {
namespace {

constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kRoom = 20'000 * kWidth;
constexpr float kSelf = -1e4f;           // score of a word as its own head
constexpr std::size_t kBatchWords = 96;  // then weights are read seldom, and states stay near

std::size_t hash_of(std::string_view word) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h ^ h >> 29;
}

template <typename Enum>
Enum best(const float* scores, std::size_t count) {
  return static_cast<Enum>(std::max_element(scores, scores + count) - scores);
}

void make_room(std::vector<float>& v, std::size_t size) {
  if (v.size() < size) v.resize(size);
}

// Each part of a long sentence has its own root: the later ones hang on the first.
void join_pieces(std::span<WordReading> sentence) {
  std::uint32_t root = kRootHead;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(i / kMaxReadWords * kMaxReadWords);
    if (sentence[i].head != kRootHead) {
      sentence[i].head += begin;
    } else if (root == kRootHead) {
      root = static_cast<std::uint32_t>(i);
    } else {
      sentence[i].head = root;
      sentence[i].deprel = Deprel::Parataxis;
    }
  }
}

// Positive parts, a column a word; four words together touch memory a quarter as often.
void transpose_heads(const float* rows, std::size_t n, float* out) {
  const std::size_t length = arc_row(n);
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4)
    for (std::size_t j = 0; j < kArcWidth; ++j)
      for (std::size_t k = 0; k < 4; ++k)
        out[j * length + i + k] = std::max(rows[(i + k) * kHeadColumns + j], 0.0f);
  for (; i < n; ++i)
    for (std::size_t j = 0; j < kArcWidth; ++j)
      out[j * length + i] = std::max(rows[i * kHeadColumns + j], 0.0f);
}

// distance_class of heads that stand this far to the right of their word.
constexpr std::array<std::uint8_t, kMaxReadWords> kClassOf = [] {
  std::array<std::uint8_t, kMaxReadWords> out{};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::uint8_t>(distance_class(0, static_cast<std::int64_t>(i)));
  return out;
}();

// The best tags one by one where they may follow each other: then no sequence is better. Else none.
bool greedy_name_tags(const float* scores, std::span<WordReading> out) {
  NameTag before = kOutside;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].name = best<NameTag>(scores + i * kNameTagCount, kNameTagCount);
    if (!may_follow(before, out[i].name)) return false;
    before = out[i].name;
  }
  return may_follow(before, kOutside);
}

}  // namespace

LanguageCore::LanguageCore(const NetworkWeights& weights, const NetworkKernels& kernels)
    : weights_(weights), kernels_(kernels), slots_(kFirstSlots, Slot{{}, kFree}) {
  word_states_.reserve(kRoom);  // address space: memory is taken where it is written
}

std::vector<WordReading> LanguageCore::read(std::span<const std::string_view> words) {
  const std::size_t end = words.size();
  return read(words, {&end, 1});
}

std::vector<WordReading> LanguageCore::read(std::span<const std::string_view> words,
                                            std::span<const std::size_t> ends) {
  std::vector<WordReading> out(words.size());
  std::size_t first = 0, begin = 0;  // of the batch and of the piece
  pieces_.clear();
  rows_ = 1;
  const auto flush = [&] {
    read_batch(words.subspan(first, begin - first), std::span(out).subspan(first, begin - first));
    first = begin;
    pieces_.clear();
    rows_ = 1;
  };
  for (const std::size_t end : ends)
    while (begin < end) {
      const std::size_t count = std::min(kMaxReadWords, end - begin);
      if (rows_ > 1 && rows_ + count > kBatchWords) flush();
      pieces_.push_back({begin - first, count, rows_});
      rows_ += count + 1;
      begin += count;
    }
  if (rows_ > 1) flush();
  for (std::size_t s = 0, from = 0; s < ends.size(); from = ends[s++])
    if (ends[s] - from > kMaxReadWords) join_pieces(std::span(out).subspan(from, ends[s] - from));
  return out;
}

void LanguageCore::read_batch(std::span<const std::string_view> words, std::span<WordReading> out) {
  look_up(words);
  run_layers();
  read_names(out);
  make_room(head_, rows_ * kHeadColumns);
  bytes_.resize(rows_ * kWidth);
  kernels_.quantise(weights_.head, first_.data(), rows_ * kWidth, bytes_.data());
  kernels_.multiply(weights_.head, bytes_.data(), kWidth, rows_, head_.data());
  for (const Piece& piece : pieces_) {
    read_tags(piece, out.subspan(piece.begin, piece.count));
    read_tree(piece, out.subspan(piece.begin, piece.count));
  }
  read_labels(out);
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
  make_room(gates_, n * kMixed + kEmbedding);
  bytes_.resize(n * kEmbedding);
  float* embedded = gates_.data() + n * kMixed;
  // Rows lie far apart: all are asked for before the first is used.
  features_.clear();
  for (const std::string_view word : words) {
    features_.push_back(word_features(word));
    for (const std::uint32_t row : features_.back()) {
      __builtin_prefetch(weights_.embedding[row]);
      __builtin_prefetch(weights_.embedding[row] + 64);
      __builtin_prefetch(weights_.embedding_scale + row);
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    kernels_.embed(weights_, features_[i], embedded);
    kernels_.quantise(weights_.mixer, embedded, kEmbedding, bytes_.data() + i * kEmbedding);
  }
  kernels_.multiply(weights_.mixer, bytes_.data(), kEmbedding, n, gates_.data());
  kernels_.larger(gates_.data(), n, state);
  kernels_.norm(weights_.mixed_norm, state, n, state);
}

// Leaves the last state in first_ and the names' state in name_state_.
void LanguageCore::run_layers() {
  for (auto* state : {&first_, &second_, &name_state_}) make_room(*state, rows_ * kWidth);
  make_room(gates_, rows_ * kGates);
  for (const Piece& piece : pieces_)
    for (std::size_t i = 0; i < piece.count; ++i)
      std::copy_n(word_states_.data() + indices_[piece.begin + i] * kWidth, kWidth,
                  first_.data() + (piece.row + i) * kWidth);
  for (std::size_t layer = 0; layer < kTrunkLayers; ++layer) {
    if (layer + 1 == kTrunkLayers) context(kTrunkLayers, first_, name_state_);
    context(layer, first_, second_);
    first_.swap(second_);
  }
}

void LanguageCore::context(std::size_t layer, const std::vector<float>& in, std::vector<float>& out) {
  const LinearView gates = weights_.gates[layer];
  bytes_.resize(rows_ * kWidth);
  kernels_.quantise(gates, in.data(), rows_ * kWidth, bytes_.data());
  // Beyond the ends of sentences stand words of zeros.
  const auto clear = [&](std::size_t row) {
    std::fill_n(bytes_.data() + row * kWidth, kWidth, static_cast<std::uint8_t>(gates.zero));
  };
  clear(0);
  for (const Piece& piece : pieces_) clear(piece.row + piece.count);
  kernels_.multiply(gates, bytes_.data(), kWidth, rows_ - 2, gates_.data());
  std::copy_n(in.data(), rows_ * kWidth, out.data());
  for (const Piece& piece : pieces_) {
    float* state = out.data() + piece.row * kWidth;
    kernels_.add_scan(gates_.data() + (piece.row - 1) * kGates, piece.count, state);
    kernels_.norm(weights_.layer_norm[layer], state, piece.count, state);
  }
}

void LanguageCore::read_names(std::span<WordReading> out) {
  bytes_.resize(rows_ * kWidth);
  make_room(names_, rows_ * kNameColumns);
  kernels_.quantise(weights_.name, name_state_.data(), rows_ * kWidth, bytes_.data());
  kernels_.multiply(weights_.name, bytes_.data(), kWidth, rows_, names_.data());
  for (const Piece& piece : pieces_) {
    make_room(scores_, piece.count * kNameTagCount);
    for (std::size_t i = 0; i < piece.count; ++i)
      std::copy_n(names_.data() + (piece.row + i) * kNameColumns, kNameTagCount,
                  scores_.data() + i * kNameTagCount);
    const auto words = out.subspan(piece.begin, piece.count);
    if (greedy_name_tags(scores_.data(), words)) continue;
    const auto tags = best_name_tags({scores_.data(), piece.count * kNameTagCount});
    for (std::size_t i = 0; i < piece.count; ++i) words[i].name = tags[i];
  }
}

void LanguageCore::read_tags(const Piece& piece, std::span<WordReading> out) const {
  for (std::size_t i = 0; i < piece.count; ++i) {
    const float* row = head_.data() + (piece.row + i) * kHeadColumns;
    out[i].upos = best<Upos>(row + kUposScore, kUposCount);
    out[i].xpos = best<Xpos>(row + kXposScore, kXposCount);
  }
}

void LanguageCore::score_arcs(const Piece& piece) {
  const std::size_t n = piece.count, length = arc_row(n);
  make_room(query_, n * kArcWidth);
  make_room(heads_, length * kArcWidth);
  make_room(scores_, n * (n + 1));
  bytes_.resize(n * kArcWidth);
  for (std::size_t i = 0; i < n; ++i) {
    const float* row = head_.data() + (piece.row + i) * kHeadColumns;
    kernels_.quantise(weights_.arc, row + kArcWord, kArcWidth, bytes_.data() + i * kArcWidth);
  }
  transpose_heads(head_.data() + piece.row * kHeadColumns + kArcHead, n, heads_.data());
  kernels_.multiply(weights_.arc, bytes_.data(), kArcWidth, n, query_.data());
  kernels_.arc_scores(query_.data(), heads_.data(), n, scores_.data());
}

void LanguageCore::read_tree(const Piece& piece, std::span<WordReading> out) {
  const std::size_t n = piece.count;
  score_arcs(piece);
  const float* head = head_.data() + piece.row * kHeadColumns;
  for (std::size_t d = 0; d < n; ++d) {
    float* row = scores_.data() + d * (n + 1);
    const float* word = head + d * kHeadColumns;
    for (std::size_t h = 0; h < d; ++h) {
      const std::size_t c = kDistanceFrom.size() + kClassOf[d - h];
      row[h] += word[kDistanceWord + c] + head[h * kHeadColumns + kDistanceHead + c];
    }
    for (std::size_t h = d + 1; h < n; ++h) {
      const std::size_t c = kClassOf[h - d];
      row[h] += word[kDistanceWord + c] + head[h * kHeadColumns + kDistanceHead + c];
    }
    row[n] = word[kRootScore];
    row[d] = kSelf;
  }
  const auto heads = best_tree({scores_.data(), n * (n + 1)}, static_cast<std::uint32_t>(n));
  for (std::size_t d = 0; d < n; ++d) out[d].head = heads[d] == n ? kRootHead : heads[d];
}

// What is multiplied to score the relations of a piece, at its words' places in bytes_.
void LanguageCore::label_columns(const Piece& piece, std::span<const WordReading> out) {
  const float* head = head_.data() + piece.row * kHeadColumns;
  float hidden[kArcWidth];
  for (std::size_t i = 0; i < piece.count; ++i) {
    const float* word = head + i * kHeadColumns + kLabelWord;
    const float* over =
        out[i].head == kRootHead ? weights_.root_label : head + out[i].head * kHeadColumns + kLabelHead;
    for (std::size_t j = 0; j < kArcWidth; ++j) hidden[j] = word[j] + over[j];
    kernels_.quantise(weights_.label, hidden, kArcWidth, bytes_.data() + (piece.begin + i) * kArcWidth);
  }
}

void LanguageCore::read_labels(std::span<WordReading> out) {
  make_room(labels_, out.size() * kLabelColumns);
  bytes_.resize(out.size() * kArcWidth);
  for (const Piece& piece : pieces_) label_columns(piece, out.subspan(piece.begin, piece.count));
  kernels_.multiply(weights_.label, bytes_.data(), kArcWidth, out.size(), labels_.data());
  for (std::size_t i = 0; i < out.size(); ++i) {
    float* row = labels_.data() + i * kLabelColumns;
    row[static_cast<std::size_t>(Deprel::Root)] = -1e30f;
    out[i].deprel = out[i].head == kRootHead ? Deprel::Root : best<Deprel>(row, kDeprelCount);
  }
}

}  // namespace dateline
