"""The design system: colour tokens, one style sheet, the bundled font."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

FONT_FILE = Path("fonts", "wqy-microhei-gbk.ttf")
FALLBACK_FAMILY = "WenQuanYi Micro Hei"
BODY_PX = 20
TOUCH_PX = 64
"""The smallest side of anything that is tapped, for gloves."""
ROOMY = QSize(1600, 1000)
"""Windows from this size on are read from further away: what is asked and its answers are larger there."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme. Text on the ground, surface and soft colours has a contrast of at least 7:1."""

    ground: str
    surface: str
    soft: str
    line: str
    ink: str
    muted: str
    primary: str
    primary_pressed: str
    on_primary: str
    marked: str
    late: str
    good: str
    edge: str = "2px"
    """How thick what can be tapped is framed."""
    focus: str = "5px"
    """How thick the frame of what has the focus is, or of what Enter would choose."""


LIGHT = Tokens(
    ground="#f4f3ef",
    surface="#ffffff",
    soft="#eceae4",
    line="#d6d3ca",
    ink="#16202a",
    muted="#434c55",
    primary="#0b4a86",
    primary_pressed="#08365f",
    on_primary="#ffffff",
    marked="#dfeaf5",
    late="#8f1d1d",
    good="#0a5532",
)
DARK = Tokens(
    ground="#11161b",
    surface="#1b2229",
    soft="#242d36",
    line="#3a4651",
    ink="#f2f5f7",
    muted="#c0c9d1",
    primary="#9fcdff",
    primary_pressed="#6fb2f5",
    on_primary="#06223c",
    marked="#163758",
    late="#ffb3ad",
    good="#8fe3b4",
)
CONTRAST = Tokens(
    ground="#000000",
    surface="#000000",
    soft="#000000",
    line="#ffffff",
    ink="#ffffff",
    muted="#ffffff",
    primary="#ffffff",
    primary_pressed="#ffff00",
    on_primary="#000000",
    marked="#00304f",
    late="#ffb3ad",
    good="#8fffb8",
    edge="3px",
    focus="8px",
)
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class Signal:
    """A strong colour that means something, the same in both themes, and the text upon it."""

    fill: str
    ink: str


SIGNALS = {
    "green": Signal("#0a5c36", "#ffffff"),
    "amber": Signal("#ffcf57", "#231a00"),
    "blue": Signal("#0b4a86", "#ffffff"),
    "violet": Signal("#552787", "#ffffff"),
    "grey": Signal("#434b53", "#ffffff"),
    "red": Signal("#961b1b", "#ffffff"),
    "brown": Signal("#643a1b", "#ffffff"),
}
"""By the colour names that config/dispositions.toml uses."""


def signal(colour: str) -> Signal:
    """The strong colour of this name; grey for a name that nobody knows."""
    return SIGNALS.get(colour, SIGNALS["grey"])


def tokens() -> Tokens:
    """The tokens of the theme that the application wears."""
    worn = QGuiApplication.palette().window().color().name()
    return next((each for each in THEMES.values() if each.ground == worn), LIGHT)


def apply(app: QApplication, theme: str, resources: Path) -> None:
    """Dress ``app`` in one of ``THEMES`` (anything else is light), at once and whole."""
    QDir.setSearchPaths("icons", [str(resources / "pictograms"), str(resources / "icons")])
    QDir.setSearchPaths("criteria", [str(resources / "criteria")])
    chosen = THEMES.get(theme, LIGHT)
    app.setFont(_font(app, resources / FONT_FILE))
    app.setPalette(_palette(chosen))
    sheet = (resources / "style" / "dockstation.qss").read_text("utf-8")
    app.setStyleSheet(Template(sheet).substitute(asdict(chosen)))


def is_roomy(widget: QWidget) -> bool:
    """Whether the window that ``widget`` stands in is a large one."""
    size = widget.window().size()
    return size.width() >= ROOMY.width() and size.height() >= ROOMY.height()


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at ``widget`` again after one of its properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _font(app: QApplication, file: Path) -> QFont:
    family = str(app.property("dockstation.family") or "")
    if not family:
        added = QFontDatabase.addApplicationFont(str(file)) if file.exists() else -1
        families = QFontDatabase.applicationFontFamilies(added) if added >= 0 else []
        family = families[0] if families else FALLBACK_FAMILY
        app.setProperty("dockstation.family", family)
    font = QFont(family)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # hinted, a 3 of 42 px has a stroke below it
    font.setPixelSize(BODY_PX)
    return font


def _palette(chosen: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window,), chosen.ground),
        ((role.Base, role.AlternateBase, role.Button, role.ToolTipBase), chosen.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), chosen.ink),
        ((role.PlaceholderText,), chosen.muted),
        ((role.Highlight,), chosen.primary),
        ((role.HighlightedText,), chosen.on_primary),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    return palette
