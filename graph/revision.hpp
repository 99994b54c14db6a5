// A Revision: the texts of two graphs side by side, to tell what is new in the words from what was only read
// differently.
//
// Extraction errs, and a comma put right may change what it finds in the rest of a sentence. So a fact of one
// side counts as changed only where the words that state it are not, or are no longer, in the other side's
// text about the same. Knows the sentences that records keep; refers to both graphs, which must outlive it.
#pragma once

#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/sentence_alignment.hpp"

namespace dateline {

enum class Version : std::uint8_t { Before, After };
[[nodiscard]] inline Version other(Version v) {
  return v == Version::Before ? Version::After : Version::Before;
}

// The sentences of a graph's records.
class VersionText {
 public:
  explicit VersionText(const KnowledgeGraph& g);

  struct Sentence {
    std::size_t record = 0;  // into the graph's records
    const Provenance* words = nullptr;
  };
  [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
  [[nodiscard]] const std::vector<TextWords>& words() const { return words_; }
  [[nodiscard]] const KnowledgeGraph& graph() const { return g_; }
  // The local event of a member; null for none.
  [[nodiscard]] const RecordEvent* event(const Member& member) const;
  // A sentence; the one that holds a place of the source.
  [[nodiscard]] std::optional<std::size_t> sentence(std::size_t record, const Provenance& words) const;
  [[nodiscard]] std::optional<std::size_t> sentence_at(std::size_t record, std::uint32_t place) const;
  [[nodiscard]] std::optional<std::size_t> record_of(std::string_view article) const;
  // Those of all members of an event, ascending.
  [[nodiscard]] std::vector<std::size_t> sentences_of(const EventNode& e) const;

 private:
  const KnowledgeGraph& g_;
  std::vector<Sentence> sentences_;  // by record, then place
  std::vector<TextWords> words_;     // of each
};

// What both sides say about one event, or about what one of them has no event for.
struct Passage {
  WordBag before;
  WordBag after;
  std::vector<std::size_t> before_sentences;  // ascending
  std::vector<std::size_t> after_sentences;

  [[nodiscard]] const WordBag& of(Version v) const { return v == Version::Before ? before : after; }
  [[nodiscard]] const std::vector<std::size_t>& sentences(Version v) const {
    return v == Version::Before ? before_sentences : after_sentences;
  }
  bool same = false;  // word by word: each sentence of one side is one of the other's

  // Whether both sides have words, so that they can be compared.
  [[nodiscard]] bool is_known() const { return !before.empty() && !after.empty(); }
};

class Revision {
 public:
  Revision(const KnowledgeGraph& before, const KnowledgeGraph& after);

  // The sentences of the event, those of the other side's, and the counterparts of both.
  [[nodiscard]] Passage passage(const EventNode* before, const EventNode* after) const;
  // Adds the counterparts of the sentence in which an expression stands, if it is not there yet.
  void widen(Passage& passage, Version side, std::string_view article, const Provenance& expression) const;
  // From 0 to 1: how many triggers of one stand where those of the other stand, as the same word or replaced.
  [[nodiscard]] double same_triggers(const EventNode& before, const EventNode& after) const;
  // Whether the triggers of both, and the few words around each, are the same: what tells a plan from a deed.
  // False where the words are not known.
  [[nodiscard]] bool same_around_triggers(const EventNode& before, const EventNode& after) const;
  // Sentences of the other side that say what a sentence of `side` says.
  [[nodiscard]] const std::vector<std::size_t>& counterparts_of(Version side, std::size_t sentence) const {
    return side == Version::Before ? in_after_[sentence] : in_before_[sentence];
  }
  [[nodiscard]] const VersionText& text(Version v) const { return v == Version::Before ? before_ : after_; }
  // Whether the words of a local actor's mention are in the other side's counterparts of its sentence, for
  // any of its mentions; false where none of them has words or stands in a known sentence.
  [[nodiscard]] bool also_named(Version side, const EntityNode& actor) const;
  // Whether one of these words, by which the actor is named, is not in the other side's counterparts of a
  // sentence that names the actor so; true where no sentence is known that does.
  [[nodiscard]] bool is_new_name(Version side, const EntityNode& actor, const TextWords& words) const;

 private:
  // Calls `use(words of the mention, words of the other side's counterparts of its sentence)` for each
  // mention of an actor in a known sentence, until it gives true; whether it did.
  template <typename Use>
  [[nodiscard]] bool any_mention(Version side, const EntityNode& actor, const Use& use) const;

  VersionText before_;
  VersionText after_;
  std::vector<std::vector<std::size_t>> in_after_;   // of each sentence before
  std::vector<std::vector<std::size_t>> in_before_;  // of each sentence after
};

}  // namespace dateline
