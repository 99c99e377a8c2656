// groundplan-unpack: reads a PDF from its standard input and writes the Groundplan document that is attached
// to it. qpdf is made for files from strangers, but sets no bounds on memory and time: a process of its own
// does.
#include "model/exchange/exchange_limits.h"
#include "model/exchange/unpack_answer.h"
#include "model/graphviz/helper/pipes.h"
#include "model/graphviz/helper/sandbox.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#ifdef GROUNDPLAN_SANITIZED
extern "C" const char* __asan_default_options() {
    return "detect_leaks=0"; // the process ends without tidying up
}
#endif

namespace {

using namespace groundplan;

using namespace unpackanswer;

struct TooLarge {};

/// Takes what a stream unpacks to, up to the limit.
class Limited final : public Pipeline {
public:
    explicit Limited(std::string& bytes)
        : Pipeline("limited", nullptr)
        , bytes_(bytes) {}
    void write(unsigned char const* data, size_t size) override {
        if (bytes_.size() + size > std::size_t(exchangelimits::kUnpackedBytes))
            throw TooLarge();
        bytes_.append(reinterpret_cast<char const*>(data), size);
    }
    void finish() override {}

private:
    std::string& bytes_;
};

bool isDocument(const std::string& name) {
    constexpr std::string_view kEnding = ".gplan";
    return name.size() >= kEnding.size() &&
           name.compare(name.size() - kEnding.size(), kEnding.size(), kEnding) == 0;
}

std::string unpack(const std::string& file) {
    std::string answer(1, kSource);
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("input", file.data(), file.size());
        QPDFEmbeddedFileDocumentHelper attachments(pdf);
        if (!attachments.hasEmbeddedFiles())
            return {kNone};
        for (const auto& [key, specification] : attachments.getEmbeddedFiles()) {
            if (!isDocument(key) && !isDocument(specification->getFilename()))
                continue;
            QPDFObjectHandle stream = specification->getEmbeddedFileStream();
            if (!stream.isStream())
                return {kDamaged};
            Limited into(answer);
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

} // namespace

int main(int argc, char**) {
    if (argc != 1) {
        std::fputs(
            "groundplan-unpack takes the design out of a PDF for groundplan, which starts it when it is "
            "needed.\n",
            stderr);
        return 2;
    }
    if (!enterSandbox()) {
        std::fputs("groundplan-unpack cannot limit its own time and memory on this system.\n", stderr);
        return 1;
    }
    std::string input;
    std::string answer(1, kTooLarge);
    try {
        if (!readInput(input, std::size_t(exchangelimits::kCarrierBytes)))
            return 1;
        answer = unpack(input);
    } catch (const std::bad_alloc&) {
    }
    std::_Exit(writeOutput(answer) ? 0 : 1);
}
