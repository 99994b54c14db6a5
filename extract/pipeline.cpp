#include "extract/pipeline.hpp"

#include <utility>

#include "extract/find_events.hpp"
#include "extract/find_figures.hpp"
#include "extract/find_mentions.hpp"
#include "extract/find_times.hpp"
#include "extract/inflect.hpp"
#include "extract/parse.hpp"
#include "extract/read_words.hpp"
#include "extract/resolve_entities.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"

namespace dateline {

Document analyse(Article article, const Model& model) {
  Document d{.article = std::move(article)};
  d.tokens = tokenize(d, model);
  d.sentences = split_sentences(d, model);
  return analyse_words(std::move(d), model);
}

Document analyse_words(Document d, const Model& model) {
  d.readings = read_words(d, model);
  d.morphs = tag(d, model);
  d.arcs = parse(d, model);
  d.inflections = inflect(d, model);
  d.mentions = find_mentions(d, model);
  d.times = find_times(d, model);
  d.entities = resolve_entities(d, model);
  d.figures = find_figures(d, model);
  d.events = find_events(d, model);
  return d;
}

}  // namespace dateline
