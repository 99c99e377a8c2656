#include "app/render/export_page.h"
#include "app/render/exports.h"
#include "app/render/flat_deflate.h"
#include "app/render/meanwhile.h"
#include "app/render/png_size.h"
#include "model/exchange/embedded_source.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QImage>
#include <QPainter>

#include <png.h>

#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <future>
#include <span>
#include <vector>

namespace groundplan {

namespace {

constexpr double kMargin = 24; ///< points around the design
constexpr int kMostSide = 32'000;
constexpr int kHuffmanOnly = 2;                 ///< zlib's Z_HUFFMAN_ONLY
constexpr qint64 kBandBytes = qint64(32) << 20; ///< there are two

QString tr(const char* text) {
    return QCoreApplication::translate("PngWriter", text);
}

/// Rows as a PNG file holds them: red, green and blue, as differences from the row above (filter "up"), since
/// designs are flat areas and lines, so nearly all is zero.
class FilteredRows {
public:
    explicit FilteredRows(int width)
        : above_(std::size_t(width)) {}

    /// Of an image of Format_RGB32, the next of the picture; valid until the next call.
    std::span<const uchar> take(const QImage& band, int rows) {
        constexpr uchar kUp = 2;
        constexpr std::size_t kStride = 4; ///< pixels that are compared at once
        const std::size_t width = above_.size(), bytes = 1 + 3 * width;
        filtered_.assign(std::size_t(rows) * bytes, 0);
        const QRgb* above = above_.data();
        uchar* to = filtered_.data();
        for (int y = 0; y < rows; ++y, to += bytes) {
            const auto* row = reinterpret_cast<const QRgb*>(band.constScanLine(y));
            *to = kUp;
            for (std::size_t x = 0; x < width; ++x) {
                while (x + kStride <= width && std::memcmp(row + x, above + x, kStride * sizeof(QRgb)) == 0)
                    x += kStride;
                if (x >= width || row[x] == above[x])
                    continue;
                uchar* const pixel = to + 1 + 3 * x;
                pixel[0] = uchar(qRed(row[x]) - qRed(above[x]));
                pixel[1] = uchar(qGreen(row[x]) - qGreen(above[x]));
                pixel[2] = uchar(qBlue(row[x]) - qBlue(above[x]));
            }
            above = row;
        }
        std::copy_n(above, width, above_.begin());
        return filtered_;
    }

private:
    std::vector<QRgb> above_; ///< black at first, as the format wants it
    std::vector<uchar> filtered_;
};

/// libpng's writing side; the pixels are compressed here. Its errors come as longjmp; they must not pass
/// objects with destructors, so each call into libpng sits in a small function of its own here.
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

    bool begin(int width, int height, double pixelsPerPoint, const ExportRequest& request,
               const QByteArray& source) {
        if (!png_ || !info_ || setjmp(jump_))
            return false;
        png_set_write_fn(png_, this, &PngStream::write, &PngStream::flush);
        png_set_user_limits(png_, kMostSide, kMostSide);
        png_set_IHDR(png_, info_, png_uint_32(width), png_uint_32(height), 8, PNG_COLOR_TYPE_RGB,
                     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        const auto perMetre = png_uint_32(std::lround(pixelsPerPoint * 72 / 0.0254));
        png_set_pHYs(png_, info_, perMetre, perMetre, PNG_RESOLUTION_METER);
        png_set_sRGB(png_, info_, PNG_sRGB_INTENT_PERCEPTUAL);
        text("Title", request.title.toUtf8());
        text("Author", request.author.toUtf8());
        text("Description", request.version.toUtf8());
        // Base64 of what is packed already: six bits a letter are all that is in it.
        png_set_text_compression_strategy(png_, kHuffmanOnly);
        text(kSourceKeyword, source, PNG_TEXT_COMPRESSION_zTXt);
        png_write_info(png_, info_);
        return true;
    }

    /// A part of the compressed pixels.
    bool pixels(const QByteArray& bytes) { return chunk("IDAT", bytes); }
    bool end() { return chunk("IEND", {}); }

private:
    bool chunk(const char* name, const QByteArray& bytes) {
        if (setjmp(jump_))
            return false;
        png_write_chunk(png_, reinterpret_cast<png_const_bytep>(name),
                        reinterpret_cast<png_const_bytep>(bytes.constData()), png_size_t(bytes.size()));
        return true;
    }

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

/// The pixels of a picture, and what of the board they show.
struct Pixels {
    double scale;     ///< pixels a point
    double left, top; ///< pixels from the board's origin
    int width, height;
    QString remark; ///< when the scale is not the one that was asked for
};
Pixels pixelsFor(const QRectF& area, double wanted) {
    Pixels pixels{wanted, 0, 0, 0, 0, {}};
    const double longest = std::max(area.width(), area.height());
    if (longest * wanted > kMostSide) {
        pixels.scale = kMostSide / longest;
        pixels.remark =
            tr("The picture was reduced to %1 pixels a point instead of %2, because no side may be "
               "longer than %3 pixels.")
                .arg(pixels.scale, 0, 'g', 3)
                .arg(wanted, 0, 'g', 3)
                .arg(kMostSide);
    }
    // The corner lies on a whole pixel, so that each band is painted exactly as the whole would be.
    const auto below = [&pixels](double at) { return std::floor(at * pixels.scale + 1e-6); };
    pixels.left = below(area.left());
    pixels.top = below(area.top());
    const auto upTo = [&pixels](double end, double from) {
        return std::clamp(int(std::ceil(end * pixels.scale - from - 1e-6)), 1, kMostSide);
    };
    pixels.width = upTo(area.right(), pixels.left);
    pixels.height = upTo(area.bottom(), pixels.top);
    return pixels;
}

QRectF withMargin(const QRectF& content) {
    return content.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

} // namespace

PngSize pngSizeOf(const QRectF& content, double scale) {
    const Pixels pixels = pixelsFor(withMargin(content), scale);
    return {{pixels.width, pixels.height}, !pixels.remark.isEmpty()};
}

Result<QString> writePng(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out) {
    const ExportPage page(request);
    const Pixels pixels = pixelsFor(withMargin(page.content), request.scale);
    const double scale = pixels.scale, left = pixels.left, top = pixels.top;
    const int width = pixels.width, height = pixels.height;

    PngStream png(out);
    const auto failure = [&out] {
        return fail(ErrorCode::NotWritten,
                    tr("The PNG picture could not be written: %1.").arg(out.errorString()));
    };
    QByteArray source;
    if (!request.source.isNone()) {
        const Result<QByteArray> document = request.source.bytes();
        if (!document)
            return Failure(document.error());
        source = packSource(*document).toBase64();
    }
    if (!png.begin(width, height, scale, request, source))
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
    FilteredRows filter(width);
    FlatDeflate deflate;
    const auto compress = [&](const QImage& band, int rows) {
        return png.pixels(deflate.add(filter.take(band, rows)));
    };
    if (!png.pixels(deflate.start()))
        return failure();
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
        compressed = meanwhile(compress, std::cref(band), rows);
    }
    if (!isCompressed())
        return failure();
    if (!png.pixels(deflate.finish()) || !png.end())
        return failure();
    return pixels.remark;
}

} // namespace groundplan
