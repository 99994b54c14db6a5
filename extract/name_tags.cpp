#include "extract/name_tags.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

using Scores = std::array<float, kNameTagCount>;
constexpr float kNever = -1e30f;

// Where a tag may come from, in ascending order.
struct Sources {
  std::array<NameTag, kNameTagCount> list{};
  std::size_t count = 0;
};

constexpr std::array<Sources, kNameTagCount> kSources = [] {
  std::array<Sources, kNameTagCount> out{};
  for (std::size_t next = 0; next < kNameTagCount; ++next)
    for (std::size_t tag = 0; tag < kNameTagCount; ++tag)
      if (may_follow(static_cast<NameTag>(tag), static_cast<NameTag>(next)))
        out[next].list[out[next].count++] = static_cast<NameTag>(tag);
  return out;
}();

}  // namespace

void mark_name(std::span<NameTag> tags, const NameSpan& name) {
  const auto [begin, end] = name.words;
  if (end - begin == 1) {
    tags[begin] = name_tag(name.kind, NamePart::Single);
    return;
  }
  for (std::uint32_t i = begin; i < end; ++i)
    tags[i] = name_tag(name.kind, i == begin     ? NamePart::Begin
                                  : i + 1 == end ? NamePart::Last
                                                 : NamePart::Inside);
}

std::vector<NameSpan> names_of(std::span<const NameTag> tags) {
  std::vector<NameSpan> out;
  std::uint32_t begin = 0;
  NameTag before = kOutside;
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    const NameTag tag = tags[i];
    const bool goes_on = may_follow(before, tag) && before != kOutside && part_of(before) != NamePart::Last &&
                         part_of(before) != NamePart::Single;
    if (!goes_on) begin = i;
    const bool single = tag != kOutside && part_of(tag) == NamePart::Single;
    const bool last = tag != kOutside && part_of(tag) == NamePart::Last && goes_on;
    if (single || last) out.push_back({{begin, i + 1}, kind_of(tag)});
    before = tag;
  }
  return out;
}

std::vector<NameTag> best_name_tags(std::span<const float> scores) {
  const std::size_t words = scores.size() / kNameTagCount;
  std::vector<std::array<NameTag, kNameTagCount>> from(words);
  Scores best;
  best.fill(kNever);
  best[kOutside] = 0;
  for (std::size_t i = 0; i < words; ++i) {
    Scores next;
    for (std::size_t tag = 0; tag < kNameTagCount; ++tag) {
      const Sources& sources = kSources[tag];
      NameTag source = sources.list[0];
      for (std::size_t s = 1; s < sources.count; ++s)
        if (best[sources.list[s]] > best[source]) source = sources.list[s];
      from[i][tag] = source;
      next[tag] = best[source] + scores[i * kNameTagCount + tag];
    }
    best = next;
  }
  NameTag tag = kOutside;
  for (std::size_t t = 1; t < kNameTagCount; ++t)
    if (may_follow(static_cast<NameTag>(t), kOutside) && best[t] > best[tag]) tag = static_cast<NameTag>(t);
  std::vector<NameTag> out(words);
  for (std::size_t i = words; i-- > 0; tag = from[i][tag]) out[i] = tag;
  return out;
}

}  // namespace dateline
