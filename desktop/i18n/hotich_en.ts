<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next field; open; choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next and previous part of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review; then register. In the preview: save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>address_editor</name>
    <message>
        <source>Commune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House number, street, village</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address abroad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attention_page</name>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server held these as suspected duplicates or did not accept them. Open one to see why and what can be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>book_page</name>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This book has no entry yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>date_editor</name>
    <message>
        <source>dd/mm/yyyy, mm/yyyy or yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>drafts_page</name>
    <message>
        <source>There are no drafts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Delete once more to discard this draft for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>enrolment_page</name>
    <message>
        <source>Set up this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IT officer gives you the address of the server and a code. They are needed once; afterwards this PC works without a line too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it stands on entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter the address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the encrypted register…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching what the office has…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and the line, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept this code: it may be used or too old. Ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address or the code is not written right. Please compare every sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the server the code belongs to, or a register with another password is there already. Nothing was sent. Please ask the IT officer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>findings_list</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: open that record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to correct so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>form_view</name>
    <message>
        <source>Discard the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft kept on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>home_page</name>
    <message>
        <source>New: %1 (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise now (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the server&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the oldest: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held, %2 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers come from the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last synchronised: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry waits for a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotich</name>
    <message>
        <source>Password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>at least %n characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotich::attention_page</name>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotich::book_page</name>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotich::drafts_page</name>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotich::history_words</name>
    <message>
        <source>Entered and sent for registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed to be another event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not accepted by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotich::home_page</name>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotich::line_words</name>
    <message>
        <source>Not synchronised yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line up, synchronised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line: work goes on and is sent later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotich::moments</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotich::preview_page</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotich::search_page</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main_window</name>
    <message>
        <source>Civil-status register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Civil-status register</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>outcome_view</name>
    <message>
        <source>Open the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1 (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry is registered. It goes to the server by itself when the line is up; the certificate can be printed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved, waiting for the server&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry is safe on this PC and is sent by itself when the line is up. The number then stands on the record, and the certificate can be printed. Nothing has to be done now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>preview_page</name>
    <message>
        <source>On a pre-printed blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no number yet: the paper can be printed once the server has given it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The personal identification number is not there yet: the certificate is printed with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not fit on the paper: %1. Please have it corrected; nothing is printed cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>record_list</name>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>record_page</name>
    <message>
        <source>The record&apos;s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held: the server suspects that it is registered already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is another event: ask for its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do you know that it is another event?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it withdrawn? It stays in the history and gets no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the other record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. It is sent to the server with the next synchronisation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>record_table</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>review_view</name>
    <message>
        <source>The values as they will stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to correct. Look at the values once more, then register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for keeping it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document that allows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what must be corrected and give the reasons first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>search_page</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any words of a name, with or without accents; a number; a document number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Fewer words find more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sign_in_page</name>
    <message>
        <source>Sign in (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Civil-status register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to open the register of this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the register…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>time_editor</name>
    <message>
        <source>hh:mm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
