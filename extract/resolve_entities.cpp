#include "extract/resolve_entities.hpp"

#include "extract/resolution.hpp"

namespace dateline {

Entities resolve_entities(const Document& d, const Model& model) {
  Resolution resolution(d, model.gazetteer);
  match_names(resolution);
  match_descriptions(resolution);
  match_pronouns(resolution);
  return entities_of(resolution);
}

}  // namespace dateline
