// The page that asks for name and password and opens the register.
#pragma once

#include "desktop/app/workplace.h"

#include <QWidget>

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
    void signed_in();

private:
    void sign_in();
    void show_failure(const failure& error);

    const workplace& m_place;
    std::string m_register_file;
    random_source& m_random;
    choice_edit* m_user;
    entry_line* m_password;
    QLabel* m_message;
    QPushButton* m_go;
};

} // namespace hotich
