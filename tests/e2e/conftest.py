"""A station to work at, as the window's own tests have it."""

from tests.ui.conftest import display
from tests.ui.main_window.conftest import dock, filled, film, printer, tray

__all__ = ["display", "dock", "filled", "film", "printer", "tray"]
