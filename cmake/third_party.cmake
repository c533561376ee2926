# Third parties: Debian's packages by pkg-config or their own CMake files, Dear ImGui from its public source.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(OpenGL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)

pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(vips REQUIRED IMPORTED_TARGET vips)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(expat REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(glfw REQUIRED IMPORTED_TARGET glfw3)
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)

find_path(STB_INCLUDE_DIR stb_image.h PATH_SUFFIXES stb REQUIRED)
add_library(stb INTERFACE)
target_include_directories(stb SYSTEM INTERFACE ${STB_INCLUDE_DIR})

find_library(SQLITECPP_LIBRARY SQLiteCpp REQUIRED)
find_path(SQLITECPP_INCLUDE_DIR SQLiteCpp/SQLiteCpp.h REQUIRED)
add_library(sqlitecpp INTERFACE)
target_include_directories(sqlitecpp SYSTEM INTERFACE ${SQLITECPP_INCLUDE_DIR})
target_link_libraries(sqlitecpp INTERFACE ${SQLITECPP_LIBRARY} PkgConfig::sqlite3)

# Dear ImGui: any 1.92 or later 1.x. Without the open internet, pass a source folder of it as
# FETCHCONTENT_SOURCE_DIR_IMGUI; cmake/setup.sh does so.
include(FetchContent)
include(imgui_source)
FetchContent_Declare(imgui URL ${IMGUI_URL} URL_HASH SHA256=${IMGUI_SHA256} DOWNLOAD_EXTRACT_TIMESTAMP ON)
FetchContent_MakeAvailable(imgui)

file(STRINGS ${imgui_SOURCE_DIR}/imgui.h imgui_version_line REGEX "^#define IMGUI_VERSION_NUM")
string(REGEX REPLACE "[^0-9]*([0-9]+).*" "\\1" imgui_version "${imgui_version_line}")
if(imgui_version LESS 19200 OR NOT imgui_version LESS 20000)
  message(FATAL_ERROR "Dear ImGui in ${imgui_SOURCE_DIR} is version ${imgui_version}; 1.92 or a later 1.x is needed.")
endif()

add_library(imgui STATIC
  ${imgui_SOURCE_DIR}/imgui.cpp
  ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_tables.cpp
  ${imgui_SOURCE_DIR}/imgui_widgets.cpp
  ${imgui_SOURCE_DIR}/misc/freetype/imgui_freetype.cpp
  ${imgui_SOURCE_DIR}/backends/imgui_impl_glfw.cpp
  ${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
target_include_directories(imgui SYSTEM PUBLIC
  ${imgui_SOURCE_DIR} ${imgui_SOURCE_DIR}/backends ${imgui_SOURCE_DIR}/misc/freetype)
target_compile_definitions(imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_ENABLE_FREETYPE IMGUI_DISABLE_STB_TRUETYPE_IMPLEMENTATION
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS)
if(SHUANGYONG_TESTS)
  # Dear ImGui tells the test program every item and its label; tests/support defines the hooks.
  target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)
endif()
target_link_libraries(imgui PUBLIC PkgConfig::glfw PkgConfig::freetype OpenGL::GL ${CMAKE_DL_LIBS})
shuangyong_sanitize(imgui)
