#include "extract/network_kernels.hpp"

#include <algorithm>
#include <vector>

namespace dateline {

namespace portable_kernels {
extern const NetworkKernels kKernels;
}
#ifdef __x86_64__
namespace avx2_kernels {
extern const NetworkKernels kKernels;
}
namespace avx512_kernels {
extern const NetworkKernels kKernels;
}
#endif
#ifdef __aarch64__
namespace neon_kernels {
extern const NetworkKernels kKernels;
}
#endif

std::span<const NetworkKernels* const> network_kernels() {
  static const std::vector<const NetworkKernels*> kernels = [] {
    std::vector<const NetworkKernels*> out;
#ifdef __x86_64__
    const bool avx512 = __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    if (avx512) out.push_back(&avx512_kernels::kKernels);
    if (__builtin_cpu_supports("avx2")) out.push_back(&avx2_kernels::kKernels);
#endif
#ifdef __aarch64__
    out.push_back(&neon_kernels::kKernels);  // part of the architecture
#endif
    out.push_back(&portable_kernels::kKernels);
    return out;
  }();
  return kernels;
}

}  // namespace dateline
