# A tree that works wherever it is put: the program finds schemas, templates and fonts from its own place.
include(GNUInstallDirs)
install(TARGETS svod RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY schemas templates DESTINATION ${CMAKE_INSTALL_DATADIR}/svod)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/svod)

set(SVOD_FONT_FILES
  paratype/PTF55F.ttf paratype/PTF56F.ttf paratype/PTF75F.ttf paratype/PTF76F.ttf
  paratype/PTS55F.ttf paratype/PTS56F.ttf paratype/PTS75F.ttf paratype/PTS76F.ttf
  liberation2/LiberationSerif-Regular.ttf liberation2/LiberationSerif-Italic.ttf
  liberation2/LiberationSerif-Bold.ttf liberation2/LiberationSerif-BoldItalic.ttf
  liberation2/LiberationSans-Regular.ttf liberation2/LiberationSans-Bold.ttf)
foreach(font ${SVOD_FONT_FILES})
  install(FILES /usr/share/fonts/truetype/${font} DESTINATION ${CMAKE_INSTALL_DATADIR}/svod/fonts)
endforeach()
install(FILES /usr/share/doc/fonts-paratype/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/svod/fonts
  RENAME LICENSE.paratype)
install(FILES /usr/share/doc/fonts-liberation2/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/svod/fonts
  RENAME LICENSE.liberation OPTIONAL)
# The hyphenation dictionary lies with the fonts: both are what a page needs beside its text.
install(FILES /usr/share/hyphen/hyph_ru_RU.dic DESTINATION ${CMAKE_INSTALL_DATADIR}/svod/fonts)
install(FILES /usr/share/doc/hyphen-ru/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/svod/fonts
  RENAME LICENSE.hyphen-ru)
