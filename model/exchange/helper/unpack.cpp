#include "model/exchange/helper/unpack.h"

#include "model/exchange/unpack_answer.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>

#include <memory>
#include <string_view>

namespace groundplan {

namespace {

using namespace unpackanswer;

constexpr int kMostAttachments = 10'000;

/// Ends the unpacking: the answer's first byte.
struct Refused {
    char answer;
};

constexpr std::string_view kBegins("SQLite format 3\0", 16);

/// Takes what a stream unpacks to, up to the limits, while it can be a document.
class Limited final : public Pipeline {
public:
    Limited(std::string& bytes, std::size_t most, std::size_t honest)
        : Pipeline("limited", nullptr)
        , bytes_(bytes)
        , before_(bytes.size())
        , most_(most)
        , honest_(honest) {}
    void write(unsigned char const* data, size_t size) override {
        const std::size_t whole = bytes_.size() - before_ + size;
        if (whole > most_)
            throw Refused{kTooLarge};
        if (whole > honest_)
            throw Refused{kBomb};
        bytes_.append(reinterpret_cast<char const*>(data), size);
        const std::string_view begin = std::string_view(bytes_).substr(before_, kBegins.size());
        if (begin != kBegins.substr(0, begin.size()))
            throw Refused{kUnwanted};
    }
    void finish() override {
        if (bytes_.size() - before_ < kBegins.size())
            throw Refused{kUnwanted};
    }

private:
    std::string& bytes_;
    const std::size_t before_; ///< bytes that were there
    const std::size_t most_;
    const std::size_t honest_;
};

bool isDocument(const std::string& name) {
    constexpr std::string_view kEnding = ".gplan";
    return name.size() >= kEnding.size() &&
           name.compare(name.size() - kEnding.size(), kEnding.size(), kEnding) == 0;
}

} // namespace

std::string unpackPdf(const std::string& file, std::size_t most, std::size_t honest) {
    try {
        std::string answer(1, kSource);
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("input", file.data(), file.size());
        // Not by qpdf's list of attachments, which follows a tree that meets itself again and again to its
        // end.
        QPDFObjectHandle names = pdf.getRoot().getKey("/Names");
        QPDFObjectHandle files = names.isDictionary() ? names.getKey("/EmbeddedFiles") : names;
        if (!files.isDictionary())
            return {kNone};
        // Ours by the type that the exporter gives it; else any document that somebody has attached.
        std::shared_ptr<QPDFFileSpecObjectHelper> found;
        int seen = 0;
        for (const auto& [key, object] : QPDFNameTreeObjectHelper(files, pdf)) {
            if (++seen > kMostAttachments)
                return {kDamaged};
            const auto specification = std::make_shared<QPDFFileSpecObjectHelper>(object);
            if (!isDocument(key) && !isDocument(specification->getFilename()))
                continue;
            QPDFObjectHandle stream = specification->getEmbeddedFileStream();
            const bool ours =
                stream.isStream() && QPDFEFStreamObjectHelper(stream).getSubtype() == kSourceType;
            if (ours || !found)
                found = specification;
            if (ours)
                break;
        }
        if (found) {
            QPDFObjectHandle stream = found->getEmbeddedFileStream();
            if (!stream.isStream())
                return {kDamaged};
            Limited into(answer, most, honest);
            const std::size_t warnings = pdf.numWarnings();
            if (!stream.pipeStreamData(&into, 0, qpdf_dl_all, true))
                return {kStream};
            if (pdf.numWarnings() > warnings) // qpdf hands out what it has got, and warns
                return {kTooShort};
            return answer;
        }
    } catch (const Refused& refused) {
        return {refused.answer};
    } catch (const QPDFExc& problem) {
        return {problem.getErrorCode() == qpdf_e_password ? kPassword : kDamaged};
    } catch (const std::bad_alloc&) {
        return {kTooLarge};
    } catch (const std::exception&) {
        return {kDamaged};
    }
    return {kNone};
}

} // namespace groundplan
