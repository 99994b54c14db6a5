// Trains the splitter of sentences: train_sentences OUT_DIR SENTENCES.txt
//
// Writes vocabulary.bin and sentences.bin. SENTENCES.txt: one sentence a line, a blank line between
// paragraphs (list_sentences.py). Same data, same bytes.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "extract/model.hpp"
#include "extract/sentence_end.hpp"
#include "extract/tokenize.hpp"
#include "train/weights_trainer.hpp"

namespace dateline {
namespace {

constexpr std::size_t kRows = std::size_t{1} << 17;
constexpr int kRounds = 6;

struct Paragraph {
  Document d;
  std::set<std::uint32_t> ends;  // bytes
};

std::vector<Paragraph> read_paragraphs(const std::string& path) {
  std::vector<Paragraph> paragraphs(1);
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    std::string& text = paragraphs.back().d.article.text;
    if (line.empty()) {
      if (!text.empty()) paragraphs.emplace_back();
      continue;
    }
    if (!text.empty()) text += ' ';
    text += line;
    paragraphs.back().ends.insert(static_cast<std::uint32_t>(text.size()));
  }
  return paragraphs;
}

// Words met three times and more.
std::string vocabulary_of(const std::vector<Paragraph>& paragraphs) {
  std::map<std::uint32_t, int> counts;
  for (const Paragraph& paragraph : paragraphs)
    for (const WordCodes& codes : word_codes(paragraph.d, {})) ++counts[Vocabulary::key(codes.form)];
  std::string bytes;
  for (const auto& [key, count] : counts)
    if (count >= 3)
      for (int i = 0; i < 4; ++i) bytes += static_cast<char>(key >> (8 * i));
  return bytes;
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

class Training {
 public:
  Training(const Model& model, Vocabulary vocabulary) : model_(model), vocabulary_(vocabulary) {}

  void learn(const Paragraph& paragraph) {
    const Document& d = paragraph.d;
    const std::vector<WordCodes> codes = word_codes(d, vocabulary_);
    const Span tokens{0, static_cast<std::uint32_t>(d.tokens.size())};
    SentenceScan scan(d, codes, model_.orthography, tokens);
    for (TokenIndex t = 0; t + 1 < tokens.end; ++t) {
      scan.take(t);
      const bool ends = paragraph.ends.contains(d.tokens[t].span.end);
      if (scan.may_end(t)) learn_one(scan.features(t), ends);
      if (ends) scan.end();
    }
  }

  void report(int round) {
    std::printf("round %d: %zu of %zu wrong\n", round, wrong_, seen_);
    wrong_ = seen_ = 0;
  }
  [[nodiscard]] std::string table() const { return trainer_.table(); }

 private:
  void learn_one(const SentenceFeatures& features, bool ends) {
    std::array<float, 2> scores{};
    trainer_.score(features, scores);
    trainer_.next_step();
    ++seen_;
    // A margin steadies what is rare.
    const float margin = ends ? scores[1] - scores[0] : scores[0] - scores[1];
    if (margin > 4) return;
    wrong_ += margin <= 0 ? 1 : 0;
    trainer_.update(features, ends ? 1 : 0, ends ? 0 : 1);
  }

  const Model& model_;
  Vocabulary vocabulary_;
  WeightsTrainer trainer_{kRows};
  std::size_t wrong_ = 0, seen_ = 0;
};

void train(const std::string& folder, const std::string& path) {
  const Model model = load_model();
  std::vector<Paragraph> paragraphs = read_paragraphs(path);
  for (Paragraph& paragraph : paragraphs) {
    Document& d = paragraph.d;
    d.article.blocks = {{{0, static_cast<std::uint32_t>(d.article.text.size())}}};
    d.tokens = tokenize(d, model);
  }
  std::vector<std::uint32_t> order(paragraphs.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const std::string vocabulary = vocabulary_of(paragraphs);
  write_file(folder + "/vocabulary.bin", vocabulary);
  Training training(model, Vocabulary(vocabulary));
  Dice dice;
  for (int round = 0; round < kRounds; ++round) {
    dice.shuffle(order);
    for (const std::uint32_t i : order) training.learn(paragraphs[i]);
    training.report(round);
  }
  write_file(folder + "/sentences.bin", training.table());
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "train_sentences OUT_DIR SENTENCES.txt\n");
    return 2;
  }
  dateline::train(argv[1], argv[2]);
  return 0;
}
