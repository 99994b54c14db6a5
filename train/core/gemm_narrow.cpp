#define KERNEL narrow_kernel
#define LANES 8
#define ROWS 3
#include "train/core/gemm_kernel.inc"
