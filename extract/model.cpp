#include "extract/model.hpp"

namespace dateline {

Model load_model(const std::optional<std::filesystem::path>&) { return {}; }

}  // namespace dateline
