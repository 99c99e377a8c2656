// session_child DOCUMENT EVERY
// Lets a practice session run on DOCUMENT with a beat each EVERY milliseconds and says on standard output, a
// line a beat, what its clock shows and when the beat was (both milliseconds). A session that was running
// when the process before this one was killed goes on as if it had run all the time. It is made to be killed.
#include "app/window/session_run.h"

#include <QCoreApplication>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

Framework framework() {
    Framework made;
    made.name = u"two-steps"_s;
    for (const QString& name : {u"clarify"_s, u"design"_s}) {
        Step step;
        step.name = name;
        step.minutes = 20;
        made.steps.append(step);
    }
    return made;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    const auto document = Document::open(words.value(1), Document::Use::Window);
    if (!document || (*document)->isReadOnly())
        return 2;
    const Catalogue catalogue;
    const Templates templates;
    const Clock clock;
    SessionRun run(catalogue, templates, clock, words.value(2).toInt());
    QObject::connect(&run, &SessionRun::ticked, &application, [&run] {
        const PracticeSession& session = *run.session();
        const QByteArray line = QByteArray::number(session.elapsed) + ' ' +
                                QByteArray::number(session.beat.toMSecsSinceEpoch()) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != ssize_t(line.size()))
            ::_exit(3); // nobody listens any more
    });
    run.setDocument(document->get());
    if (run.session())
        run.countStill();
    else if (!run.start(framework(), {}, 40))
        return 2;
    return QCoreApplication::exec();
}
