#include "desktop/accounts/accounts_page.h"

#include "common/base/text.h"
#include "desktop/accounts/account_words.h"
#include "desktop/accounts/field_form.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/forms/entry_line.h"
#include "desktop/registers/plain_table.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr std::size_t max_people = 2000;
constexpr int tree_width = 290;
constexpr int form_width = 330;
/// The last day of three tiers (Resolution 203/2025/QH15).
constexpr civil_date last_day_of_districts{2025, 6, 30};

const int unit_role = Qt::UserRole;

QString grants_of(const workplace& place, const account& who, const civil_date& today)
{
    QStringList out;
    for (const auto& grant : who.grants)
        if (!grant.until || *grant.until >= today) out << grant_text(place, grant);
    return out.isEmpty() ? QObject::tr("no right any more") : out.join("; ");
}

QTreeWidgetItem* add_item(QTreeWidgetItem* under, const std::string& name, const std::string& unit)
{
    auto* item = new QTreeWidgetItem(under, {to_qt(name)});
    item->setData(0, unit_role, to_qt(unit));
    return item;
}

} // namespace

accounts_page::accounts_page(const workplace& place, manager_line& to_server, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_line(to_server),
      m_heading(new QLabel),
      m_tree(new QTreeWidget),
      m_filter(new entry_line),
      m_role(new QComboBox),
      m_state(new QComboBox),
      m_table(new plain_table(
          {tr("Sign-in name"), tr("Full name"), tr("State"), tr("Rights")}, {130, 200, 110}
      )),
      m_count(new QLabel),
      m_new(new QPushButton(tr("New account (Ctrl+N)"))),
      m_import(new QPushButton(tr("Import a list… (Ctrl+L)"))),
      m_form(new field_form)
{
    m_heading->setObjectName("heading");
    m_tree->setHeaderHidden(true);
    m_tree->setFixedWidth(tree_width);
    m_tree->setAccessibleName(tr("Units"));
    m_table->setAccessibleName(tr("Accounts"));
    m_table->setObjectName("accounts");
    m_count->setObjectName("quiet");
    m_form->setFixedWidth(form_width);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &accounts_page::read_list);
    connect(m_table, &plain_table::opened, this, [this](int row) {
        if (row >= 0 && row < int(m_shown.size()))
            emit account_wanted(m_people[m_shown[std::size_t(row)]]);
    });
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_tree);
    middle->addWidget(m_table, 1);
    middle->addWidget(m_form, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(make_bar());
    layout->addLayout(middle, 1);
    layout->addWidget(m_count);
}

QWidget* accounts_page::make_bar()
{
    m_filter->setObjectName("filter");
    m_filter->setPlaceholderText(tr("Filter by name or unit"));
    m_filter->setAccessibleName(tr("Filter by name or unit"));
    m_role->setAccessibleName(tr("Role"));
    m_state->setAccessibleName(tr("State"));
    m_role->addItem(tr("all roles"));
    for (const auto& role : m_place.known.roles().roles())
        m_role->addItem(to_qt(role.label.in(m_place.language)), to_qt(role.role));
    m_state->addItem(tr("all states"));
    for (const auto state : {account_state::active, account_state::suspended, account_state::ended})
        m_state->addItem(word(m_place, "account_states", name_of(state)), to_qt(name_of(state)));
    m_new->setObjectName("primary");
    m_import->setObjectName("import");
    m_new->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    m_import->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    auto* out = new QPushButton(tr("Sign out"));
    connect(m_new, &QPushButton::clicked, this, &accounts_page::ask_new);
    connect(m_import, &QPushButton::clicked, this, &accounts_page::import_wanted);
    connect(out, &QPushButton::clicked, this, &accounts_page::sign_out_wanted);
    connect(m_filter, &QLineEdit::textEdited, this, &accounts_page::show_list);
    connect(m_filter, &entry_line::went_on, this, [this] {
        m_table->setFocus(Qt::TabFocusReason);
    });
    for (auto* box : {m_role, m_state})
        connect(box, &QComboBox::currentIndexChanged, this, &accounts_page::show_list);
    auto* bar = new QWidget;
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    for (auto* button : {m_new, m_import, out})
        top->addWidget(button);
    auto* narrow = new QHBoxLayout;
    narrow->addWidget(m_filter, 1);
    narrow->addWidget(m_role);
    narrow->addWidget(m_state);
    auto* layout = new QVBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addLayout(narrow);
    return bar;
}

void accounts_page::begin()
{
    const auto& who = m_line.who();
    m_heading->setText(tr("Accounts: %1").arg(to_qt(who.full_name)));
    const bool gives = !m_line.roles_to_give(today()).empty();
    for (auto* button : {m_new, m_import}) {
        button->setEnabled(gives);
        button->setToolTip(gives ? QString() : word(m_place, "accounts", "account_not_allowed"));
    }
    m_form->close_form();
    make_tree();
    m_filter->setFocus(Qt::TabFocusReason);
}

void accounts_page::arrive() { read_list(); }

bool accounts_page::go_back()
{
    if (!m_form->is_open()) return false;
    m_form->close_form();
    m_table->setFocus(Qt::TabFocusReason);
    return true;
}

civil_date accounts_page::today() const { return date_in_vietnam(m_place.time.now()); }

void accounts_page::make_tree()
{
    m_tree->clear();
    for (const auto& unit : m_line.reach(today()))
        add_unit(m_tree->invisibleRootItem(), unit);
    auto* first = m_tree->topLevelItem(0);
    if (first == nullptr) return;
    first->setExpanded(true);
    m_tree->setCurrentItem(first); // reads its list
}

void accounts_page::add_unit(QTreeWidgetItem* under, const unit_ref& unit)
{
    const bool is_nation = unit.code.empty();
    auto* item = add_item(under, to_utf8(unit_name(m_place, unit)), is_nation ? "" : to_text(unit));
    if (is_nation)
        for (const auto* one : m_place.known.units().below(unit_level::province, "", today()))
            add_unit(item, {"province", one->code});
    if (unit.level != "province") return;
    add_communes(item, unit.code, today());
    add_past(item, unit.code);
}

void accounts_page::add_communes(
    QTreeWidgetItem* under, const std::string& parent, const civil_date& on
)
{
    for (const auto* unit : m_place.known.units().below(unit_level::commune, parent, on))
        add_item(under, unit->name, "commune:" + unit->code);
}

/// Rights of then are still in accounts.
void accounts_page::add_past(QTreeWidgetItem* under, const std::string& province)
{
    const auto districts =
        m_place.known.units().below(unit_level::district, province, last_day_of_districts);
    if (districts.empty()) return;
    auto* past = add_item(under, to_utf8(tr("Until 30/06/2025")), "province:" + province);
    for (const auto* unit : districts)
        add_communes(
            add_item(past, unit->name, "district:" + unit->code), unit->code, last_day_of_districts
        );
}

std::string accounts_page::unit() const
{
    const auto* item = m_tree->currentItem();
    return item == nullptr ? std::string() : to_utf8(item->data(0, unit_role).toString());
}

void accounts_page::read_list()
{
    if (m_tree->currentItem() == nullptr) return;
    m_people.clear();
    m_is_cut = false;
    m_count->setText(tr("Asking the server…"));
    read_page({}, ++m_asked);
}

void accounts_page::read_page(const std::string& after, int mine)
{
    auto target = "/v1/accounts?limit=200&after=" + after;
    if (!unit().empty()) target += "&unit=" + unit();
    m_line.ask("GET", target, {}, [this, mine](const result<json::object>& answer) {
        if (mine != m_asked) return;
        if (!answer) return m_count->setText(why_account_not(m_place, answer.error()));
        for (const auto& item : rows_at(*answer, "accounts"))
            if (auto one = account_told(item.get_object(), m_place.known.units()))
                m_people.push_back(std::move(*one));
        m_is_cut = answer->contains("more") && answer->at("more").is_bool()
            && answer->at("more").get_bool();
        if (m_is_cut && m_people.size() < max_people) return read_page(m_people.back().name, mine);
        show_list();
    });
}

void accounts_page::show_list()
{
    const auto words = words_of(fold(m_filter->cleaned()));
    const auto day = today();
    const auto role = to_utf8(m_role->currentData().toString());
    const auto state = to_utf8(m_state->currentData().toString());
    std::vector<table_row> rows;
    m_shown.clear();
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        const auto& who = m_people[i];
        const auto grants = grants_of(m_place, who, day);
        const auto all = " " + fold(who.name + " " + who.full_name + " " + to_utf8(grants));
        const bool has_role =
            role.empty() || std::any_of(who.grants.begin(), who.grants.end(), [&](const auto& one) {
                return one.role == role && (!one.until || *one.until >= day);
            });
        const bool fits = has_role && (state.empty() || state == name_of(who.state))
            && std::all_of(words.begin(), words.end(), [&all](const std::string& one) {
                              return all.find(" " + one) != std::string::npos; // a word begins so
                          });
        if (!fits) continue;
        m_shown.push_back(i);
        rows.push_back(
            {{to_qt(who.name),
              to_qt(who.full_name),
              word(m_place, "account_states", name_of(who.state)),
              grants},
             who.state == account_state::active ? -1 : 2,
             QColor(tone("red"))}
        );
    }
    m_table->show_rows(
        rows, m_people.empty() ? tr("Nobody has a right here.") : tr("Nobody fits the filter.")
    );
    m_count->setText(
        m_is_cut
            ? tr("The first %n; choose a unit to see the others", nullptr, int(m_people.size()))
            : tr("%n accounts", nullptr, int(rows.size()))
    );
}

void accounts_page::ask_new()
{
    using kind = asked_field::kind;
    const auto chosen = unit();
    m_form->ask(
        tr("New account"),
        {{"name", tr("Sign-in name"), kind::text, {}, {}, "lan.tt"},
         {"full_name", tr("Full name"), kind::name},
         {"role", tr("Role"), kind::choice, roles_named(m_place, m_line.roles_to_give(today()))},
         {"unit",
          tr("Unit"),
          kind::choice,
          units_below(m_place, m_line.province(today())),
          chosen.starts_with("commune:") ? chosen : std::string()},
         {"from", tr("From"), kind::day, {}, {}, tr("today")},
         {"until", tr("Until"), kind::day, {}, {}, tr("open")}},
        tr("Create (Enter)"),
        [this](json::object said) { create(std::move(said)); }
    );
}

void accounts_page::create(json::object wanted)
{
    m_line.ask("POST", "/v1/accounts", wanted, [this](const result<json::object>& answer) {
        if (!answer)
            return m_form->show_trouble(
                field_of_reason(answer.error().detail), why_account_not(m_place, answer.error())
            );
        m_form->close_form();
        emit handed_over(*answer);
    });
}

} // namespace hotich

#include "moc_accounts_page.cpp"
