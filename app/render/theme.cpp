#include "app/render/theme.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

/// Colours are resolved here, once for each theme.
QColor rgb(QRgb value) {
    return QColor::fromRgb(value);
}

void addGroups(Theme& theme, const Catalogue& catalogue) {
    for (const KindGroup& group : catalogue.groups()) {
        Theme::GroupColours colours{QColor::fromString(theme.dark ? group.strongDark : group.strong),
                                    QColor::fromString(theme.dark ? group.tintDark : group.tint)};
        if (!colours.strong.isValid())
            colours.strong = theme.plain.strong;
        if (!colours.tint.isValid())
            colours.tint = theme.plain.tint;
        theme.groups.insert(group.name, colours);
    }
}

void setFlows(Theme& theme, std::array<QRgb, wordCount<Flow>()> colours) {
    for (std::size_t i = 0; i < colours.size(); ++i)
        theme.flow[i] = rgb(colours[i]);
}

} // namespace

Theme Theme::light(const Catalogue& catalogue) {
    Theme t;
    t.dark = false;
    t.canvas = rgb(0xFBFBF9);
    t.dots = rgb(0xDEDED8);
    t.panel = rgb(0xFFFFFF);
    t.hairline = rgb(0xE4E6EA);
    t.text = rgb(0x1B1F27);
    t.muted = rgb(0x667085);
    t.accent = rgb(0x2563EB);
    t.card = rgb(0xFFFFFF);
    t.cardBorder = rgb(0xD4D9E1);
    t.shadow = QColor(16, 24, 40, 30);
    t.frameFill = rgb(0xF2F4F7);
    t.frameBorder = rgb(0xC2C8D2);
    t.chip = rgb(0xF1F3F6);
    t.chipText = rgb(0x566072);
    t.sticky = rgb(0xFFF4D1);
    t.stickyBorder = rgb(0xEED88F);
    t.stickyText = rgb(0x2B2410);
    t.stickyMuted = rgb(0x6B6142);
    t.good = rgb(0x16803C);
    t.warning = rgb(0xB45309);
    t.bad = rgb(0xD92D20);
    t.note = rgb(0xA16A00);
    t.decision = rgb(0x7A5AF8);
    t.question = rgb(0x2563EB);
    t.finding = rgb(0xD92D20);
    t.field = rgb(0xF1F3F6);
    t.fieldBorder = rgb(0xD4D9E1);
    t.hover = rgb(0xF1F3F6);
    t.pressed = rgb(0xE3EBFD);
    t.onAccent = rgb(0xFFFFFF);
    t.onMark = rgb(0xFFFFFF);
    t.decisionTint = rgb(0xEDE9FE);
    t.decisionText = rgb(0x5B34D6);
    t.plain = {rgb(0x475569), rgb(0xE4E8EE)};
    setFlows(t, {0x667085, 0x0F766E, 0x667085, 0x6D28D9, 0xBE185D, 0x9A5B0A, 0xC2410C});
    addGroups(t, catalogue);
    return t;
}

Theme Theme::darkTheme(const Catalogue& catalogue) {
    Theme t;
    t.dark = true;
    t.canvas = rgb(0x14171C);
    t.dots = rgb(0x262B33);
    t.panel = rgb(0x1B1F26);
    t.hairline = rgb(0x2B313A);
    t.text = rgb(0xE8EBF0);
    t.muted = rgb(0x9AA4B2);
    t.accent = rgb(0x5B93FF);
    t.card = rgb(0x21262E);
    t.cardBorder = rgb(0x363D48);
    t.shadow = QColor(0, 0, 0, 90);
    t.frameFill = rgb(0x191D24);
    t.frameBorder = rgb(0x363D48);
    t.chip = rgb(0x2B313B);
    t.chipText = rgb(0xAEB7C4);
    t.sticky = rgb(0x3A3221);
    t.stickyBorder = rgb(0x5A4D2C);
    t.stickyText = rgb(0xF3EBD6);
    t.stickyMuted = rgb(0xBCB093);
    t.good = rgb(0x4ADE80);
    t.warning = rgb(0xF5B544);
    t.bad = rgb(0xF97066);
    t.note = rgb(0xF5C95B);
    t.decision = rgb(0xA78BFA);
    t.question = rgb(0x5B93FF);
    t.finding = rgb(0xF97066);
    t.field = rgb(0x262C35);
    t.fieldBorder = rgb(0x363D48);
    t.hover = rgb(0x262C35);
    t.pressed = rgb(0x1F2C49);
    t.onAccent = rgb(0x0B1220);
    t.onMark = rgb(0x14171C);
    t.decisionTint = rgb(0x2F2650);
    t.decisionText = rgb(0xC9B8FF);
    t.plain = {rgb(0xA7B3C4), rgb(0x2A323D)};
    setFlows(t, {0x9AA4B2, 0x5EEAD4, 0x9AA4B2, 0xC4A6FF, 0xFF8FBC, 0xF5C95B, 0xFF9E6E});
    addGroups(t, catalogue);
    return t;
}

const Theme::GroupColours& Theme::groupOf(const Catalogue& catalogue, const QString& kind) const {
    const KindGroup* group = catalogue.groupOfKind(kind);
    if (!group)
        return plain;
    const auto it = groups.constFind(group->name);
    return it == groups.constEnd() ? plain : *it;
}

namespace {

QColor mixed(const QColor& colour, const QColor& background, float part) {
    return QColor::fromRgbF(colour.redF() * part + background.redF() * (1 - part),
                            colour.greenF() * part + background.greenF() * (1 - part),
                            colour.blueF() * part + background.blueF() * (1 - part));
}
/// Lighter or darker until it can be read there; other than towards black and white, pale colours do not
/// become greys.
QColor sameHueOn(const QColor& colour, const QColor& background, bool lighter) {
    constexpr float kStep = 0.02F, kLightest = 0.78F;
    float hue = 0, saturation = 0, lightness = 0;
    colour.getHslF(&hue, &saturation, &lightness);
    const auto shown = [&] { return QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness); };
    QColor readable = colour;
    // On the dark theme's card all pale colours would look white.
    if (lighter && lightness > kLightest) {
        lightness = kLightest;
        readable = shown();
    }
    while (contrastOf(readable, background) < 4.5 && lightness > 0 && lightness < 1) {
        lightness = std::clamp(lightness + (lighter ? kStep : -kStep), 0.0F, 1.0F);
        readable = shown();
    }
    return readable;
}

} // namespace

Theme::GroupColours Theme::coloursOf(const QColor& own) const {
    constexpr float kTint = 0.18F;
    const QColor strong = sameHueOn(own, card, dark);
    const QColor tint = mixed(strong, card, kTint);
    return {sameHueOn(strong, tint, dark), tint};
}

QColor veilOf(const Theme& theme) {
    QColor veil = theme.canvas;
    veil.setAlphaF(0.8F);
    return veil;
}

double contrastOf(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](float part) {
            return part <= 0.04045f ? double(part) / 12.92 : std::pow((double(part) + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor readableOn(const QColor& colour, const QColor& background, double contrast) {
    const QColor white(Qt::white), black(Qt::black);
    const QColor& towards = contrastOf(white, background) > contrastOf(black, background) ? white : black;
    QColor readable = colour;
    for (int step = 1; step <= 20 && contrastOf(readable, background) < contrast; ++step) {
        const float part = float(step) / 20;
        readable = QColor::fromRgbF(colour.redF() + (towards.redF() - colour.redF()) * part,
                                    colour.greenF() + (towards.greenF() - colour.greenF()) * part,
                                    colour.blueF() + (towards.blueF() - colour.blueF()) * part);
    }
    return readable;
}

} // namespace groundplan
