#include "extract/parse.hpp"

namespace dateline {

std::vector<Arc> parse(const Document& d, const Model&) {
  std::vector<Arc> arcs;
  arcs.reserve(d.readings.size());
  for (const Reading& reading : d.readings) arcs.push_back({reading.head, reading.deprel});
  return arcs;
}

}  // namespace dateline
