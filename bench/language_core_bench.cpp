// How right and how fast the language core is on gold tokens, once for each set of kernels.
//
//   language_core_bench FILE.conllu...
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

#include "extract/conllu.hpp"
#include "extract/language_core.hpp"
#include "extract/model.hpp"

namespace dateline {
namespace {

std::vector<std::vector<std::string_view>> words_of(const Document& d) {
  std::vector<std::vector<std::string_view>> out;
  for (const Sentence& s : d.sentences) {
    out.emplace_back();
    for (TokenIndex t = s.tokens.begin; t < s.tokens.end; ++t) out.back().push_back(d.text_of(t));
  }
  return out;
}

void print_accuracy(const Document& d, const std::vector<std::vector<WordReading>>& readings) {
  std::size_t upos = 0, xpos = 0, heads = 0, arcs = 0;
  for (std::size_t s = 0; s < d.sentences.size(); ++s)
    for (TokenIndex t = d.sentences[s].tokens.begin; t < d.sentences[s].tokens.end; ++t) {
      const WordReading& r = readings[s][t - d.sentences[s].tokens.begin];
      upos += r.upos == d.morphs[t].upos;
      xpos += r.xpos == d.morphs[t].xpos;
      const bool head =
          d.arcs[t].head == (r.head == kRootHead ? kNone : d.sentences[s].tokens.begin + r.head);
      heads += head;
      arcs += head && r.deprel == d.arcs[t].deprel;
    }
  const auto percent = [&](std::size_t part) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(d.tokens.size());
  };
  std::printf("UPOS %.2f XPOS %.2f UAS %.2f LAS+ %.2f", percent(upos), percent(xpos), percent(heads),
              percent(arcs));
}

void measure(const char* file, const NetworkWeights& weights) {
  std::ifstream in(file, std::ios::binary);
  const Document d = from_conllu(std::string(std::istreambuf_iterator<char>(in), {}), file);
  const auto sentences = words_of(d);
  for (const NetworkKernels* kernels : network_kernels()) {
    const std::clock_t start = std::clock();
    LanguageCore core(weights, *kernels);
    std::vector<std::vector<WordReading>> readings;
    for (const auto& words : sentences) readings.push_back(core.read(words));
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::printf("%s ", file);
    print_accuracy(d, readings);
    std::printf("  %.0f tokens a second of one core (%s)\n", static_cast<double>(d.tokens.size()) / seconds,
                std::string(kernels->name).c_str());
  }
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  const dateline::Model model = dateline::load_model();
  for (int i = 1; i < argc; ++i) dateline::measure(argv[i], *model.network);
}
