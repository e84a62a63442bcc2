"""From what came to what it means: the findings, and the profile by which the scanner is read from then on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dockstation.domain.scan.rules import SEPARATORS
from dockstation.domain.scanner import Layout, ScannerProfile
from dockstation.domain.self_test.codes import GS, PAGE, Purpose, TestCode
from dockstation.domain.self_test.findings import Finding, FindingKind
from dockstation.domain.self_test.hearing import Parts, Seen, parts
from dockstation.domain.self_test.layouts import named, named_of_scanner

Kind = FindingKind
WITNESSES = 2
"""So many codes must have the same before or after their data: a finger may have slipped into one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The end of a test."""

    profile: ScannerProfile
    findings: tuple[Finding, ...]
    read: int
    asked: int


def judge(device: str, seen: Sequence[Seen], unread: Sequence[TestCode]) -> Verdict:
    """What the codes that came, and those that a person says do not read, tell of the scanner ``device``."""
    layout, about_layout = _layout([each for each in seen if each.code.purpose is Purpose.CHARACTERS], seen)
    taken = {each.code: _taken(each, layout) for each in seen}
    separator, about_separator = _separator(taken)
    prefix, suffix, about_affixes = _affixes(taken)
    findings = (
        *about_layout,
        *about_separator,
        *_end(seen, suffix),
        *about_affixes,
        *_identifiers(taken),
        *_symbologies(taken, unread),
    )
    return Verdict(ScannerProfile(device, layout, prefix, suffix, separator), findings, len(taken), len(PAGE))


Taken = dict[TestCode, Parts | None]


def _taken(each: Seen, layout: Layout) -> Parts | None:
    heard = each.heard
    first = heard.texts if layout is Layout.SYSTEM else heard.positions
    readings = (first, *heard.readings) if heard.keyed else heard.readings
    return next((found for reading in readings if (found := parts(each.code, reading, heard.end))), None)


def _layout(characters: Sequence[Seen], seen: Sequence[Seen]) -> tuple[Layout, tuple[Finding, ...]]:
    if not any(each.heard.keyed for each in seen):
        return Layout.AUTO, tuple(_characters(characters))
    if not characters:
        return Layout.AUTO, (Finding(Kind.LAYOUT_UNTESTED),)
    wanted = "".join(each.code.text for each in characters)
    keys = "".join(_core(each, each.heard.positions) for each in characters)
    texts = "".join(_core(each, each.heard.texts) for each in characters)
    return _by_keys(wanted, keys, texts)


def _core(each: Seen, reading: str) -> str:
    """The data in ``reading`` where it is whole, in this case or the other; all of it where it is not."""
    for spelt in (reading, reading.swapcase()):
        if found := parts(each.code, spelt):
            return each.code.text if spelt is reading else found.data.swapcase()
    return reading


def _by_keys(wanted: str, keys: str, texts: str) -> tuple[Layout, tuple[Finding, ...]]:
    caps = (Finding(Kind.CAPS_LOCK),)
    if keys == wanted:
        if texts == wanted:
            return Layout.US, (Finding(Kind.LAYOUT_RIGHT),)
        if texts == wanted.swapcase():
            return Layout.US, (Finding(Kind.LAYOUT_RIGHT), *caps)
        system, locked = named(keys, texts)
        return Layout.US, (Finding(Kind.LAYOUT_OVERCOME, {"system": system or "?"}), *(caps if locked else ()))
    if texts == wanted:
        return Layout.SYSTEM, (Finding(Kind.LAYOUT_OF_SYSTEM), *(caps if keys == wanted.swapcase() else ()))
    if texts == wanted.swapcase():
        return Layout.SYSTEM, (Finding(Kind.LAYOUT_OF_SYSTEM), *caps)
    return Layout.AUTO, (_misread(wanted, keys),)


def _misread(wanted: str, keys: str) -> Finding:
    if keys in (wanted.upper(), wanted.lower()):
        return Finding(Kind.CASE_CHANGED)
    scanner = named_of_scanner(wanted, keys)
    if scanner and scanner != "us":
        return Finding(Kind.LAYOUT_FOREIGN, {"scanner": scanner})
    return Finding(Kind.CHARACTERS_WRONG, {"wanted": wanted, "came": keys})


def _characters(characters: Sequence[Seen]) -> Iterator[Finding]:
    """Of a device that is no keyboard only the text can be wrong."""
    for each in characters:
        if parts(each.code, each.heard.text):
            continue
        if each.code.text.upper() in each.heard.text.upper():
            yield Finding(Kind.CASE_CHANGED)
        else:
            yield Finding(Kind.CHARACTERS_WRONG, {"wanted": each.code.text, "came": each.heard.text})


def _separator(taken: Taken) -> tuple[str, tuple[Finding, ...]]:
    came = {code: found.separator for code, found in taken.items() if found and code.purpose is Purpose.SEPARATOR}
    if not came:
        return "", (Finding(Kind.SEPARATOR_UNTESTED),)
    lost = [code.name for code, separator in came.items() if not separator]
    sent = Counter(separator for separator in came.values() if separator)
    findings = [Finding(Kind.SEPARATOR_LOST, {"codes": ", ".join(lost)})] if lost else []
    if not sent:
        return "", tuple(findings)
    separator = sent.most_common(1)[0][0]
    if separator == GS:
        return "", (*findings, Finding(Kind.SEPARATOR_ARRIVES))
    usable = len(separator) == 1 and separator in SEPARATORS
    kind = Kind.SEPARATOR_REPLACED if usable else Kind.SEPARATOR_UNUSABLE
    return separator if usable else "", (*findings, Finding(kind, {"separator": separator}))


def _end(seen: Sequence[Seen], suffix: str) -> Iterator[Finding]:
    ends = [each.heard.end for each in seen if each.heard.keyed]
    if not ends:
        return  # only keys have an end: other devices deliver whole codes
    if all(end == "tab" for end in ends):
        yield Finding(Kind.END_TAB)
    elif all(end in ("enter", "tab") for end in ends):
        yield Finding(Kind.END_ENTER)
    elif suffix:
        yield Finding(Kind.END_SUFFIX, {"suffix": suffix})
    else:
        yield Finding(Kind.END_NONE)


def _affixes(taken: Taken) -> tuple[str, str, tuple[Finding, ...]]:
    marked = [found for code, found in taken.items() if found and code.marked]
    if len(marked) < WITNESSES:
        return "", "", ()
    prefixes, suffixes = [each.prefix for each in marked], [each.suffix for each in marked]
    prefix = _shared(prefixes)
    suffix = _shared([each[::-1] for each in suffixes])[::-1]
    findings = []
    if len(set(prefixes)) > 1 or len(set(suffixes)) > 1:
        came = ", ".join(sorted({each for each in prefixes + suffixes if each}))
        findings.append(Finding(Kind.PREFIX_VARIES, {"came": came}))
    if prefix and any(each.behind for each in marked):
        return "", suffix, (*findings, Finding(Kind.PREFIX_BEHIND, {"prefix": prefix}))
    if prefix:
        findings.append(Finding(Kind.PREFIX, {"prefix": prefix}))
    if suffix:
        findings.append(Finding(Kind.SUFFIX, {"suffix": suffix}))
    return prefix, suffix, tuple(findings)


def _shared(texts: Sequence[str]) -> str:
    """What all of them begin with."""
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*texts, strict=False))
    return "".join(column[0] for column in columns)


def _identifiers(taken: Taken) -> Iterator[Finding]:
    whole = [found for found in taken.values() if found]
    if whole:
        sent = sum(bool(found.identifier) for found in whole)
        yield Finding(Kind.IDENTIFIER_SENT if sent * 2 > len(whole) else Kind.IDENTIFIER_NONE)


def _symbologies(taken: Taken, unread: Sequence[TestCode]) -> Iterator[Finding]:
    bare = [code.name for code, found in taken.items() if found and found.data in code.unchecked]
    if bare:
        yield Finding(Kind.CHECK_DIGIT, {"codes": ", ".join(bare)})
    open_ones = [code for code in PAGE if code not in taken and code not in unread]
    if unread:
        yield Finding(Kind.OFF, {"codes": _names(unread)})
    if open_ones:
        yield Finding(Kind.UNTESTED, {"codes": _names(open_ones)})
    if not unread and not open_ones:
        yield Finding(Kind.ALL_READ)


def _names(codes: Sequence[TestCode]) -> str:
    return ", ".join(dict.fromkeys(code.name for code in codes))
