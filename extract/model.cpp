#include "extract/model.hpp"

namespace dateline {

Model load_model(const std::optional<std::filesystem::path>& data) {
  TableSource source(data);
  return {.orthography = load_orthography(source)};
}

}  // namespace dateline
