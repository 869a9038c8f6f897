#include "common/accounts/recovery_key.h"

#include "common/accounts/credential.h"

namespace hotich {

result<made_recovery_key> new_recovery_key(
    std::string_view passphrase, random_source& random, password_cost cost
)
{
    TRY(const auto made, new_credential(passphrase, random, cost));
    auto document = to_json(made.secret);
    document["v"] = 1;
    document["public"] = made.public_key;
    return made_recovery_key{to_text(document) + "\n", made.public_key};
}

result<signing_key> open_recovery_key(std::string_view file_text, std::string_view passphrase)
{
    const auto damaged = [](const std::string& detail) {
        return failure{failure_code::corrupt_data, "the recovery key is damaged: " + detail};
    };
    const auto document = parse_json_object(file_text);
    if (!document) return damaged(document.error().detail);
    auto wrapped = parse_wrapped_key(*document);
    if (!wrapped) return damaged(wrapped.error().detail);
    return open_credential(
        {std::string(text_at(*document, "public")), std::move(*wrapped), 1, false}, passphrase
    );
}

} // namespace hotich
