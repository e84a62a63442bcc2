"""A station to work at, as the window's own tests have it."""

from tests.ui.main_window.conftest import dock, filled, film

__all__ = ["dock", "filled", "film"]
