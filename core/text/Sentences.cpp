#include "core/text/Sentences.h"

#include <QCoreApplication>

namespace kith {

namespace {

// Where the details stand.
enum class Shape {
    Plain,        // in the sentence
    Field,        // the first is a field's label, put before the sentence
    FieldReason,  // the same, and the third says why, put behind it
    Reason,       // the first says why, put behind the sentence
    SecondReason, // the second says why
};

struct Pattern
{
    const char* text;
    Shape shape = Shape::Plain;
};

// What happened; what to do. No default: a code without a sentence must not compile.
Pattern pattern(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal:
        return {QT_TRANSLATE_NOOP("Sentences", "Something happened that should be impossible, and nothing was changed; "
                                               "try again, and report it if it comes back."),
                Shape::Reason};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("Sentences", "Cancelled; nothing more was changed.")};
    case ErrorCode::WrongUsage:
        return {QT_TRANSLATE_NOOP("Sentences", "The command cannot be understood; see kith-cli --help."),
                Shape::Reason};

    case ErrorCode::FileMissing:
        return {QT_TRANSLATE_NOOP("Sentences", "There is no file “%1”; check its name and folder.")};
    case ErrorCode::FileUnreadable:
        return {QT_TRANSLATE_NOOP("Sentences", "The file “%1” cannot be read; check that you may open it and that no "
                                               "other program holds it."),
                Shape::SecondReason};
    case ErrorCode::FileUnwritable:
        return {QT_TRANSLATE_NOOP("Sentences", "The file “%1” cannot be written; choose another folder or ask for the "
                                               "right to write there."),
                Shape::SecondReason};
    case ErrorCode::FileExists:
        return {QT_TRANSLATE_NOOP("Sentences", "The file “%1” is there already; choose another name.")};
    case ErrorCode::DiskFull:
        return {QT_TRANSLATE_NOOP(
            "Sentences", "There is no space left for “%1”, and nothing was damaged; free some space and try again.")};
    case ErrorCode::ReadOnly:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” may only be read; change its rights or work with a copy in a "
                                               "folder of your own.")};
    case ErrorCode::FileDamaged:
        return {QT_TRANSLATE_NOOP("Sentences", "The contents of “%1” are damaged or belong to another book; restore it "
                                               "from a backup.")};

    case ErrorCode::BookMissing:
        return {QT_TRANSLATE_NOOP("Sentences", "There is no book at “%1”; check the path or make a new book.")};
    case ErrorCode::BookExists:
        return {QT_TRANSLATE_NOOP("Sentences", "There is a book at “%1” already; open it or choose another name.")};
    case ErrorCode::BookDamaged:
        return {QT_TRANSLATE_NOOP("Sentences", "The book “%1” is damaged; restore the last backup and keep this file "
                                               "until you have."),
                Shape::SecondReason};
    case ErrorCode::BookNotABook:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” is not a Kith book, or nothing of one is left in it; choose "
                                               "another file, or restore it from a backup.")};
    case ErrorCode::BookPlain:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” is not encrypted, so it is no Kith book and was not opened.")};
    case ErrorCode::BookKeyWrong:
        return {QT_TRANSLATE_NOOP("Sentences", "The book “%1” does not open with the key of its key file, or its "
                                               "beginning is damaged; restore both from the same backup.")};
    case ErrorCode::BookNotEmpty:
        return {QT_TRANSLATE_NOOP("Sentences", "This book already holds customers; the demo company needs a book of "
                                               "its own, so make a new one for it.")};
    case ErrorCode::BookNewer:
        return {QT_TRANSLATE_NOOP("Sentences",
                                  "The book “%1” was made by a newer Kith (version %2, this one knows %3); "
                                  "install the newer one.")};
    case ErrorCode::BookInUse:
        return {
            QT_TRANSLATE_NOOP("Sentences", "The book “%1” is open in another Kith; close that one or go on there.")};
    case ErrorCode::BookLocked:
        return {QT_TRANSLATE_NOOP("Sentences", "The book is locked; unlock it first.")};
    case ErrorCode::BookBusy:
        return {QT_TRANSLATE_NOOP("Sentences", "The book is busy with something long; try again when that is done.")};
    case ErrorCode::IndexingInProgress:
        return {QT_TRANSLATE_NOOP("Sentences", "The book is being indexed; this works again when that is done.")};

    case ErrorCode::KeyFileMissing:
        return {QT_TRANSLATE_NOOP("Sentences", "The key file “%1” is missing; without it the book cannot be opened, so "
                                               "put it back from a backup.")};
    case ErrorCode::KeyFileDamaged:
        return {QT_TRANSLATE_NOOP("Sentences", "The key file “%1” and its second copy are damaged; put it back from a "
                                               "backup.")};
    case ErrorCode::KeyFileOther:
        return {QT_TRANSLATE_NOOP("Sentences", "The key file “%1” belongs to another book; put the right one beside "
                                               "this book.")};
    case ErrorCode::KeyFileNewer:
        return {QT_TRANSLATE_NOOP("Sentences", "The key file “%1” was made by a newer Kith; install that one.")};
    case ErrorCode::KeyFileAbsurd:
        return {QT_TRANSLATE_NOOP("Sentences", "The key file “%1” asks for what no Kith would; it was changed by "
                                               "someone, so put it back from a backup.")};
    case ErrorCode::WrongPassphrase:
        return {QT_TRANSLATE_NOOP("Sentences", "The passphrase is wrong; try again, or use the recovery code.")};
    case ErrorCode::WrongRecoveryCode:
        return {QT_TRANSLATE_NOOP("Sentences", "The recovery code does not belong to this book; look for the one "
                                               "printed when the book was made.")};
    case ErrorCode::RecoveryCodeMistyped:
        return {QT_TRANSLATE_NOOP("Sentences", "The recovery code has a slip in it; compare it with the printed one.")};
    case ErrorCode::PassphraseTooShort:
        return {QT_TRANSLATE_NOOP("Sentences", "The passphrase is too short; take at least %1 characters.")};
    case ErrorCode::NoSuchSlot:
        return {QT_TRANSLATE_NOOP("Sentences", "The book has no such way in; see those it has in the settings under "
                                               "Keys, or by kith-cli keys list.")};
    case ErrorCode::TooManySlots:
        return {QT_TRANSLATE_NOOP("Sentences", "A book has at most %1 ways to open it; remove one first.")};
    case ErrorCode::LastSlot:
        return {
            QT_TRANSLATE_NOOP("Sentences", "This is the last way to open the book; add another before removing it.")};
    case ErrorCode::KeychainNotFound:
        return {QT_TRANSLATE_NOOP("Sentences",
                                  "The system keychain has no key for this book; use the passphrase or the "
                                  "recovery code, and add the keychain again in the settings.")};
    case ErrorCode::KeychainLocked:
        return {QT_TRANSLATE_NOOP("Sentences", "The system keychain is locked; unlock it, or use the passphrase or the "
                                               "recovery code.")};
    case ErrorCode::KeychainUnavailable:
        return {QT_TRANSLATE_NOOP("Sentences", "The system keychain does not answer here; use the passphrase or the "
                                               "recovery code."),
                Shape::Reason};
    case ErrorCode::KeychainTimeout:
        return {QT_TRANSLATE_NOOP("Sentences", "The system keychain took too long to answer; use the passphrase or the "
                                               "recovery code.")};
    case ErrorCode::KeychainKeyWrong:
        return {QT_TRANSLATE_NOOP("Sentences", "What the system keychain holds does not open this book; use the "
                                               "passphrase or the recovery code.")};
    case ErrorCode::NotEnoughMemory:
        return {QT_TRANSLATE_NOOP("Sentences", "There is not enough memory for this; close other programs and try "
                                               "again.")};

    case ErrorCode::CatalogInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "The catalog has a fault at “%1”; correct it or take the change back."),
                Shape::SecondReason};
    case ErrorCode::NoSuchEntity:
        return {QT_TRANSLATE_NOOP("Sentences", "There is no kind of record called “%1”; see the catalog for those "
                                               "there are.")};
    case ErrorCode::NoSuchField:
        return {QT_TRANSLATE_NOOP("Sentences", "There is no field “%2”; the catalog of “%1” has those there are.")};
    case ErrorCode::NoSuchOption:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is none of the options; choose one of them or add it first."),
                Shape::Field};
    case ErrorCode::NoSuchRecord:
        return {QT_TRANSLATE_NOOP("Sentences", "There is no %1 “%2”; it may have been deleted, so look in the trash.")};
    case ErrorCode::NoSuchAct:
        return {QT_TRANSLATE_NOOP("Sentences", "There is no act %1; list the acts first.")};
    case ErrorCode::FieldRequired:
        return {QT_TRANSLATE_NOOP("Sentences", "This field must not be empty; fill it in."), Shape::Field};
    case ErrorCode::FieldReadOnly:
        return {
            QT_TRANSLATE_NOOP("Sentences", "This field is filled in by Kith and cannot be set by hand; leave it out."),
            Shape::Field};
    case ErrorCode::ValueInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” does not fit here; correct it or leave it empty."),
                Shape::FieldReason};
    case ErrorCode::NotANumber:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is not a number; write it like 1054.50."), Shape::Field};
    case ErrorCode::NumberTooLarge:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is too large to be kept exactly; check its digits."),
                Shape::Field};
    case ErrorCode::NumberTooPrecise:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” has more than the %3 decimals kept here; round it first."),
                Shape::Field};
    case ErrorCode::NotADate:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is not a date; write it like 2016-10-20."), Shape::Field};
    case ErrorCode::NotABoolean:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is neither yes nor no; write one of them."), Shape::Field};
    case ErrorCode::CurrencyUnknown:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is no currency known here; write its code, like CNY."),
                Shape::Field};
    case ErrorCode::PhoneInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is not a telephone number; write it with its area or country "
                                               "code, like +86 138 1234 5678."),
                Shape::Field};
    case ErrorCode::MailInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is not a mail address; write it like name@example.com."),
                Shape::Field};
    case ErrorCode::LinkInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is not a web address; write it like www.example.com."),
                Shape::Field};
    case ErrorCode::TaxIdInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "The check character of the tax number “%2” is wrong; compare it with "
                                               "the paper."),
                Shape::Field};
    case ErrorCode::CountryUnknown:
        return {QT_TRANSLATE_NOOP("Sentences", "“%2” is no country known here; write its name or its code, like CN."),
                Shape::Field};
    case ErrorCode::TextTooLong:
        return {QT_TRANSLATE_NOOP("Sentences", "The text is longer than %2 characters; shorten it."), Shape::Field};
    case ErrorCode::RelationNotFound:
        return {QT_TRANSLATE_NOOP("Sentences", "There is no record called “%2”; check the name or make it first."),
                Shape::Field};
    case ErrorCode::RelationAmbiguous:
        return {QT_TRANSLATE_NOOP("Sentences", "%3 records could be meant by “%2”; choose one of them."), Shape::Field};
    case ErrorCode::RelationCycle:
        return {QT_TRANSLATE_NOOP("Sentences", "This would make the record stand above itself; choose another one."),
                Shape::Field};
    case ErrorCode::RecordInTrash:
        return {QT_TRANSLATE_NOOP("Sentences", "%1 “%2” is in the trash; restore it first.")};
    case ErrorCode::RecordMerged:
        return {QT_TRANSLATE_NOOP("Sentences", "%1 “%2” was merged into another record; open that one.")};
    case ErrorCode::NotCompared:
        return {QT_TRANSLATE_NOOP("Sentences", "%1: duplicates are looked for among customers, contacts and leads.")};
    case ErrorCode::MergeImpossible:
        return {QT_TRANSLATE_NOOP("Sentences", "%1: records of this kind cannot be merged; delete the one that is too "
                                               "much.")};
    case ErrorCode::RecordInUse:
        return {QT_TRANSLATE_NOOP("Sentences", "%3 records belong to %1 “%2”; move or delete them first.")};
    case ErrorCode::QuerySyntax:
        return {QT_TRANSLATE_NOOP("Sentences", "The condition cannot be understood at character %1; expected was %2.")};
    case ErrorCode::ListMoved:
        return {QT_TRANSLATE_NOOP("Sentences", "The list has changed since you picked; pick again.")};
    case ErrorCode::EncodingInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "Something stored is damaged at “%1”; check the book with verify and "
                                               "restore a backup if it says so.")};
    case ErrorCode::NothingToUndo:
        return {QT_TRANSLATE_NOOP("Sentences", "There is nothing to undo.")};
    case ErrorCode::NothingToRedo:
        return {QT_TRANSLATE_NOOP("Sentences", "There is nothing to redo.")};

    case ErrorCode::EncodingUnknown:
        return {QT_TRANSLATE_NOOP("Sentences", "The encoding of “%1” is not known here; save the file as UTF-8 and try "
                                               "again.")};
    case ErrorCode::FileEmpty:
        return {QT_TRANSLATE_NOOP("Sentences", "The file “%1” is empty; choose another one.")};
    case ErrorCode::NoHeader:
        return {QT_TRANSLATE_NOOP("Sentences", "The file “%1” has no line with the names of its columns; add one.")};
    case ErrorCode::ColumnNotMapped:
        return {QT_TRANSLATE_NOOP("Sentences", "No field was chosen for the column “%1”; choose one or leave the "
                                               "column out.")};
    case ErrorCode::MapInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "The mapping “%1” cannot be used; correct it."), Shape::SecondReason};
    case ErrorCode::FormatUnknown:
        return {QT_TRANSLATE_NOOP("Sentences", "Files like “%1” cannot be used here; take CSV, an Excel workbook "
                                               "(.xlsx) or vCards (.vcf).")};
    case ErrorCode::FormatOld:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” is in the format of Excel before 2007; open it in a spreadsheet "
                                               "program, save it as .xlsx, and take that file.")};
    case ErrorCode::FilePassworded:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” is protected by a password; open it in a spreadsheet program, "
                                               "save it without one, and take that file.")};
    case ErrorCode::FileTooLarge:
        return {QT_TRANSLATE_NOOP("Sentences", "There is more in “%1” than can safely be read; split the file or save "
                                               "it as CSV."),
                Shape::SecondReason};
    case ErrorCode::WorkbookDamaged:
        return {QT_TRANSLATE_NOOP("Sentences", "The workbook “%1” is damaged; open it in a spreadsheet program, save "
                                               "it again, and take that file."),
                Shape::SecondReason};
    case ErrorCode::SheetMissing:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” has no sheet “%2”; choose one that it has.")};
    case ErrorCode::CellHasError:
        return {QT_TRANSLATE_NOOP("Sentences", "The cell holds the spreadsheet's error “%2”; mend it there or empty "
                                               "the cell."),
                Shape::Field};
    case ErrorCode::CellTooLong:
        return {QT_TRANSLATE_NOOP("Sentences", "%2 of “%3” is longer than the %4 characters that a cell of “%1” can "
                                               "hold; export to CSV, or leave the column out.")};
    case ErrorCode::TooManyRows:
        return {QT_TRANSLATE_NOOP("Sentences", "A sheet holds at most %2 rows, too few for “%1”; export to CSV, or "
                                               "fewer records.")};
    case ErrorCode::NoCards:
        return {QT_TRANSLATE_NOOP("Sentences", "%1 cannot be written as vCards, which are for people and companies; "
                                               "export to CSV or .xlsx.")};
    case ErrorCode::CellTooLarge:
        return {QT_TRANSLATE_NOOP("Sentences", "The cell in line %1, column %2 is larger than any cell may be; check "
                                               "for a quote that is not closed.")};
    case ErrorCode::QuoteNotClosed:
        return {QT_TRANSLATE_NOOP("Sentences", "The quote in line %1, column %2 is never closed; close it.")};
    case ErrorCode::RowTooFewCells:
        return {QT_TRANSLATE_NOOP("Sentences", "The row has %1 cells instead of %2; check it for a missing "
                                               "separator.")};
    case ErrorCode::RowTooManyCells:
        return {QT_TRANSLATE_NOOP("Sentences", "The row has %1 cells instead of %2; check it for a separator that "
                                               "should be in quotes.")};
    case ErrorCode::DuplicateRow:
        return {QT_TRANSLATE_NOOP("Sentences", "There is a record with “%2” already; update it or leave the row out."),
                Shape::Field};
    case ErrorCode::BackupInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” is not a whole backup; take another one."), Shape::SecondReason};
    case ErrorCode::FileReplaced:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” is another file now than when its import began; put the old one "
                                               "back and go on.")};
    }
    return {""};
}

QString translated(const char* text)
{
    return QCoreApplication::translate("Sentences", text);
}

QString detailAt(const Error& error, qsizetype index)
{
    return error.detail.value(index);
}

QString shownDetail(const Error& error, qsizetype index)
{
    const auto text = detailAt(error, index);
    return text.isEmpty() ? QStringLiteral("…") : text;
}

// %1 to %9 at once, so that a detail that holds %2 stays as it is; arg() would complain of places not there.
QString filled(const QString& text, const Error& error)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto place = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].unicode() - u'1' : -1;
        if (place < 0 || place > 8) {
            result += text[i];
            continue;
        }
        result += shownDetail(error, place);
        ++i;
    }
    return result;
}

}

QString sentence(const Error& error)
{
    const auto [text, shape] = pattern(error.code);
    auto result = filled(translated(text), error);
    const bool hasField = shape == Shape::Field || shape == Shape::FieldReason;
    if (const auto field = hasField ? detailAt(error, 0) : QString(); !field.isEmpty())
        //: A field's label, and what is wrong with its value
        result = QCoreApplication::translate("Sentences", "%1: %2").arg(field, result);
    const auto reasonAt = shape == Shape::Reason ? 0 : shape == Shape::SecondReason ? 1 : 2;
    const bool hasReason = shape != Shape::Plain && shape != Shape::Field;
    if (const auto reason = hasReason ? detailAt(error, reasonAt) : QString(); !reason.isEmpty())
        //: A sentence, and the reason that the system gave
        result = QCoreApplication::translate("Sentences", "%1 (%2)").arg(result, reason);
    return result;
}

}
