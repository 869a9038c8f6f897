// An annotation: what is noted on an entry after it was registered (TT 04/2020 Đ29, Đ35; domain
// §4.6). Nothing is overwritten: the current view is the original with the annotations in order.
//
// In the payload of the registration that makes it ("annotations": […]):
//   {"kind":…,"target":{"office":…,"event":…,"record"|"number":…},"changes":[{"field":…,"old":text,"new":value}],
//    "basis":{"doc_kind":…,"no":…,"date":…,"issuer":…},"text":…,"on_copies":bool}
// On the entry: the same without target, with "source":{"office","record","event","number"},
// "on" (ISO day), "by", "state": "effective" | "pending".
#pragma once

#include "common/definitions/event_definition.h"
#include "common/records/record.h"

namespace hotich {

class definitions;
struct office_profile;

/// How papers name an entry of a book.
struct entry_name
{
    std::string event;
    std::string number;
    std::string date;   ///< ISO
    std::string office; ///< as a paper writes it
    std::string office_code;
    std::string record; ///< "" where it is not in this register
};

/// `office` is this one; another office is named by its unit.
entry_name name_of_entry(
    const definitions& known, const record& entry, const office_profile& office
);

/// The field beside a target's office code that holds the office as the paper writes it; "" where
/// the form has none.
std::string office_field(const event_definition& form, const target_definition& target);

/// The entry that the target of an annotation names.
entry_key key_of_target(const json::object& target);

/// Fills the fields of an amendment (or of a request for copies) that name the entry it is about;
/// what is filled in already stays.
void fill_target(const event_definition& event, const entry_name& entry, json::object& data);

/// The annotations that a registration with this data makes. `office` is where it is registered;
/// values are brought into the form of the target's fields (a date typed 20/11/2026 becomes ISO).
json::array annotations_of(
    const definitions& known,
    const event_definition& event,
    const json::object& data,
    const std::string& office
);

/// A typed value in the form a field keeps: codes by code or label, dates ISO, whole numbers, an
/// address as written. The text itself where nothing else fits.
json::value typed_value(
    const definitions& known, const field_definition& field, const std::string& typed
);

/// The records that a registration's annotations concern at its own office, found already.
std::vector<std::string> own_targets(const operation& op);

/// The target of an annotation in a payload; null where it has none.
const json::object* target_in(const json::value& annotation);

/// Whether the text is the entry's current value of a field, as it is kept, as it is displayed, or
/// as a date may be typed. Both blank is equal; of a field that the event does not have nothing is.
bool is_current_value(
    const definitions& known,
    const event_definition& event,
    const json::object& current,
    const std::string& field,
    const std::string& text
);

/// The first change whose old value is no longer the current one (domain §6.6 row 18); null where
/// all are. A change without an old value sets what the law sets and is never stale.
const json::object* stale_change(
    const definitions& known,
    const event_definition& event,
    const json::object& current,
    const json::array& changes
);

/// Applies the changes of an annotation to an entry's data.
void apply_changes(json::object& data, const json::object& annotation);

} // namespace hotich
