#include "model/document/salvage.h"

#include "model/design/names.h"
#include "model/design/validate.h"
#include "model/document/asset_store.h"
#include "model/document/digest.h"
#include "model/document/document_p.h"
#include "model/document/salvage_definitions.h"
#include "model/document/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtEndian>

#include <sqlite3.h>

#include <cstring>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Document", text);
}

struct Counts {
    qint64 read = 0;
    qint64 missing = 0;
    bool brokenOff = false; ///< a page could not be read: there may be more than `missing`
    quint64 digest = 0; ///< of all cells, as they are in the file; means something where nothing is missing
};

/// Reads a table from both ends, so that one broken page in the middle costs only what lies on it. Columns
/// that the file lacks get their defaults; so does a cell of a known row that is out of range, unless it is
/// the key.
template <class Row>
Counts salvageTable(const sqlite::Connection& connection, Design& design) {
    Counts counts;
    const auto columns = columnsOf<Row>();
    const TableInfo& table = *recordedTable(tableName<Row>());
    bool complete = false;
    for (const char* order : {"ASC", "DESC"}) {
        sqlite::Statement select =
            connection.prepare(QByteArray("SELECT * FROM ") + tableName<Row>() + " ORDER BY rowid " + order);
        counts.digest = 0;
        while (select.step()) {
            Row row;
            if (!columns[0].set(row, select.cell(0)) || !row.id) {
                ++counts.missing;
                continue;
            }
            bool whole = true;
            const int width = select.columnCount();
            counts.digest += cellDigest(table, 0, row.id.value(), select.cell(0));
            for (std::size_t i = 1; i < columns.size(); ++i) {
                const bool present = int(i) < width; // what an older version had not is not missing
                if (present) {
                    const CellView cell = select.cell(int(i));
                    counts.digest += cellDigest(table, int(i), row.id.value(), cell);
                    if (columns[i].set(row, cell))
                        continue;
                }
                columns[i].set(row, table.columns[qsizetype(i)].defaultCell.view());
                whole = whole && !present;
            }
            if constexpr (std::is_same_v<Row, Board>) {
                design.board = row;
                design.board.id = BoardId(1);
                counts.read = 1;
            } else if (!tableOf<Row>(design).contains(row.id)) {
                tableOf<Row>(design).put(row);
                ++(whole ? counts.read : counts.missing);
            }
        }
        complete = select.ok();
        if (complete)
            break;
    }
    counts.brokenOff = !complete;
    return counts;
}

template <class Row, class Keep>
qint64 keepOnly(Table<Row>& table, Keep keep) {
    QList<typename Table<Row>::Key> lost;
    for (const Row& row : table) {
        if (!keep(row))
            lost.append(row.id);
    }
    for (auto id : lost)
        table.remove(id);
    return lost.size();
}

struct Mended {
    qint64 gone = 0;    ///< rows that had to go
    qint64 rebuilt = 0; ///< common rows made again: the element has lost its frame and its place in the order
};

/// Brings rows that lost what they hang on into a state that validate() accepts.
Mended mend(Design& design) {
    qint64 gone = 0;
    qint64 rebuilt = 0;
    const auto typeOf = [&design](ElementId id) -> std::optional<ElementType> {
        if (design.blocks.contains(id))
            return ElementType::Block;
        if (design.frames.contains(id))
            return ElementType::Frame;
        if (design.connections.contains(id))
            return ElementType::Connection;
        if (design.cards.contains(id))
            return ElementType::Card;
        if (design.strokes.contains(id))
            return ElementType::Stroke;
        if (design.shapes.contains(id))
            return ElementType::Shape;
        if (design.images.contains(id))
            return ElementType::Image;
        return std::nullopt;
    };
    gone += keepOnly(design.connections, [&](const Connection& connection) {
        const auto isEnd = [&](ElementId id) {
            return design.blocks.contains(id) || design.frames.contains(id);
        };
        return isEnd(connection.source) && isEnd(connection.target);
    });
    gone += keepOnly(design.images, [&](const Image& image) { return design.assets.contains(image.asset); });
    gone += keepOnly(design.strokes, [](const Stroke& stroke) { return !stroke.points.isEmpty(); });
    // The common row can be made again from the row of the type, not the other way round.
    gone += keepOnly(design.elements, [&](const Element& element) { return typeOf(element.id).has_value(); });
    const auto complete = [&design, &rebuilt](const auto& table, ElementType type) {
        for (const auto& row : table) {
            const Element* present = design.elements.find(row.id);
            rebuilt += present ? 0 : 1;
            Element element = present ? *present : Element{};
            element.id = row.id;
            element.type = type;
            if (type == ElementType::Connection || !design.frames.contains(element.parent))
                element.parent = {};
            design.elements.put(element);
        }
    };
    complete(design.blocks, ElementType::Block);
    complete(design.frames, ElementType::Frame);
    complete(design.connections, ElementType::Connection);
    complete(design.cards, ElementType::Card);
    complete(design.strokes, ElementType::Stroke);
    complete(design.shapes, ElementType::Shape);
    complete(design.images, ElementType::Image);
    for (const Frame& frame : design.frames) {
        if (design.isInside(frame.id, frame.id)) {
            Element element = *design.elements.find(frame.id);
            element.parent = {};
            design.elements.put(element);
        }
    }
    gone += keepOnly(design.options,
                     [&](const Option& option) { return design.decisions.contains(option.decision); });
    gone += keepOnly(design.arguments,
                     [&](const Argument& argument) { return design.options.contains(argument.option); });
    gone += keepOnly(design.criteria, [&](const Criterion& criterion) {
        return design.decisions.contains(criterion.decision);
    });
    gone += keepOnly(design.scores, [&](const Score& score) {
        const Option* option = design.options.find(score.option);
        const Criterion* criterion = design.criteria.find(score.criterion);
        return option && criterion && option->decision == criterion->decision;
    });
    const auto hangOn = [&](auto& table) {
        for (const auto* row : table.sorted()) {
            if (row->subject && !design.elements.contains(row->subject)) {
                auto moved = *row; // onto the board: text is worth more than its place
                moved.subject = {};
                table.put(moved);
            }
        }
    };
    hangOn(design.notes);
    hangOn(design.metrics);
    hangOn(design.decisions);
    // A field is filled once for each subject: what has lost its own says it on the board, if that is free.
    QSet<std::pair<ElementId, QString>> filled;
    for (const Property* property : design.properties.sorted()) {
        if (!property->subject || design.elements.contains(property->subject))
            filled.insert({property->subject, property->field});
    }
    gone += keepOnly(design.properties, [&](const Property& property) {
        return !property.subject || design.elements.contains(property.subject) ||
               !filled.contains({ElementId(), property.field});
    });
    hangOn(design.properties);
    for (const Decision* decision : design.decisions.sorted()) {
        const Option* chosen = design.options.find(decision->chosen);
        if (decision->chosen && (!chosen || chosen->decision != decision->id)) {
            Decision open = *decision;
            open.chosen = {};
            design.decisions.put(open);
        }
    }
    gone += keepOnly(design.cards, [&](const Card& card) {
        const bool kept = card.kind != CardKind::Decision || design.decisions.contains(card.decision);
        if (!kept)
            design.elements.remove(card.id);
        return kept;
    });
    QSet<QString> names;
    const auto giveName = [&names](auto& table) {
        for (const auto* row : table.sorted()) {
            if (row->name.isEmpty() || row->name != slugOf(row->name) || names.contains(row->name)) {
                auto renamed = *row;
                renamed.name = uniqueName(row->name.isEmpty() ? row->title : row->name, names);
                names.insert(renamed.name);
                table.put(renamed);
            } else {
                names.insert(row->name);
            }
        }
    };
    giveName(design.blocks);
    giveName(design.frames);
    return {gone, rebuilt};
}

QString counted(qsizetype n, const QString& one, const QString& many) {
    return n == 1 ? one : many.arg(n);
}

/// "2 blocks, 1 frame, ...": what a design holds.
QString contentOf(const Design& design, bool everything) {
    QStringList parts{counted(design.blocks.size(), tr("1 block"), tr("%1 blocks")),
                      counted(design.frames.size(), tr("1 frame"), tr("%1 frames")),
                      counted(design.connections.size(), tr("1 connection"), tr("%1 connections"))};
    if (everything) {
        const qsizetype drawn = design.strokes.size() + design.shapes.size();
        if (drawn > 0)
            parts += counted(drawn, tr("1 drawing"), tr("%1 drawings"));
        if (!design.images.isEmpty())
            parts += counted(design.images.size(), tr("1 image"), tr("%1 images"));
        parts += {counted(design.cards.size(), tr("1 card"), tr("%1 cards")),
                  counted(design.notes.size(), tr("1 note"), tr("%1 notes")),
                  counted(design.decisions.size(), tr("1 decision"), tr("%1 decisions")),
                  counted(design.metrics.size(), tr("1 metric"), tr("%1 metrics")),
                  counted(design.requirements.size(), tr("1 requirement"), tr("%1 requirements"))};
    }
    return parts.join(tr(", "));
}

/// `altered`: all rows were read, and yet they are not those that the checksum is of.
QString summaryOf(const Design& design, const SalvageReport& report, bool brokenOff, bool altered) {
    QStringList sentences{tr("Recovered: %1.").arg(contentOf(design, true))};
    if (report.rebuilt > 0)
        sentences += counted(report.rebuilt, tr("1 element lost its frame and order."),
                             tr("%1 elements lost their frame and order."));
    if (const qint64 rows = report.missing - report.rebuilt; rows > 0)
        sentences +=
            counted(rows, tr("1 row is missing or incomplete."), tr("%1 rows are missing or incomplete."));
    if (brokenOff)
        sentences += report.missing > 0
                         ? tr("Parts of the file cannot be read, so that more may be missing.")
                         : tr("Parts of the file cannot be read, so that something may be missing.");
    else if (altered)
        sentences += tr("No row is missing, but the content is not what its checksum says: look through it.");
    else if (report.missing == 0)
        sentences += tr("Nothing of the design is missing.");
    return sentences.join(QLatin1Char(' '));
}

/// Writes into a private copy what the first hundred bytes of our files always say, and the number of pages
/// there really are, so that SQLite reads on behind a damaged header and in a file whose end is missing.
/// Format: https://www.sqlite.org/fileformat.html#the_database_header
void mendHeader(const QString& copy) {
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite) || file.size() == 0)
        return;
    constexpr qint64 kHeaderSize = 100;
    constexpr quint16 kUsualPageSize = 4096;
    QByteArray header = file.read(kHeaderSize).leftJustified(kHeaderSize, '\0');
    char* bytes = header.data();
    quint16 pageSize = qFromBigEndian<quint16>(bytes + 16);
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0)
        pageSize = kUsualPageSize;
    const qint64 pages = (file.size() + pageSize - 1) / pageSize;
    std::memcpy(bytes, "SQLite format 3", 16);
    qToBigEndian(pageSize, bytes + 16);
    std::memcpy(bytes + 18, "\1\1\0\100\40\40", 6); // rollback journal, nothing reserved, payload fractions
    qToBigEndian(quint32(pages), bytes + 28);
    qToBigEndian(quint64(0), bytes + 32);   // no list of free pages: nothing is written here
    qToBigEndian(quint32(4), bytes + 44);   // schema format
    qToBigEndian(quint32(0), bytes + 52);   // no automatic vacuum
    qToBigEndian(quint32(1), bytes + 56);   // UTF-8
    std::memcpy(bytes + 92, bytes + 24, 4); // the number of pages is valid
    file.seek(0);
    file.write(header);
    file.resize(pages * pageSize);
}

struct Reading {
    Design design;
    Counts counts;
    bool altered = false; ///< where every row could be read: they are not those that the checksum is of
};

/// Reads what can be read of a private copy; `definitionsWhole` says whether it knew all tables.
Reading readCopy(const QString& copy, bool* definitionsWhole) {
    Reading reading;
    reading.counts.brokenOff = true;
    *definitionsWhole = false;
    mendHeader(copy);
    auto connection = sqlite::Connection::open(copy, sqlite::Access::ReadWrite);
    if (!connection)
        return reading;
    connection->setDeadline(60'000);
    // One definition that cannot be read is then no reason to refuse the others.
    sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    connection->exec("PRAGMA writable_schema=ON");
    *definitionsWhole = compareSchema(*connection).missingTables.isEmpty();
    reading.counts.brokenOff = false;
    forEachRowType([&]<class Row>() {
        const Counts counts = salvageTable<Row>(*connection, reading.design);
        reading.counts.read += counts.read;
        reading.counts.missing += counts.missing;
        reading.counts.digest += counts.digest;
        reading.counts.brokenOff = reading.counts.brokenOff || counts.brokenOff;
    });
    const auto claimed = storedDigest(*connection);
    reading.altered = claimed && *claimed != reading.counts.digest;
    if (auto assets = assetStore::load(*connection))
        reading.design.assets = std::move(*assets);
    return reading;
}

/// Reads a private copy; where definitions of tables are lost, also by those of an empty document, and takes
/// what gives the most rows.
Reading readBest(const QString& copy, const QString& folder) {
    bool whole = false;
    Reading best = readCopy(copy, &whole); // rolls a journal back, too
    if (whole)
        return best;
    for (const PageLayout layout : {PageLayout::Made, PageLayout::Vacuumed}) {
        const QString other = QDir(folder).filePath(QStringLiteral("defined.gplan"));
        QFile::remove(other);
        if (!QFile::copy(copy, other) || !putDefinitions(other, layout, folder))
            continue;
        Reading reading = readCopy(other, &whole);
        if (reading.counts.read > best.counts.read)
            best = std::move(reading);
    }
    return best;
}

} // namespace

Result<SalvageReport> salvage(const QString& source, const QString& target) {
    const QString shown = QDir::toNativeSeparators(source);
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.gplan"));
    if (openDocuments::contains(source))
        return fail(ErrorCode::Refused, tr("“%1” is open; close it before recovering it.").arg(shown));
    if (!folder.isValid() || !QFile::copy(source, copy))
        return fail(ErrorCode::Unreadable, tr("“%1” cannot be copied for recovery.").arg(shown));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    const QString journal = QLatin1String("-journal");
    if (QFile::exists(source + journal))
        QFile::copy(source + journal, copy + journal);

    auto [design, all, altered] = readBest(copy, folder.path());
    // Every type row that was read although its common row was not, and the reverse, is accounted for here.
    const Mended mended = mend(design);
    all.missing += mended.gone + mended.rebuilt;
    const QStringList problems = validate(design, 1);
    const bool anything = !design.elements.isEmpty() || !design.notes.isEmpty() ||
                          !design.decisions.isEmpty() || !design.metrics.isEmpty() ||
                          !design.requirements.isEmpty() || !design.properties.isEmpty() ||
                          !design.board.task.isEmpty();
    if (!anything) {
        return fail(ErrorCode::Unreadable,
                    tr("Nothing of “%1” can be read any more; restore it from a backup.").arg(shown));
    }
    if (!problems.isEmpty()) {
        return fail(ErrorCode::Unreadable,
                    tr("What can be read of “%1” makes no sound design (%2); restore it from a backup.")
                        .arg(shown, problems.first().chopped(1)));
    }

    auto document = Document::create(target, Document::Use::CommandLine);
    if (!document)
        return tl::unexpected(document.error());
    const EditName name{"recover", {QFileInfo(source).fileName()}};
    if (const auto filled = fillWith(**document, name, design); !filled) {
        document->reset();
        QFile::remove(target); // made above
        return tl::unexpected(filled.error());
    }
    SalvageReport report;
    report.read = all.read;
    report.missing = all.missing;
    report.rebuilt = mended.rebuilt;
    report.summary = summaryOf(design, report, all.brokenOff, report.missing == 0 && altered);
    return report;
}

Result<QString> checkFile(const QString& path) {
    auto file = openChecked(path, false, openDocuments::contains(path));
    if (!file)
        return tl::unexpected(file.error());
    if (file->import)
        return fail(ErrorCode::Unreadable, file->notice);
    const Design design = file->loaded.design;
    const QString notice = file->notice;
    auto document = Document::open(path, Document::Use::CommandLine);
    if (!document)
        return tl::unexpected(document.error());
    if (const auto history = (*document)->checkHistory(); !history) {
        return fail(ErrorCode::Unreadable,
                    tr("The design in “%1” is sound, but its history is not: %2")
                        .arg(QDir::toNativeSeparators(path), history.error().sentence));
    }
    const QString sentence =
        tr("“%1” is sound: %2, %3.")
            .arg(QDir::toNativeSeparators(path), contentOf(design, false),
                 counted((*document)->history().size(), tr("1 history entry"), tr("%1 history entries")));
    return notice.isEmpty() ? sentence : sentence + QLatin1Char(' ') + notice;
}

} // namespace groundplan
