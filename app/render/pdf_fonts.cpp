#include "app/render/pdf_fonts.h"

#include "app/render/pdf_content.h"

#include <QByteArrayList>
#include <QGlyphRun>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QtEndian>

#include <hb-ot.h>
#include <hb-subset.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <stdexcept>

namespace groundplan {

namespace {

std::string bytesOf(hb_blob_t* blob) {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    std::string bytes(data, size);
    hb_blob_destroy(blob);
    return bytes;
}

std::string postScriptName(hb_face_t* face) {
    std::array<char, 128> name{};
    unsigned size = unsigned(name.size());
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name.data());
    std::string clean;
    for (const char c : std::string(name.data())) {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '-')
            clean += c;
    }
    return clean.empty() ? "Font" : clean;
}

/// Six letters that tell subsets apart, as PDF wants them before the name.
std::string subsetTag(int number) {
    std::string tag = "GPAAAA";
    for (std::size_t i = tag.size() - 1; number > 0; number /= 26, --i)
        tag[i] = char('A' + number % 26);
    return tag;
}

QPDFObjectHandle real(double value) {
    return QPDFObjectHandle::newReal(value, 2, true);
}

constexpr int kPictureSize = 109; ///< pixels an em; the size of Noto Color Emoji's pictures

} // namespace

/// HarfBuzz keeps pointers into tables that it has let go of (6.0, when it makes a subset): each is fetched
/// once and stays where it is as long as the face lives.
class PdfFont::Tables {
public:
    explicit Tables(const QRawFont& font)
        : font_(font) {}

    static hb_blob_t* reference(hb_face_t*, hb_tag_t tag, void* tables) {
        return tag == HB_TAG_NONE ? nullptr : static_cast<Tables*>(tables)->blob(tag);
    }

    bool has(hb_tag_t tag) { return !table(tag).isEmpty(); }

private:
    const QByteArray& table(hb_tag_t tag) {
        auto it = bytes_.find(tag);
        if (it == bytes_.end()) {
            std::array<char, 5> name{};
            hb_tag_to_string(tag, name.data());
            it = bytes_.emplace(tag, font_.fontTable(name.data())).first;
        }
        return it->second;
    }
    hb_blob_t* blob(hb_tag_t tag) {
        const QByteArray& bytes = table(tag);
        if (bytes.isEmpty())
            return nullptr;
        return hb_blob_create(bytes.constData(), unsigned(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr,
                              nullptr);
    }

    QRawFont font_;
    std::map<hb_tag_t, QByteArray> bytes_;
};

void PdfFont::FaceDeleter::operator()(hb_face_t* face) const {
    hb_face_destroy(face);
}
void PdfFont::FaceDeleter::operator()(hb_font_t* font) const {
    hb_font_destroy(font);
}

PdfFont::PdfFont(const QRawFont& font, int number)
    : font_(font)
    , head_(font.fontTable("head"))
    , name_("F" + QByteArray::number(number))
    , tables_(std::make_unique<Tables>(font))
    , face_(hb_face_create_for_tables(&Tables::reference, tables_.get(), nullptr))
    , metrics_(hb_font_create(face_.get()))
    , perEm_(std::max(1U, hb_face_get_upem(face_.get())))
    , pictures_(!tables_->has(HB_TAG('g', 'l', 'y', 'f')) && !tables_->has(HB_TAG('C', 'F', 'F', ' '))) {
    const unsigned glyphs = hb_face_get_glyph_count(face_.get());
    single_.resize(glyphs);
    advances_.resize(glyphs, -1);
}

PdfFont::~PdfFont() = default;

bool PdfFont::isSameFace(const QRawFont& font) const {
    return font.fontTable("head") == head_ && font.familyName() == font_.familyName();
}

bool PdfFont::use(quint32 glyph, QStringView text) {
    if (glyph >= single_.size())
        return false;
    if (text.size() == 1 && single_[glyph] == text[0].unicode())
        return true;
    const auto [it, isNew] = used_.try_emplace(glyph, text.toString());
    if (isNew) {
        if (text.size() == 1)
            single_[glyph] = text[0].unicode();
        if (pictures_)
            pictureCodes_.insert(glyph, int(pictureCodes_.size()) + 1);
    }
    return it->second == text;
}

void PdfFont::appendCode(quint32 glyph, QByteArray& to) const {
    static constexpr char kDigits[] = "0123456789abcdef";
    const quint32 code = pictures_ ? quint32(pictureCodes_.value(glyph)) & 0xff : glyph;
    for (int shift = pictures_ ? 4 : 12; shift >= 0; shift -= 4)
        to += kDigits[code >> shift & 15];
}

double PdfFont::advance(quint32 glyph) const {
    if (glyph >= advances_.size())
        return 0;
    double& advance = advances_[glyph];
    if (advance < 0)
        advance = hb_font_get_glyph_h_advance(metrics_.get(), glyph) * 1000.0 / perEm_;
    return advance;
}

QByteArray PdfFont::unicodeMap() const {
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n";
    map += pictures_ ? "<00> <ff>\n" : "<0000> <ffff>\n";
    map += "endcodespacerange\n";
    QByteArrayList lines;
    for (const auto& [glyph, text] : used_) {
        if (text.isEmpty())
            continue;
        QByteArray code;
        appendCode(glyph, code);
        lines.append('<' + code + "> <" + hex16(text) + ">\n");
    }
    constexpr qsizetype kBlock = 100; // more are not allowed in one block
    for (qsizetype from = 0; from < lines.size(); from += kBlock) {
        const QByteArrayList block = lines.mid(from, kBlock);
        map += QByteArray::number(block.size()) + " beginbfchar\n" + block.join() + "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

bool PdfFont::hasRoomFor(const QList<quint32>& glyphs) const {
    if (!pictures_)
        return true;
    constexpr qsizetype kMostCodes = 255;
    QSet<quint32> further;
    for (const quint32 glyph : glyphs) {
        if (!pictureCodes_.contains(glyph))
            further.insert(glyph);
    }
    return pictureCodes_.size() + further.size() <= kMostCodes;
}

QPDFObjectHandle PdfFont::write(QPDF& pdf) const {
    QPDFObjectHandle font = pictures_ ? writePictures(pdf) : writeOutlines(pdf);
    font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf, unicodeMap().toStdString()));
    return pdf.makeIndirectObject(font);
}

QPDFObjectHandle PdfFont::writeOutlines(QPDF& pdf) const {
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    // Glyph numbers stay, so that codes, widths and the character map need no second numbering.
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    for (const auto& [glyph, text] : used_)
        hb_set_add(hb_subset_input_glyph_set(input), glyph);
    hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "kern", "name", "BASE", "vhea", "vmtx", "VORG", "DSIG"})
        hb_set_add(dropped, hb_tag_from_string(tag, 4));
    hb_face_t* subset = hb_subset_or_fail(face_.get(), input);
    hb_subset_input_destroy(input);
    if (!subset)
        throw std::runtime_error("a font could not be embedded");

    const std::string name = pdfName(subsetTag(name_.mid(1).toInt()) + '+' + postScriptName(face_.get()));
    const std::string cff = bytesOf(hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' ')));
    const bool compact = !cff.empty();
    QPDFObjectHandle program =
        QPDFObjectHandle::newStream(&pdf, compact ? cff : bytesOf(hb_face_reference_blob(subset)));
    hb_face_destroy(subset);
    if (compact)
        program.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/CIDFontType0C"));

    QPDFObjectHandle box = QPDFObjectHandle::newArray();
    for (const int offset : {36, 38, 40, 42}) {
        const double value = head_.size() >= 44 ? qFromBigEndian<qint16>(head_.constData() + offset) : 0;
        box.appendItem(QPDFObjectHandle::newInteger(std::lround(value * 1000 / perEm_)));
    }
    const double perPixel = 1000 / font_.pixelSize();
    QPDFObjectHandle descriptor =
        QPDFObjectHandle::parse("<< /Type /FontDescriptor /Flags 4 /ItalicAngle 0 >>");
    descriptor.replaceKey("/FontName", QPDFObjectHandle::newName(name));
    descriptor.replaceKey("/FontBBox", box);
    descriptor.replaceKey("/Ascent", QPDFObjectHandle::newInteger(std::lround(font_.ascent() * perPixel)));
    descriptor.replaceKey("/Descent", QPDFObjectHandle::newInteger(-std::lround(font_.descent() * perPixel)));
    descriptor.replaceKey("/CapHeight",
                          QPDFObjectHandle::newInteger(std::lround(font_.capHeight() * perPixel)));
    descriptor.replaceKey("/StemV", QPDFObjectHandle::newInteger(font_.weight() / 5));
    descriptor.replaceKey(compact ? "/FontFile3" : "/FontFile2", program);

    QPDFObjectHandle widths = QPDFObjectHandle::newArray();
    for (const auto& [glyph, text] : used_) {
        widths.appendItem(QPDFObjectHandle::newInteger(glyph));
        widths.appendItem(QPDFObjectHandle::newArray({real(advance(glyph))}));
    }
    QPDFObjectHandle cid = QPDFObjectHandle::parse("<< /Type /Font /CIDSystemInfo << /Registry (Adobe) "
                                                   "/Ordering (Identity) /Supplement 0 >> /DW 1000 >>");
    cid.replaceKey("/Subtype", QPDFObjectHandle::newName(compact ? "/CIDFontType0" : "/CIDFontType2"));
    cid.replaceKey("/BaseFont", QPDFObjectHandle::newName(name));
    cid.replaceKey("/FontDescriptor", pdf.makeIndirectObject(descriptor));
    cid.replaceKey("/W", widths);
    if (!compact)
        cid.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));

    QPDFObjectHandle font =
        QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>");
    font.replaceKey("/BaseFont", QPDFObjectHandle::newName(name));
    font.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({pdf.makeIndirectObject(cid)}));
    return font;
}

QPDFObjectHandle PdfFont::writePictures(QPDF& pdf) const {
    QRawFont large = font_;
    large.setPixelSize(kPictureSize);
    std::map<int, quint32> byCode;
    for (auto it = pictureCodes_.cbegin(); it != pictureCodes_.cend(); ++it) {
        if (it.value() < 256) // codes are one byte; who uses more different emoji misses the last ones
            byCode.emplace(it.value(), it.key());
    }
    QPDFObjectHandle procs = QPDFObjectHandle::newDictionary(), images = QPDFObjectHandle::newDictionary();
    QPDFObjectHandle names = QPDFObjectHandle::newArray({QPDFObjectHandle::newInteger(1)});
    QPDFObjectHandle widths = QPDFObjectHandle::newArray();
    constexpr double kUnit = 1000.0 / kPictureSize;
    for (const auto& [code, glyph] : byCode) {
        const QRect box = large.boundingRect(glyph).toAlignedRect().adjusted(-2, -2, 2, 2);
        QImage picture(box.size().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QGlyphRun run;
        run.setRawFont(large);
        run.setGlyphIndexes({glyph});
        run.setPositions({QPointF()});
        QPainter painter(&picture);
        painter.drawGlyphRun(-box.topLeft(), run);
        painter.end();
        picture = picture.convertToFormat(QImage::Format_ARGB32);
        std::string colours, alphas;
        for (int y = 0; y < picture.height(); ++y) {
            const auto* row = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
            for (int x = 0; x < picture.width(); ++x) {
                colours += {char(qRed(row[x])), char(qGreen(row[x])), char(qBlue(row[x]))};
                alphas += char(qAlpha(row[x]));
            }
        }
        const auto image = [&](const std::string& data, const char* space) {
            QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, data);
            QPDFObjectHandle dict = stream.getDict();
            dict.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
            dict.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
            dict.replaceKey("/Width", QPDFObjectHandle::newInteger(picture.width()));
            dict.replaceKey("/Height", QPDFObjectHandle::newInteger(picture.height()));
            dict.replaceKey("/ColorSpace", QPDFObjectHandle::newName(space));
            dict.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
            return stream;
        };
        QPDFObjectHandle coloured = image(colours, "/DeviceRGB");
        coloured.getDict().replaceKey("/SMask", image(alphas, "/DeviceGray"));
        const std::string number = std::to_string(code);
        images.replaceKey(pdfName('I' + number), coloured);
        const QByteArray proc = QByteArray::number(advance(glyph), 'f', 1) + " 0 d0\nq " +
                                QByteArray::number(box.width() * kUnit, 'f', 1) + " 0 0 " +
                                QByteArray::number(box.height() * kUnit, 'f', 1) + ' ' +
                                QByteArray::number(box.left() * kUnit, 'f', 1) + ' ' +
                                QByteArray::number(-(box.top() + box.height()) * kUnit, 'f', 1) + " cm /I" +
                                QByteArray::fromStdString(number) + " Do Q\n";
        procs.replaceKey(pdfName('g' + number), QPDFObjectHandle::newStream(&pdf, proc.toStdString()));
        names.appendItem(QPDFObjectHandle::newName(pdfName('g' + number)));
        widths.appendItem(real(advance(glyph)));
    }
    QPDFObjectHandle font =
        QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] "
                                "/FontBBox [0 -300 1400 1100] /FirstChar 1 >>");
    font.replaceKey("/LastChar", QPDFObjectHandle::newInteger(qlonglong(byCode.size())));
    font.replaceKey("/CharProcs", procs);
    QPDFObjectHandle encoding = QPDFObjectHandle::parse("<< /Type /Encoding >>");
    encoding.replaceKey("/Differences", names);
    font.replaceKey("/Encoding", encoding);
    font.replaceKey("/Widths", widths);
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/XObject", images);
    font.replaceKey("/Resources", resources);
    return font;
}

PdfFontSet::PdfFontSet() = default;
PdfFontSet::~PdfFontSet() = default;

PdfFont* PdfFontSet::make(const QRawFont& font) {
    fonts_.push_back(std::make_unique<PdfFont>(font, int(fonts_.size()) + 1));
    return fonts_.back().get();
}

PdfFont* PdfFontSet::of(const QRawFont& font) {
    for (const auto& [known, face] : known_) {
        if (known == font)
            return face;
    }
    PdfFont* face = nullptr;
    // Qt draws characters that no font has as boxes, with an engine that is no font and names none.
    if (!font.fontTable("head").isEmpty()) {
        // The latest of a face: those before it are full.
        const auto it = std::find_if(fonts_.rbegin(), fonts_.rend(),
                                     [&](const auto& each) { return each->isSameFace(font); });
        face = it != fonts_.rend() ? it->get() : make(font);
    }
    known_.emplace_back(font, face);
    return face;
}

void PdfFontSet::makeRoom(PdfFont& font, const QList<quint32>& glyphs) {
    if (font.hasRoomFor(glyphs))
        return;
    PdfFont* further = nullptr;
    for (auto& [known, face] : known_) {
        if (face != &font)
            continue;
        if (!further)
            further = make(known);
        face = further;
    }
}

QPDFObjectHandle PdfFontSet::write(QPDF& pdf) {
    if (!written_) {
        QPDFObjectHandle fonts = QPDFObjectHandle::newDictionary();
        for (const auto& font : fonts_)
            fonts.replaceKey(pdfName(font->name().toStdString()), font->write(pdf));
        written_ = std::make_unique<QPDFObjectHandle>(pdf.makeIndirectObject(fonts));
    }
    return *written_;
}

} // namespace groundplan
