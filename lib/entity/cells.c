#include "entity/cells.h"

#include <string.h>

#include "language/batch.h"

#define MOST_PARTS 20u    /* bytes from a compound's end that are looked through for a noun */
#define LONGEST_PHRASE 8u /* tokens that one phrase of a pack is followed over */

static uint32_t lexeme_bits(const nsp_language *pack, uint32_t word, bool capital) {
  return pack->lexemes[word].bits[capital] & ~(uint32_t)NSP__LISTED_FLAGS;
}

/* The longest phrase of the pack from token `at` on; how many tokens, 1 when there is none, its lexeme in *word. */
static uint32_t phrase_length(const nsp__analysis *a, const nsp_language *pack, uint32_t at, uint32_t end,
                              uint32_t *word) {
  const nsp__token *tokens = a->document->tokens.items;
  uint32_t state = 0, longest = 1, step_word = *word;
  for (uint32_t i = at; i < end && i - at < LONGEST_PHRASE; i++) {
    if (i > at)
      step_word = pack == a->language ? tokens[i].word
                                      : nsp__pack_find_hashed(pack, a->text + tokens[i].start,
                                                              tokens[i].end - tokens[i].start, tokens[i].hash);
    const nsp__edge *edge = nsp__pack_step(pack, state, step_word);
    if (!edge) break;
    state = edge->next;
    if (edge->lexeme != NSP__NO_WORD && i > at && (pack->lexemes[edge->lexeme].classes & NSP__PHRASE_CLASSES)) {
      longest = i - at + 1;
      *word = edge->lexeme;
    }
  }
  return longest;
}

/* A phrase gives its meaning to its last token; those before it only say that it goes on. Cells from *marked on are
 * still to be filled. */
static void mark_phrase(nsp__cell *cells, uint32_t at, uint32_t length, uint32_t bits, uint32_t word,
                        uint32_t *marked) {
  if (*marked < at) *marked = at;
  for (; *marked < at + length; ++*marked) cells[*marked] = (nsp__cell){0, NSP__NO_WORD};
  for (uint32_t i = 0; i + 1 < length; i++) cells[at + i].bits |= NSP__CELL_PHRASE;
  cells[at + length - 1].bits |= bits;
  if (word != NSP__NO_WORD) cells[at + length - 1].word = word;
}

static void fill_phrase(nsp__analysis *a, const nsp_language *pack, nsp__cell *cells, uint32_t at, uint32_t end,
                        uint32_t word, uint32_t *marked) {
  uint32_t phrase = word;
  uint32_t length = phrase_length(a, pack, at, end, &phrase);
  if (length < 2) return;
  bool capital = a->document->tokens.items[at].shape & NSP__SHAPE_CAPITAL;
  uint32_t bits = lexeme_bits(pack, phrase, capital) & ~(uint32_t)NSP__CELL_SMALL;
  if (bits) mark_phrase(cells, at, length, bits, pack == a->language ? phrase : NSP__NO_WORD, marked);
}

bool nsp__is_genitive(const nsp__analysis *a, const nsp__token *t) {
  if (t->shape & (NSP__SHAPE_SPACE_BEFORE | NSP__SHAPE_PUNCT | NSP__SHAPE_WEB)) return false;
  if (t->punct == NSP__MARK_APOSTROPHE) return true;
  const char *s = a->text + t->start;
  uint32_t length = t->end - t->start;
  if (length < 2 || (s[length - 1] | 0x20) != 's') return false;
  return (length == 2 && s[0] == '\'') || (length == 4 && memcmp(s, "\xE2\x80\x99", 3) == 0);
}

/* Every token comes by here, and no two in a row are alike: hence a table, and hardly a jump on what it is. */
static inline uint32_t shape_bits(uint32_t shape) {
#define NUMBER (NSP__CELL_DETERMINER | NSP__CELL_SMALL)
#define FOUR(bits) bits, bits, bits, bits
  static const uint32_t looks[16] = {/* of a capital (1), a number (2), a mark (4), a web address (8) */
                                     0,
                                     NSP__CELL_CAPITAL,
                                     NUMBER,
                                     NUMBER | NSP__CELL_CAPITAL,
                                     FOUR(NSP__CELL_MARK),
                                     FOUR(NSP__CELL_SMALL),
                                     FOUR(NSP__CELL_MARK)};
#undef FOUR
#undef NUMBER
  _Static_assert(NSP__SHAPE_CAPITAL == 1 && NSP__SHAPE_NUMBER == 8 && NSP__SHAPE_PUNCT == 16 && NSP__SHAPE_WEB == 16384,
                 "the table's index is made of these");
  return looks[(shape & 1) | (shape >> 2 & 6) | (shape >> 11 & 8)];
}

/* "Verkehrsminister", "vakbondsleider": a role in its last part. Bound: MOST_PARTS places to cut. Its lexeme in *word.
 */
static uint32_t compound_role(const nsp__analysis *a, const nsp__token *t, uint32_t *word) {
  const char *text = a->text + t->start;
  uint32_t length = t->end - t->start, from = length > MOST_PARTS + 4 ? length - MOST_PARTS - 4 : 3;
  for (uint32_t i = from; i + 4 <= length; i++) {
    if (((uint8_t)text[i] & 0xC0) == 0x80) continue;
    uint32_t found = nsp__pack_find(a->language, text + i, length - i);
    if (!nsp__pack_has(a->language, found, NSP__CLASS_ROLE)) continue;
    *word = found;
    return lexeme_bits(a->language, found, true) &
           (NSP__CELL_ROLE | NSP__CELL_FEMALE | NSP__CELL_MALE | NSP__CELL_SINGULAR | NSP__CELL_PLURAL);
  }
  return 0;
}

/* A first name in another case: its ending is changed back as the language's name-cases tell, "from>to from>to". The
 * nominative's lexeme in the common pack, or NSP__NO_WORD. */
static uint32_t nominative(const nsp__analysis *a, const char *cases, const nsp__token *t) {
  char word[64];
  size_t length = t->end - t->start;
  const char *text = a->text + t->start;
  if (length < 3 || length > 48) return NSP__NO_WORD;
  for (const char *c = cases; *c;) {
    size_t pair = strcspn(c, " "), from = strcspn(c, ">");
    if (from < pair && from && length >= from + 2 && memcmp(text + length - from, c, from) == 0 && pair - from < 16) {
      memcpy(word, text, length - from);
      memcpy(word + length - from, c + from + 1, pair - from - 1);
      uint32_t found = nsp__pack_find(a->common, word, length - from + pair - from - 1);
      if (nsp__pack_has(a->common, found, NSP__CLASS_GIVEN_NAME)) return found;
    }
    c += pair + (c[pair] == ' ');
  }
  return NSP__NO_WORD;
}

static uint32_t oblique_name(const nsp__analysis *a, const char *cases, const nsp__token *t) {
  uint32_t found = nominative(a, cases, t);
  return found == NSP__NO_WORD ? 0 : lexeme_bits(a->common, found, true) | NSP__CELL_OBLIQUE;
}

nsp_string nsp__nominative_name(const nsp__analysis *a, const nsp__token *t) {
  nsp_string name = {NULL, 0};
  const char *cases = nsp__pack_property(a->language, "name-cases");
  uint32_t found = cases && a->common ? nominative(a, cases, t) : NSP__NO_WORD;
  const nsp__record *record = nsp__pack_record(a->common, found, NSP__CLASS_GIVEN_NAME);
  if (!record) return name;
  name.data = nsp__pack_string(a->common, record->written);
  name.length = (uint32_t)strlen(name.data);
  return name;
}

/* "al-Tamimi", "el-Sisi": a particle and a capital behind its hyphen are a name's word. */
static uint32_t joined_name(const nsp__analysis *a, const nsp__token *t) {
  const unsigned looks = NSP__SHAPE_JOINED | NSP__SHAPE_CAPITAL | NSP__SHAPE_DIGIT | NSP__SHAPE_WEB;
  if ((t->shape & looks) != NSP__SHAPE_JOINED) return 0;
  const char *word = a->text + t->start;
  uint32_t length = t->end - t->start, hyphen = 2;
  while (hyphen < 4 && hyphen + 1 < length && word[hyphen] != '-') hyphen++;
  if (hyphen + 2 >= length || word[hyphen] != '-' || word[hyphen + 1] < 'A' || word[hyphen + 1] > 'Z') return 0;
  uint32_t found = nsp__pack_find(a->language, word, hyphen);
  return nsp__pack_has(a->language, found, NSP__CLASS_PARTICLE) ? (uint32_t)NSP__CELL_CAPITAL : 0u;
}

typedef struct walk {
  nsp__analysis *analysis;
  nsp__cells_found *found;
  const nsp__lexeme *shared; /* of the common pack; one at least */
  const uint32_t *common;    /* lexemes in the common pack of the tokens with a capital that are still to come */
  const char *cases;         /* the language's name-cases, or NULL */
  bool two_packs, compounds;
  bool inflects; /* either of cases and compounds */
  uint32_t stop_count;
} walk;

/* Cases of first names and parts of compounds, in languages that have them. */
static uint32_t inflected_bits(const walk *w, const nsp__token *t, uint32_t bits, uint32_t common, uint32_t *word) {
  nsp__analysis *a = w->analysis;
  if (w->cases && bits & NSP__CELL_CAPITAL && w->two_packs && common == NSP__NO_WORD &&
      !(bits & (NSP__CELL_SMALL | NSP__CELL_PLACE | NSP__CELL_KNOWN)))
    bits |= oblique_name(a, w->cases, t);
  if (w->compounds && t->word == NSP__NO_WORD && t->end - t->start >= 8 && !(bits & (NSP__CELL_MARK | NSP__CELL_GIVEN)))
    bits |= compound_role(a, t, word);
  return bits;
}

/* The tokens with NSP__CELL_CAPITAL, as far as looks go. */
static inline uint32_t is_capital(const nsp__token *t) {
  const unsigned looks = NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_WEB;
  return (t->shape & looks) == NSP__SHAPE_CAPITAL;
}

/* What stands before a word that opens. */
static inline uint32_t opens_next(const nsp__token *t, uint32_t opening, uint32_t mark) {
  const uint32_t opens = NSP__SHAPE_OPEN_QUOTE | NSP__SHAPE_EITHER_QUOTE | NSP__SHAPE_OPEN_BRACKET;
  return ((t->shape & opens) != 0) | (t->punct == NSP__MARK_COLON) | (t->punct == NSP__MARK_BULLET) | (opening & mark);
}

/* All bits, so that what is masked with it stays, or none. */
static inline uint32_t all_if(uint32_t condition) { return 0u - condition; }

/* Have most words of a sentence a capital, of those of four bytes and more? */
static bool is_headline(const nsp__token *tokens, uint32_t first, uint32_t end) {
  uint32_t words = 0, capitals = 0;
  for (uint32_t i = first; i < end; i++) {
    uint32_t bits = shape_bits(tokens[i].shape);
    uint32_t counts = !(bits & NSP__CELL_MARK) & (tokens[i].end - tokens[i].start >= 4);
    words += counts;
    capitals += counts & ((bits & NSP__CELL_CAPITAL) != 0);
  }
  return capitals >= 4 && capitals > 3 * (words - capitals);
}

/* What one token is by its looks and by what the lexicons say; where the language asks for more, by its parts. Which
 * words are in the common lexicon cannot be foreseen: for those that are not a lexeme is read as well, and masked. */
static inline nsp__cell cell_of(const walk *w, uint32_t i, uint32_t end, uint32_t common, uint32_t *marked) {
  const unsigned whole = NSP__SHAPE_SPACE_BEFORE | NSP__SHAPE_PUNCT | NSP__SHAPE_WEB;
  nsp__analysis *a = w->analysis;
  const nsp__token *t = &a->document->tokens.items[i];
  nsp__cell *cells = w->found->cells;
  uint32_t bits = shape_bits(t->shape), word = t->word, flags = NSP__LISTED_FLAGS;
  uint32_t own = t->listed & all_if(!(bits & NSP__CELL_MARK)), says = own;
  uint32_t is_shared = all_if(((bits & NSP__CELL_CAPITAL) != 0) & w->two_packs & (common != NSP__NO_WORD));
  if (i < *marked) { /* within a phrase; where it ends, it decides */
    if (cells[i].word != NSP__NO_WORD && cells[i].word != word) says = 0, word = cells[i].word;
    bits |= cells[i].bits;
  }
  const nsp__lexeme *shared = &w->shared[common & is_shared];
  uint32_t theirs = shared->bits[1] & is_shared;
  bits |= says & ~flags;
  theirs &= ~((NSP__CELL_FEMALE | NSP__CELL_MALE) & all_if((bits & NSP__CELL_GIVEN) != 0));
  bits |= theirs & ~flags;
  if ((own | theirs) & NSP__LISTED_PHRASE && i + 1 < end) {
    if (own & NSP__LISTED_PHRASE) fill_phrase(a, a->language, cells, i, end, t->word, marked);
    if (theirs & NSP__LISTED_PHRASE && nsp__pack_may_follow(shared, t[1].hash))
      fill_phrase(a, a->common, cells, i, end, common, marked);
    if (i < *marked) bits |= cells[i].bits;
  }
  if (w->inflects) bits = inflected_bits(w, t, bits, common | ~is_shared, &word);
  if (t->shape & NSP__SHAPE_JOINED || !(t->shape & whole))
    bits |= joined_name(a, t) | (nsp__is_genitive(a, t) ? NSP__CELL_GENITIVE : 0u);
  return (nsp__cell){bits, word};
}

static void fill_sentence(walk *w, uint32_t sentence, uint32_t first, uint32_t end) {
  const nsp__token *tokens = w->analysis->document->tokens.items;
  const uint32_t *common = w->common;
  nsp__cell *cells = w->found->cells;
  uint32_t *stop = w->found->stops + w->stop_count, opening = 1, marked = first;
  for (uint32_t i = first; i < end; i++) {
    const nsp__token *t = &tokens[i];
    nsp__cell cell = cell_of(w, i, end, *common, &marked);
    cell.bits |= NSP__CELL_OPENING * opening;
    cells[i] = cell;
    *stop = i;
    stop += (cell.bits & NSP__CELL_STOP) != 0;
    common += is_capital(t);
    opening = opens_next(t, opening, (cell.bits & NSP__CELL_MARK) != 0);
  }
  bool may = common - w->common >= 4;
  w->common = common;
  w->stop_count = (uint32_t)(stop - w->found->stops);
  w->found->headlines[sentence] = may && is_headline(tokens, first, end);
}

static void list_capitals(const nsp_document *d, nsp__cells_found *found) {
  uint32_t count = 0, *capitals = found->capitals;
  for (uint32_t i = 0; i < d->tokens.count; i++) {
    capitals[count] = i;
    count += is_capital(&d->tokens.items[i]);
  }
  found->capital_count = count;
}

bool nsp__cells(nsp__analysis *a, nsp__cells_found *found) {
  nsp_document *d = a->document;
  size_t count = (size_t)d->tokens.count + 1;
  *found =
      (nsp__cells_found){.cells = nsp__arena_alloc(&d->scratch, count * sizeof *found->cells),
                         .capitals = nsp__arena_alloc(&d->scratch, count * sizeof *found->capitals),
                         .stops = nsp__arena_alloc(&d->scratch, count * sizeof *found->stops),
                         .headlines = nsp__arena_alloc(&d->scratch, d->sentences.count * sizeof *found->headlines)};
  uint32_t *common = nsp__arena_alloc(&d->scratch, count * sizeof *common);
  if (!found->cells || !found->capitals || !found->stops || !found->headlines || !common) return false;
  static const nsp__lexeme none = {.classes = 0};
  walk w = {.analysis = a, .found = found, .common = common, .shared = &none};
  w.two_packs = a->common && a->common != a->language;
  if (w.two_packs && a->common->lexeme_count) w.shared = a->common->lexemes;
  w.cases = nsp__pack_property(a->language, "name-cases");
  w.compounds = nsp__pack_property(a->language, "compounds") != NULL;
  w.inflects = w.cases || w.compounds;
  list_capitals(d, found);
  const nsp__lookup lookup = {a->common, a->text, a->length};
  if (w.two_packs) nsp__find_lexemes_of(&lookup, d->tokens.items, found->capitals, found->capital_count, common);
  for (uint32_t s = 0; s < d->sentences.count; s++)
    fill_sentence(&w, s, d->sentence_tokens.items[s], d->sentence_tokens.items[s + 1]);
  found->stops[w.stop_count] = UINT32_MAX;
  return true;
}
