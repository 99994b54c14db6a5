// Each gradient that the network computes, against what happens when a weight is moved a little.
#include <gtest/gtest.h>

#include <cmath>

#include "train/core/team.hpp"

namespace dateline::train {
namespace {

constexpr float kNudge = 2e-3f;
constexpr int kTries = 2;  // weights of each tensor

std::vector<Sample> samples() {
  return {{.words = {{"The", Upos::Det, Xpos::Dt, 1, Deprel::Det},
                     {"cat", Upos::Noun, Xpos::Nn, 2, Deprel::Nsubj},
                     {"slept", Upos::Verb, Xpos::Vbd, -1, Deprel::Root},
                     {"soundly", Upos::Adv, Xpos::Rb, 2, Deprel::Advmod, 3}},
           .has_tree = true,
           .has_names = true},
          {.words = {{"Sleep", Upos::Verb, Xpos::Vb, -1, Deprel::Root},
                     {"well", Upos::Adv, Xpos::Rb, 0, Deprel::Advmod}},
           .has_tree = true},
          {.words = {{"Maria", Upos::X, Xpos::None, -1, Deprel::Dep, 4}, {"slept"}},
           .has_names = true,
           .name_scheme = 1}};
}

// Tags, heads and names of which the teacher holds several possible, beside and in place of an annotator's.
std::vector<Sample> guessed_samples() {
  std::vector<Sample> out = samples();
  for (Sample& s : out) {
    s.is_guessed = true;
    for (Word& w : s.words) {
      w.guess.upos = {{{1, 200}, {4, 40}, {0, 0}}};
      w.guess.xpos = {{{7, 255}, {0, 0}, {0, 0}}};
      w.guess.heads = {{{0, 100}, {1, 90}, {2, 60}, {0, 0}}};
      w.guess.labels = {{{3, 128}, {9, 127}, {0, 0}, {0, 0}}};
      w.guess.names = {{{{{0, 250}, {4, 5}, {0, 0}}}, {{{5, 130}, {9, 125}, {0, 0}}}}};
    }
  }
  return out;
}

// Far from the start, where many things are zero.
void scatter(Network& network) {
  Random random(3);
  for (Parameter* p : network.parameters())
    for (float& v : p->value) v = p == &network.embedding ? v * 20 : v + 0.1f * (random.uniform() - 0.5f);
}

void expect_slopes(const std::vector<Sample>& data) {
  std::vector<const Sample*> list;
  for (const Sample& s : data) list.push_back(&s);
  const Batch batch = make_batch(list, nullptr);
  Network network;
  network.make(7);
  scatter(network);
  ASSERT_GT(network.learn(batch), 1);
  std::vector<std::vector<float>> gradients;
  for (const Parameter* p : network.parameters()) gradients.push_back(p->gradient);
  Random random(5);
  for (std::size_t k = 0; k < gradients.size(); ++k) {
    Parameter& p = *network.parameters()[k];
    double differences = 0, sizes = 0;
    for (int i = 0; i < kTries; ++i) {
      const std::size_t row = p.sparse ? p.used[random.below(p.used.size())] : random.below(p.rows);
      float& weight = p.value[row * p.columns + random.below(p.columns)];
      const auto at = static_cast<std::size_t>(&weight - p.value.data());
      const float old = weight;
      weight = old + kNudge;
      const double above = network.learn(batch);
      weight = old - kNudge;
      const double below = network.learn(batch);
      weight = old;
      const double slope = (above - below) / (2 * static_cast<double>(kNudge));
      differences += std::abs(slope - static_cast<double>(gradients[k][at]));
      sizes += std::abs(slope) + 1e-3;
    }
    EXPECT_LT(differences, 0.03 * sizes + 1.5e-3)
        << "parameter " << k << ", " << p.rows << " x " << p.columns;
  }
}

TEST(Gradient, IsTheSlopeOfTheLoss) { expect_slopes(samples()); }

TEST(Gradient, IsTheSlopeOfTheLossOfGuesses) { expect_slopes(guessed_samples()); }

TEST(Team, LearnsAsOneNetworkDoes) {
  const std::vector<Sample> data = samples();
  std::vector<const Sample*> list;
  for (const Sample& s : data) list.push_back(&s);
  Network alone, pair;
  for (Network* n : {&alone, &pair}) {
    n->settings.input_dropout = n->settings.layer_dropout = n->settings.head_dropout = 0;
    n->make(7);
  }
  Team team(pair, 1);
  EXPECT_NEAR(team.learn(list), alone.learn(make_batch(list, nullptr)), 1e-3);
  const auto one = alone.parameters(), two = pair.parameters();
  for (std::size_t k = 0; k < one.size(); ++k)
    EXPECT_NEAR(squared_gradient(*two[k]), squared_gradient(*one[k]), 1e-3 * squared_gradient(*one[k]) + 1e-9)
        << k;
}

}  // namespace
}  // namespace dateline::train
