// Lets several trained networks together read raw sentences: silver trees to learn from.
//
//   label_core SENTENCES OUT.conllu WEIGHTS...
//
// SENTENCES are lines `WORD ... TAG`, empty lines between sentences (only the words are used). Scores of the
// networks are added before anything is decided.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "extract/tree_decoder.hpp"
#include "train/core/network.hpp"

namespace dateline::train {
namespace {

using Networks = std::vector<Network>;

void add(std::vector<float>& sum, const float* values, std::size_t count) {
  sum.resize(count, 0.0f);
  for (std::size_t i = 0; i < count; ++i) sum[i] += values[i];
}

std::size_t best(const std::vector<float>& scores, std::size_t begin, std::size_t count) {
  const auto first = scores.begin() + static_cast<std::ptrdiff_t>(begin);
  return static_cast<std::size_t>(std::max_element(first, first + static_cast<std::ptrdiff_t>(count)) -
                                  first);
}

std::vector<std::uint32_t> agree_on_heads(Networks& networks, const Batch& batch) {
  std::vector<float> sum;
  for (Network& network : networks) {
    network.forward(batch);
    const auto scores = network.arc_scores(batch, 0);
    add(sum, scores.data(), scores.size());
  }
  return best_tree(sum, static_cast<std::uint32_t>(batch.words));
}

void label(Networks& networks, Sample& sample) {
  const Sample* one = &sample;
  const Batch batch = make_batch({&one, 1}, nullptr);
  const auto heads = agree_on_heads(networks, batch);
  std::vector<std::uint32_t> head_row(batch.rows(), Network::kRootRow);
  for (std::size_t i = 0; i < heads.size(); ++i)
    if (heads[i] != heads.size()) head_row[1 + i] = 1 + heads[i];
  for (Network& network : networks) network.label_forward(batch, head_row);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    std::vector<float> tags, labels;
    for (const Network& network : networks) {
      add(tags, network.head_scores.row(1 + i), kHeadEnd);
      add(labels, network.label_scores.row(1 + i), kDeprelCount);
    }
    Word& word = sample.words[i];
    word.upos = static_cast<Upos>(best(tags, kUposScore, kUposCount));
    word.xpos = static_cast<Xpos>(best(tags, kXposScore, kXposCount));
    word.head = heads[i] == heads.size() ? -1 : static_cast<int>(heads[i]);
    word.deprel = word.head < 0 ? Deprel::Root : static_cast<Deprel>(best(labels, 0, kDeprelCount));
  }
}

void write(const Sample& sample, std::ofstream& out) {
  for (std::size_t i = 0; i < sample.words.size(); ++i) {
    const Word& w = sample.words[i];
    out << i + 1 << '\t' << w.form << "\t_\t" << to_string(w.upos) << '\t' << to_string(w.xpos) << "\t_\t"
        << w.head + 1 << '\t' << to_string(w.deprel) << "\t_\t_\n";
  }
  out << '\n';
}

}  // namespace
}  // namespace dateline::train

int main(int argc, char** argv) {
  using namespace dateline::train;
  try {
    if (argc < 4) throw std::runtime_error("usage: label_core SENTENCES OUT.conllu WEIGHTS...");
    Networks networks(static_cast<std::size_t>(argc - 3));
    for (std::size_t i = 0; i < networks.size(); ++i) {
      networks[i].make(1);
      networks[i].load(argv[3 + i]);
    }
    std::ofstream out(argv[2], std::ios::binary);
    for (Sample& sample : read_names(argv[1])) {
      label(networks, sample);
      write(sample, out);
    }
    if (!out) throw std::runtime_error(std::string("cannot write ") + argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "label_core: %s\n", error.what());
    return 1;
  }
}
