// The page that asks for name and password and opens the register. A password that somebody else
// chose is changed here before anything else, and any other where the clerk wants it.
#pragma once

#include "common/register/desk_accounts.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace hotich {

class choice_edit;
class entry_line;

class sign_in_page final : public QWidget
{
    Q_OBJECT

public:
    /// `register_file` as UTF-8; `random` outlives the register.
    sign_in_page(
        const workplace& place,
        std::string register_file,
        random_source& random,
        QWidget* parent = nullptr
    );

    void arrive();

signals:
    /// Accounts are to be managed instead.
    void manager_wanted();
    void signed_in();

private:
    void sign_in();
    void begin();
    void greet(const session_terms& terms);
    void ask_for_new_password(const QString& why);
    void take_new_password();
    void refuse(const QString& why, entry_line* where);
    void show_failure(const failure& error);
    [[nodiscard]] bool is_asking_for_new_password() const;

    const workplace& m_place;
    std::string m_register_file;
    random_source& m_random;
    choice_edit* m_user;
    entry_line* m_password;
    QCheckBox* m_wants_new;
    entry_line* m_new;
    entry_line* m_again;
    QFormLayout* m_form;
    QLabel* m_message;
    QPushButton* m_go;
};

} // namespace hotich
