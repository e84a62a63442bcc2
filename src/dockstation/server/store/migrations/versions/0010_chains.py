"""How much of each station's chain is here, known without counting."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chains",
        sa.Column("station", sa.String, sa.ForeignKey("stations.station"), primary_key=True),
        sa.Column("epoch", sa.BigInteger, primary_key=True),
        sa.Column("newest", sa.BigInteger, nullable=False),
        sa.Column("held", sa.BigInteger, nullable=False),
    )
    op.execute("INSERT INTO chains SELECT station, epoch, max(seq), count(*) FROM events GROUP BY station, epoch")
