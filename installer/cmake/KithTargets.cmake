# One CMake target a folder. The shapes that every CMakeLists.txt of ours uses.

# Marks a target as ours: warnings, sanitizers, tidy.
function(kith_own target)
  target_link_libraries(${target} PRIVATE kith_options)
  if(KITH_CLANG_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY ${KITH_CLANG_TIDY})
  endif()
endfunction()

# kith_library(NAME SOURCES ... [PUBLIC targets ...] [PRIVATE targets ...])
# NAME is the folder's; the target is kith_NAME. Qt Core comes with every one.
function(kith_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(kith_${name} STATIC ${arg_SOURCES})
  kith_own(kith_${name})
  target_link_libraries(kith_${name} PUBLIC Qt6::Core ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  # libFuzzer follows the ways through what reads strangers' bytes; the rest is not slowed down for it. Spelt out, because
  # a precompiled header without it does not go with fuzzer-no-link, which means the same.
  if(KITH_FUZZ AND name MATCHES "^(text|catalog|records|keys|exchange)$")
    target_compile_options(kith_${name} PRIVATE -fsanitize-coverage=inline-8bit-counters,pc-table,trace-cmp,indirect-calls)
  endif()
  if(name STREQUAL "base")
    target_precompile_headers(kith_base PRIVATE <QtCore/QtCore> <memory> <optional> <string> <variant> <vector>)
  elseif(NOT KITH_CLANG_TIDY AND NOT "${arg_PUBLIC};${arg_PRIVATE}" MATCHES "Widgets|kith_theme")
    target_precompile_headers(kith_${name} REUSE_FROM kith_base)
  elseif(name STREQUAL "theme")
    target_precompile_headers(kith_theme PRIVATE <QtWidgets/QtWidgets> <memory> <optional> <variant> <vector>)
  elseif(NOT KITH_CLANG_TIDY)
    target_precompile_headers(kith_${name} REUSE_FROM kith_theme)
  endif()
endfunction()

# A library of the interface: as kith_library, with automatic moc for its QObjects.
function(kith_ui_library name)
  set(CMAKE_AUTOMOC ON)
  kith_library(${name} ${ARGN})
endfunction()

# kith_test(NAME SOURCES ... LINK targets ... [MOC])
# One test program a module; every TEST_CASE is one ctest test, named by its sentence and labelled NAME. Catch2 takes
# properties apart at every semicolon, so each has one value here.
function(kith_test name)
  cmake_parse_arguments(arg "MOC" "" "SOURCES;LINK" ${ARGN})
  if(arg_MOC)
    set(CMAKE_AUTOMOC ON)
  endif()
  add_executable(kith_${name}_test ${arg_SOURCES})
  kith_own(kith_${name}_test)
  target_link_libraries(kith_${name}_test PRIVATE ${arg_LINK} kith_support)
  if(NOT KITH_CLANG_TIDY AND arg_MOC)
    target_precompile_headers(kith_${name}_test REUSE_FROM kith_theme)
  elseif(NOT KITH_CLANG_TIDY)
    target_precompile_headers(kith_${name}_test REUSE_FROM kith_test_headers)
  endif()
  set(seconds 300)
  if(KITH_SANITIZE)
    set(seconds 900)
  endif()
  catch_discover_tests(kith_${name}_test TEST_PREFIX "${name}: "
    PROPERTIES LABELS ${name} TIMEOUT ${seconds} SKIP_REGULAR_EXPRESSION "SKIPPED: "
      ENVIRONMENT QT_QPA_PLATFORM=offscreen ENVIRONMENT_MODIFICATION LC_ALL=set:C.UTF-8)
endfunction()
