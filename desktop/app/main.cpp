// hotich-desktop: the clerk's workplace.
#include "common/crypto/process_guard.h"
#include "desktop/app/appearance.h"
#include "desktop/app/application.h"
#include "desktop/app/language.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/shots.h"
#include "desktop/printing/practice_mark.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <exception>
#include <iostream>

namespace {

struct options
{
    QString register_file;
    QString language;
    QString shots_folder;
    QString only_shot;
    QString theme;
    bool practice = false;
};

/// Pictures do not hang on what somebody chose on this PC.
hotich::theme theme_of(const options& chosen)
{
    if (!chosen.theme.isEmpty()) return hotich::theme_named(chosen.theme);
    return chosen.shots_folder.isEmpty() ? hotich::read_look().colours : hotich::theme::light;
}

options read_options(const QCoreApplication& program)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("The civil-status register of a desk.");
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption file("register", "The register of this desk.", "FILE");
    const QCommandLineOption lang("lang", "Language: vi or en.", "vi|en", "vi");
    const QCommandLineOption shots(
        "shots", "Take pictures of every screen into a folder and end.", "DIR"
    );
    const QCommandLineOption only(
        "shot-only", "With --shots: only pictures whose name begins so.", "NAME"
    );
    const QCommandLineOption theme("theme", "Colours of this start.", "light|dark|contrast");
    const QCommandLineOption practice("practice", "Practise on made-up people.");
    parser.addOptions({file, lang, shots, only, theme, practice});
    parser.process(program);
    return {
        parser.value(file),
        parser.value(lang) == "en" ? "en" : "vi",
        parser.value(shots),
        parser.value(only),
        parser.value(theme),
        parser.isSet(practice)};
}

/// One of each year: numbers are a year's.
QString practice_register_file()
{
    const QDir folder(
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/practice"
    );
    folder.mkpath(".");
    const auto year = hotich::date_in_vietnam(hotich::computer_clock().now()).year;
    return folder.filePath(QString("practice-%1%2").arg(year).arg(hotich::register_suffix));
}

QString usual_register_file()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    folder.mkpath(".");
    return folder.filePath(QString("desk") + hotich::register_suffix);
}

/// What needs no window is said without one.
bool wants_words_only(int argc, char** argv)
{
    constexpr std::array<std::string_view, 4> words{"--version", "-v", "--help", "-h"};
    return argc == 2 && std::find(words.begin(), words.end(), argv[1]) != words.end();
}

int run(QApplication& program)
{
    const auto chosen = read_options(program);
    hotich::speak(program, chosen.language);
    const auto fail = [](const std::string& what) {
        std::cerr << what << std::endl;
        QMessageBox::critical(nullptr, "hotich-desktop", hotich::to_qt(what));
        return 1;
    };
    if (!hotich::start_crypto()) return fail("cryptography cannot start");
    if (const auto dressed = hotich::dress(program, theme_of(chosen)); !dressed)
        return fail(dressed.error().detail);
    const auto program_path = hotich::to_utf8(QCoreApplication::applicationFilePath());
    const auto known = hotich::definitions::load(hotich::default_schemas_folder(program_path));
    if (!known) return fail(known.error().detail);
    const auto language = hotich::to_utf8(chosen.language);
    if (chosen.practice) hotich::mark_pages_of_practice(*known);
    hotich::system_random random;
    if (!chosen.shots_folder.isEmpty())
        return hotich::take_shots(
            program,
            *known,
            {random, chosen.shots_folder, chosen.only_shot, language, chosen.practice}
        );
    using hotich::application;
    const auto usual = chosen.practice ? practice_register_file() : usual_register_file();
    const auto file = chosen.register_file.isEmpty() ? usual : chosen.register_file;
    application workplace(
        *known,
        hotich::to_utf8(QDir(file).absolutePath()),
        language,
        chosen.practice ? application::purpose::practice : application::purpose::work
    );
    return workplace.start() ? QApplication::exec() : 0;
}

} // namespace

int main(int argc, char** argv)
{
    hotich::guard_process();
    try {
        QCoreApplication::setApplicationName("hotich");
        QCoreApplication::setApplicationVersion(HOTICH_VERSION);
        if (wants_words_only(argc, argv)) {
            read_options(QCoreApplication(argc, argv));
            return 0;
        }
        hotich::prepare_text_size(hotich::read_look().percent);
        QApplication program(argc, argv);
        return run(program);
    } catch (const std::exception& error) {
        std::cerr << "hotich-desktop: " << error.what() << std::endl;
        return 1;
    }
}
