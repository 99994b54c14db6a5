// A short name for bytes that nothing else has: SHA-256.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// SHA-256 of `bytes`, 64 lower-case hex digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace dateline
