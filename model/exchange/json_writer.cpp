#include "model/exchange/json_writer.h"

#include "model/exchange/json_columns.h"
#include "model/graphviz/splines.h"

#include <QStringList>
#include <QtEndian>

namespace groundplan {
namespace {

using namespace jsoncolumns;

constexpr char kByteOrderMark[] = "\xef\xbb\xbf"; // which parsers are fond of taking away

QByteArray quoted(QByteArrayView utf8) {
    QByteArray text;
    text.reserve(utf8.size() + 2);
    text += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else if (c == '\n') {
            text += "\\n";
        } else if (uchar(c) < 0x20) {
            text += "\\u00" + QByteArray::number(0x100 + uchar(c), 16).right(2);
        } else {
            text += c;
        }
    }
    if (utf8.contains(kByteOrderMark))
        text.replace(kByteOrderMark, "\\ufeff");
    return text + '"';
}
QByteArray quoted(const QString& text) {
    return quoted(QByteArrayView(text.toUtf8()));
}

/// Eighths are exact in three digits.
QByteArray pointsText(qint64 length) {
    QByteArray text = QByteArray::number(qAbs(length) / kUnitsPerPoint);
    if (const qint64 eighths = qAbs(length) % kUnitsPerPoint; eighths != 0) {
        QByteArray digits = QByteArray::number(1000 + eighths * 125).mid(1);
        while (digits.endsWith('0'))
            digits.chop(1);
        text += '.' + digits;
    }
    return length < 0 ? '-' + text : text;
}

class Writer {
public:
    explicit Writer(const Design& design)
        : design_(design)
        , elements_(design.elements.sorted()) {}

    QByteArray write() {
        text_ = "{\n\"format\": " + quoted(QByteArrayView(kFormat)) +
                ",\n\"version\": " + QByteArray::number(kVersion) + ",\n\"board\": {";
        writeFields(design_.board);
        text_ += '}';
        forEachRowType([this]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board> && !std::is_same_v<Row, Element>)
                writeList<Row>();
        });
        writeAssets();
        text_ += "\n}\n";
        return text_;
    }

private:
    template <class Row>
    void writeList() {
        text_ += ",\n" + quoted(listOf(tableName<Row>())) + ": [";
        bool first = true;
        const auto writeRow = [&](const Row& row) {
            text_ += first ? "\n{" : ",\n{";
            first = false;
            writeFields(row);
            if constexpr (kIsElement<Row>)
                writeFields(*design_.elements.find(row.id));
            if constexpr (std::is_same_v<Row, Connection>)
                writeLoose(row);
            text_ += '}';
        };
        const Table<Row>& table = tableOf<Row>(design_);
        if constexpr (kIsElement<Row>) {
            for (const Element* element : elements_) {
                if (const Row* row = table.find(element->id))
                    writeRow(*row);
            }
        } else {
            for (const Row* row : table.sorted())
                writeRow(*row);
        }
        text_ += first ? "]" : "\n]";
    }

    static bool isLeftOut(const Field& field, const Cell& cell, const Cell& usual) {
        if (isAlwaysWritten(field))
            return false;
        switch (field.form) {
        case Form::Implied:
            return true;
        case Form::Length:
            return !QByteArrayView(field.key).startsWith("rect.") && cell.view() == usual.view();
        default:
            return cell.view() == usual.view();
        }
    }

    template <class Row>
    void writeFields(const Row& row) {
        if constexpr (std::is_same_v<Row, Connection>)
            origin_ = design_.rectOf(row.source).value_or(Rect{}).topLeft();
        QByteArrayView open; // the object inside that is being written
        for (const JsonColumn<Row>& column : jsonColumnsOf<Row>()) {
            Cell cell;
            column.column->get(row, cell);
            const Field& field = *column.field;
            if (isLeftOut(field, cell, column.usual))
                continue;
            const QByteArrayView key(field.key);
            const qsizetype dot = key.indexOf('.');
            const QByteArrayView outer = dot < 0 ? QByteArrayView() : key.first(dot);
            if (!open.isEmpty() && open != outer)
                text_ += '}';
            if (!outer.isEmpty() && open != outer) {
                beginKey(outer);
                text_ += '{';
            }
            open = outer;
            beginKey(key.sliced(dot + 1));
            writeCell(field, cell);
        }
        if (!open.isEmpty())
            text_ += '}';
    }

    void beginKey(QByteArrayView key) {
        if (!text_.endsWith('{'))
            text_ += ", ";
        text_ += quoted(key) + ": ";
    }

    void writeCell(const Field& field, const Cell& cell) {
        switch (field.form) {
        case Form::Implied:
            break;
        case Form::Flag:
            text_ += cell.integer != 0 ? "true" : "false";
            break;
        case Form::Id:
        case Form::Decision:
        case Form::Option:
        case Form::Criterion:
        case Form::Group:
            text_ += '"' + QByteArray::number(cell.integer) + '"';
            break;
        case Form::Element:
            text_ += '"' + QByteArray::number(cell.integer) + '"';
            if (const QString name = design_.nameOf(ElementId(cell.integer)); !name.isEmpty()) {
                beginKey(QByteArray(field.key) + kNameSuffix);
                text_ += quoted(name);
            }
            break;
        case Form::Order:
        case Form::Whole:
            if (cell.integer > kMostExact || cell.integer < -kMostExact)
                text_ += '"' + QByteArray::number(cell.integer) + '"';
            else
                text_ += QByteArray::number(cell.integer);
            break;
        case Form::Length:
            text_ += pointsText(cell.integer);
            break;
        case Form::Text:
        case Form::Colour:
        case Form::Name:
        case Form::Word:
            text_ += quoted(QByteArrayView(cell.bytes));
            break;
        case Form::Route:
            writeRoute(cell.bytes);
            break;
        case Form::StrokePoints:
            writePoints(cell.bytes);
            break;
        }
    }

    void writeRoute(const QByteArray& bytes) {
        text_ += '[';
        for (qsizetype at = 0; at < bytes.size(); at += kCornerBytes) {
            const qint64 x = qFromLittleEndian<qint32>(bytes.constData() + at);
            const qint64 y = qFromLittleEndian<qint32>(bytes.constData() + at + 4);
            text_ +=
                (at == 0 ? "[" : ", [") + pointsText(x + origin_.x) + ", " + pointsText(y + origin_.y) + ']';
        }
        text_ += ']';
    }
    void writePoints(const QByteArray& bytes) {
        text_ += '[';
        for (qsizetype at = 0; at < bytes.size(); at += kStrokePointBytes) {
            const char* point = bytes.constData() + at;
            text_ += (at == 0 ? "[" : ", [") + QByteArray::number(qFromLittleEndian<quint16>(point)) + ", " +
                     QByteArray::number(qFromLittleEndian<quint16>(point + 2)) + ", " +
                     QByteArray::number(quint8(point[4])) + ']';
        }
        text_ += ']';
    }

    void writeLoose(const Connection& connection) {
        const auto source = design_.rectOf(connection.source);
        const auto target = design_.rectOf(connection.target);
        if (connection.route.isEmpty() || !source || !target ||
            splines::fits(connection.route, *source, *target))
            return;
        beginKey(kLoose);
        text_ += "true";
    }

    void writeAssets() {
        QStringList keys;
        for (const Image& image : design_.images)
            keys << image.asset;
        keys.sort();
        keys.removeDuplicates();
        text_ += ",\n\"assets\": {";
        bool first = true;
        for (const QString& key : std::as_const(keys)) {
            text_ +=
                (first ? "\n" : ",\n") + quoted(key) + ": \"" + design_.assets.bytes(key).toBase64() + '"';
            first = false;
        }
        text_ += first ? "}" : "\n}";
    }

    const Design& design_;
    QList<const Element*> elements_; ///< back to front
    Point origin_;                   ///< of the routes in the row that is being written
    QByteArray text_;
};

} // namespace

QByteArray writeJson(const Design& design) {
    return Writer(design).write();
}

} // namespace groundplan
