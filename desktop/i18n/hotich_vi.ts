<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi">
<context>
    <name>QObject</name>
    <message>
        <source>the whole country</source>
        <translation>cả nước</translation>
    </message>
    <message>
        <source>no right any more</source>
        <translation>không còn quyền nào</translation>
    </message>
    <message>
        <source>Manage the province&apos;s accounts…</source>
        <translation>Quản lý tài khoản của tỉnh…</translation>
    </message>
    <message>
        <source>Practise on made-up people…</source>
        <translation>Luyện tập với người không có thật…</translation>
    </message>
</context>
<context>
    <name>hotich::account_page</name>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Quay lại (Esc)</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Có thể làm</translation>
    </message>
    <message>
        <source>open</source>
        <translation>không hạn</translation>
    </message>
    <message>
        <source>This account has no right.</source>
        <translation>Tài khoản này không có quyền nào.</translation>
    </message>
    <message>
        <source>the server&apos;s operator</source>
        <translation>người vận hành máy chủ</translation>
    </message>
    <message>
        <source>Give a right</source>
        <translation>Giao thêm quyền</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>Move the chosen right to another unit</source>
        <translation>Chuyển quyền đang chọn sang đơn vị khác</translation>
    </message>
    <message>
        <source>Move from a day on</source>
        <translation>Chuyển kể từ một ngày</translation>
    </message>
    <message>
        <source>End the chosen right</source>
        <translation>Kết thúc quyền đang chọn</translation>
    </message>
    <message>
        <source>The right&apos;s last day</source>
        <translation>Ngày cuối của quyền</translation>
    </message>
    <message>
        <source>Mend the full name</source>
        <translation>Sửa họ tên</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>Tạm khóa…</translation>
    </message>
    <message>
        <source>Suspended at once, at every desk&apos;s next contact</source>
        <translation>Khóa ngay ở máy chủ; ở mỗi máy từ lần liên lạc sau</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>Mở lại…</translation>
    </message>
    <message>
        <source>Works again from now on</source>
        <translation>Dùng lại được từ bây giờ</translation>
    </message>
    <message>
        <source>Give a new password…</source>
        <translation>Cấp mật khẩu mới…</translation>
    </message>
    <message>
        <source>The old password is nothing any more. The new one is told once.</source>
        <translation>Mật khẩu cũ hết giá trị. Mật khẩu mới chỉ hiện một lần.</translation>
    </message>
    <message>
        <source>End the account…</source>
        <translation>Chấm dứt tài khoản…</translation>
    </message>
    <message>
        <source>Ended for good; its history stays</source>
        <translation>Chấm dứt hẳn; lịch sử vẫn còn</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>Đơn vị mới</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Confirm (Enter)</source>
        <translation>Xác nhận (Enter)</translation>
    </message>
</context>
<context>
    <name>hotich::accounts_page</name>
    <message>
        <source>Sign-in name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền</translation>
    </message>
    <message>
        <source>New account (Ctrl+N)</source>
        <translation>Tài khoản mới (Ctrl+N)</translation>
    </message>
    <message>
        <source>Import a list… (Ctrl+L)</source>
        <translation>Nhập danh sách… (Ctrl+L)</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Filter by name or unit</source>
        <translation>Lọc theo tên hoặc đơn vị</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>all roles</source>
        <translation>mọi vai trò</translation>
    </message>
    <message>
        <source>all states</source>
        <translation>mọi tình trạng</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Accounts: %1</source>
        <translation>Tài khoản: %1</translation>
    </message>
    <message>
        <source>Until 30/06/2025</source>
        <translation>Đến 30/06/2025</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Đang hỏi máy chủ…</translation>
    </message>
    <message>
        <source>Nobody has a right here.</source>
        <translation>Chưa ai có quyền ở đây.</translation>
    </message>
    <message>
        <source>Nobody fits the filter.</source>
        <translation>Không có ai hợp với bộ lọc.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n; choose a unit to see the others</source>
        <translation>
            <numerusform>%n người đầu; chọn một đơn vị để xem những người khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n tài khoản</numerusform>
        </translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Tài khoản mới</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>open</source>
        <translation>không hạn</translation>
    </message>
    <message>
        <source>Create (Enter)</source>
        <translation>Lập (Enter)</translation>
    </message>
</context>
<context>
    <name>hotich::address_editor</name>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Huyện, quận</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>House number, street, village</source>
        <translation>Số nhà, đường, thôn, tổ dân phố</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Address abroad</source>
        <translation>Địa chỉ ở nước ngoài</translation>
    </message>
</context>
<context>
    <name>hotich::appearance_page</name>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Size of text and signs (from the next start on)</source>
        <translation>Cỡ chữ và ký hiệu (từ lần mở chương trình sau)</translation>
    </message>
    <message>
        <source>The size changes when the program is started again.</source>
        <translation>Cỡ chữ thay đổi khi mở lại chương trình.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
</context>
<context>
    <name>hotich::attention_page</name>
    <message>
        <source>Needs attention</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>The server held these as suspected duplicates or did not accept them. Open one to see why and what can be done.</source>
        <translation>Máy chủ tạm giữ vì nghi trùng, hoặc không chấp nhận. Mở từng hồ sơ để xem lý do và cách xử lý.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>Không có hồ sơ nào cần xử lý.</translation>
    </message>
</context>
<context>
    <name>hotich::backup_line</name>
    <message>
        <source>Copy now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Choose the folder of the copies…</source>
        <translation>Chọn nơi sao lưu…</translation>
    </message>
    <message>
        <source>A folder on another disk or a stick</source>
        <translation>Thư mục ở ổ đĩa khác hoặc thẻ nhớ</translation>
    </message>
    <message>
        <source>Copying the register…</source>
        <translation>Đang sao lưu sổ…</translation>
    </message>
    <message>
        <source>Last copy of the register: %1, %2</source>
        <translation>Bản sao cuối của sổ: %1, %2</translation>
    </message>
    <message>
        <source>There is no copy of the register yet.</source>
        <translation>Sổ chưa có bản sao nào.</translation>
    </message>
</context>
<context>
    <name>hotich::blank_choice</name>
    <message>
        <source>On pre-printed blanks, from</source>
        <translation>Trên phôi in sẵn, từ số</translation>
    </message>
    <message>
        <source>No blank is in hand: take them in on the Blanks page.</source>
        <translation>Chưa có phôi: hãy nhập ở trang Phôi.</translation>
    </message>
    <message>
        <source>Serial of the first blank</source>
        <translation>Số sê-ri của phôi đầu tiên</translation>
    </message>
</context>
<context>
    <name>hotich::blanks_page</name>
    <message>
        <source>received</source>
        <translation>nhập</translation>
    </message>
    <message>
        <source>spoiled</source>
        <translation>hỏng</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>mất</translation>
    </message>
    <message>
        <source>handed on</source>
        <translation>chuyển đi</translation>
    </message>
    <message>
        <source>Blank for</source>
        <translation>Phôi của</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Còn</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Kế tiếp</translation>
    </message>
    <message>
        <source>What is not right</source>
        <translation>Điều chưa khớp</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>From serial</source>
        <translation>Từ số</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Số tờ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người ghi</translation>
    </message>
    <message>
        <source>Kinds of blanks</source>
        <translation>Các loại phôi</translation>
    </message>
    <message>
        <source>What came in and what went</source>
        <translation>Phôi nhập và xuất</translation>
    </message>
    <message>
        <source>Receive… (Insert)</source>
        <translation>Nhập phôi… (Insert)</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>Nhận của ai</translation>
    </message>
    <message>
        <source>Spoiled… (Alt+H)</source>
        <translation>Hỏng… (Alt+H)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Lost… (Alt+M)</source>
        <translation>Mất… (Alt+M)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Mất thế nào</translation>
    </message>
    <message>
        <source>Hand on… (Alt+C)</source>
        <translation>Chuyển đi… (Alt+C)</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Chuyển cho ai</translation>
    </message>
    <message>
        <source>two papers on one blank: %1</source>
        <translation>hai tờ giấy cùng một phôi: %1</translation>
    </message>
    <message>
        <source>printed on, never received: %1</source>
        <translation>đã in nhưng chưa hề nhập: %1</translation>
    </message>
    <message>
        <source>No blank of this kind came in yet. Insert takes them in.</source>
        <translation>Chưa nhập phôi loại này. Bấm Insert để nhập.</translation>
    </message>
    <message>
        <source>First serial</source>
        <translation>Số đầu</translation>
    </message>
    <message>
        <source>Last serial</source>
        <translation>Số cuối</translation>
    </message>
    <message>
        <source>Written into the ledger.</source>
        <translation>Đã ghi vào sổ theo dõi phôi.</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>Phôi</translation>
    </message>
</context>
<context>
    <name>hotich::book_care</name>
    <message>
        <source>Close the year…</source>
        <translation>Khóa sổ năm…</translation>
    </message>
    <message>
        <source>Go on after a paper number…</source>
        <translation>Ghi tiếp sau số của sổ giấy…</translation>
    </message>
    <message>
        <source>Open the next volume</source>
        <translation>Mở quyển tiếp theo</translation>
    </message>
    <message>
        <source>Void a number…</source>
        <translation>Bỏ một số…</translation>
    </message>
    <message>
        <source>Volume %1, from number %2</source>
        <translation>Quyển %1, từ số %2</translation>
    </message>
    <message>
        <source>closed on %1</source>
        <translation>đã khóa ngày %1</translation>
    </message>
    <message>
        <source>One volume, from number 01</source>
        <translation>Một quyển, từ số 01</translation>
    </message>
    <message numerus="yes">
        <source>Numbers %1 to %2, %n entries</source>
        <translation>
            <numerusform>Từ số %1 đến số %2, %n việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries have later notes</source>
        <translation>
            <numerusform>%n việc có ghi chú về sau</numerusform>
        </translation>
    </message>
    <message>
        <source>Void numbers: %1</source>
        <translation>Số đã bỏ: %1</translation>
    </message>
    <message>
        <source>Missing numbers: %1. Enter them, synchronise, or void each with its reason.</source>
        <translation>Còn thiếu các số: %1. Hãy nhập nốt, đồng bộ, hoặc bỏ từng số kèm lý do.</translation>
    </message>
    <message>
        <source>Closing, step 1 of 3: the totals. Numbers %1 to %2; %3 entries, %4 with later notes; void numbers: %5; missing numbers: %6.</source>
        <translation>Khóa sổ, bước 1/3: tổng số. Từ số %1 đến số %2; %3 việc, %4 việc có ghi chú về sau; số đã bỏ: %5; số còn thiếu: %6.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>The book still lacks numbers: enter them, or void each of them with its reason, and come back.</source>
        <translation>Sổ còn thiếu số: hãy nhập nốt, hoặc bỏ từng số kèm lý do, rồi khóa sổ sau.</translation>
    </message>
    <message>
        <source>Closing, step 2 of 3: the pages of the paper book (Law on Civil Status, Article 58).</source>
        <translation>Khóa sổ, bước 2/3: số trang của sổ giấy (Luật Hộ tịch, Điều 58).</translation>
    </message>
    <message>
        <source>Pages used</source>
        <translation>Số trang đã dùng</translation>
    </message>
    <message>
        <source>Blank pages</source>
        <translation>Số trang bỏ trống</translation>
    </message>
    <message>
        <source>Please give whole numbers.</source>
        <translation>Hãy ghi số nguyên.</translation>
    </message>
    <message>
        <source>Closing, step 3 of 3: who signs. A closed book takes no number any more; notes on its entries go on.</source>
        <translation>Khóa sổ, bước 3/3: người ký. Sổ đã khóa không nhận số mới; vẫn ghi chú được vào các việc đã đăng ký.</translation>
    </message>
    <message>
        <source>Head of the office</source>
        <translation>Thủ trưởng cơ quan</translation>
    </message>
    <message>
        <source>Why before the end of the year</source>
        <translation>Lý do khóa trước khi hết năm</translation>
    </message>
    <message>
        <source>The last number of the paper book of this year. The next entry of this book follows it.</source>
        <translation>Số cuối cùng trong sổ giấy của năm này. Việc kế tiếp lấy số liền sau.</translation>
    </message>
    <message>
        <source>Last number on paper</source>
        <translation>Số cuối trong sổ giấy</translation>
    </message>
    <message>
        <source>The paper volume is full: the next volume goes on with the numbers.</source>
        <translation>Quyển sổ giấy đã hết trang: quyển tiếp theo ghi tiếp số.</translation>
    </message>
    <message>
        <source>A number that no entry has is voided; it is never given again.</source>
        <translation>Bỏ một số chưa ghi việc nào; số đó không dùng lại nữa.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Saved. It is sent to the server with the next synchronisation.</source>
        <translation>Đã lưu. Sẽ gửi lên máy chủ ở lần đồng bộ tới.</translation>
    </message>
</context>
<context>
    <name>hotich::book_page</name>
    <message>
        <source>Book</source>
        <translation>Sổ hộ tịch</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>Năm sau</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, năm %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n việc</numerusform>
        </translation>
    </message>
    <message>
        <source>This book has no entry yet.</source>
        <translation>Sổ này chưa có việc nào.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Quyển</translation>
    </message>
    <message>
        <source>Volumes, gaps, closing (Ctrl+B)</source>
        <translation>Quyển, số thiếu, khóa sổ (Ctrl+B)</translation>
    </message>
    <message>
        <source>A name in this book</source>
        <translation>Tên người trong sổ này</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>Việc đã ghi trong sổ</translation>
    </message>
    <message>
        <source>Entry before (Ctrl+↑)</source>
        <translation>Việc trước (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Entry after (Ctrl+↓)</source>
        <translation>Việc sau (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Mở (Enter)</translation>
    </message>
    <message>
        <source>This year&apos;s book has no volume %1.</source>
        <translation>Sổ năm này không có quyển %1.</translation>
    </message>
    <message>
        <source>numbers %1 to %2, the book goes on</source>
        <translation>số %1 đến %2, sổ còn tiếp</translation>
    </message>
    <message>
        <source>No entry of this book has that name.</source>
        <translation>Trong sổ này không có ai tên như vậy.</translation>
    </message>
    <message>
        <source>Number %1, volume %2: %3</source>
        <translation>Số %1, quyển số %2: %3</translation>
    </message>
    <message>
        <source>Later notes</source>
        <translation>Ghi chú về sau</translation>
    </message>
</context>
<context>
    <name>hotich::came_out_box</name>
    <message>
        <source>It came out well (Enter)</source>
        <translation>In tốt (Enter)</translation>
    </message>
    <message>
        <source>Spoiled… (Alt+H)</source>
        <translation>Hỏng… (Alt+H)</translation>
    </message>
    <message>
        <source>Nothing came out (Alt+K)</source>
        <translation>Không in ra (Alt+K)</translation>
    </message>
    <message>
        <source>Tick the spoiled sheets and say why.</source>
        <translation>Hãy đánh dấu tờ hỏng và ghi lý do.</translation>
    </message>
    <message>
        <source>Write down (Enter)</source>
        <translation>Ghi lại (Enter)</translation>
    </message>
    <message>
        <source>Why: paper jam, printed askew…</source>
        <translation>Lý do: kẹt giấy, in lệch…</translation>
    </message>
    <message>
        <source>Why the sheet is spoiled</source>
        <translation>Vì sao tờ giấy hỏng</translation>
    </message>
    <message numerus="yes">
        <source>Did %n sheet(s) come out well?</source>
        <translation>
            <numerusform>%n tờ in ra có tốt không?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotich::changed_fields</name>
    <message>
        <source>Field of the entry</source>
        <translation>Mục trong sổ</translation>
    </message>
    <message>
        <source>From (as it reads now)</source>
        <translation>Từ (đang ghi trong sổ)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Thành</translation>
    </message>
</context>
<context>
    <name>hotich::comparison_words</name>
    <message>
        <source>This one</source>
        <translation>Hồ sơ này</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>Hồ sơ kia</translation>
    </message>
    <message>
        <source>They are</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>What made the server suspect a duplicate</source>
        <translation>Vì sao máy chủ nghi trùng</translation>
    </message>
</context>
<context>
    <name>hotich::date_editor</name>
    <message>
        <source>dd/mm/yyyy, mm/yyyy or yyyy</source>
        <translation>dd/mm/yyyy, mm/yyyy hoặc yyyy</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>hotich::day_page</name>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ, chữ đệm, tên</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Loại việc</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Đã làm</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Ngày trước</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Ngày sau</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was registered or printed on this day.</source>
        <translation>Ngày này không đăng ký, không in gì.</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Đăng ký</translation>
    </message>
    <message>
        <source>Printed: %1</source>
        <translation>In: %1</translation>
    </message>
    <message>
        <source>Sheet of the day</source>
        <translation>Việc trong ngày</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>In (Ctrl+P)</translation>
    </message>
</context>
<context>
    <name>hotich::diagnosis</name>
    <message>
        <source>never</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Clock: %1, %2 s against the server&apos;s</source>
        <translation>Đồng hồ: %1, lệch %2 giây so với máy chủ</translation>
    </message>
    <message>
        <source>went back from %1 to %2</source>
        <translation>đã lùi từ %1 về %2</translation>
    </message>
    <message>
        <source>Last copy of the register: %1</source>
        <translation>Bản sao gần nhất của sổ: %1</translation>
    </message>
    <message>
        <source>Register: %1, %2 operations; free on the disk: %3; key: %4</source>
        <translation>Sổ: %1, %2 thao tác; đĩa còn trống: %3; khóa: %4</translation>
    </message>
    <message>
        <source>not bound</source>
        <translation>không gắn với máy</translation>
    </message>
    <message>
        <source>Program: %1, %2, Qt %3</source>
        <translation>Chương trình: %1, %2, Qt %3</translation>
    </message>
    <message>
        <source>Desk: %1; server: %2</source>
        <translation>Máy: %1; máy chủ: %2</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>Đường truyền: %1</translation>
    </message>
    <message>
        <source>Last synchronised: %1; days left without the server: %2</source>
        <translation>Đồng bộ gần nhất: %1; còn được làm không có máy chủ: %2 ngày</translation>
    </message>
    <message>
        <source>Feed: %1 here, %2 at the server</source>
        <translation>Sổ chung: ở đây %1, ở máy chủ %2</translation>
    </message>
    <message>
        <source>Not sent: %1, the oldest of %2</source>
        <translation>Chưa gửi: %1, cũ nhất lúc %2</translation>
    </message>
    <message>
        <source>Waiting: %1; held: %2; rejected: %3; drafts: %4</source>
        <translation>Chờ: %1; tạm giữ: %2; bị trả lại: %3; bản nháp: %4</translation>
    </message>
    <message>
        <source>Over the line: today %1, this month %2</source>
        <translation>Đã truyền: hôm nay %1, tháng này %2</translation>
    </message>
</context>
<context>
    <name>hotich::dossiers_page</name>
    <message>
        <source>Requester</source>
        <translation>Người yêu cầu</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Loại việc</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Receive a dossier… (Insert)</source>
        <translation>Tiếp nhận hồ sơ… (Insert)</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ chờ trả</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>tạm dừng</translation>
    </message>
    <message>
        <source>being handled</source>
        <translation>đang giải quyết</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>hẹn trả hôm nay</translation>
    </message>
    <message>
        <source>No dossier waits. Insert receives one.</source>
        <translation>Không có hồ sơ nào đang chờ. Bấm Insert để tiếp nhận.</translation>
    </message>
</context>
<context>
    <name>hotich::drafts_page</name>
    <message>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>There are no drafts.</source>
        <translation>Không có bản nháp nào.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ, chữ đệm, tên</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Loại việc</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Sửa lần cuối</translation>
    </message>
    <message>
        <source>Go on with it (Enter)</source>
        <translation>Làm tiếp (Enter)</translation>
    </message>
    <message>
        <source>Discard (Delete)</source>
        <translation>Bỏ (Delete)</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>sửa lại</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(chưa ghi tên)</translation>
    </message>
    <message>
        <source>Press Delete once more to discard this draft for good.</source>
        <translation>Bấm Delete lần nữa để bỏ hẳn bản nháp này.</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Đã bỏ bản nháp.</translation>
    </message>
</context>
<context>
    <name>hotich::enrolment_page</name>
    <message>
        <source>Set up this desk</source>
        <translation>Cài đặt máy này</translation>
    </message>
    <message>
        <source>The IT officer gives you the address of the server and a code. They are needed once; afterwards this PC works without a line too.</source>
        <translation>Cán bộ công nghệ thông tin cung cấp địa chỉ máy chủ và mã ghi danh. Chỉ cần một lần; sau đó máy này làm việc được cả khi không có mạng.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã ghi danh</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>as it stands on entries</source>
        <translation>như ghi trong sổ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Please enter the address of the server.</source>
        <translation>Hãy ghi địa chỉ máy chủ.</translation>
    </message>
    <message>
        <source>Please enter the code.</source>
        <translation>Hãy ghi mã ghi danh.</translation>
    </message>
    <message>
        <source>Please enter your name.</source>
        <translation>Hãy ghi họ và tên.</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n characters.</source>
        <translation>
            <numerusform>Mật khẩu phải có ít nhất %n ký tự.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Hai mật khẩu không giống nhau.</translation>
    </message>
    <message>
        <source>Making the encrypted register…</source>
        <translation>Đang tạo sổ đã mã hóa…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Đang hỏi máy chủ…</translation>
    </message>
    <message>
        <source>Fetching what the office has…</source>
        <translation>Đang tải dữ liệu của cơ quan…</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and the line, then try again.</source>
        <translation>Không kết nối được với máy chủ. Hãy kiểm tra địa chỉ và đường mạng rồi thử lại.</translation>
    </message>
    <message>
        <source>The server does not accept this code: it may be used or too old. Ask for a new one.</source>
        <translation>Máy chủ không chấp nhận mã này: mã có thể đã dùng hoặc đã hết hạn. Hãy xin mã mới.</translation>
    </message>
    <message>
        <source>The address or the code is not written right. Please compare every sign.</source>
        <translation>Địa chỉ hoặc mã ghi chưa đúng. Hãy đối chiếu từng ký tự.</translation>
    </message>
    <message>
        <source>This is not the server the code belongs to, or a register with another password is there already. Nothing was sent. Please ask the IT officer.</source>
        <translation>Đây không phải máy chủ đã cấp mã, hoặc trên máy đã có sổ với mật khẩu khác. Chưa gửi gì đi. Hãy hỏi cán bộ công nghệ thông tin.</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Nhập lại mật khẩu</translation>
    </message>
    <message>
        <source>Set up (Enter)</source>
        <translation>Cài đặt (Enter)</translation>
    </message>
    <message numerus="yes">
        <source>at least %n characters</source>
        <translation>
            <numerusform>ít nhất %n ký tự</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotich::entry_finder</name>
    <message>
        <source>Find the entry in the register</source>
        <translation>Tìm việc đã đăng ký trong sổ</translation>
    </message>
    <message>
        <source>Any words of a name, with or without accents; a number; a document number</source>
        <translation>Vài từ trong tên, có dấu hoặc không dấu; số đăng ký; số giấy tờ</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Enter takes the entry; Esc goes back to the form.</source>
        <translation>Enter: chọn; Esc: quay lại biểu mẫu.</translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation>Hãy gõ tên hoặc số.</translation>
    </message>
    <message>
        <source>Nothing found. Fewer words find more.</source>
        <translation>Không tìm thấy. Gõ ít từ hơn sẽ tìm được nhiều hơn.</translation>
    </message>
</context>
<context>
    <name>hotich::entry_html</name>
    <message>
        <source>%1 has noted it in its book.</source>
        <translation>%1 đã ghi vào sổ.</translation>
    </message>
    <message>
        <source>%1 did not note it.</source>
        <translation>%1 không ghi vào sổ.</translation>
    </message>
    <message>
        <source>waiting for the server:</source>
        <translation>đang chờ máy chủ:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>%1 asks to have noted:</source>
        <translation>%1 đề nghị ghi vào sổ:</translation>
    </message>
    <message>
        <source>Registered together with:</source>
        <translation>Đăng ký cùng với:</translation>
    </message>
    <message>
        <source>Asked for; the server passes it on.</source>
        <translation>Đã đề nghị cấp; máy chủ sẽ chuyển tiếp.</translation>
    </message>
    <message>
        <source>The population database has been asked.</source>
        <translation>Đã gửi đến Cơ sở dữ liệu quốc gia về dân cư, đang chờ trả lời.</translation>
    </message>
    <message>
        <source>Refused.</source>
        <translation>Bị từ chối.</translation>
    </message>
    <message>
        <source>Received %1 by %2</source>
        <translation>Tiếp nhận %1, người nhận: %2</translation>
    </message>
    <message>
        <source>Paused: the days do not count.</source>
        <translation>Tạm dừng: không tính thời hạn.</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>Hẹn trả ngày %1</translation>
    </message>
    <message>
        <source>Refused:</source>
        <translation>Từ chối:</translation>
    </message>
    <message>
        <source>Delayed:</source>
        <translation>Hẹn lại:</translation>
    </message>
</context>
<context>
    <name>hotich::event_choice_page</name>
    <message>
        <source>Changes to what is registered</source>
        <translation>Thay đổi, cải chính, ghi chú vào việc đã đăng ký</translation>
    </message>
    <message>
        <source>Papers and confirmations</source>
        <translation>Cấp giấy tờ, xác nhận</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>Đăng ký hộ tịch</translation>
    </message>
    <message>
        <source>No event fits. Fewer words find more.</source>
        <translation>Không có loại việc nào khớp. Gõ ít từ hơn sẽ tìm được nhiều hơn.</translation>
    </message>
    <message>
        <source>Type a part of the name, with or without accents</source>
        <translation>Gõ vài từ của tên việc, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Tìm loại việc</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Các loại việc</translation>
    </message>
</context>
<context>
    <name>hotich::field_form</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Bỏ (Esc)</translation>
    </message>
</context>
<context>
    <name>hotich::finding_words</name>
    <message>
        <source>row %1</source>
        <translation>dòng %1</translation>
    </message>
    <message>
        <source>Row %1: </source>
        <translation>Dòng %1: </translation>
    </message>
</context>
<context>
    <name>hotich::findings_list</name>
    <message>
        <source>Findings</source>
        <translation>Nội dung cần xem</translation>
    </message>
    <message>
        <source>Enter: open that record</source>
        <translation>Enter: mở hồ sơ đó</translation>
    </message>
    <message>
        <source>Nothing to correct so far.</source>
        <translation>Chưa có gì phải sửa.</translation>
    </message>
</context>
<context>
    <name>hotich::fix_page</name>
    <message>
        <source>Only today, and only while no paper has been handed out. The old content and the reason stay in the entry&apos;s history.</source>
        <translation>Chỉ sửa được trong ngày, khi chưa cấp giấy tờ. Nội dung cũ và lý do được giữ lại trong quá trình của hồ sơ.</translation>
    </message>
    <message>
        <source>Why was it written wrongly?</source>
        <translation>Vì sao ghi sai?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Mend (Ctrl+S)</source>
        <translation>Sửa (Ctrl+S)</translation>
    </message>
    <message>
        <source>Mend: %1, %2</source>
        <translation>Sửa sai sót: %1, %2</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Cần ghi lý do.</translation>
    </message>
    <message>
        <source>Mended. The old content stays in the history.</source>
        <translation>Đã sửa. Nội dung cũ được giữ lại trong quá trình.</translation>
    </message>
    <message>
        <source>Mend an entry of today</source>
        <translation>Sửa sai sót trong ngày</translation>
    </message>
</context>
<context>
    <name>hotich::form_view</name>
    <message>
        <source>Discard the draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Phần trước</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Phần sau</translation>
    </message>
    <message>
        <source>Review (Ctrl+S)</source>
        <translation>Xem lại (Ctrl+S)</translation>
    </message>
    <message>
        <source>Draft kept on this PC</source>
        <translation>Đã lưu nháp trên máy này</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Đã bỏ bản nháp.</translation>
    </message>
    <message>
        <source>Find the entry in the register… (Ctrl+F)</source>
        <translation>Tìm việc đã đăng ký trong sổ… (Ctrl+F)</translation>
    </message>
    <message>
        <source>Declaration to sign (Ctrl+P)</source>
        <translation>Tờ khai (Ctrl+P)</translation>
    </message>
    <message>
        <source>Filled in from the register: %1 (%2, number %3). Ctrl+Z takes it back.</source>
        <translation>Đã điền từ sổ: %1 (%2, số %3). Ctrl+Z để bỏ.</translation>
    </message>
    <message>
        <source>Filled in from the card: %1. Ctrl+Z takes it back.</source>
        <translation>Đã điền từ thẻ căn cước: %1. Ctrl+Z để bỏ.</translation>
    </message>
    <message>
        <source>Filled in from this form: %1. Ctrl+Z takes it back.</source>
        <translation>Đã điền từ biểu mẫu này: %1. Ctrl+Z để bỏ.</translation>
    </message>
</context>
<context>
    <name>hotich::guide_page</name>
    <message>
        <source>Chapters</source>
        <translation>Các chương</translation>
    </message>
    <message>
        <source>The chapter</source>
        <translation>Nội dung chương</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Sách hướng dẫn</translation>
    </message>
</context>
<context>
    <name>hotich::history_words</name>
    <message>
        <source>Entered and sent for registration</source>
        <translation>Ghi và gửi đăng ký</translation>
    </message>
    <message>
        <source>Confirmed to be another event</source>
        <translation>Xác nhận là việc khác</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>Paper issued</source>
        <translation>Cấp giấy tờ</translation>
    </message>
    <message>
        <source>accepted by the server</source>
        <translation>máy chủ đã chấp nhận</translation>
    </message>
    <message>
        <source>not accepted by the server</source>
        <translation>máy chủ không chấp nhận</translation>
    </message>
    <message>
        <source>held by the server</source>
        <translation>máy chủ tạm giữ</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>Personal number asked for</source>
        <translation>Đã hỏi số định danh</translation>
    </message>
    <message>
        <source>Personal number given</source>
        <translation>Đã cấp số định danh</translation>
    </message>
    <message>
        <source>Personal number refused</source>
        <translation>Bị từ chối cấp số định danh</translation>
    </message>
    <message>
        <source>Personal number to be asked for again</source>
        <translation>Đề nghị cấp lại số định danh</translation>
    </message>
    <message>
        <source>Dossier received</source>
        <translation>Tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Paused for verification</source>
        <translation>Tạm dừng chờ xác minh</translation>
    </message>
    <message>
        <source>Handling goes on</source>
        <translation>Tiếp tục giải quyết</translation>
    </message>
    <message>
        <source>More papers asked for</source>
        <translation>Yêu cầu bổ sung giấy tờ</translation>
    </message>
    <message>
        <source>New due day given</source>
        <translation>Hẹn lại ngày trả</translation>
    </message>
    <message>
        <source>Dossier refused</source>
        <translation>Từ chối hồ sơ</translation>
    </message>
    <message>
        <source>Mended the same day</source>
        <translation>Sửa sai sót trong ngày</translation>
    </message>
    <message>
        <source>Notice of another office</source>
        <translation>Thông báo của nơi khác</translation>
    </message>
    <message>
        <source>Notice confirmed and noted</source>
        <translation>Đã xác nhận, ghi vào sổ theo thông báo</translation>
    </message>
    <message>
        <source>Notice declined</source>
        <translation>Đã từ chối thông báo</translation>
    </message>
    <message>
        <source>Answer of the office that keeps the book</source>
        <translation>Trả lời của nơi giữ sổ</translation>
    </message>
    <message>
        <source>Scanned paper attached</source>
        <translation>Đã đính kèm bản chụp giấy tờ</translation>
    </message>
    <message>
        <source>Told of a paper</source>
        <translation>Ghi nhận về tờ giấy đã in</translation>
    </message>
    <message>
        <source>blank %1</source>
        <translation>phôi %1</translation>
    </message>
    <message>
        <source>to be signed</source>
        <translation>chờ ký</translation>
    </message>
    <message>
        <source>signed, to be handed over</source>
        <translation>đã ký, chờ trả</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>đã trả</translation>
    </message>
    <message>
        <source>spoiled</source>
        <translation>hỏng</translation>
    </message>
    <message>
        <source>did not come out</source>
        <translation>không in ra</translation>
    </message>
</context>
<context>
    <name>hotich::home_page</name>
    <message>
        <source>Monday</source>
        <translation>thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Synchronise now (F5)</source>
        <translation>Đồng bộ ngay (F5)</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Wait for a number</source>
        <translation>Chờ cấp số</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Numbers in hand</source>
        <translation>Số còn trong tay</translation>
    </message>
    <message>
        <source>Waiting for the server&apos;s number</source>
        <translation>Đang chờ máy chủ cấp số</translation>
    </message>
    <message>
        <source>Today, %1 %2</source>
        <translation>Hôm nay, %1 %2</translation>
    </message>
    <message>
        <source>the oldest: %1</source>
        <translation>cũ nhất: %1</translation>
    </message>
    <message>
        <source>%1 held, %2 rejected</source>
        <translation>%1 tạm giữ, %2 bị từ chối</translation>
    </message>
    <message>
        <source>Last synchronised: %1</source>
        <translation>Đồng bộ lần cuối: %1</translation>
    </message>
    <message>
        <source>No entry waits for a number.</source>
        <translation>Không có việc nào chờ cấp số.</translation>
    </message>
    <message>
        <source>New record… (Ctrl+N)</source>
        <translation>Đăng ký mới… (Ctrl+N)</translation>
    </message>
    <message>
        <source>%1 (F2)</source>
        <translation>%1 (F2)</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ chờ trả</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 quá hạn</translation>
    </message>
    <message>
        <source>Personal numbers</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 bị từ chối</translation>
    </message>
    <message>
        <source>%1 arrived</source>
        <translation>%1 đã có</translation>
    </message>
    <message>
        <source>%1 awaited</source>
        <translation>%1 đang chờ</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Blanks left</source>
        <translation>Phôi còn</translation>
    </message>
    <message>
        <source>the ledger does not agree</source>
        <translation>sổ phôi chưa khớp</translation>
    </message>
    <message>
        <source>of one kind few</source>
        <translation>có loại sắp hết</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>máy chủ cấp</translation>
    </message>
    <message>
        <source>to answer</source>
        <translation>chờ trả lời</translation>
    </message>
    <message>
        <source>%1 print</source>
        <translation>%1 in</translation>
    </message>
    <message>
        <source>%1 sign</source>
        <translation>%1 ký</translation>
    </message>
    <message>
        <source>%1 hand over</source>
        <translation>%1 trả</translation>
    </message>
</context>
<context>
    <name>hotich::import_page</name>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>What is wrong, or the password</source>
        <translation>Điều sai, hoặc mật khẩu</translation>
    </message>
    <message>
        <source>Choose a file… (Ctrl+O)</source>
        <translation>Chọn tệp… (Ctrl+O)</translation>
    </message>
    <message>
        <source>Save the list of passwords…</source>
        <translation>Lưu danh sách mật khẩu…</translation>
    </message>
    <message>
        <source>Import a list of accounts</source>
        <translation>Nhập danh sách tài khoản</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Các dòng của tệp</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Quay lại (Esc)</translation>
    </message>
    <message>
        <source>A spreadsheet (.xlsx) or CSV file with the columns: %1. Nothing is made before you have seen every line.</source>
        <translation>Tệp bảng tính (.xlsx) hoặc CSV có các cột: %1. Chưa lập gì cho đến khi bạn xem hết các dòng.</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>Chưa chọn tệp.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>Bảng (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Đang hỏi máy chủ…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines, all of them right. Nothing is made yet.</source>
        <translation>
            <numerusform>%n dòng, đều đúng. Chưa lập tài khoản nào.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are wrong. Mend the file and choose it again, or make the right ones only.</source>
        <translation>
            <numerusform>%n dòng sai. Sửa tệp rồi chọn lại, hoặc chỉ lập các dòng đúng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n accounts</source>
        <translation>
            <numerusform>Lập %n tài khoản</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make only the %n right ones</source>
        <translation>
            <numerusform>Chỉ lập %n dòng đúng</numerusform>
        </translation>
    </message>
    <message>
        <source>Making line %1 of %2…</source>
        <translation>Đang lập dòng %1 trên %2…</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are made. Their passwords are told only now: save the list, give each person theirs, then delete the file.</source>
        <translation>
            <numerusform>Đã lập %n tài khoản. Mật khẩu chỉ hiện lúc này: lưu danh sách, giao cho từng người, rồi xóa tệp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list of passwords</source>
        <translation>Lưu danh sách mật khẩu</translation>
    </message>
    <message>
        <source>Saved: %1. Delete it when everybody has his password.</source>
        <translation>Đã lưu: %1. Hãy xóa khi mọi người đã nhận mật khẩu.</translation>
    </message>
</context>
<context>
    <name>hotich::keyboard_map</name>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Help for the field</source>
        <translation>Giải thích mục đang ghi</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Bảng phím tắt này</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Sổ hộ tịch</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Đồng bộ ngay</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Next field; open; choose</source>
        <translation>Mục kế tiếp; mở; chọn</translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation>Mục trước</translation>
    </message>
    <message>
        <source>Next and previous part of the form</source>
        <translation>Phần sau, phần trước của biểu mẫu</translation>
    </message>
    <message>
        <source>A part of the form</source>
        <translation>Một phần của biểu mẫu</translation>
    </message>
    <message>
        <source>Review; then register. In the preview: save as PDF</source>
        <translation>Xem lại; sau đó đăng ký. Khi xem bản in: lưu PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Open a list</source>
        <translation>Mở danh sách</translation>
    </message>
    <message>
        <source>New record: choose the event</source>
        <translation>Đăng ký mới: chọn loại việc</translation>
    </message>
    <message>
        <source>The last event once more</source>
        <translation>Làm tiếp loại việc vừa rồi</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ chờ trả</translation>
    </message>
    <message>
        <source>Notices of other offices</source>
        <translation>Thông báo của nơi khác</translation>
    </message>
    <message>
        <source>Sheet of the day</source>
        <translation>Việc trong ngày</translation>
    </message>
    <message>
        <source>In a form: find the entry it is about</source>
        <translation>Trong biểu mẫu: tìm việc đã đăng ký</translation>
    </message>
    <message>
        <source>Add and remove a row of a list</source>
        <translation>Thêm, bỏ một dòng của danh sách</translation>
    </message>
    <message>
        <source>Personal numbers</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Colours and size</source>
        <translation>Màu sắc và cỡ chữ</translation>
    </message>
    <message>
        <source>In a form: take the last change back</source>
        <translation>Trong biểu mẫu: bỏ thay đổi vừa làm</translation>
    </message>
    <message>
        <source>In the preview: how the printer misses</source>
        <translation>Khi xem trước: máy in lệch bao nhiêu</translation>
    </message>
    <message>
        <source>Line and machine: courier, copies, clock, telephone</source>
        <translation>Đường truyền và máy: USB, bản sao, đồng hồ, hỗ trợ qua điện thoại</translation>
    </message>
    <message>
        <source>In the book: volumes, gaps, closing</source>
        <translation>Trong sổ: quyển, số thiếu, khóa sổ</translation>
    </message>
    <message>
        <source>In the book: the entry before and after</source>
        <translation>Trong sổ: việc trước và việc sau</translation>
    </message>
    <message>
        <source>In a list: copy the chosen rows for a spreadsheet</source>
        <translation>Trong danh sách: chép các dòng đã chọn sang bảng tính</translation>
    </message>
    <message>
        <source>The user guide</source>
        <translation>Sách hướng dẫn</translation>
    </message>
    <message>
        <source>Papers to print, sign and hand over</source>
        <translation>Giấy tờ cần in, ký và trả</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>Phôi</translation>
    </message>
    <message>
        <source>In a list of a form: cells of a spreadsheet, as rows</source>
        <translation>Trong danh sách của biểu mẫu: dán ô từ bảng tính thành dòng</translation>
    </message>
    <message>
        <source>In the papers: the list that goes to the signer</source>
        <translation>Ở trang giấy tờ: danh sách kèm giấy đưa ký</translation>
    </message>
</context>
<context>
    <name>hotich::line_words</name>
    <message>
        <source>The time without the server is over: synchronise (F5), or take in a courier&apos;s bundle. Nothing is lost.</source>
        <translation>Đã hết thời gian làm việc không có máy chủ: hãy đồng bộ (F5), hoặc nhập gói người chuyển mang về. Không mất gì.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left without the server: synchronise (F5), or send a courier&apos;s bundle.</source>
        <translation>
            <numerusform>Còn %n ngày làm việc không cần máy chủ: hãy đồng bộ (F5), hoặc gửi gói cho người chuyển.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synchronised yet</source>
        <translation>Chưa đồng bộ</translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation>Đang đồng bộ…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>today %1, this month %2</source>
        <translation>hôm nay %1, tháng này %2</translation>
    </message>
    <message>
        <source>Line up, synchronised</source>
        <translation>Có mạng, đã đồng bộ</translation>
    </message>
    <message>
        <source>No line: work goes on and is sent later</source>
        <translation>Không có mạng: vẫn làm việc, sẽ gửi sau</translation>
    </message>
    <message>
        <source>The server refuses: %1</source>
        <translation>Máy chủ từ chối: %1</translation>
    </message>
    <message>
        <source>The server is busy: what waits is sent by itself later</source>
        <translation>Máy chủ đang bận: việc đang chờ sẽ tự gửi sau</translation>
    </message>
    <message>
        <source>This PC&apos;s clock went back from %1 to %2: look at it before you register (Ctrl+M).</source>
        <translation>Đồng hồ của máy đã lùi từ %1 về %2: hãy xem lại trước khi đăng ký (Ctrl+M).</translation>
    </message>
    <message>
        <source>Practice: nothing is sent</source>
        <translation>Luyện tập: không gửi đi đâu</translation>
    </message>
</context>
<context>
    <name>hotich::list_editor</name>
    <message>
        <source>Add a row (Insert)</source>
        <translation>Thêm dòng (Insert)</translation>
    </message>
    <message>
        <source>Remove the row (Alt+Delete)</source>
        <translation>Bỏ dòng (Alt+Delete)</translation>
    </message>
    <message>
        <source>Nothing was pasted: the list takes %1 rows.</source>
        <translation>Chưa dán gì: danh sách chỉ nhận %1 dòng.</translation>
    </message>
    <message>
        <source>Nothing was pasted: the list has %1 columns.</source>
        <translation>Chưa dán gì: danh sách chỉ có %1 cột.</translation>
    </message>
    <message>
        <source>Nothing was pasted: “%1” is neither yes nor no.</source>
        <translation>Chưa dán gì: “%1” không phải là có hay không.</translation>
    </message>
    <message>
        <source>Enter: next cell, new row · Alt+Delete: remove the row · Ctrl+V: cells of a spreadsheet</source>
        <translation>Enter: ô sau, dòng mới · Alt+Delete: bỏ dòng · Ctrl+V: dán ô từ bảng tính</translation>
    </message>
</context>
<context>
    <name>hotich::machine_page</name>
    <message>
        <source>Synchronise now (F5)</source>
        <translation>Đồng bộ ngay (F5)</translation>
    </message>
    <message>
        <source>Write a bundle for the server…</source>
        <translation>Xuất gói gửi máy chủ…</translation>
    </message>
    <message>
        <source>Take in a bundle…</source>
        <translation>Nhập gói…</translation>
    </message>
    <message>
        <source>The clock is right now</source>
        <translation>Đồng hồ hiện đã đúng</translation>
    </message>
    <message>
        <source>Copies of the register</source>
        <translation>Bản sao của sổ</translation>
    </message>
    <message>
        <source>Line to the server</source>
        <translation>Đường truyền tới máy chủ</translation>
    </message>
    <message>
        <source>A courier instead of the line</source>
        <translation>Mang USB thay đường truyền</translation>
    </message>
    <message>
        <source>A stick carries what is not sent yet, encrypted for the server only, and brings its answer back. It may go beside the line, twice or late.</source>
        <translation>USB mang những gì chưa gửi, được mã hóa chỉ máy chủ đọc được, và mang trả lời về. Dùng được cả khi có mạng; đi hai lần hay đến muộn cũng không sao.</translation>
    </message>
    <message>
        <source>Clock of this PC</source>
        <translation>Đồng hồ của máy</translation>
    </message>
    <message>
        <source>To read out on the telephone</source>
        <translation>Đọc qua điện thoại</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Chép dạng văn bản</translation>
    </message>
    <message>
        <source>Who helps on the telephone asks for these lines by their number. Nobody&apos;s name or entry is in them.</source>
        <translation>Người hỗ trợ qua điện thoại sẽ hỏi từng dòng theo số. Trong đó không có tên hay việc của ai.</translation>
    </message>
    <message>
        <source>Over the line: today %1, this month %2</source>
        <translation>Đã truyền: hôm nay %1, tháng này %2</translation>
    </message>
    <message>
        <source>%1; nothing is known against it.</source>
        <translation>%1; chưa thấy gì sai.</translation>
    </message>
    <message>
        <source>Copied. It can be pasted into a letter.</source>
        <translation>Đã chép. Có thể dán vào thư.</translation>
    </message>
    <message>
        <source>The courier&apos;s stick</source>
        <translation>USB mang đi</translation>
    </message>
    <message>
        <source>The courier&apos;s bundle</source>
        <translation>Gói mang về</translation>
    </message>
    <message>
        <source>Bundles (*.bundle)</source>
        <translation>Gói (*.bundle)</translation>
    </message>
    <message>
        <source>Writing the bundle…</source>
        <translation>Đang xuất gói…</translation>
    </message>
    <message>
        <source>Taking in the bundle…</source>
        <translation>Đang nhập gói…</translation>
    </message>
    <message>
        <source>Line and machine</source>
        <translation>Đường truyền và máy</translation>
    </message>
</context>
<context>
    <name>hotich::main_window</name>
    <message>
        <source>Civil-status register</source>
        <translation>Sổ hộ tịch điện tử</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Đăng ký mới</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Sổ hộ tịch</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>%1 - Civil-status register</source>
        <translation>%1 - Sổ hộ tịch điện tử</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ chờ trả</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Sheet of the day</source>
        <translation>Việc trong ngày</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Đăng ký mới</translation>
    </message>
    <message>
        <source>What is done about this entry: %1</source>
        <translation>Làm gì với việc đã đăng ký này: %1</translation>
    </message>
    <message>
        <source>Personal numbers</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Line, machine</source>
        <translation>Mạng và máy</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>Phôi</translation>
    </message>
    <message>
        <source>Making up people and events to practise on…</source>
        <translation>Đang dựng người và việc không có thật để luyện tập…</translation>
    </message>
</context>
<context>
    <name>hotich::manager_desk</name>
    <message>
        <source>I have written it down</source>
        <translation>Tôi đã ghi lại</translation>
    </message>
    <message>
        <source>The session has ended. Please sign in again.</source>
        <translation>Phiên làm việc đã hết. Hãy đăng nhập lại.</translation>
    </message>
    <message>
        <source>Told only now. Sign-in name &lt;b&gt;%1&lt;/b&gt;, first password &lt;b&gt;%2&lt;/b&gt;.</source>
        <translation>Chỉ hiện lúc này. Tên đăng nhập &lt;b&gt;%1&lt;/b&gt;, mật khẩu đầu tiên &lt;b&gt;%2&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>For the authenticator of the phone: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Cho ứng dụng xác thực trên điện thoại: &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>hotich::manager_sign_in</name>
    <message>
        <source>Manage accounts</source>
        <translation>Quản lý tài khoản</translation>
    </message>
    <message>
        <source>For the province administrator and the ministry: this works at the server, with a line. The server&apos;s code is told with the account.</source>
        <translation>Dành cho quản trị của tỉnh và Bộ: làm việc trực tiếp trên máy chủ, cần có đường truyền. Mã của máy chủ được giao cùng tài khoản.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Server&apos;s code</source>
        <translation>Mã của máy chủ</translation>
    </message>
    <message>
        <source>32 digits or more</source>
        <translation>từ 32 ký tự trở lên</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Mã dùng một lần</translation>
    </message>
    <message>
        <source>6 digits of the authenticator</source>
        <translation>6 chữ số của ứng dụng xác thực</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Mật khẩu mới, lần nữa</translation>
    </message>
    <message>
        <source>Sign in (Enter)</source>
        <translation>Đăng nhập (Enter)</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Quay lại (Esc)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Đang hỏi máy chủ…</translation>
    </message>
    <message>
        <source>This is not the server with that code. Nothing was sent.</source>
        <translation>Không phải máy chủ có mã này. Chưa gửi gì đi.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and the line, then try again.</source>
        <translation>Không liên lạc được với máy chủ. Hãy kiểm tra địa chỉ và đường truyền rồi thử lại.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Hai mật khẩu không giống nhau.</translation>
    </message>
</context>
<context>
    <name>hotich::moments</name>
    <message>
        <source>just now</source>
        <translation>vừa xong</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n phút trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n giờ trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n ngày trước</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotich::notices_page</name>
    <message>
        <source>Another office registered something that belongs on these entries. Open one to confirm the note, or to decline it with a reason; every later copy then carries it.</source>
        <translation>Nơi khác đã đăng ký việc phải ghi vào các mục này. Mở từng mục để xác nhận ghi vào sổ, hoặc từ chối kèm lý do; bản sao cấp sau đó sẽ có ghi chú.</translation>
    </message>
    <message>
        <source>No notice waits to be confirmed.</source>
        <translation>Không có thông báo nào chờ xác nhận.</translation>
    </message>
    <message>
        <source>Notices of other offices</source>
        <translation>Thông báo của nơi khác</translation>
    </message>
</context>
<context>
    <name>hotich::nudge_view</name>
    <message>
        <source>The sheet; arrow keys push the print</source>
        <translation>Tờ giấy; phím mũi tên đẩy bản in</translation>
    </message>
</context>
<context>
    <name>hotich::outcome_view</name>
    <message>
        <source>Open the record</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>In (Ctrl+P)</translation>
    </message>
    <message>
        <source>Today (Esc)</source>
        <translation>Hôm nay (Esc)</translation>
    </message>
    <message>
        <source>Next: %1 (F2)</source>
        <translation>Việc kế tiếp: %1 (F2)</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Số %1</translation>
    </message>
    <message>
        <source>The entry is registered. It goes to the server by itself when the line is up; the certificate can be printed now.</source>
        <translation>Đã đăng ký. Khi có mạng, máy sẽ tự gửi lên máy chủ; có thể in giấy ngay bây giờ.</translation>
    </message>
    <message>
        <source>Saved, waiting for the server&apos;s number</source>
        <translation>Đã lưu, chờ máy chủ cấp số</translation>
    </message>
    <message>
        <source>The entry is safe on this PC and is sent by itself when the line is up. The number then stands on the record, and the certificate can be printed. Nothing has to be done now.</source>
        <translation>Việc đăng ký đã được lưu an toàn trên máy này và sẽ tự gửi khi có mạng. Khi đó số đăng ký hiện trong hồ sơ và in được giấy. Bây giờ không phải làm gì thêm.</translation>
    </message>
</context>
<context>
    <name>hotich::papers_page</name>
    <message>
        <source>to print</source>
        <translation>cần in</translation>
    </message>
    <message>
        <source>did it come out?</source>
        <translation>in tốt không?</translation>
    </message>
    <message>
        <source>to sign</source>
        <translation>chờ ký</translation>
    </message>
    <message>
        <source>to hand over</source>
        <translation>chờ trả</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Phôi</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ lúc</translation>
    </message>
    <message>
        <source>Scan the QR code of a sheet: signed, then handed over</source>
        <translation>Quét mã QR của tờ giấy: lần đầu là đã ký, lần sau là trả</translation>
    </message>
    <message>
        <source>QR code of a sheet</source>
        <translation>Mã QR của tờ giấy</translation>
    </message>
    <message>
        <source>Next step (Enter)</source>
        <translation>Bước tiếp theo (Enter)</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>In (Ctrl+P)</translation>
    </message>
    <message>
        <source>Spoiled… (Alt+H)</source>
        <translation>Hỏng… (Alt+H)</translation>
    </message>
    <message>
        <source>Blanks… (Ctrl+K)</source>
        <translation>Phôi… (Ctrl+K)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>No paper waits: everything is printed, signed and handed over.</source>
        <translation>Không có giấy tờ nào chờ: tất cả đã in, ký và trả.</translation>
    </message>
    <message>
        <source>Came out well: to be signed.</source>
        <translation>In tốt: chờ ký.</translation>
    </message>
    <message>
        <source>Signed: to be handed over.</source>
        <translation>Đã ký: chờ trả.</translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation>Đã ký: %1</translation>
    </message>
    <message>
        <source>Hand over: %1</source>
        <translation>Trả giấy tờ: %1</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Handed over.</source>
        <translation>Đã trả.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) are spoiled: kept, never handed over, and printed again.</source>
        <translation>
            <numerusform>%n tờ hỏng: giữ lại, không trả cho ai, và in lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why: paper jam, printed askew…</source>
        <translation>Lý do: kẹt giấy, in lệch…</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>Đã ghi.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>List to sign (Alt+L)</source>
        <translation>Danh sách ký (Alt+L)</translation>
    </message>
    <message>
        <source>No paper waits to be signed.</source>
        <translation>Không có giấy nào chờ ký.</translation>
    </message>
</context>
<context>
    <name>hotich::pins_page</name>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ, chữ đệm, tên</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ lúc</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Refused ones first: open one, mend what is said, then ask again. A number that has arrived waits to be printed.</source>
        <translation>Trường hợp bị từ chối đứng trước: mở ra, sửa theo hướng dẫn rồi đề nghị lại. Số đã có thì chờ in giấy.</translation>
    </message>
    <message>
        <source>asked, awaited</source>
        <translation>đã hỏi, chờ trả lời</translation>
    </message>
    <message>
        <source>to be asked</source>
        <translation>chờ gửi</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>đã có số</translation>
    </message>
    <message>
        <source>No personal number is awaited.</source>
        <translation>Không chờ số định danh nào.</translation>
    </message>
    <message>
        <source>Personal numbers</source>
        <translation>Số định danh</translation>
    </message>
</context>
<context>
    <name>hotich::practice_guide</name>
    <message>
        <source>&lt;b&gt;Find somebody.&lt;/b&gt; F3, then two words of a name without accents: &lt;i&gt;gia bao&lt;/i&gt;.</source>
        <translation>&lt;b&gt;Tìm một người.&lt;/b&gt; F3, rồi gõ hai chữ của tên, không dấu: &lt;i&gt;gia bao&lt;/i&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Register a birth.&lt;/b&gt; Ctrl+N, &lt;i&gt;birth&lt;/i&gt;, Enter. Type any names; Enter goes on, Ctrl+S reviews and registers.</source>
        <translation>&lt;b&gt;Đăng ký khai sinh.&lt;/b&gt; Ctrl+N, gõ &lt;i&gt;khai sinh&lt;/i&gt;, Enter. Tên nào cũng được; Enter sang ô sau, Ctrl+S soát lại rồi đăng ký.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Issue its certificate.&lt;/b&gt; Ctrl+P in the entry, then Ctrl+S for a PDF.</source>
        <translation>&lt;b&gt;Cấp giấy khai sinh.&lt;/b&gt; Trong việc đó nhấn Ctrl+P, rồi Ctrl+S để có tệp PDF.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Turn the book.&lt;/b&gt; F4, a number, Enter.</source>
        <translation>&lt;b&gt;Lật sổ.&lt;/b&gt; F4, gõ một số, Enter.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Receive a dossier.&lt;/b&gt; F9, and its receipt with the due day.</source>
        <translation>&lt;b&gt;Nhận một hồ sơ.&lt;/b&gt; F9, và giấy hẹn có ngày trả.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Correct an entry.&lt;/b&gt; Open it from the book, choose what is done about it, &lt;i&gt;correction&lt;/i&gt;.</source>
        <translation>&lt;b&gt;Cải chính một việc.&lt;/b&gt; Mở việc từ sổ, chọn việc cần làm với nó: &lt;i&gt;cải chính&lt;/i&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Look at the day.&lt;/b&gt; F12.</source>
        <translation>&lt;b&gt;Xem việc trong ngày.&lt;/b&gt; F12.</translation>
    </message>
    <message>
        <source>Your first day</source>
        <translation>Ngày đầu tiên của bạn</translation>
    </message>
    <message>
        <source>That was the day. The real register works just the same.</source>
        <translation>Thế là xong một ngày. Sổ thật cũng làm y như vậy.</translation>
    </message>
    <message>
        <source>PRACTICE – people and entries are made up, nothing is sent, no paper is valid</source>
        <translation>LUYỆN TẬP – người và việc đều không có thật, không gửi đi đâu, giấy tờ không có giá trị</translation>
    </message>
    <message>
        <source>&lt;b&gt;Settle what the server did not accept.&lt;/b&gt; F6: correct the one and send it again; the other resembles an entry elsewhere.</source>
        <translation>&lt;b&gt;Xử lý việc chưa được nhận.&lt;/b&gt; F6: một việc phải sửa rồi gửi lại; một việc giống việc ở nơi khác, xem có phải trùng không.</translation>
    </message>
</context>
<context>
    <name>hotich::preview_page</name>
    <message>
        <source>Preview</source>
        <translation>Xem bản in</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>In (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save as PDF (Ctrl+S)</source>
        <translation>Lưu PDF (Ctrl+S)</translation>
    </message>
    <message>
        <source>Preview of the paper</source>
        <translation>Bản xem trước</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Xem bản in: %1</translation>
    </message>
    <message>
        <source>There is no number yet: the paper can be printed once the server has given it.</source>
        <translation>Chưa có số đăng ký: khi máy chủ cấp số mới in được.</translation>
    </message>
    <message>
        <source>The personal identification number is not there yet: the certificate is printed with it.</source>
        <translation>Chưa có số định danh cá nhân: giấy được in khi có số này.</translation>
    </message>
    <message>
        <source>This does not fit on the paper: %1. Please have it corrected; nothing is printed cut off.</source>
        <translation>Nội dung không vừa trên giấy: %1. Hãy sửa lại; chương trình không in chữ bị cắt.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi đến máy in.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>This office numbers its copies in the book of copies: register the copy as an event of its own, from the entry&apos;s page.</source>
        <translation>Cơ quan này đánh số bản sao theo sổ cấp bản sao: hãy đăng ký việc cấp bản sao từ trang của hồ sơ.</translation>
    </message>
    <message>
        <source>Printer… (Ctrl+L)</source>
        <translation>Máy in… (Ctrl+L)</translation>
    </message>
    <message>
        <source>To the entry and its copies</source>
        <translation>Mở việc hộ tịch và các bản sao</translation>
    </message>
    <message>
        <source>Sheets: </source>
        <translation>Số tờ: </translation>
    </message>
    <message>
        <source>Number of sheets</source>
        <translation>Số tờ</translation>
    </message>
    <message numerus="yes">
        <source>Preview: %n sheet(s)</source>
        <translation>
            <numerusform>Xem trước: %n tờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be printed now and were left out.</source>
        <translation>
            <numerusform>%n giấy tờ chưa in được nên không có ở đây.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>Đã ghi.</translation>
    </message>
</context>
<context>
    <name>hotich::printer_page</name>
    <message>
        <source>Plain paper</source>
        <translation>Giấy thường</translation>
    </message>
    <message>
        <source>Pre-printed blank</source>
        <translation>Phôi in sẵn</translation>
    </message>
    <message>
        <source>Print the test sheet (Ctrl+P)</source>
        <translation>In tờ thử (Ctrl+P)</translation>
    </message>
    <message>
        <source>Keep (Ctrl+S)</source>
        <translation>Giữ lại (Ctrl+S)</translation>
    </message>
    <message>
        <source>Printer: where it misses</source>
        <translation>Máy in: chỉnh chỗ in lệch</translation>
    </message>
    <message>
        <source>1. Choose the printer and the paper. 2. Print the test sheet. 3. Measure the four distances with a ruler and type them, or push the print with the arrow keys. 4. Keep it: everything this printer prints is then put right.</source>
        <translation>1. Chọn máy in và loại giấy. 2. In tờ thử. 3. Dùng thước đo bốn khoảng cách rồi gõ vào, hoặc đẩy bản in bằng phím mũi tên. 4. Giữ lại: từ đó mọi bản in của máy này đều được chỉnh đúng.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy</translation>
    </message>
    <message>
        <source>Left edge of the paper to A, mm</source>
        <translation>Từ mép trái tờ giấy đến A, mm</translation>
    </message>
    <message>
        <source>Upper edge of the paper to A, mm</source>
        <translation>Từ mép trên tờ giấy đến A, mm</translation>
    </message>
    <message>
        <source>A to B, mm</source>
        <translation>Từ A đến B, mm</translation>
    </message>
    <message>
        <source>A to C, mm</source>
        <translation>Từ A đến C, mm</translation>
    </message>
    <message>
        <source>No printer is set up on this PC. Papers can be saved as PDF.</source>
        <translation>Máy tính này chưa cài máy in. Giấy tờ vẫn lưu được thành PDF.</translation>
    </message>
    <message>
        <source>Put right by: %1 mm across, %2 mm down; width × %3, height × %4</source>
        <translation>Chỉnh: ngang %1 mm, dọc %2 mm; chiều rộng × %3, chiều cao × %4</translation>
    </message>
    <message>
        <source>left edge to A</source>
        <translation>mép trái đến A</translation>
    </message>
    <message>
        <source>upper edge to A</source>
        <translation>mép trên đến A</translation>
    </message>
    <message>
        <source>A to B</source>
        <translation>A đến B</translation>
    </message>
    <message>
        <source>A to C</source>
        <translation>A đến C</translation>
    </message>
    <message>
        <source>Please measure once more: %1. No printer misses by so much.</source>
        <translation>Xin đo lại: %1. Không máy in nào lệch nhiều như vậy.</translation>
    </message>
    <message>
        <source>Kept for %1.</source>
        <translation>Đã giữ lại cho máy in %1.</translation>
    </message>
    <message>
        <source>Test sheet: %1</source>
        <translation>Tờ thử: %1</translation>
    </message>
    <message>
        <source>Measure in millimetres, to half a millimetre:</source>
        <translation>Đo bằng milimét, chính xác đến nửa milimét:</translation>
    </message>
    <message>
        <source>left edge of the paper to A (should be 20)</source>
        <translation>mép trái tờ giấy đến A (đúng là 20)</translation>
    </message>
    <message>
        <source>upper edge of the paper to A (should be 20)</source>
        <translation>mép trên tờ giấy đến A (đúng là 20)</translation>
    </message>
    <message>
        <source>A to B (should be 170)</source>
        <translation>A đến B (đúng là 170)</translation>
    </message>
    <message>
        <source>A to C (should be 250)</source>
        <translation>A đến C (đúng là 250)</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi tới máy in.</translation>
    </message>
</context>
<context>
    <name>hotich::question_box</name>
    <message>
        <source>Confirm (Enter)</source>
        <translation>Xác nhận (Enter)</translation>
    </message>
    <message>
        <source>Please fill in: %1</source>
        <translation>Hãy ghi: %1</translation>
    </message>
</context>
<context>
    <name>hotich::reception_page</name>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Compared with the original</source>
        <translation>Đã đối chiếu bản chính</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Loại việc</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>Về ai</translation>
    </message>
    <message>
        <source>Requester: full name</source>
        <translation>Họ, chữ đệm, tên người yêu cầu</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Quan hệ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Cách nộp</translation>
    </message>
    <message>
        <source>Papers handed in</source>
        <translation>Giấy tờ đã nộp</translation>
    </message>
    <message>
        <source>Receive and show the receipt (Ctrl+S)</source>
        <translation>Tiếp nhận và xem giấy hẹn (Ctrl+S)</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>Hẹn trả ngày %1</translation>
    </message>
    <message>
        <source>This was being received before and is not written down yet.</source>
        <translation>Đang tiếp nhận dở từ trước, chưa ghi vào sổ.</translation>
    </message>
    <message>
        <source>Empty the page (Alt+B)</source>
        <translation>Xoá trang, làm mới (Alt+B)</translation>
    </message>
    <message>
        <source>Please fill in: %1</source>
        <translation>Hãy ghi: %1</translation>
    </message>
    <message>
        <source>Receive a dossier</source>
        <translation>Tiếp nhận hồ sơ</translation>
    </message>
</context>
<context>
    <name>hotich::record_html_words</name>
    <message>
        <source>(removed)</source>
        <translation>(đã bỏ)</translation>
    </message>
    <message>
        <source>as registered: %1</source>
        <translation>khi đăng ký: %1</translation>
    </message>
</context>
<context>
    <name>hotich::record_list</name>
    <message>
        <source>Records</source>
        <translation>Hồ sơ</translation>
    </message>
</context>
<context>
    <name>hotich::record_page</name>
    <message>
        <source>The record&apos;s data</source>
        <translation>Nội dung hồ sơ</translation>
    </message>
    <message>
        <source>Papers issued</source>
        <translation>Giấy tờ đã cấp</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Quá trình</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Chưa có.</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Số %1</translation>
    </message>
    <message>
        <source>Held: the server suspects that it is registered already.</source>
        <translation>Tạm giữ: máy chủ nghi việc này đã được đăng ký.</translation>
    </message>
    <message>
        <source>The server did not accept this entry.</source>
        <translation>Máy chủ không chấp nhận việc đăng ký này.</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>Sửa và gửi lại</translation>
    </message>
    <message>
        <source>It is another event: ask for its number</source>
        <translation>Đây là việc khác: đề nghị cấp số</translation>
    </message>
    <message>
        <source>How do you know that it is another event?</source>
        <translation>Căn cứ nào cho thấy đây là việc khác?</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>Why is it withdrawn? It stays in the history and gets no number.</source>
        <translation>Vì sao rút lại? Hồ sơ vẫn còn trong quá trình và không được cấp số.</translation>
    </message>
    <message>
        <source>Open the other record</source>
        <translation>Mở hồ sơ kia</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>In: %1</translation>
    </message>
    <message>
        <source>Saved. It is sent to the server with the next synchronisation.</source>
        <translation>Đã lưu. Sẽ gửi lên máy chủ ở lần đồng bộ tới.</translation>
    </message>
    <message>
        <source>Register: open the form</source>
        <translation>Đăng ký: mở biểu mẫu</translation>
    </message>
    <message>
        <source>Go on: the answer is here</source>
        <translation>Làm tiếp: đã có trả lời</translation>
    </message>
    <message>
        <source>Pause: another office verifies</source>
        <translation>Tạm dừng: chờ nơi khác xác minh</translation>
    </message>
    <message>
        <source>What is verified, and by whom? The days do not count meanwhile.</source>
        <translation>Xác minh điều gì, nơi nào trả lời? Thời gian này không tính vào thời hạn.</translation>
    </message>
    <message>
        <source>Ask for more papers</source>
        <translation>Yêu cầu bổ sung giấy tờ</translation>
    </message>
    <message>
        <source>Which papers are missing? Separate them by a semicolon.</source>
        <translation>Thiếu giấy tờ nào? Ngăn cách bằng dấu chấm phẩy.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Give a new due day, with an apology</source>
        <translation>Hẹn lại ngày, kèm lời xin lỗi</translation>
    </message>
    <message>
        <source>The new day, and why the result is late.</source>
        <translation>Ngày hẹn mới và lý do trả chậm.</translation>
    </message>
    <message>
        <source>New due day</source>
        <translation>Ngày hẹn mới</translation>
    </message>
    <message>
        <source>Refuse, with the reason</source>
        <translation>Từ chối, kèm lý do</translation>
    </message>
    <message>
        <source>Why is the dossier refused? The reason stands on the paper.</source>
        <translation>Vì sao từ chối? Lý do được ghi trong văn bản.</translation>
    </message>
    <message>
        <source>Mend a mistake of today</source>
        <translation>Sửa sai sót trong ngày</translation>
    </message>
    <message>
        <source>Note or copy something of this entry…</source>
        <translation>Ghi chú, cải chính hoặc cấp bản sao…</translation>
    </message>
    <message>
        <source>Confirm: note it in the book</source>
        <translation>Xác nhận: ghi vào sổ</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Từ chối…</translation>
    </message>
    <message>
        <source>Why is it not noted? The other office reads this reason.</source>
        <translation>Vì sao không ghi? Nơi kia đọc được lý do này.</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ tiếp nhận</translation>
    </message>
    <message>
        <source>Later notes</source>
        <translation>Ghi chú về sau</translation>
    </message>
    <message>
        <source>Linked records</source>
        <translation>Hồ sơ liên quan</translation>
    </message>
    <message>
        <source>Personal identification number</source>
        <translation>Số định danh cá nhân</translation>
    </message>
    <message>
        <source>Ask for the personal number again</source>
        <translation>Đề nghị cấp lại số định danh</translation>
    </message>
    <message>
        <source>Scanned papers</source>
        <translation>Bản chụp giấy tờ</translation>
    </message>
</context>
<context>
    <name>hotich::record_table</name>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ, chữ đệm, tên</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Loại việc</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Ngày đăng ký</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
</context>
<context>
    <name>hotich::review_view</name>
    <message>
        <source>The values as they will stand</source>
        <translation>Nội dung sẽ được ghi</translation>
    </message>
    <message>
        <source>Correct (Esc)</source>
        <translation>Sửa lại (Esc)</translation>
    </message>
    <message>
        <source>Register (Ctrl+S)</source>
        <translation>Đăng ký (Ctrl+S)</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>Xem lại: %1</translation>
    </message>
    <message>
        <source>Nothing to correct. Look at the values once more, then register.</source>
        <translation>Không có gì phải sửa. Hãy xem lại một lượt rồi đăng ký.</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Đến mục cần sửa</translation>
    </message>
    <message>
        <source>Open that record</source>
        <translation>Mở hồ sơ đó</translation>
    </message>
    <message>
        <source>Reason for keeping it</source>
        <translation>Lý do giữ nguyên</translation>
    </message>
    <message>
        <source>Document that allows it</source>
        <translation>Văn bản cho phép</translation>
    </message>
    <message>
        <source>Correct what must be corrected and give the reasons first.</source>
        <translation>Hãy sửa các mục phải sửa và ghi lý do trước.</translation>
    </message>
    <message>
        <source>A document allows it…</source>
        <translation>Có văn bản cho phép…</translation>
    </message>
</context>
<context>
    <name>hotich::scan_list</name>
    <message>
        <source>Attach a scanned paper…</source>
        <translation>Đính kèm bản chụp giấy tờ…</translation>
    </message>
    <message>
        <source>Scanned papers</source>
        <translation>Bản chụp giấy tờ</translation>
    </message>
    <message>
        <source>not on this PC yet</source>
        <translation>chưa có trên máy này</translation>
    </message>
    <message>
        <source>Attach a scanned paper</source>
        <translation>Đính kèm bản chụp giấy tờ</translation>
    </message>
    <message>
        <source>Scanned papers (%1)</source>
        <translation>Bản chụp giấy tờ (%1)</translation>
    </message>
    <message>
        <source>Attached. It is sent to the server after the entries.</source>
        <translation>Đã đính kèm. Bản chụp được gửi lên máy chủ sau các việc đăng ký.</translation>
    </message>
    <message>
        <source>This scan is not on this PC yet: it comes with the line, at the hours your office has set.</source>
        <translation>Bản chụp này chưa có trên máy này: nó sẽ về theo đường truyền, vào giờ mà cơ quan đã đặt.</translation>
    </message>
    <message>
        <source>Save a copy of the scan</source>
        <translation>Lưu một bản của bản chụp</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>The record has this very paper already.</source>
        <translation>Hồ sơ đã có đúng bản chụp này.</translation>
    </message>
</context>
<context>
    <name>hotich::search_page</name>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Any words of a name, with or without accents; a number; a document number</source>
        <translation>Vài từ trong tên, có dấu hoặc không dấu; số đăng ký; số giấy tờ</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation>Hãy gõ tên hoặc số.</translation>
    </message>
    <message>
        <source>Nothing found. Fewer words find more.</source>
        <translation>Không tìm thấy. Gõ ít từ hơn sẽ tìm được nhiều hơn.</translation>
    </message>
</context>
<context>
    <name>hotich::sign_in_page</name>
    <message>
        <source>Sign in (Enter)</source>
        <translation>Đăng nhập (Enter)</translation>
    </message>
    <message>
        <source>Civil-status register</source>
        <translation>Sổ hộ tịch điện tử</translation>
    </message>
    <message>
        <source>Sign in to open the register of this desk.</source>
        <translation>Đăng nhập để mở sổ của máy này.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Opening the register…</source>
        <translation>Đang mở sổ…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nhắc lại mật khẩu mới</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Hai mật khẩu không giống nhau.</translation>
    </message>
</context>
<context>
    <name>hotich::time_editor</name>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
</context>
<context>
    <name>hotich::tray_icon</name>
    <message>
        <source>Open the register</source>
        <translation>Mở sổ hộ tịch</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Đồng bộ ngay</translation>
    </message>
    <message>
        <source>Civil-status register</source>
        <translation>Sổ hộ tịch</translation>
    </message>
</context>
</TS>
