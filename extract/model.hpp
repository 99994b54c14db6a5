// Everything that stages know beforehand: tables of English and, later, trained weights.
//
// Made once, read by all stages and threads, never changed. Each member is a model of its own with
// its own header; a stage takes what it needs.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "extract/gazetteer.hpp"
#include "extract/hashed_weights.hpp"
#include "extract/known_actors.hpp"
#include "extract/lemma.hpp"
#include "extract/linear_model.hpp"
#include "extract/network_weights.hpp"
#include "extract/orthography.hpp"
#include "extract/reading_model.hpp"
#include "extract/rule_table.hpp"
#include "extract/table.hpp"
#include "extract/time_grammar.hpp"
#include "extract/word_codes.hpp"

#include "extract/event_model.hpp"
#include "extract/number_words.hpp"

namespace dateline {

struct Model {
  ReadingModel reading;                     // read_articles
  std::shared_ptr<TableSource> tables;      // keeps the texts that members look into
  Orthography orthography;                  // tokenize, split_sentences
  HashedWeights sentences;                  // split_sentences
  Vocabulary vocabulary;                    // split_sentences
  const NetworkWeights* network = nullptr;  // read_words; lives as long as the program
  RuleTable lemmas;                         // tag
  RuleTable inflections;                    // inflect
  NumberWords number_words;                 // find_figures
  EventModel events;                        // find_events
  WordSet negators;                         // is_negated() of syntax
  TimeGrammar times;                        // find_times
  Gazetteer gazetteer;                      // find_mentions, resolve_entities
  LinearModel coreference;                  // resolve_entities
  KnownActors known;                        // find_mentions, resolve_entities; of the user, empty at first
};

// Builds the model from the tables built in, or those of `data` where it overrides them.
// Throws InputError where a table of `data` is wrong.
[[nodiscard]] Model load_model(const std::optional<std::filesystem::path>& data = std::nullopt);

}  // namespace dateline
