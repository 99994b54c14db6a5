#include "extract/tagger.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr WordCodes kOutside{.word = 1,
                             .form = 1,
                             .suffix1 = 1,
                             .suffix2 = 1,
                             .suffix3 = 1,
                             .suffix4 = 1,
                             .prefix1 = 1,
                             .prefix3 = 1,
                             .shape = 1};

}  // namespace

Tagger read_tagger(std::string_view bytes) {
  Tagger tagger;
  if (bytes.empty()) return tagger;
  const std::size_t count = static_cast<unsigned char>(bytes[0]);
  if (bytes.size() < 1 + 2 * count) return tagger;
  for (std::size_t i = 0; i < count; ++i) {
    const auto upos = static_cast<unsigned char>(bytes[1 + 2 * i]);
    const auto xpos = static_cast<unsigned char>(bytes[2 + 2 * i]);
    if (upos >= kUposCount || xpos >= kXposCount) return {};
    tagger.tags.emplace_back(static_cast<Upos>(upos), static_cast<Xpos>(xpos));
  }
  tagger.weights = HashedWeights(bytes.substr(1 + 2 * count));
  return tagger;
}

void tag_features(std::span<const WordCodes> codes, Span sentence, TokenIndex t, std::span<const Tag> tags,
                  std::span<Feature, kTagFeatures> features) {
  const auto at = [&](std::int64_t i) -> const WordCodes& {
    return i >= sentence.begin && i < sentence.end ? codes[static_cast<std::size_t>(i)] : kOutside;
  };
  const auto i = static_cast<std::int64_t>(t);
  const WordCodes &w = at(i), &before = at(i - 1), &after = at(i + 1);
  const std::uint64_t tag1 = t > sentence.begin ? tags[t - 1] : kNoTag;
  const std::uint64_t tag2 = t > sentence.begin + 1 ? tags[t - 2] : kNoTag;
  const std::uint64_t first = t == sentence.begin ? 1 : 0;
  std::size_t n = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    features[n] = mix(mix(mix(n + 1, a), b), c);
    ++n;
  };
  add(w.word);
  add(w.form);
  add(w.suffix1);
  add(w.suffix2);
  add(w.suffix3);
  add(w.suffix4);
  add(w.prefix1);
  add(w.prefix3);
  add(w.shape);
  add(w.shape, first);
  add(before.word);
  add(after.word);
  add(at(i - 2).word);
  add(at(i + 2).word);
  add(tag1);
  add(tag1, tag2);
  add(tag1, w.word);
  add(tag1, after.word);
  add(tag1, w.suffix3);
  add(before.word, w.word);
  add(w.word, after.word);
  add(before.word, after.word);
  add(before.suffix3);
  add(after.suffix3);
  add(before.shape, w.shape);
  add(w.shape, after.shape);
  add(w.suffix2, after.suffix2);
  add(tag1, after.suffix2, tag2);
}

void tag_sentence(const Tagger& tagger, std::span<const WordCodes> codes, Span sentence,
                  std::span<Tag> tags) {
  std::array<Feature, kTagFeatures> features;
  std::array<std::int16_t, kMaxClasses> scores;
  const std::span<std::int16_t> classes(scores.data(), tagger.tags.size());
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    tag_features(codes, sentence, t, tags, features);
    tagger.weights.score(features, classes);
    tags[t] = static_cast<Tag>(std::max_element(classes.begin(), classes.end()) - classes.begin());
  }
}

}  // namespace dateline
