#include "extract/modality_cues.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "extract/input_error.hpp"

namespace dateline {

ModalityCues::ModalityCues(const Table& table) {
  for (const TableRow& row : table.rows) {
    const std::string_view place = table.cell(row, "place");
    const auto modality = modality_from(table.cell(row, "modality"));
    const bool known = place == "child" || place == "over" || place == "modifier";
    if (!modality || !known)
      throw InputError(table.file, "line " + std::to_string(row.line), "no such place or modality", "");
    const CuePlace where = place == "child"  ? CuePlace::Child
                           : place == "over" ? CuePlace::Over
                                             : CuePlace::Modifier;
    std::string_view words = table.cell(row, "words");
    while (!words.empty()) {
      const std::size_t bar = std::min(words.find('|'), words.size());
      cues_.push_back({words.substr(0, bar), where, *modality});
      words.remove_prefix(std::min(bar + 1, words.size()));
    }
  }
  std::stable_sort(cues_.begin(), cues_.end(), [](const Cue& a, const Cue& b) {
    return std::tie(a.word, a.place) < std::tie(b.word, b.place);
  });
}

std::optional<Modality> ModalityCues::find(std::string_view lemma, CuePlace place) const {
  const auto it =
      std::lower_bound(cues_.begin(), cues_.end(), std::tie(lemma, place),
                       [](const Cue& cue, const auto& key) { return std::tie(cue.word, cue.place) < key; });
  return it != cues_.end() && it->word == lemma && it->place == place ? std::optional(it->modality)
                                                                      : std::nullopt;
}

}  // namespace dateline
