// Trains the splitter of sentences: train_sentences OUT_DIR SENTENCES.txt [DEV.txt]
//
// Writes vocabulary.bin and sentences.bin, and prints how many ends are missed and wrong at several
// thresholds. Texts: one sentence a line, a blank line between paragraphs (list_sentences.py). Same data,
// same bytes.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "extract/model.hpp"
#include "extract/sentence_end.hpp"
#include "extract/tokenize.hpp"
#include "extract/utf8.hpp"
#include "train/weights_trainer.hpp"

namespace dateline {
namespace {

constexpr std::size_t kRows = std::size_t{1} << 17;
constexpr int kRounds = 8;
constexpr int kStarts = 12;  // each in another order; the table holds the average of all
constexpr double kMargin = 4;
constexpr std::uint32_t kGlued = 3;  // percent of the sentences that follow one without a blank

struct Paragraph {
  Document d;
  std::set<std::uint32_t> ends;  // bytes
};

std::vector<Paragraph> read_paragraphs(const std::string& path, std::uint32_t glued_percent) {
  std::vector<Paragraph> paragraphs(1);
  std::ifstream in(path, std::ios::binary);
  Dice dice;
  for (std::string line; std::getline(in, line);) {
    std::string& text = paragraphs.back().d.article.text;
    if (line.empty()) {
      if (!text.empty()) paragraphs.emplace_back();
      continue;
    }
    // Some writers leave out the blank behind a full stop.
    const bool stop = !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?');
    const bool glued = stop && starts_upper(line) && dice.below(100) < glued_percent;
    if (!text.empty() && !glued) text += ' ';
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

// One place where a sentence may end.
struct Sample {
  SentenceFeatures features;
  bool ends = false;
  EndKind kind = EndKind::Sign;
};

// The places of one paragraph. A sentence began where the one before was said to end: by `trainer`, or in
// truth where it is null; `take` is called with each.
template <typename Take>
void each_sample(const Paragraph& paragraph, const Model& model, const Vocabulary& vocabulary,
                 const WeightsTrainer* trainer, Take take) {
  const Document& d = paragraph.d;
  const std::vector<WordCodes> codes = word_codes(d, vocabulary);
  const Span tokens{0, static_cast<std::uint32_t>(d.tokens.size())};
  SentenceScan scan(d, codes, model.orthography, tokens);
  for (TokenIndex t = 0; t + 1 < tokens.end; ++t) {
    scan.take(t);
    const bool ends = paragraph.ends.contains(d.tokens[t].span.end);
    bool said = ends;
    if (scan.may_end(t)) {
      const Sample sample{scan.features(t), ends, scan.kind(t)};
      if (trainer != nullptr) said = trainer->score(sample.features) > 0;
      take(sample);
    }
    if (said) scan.end();
  }
}

// How many are wrong at each of several thresholds, by kind: what kSure of split_sentences is chosen by.
void report(const WeightsTrainer& trainer, const std::vector<Sample>& samples) {
  for (const EndKind kind : {EndKind::Sign, EndKind::Word, EndKind::ShortForm}) {
    std::printf("kind %d:", static_cast<int>(kind));
    for (int step = -8; step <= 4; ++step) {
      const double sure = step;
      int missed = 0, wrong = 0;
      for (const Sample& s : samples) {
        if (s.kind != kind) continue;
        const bool said = trainer.score(s.features) > sure;
        missed += s.ends && !said ? 1 : 0;
        wrong += !s.ends && said ? 1 : 0;
      }
      std::printf("  %.1f: %d+%d", sure, missed, wrong);
    }
    std::printf("\n");
  }
}

std::vector<Paragraph> cut_paragraphs(const std::string& path, const Model& model, std::uint32_t glued) {
  std::vector<Paragraph> paragraphs = read_paragraphs(path, glued);
  for (Paragraph& paragraph : paragraphs) {
    Document& d = paragraph.d;
    d.article.blocks = {{{0, static_cast<std::uint32_t>(d.article.text.size())}}};
    d.tokens = tokenize(d, model);
  }
  return paragraphs;
}

void train(const std::string& folder, const std::string& path, const std::string& dev) {
  const Model model = load_model();
  const std::vector<Paragraph> paragraphs = cut_paragraphs(path, model, kGlued);
  const std::string vocabulary = vocabulary_of(paragraphs);
  write_file(folder + "/vocabulary.bin", vocabulary);
  std::vector<std::uint32_t> order(paragraphs.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  WeightsTrainer trainer(kRows, kMargin);
  Dice dice;
  for (int round = 0; round < kRounds * kStarts; ++round) {
    if (round % kRounds == 0) trainer.start_again();
    dice.shuffle(order);
    const WeightsTrainer* const history = round % kRounds < 2 ? nullptr : &trainer;
    for (const std::uint32_t i : order)
      each_sample(paragraphs[i], model, Vocabulary(vocabulary), history,
                  [&](const Sample& sample) { trainer.learn(sample.features, sample.ends); });
    if (round % kRounds >= kRounds / 2) trainer.take_average();
  }
  trainer.settle();
  for (const std::string& text : {path, dev}) {
    if (text.empty()) continue;
    std::vector<Sample> samples;
    for (const Paragraph& paragraph : cut_paragraphs(text, model, 0))
      each_sample(paragraph, model, Vocabulary(vocabulary), &trainer,
                  [&](const Sample& sample) { samples.push_back(sample); });
    report(trainer, samples);
  }
  write_file(folder + "/sentences.bin", trainer.table(kSentenceUnit));
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::fprintf(stderr, "train_sentences OUT_DIR SENTENCES.txt [DEV.txt]\n");
    return 2;
  }
  dateline::train(argv[1], argv[2], argc == 4 ? argv[3] : "");
  return 0;
}
