# Headers of the standard library and of Qt are half of what a file costs to compile. With GROUNDPLAN_PRECOMPILE they are
# parsed six times in all: for what links Qt's core, its painting or its widgets (GROUNDPLAN_QT says which, from the
# folder that sets it downwards), for the house and for its tests, which are compiled with other options. Never a header of
# ours, so a change of one compiles what it did; and a file that forgets to include what it uses is found by every preset
# but release.
option(GROUNDPLAN_PRECOMPILE "Parse the headers of Qt and of the standard library once" OFF)

set(core <algorithm> <array> <cmath> <functional> <memory> <optional> <ranges> <utility> <variant> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QLocale> <QMap> <QObject> <QPointer> <QPointF> <QRectF> <QRegularExpression> <QSet> <QString>
    <QStringList> <QTimer> <QVariant>)
set(gui ${core} <QColor> <QFont> <QFontMetrics> <QGuiApplication> <QImage> <QPainter> <QPainterPath>)
set(widgets ${gui} <QApplication> <QEvent> <QHBoxLayout> <QIcon> <QKeyEvent> <QLabel> <QLineEdit> <QMenu> <QMouseEvent>
    <QPushButton> <QScrollBar> <QToolButton> <QVBoxLayout> <QWidget>)
set(tests <QTest> <QBuffer> <QElapsedTimer> <QProcess> <QSignalSpy> <QTemporaryDir>)

# groundplan_precompiled(NAME QT_LIBRARY HEADER ...): the target groundplan_precompiled_NAME, for others to reuse.
function(groundplan_precompiled name library)
    set(target groundplan_precompiled_${name})
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp CONTENT "")
    add_library(${target} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(${target} PRIVATE groundplan_options ${library})
    target_precompile_headers(${target} PRIVATE ${ARGN})
endfunction()

if(GROUNDPLAN_PRECOMPILE)
    foreach(part Core Gui Widgets)
        string(TOLOWER ${part} name)
        groundplan_precompiled(${name} Qt6::${part} ${${name}})
        groundplan_precompiled(${name}_tests "Qt6::${part};Qt6::Test" ${${name}} ${tests})
        target_compile_options(groundplan_precompiled_${name}_tests PRIVATE ${GROUNDPLAN_TEST_OPTIONS})
    endforeach()
endif()

# groundplan_reuse_precompiled(TARGET [_tests])
function(groundplan_reuse_precompiled target)
    if(GROUNDPLAN_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM groundplan_precompiled_${GROUNDPLAN_QT}${ARGN})
    endif()
endfunction()
