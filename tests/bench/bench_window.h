#pragma once

#include "app/window/desk.h"
#include "tests/bench/frame_clock.h"

#include <QImage>
#include <QJsonObject>
#include <QList>
#include <QPointF>

#include <memory>

namespace groundplan::bench {

/// The shown main window with the design of one size in it, and the hands that work in it.
class BenchWindow {
public:
    /// `folder`: for the documents; `path`: the one to measure.
    BenchWindow(FrameClock& clock, const Services& services, const QString& folder, const QString& path);
    ~BenchWindow();
    BenchWindow(const BenchWindow&) = delete;
    BenchWindow& operator=(const BenchWindow&) = delete;

    /// Every series, in order; each adds its figures. False when a picture was not that of a freshly built
    /// window.
    bool measure(QJsonObject& figures);
    /// The same of a board that was drawn on, and drawing one more stroke.
    bool measureDrawn(QJsonObject& figures);

private:
    void load(QJsonObject& figures);
    bool pan(QJsonObject& figures);
    bool zoom(QJsonObject& figures);
    bool fit(QJsonObject& figures);
    bool dragOne(QJsonObject& figures);
    bool dragAll(QJsonObject& figures);
    bool completion(QJsonObject& figures);
    bool draw(QJsonObject& figures);

    double mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons held);
    double key(Qt::Key key, Qt::KeyboardModifiers modifiers);
    double wheel(QPointF at, int angle);
    /// A press, `steps` measured moves and a release; `release` receives the time of its frame.
    QList<double> drag(QPointF from, QPointF step, int steps, Qt::MouseButton button, double* release);
    void lookAtMiddle(double zoom);
    QPointF middleOfABlock() const;
    bool pictureIsTrue(const char* series);
    void becomeActive();
    void noteMemory();

    FrameClock& clock_;
    Desk desk_;
    QString folder_;
    QString path_;
    MainWindow* window_ = nullptr;
    double memory_ = 0;
};

} // namespace groundplan::bench
