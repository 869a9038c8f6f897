// A small form on the page itself: a few labelled lines, what is wrong beside each, Enter goes on,
// the last Enter sends, Esc closes. Used wherever something is done with an account.
#pragma once

#include "common/base/json.h"
#include "desktop/forms/choice.h"

#include <QFrame>

#include <functional>
#include <string>
#include <vector>

class QFormLayout;
class QLabel;
class QPushButton;

namespace hotich {

class entry_line;

struct asked_field
{
    enum class kind { text, name, day, choice, secret };

    std::string id; ///< the member of the answer
    QString label;
    kind is = kind::text;
    choice_list choices = {};
    std::string value = {}; ///< what stands in it already
    QString hint = {};
};

class field_form final : public QFrame
{
    Q_OBJECT

public:
    explicit field_form(QWidget* parent = nullptr);

    /// What is typed comes as texts, days as 2026-11-28; empty lines are left out.
    void ask(
        const QString& title,
        const std::vector<asked_field>& fields,
        const QString& go,
        std::function<void(json::object)> answer
    );
    void close_form();

    [[nodiscard]] bool is_open() const { return !isHidden(); }

    /// Beside the field of that id; below all of them where it is none's.
    void show_trouble(const std::string& field, const QString& sentence);
    /// While the server is asked.
    void set_busy(bool busy);

private:
    struct typed_field
    {
        asked_field asked;
        entry_line* line;
        QLabel* trouble;
    };

    void add_row(const asked_field& field);
    void send();
    [[nodiscard]] std::string value_of(const typed_field& from) const;

    QLabel* m_title;
    QFormLayout* m_lines;
    QLabel* m_trouble;
    QPushButton* m_go;
    std::vector<typed_field> m_rows;
    std::function<void(json::object)> m_answer;
};

} // namespace hotich
