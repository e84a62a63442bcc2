"""The station's own database: SQLite in WAL with ``synchronous=FULL``."""
