#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace groundplan {

/// The bytes of the pictures on a board (PNG or JPEG files), by a key made from them. Bytes are only ever
/// added: a picture that was deleted can come back by undo. Implicitly shared, so a copy costs a reference
/// count.
class Assets {
public:
    /// 32 hexadecimal digits: XXH3, 128 bits (xxhash.com), of the bytes.
    static QString keyOf(const QByteArray& bytes);
    static bool isKey(const QString& text);

    /// Empty for an unknown key.
    QByteArray bytes(const QString& key) const { return bytes_.value(key); }
    bool contains(const QString& key) const { return bytes_.contains(key); }
    bool isEmpty() const { return bytes_.isEmpty(); }
    qsizetype size() const { return bytes_.size(); }
    /// Takes the bytes in and says their key.
    QString add(const QByteArray& bytes);
    void add(const Assets& others) { bytes_.insert(others.bytes_); }
    const QHash<QString, QByteArray>& all() const { return bytes_; }

    /// Two designs whose rows agree name the same keys and so the same bytes; what is kept beside these for
    /// undo is no part of a design.
    friend bool operator==(const Assets&, const Assets&) { return true; }

private:
    QHash<QString, QByteArray> bytes_;
};

} // namespace groundplan
