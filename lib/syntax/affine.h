/* The one inner loop of both networks: a matrix of 16-bit whole numbers times a vector, plus a bias. */
#ifndef NSP_SYNTAX_AFFINE_H
#define NSP_SYNTAX_AFFINE_H

#include <stdint.h>

/* y[n] = bias[n] + sum over k of x[k] * w[k/2][n][k%2]. Both counts are even, n a multiple of 8 and at most 64. The
 * sums wrap around; every version gives the same numbers. */
typedef void (*nsp__affine)(int32_t *y, const int32_t *bias, const int16_t *w, const int16_t *x, unsigned k, unsigned n);

/* The fastest version that this machine runs. */
nsp__affine nsp__affine_best(void);

#endif
