// See CMinizip.h.

#include "CMinizip.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct td_zip {
  const uint8_t *bytes;
  uint64_t count;
  uint64_t position;
  unzFile file;
};

static voidpf ZCALLBACK open_memory(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static uLong ZCALLBACK read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)stream;
  td_zip *zip = opaque;
  uint64_t left = zip->position < zip->count ? zip->count - zip->position : 0;
  uLong portion = size < left ? size : (uLong)left;
  memcpy(buffer, zip->bytes + zip->position, portion);
  zip->position += portion;
  return portion;
}

static ZPOS64_T ZCALLBACK tell_memory(voidpf opaque, voidpf stream) {
  (void)stream;
  return ((td_zip *)opaque)->position;
}

static long ZCALLBACK seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)stream;
  td_zip *zip = opaque;
  uint64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? zip->position
                  : origin == ZLIB_FILEFUNC_SEEK_END ? zip->count
                                                     : 0;
  if (offset > zip->count || base + offset > zip->count) return -1;
  zip->position = base + offset;
  return 0;
}

static int ZCALLBACK no_error(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

td_zip *td_zip_open(const uint8_t *bytes, size_t count) {
  td_zip *zip = calloc(1, sizeof *zip);
  if (!zip) return NULL;
  zip->bytes = bytes;
  zip->count = count;
  zlib_filefunc64_def functions;
  memset(&functions, 0, sizeof functions);
  functions.zopen64_file = open_memory;
  functions.zread_file = read_memory;
  functions.ztell64_file = tell_memory;
  functions.zseek64_file = seek_memory;
  functions.zclose_file = no_error;
  functions.zerror_file = no_error;
  functions.opaque = zip;
  zip->file = unzOpen2_64("", &functions);
  if (!zip->file) {
    free(zip);
    return NULL;
  }
  return zip;
}

void td_zip_close(td_zip *zip) {
  if (!zip) return;
  unzClose(zip->file);
  free(zip);
}

int64_t td_zip_find(td_zip *zip, const char *name) {
  if (unzLocateFile(zip->file, name, 2) != UNZ_OK) return -1;
  unz_file_info64 information;
  if (unzGetCurrentFileInfo64(zip->file, &information, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
    return -1;
  return (int64_t)information.uncompressed_size;
}

int td_zip_is_encrypted(td_zip *zip) {
  unz_file_info64 information;
  if (unzGetCurrentFileInfo64(zip->file, &information, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
    return 0;
  return (information.flag & 1) != 0;
}

int td_zip_begin(td_zip *zip) { return unzOpenCurrentFile(zip->file); }

int td_zip_read(td_zip *zip, void *buffer, unsigned count) {
  return unzReadCurrentFile(zip->file, buffer, count);
}

int td_zip_end(td_zip *zip) { return unzCloseCurrentFile(zip->file); }

int td_zip_go(td_zip *zip, int first, char *name, unsigned room) {
  if ((first ? unzGoToFirstFile(zip->file) : unzGoToNextFile(zip->file)) != UNZ_OK) return -1;
  unz_file_info64 information;
  memset(name, 0, room);
  if (unzGetCurrentFileInfo64(zip->file, &information, name, room - 1, NULL, 0, NULL, 0) != UNZ_OK)
    return -1;
  return (int)information.size_filename;
}

uint32_t td_crc32(const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(crc32_z(0, NULL, 0), bytes, count);
}

// The bound for streams of compress() covers raw ones too: they lack its header.
size_t td_deflate_bound(size_t count) { return compressBound(count) + 16; }

size_t td_deflate(const uint8_t *bytes, size_t count, uint8_t *packed, size_t room) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = packed;
  stream.avail_out = (uInt)room;
  int status = deflate(&stream, Z_FINISH);
  size_t size = stream.total_out;
  deflateEnd(&stream);
  return status == Z_STREAM_END ? size : 0;
}
