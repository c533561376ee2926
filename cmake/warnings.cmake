# shuangyong_target(NAME): compiler warnings, sanitizers and the include root for a target of our own.
function(shuangyong_target name)
  target_compile_options(${name} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
    -Woverloaded-virtual -Wnull-dereference -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough)
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  shuangyong_sanitize(${name})
endfunction()

# Third-party code that is compiled here shares the sanitizers, not the warnings.
function(shuangyong_sanitize name)
  if(SHUANGYONG_SANITIZE)
    target_compile_options(${name} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=undefined
      -fno-omit-frame-pointer)
    # Optimising a little keeps search, text and pictures usable under the sanitizers; tests and tools, which are many and
    # short, set SHUANGYONG_SANITIZE_OPTIMISE to -O0 for their folder: they compile in half the time. -g1 has the lines
    # that a report needs.
    if(NOT DEFINED SHUANGYONG_SANITIZE_OPTIMISE)
      set(SHUANGYONG_SANITIZE_OPTIMISE -O1)
    endif()
    target_compile_options(${name} PRIVATE ${SHUANGYONG_SANITIZE_OPTIMISE} -g1)
    target_link_options(${name} PUBLIC -fsanitize=address,undefined)
  endif()
endfunction()
