/* The shapes of the two networks.
 *
 * Tagger
 *   token: sum of the rows of its properties (NSP__TAG_ROW numbers)
 *          -> a convolution over NSP__TAG_WINDOW tokens (NSP__TAG_WIDTH), rectified -> a score for each class
 * Parser
 *   word:  sum of the rows of its properties (NSP__WORD_ROW)
 *          -> two convolutions over three words each (NSP__WORD_WIDTH), the second added to the first
 *          -> for each slot that a word may fill in a state, its share of that state's hidden layer (NSP__HIDDEN)
 *   state: the shares of the words in its slots and of its facts, summed and rectified
 *          -> scores of the moves; scores of the relations of a left or a right arc */
#ifndef NSP_SYNTAX_NET_H
#define NSP_SYNTAX_NET_H

enum {
  NSP__TAG_ROW = 48,
  NSP__TAG_WINDOW = 5,
  NSP__TAG_WIDTH = 32,
  NSP__TAG_CLASSES = 30,
  NSP__WORD_ROW = 48,
  NSP__ROW = NSP__TAG_ROW + NSP__WORD_ROW, /* what both want to know of a property, side by side */
  NSP__WORD_WIDTH = 32,
  NSP__HIDDEN = 64,
  NSP__SLOTS = 5,
  NSP__FACTS = 10,
  NSP__STATE_ROWS = NSP__SLOTS + NSP__FACTS, /* what a state's hidden layer is summed from */
  NSP__MOVES = 3,
  NSP__LABELS = 46,
  NSP__FACT_ROWS = 400,
  /* the same, rounded up to what the vector code takes at once */
  NSP__TAG_LANES = 32,
  NSP__MOVE_LANES = 16,
  NSP__LABEL_LANES = 48
};

#endif
