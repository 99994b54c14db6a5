#define KERNEL wide_kernel
#define LANES 16
#define ROWS 12
#include "train/core/gemm_kernel.inc"
