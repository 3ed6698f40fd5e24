/* Trains a model from treebanks, measures one, times one, or shows what it makes of a text.
 *
 *   nsp_train train LANG OUT.bin TRAIN.conllu[,MORE] [DEV.conllu|- [OTHER=FILE.conllu ...]]
 *   nsp_train cross LANG TREEBANK.conllu[,MORE] [OTHER=FILE.conllu ...]   cross-validation; writes nothing
 *   nsp_train measure LANG MODEL.bin TREEBANK.conllu
 *   nsp_train speed LANG MODEL.bin TEXT.txt                               a line is a sentence
 *   nsp_train show LANG MODEL.bin TEXT.txt
 *
 * OTHER languages' treebanks help a parser that has few sentences of its own. */
#include "../fine.h"
#include "../parser.h"
#include "../tagger.h"
#include "augment.h"
#include "compose.h"
#include "tool.h"
#include "train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const sizes large = {12, 3, 3, 8, 16, 5};
static const sizes small = {10, 2, 2, 12, 20, 5};

static void open_model(nsp__model *m, const void *blob, size_t size) {
  if (!nsp__model_open(m, blob, size)) fail("no model", "the blob was refused");
}

/* A model with the tagger alone, learned without the sentences of the fold; tags those (all when fold < 0) of
 * `also`. */
static void tag_without(const corpus *c, const sizes *z, int fold, const corpus *also) {
  tag_net tags;
  nsp__model m;
  size_t size;
  sure_words sure = sure_find(c, fold, z->folds);
  train_tagger(&tags, c, z, fold);
  void *blob = export_model(&sure, NULL, &tags, NULL, z, "", &size);
  open_model(&m, blob, size);
  tag_finely(&m, &tags, also, fold, z->folds);
  free(blob);
  tag_net_free(&tags);
  sure_free(&sure);
}

static void *train_model(const corpus *c, const corpus *also, const sizes *z, const char *language, const corpus *dev,
                         size_t *size) {
  tag_net tags;
  net trees;
  nsp__model m;
  double began = seconds();
  /* The parser learns from tags as they will be: given by a tagger that has not seen the sentence. */
  for (int fold = 0; fold < z->folds; fold++) tag_without(c, z, fold, c);
  fprintf(stderr, "tagged for the parser after %.0f s\n", seconds() - began);
  sure_words sure = sure_find(c, -1, z->folds);
  train_tagger(&tags, c, z, -1);
  if (dev) {
    void *tagger = export_model(&sure, NULL, &tags, NULL, z, language, size);
    open_model(&m, tagger, *size);
    tag_finely(&m, &tags, dev, -1, 1);
    free(tagger);
  }
  fprintf(stderr, "tagger: %u rows, %u sure words, %.0f s\n", tags.table.count, sure.count, seconds() - began);
  train_parser(&trees, c, also, z, dev);
  fprintf(stderr, "parser: %u rows, %.0f s\n", trees.table.count, seconds() - began);
  known_words known = known_find(c);
  void *blob = export_model(&sure, &known, &tags, &trees, z, language, size);
  known_free(&known);
  tag_net_free(&tags);
  net_free(&trees);
  sure_free(&sure);
  return blob;
}

static void measure_blob(const void *blob, size_t size, const corpus *c, const char *title) {
  nsp__model m;
  scores s = {0};
  open_model(&m, blob, size);
  measure(&s, &m, c, -1, 1);
  print_scores(&s, title);
}

static void read_all(corpus *c, char *paths, const char *language) {
  for (char *p = strtok(paths, ","); p; p = strtok(NULL, ",")) corpus_read(c, p, language);
}

/* Treebanks of other languages, each as LANG=PATH. Their tags are taken as they stand. */
static void read_others(corpus *c, char **args) {
  for (; *args; args++) {
    char *path = strchr(*args, '=');
    if (!path) fail("expected LANG=PATH", *args);
    *path++ = 0;
    corpus_read(c, path, *args);
  }
  for (size_t i = 0; i < c->count; i++)
    for (uint32_t t = 0; t < c->items[i].count; t++) c->items[i].tokens[t].fine = c->items[i].gold[t].fine;
}

static int do_train(const char *language, const char *out, char *paths, const char *dev, char **others) {
  corpus c = {0}, d = {0}, also = {0};
  size_t size;
  read_all(&c, paths, language);
  size_t read = c.count;
  if (strcmp(language, "en") == 0) corpus_augment(&c);
  corpus_compose(&c, language, c.count > 5000 ? 0.08 : 0.6);
  fprintf(stderr, "%zu sentences, and %zu made of them\n", read, c.count - read);
  if (dev && strcmp(dev, "-") == 0) dev = NULL;
  if (dev) corpus_read(&d, dev, language);
  read_others(&also, others);
  void *blob = train_model(&c, &also, c.count > 5000 ? &large : &small, language, dev ? &d : NULL, &size);
  FILE *f = fopen(out, "wb");
  if (!f || fwrite(blob, 1, size, f) != size || fclose(f) != 0) fail("cannot write", out);
  printf("%s: %zu sentences, %zu bytes\n", out, c.count, size);
  measure_blob(blob, size, &c, "training data");
  if (dev) {
    measure_blob(blob, size, &d, "dev");
    corpus_free(&d);
  }
  free(blob);
  corpus_free(&c), corpus_free(&also);
  return 0;
}

static int do_cross(const char *language, char *paths, char **others) {
  corpus c = {0}, also = {0};
  scores s = {0};
  enum { FOLDS = 5 };
  read_all(&c, paths, language);
  read_others(&also, others);
  for (int fold = 0; fold < FOLDS; fold++) {
    corpus part = {0};
    size_t size;
    nsp__model m;
    for (size_t i = 0; i < c.count; i++)
      if (i % FOLDS != (size_t)fold) *corpus_add(&part) = c.items[i];
    size_t parts = part.count;
    corpus_compose(&part, language, 0.6);
    void *blob = train_model(&part, &also, &small, language, NULL, &size);
    open_model(&m, blob, size);
    measure(&s, &m, &c, fold, FOLDS);
    free(blob);
    for (size_t i = parts; i < part.count; i++)
      free(part.items[i].text), free(part.items[i].tokens), free(part.items[i].gold);
    free(part.items);
  }
  print_scores(&s, "cross-validation");
  corpus_free(&c), corpus_free(&also);
  return 0;
}

/* Cuts a text's lines into tokens, tags and parses them; how long each took. */
static int do_speed(const char *language, const char *model, const char *path, int show) {
  size_t model_size, size;
  char *blob = read_file(model, &model_size), *text = read_file(path, &size);
  nsp__model m;
  open_model(&m, blob, model_size);
  nsp__token *t = must(malloc((size + 16) * sizeof *t));
  nsp__tree_parser *scratch = must(malloc(sizeof *scratch));
  double token_time = 0, tag_time = 0, parse_time = 0;
  size_t tokens = 0;
  for (size_t at = 0; at < size;) {
    const char *nl = memchr(text + at, '\n', size - at);
    size_t end = nl ? (size_t)(nl - text) : size;
    nsp__tokenizer k;
    double a = seconds();
    nsp__tokenizer_start(&k, text, (uint32_t)at, (uint32_t)end, nsp__joining_of(language));
    nsp__tokenize(&k, t, size + 16);
    double b = seconds();
    nsp__tag_sentence(&m, text, t, k.count, &scratch->sums);
    double c = seconds();
    nsp__parse_sentence(&m, text, t, k.count, scratch);
    double d = seconds();
    token_time += b - a, tag_time += c - b, parse_time += d - c;
    tokens += k.count;
    for (uint32_t i = 0; show && i < k.count; i++)
      printf("%u\t%.*s\t%s\t%x\t%u\t%s\t%u\t%u\n", i + 1, (int)(t[i].end - t[i].start), text + t[i].start,
             nsp__tag_name(t[i].tag), t[i].feats, t[i].head == i ? 0 : t[i].head + 1, nsp__rel_name(t[i].rel),
             t[i].start, t[i].end);
    if (show) printf("\n");
    at = end + 1;
  }
  if (!show)
    printf("%zu bytes, %zu tokens: tokens %.0f MB/s, tags %.1f MB/s, trees %.1f MB/s\n", size, tokens,
           (double)size / 1e6 / token_time, (double)size / 1e6 / tag_time, (double)size / 1e6 / parse_time);
  free(t), free(scratch), free(blob), free(text);
  return 0;
}

int main(int argc, char **argv) {
  if (argc >= 5 && strcmp(argv[1], "train") == 0)
    return do_train(argv[2], argv[3], argv[4], argc > 5 ? argv[5] : NULL, argv + (argc > 5 ? 6 : argc));
  if (argc >= 4 && strcmp(argv[1], "cross") == 0) return do_cross(argv[2], argv[3], argv + 4);
  if (argc == 5 && (strcmp(argv[1], "speed") == 0 || strcmp(argv[1], "show") == 0))
    return do_speed(argv[2], argv[3], argv[4], argv[1][1] == 'h');
  if (argc == 5 && strcmp(argv[1], "measure") == 0) {
    corpus c = {0};
    size_t size;
    char *blob = read_file(argv[3], &size);
    corpus_read(&c, argv[4], argv[2]);
    measure_blob(blob, size, &c, argv[4]);
    return 0;
  }
  fprintf(stderr, "usage: see the head of train/main.c\n");
  return 2;
}
