"""Second opinions with an inspection of their own, containers, and attempts at a PIN."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False, server_default="")


def of_opinion() -> tuple[sa.Column[int], sa.Column[str]]:
    number = sa.Column("number", sa.Integer, primary_key=True)
    return number, sa.Column("lpn", sa.String, sa.ForeignKey("opinions.lpn"), nullable=False, index=True)


def upgrade() -> None:
    op.create_table(
        "second_opinions",
        sa.Column("lpn", sa.String, sa.ForeignKey("units.lpn"), primary_key=True),
        sa.Column("first_by", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("comparison", sa.String, nullable=False),
    )
    op.create_table(
        "containers",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("held", sa.Integer, nullable=False),
        sa.Column("called_full", sa.Integer, nullable=False),
    )
    op.create_table(
        "pin_attempts",
        sa.Column("badge", sa.String, primary_key=True),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("last_at", sa.String, nullable=False),
    )
    _inspections_of_opinions()


def _inspections_of_opinions() -> None:
    """The same tables once more: nobody who inspects blind can read the first inspection by mistake."""
    op.create_table(
        "opinions",
        sa.Column("lpn", sa.String, sa.ForeignKey("units.lpn"), primary_key=True),
        sa.Column("checklist_id", sa.String, nullable=False),
        sa.Column("checklist_version", sa.Integer, nullable=False),
        *map(text, ("checklist_digest", "holder", "note", "origin")),
    )
    op.create_table(
        "opinion_answers",
        *of_opinion(),
        sa.Column("question_id", sa.String, nullable=False),
        sa.Column("answer", sa.String),
    )
    sizes = [sa.Column(name, sa.Integer, nullable=False) for name in ("size", "width", "height")]
    op.create_table(
        "opinion_photos",
        *of_opinion(),
        sa.Column("question_id", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        *sizes,
        sa.Column("at_server", sa.Integer, nullable=False, server_default="0"),
        *map(text, ("view", "taken_at", "by", "station", "warnings")),
        sa.Column("marks", sa.String, nullable=False, server_default="[]"),
        *map(text, ("discarded_at", "discarded_by")),
    )
    said = [sa.Column(name, sa.String, nullable=False) for name in ("kind", "decision", "by", "at")]
    op.create_table("opinion_rulings", *of_opinion(), *said, *map(text, ("reason", "approved_by")))
