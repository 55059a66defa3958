# SPDX-License-Identifier: Apache-2.0
# Catalogues of the console: translations/gatehouse_<language>.ts, compiled by lrelease and built into the program below
# :/i18n. The source language is English. `cmake --build build/dev --target update_translations` takes new texts over.
file(GLOB GATEHOUSE_CATALOGUES CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/translations/gatehouse_*.ts")

function(gatehouse_translations target)
  file(GLOB catalogues CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/translations/gatehouse_*.ts")
  if(catalogues)
    qt_add_translation(compiled ${catalogues})
    qt_add_resources(${target} gatehouse_i18n PREFIX "/i18n" BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${compiled})
  endif()
endfunction()

if(GATEHOUSE_CATALOGUES)
  # English has a catalogue for its plurals alone.
  set(plurals "${CMAKE_SOURCE_DIR}/translations/gatehouse_en.ts")
  list(REMOVE_ITEM GATEHOUSE_CATALOGUES "${plurals}")
  set(sources "${CMAKE_SOURCE_DIR}/ui" "${CMAKE_SOURCE_DIR}/app/console")
  add_custom_target(update_translations
    COMMAND Qt6::lupdate -no-obsolete -locations none ${sources} -ts ${GATEHOUSE_CATALOGUES}
    COMMAND Qt6::lupdate -no-obsolete -locations none -pluralonly ${sources} -ts "${plurals}"
    VERBATIM)
endif()
