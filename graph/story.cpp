#include "graph/story.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "graph/text_words.hpp"

namespace dateline {
namespace {

bool tells_story(const TextWord& word) {
  constexpr std::size_t kShortestName = 4;  // "He" begins many a sentence
  constexpr std::size_t kShortest = 6;
  return word.short_form || word.folded.size() >= (word.capital ? kShortestName : kShortest) ||
         std::ranges::any_of(word.folded, [](char c) { return '0' <= c && c <= '9'; });
}

struct Counted {
  WordHash word = 0;
  std::uint32_t times = 0;
};

// By word.
std::vector<Counted> counted_words(const Record& record) {
  std::vector<WordHash> words;
  for (const std::string_view sentence : sentences_of(record))
    for (const TextWord& word : text_words(sentence))
      if (tells_story(word)) words.push_back(word_hash(word.folded));
  std::ranges::sort(words);
  std::vector<Counted> counted;
  for (const WordHash word : words) {
    if (counted.empty() || counted.back().word != word) counted.push_back({word, 0});
    ++counted.back().times;
  }
  return counted;
}

}  // namespace

std::vector<std::string_view> sentences_of(const Record& record) {
  std::vector<const Provenance*> all;
  const auto keep = [&all](const Provenance& words) {
    if (!words.text.empty()) all.push_back(&words);
  };
  for (const RecordEvent& e : record.events) std::ranges::for_each(e.sentences, keep);
  std::ranges::for_each(record.other_sentences, keep);
  const auto place = [](const Provenance* p) {
    return std::tuple(p->source.begin, std::string_view(p->text));
  };
  std::ranges::sort(all, {}, place);
  std::vector<std::string_view> texts;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i == 0 || place(all[i]) != place(all[i - 1])) texts.push_back(all[i]->text);
  return texts;
}

Stories::Stories(std::span<const Record> records, std::span<const std::size_t> texts)
    : weights_(records.size()) {
  std::unordered_map<WordHash, std::uint32_t> articles_with;
  std::size_t articles = 0;
  for (std::size_t r = 0; r < records.size(); ++r) {
    const std::uint32_t counts = texts[r] == r ? 1 : 0;
    articles += counts;
    for (const Counted& c : counted_words(records[r])) {
      articles_with[c.word] += counts;
      weights_[r].push_back({c.word, static_cast<float>(1 + std::log(c.times))});
    }
  }
  const auto all = static_cast<double>(articles + kUnseen);
  for (std::vector<Weight>& article : weights_) {
    double squares = 0;
    for (Weight& w : article) {
      const std::uint32_t with = std::max(1U, articles_with.at(w.word));  // 0: in a copy only
      w.shared = with > 1;
      w.weight *= static_cast<float>(std::log(all / with));
      squares += static_cast<double>(w.weight) * w.weight;
    }
    for (Weight& w : article) w.weight = static_cast<float>(w.weight / std::sqrt(squares));
    article.shrink_to_fit();
  }
}

double Stories::likeness(std::size_t a, std::size_t b) const {
  double sum = 0;
  auto x = weights_[a].begin();
  auto y = weights_[b].begin();
  while (x != weights_[a].end() && y != weights_[b].end()) {
    if (x->word == y->word)
      sum += static_cast<double>(x++->weight) * y++->weight;
    else
      x->word < y->word ? ++x : ++y;
  }
  return sum;
}

std::vector<WordHash> Stories::main_words(std::size_t article) const {
  std::vector<Weight> shared;
  for (const Weight& w : weights_[article])
    if (w.shared) shared.push_back(w);
  const std::size_t n = std::min(shared.size(), kMainWords);
  std::ranges::partial_sort(shared, shared.begin() + static_cast<std::ptrdiff_t>(n), {},
                            [](const Weight& w) { return std::tuple(-w.weight, w.word); });
  std::vector<WordHash> words;
  for (std::size_t i = 0; i < n; ++i) words.push_back(shared[i].word);
  return words;
}

}  // namespace dateline
