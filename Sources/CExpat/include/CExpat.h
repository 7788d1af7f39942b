// Expat as it is: parsing XML in pieces, with its own guard against entity bombs.

#ifndef TD_EXPAT_H
#define TD_EXPAT_H

#include <expat.h>

#endif
