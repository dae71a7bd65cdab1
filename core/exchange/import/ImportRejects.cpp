#include "core/exchange/import/ImportRejects.h"

#include "core/database/Connection.h"
#include "core/database/Transaction.h"

#include <QDataStream>

namespace kith {

namespace {

QByteArray packed(const std::vector<std::string>& cells)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const auto& cell : cells)
        out << QByteArray::fromRawData(cell.data(), qsizetype(cell.size()));
    return bytes;
}

std::vector<QByteArray> unpacked(const QByteArray& bytes)
{
    std::vector<QByteArray> cells;
    QDataStream in(bytes);
    while (!in.atEnd()) {
        QByteArray cell;
        in >> cell;
        cells.push_back(cell);
    }
    return cells;
}

}

Result<RejectsWriter> rejectsFile(const ImportPlan& plan, const QString& path)
{
    QStringList header;
    for (const auto& column : plan.columns)
        header += column.header;
    const auto formulas = plan.format == FileFormat::Csv ? FormulaCells::Keep : FormulaCells::Guard;
    return RejectsWriter::create(path, header, char(plan.delimiter.toLatin1()), formulas);
}

Status keepReject(Connection& connection, std::int64_t act, const ParsedRow& row, const QString& reason)
{
    auto statement = connection.kept("INSERT INTO import_reject(act, line, reason, cells) VALUES(?1, ?2, ?3, ?4)");
    return statement.bindAll(act, row.line, reason, packed(row.cells)).run();
}

Status writeRejects(Connection& connection, std::int64_t act, RejectsWriter& file)
{
    auto statement = connection.kept("SELECT line, reason, cells FROM import_reject WHERE act = ?1 ORDER BY rowid");
    statement.bind(1, act);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return {};
        const auto kept = unpacked(statement.blob(2).toByteArray());
        std::vector<std::string_view> cells;
        cells.reserve(std::size_t(kept.size()));
        for (const auto& cell : kept)
            cells.emplace_back(cell.constData(), std::size_t(cell.size()));
        SourceRow row;
        row.cells = cells;
        row.line = statement.integer(0);
        KITH_TRY(file.write(row, statement.text(1)));
    }
}

Status dropRejects(Connection& connection, std::int64_t act)
{
    auto statement = connection.kept("DELETE FROM import_reject WHERE act = ?1");
    return statement.bindAll(act).run();
}

Status dropOldRejects(Connection& connection)
{
    auto statement = connection.kept("DELETE FROM import_reject WHERE act NOT IN (SELECT act FROM import_job)");
    return statement.run();
}

Result<std::int64_t> writeKeptRejects(Connection& connection, const ImportPlan& plan, const QString& path)
{
    KITH_TRY(const auto moment, ReadTransaction::begin(connection));
    KITH_TRY(auto file, rejectsFile(plan, path));
    auto last = connection.kept("SELECT max(act) FROM import_reject WHERE act NOT IN (SELECT act FROM import_job)");
    KITH_TRY(last.step());
    const auto act = last.integer(0);
    last.reset();
    KITH_TRY(writeRejects(connection, act, file));
    KITH_TRY(file.commit());
    return file.rows();
}

}
