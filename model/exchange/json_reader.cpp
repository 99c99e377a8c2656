#include "model/exchange/json_reader.h"

#include "model/design/flow_drawn.h"
#include "model/design/names.h"
#include "model/design/not_taken.h"
#include "model/design/validate.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/json_assets.h"
#include "model/exchange/json_cells.h"
#include "model/exchange/json_columns.h"
#include "model/exchange/json_ids.h"
#include "model/exchange/json_text.h"
#include "model/exchange/json_unsaid.h"
#include "model/graphviz/placement.h"
#include "model/graphviz/splines.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

using namespace jsoncolumns;

constexpr qint64 kOrderGap = 1024;
constexpr int kLayoutMs = 30'000;

template <class Row>
constexpr ElementType typeOf() {
    if constexpr (std::is_same_v<Row, Block>)
        return ElementType::Block;
    else if constexpr (std::is_same_v<Row, Frame>)
        return ElementType::Frame;
    else if constexpr (std::is_same_v<Row, Connection>)
        return ElementType::Connection;
    else if constexpr (std::is_same_v<Row, Card>)
        return ElementType::Card;
    else if constexpr (std::is_same_v<Row, Stroke>)
        return ElementType::Stroke;
    else if constexpr (std::is_same_v<Row, Shape>)
        return ElementType::Shape;
    else
        return ElementType::Image;
}

class Reader {
    Q_DECLARE_TR_FUNCTIONS(Json)

public:
    Reader(const QString& sourceName, const Catalogue& catalogue, const ImportContext& context,
           const std::atomic<bool>* cancelled)
        : sourceName_(sourceName)
        , catalogue_(catalogue)
        , recognition_(catalogue)
        , cancelled_(cancelled)
        , placement_(design_, context) {}

    Result<Import> read(const QJsonObject& root) {
        root_ = root;
        if (!checkRoot() || !takeIds() || !takeNames() || !takeAssets() || !readRows())
            return Failure(error_);
        QList<ElementId> frames;
        if (!orderFrames(frames))
            return Failure(error_);
        const Result<bool> placed = placement_.placeTheRest(frames, true, notTaken_, kLayoutMs, cancelled_);
        if (!placed)
            return Failure(placed.error());
        if (const QStringList problems = validate(design_, 1); !problems.isEmpty()) {
            return fail(ErrorCode::Unreadable,
                        tr("%1 cannot be read as JSON of a design: %2").arg(sourceName_, problems.first()));
        }
        Import import;
        import.design = design_;
        import.ours = true;
        import.positioned = *placed;
        import.say(notTaken_);
        return import;
    }

private:
    /// `reason` goes on behind the place.
    bool refuse(const QString& place, const QString& reason) {
        error_ = {ErrorCode::Unreadable,
                  tr("%1 cannot be read as JSON of a design: %2 %3.").arg(sourceName_, place, reason)};
        return false;
    }
    bool isCancelled() {
        if (!cancelled_ || !*cancelled_)
            return false;
        error_ = {ErrorCode::Cancelled, tr("Reading %1 was cancelled.").arg(sourceName_)};
        return true;
    }
    static QString placeOf(const QString& list, qsizetype index) {
        return list + u'[' + QString::number(index) + u']';
    }
    template <class Row>
    static QString listName() {
        return listOf(tableName<Row>());
    }
    /// Ids of elements are one space, those of each other table another.
    template <class Row>
    JsonIds& idsOf() {
        return ids_[kIsElement<Row> ? tableName<Element>() : tableName<Row>()];
    }

    bool checkRoot() {
        QStringList known{u"$schema"_s, u"format"_s, u"version"_s, u"board"_s, u"assets"_s};
        bool anyList = false;
        qsizetype elements = 0;
        qsizetype rows = 0;
        QString wrong;
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board> && !std::is_same_v<Row, Element>) {
                known << listName<Row>();
                const QJsonValue list = root_.value(listName<Row>());
                anyList |= list.isArray();
                if (!list.isUndefined() && !list.isArray())
                    wrong = listName<Row>();
                rows += list.toArray().size();
                if (kIsElement<Row>)
                    elements += list.toArray().size();
            }
        });
        const QJsonValue format = root_.value("format"_L1);
        if (format.isUndefined() && !anyList)
            return refuse(tr("the file"), tr("has none of a design's lists, such as “blocks”"));
        if (!format.isUndefined() && format.toString() != QLatin1StringView(kFormat))
            return refuse(u"format"_s, tr("is not “%1”, so it is no design").arg(QLatin1StringView(kFormat)));
        if (!wrong.isEmpty())
            return refuse(wrong, tr("is no list"));
        if (root_.value("version"_L1).toInt(kVersion) > kVersion) {
            notTaken_.add(
                tr("The file was written by a newer version of Groundplan: what only that one knows was "
                   "left out."));
        }
        for (const QString& list : {listName<Block>(), listName<Frame>(), listName<Connection>()}) {
            const qsizetype most =
                list == listName<Connection>() ? exchangelimits::kEdges : exchangelimits::kNodes;
            if (root_.value(list).toArray().size() > most)
                return refuse(list, tr("has more than %1 rows, which is the most that is read; split it")
                                        .arg(QLocale().toString(most)));
        }
        if (elements > limits::kElements || rows > limits::kRows)
            return refuse(tr("its lists"),
                          tr("have more than %1 rows, which is the most that a design may have")
                              .arg(QLocale().toString(elements > limits::kElements ? limits::kElements
                                                                                   : limits::kRows)));
        sayUnknown(root_, {}, known);
        const QJsonValue board = root_.value("board"_L1);
        if (!board.isUndefined() && !board.isObject())
            return refuse(u"board"_s, tr("is no object"));
        place_ = u"board"_s;
        if (!readFields(board.toObject(), design_.board))
            return false;
        sayUnknown(board.toObject(), place_, keysIn<Board>());
        return true;
    }

    // ---- ids and names

    bool takeIds() {
        bool sound = true;
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board> && !std::is_same_v<Row, Element>)
                sound = sound && takeIdsOf<Row>();
        });
        for (auto& [table, ids] : ids_)
            ids.complete();
        return sound;
    }
    template <class Row>
    bool takeIdsOf() {
        JsonIds& ids = idsOf<Row>();
        const QJsonArray rows = root_.value(listName<Row>()).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString place = placeOf(listName<Row>(), i);
            if (!rows[i].isObject())
                return refuse(place, tr("is no object"));
            const QJsonValue value = rows[i].toObject().value("id"_L1);
            const std::optional<QString> written = jsoncells::idText(value);
            if (!written)
                return refuse(place + u".id"_s, tr("is neither text nor a whole number"));
            if (!written->isEmpty() && !ids.add(*written, place))
                return refuse(place + u".id"_s,
                              tr("“%1” is the id of %2 already")
                                  .arg(written->simplified().left(40), ids.find(*written)->place));
        }
        return true;
    }
    template <class Row>
    qint64 idOf(const QJsonObject& object) {
        const QString written = jsoncells::idText(object.value("id"_L1)).value_or(QString());
        JsonIds& ids = idsOf<Row>();
        return written.isEmpty() ? ids.fresh() : ids.find(written)->id;
    }

    /// Names that can stay go first: whoever wrote them may use them elsewhere.
    bool takeNames() {
        QSet<QString> taken;
        const auto keep = [&](const QJsonArray& rows) {
            for (const QJsonValue& row : rows) {
                const QString name = row.toObject().value("name"_L1).toString();
                if (isSlug(name))
                    taken.insert(name);
            }
        };
        keep(root_.value(listName<Frame>()).toArray());
        keep(root_.value(listName<Block>()).toArray());
        NameGiver names(taken);
        QSet<QString> used;
        return takeNamesOf<Frame>(names, used) && takeNamesOf<Block>(names, used);
    }
    template <class Row>
    bool takeNamesOf(NameGiver& names, QSet<QString>& used) {
        const QJsonArray rows = root_.value(listName<Row>()).toArray();
        QList<ElementId>& ids = std::is_same_v<Row, Frame> ? frameIds_ : blockIds_;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject object = rows[i].toObject();
            const ElementId id(idOf<Row>(object));
            ids.append(id);
            const QJsonValue value = object.value("name"_L1);
            const QString place = placeOf(listName<Row>(), i);
            if (!value.isUndefined() && !value.isString())
                return refuse(place + u".name"_s, tr("is no text"));
            const QString written = value.toString();
            QString name = written;
            if (!isSlug(written) || used.contains(written)) {
                name = names.take(written.isEmpty()
                                      ? object.value("title"_L1).toString().left(limits::kTitleLength)
                                      : written.left(limits::kTitleLength));
                if (!written.isEmpty())
                    notTaken_.add(tr("The name “%1” of %2 is no free name here; it became %3.")
                                      .arg(written.simplified().left(40), place, name));
            }
            used.insert(name);
            names_.insert(id, name);
            if (written.isEmpty())
                ++titled_[slugOf(object.value("title"_L1).toString().left(limits::kTitleLength))];
            if (!byName_.contains(name))
                byName_.insert(name, id);
            if (!written.isEmpty() && !byName_.contains(written))
                byName_.insert(written, id);
        }
        return true;
    }
    /// The row that a text means as an id, as a name, or as a title; 0: none.
    qint64 meantBy(const Field& field, const QString& text) {
        switch (field.form) {
        case Form::Element: {
            if (const JsonIds::Entry* entry = ids_[tableName<Element>()].find(text))
                return entry->id;
            const QString slug = slugOf(text.left(limits::kTitleLength));
            if (text != slug && titled_.value(slug) > 1) {
                notTaken_.add(tr("Several are called “%1”: the first of them is meant.")
                                  .arg(text.simplified().left(40)));
                titled_.remove(slug); // told once
            }
            const ElementId named = byName_.value(text);
            return (named ? named : byName_.value(slug)).value();
        }
        case Form::Decision:
            return entryIn(tableName<Decision>(), text);
        case Form::Option:
            return entryIn(tableName<Option>(), text);
        case Form::Criterion:
            return entryIn(tableName<Criterion>(), text);
        default: // groups have no rows
            if (const auto number = JsonIds::numberIn(text))
                return *number;
            if (!groups_.contains(text))
                groups_.insert(text, GroupId::random().value());
            return groups_.value(text);
        }
    }
    qint64 entryIn(const char* table, const QString& text) {
        const JsonIds::Entry* entry = ids_[table].find(text);
        return entry ? entry->id : 0;
    }

    bool takeAssets() {
        const JsonAssets assets = readJsonAssets(root_.value("assets"_L1));
        if (!assets.reason.isEmpty())
            return refuse(assets.place, assets.reason);
        design_.assets = assets.assets;
        assetKeys_ = assets.keys;
        return true;
    }

    // ---- rows

    bool readRows() {
        bool sound = true;
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board> && !std::is_same_v<Row, Element>)
                sound = sound && readList<Row>();
        });
        return sound;
    }
    template <class Row>
    bool readList() {
        const QJsonArray rows = root_.value(listName<Row>()).toArray();
        lastOrder_ = 0;
        const QStringList keys = keysIn<Row>();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (i % 1024 == 0 && isCancelled())
                return false;
            place_ = placeOf(listName<Row>(), i);
            const QJsonObject object = rows[i].toObject();
            if (!readRow<Row>(object, i))
                return false;
            sayUnknown(object, place_, keys);
        }
        return true;
    }

    template <class Row>
    bool readRow(const QJsonObject& object, qsizetype index) {
        Row row;
        if constexpr (std::is_same_v<Row, Block>)
            row.id = blockIds_[index];
        else if constexpr (std::is_same_v<Row, Frame>)
            row.id = frameIds_[index];
        else
            row.id = std::remove_cvref_t<decltype(row.id)>(idOf<Row>(object));
        if constexpr (std::is_same_v<Row, Connection>) {
            if (!setOrigin(object))
                return false;
        }
        if (!readFields(object, row))
            return false;
        if constexpr (requires { row.order; })
            takeOrder(object, row.order);
        if constexpr (kIsElement<Row>) {
            Element element;
            element.id = row.id;
            element.type = typeOf<Row>();
            if (!readFields(object, element))
                return false;
            takeOrder(elementOrder_, object, element.order);
            return finish(object, row, element);
        } else {
            tableOf<Row>(design_).put(row);
            return true;
        }
    }

    /// What comes without an order comes after all before it.
    void takeOrder(const QJsonObject& object, qint64& order) { takeOrder(lastOrder_, object, order); }
    static void takeOrder(qint64& last, const QJsonObject& object, qint64& order) {
        if (!object.contains("order"_L1))
            order = last > std::numeric_limits<qint64>::max() - kOrderGap ? last : last + kOrderGap;
        last = std::max(last, order);
    }

    template <class Row>
    bool finish(const QJsonObject& object, Row& row, Element& element) {
        if (element.parent && !design_.frames.contains(element.parent) && !isFrame(element.parent))
            return refuse(place_ + u".parent"_s, tr("is no frame"));
        if constexpr (std::is_same_v<Row, Block> || std::is_same_v<Row, Frame>) {
            row.name = names_.value(row.id);
            if (!object.contains("ownTitle"_L1) && !isWhole<Row>(object))
                row.ownTitle = !row.title.isEmpty();
        }
        if constexpr (std::is_same_v<Row, Block>) {
            if (!isWhole<Block>(object) || !object.contains("kind"_L1))
                recogniseUnsaid(object, recognition_, catalogue_, row);
            if (!row.kind.isEmpty() && !catalogue_.kind(row.kind) && !root_.contains("format"_L1))
                notTaken_.add(tr("Kinds that are not known here were kept: %1."), NotTaken::called(row.kind));
        }
        if constexpr (std::is_same_v<Row, Connection>) {
            if (!isEnd(row.source) || !isEnd(row.target)) {
                return refuse(place_ + (isEnd(row.source) ? u".target"_s : u".source"_s),
                              tr("is neither a block nor a frame"));
            }
            if (!object.contains("flow"_L1))
                row.flow = flowDrawn(catalogue_, design_.blocks.find(row.source),
                                     design_.blocks.find(row.target), row.label);
            keepRoute(object, row);
        } else {
            takePlace(object, row);
        }
        if constexpr (std::is_same_v<Row, Image>) {
            const QString key = assetKeys_.value(row.asset);
            if (key.isEmpty()) {
                element.type = ElementType::Shape;
                notTaken_.add(tr("The bytes of the picture %1 are not there; a rectangle is in its place.")
                                  .arg(place_));
                Shape outline; // what it was of, and where
                outline.id = row.id;
                outline.text = row.description;
                outline.rect = row.rect;
                design_.shapes.put(outline);
                design_.elements.put(element);
                return true;
            }
            row.asset = key;
        }
        design_.elements.put(element);
        tableOf<Row>(design_).put(row);
        return true;
    }
    bool isFrame(ElementId id) const { return frameSet().contains(id); }
    bool isEnd(ElementId id) const { return design_.blocks.contains(id) || design_.frames.contains(id); }
    const QSet<ElementId>& frameSet() const {
        if (frameSet_.size() != frameIds_.size())
            frameSet_ = QSet<ElementId>(frameIds_.begin(), frameIds_.end());
        return frameSet_;
    }

    template <class Row>
    void takePlace(const QJsonObject& object, Row& row) {
        const QJsonObject rect = object.value("rect"_L1).toObject();
        const bool sized = rect.contains("width"_L1) && rect.contains("height"_L1);
        const bool placed = rect.contains("x"_L1) && rect.contains("y"_L1);
        if constexpr (std::is_same_v<Row, Block>) {
            if (!sized) {
                const Size size = placement_.sizeFor(row);
                row.rect.w = size.w;
                row.rect.h = size.h;
            }
        } else if constexpr (std::is_same_v<Row, Frame>) {
            if (!sized)
                row.rect = {};
        } else {
            if (!sized) {
                row.rect.w = kImportedBlock.w;
                row.rect.h = kImportedBlock.h;
            }
        }
        if (!placed || (std::is_same_v<Row, Frame> && !sized))
            placement_.addUnplaced(row.id);
    }

    bool setOrigin(const QJsonObject& object) {
        const Field& field = fieldOf(tableName<Connection>(), "source");
        qint64 source = 0;
        if (!readReference(object, field, source))
            return false;
        origin_ = design_.rectOf(ElementId(source)).value_or(Rect{}).topLeft();
        return true;
    }
    /// A route is kept when it is as it was written, or still fits: somebody may have moved an end.
    void keepRoute(const QJsonObject& object, Connection& row) {
        const bool placed = !placement_.isUnplaced(row.source) && !placement_.isUnplaced(row.target);
        if (!placed)
            row.waypoints.clear();
        const bool fits = placed && row.route.size() >= 2 &&
                          splines::fits(row.route, *design_.rectOf(row.source), *design_.rectOf(row.target));
        if (!fits && !object.value(QLatin1StringView(kLoose)).toBool())
            row.route.clear();
    }

    /// Outer frames before inner ones.
    bool orderFrames(QList<ElementId>& frames) {
        QHash<ElementId, int> depths;
        for (const ElementId id : std::as_const(frameIds_)) {
            int depth = 0;
            for (const Element* e = design_.elements.find(id); e && e->parent;
                 e = design_.elements.find(e->parent)) {
                if (++depth > limits::kDepth)
                    return refuse(
                        placeOf(listName<Frame>(), frameIds_.indexOf(id)),
                        tr("lies inside more than %1 frames, or inside itself").arg(limits::kDepth));
            }
            depths.insert(id, depth);
        }
        frames = frameIds_;
        std::stable_sort(frames.begin(), frames.end(),
                         [&depths](ElementId a, ElementId b) { return depths.value(a) < depths.value(b); });
        return true;
    }

    // ---- fields

    bool readReference(const QJsonObject& object, const Field& field, qint64& id) {
        const QString key = QLatin1StringView(field.key);
        QJsonValue value = object.value(key);
        if (field.form == Form::Element && value.isUndefined())
            value = object.value(key + QLatin1StringView(kNameSuffix));
        const std::optional<QString> written = jsoncells::idText(value);
        if (!written)
            return refuse(place_ + u'.' + key, tr("is neither text nor a whole number"));
        if (written->isEmpty()) {
            if (isNeeded(field))
                return refuse(place_ + u'.' + key, tr("is missing"));
            id = 0;
            return true;
        }
        id = meantBy(field, *written);
        if (id == 0) {
            return refuse(place_ + u'.' + key,
                          tr("names nothing that is in the file: “%1”").arg(written->simplified().left(40)));
        }
        return true;
    }
    template <class Row>
    bool readFields(const QJsonObject& object, Row& row) {
        for (const JsonColumn<Row>& column : jsonColumnsOf<Row>()) {
            const Field& field = *column.field;
            Cell cell;
            switch (field.form) {
            case Form::Implied:
            case Form::Id:
            case Form::Name:
                continue;
            case Form::Element:
            case Form::Decision:
            case Form::Option:
            case Form::Criterion:
            case Form::Group:
                cell.type = CellType::Integer;
                if (!readReference(object, field, cell.integer))
                    return false;
                break;
            default: {
                bool missing = false;
                if (const QString reason = jsoncells::read(object, field, origin_, cell, missing);
                    !reason.isEmpty())
                    return refuse(place_ + u'.' + QLatin1StringView(field.key), reason);
                if (missing)
                    continue;
            }
            }
            if (!column.column->set(row, cell.view()) && !setClipped(row, column, cell))
                return refuse(place_ + u'.' + QLatin1StringView(field.key), jsoncells::rangeReason(field));
        }
        return true;
    }
    /// A text that is too long loses its end, rather than the design all else.
    template <class Row>
    bool setClipped(Row& row, const JsonColumn<Row>& column, Cell& cell) {
        if (column.field->form != Form::Text)
            return false;
        const QString text = QString::fromUtf8(cell.bytes);
        for (const qsizetype longest : {limits::kTextLength, limits::kTitleLength}) {
            if (text.size() <= longest)
                continue;
            NotTaken said;
            cell.bytes = said.clipped(text, longest, place_).toUtf8();
            if (column.column->set(row, cell.view())) {
                notTaken_.add(said.sentences().value(0));
                return true;
            }
        }
        return false;
    }

    void sayUnknown(const QJsonObject& object, const QString& place, const QStringList& known) {
        for (const QString& key : jsoncells::unknownKeys(object, known)) {
            notTaken_.add(tr("“%1” is not known here and was left out.")
                              .arg((place.isEmpty() ? key : place + u'.' + key).simplified().left(120)));
        }
    }

    const QString sourceName_;
    const Catalogue& catalogue_;
    const Recognition recognition_;
    const std::atomic<bool>* cancelled_;
    Design design_;
    Placement placement_;
    NotTaken notTaken_;
    Error error_;
    QJsonObject root_;
    QString place_; ///< of the row that is being read

    std::map<QByteArray, JsonIds> ids_;
    QList<ElementId> frameIds_, blockIds_; ///< by index in their lists
    mutable QSet<ElementId> frameSet_;
    QHash<ElementId, QString> names_;
    QHash<QString, ElementId> byName_;
    QHash<QString, int> titled_; ///< rows without a name, by the slug of their title
    QHash<QString, qint64> groups_;
    QHash<QString, QString> assetKeys_; ///< by the key as it is written
    Point origin_;                      ///< of the routes in the row that is being read
    qint64 lastOrder_ = 0;
    qint64 elementOrder_ = 0;
};

} // namespace

Result<Import> readJson(const QByteArray& bytes, const QString& sourceName, const Catalogue& catalogue,
                        const ImportContext& context, const std::atomic<bool>* cancelled) {
    const Result<QJsonObject> root = parseJsonObject(bytes, sourceName, cancelled);
    if (!root)
        return Failure(root.error());
    return Reader(sourceName, catalogue, context, cancelled).read(*root);
}

} // namespace groundplan
