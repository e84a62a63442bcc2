"""What can be wrong with conditions, rules and checklists, as they are checked."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

POLICY = {
    "settings.last_good": QT_TRANSLATE_NOOP(
        "messages",
        "The rules have a mistake ({file}, line {line}); the last good ones stay in use. "
        "Go on, and tell your supervisor.",
    ),
    "settings.condition": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: the condition cannot be read at its character {column} ({why}). Correct it.",
    ),
    "settings.condition_name": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: nothing is called {value} in conditions here. Perhaps meant: {meant}.",
    ),
    "settings.condition_type": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: in the condition {value} is {found}, but {wanted} is needed. Correct it.",
    ),
    "settings.condition_word": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: {name} is never {value}. Perhaps meant: {meant}.",
    ),
    "settings.later_question": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: {value} is asked later or is this question itself. Name an earlier one.",
    ),
    "settings.limit_never": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: nothing that can be entered passes the limit {value}. Correct it, least or most.",
    ),
    "settings.rule_hidden": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: the rule {value} is never reached: {other} before it decides. Take one out.",
    ),
    "settings.rule_gap": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: no rule of [[{table}]] fits these answers. Add a last rule without when.",
    ),
    "settings.rule_fails": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: the rule {value} fails for these answers ({why}). Correct its condition.",
    ),
    "settings.never_asked": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: no answers were found after which {value} is asked. Look at its condition.",
    ),
    "settings.never_decides": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: no answers were found for which the rule {value} decides. Look at it and those before.",
    ),
    "settings.translation": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: {key} has no text in the language {language}. Add it.",
    ),
    "settings.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: {key} has {count} characters in English, {most} fit. Shorten it.",
    ),
    "settings.no_picture": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: there is no drawing {value}. Put {value}.svg into config/criteria, or take it out.",
    ),
    "settings.no_rules": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: there are no rules for the goods {value}. Add them to config/rules.",
    ),
    "settings.no_checklist": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: there is no checklist for the goods {value}. Add one to config/checklists.",
    ),
    "replay.values": QT_TRANSLATE_NOOP(
        "messages", "Category, value or currency of the goods were not kept then. It cannot be decided anew."
    ),
    "replay.no_rules": QT_TRANSLATE_NOOP(
        "messages", "There are no rules for goods of the category {category}. Add them, and replay again."
    ),
    "replay.gap": QT_TRANSLATE_NOOP(
        "messages", "No rule of the table {table} holds. Put one without a condition last, and replay again."
    ),
    "replay.failed": QT_TRANSLATE_NOOP(
        "messages", "The rule {rule} cannot be worked out from what was kept then ({why}). It is not decided anew."
    ),
}
