# What every target of the house shares: warnings, sanitizers, a quick linker and a compiler cache where present.
add_library(groundplan_options INTERFACE)
target_include_directories(groundplan_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(groundplan_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    # GCC 12 sees an overlap in every "literal" + std::string once inlined (its bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
    $<$<BOOL:${GROUNDPLAN_WERROR}>:-Werror>)
target_compile_definitions(groundplan_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060000
    GROUNDPLAN_VERSION="${PROJECT_VERSION}")

if(GROUNDPLAN_SANITIZE)
    target_compile_options(groundplan_options INTERFACE
        -fsanitize=${GROUNDPLAN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1 -O1)
    target_link_options(groundplan_options INTERFACE -fsanitize=${GROUNDPLAN_SANITIZE})
    target_compile_definitions(groundplan_options INTERFACE GROUNDPLAN_SANITIZED)
endif()

# What is tested is optimised fully; of the tests themselves that only costs time.
set(GROUNDPLAN_TEST_OPTIONS $<$<CONFIG:Release>:-O1>)

find_program(GROUNDPLAN_CCACHE ccache)
if(GROUNDPLAN_CCACHE)
    # Otherwise it takes nothing that includes a precompiled header (its manual, "Precompiled headers").
    set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros ${GROUNDPLAN_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${GROUNDPLAN_CCACHE})
endif()
find_program(GROUNDPLAN_MOLD mold)
if(GROUNDPLAN_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_link_options(groundplan_options INTERFACE -fuse-ld=mold)
endif()

# groundplan_library(NAME [PLAIN] [FILES ...] [LINK ...] [PRIVATE_LINK ...]): a static library with the alias
# Groundplan::NAME. Its sources are the .cpp and .h files of the folder that calls it, unless FILES names them; PLAIN ones
# know nothing of Qt.
function(groundplan_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "PLAIN" "" "FILES;LINK;PRIVATE_LINK")
    if(NOT arg_FILES)
        file(GLOB arg_FILES CONFIGURE_DEPENDS *.cpp *.h)
    endif()
    add_library(groundplan_${name} STATIC ${arg_FILES})
    add_library(Groundplan::${name} ALIAS groundplan_${name})
    set_target_properties(groundplan_${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_link_libraries(groundplan_${name} PUBLIC groundplan_options ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
    if(arg_PLAIN)
        set_target_properties(groundplan_${name} PROPERTIES AUTOMOC OFF)
    else()
        groundplan_reuse_precompiled(groundplan_${name})
    endif()
endfunction()

# groundplan_test(FILE [LINK ...]): tests/.../test_x.cpp becomes the ctest "folder/test_x", run with no display.
function(groundplan_test file)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LINK;ARGS")
    get_filename_component(base ${file} NAME_WE)
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
    string(REPLACE "/" "_" prefix "${folder}")
    set(target ${prefix}_${base})
    add_executable(${target} ${file})
    target_link_libraries(${target} PRIVATE groundplan_options groundplan_places Qt6::Test ${arg_LINK})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_compile_options(${target} PRIVATE ${GROUNDPLAN_TEST_OPTIONS})
    if(GROUNDPLAN_QT STREQUAL "core" AND "${arg_LINK}" MATCHES "Qt6::Gui|Groundplan::(bench_routing|render|report_pages)")
        set(GROUNDPLAN_QT gui) # it knows of painting
    endif()
    groundplan_reuse_precompiled(${target} _tests)
    # One file that includes its .moc: AUTOMOC would start two programs and compile an empty file for it.
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/${base}.moc)
    qt_generate_moc(${CMAKE_CURRENT_SOURCE_DIR}/${file} ${moc})
    target_sources(${target} PRIVATE ${moc})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    if(GROUNDPLAN_SANITIZE) # everything takes five to fifteen times as long
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 6")
    endif()
    add_test(NAME ${folder}/${base} COMMAND ${target} ${arg_ARGS})
    set_tests_properties(${folder}/${base} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000;QT_LOGGING_RULES=;LC_ALL=C.UTF-8;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/tests/runtime")
endfunction()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tests/runtime)
file(CHMOD ${CMAKE_BINARY_DIR}/tests/runtime PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
