// Scores coreference against OntoGUM (MUC, B-cubed, CEAF-e and their mean) and GAP (F1 by gender).
//
//   coreference_bench ontogum DOCUMENTS.conllu[.gz] KEY_FOLDER [raw|words|mentions]
//   coreference_bench gap TABLE.tsv[.gz] [FIRST LAST]
//   coreference_bench --weights FILE ...    with other weights than those built in
//
// raw (default): from the raw text; words: words and sentences given; mentions: these and the gold mentions
// given.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "extract/input_error.hpp"
#include "extract/match_references.hpp"
#include "extract/model.hpp"
#include "train/coreference_chains.hpp"
#include "train/coreference_scores.hpp"

namespace dateline {
namespace {

// Added to antecedents where no mention stands alone; sixteenths of a nat.
constexpr std::int32_t kNoneAlone = 24;

// Tokens of one document as tokens of another over the same text.
SpanChains in_words(const std::vector<Chain>& chains, const Document& from, const Document& to) {
  SpanChains found;
  std::map<Span, bool> used;
  for (const Chain& chain : chains) {
    std::vector<Span> spans;
    for (const Span span : chain) {
      const Span bytes = from.bytes_of(span);
      const auto begins = [](const Token& t, std::uint32_t at) { return t.span.end <= at; };
      const auto first = std::lower_bound(to.tokens.begin(), to.tokens.end(), bytes.begin, begins);
      auto last = first;
      while (last != to.tokens.end() && last->span.begin < bytes.end) ++last;
      const Span there{static_cast<std::uint32_t>(first - to.tokens.begin()),
                       static_cast<std::uint32_t>(last - to.tokens.begin())};
      if (there.begin < there.end && !used[there]) spans.push_back(there), used[there] = true;
    }
    if (spans.size() > 1) found.push_back(std::move(spans));
  }
  return found;
}

void print(const std::string& name, const CoreferenceScores& s) {
  const auto one = [](const Ratio& r) {
    std::printf("  %5.1f %5.1f %5.1f", 100 * r.recall(), 100 * r.precision(), 100 * r.f1());
  };
  std::printf("%-14s", name.c_str());
  for (const Ratio* r : {&s.mentions, &s.muc, &s.b_cubed, &s.ceaf_e}) one(*r);
  std::printf("  %5.2f\n", 100 * s.mean());
}

int score_chains(const Model& model, const std::string& conllu, const std::string& keys,
                 const std::string& mode) {
  std::map<std::string, CoreferenceScores> by_genre;
  CoreferenceScores all;
  for (const ChainDocument& gold : read_chains(conllu, keys)) {
    const Document d = mode == "raw" ? analysed_text(gold.words, model) : analysed_words(gold.words, model);
    const bool mentions = mode == "mentions";
    const auto chains = chains_in(d, model, mentions ? kNoneAlone : 0, mentions ? &gold.chains : nullptr);
    const CoreferenceScores scores = coreference_scores(gold.chains, in_words(chains, d, gold.words));
    const std::size_t from = gold.name.find('_') + 1;
    by_genre[gold.name.substr(from, gold.name.find('_', from) - from)].add(scores);
    all.add(scores);
  }
  std::printf("%-14s  mentions: R P F    MUC: R P F         B3: R P F          CEAFe: R P F       mean\n",
              "");
  for (const auto& [genre, scores] : by_genre) print(genre, scores);
  print("all", all);
  return 0;
}

struct PronounScore {
  int right = 0, wrong = 0, missed = 0;
  [[nodiscard]] double f1() const { return right == 0 ? 0 : 200.0 * right / (2.0 * right + wrong + missed); }
};

Document text_document(const std::string& text) {
  Document d;
  d.article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}}};
  d.article.text = text;
  return d;
}

// Whether the pronoun is held for the one that the first and the second name name.
std::pair<bool, bool> answer(const PronounCase& one, const Model& model) {
  const Document d = analysed_text(text_document(one.text), model);
  Resolution r(d, model);
  match_names(r);
  const Syntax syntax(d);
  Discourse discourse(r, syntax, markables_of(r, syntax, noun_phrases(syntax)));
  match_references(r, discourse, by_weights(model.coreference));
  const auto& list = discourse.markables().list;
  MarkableIndex pronoun = kNone;
  for (MarkableIndex i = 0; i < list.size(); ++i)
    if (d.tokens[list[i].head].span.overlaps(one.pronoun) && list[i].form == MarkableForm::Pronoun)
      pronoun = i;
  bool is_a = false, is_b = false;
  for (MarkableIndex i = 0; i < list.size() && pronoun != kNone; ++i) {
    if (i == pronoun || discourse.cluster_of(i) != discourse.cluster_of(pronoun)) continue;
    is_a = is_a || stands_for(d, list[i], one.a);
    is_b = is_b || stands_for(d, list[i], one.b);
  }
  return {is_a, is_b};
}

int score_pronouns(const Model& model, const std::string& tsv, std::size_t first, std::size_t last) {
  PronounScore all, by_gender[2];
  const auto cases = read_pronoun_cases(tsv);
  for (std::size_t n = first; n < std::min(last, cases.size()); ++n) {
    const PronounCase& one = cases[n];
    const auto [is_a, is_b] = answer(one, model);
    for (PronounScore* s : {&all, &by_gender[one.feminine]}) {
      s->right += (is_a && one.is_a) + (is_b && one.is_b);
      s->wrong += (is_a && !one.is_a) + (is_b && !one.is_b);
      s->missed += (!is_a && one.is_a) + (!is_b && one.is_b);
    }
  }
  std::printf("GAP: F1 %.1f (right %d, wrong %d, missed %d), masculine %.1f, feminine %.1f, bias %.3f\n",
              all.f1(), all.right, all.wrong, all.missed, by_gender[0].f1(), by_gender[1].f1(),
              by_gender[1].f1() / by_gender[0].f1());
  return 0;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path, "", "can't be read", "give the path of a file");
  return {std::istreambuf_iterator<char>(in), {}};
}

// What the arguments after the program's name, and after --weights, ask for; 2 where they ask for nothing.
int score(const std::vector<std::string>& args, const Model& model) {
  const auto number = [&](std::size_t i, std::size_t otherwise) {
    return args.size() > i ? static_cast<std::size_t>(std::strtoul(args[i].c_str(), nullptr, 10)) : otherwise;
  };
  if (args.size() >= 3 && args[0] == "ontogum")
    return score_chains(model, args[1], args[2], args.size() > 3 ? args[3] : "raw");
  if (args.size() >= 2 && args[0] == "gap")
    return score_pronouns(model, args[1], number(2, 0), number(3, ~std::size_t{0}));
  std::fputs(
      "usage: coreference_bench [--weights FILE] ontogum DOCUMENTS.conllu KEY_FOLDER [raw|words|mentions]\n"
      "       coreference_bench [--weights FILE] gap TABLE.tsv [FIRST LAST]\n",
      stderr);
  return 2;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  try {
    dateline::Model model = dateline::load_model();
    std::string weights;
    if (args.size() > 1 && args[0] == "--weights") {
      weights = dateline::bytes_of(args[1]);
      model.coreference = dateline::section_of(weights, "antecedent");
      args.erase(args.begin(), args.begin() + 2);
    }
    return dateline::score(args, model);
  } catch (const dateline::InputError& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 2;
  }
}
