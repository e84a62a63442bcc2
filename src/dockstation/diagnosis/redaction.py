"""Text without secrets and without anybody's data."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Collection, Mapping
from typing import Any

GONE = "…"
SECRET_KEYS = re.compile(
    r"(?i)pass|secret|token|pin$|pins$|badge|credential|auth|key$|people|person|customer|address|database_url|_code$"
)
_URL = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{1,20})://(?:[^\s'\"<>]*@)?([^\s/?#'\"<>@]*)[^\s'\"<>]*")
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_HOME = re.compile(r"(?i)((?:[a-z]:)?[\\/](?:home|users|documents and settings)[\\/])[^\\/\s'\"]+")
_PAIR = re.compile(
    r"(?i)\b(bearer|basic|\w*(?:token|pass\w*|secret|pin|badge|authorization|api_?key))\b\W{1,4}[^\s,;]+"
)
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|“[^”]*”")
_CODE = re.compile(r"(?<![\w.])(?=[\w/+=-]*\d)[\w/+=-]{6,}|(?<!\w)[A-Za-z0-9_+=-]{25,}|\d{4,}")
_LETTERS = re.compile(r"[^\x00-\x7f–—…·×°±≤≥→]+")
_WORD = re.compile(r"\w+")

_SAID = """
a access accept accepted address after all allowed already an and another any are argument arguments as assigned
assignment async at attribute attributes bad base be because been before bind block bound broken buffer but by bytes
call callable cancelled cannot character characters class close closed code codec column concatenate connect
connected connection constructor contain contains contiguous convert converting copy could count create cursor data
database decode deleted denied deprecated depth device dict dictionary did different disk division do does done
duplicate during either element elements empty encode end error event exceeded exception exist existing exists exit
expected explicit expression extra fail failed false file find first floating for format found frame from full
function generator get given has have hash hashable host if ignored image implemented import in incompatible
incomplete index indices initialized input inside instance instantiate integer integers internal into invalid is
issue it item items iterable iterator its key keys keyword kind layer length less limit line list literal local
locked lock long lost loop malformed mapping match maximum maybe member memory message method missing mode module
more most multiple must mutable name named negative network new no node non none not nothing null number object
objects of off old on one only open opened operand operation operator option or order ordinal other out outside
overflow own owner parameter parent partially pass path permission pickle point pointer port position positional
possible precision process property protocol raised range read reached readable real reason received recursion
reference referenced refused register relative release released remote removed required requires reset resolve
resource result return returned root row rows run running same seconds sequence server set shape should signal size
slice slot socket some source stack start started state statement stop stopped str stream string subscriptable such
supported support supports surrogate syntax system table take takes temporarily text than that the then there thread
threads time timed timeout to too transaction true tuple two type types unable unavailable unexpected unhashable
unique unknown unpack unsupported until update used using valid value values variable version wait waiting was when
where while widget window with within without would write writing wrong zero
"""
WORDS = frozenset(_SAID.split()) | frozenset(dir(builtins)) | frozenset(keyword.kwlist) | frozenset({"NoneType"})
"""What Python and its libraries say of themselves; nobody's name and no code is among it."""


def scrub(text: str) -> str:
    """``text`` without what looks like a secret, a code, a name in quotes or an address."""
    text = _URL.sub(lambda found: f"{found[1]}://{found[2]}/{GONE}", text)
    text = _MAIL.sub(GONE, text)
    text = _PAIR.sub(lambda found: f"{found[1]} {GONE}", text)
    text = _HOME.sub(lambda found: found[1] + GONE, text)
    text = _QUOTED.sub(GONE, text)
    text = _LETTERS.sub(GONE, text)
    return _CODE.sub(GONE, text)


def plain(text: str, names: Collection[str] = ()) -> str:
    """Only those words of ``text`` that are Python's own or among ``names``, which come from code."""

    def word(found: re.Match[str]) -> str:
        said = found[0]
        is_small = said.isascii() and said.isdigit() and len(said) < 3
        return said if is_small or said in names or said in WORDS or said.lower() in _STARTS.get(said, ()) else GONE

    return re.sub(rf"{GONE}(?:\s+{GONE})+", GONE, _WORD.sub(word, text))


_STARTS: Mapping[str, tuple[str, ...]] = {each.capitalize(): (each,) for each in _SAID.split()}


def masked(value: Any, key: str = "") -> Any:
    """Settings as data, with everything that is nobody else's business gone; paths keep no user's name."""
    if key and SECRET_KEYS.search(key) and not isinstance(value, bool | int | float):
        return GONE if value else value
    if isinstance(value, Mapping):
        return {str(name): masked(each, str(name)) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [masked(each, key) for each in value]
    if isinstance(value, bool | int | float) or value is None:
        return value
    return settled(str(value))


def settled(text: str) -> str:
    """A value of settings: URLs without user, path and query, paths without a user's name."""
    text = _URL.sub(
        lambda found: (
            f"{found[1]}://{found[2]}/{GONE}"
            if found[0].count("/") > 2 or "@" in found[0]
            else f"{found[1]}://{found[2]}"
        ),
        text,
    )
    text = _PAIR.sub(lambda found: f"{found[1]} {GONE}", _MAIL.sub(GONE, text))
    return _HOME.sub(lambda found: found[1] + GONE, text)
