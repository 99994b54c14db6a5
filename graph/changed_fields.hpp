// What of an event or an actor differs between two versions, field by field. Inner to diff().
#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/revision.hpp"

namespace dateline {

using Translation = std::map<std::string, std::string>;  // key of an old actor -> of the new one

// The names of fields that differ, in the record's order. A difference counts where the words of the two
// versions bear it (revision.hpp); where a record keeps no sentences, always.
[[nodiscard]] std::vector<std::string> changed_fields(const EventNode& before, const EventNode& after,
                                                      const Translation& translation,
                                                      const Revision& revision);
[[nodiscard]] std::vector<std::string> changed_fields(const EntityNode& before, const EntityNode& after,
                                                      const Translation& translation,
                                                      const Revision& revision);

// Whether the other side tells of it too, though no event or actor was made of it there: its words stand
// there.
[[nodiscard]] bool is_told_elsewhere(const EventNode& node, Version side, const Revision& revision);
[[nodiscard]] bool is_told_elsewhere(const EntityNode& node, Version side, const Revision& revision);

}  // namespace dateline
