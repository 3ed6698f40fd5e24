/* The parser's network while it is being learned, in floating point. Its shape is that of ../net.h. */
#ifndef NSP_TRAIN_NET_H
#define NSP_TRAIN_NET_H

#include "../net.h"
#include "../net_inputs.h"
#include "../tags.h"
#include "params.h"

typedef struct net {
  table table; /* rows of NSP__WORD_ROW */
  params conv1, bias1, conv2, bias2;
  params slots, nowhere; /* [slot][in][hidden]; [slot][hidden] for "no such word" */
  params facts, hidden_bias;
  params moves, moves_bias, labels, labels_bias; /* labels: [direction][hidden][label] */
  unsigned steps;
} net;

void net_init(net *n, key_list *keys, unsigned least_words, unsigned least_others);
void net_free(net *n);
/* One step of Adam with the gradients gathered, which it clears. */
void net_step(net *n, float rate);
void net_gather(net *n);
void net_settle(net *n);

/* Everything computed for one sentence, and the gradients on their way back. */
typedef struct net_run {
  uint32_t n;                        /* words; the root is n + 1 */
  uint32_t (*row)[NSP__WORD_INPUTS]; /* of the table; 0 where there are fewer */
  float *x, *c1, *a2, *c2, *p;       /* word by word; p: slot by slot, then word by word */
  float *dx, *dc1, *dc2, *dp;
  float *mask; /* dropout on x */
  size_t capacity;
} net_run;

void run_forward(net_run *r, const net *n, uint32_t words);
void run_backward(net_run *r, net *n);
/* Hidden layer of a state (before and after the rectifier is the same array: h = max(0, .)). */
void run_hidden(const net_run *r, const net *n, const uint32_t *slot, const uint32_t *fact, float *h);
void run_hidden_back(net_run *r, net *n, const uint32_t *slot, const uint32_t *fact, const float *h, float *dh);
void run_reserve(net_run *r, uint32_t words);
void run_free(net_run *r);

#endif
