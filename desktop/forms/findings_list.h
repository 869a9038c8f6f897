// What the check says, gravest first, as a list one can walk through: Enter goes to the field, or
// to the record that is there already.
#pragma once

#include "common/rules/finding.h"

#include <QListWidget>

namespace hotich {

class findings_list final : public QListWidget
{
    Q_OBJECT

public:
    explicit findings_list(
        const definitions& known, std::string language, QWidget* parent = nullptr
    );
    void show_findings(std::vector<finding> findings, const event_definition& event);

    [[nodiscard]] const std::vector<finding>& findings() const { return m_findings; }

signals:
    void field_wanted(const QString& path);
    void record_wanted(const QString& record_id);

private:
    void go_to(QListWidgetItem* item);

    const definitions& m_known;
    std::string m_language;
    std::vector<finding> m_findings;
};

/// The record a finding points at (a possible duplicate), or "".
std::string record_of(const finding& item);

} // namespace hotich
