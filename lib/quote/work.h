/* What the steps of this room share while they work on one document. Everything here lives in the scratch arena and is
 * gone when the stage is done. */
#ifndef NSP_QUOTE_WORK_H
#define NSP_QUOTE_WORK_H

#include "stage.h"
#include "syntax/tags.h"

/* A stretch between quotation marks. */
typedef struct nsp__marked {
  nsp__range span;    /* tokens, marks included */
  uint32_t parent;    /* the stretch that it lies in, or NSP_NONE */
  uint32_t continued; /* the stretch of the next paragraph that goes on with it (the mark is repeated), or NSP_NONE */
  uint32_t block;
  uint8_t family;   /* of its marks: see marks.c */
  bool repaired;    /* no mark closes it: it was ended by rule */
  bool continues;   /* goes on with an earlier stretch */
  bool taken;       /* part of a quotation already */
  bool closed_mark; /* its last token is a closing mark */
  bool dialogue;    /* opened by a dash, or ended by a clause of saying, rather than by marks of its own */
} nsp__marked;

typedef enum nsp__quote_rule {
  NSP__RULE_NONE,
  NSP__RULE_QUOTE_CLAUSE, /* "…," she said; she said: "…" */
  NSP__RULE_VERB_CLAUSE,  /* she said that …; …, she said */
  NSP__RULE_INFINITIVE,   /* she promised to …; urged him to … */
  NSP__RULE_OBJECT,       /* she praised the plan; called for a ceasefire */
  NSP__RULE_NOUN_CLAUSE,  /* her claim that … */
  NSP__RULE_ACCORDING,    /* according to her, … */
  NSP__RULE_HEARSAY,      /* reportedly, allegedly */
  NSP__RULE_LABEL,        /* Merkel: … */
  NSP__RULE_DIALOGUE,     /* – …, said she */
  NSP__RULE_SIGNATURE,    /* "…" — Jane Roe */
  NSP__RULE_INTRODUCED,   /* She was blunt. "…" */
  NSP__RULE_CONTINUED,    /* a quotation without a cue after another one */
  NSP__RULE_BARE,         /* speech between marks that nobody is named for */
  NSP__RULE_MOOD,         /* a sentence in the mood of reported speech goes on with what was said */
  NSP__RULE_PART,         /* a quoted part of a mixed quotation */
  NSP__RULE_COUNT
} nsp__quote_rule;

/* A quotation in the making. */
typedef struct nsp__draft {
  nsp__quote_rule rule;
  uint32_t flags;
  uint32_t sentence;
  nsp__range cue;  /* empty: none */
  nsp__range cue2; /* the rest of a broken cue ("a-t-il estimé"); empty: none */
  uint32_t cue_head;
  nsp__range source;
  uint32_t source_head;
  nsp__range said_of;
  uint32_t speaker_of; /* draft number */
  nsp__range addressee, medium, relay, time;
  NSP__ARRAY(nsp__range) content;
  float confidence;
  bool speech;  /* at least one piece stands between marks of speech */
  bool set_off; /* a block of its own, "> …" or indented, without marks */
  bool outside; /* what was said goes on outside the marks, in the writer's words */
} nsp__draft;

/* Where the tree is, for one sentence: index 0 is its first token. */
typedef struct nsp__tree {
  uint32_t first, count;  /* tokens of the sentence */
  uint32_t *left, *right; /* extent of each token's subtree, document token numbers, right inclusive */
  uint32_t room;          /* entries that left and right have */
  uint64_t relations;     /* all that its tokens have, as bits: NSP__REL_BIT() */
  bool known;             /* false: not parsed, all decisions are made by word order */
} nsp__tree;

enum { NSP__LISTS = 4 };

/* Bits of q->may: what the lists have at a token. */
enum {
  NSP__MAY_VERB = 1,
  NSP__MAY_NOUN = 2,
  NSP__MAY_ADVERB = 4,
  NSP__MAY_CUE = 7,
  NSP__MAY_MEDIUM = 8,
  NSP__MAY_MONTH = 16, /* a word of NSP__CLASS_MONTH */
  NSP__MAY_MATCH = 15  /* the token has a listing */
};

/* What the lists of cues and of media have at one token: the longest match of each; see cue.h. */
typedef struct nsp__listing {
  uint32_t token;
  uint8_t reach; /* tokens that were looked at: the matches are those of any range that has them all */
  uint8_t lengths[NSP__LISTS];
  bool particles;               /* some of the word's verbs have one ("teilte … mit") */
  uint32_t records[NSP__LISTS]; /* of the matches, in pack->records */
  uint64_t verb_tags;           /* what all records of the word itself say in the list of verbs */
} nsp__listing;

typedef struct nsp__quoting {
  nsp__analysis *analysis;
  nsp_document *document;
  const nsp_language *pack;
  const nsp__token *tokens;
  uint32_t token_count;
  NSP__ARRAY(nsp__marked) marked;    /* in text order of their openings */
  uint32_t *begins;                  /* first token of each sentence, behind its dateline; NULL before they are known */
  const uint8_t *may;                /* token -> which lists have it; see cue.h */
  const uint32_t *listing_at;        /* token -> number of its listing; set for those only that have one */
  NSP__ARRAY(nsp__listing) listings; /* in text order */
  uint32_t near_listing;             /* the first one of the part at hand: looks start there */
  NSP__ARRAY(uint32_t) quote_marks;  /* tokens that are quotation marks */
  uint64_t said;                     /* all that the pack says of any token: NSP__SAYS() */
  bool capital_nouns;                /* see capital.h */
  bool has_model;                    /* the language has a tagger and a parser */
  NSP__ARRAY(uint32_t) outer;        /* the outermost stretches, in text order */
  uint32_t near_outer;               /* the first of them that ends in the sentence at hand, or right before it */
  uint32_t *mark_of;                 /* token -> number of the outermost stretch that it lies in, or NSP_NONE */
  NSP__ARRAY(nsp__draft) drafts;
  nsp__tree tree;
  nsp__range interviewee; /* who answers "A:", once interview_known; empty: nobody is named */
  uint32_t first_label;   /* token: the first label of a transcript or an interview; 0: none yet */
  bool interview_known;
  bool failed; /* out of memory */
} nsp__quoting;

static inline const nsp__token *nsp__token_at(const nsp__quoting *q, uint32_t i) { return &q->tokens[i]; }

/* All that the records of a lexeme in one list say together. */
uint64_t nsp__all_tags(const nsp_language *pack, uint32_t word, nsp__class list);

/* What the pack says of a token in one of its lists; 0 if it is not there. */
static inline uint64_t nsp__tags_in(const nsp__quoting *q, uint32_t i, nsp__class list) {
  return nsp__pack_has(q->pack, q->tokens[i].word, list) ? nsp__all_tags(q->pack, q->tokens[i].word, list) : 0;
}
static inline bool nsp__listed(const nsp__quoting *q, uint32_t i, nsp__class list) {
  return nsp__pack_has(q->pack, q->tokens[i].word, list);
}
/* A function word with one of these tags? */
static inline bool nsp__function(const nsp__quoting *q, uint32_t i, uint64_t tags) {
  uint32_t word = q->tokens[i].word;
  if (word == NSP__NO_WORD || !(q->pack->lexemes[word].tags & tags)) return false; /* no list says so */
  return (nsp__tags_in(q, i, NSP__CLASS_FUNCTION) & tags) != 0;
}
static inline bool nsp__is_mark(const nsp__quoting *q, uint32_t i, unsigned mark) { return q->tokens[i].punct == mark; }
static inline bool nsp__is_punct(const nsp__quoting *q, uint32_t i) {
  return (q->tokens[i].shape & NSP__SHAPE_PUNCT) != 0;
}
static inline bool nsp__is_quote_mark(const nsp__quoting *q, uint32_t i) {
  return (q->tokens[i].shape & NSP__SHAPE_QUOTE) && q->tokens[i].punct >= NSP__MARK_DOUBLE_STRAIGHT;
}
/* The first token from i on that lies between marks, or `end`; i is in the sentence at hand or behind it. Outermost
 * stretches don't overlap, so their ends are in order: halving finds the one, for a sentence may have a million. */
static inline uint32_t nsp__next_marked(const nsp__quoting *q, uint32_t i, uint32_t end) {
  uint32_t low = q->near_outer, high = q->outer.count;
  if (low < high && q->marked.items[q->outer.items[low]].span.end > i) high = low; /* the commonest case */
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (q->marked.items[q->outer.items[middle]].span.end > i)
      high = middle;
    else
      low = middle + 1;
  }
  if (low == q->outer.count) return end;
  nsp__range span = q->marked.items[q->outer.items[low]].span;
  return span.first >= end ? end : span.first > i ? span.first : i;
}
/* The first of the outermost stretches that ends behind the token, anywhere in the text. */
static inline uint32_t nsp__outer_from(const nsp__quoting *q, uint32_t token) {
  uint32_t low = 0, high = q->outer.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (q->marked.items[q->outer.items[middle]].span.end > token)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}
static inline bool nsp__range_empty(nsp__range r) { return r.first >= r.end; }
static inline nsp__range nsp__no_range(void) {
  nsp__range none = {0, 0};
  return none;
}
/* phrase.c: a noun of the word lists, whatever the tagger says: a role ("ally"), where something is said ("rally"). */
bool nsp__noun_by_list(const nsp__quoting *q, uint32_t i);
/* Full stop, question or exclamation mark, ellipsis. */
static inline bool nsp__is_stop(const nsp__quoting *q, uint32_t i) {
  unsigned m = q->tokens[i].punct;
  return m == NSP__MARK_PERIOD || m == NSP__MARK_QUESTION || m == NSP__MARK_EXCLAMATION || m == NSP__MARK_ELLIPSIS;
}

/* "said:", and in the next paragraph a dash before speech: where that begins. */
static inline uint32_t nsp__behind_dash(const nsp__quoting *q, uint32_t i) {
  bool dash = i < q->token_count && q->mark_of[i] == NSP_NONE &&
              (nsp__is_mark(q, i, NSP__MARK_DASH) || nsp__is_mark(q, i, NSP__MARK_HYPHEN));
  return dash ? i + 1 : i;
}

/* Tokens of a sentence, and the sentence of a token (binary search). */
static inline nsp__range nsp__sentence_range(const nsp__quoting *q, uint32_t sentence) {
  const uint32_t *first = q->document->sentence_tokens.items + sentence;
  return (nsp__range){q->begins ? q->begins[sentence] : first[0], first[1]};
}
uint32_t nsp__sentence_of(const nsp__quoting *q, uint32_t token);
uint32_t nsp__block_of_token(const nsp__quoting *q, uint32_t token);

/* A block that holds the article's own sentences: no byline, dateline or credit line. */
bool nsp__is_prose(const nsp__quoting *q, uint32_t block);

#endif
