// The card at which those who manage accounts sign in at the server: its address and code, which
// this PC remembers, name, password, one-time code. A password that somebody else chose is changed
// here before anything else.
#pragma once

#include "desktop/accounts/manager_line.h"
#include "desktop/app/workplace.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace hotich {

class entry_line;

class manager_sign_in final : public QWidget
{
    Q_OBJECT

public:
    /// `memory_file` keeps server and name for the next time; "" keeps nothing.
    manager_sign_in(
        const workplace& place,
        manager_line& to_server,
        std::string memory_file,
        QWidget* parent = nullptr
    );

    void arrive();
    void show_sentence(const QString& sentence);

signals:
    void signed_in();
    void back_wanted();

private:
    entry_line* add_line(const char* name, const QString& label, const QString& hint);
    void sign_in();
    void take_answer(const status& done);
    void take_new_password();
    void refuse(const QString& why, entry_line* where);
    void set_busy(bool busy);
    void remember() const;
    void recall();

    const workplace& m_place;
    manager_line& m_line;
    std::string m_memory_file;
    QFormLayout* m_form;
    std::vector<entry_line*> m_lines;
    entry_line* m_server;
    entry_line* m_pin;
    entry_line* m_name;
    entry_line* m_password;
    entry_line* m_code;
    entry_line* m_new;
    entry_line* m_again;
    QLabel* m_message;
    QPushButton* m_go;
};

} // namespace hotich
