"""What people of the office may do: each role may what those before it may."""

from __future__ import annotations

VIEWER, OFFICE, ADMINISTRATOR = "viewer", "office", "administrator"
ROLES = (VIEWER, OFFICE, ADMINISTRATOR)


def may(role: str, needed: str) -> bool:
    """Whether somebody with this role may what needs that one."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(needed)
