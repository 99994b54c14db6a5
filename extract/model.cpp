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
  const auto tables = std::make_shared<TableSource>(data);
  TableSource& source = *tables;
  return {
      .reading = load_reading_model(source),
      .tables = tables,
      .orthography = load_orthography(source),
      .sentences = HashedWeights(trained("sentences")),
      .vocabulary = Vocabulary(trained("vocabulary")),
      .network = network_weights(trained("language_core")),
      .lemmas = RuleTable(trained("lemmas")),
      .inflections = RuleTable(trained("inflections")),
      .number_words = load_number_words(source),
      .events = load_event_model(source, trained("events")),
      .negators = load_words(source, "negators", "lemma"),
      .times = load_time_grammar(source),
      .gazetteer = Gazetteer(source),
      .coreference = section_of(trained("coreference"), "antecedent"),
      .known = {},
  };
}

}  // namespace dateline
