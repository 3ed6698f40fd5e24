/* Build-time program: compiles the packs' text files and writes them as C tables.
 * usage: nsp_pack_compiler OUTPUT.c PACK_FOLDER… (each folder is named for its language) */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/detect.h"
#include "language/pack.h"

enum { MOST_FILES = 64 };

static char *read_whole(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  size_t capacity = 1 << 16, used = 0;
  char *data = malloc(capacity);
  for (size_t n; data && (n = fread(data + used, 1, capacity - used, file)) > 0;) {
    used += n;
    if (used == capacity) data = realloc(data, capacity *= 2);
  }
  fclose(file);
  *length = used;
  return data;
}

static int by_name(const void *a, const void *b) {
  return strcmp(((const nsp_pack_file *)a)->name, ((const nsp_pack_file *)b)->name);
}

/* Reads the folder's .txt files, sorted by name, so that every machine builds the same bytes. */
static size_t read_folder(const char *folder, nsp_pack_file files[MOST_FILES]) {
  DIR *dir = opendir(folder);
  size_t count = 0;
  for (struct dirent *entry; dir && (entry = readdir(dir));) {
    size_t length = strlen(entry->d_name);
    if (length < 5 || strcmp(entry->d_name + length - 4, ".txt") || count == MOST_FILES) continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    nsp_pack_file *file = &files[count++];
    file->name = strdup(entry->d_name);
    file->data = read_whole(path, &file->length);
  }
  if (dir) closedir(dir);
  qsort(files, count, sizeof *files, by_name);
  return count;
}

static void write_table(FILE *out, size_t number, const nsp_language *language) {
  const uint64_t *words = (const uint64_t *)(const void *)language->header;
  size_t count = language->header->size / sizeof *words;
  fprintf(out, "static _Alignas(64) const uint64_t pack_%zu[%zu] = {", number, count);
  for (size_t i = 0; i < count; i++) fprintf(out, "%s0x%llxu,", i % 8 ? "" : "\n", (unsigned long long)words[i]);
  fprintf(out, "\n};\n");
}

/* The handles are constants, too: nothing is set up at run time, and there is nothing to lock. */
static void write_handles(FILE *out, nsp_language **languages, size_t count) {
  fprintf(out, "\nconst nsp_language nsp__builtin_languages[] = {\n");
  for (size_t i = 0; i < count; i++) {
    const nsp_language *l = languages[i];
#define AT(field) (unsigned)((const char *)l->field - (const char *)l->header)
    fprintf(out,
            "  {(const nsp__pack_header *)(const void *)pack_%zu, (const char *)pack_%zu + %u,\n"
            "   (const uint32_t *)(const void *)((const char *)pack_%zu + %u), %uu, %uu,\n"
            "   (const nsp__lexeme *)(const void *)((const char *)pack_%zu + %u),\n"
            "   (const nsp__record *)(const void *)((const char *)pack_%zu + %u),\n"
            "   (const nsp__edge *)(const void *)((const char *)pack_%zu + %u), %uu, %uu, %uu,\n"
            "   (const nsp__property *)(const void *)((const char *)pack_%zu + %u),\n"
            "   (const uint32_t *)(const void *)((const char *)pack_%zu + %u), {0, 0, 0, 0}, 0},\n",
            i, i, AT(strings), i, AT(slots), l->slot_mask, l->lexeme_count, i, AT(lexemes), i, AT(records), i,
            AT(edges), l->edge_mask, l->record_count, l->property_mask, i, AT(properties), i, AT(property_words));
#undef AT
  }
  fprintf(out, "};\nconst size_t nsp__builtin_language_count = %zu;\n", count);
}

/* The frequent words of all packs as one hash table, by which the language of a text is found. */
static void add_frequent(nsp__frequent_word *slots, uint32_t mask, uint32_t hash, uint64_t language) {
  uint32_t slot = hash & mask;
  while (slots[slot].languages && slots[slot].hash != hash) slot = (slot + 1) & mask;
  slots[slot].hash = hash;
  slots[slot].languages |= language;
}

static void write_frequent(FILE *out, nsp_language **languages, size_t count) {
  uint32_t words = 0, size = 16;
  for (size_t i = 0; i < count; i++)
    for (uint32_t w = 0; w < languages[i]->lexeme_count; w++)
      words += languages[i]->lexemes[w].classes >> NSP__CLASS_FREQUENT & 1;
  while (size < words * 2) size *= 2;
  nsp__frequent_word *slots = calloc(size, sizeof *slots);
  if (!slots) exit(1);
  for (size_t i = 0; i < count; i++)
    for (uint32_t w = 0; w < languages[i]->lexeme_count; w++)
      if (languages[i]->lexemes[w].classes >> NSP__CLASS_FREQUENT & 1)
        add_frequent(slots, size - 1, languages[i]->lexemes[w].hash, (uint64_t)1 << i);
  fprintf(out, "\nconst nsp__frequent_word nsp__frequent_words[] = {\n");
  for (uint32_t i = 0; i < size; i++)
    fprintf(out, "{0x%llxu, 0x%xu},%s", (unsigned long long)slots[i].languages, (unsigned)slots[i].hash,
            i % 6 == 5 ? "\n" : "");
  fprintf(out, "};\nconst uint32_t nsp__frequent_mask = %uu;\n", (unsigned)(size - 1));
  free(slots);
}

static void write_scripts(FILE *out, nsp_language **languages, size_t count) {
  static const char *names[NSP__SCRIPT_COUNT] = {"",       "Latin",      "Cyrillic", "Greek", "Arabic",
                                                 "Hebrew", "Devanagari", "Han",      "Kana",  "Hangul"};
  fprintf(out, "\nconst uint64_t nsp__script_languages[NSP__SCRIPT_COUNT] = {0");
  for (int s = 1; s < NSP__SCRIPT_COUNT; s++) {
    uint64_t bits = 0;
    for (size_t i = 0; i < count; i++) {
      const char *script = nsp__pack_property(languages[i], "script");
      if (script && strcmp(script, names[s]) == 0) bits |= (uint64_t)1 << i;
    }
    fprintf(out, ", 0x%llxu", (unsigned long long)bits);
  }
  size_t neutral = 0;
  while (neutral + 1 < count && strcmp(nsp_language_id(languages[neutral]), "und") != 0) neutral++;
  fprintf(out, "};\nconst uint32_t nsp__builtin_neutral = %zu;\n", neutral);
}

static void tell(const nsp_error *error, void *folder) {
  fprintf(stderr, "%s/%s:%u:%u: error: %s\n", (const char *)folder, error->file, error->line, error->column,
          error->message);
}

static nsp_language *compile(const char *folder) {
  nsp_pack_file files[MOST_FILES];
  size_t count = read_folder(folder, files);
  const char *slash = strrchr(folder, '/');
  nsp_language *language = NULL;
  nsp_error error = {0};
  if (nsp_language_compile(NULL, slash ? slash + 1 : folder, files, count, NULL, &language, &error) != NSP_OK) {
    if (nsp_language_check(NULL, files, count, NULL, tell, (void *)(uintptr_t)folder) == NSP_OK)
      fprintf(stderr, "%s: %s\n", folder, error.message);
    return NULL;
  }
  for (size_t i = 0; i < count; i++) free((void *)(uintptr_t)files[i].name), free((void *)(uintptr_t)files[i].data);
  return language;
}

int main(int argc, char **argv) {
  if (argc > 2 + 64) return fprintf(stderr, "more than 64 packs: nsp__frequent_word has no room for more\n"), 2;
  if (argc < 3) return fprintf(stderr, "usage: %s OUTPUT.c PACK_FOLDER…\n", argv[0]), 2;
  FILE *out = fopen(argv[1], "w");
  if (!out) return perror(argv[1]), 1;
  fprintf(out,
          "/* Generated by nsp_pack_compiler from lib/language/packs. */\n#include \"language/builtin.h\"\n#include "
          "\"language/detect.h\"\n\n");
  int failed = 0;
  size_t count = (size_t)argc - 2;
  nsp_language **languages = calloc(count, sizeof *languages);
  for (size_t i = 0; languages && i < count; i++) {
    languages[i] = compile(argv[i + 2]);
    if (languages[i])
      write_table(out, i, languages[i]);
    else
      failed = 1;
  }
  if (!failed) {
    write_handles(out, languages, count);
    write_frequent(out, languages, count);
    write_scripts(out, languages, count);
  }
  for (size_t i = 0; languages && i < count; i++) nsp_language_free(languages[i]);
  free(languages);
  if (fclose(out) != 0) failed = 1;
  if (failed) remove(argv[1]);
  return failed;
}
