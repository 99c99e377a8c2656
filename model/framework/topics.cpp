#include "model/framework/topics.h"

#include <QCoreApplication>

namespace groundplan {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString textOf(TopicGroup group) {
    switch (group) {
    case TopicGroup::Problem:
        return Text::tr("Problem");
    case TopicGroup::Users:
        return Text::tr("Users");
    case TopicGroup::Scale:
        return Text::tr("Scale");
    case TopicGroup::Time:
        return Text::tr("Time");
    case TopicGroup::Quality:
        return Text::tr("Quality");
    case TopicGroup::Data:
        return Text::tr("Data");
    case TopicGroup::Operation:
        return Text::tr("Operation");
    case TopicGroup::Limits:
        return Text::tr("Limits");
    case TopicGroup::Scope:
        return Text::tr("Scope");
    }
    return {};
}

} // namespace groundplan
