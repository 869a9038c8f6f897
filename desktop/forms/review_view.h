// The last look before an entry is written: all values as they will stand, what the check still
// says, and a line for each reason that the law asks for.
#pragma once

#include "desktop/forms/form_session.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QTextBrowser;
class QVBoxLayout;

namespace hotich {

class entry_line;

class review_view final : public QWidget
{
    Q_OBJECT

public:
    explicit review_view(const workplace& place, QWidget* parent = nullptr);

    void show_session(const form_session& session);
    /// The reasons as typed so far.
    [[nodiscard]] std::vector<override_reason> reasons() const;
    /// Takes the focus where something is asked for.
    void arrive();
    [[nodiscard]] bool can_register() const;

signals:
    void register_wanted();
    void edit_wanted();
    void field_wanted(const QString& path);
    void record_wanted(const QString& record_id);

private:
    struct asked_reason
    {
        finding about;
        entry_line* reason = nullptr;
        entry_line* document = nullptr; ///< of a block
    };

    void add_finding(const finding& item, const form_session& session);
    void add_ways_on(const finding& item, QVBoxLayout* into);
    void add_reason_lines(const finding& item, QVBoxLayout* into, const form_session& session);
    void update_button();

    const workplace& m_place;
    QLabel* m_heading;
    QTextBrowser* m_values;
    QVBoxLayout* m_findings = nullptr;
    QPushButton* m_register = nullptr;
    QPushButton* m_first_way = nullptr; ///< to the first field that must be corrected
    std::vector<finding> m_open;        ///< what stops the registration unless it is explained
    std::vector<asked_reason> m_asked;
};

/// Whether a person's reason (and document) may set the finding aside.
bool can_be_explained(const finding& item);

} // namespace hotich
