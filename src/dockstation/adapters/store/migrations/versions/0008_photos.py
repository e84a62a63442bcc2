"""Photos say who took them, when and where, what was doubted and marked, and may be discarded."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NEW = ("taken_at", "by", "station", "warnings", "discarded_at", "discarded_by")


def upgrade() -> None:
    for name in NEW:
        op.add_column("photos", sa.Column(name, sa.String, nullable=False, server_default=""))
    op.add_column("photos", sa.Column("marks", sa.String, nullable=False, server_default="[]"))
    _tell_from_events()


def _tell_from_events() -> None:
    """Who took the photos of this station, and when, as their events have it."""
    op.create_table(
        "told",
        sa.Column("lpn", sa.String, primary_key=True),
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("content", sa.String, nullable=False),
    )
    op.execute(
        "INSERT OR REPLACE INTO told SELECT substr(e.aggregate, 6), json_extract(e.content, '$.body.sha256'), e.content "
        "FROM events e WHERE e.aggregate LIKE 'unit:%' AND json_extract(e.content, '$.kind') = 'PhotoTaken' "
        "AND json_extract(e.content, '$.body.sha256') IS NOT NULL"
    )
    for name, path in (("taken_at", "at"), ("by", "body.by"), ("station", "station")):
        op.execute(
            f"UPDATE photos SET \"{name}\" = coalesce((SELECT json_extract(t.content, '$.{path}') FROM told t "
            "WHERE t.lpn = photos.lpn AND t.sha256 = photos.sha256), '')"
        )
    op.drop_table("told")
