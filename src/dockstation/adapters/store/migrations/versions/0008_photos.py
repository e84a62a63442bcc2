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
    op.execute(
        "CREATE TABLE told AS SELECT substr(aggregate, 6) lpn, json_extract(content, '$.body.sha256') sha256, "
        "json_extract(content, '$.at') at, json_extract(content, '$.body.by') by, "
        "json_extract(content, '$.station') station FROM events "
        "WHERE aggregate LIKE 'unit:%' AND json_extract(content, '$.kind') = 'PhotoTaken'"
    )
    op.execute("CREATE INDEX told_by_photo ON told (lpn, sha256)")
    op.execute(
        "UPDATE photos SET taken_at = coalesce(t.at, ''), by = coalesce(t.by, ''), "
        "station = coalesce(t.station, '') FROM told t WHERE t.lpn = photos.lpn AND t.sha256 = photos.sha256"
    )
    op.execute("DROP TABLE told")
