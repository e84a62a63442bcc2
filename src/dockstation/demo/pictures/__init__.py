"""Bench scenes for a station without a camera: drawn, not photographed, yet readable like photographs."""

from dockstation.demo.pictures.film import Studio, write_film

__all__ = ["Studio", "write_film"]
