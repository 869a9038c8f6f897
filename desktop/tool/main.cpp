// hotich: the register without a window, for district IT, scripts and the nightly job.
// Exit codes: 0 done; 2 the input is wrong; 3 not allowed; 4 server not reachable (work kept); 5
// register damaged or wrong key; 1 anything else.
#include "common/crypto/crypto.h"
#include "common/crypto/process_guard.h"
#include "desktop/tool/command_line.h"
#include "desktop/tool/console.h"

#include <QGuiApplication>

#include <algorithm>
#include <iostream>
#include <memory>

namespace hotich::tool {

namespace {

int run(command_line& line, const std::string& program)
{
    const auto folder = line.chosen().schemas_folder.empty() ? default_schemas_folder(program)
                                                             : line.chosen().schemas_folder;
    auto known = definitions::load(folder);
    if (!known) {
        std::cerr << "schemas: " << known.error().detail << std::endl;
        return other_failure;
    }
    context in(line.chosen(), std::move(*known));
    return line.act()(in);
}

/// Qt remarks on the desktop session; a script reads our own words only.
void only_serious_messages(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg) std::cerr << text.toStdString() << std::endl;
}

/// Painting needs an application with fonts, but no display; every other command starts without
/// them.
std::unique_ptr<QCoreApplication> made_application(int& argc, char** argv, bool paints)
{
    if (!paints) return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

} // namespace hotich::tool

int main(int argc, char** argv)
{
    hotich::guard_process();
    using namespace hotich::tool;
    const auto console = speak_utf8();
    qInstallMessageHandler(only_serious_messages);
    if (!hotich::start_crypto()) return other_failure;
    command_line line;
    try {
        auto given = given_arguments(argc, argv);
        std::ranges::reverse(given); // CLI11 takes them from the back
        line.app().parse(given);
    } catch (const CLI::ParseError& error) {
        const int shown = line.app().exit(error);
        return shown == 0 ? 0 : wrong_input;
    }
    const auto application = made_application(argc, argv, line.paints());
    try {
        return run(line, application->applicationFilePath().toStdString());
    } catch (const std::exception& error) {
        std::cerr << "unexpected: " << error.what() << std::endl;
        return other_failure;
    }
}
