#include "app/render/export_page.h"
#include "app/render/exports.h"
#include "model/exchange/embedded_source.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QImage>
#include <QPainter>

#include <png.h>

#include <array>
#include <cmath>
#include <csetjmp>
#include <functional>
#include <future>

namespace groundplan {

namespace {

constexpr double kMargin = 24; ///< points around the design
constexpr int kMostSide = 32'000;
constexpr int kHuffmanOnly = 2;                 ///< zlib's Z_HUFFMAN_ONLY
constexpr qint64 kBandBytes = qint64(32) << 20; ///< there are two

QString tr(const char* text) {
    return QCoreApplication::translate("PngWriter", text);
}

/// libpng's writing side, row by row. Its errors come as longjmp; they must not pass objects with
/// destructors, so each call into libpng sits in a small function of its own here.
class PngStream {
public:
    explicit PngStream(QIODevice& out)
        : out_(out) {
        png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, this, &PngStream::failed, &PngStream::warned);
        if (png_)
            info_ = png_create_info_struct(png_);
    }
    ~PngStream() { png_destroy_write_struct(&png_, &info_); }
    PngStream(const PngStream&) = delete;
    PngStream& operator=(const PngStream&) = delete;

    bool begin(int width, int height, double pixelsPerPoint, const QByteArray& title,
               const QByteArray& author, const QByteArray& source) {
        if (!png_ || !info_ || setjmp(jump_))
            return false;
        png_set_write_fn(png_, this, &PngStream::write, &PngStream::flush);
        png_set_user_limits(png_, kMostSide, kMostSide);
        png_set_IHDR(png_, info_, png_uint_32(width), png_uint_32(height), 8, PNG_COLOR_TYPE_RGB,
                     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        // A design is flat areas and thin lines: the cheapest filter compresses them as well as the costly
        // ones.
        png_set_filter(png_, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
        png_set_compression_level(png_, 4);
        const auto perMetre = png_uint_32(std::lround(pixelsPerPoint * 72 / 0.0254));
        png_set_pHYs(png_, info_, perMetre, perMetre, PNG_RESOLUTION_METER);
        png_set_sRGB(png_, info_, PNG_sRGB_INTENT_PERCEPTUAL);
        text("Title", title);
        text("Author", author);
        // Base64 of what is packed already: six bits a letter are all that is in it.
        png_set_text_compression_strategy(png_, kHuffmanOnly);
        text(kSourceKeyword, source, PNG_TEXT_COMPRESSION_zTXt);
        png_write_info(png_, info_);
        // Rows come as QImage's Format_RGB32: on a little-endian machine blue, green, red, unused.
        png_set_bgr(png_);
        png_set_filler(png_, 0, PNG_FILLER_AFTER);
        return true;
    }

    bool row(const uchar* pixels) {
        if (setjmp(jump_))
            return false;
        png_write_row(png_, pixels);
        return true;
    }

    bool end() {
        if (setjmp(jump_))
            return false;
        png_write_end(png_, nullptr);
        return true;
    }

private:
    void text(const char* key, const QByteArray& value, int compression = PNG_ITXT_COMPRESSION_NONE) {
        if (value.isEmpty())
            return;
        png_text chunk{};
        chunk.compression = compression;
        chunk.key = const_cast<char*>(key);
        chunk.text = const_cast<char*>(value.constData());
        (compression == PNG_TEXT_COMPRESSION_zTXt ? chunk.text_length : chunk.itxt_length) =
            std::size_t(value.size());
        png_set_text(png_, info_, &chunk, 1);
    }

    static PngStream* self(png_structp png) { return static_cast<PngStream*>(png_get_error_ptr(png)); }
    [[noreturn]] static void failed(png_structp png, png_const_charp) { longjmp(self(png)->jump_, 1); }
    static void warned(png_structp, png_const_charp) {}
    static void write(png_structp png, png_bytep data, png_size_t size) {
        if (self(png)->out_.write(reinterpret_cast<const char*>(data), qint64(size)) != qint64(size))
            png_error(png, "write");
    }
    static void flush(png_structp) {}

    QIODevice& out_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    std::jmp_buf jump_;
};

} // namespace

Result<QString> writePng(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out) {
    const ExportPage page(request);
    const QRectF area = page.content.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    double scale = request.scale;
    QString sentence;
    const double longest = std::max(area.width(), area.height());
    if (longest * scale > kMostSide) {
        scale = kMostSide / longest;
        sentence = tr("The picture was reduced to %1 pixels a point instead of %2, because no side may be "
                      "longer than "
                      "%3 pixels.")
                       .arg(scale, 0, 'g', 3)
                       .arg(request.scale, 0, 'g', 3)
                       .arg(kMostSide);
    }
    // The corner lies on a whole pixel, so that each band is painted exactly as the whole would be.
    const double left = std::floor(area.left() * scale + 1e-6), top = std::floor(area.top() * scale + 1e-6);
    const int width = std::clamp(int(std::ceil(area.right() * scale - left - 1e-6)), 1, kMostSide);
    const int height = std::clamp(int(std::ceil(area.bottom() * scale - top - 1e-6)), 1, kMostSide);

    PngStream png(out);
    const auto failure = [&out] {
        return fail(ErrorCode::NotWritten,
                    tr("The PNG picture could not be written: %1.").arg(out.errorString()));
    };
    const QByteArray source = request.source.isEmpty() ? QByteArray() : packSource(request.source).toBase64();
    if (!png.begin(width, height, scale, request.title.toUtf8(), request.author.toUtf8(), source))
        return failure();

    const BoardPainter painter(catalogue,
                               request.dark ? Theme::darkTheme(catalogue) : Theme::light(catalogue));
    BoardPainter::Options options;
    options.scale = scale;
    options.cached = true;
    options.only = page.only;
    const int bandHeight = int(std::clamp<qint64>(kBandBytes / (qint64(width) * 4), 1, height));
    const auto paintBand = [&](QImage& band, int from, int rows) {
        QPainter into(&band);
        into.translate(-left, -top - from);
        into.scale(scale, scale);
        painter.paint(into, request.design, page.index,
                      QRectF(left / scale, (top + from) / scale, width / scale, rows / scale), options);
        if (request.overlay)
            request.overlay(into, painter.theme());
    };
    const auto compress = [&png](const QImage& band, int rows) {
        for (int row = 0; row < rows; ++row) {
            if (!png.row(band.constScanLine(row)))
                return false;
        }
        return true;
    };
    // While a band is compressed the next one is painted.
    std::array<QImage, 2> bands;
    std::future<bool> compressed;
    const auto isCompressed = [&compressed] { return !compressed.valid() || compressed.get(); };
    for (int from = 0, number = 0; from < height; from += bandHeight, ++number) {
        const int rows = std::min(bandHeight, height - from);
        QImage& band = bands[std::size_t(number % 2)];
        if (band.isNull())
            band = QImage(width, bandHeight, QImage::Format_RGB32);
        if (band.isNull())
            return fail(ErrorCode::NotWritten,
                        tr("There is not enough memory for the PNG picture; choose a smaller scale."));
        paintBand(band, from, rows);
        if (!isCompressed())
            return failure();
        compressed = std::async(std::launch::async, compress, std::cref(band), rows);
    }
    if (!isCompressed())
        return failure();
    if (!png.end())
        return failure();
    return sentence;
}

} // namespace groundplan
