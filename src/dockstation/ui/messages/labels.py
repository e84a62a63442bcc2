"""What can be wrong with label layouts."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

LABELS = {
    "label.outside": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: this reaches beyond the label, or has no size. Correct x, y, width or height.",
    ),
    "label.quiet_zone": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: something reaches into the area of this code, which must stay white. Move one away.",
    ),
    "label.field": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: a label has no field {field}. The fields are listed in disposition.toml.",
    ),
    "label.language": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: the text is missing in the language {language}. Write it there too.",
    ),
    "label.sizes": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: size must be at least as large as smallest. Correct one of them.",
    ),
    "label.low": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: the area is lower than the smallest size of its text. Raise height, or lower smallest.",
    ),
    "label.picture": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: the picture {picture} cannot be used: {why}. Put it beside the layout's file.",
    ),
    "label.code_small": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: this code is too small for a label printer. It needs {least} mm with its white margin.",
    ),
    "label.unfitting": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: this does not fit even at its smallest: {text}. Enlarge its area, or lower smallest.",
    ),
}
