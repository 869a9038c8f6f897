// F9: dossiers that were received and are not registered yet, the soonest due first, what is
// overdue in red. Insert receives a new one, Enter opens one.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

#include <optional>

namespace hotich {

class plain_table;

/// A dossier as trays show it.
struct dossier_line
{
    std::string record;
    std::string event;
    std::string who;
    instant received;
    std::optional<civil_date> due; ///< nothing while it is paused or where the law gives no day
    bool is_paused = false;
};

/// Those that are open, the soonest due first; paused ones last.
result<std::vector<dossier_line>> open_dossiers(desk_register& desk);

class dossiers_page final : public page
{
    Q_OBJECT

public:
    explicit dossiers_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Dossiers"); }

    void arrive() override;
    void refresh() override;

signals:
    void reception_wanted();

private:
    void show_lines(std::vector<dossier_line> lines);

    const workplace& m_place;
    plain_table* m_table;
    std::vector<dossier_line> m_lines;
};

} // namespace hotich
