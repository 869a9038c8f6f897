// Sessions and accounts over TLS, held against schemas/protocol/openapi.yaml; and the table: no
// role reaches a route that schemas/accounts/roles.json does not grant it.
#include "tests/syncserver/signed_in_people.h"

#include <QRegularExpression>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

/// A path that speaks WebSocket asks who is there only after that.
const std::vector<std::pair<QByteArray, QByteArray>> listening_headers{
    {"Upgrade", "websocket"},
    {"Connection", "Upgrade"},
    {"Sec-WebSocket-Version", "13"},
    {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}};

} // namespace

class AccountsApiTest : public QObject
{
    Q_OBJECT

private:
    contract m_contract;
    std::unique_ptr<people_at_server> m_people;

    handed_over hire(const char* name, const char* role, const char* unit)
    {
        return m_people->hire(name, role, unit);
    }

    QByteArray sign_in(const handed_over& who) { return m_people->sign_in(who); }

    http_answer ask(const http_question& question) { return m_people->ask(question); }

    int status_of(const QByteArray& pattern, const http_question& question)
    {
        return m_people->status_of(pattern, question);
    }

    account_service& accounts() { return m_people->server().accounts(); }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init() { m_people = std::make_unique<people_at_server>(m_contract); }

    void a_province_administrator_makes_an_account_and_ends_it()
    {
        const auto token = sign_in(hire("qt.hanoi", "province_administrator", "province:01"));
        const json::object wanted{
            {"name", "lan.tt"},
            {"full_name", "Trần Thị Lan"},
            {"role", "registrar"},
            {"unit", "commune:00004"}};
        const auto made = ask(post("/v1/accounts", wanted, token));
        QCOMPARE(m_contract.checked("POST", "/v1/accounts", made), 200);
        QVERIFY(!text_in(made, "password").empty());
        QCOMPARE(status_of("/v1/accounts", post("/v1/accounts", wanted, token)), 409);
        const auto path = "/v1/accounts/" + bytes(text_in(made, "account.id"));
        const QByteArray pattern = "/v1/accounts/{account}";
        QCOMPARE(status_of(pattern, ask_with("GET", path, token)), 200);
        QCOMPARE(status_of(pattern, post(path, {{"change", "ended"}}, token)), 400);
        const json::object end{{"change", "ended"}, {"reason", "chuyển công tác"}};
        QCOMPARE(status_of(pattern, post(path, end, token)), 200);
        QCOMPARE(status_of(pattern, post(path, {{"change", "resumed"}}, token)), 409);
        const auto nobody = "/v1/accounts/0199f6a0-7c1e-7d3a-9b52-3d6f0a4be1c7";
        QCOMPARE(status_of(pattern, ask_with("GET", nobody, token)), 404);
        QCOMPARE(status_of(pattern, post(nobody, end, token)), 404);
        const auto list = ask(ask_with("GET", "/v1/accounts?limit=1", token));
        QCOMPARE(m_contract.checked("GET", "/v1/accounts", list), 200);
        QVERIFY(body_of(list).at("more").as_bool());
        QCOMPARE(status_of("/v1/accounts", post("/v1/accounts", {{"name", "a"}}, token)), 400);
    }

    void nobody_reaches_beyond_his_unit()
    {
        const auto elsewhere = hire("nv.hcm", "registrar", "commune:25747");
        const auto token = sign_in(hire("qt.hanoi", "province_administrator", "province:01"));
        const auto path = "/v1/accounts/" + bytes(elsewhere.made.who.id);
        const QByteArray pattern = "/v1/accounts/{account}";
        QCOMPARE(status_of(pattern, ask_with("GET", path, token)), 404);
        const json::object suspend{{"change", "suspended"}, {"reason", "thử"}};
        QCOMPARE(status_of(pattern, post(path, suspend, token)), 403);
        const json::object wanted{
            {"name", "moi.nv"},
            {"full_name", "Người Mới"},
            {"role", "registrar"},
            {"unit", "commune:25747"}};
        QCOMPARE(status_of("/v1/accounts", post("/v1/accounts", wanted, token)), 403);
    }

    // RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
    void the_second_factor_gives_the_published_codes()
    {
        const std::string secret = "12345678901234567890";
        for (const auto& [seconds, code] : std::vector<std::pair<std::int64_t, std::string>>{
                 {59, "287082"},
                 {1111111109, "081804"},
                 {1111111111, "050471"},
                 {1234567890, "005924"},
                 {2000000000, "279037"},
                 {20000000000, "353130"}}) {
            const auto step = seconds * 1000 / second_factor_step_ms;
            QCOMPARE(must(second_factor_code(secret, step)), code);
            QCOMPARE(must(step_of_code(secret, code, {seconds * 1000}, 0)), step);
        }
    }

    void a_code_of_the_second_factor_is_good_once()
    {
        const auto who = hire("qt.hanoi", "province_administrator", "province:01");
        const json::object without{{"name", "qt.hanoi"}, {"password", good_password}};
        const auto asked = ask(post("/v1/session", without));
        QCOMPARE(m_contract.checked("POST", "/v1/session", asked), 403);
        QCOMPARE(reason_of(asked), std::string("second_factor_needed"));
        auto with_code = without;
        with_code["code"] = code_of(who);
        QCOMPARE(status_of("/v1/session", post("/v1/session", with_code)), 200);
        QCOMPARE(status_of("/v1/session", post("/v1/session", with_code)), 403);
        with_code["code"] = code_of(who, 1);
        QCOMPARE(status_of("/v1/session", post("/v1/session", with_code)), 200);
        with_code["code"] = code_of(who, 7);
        QCOMPARE(status_of("/v1/session", post("/v1/session", with_code)), 403);
    }

    void who_guesses_waits_and_nobody_else()
    {
        const auto who = hire("lan.tt", "registrar", "commune:00004");
        const json::object wrong{{"name", "lan.tt"}, {"password", "sai mật khẩu"}};
        for (int i = 0; i < free_attempts; ++i)
            QCOMPARE(status_of("/v1/session", post("/v1/session", wrong)), 403);
        const auto waits = ask(post("/v1/session", wrong));
        QCOMPARE(m_contract.checked("POST", "/v1/session", waits), 429);
        QVERIFY(waits.header("retry-after").toInt() > 0);
        // From elsewhere she signs in as ever.
        QVERIFY(accounts().sign_in({"lan.tt", good_password, "", "10.0.0.9"}));
    }

    void a_password_that_somebody_else_chose_opens_nothing_but_its_change()
    {
        auto& service = accounts();
        const auto wanted = must(service.read_new(
            {{"name", "qt.bo"}, {"full_name", "Bộ"}, {"role", "ministry"}, {"unit", "nation"}}
        ));
        const auto made = must(service.create_by_operator(wanted));
        const auto begun =
            must(service.sign_in({"qt.bo", made.made.password, code_of(made), "127.0.0.1"}));
        const auto token = bytes(begun.token);
        const auto refused = ask(ask_with("GET", "/v1/accounts", token));
        QCOMPARE(m_contract.checked("GET", "/v1/accounts", refused), 403);
        QCOMPARE(reason_of(refused), std::string("password_must_be_changed"));
        const auto change = [&](const std::string& old_one, const std::string& new_one) {
            return post("/v1/password", {{"old", old_one}, {"new", new_one}}, token);
        };
        QCOMPARE(status_of("/v1/password", change(made.made.password, "password123")), 400);
        QCOMPARE(status_of("/v1/password", change("sai", good_password)), 403);
        QCOMPARE(status_of("/v1/password", change(made.made.password, good_password)), 200);
        QCOMPARE(status_of("/v1/accounts", ask_with("GET", "/v1/accounts", token)), 200);
        for (int i = 0; i < free_attempts; ++i)
            ask(change("sai", good_password));
        QCOMPARE(status_of("/v1/password", change("sai", good_password)), 429);
        QCOMPARE(status_of("/v1/password", post("/v1/password", {}, "không")), 401);
    }

    void who_is_suspended_is_out_from_the_next_request_on()
    {
        const auto who = hire("lan.tt", "registrar", "commune:00004");
        const auto token = sign_in(who);
        QCOMPARE(status_of("/v1/session", ask_with("GET", "/v1/session", token)), 200);
        must(accounts().change_by_operator(
            "lan.tt", {account_change::suspended, std::nullopt, "", "thử"}
        ));
        QCOMPARE(status_of("/v1/session", ask_with("GET", "/v1/session", token)), 401);
        QCOMPARE(status_of("/v1/session", ask_with("DELETE", "/v1/session", token)), 401);
        const json::object again{{"name", "lan.tt"}, {"password", good_password}};
        QCOMPARE(status_of("/v1/session", post("/v1/session", again)), 403);
    }

    void signing_out_ends_the_session()
    {
        const auto token = sign_in(hire("lan.tt", "registrar", "commune:00004"));
        QCOMPARE(status_of("/v1/session", ask_with("DELETE", "/v1/session", token)), 200);
        QCOMPARE(status_of("/v1/session", ask_with("GET", "/v1/session", token)), 401);
        QCOMPARE(status_of("/v1/session", post("/v1/session", {{"name", 1}})), 400);
    }

    void a_clerk_is_moved_with_one_wish_and_his_history_tells_it()
    {
        const auto token = sign_in(hire("qt.hanoi", "province_administrator", "province:01"));
        const auto lan = hire("lan.tt", "registrar", "commune:00004").made.who;
        const auto path = "/v1/accounts/" + bytes(lan.id);
        const QByteArray pattern = "/v1/accounts/{account}";
        const json::object move{
            {"change", "moved"},
            {"role", "registrar"},
            {"unit", "commune:00004"},
            {"to_unit", "commune:00070"},
            {"from", "2026-12-01"},
            {"reason", "điều động"}};
        const auto moved = ask(post(path, move, token));
        QCOMPARE(m_contract.checked("POST", pattern, moved), 200);
        const auto grants = rows_at(body_of(moved), "account.grants");
        QCOMPARE(text_at(grants[0].get_object(), "until"), "2026-11-30");
        QCOMPARE(text_at(grants[1].get_object(), "unit"), "commune:00070");
        auto elsewhere = move;
        elsewhere["unit"] = "commune:00070";
        elsewhere["to_unit"] = "commune:25747"; // of another province
        QCOMPARE(status_of(pattern, post(path, elsewhere, token)), 403);
        const QByteArray history = "/v1/accounts/{account}/history";
        const auto told = ask(ask_with("GET", path + "/history", token));
        QCOMPARE(m_contract.checked("GET", history, told), 200);
        const auto events = body_of(told);
        const auto& last = rows_at(events, "history").back().get_object();
        QCOMPARE(text_at(last, "change"), "moved");
        QCOMPARE(text_at(last, "by_name"), "qt.hanoi");
        QCOMPARE(text_at(last, "reason"), "điều động");
        const auto nobody = "/v1/accounts/0199f6a0-7c1e-7d3a-9b52-3d6f0a4be1c7/history";
        QCOMPARE(status_of(history, ask_with("GET", nobody, token)), 404);
    }

    void accounts_of_one_unit_are_listed()
    {
        const auto token = sign_in(hire("qt.hanoi", "province_administrator", "province:01"));
        hire("lan.tt", "registrar", "commune:00004");
        hire("huong.nt", "registrar", "commune:00070");
        hire("xa.hcm", "registrar", "commune:25747");
        const auto names_in = [&](const QByteArray& query) {
            QStringList out;
            const auto list = ask(ask_with("GET", "/v1/accounts" + query, token));
            m_contract.checked("GET", "/v1/accounts", list);
            const auto body = body_of(list);
            for (const auto& one : rows_at(body, "accounts"))
                out << QString::fromStdString(std::string(text_at(one.get_object(), "name")));
            return out.join(" ");
        };
        QCOMPARE(names_in(""), QString("huong.nt lan.tt qt.hanoi"));
        QCOMPARE(names_in("?unit=commune:00070"), QString("huong.nt"));
        QCOMPARE(names_in("?unit=province:79"), QString());
        QCOMPARE(names_in("?after=huong.nt&limit=1"), QString("lan.tt"));
        const auto wrong = ask_with("GET", "/v1/accounts?unit=xa", token);
        QCOMPARE(status_of("/v1/accounts", wrong), 400);
    }

    void a_list_is_checked_before_anything_is_made()
    {
        const auto token = sign_in(hire("qt.hanoi", "province_administrator", "province:01"));
        hire("lan.tt", "registrar", "commune:00004");
        const auto line = [](const char* name, const char* role, const char* unit) {
            return json::object{
                {"name", name}, {"full_name", "Người Mới"}, {"role", role}, {"unit", unit}};
        };
        const json::object asked{
            {"accounts",
             {line("moi.nv", "registrar", "commune:00004"),
              line("lan.tt", "registrar", "commune:00004"),
              line("moi.nv", "registrar", "commune:25747"),
              line("Moi", "registrar", "commune:00004"),
              line("moi.nv", "registrar", "province:01"),
              {{"name", "moi.nv"}}}}};
        const QByteArray path = "/v1/accounts/check";
        const auto answer = ask(post(path, asked, token));
        QCOMPARE(m_contract.checked("POST", path, answer), 200);
        const auto told = body_of(answer);
        const auto& troubles = rows_at(told, "troubles");
        const std::vector<std::string> wanted{
            "", "name_taken", "account_not_allowed", "name_wrong", "role_not_at_level"};
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QCOMPARE(std::string(troubles[i].as_string()), wanted[i]);
        QVERIFY(!troubles[wanted.size()].as_string().empty());
        QCOMPARE(status_of(path, post(path, {{"accounts", json::array()}}, token)), 400);
    }

    /// Role × route: 403 exactly where the table has no such action for the role; nobody without a
    /// session gets anywhere but through the open doors.
    void every_route_is_as_the_table_says()
    {
        const auto& roles = real_definitions().roles();
        std::map<std::string, QByteArray> tokens;
        for (const auto& role : roles.roles()) {
            const auto level = *role.levels.begin();
            const std::string unit = level == "nation" ? "nation"
                : level == "commune"                   ? "commune:00004"
                                                       : "province:01";
            auto name = role.role;
            tokens[role.role] = sign_in(hire(name.c_str(), role.role.c_str(), unit.c_str()));
        }
        for (const auto& known : all_routes()) {
            if (known.who_may == door::open) continue;
            auto path = bytes(std::string(known.pattern));
            const auto from = path.indexOf('{');
            if (from >= 0) path.replace(from, path.indexOf('}') - from + 1, "00004");
            const auto method = bytes(std::string(known.method));
            const auto pattern = bytes(std::string(known.pattern));
            const auto stranger = ask({method, path, listening_headers, {}});
            QVERIFY2(m_contract.checked(method, pattern, stranger) == 401, method + " " + path);
            if (known.who_may == door::desk || known.who_may == door::session) continue;
            QVERIFY2(roles.actions().contains(known.who_may), method + " " + path);
            for (const auto& role : roles.roles()) {
                const auto answer =
                    ask({method, path, {{"Authorization", "Bearer " + tokens[role.role]}}, {}});
                const bool is_refused = m_contract.checked(method, pattern, answer) == 403;
                QVERIFY2(
                    is_refused != role.may.contains(known.who_may),
                    method + " " + path + " " + bytes(role.role)
                );
            }
        }
    }

    void every_answer_that_is_described_was_seen_in_these_tests()
    {
        auto unseen = m_contract.unseen();
        const QRegularExpression ours("/v1/(session|password|account)");
        unseen.removeIf([&](const QString& line) {
            return !line.contains(ours) || line.endsWith("503");
        });
        QCOMPARE(unseen, QStringList());
    }
};

QTEST_GUILESS_MAIN(AccountsApiTest)
#include "accounts_api_test.moc"
