// Reading a zip archive that lies in memory, on minizip; packing parts of one, on zlib. The bytes must outlive
// the archive.

#ifndef TD_MINIZIP_H
#define TD_MINIZIP_H

#include <stddef.h>
#include <stdint.h>

typedef struct td_zip td_zip;

/// NULL when the bytes are no zip archive or its directory is damaged.
td_zip *td_zip_open(const uint8_t *bytes, size_t count);
void td_zip_close(td_zip *zip);

/// Makes a part current, whatever the case of its name; gives its unpacked size, or -1 when there is none.
int64_t td_zip_find(td_zip *zip, const char *name);

/// Whether the current part is encrypted.
int td_zip_is_encrypted(td_zip *zip);

/// Starts reading the current part; 0 when that works.
int td_zip_begin(td_zip *zip);

/// The next bytes of the part; 0 at its end, negative when it is damaged.
int td_zip_read(td_zip *zip, void *buffer, unsigned count);

/// Ends reading; non-zero when the checksum is wrong.
int td_zip_end(td_zip *zip);

/// Makes the part after the current one current, or the first one when `first` is not 0. Copies its name, with a zero
/// at the end, and gives the length of the whole name; negative when there is no such part.
int td_zip_go(td_zip *zip, int first, char *name, unsigned room);

/// The checksum zip archives carry.
uint32_t td_crc32(const uint8_t *bytes, size_t count);

/// The room `td_deflate` may need, at most.
size_t td_deflate_bound(size_t count);

/// Packs bytes the way zip archives do; gives the packed size, 0 when memory or `room` is lacking.
size_t td_deflate(const uint8_t *bytes, size_t count, uint8_t *packed, size_t room);

#endif
