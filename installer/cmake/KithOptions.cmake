# Compilers, warnings, sanitizers and caches for everything that is ours.
option(KITH_TESTS "Build the tests" ON)
option(KITH_FUZZ "Build the fuzz targets (Clang only)" OFF)
option(KITH_TIDY "Run clang-tidy with every compilation" OFF)
set(KITH_SANITIZE "" CACHE STRING "Sanitizers for our code, as -fsanitize takes them")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)

find_program(KITH_CCACHE ccache)
if(KITH_CCACHE AND NOT MSVC)
  # Precompiled headers and build folders must not spoil the cache.
  set(kith_launcher ${CMAKE_COMMAND} -E env
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${KITH_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${kith_launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${kith_launcher})
endif()
find_program(KITH_MOLD mold)
if(KITH_MOLD AND UNIX AND NOT APPLE)
  add_link_options(-fuse-ld=mold)
endif()

# Functions and lines, which is what a stack shows. All that a debugger can use (the preset dev has it) doubles the time
# of a build.
if(NOT MSVC)
  add_compile_options($<$<CONFIG:RelWithDebInfo>:-g1>)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # A precompiled header from the cache fits headers of the same content, whatever their time.
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

# Applied to our own targets by kith_own(), never to a third party's code.
add_library(kith_options INTERFACE)
target_include_directories(kith_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(kith_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
if(MSVC)
  target_compile_options(kith_options INTERFACE /W4 /WX /utf-8 /permissive-)
else()
  target_compile_options(kith_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(kith_options INTERFACE -fpch-preprocess)
  endif()
endif()
if(KITH_SANITIZE)
  add_compile_options(-g1 -fsanitize=${KITH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=${KITH_SANITIZE})
endif()
if(KITH_TIDY)
  find_program(KITH_CLANG_TIDY clang-tidy REQUIRED)
endif()
