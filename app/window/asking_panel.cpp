#include "app/window/asking_panel.h"

#include "app/panels/controls.h"
#include "app/panels/fold_header.h"
#include "app/window/asking_log.h"
#include "app/window/practice_board.h"
#include "model/design/words_text.h"
#include "model/document/edit_names.h"
#include "model/operations/operations.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr Coord kFrameGap = 60 * kUnitsPerPoint;
constexpr int kLeastSaid = 48; // pixels of height
constexpr Size kAnswerFrame{640 * kUnitsPerPoint, 320 * kUnitsPerPoint};

QLabel* textLabel(const QString& name) {
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// As high as what is in it, where there is room.
class SaidArea : public QScrollArea {
public:
    explicit SaidArea(QWidget* content) {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setMinimumHeight(kLeastSaid);
        setWidget(content);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return widget()->layout()->totalHeightForWidth(width); }
};

} // namespace

AskingPanel::AskingPanel(PanelHost& host, SessionRun& run, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , run_(run)
    , header_(new FoldHeader(FoldHeader::Level::Whole, tr("Interviewer")))
    , prompt_(textLabel(u"prompt"_s))
    , given_(textLabel(u"given"_s))
    , field_(new QLineEdit)
    , pick_(iconButton(u"help"_s, tr("Choose a question")))
    , questions_(new QMenu(this))
    , log_(new AskingLog)
    , dealtBox_(new QWidget)
    , followUp_(textLabel(u"follow-up"_s))
    , next_(new QPushButton(tr("Next follow-up")))
    , choose_(iconButton(u"menu"_s, tr("Choose a follow-up")))
    , followUps_(new QMenu(this))
    , where_(new QWidget)
    , dealing_(new QWidget) {
    setObjectName(u"asking"_s);
    setAutoFillBackground(true);
    given_->setForegroundRole(QPalette::PlaceholderText);
    field_->setPlaceholderText(tr("Ask the interviewer…"));
    field_->setAccessibleName(tr("Ask the interviewer"));
    field_->setMaxLength(300);
    field_->installEventFilter(this);
    pick_->setMenu(questions_);
    pick_->setPopupMode(QToolButton::InstantPopup);
    choose_->setMenu(followUps_);
    choose_->setPopupMode(QToolButton::InstantPopup);

    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Window);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 2, 12, 8);
    column->setSpacing(8);
    column->addWidget(prompt_);
    column->addWidget(given_);
    column->addWidget(log_);
    auto* inBox = new QVBoxLayout(dealtBox_);
    inBox->setContentsMargins(0, 0, 0, 0);
    inBox->setSpacing(8);
    inBox->addWidget(followUp_);
    auto* whereRow = new QHBoxLayout(where_);
    whereRow->setContentsMargins(0, 0, 0, 0);
    whereRow->setSpacing(6);
    auto* frame = new QPushButton(tr("New frame"));
    frame->setToolTip(tr("Answer it in a new frame on this board"));
    auto* copy = new QPushButton(tr("On a copy"));
    copy->setToolTip(tr("Answer it on a copy of this board, in a window of its own"));
    whereRow->addWidget(frame);
    whereRow->addWidget(copy);
    whereRow->addStretch();
    inBox->addWidget(where_);
    column->addWidget(dealtBox_);
    column->addStretch();
    said_ = new SaidArea(content);

    // What is asked with stays in sight, whatever was said.
    auto* asking = new QHBoxLayout;
    asking->setContentsMargins(12, 6, 8, 8);
    asking->setSpacing(2);
    asking->addWidget(field_, 1);
    asking->addWidget(pick_);
    auto* dealing = new QHBoxLayout(dealing_);
    dealing->setContentsMargins(12, 0, 8, 10);
    dealing->setSpacing(2);
    dealing->addWidget(next_, 1);
    dealing->addWidget(choose_);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 0);
    top->addWidget(header_);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new Hairline);
    outer->addLayout(top);
    outer->addWidget(said_);
    outer->addLayout(asking);
    outer->addWidget(dealing_);
    header_->setChecked(true);

    connect(header_, &QAbstractButton::toggled, this, [this](bool open) { setFolded(!open); });
    connect(field_, &QLineEdit::returnPressed, this, [this] {
        ask(field_->text());
        field_->clear();
    });
    connect(questions_, &QMenu::aboutToShow, this, &AskingPanel::fillQuestions);
    connect(followUps_, &QMenu::aboutToShow, this, &AskingPanel::fillFollowUps);
    connect(next_, &QPushButton::clicked, this, &AskingPanel::dealFollowUp);
    connect(log_, &AskingLog::assumptionWanted, this, &AskingPanel::stateAssumption);
    connect(log_, &AskingLog::nearChosen, this, &AskingPanel::askNear);
    // By Tab from the field the keyboard comes to what may be out of sight.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, QWidget* now) {
        if (now && log_->isAncestorOf(now))
            said_->ensureWidgetVisible(now, 0, 4);
    });
    connect(frame, &QPushButton::clicked, this, &AskingPanel::addFrame);
    connect(copy, &QPushButton::clicked, this, [this] {
        if (const FollowUp* dealt = lastDealt())
            Q_EMIT copyWanted(dealt->text.in(host_.language()));
    });
    connect(&run, &SessionRun::changed, this, &AskingPanel::refresh);
    connect(&host, &PanelHost::kindsReplaced, this, &AskingPanel::refresh);
    refresh();
}

void AskingPanel::refresh() {
    const PracticeSession* session = run_.session();
    const PracticeCase* practice = run_.practice();
    setVisible(practice != nullptr);
    if (!practice)
        return;
    if (shownSession_ != session->id) {
        shownSession_ = session->id;
        openQuestion_.clear();
        openTopic_.clear();
        field_->clear();
        showEarlier();
    }
    log_->setReadOnly(host_.isReadOnly());
    const QString language = host_.language();
    prompt_->setText(practice->prompt.in(language));
    QStringList given;
    for (const GivenNumber& number : practice->numbers)
        given.append(u"%1: %2"_s.arg(number.title.in(language), number.value));
    given_->setText(given.join(u'\n'));
    given_->setVisible(!given.isEmpty());
    said_->updateGeometry();
    showFollowUp(lastDealt());
    const bool more =
        std::any_of(practice->followUps.begin(), practice->followUps.end(), [this](const FollowUp& each) {
            return !happened(SessionEventKind::FollowUp, each.name);
        });
    next_->setEnabled(more);
    next_->setText(more ? tr("Next follow-up") : tr("No more follow-ups"));
    choose_->setEnabled(!practice->followUps.isEmpty());
}

void AskingPanel::setFolded(bool folded) {
    header_->setChecked(!folded);
    said_->setVisible(!folded);
    dealing_->setVisible(!folded);
}

/// Once it has its place.
void AskingPanel::bringIntoView(QWidget* part) {
    setFolded(false);
    said_->updateGeometry();
    QMetaObject::invokeMethod(
        part,
        [this, part] {
            said_->widget()->layout()->activate();
            const int top = part->mapTo(said_->widget(), QPoint()).y();
            said_->ensureVisible(0, top + part->height(), 0, 4);
            said_->ensureVisible(0, top, 0, 4);
        },
        Qt::QueuedConnection);
}

bool AskingPanel::happened(SessionEventKind kind, const QString& name) const {
    const PracticeSession* session = run_.session();
    return session && std::any_of(session->events.begin(), session->events.end(), [&](const auto& event) {
               return event.kind == kind && event.name == name;
           });
}

void AskingPanel::ask(const QString& question) {
    const PracticeCase* practice = run_.practice();
    const QString asked = question.simplified();
    if (!practice || asked.isEmpty())
        return;
    const Interviewer interviewer(*practice, host_.templates().topics());
    const QList<Reply> replies = interviewer.repliesTo(asked);
    for (const Reply& reply : replies)
        answer(reply, asked);
}

void AskingPanel::answer(const Reply& reply, const QString& question) {
    if (reply.kind != Reply::Kind::Facts) {
        answerWithoutFact(reply, question);
        return;
    }
    const QList<const Fact*>& facts = reply.facts;
    // Asked again in the same words, the next one that fits is told.
    const auto fresh = std::find_if(facts.begin(), facts.end(), [this](const Fact* fact) {
        return !happened(SessionEventKind::Fact, fact->name);
    });
    if (fresh == facts.end() || *fresh == facts.first())
        reveal(*facts.first(), reply.topic);
    else
        reveal(**fresh);
}

bool AskingPanel::askAbout(const QString& topic) {
    const PracticeCase* practice = run_.practice();
    const Topic* known = host_.templates().topic(topic);
    if (!practice || !known)
        return false;
    const Reply reply = replyAbout(*practice, *known);
    const QString question = known->question.in(host_.language());
    if (reply.kind == Reply::Kind::Facts)
        reveal(*reply.facts.first(), known);
    else
        answerWithoutFact(reply, question);
    return reply.kind != Reply::Kind::LeftToYou;
}

void AskingPanel::answerWithoutFact(const Reply& reply, const QString& question) {
    const QString language = host_.language();
    const auto numberText = [&](const GivenNumber& number) {
        return u"%1: %2"_s.arg(number.title.in(language), number.value);
    };
    Exchange exchange;
    exchange.question = question;
    if (reply.kind == Reply::Kind::Number) {
        exchange.answer = numberText(*reply.number);
        showReply(exchange);
        return;
    }
    openQuestion_ = question;
    openTopic_ = reply.topic ? reply.topic->name : QString();
    exchange.open = true;
    const bool offers = !reply.nearest.isEmpty();
    if (reply.kind == Reply::Kind::LeftToYou) {
        exchange.answer =
            offers ? tr("The interviewer leaves that to you: state an assumption, or did you mean:")
                   : tr("The interviewer leaves that to you: state an assumption.");
    } else if (reply.kind == Reply::Kind::Unsure) {
        exchange.understood = false;
        exchange.answer = tr("Which of these do you mean?");
    } else {
        exchange.understood = false;
        exchange.answer = offers ? tr("Not understood: say it in other words, or did you mean:")
                                 : tr("Not understood: say it in other words.");
    }
    for (const KnownQuestion& near : reply.nearest)
        exchange.near.append({near.question.in(language), near.fact ? near.fact->name : QString(),
                              near.topic ? near.topic->name : QString(),
                              near.number ? numberText(*near.number) : QString()});
    showReply(exchange);
}

void AskingPanel::askNear(const NearQuestion& near) {
    const PracticeCase* practice = run_.practice();
    if (!practice)
        return;
    if (const Fact* fact = near.fact.isEmpty() ? nullptr : practice->fact(near.fact))
        reveal(*fact, host_.templates().topic(near.topic));
    else if (!near.number.isEmpty())
        showReply({near.text, near.number});
    else
        askAbout(near.topic);
    field_->setFocus(Qt::OtherFocusReason); // what had the keyboard is gone
}

/// A fact may settle other topics beside its own: what is told answers the one that was asked about, too.
void AskingPanel::reveal(const Fact& fact, const Topic* about) {
    const QString language = host_.language();
    const QString own = fact.question.in(language);
    const QString told = fact.answer.in(language);
    const bool further = about && fact.topics.contains(about->name);
    const QString question = further ? about->question.in(language) : own;
    showReply({question, told});
    const bool again = happened(SessionEventKind::Fact, fact.name); // on the board already
    const bool settles = further && !isTaken(host_.design(), about->name, told);
    if (again && !settles)
        return;
    const QString name = fact.name;
    const QString topic = fact.topic;
    const QString other = settles ? about->name : QString();
    const auto done =
        host_.edit({"ask-interviewer", {quotedInName(question)}}, [&](Editor& editor) -> Result<void> {
            if (!again) {
                if (const auto taken = takeAnswer(editor, topic, own, told); !taken)
                    return taken;
            }
            return settles ? takeAnswer(editor, other, question, told) : Result<void>();
        });
    if (done && !again)
        run_.note(SessionEventKind::Fact, name);
}

void AskingPanel::showReply(const Exchange& exchange) {
    log_->add(exchange);
    bringIntoView(log_->newest());
}

/// A session that goes on shows what was told in it before.
void AskingPanel::showEarlier() {
    log_->clear();
    const PracticeSession* session = run_.session();
    const PracticeCase* practice = run_.practice();
    const QString language = host_.language();
    for (const SessionEvent& event : session->events) {
        const Fact* fact = event.kind == SessionEventKind::Fact ? practice->fact(event.name) : nullptr;
        if (!fact)
            continue;
        const Topic* topic = host_.templates().topic(fact->topic);
        const QString own = fact->question.in(language);
        log_->add({own.isEmpty() && topic ? topic->question.in(language) : own, fact->answer.in(language)});
    }
}

void AskingPanel::stateAssumption() {
    RequirementId added;
    const auto done = host_.edit({"add-requirement", {}}, [&](Editor& editor) -> Result<void> {
        added = addAssumption(editor, openQuestion_, openTopic_);
        return {};
    });
    if (!done)
        return;
    log_->assumptionStated();
    Q_EMIT assumptionAdded(added);
}

QString AskingPanel::reply() const {
    return log_->answer();
}

QString AskingPanel::shownFollowUp() const {
    return dealtBox_->isHidden() ? QString() : followUp_->text();
}

void AskingPanel::fillQuestions() {
    questions_->clear();
    qDeleteAll(questions_->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    std::array<QMenu*, wordCount<TopicGroup>()> groups{};
    for (const Topic& topic : host_.templates().topics()) {
        QMenu*& group = groups.at(std::size_t(topic.group));
        if (!group)
            group = questions_->addMenu(textOf(topic.group));
        QString text = topic.question.in(host_.language());
        group->addAction(text.replace(u"&"_s, u"&&"_s), this, [this, name = topic.name] { askAbout(name); });
    }
    const PracticeCase* practice = run_.practice();
    QMenu* own = nullptr;
    for (const Fact& fact : practice ? practice->facts : QList<Fact>()) {
        if (host_.templates().topic(fact.topic))
            continue;
        if (!own)
            own = questions_->addMenu(tr("Of this case"));
        QString text = fact.question.in(host_.language());
        own->addAction(text.replace(u"&"_s, u"&&"_s), this, [this, name = fact.name] {
            if (const Fact* chosen = run_.practice() ? run_.practice()->fact(name) : nullptr)
                reveal(*chosen);
        });
    }
}

void AskingPanel::fillFollowUps() {
    followUps_->clear();
    const PracticeCase* practice = run_.practice();
    if (!practice)
        return;
    for (const FollowUp& each : practice->followUps) {
        QString text = each.text.in(host_.language());
        QAction* action = followUps_->addAction(
            QFontMetrics(font()).elidedText(text.replace(u"&"_s, u"&&"_s), Qt::ElideRight, 420), this,
            [this, name = each.name] {
                const PracticeCase* now = run_.practice();
                for (const FollowUp& chosen : now ? now->followUps : QList<FollowUp>()) {
                    if (chosen.name == name) {
                        deal(chosen);
                        break;
                    }
                }
            });
        action->setCheckable(true);
        action->setChecked(happened(SessionEventKind::FollowUp, each.name));
    }
}

void AskingPanel::dealFollowUp() {
    const PracticeCase* practice = run_.practice();
    if (!practice)
        return;
    const auto fresh =
        std::find_if(practice->followUps.begin(), practice->followUps.end(),
                     [this](const FollowUp& f) { return !happened(SessionEventKind::FollowUp, f.name); });
    if (fresh != practice->followUps.end())
        deal(*fresh);
}

void AskingPanel::deal(const FollowUp& followUp) {
    run_.note(SessionEventKind::FollowUp, followUp.name);
    showFollowUp(&followUp);
    bringIntoView(dealtBox_);
}

const FollowUp* AskingPanel::lastDealt() const {
    const PracticeSession* session = run_.session();
    const PracticeCase* practice = run_.practice();
    if (!session || !practice)
        return nullptr;
    for (auto event = session->events.rbegin(); event != session->events.rend(); ++event) {
        if (event->kind != SessionEventKind::FollowUp)
            continue;
        const auto at = std::find_if(practice->followUps.begin(), practice->followUps.end(),
                                     [&](const FollowUp& each) { return each.name == event->name; });
        if (at != practice->followUps.end())
            return &*at;
    }
    return nullptr;
}

void AskingPanel::showFollowUp(const FollowUp* followUp) {
    dealtBox_->setVisible(followUp != nullptr);
    where_->setVisible(!host_.isReadOnly());
    if (followUp)
        followUp_->setText(followUp->text.in(host_.language()));
}

/// Below all that there is, so that nothing is taken into it.
void AskingPanel::addFrame() {
    const FollowUp* dealt = lastDealt();
    if (!dealt)
        return;
    const QString title = dealt->text.in(host_.language());
    ElementId added;
    const auto done = host_.edit({"add-frame", {}}, [&](Editor& editor) -> Result<void> {
        const Rect all = editor.design().bounds();
        const Rect place{all.x, all.y + all.h + kFrameGap, kAnswerFrame.w, kAnswerFrame.h};
        const auto frame = groundplan::addFrame(editor, place, title);
        if (!frame)
            return Failure(frame.error());
        added = *frame;
        return {};
    });
    if (!done)
        return;
    host_.setSelection({added});
    Q_EMIT frameAdded(added);
}

bool AskingPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (field_->text().isEmpty())
            host_.focusBoard();
        else
            field_->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace groundplan
