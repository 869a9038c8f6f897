// hotich-server: the sequencer of a province or of the nation. Everything is in hotich_server_core.
#include "common/crypto/process_guard.h"
#include "syncserver/app/command_line.h"

#include <exception>
#include <iostream>

int main(int argc, char** argv)
{
    hotich::guard_process();
    try {
        return hotich::run_command_line(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "hotich-server: " << error.what() << "\n";
        return 1;
    }
}
