// Words that make an event other than actual: extract/data/en/modality_cues.tsv.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/table.hpp"
#include "extract/vocabulary.hpp"

namespace dateline {

enum class CuePlace : std::uint8_t { Child, Over, Modifier };

class ModalityCues {
 public:
  ModalityCues() = default;
  // Throws InputError (file, line) where a row is wrong. Views into `table`'s text are kept.
  explicit ModalityCues(const Table& table);
  // What the word makes of an event to which it stands so; absent where it is no cue.
  [[nodiscard]] std::optional<Modality> find(std::string_view lemma, CuePlace place) const;

 private:
  struct Cue {
    std::string_view word;
    CuePlace place;
    Modality modality;
  };
  std::vector<Cue> cues_;  // sorted by word and place
};

}  // namespace dateline
