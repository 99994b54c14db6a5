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
      .reading = load_reading_model(source),
      .orthography = load_orthography(source),
      .network = network_weights(trained("language_core")),
      .lemmas = read_lemmas(trained("lemmas"), "built-in lemmas.tsv"),
      .negators = load_words(source, "negators", "lemma"),
      .times = load_time_grammar(source),
  };
}

}  // namespace dateline
