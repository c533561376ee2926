# Where Dear ImGui's source comes from. Included by third_party.cmake; run with `cmake -DOUT=FILE -P` it downloads the archive.
set(IMGUI_URL https://github.com/ocornut/imgui/archive/45acd5e0e82f4c954432533ae9985ff0e1aad6d5.tar.gz) # v1.92.2b
set(IMGUI_SHA256 97484925aec2f4d3e913d6644d46b234f8d6d8d98c6aa9c50109e0f0df772090)

if(DEFINED OUT)
  file(DOWNLOAD ${IMGUI_URL} ${OUT} TIMEOUT 60 INACTIVITY_TIMEOUT 15 STATUS status)
  list(GET status 0 code)
  if(code EQUAL 0)
    file(SHA256 ${OUT} actual)
  endif()
  if(NOT code EQUAL 0 OR NOT actual STREQUAL IMGUI_SHA256)
    file(REMOVE ${OUT})
    message(FATAL_ERROR "Dear ImGui's public release cannot be had: ${status}")
  endif()
endif()
