#include "extract/inflect.hpp"

#include "extract/inflection.hpp"

namespace dateline {

std::vector<std::string> inflect(const Document& d, const Model& model) {
  std::vector<std::string> inflections(d.tokens.size());
  const InflectionScan scan(d);
  for (TokenIndex t = 0; t < d.tokens.size(); ++t)
    for (const std::uint64_t key : scan.keys(t)) {
      const auto rule = model.inflections.find(key);
      if (!rule) continue;
      inflections[t] = *rule;
      break;
    }
  return inflections;
}

}  // namespace dateline
