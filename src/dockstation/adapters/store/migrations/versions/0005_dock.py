"""Parcels by the time they came; labels that stand on anything, no longer on units alone."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_parcels_arrived_at", "parcels", ["arrived_at"])
    op.rename_table("print_jobs", "print_jobs_of_units")
    for name in ("ix_print_jobs_lpn", "ix_print_jobs_state"):
        op.drop_index(name, "print_jobs_of_units")
    _create_print_jobs()
    op.execute(
        "INSERT INTO print_jobs (job_id, subject, printer, layout, copy, data, sha256, state) "
        "SELECT job_id, 'unit:' || lpn, printer, layout, copy, data, sha256, state FROM print_jobs_of_units"
    )
    op.drop_table("print_jobs_of_units")


def _create_print_jobs() -> None:
    op.create_table(
        "print_jobs",
        sa.Column("job_id", sa.String, primary_key=True),
        sa.Column("subject", sa.String, nullable=False, index=True),
        sa.Column("printer", sa.String, nullable=False),
        sa.Column("layout", sa.String, nullable=False),
        sa.Column("copy", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.UniqueConstraint("subject", "layout", "copy"),
    )
