// How accounts are told to people who manage them: units by their names, roles and changes by their
// labels, reasons of the server in sentences. Used by the pages of desktop/accounts.
#pragma once

#include "common/accounts/account.h"
#include "desktop/app/workplace.h"

#include <QString>

namespace hotich {

QString unit_name(const workplace& place, const unit_ref& unit);
QString role_name(const workplace& place, const std::string& role);
/// "Công chức tư pháp – hộ tịch, Phường Ba Đình".
QString grant_text(const workplace& place, const account_grant& grant);
/// A text of messages.json, group "account_states", "account_changes" …
QString word(const workplace& place, const char* group, const std::string& id);
/// Why the server did not do it.
QString why_account_not(const workplace& place, const failure& why);
/// Which member of an account a reason is about; "" for none.
std::string field_of_reason(const std::string& reason);

/// Communes below a province (all of them for "") and provinces, as units: "commune:00004".
choice_list units_below(const workplace& place, const std::string& province);
choice_list roles_named(const workplace& place, const std::vector<std::string>& roles);

} // namespace hotich
