// The editors of one line: text, date, time, whole number, choice, and the tick box of yes and no.
#pragma once

#include "desktop/forms/choice.h"
#include "desktop/forms/field_editor.h"

class QCheckBox;

namespace hotich {

class choice_edit;

class text_editor final : public field_editor
{
    Q_OBJECT

public:
    explicit text_editor(const std::string& kind, QWidget* parent = nullptr);
    [[nodiscard]] json::value value() const override;
    void set_value(const json::value& value) override;
    [[nodiscard]] QWidget* first_part() override;

private:
    entry_line* m_line;
};

/// 20112026, 20/11/2026, 20/11, 11/2026 or 2026 in; dd/MM/yyyy on the screen; ISO 8601 out.
class date_editor final : public field_editor
{
    Q_OBJECT

public:
    date_editor(bool takes_partial, const civil_date& today, QWidget* parent = nullptr);
    [[nodiscard]] json::value value() const override;
    void set_value(const json::value& value) override;
    [[nodiscard]] QWidget* first_part() override;

private:
    void on_typed();
    void on_committed();
    [[nodiscard]] std::optional<partial_date> typed_date() const;
    civil_date m_today;
    entry_line* m_line;
    QString m_shown;
};

/// 745 or 0745 or 7:45 in, "07:45" out.
class time_editor final : public field_editor
{
    Q_OBJECT

public:
    explicit time_editor(QWidget* parent = nullptr);
    [[nodiscard]] json::value value() const override;
    void set_value(const json::value& value) override;
    [[nodiscard]] QWidget* first_part() override;

private:
    entry_line* m_line;
};

class integer_editor final : public field_editor
{
    Q_OBJECT

public:
    explicit integer_editor(QWidget* parent = nullptr);
    [[nodiscard]] json::value value() const override;
    void set_value(const json::value& value) override;
    [[nodiscard]] QWidget* first_part() override;

private:
    entry_line* m_line;
};

class boolean_editor final : public field_editor
{
    Q_OBJECT

public:
    explicit boolean_editor(QWidget* parent = nullptr);
    [[nodiscard]] json::value value() const override;
    void set_value(const json::value& value) override;
    [[nodiscard]] QWidget* first_part() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCheckBox* m_box;
};

enum class choice_manner { code, free_text };

class choice_editor final : public field_editor
{
    Q_OBJECT

public:
    choice_editor(choice_list choices, choice_manner manner, QWidget* parent = nullptr);
    /// Keeps what is entered.
    void set_choices(choice_list choices);
    [[nodiscard]] json::value value() const override;
    void set_value(const json::value& value) override;
    [[nodiscard]] QWidget* first_part() override;

private:
    choice_edit* m_line;
};

} // namespace hotich
