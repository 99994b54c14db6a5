// Learns the table of lemmas: train_lemmas OUT.tsv TRAIN.conllu...
//
// For each tag, endings from short to long; an ending is kept where most of its words need another rule than
// the shorter ending gives, a whole word where it is an exception to all of them.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "extract/conllu.hpp"
#include "extract/lemma.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

struct Rule {
  std::uint32_t cut = 0;
  std::string add;
  bool keep = false;
  auto operator<=>(const Rule&) const = default;
};

using Counts = std::map<Rule, int>;
struct Word {
  std::string lower;
  Counts rules;
};

Rule rule_between(const std::string& word, const std::string& lemma) {
  const std::string lower = to_lower(word);
  const auto common = [&](const std::string& from) {
    return static_cast<std::size_t>(
        std::mismatch(from.begin(), from.end(), lemma.begin(), lemma.end()).first - from.begin());
  };
  const bool keep = common(word) > common(lower);
  const std::string& from = keep ? word : lower;
  return {static_cast<std::uint32_t>(from.size() - common(from)), lemma.substr(common(from)), keep};
}

const Rule& most_common(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// Words of one tag -> rows of endings.
class Learner {
 public:
  explicit Learner(std::map<std::string, Counts> words) : words_(std::move(words)) {}

  std::map<std::string, Rule> learn() {
    for (std::size_t size = 0; size <= 5; ++size) learn_endings(size);
    for (const auto& [word, counts] : words_) {
      const Rule& rule = most_common(counts);
      std::string whole = "<";
      whole += word;
      if (whole.size() <= 24 && rule != chosen(word)) rows_[whole] = rule;
    }
    return rows_;
  }

 private:
  // A word counts once however often it is met, so that exceptions do not make rules; ties by text.
  void learn_endings(std::size_t size) {
    std::map<std::string, Counts> endings;
    for (const auto& [word, counts] : words_)
      if (word.size() > size) ++endings[word.substr(word.size() - size)][most_common(counts)];
    for (const auto& [ending, counts] : endings) {
      const Rule& rule = most_common(counts);
      if (size == 0) {
        rows_[ending] = rule;
        continue;
      }
      const Rule* known = shorter(ending);
      if (known != nullptr && *known == rule) continue;
      const auto other = known == nullptr ? counts.end() : counts.find(*known);
      if (counts.at(rule) >= 2 && counts.at(rule) > (other == counts.end() ? 0 : other->second))
        rows_[ending] = rule;
    }
  }

  [[nodiscard]] const Rule* shorter(std::string_view ending) const {
    while (!ending.empty()) {
      ending.remove_prefix(1);
      if (const auto row = rows_.find(std::string(ending)); row != rows_.end()) return &row->second;
    }
    return nullptr;
  }
  [[nodiscard]] Rule chosen(const std::string& word) const {
    std::string whole = " ";
    whole += word;
    const Rule* rule = shorter(whole);
    return rule == nullptr ? Rule{} : *rule;
  }

  std::map<std::string, Counts> words_;
  std::map<std::string, Rule> rows_;
};

void count_words(const std::string& path, std::map<std::string, std::map<std::string, Counts>>& tags) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const Document d = from_conllu(text, path);
  for (const Sentence& sentence : d.sentences)
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Morph& morph = d.morphs[t];
      std::string word(d.text_of(t));
      if (const auto at = word.find("\xE2\x80\x99"); at != std::string::npos) word.replace(at, 3, "'");
      if (word.size() > 40 || word.find('\t') != std::string::npos || word == "-" || morph.lemma == "_")
        continue;
      const std::string tag = lemma_tag(word, morph.upos, morph.xpos, t == sentence.tokens.begin);
      ++tags[tag][to_lower(word)][rule_between(word, morph.lemma)];
    }
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc < 3) {
    std::fprintf(stderr, "train_lemmas OUT.tsv TRAIN.conllu...\n");
    return 2;
  }
  std::map<std::string, std::map<std::string, Counts>> tags;
  for (int i = 2; i < argc; ++i) count_words(argv[i], tags);
  std::ofstream out(argv[1], std::ios::binary);
  out << "# Made by train/train_lemmas from UD English EWT and GUM; see docs/models.md.\n"
         "# tag, ending, bytes to cut, text to add, k: keeps capitals, l: lower case\n";
  std::size_t rows = 0;
  for (auto& [tag, words] : tags)
    for (const auto& [ending, rule] : Learner(std::move(words)).learn()) {
      out << tag << '\t' << (ending.empty() ? "-" : ending) << '\t' << rule.cut << '\t'
          << (rule.add.empty() ? "-" : rule.add) << '\t' << (rule.keep ? 'k' : 'l') << '\n';
      ++rows;
    }
  std::printf("%zu rows\n", rows);
  return 0;
}
