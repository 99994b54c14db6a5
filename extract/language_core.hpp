// The network that reads sentences: tags, heads, relations and names in one pass.
//
// Word embeddings, a mixer, three layers of context and small heads on top, in bytes; docs/analysis.md draws
// it. The same text gives the same answer on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/name_tags.hpp"
#include "extract/network_kernels.hpp"
#include "extract/network_weights.hpp"

namespace dateline {

// What the network says of a word. `head` is an index into the sentence; kRootHead for its one root.
struct WordReading {
  Upos upos = Upos::X;
  Xpos xpos = Xpos::None;
  Deprel deprel = Deprel::Dep;
  NameTag name = kOutside;
  std::uint32_t head = 0;
};
inline constexpr std::uint32_t kRootHead = 0xFFFFFFFF;

// Longer sentences are read in pieces, the later ones hung on the root of the first; time and memory stay
// linear.
inline constexpr std::size_t kMaxReadWords = 256;

// Reads sentences, reusing memory and what was computed for words met before. Give one to each thread and
// each stretch of text: it keeps an entry for every different word.
class LanguageCore {
 public:
  // The weights must outlive this. Uses the best kernels of this machine unless told which.
  explicit LanguageCore(const NetworkWeights& weights,
                        const NetworkKernels& kernels = *network_kernels().front());

  // Needs words that are not empty; `text` in them must live as long as this is used.
  [[nodiscard]] std::vector<WordReading> read(std::span<const std::string_view> words);

  // The same for several sentences, one after the other, which is quicker; `ends` tells where each ends.
  // Heads count from their sentence's first word.
  [[nodiscard]] std::vector<WordReading> read(std::span<const std::string_view> words,
                                              std::span<const std::size_t> ends);

  // How many different words are kept.
  [[nodiscard]] std::size_t words_kept() const { return word_states_.size() / kWidth; }

 private:
  struct Slot {
    std::string_view word;
    std::uint32_t index = 0;
  };

  // Words that pass through the network side by side: those of a sentence, or of a part of a long one.
  struct Piece {
    std::size_t begin, count;
    std::size_t row;  // of the first word; an empty row follows the last one
  };

  void read_batch(std::span<const std::string_view> words, std::span<WordReading> out);
  void look_up(std::span<const std::string_view> words);
  void add_words(std::span<const std::string_view> words);
  void grow_slots();
  void run_layers();
  void context(std::size_t layer, const std::vector<float>& in, std::vector<float>& out);
  void read_names(std::span<WordReading> out);
  void read_tags(const Piece& piece, std::span<WordReading> out) const;
  void read_tree(const Piece& piece, std::span<WordReading> out);
  void score_arcs(const Piece& piece);
  void label_columns(const Piece& piece, std::span<const WordReading> out);
  void read_labels(std::span<WordReading> out);

  const NetworkWeights& weights_;
  const NetworkKernels& kernels_;
  std::vector<Slot> slots_;  // open addressing
  std::vector<float> word_states_;
  std::vector<WordFeatures> features_;  // of words not met before
  std::vector<std::uint32_t> indices_;  // of the batch's words
  std::vector<Piece> pieces_;           // of the batch
  std::size_t rows_ = 0;
  std::vector<std::uint8_t> bytes_;
  std::vector<float> first_, second_, name_state_, gates_, head_, query_, heads_, scores_, names_, labels_;
};

}  // namespace dateline
