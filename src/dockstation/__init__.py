"""Receiving and inspection station for returned goods."""

__version__ = "0.1.0"
