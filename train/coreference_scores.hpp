// MUC, B-cubed and CEAF-e between two sets of chains, as the CoNLL-2012 reference scorer counts them.
//
// Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005 with similarity phi-4; Pradhan et al. 2014 for
// mentions that only one side has. Counts of documents are added up before the ratios are taken.
#pragma once

#include <vector>

#include "extract/span.hpp"

namespace dateline {

struct Ratio {
  double recalled = 0, wanted = 0;  // recall = recalled / wanted
  double right = 0, given = 0;      // precision = right / given
  [[nodiscard]] double recall() const { return wanted > 0 ? recalled / wanted : 0; }
  [[nodiscard]] double precision() const { return given > 0 ? right / given : 0; }
  [[nodiscard]] double f1() const {
    const double r = recall(), p = precision();
    return r + p > 0 ? 2 * r * p / (r + p) : 0;
  }
  void add(const Ratio& other);
};

struct CoreferenceScores {
  Ratio mentions, muc, b_cubed, ceaf_e;
  [[nodiscard]] double mean() const { return (muc.f1() + b_cubed.f1() + ceaf_e.f1()) / 3; }
  void add(const CoreferenceScores& other);
};

using SpanChains = std::vector<std::vector<Span>>;

// Of one document. No span stands in two chains of one side.
[[nodiscard]] CoreferenceScores coreference_scores(const SpanChains& key, const SpanChains& response);

// The highest sum of weights (not negative, rows x columns) of a one-to-one pairing. (Hungarian method.)
[[nodiscard]] double best_pairing(const std::vector<std::vector<double>>& weights);

}  // namespace dateline
