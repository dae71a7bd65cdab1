<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>Redone: %n record(s).</source>
        <translation>
            <numerusform>Redone: %n record.</numerusform>
            <numerusform>Redone: %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone: %1 “%2”, %n record(s).</source>
        <translation>
            <numerusform>Undone: %1 “%2”, %n record.</numerusform>
            <numerusform>Undone: %1 “%2”, %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n command(s) failed; the answers say why.</source>
        <translation>
            <numerusform>%1 of %n command failed; the answers say why.</numerusform>
            <numerusform>%1 of %n commands failed; the answers say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The book is sound: %n record(s).</source>
        <translation>
            <numerusform>The book is sound: %n record.</numerusform>
            <numerusform>The book is sound: %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The book has %n fault(s); restore it from a backup.</source>
        <translation>
            <numerusform>The book has %n fault; restore it from a backup.</numerusform>
            <numerusform>The book has %n faults; restore it from a backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n customer(s)</source>
        <translation>
            <numerusform>%1 of %n customer</numerusform>
            <numerusform>%1 of %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to %1.</source>
        <translation>
            <numerusform>%n record written to %1.</numerusform>
            <numerusform>%n records written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation>
            <numerusform>%n row read</numerusform>
            <numerusform>%n rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in all</source>
        <translation>
            <numerusform>%n record in all</numerusform>
            <numerusform>%n records in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) removed for good.</source>
        <translation>
            <numerusform>%n record removed for good.</numerusform>
            <numerusform>%n records removed for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) written to %1.</source>
        <translation>
            <numerusform>%n customer written to %1.</numerusform>
            <numerusform>%n customers written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of those made; kith-cli duplicates %1 lists them</source>
        <translation>
            <numerusform>%n of those made; kith-cli duplicates %1 lists it</numerusform>
            <numerusform>%n of those made; kith-cli duplicates %1 lists them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % compared, %n pair(s) found</source>
        <translation>
            <numerusform>%1 % compared, %n pair found</numerusform>
            <numerusform>%1 % compared, %n pairs found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of likely duplicates.</source>
        <translation>
            <numerusform>%n group of likely duplicates.</numerusform>
            <numerusform>%n groups of likely duplicates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are the first %n; --limit shows more.</source>
        <translation>
            <numerusform>This is the first; --limit shows more.</numerusform>
            <numerusform>These are the first %n; --limit shows more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s).</source>
        <translation>
            <numerusform>%n record.</numerusform>
            <numerusform>%n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would be put right; nothing is written.</source>
        <translation>
            <numerusform>%n record would be put right; nothing is written.</numerusform>
            <numerusform>%n records would be put right; nothing is written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put right.</source>
        <translation>
            <numerusform>%n record put right.</numerusform>
            <numerusform>%n records put right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay as they are.</source>
        <translation>
            <numerusform>%n record stays as it is.</numerusform>
            <numerusform>%n records stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verifier</name>
    <message numerus="yes">
        <source>%n computed value(s) were wrong and have been put right.</source>
        <translation>
            <numerusform>%n computed value was wrong and has been put right.</numerusform>
            <numerusform>%n computed values were wrong and have been put right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) were sorted wrongly and have been put right.</source>
        <translation>
            <numerusform>%n name was sorted wrongly and has been put right.</numerusform>
            <numerusform>%n names were sorted wrongly and have been put right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::CellText</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::DuplicatesPage</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more record(s) are like these; they come when these are merged.</source>
        <translation>
            <numerusform>%n more record is like these; it comes when these are merged.</numerusform>
            <numerusform>%n more records are like these; they come when these are merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::FindingsView</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put right</source>
        <translation>
            <numerusform>%n record put right</numerusform>
            <numerusform>%n records put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had changed meanwhile and stay as they are</source>
        <translation>
            <numerusform>%n had changed meanwhile and stays as it is</numerusform>
            <numerusform>%n had changed meanwhile and stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set for %n record(s)</source>
        <translation>
            <numerusform>Set for %n record</numerusform>
            <numerusform>Set for %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) moved to the trash</source>
        <translation>
            <numerusform>%n record moved to the trash</numerusform>
            <numerusform>%n records moved to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ImportPage</name>
    <message numerus="yes">
        <source>%n of these rows would be rejected.</source>
        <translation>
            <numerusform>%n of these rows would be rejected.</numerusform>
            <numerusform>%n of these rows would be rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these rows hold a guess.</source>
        <translation>
            <numerusform>%n of these rows holds a guess.</numerusform>
            <numerusform>%n of these rows hold a guess.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ImportReportView</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::MergeTable</name>
    <message numerus="yes">
        <source>%n more field(s) are the same in all of them.</source>
        <translation>
            <numerusform>%n more field is the same in all of them.</numerusform>
            <numerusform>%n more fields are the same in all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::QualityPage</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::RecordsPage</name>
    <message numerus="yes">
        <source>%n record(s) moved to the trash</source>
        <translation>
            <numerusform>%n record moved to the trash</numerusform>
            <numerusform>%n records moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) restored</source>
        <translation>
            <numerusform>%n record restored</numerusform>
            <numerusform>%n records restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed</source>
        <translation>
            <numerusform>%n record changed</numerusform>
            <numerusform>%n records changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n record(s) for good?</source>
        <translation>
            <numerusform>Delete %n record for good?</numerusform>
            <numerusform>Delete %n records for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) deleted for good</source>
        <translation>
            <numerusform>%n record deleted for good</numerusform>
            <numerusform>%n records deleted for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::RepairDialog</name>
    <message numerus="yes">
        <source>Looking through %n record(s)…</source>
        <translation>
            <numerusform>Looking through %n record…</numerusform>
            <numerusform>Looking through %n records…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be put right.</source>
        <translation>
            <numerusform>%n record will be put right.</numerusform>
            <numerusform>%n records will be put right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) cannot be told and stay as they are.</source>
        <translation>
            <numerusform>%n other cannot be told and stays as it is.</numerusform>
            <numerusform>%n others cannot be told and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SettingsPage</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The book has %n fault(s); restore the last good backup, and keep this file until you have.</source>
        <translation>
            <numerusform>The book has %n fault; restore the last good backup, and keep this file until you have.</numerusform>
            <numerusform>The book has %n faults; restore the last good backup, and keep this file until you have.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Shell</name>
    <message numerus="yes">
        <source>%n row(s) imported</source>
        <translation>
            <numerusform>%n row imported</numerusform>
            <numerusform>%n rows imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed since were left as they are.</source>
        <translation>
            <numerusform>%n record changed since was left as it is.</numerusform>
            <numerusform>%n records changed since were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried: %n row(s) would be taken</source>
        <translation>
            <numerusform>Tried: %n row would be taken</numerusform>
            <numerusform>Tried: %n rows would be taken</numerusform>
        </translation>
    </message>
</context>
</TS>
