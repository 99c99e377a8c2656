#include "app/render/plain_lines.h"

#include <cmath>
#include <limits>

namespace groundplan {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr int kFirstDigit = 52;
constexpr int kBlank = 62;

/// Place of a plain sign; -1 for any other.
int placeOf(QChar c) {
    const char16_t u = c.unicode();
    if (u >= 'a' && u <= 'z')
        return u - 'a';
    if (u >= 'A' && u <= 'Z')
        return 26 + u - 'A';
    if (u >= '0' && u <= '9')
        return kFirstDigit + u - '0';
    return u == ' ' ? kBlank : -1;
}

bool isDigit(int place) {
    return place >= kFirstDigit && place < kBlank;
}

} // namespace

PlainLines::Table::Table() {
    for (auto& row : advances)
        row.fill(kUnknown);
}

bool PlainLines::placesOf(QStringView text, std::vector<int>& places) {
    places.clear();
    for (const QChar c : text) {
        const int place = placeOf(c);
        const int last = places.empty() ? kBlank : places.back();
        // Between digits the font makes another sign of an x.
        if (place < 0 || (place == kBlank && last == kBlank) || ((c == u'x' || c == u'X') && isDigit(last)))
            return false;
        places.push_back(place);
    }
    return !places.empty() && places.back() != kBlank;
}

std::optional<PlainLines::Line> PlainLines::line(QStringView text, fonts::Role role, bool glyphs) const {
    const Table* table = tables_[std::size_t(role)].get();
    if (!table || !placesOf(text, places_))
        return std::nullopt;
    QList<quint32> indexes;
    QList<QPointF> positions;
    if (glyphs) {
        indexes.reserve(text.size());
        positions.reserve(text.size());
    }
    double pen = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const auto place = std::size_t(places_[i]);
        const int next = i + 1 < places_.size() ? places_[i + 1] : kEnd;
        const double advance = table->advances[place][std::size_t(next)];
        if (std::isnan(advance))
            return std::nullopt;
        if (glyphs) {
            indexes.append(table->glyphs[place]);
            positions.append({pen, table->baseline});
        }
        pen += advance;
    }
    Line line{pen, table->baseline, {}};
    if (glyphs) {
        line.run.setRawFont(table->font);
        line.run.setGlyphIndexes(indexes);
        line.run.setPositions(positions);
    }
    return line;
}

void PlainLines::learn(QStringView text, fonts::Role role, const QList<QGlyphRun>& runs, double width) {
    if (runs.size() != 1 || !placesOf(text, places_))
        return;
    const QGlyphRun& run = runs.constFirst();
    const QList<quint32> glyphs = run.glyphIndexes();
    const QList<QPointF> positions = run.positions();
    if (glyphs.size() != text.size() || run.isRightToLeft())
        return;
    std::unique_ptr<Table>& table = tables_[std::size_t(role)];
    if (!table) {
        table = std::make_unique<Table>();
        table->font = run.rawFont();
        table->baseline = positions.constFirst().y();
    }
    if (table->font != run.rawFont())
        return;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const bool last = i + 1 == glyphs.size();
        const auto place = std::size_t(places_[std::size_t(i)]);
        const int next = last ? kEnd : places_[std::size_t(i) + 1];
        table->glyphs[place] = glyphs[i];
        table->advances[place][std::size_t(next)] = (last ? width : positions[i + 1].x()) - positions[i].x();
    }
}

} // namespace groundplan
