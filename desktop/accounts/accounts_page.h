// Everybody whose accounts one may read: the units on the left as a tree, their people on the
// right, narrowed as one types and by role and state. Enter opens an account.
#pragma once

#include "desktop/accounts/manager_line.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace hotich {

class entry_line;
class field_form;
class plain_table;

class accounts_page final : public QWidget
{
    Q_OBJECT

public:
    accounts_page(const workplace& place, manager_line& to_server, QWidget* parent = nullptr);

    /// After signing in: the tree of what is within reach.
    void begin();
    /// Shown again: what was changed meanwhile is there.
    void arrive();
    bool go_back();

signals:
    void account_wanted(const hotich::account& who);
    void import_wanted();
    void sign_out_wanted();
    /// Told once: password and second factor of a new account.
    void handed_over(const hotich::json::object& told);

private:
    QWidget* make_bar();
    void make_tree();
    void add_unit(QTreeWidgetItem* under, const unit_ref& unit);
    void add_communes(QTreeWidgetItem* under, const std::string& parent, const civil_date& on);
    void add_past(QTreeWidgetItem* under, const std::string& province);
    void read_list();
    void read_page(const std::string& after, int mine);
    void show_list();
    void ask_new();
    void create(json::object wanted);
    [[nodiscard]] std::string unit() const;
    [[nodiscard]] civil_date today() const;

    const workplace& m_place;
    manager_line& m_line;
    QLabel* m_heading;
    QTreeWidget* m_tree;
    entry_line* m_filter;
    QComboBox* m_role;
    QComboBox* m_state;
    plain_table* m_table;
    QLabel* m_count;
    QPushButton* m_new;
    QPushButton* m_import;
    field_form* m_form;
    std::vector<account> m_people;
    std::vector<std::size_t> m_shown; ///< places in m_people
    bool m_is_cut = false;            ///< there are more than are read
    int m_asked = 0;                  ///< late answers of another unit are dropped
};

} // namespace hotich
