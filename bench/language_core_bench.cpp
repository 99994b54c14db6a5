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

struct Words {
  std::vector<std::string_view> words;
  std::vector<std::size_t> ends;
};

Words words_of(const Document& d) {
  Words out;
  for (const Sentence& s : d.sentences) {
    for (TokenIndex t = s.tokens.begin; t < s.tokens.end; ++t) out.words.push_back(d.text_of(t));
    out.ends.push_back(out.words.size());
  }
  return out;
}

void print_accuracy(const Document& d, const std::vector<WordReading>& readings) {
  std::size_t upos = 0, xpos = 0, heads = 0, arcs = 0, next = 0;
  for (const Sentence& s : d.sentences)
    for (TokenIndex t = s.tokens.begin; t < s.tokens.end; ++t) {
      const WordReading& r = readings[next++];
      upos += r.upos == d.morphs[t].upos;
      xpos += r.xpos == d.morphs[t].xpos;
      const bool head = d.arcs[t].head == (r.head == kRootHead ? kNone : s.tokens.begin + r.head);
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
  const Words words = words_of(d);
  for (const NetworkKernels* kernels : network_kernels()) {
    const std::clock_t start = std::clock();
    LanguageCore core(weights, *kernels);
    const auto readings = core.read(words.words, words.ends);
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
