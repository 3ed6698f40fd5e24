/* Tokens of one sentence.
 *
 * Reads: the bytes [start, end) of the text, any bytes at all, and how the language writes its words.
 * Adds:  one nsp__token for every word, number, web address and mark, in order. Together with the white
 *        space between them the tokens tile the sentence: each byte belongs to one token or is a space.
 *
 * Tags, heads and relations are left empty here; tagger.h and parser.h fill them in. */
#ifndef NSP_SYNTAX_TOKEN_H
#define NSP_SYNTAX_TOKEN_H

#include <stddef.h>
#include <stdint.h>

/* What a token looks like. */
enum {
  NSP__SHAPE_CAPITAL = 1 << 0,      /* the first letter is a capital */
  NSP__SHAPE_ALL_CAPS = 1 << 1,     /* two or more letters, all capital */
  NSP__SHAPE_DIGIT = 1 << 2,        /* holds a digit */
  NSP__SHAPE_NUMBER = 1 << 3,       /* nothing but digits and the marks that numbers use */
  NSP__SHAPE_PUNCT = 1 << 4,        /* a mark, not a word: see nsp__token.punct */
  NSP__SHAPE_OPEN_QUOTE = 1 << 5,   /* a quotation mark that opens, or seems to */
  NSP__SHAPE_CLOSE_QUOTE = 1 << 6,  /* one that closes, or seems to */
  NSP__SHAPE_EITHER_QUOTE = 1 << 7, /* the glyph itself does not tell: straight marks, ’ as apostrophe */
  NSP__SHAPE_OPEN_BRACKET = 1 << 8,
  NSP__SHAPE_CLOSE_BRACKET = 1 << 9,
  NSP__SHAPE_DASH = 1 << 10,
  NSP__SHAPE_SYMBOL = 1 << 11,      /* currency, %, &, arrows, emoji: said aloud, unlike marks */
  NSP__SHAPE_NON_LATIN = 1 << 12,   /* begins with a letter of another script, or a malformed byte */
  NSP__SHAPE_JOINED = 1 << 13,      /* holds a hyphen or a full stop: "vice-chair", "U.S." */
  NSP__SHAPE_WEB = 1 << 14,         /* URL or e-mail address */
  NSP__SHAPE_SPACE_BEFORE = 1 << 15 /* white space (or the sentence's start) precedes */
};
#define NSP__SHAPE_QUOTE (NSP__SHAPE_OPEN_QUOTE | NSP__SHAPE_CLOSE_QUOTE | NSP__SHAPE_EITHER_QUOTE)
#define NSP__SHAPE_BRACKET (NSP__SHAPE_OPEN_BRACKET | NSP__SHAPE_CLOSE_BRACKET)

/* Which mark a token is. Quotation marks stand together, from DOUBLE_STRAIGHT to WHITE_CORNER_RIGHT. */
typedef enum nsp__mark {
  NSP__MARK_NONE,
  NSP__MARK_COMMA,
  NSP__MARK_PERIOD,
  NSP__MARK_ELLIPSIS,
  NSP__MARK_QUESTION,
  NSP__MARK_EXCLAMATION,
  NSP__MARK_COLON,
  NSP__MARK_SEMICOLON,
  NSP__MARK_DASH,
  NSP__MARK_HYPHEN,
  NSP__MARK_SLASH,
  NSP__MARK_BULLET,
  NSP__MARK_OPEN_BRACKET,
  NSP__MARK_CLOSE_BRACKET,
  NSP__MARK_APOSTROPHE, /* possessive after s: "leaders’ meeting" */
  NSP__MARK_SYMBOL,
  NSP__MARK_DOUBLE_STRAIGHT,   /* " */
  NSP__MARK_DOUBLE_LEFT,       /* “ */
  NSP__MARK_DOUBLE_RIGHT,      /* ” */
  NSP__MARK_DOUBLE_LOW,        /* „ */
  NSP__MARK_BACKTICKS,         /* `` */
  NSP__MARK_TICKS,             /* '' */
  NSP__MARK_SINGLE_STRAIGHT,   /* ' */
  NSP__MARK_SINGLE_LEFT,       /* ‘ ` */
  NSP__MARK_SINGLE_RIGHT,      /* ’ ´ */
  NSP__MARK_SINGLE_LOW,        /* ‚ */
  NSP__MARK_GUILLEMET_LEFT,    /* « */
  NSP__MARK_GUILLEMET_RIGHT,   /* » */
  NSP__MARK_ANGLE_LEFT,        /* ‹ */
  NSP__MARK_ANGLE_RIGHT,       /* › */
  NSP__MARK_CORNER_LEFT,       /* 「 */
  NSP__MARK_CORNER_RIGHT,      /* 」 */
  NSP__MARK_WHITE_CORNER_LEFT, /* 『 */
  NSP__MARK_WHITE_CORNER_RIGHT /* 』 */
} nsp__mark;

typedef struct nsp__token {
  uint32_t start, end; /* bytes of the text, half open */
  uint32_t hash;       /* nsp__fold_hash of the bytes: equal for every casing of a word */
  uint32_t word;       /* lexeme in the language pack, filled by another room; UINT32_MAX at first */
  uint32_t head;       /* index of the head in the same array; the own index for the root */
  uint16_t shape;      /* NSP__SHAPE_* */
  uint16_t feats;      /* NSP__FEAT_*, see tags.h */
  uint8_t punct;       /* nsp__mark */
  uint8_t tag;         /* nsp__tag, see tags.h */
  uint8_t rel;         /* nsp__rel, see tags.h */
  uint8_t fine;        /* the tagger's own tag, private to this room */
  uint32_t listed;     /* what the lexeme says: NSP__CELL_* and NSP__LISTED_*, see language/bits.h; 0 without one */
} nsp__token;

/* How a language joins words, as far as cutting them apart depends on it. */
typedef enum nsp__joining {
  NSP__JOIN_PLAIN,   /* an apostrophe between letters belongs to the word */
  NSP__JOIN_ENGLISH, /* 's 'm 'd 're 've 'll n't stand apart */
  NSP__JOIN_FRENCH,  /* l' d' qu' ... stand apart */
  NSP__JOIN_ITALIAN  /* any elided word stands apart: dell' un' quest' */
} nsp__joining;

/* By language tag ("en", "fr-CA"); NSP__JOIN_PLAIN for the unknown. */
nsp__joining nsp__joining_of(const char *language);

struct nsp_language;

/* A sentence being cut. Set it up with nsp__tokenizer_start, set `limit` and `pack` if you like, then read only `at`
 * and `count`. */
typedef struct nsp__tokenizer {
  const char *text;
  uint32_t start, end;
  uint32_t at;    /* everything before is cut; done when at == end */
  uint32_t count; /* tokens so far: fits, since a token is at least a byte */
  uint32_t limit; /* bytes of the text that can be read: `end`, or more when the text is known to go on */
  const struct nsp_language *pack; /* whose lexicon will be asked for the tokens: each place is fetched in advance */
  nsp__joining joining;
  uint8_t single_open; /* a single quotation mark waits for its partner */
  uint8_t double_open; /* likewise for ", which looks the same at both ends */
  uint16_t space;      /* NSP__SHAPE_SPACE_BEFORE when the next token has it */
} nsp__tokenizer;

#define NSP__TOKENIZE_SLACK 4 /* free places that one step may fill */

void nsp__tokenizer_start(nsp__tokenizer *t, const char *text, uint32_t start, uint32_t end, nsp__joining joining);

/* Cuts on from where the last call stopped, into tokens[t->count .. cap). Returns 1 when the sentence is done,
 * 0 when the array is full: grow it (by NSP__TOKENIZE_SLACK at least) and call again. Linear in the bytes. */
int nsp__tokenize(nsp__tokenizer *t, nsp__token *tokens, size_t cap);

#endif
