#include "app/render/fonts.h"

#include "app/render/meanwhile.h"
#include "app/render/picture_signs.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QRawFont>

#include <algorithm>
#include <array>

namespace groundplan::fonts {

namespace {

constexpr auto kFamily = "Inter";
constexpr auto kPictures = "Noto Color Emoji";

/// Families are asked in this order for each character; with the order fixed here, fontconfig's own order on
/// a machine decides nothing. Emoji come before DejaVu, which has grey ones; DejaVu has Hebrew and Arabic.
QStringList families() {
    return {QString::fromLatin1(kFamily), QStringLiteral("Noto Sans CJK SC"), QString::fromLatin1(kPictures),
            QStringLiteral("DejaVu Sans")};
}

struct Spec {
    int pixels;
    int weight;
};

constexpr Spec specOf(Role role) {
    switch (role) {
    case Role::BlockTitle:
        return {13, QFont::DemiBold};
    case Role::Technology:
        return {11, QFont::Normal};
    case Role::Chip:
        return {10, QFont::Medium};
    case Role::Pill:
        return {10, QFont::Bold};
    case Role::FrameTitle:
        return {12, QFont::DemiBold};
    case Role::Remark:
        return {11, QFont::Normal};
    case Role::Label:
        return {11, QFont::Medium};
    case Role::CardTitle:
        return {13, QFont::DemiBold};
    case Role::CardHeading:
        return {11, QFont::DemiBold};
    case Role::CardText:
        return {12, QFont::Normal};
    case Role::CardStrong:
        return {12, QFont::DemiBold};
    case Role::PageTitle:
        return {20, QFont::DemiBold};
    case Role::Panel:
        return {12, QFont::Normal};
    case Role::PanelTitle:
        return {12, QFont::DemiBold};
    case Role::InspectorTitle:
        return {15, 650};
    }
    return {12, QFont::Normal};
}

QFont make(Role role) {
    const Spec spec = specOf(role);
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(spec.pixels);
    font.setWeight(QFont::Weight(spec.weight));
    // Without hinting a text is as wide at every scale, on screen as in print; a label's stored size stays
    // right.
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::PreferOutline));
    return font;
}

/// The first look at the fonts, in which fontconfig reads all its files.
std::shared_future<QString> firstLook;

} // namespace

bool isNone() {
    // Families are always named some, if only by the platform; without a file none of them is loaded.
    static const bool none = QFontInfo(make(Role::Panel)).family().isEmpty();
    return none;
}

std::shared_future<QString> beginInstall() {
    QGuiApplication::setFont(make(Role::Panel));
    const auto look = [] {
        if (QFontDatabase::hasFamily(QString::fromLatin1(kFamily)))
            return QString();
        if (isNone())
            return QCoreApplication::translate("Fonts",
                                               "No font at all is installed, so boxes stand in place "
                                               "of letters; install the package fonts-inter.");
        return QCoreApplication::translate("Fonts", "The font Inter is not installed, so texts are shown in "
                                                    "another one and may not fit as drawn; install "
                                                    "the package fonts-inter.");
    };
    return firstLook = meanwhile(look);
}

QString install() {
    return beginInstall().get();
}

QString familyOfPictures() {
    return QString::fromLatin1(kPictures);
}

bool hasPicture(QStringView sign) {
    thread_local const QRawFont pictures = [] {
        if (!QFontDatabase::hasFamily(familyOfPictures()))
            return QRawFont();
        QFont font = of(Role::CardText);
        font.setFamilies({familyOfPictures()});
        font.setStyleStrategy(QFont::StyleStrategy(font.styleStrategy() | QFont::NoFontMerging));
        return QRawFont::fromFont(font);
    }();
    const QList<uint> codes = sign.toUcs4();
    return pictures.isValid() && std::ranges::all_of(codes, [](uint code) {
               const bool joins = code == 0x200d || code == 0xfe0f; // by which it is made, and asked for
               return joins || pictures.supportsCharacter(code);
           });
}

const QFont& of(Role role) {
    // A font keeps what it was loaded as, for the thread that used it last; imports measure on their own.
    thread_local const auto all = [] {
        if (firstLook.valid())
            firstLook.wait(); // two at once would read the same files twice
        std::array<QFont, kRoleCount> fonts;
        for (int i = 0; i < kRoleCount; ++i)
            fonts[std::size_t(i)] = make(Role(i));
        return fonts;
    }();
    return all[std::size_t(role)];
}

} // namespace groundplan::fonts
