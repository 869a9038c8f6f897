#include "desktop/app/shots.h"

#include "desktop/accounts/import_page.h"
#include "desktop/accounts/manager_desk.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/sample_accounts.h"
#include "desktop/app/sample_desk.h"
#include "desktop/forms/choice_edit.h"
#include "desktop/forms/form_view.h"
#include "desktop/forms/list_editor.h"
#include "desktop/registers/papers_page.h"
#include "desktop/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

#include <iostream>

namespace hotich {

namespace {

constexpr int settle_ms =
    450; ///< the check's delay, an answer of the register thread, and the layout
constexpr QSize screen{1366, 768};

class no_enroller final : public enroller
{
public:
    void enrol(
        enrolment_request, std::function<void(enrolment_step)>, std::function<void(status)> done
    ) override
    {
        done(failure{failure_code::offline, "pictures have no line"});
    }
};

/// One picture: what to do before it, and its name; a step without a name only prepares.
struct shot
{
    QString name;
    std::function<void()> prepare;
};

class photographer
{
public:
    photographer(const definitions& known, const shot_options& options)
        : m_options(options),
          m_known(known),
          m_clock(sample_morning),
          m_units(known.units()),
          m_random(options.random),
          m_place{
              known,
              m_desk,
              m_clock,
              m_units,
              options.language,
              scan_folder(""),
              {},
              options.is_practice},
          m_window(m_place, m_line, m_enroller, "", m_random)
    {
        m_window.setFixedSize(screen);
        m_window.show();
        make_plan();
    }

    void begin()
    {
        m_desk.open(
            &m_window,
            [this] { return make_sample_desk(m_known, m_random); },
            [this](const status& made) {
                if (!made) return stop(made.error().detail);
                read_ids();
            }
        );
    }

private:
    void stop(const std::string& why)
    {
        std::cerr << "no pictures: " << why << std::endl;
        QCoreApplication::exit(1);
    }

    void read_ids()
    {
        m_desk.ask(
            &m_window,
            [this](desk_register& desk) -> result<bool> {
                const auto id_in = [&desk](record_state state) {
                    const auto lines = desk.in_state(state, 1);
                    return lines && !lines->empty() ? lines->front().record : std::string();
                };
                m_registered = id_in(record_state::registered);
                m_held = id_in(record_state::held);
                m_rejected = id_in(record_state::rejected);
                m_dossier = id_in(record_state::received);
                read_noted(desk);
                return true;
            },
            [this](const result<bool>&) { step(0); }
        );
    }

    /// The birth that was corrected, and the one another office tells about.
    void read_noted(desk_register& desk)
    {
        if (const auto told = desk.view().with_waiting_notices(1); told && !told->empty())
            m_noticed = told->front().record;
        const auto lines = desk.in_state(record_state::registered, 50);
        if (!lines) return;
        for (const auto& line : *lines)
            if (const auto entry = desk.load(line.record); entry && !entry->annotations.empty())
                m_noted = entry->id;
    }

    void step(std::size_t at)
    {
        if (at == m_plan.size()) return QCoreApplication::exit(0);
        m_plan[at].prepare();
        QTimer::singleShot(settle_ms, &m_window, [this, at] {
            const auto& name = m_plan[at].name;
            const bool wanted =
                !name.isEmpty() && (m_options.only.isEmpty() || name.startsWith(m_options.only));
            if (wanted && m_options.look)
                m_options.look(name, m_window);
            else if (wanted && !m_window.grab().save(QDir(m_options.folder).filePath(name + ".png")))
                return stop("the folder cannot be written");
            step(at + 1);
        });
    }

    void add(const QString& name, std::function<void()> prepare)
    {
        m_plan.push_back({name, std::move(prepare)});
    }

    [[nodiscard]] form_view* form() { return qobject_cast<form_view*>(m_window.current()); }

    void make_plan()
    {
        add("01-enrolment", [this] { m_window.show_enrolment(); });
        add("02-sign-in", [this] { m_window.show_sign_in(); });
        add("03-today", [this] {
            m_line.set(
                {line_state::offline, instant{sample_morning.ms - 3 * 3600 * 1000}, std::nullopt}
            );
            m_window.show_workplace();
        });
        plan_form();
        plan_registers();
        plan_events();
        plan_care();
        plan_accounts();
    }

    void plan_form()
    {
        const auto* birth = m_known.find_event("birth");
        add({}, [this, birth] { m_window.open_form(*birth); });
        for (int page = 0; page < int(birth->pages.size()); ++page)
            add("1" + QString::number(page) + "-form-empty",
                [this, page] { form()->show_page(page); });
        add("19-form-list", [this] {
            form()->show_page(0);
            auto* commune = form()->row_of("child.home_place")->editor().findChild<choice_edit*>();
            commune->setFocus(Qt::TabFocusReason);
            commune->setText("tan");
            emit commune->textEdited("tan");
        });
        add({}, [this, birth] {
            // Wrong on purpose: a future birthday, a digit in a name, a parent without papers.
            fill_with_example(*birth);
            auto& session = form()->session();
            session.set("child.full_name", "Bao 2");
            session.set("child.birth_date", "2026-12-24");
            session.set("mother.id_doc.number", "00119");
            session.set("father.full_name", nullptr);
            session.set("requester.id_doc.type", "CMND");
            form()->save();
        });
        add("29-review-findings", [] {});
        add({}, [this] { m_window.go_back(); });
        for (int page = 0; page < int(birth->pages.size()); ++page)
            add("2" + QString::number(page) + "-form-findings",
                [this, page] { form()->show_page(page); });
        add("28-help", [this] {
            form()->go_to_field("mother.id_doc.number");
            form()->help();
        });
        add({}, [this, birth] {
            form()->show_page(0);
            fill_with_example(*birth);
            form()->session().set("gcs_code", "01234.GCS.00777.26");
            form()->session().set("child.birth_date", "2026-11-20");
            form()->session().set("gcs_date", "2026-11-21");
            form()->save();
        });
        add("30-review", [] {});
        add("31-outcome", [this] { form()->save(); });
    }

    void plan_registers()
    {
        add("40-book", [this] { press(Qt::Key_F4); });
        add({}, [this] { press(Qt::Key_F3); });
        add("41-search", [this] {
            auto* words = m_window.current()->findChild<entry_line*>("search");
            words->setText("nguyen anh");
            emit words->textEdited(words->text());
        });
        add("42-attention", [this] { press(Qt::Key_F6); });
        add("43-drafts", [this] { press(Qt::Key_F7); });
        add("44-record", [this] { m_window.open_record(to_qt(m_registered)); });
        add("45-record-held", [this] { m_window.open_record(to_qt(m_held)); });
        add("46-record-rejected", [this] { m_window.open_record(to_qt(m_rejected)); });
        add("47-preview-certificate",
            [this] { m_window.open_paper(to_qt(m_registered), "birth_certificate"); });
        add("48-preview-extract",
            [this] { m_window.open_paper(to_qt(m_registered), "birth_extract"); });
        add({}, [this] { m_window.go_back(); });
        add("49a-papers", [this] { press(QKeySequence(Qt::CTRL | Qt::Key_G)); });
        add("49b-print-batch", [this] { m_window.current()->print(); });
        add("49d-list-to-sign", [this] {
            press(QKeySequence(Qt::CTRL | Qt::Key_G));
            qobject_cast<papers_page*>(m_window.current())->list_to_sign();
        });
        add("49c-blanks", [this] { press(QKeySequence(Qt::CTRL | Qt::Key_K)); });
        add("49-keys", [this] { press(QKeySequence(Qt::SHIFT | Qt::Key_F1)); });
    }

    shot_options m_options;
    const definitions& m_known;
    fixed_clock m_clock;
    unit_choices m_units;
    random_source& m_random;

    void press(const QKeySequence& key)
    {
        for (auto* action : m_window.actions())
            if (action->shortcut() == key) action->trigger();
    }

    void fill_with_example(const event_definition& event)
    {
        for (const auto& field : event.fields)
            if (const auto* value = find_path(event.example, field.path))
                form()->session().set(field.path, *value);
    }

    void plan_events()
    {
        const auto* marriage = m_known.find_event("marriage");
        const auto* correction = m_known.find_event("correction");
        add("50-event-choice", [this] { m_window.open_event_choice(); });
        add("51-event-choice-search", [this] {
            auto* words = m_window.current()->findChild<entry_line*>("search");
            words->setText("ho tich");
            emit words->textEdited(words->text());
        });
        add({}, [this, marriage] { m_window.open_form(*marriage); });
        add({}, [this, marriage] {
            // Wrong on purpose: the husband is too young, the wife's document is not known.
            fill_with_example(*marriage);
            form()->session().set("husband.birth_date", "2007-12-01");
            form()->session().set("wife.id_doc.number", nullptr);
            form()->save();
        });
        add("52-marriage-review", [] {});
        add({}, [this] { m_window.go_back(); });
        add("53-marriage-findings", [this] { form()->show_page(1); });
        add({}, [this, correction] { m_window.open_note(*correction, m_registered); });
        add("54-correction-target", [this] { form()->show_page(1); });
        add("55-correction-list", [this] {
            form()->show_page(2);
            auto* row = form()->row_of("items");
            for (const auto* path : {"mother.full_name", "child.gender"}) {
                auto* items = qobject_cast<list_editor*>(&row->editor());
                const int at = items->row_count() - 1;
                items->cell(at, "field_id").set_value(path);
                emit items->cell(at, "field_id").edited();
                for (auto* action : items->actions())
                    if (action->shortcut() == QKeySequence(Qt::Key_Insert)) action->trigger();
            }
            form()->go_to_field("items.1.new_value");
        });
        add("56-find-entry", [this] {
            form()->show_page(1);
            for (auto* action : form()->actions())
                if (action->shortcut() == QKeySequence(QKeySequence::Find)) action->trigger();
        });
        add("57-declaration", [this] {
            m_window.go_back();
            form()->print();
        });
    }

    void plan_care()
    {
        add("60-record-notice", [this] { m_window.open_record(to_qt(m_noticed)); });
        add("61-record-notes", [this] { m_window.open_record(to_qt(m_noted)); });
        add("62-what-to-do-with-it", [this] { m_window.open_note_choice(m_noted); });
        add("63-notices", [this] { press(Qt::Key_F10); });
        add("64-dossiers", [this] { press(Qt::Key_F9); });
        add("65-dossier", [this] { m_window.open_record(to_qt(m_dossier)); });
        add("66-reception", [this] { m_window.open_reception(); });
        add("67-personal-numbers", [this] { press(Qt::Key_F11); });
        add("68-day", [this] { press(Qt::Key_F12); });
        add("68b-day-printed", [this] { m_window.current()->print(); });
        add({}, [this] { press(Qt::Key_F4); });
        add({}, [this] {
            for (auto* action : m_window.current()->actions())
                if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_B)) action->trigger();
        });
        add("69-book-closing", [this] {
            for (auto* button : m_window.current()->findChildren<QPushButton*>())
                if (button->objectName() == "close_book") button->click();
        });
        add("72-line-and-machine", [this] { press(QKeySequence(Qt::CTRL | Qt::Key_M)); });
        add("73-guide", [this] { m_window.open_guide(); });
        add("70-appearance", [this] { press(QKeySequence(Qt::CTRL | Qt::Key_F1)); });
        add("71-printer", [this] { emit m_window.current()->printer_wanted(); });
    }

    template <class Widget>
    Widget* shown(const char* name)
    {
        for (auto* one : m_window.manager().findChildren<Widget*>(name))
            if (one->isVisible()) return one;
        return nullptr;
    }

    void plan_accounts()
    {
        add("80-accounts-sign-in", [this] { m_window.show_manager(); });
        add("81-accounts", [this] {
            m_window.manager().line().answer_by(sample_accounts);
            for (const auto& [name, text] :
                 {std::pair{"server", "may-chu.hanoi.gov.vn:8443"},
                  std::pair{"pin", "5f70bf18a08600705f70bf18a0860070"}})
                shown<QLineEdit>(name)->setText(text);
            shown<QPushButton>("primary")->click();
        });
        add("82-accounts-new", [this] { shown<QPushButton>("primary")->click(); });
        add("83-account", [this] {
            auto* list = shown<QTableWidget>("accounts");
            list->selectRow(2);
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
            QCoreApplication::sendEvent(list, &enter);
        });
        add("84-account-move", [this] { shown<QPushButton>("moved")->click(); });
        add("85-accounts-import", [this] {
            m_window.show_manager();
            shown<QPushButton>("primary")->click();
            shown<QPushButton>("import")->click();
            QFile table(QDir(m_options.folder).filePath("accounts.csv"));
            if (!table.open(QIODevice::WriteOnly)) return;
            table.write(sample_account_table());
            table.close();
            m_window.manager().findChild<import_page*>()->read_table(table.fileName());
            table.remove();
        });
    }

    register_thread m_desk;
    workplace m_place;
    idle_line m_line;
    no_enroller m_enroller;
    std::string m_registered;
    std::string m_held;
    std::string m_rejected;
    std::string m_noted;
    std::string m_noticed;
    std::string m_dossier;
    std::vector<shot> m_plan;
    main_window m_window;
};

} // namespace

int take_shots(QApplication& program, const definitions& known, const shot_options& options)
{
    if (!QDir().mkpath(options.folder)) return 1;
    photographer taker(known, options);
    taker.begin();
    return program.exec();
}

} // namespace hotich
