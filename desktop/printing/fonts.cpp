#include "desktop/printing/fonts.h"

#include <QDirIterator>
#include <QFontDatabase>

namespace hotich {

bool load_fonts()
{
    static const bool loaded = [] {
        bool all = true;
        int count = 0;
        for (QDirIterator files(":/fonts", {"*.ttf"}); files.hasNext(); ++count)
            all = QFontDatabase::addApplicationFont(files.next()) >= 0 && all;
        return all && count > 0;
    }();
    return loaded;
}

} // namespace hotich
