// Stories: what articles tell of, by their words, to say how alike two are.
//
// The words of an article are those of all sentences that its record keeps. Those that tell a story are
// names, numbers and words of six letters or more; they weigh by how often the article has them and how few
// articles do (tf-idf; Salton and Buckley 1988), with kUnseen articles added that have none of them, so that
// a word that both of two articles have still weighs. Everything follows from the set of records.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extract/record.hpp"
#include "graph/word_hash.hpp"

namespace dateline {

class Stories {
 public:
  static constexpr std::size_t kUnseen = 20;
  static constexpr std::size_t kMainWords = 8;

  // `texts` are the classes of the records' texts (text_copies.hpp): copies count as one article.
  Stories(std::span<const Record> records, std::span<const std::size_t> texts);

  // Cosine of the weights of two articles: 1 for the same words, 0 for none in common.
  [[nodiscard]] double likeness(std::size_t a, std::size_t b) const;
  // The words, of those that another article has too, that weigh most: up to kMainWords, the heaviest first.
  [[nodiscard]] std::vector<WordHash> main_words(std::size_t article) const;

 private:
  struct Weight {
    WordHash word = 0;
    float weight = 0;     // 0 to 1; the squares of an article's sum up to 1
    bool shared = false;  // another article has it
  };
  std::vector<std::vector<Weight>> weights_;  // of each article, by word
};

// The sentences of a record that have words, each once, in text order.
[[nodiscard]] std::vector<std::string_view> sentences_of(const Record& record);

}  // namespace dateline
