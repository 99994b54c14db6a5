// Learns the table of features of inflection: train_inflections OUT.bin TRAIN.conllu...
//
// For each level, from the least exact key to the most: a rule is kept where it differs from what the less
// exact levels give and more words bear it out (extract/inflection.hpp). Words marked as mistyped are left
// out.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "extract/conllu.hpp"
#include "extract/inflection.hpp"
#include "train/rule_table_writer.hpp"

namespace dateline {
namespace {

struct Sample {
  InflectionKeys keys;
  std::string features;
};

void read_samples(const std::string& path, std::vector<Sample>& samples) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const Document d = from_conllu(text, path);
  const InflectionScan scan(d);
  for (TokenIndex t = 0; t < d.tokens.size(); ++t)
    if (d.inflections[t].find("Typo=") == std::string::npos)
      samples.push_back({scan.keys(t), d.inflections[t]});
}

class Learner {
 public:
  explicit Learner(const std::vector<Sample>& samples) : samples_(samples) {}

  RuleTableWriter learn() {
    for (std::size_t level = kInflectionLevels; level-- > 0;) learn_level(level);
    return std::move(table_);
  }

 private:
  static constexpr std::array<int, kInflectionLevels> kLead{2, 1, 1,
                                                            1};  // how much more often than what it replaces

  void learn_level(std::size_t level) {
    std::map<std::uint64_t, std::map<std::string, int>> counts;
    std::map<std::uint64_t, std::map<std::string, int>> known;  // what less exact levels give, and how often
    for (const Sample& s : samples_) {
      ++counts[s.keys[level]][s.features];
      ++known[s.keys[level]][less_exact(s, level + 1)];
    }
    for (const auto& [key, features] : counts) {
      const auto best = std::max_element(features.begin(), features.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      const std::string& usual =
          std::max_element(known[key].begin(), known[key].end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
          })->first;
      if (best->first == usual && level + 1 < kInflectionLevels) continue;
      const auto right = features.find(usual);
      if (level + 1 < kInflectionLevels &&
          best->second < (right == features.end() ? 0 : right->second) + kLead[level])
        continue;
      table_.set(key, best->first);
      rules_[key] = best->first;
    }
  }

  [[nodiscard]] std::string less_exact(const Sample& s, std::size_t level) const {
    for (; level < kInflectionLevels; ++level)
      if (const auto rule = rules_.find(s.keys[level]); rule != rules_.end()) return rule->second;
    return {};
  }

  const std::vector<Sample>& samples_;
  std::map<std::uint64_t, std::string> rules_;
  RuleTableWriter table_;
};

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  using namespace dateline;
  if (argc < 3) {
    std::fprintf(stderr, "train_inflections OUT.bin TRAIN.conllu...\n");
    return 2;
  }
  std::vector<Sample> samples;
  for (int i = 2; i < argc; ++i) read_samples(argv[i], samples);
  const RuleTableWriter table = Learner(samples).learn();
  const std::string bytes = table.bytes();
  std::ofstream(argv[1], std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::printf("%zu rules, %zu bytes\n", table.size(), bytes.size());
  return 0;
}
