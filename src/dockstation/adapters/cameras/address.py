"""URLs of streams, with their passwords kept apart."""

from __future__ import annotations

from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit


def shown(source: str) -> str:
    """``source`` without the user, password, query and fragment that a URL may carry."""
    if "://" not in source:
        return source
    scheme = source.partition("://")[0]
    parts = _split(source)
    return f"{scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}" if parts else f"{scheme}://?"


def without_login(url: str) -> tuple[str, tuple[str, str] | None]:
    """``url`` as it may be requested, and (user, password) where it names them."""
    parts = _split(url)
    if parts is None or "@" not in parts.netloc:
        return url, None
    login, _, host = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    return urlunsplit(parts._replace(netloc=host)), (unquote(user), unquote(password))


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:  # half a bracket of IPv6
        return None
