/* How a name sounds, roughly: the key by which "Владимир Путин" and "Vladimir Putin" meet. ICU writes the name in Latin
 * letters, then vowels and what spellings differ in are left out, for only the same name in another script is sought.
 */
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "entity/key.h"
#include "text/fold.h"

enum { LONGEST = 96 }; /* UTF-16 units of a name that count */

static bool open_transliterator(nsp__keys *keys) {
  if (keys->transliterator) return true;
  if (keys->no_transliterator) return false;
  static const char id[] = "Any-Latin; Latin-ASCII; Lower";
  UChar name[sizeof id];
  UErrorCode status = U_ZERO_ERROR;
  u_charsToUChars(id, name, (int32_t)sizeof id);
  keys->transliterator = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  keys->no_transliterator = U_FAILURE(status) || !keys->transliterator;
  return !keys->no_transliterator;
}

/* Consonants only; letters that scripts and languages exchange become one. Doubled ones count once. */
static size_t skeleton(const UChar *text, int32_t length, char *out) {
  static const char same[26] = {0,   'b', 'k', 'd', 0,   'f', 'g', 0, 0,   0, 'k', 'l', 'm',
                                'n', 0,   'p', 'k', 'r', 's', 't', 0, 'f', 0, 'x', 0,   's'};
  size_t used = 0;
  for (int32_t i = 0; i < length; i++) {
    if (text[i] < 'a' || text[i] > 'z') continue;
    char c = same[text[i] - 'a'];
    if (c && (!used || out[used - 1] != c)) out[used++] = c;
  }
  return used;
}

uint32_t nsp__sound_key(nsp__keys *keys, const char *name, size_t length) {
  UChar text[LONGEST * 4];
  char sound[LONGEST * 4];
  int32_t units = 0;
  UErrorCode status = U_ZERO_ERROR;
  if (length > LONGEST) length = LONGEST;
  if (!open_transliterator(keys)) return 0;
  u_strFromUTF8WithSub(text, LONGEST, &units, name, (int32_t)length, 0xFFFD, NULL, &status);
  if (U_FAILURE(status)) return 0;
  int32_t limit = units;
  utrans_transUChars(keys->transliterator, text, &units, LONGEST * 4, 0, &limit, &status);
  if (U_FAILURE(status)) return 0;
  size_t used = skeleton(text, limit, sound);
  if (used < 3) return 0;                                    /* too little to tell one name from another */
  uint32_t hash = nsp__fold_hash(sound, used) ^ 0x5A17C0DEu; /* apart from the keys of spellings */
  return hash + !hash;
}
