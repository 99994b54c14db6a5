#include "extract/resolve_entities.hpp"

#include "extract/match_references.hpp"
#include "extract/resolution.hpp"

namespace dateline {

Entities resolve_entities(const Document& d, const Model& model) {
  Resolution resolution(d, model);
  match_names(resolution);
  if (d.arcs.size() == d.tokens.size()) {
    const Syntax syntax(d);
    Discourse discourse(resolution, syntax, markables_of(resolution, syntax, noun_phrases(syntax)));
    match_references(resolution, discourse, by_weights(model.coreference));
  }
  return entities_of(resolution);
}

}  // namespace dateline
