// A desk with its window, ready to be used: an enrolled register in memory, a clock that stands on
// Monday morning, a line that is down. For a journey that is cut short the register is a file and
// the line leads to the server.
#pragma once

#include "desktop/app/practice_line.h"
#include "desktop/forms/form_view.h"
#include "desktop/shell/main_window.h"
#include "tests/gui/hub_line.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>

#include <memory>

namespace hotich::test {

/// The real definitions and the make-believe events beside them.
const definitions& definitions_with_boats();

class never_enrols final : public enroller
{
public:
    void enrol(
        enrolment_request request,
        std::function<void(enrolment_step)>,
        std::function<void(status)> done
    ) override
    {
        last = std::move(request);
        done(answer);
    }

    enrolment_request last;
    status answer = failure{failure_code::offline, "no line in tests"};
};

/// Words, fonts and look of the program, as main() makes them.
void start_program();

/// The text of every label that is seen.
QString all_labels(const QWidget* within);

struct workbench
{
    /// `register_file` is only needed by what signs in.
    enum class purpose { work, practice, journey };

    explicit workbench(std::string register_file = {}, purpose what = purpose::work);

    /// Opens an enrolled register in memory, or the practice's or a journey's in a folder, and
    /// shows "Today".
    void begin_work();
    /// The power goes in a journey: what is on the disk at this moment is all that is left. A new
    /// window stands over it.
    void cut();
    /// Opens the form by its key and waits for it.
    form_view* open_form();

    [[nodiscard]] form_view* form() { return qobject_cast<form_view*>(window->current()); }

    /// The path of the field that has the focus, or "".
    [[nodiscard]] std::string focused_field() const;

    [[nodiscard]] std::vector<finding> findings_at(const std::string& path)
    {
        return form()->row_of(path)->findings();
    }

    /// Asks the register and waits for the answer.
    template <class Work>
    auto ask(Work work)
    {
        using answer = std::invoke_result_t<Work&, desk_register&>;
        std::optional<answer> given;
        desk.ask(window.get(), work, [&given](answer got) { given.emplace(std::move(got)); });
        wait_for([&given] { return given.has_value(); });
        return must(std::move(*given));
    }

    /// The first entries of the register that stand so.
    std::vector<record_line> in_state(record_state state);
    /// What was asked of the register before is done.
    void settle();
    static void wait_for(const std::function<bool()>& done);
    /// The focus is on the button that says so.
    static void wait_for_button(const char* words);

    const purpose what;
    server hub{1, definitions_with_boats()};
    seeded_random chance{7};
    fixed_clock clock{monday_morning};
    unit_choices units;
    register_thread desk;
    workplace place;
    idle_line line_down;
    practice_line line_of_practice{desk, clock};
    hub_line to_hub{desk, hub, clock};
    QTemporaryDir folder; ///< of the practice, or of a journey
    never_enrols no_server;
    std::unique_ptr<main_window> window;

private:
    line& line_for_window();
    void open_window(std::string register_file);
    void open_desk(register_thread::opener made);
    [[nodiscard]] result<std::unique_ptr<desk_register>> new_desk();

    /// Each life of the program has a folder of its own.
    [[nodiscard]] QString life(int of) const { return folder.filePath(QString::number(of)); }

    int m_cuts = 0;
};

} // namespace hotich::test
