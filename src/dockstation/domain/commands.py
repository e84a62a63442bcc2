"""The commands that can be scanned: what each is called, and its pictogram."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.domain.text import Text

PREFIX = "DSCMD-"


@dataclass(frozen=True, slots=True)
class Command:
    """What stands behind ``DSCMD-``. Its pictogram is an SVG file of resources/pictograms; a number is its own."""

    word: str
    called: Text
    pictogram: str = ""

    @property
    def code(self) -> str:
        """What its code says."""
        return PREFIX + self.word


def commands() -> tuple[Command, ...]:
    """All of them, in the order in which they are used."""
    return (*_answers(), *_steps(), *_ways(), *_quantities())


def _command(word: str, en: str, zh_cn: str) -> Command:
    return Command(word, Text({"zh_CN": zh_cn, "en": en}), f"command-{word.lower()}")


def _answers() -> tuple[Command, ...]:
    return (
        _command("YES", "Yes", "是"),
        _command("NO", "No", "否"),
        _command("NA", "Not applicable", "不适用"),
        *(Command(f"{n}", Text({"zh_CN": f"答案 {n}", "en": f"Answer {n}"})) for n in range(1, 10)),
    )


def _steps() -> tuple[Command, ...]:
    return (
        _command("CONFIRM", "Confirm", "确认"),
        _command("CANCEL", "Cancel", "取消"),
        _command("NEXT", "Next", "下一步"),
        _command("BACK", "Back", "返回"),
        _command("UNDO", "Undo", "撤销"),
        _command("PHOTO", "Photo", "拍照"),
        _command("PRINT", "Print", "打印"),
        _command("PAUSE", "Pause", "暂停"),
        _command("VOID", "Void", "作废"),
        _command("HELP", "Help", "帮助"),
        _command("LOCK", "Lock", "锁定"),
        _command("SIGNOUT", "Sign out", "退出登录"),
    )


def _ways() -> tuple[Command, ...]:
    return (
        _command("DOCK", "Take parcels in", "收包裹"),
        _command("HELD", "Parcels put aside", "暂存包裹"),
        _command("SEARCH", "Search", "搜索"),
        _command("PRINTERS", "Printers", "打印机"),
        _command("PEOPLE", "People", "人员"),
        _command("SETTINGS", "Settings", "设置"),
        _command("OUTBOX", "Outbox", "上传记录"),
        _command("HISTORY", "History", "经过"),
        _command("PICK", "Pick by name", "按名称选"),
        _command("PROBLEM", "Problem", "发现问题"),
        _command("REPORT", "Report as PDF", "报告存为 PDF"),
        _command("WEIGH", "Weigh", "称重"),
        _command("HANDOVER", "Hand over", "交接"),
    )


def _quantities() -> tuple[Command, ...]:
    return tuple(Command(f"Q{n}", Text({"zh_CN": f"数量 {n}", "en": f"Quantity {n}"})) for n in range(10))
