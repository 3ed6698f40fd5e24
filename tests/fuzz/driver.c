/* Runs a fuzz target on files, so that its corpus is a test on any compiler: driver FILE… */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int run(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return perror(path), 1;
  uint8_t *data = malloc(1 << 20);
  if (!data) abort();
  size_t size = fread(data, 1, 1 << 20, file);
  fclose(file);
  for (size_t length = size;; length /= 2) { /* cut pieces too */
    LLVMFuzzerTestOneInput(data, length);
    if (length == 0) break;
  }
  free(data);
  return 0;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++)
    if (run(argv[i])) return 1;
  printf("%d inputs\n", argc - 1);
  return argc > 1 ? 0 : 2;
}
