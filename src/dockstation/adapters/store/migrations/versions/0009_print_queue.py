"""What a label shows, when and why it was queued, and which one it is a copy of.

The table is made anew, since SQLite cannot drop a constraint: copies are counted anew after a decision that fell.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NEW = ("content", "queued_at", "original", "reason", "failure")


def upgrade() -> None:
    texts = [
        sa.Column(name, sa.String, nullable=False) for name in ("subject", "printer", "layout", "sha256", "state")
    ]
    op.create_table(
        "jobs",
        sa.Column("job_id", sa.String, primary_key=True),
        *texts,
        sa.Column("copy", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        *[sa.Column(name, sa.String, nullable=False, server_default="") for name in NEW],
        sa.Column("picture", sa.LargeBinary, nullable=False, server_default=""),
    )
    op.execute(
        "INSERT INTO jobs (job_id, subject, printer, layout, copy, data, sha256, state) "
        "SELECT job_id, subject, printer, layout, copy, data, sha256, state FROM print_jobs ORDER BY rowid"
    )
    op.drop_table("print_jobs")
    op.rename_table("jobs", "print_jobs")
    _index()


def _index() -> None:
    for column in ("subject", "state"):
        op.create_index(f"ix_print_jobs_{column}", "print_jobs", [column])
    op.create_index("print_jobs_by_time", "print_jobs", ["queued_at"])
    once, live = ["subject", "layout", "copy"], sa.text("state != 'stale'")
    op.create_index("print_jobs_once", "print_jobs", once, unique=True, sqlite_where=live)
