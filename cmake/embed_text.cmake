# embed_text(TARGET FILE SYMBOL): compiles a text file into TARGET as `extern const char SYMBOL[]` in namespace embedded.
# The file must not contain the delimiter )EMBED" and stay below 64 KiB.
function(embed_text target file symbol)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cpp)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} content)
  set(head "namespace embedded { extern const char ${symbol}[]; const char ${symbol}[] = R\"EMBED(")
  file(CONFIGURE OUTPUT ${source} CONTENT "${head}${content})EMBED\"; }\n" @ONLY)
  target_sources(${target} PRIVATE ${source})
endfunction()
