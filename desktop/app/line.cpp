#include "desktop/app/line.h"

#include "moc_line.cpp"
