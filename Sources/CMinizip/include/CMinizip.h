// Reading a zip archive that lies in memory, on minizip. The bytes must outlive the archive.

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

#endif
