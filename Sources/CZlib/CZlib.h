// Deflate for ThiDuaStore. Its archive is linked by that target, as SQLite's is.

#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

#endif
