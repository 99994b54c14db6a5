#include "extract/network_weights.hpp"

#include <bit>
#include <type_traits>

namespace dateline {

static_assert(std::is_trivially_copyable_v<NetworkWeights> && std::endian::native == std::endian::little);

const NetworkWeights* network_weights(std::string_view bytes) {
  const auto address = reinterpret_cast<std::uintptr_t>(bytes.data());
  if (bytes.size() != sizeof(NetworkWeights) || address % alignof(NetworkWeights) != 0) return nullptr;
  if (!bytes.starts_with(kNetworkMagic)) return nullptr;
  return reinterpret_cast<const NetworkWeights*>(bytes.data());
}

}  // namespace dateline
