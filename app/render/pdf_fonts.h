#pragma once

#include <QByteArray>
#include <QHash>
#include <QRawFont>
#include <QString>

#include <map>
#include <memory>
#include <vector>

class QPDF;
class QPDFObjectHandle;
struct hb_face_t;
struct hb_font_t;

namespace groundplan {

/// A font of a PDF file: collects which glyphs are used and what they stand for, then embeds just those, so
/// that the text can be selected and found. Outlines become a CID font (subset by HarfBuzz, glyph numbers
/// kept); colour emoji, which have none, become a Type 3 font of pictures.
class PdfFont {
public:
    PdfFont(const QRawFont& font, int number);
    ~PdfFont();
    PdfFont(const PdfFont&) = delete;
    PdfFont& operator=(const PdfFont&) = delete;

    const QByteArray& name() const { return name_; } ///< in the resources: "F1"
    bool isSameFace(const QRawFont& font) const;

    /// The glyph will be embedded; `text` is what it stands for. False when it already stands for something
    /// else (the caller then says what the line says).
    bool use(quint32 glyph, QStringView text);
    /// The code that shows the glyph, in hexadecimal digits.
    void appendCode(quint32 glyph, QByteArray& to) const;
    double advance(quint32 glyph) const; ///< thousandths of the font size

    /// Whether its glyphs are pictures. Such a font has 255 codes.
    bool hasPictures() const { return pictures_; }
    /// Whether it can show these glyphs beside all that it shows already.
    bool hasRoomFor(const QList<quint32>& glyphs) const;

    QPDFObjectHandle write(QPDF& pdf) const;

private:
    QPDFObjectHandle writeOutlines(QPDF& pdf) const;
    QPDFObjectHandle writePictures(QPDF& pdf) const;
    QByteArray unicodeMap() const;

    class Tables;
    struct FaceDeleter {
        void operator()(hb_face_t* face) const;
        void operator()(hb_font_t* font) const;
    };

    QRawFont font_;
    QByteArray head_; ///< its table of that name, with a checksum over the whole file
    QByteArray name_;
    std::unique_ptr<Tables> tables_; ///< what the face reads
    std::unique_ptr<hb_face_t, FaceDeleter> face_;
    std::unique_ptr<hb_font_t, FaceDeleter> metrics_;
    double perEm_ = 1000;
    bool pictures_ = false;
    std::map<quint32, QString> used_; ///< by glyph: what it stands for
    std::vector<char16_t> single_;    ///< by glyph: the one character it stands for, for speed; 0: see used_
    mutable std::vector<double> advances_; ///< by glyph; negative: not asked yet
    QHash<quint32, int> pictureCodes_;
};

/// The fonts of a PDF file. Pages that share a set embed each face once: all of them are painted before the
/// first is written.
class PdfFontSet {
public:
    PdfFontSet();
    ~PdfFontSet();
    PdfFontSet(const PdfFontSet&) = delete;
    PdfFontSet& operator=(const PdfFontSet&) = delete;

    /// The one that shows glyphs of this face; nullptr: it cannot be embedded, its glyphs are drawn.
    PdfFont* of(const QRawFont& font);
    /// Where `font` has no room for these glyphs, another one shows its face from here on.
    void makeRoom(PdfFont& font, const QList<quint32>& glyphs);
    /// The dictionary for the pages' resources; embeds the fonts when it is asked for first.
    QPDFObjectHandle write(QPDF& pdf);

private:
    PdfFont* make(const QRawFont& font);

    std::vector<std::unique_ptr<PdfFont>> fonts_;
    std::vector<std::pair<QRawFont, PdfFont*>> known_; ///< faces by font and size
    std::unique_ptr<QPDFObjectHandle> written_;
};

} // namespace groundplan
