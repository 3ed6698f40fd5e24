#include "texts.h"

#include <string.h>

const char sample_article[] =
    "Harbour to close for repairs\n\nBy Ana Roe\n\n"
    "PORT ELLEN (Reuters) \xE2\x80\x94 The harbour will close in May, the council said on Monday.\n\n"
    "\xE2\x80\x9CWe could not wait any longer,\xE2\x80\x9D said Tom Ferrier, the harbour master. \xE2\x80\x9C"
    "The wall is "
    "crumbling.\xE2\x80\x9D He added that ferries would leave from Port Askaig, and told reporters that \"no date\" "
    "was "
    "set.\n\n"
    "According to Dr. Mary Hill of the U.S. embassy, repairs will cost \xC2\xA3"
    "2.5 million. She denied that the work "
    "had been \"late, and dear.\" Officials said they knew nothing.\n\n"
    "- Ferries leave at 6 p.m. on Fridays\n- Buses wait\n\n"
    "\xE2\x80\x9COne paragraph that is not closed.\n\n\xE2\x80\x9C"
    "And its end,\xE2\x80\x9D the Kremlin\xE2\x80\x99s press "
    "service said in a statement on X.\n\n"
    "(Reporting by Ana Roe in Port Ellen; Editing by Max Poe)\n\n"
    "This article was prepared based on materials published by the Islay Gazette. All rights to the original text "
    "belong "
    "to the Islay Gazette.\n\xC2\xA9 2021 The Islay Gazette. Photo: A. Roe/AFP. Source: https://example.org/a?b=c.\n";

/* splitmix64 */
uint32_t roll(dice *d, uint32_t sides) {
  uint64_t z = d->state += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return (uint32_t)((z ^ (z >> 31)) % sides);
}

static const char *const prose[] = {
    "The council met on Monday. ",
    "\xE2\x80\x9CWe are ready,\xE2\x80\x9D said Ana Roe, the mayor. ",
    "\"Is it true?\" asked Mr. Ng. ",
    "He told reporters in Paris that it would \"never\" happen, according to the Kremlin. ",
    "Prices rose by 3.5 percent in the U.S. The bank denied it.\n\n",
    "Der Rat, so Dr. M\xC3\xBCller am 5. Mai, habe \xE2\x80\x9Enichts gewusst\xE2\x80\x9C. ",
    "\xC2\xAB Nous sommes pr\xC3\xAAts \xC2\xBB, a d\xC3\xA9"
    "clar\xC3\xA9 M. Dupont. ",
    "\xC2\xBFQui\xC3\xA9n lo dijo? \xE2\x80\x94"
    "Nadie \xE2\x80\x94respondi\xC3\xB3 la Sra. P\xC3\xA9rez\xE2\x80\x94. ",
    "\xD0\x9E\xD0\xBD \xD1\x81\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBB: \xC2\xAB\xD0\x94\xD0\xB0\xC2\xBB. \xD0\x92 "
    "2014 \xD0\xB3. ",
    "\xE4\xBB\x96\xE8\xAF\xB4\xEF\xBC\x9A\xE2\x80\x9C\xE4\xBD\xA0\xE5\xA5\xBD\xE3\x80\x82\xE2\x80\x9D\xE6\x96\xB0\xE5"
    "\x8D\x8E\xE7\xA4\xBE\xE3\x80\x82",
    "\xD9\x82\xD8\xA7\xD9\x84 \xD8\xA7\xD9\x84\xD9\x88\xD8\xB2\xD9\x8A\xD8\xB1\xD8\x9F \xD9\x86\xD8\xB9\xD9\x85. ",
    "\xE0\xA4\xB0\xE0\xA4\xBE\xE0\xA4\xAE \xE0\xA4\x86\xE0\xA4\xAF\xE0\xA4\xBE\xE0\xA5\xA4 ",
    "By Ana Roe\n\n",
    "Harbour to close\n\n",
    "PARIS (AP) \xE2\x80\x94 ",
    "- a list item\n",
    "> quoted line\n",
    "(Reporting by Ana Roe; Editing by Max Poe)\n",
    "Source: Xinhua\n",
    "\xC2\xA9 2021 The Gazette. All rights reserved.\n",
    "This story was originally published by Grist. ",
    "See https://example.org/a.b?c=d. ",
    "a@b.example ",
    "She said.",
    "said",
    "according to ",
    "that ",
    "Roe ",
    "he ",
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "\t",
};

static const char *const noise_pieces[] = {
    ".",
    "..",
    "...",
    "\xE2\x80\xA6",
    "!",
    "?",
    "?!",
    ",",
    ";",
    ":",
    "-",
    "\xE2\x80\x93",
    "\xE2\x80\x94",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\xE2\x80\x9E",
    "\xE2\x80\x98",
    "\xE2\x80\x99",
    "\xC2\xAB",
    "\xC2\xBB",
    "\xE2\x80\xB9",
    "\xE2\x80\xBA",
    "\xE3\x80\x8C",
    "\xE3\x80\x8D",
    "\xE3\x80\x82",
    "\xEF\xBC\x9F",
    "\xE0\xA5\xA4",
    "\xE2\x80\xA2 ",
    "1. ",
    "a) ",
    "#",
    "@",
    "&",
    "/",
    "\\",
    "|",
    "*",
    "_",
    "`",
    "<p>",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "\xEF\xBB\xBF",
    "\xE2\x80\xA8",
    "\xC2\x85",
    "\xE3\x80\x80",
    "\xF0\x9F\x98\x80",
    "e\xCC\x81",
    "\xE2\x80\x8F",
    "\x01",
    "\x7F",
    "\x80",
    "\xBF",
    "\xC3",
    "\xE2\x80",
    "\xF0\x9F\x98",
    "\xFF",
    "\xFE",
    "\xED\xA0\x80",
    "\xF4\x90\x80\x80",
    "\xC0\xAF",
    "A",
    "z",
    "0",
    "9.9",
    "\xC3\x89",
    "\xD0\x96",
    " ",
    " ",
    "\n",
    "\r",
    "\v",
    "\f",
};

#define COUNT(list) ((uint32_t)(sizeof(list) / sizeof *(list)))

size_t mix_text(dice *d, uint32_t noise, char *out, size_t capacity) {
  size_t length = 0;
  uint32_t pieces = 1 + roll(d, 60);
  for (uint32_t i = 0; i < pieces; i++) {
    const char *piece =
        roll(d, 100) < noise ? noise_pieces[roll(d, COUNT(noise_pieces))] : prose[roll(d, COUNT(prose))];
    size_t size = strlen(piece);
    if (noise && roll(d, 200) == 0) size++; /* its NUL too */
    uint32_t times = roll(d, 20) == 0 ? 1 + roll(d, 20) : 1;
    while (times-- && capacity - length >= size) {
      memcpy(out + length, piece, size);
      length += size;
    }
  }
  return length;
}

/* What each hostile text repeats; an empty one is random bytes. */
static const struct {
  const char *name, *once, *unit;
} families[] = {
    {"full stops", "", "."},
    {"full stops and spaces", "", ". "},
    {"one word", "", "a"},
    {"initials", "", "a."},
    {"capital initials", "", "A. "},
    {"straight quotation marks", "", "\""},
    {"opening quotation marks", "", "\xE2\x80\x9C"},
    {"opening marks of every kind", "", "\xE2\x80\x9C\xE2\x80\x98\xC2\xAB\xE2\x80\x9E(["},
    {"closing marks", "", "\xE2\x80\x9D)"},
    {"unclosed brackets", "", "(a "},
    {"unclosed quotations", "", "\xE2\x80\x9CThe man said. "},
    {"cues without content", "", "he said that she said that "},
    {"cues", "", "said "},
    {"names", "", "Ana Roe "},
    {"names and commas", "", "Ana Roe, "},
    {"new names", "", "Aba Beb, "},
    {"pronouns", "Ana Roe spoke. ", "He said he did. "},
    {"one long sentence", "", "and then the old man went to the sea "},
    {"line feeds", "", "\n"},
    {"blank lines", "", "a\n\n"},
    {"headings", "", "A Heading\n\n"},
    {"short lines", "", "a b\n"},
    {"list items", "", "- a\n"},
    {"quoted lines", "", "> > > "},
    {"credits", "", "Source: Xinhua; "},
    {"credit openers", "", "published by "},
    {"copyright signs", "", "\xC2\xA9 2021 "},
    {"addresses", "", "http://"},
    {"slashes", "", "a/"},
    {"digits", "", "1."},
    {"ellipses", "", "\xE2\x80\xA6 "},
    {"alternating scripts", "", "a\xD0\x96\xE4\xBD\xA0"},
    {"Chinese without stops", "", "\xE4\xBD\xA0"},
    {"Chinese stops", "", "\xE3\x80\x82"},
    {"combining marks", "a", "\xCC\x81"},
    {"continuation bytes", "", "\x80"},
    {"cut characters", "", "\xE2\x80"},
    {"no-break spaces", "", "\xC2\xA0"},
    {"zero-width spaces", "", "\xE2\x80\x8B"},
    {"dashes", "", "\xE2\x80\x94 "},
    {"hyphens", "", "-a"},
    {"apostrophes", "", "a'"},
    {"semicolons", "", "a; "},
    {"according to", "", "according to "},
    {"titles", "", "Dr. "},
    {"quotations", "", "\"A,\" he said. "},
    {"random bytes", "", ""},
};

const char *hostile_text(size_t family, char *out, size_t size) {
  if (family >= COUNT(families)) return NULL;
  size_t length = strlen(families[family].once), unit = strlen(families[family].unit);
  if (length > size) length = size;
  memcpy(out, families[family].once, length);
  dice d = {family};
  for (; length < size; length++)
    out[length] = unit ? families[family].unit[(length - strlen(families[family].once)) % unit] : (char)roll(&d, 256);
  return families[family].name;
}
