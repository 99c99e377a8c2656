#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace groundplan::bench {

/// An application that knows when a widget has been painted to the end.
class FrameClock : public QApplication {
    Q_OBJECT
public:
    FrameClock(int& argc, char** argv);

    /// The widget whose frames are measured.
    void watch(QWidget* widget) { watched_ = widget; }
    /// Milliseconds from before `post`, which posts an input event or starts something, to the end of the
    /// watched widget's next paint. Ends the program when none comes within 30 seconds.
    double frame(const std::function<void()>& post);
    /// Lets everything happen that is due, so that no older paint is taken for the next frame.
    static void settle();

    bool notify(QObject* receiver, QEvent* event) override;

private:
    QPointer<QWidget> watched_;
    QElapsedTimer clock_;
    qint64 paintedAt_ = -1; ///< ns of clock_
};

} // namespace groundplan::bench
