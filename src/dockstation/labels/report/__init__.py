"""The inspection report on A4."""
