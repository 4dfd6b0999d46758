"""Qt's own words in Chinese, and the program's in other languages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desk_mailadmin.kernel.paths import asset_dir

SOURCE = "zh_CN"  # the language the program is written in


def load_translations(app: QCoreApplication, language: str = SOURCE) -> list[QTranslator]:
    """Install the translators of a language; the list must live as long as the application.

    Chinese needs only Qt's own catalogue (取消, 打开, 剪切 …); other languages add ours where it is shipped.
    """
    places = [("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))]
    if language != SOURCE:
        places.append(("desk", str(asset_dir("resources") / "translations")))
    QLocale.setDefault(QLocale(language))
    installed = []
    for name, folder in places:
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
            installed.append(translator)
    return installed
