"""Config that the administrator publishes at the server: TOML documents and people, each a whole version."""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from dockstation.wire import Count, Message, Sha256
from dockstation.wire.rma_life import NO_NUL, Who

DOCUMENT_CHARACTERS = 256 * 1024
PIN_HASH = r"^(\$argon2id\$v=19\$m=[0-9]{1,5},t=[1-9],p=[1-9]\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{16,172})?$"
"""At most 98 MiB and nine rounds: a station must not be busy with it for long."""

Kind = Literal["checklists", "rules", "labels", "dispositions", "defects"]
DocumentName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}(\.[a-z_]{1,64})?$")]
Badge = Annotated[str, Field(pattern=r"^[A-Z0-9-]{1,32}$")]
Role = Literal["clerk", "inspector", "supervisor", "administrator"]
Content = Annotated[str, Field(max_length=DOCUMENT_CHARACTERS, pattern=NO_NUL)]


class PersonMessage(Message):
    """Who may work at stations. ``pin`` is its argon2id hash or "": who has none cannot sign for others."""

    name: Annotated[str, Field(min_length=1, max_length=64, pattern=NO_NUL)]
    roles: Annotated[tuple[Role, ...], Field(min_length=1, max_length=4)]
    pin: Annotated[str, Field(pattern=PIN_HASH, repr=False)] = ""
    active: bool = True


class ConfigItemMessage(Message):
    """One document as it is now; ``gone``: withdrawn, its content is empty. Kinds that are not known are skipped.

    The kind "people" holds a ``PersonMessage`` as JSON under the name of a badge.
    """

    kind: Annotated[str, Field(pattern=r"^[a-z_]{1,32}$")]
    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$")]
    version: Count
    sha256: Sha256
    content: Annotated[str, Field(max_length=DOCUMENT_CHARACTERS, repr=False)]
    gone: bool = False

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if hashlib.sha256(self.content.encode("utf-8", "replace")).hexdigest() != self.sha256:
            raise ValueError("The content is not what its SHA-256 says")
        return self


class ConfigPageMessage(Message):
    """``GET /v1/config?cursor=``: the documents that changed after the cursor, the oldest change first."""

    items: tuple[ConfigItemMessage, ...]
    cursor: Annotated[str, Field(max_length=128)]
    more: bool


class DocumentMessage(Message):
    """One version of a document; ``content`` is left out of lists."""

    kind: str
    name: str
    version: Count
    sha256: Sha256
    at: str
    by: str
    gone: bool = False
    content: str | None = None


class DocumentsMessage(Message):
    """Documents in the order of kind and name, or the versions of one, the newest first."""

    items: tuple[DocumentMessage, ...]
    more: bool = False


class DraftMessage(Message):
    """A document to publish: ``before`` is the version that it replaces, 0 for none. No ``content`` withdraws it."""

    kind: Kind
    name: DocumentName
    content: Content | None = None
    before: Count = 0


class PublishMessage(Message):
    """``POST /v1/config:publish``: all of it or nothing; with ``dry_run`` nothing, but said what would be."""

    documents: Annotated[tuple[DraftMessage, ...], Field(min_length=1, max_length=200)]
    by: Who
    dry_run: bool = False


class PublishedMessage(Message):
    """What was changed, or would be; ``unchanged`` documents were there already, word for word."""

    items: tuple[DocumentMessage, ...]
    unchanged: int
    dry_run: bool = False


class WrittenPersonMessage(Message):
    """``PUT /v1/people/BADGE``: no ``pin`` leaves the one that is known, "" takes it away."""

    name: Annotated[str, Field(min_length=1, max_length=64, pattern=NO_NUL)]
    roles: Annotated[tuple[Role, ...], Field(min_length=1, max_length=4)]
    pin: Annotated[str | None, Field(pattern=PIN_HASH, repr=False)] = None
    active: bool = True
    by: Who


class TellPersonMessage(Message):
    """A person as the server tells of one: whether there is a PIN, never its hash."""

    badge: str
    name: str
    roles: tuple[Role, ...]
    has_pin: bool
    active: bool
    version: Count
    at: str
    by: str


class PeopleMessage(Message):
    """``GET /v1/people``, in the order of their badges."""

    items: tuple[TellPersonMessage, ...]
