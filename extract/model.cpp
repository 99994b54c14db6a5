#include "extract/model.hpp"

#include "extract/embedded.hpp"

namespace dateline {
namespace {

std::string_view trained(std::string_view name) {
  for (const EmbeddedFile& file : embedded_models())
    if (file.name == name) return file.bytes;
  return {};
}

}  // namespace

Model load_model(const std::optional<std::filesystem::path>& data) {
  TableSource source(data);
  return {
      .orthography = load_orthography(source),
      .vocabulary = Vocabulary(trained("vocabulary")),
      .tagger = read_tagger(trained("tagger")),
      .lemmas = read_lemmas(trained("lemmas"), "built-in lemmas.tsv"),
      .parser = {.weights = HashedWeights(trained("parser"))},
      .negators = load_words(source, "negators", "lemma"),
      .times = load_time_grammar(source),
  };
}

}  // namespace dateline
