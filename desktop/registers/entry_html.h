// What became of an entry, as text of its page: later notes, notices of other offices, links to
// other records, how its personal number stands, how its dossier stands. Used by record_page.
#pragma once

#include "common/records/record.h"
#include "desktop/app/workplace.h"

#include <QString>

namespace hotich {

/// One paragraph for each note, those that wait marked so; "" where there is none.
QString notes_html(const workplace& place, const record& content);

/// The sentence of one notice: what another office asks to have noted.
QString notice_html(const workplace& place, const record& content, std::size_t notice);

/// Records of the same joint event, entries this one notes on, answers of other offices. Links
/// inside are record ids.
QString links_html(const workplace& place, const record& content);

/// How the request for the personal number stands; "" where none was made.
QString pin_html(const workplace& place, const record& content);

/// Received when, by whom, due when, what holds it up; "" without a dossier.
QString dossier_html(const workplace& place, const record& content);

} // namespace hotich
