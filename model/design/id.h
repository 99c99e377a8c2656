#pragma once

#include <QHashFunctions>
#include <QRandomGenerator>
#include <QString>
#include <QtGlobal>

#include <compare>
#include <limits>

namespace groundplan {

/// Where this thread's random ids come from, securely seeded. A test seeds it to repeat a run; seeding the
/// generator that Qt shares, QRandomGenerator::global(), ends the program instead.
inline QRandomGenerator& idGenerator() {
    thread_local QRandomGenerator generator = QRandomGenerator::securelySeeded();
    return generator;
}

/// A strong id of one sort of row. Ids are random positive 63-bit integers, so that copies of a design which
/// were edited apart never collide when they are merged; 0 means "none" (for a subject: the board itself).
template <class Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value)
        : value_(value) {}

    /// A fresh random id, never 0.
    static Id random() {
        const auto bits = idGenerator().generate64() & quint64(std::numeric_limits<qint64>::max());
        return Id(bits == 0 ? 1 : qint64(bits));
    }

    constexpr qint64 value() const { return value_; }
    constexpr explicit operator bool() const { return value_ != 0; }
    /// Decimal; the form ids have in DOT, JSON and HTML (where numbers above 2^53 would lose digits).
    QString toString() const { return QString::number(value_); }

    friend constexpr bool operator==(Id, Id) = default;
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(quint64(id.value_), seed); }

private:
    qint64 value_ = 0;
};

using ElementId = Id<struct ElementTag>; ///< all things on the board share one id space
using NoteId = Id<struct NoteTag>;
using DecisionId = Id<struct DecisionTag>;
using OptionId = Id<struct OptionTag>;
using ArgumentId = Id<struct ArgumentTag>;
using MetricId = Id<struct MetricTag>;
using GroupId = Id<struct GroupTag>; ///< what is selected and moved together; no row of its own
using RequirementId = Id<struct RequirementTag>;
using PropertyId = Id<struct PropertyTag>;
using CriterionId = Id<struct CriterionTag>;
using ScoreId = Id<struct ScoreTag>;
using BoardId = Id<struct BoardTag>; ///< the board row is a singleton with id 1

} // namespace groundplan
