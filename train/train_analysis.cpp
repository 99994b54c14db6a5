// Trains the tagger and the parser: train_analysis OUT_DIR TRAIN.conllu...
//
// Writes vocabulary.bin, tagger.bin and parser.bin. Same data, same bytes. The parser learns from tags as the
// tagger guesses them for sentences that it has not seen (five folds).
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "extract/conllu.hpp"
#include "extract/input_error.hpp"
#include "extract/parser.hpp"
#include "extract/tagger.hpp"
#include "train/weights_trainer.hpp"

namespace dateline {
namespace {

constexpr std::size_t kTaggerRows = std::size_t{1} << 20;
constexpr std::size_t kParserRows = std::size_t{1} << 21;
constexpr int kTaggerRounds = 8;
constexpr int kParserRounds = 12;
constexpr std::uint32_t kFolds = 5;

struct Sample {
  std::vector<WordCodes> codes;
  std::vector<Tag> tags;
  std::vector<std::uint64_t> guessed;  // tag codes, as the tagger guesses
  std::vector<std::uint32_t> heads;    // words.size() for the root
  std::vector<Deprel> deprels;
};

Document read_document(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  Document d = from_conllu(text, path);
  if (d.arcs.empty()) throw InputError(path, "", "has words without tags or heads", "give whole treebanks");
  return d;
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::printf("%s: %zu bytes\n", path.c_str(), bytes.size());
}

// Words met three times and more.
std::string vocabulary_of(const std::vector<Document>& documents) {
  std::map<std::uint32_t, int> counts;
  for (const Document& d : documents)
    for (const WordCodes& codes : word_codes(d, {})) ++counts[Vocabulary::key(codes.form)];
  std::string bytes;
  for (const auto& [key, count] : counts)
    if (count >= 3)
      for (int i = 0; i < 4; ++i) bytes += static_cast<char>(key >> (8 * i));
  return bytes;
}

std::vector<std::pair<Upos, Xpos>> tags_of(const std::vector<Document>& documents) {
  std::map<std::pair<Upos, Xpos>, int> counts;
  for (const Document& d : documents)
    for (const Morph& morph : d.morphs) ++counts[{morph.upos, morph.xpos}];
  std::vector<std::pair<Upos, Xpos>> tags;
  for (const auto& [tag, count] : counts)
    if (count >= 4) tags.push_back(tag);
  return tags;
}

std::vector<Sample> samples_of(const std::vector<Document>& documents, const Vocabulary& vocabulary,
                               const std::vector<std::pair<Upos, Xpos>>& tags) {
  std::vector<Sample> samples;
  for (const Document& d : documents) {
    const std::vector<WordCodes> codes = word_codes(d, vocabulary);
    for (const Sentence& sentence : d.sentences) {
      const auto [begin, end] = sentence.tokens;
      Sample sample;
      sample.codes.assign(codes.begin() + begin, codes.begin() + end);
      for (TokenIndex t = begin; t < end; ++t) {
        const Morph& morph = d.morphs[t];
        const auto tag = std::lower_bound(tags.begin(), tags.end(), std::pair(morph.upos, morph.xpos));
        const bool known = tag != tags.end() && *tag == std::pair(morph.upos, morph.xpos);
        sample.tags.push_back(known ? static_cast<Tag>(tag - tags.begin()) : kNoTag);
        sample.heads.push_back(d.arcs[t].head == kNone ? end - begin : d.arcs[t].head - begin);
        sample.deprels.push_back(d.arcs[t].deprel);
      }
      samples.push_back(std::move(sample));
    }
  }
  return samples;
}

std::string head_of_tagger(const std::vector<std::pair<Upos, Xpos>>& tags) {
  std::string bytes(1, static_cast<char>(tags.size()));
  for (const auto& [upos, xpos] : tags) {
    bytes += static_cast<char>(upos);
    bytes += static_cast<char>(xpos);
  }
  return bytes;
}

std::string train_tagger(const std::vector<Sample>& samples, std::vector<std::uint32_t> order,
                         std::size_t classes) {
  WeightsTrainer trainer(kTaggerRows);
  Dice dice;
  std::array<Feature, kTagFeatures> features;
  std::vector<float> scores(classes);
  std::vector<Tag> guessed;
  for (int round = 0; round < kTaggerRounds; ++round) {
    dice.shuffle(order);
    std::size_t wrong = 0, all = 0;
    for (const std::uint32_t s : order) {
      const Sample& sample = samples[s];
      const Span sentence{0, static_cast<std::uint32_t>(sample.codes.size())};
      guessed.assign(sentence.end, 0);
      for (TokenIndex t = 0; t < sentence.end; ++t, ++all) {
        tag_features(sample.codes, sentence, t, guessed, features);
        trainer.score(features, scores);
        guessed[t] = static_cast<Tag>(std::max_element(scores.begin(), scores.end()) - scores.begin());
        trainer.next_step();
        if (guessed[t] == sample.tags[t] || sample.tags[t] == kNoTag) continue;
        trainer.update(features, sample.tags[t], guessed[t]);
        ++wrong;
      }
    }
    std::printf("tagger round %d: %.2f %% wrong\n", round,
                100.0 * static_cast<double>(wrong) / static_cast<double>(all));
    std::fflush(stdout);
  }
  return trainer.table();
}

void guess_tags(const Tagger& tagger, Sample& sample) {
  std::vector<Tag> tags(sample.codes.size());
  tag_sentence(tagger, sample.codes, {0, static_cast<std::uint32_t>(tags.size())}, tags);
  sample.guessed.clear();
  for (const Tag tag : tags)
    sample.guessed.push_back(tag_code({.upos = tagger.tags[tag].first, .xpos = tagger.tags[tag].second}));
}

void guess_by_folds(std::vector<Sample>& samples, const std::vector<std::pair<Upos, Xpos>>& tags) {
  const auto fold_of = [](std::size_t s) { return s / 40 % kFolds; };
  for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
    std::vector<std::uint32_t> others;
    for (std::uint32_t s = 0; s < samples.size(); ++s)
      if (fold_of(s) != fold) others.push_back(s);
    const std::string bytes = head_of_tagger(tags) + train_tagger(samples, others, tags.size());
    const Tagger tagger = read_tagger(bytes);
    for (std::size_t s = 0; s < samples.size(); ++s)
      if (fold_of(s) == fold) guess_tags(tagger, samples[s]);
  }
}

// How many gold arcs each kind of transition makes impossible (Goldberg and Nivre 2013).
struct Costs {
  int shift = 0, left = 0, right = 0;
};

Costs costs_of(const ParserState& state, const Sample& sample) {
  Costs costs;
  const auto words = static_cast<std::uint32_t>(sample.heads.size());
  const std::uint32_t s0 = state.top(0), s1 = state.top(1), b0 = state.next;
  if (s0 != kNone) {
    int lost = 0;  // children of s0 in the buffer, and its head there
    for (std::uint32_t b = b0; b < words; ++b) lost += sample.heads[b] == s0 ? 1 : 0;
    const std::uint32_t head = sample.heads[s0];
    costs.left = lost + (head == s1 || (head > b0 && head != kNone) ? 1 : 0);
    costs.right = lost + (head >= b0 ? 1 : 0);
  }
  if (b0 < words)
    for (std::size_t i = 0; i < state.stack.size(); ++i) {
      const std::uint32_t s = state.stack[i];
      costs.shift += sample.heads[s] == b0 ? 1 : 0;
      costs.shift += sample.heads[b0] == s && s != s0 ? 1 : 0;
    }
  return costs;
}

bool is_right_choice(const ParserState& state, const Sample& sample, const Costs& costs, int least,
                     Transition t) {
  if (t == kShift) return costs.shift == least;
  const std::uint32_t child = state.top(0);
  const std::uint32_t head = is_left(t) ? state.next : state.top(1);
  if ((is_left(t) ? costs.left : costs.right) != least) return false;
  return sample.heads[child] != head || sample.deprels[child] == relation(t);
}

template <typename Allow>
Transition best_of(const std::vector<float>& scores, Allow allow) {
  int best = -1;
  for (std::size_t t = 0; t < kTransitions; ++t)
    if (allow(static_cast<Transition>(t)) && (best < 0 || scores[t] > scores[static_cast<std::size_t>(best)]))
      best = static_cast<int>(t);
  return static_cast<Transition>(best);
}

class ParserTraining {
 public:
  explicit ParserTraining(const std::vector<Sample>& samples) : samples_(samples), trainer_(kParserRows) {}

  std::string train() {
    std::vector<std::uint32_t> order(samples_.size());
    for (std::uint32_t s = 0; s < order.size(); ++s) order[s] = s;
    for (int round = 0; round < kParserRounds; ++round) {
      dice_.shuffle(order);
      wrong_ = steps_ = 0;
      for (const std::uint32_t s : order) learn(samples_[s], round > 0);
      std::printf("parser round %d: %.2f %% wrong\n", round,
                  100.0 * static_cast<double>(wrong_) / static_cast<double>(steps_));
      std::fflush(stdout);
    }
    return trainer_.table();
  }

 private:
  void learn(const Sample& sample, bool explore) {
    ParserState state(static_cast<std::uint32_t>(sample.codes.size()));
    while (!state.done()) {
      const std::size_t count = parse_features(state, sample.codes, sample.guessed, features_);
      const std::span<const Feature> features(features_.data(), count);
      trainer_.score(features, scores_);
      trainer_.next_step();
      ++steps_;
      const bool at_root = state.next == state.words.size();
      const auto allowed = [&](Transition t) {
        if (t == kShift) return state.can_shift();
        if (is_left(t)) return state.can_left() && (relation(t) == Deprel::Root) == at_root;
        return state.can_right() && relation(t) != Deprel::Root;
      };
      const Costs costs = costs_of(state, sample);
      int least = INT32_MAX;
      if (state.can_shift()) least = std::min(least, costs.shift);
      if (state.can_left()) least = std::min(least, costs.left);
      if (state.can_right()) least = std::min(least, costs.right);
      const auto right = [&](Transition t) {
        return allowed(t) && is_right_choice(state, sample, costs, least, t);
      };
      const Transition guess = best_of(scores_, allowed);
      Transition go = guess;
      if (!right(guess)) {
        const Transition best = best_of(scores_, right);
        if (best < kTransitions && right(best)) {
          trainer_.update(features, best, guess);
          ++wrong_;
          if (!explore || dice_.below(10) == 0) go = best;
        }
      }
      state.apply(go);
    }
  }

  const std::vector<Sample>& samples_;
  WeightsTrainer trainer_;
  Dice dice_;
  ParseFeatures features_;
  std::vector<float> scores_ = std::vector<float>(kTransitions);
  std::size_t wrong_ = 0, steps_ = 0;
};

void train(const std::string& folder, const std::vector<std::string>& paths) {
  std::vector<Document> documents;
  for (const std::string& path : paths) documents.push_back(read_document(path));
  const std::string vocabulary = vocabulary_of(documents);
  write_file(folder + "/vocabulary.bin", vocabulary);
  const auto tags = tags_of(documents);
  std::vector<Sample> samples = samples_of(documents, Vocabulary(vocabulary), tags);
  std::printf("%zu sentences, %zu tags\n", samples.size(), tags.size());
  std::vector<std::uint32_t> order(samples.size());
  for (std::uint32_t s = 0; s < order.size(); ++s) order[s] = s;
  write_file(folder + "/tagger.bin", head_of_tagger(tags) + train_tagger(samples, order, tags.size()));
  guess_by_folds(samples, tags);
  write_file(folder + "/parser.bin", ParserTraining(samples).train());
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "train_analysis OUT_DIR TRAIN.conllu...\n");
    return 2;
  }
  dateline::train(argv[1], {argv + 2, argv + argc});
  return 0;
}
