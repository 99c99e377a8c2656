#pragma once

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace groundplan {

/// Sentences under the top bar that stay until they are closed: what went wrong and where, or how the
/// document was opened.
class BannerArea : public QWidget {
    Q_OBJECT
public:
    enum class Tone { Info, Warning };
    struct Button {
        QString text;
        std::function<void()> clicked;
    };

    explicit BannerArea(QWidget* parent = nullptr);
    /// `subject` names what it is about: a later sentence about the same replaces it. `closed` is called when
    /// the user closes it.
    void show(Tone tone, const QString& subject, const QString& sentence, const QList<Button>& buttons = {},
              const std::function<void()>& closed = {});
    void clear(const QString& subject);
    void clear();
    /// Closes what was said last and is not one of `standing`; false when nothing of that is shown.
    bool closeLast(const QStringList& standing = {});
    /// Gives the keyboard to the first button of what was said last; false when nothing is shown.
    bool takeFocus();
    QStringList sentences() const;

private:
    class Banner;
    void close(const Banner& banner);
    QVBoxLayout* layout_;
    QList<Banner*> banners_;
};

} // namespace groundplan
