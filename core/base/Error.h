#pragma once

#include <QString>
#include <QStringList>

namespace kith {

// Every way in which something a person asked for can fail. core/text/Sentences says each in their language.
// The comment gives what `detail` holds, in order.
enum class ErrorCode {
    Internal, // what was impossible and happened: a short technical text
    Cancelled,
    WrongUsage, // what is wrong with the command line

    // files and folders
    FileMissing,    // path
    FileUnreadable, // path, system's text
    FileUnwritable, // path, system's text
    FileExists,     // path
    DiskFull,       // path
    ReadOnly,       // path
    FileDamaged,    // path: encrypted contents that are not what was written, or another key's

    // the book
    BookMissing,  // path
    BookExists,   // path
    BookDamaged,  // path, what was found
    BookNotABook, // path
    BookPlain,    // path: the file is not encrypted
    BookKeyWrong, // path: the key, the cipher or the first page is wrong
    BookNotEmpty, // no detail: the demo company needs a book of its own
    BookNewer,    // path, version of the book, version of this program
    BookInUse,    // path
    BookLocked,
    BookBusy,
    IndexingInProgress,

    // keys
    KeyFileMissing, // path
    KeyFileDamaged, // path
    KeyFileOther,   // path: belongs to another book
    KeyFileNewer,   // path
    KeyFileAbsurd,  // path: parameters that no Kith would write
    WrongPassphrase,
    WrongRecoveryCode,
    RecoveryCodeMistyped, // its check does not fit: a slip, not another book's code
    PassphraseTooShort,   // least number of characters
    NoSuchSlot,
    TooManySlots, // greatest number
    LastSlot,     // the last way in may not be removed
    KeychainNotFound,
    KeychainLocked,
    KeychainUnavailable, // system's text
    KeychainTimeout,
    KeychainKeyWrong, // what the keychain holds for this book does not open it
    NotEnoughMemory,

    // catalog, records, queries
    CatalogInvalid,    // file or element, what is wrong
    NoSuchEntity,      // key
    NoSuchField,       // entity label, key
    NoSuchOption,      // field label, text
    NoSuchRecord,      // entity label, id or title
    NoSuchAct,         // number
    FieldRequired,     // field label
    FieldReadOnly,     // field label
    ValueInvalid,      // field label, text, why
    NotANumber,        // field label, text
    NumberTooLarge,    // field label, text
    NumberTooPrecise,  // field label, text, decimals that can be kept
    NotADate,          // field label, text
    NotABoolean,       // field label, text
    CurrencyUnknown,   // field label, text
    PhoneInvalid,      // field label, text
    MailInvalid,       // field label, text
    LinkInvalid,       // field label, text
    TaxIdInvalid,      // field label, text
    CountryUnknown,    // field label, text
    TextTooLong,       // field label, greatest length
    RelationNotFound,  // field label, text
    RelationAmbiguous, // field label, text, number of matches
    RelationCycle,     // field label
    RecordInTrash,     // entity label, title
    RecordMerged,      // entity label, title
    NotCompared,       // entity label: records of this kind are not looked through for duplicates
    MergeImpossible,   // entity label: records of this kind are never merged
    RecordInUse,       // entity label, title, number of records that belong to it
    QuerySyntax,       // position from 1, what was expected
    ListMoved,         // other records stand where some were picked
    EncodingInvalid,   // where: bytes of a value or a patch that no Kith writes
    NothingToUndo,
    NothingToRedo,

    // exchange
    EncodingUnknown, // path
    FileEmpty,       // path
    NoHeader,        // path
    ColumnNotMapped, // column
    MapInvalid,      // path, what is wrong
    FormatUnknown,   // path
    FormatOld,       // path: of Excel before 2007
    FilePassworded,  // path
    FileTooLarge,    // path, what of it there is too much of
    WorkbookDamaged, // path, what was found
    SheetMissing,    // path, sheet
    CellHasError,    // field label, text
    CellTooLong,     // path, field label, title of the record, greatest number of characters
    TooManyRows,     // path, greatest number
    NoCards,         // entity's plural
    CellTooLarge,    // line, column
    QuoteNotClosed,  // line, column
    RowTooFewCells,  // cells, columns
    RowTooManyCells, // cells, columns
    DuplicateRow,    // field label, text
    BackupInvalid,   // path, what was found
    FileReplaced,    // path: another one than when its import began
};

// Why something did not happen. `detail` fills the sentence; it may hold what the person typed, and is never logged.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QStringList detail;

    bool operator==(const Error&) const = default;
};

}
