#pragma once

#include <QByteArray>

/// Excalidraw files for tests. (A header of its own: moc does not understand raw strings before a class.)
namespace groundplan::excalidrawscenes {

inline QByteArray scene(const QByteArray& elements) {
    return R"({"type":"excalidraw","version":2,"elements":[)" + elements + "]}";
}
inline QByteArray box(const QByteArray& id, int x, const QByteArray& more = {}) {
    return R"({"type":"rectangle","id":")" + id + R"(","x":)" + QByteArray::number(x) +
           R"(,"y":0,"width":80,"height":40,"label":{"text":")" + id.toUpper() + "\"}" + more + "}";
}
inline QByteArray arrow(const QByteArray& more) {
    return R"({"type":"arrow","id":"ar","x":80,"y":20,"width":120,"height":0,"points":[[0,0],[120,0]],)"
           R"("startBinding":{"elementId":"a"},"endBinding":{"elementId":"b"})" +
           more + "}";
}

} // namespace groundplan::excalidrawscenes
