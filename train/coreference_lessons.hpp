// Choices of antecedents to learn from: OntoGUM's chains, GAP's pronouns, and the actors of event gold.
#pragma once

#include <vector>

#include "extract/markables.hpp"
#include "extract/model.hpp"
#include "train/coreference_gold.hpp"
#include "train/event_gold.hpp"

namespace dateline {

// One choice: the features of being new, then of each candidate, and which are right.
struct Lesson {
  std::vector<WordHash> features;
  std::vector<std::uint32_t> ends;  // of each answer's features
  std::vector<bool> right;
  std::vector<float> cost;  // of each wrong answer
};

// Every markable that has candidates, with the right answers so far.
void learn_chains(const ChainDocument& gold, const Model& model, std::vector<Lesson>& lessons);

// The pronoun; where it means neither name, anything else may be right. `model` answers for other markables.
void learn_pronoun(const PronounCase& gold, const Model& model, std::vector<Lesson>& lessons);

// Names and descriptions that are names of an actor, and pronouns whose verb is an event with one actor in
// that part. `model` answers for other markables.
void learn_report(const GoldArticle& gold, const Model& model, std::vector<Lesson>& lessons);

}  // namespace dateline
