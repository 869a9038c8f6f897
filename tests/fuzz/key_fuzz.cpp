// Small files and texts around keys: a register's key file, receipts, recovery keys, enrolment
// codes.
#include "common/accounts/credential.h"
#include "common/accounts/recovery_key.h"
#include "common/base/json.h"
#include "common/register/key_file.h"
#include "common/register/receipt.h"
#include "common/sync/enrol_code.h"
#include "tests/fuzz/fuzz.h"

using namespace hotich;

void take(std::string_view bytes)
{
    (void)parse_enrol_code(bytes).has_value();
    (void)parse_key_file(bytes).has_value();
    const auto source = parse_json_object(bytes);
    if (!source) return;
    (void)check_receipt(*source, std::string(text_at(*source, "server_key"))).has_value();
    (void)parse_wrapped_key(*source).has_value();
    (void)parse_credential(*source).has_value();
}
