// Learns the table of lemmas: train_lemmas OUT.bin INFLECTIONS.tsv TRAIN.conllu...
//
// First what changes at the ends of words in lower case, for each kind of word: endings from short to long;
// an ending is kept where most of its words need another rule than the shorter ending gives, a whole word
// where it is an exception to all of them. Then which letters of a lemma are capitals. INFLECTIONS.tsv
// (list_inflections.py): form, tag, lemma of words that the treebanks need not have.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "extract/conllu.hpp"
#include "extract/lemma.hpp"
#include "extract/utf8.hpp"
#include "train/rule_table_writer.hpp"

namespace dateline {
namespace {

using Counts = std::map<std::string, int>;    // of rules
using Words = std::map<std::string, Counts>;  // of words in lower case

struct Sample {
  std::string word, form, lemma;
  Upos upos = Upos::X;
  Xpos xpos = Xpos::None;
  bool first = false;
};

// The most frequent; of equals the first.
const std::string& most_common(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// Rules of capitals: of equals, lower case.
std::string best_case(const Counts& counts) {
  const std::string& best = most_common(counts);
  const auto lower = counts.find("l");
  return lower != counts.end() && lower->second == counts.at(best) ? "l" : best;
}

std::optional<std::string> edit_between(const std::string& form, const std::string& lemma) {
  std::string plain = form;
  std::erase(plain, ',');
  if (plain == lemma && is_digit(code_point_at(form, 0).value)) return ",";
  const auto common = static_cast<std::size_t>(
      std::mismatch(form.begin(), form.end(), lemma.begin(), lemma.end()).first - form.begin());
  if (form.size() - common > 40) return std::nullopt;
  return std::string(1, static_cast<char>('0' + form.size() - common)) + lemma.substr(common);
}

// Words of one kind -> rows of endings and of whole words ("<went").
class EditLearner {
 public:
  EditLearner(const Words& words, std::uint64_t kind, bool whole_only)
      : words_(words), kind_(kind), whole_only_(whole_only) {}

  void learn(RuleTableWriter& table) {
    if (!whole_only_)
      for (std::size_t size = 0; size <= kLongestLemmaEnding; ++size) learn_endings(size);
    for (const auto& [ending, rule] : rows_) table.set(lemma_ending_key(kind_, ending), rule);
    for (const auto& [word, counts] : words_) {
      const std::string& rule = most_common(counts);
      const std::string* known = shorter(" " + word);
      const bool digits = is_digit(code_point_at(word, 0).value);
      if (whole_only_ ? counts.at(rule) > 1 : !digits && (known == nullptr ? "0" : *known) != rule)
        table.set(lemma_word_key(kind_, word), rule);
    }
  }

 private:
  // A word counts once however often it is met, so that exceptions do not make rules; ties by text.
  void learn_endings(std::size_t size) {
    std::map<std::string, Counts> endings;
    for (const auto& [word, counts] : words_)
      if (word.size() > size) ++endings[word.substr(word.size() - size)][most_common(counts)];
    for (const auto& [ending, counts] : endings) {
      const std::string& rule = most_common(counts);
      if (size == 0) {
        rows_[ending] = rule;
        continue;
      }
      const std::string* known = shorter(ending);
      if (known != nullptr && *known == rule) continue;
      const auto other = known == nullptr ? counts.end() : counts.find(*known);
      if (counts.at(rule) >= 2 && counts.at(rule) > (other == counts.end() ? 0 : other->second))
        rows_[ending] = rule;
    }
  }

  [[nodiscard]] const std::string* shorter(std::string_view ending) const {
    while (!ending.empty()) {
      ending.remove_prefix(1);
      if (const auto row = rows_.find(std::string(ending)); row != rows_.end()) return &row->second;
    }
    return nullptr;
  }

  const Words& words_;
  std::uint64_t kind_;
  bool whole_only_;
  std::map<std::string, std::string> rows_;
};

void read_samples(const std::string& path, std::vector<Sample>& samples) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const Document d = from_conllu(text, path);
  for (const Sentence& sentence : d.sentences)
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Morph& morph = d.morphs[t];
      std::string word(d.text_of(t));
      if (word.size() > 40 || morph.lemma == "_" || morph.xpos == Xpos::Gw) continue;
      if (const auto at = word.find("\xE2\x80\x99"); at != std::string::npos) word.replace(at, 3, "'");
      samples.push_back(
          {word, lemma_form(word), morph.lemma, morph.upos, morph.xpos, t == sentence.tokens.begin});
    }
}

std::map<std::uint64_t, Words> words_by_kind(const std::vector<Sample>& samples, const std::string& lexicon) {
  std::map<std::uint64_t, Words> kinds;
  for (const Sample& s : samples)
    if (const auto rule = edit_between(s.form, to_lower(s.lemma)))
      ++kinds[lemma_kind(s.form, s.upos, s.xpos)][s.form][*rule];
  std::ifstream in(lexicon, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t'), second = line.find('\t', tab + 1);
    const std::string form = line.substr(0, tab), lemma = line.substr(second + 1);
    const auto xpos = xpos_from(line.substr(tab + 1, second - tab - 1));
    Words& words = kinds[lemma_kind(form, Upos::Noun, xpos.value_or(Xpos::None))];
    // What a treebank holds two or three times may be a slip.
    const auto known = words.find(form);
    if (known != words.end() && (known->second.size() > 1 || known->second.begin()->second > 3)) continue;
    if (const auto rule = edit_between(form, lemma)) words[form] = {{*rule, 1}};
  }
  return kinds;
}

// Learns the capitals of lemmas, given the rules of endings.
class CaseLearner {
 public:
  CaseLearner(const std::vector<Sample>& samples, const RuleTable& edits)
      : samples_(samples), edits_(edits) {}

  void learn(RuleTableWriter& table) {
    for (const Sample& s : samples_) count(s);
    // A lemma counts once, however often it is met: what is rare is like other rare ones.
    for (const auto& [key, counts] : by_word_) {
      const auto& [upos, xpos, written, lemma] = key;
      ++by_case_[{upos, xpos, written}][best_case(counts)];
      if (lemma.size() > kCaseEnding)
        ++by_ending_[{upos, xpos, written, lemma.substr(lemma.size() - kCaseEnding)}][best_case(counts)];
    }
    for (const auto& [key, counts] : by_case_)
      table.set(lemma_case_key(std::get<0>(key), std::get<1>(key), std::get<2>(key)), best_case(counts));
    for (const auto& [key, counts] : by_ending_) learn_ending(key, counts, table);
    for (const auto& [key, counts] : by_word_) {
      const auto& [upos, xpos, written, lemma] = key;
      const std::string best = best_case(counts);
      const auto other = counts.find(usual(upos, xpos, written, lemma));
      if (counts.at(best) >= 2 && counts.at(best) > (other == counts.end() ? 0 : other->second))
        table.set(lemma_case_key(upos, xpos, written, lemma), best);
    }
    for (const auto& [key, shape] : shapes_)
      if (!shape.mixed && shape.count >= 2 && shape.only == LemmaCase::Capital && key.first != Upos::Propn)
        table.set(lemma_shape_key(key.first, key.second), "c");
  }

 private:
  struct Shape {
    LemmaCase only = LemmaCase::Lower;
    int count = 0;
    bool mixed = false;
  };

  using Key = std::tuple<Upos, Xpos, WordCase, std::string>;

  void learn_ending(const Key& key, const Counts& counts, RuleTableWriter& table) {
    const auto& [upos, xpos, written, ending] = key;
    const std::string best = best_case(counts);
    const std::string known = best_case(by_case_.at({upos, xpos, written}));
    if (best == known) return;
    const auto other = counts.find(known);
    if (counts.at(best) < 3 || counts.at(best) <= 2 * (other == counts.end() ? 0 : other->second)) return;
    table.set(lemma_case_ending_key(upos, xpos, written, ending), best);
    endings_[key] = best;
  }

  [[nodiscard]] std::string usual(Upos upos, Xpos xpos, WordCase written, const std::string& lemma) const {
    if (lemma.size() > kCaseEnding) {
      const auto row = endings_.find({upos, xpos, written, lemma.substr(lemma.size() - kCaseEnding)});
      if (row != endings_.end()) return row->second;
    }
    return best_case(by_case_.at({upos, xpos, written}));
  }

  void count(const Sample& s) {
    const std::string lemma = lower_lemma(s.form, s.upos, s.xpos, edits_);
    if (lemma != to_lower(s.lemma)) return;
    const WordCase written = word_case(s.word, s.first);
    for (const LemmaCase c : {LemmaCase::Lower, LemmaCase::Kept, LemmaCase::Capital, LemmaCase::Upper}) {
      if (with_case(c, s.word, lemma) != s.lemma) continue;
      const std::string rule(1, static_cast<char>(c));
      ++by_word_[{s.upos, s.xpos, written, lemma}][rule];
    }
    note_shape(s, lemma);
  }

  void note_shape(const Sample& s, const std::string& lemma) {
    Shape& shape = shapes_[{s.upos, lemma}];
    const LemmaCase c = s.lemma == lemma                                          ? LemmaCase::Lower
                        : with_case(LemmaCase::Capital, s.word, lemma) == s.lemma ? LemmaCase::Capital
                                                                                  : LemmaCase::Kept;
    shape.mixed = shape.mixed || (shape.count > 0 && c != shape.only);
    shape.only = c;
    ++shape.count;
  }

  const std::vector<Sample>& samples_;
  const RuleTable& edits_;
  std::map<std::tuple<Upos, Xpos, WordCase>, Counts> by_case_;
  std::map<Key, Counts> by_ending_, by_word_;
  std::map<Key, std::string> endings_;
  std::map<std::pair<Upos, std::string>, Shape> shapes_;
};

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc < 4) {
    std::fprintf(stderr, "train_lemmas OUT.bin INFLECTIONS.tsv TRAIN.conllu...\n");
    return 2;
  }
  std::vector<Sample> samples;
  for (int i = 3; i < argc; ++i) read_samples(argv[i], samples);
  RuleTableWriter table;
  const std::uint64_t helpers = lemma_kind("be", Upos::Aux, Xpos::Vb);
  for (const auto& [kind, words] : words_by_kind(samples, argv[2]))
    EditLearner(words, kind, kind == helpers).learn(table);
  const std::size_t edits = table.size();
  const std::string edit_bytes = table.bytes();
  CaseLearner(samples, RuleTable(edit_bytes)).learn(table);
  const std::string bytes = table.bytes();
  std::ofstream(argv[1], std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::printf("%zu rules of endings, %zu of capitals, %zu bytes\n", edits, table.size() - edits,
              bytes.size());
  return 0;
}
