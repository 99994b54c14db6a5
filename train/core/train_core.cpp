// Trains the language core: reads annotated sentences, learns, writes weights.
//
//   train_core DATA OUT [epochs=N] [seed=N] [rate=X] [gmb=N] [names=X] [dropout=X] [decay=X]
//                       [silver=TREES]
//
// DATA holds the unpacked corpora that docs/models.md names; OUT is written after each epoch, as raw
// weights in single precision for quantise_core. TREES are those that label_core gives to gmb_silver.conll.
// Same data, same settings, same bytes. One thread.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>

#include "train/core/evaluate.hpp"

namespace dateline::train {
namespace {

constexpr std::size_t kBatchWords = 600;
constexpr float kNormLimit = 5;

struct Corpora {
  std::vector<Sample> trees, silver_names, wiki_names;
  std::vector<Sample> ewt_dev, gum_dev, silver_dev;
};

Corpora read_corpora(const std::filesystem::path& data, const std::filesystem::path& silver_trees) {
  Corpora c;
  c.trees = read_trees(data / "en_ewt-ud-train.conllu");
  add_names(c.trees, data / "uner_ewt-train.iob2");
  for (Sample& s : read_trees(data / "en_gum-ud-train.conllu")) c.trees.push_back(std::move(s));
  c.silver_names = read_names(data / "gmb_silver.conll");
  // One unbroken stretch is set aside: articles have no boundaries in this corpus.
  const auto cut = static_cast<std::ptrdiff_t>(c.silver_names.size() - c.silver_names.size() / 20);
  c.silver_dev.assign(c.silver_names.begin() + cut, c.silver_names.end());
  c.silver_names.resize(static_cast<std::size_t>(cut));
  for (auto* list : {&c.silver_names, &c.silver_dev})
    for (Sample& s : *list) s.name_scheme = 1;
  if (!silver_trees.empty()) add_trees(c.silver_names, read_trees(silver_trees));
  c.wiki_names = read_names(data / "wikigold.conll");
  c.ewt_dev = read_trees(data / "en_ewt-ud-dev.conllu");
  add_names(c.ewt_dev, data / "uner_ewt-dev.iob2");
  c.gum_dev = read_trees(data / "en_gum-ud-dev.conllu");
  return c;
}

struct Options {
  std::filesystem::path data, out, silver;
  std::map<std::string, double> values{{"epochs", 16}, {"seed", 1},     {"rate", 2e-3}, {"gmb", 4000},
                                       {"names", 1},   {"dropout", .2}, {"decay", 1e-3}};
};

Options read_options(int argc, char** argv) {
  if (argc < 3) throw std::runtime_error("usage: train_core DATA OUT [key=value...]");
  Options o{.data = argv[1], .out = argv[2]};
  for (int i = 3; i < argc; ++i) {
    const std::string text = argv[i];
    const auto equals = text.find('=');
    if (text.starts_with("silver=")) {
      o.silver = text.substr(equals + 1);
      continue;
    }
    if (equals == text.npos || !o.values.contains(text.substr(0, equals)))
      throw std::runtime_error("unknown: " + text);
    o.values[text.substr(0, equals)] = std::atof(text.c_str() + equals + 1);
  }
  return o;
}

void shuffle(std::vector<const Sample*>& list, Random& random) {
  for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[random.below(i)]);
}

// All trees, `gmb` silver sentences and all of Wikigold, in batches of one kind.
std::vector<std::vector<const Sample*>> make_epoch(const Corpora& c, std::size_t gmb, Random& random) {
  std::vector<std::vector<const Sample*>> batches;
  const auto cut = [&](std::vector<const Sample*> list) {
    std::size_t words = kBatchWords;
    for (const Sample* s : list) {
      if (words >= kBatchWords) batches.emplace_back(), words = 0;
      batches.back().push_back(s);
      words += s->words.size();
    }
  };
  std::vector<const Sample*> trees, names, silver;
  for (const Sample& s : c.trees) trees.push_back(&s);
  for (const Sample& s : c.silver_names) silver.push_back(&s);
  if (gmb > 0)
    for (const Sample& s : c.wiki_names) names.push_back(&s);
  shuffle(silver, random);
  names.insert(names.end(), silver.begin(),
               silver.begin() + static_cast<std::ptrdiff_t>(std::min(gmb, silver.size())));
  shuffle(trees, random);
  shuffle(names, random);
  cut(trees);
  cut(names);
  for (std::size_t i = batches.size(); i > 1; --i) std::swap(batches[i - 1], batches[random.below(i)]);
  return batches;
}

void count_words(Network& network, const Corpora& c) {
  for (const auto* list : {&c.trees, &c.silver_names, &c.wiki_names})
    for (const Sample& s : *list)
      for (const Word& w : s.words) ++network.counts[word_key(word_features(w.form))];
}

double learn_step(Network& network, const Batch& batch, const Adam& adam) {
  const double loss = network.learn(batch) / static_cast<double>(batch.words);
  double squares = 0;
  const auto parameters = network.parameters();
  for (const Parameter* p : parameters) squares += squared_gradient(*p);
  const auto norm = static_cast<float>(std::sqrt(squares)) / static_cast<float>(batch.words);
  const float scale = std::min(1.0f, kNormLimit / norm) / static_cast<float>(batch.words);
  for (Parameter* p : parameters) update(*p, adam, scale);
  return loss;
}

// Up in a straight line, then down to nothing along half a cosine.
float rate_at(double peak, std::uint64_t step, std::uint64_t steps) {
  constexpr double warm = 300;
  const auto t = static_cast<double>(step);
  if (t < warm) return static_cast<float>(peak * t / warm);
  const double x = std::min(1.0, (t - warm) / (static_cast<double>(steps) - warm));
  return static_cast<float>(peak * (0.5 + 0.5 * std::cos(3.14159265358979 * x)) + 1e-6);
}

void train(const Options& o) {
  const Corpora corpora = read_corpora(o.data, o.silver);
  const auto value = [&](const char* key) { return o.values.at(key); };
  Network network;
  network.settings.name_weight = static_cast<float>(value("names"));
  network.settings.input_dropout = network.settings.layer_dropout = network.settings.head_dropout =
      static_cast<float>(value("dropout"));
  network.make(static_cast<std::uint64_t>(value("seed")));
  count_words(network, corpora);
  Random random(static_cast<std::uint64_t>(value("seed")) + 1000);
  Adam adam{.decay = static_cast<float>(value("decay"))};
  const auto epochs = static_cast<std::size_t>(value("epochs"));
  for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
    const auto start = std::chrono::steady_clock::now();
    const auto batches = make_epoch(corpora, static_cast<std::size_t>(value("gmb")), random);
    double loss = 0;
    for (const auto& samples : batches) {
      ++adam.step;
      adam.rate = rate_at(value("rate"), adam.step, epochs * batches.size());
      loss += learn_step(network, make_batch(samples, &random), adam);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("epoch %zu loss %.4f %.1f s\n  EWT %s\n", epoch + 1,
                loss / static_cast<double>(batches.size()), seconds.count(),
                to_text(evaluate(network, corpora.ewt_dev)).c_str());
    if (epoch % 4 == 3 || epoch + 1 == epochs)
      std::printf("  GUM %s\n  GMB %s\n", to_text(evaluate(network, corpora.gum_dev)).c_str(),
                  to_text(evaluate(network, corpora.silver_dev)).c_str());
    std::fflush(stdout);
    network.save(o.out);
  }
}

}  // namespace
}  // namespace dateline::train

int main(int argc, char** argv) {
  try {
    dateline::train::train(dateline::train::read_options(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_core: %s\n", error.what());
    return 1;
  }
}
