#include "desktop/shell/page.h"

#include "moc_page.cpp"
