// SQLite for ThiDuaStore. Its archive is linked by that target: a shared library more would cost every start.

#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>

#endif
