<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>QObject</name>
    <message>
        <source>the whole country</source>
        <translation>the whole country</translation>
    </message>
    <message>
        <source>no right any more</source>
        <translation>no right any more</translation>
    </message>
    <message>
        <source>Manage the province&apos;s accounts…</source>
        <translation>Manage the province&apos;s accounts…</translation>
    </message>
    <message>
        <source>Practise on made-up people…</source>
        <translation>Practise on made-up people…</translation>
    </message>
</context>
<context>
    <name>hotich::account_page</name>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>What can be done</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>This account has no right.</source>
        <translation>This account has no right.</translation>
    </message>
    <message>
        <source>the server&apos;s operator</source>
        <translation>the server&apos;s operator</translation>
    </message>
    <message>
        <source>Give a right</source>
        <translation>Give a right</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Move the chosen right to another unit</source>
        <translation>Move the chosen right to another unit</translation>
    </message>
    <message>
        <source>Move from a day on</source>
        <translation>Move from a day on</translation>
    </message>
    <message>
        <source>End the chosen right</source>
        <translation>End the chosen right</translation>
    </message>
    <message>
        <source>The right&apos;s last day</source>
        <translation>The right&apos;s last day</translation>
    </message>
    <message>
        <source>Mend the full name</source>
        <translation>Mend the full name</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>Suspend…</translation>
    </message>
    <message>
        <source>Suspended at once, at every desk&apos;s next contact</source>
        <translation>Suspended at once, at every desk&apos;s next contact</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>Resume…</translation>
    </message>
    <message>
        <source>Works again from now on</source>
        <translation>Works again from now on</translation>
    </message>
    <message>
        <source>Give a new password…</source>
        <translation>Give a new password…</translation>
    </message>
    <message>
        <source>The old password is nothing any more. The new one is told once.</source>
        <translation>The old password is nothing any more. The new one is told once.</translation>
    </message>
    <message>
        <source>End the account…</source>
        <translation>End the account…</translation>
    </message>
    <message>
        <source>Ended for good; its history stays</source>
        <translation>Ended for good; its history stays</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>New unit</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Confirm (Enter)</source>
        <translation>Confirm (Enter)</translation>
    </message>
</context>
<context>
    <name>hotich::accounts_page</name>
    <message>
        <source>Sign-in name</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>New account (Ctrl+N)</source>
        <translation>New account (Ctrl+N)</translation>
    </message>
    <message>
        <source>Import a list… (Ctrl+L)</source>
        <translation>Import a list… (Ctrl+L)</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Filter by name or unit</source>
        <translation>Filter by name or unit</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>all roles</source>
        <translation>all roles</translation>
    </message>
    <message>
        <source>all states</source>
        <translation>all states</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Accounts: %1</source>
        <translation>Accounts: %1</translation>
    </message>
    <message>
        <source>Until 30/06/2025</source>
        <translation>Until 30/06/2025</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Nobody has a right here.</source>
        <translation>Nobody has a right here.</translation>
    </message>
    <message>
        <source>Nobody fits the filter.</source>
        <translation>Nobody fits the filter.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n; choose a unit to see the others</source>
        <translation>
            <numerusform>The first account; choose a unit to see the others</numerusform>
            <numerusform>The first %n; choose a unit to see the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message>
        <source>New account</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Create (Enter)</source>
        <translation>Create (Enter)</translation>
    </message>
</context>
<context>
    <name>hotich::address_editor</name>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>District</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>House number, street, village</source>
        <translation>House number, street, village</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Address abroad</source>
        <translation>Address abroad</translation>
    </message>
</context>
<context>
    <name>hotich::appearance_page</name>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Size of text and signs (from the next start on)</source>
        <translation>Size of text and signs (from the next start on)</translation>
    </message>
    <message>
        <source>The size changes when the program is started again.</source>
        <translation>The size changes when the program is started again.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
</context>
<context>
    <name>hotich::attention_page</name>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>The server held these as suspected duplicates or did not accept them. Open one to see why and what can be done.</source>
        <translation>The server held these as suspected duplicates or did not accept them. Open one to see why and what can be done.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>Nothing waits for a decision.</translation>
    </message>
</context>
<context>
    <name>hotich::backup_line</name>
    <message>
        <source>Copy now</source>
        <translation>Copy now</translation>
    </message>
    <message>
        <source>Choose the folder of the copies…</source>
        <translation>Choose the folder of the copies…</translation>
    </message>
    <message>
        <source>A folder on another disk or a stick</source>
        <translation>A folder on another disk or a stick</translation>
    </message>
    <message>
        <source>Copying the register…</source>
        <translation>Copying the register…</translation>
    </message>
    <message>
        <source>Last copy of the register: %1, %2</source>
        <translation>Last copy of the register: %1, %2</translation>
    </message>
    <message>
        <source>There is no copy of the register yet.</source>
        <translation>There is no copy of the register yet.</translation>
    </message>
</context>
<context>
    <name>hotich::blank_choice</name>
    <message>
        <source>On pre-printed blanks, from</source>
        <translation>On pre-printed blanks, from</translation>
    </message>
    <message>
        <source>No blank is in hand: take them in on the Blanks page.</source>
        <translation>No blank is in hand: take them in on the Blanks page.</translation>
    </message>
    <message>
        <source>Serial of the first blank</source>
        <translation>Serial of the first blank</translation>
    </message>
</context>
<context>
    <name>hotich::blanks_page</name>
    <message>
        <source>received</source>
        <translation>received</translation>
    </message>
    <message>
        <source>spoiled</source>
        <translation>spoiled</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>lost</translation>
    </message>
    <message>
        <source>handed on</source>
        <translation>handed on</translation>
    </message>
    <message>
        <source>Blank for</source>
        <translation>Blank for</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>What is not right</source>
        <translation>What is not right</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>From serial</source>
        <translation>From serial</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Kinds of blanks</source>
        <translation>Kinds of blanks</translation>
    </message>
    <message>
        <source>What came in and what went</source>
        <translation>What came in and what went</translation>
    </message>
    <message>
        <source>Receive… (Insert)</source>
        <translation>Receive… (Insert)</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>From whom</translation>
    </message>
    <message>
        <source>Spoiled… (Alt+H)</source>
        <translation>Spoiled… (Alt+H)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Lost… (Alt+M)</source>
        <translation>Lost… (Alt+M)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Hand on… (Alt+C)</source>
        <translation>Hand on… (Alt+C)</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>two papers on one blank: %1</source>
        <translation>two papers on one blank: %1</translation>
    </message>
    <message>
        <source>printed on, never received: %1</source>
        <translation>printed on, never received: %1</translation>
    </message>
    <message>
        <source>No blank of this kind came in yet. Insert takes them in.</source>
        <translation>No blank of this kind came in yet. Insert takes them in.</translation>
    </message>
    <message>
        <source>First serial</source>
        <translation>First serial</translation>
    </message>
    <message>
        <source>Last serial</source>
        <translation>Last serial</translation>
    </message>
    <message>
        <source>Written into the ledger.</source>
        <translation>Written into the ledger.</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>Blanks</translation>
    </message>
</context>
<context>
    <name>hotich::book_care</name>
    <message>
        <source>Close the year…</source>
        <translation>Close the year…</translation>
    </message>
    <message>
        <source>Go on after a paper number…</source>
        <translation>Go on after a paper number…</translation>
    </message>
    <message>
        <source>Open the next volume</source>
        <translation>Open the next volume</translation>
    </message>
    <message>
        <source>Void a number…</source>
        <translation>Void a number…</translation>
    </message>
    <message>
        <source>Volume %1, from number %2</source>
        <translation>Volume %1, from number %2</translation>
    </message>
    <message>
        <source>closed on %1</source>
        <translation>closed on %1</translation>
    </message>
    <message>
        <source>One volume, from number 01</source>
        <translation>One volume, from number 01</translation>
    </message>
    <message numerus="yes">
        <source>Numbers %1 to %2, %n entries</source>
        <translation>
            <numerusform>Numbers %1 to %2, %n entries</numerusform>
            <numerusform>Numbers %1 to %2, %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries have later notes</source>
        <translation>
            <numerusform>%n entries have later notes</numerusform>
            <numerusform>%n entries have later notes</numerusform>
        </translation>
    </message>
    <message>
        <source>Void numbers: %1</source>
        <translation>Void numbers: %1</translation>
    </message>
    <message>
        <source>Missing numbers: %1. Enter them, synchronise, or void each with its reason.</source>
        <translation>Missing numbers: %1. Enter them, synchronise, or void each with its reason.</translation>
    </message>
    <message>
        <source>Closing, step 1 of 3: the totals. Numbers %1 to %2; %3 entries, %4 with later notes; void numbers: %5; missing numbers: %6.</source>
        <translation>Closing, step 1 of 3: the totals. Numbers %1 to %2; %3 entries, %4 with later notes; void numbers: %5; missing numbers: %6.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>The book still lacks numbers: enter them, or void each of them with its reason, and come back.</source>
        <translation>The book still lacks numbers: enter them, or void each of them with its reason, and come back.</translation>
    </message>
    <message>
        <source>Closing, step 2 of 3: the pages of the paper book (Law on Civil Status, Article 58).</source>
        <translation>Closing, step 2 of 3: the pages of the paper book (Law on Civil Status, Article 58).</translation>
    </message>
    <message>
        <source>Pages used</source>
        <translation>Pages used</translation>
    </message>
    <message>
        <source>Blank pages</source>
        <translation>Blank pages</translation>
    </message>
    <message>
        <source>Please give whole numbers.</source>
        <translation>Please give whole numbers.</translation>
    </message>
    <message>
        <source>Closing, step 3 of 3: who signs. A closed book takes no number any more; notes on its entries go on.</source>
        <translation>Closing, step 3 of 3: who signs. A closed book takes no number any more; notes on its entries go on.</translation>
    </message>
    <message>
        <source>Head of the office</source>
        <translation>Head of the office</translation>
    </message>
    <message>
        <source>Why before the end of the year</source>
        <translation>Why before the end of the year</translation>
    </message>
    <message>
        <source>The last number of the paper book of this year. The next entry of this book follows it.</source>
        <translation>The last number of the paper book of this year. The next entry of this book follows it.</translation>
    </message>
    <message>
        <source>Last number on paper</source>
        <translation>Last number on paper</translation>
    </message>
    <message>
        <source>The paper volume is full: the next volume goes on with the numbers.</source>
        <translation>The paper volume is full: the next volume goes on with the numbers.</translation>
    </message>
    <message>
        <source>A number that no entry has is voided; it is never given again.</source>
        <translation>A number that no entry has is voided; it is never given again.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Saved. It is sent to the server with the next synchronisation.</source>
        <translation>Saved. It is sent to the server with the next synchronisation.</translation>
    </message>
</context>
<context>
    <name>hotich::book_page</name>
    <message>
        <source>Book</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Year before</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>Year after</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>This book has no entry yet.</source>
        <translation>This book has no entry yet.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volumes, gaps, closing (Ctrl+B)</source>
        <translation>Volumes, gaps, closing (Ctrl+B)</translation>
    </message>
    <message>
        <source>A name in this book</source>
        <translation>A name in this book</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>The entry</translation>
    </message>
    <message>
        <source>Entry before (Ctrl+↑)</source>
        <translation>Entry before (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Entry after (Ctrl+↓)</source>
        <translation>Entry after (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Open (Enter)</translation>
    </message>
    <message>
        <source>This year&apos;s book has no volume %1.</source>
        <translation>This year&apos;s book has no volume %1.</translation>
    </message>
    <message>
        <source>numbers %1 to %2, the book goes on</source>
        <translation>numbers %1 to %2, the book goes on</translation>
    </message>
    <message>
        <source>No entry of this book has that name.</source>
        <translation>No entry of this book has that name.</translation>
    </message>
    <message>
        <source>Number %1, volume %2: %3</source>
        <translation>Number %1, volume %2: %3</translation>
    </message>
    <message>
        <source>Later notes</source>
        <translation>Later notes</translation>
    </message>
</context>
<context>
    <name>hotich::came_out_box</name>
    <message>
        <source>It came out well (Enter)</source>
        <translation>It came out well (Enter)</translation>
    </message>
    <message>
        <source>Spoiled… (Alt+H)</source>
        <translation>Spoiled… (Alt+H)</translation>
    </message>
    <message>
        <source>Nothing came out (Alt+K)</source>
        <translation>Nothing came out (Alt+K)</translation>
    </message>
    <message>
        <source>Tick the spoiled sheets and say why.</source>
        <translation>Tick the spoiled sheets and say why.</translation>
    </message>
    <message>
        <source>Write down (Enter)</source>
        <translation>Write down (Enter)</translation>
    </message>
    <message>
        <source>Why: paper jam, printed askew…</source>
        <translation>Why: paper jam, printed askew…</translation>
    </message>
    <message>
        <source>Why the sheet is spoiled</source>
        <translation>Why the sheet is spoiled</translation>
    </message>
    <message numerus="yes">
        <source>Did %n sheet(s) come out well?</source>
        <translation>
            <numerusform>Did %n sheet come out well?</numerusform>
            <numerusform>Did %n sheets come out well?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotich::changed_fields</name>
    <message>
        <source>Field of the entry</source>
        <translation>Field of the entry</translation>
    </message>
    <message>
        <source>From (as it reads now)</source>
        <translation>From (as it reads now)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>hotich::comparison_words</name>
    <message>
        <source>This one</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>The other one</translation>
    </message>
    <message>
        <source>They are</source>
        <translation>They are</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>What made the server suspect a duplicate</source>
        <translation>What made the server suspect a duplicate</translation>
    </message>
</context>
<context>
    <name>hotich::date_editor</name>
    <message>
        <source>dd/mm/yyyy, mm/yyyy or yyyy</source>
        <translation>dd/mm/yyyy, mm/yyyy or yyyy</translation>
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
        <translation>Number</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Day after</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was registered or printed on this day.</source>
        <translation>Nothing was registered or printed on this day.</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Printed: %1</source>
        <translation>Printed: %1</translation>
    </message>
    <message>
        <source>Sheet of the day</source>
        <translation>Sheet of the day</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
</context>
<context>
    <name>hotich::diagnosis</name>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>Clock: %1, %2 s against the server&apos;s</source>
        <translation>Clock: %1, %2 s against the server&apos;s</translation>
    </message>
    <message>
        <source>went back from %1 to %2</source>
        <translation>went back from %1 to %2</translation>
    </message>
    <message>
        <source>Last copy of the register: %1</source>
        <translation>Last copy of the register: %1</translation>
    </message>
    <message>
        <source>Register: %1, %2 operations; free on the disk: %3; key: %4</source>
        <translation>Register: %1, %2 operations; free on the disk: %3; key: %4</translation>
    </message>
    <message>
        <source>not bound</source>
        <translation>not bound</translation>
    </message>
    <message>
        <source>Program: %1, %2, Qt %3</source>
        <translation>Program: %1, %2, Qt %3</translation>
    </message>
    <message>
        <source>Desk: %1; server: %2</source>
        <translation>Desk: %1; server: %2</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>Line: %1</translation>
    </message>
    <message>
        <source>Last synchronised: %1; days left without the server: %2</source>
        <translation>Last synchronised: %1; days left without the server: %2</translation>
    </message>
    <message>
        <source>Feed: %1 here, %2 at the server</source>
        <translation>Feed: %1 here, %2 at the server</translation>
    </message>
    <message>
        <source>Not sent: %1, the oldest of %2</source>
        <translation>Not sent: %1, the oldest of %2</translation>
    </message>
    <message>
        <source>Waiting: %1; held: %2; rejected: %3; drafts: %4</source>
        <translation>Waiting: %1; held: %2; rejected: %3; drafts: %4</translation>
    </message>
    <message>
        <source>Over the line: today %1, this month %2</source>
        <translation>Over the line: today %1, this month %2</translation>
    </message>
</context>
<context>
    <name>hotich::dossiers_page</name>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Receive a dossier… (Insert)</source>
        <translation>Receive a dossier… (Insert)</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>being handled</source>
        <translation>being handled</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>No dossier waits. Insert receives one.</source>
        <translation>No dossier waits. Insert receives one.</translation>
    </message>
</context>
<context>
    <name>hotich::drafts_page</name>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>There are no drafts.</source>
        <translation>There are no drafts.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Last changed</translation>
    </message>
    <message>
        <source>Go on with it (Enter)</source>
        <translation>Go on with it (Enter)</translation>
    </message>
    <message>
        <source>Discard (Delete)</source>
        <translation>Discard (Delete)</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(no name yet)</translation>
    </message>
    <message>
        <source>Press Delete once more to discard this draft for good.</source>
        <translation>Press Delete once more to discard this draft for good.</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>The draft was discarded.</translation>
    </message>
</context>
<context>
    <name>hotich::enrolment_page</name>
    <message>
        <source>Set up this desk</source>
        <translation>Set up this desk</translation>
    </message>
    <message>
        <source>The IT officer gives you the address of the server and a code. They are needed once; afterwards this PC works without a line too.</source>
        <translation>The IT officer gives you the address of the server and a code. They are needed once; afterwards this PC works without a line too.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>as it stands on entries</source>
        <translation>as it stands on entries</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Please enter the address of the server.</source>
        <translation>Please enter the address of the server.</translation>
    </message>
    <message>
        <source>Please enter the code.</source>
        <translation>Please enter the code.</translation>
    </message>
    <message>
        <source>Please enter your name.</source>
        <translation>Please enter your name.</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n characters.</source>
        <translation>
            <numerusform>The password needs at least %n character.</numerusform>
            <numerusform>The password needs at least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>Making the encrypted register…</source>
        <translation>Making the encrypted register…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Fetching what the office has…</source>
        <translation>Fetching what the office has…</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and the line, then try again.</source>
        <translation>The server cannot be reached. Check the address and the line, then try again.</translation>
    </message>
    <message>
        <source>The server does not accept this code: it may be used or too old. Ask for a new one.</source>
        <translation>The server does not accept this code: it may be used or too old. Ask for a new one.</translation>
    </message>
    <message>
        <source>The address or the code is not written right. Please compare every sign.</source>
        <translation>The address or the code is not written right. Please compare every sign.</translation>
    </message>
    <message>
        <source>This is not the server the code belongs to, or a register with another password is there already. Nothing was sent. Please ask the IT officer.</source>
        <translation>This is not the server the code belongs to, or a register with another password is there already. Nothing was sent. Please ask the IT officer.</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>Set up (Enter)</source>
        <translation>Set up (Enter)</translation>
    </message>
    <message numerus="yes">
        <source>at least %n characters</source>
        <translation>
            <numerusform>at least %n character</numerusform>
            <numerusform>at least %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotich::entry_finder</name>
    <message>
        <source>Find the entry in the register</source>
        <translation>Find the entry in the register</translation>
    </message>
    <message>
        <source>Any words of a name, with or without accents; a number; a document number</source>
        <translation>Any words of a name, with or without accents; a number; a document number</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>Search for</translation>
    </message>
    <message>
        <source>Enter takes the entry; Esc goes back to the form.</source>
        <translation>Enter takes the entry; Esc goes back to the form.</translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation>Type a name or a number.</translation>
    </message>
    <message>
        <source>Nothing found. Fewer words find more.</source>
        <translation>Nothing found. Fewer words find more.</translation>
    </message>
</context>
<context>
    <name>hotich::entry_html</name>
    <message>
        <source>%1 has noted it in its book.</source>
        <translation>%1 has noted it in its book.</translation>
    </message>
    <message>
        <source>%1 did not note it.</source>
        <translation>%1 did not note it.</translation>
    </message>
    <message>
        <source>waiting for the server:</source>
        <translation>waiting for the server:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>%1 asks to have noted:</source>
        <translation>%1 asks to have noted:</translation>
    </message>
    <message>
        <source>Registered together with:</source>
        <translation>Registered together with:</translation>
    </message>
    <message>
        <source>Asked for; the server passes it on.</source>
        <translation>Asked for; the server passes it on.</translation>
    </message>
    <message>
        <source>The population database has been asked.</source>
        <translation>The population database has been asked.</translation>
    </message>
    <message>
        <source>Refused.</source>
        <translation>Refused.</translation>
    </message>
    <message>
        <source>Received %1 by %2</source>
        <translation>Received %1 by %2</translation>
    </message>
    <message>
        <source>Paused: the days do not count.</source>
        <translation>Paused: the days do not count.</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>Due on %1</translation>
    </message>
    <message>
        <source>Refused:</source>
        <translation>Refused:</translation>
    </message>
    <message>
        <source>Delayed:</source>
        <translation>Delayed:</translation>
    </message>
</context>
<context>
    <name>hotich::event_choice_page</name>
    <message>
        <source>Changes to what is registered</source>
        <translation>Changes to what is registered</translation>
    </message>
    <message>
        <source>Papers and confirmations</source>
        <translation>Papers and confirmations</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>No event fits. Fewer words find more.</source>
        <translation>No event fits. Fewer words find more.</translation>
    </message>
    <message>
        <source>Type a part of the name, with or without accents</source>
        <translation>Type a part of the name, with or without accents</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Find an event</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
</context>
<context>
    <name>hotich::field_form</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Cancel (Esc)</translation>
    </message>
</context>
<context>
    <name>hotich::finding_words</name>
    <message>
        <source>row %1</source>
        <translation>row %1</translation>
    </message>
    <message>
        <source>Row %1: </source>
        <translation>Row %1: </translation>
    </message>
</context>
<context>
    <name>hotich::findings_list</name>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Enter: open that record</source>
        <translation>Enter: open that record</translation>
    </message>
    <message>
        <source>Nothing to correct so far.</source>
        <translation>Nothing to correct so far.</translation>
    </message>
</context>
<context>
    <name>hotich::fix_page</name>
    <message>
        <source>Only today, and only while no paper has been handed out. The old content and the reason stay in the entry&apos;s history.</source>
        <translation>Only today, and only while no paper has been handed out. The old content and the reason stay in the entry&apos;s history.</translation>
    </message>
    <message>
        <source>Why was it written wrongly?</source>
        <translation>Why was it written wrongly?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Mend (Ctrl+S)</source>
        <translation>Mend (Ctrl+S)</translation>
    </message>
    <message>
        <source>Mend: %1, %2</source>
        <translation>Mend: %1, %2</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>A reason is needed.</translation>
    </message>
    <message>
        <source>Mended. The old content stays in the history.</source>
        <translation>Mended. The old content stays in the history.</translation>
    </message>
    <message>
        <source>Mend an entry of today</source>
        <translation>Mend an entry of today</translation>
    </message>
</context>
<context>
    <name>hotich::form_view</name>
    <message>
        <source>Discard the draft</source>
        <translation>Discard the draft</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Previous part</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>Review (Ctrl+S)</source>
        <translation>Review (Ctrl+S)</translation>
    </message>
    <message>
        <source>Draft kept on this PC</source>
        <translation>Draft kept on this PC</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>The draft was discarded.</translation>
    </message>
    <message>
        <source>Find the entry in the register… (Ctrl+F)</source>
        <translation>Find the entry in the register… (Ctrl+F)</translation>
    </message>
    <message>
        <source>Declaration to sign (Ctrl+P)</source>
        <translation>Declaration to sign (Ctrl+P)</translation>
    </message>
    <message>
        <source>Filled in from the register: %1 (%2, number %3). Ctrl+Z takes it back.</source>
        <translation>Filled in from the register: %1 (%2, number %3). Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Filled in from the card: %1. Ctrl+Z takes it back.</source>
        <translation>Filled in from the card: %1. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Filled in from this form: %1. Ctrl+Z takes it back.</source>
        <translation>Filled in from this form: %1. Ctrl+Z takes it back.</translation>
    </message>
</context>
<context>
    <name>hotich::guide_page</name>
    <message>
        <source>Chapters</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>The chapter</source>
        <translation>The chapter</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>User guide</translation>
    </message>
</context>
<context>
    <name>hotich::history_words</name>
    <message>
        <source>Entered and sent for registration</source>
        <translation>Entered and sent for registration</translation>
    </message>
    <message>
        <source>Confirmed to be another event</source>
        <translation>Confirmed to be another event</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Paper issued</source>
        <translation>Paper issued</translation>
    </message>
    <message>
        <source>accepted by the server</source>
        <translation>accepted by the server</translation>
    </message>
    <message>
        <source>not accepted by the server</source>
        <translation>not accepted by the server</translation>
    </message>
    <message>
        <source>held by the server</source>
        <translation>held by the server</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>not sent yet</translation>
    </message>
    <message>
        <source>Personal number asked for</source>
        <translation>Personal number asked for</translation>
    </message>
    <message>
        <source>Personal number given</source>
        <translation>Personal number given</translation>
    </message>
    <message>
        <source>Personal number refused</source>
        <translation>Personal number refused</translation>
    </message>
    <message>
        <source>Personal number to be asked for again</source>
        <translation>Personal number to be asked for again</translation>
    </message>
    <message>
        <source>Dossier received</source>
        <translation>Dossier received</translation>
    </message>
    <message>
        <source>Paused for verification</source>
        <translation>Paused for verification</translation>
    </message>
    <message>
        <source>Handling goes on</source>
        <translation>Handling goes on</translation>
    </message>
    <message>
        <source>More papers asked for</source>
        <translation>More papers asked for</translation>
    </message>
    <message>
        <source>New due day given</source>
        <translation>New due day given</translation>
    </message>
    <message>
        <source>Dossier refused</source>
        <translation>Dossier refused</translation>
    </message>
    <message>
        <source>Mended the same day</source>
        <translation>Mended the same day</translation>
    </message>
    <message>
        <source>Notice of another office</source>
        <translation>Notice of another office</translation>
    </message>
    <message>
        <source>Notice confirmed and noted</source>
        <translation>Notice confirmed and noted</translation>
    </message>
    <message>
        <source>Notice declined</source>
        <translation>Notice declined</translation>
    </message>
    <message>
        <source>Answer of the office that keeps the book</source>
        <translation>Answer of the office that keeps the book</translation>
    </message>
    <message>
        <source>Scanned paper attached</source>
        <translation>Scanned paper attached</translation>
    </message>
    <message>
        <source>Told of a paper</source>
        <translation>Told of a paper</translation>
    </message>
    <message>
        <source>blank %1</source>
        <translation>blank %1</translation>
    </message>
    <message>
        <source>to be signed</source>
        <translation>to be signed</translation>
    </message>
    <message>
        <source>signed, to be handed over</source>
        <translation>signed, to be handed over</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>spoiled</source>
        <translation>spoiled</translation>
    </message>
    <message>
        <source>did not come out</source>
        <translation>did not come out</translation>
    </message>
</context>
<context>
    <name>hotich::home_page</name>
    <message>
        <source>Monday</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Synchronise now (F5)</source>
        <translation>Synchronise now (F5)</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>Need attention</translation>
    </message>
    <message>
        <source>Wait for a number</source>
        <translation>Wait for a number</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Numbers in hand</source>
        <translation>Numbers in hand</translation>
    </message>
    <message>
        <source>Waiting for the server&apos;s number</source>
        <translation>Waiting for the server&apos;s number</translation>
    </message>
    <message>
        <source>Today, %1 %2</source>
        <translation>Today, %1 %2</translation>
    </message>
    <message>
        <source>the oldest: %1</source>
        <translation>the oldest: %1</translation>
    </message>
    <message>
        <source>%1 held, %2 rejected</source>
        <translation>%1 held, %2 rejected</translation>
    </message>
    <message>
        <source>Last synchronised: %1</source>
        <translation>Last synchronised: %1</translation>
    </message>
    <message>
        <source>No entry waits for a number.</source>
        <translation>No entry waits for a number.</translation>
    </message>
    <message>
        <source>New record… (Ctrl+N)</source>
        <translation>New record… (Ctrl+N)</translation>
    </message>
    <message>
        <source>%1 (F2)</source>
        <translation>%1 (F2)</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>Personal numbers</source>
        <translation>Personal numbers</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 refused</translation>
    </message>
    <message>
        <source>%1 arrived</source>
        <translation>%1 arrived</translation>
    </message>
    <message>
        <source>%1 awaited</source>
        <translation>%1 awaited</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Blanks left</source>
        <translation>Blanks left</translation>
    </message>
    <message>
        <source>the ledger does not agree</source>
        <translation>the ledger does not agree</translation>
    </message>
    <message>
        <source>of one kind few</source>
        <translation>of one kind few</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>from the server</translation>
    </message>
    <message>
        <source>to answer</source>
        <translation>to answer</translation>
    </message>
    <message>
        <source>%1 print</source>
        <translation>%1 print</translation>
    </message>
    <message>
        <source>%1 sign</source>
        <translation>%1 sign</translation>
    </message>
    <message>
        <source>%1 hand over</source>
        <translation>%1 hand over</translation>
    </message>
</context>
<context>
    <name>hotich::import_page</name>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>What is wrong, or the password</source>
        <translation>What is wrong, or the password</translation>
    </message>
    <message>
        <source>Choose a file… (Ctrl+O)</source>
        <translation>Choose a file… (Ctrl+O)</translation>
    </message>
    <message>
        <source>Save the list of passwords…</source>
        <translation>Save the list of passwords…</translation>
    </message>
    <message>
        <source>Import a list of accounts</source>
        <translation>Import a list of accounts</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Lines of the file</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>A spreadsheet (.xlsx) or CSV file with the columns: %1. Nothing is made before you have seen every line.</source>
        <translation>A spreadsheet (.xlsx) or CSV file with the columns: %1. Nothing is made before you have seen every line.</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>No file is chosen yet.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>Tables (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines, all of them right. Nothing is made yet.</source>
        <translation>
            <numerusform>%n line, and it is right. Nothing is made yet.</numerusform>
            <numerusform>%n lines, all of them right. Nothing is made yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are wrong. Mend the file and choose it again, or make the right ones only.</source>
        <translation>
            <numerusform>%n line is wrong. Mend the file and choose it again, or make the right ones only.</numerusform>
            <numerusform>%n lines are wrong. Mend the file and choose it again, or make the right ones only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n accounts</source>
        <translation>
            <numerusform>Make %n account</numerusform>
            <numerusform>Make %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make only the %n right ones</source>
        <translation>
            <numerusform>Make only the right one</numerusform>
            <numerusform>Make only the %n right ones</numerusform>
        </translation>
    </message>
    <message>
        <source>Making line %1 of %2…</source>
        <translation>Making line %1 of %2…</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are made. Their passwords are told only now: save the list, give each person theirs, then delete the file.</source>
        <translation>
            <numerusform>%n account is made. Its password is told only now: save the list, give it to its person, then delete the file.</numerusform>
            <numerusform>%n accounts are made. Their passwords are told only now: save the list, give each person theirs, then delete the file.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list of passwords</source>
        <translation>Save the list of passwords</translation>
    </message>
    <message>
        <source>Saved: %1. Delete it when everybody has his password.</source>
        <translation>Saved: %1. Delete it when everybody has his password.</translation>
    </message>
</context>
<context>
    <name>hotich::keyboard_map</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Help for the field</source>
        <translation>Help for the field</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>This sheet</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Next field; open; choose</source>
        <translation>Next field; open; choose</translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation>Previous field</translation>
    </message>
    <message>
        <source>Next and previous part of the form</source>
        <translation>Next and previous part of the form</translation>
    </message>
    <message>
        <source>A part of the form</source>
        <translation>A part of the form</translation>
    </message>
    <message>
        <source>Review; then register. In the preview: save as PDF</source>
        <translation>Review; then register. In the preview: save as PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Open a list</source>
        <translation>Open a list</translation>
    </message>
    <message>
        <source>New record: choose the event</source>
        <translation>New record: choose the event</translation>
    </message>
    <message>
        <source>The last event once more</source>
        <translation>The last event once more</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Notices of other offices</source>
        <translation>Notices of other offices</translation>
    </message>
    <message>
        <source>Sheet of the day</source>
        <translation>Sheet of the day</translation>
    </message>
    <message>
        <source>In a form: find the entry it is about</source>
        <translation>In a form: find the entry it is about</translation>
    </message>
    <message>
        <source>Add and remove a row of a list</source>
        <translation>Add and remove a row of a list</translation>
    </message>
    <message>
        <source>Personal numbers</source>
        <translation>Personal numbers</translation>
    </message>
    <message>
        <source>Colours and size</source>
        <translation>Colours and size</translation>
    </message>
    <message>
        <source>In a form: take the last change back</source>
        <translation>In a form: take the last change back</translation>
    </message>
    <message>
        <source>In the preview: how the printer misses</source>
        <translation>In the preview: how the printer misses</translation>
    </message>
    <message>
        <source>Line and machine: courier, copies, clock, telephone</source>
        <translation>Line and machine: courier, copies, clock, telephone</translation>
    </message>
    <message>
        <source>In the book: volumes, gaps, closing</source>
        <translation>In the book: volumes, gaps, closing</translation>
    </message>
    <message>
        <source>In the book: the entry before and after</source>
        <translation>In the book: the entry before and after</translation>
    </message>
    <message>
        <source>In a list: copy the chosen rows for a spreadsheet</source>
        <translation>In a list: copy the chosen rows for a spreadsheet</translation>
    </message>
    <message>
        <source>The user guide</source>
        <translation>The user guide</translation>
    </message>
    <message>
        <source>Papers to print, sign and hand over</source>
        <translation>Papers to print, sign and hand over</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>In a list of a form: cells of a spreadsheet, as rows</source>
        <translation>In a list of a form: cells of a spreadsheet, as rows</translation>
    </message>
    <message>
        <source>In the papers: the list that goes to the signer</source>
        <translation>In the papers: the list that goes to the signer</translation>
    </message>
</context>
<context>
    <name>hotich::line_words</name>
    <message>
        <source>The time without the server is over: synchronise (F5), or take in a courier&apos;s bundle. Nothing is lost.</source>
        <translation>The time without the server is over: synchronise (F5), or take in a courier&apos;s bundle. Nothing is lost.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left without the server: synchronise (F5), or send a courier&apos;s bundle.</source>
        <translation>
            <numerusform>%n day left without the server: synchronise (F5), or send a courier&apos;s bundle.</numerusform>
            <numerusform>%n days left without the server: synchronise (F5), or send a courier&apos;s bundle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synchronised yet</source>
        <translation>Not synchronised yet</translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation>Synchronising…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>today %1, this month %2</source>
        <translation>today %1, this month %2</translation>
    </message>
    <message>
        <source>Line up, synchronised</source>
        <translation>Line up, synchronised</translation>
    </message>
    <message>
        <source>No line: work goes on and is sent later</source>
        <translation>No line: work goes on and is sent later</translation>
    </message>
    <message>
        <source>The server refuses: %1</source>
        <translation>The server refuses: %1</translation>
    </message>
    <message>
        <source>The server is busy: what waits is sent by itself later</source>
        <translation>The server is busy: what waits is sent by itself later</translation>
    </message>
    <message>
        <source>This PC&apos;s clock went back from %1 to %2: look at it before you register (Ctrl+M).</source>
        <translation>This PC&apos;s clock went back from %1 to %2: look at it before you register (Ctrl+M).</translation>
    </message>
    <message>
        <source>Practice: nothing is sent</source>
        <translation>Practice: nothing is sent</translation>
    </message>
</context>
<context>
    <name>hotich::list_editor</name>
    <message>
        <source>Add a row (Insert)</source>
        <translation>Add a row (Insert)</translation>
    </message>
    <message>
        <source>Remove the row (Alt+Delete)</source>
        <translation>Remove the row (Alt+Delete)</translation>
    </message>
    <message>
        <source>Nothing was pasted: the list takes %1 rows.</source>
        <translation>Nothing was pasted: the list takes %1 rows.</translation>
    </message>
    <message>
        <source>Nothing was pasted: the list has %1 columns.</source>
        <translation>Nothing was pasted: the list has %1 columns.</translation>
    </message>
    <message>
        <source>Nothing was pasted: “%1” is neither yes nor no.</source>
        <translation>Nothing was pasted: “%1” is neither yes nor no.</translation>
    </message>
    <message>
        <source>Enter: next cell, new row · Alt+Delete: remove the row · Ctrl+V: cells of a spreadsheet</source>
        <translation>Enter: next cell, new row · Alt+Delete: remove the row · Ctrl+V: cells of a spreadsheet</translation>
    </message>
</context>
<context>
    <name>hotich::machine_page</name>
    <message>
        <source>Synchronise now (F5)</source>
        <translation>Synchronise now (F5)</translation>
    </message>
    <message>
        <source>Write a bundle for the server…</source>
        <translation>Write a bundle for the server…</translation>
    </message>
    <message>
        <source>Take in a bundle…</source>
        <translation>Take in a bundle…</translation>
    </message>
    <message>
        <source>The clock is right now</source>
        <translation>The clock is right now</translation>
    </message>
    <message>
        <source>Copies of the register</source>
        <translation>Copies of the register</translation>
    </message>
    <message>
        <source>Line to the server</source>
        <translation>Line to the server</translation>
    </message>
    <message>
        <source>A courier instead of the line</source>
        <translation>A courier instead of the line</translation>
    </message>
    <message>
        <source>A stick carries what is not sent yet, encrypted for the server only, and brings its answer back. It may go beside the line, twice or late.</source>
        <translation>A stick carries what is not sent yet, encrypted for the server only, and brings its answer back. It may go beside the line, twice or late.</translation>
    </message>
    <message>
        <source>Clock of this PC</source>
        <translation>Clock of this PC</translation>
    </message>
    <message>
        <source>To read out on the telephone</source>
        <translation>To read out on the telephone</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Who helps on the telephone asks for these lines by their number. Nobody&apos;s name or entry is in them.</source>
        <translation>Who helps on the telephone asks for these lines by their number. Nobody&apos;s name or entry is in them.</translation>
    </message>
    <message>
        <source>Over the line: today %1, this month %2</source>
        <translation>Over the line: today %1, this month %2</translation>
    </message>
    <message>
        <source>%1; nothing is known against it.</source>
        <translation>%1; nothing is known against it.</translation>
    </message>
    <message>
        <source>Copied. It can be pasted into a letter.</source>
        <translation>Copied. It can be pasted into a letter.</translation>
    </message>
    <message>
        <source>The courier&apos;s stick</source>
        <translation>The courier&apos;s stick</translation>
    </message>
    <message>
        <source>The courier&apos;s bundle</source>
        <translation>The courier&apos;s bundle</translation>
    </message>
    <message>
        <source>Bundles (*.bundle)</source>
        <translation>Bundles (*.bundle)</translation>
    </message>
    <message>
        <source>Writing the bundle…</source>
        <translation>Writing the bundle…</translation>
    </message>
    <message>
        <source>Taking in the bundle…</source>
        <translation>Taking in the bundle…</translation>
    </message>
    <message>
        <source>Line and machine</source>
        <translation>Line and machine</translation>
    </message>
</context>
<context>
    <name>hotich::main_window</name>
    <message>
        <source>Civil-status register</source>
        <translation>Civil-status register</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation>Synchronise</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>%1 - Civil-status register</source>
        <translation>%1 - Civil-status register</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Sheet of the day</source>
        <translation>Sheet of the day</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>New record</translation>
    </message>
    <message>
        <source>What is done about this entry: %1</source>
        <translation>What is done about this entry: %1</translation>
    </message>
    <message>
        <source>Personal numbers</source>
        <translation>Personal numbers</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Line, machine</source>
        <translation>Line, machine</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>Making up people and events to practise on…</source>
        <translation>Making up people and events to practise on…</translation>
    </message>
</context>
<context>
    <name>hotich::manager_desk</name>
    <message>
        <source>I have written it down</source>
        <translation>I have written it down</translation>
    </message>
    <message>
        <source>The session has ended. Please sign in again.</source>
        <translation>The session has ended. Please sign in again.</translation>
    </message>
    <message>
        <source>Told only now. Sign-in name &lt;b&gt;%1&lt;/b&gt;, first password &lt;b&gt;%2&lt;/b&gt;.</source>
        <translation>Told only now. Sign-in name &lt;b&gt;%1&lt;/b&gt;, first password &lt;b&gt;%2&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>For the authenticator of the phone: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>For the authenticator of the phone: &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>hotich::manager_sign_in</name>
    <message>
        <source>Manage accounts</source>
        <translation>Manage accounts</translation>
    </message>
    <message>
        <source>For the province administrator and the ministry: this works at the server, with a line. The server&apos;s code is told with the account.</source>
        <translation>For the province administrator and the ministry: this works at the server, with a line. The server&apos;s code is told with the account.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Server&apos;s code</source>
        <translation>Server&apos;s code</translation>
    </message>
    <message>
        <source>32 digits or more</source>
        <translation>32 digits or more</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>One-time code</translation>
    </message>
    <message>
        <source>6 digits of the authenticator</source>
        <translation>6 digits of the authenticator</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>Sign in (Enter)</source>
        <translation>Sign in (Enter)</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>This is not the server with that code. Nothing was sent.</source>
        <translation>This is not the server with that code. Nothing was sent.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and the line, then try again.</source>
        <translation>The server cannot be reached. Check the address and the line, then try again.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
</context>
<context>
    <name>hotich::moments</name>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotich::notices_page</name>
    <message>
        <source>Another office registered something that belongs on these entries. Open one to confirm the note, or to decline it with a reason; every later copy then carries it.</source>
        <translation>Another office registered something that belongs on these entries. Open one to confirm the note, or to decline it with a reason; every later copy then carries it.</translation>
    </message>
    <message>
        <source>No notice waits to be confirmed.</source>
        <translation>No notice waits to be confirmed.</translation>
    </message>
    <message>
        <source>Notices of other offices</source>
        <translation>Notices of other offices</translation>
    </message>
</context>
<context>
    <name>hotich::nudge_view</name>
    <message>
        <source>The sheet; arrow keys push the print</source>
        <translation>The sheet; arrow keys push the print</translation>
    </message>
</context>
<context>
    <name>hotich::outcome_view</name>
    <message>
        <source>Open the record</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Today (Esc)</source>
        <translation>Today (Esc)</translation>
    </message>
    <message>
        <source>Next: %1 (F2)</source>
        <translation>Next: %1 (F2)</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>The entry is registered. It goes to the server by itself when the line is up; the certificate can be printed now.</source>
        <translation>The entry is registered. It goes to the server by itself when the line is up; the certificate can be printed now.</translation>
    </message>
    <message>
        <source>Saved, waiting for the server&apos;s number</source>
        <translation>Saved, waiting for the server&apos;s number</translation>
    </message>
    <message>
        <source>The entry is safe on this PC and is sent by itself when the line is up. The number then stands on the record, and the certificate can be printed. Nothing has to be done now.</source>
        <translation>The entry is safe on this PC and is sent by itself when the line is up. The number then stands on the record, and the certificate can be printed. Nothing has to be done now.</translation>
    </message>
</context>
<context>
    <name>hotich::papers_page</name>
    <message>
        <source>to print</source>
        <translation>to print</translation>
    </message>
    <message>
        <source>did it come out?</source>
        <translation>did it come out?</translation>
    </message>
    <message>
        <source>to sign</source>
        <translation>to sign</translation>
    </message>
    <message>
        <source>to hand over</source>
        <translation>to hand over</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Scan the QR code of a sheet: signed, then handed over</source>
        <translation>Scan the QR code of a sheet: signed, then handed over</translation>
    </message>
    <message>
        <source>QR code of a sheet</source>
        <translation>QR code of a sheet</translation>
    </message>
    <message>
        <source>Next step (Enter)</source>
        <translation>Next step (Enter)</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Spoiled… (Alt+H)</source>
        <translation>Spoiled… (Alt+H)</translation>
    </message>
    <message>
        <source>Blanks… (Ctrl+K)</source>
        <translation>Blanks… (Ctrl+K)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>No paper waits: everything is printed, signed and handed over.</source>
        <translation>No paper waits: everything is printed, signed and handed over.</translation>
    </message>
    <message>
        <source>Came out well: to be signed.</source>
        <translation>Came out well: to be signed.</translation>
    </message>
    <message>
        <source>Signed: to be handed over.</source>
        <translation>Signed: to be handed over.</translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation>Signed: %1</translation>
    </message>
    <message>
        <source>Hand over: %1</source>
        <translation>Hand over: %1</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>Who takes it</translation>
    </message>
    <message>
        <source>Handed over.</source>
        <translation>Handed over.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) are spoiled: kept, never handed over, and printed again.</source>
        <translation>
            <numerusform>%n sheet is spoiled: kept, never handed over, and printed again.</numerusform>
            <numerusform>%n sheets are spoiled: kept, never handed over, and printed again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why: paper jam, printed askew…</source>
        <translation>Why: paper jam, printed askew…</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>Written down.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>List to sign (Alt+L)</source>
        <translation>List to sign (Alt+L)</translation>
    </message>
    <message>
        <source>No paper waits to be signed.</source>
        <translation>No paper waits to be signed.</translation>
    </message>
</context>
<context>
    <name>hotich::pins_page</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>Refused ones first: open one, mend what is said, then ask again. A number that has arrived waits to be printed.</source>
        <translation>Refused ones first: open one, mend what is said, then ask again. A number that has arrived waits to be printed.</translation>
    </message>
    <message>
        <source>asked, awaited</source>
        <translation>asked, awaited</translation>
    </message>
    <message>
        <source>to be asked</source>
        <translation>to be asked</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>arrived</translation>
    </message>
    <message>
        <source>No personal number is awaited.</source>
        <translation>No personal number is awaited.</translation>
    </message>
    <message>
        <source>Personal numbers</source>
        <translation>Personal numbers</translation>
    </message>
</context>
<context>
    <name>hotich::practice_guide</name>
    <message>
        <source>&lt;b&gt;Find somebody.&lt;/b&gt; F3, then two words of a name without accents: &lt;i&gt;gia bao&lt;/i&gt;.</source>
        <translation>&lt;b&gt;Find somebody.&lt;/b&gt; F3, then two words of a name without accents: &lt;i&gt;gia bao&lt;/i&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Register a birth.&lt;/b&gt; Ctrl+N, &lt;i&gt;birth&lt;/i&gt;, Enter. Type any names; Enter goes on, Ctrl+S reviews and registers.</source>
        <translation>&lt;b&gt;Register a birth.&lt;/b&gt; Ctrl+N, &lt;i&gt;birth&lt;/i&gt;, Enter. Type any names; Enter goes on, Ctrl+S reviews and registers.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Issue its certificate.&lt;/b&gt; Ctrl+P in the entry, then Ctrl+S for a PDF.</source>
        <translation>&lt;b&gt;Issue its certificate.&lt;/b&gt; Ctrl+P in the entry, then Ctrl+S for a PDF.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Turn the book.&lt;/b&gt; F4, a number, Enter.</source>
        <translation>&lt;b&gt;Turn the book.&lt;/b&gt; F4, a number, Enter.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Receive a dossier.&lt;/b&gt; F9, and its receipt with the due day.</source>
        <translation>&lt;b&gt;Receive a dossier.&lt;/b&gt; F9, and its receipt with the due day.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Correct an entry.&lt;/b&gt; Open it from the book, choose what is done about it, &lt;i&gt;correction&lt;/i&gt;.</source>
        <translation>&lt;b&gt;Correct an entry.&lt;/b&gt; Open it from the book, choose what is done about it, &lt;i&gt;correction&lt;/i&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Look at the day.&lt;/b&gt; F12.</source>
        <translation>&lt;b&gt;Look at the day.&lt;/b&gt; F12.</translation>
    </message>
    <message>
        <source>Your first day</source>
        <translation>Your first day</translation>
    </message>
    <message>
        <source>That was the day. The real register works just the same.</source>
        <translation>That was the day. The real register works just the same.</translation>
    </message>
    <message>
        <source>PRACTICE – people and entries are made up, nothing is sent, no paper is valid</source>
        <translation>PRACTICE – people and entries are made up, nothing is sent, no paper is valid</translation>
    </message>
    <message>
        <source>&lt;b&gt;Settle what the server did not accept.&lt;/b&gt; F6: correct the one and send it again; the other resembles an entry elsewhere.</source>
        <translation>&lt;b&gt;Settle what the server did not accept.&lt;/b&gt; F6: correct the one and send it again; the other resembles an entry elsewhere.</translation>
    </message>
</context>
<context>
    <name>hotich::preview_page</name>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save as PDF (Ctrl+S)</source>
        <translation>Save as PDF (Ctrl+S)</translation>
    </message>
    <message>
        <source>Preview of the paper</source>
        <translation>Preview of the paper</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Preview: %1</translation>
    </message>
    <message>
        <source>There is no number yet: the paper can be printed once the server has given it.</source>
        <translation>There is no number yet: the paper can be printed once the server has given it.</translation>
    </message>
    <message>
        <source>The personal identification number is not there yet: the certificate is printed with it.</source>
        <translation>The personal identification number is not there yet: the certificate is printed with it.</translation>
    </message>
    <message>
        <source>This does not fit on the paper: %1. Please have it corrected; nothing is printed cut off.</source>
        <translation>This does not fit on the paper: %1. Please have it corrected; nothing is printed cut off.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>This office numbers its copies in the book of copies: register the copy as an event of its own, from the entry&apos;s page.</source>
        <translation>This office numbers its copies in the book of copies: register the copy as an event of its own, from the entry&apos;s page.</translation>
    </message>
    <message>
        <source>Printer… (Ctrl+L)</source>
        <translation>Printer… (Ctrl+L)</translation>
    </message>
    <message>
        <source>To the entry and its copies</source>
        <translation>To the entry and its copies</translation>
    </message>
    <message>
        <source>Sheets: </source>
        <translation>Sheets: </translation>
    </message>
    <message>
        <source>Number of sheets</source>
        <translation>Number of sheets</translation>
    </message>
    <message numerus="yes">
        <source>Preview: %n sheet(s)</source>
        <translation>
            <numerusform>Preview: %n sheet</numerusform>
            <numerusform>Preview: %n sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) cannot be printed now and were left out.</source>
        <translation>
            <numerusform>%n paper cannot be printed now and was left out.</numerusform>
            <numerusform>%n papers cannot be printed now and were left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>Written down.</translation>
    </message>
</context>
<context>
    <name>hotich::printer_page</name>
    <message>
        <source>Plain paper</source>
        <translation>Plain paper</translation>
    </message>
    <message>
        <source>Pre-printed blank</source>
        <translation>Pre-printed blank</translation>
    </message>
    <message>
        <source>Print the test sheet (Ctrl+P)</source>
        <translation>Print the test sheet (Ctrl+P)</translation>
    </message>
    <message>
        <source>Keep (Ctrl+S)</source>
        <translation>Keep (Ctrl+S)</translation>
    </message>
    <message>
        <source>Printer: where it misses</source>
        <translation>Printer: where it misses</translation>
    </message>
    <message>
        <source>1. Choose the printer and the paper. 2. Print the test sheet. 3. Measure the four distances with a ruler and type them, or push the print with the arrow keys. 4. Keep it: everything this printer prints is then put right.</source>
        <translation>1. Choose the printer and the paper. 2. Print the test sheet. 3. Measure the four distances with a ruler and type them, or push the print with the arrow keys. 4. Keep it: everything this printer prints is then put right.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Left edge of the paper to A, mm</source>
        <translation>Left edge of the paper to A, mm</translation>
    </message>
    <message>
        <source>Upper edge of the paper to A, mm</source>
        <translation>Upper edge of the paper to A, mm</translation>
    </message>
    <message>
        <source>A to B, mm</source>
        <translation>A to B, mm</translation>
    </message>
    <message>
        <source>A to C, mm</source>
        <translation>A to C, mm</translation>
    </message>
    <message>
        <source>No printer is set up on this PC. Papers can be saved as PDF.</source>
        <translation>No printer is set up on this PC. Papers can be saved as PDF.</translation>
    </message>
    <message>
        <source>Put right by: %1 mm across, %2 mm down; width × %3, height × %4</source>
        <translation>Put right by: %1 mm across, %2 mm down; width × %3, height × %4</translation>
    </message>
    <message>
        <source>left edge to A</source>
        <translation>left edge to A</translation>
    </message>
    <message>
        <source>upper edge to A</source>
        <translation>upper edge to A</translation>
    </message>
    <message>
        <source>A to B</source>
        <translation>A to B</translation>
    </message>
    <message>
        <source>A to C</source>
        <translation>A to C</translation>
    </message>
    <message>
        <source>Please measure once more: %1. No printer misses by so much.</source>
        <translation>Please measure once more: %1. No printer misses by so much.</translation>
    </message>
    <message>
        <source>Kept for %1.</source>
        <translation>Kept for %1.</translation>
    </message>
    <message>
        <source>Test sheet: %1</source>
        <translation>Test sheet: %1</translation>
    </message>
    <message>
        <source>Measure in millimetres, to half a millimetre:</source>
        <translation>Measure in millimetres, to half a millimetre:</translation>
    </message>
    <message>
        <source>left edge of the paper to A (should be 20)</source>
        <translation>left edge of the paper to A (should be 20)</translation>
    </message>
    <message>
        <source>upper edge of the paper to A (should be 20)</source>
        <translation>upper edge of the paper to A (should be 20)</translation>
    </message>
    <message>
        <source>A to B (should be 170)</source>
        <translation>A to B (should be 170)</translation>
    </message>
    <message>
        <source>A to C (should be 250)</source>
        <translation>A to C (should be 250)</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Sent to the printer.</translation>
    </message>
</context>
<context>
    <name>hotich::question_box</name>
    <message>
        <source>Confirm (Enter)</source>
        <translation>Confirm (Enter)</translation>
    </message>
    <message>
        <source>Please fill in: %1</source>
        <translation>Please fill in: %1</translation>
    </message>
</context>
<context>
    <name>hotich::reception_page</name>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Compared with the original</source>
        <translation>Compared with the original</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>About whom</translation>
    </message>
    <message>
        <source>Requester: full name</source>
        <translation>Requester: full name</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>How it came</translation>
    </message>
    <message>
        <source>Papers handed in</source>
        <translation>Papers handed in</translation>
    </message>
    <message>
        <source>Receive and show the receipt (Ctrl+S)</source>
        <translation>Receive and show the receipt (Ctrl+S)</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>Due on %1</translation>
    </message>
    <message>
        <source>This was being received before and is not written down yet.</source>
        <translation>This was being received before and is not written down yet.</translation>
    </message>
    <message>
        <source>Empty the page (Alt+B)</source>
        <translation>Empty the page (Alt+B)</translation>
    </message>
    <message>
        <source>Please fill in: %1</source>
        <translation>Please fill in: %1</translation>
    </message>
    <message>
        <source>Receive a dossier</source>
        <translation>Receive a dossier</translation>
    </message>
</context>
<context>
    <name>hotich::record_html_words</name>
    <message>
        <source>(removed)</source>
        <translation>(removed)</translation>
    </message>
    <message>
        <source>as registered: %1</source>
        <translation>as registered: %1</translation>
    </message>
</context>
<context>
    <name>hotich::record_list</name>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
</context>
<context>
    <name>hotich::record_page</name>
    <message>
        <source>The record&apos;s data</source>
        <translation>The record&apos;s data</translation>
    </message>
    <message>
        <source>Papers issued</source>
        <translation>Papers issued</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>Held: the server suspects that it is registered already.</source>
        <translation>Held: the server suspects that it is registered already.</translation>
    </message>
    <message>
        <source>The server did not accept this entry.</source>
        <translation>The server did not accept this entry.</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>Correct and send again</translation>
    </message>
    <message>
        <source>It is another event: ask for its number</source>
        <translation>It is another event: ask for its number</translation>
    </message>
    <message>
        <source>How do you know that it is another event?</source>
        <translation>How do you know that it is another event?</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Withdraw it</translation>
    </message>
    <message>
        <source>Why is it withdrawn? It stays in the history and gets no number.</source>
        <translation>Why is it withdrawn? It stays in the history and gets no number.</translation>
    </message>
    <message>
        <source>Open the other record</source>
        <translation>Open the other record</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>Print: %1</translation>
    </message>
    <message>
        <source>Saved. It is sent to the server with the next synchronisation.</source>
        <translation>Saved. It is sent to the server with the next synchronisation.</translation>
    </message>
    <message>
        <source>Register: open the form</source>
        <translation>Register: open the form</translation>
    </message>
    <message>
        <source>Go on: the answer is here</source>
        <translation>Go on: the answer is here</translation>
    </message>
    <message>
        <source>Pause: another office verifies</source>
        <translation>Pause: another office verifies</translation>
    </message>
    <message>
        <source>What is verified, and by whom? The days do not count meanwhile.</source>
        <translation>What is verified, and by whom? The days do not count meanwhile.</translation>
    </message>
    <message>
        <source>Ask for more papers</source>
        <translation>Ask for more papers</translation>
    </message>
    <message>
        <source>Which papers are missing? Separate them by a semicolon.</source>
        <translation>Which papers are missing? Separate them by a semicolon.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Give a new due day, with an apology</source>
        <translation>Give a new due day, with an apology</translation>
    </message>
    <message>
        <source>The new day, and why the result is late.</source>
        <translation>The new day, and why the result is late.</translation>
    </message>
    <message>
        <source>New due day</source>
        <translation>New due day</translation>
    </message>
    <message>
        <source>Refuse, with the reason</source>
        <translation>Refuse, with the reason</translation>
    </message>
    <message>
        <source>Why is the dossier refused? The reason stands on the paper.</source>
        <translation>Why is the dossier refused? The reason stands on the paper.</translation>
    </message>
    <message>
        <source>Mend a mistake of today</source>
        <translation>Mend a mistake of today</translation>
    </message>
    <message>
        <source>Note or copy something of this entry…</source>
        <translation>Note or copy something of this entry…</translation>
    </message>
    <message>
        <source>Confirm: note it in the book</source>
        <translation>Confirm: note it in the book</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Decline…</translation>
    </message>
    <message>
        <source>Why is it not noted? The other office reads this reason.</source>
        <translation>Why is it not noted? The other office reads this reason.</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Later notes</source>
        <translation>Later notes</translation>
    </message>
    <message>
        <source>Linked records</source>
        <translation>Linked records</translation>
    </message>
    <message>
        <source>Personal identification number</source>
        <translation>Personal identification number</translation>
    </message>
    <message>
        <source>Ask for the personal number again</source>
        <translation>Ask for the personal number again</translation>
    </message>
    <message>
        <source>Scanned papers</source>
        <translation>Scanned papers</translation>
    </message>
</context>
<context>
    <name>hotich::record_table</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>hotich::review_view</name>
    <message>
        <source>The values as they will stand</source>
        <translation>The values as they will stand</translation>
    </message>
    <message>
        <source>Correct (Esc)</source>
        <translation>Correct (Esc)</translation>
    </message>
    <message>
        <source>Register (Ctrl+S)</source>
        <translation>Register (Ctrl+S)</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>Review: %1</translation>
    </message>
    <message>
        <source>Nothing to correct. Look at the values once more, then register.</source>
        <translation>Nothing to correct. Look at the values once more, then register.</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Go to the field</translation>
    </message>
    <message>
        <source>Open that record</source>
        <translation>Open that record</translation>
    </message>
    <message>
        <source>Reason for keeping it</source>
        <translation>Reason for keeping it</translation>
    </message>
    <message>
        <source>Document that allows it</source>
        <translation>Document that allows it</translation>
    </message>
    <message>
        <source>Correct what must be corrected and give the reasons first.</source>
        <translation>Correct what must be corrected and give the reasons first.</translation>
    </message>
    <message>
        <source>A document allows it…</source>
        <translation>A document allows it…</translation>
    </message>
</context>
<context>
    <name>hotich::scan_list</name>
    <message>
        <source>Attach a scanned paper…</source>
        <translation>Attach a scanned paper…</translation>
    </message>
    <message>
        <source>Scanned papers</source>
        <translation>Scanned papers</translation>
    </message>
    <message>
        <source>not on this PC yet</source>
        <translation>not on this PC yet</translation>
    </message>
    <message>
        <source>Attach a scanned paper</source>
        <translation>Attach a scanned paper</translation>
    </message>
    <message>
        <source>Scanned papers (%1)</source>
        <translation>Scanned papers (%1)</translation>
    </message>
    <message>
        <source>Attached. It is sent to the server after the entries.</source>
        <translation>Attached. It is sent to the server after the entries.</translation>
    </message>
    <message>
        <source>This scan is not on this PC yet: it comes with the line, at the hours your office has set.</source>
        <translation>This scan is not on this PC yet: it comes with the line, at the hours your office has set.</translation>
    </message>
    <message>
        <source>Save a copy of the scan</source>
        <translation>Save a copy of the scan</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>The record has this very paper already.</source>
        <translation>The record has this very paper already.</translation>
    </message>
</context>
<context>
    <name>hotich::search_page</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Any words of a name, with or without accents; a number; a document number</source>
        <translation>Any words of a name, with or without accents; a number; a document number</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>Search for</translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation>Type a name or a number.</translation>
    </message>
    <message>
        <source>Nothing found. Fewer words find more.</source>
        <translation>Nothing found. Fewer words find more.</translation>
    </message>
</context>
<context>
    <name>hotich::sign_in_page</name>
    <message>
        <source>Sign in (Enter)</source>
        <translation>Sign in (Enter)</translation>
    </message>
    <message>
        <source>Civil-status register</source>
        <translation>Civil-status register</translation>
    </message>
    <message>
        <source>Sign in to open the register of this desk.</source>
        <translation>Sign in to open the register of this desk.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Opening the register…</source>
        <translation>Opening the register…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>The two passwords are not the same.</translation>
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
        <translation>Open the register</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <source>Civil-status register</source>
        <translation>Civil-status register</translation>
    </message>
</context>
</TS>
