"""Photo bytes in a bucket of an S3-compatible store, each object named by the SHA-256 of what is in it.

The pieces of a photo whose upload was cut are objects of their own: parts of an S3 multipart upload would have to be
5 MiB each, and every server would have to know the upload's id.
"""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dockstation.domain.errors import DockstationError
from dockstation.server.incoming import Incoming, remove_left
from dockstation.server.photo_store import PhotosUnavailable
from dockstation.server.pieces import superfluous

CONNECT_SECONDS, READ_SECONDS = 3, 10
TRIES = 2
CONNECTIONS = 32
SWEEP_SECONDS = 3600
CHUNK = 1024 * 1024
CONFIGURED_WRONG = ("NoSuchBucket", "404", "403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch",
                    "NoCredentialsError", "ParamValidationError", "301", "PermanentRedirect", "400")  # fmt: skip
"""What no waiting mends."""


class S3Photos:
    """A bucket and what stands before each name in it; ``folder`` is for bytes on their way, on this machine.

    Raises ``server.no_s3`` without its library and ``server.s3`` where what config says cannot be right; a store
    that merely does not answer is tried again with each request.
    """

    def __init__(self, url: str, endpoint: str, folder: Path) -> None:
        parts = urlsplit(url)
        self._bucket, prefix = parts.netloc, parts.path.strip("/")
        if parts.scheme != "s3" or not self._bucket:
            raise DockstationError("server.s3", bucket=url, why="s3://BUCKET/PREFIX")
        self._prefix = f"{prefix}/" if prefix else ""
        self._folder = folder
        self._client = _client(endpoint)
        self._swept = 0.0
        remove_left(folder)
        try:
            self.check()
        except PhotosUnavailable as error:
            if str(error) in CONFIGURED_WRONG:
                raise DockstationError("server.s3", bucket=self._bucket, why=str(error)) from error

    def check(self) -> None:
        """Raise PhotosUnavailable unless the bucket answers."""
        with _told():
            self._client.head_bucket(Bucket=self._bucket)

    def incoming(self) -> Incoming:
        """A place for bytes to come in."""
        return Incoming(self._folder)

    def keep(self, incoming: Incoming) -> None:
        """Put the bytes under their name, and read them back: a store may accept what it does not keep."""
        name, key = incoming.sha256, self._prefix + incoming.sha256
        self._put(key, incoming, ChecksumSHA256=base64.b64encode(bytes.fromhex(name)).decode())
        found = hashlib.sha256()
        with _told():
            for chunk in self._client.get_object(Bucket=self._bucket, Key=key)["Body"].iter_chunks(CHUNK):
                found.update(chunk)
        if found.hexdigest() != name:
            raise PhotosUnavailable("other_bytes")

    def leave(self, incoming: Incoming, sha256: str, offset: int) -> None:
        """Make what came so far the piece at ``offset`` of a photo, unless as much has come already."""
        if offset + incoming.size > self.came(sha256):
            self._put(f"{self._piece(sha256)}{offset}", incoming)
            self._sweep()

    def came(self, sha256: str) -> int:
        """How many bytes of a photo that was cut are here, without a gap."""
        return sum(size for _, size in self._chain(sha256))

    def joined(self, sha256: str) -> Incoming:
        """The pieces of a photo as one."""
        incoming = self.incoming()
        try:
            for key, _ in self._chain(sha256):
                incoming.write(self._get(key))
        except BaseException:
            incoming.__exit__(None, None, None)
            raise
        return incoming

    def forget(self, sha256: str) -> None:
        """Remove the pieces of a photo."""
        self._remove([each["Key"] for each in self._objects(self._piece(sha256))])

    def read(self, sha256: str, most: int) -> bytes:
        """The bytes of this name, ``most`` of them and no more."""
        return self._get(self._prefix + sha256, Range=f"bytes=0-{most - 1}")

    def _piece(self, sha256: str) -> str:
        return f"{self._prefix}pieces/{sha256}-"

    def _chain(self, sha256: str) -> Iterator[tuple[str, int]]:
        start = self._piece(sha256)
        sizes = {each["Key"]: int(each["Size"]) for each in self._objects(start)}
        offset = 0
        while size := sizes.get(f"{start}{offset}", 0):
            yield f"{start}{offset}", size
            offset += size

    def _put(self, key: str, incoming: Incoming, **more: str) -> None:
        incoming.flush()
        with _told(), incoming.path.open("rb") as file:
            told = {"Body": file, "ContentLength": incoming.size}
            self._client.put_object(Bucket=self._bucket, Key=key, **told, **more)

    def _get(self, key: str, **more: str) -> bytes:
        with _told():
            data: bytes = self._client.get_object(Bucket=self._bucket, Key=key, **more)["Body"].read()
        return data

    def _objects(self, prefix: str) -> list[dict[str, Any]]:
        with _told():
            pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=prefix)
            return [each for page in pages for each in page.get("Contents", ())]

    def _remove(self, keys: list[str]) -> None:
        with _told():
            for key in keys:  # one by one: not every store has the call for many
                self._client.delete_object(Bucket=self._bucket, Key=key)

    def _sweep(self) -> None:
        """Remove pieces that are too old or too much; each server does so from time to time."""
        if time.monotonic() - self._swept < SWEEP_SECONDS and self._swept:
            return
        self._swept = time.monotonic()
        found = [
            (e["LastModified"].timestamp(), int(e["Size"]), e["Key"]) for e in self._objects(self._piece("")[:-1])
        ]
        self._remove(list(superfluous(found, time.time())))


@contextmanager
def _told() -> Iterator[None]:
    """Failures as PhotosUnavailable, by the store's own word for them; an object that is not there is no failure."""
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", "unknown"))
        if code == "NoSuchKey":
            raise FileNotFoundError(code) from None
        raise PhotosUnavailable(code) from None  # its text may hold the name of a key
    except (BotoCoreError, Boto3Error, OSError) as error:
        raise PhotosUnavailable(type(error).__name__) from None


def _client(endpoint: str) -> Any:
    try:
        import boto3
        from botocore.config import Config
        from botocore.exceptions import BotoCoreError
    except ModuleNotFoundError as error:
        raise DockstationError("server.no_s3", library=str(error.name)) from error
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": TRIES},
        max_pool_connections=CONNECTIONS,
        s3={"addressing_style": "path" if endpoint else "auto"},
        request_checksum_calculation="when_required",  # stores other than Amazon's do not know the newer ones
        response_checksum_validation="when_required",
    )
    try:
        session = boto3.session.Session()
        region = session.region_name or "us-east-1"
        return session.client("s3", region_name=region, endpoint_url=endpoint or None, config=config)
    except (BotoCoreError, ValueError) as error:
        raise DockstationError("server.s3", bucket="", why=type(error).__name__) from error
