#include "app/window/display.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibrary>

#include <algorithm>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

bool reachesX() {
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return false;
    // The library that Qt's own platform speaks through; needed for these three functions alone.
    QLibrary xcb(u"xcb"_s, 1);
    const auto connect = reinterpret_cast<void* (*)(const char*, int*)>(xcb.resolve("xcb_connect"));
    const auto fault = reinterpret_cast<int (*)(void*)>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<void (*)(void*)>(xcb.resolve("xcb_disconnect"));
    if (!connect || !fault || !disconnect)
        return false;
    void* connection = connect(nullptr, nullptr);
    const bool reached = fault(connection) == 0;
    disconnect(connection);
    return reached;
}

bool reachesWayland() {
    if (!qEnvironmentVariableIsEmpty("WAYLAND_SOCKET")) // open already, handed over by the compositor
        return true;
    const QString name = qEnvironmentVariable("WAYLAND_DISPLAY");
    if (name.isEmpty())
        return false;
    const QByteArray path = QFile::encodeName(
        name.startsWith(u'/') ? name : qEnvironmentVariable("XDG_RUNTIME_DIR") + u'/' + name);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof(address.sun_path)))
        return false;
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool reached =
        socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    if (socket >= 0)
        ::close(socket);
    return reached;
}

} // namespace

QString displayFault(int argc, char** argv) {
    const bool chosen = std::any_of(argv + 1, argv + argc, [](const char* word) {
        return std::strcmp(word, "-platform") == 0 || std::strcmp(word, "-display") == 0;
    });
    if (chosen || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || reachesWayland() || reachesX())
        return {};
    const auto tr = [](const char* text) { return QCoreApplication::translate("Main", text); };
    const QString display = qEnvironmentVariable("DISPLAY");
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    if (display.isEmpty() && wayland.isEmpty()) {
        return tr("There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set); "
                  "“groundplan-cli” needs none.");
    }
    return tr("The display “%1” cannot be opened; “groundplan-cli” needs none.")
        .arg(display.isEmpty() ? wayland : display);
}

} // namespace groundplan
