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

struct TooLarge {};

/// Takes what a stream unpacks to, up to the limit.
class Limited final : public Pipeline {
public:
    Limited(std::string& bytes, std::size_t most)
        : Pipeline("limited", nullptr)
        , bytes_(bytes)
        , most_(most) {}
    void write(unsigned char const* data, size_t size) override {
        if (size > most_)
            throw TooLarge();
        most_ -= size;
        bytes_.append(reinterpret_cast<char const*>(data), size);
    }
    void finish() override {}

private:
    std::string& bytes_;
    std::size_t most_; ///< may still come
};

bool isDocument(const std::string& name) {
    constexpr std::string_view kEnding = ".gplan";
    return name.size() >= kEnding.size() &&
           name.compare(name.size() - kEnding.size(), kEnding.size(), kEnding) == 0;
}

} // namespace

std::string unpackPdf(const std::string& file, std::size_t most) {
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
            Limited into(answer, most);
            if (!stream.pipeStreamData(&into, 0, qpdf_dl_all, true))
                return {kDamaged};
            return answer;
        }
    } catch (const TooLarge&) {
        return {kTooLarge};
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
