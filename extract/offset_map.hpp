// Leads every byte of a derived text back to bytes of the text that it was made from.
//
// The derived text is a row of runs. A run copied as it stands maps byte by byte; a run that was
// changed (an entity "&amp;" that became "&", a Windows-1252 byte that became two of UTF-8, a blank
// put in) maps as a whole. Runs follow each other without gap in the derived text; in the source
// they do not go backwards, but may leave parts out.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/span.hpp"

namespace dateline {

class OffsetMap {
 public:
  // The map of a text of `size` bytes to itself.
  [[nodiscard]] static OffsetMap identity(std::uint32_t size);

  // Appends a run copied byte by byte from source [source_begin, source_begin + length).
  void copy(std::uint32_t source_begin, std::uint32_t length);
  // Appends a run of `length` bytes that stands for the source bytes `source` (which may be empty).
  void replace(Span source, std::uint32_t length);

  // Bytes of the derived text so far.
  [[nodiscard]] std::uint32_t size() const { return size_; }

  // The smallest source range that holds all that `derived` came from. Needs derived.end <= size().
  // An empty span gives an empty span. Logarithmic in the number of runs.
  [[nodiscard]] Span to_source(Span derived) const;

  // The map of this text to the source of its source: first this map, then `inner`.
  // Needs that this map's source is the text that `inner` derives.
  [[nodiscard]] OffsetMap over(const OffsetMap& inner) const;

 private:
  struct Run {
    std::uint32_t begin;  // in the derived text; ends where the next begins
    Span source;
    bool copied;  // byte by byte; source.size() is then the run's length
  };
  [[nodiscard]] std::size_t run_at(std::uint32_t position) const;
  [[nodiscard]] std::uint32_t run_end(std::size_t run) const;

  std::vector<Run> runs_;
  std::uint32_t size_ = 0;
};

}  // namespace dateline
