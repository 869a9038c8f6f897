#include "desktop/tool/commands.h"

#include <CLI/CLI.hpp>
#include <QFile>

#include <iostream>

namespace hotich::tool {

/// Made by the build (installers/components.cmake).
void show_licences()
{
    QFile kept(":/licences.txt");
    if (kept.open(QIODevice::ReadOnly)) std::cout << kept.readAll().toStdString();
    throw CLI::Success();
}

} // namespace hotich::tool
