"""Storing published config: looked at beside the work of others, stored when nobody was quicker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from dockstation.server import vetting
from dockstation.server.context import Context
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem
from dockstation.server.store.config import Draft, StoredDocument
from dockstation.server.store.database import Transaction
from dockstation.settings.packs import POLICY

DOCUMENTS = 2000
"""So many at the most, people and withdrawn ones counted."""
TRIES = 5

News: TypeAlias = Callable[[Transaction], list[Draft]]
"""What is new among what somebody wants, as things stand; raises a Problem when it may not be."""


def store(here: Context, news_of: News, by: str, *, dry_run: bool = False) -> tuple[StoredDocument, ...]:
    """Store what is new and sound, looked at again when somebody published meanwhile; ``dry_run`` stores nothing."""
    for _ in range(TRIES):
        with here.database.reading() as work:
            seen, news, published = work.config.newest(), news_of(work), work.config.of_kinds(POLICY)
        if news:
            vetting.require_sound(news, published)
        if not news or dry_run:
            return _as_stored(news, by)
        with here.database.writing() as work:
            if work.config.hold() == seen or not vetting.concerns_policy(news):
                news = news_of(work)
                _require_room(work, news)
                return work.config.put(news, by, rfc3339(now()))
    raise Problem(503, "busy", "Others publish at the same time; try again", retry_after=1)


def _as_stored(drafts: Sequence[Draft], by: str) -> tuple[StoredDocument, ...]:
    """As these would be stored: without a version."""
    at = rfc3339(now())
    return tuple(
        StoredDocument(each.kind, each.name, 0, each.sha256, each.content, at, by, each.gone) for each in drafts
    )


def _require_room(work: Transaction, drafts: Sequence[Draft]) -> None:
    added = sum(work.config.get(each.kind, each.name) is None for each in drafts)
    if work.config.count() + added > DOCUMENTS:
        raise Problem(409, "too_many", "There is no room for more documents", limit=DOCUMENTS)


def is_same(known: StoredDocument | None, draft: Draft) -> bool:
    """Whether it is there already, word for word."""
    return known is not None and (known.content, known.gone) == (draft.content, draft.gone)


def require_match(match: str | None, known: StoredDocument | None) -> None:
    """428 without If-Match, 412 when it names another version; nothing is asked for what is not there."""
    if known is None or known.gone:
        return
    if match is None:
        raise Problem(428, "if_match", "If-Match must name the version that this change rests on")
    if match != f'"{known.version}"':
        raise Problem(412, "changed", "Somebody has changed the document meanwhile", version=known.version)
