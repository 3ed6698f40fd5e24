#include "packs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "input.h"

/* A file of the user's. */
struct pack_file {
  const char *path, *role;      /* role: its name without the folders */
  const nsp_language *language; /* NULL: for all */
  struct buffer text;
};

static bool read_file(struct pack_file *file) {
  struct lines lines = {.file = open(file->path, O_RDONLY | O_CLOEXEC)};
  bool opened = lines.file >= 0;
  while (opened && lines_fill(&lines)) continue;
  bool done = opened && errno == 0;
  if (!done) complain(file->path, strerror(errno));
  if (opened) close(lines.file);
  file->text = lines.buffer;
  return done;
}

static nsp_pack_file as_pack_file(const struct pack_file *file) {
  return (nsp_pack_file){file->role, file->text.data ? file->text.data : "", file->text.length};
}

/* What a file is for: told by --lang or by its folder. */
static const nsp_language *target(const char *path, const char *role, const struct options *options) {
  if (options->language) return nsp_language_find(options->language);
  const char *end = role > path ? role - 1 : path, *start = end;
  while (start > path && start[-1] != '/') start--;
  char folder[16] = "";
  if (end > start && (size_t)(end - start) < sizeof folder) memcpy(folder, start, (size_t)(end - start));
  const nsp_language *found = *folder ? nsp_language_find(folder) : NULL;
  if (found && strcmp(nsp_language_id(found), folder) == 0) return found;
  return strcmp(role, "credits.txt") == 0 ? nsp_language_find("und") : NULL;
}

/* One line for each mistake: file:line:column: what. */
static void tell(const nsp_error *error, void *payload) {
  const struct pack_file *file = payload;
  fprintf(stderr, "%s:%u:%u: %s\n", file->path, error->line, error->column, error->message);
}

static bool read_files(struct pack_file *files, const struct options *options) {
  bool good = true;
  for (size_t i = 0; i < options->pack_count; i++) {
    struct pack_file *file = &files[i];
    file->path = options->packs[i];
    const char *slash = strrchr(file->path, '/');
    file->role = slash ? slash + 1 : file->path;
    file->language = target(file->path, file->role, options);
    if (!read_file(file)) {
      good = false;
      continue;
    }
    nsp_pack_file as = as_pack_file(file);
    const nsp_language *base = file->language ? file->language : nsp_language_find("und");
    nsp_status status = nsp_language_check(base, &as, 1, NULL, tell, file);
    if (status != NSP_OK && status != NSP_ERROR_PACK_SYNTAX) complain(file->path, nsp_status_message(status));
    good = good && status == NSP_OK;
  }
  return good;
}

/* Compiles what there is for one built-in language, if anything. */
static bool add_language(struct packs *packs, const struct pack_file *files, const struct options *options,
                         const nsp_language *base, nsp_config *config) {
  nsp_pack_file *chosen = calloc(options->pack_count + 1, sizeof *chosen);
  size_t count = 0;
  for (size_t i = 0; chosen && i < options->pack_count; i++)
    if (!files[i].language || files[i].language == base) chosen[count++] = as_pack_file(&files[i]);
  nsp_language *language = NULL;
  nsp_error error = {0};
  nsp_status status = chosen ? NSP_OK : NSP_ERROR_NO_MEMORY;
  if (count) status = nsp_language_compile(base, NULL, chosen, count, NULL, &language, &error);
  free(chosen);
  if (status != NSP_OK) {
    fprintf(stderr, "%s:%u:%u: %s\n", error.file, error.line, error.column,
            *error.message ? error.message : nsp_status_message(status));
    return false;
  }
  if (!language) return true;
  packs->languages[packs->count++] = language;
  return nsp_config_add_language(config, language) == NSP_OK;
}

bool packs_add(struct packs *packs, const struct options *options, nsp_config *config) {
  *packs = (struct packs){0};
  if (!options->pack_count) return true;
  size_t languages = nsp_language_builtin_count();
  struct pack_file *files = calloc(options->pack_count, sizeof *files);
  packs->languages = calloc(languages, sizeof *packs->languages);
  bool good = files && packs->languages && read_files(files, options);
  for (size_t i = 0; good && i < languages; i++)
    good = add_language(packs, files, options, nsp_language_builtin(i), config);
  for (size_t i = 0; files && i < options->pack_count; i++) buffer_free(&files[i].text);
  free(files);
  return good;
}

void packs_free(struct packs *packs) {
  for (size_t i = 0; i < packs->count; i++) nsp_language_free(packs->languages[i]);
  free(packs->languages);
}
