"""The page's texts are whole in both languages, its colours can be read, and it loads nothing from elsewhere."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from dockstation.domain.events import EVENT_KINDS
from dockstation.server import web
from dockstation.server.imports.faults import WORDS
from dockstation.server.web.languages import load

HOME = Path(web.__file__).parent
SERVER = HOME.parent
TEMPLATES = sorted((HOME / "templates").glob("*.html"))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts_with_the_same_places() -> None:
    english, chinese = load("en"), load("zh_CN")
    assert set(english) == set(chinese)
    assert not {name for name in english if places(english[name]) != places(chinese[name])}
    assert all(text.strip() for texts in (english, chinese) for text in texts.values())


def test_chinese_is_chinese() -> None:
    plain = {name for name, text in load("zh_CN").items() if not re.search(r"[\u4e00-\u9fff]", text)}
    assert plain == {"lang"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_text_that_a_page_names_is_there(template: Path) -> None:
    named = set(re.findall(r"""\bt\(\s*["']([\w.]+)["']\s*[,)]""", template.read_text("utf-8")))
    assert named <= set(load("en"))


def test_every_fault_of_a_file_and_every_event_has_words() -> None:
    texts = load("en")
    assert {f"fault.{code}" for code in WORDS} <= set(texts)
    assert {f"event.{kind}" for kind in EVENT_KINDS} <= set(texts)
    chinese = load("zh_CN")
    for code, told in WORDS.items():
        facts = places(told[0]) | places(told[1])
        assert places(texts[f"fault.{code}"]) | places(chinese[f"fault.{code}"]) <= facts


def test_every_problem_that_a_person_may_meet_has_words() -> None:
    parts = (
        "office",
        "settlement",
        "held",
        "returns",
        "return_label",
        "enrolment",
        "imported",
        "life",
        "statistics",
        "reviews",
        "rejected",
    )
    sources = [*(SERVER / f"{each}.py" for each in parts), *HOME.glob("*.py")]
    found = {code for each in sources for code in re.findall(r'Problem\(\s*\d+,\s*"(\w+)"', each.read_text("utf-8"))}
    machines = {"if_match", "invalid", "other_station", "prefixes_exhausted"}
    assert {f"problem.{code}" for code in found - machines} <= set(load("en"))


def test_what_a_problem_is_told_with_is_there() -> None:
    """A text names no fact that the code which raises it does not give."""
    texts = load("en")
    for source in (*SERVER.glob("*.py"), *HOME.glob("*.py")):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and len(node.args) == 3:
                code, given = getattr(node.args[1], "value", ""), {each.arg for each in node.keywords}
                assert None in given or places(texts.get(f"problem.{code}", "")) <= given, (source, code)


def test_no_page_holds_scripts_styles_or_anything_from_elsewhere() -> None:
    for each in (*TEMPLATES, HOME / "static" / "page.css"):
        text = each.read_text("utf-8")
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:|\|\s*safe|autoescape|@import", text), each
        assert not re.findall(r"(?:src|href|url)\W{1,3}(?:https?:)?//", text), each


def test_every_post_carries_its_token() -> None:
    for each in TEMPLATES:
        for form in re.findall(r'<form[^>]*method="post".*?</form>', each.read_text("utf-8"), re.DOTALL):
            assert "secret()" in form or 'name="token"' in form, each


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT_ON = [
    ("ink", ("ground", "surface", "soft", "marked")),
    ("muted", ("ground", "surface", "soft", "marked")),
    ("primary", ("ground", "surface", "soft")),
    ("on-primary", ("primary", "primary-pressed")),
    ("late", ("surface", "late-soft")),
    ("good", ("surface", "good-soft")),
    ("wait", ("wait-soft",)),
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_every_text_is_read_easily(theme: int) -> None:
    css = (HOME / "static" / "page.css").read_text("utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", css.split(":root")[theme + 1]))
    for ink, grounds in TEXT_ON:
        for ground in grounds:
            assert contrast(colours[ink], colours[ground]) >= 7, (ink, ground)
    assert contrast(colours["edge"], colours["surface"]) >= 3


def test_tags_are_read_easily() -> None:
    css = (HOME / "static" / "page.css").read_text("utf-8")
    for rule in re.findall(r"\.tag[.\w]*\s*\{([^}]*)\}", css):
        ground = re.search(r"background: (#\w+)", rule)
        assert ground is not None
        ink = re.search(r"[^-]color: (#\w{6})", rule)
        assert contrast(ground[1], ink[1] if ink else "#ffffff") >= 7, rule


def test_headings_of_the_style_sheet_are_in_both_themes() -> None:
    css = (HOME / "static" / "page.css").read_text("utf-8")
    light, dark = (set(re.findall(r"--([\w-]+):", part.partition("}")[0])) for part in css.split(":root")[1:3])
    assert light == dark
    assert set(re.findall(r"var\(--([\w-]+)\)", css)) <= light
