// The file that a courier carries: what is cut, changed, swapped, or not for its reader is refused
// and changes nothing; nobody else can read it.
#include "common/base/files.h"
#include "common/crypto/seal.h"
#include "common/sync/bundle_words.h"
#include "tests/support/courier_post.h"
#include "tests/support/readable.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

struct sealed_letter
{
    seeded_random random{4};
    signing_key sender = new_signing_key(random);
    signing_key receiver = new_signing_key(random);
    bundle_label label{bundle_kind::to_server, "00004", "00004-1", 7, 12, monday_morning};

    std::string file(const std::vector<std::string>& messages, bundle_limits limits = {}) const
    {
        bundle_content content(limits);
        for (const auto& message : messages)
            if (!content.add(message)) qFatal("the message does not fit");
        return must(make_bundle(label, content, sender, receiver.public_hex));
    }

    auto open(std::string_view bytes, bundle_limits limits = {}) const
    {
        return open_bundle(bytes, sender.public_hex, receiver, limits);
    }
};

/// Text that zstd cannot make smaller.
std::string noise(std::size_t size)
{
    std::string text(size, '\0');
    seeded_random random(5);
    random.fill({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    return text;
}

} // namespace

class BundleTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void what_was_packed_is_unpacked()
    {
        const sealed_letter letter;
        const auto file = letter.file({"one", "two", std::string(100'000, 'x')});
        const auto messages = must(letter.open(file));
        QCOMPARE(messages.size(), std::size_t(3));
        QCOMPARE(must(decompress(messages[0])), std::string("one"));
        QCOMPARE(must(decompress(messages[2])), std::string(100'000, 'x'));
        const auto label = must(read_bundle_label(file));
        QCOMPARE(label.desk, std::string("00004-1"));
        QCOMPARE(label.number, 7);
        QCOMPARE(label.cursor, 12);
        QCOMPARE(label.made_at.ms, monday_morning.ms);
        QVERIFY(label.kind == bundle_kind::to_server);
    }

    void only_the_receiver_opens_it_and_only_from_its_sender()
    {
        const sealed_letter letter;
        const auto file = letter.file({"one"});
        seeded_random random(77);
        const auto stranger = new_signing_key(random);
        QCOMPARE(
            failure_of(open_bundle(file, letter.sender.public_hex, stranger)),
            std::string("not_allowed")
        );
        QCOMPARE(
            failure_of(open_bundle(file, stranger.public_hex, letter.receiver)),
            std::string("not_allowed")
        );
        // A stranger who signs what is not his, under the sender's name.
        auto forged = letter;
        forged.sender.secret_hex = stranger.secret_hex;
        QCOMPARE(failure_of(letter.open(forged.file({"one"}))), std::string("corrupt_data"));
    }

    void sealed_pieces_cannot_be_cut_moved_or_relabelled()
    {
        const sealed_letter letter;
        const auto sealed =
            must(seal_pieces({"one", "two", "three"}, "label", letter.receiver.public_hex));
        QVERIFY(open_pieces(sealed, "label", letter.receiver).has_value());
        QCOMPARE(
            failure_of(open_pieces(sealed, "other", letter.receiver)), std::string("corrupt_data")
        );
        QCOMPARE(failure_of(open_pieces(sealed, "label", letter.sender)), std::string("wrong_key"));
        auto cut = sealed;
        cut.pieces.pop_back();
        QCOMPARE(
            failure_of(open_pieces(cut, "label", letter.receiver)), std::string("corrupt_data")
        );
        auto moved = sealed;
        std::swap(moved.pieces[0], moved.pieces[1]);
        QCOMPARE(
            failure_of(open_pieces(moved, "label", letter.receiver)), std::string("corrupt_data")
        );
        QCOMPARE(
            failure_of(seal_pieces({}, "", letter.receiver.public_hex)),
            std::string("invalid_input")
        );
        QCOMPARE(failure_of(seal_pieces({"x"}, "", "no key")), std::string("corrupt_data"));
    }

    void two_bundles_of_the_same_have_no_key_in_common()
    {
        const sealed_letter letter;
        const auto sealed = [&] {
            return must(seal_pieces({"one"}, "", letter.receiver.public_hex));
        };
        const auto first = sealed();
        const auto second = sealed();
        QVERIFY(first.key_box != second.key_box && first.stream_head != second.stream_head);
        QVERIFY(first.pieces != second.pieces);
    }

    void a_changed_byte_anywhere_is_refused_and_changes_nothing()
    {
        courier_post post;
        register_birth(*post.desk, "Nguyễn Văn An");
        const auto file = post.outgoing();
        const auto before = state_of(*post.at.db);
        for (std::size_t i = 0; i < file.size(); ++i)
            for (const char change : {'\x01', '\x20'}) {
                auto changed = file;
                changed[i] = static_cast<char>(changed[i] ^ change);
                const auto taken = post.take_in(changed);
                QVERIFY2(!taken, qPrintable(QString("byte %1").arg(i)));
                QVERIFY(!detail_of(taken).empty());
            }
        QCOMPARE(state_of(*post.at.db), before);
        const auto answer = must(post.take_in(file)).answer.file;
        const auto before_answer = state_of(post.desk->connection());
        for (std::size_t i = 0; i < answer.size(); ++i) {
            auto changed = answer;
            changed[i] = static_cast<char>(changed[i] ^ '\x20');
            QVERIFY2(!post.bring(changed), qPrintable(QString("byte %1").arg(i)));
        }
        QCOMPARE(state_of(post.desk->connection()), before_answer);
        QVERIFY(post.bring(answer).has_value());
    }

    void a_cut_bundle_is_refused_wherever_it_is_cut()
    {
        courier_post post;
        register_birth(*post.desk, "Nguyễn Văn An");
        const auto file = post.outgoing();
        const auto before = state_of(*post.at.db);
        for (std::size_t size = 0; size < file.size(); ++size)
            QCOMPARE(failure_of(post.take_in(file.substr(0, size))), std::string("invalid_input"));
        QCOMPARE(failure_of(post.take_in(file + "x")), std::string("invalid_input"));
        QCOMPARE(failure_of(post.take_in(file + file)), std::string("invalid_input"));
        QCOMPARE(state_of(*post.at.db), before);
        const auto answer = must(post.take_in(file)).answer.file;
        for (std::size_t size = 0; size < answer.size(); ++size)
            QCOMPARE(failure_of(post.bring(answer.substr(0, size))), std::string("invalid_input"));
    }

    void a_file_of_something_else_is_told_as_such_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << "invalid_input";
        QTest::newRow("text") << QByteArray("Giấy khai sinh\n") << "invalid_input";
        QTest::newRow("zeros") << QByteArray(4096, '\0') << "invalid_input";
        QTest::newRow("later version") << QByteArray("hotich-bundle-2\n{}\n") << "not_allowed";
        QTest::newRow("no header") << QByteArray("hotich-bundle-1\n") << "invalid_input";
        QTest::newRow("no end of header")
            << "hotich-bundle-1\n" + QByteArray(1'000'000, '{') << "invalid_input";
        QTest::newRow("path as an office") << QByteArray(R"(hotich-bundle-1
{"kind":"to_server","office":"../../etc","desk":"a","number":1,"cursor":0,"made_at":0,"bytes":0}
)") << "invalid_input";
        QTest::newRow("bytes below 0") << QByteArray(R"(hotich-bundle-1
{"kind":"to_server","office":"1","desk":"1","number":1,"cursor":0,"made_at":0,"sender":"","receiver":"","key_box":"","stream":"","pieces":1,"bytes":-1}
)") << "invalid_input";
        QTest::newRow("bytes beyond all") << QByteArray(R"(hotich-bundle-1
{"kind":"to_server","office":"1","desk":"1","number":1,"cursor":0,"made_at":0,"sender":"","receiver":"","key_box":"","stream":"","pieces":1,"bytes":9223372036854775807}
)") << "invalid_input";
    }

    void a_file_of_something_else_is_told_as_such()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QCOMPARE(failure_of(read_bundle_label(bytes.toStdString())), code.toStdString());
    }

    void a_bundle_holds_as_many_messages_as_it_may_and_no_more()
    {
        const sealed_letter letter;
        bundle_content content({3, 1'000'000});
        for (int i = 0; i < 3; ++i)
            QVERIFY(content.add("message"));
        QVERIFY(!content.add("message"));
        const auto file = letter.file({"a", "b", "c"});
        QVERIFY(letter.open(file, {3, 1'000'000}).has_value());
        QCOMPARE(failure_of(letter.open(file, {2, 1'000'000})), std::string("invalid_input"));
    }

    void a_bundle_is_read_up_to_its_size_and_never_grows_beyond_it()
    {
        const sealed_letter letter;
        const auto file = letter.file({noise(10'000)});
        QVERIFY(letter.open(file, {10, file.size()}).has_value());
        QCOMPARE(
            failure_of(letter.open(file, {10, file.size() - 1})), std::string("invalid_input")
        );
        constexpr bundle_limits small{1000, 50'000};
        bundle_content content(small);
        int added = 0;
        while (content.add(noise(1000)))
            ++added;
        QVERIFY(added > 40);
        const auto full =
            must(make_bundle(letter.label, content, letter.sender, letter.receiver.public_hex));
        QVERIFY(full.size() <= small.bytes);
        QVERIFY(letter.open(full, small).has_value());
    }

    void nothing_of_a_person_can_be_read_in_the_file()
    {
        courier_post post;
        const auto made = register_birth(*post.desk, "Nguyễn Văn An");
        const auto request = must(load_outbox(*post.desk, max_operations_per_batch));
        const auto file = post.outgoing();
        const auto answer = must(post.take_in(file)).answer.file;
        for (const auto& carried : {file, answer}) {
            for (const auto* word : {"Nguy", "child", "birth", "full_name", "payload"})
                QVERIFY2(!holds(carried, word), word);
            QVERIFY(!holds(carried, made.record));
            QVERIFY(!holds(carried, compress(encode(request)).substr(12, 24)));
        }
    }

    void every_record_has_its_receipt()
    {
        const auto& known = real_definitions();
        exchange_report::decided_record decided;
        decided.record = "r1";
        decided.kind = "register";
        decided.number = registration_number{"BIRTH", 2026, 7};
        QCOMPARE(
            receipt_line(decided, known, "en"), std::string("r1 register: accepted, number 07/2026")
        );
        decided.number.reset();
        decided.result_kind = outcome::held;
        decided.other = {{"office", "00070"}, {"record", "r2"}};
        QVERIFY(holds(receipt_line(decided, known, "vi"), "00070"));
        decided.result_kind = outcome::rejected;
        decided.reasons = rejected("not_in_future", "reg_date").reasons;
        const auto value = receipt_value(decided, known, "en");
        QCOMPARE(std::string(text_at(value, "outcome")), std::string("rejected"));
        const auto& reason = value.at("reasons").get_array().at(0).get_object();
        QCOMPARE(std::string(text_at(reason, "rule")), std::string("not_in_future"));
        QVERIFY(!text_at(reason, "message").empty());
        for (const auto code :
             {failure_code::not_found,
              failure_code::conflict,
              failure_code::invalid_input,
              failure_code::not_allowed,
              failure_code::storage_unavailable,
              failure_code::corrupt_data,
              failure_code::offline,
              failure_code::wrong_key,
              failure_code::busy,
              failure_code::cancelled})
            QVERIFY(!holds(bundle_failure_text({code, "detail"}, known, "vi"), "failed_"));
    }

    void its_name_says_whose_it_is()
    {
        bundle_label label;
        label.office = "00004";
        label.desk = "00004-1";
        label.number = 12;
        QCOMPARE(
            bundle_file_name(label), std::string("hotich_00004_00004-1_000012_to-server.bundle")
        );
        label.kind = bundle_kind::to_desk;
        label.number = 1'234'567;
        QCOMPARE(
            bundle_file_name(label), std::string("hotich_00004_00004-1_1234567_to-desk.bundle")
        );
    }

    void it_is_written_whole_or_not_at_all()
    {
        const sealed_letter letter;
        const QTemporaryDir stick;
        const auto folder = stick.path().toStdString();
        const auto named = must(write_bundle_file(folder, letter.label, "first"));
        QCOMPARE(named, folder + "/" + bundle_file_name(letter.label));
        QCOMPARE(must(read_bundle_file(named)), std::string("first"));
#ifdef Q_OS_UNIX
        // The stick is full: /dev/full takes the place of the new file.
        std::error_code error;
        std::filesystem::create_symlink("/dev/full", named + ".new", error);
        QVERIFY(!error);
        QCOMPARE(
            failure_of(write_bundle_file(named, letter.label, "second")),
            std::string("storage_unavailable")
        );
        QCOMPARE(must(read_bundle_file(named)), std::string("first"));
        QVERIFY(!std::filesystem::exists(named + ".new"));
#endif
        // The stick is gone.
        QCOMPARE(
            failure_of(write_bundle_file(folder + "/gone/a.bundle", letter.label, "x")),
            std::string("storage_unavailable")
        );
        QCOMPARE(failure_of(read_bundle_file(folder + "/gone")), std::string("not_found"));
    }
};

QTEST_GUILESS_MAIN(BundleTest)
#include "bundle_test.moc"
