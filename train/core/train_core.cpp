// Trains the language core: reads annotated sentences and the teacher's guesses, learns, writes weights.
//
//   train_core DATA OUT [guesses=FILE] [epochs=N] [seed=N] [rate=X] [gold=N] [silver=N] [batch=N]
//                       [names=X] [guess=X] [dropout=X] [decay=X]
//
// DATA holds the unpacked corpora that docs/models.md names; OUT is written after each epoch, as raw weights
// in single precision for quantise_core. An epoch is `gold` times the treebanks and Wikigold, and `silver`
// others of the sentences that the teacher read (without it: of the Groningen Meaning Bank). Same data, same
// settings, same bytes, on any number of cores; two threads.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>

#include "train/core/evaluate.hpp"
#include "train/core/guesses.hpp"
#include "train/core/team.hpp"

namespace dateline::train {
namespace {

constexpr float kNormLimit = 5;

struct Corpora {
  std::vector<Sample> trees, wiki_names, silver_names, others;
  std::vector<Sample> ewt_dev, gum_dev, silver_dev;
};

void read_development(const std::filesystem::path& data, Corpora& c) {
  c.ewt_dev = read_trees(data / "en_ewt-ud-dev.conllu");
  add_names(c.ewt_dev, data / "uner_ewt-dev.iob2");
  c.gum_dev = read_trees(data / "en_gum-ud-dev.conllu");
}

// In the order in which the teacher reads them.
void take_guesses(const std::filesystem::path& file, Corpora& c) {
  std::vector<Sample> guesses = read_guesses(file);
  std::size_t from = 0;
  for (auto* list : {&c.trees, &c.wiki_names, &c.silver_names}) {
    add_guesses(*list, guesses, from);
    from += list->size();
  }
  for (; from < guesses.size(); ++from)
    if (!guesses[from].words.empty()) c.others.push_back(std::move(guesses[from]));
}

Corpora read_corpora(const std::filesystem::path& data, const std::filesystem::path& guesses) {
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
  c.wiki_names = read_names(data / "wikigold.conll");
  read_development(data, c);
  if (!guesses.empty()) take_guesses(guesses, c);
  return c;
}

struct Options {
  std::filesystem::path data, out, guesses;
  std::map<std::string, double> values{{"epochs", 16},  {"seed", 1},     {"rate", 2e-3}, {"gold", 1},
                                       {"silver", 0},   {"batch", 1000}, {"names", 1},   {"guess", .5},
                                       {"dropout", .1}, {"decay", 1e-3}};
};

Options read_options(int argc, char** argv) {
  if (argc < 3) throw std::runtime_error("usage: train_core DATA OUT [key=value...]");
  Options o{.data = argv[1], .out = argv[2]};
  for (int i = 3; i < argc; ++i) {
    const std::string text = argv[i];
    const auto equals = text.find('=');
    if (text.starts_with("guesses=")) {
      o.guesses = text.substr(equals + 1);
      continue;
    }
    if (equals == text.npos || !o.values.contains(text.substr(0, equals)))
      throw std::runtime_error("unknown: " + text);
    o.values[text.substr(0, equals)] = std::atof(text.c_str() + equals + 1);
  }
  return o;
}

using Samples = std::vector<const Sample*>;

void shuffle(Samples& list, Random& random) {
  for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[random.below(i)]);
}

// The silver sentences in random order, again and again.
class Silver {
 public:
  explicit Silver(const Corpora& c) {
    const bool guessed = !c.others.empty();  // then only what the teacher read
    for (const auto* list : {&c.silver_names, &c.others})
      for (const Sample& s : *list)
        if (s.is_guessed || !guessed) all_.push_back(&s);
    next_ = all_.size();
  }
  void take(std::size_t count, Random& random, Samples& to) {
    for (; count > 0; --count) {
      if (next_ == all_.size()) {
        shuffle(all_, random);
        next_ = 0;
      }
      to.push_back(all_[next_++]);
    }
  }

 private:
  Samples all_;
  std::size_t next_;
};

std::vector<Samples> make_epoch(const Corpora& c, Silver& silver, const Options& o, Random& random) {
  const auto value = [&](const char* key) { return static_cast<std::size_t>(o.values.at(key)); };
  Samples all;
  for (std::size_t i = 0; i < value("gold"); ++i)
    for (const auto* list : {&c.trees, &c.wiki_names})
      for (const Sample& s : *list) all.push_back(&s);
  silver.take(value("silver"), random, all);
  shuffle(all, random);
  std::vector<Samples> batches;
  std::size_t words = value("batch");
  for (const Sample* s : all) {
    if (words >= value("batch")) batches.emplace_back(), words = 0;
    batches.back().push_back(s);
    words += s->words.size();
  }
  return batches;
}

std::shared_ptr<const WordCounts> count_words(const Corpora& c) {
  auto counts = std::make_shared<WordCounts>();
  for (const auto* list : {&c.trees, &c.silver_names, &c.wiki_names, &c.others})
    for (const Sample& s : *list)
      for (const Word& w : s.words) ++(*counts)[word_key(word_features(w.form))];
  return counts;
}

double learn_step(Network& network, Team& team, const Samples& samples, const Adam& adam) {
  std::size_t words = 0;
  for (const Sample* s : samples) words += s->words.size();
  const auto count = static_cast<float>(words);
  const double loss = team.learn(samples) / count;
  double squares = 0;
  const auto parameters = network.parameters();
  for (const Parameter* p : parameters) squares += squared_gradient(*p);
  const float norm = static_cast<float>(std::sqrt(squares)) / count;
  const float scale = std::min(1.0f, kNormLimit / norm) / count;
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

void report(Network& network, const Corpora& c, bool all) {
  std::printf("  EWT %s\n", to_text(evaluate(network, c.ewt_dev)).c_str());
  if (all)
    std::printf("  GUM %s\n  GMB %s\n", to_text(evaluate(network, c.gum_dev)).c_str(),
                to_text(evaluate(network, c.silver_dev)).c_str());
  std::fflush(stdout);
}

void train(const Options& o) {
  const Corpora corpora = read_corpora(o.data, o.guesses);
  const auto value = [&](const char* key) { return o.values.at(key); };
  const auto seed = static_cast<std::uint64_t>(value("seed"));
  Network network;
  Settings& settings = network.settings;
  settings.name_weight = static_cast<float>(value("names"));
  settings.guess_weight = static_cast<float>(value("guess"));
  settings.input_dropout = settings.layer_dropout = settings.head_dropout =
      static_cast<float>(value("dropout"));
  network.make(seed);
  network.counts = count_words(corpora);
  Team team(network, seed + 2000);
  Silver silver(corpora);
  Random random(seed + 1000);
  Adam adam{.decay = static_cast<float>(value("decay"))};
  const auto epochs = static_cast<std::size_t>(value("epochs"));
  for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
    const auto start = std::chrono::steady_clock::now();
    const auto batches = make_epoch(corpora, silver, o, random);
    double loss = 0;
    for (const Samples& samples : batches) {
      ++adam.step;
      adam.rate = rate_at(value("rate"), adam.step, epochs * batches.size());
      loss += learn_step(network, team, samples, adam);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("epoch %zu loss %.4f %.1f s\n", epoch + 1, loss / static_cast<double>(batches.size()),
                seconds.count());
    report(network, corpora, epoch % 4 == 3 || epoch + 1 == epochs);
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
