#include "extract/offset_map.hpp"

#include <algorithm>
#include <cassert>

namespace dateline {

OffsetMap OffsetMap::identity(std::uint32_t size) {
  OffsetMap map;
  map.copy(0, size);
  return map;
}

void OffsetMap::copy(std::uint32_t source_begin, std::uint32_t length) {
  if (length == 0) return;
  if (!runs_.empty() && runs_.back().copied && runs_.back().source.end == source_begin)
    runs_.back().source.end += length;
  else
    runs_.push_back({size_, {source_begin, source_begin + length}, true});
  size_ += length;
}

void OffsetMap::replace(Span source, std::uint32_t length) {
  if (length == 0) return;
  runs_.push_back({size_, source, false});
  size_ += length;
}

std::size_t OffsetMap::run_at(std::uint32_t position) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), position,
                                      [](std::uint32_t p, const Run& run) { return p < run.begin; });
  return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

std::uint32_t OffsetMap::run_end(std::size_t run) const {
  return run + 1 < runs_.size() ? runs_[run + 1].begin : size_;
}

Span OffsetMap::to_source(Span derived) const {
  assert(derived.begin <= derived.end && derived.end <= size_);
  if (runs_.empty()) return {};
  if (derived.empty()) {
    if (derived.begin == size_) return {runs_.back().source.end, runs_.back().source.end};
    const Run& run = runs_[run_at(derived.begin)];
    const std::uint32_t at = run.copied ? run.source.begin + (derived.begin - run.begin) : run.source.begin;
    return {at, at};
  }
  const Run& first = runs_[run_at(derived.begin)];
  const Run& last = runs_[run_at(derived.end - 1)];
  const std::uint32_t begin =
      first.copied ? first.source.begin + (derived.begin - first.begin) : first.source.begin;
  const std::uint32_t end = last.copied ? last.source.begin + (derived.end - last.begin) : last.source.end;
  return {begin, std::max(begin, end)};
}

OffsetMap OffsetMap::over(const OffsetMap& inner) const {
  OffsetMap result;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    if (!run.copied) {
      result.replace(inner.to_source(run.source), run_end(i) - run.begin);
      continue;
    }
    for (std::uint32_t at = run.source.begin; at < run.source.end;) {
      const std::size_t k = inner.run_at(at);
      const std::uint32_t end = std::min(inner.run_end(k), run.source.end);
      if (inner.runs_[k].copied)
        result.copy(inner.to_source({at, end}).begin, end - at);
      else
        result.replace(inner.runs_[k].source, end - at);
      at = end;
    }
  }
  return result;
}

}  // namespace dateline
