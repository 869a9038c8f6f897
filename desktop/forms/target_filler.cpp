#include "desktop/forms/target_filler.h"

#include "desktop/app/qt_text.h"

namespace hotich {

namespace {

std::string naming_of(const entry_key& key)
{
    return key.office + "|" + key.event + "|" + key.number + "|" + key.record + "|" + key.date;
}

} // namespace

target_filler::target_filler(const workplace& place, form_session& session, QObject* parent)
    : QObject(parent),
      m_place(place),
      m_session(session),
      m_targets(entry_targets(session.event())),
      m_seen(m_targets.size())
{}

void target_filler::fill(std::size_t target, const QString& record_id)
{
    struct found
    {
        record entry;
        office_profile office;
    };

    m_place.desk.ask(
        this,
        [id = to_utf8(record_id)](desk_register& desk) -> result<found> {
            TRY(auto entry, desk.load(id));
            return found{std::move(entry), desk.office()};
        },
        [this, target](const result<found>& given) {
            if (!given) return emit failed(given.error());
            const auto& event = m_session.event();
            const bool has_person = event.subject.empty()
                || is_known(m_session.state().typed(), event.subject + ".full_name");
            for (const auto& [path, value] :
                 values_of_target(m_place.known, m_targets[target], given->entry, given->office))
                if (event.find_field(path) != nullptr) m_session.set(path, value);
            const auto* noted = m_place.known.find_event(given->entry.event);
            if (noted != nullptr && !has_person)
                for (const auto& [path, value] :
                     values_of_subject(event, *noted, current_data(given->entry)))
                    m_session.set(path, value);
            emit filled(target);
        }
    );
}

void target_filler::look_again()
{
    for (std::size_t i = 0; i < m_targets.size(); ++i)
        if (!m_targets[i].changes.empty()) look(i);
}

void target_filler::look(std::size_t target)
{
    auto key = m_targets[target].at.key_in(m_session.state().shown(), "");
    const auto naming = naming_of(key);
    if (m_seen[target] == naming) return;
    m_seen[target] = naming;
    const auto* event = m_place.known.find_event(key.event);
    m_place.desk.ask(
        this,
        [key](desk_register& desk) -> result<json::object> {
            auto wanted = key;
            if (wanted.office.empty()) wanted.office = desk.identity().office;
            const auto found = desk.view().find_entry(wanted);
            return found ? found->current : json::object();
        },
        [this, target, naming, event](const result<json::object>& current) {
            if (naming != m_seen[target]) return; // named otherwise meanwhile
            if (!current) return emit failed(current.error());
            for (const auto& list : m_targets[target].changes)
                emit entry_seen(to_qt(list), event, *current);
        }
    );
}

} // namespace hotich

#include "moc_target_filler.cpp"
