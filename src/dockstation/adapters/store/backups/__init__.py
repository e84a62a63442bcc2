"""Backups of a station's store: made while it works, kept as whole folders, brought back under a new epoch."""
