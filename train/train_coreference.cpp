// Learns whom a markable means:
//
//   train_coreference OUT_FILE DOCUMENTS.conllu[.gz] KEY_FOLDER [REPORT_FOLDER [GAP_TABLE...]]
//
// Ranks antecedents by the softmax of linear scores, all right ones together being the answer (Durrett and
// Klein 2013), mistakes weighed by what they cost; AdaGrad with feature dropout, averaged. Same data, same
// bytes.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <numeric>
#include <string>

#include "extract/input_error.hpp"
#include "extract/model.hpp"
#include "train/coreference_lessons.hpp"

namespace dateline {
namespace {

constexpr std::uint32_t kBits = 18;
constexpr std::uint32_t kMask = (1u << kBits) - 1;
constexpr float kUnitsPerNat = 16;
constexpr int kRounds = 15;
constexpr float kRate = 0.03f;
constexpr float kDecay = 1e-4f;
constexpr float kDropout = 0.2f;  // share of the features left out at random

class Learner {
 public:
  Learner() : weights_(kMask + 1, 0), squares_(kMask + 1, 1e-2f), sums_(kMask + 1, 0) {}

  void learn(const std::vector<Lesson>& lessons, int rounds) {
    std::vector<std::size_t> order(lessons.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice() % i]);
      double loss = 0;
      for (const std::size_t i : order) loss += learn(lessons[i]);
      if (round >= rounds / 2) {
        for (std::size_t w = 0; w < sums_.size(); ++w) sums_[w] += weights_[w];
        ++kept_;
      }
      std::printf("round %d: loss %.4f\n", round + 1, loss / static_cast<double>(lessons.size()));
    }
  }

  [[nodiscard]] std::string bytes() const {
    std::string out(sums_.size(), '\0');
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = static_cast<char>(std::clamp(std::lround(sums_[i] * kUnitsPerNat / kept_), -127L, 127L));
    return out;
  }

 private:
  std::uint32_t dice() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33);
  }

  double learn(const Lesson& lesson) {
    const std::size_t n = lesson.ends.size();
    // The same features are left out for all, as if they were unknown.
    const std::uint32_t salt = dice();
    const auto kept = [&](WordHash h) {
      return static_cast<float>(mixed(h, salt) & 1023) >= kDropout * 1024;
    };
    std::vector<float> scores(n);
    for (std::size_t a = 0, f = 0; a < n; ++a) {
      float sum = lesson.cost[a];
      for (; f < lesson.ends[a]; ++f)
        if (kept(lesson.features[f])) sum += weights_[lesson.features[f] & kMask];
      scores[a] = sum;
    }
    const float top = *std::max_element(scores.begin(), scores.end());
    float all = 0, good = 0;
    for (std::size_t a = 0; a < n; ++a) {
      scores[a] = std::exp(scores[a] - top);
      all += scores[a];
      if (lesson.right[a]) good += scores[a];
    }
    good = std::max(good, 1e-20f);
    for (std::size_t a = 0, f = 0; a < n; ++a) {
      const float error = scores[a] / all - (lesson.right[a] ? scores[a] / good : 0);
      if (std::fabs(error) < 1e-3f) {
        f = lesson.ends[a];
        continue;
      }
      for (; f < lesson.ends[a]; ++f) {
        if (!kept(lesson.features[f])) continue;
        const WordHash h = lesson.features[f] & kMask;
        const float slope = error + kDecay * weights_[h];
        squares_[h] += slope * slope;
        weights_[h] -= kRate * slope / std::sqrt(squares_[h]);
      }
    }
    return -std::log(static_cast<double>(good / all));
  }

  std::vector<float> weights_, squares_;
  std::vector<double> sums_;
  std::uint64_t state_ = 20230131;
  int kept_ = 0;
};

std::string learned(const std::vector<Lesson>& lessons) {
  Learner learner;
  learner.learn(lessons, kRounds);
  return learner.bytes();
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs(
        "usage: train_coreference OUT_FILE DOCUMENTS.conllu KEY_FOLDER [REPORT_FOLDER [GAP_TABLE...]]\n",
        stderr);
    return 2;
  }
  using namespace dateline;
  try {
    Model model = load_model();
    std::vector<Lesson> lessons;
    for (const ChainDocument& d : read_chains(argv[2], argv[3])) learn_chains(d, model, lessons);
    std::printf("%zu choices of chains\n", lessons.size());
    std::string bytes = learned(lessons);
    if (argc > 4) {
      const std::string first = bytes;  // answers for markables that the further data say nothing of
      model.coreference = {.classes = 1, .bits = kBits, .weights = first};
      for (const GoldArticle& report : read_event_gold(argv[4])) learn_report(report, model, lessons);
      std::printf("%zu with those of reports\n", lessons.size());
      for (int table = 5; table < argc; ++table)
        for (const PronounCase& one : read_pronoun_cases(argv[table])) learn_pronoun(one, model, lessons);
      std::printf("%zu with those of single pronouns\n", lessons.size());
      bytes = learned(lessons);
    }
    std::ofstream out(argv[1], std::ios::binary);
    out << "antecedent 1 " << kBits << "\n" << bytes;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 2;
  }
  return 0;
}
