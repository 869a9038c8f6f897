#include "desktop/accounts/account_page.h"

#include "common/accounts/account_wish.h"
#include "desktop/accounts/account_words.h"
#include "desktop/accounts/field_form.h"
#include "desktop/app/labels.h"
#include "desktop/app/layouts.h"
#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/registers/plain_table.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

using kind = asked_field::kind;

constexpr int side_width = 360;

} // namespace

account_page::account_page(const workplace& place, manager_line& to_server, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_line(to_server),
      m_heading(new QLabel),
      m_state(new QLabel),
      m_trouble(new QLabel),
      m_grants(new plain_table({tr("Role"), tr("Unit"), tr("From"), tr("Until")}, {260, 230, 110})),
      m_history(new plain_table({tr("When"), tr("What"), tr("By"), tr("Reason")}, {150, 160, 190})),
      m_actions(new QVBoxLayout),
      m_form(new field_form)
{
    m_heading->setObjectName("heading");
    m_state->setObjectName("quiet");
    m_trouble->setObjectName("trouble");
    m_trouble->setWordWrap(true);
    m_grants->setAccessibleName(tr("Rights"));
    m_history->setAccessibleName(tr("History"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addWidget(m_state);
    top->addStretch(1);
    auto* back = new QPushButton(tr("Back (Esc)"));
    connect(back, &QPushButton::clicked, this, &account_page::back_wanted);
    top->addWidget(back);
    auto* left = new QVBoxLayout;
    left->addWidget(section_label(tr("Rights")));
    left->addWidget(m_grants, 1);
    left->addWidget(section_label(tr("History")));
    left->addWidget(m_history, 1);
    auto* middle = new QHBoxLayout;
    middle->addLayout(left, 1);
    middle->addWidget(make_side());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addLayout(middle, 1);
}

QWidget* account_page::make_side()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->addWidget(m_form);
    layout->addWidget(m_trouble);
    layout->addWidget(section_label(tr("What can be done")));
    layout->addLayout(m_actions);
    layout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(tr("What can be done"));
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedWidth(side_width);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

void account_page::show_account(account who)
{
    m_who = std::move(who);
    m_form->close_form();
    m_trouble->clear();
    show_all();
    m_grants->setFocus(Qt::TabFocusReason);
}

bool account_page::go_back()
{
    if (!m_form->is_open()) return false;
    m_form->close_form();
    m_grants->setFocus(Qt::TabFocusReason);
    return true;
}

void account_page::show_all()
{
    m_heading->setText(to_qt(m_who.full_name + " (" + m_who.name + ")"));
    m_state->setText(word(m_place, "account_states", name_of(m_who.state)));
    std::vector<table_row> rows;
    for (const auto& grant : m_who.grants)
        rows.push_back(
            {{role_name(m_place, grant.role),
              unit_name(m_place, grant.unit),
              to_qt(to_display(grant.from)),
              grant.until ? to_qt(to_display(*grant.until)) : tr("open")}}
        );
    m_grants->show_rows(rows, tr("This account has no right."));
    make_actions();
    read_history();
}

void account_page::read_history()
{
    m_line.ask(
        "GET",
        "/v1/accounts/" + m_who.id + "/history",
        {},
        [this, id = m_who.id](const result<json::object>& answer) {
            if (id != m_who.id) return;
            if (!answer) return m_trouble->setText(why_account_not(m_place, answer.error()));
            show_history(*answer);
        }
    );
}

void account_page::show_history(const json::object& told)
{
    std::vector<table_row> rows;
    const auto& events = rows_at(told, "history");
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const auto& one = event->get_object();
        const auto at = integer_member(one, "at");
        const auto by = text_at(one, "by_name");
        rows.push_back(
            {{at ? moment_text({*at}) : QString(),
              word(m_place, "account_changes", std::string(text_at(one, "change"))),
              by.empty() ? tr("the server's operator") : to_qt(by),
              to_qt(text_at(one, "reason"))}}
        );
    }
    m_history->show_rows(rows, {});
}

const account_grant* account_page::chosen_grant() const
{
    const auto row = m_grants->currentRow();
    const bool is_there = row >= 0 && row < int(m_who.grants.size());
    return is_there ? &m_who.grants[std::size_t(row)] : nullptr;
}

bool account_page::may(const char* change) const
{
    const auto day = today();
    if (m_who.state == account_state::ended) return false;
    account_wish wish{change, std::nullopt, "", ""};
    const std::string_view what = change;
    if (what == account_change::granted) return !m_line.roles_to_give(today()).empty();
    const bool is_about_grant =
        what == account_change::moved || what == account_change::grant_ended;
    if (!is_about_grant) return may_change(m_line.who(), m_who, wish, day, m_line.book());
    return std::any_of(m_who.grants.begin(), m_who.grants.end(), [&](const account_grant& grant) {
        wish.grant = grant;
        const bool is_over = grant.until && *grant.until < day;
        return !is_over && may_change(m_line.who(), m_who, wish, day, m_line.book());
    });
}

/// Only what the role table grants is there at all.
void account_page::offer(const char* change, const QString& text, std::function<void()> act)
{
    if (!may(change)) return;
    auto* button = new QPushButton(text);
    button->setObjectName(change);
    button->setProperty("leftAligned", true);
    connect(button, &QPushButton::clicked, this, [act = std::move(act)] { act(); });
    m_actions->addWidget(button);
}

void account_page::make_actions()
{
    empty_later(m_actions);
    const asked_field reason{"reason", tr("Reason")};
    offer(account_change::granted, tr("Give a right"), [this] {
        ask(account_change::granted,
            tr("Give a right"),
            {{"role",
              tr("Role"),
              kind::choice,
              roles_named(m_place, m_line.roles_to_give(today()))},
             {"unit", tr("Unit"), kind::choice, units_below(m_place, m_line.province(today()))},
             {"from", tr("From"), kind::day, {}, {}, tr("today")},
             {"until", tr("Until"), kind::day, {}, {}, tr("open")}});
    });
    offer(account_change::moved, tr("Move the chosen right to another unit"), [this] {
        ask_about_grant(account_change::moved, tr("Move from a day on"));
    });
    offer(account_change::grant_ended, tr("End the chosen right"), [this] {
        ask_about_grant(account_change::grant_ended, tr("The right's last day"));
    });
    offer(account_change::renamed, tr("Mend the full name"), [this] {
        ask(account_change::renamed,
            tr("Mend the full name"),
            {{"full_name", tr("Full name"), kind::name, {}, m_who.full_name}});
    });
    const bool is_active = m_who.state == account_state::active;
    if (is_active)
        offer(account_change::suspended, tr("Suspend…"), [this, reason] {
            ask(account_change::suspended,
                tr("Suspended at once, at every desk's next contact"),
                {reason});
        });
    else
        offer(account_change::resumed, tr("Resume…"), [this, reason] {
            ask(account_change::resumed, tr("Works again from now on"), {reason});
        });
    offer(account_change::password_reset, tr("Give a new password…"), [this, reason] {
        ask(account_change::password_reset,
            tr("The old password is nothing any more. The new one is told once."),
            {reason});
    });
    offer(account_change::ended, tr("End the account…"), [this, reason] {
        ask(account_change::ended, tr("Ended for good; its history stays"), {reason});
    });
    if (m_actions->count() == 0) {
        auto* nothing = new QLabel(word(
            m_place,
            "accounts",
            m_who.state == account_state::ended ? "ended_for_good" : "account_not_allowed"
        ));
        nothing->setWordWrap(true);
        nothing->setObjectName("quiet");
        m_actions->addWidget(nothing);
    }
}

void account_page::ask_about_grant(const char* change, const QString& title)
{
    const auto* grant = chosen_grant();
    if (grant == nullptr) return;
    const bool is_move = std::string_view(change) == account_change::moved;
    std::vector<asked_field> fields;
    if (is_move) {
        fields.push_back(
            {"to_unit",
             tr("New unit"),
             kind::choice,
             units_below(m_place, m_line.province(today()))}
        );
        fields.push_back({"from", tr("From"), kind::day, {}, {}, tr("today")});
    } else {
        fields.push_back({"until", tr("Last day"), kind::day, {}, {}, tr("today")});
    }
    fields.push_back({"reason", tr("Reason")});
    ask(change, title + ": " + grant_text(m_place, *grant), fields);
}

void account_page::ask(
    const char* what, const QString& title, const std::vector<asked_field>& fields
)
{
    m_trouble->clear();
    const auto* grant = chosen_grant();
    json::object wish{{"change", what}};
    const std::string_view named = what;
    if ((named == account_change::moved || named == account_change::grant_ended) && grant) {
        wish["role"] = grant->role;
        wish["unit"] = to_text(grant->unit);
    }
    m_form->ask(title, fields, tr("Confirm (Enter)"), [this, wish](json::object said) {
        for (const auto& [member, value] : wish)
            said[member] = value;
        change(std::move(said));
    });
}

void account_page::change(json::object wish)
{
    m_line.ask(
        "POST",
        "/v1/accounts/" + m_who.id,
        wish,
        [this, wish](const result<json::object>& answer) {
            if (!answer) {
                auto field = field_of_reason(answer.error().detail);
                if (field == "unit" && wish.contains("to_unit")) field = "to_unit";
                return m_form->show_trouble(field, why_account_not(m_place, answer.error()));
            }
            m_form->close_form();
            const auto* told = object_at(*answer, "account");
            auto who = told == nullptr ? result<account>(failure{failure_code::offline, ""})
                                       : account_told(*told, m_place.known.units());
            if (who) m_who = std::move(*who);
            show_all();
            if (answer->contains("password")) emit handed_over(*answer);
        }
    );
}

civil_date account_page::today() const { return date_in_vietnam(m_place.time.now()); }

} // namespace hotich

#include "moc_account_page.cpp"
