"""What is long at the server takes little room: photos that may go, events of which a stub stays."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox_photos", sa.Column("settled_at", sa.String, nullable=False, server_default=""))
    op.add_column("outbox_photos", sa.Column("forgotten", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE outbox_photos SET settled_at = strftime('%Y-%m-%dT%H:%M:%fZ') WHERE state = 'acknowledged'")
    op.drop_index("ix_outbox_photos_state", "outbox_photos")
    op.create_index("outbox_photos_by_state", "outbox_photos", ["state", "size"])
    kept, leaving = sa.text("forgotten < 1"), sa.text("forgotten = 1")
    op.create_index("outbox_photos_kept", "outbox_photos", ["settled_at"], sqlite_where=kept)
    op.create_index("outbox_photos_leaving", "outbox_photos", ["sha256"], sqlite_where=leaving)
    for table in ("photos", "opinion_photos", "parcel_photos"):
        op.create_index(f"ix_{table}_sha256", table, ["sha256"])
    op.create_index("print_jobs_whole", "print_jobs", ["queued_at"], sqlite_where=sa.text("content != ''"))
    op.create_table(
        "stubs",
        sa.Column("epoch", sa.Integer, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("event_id", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
