// "Today": what waits for the clerk and how the line stands, one key to each.
#pragma once

#include "common/register/desk_pins.h"
#include "common/register/desk_printed.h"
#include "desktop/app/line.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

#include <array>

class QLabel;
class QPushButton;

namespace hotich {

class backup_line;
class record_list;

class home_page final : public page
{
    Q_OBJECT

public:
    home_page(const workplace& place, line& to_server, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Today"); }

    void arrive() override;
    void refresh() override;

    /// The event that F2 begins.
    void show_last_event(const std::string& event);

signals:
    void choice_wanted();
    void drafts_wanted();
    void attention_wanted();
    void dossiers_wanted();
    void notices_wanted();
    void pins_wanted();
    void papers_wanted();
    void blanks_wanted();
    void synchronisation_wanted();

private:
    enum tile {
        drafts,
        attention,
        dossiers,
        notices,
        papers,
        pins,
        waiting,
        unsent,
        numbers,
        blanks,
        tile_count
    };

    struct seen
    {
        desk_overview overview;
        std::int64_t numbers_left = 0;
        std::int64_t notices = 0;
        std::int64_t dossiers = 0;
        std::int64_t late_dossiers = 0;
        pin_overview pins;
        paper_counts papers;
        std::vector<blanks_in_hand> blanks;
        std::vector<record_line> waiting;
        std::string office;
        std::string user;
    };

    QLayout* make_tiles();
    void show_counts(const seen& now);
    void show_papers(const seen& now);
    void go_from(tile which);
    QWidget* make_tile(tile which, const QString& caption, const QString& key);
    void show_overview(const seen& now);
    void show_line();

    const workplace& m_place;
    line& m_line;
    QLabel* m_heading;
    QLabel* m_office;
    QLabel* m_line_state;
    QPushButton* m_new;
    QPushButton* m_again;
    QString m_last_event;
    std::array<QPushButton*, tile_count> m_tiles{};
    std::array<QLabel*, tile_count> m_counts{};
    std::array<QLabel*, tile_count> m_notes{};
    QLabel* m_last_sync;
    backup_line* m_backups;
    record_list* m_waiting;
};

} // namespace hotich
