"""Settings: TOML files to frozen dataclasses; what is not understood is refused with file, line and what was meant.

The files that come with the program are the defaults; a warehouse's own folder overrides them file by file.
What nothing needs before the first paint is imported from its own module: ``policy``, ``service_levels``.
"""

from dockstation.settings.folders import ConfigFolders, shipped
from dockstation.settings.printers import PrinterSettings, load_printers
from dockstation.settings.server import ServerSettings, load_server
from dockstation.settings.station import StationSettings, load_station
from dockstation.settings.tables import PicturesTable, ScannerTable, ScanTable

__all__ = [
    "ConfigFolders",
    "PicturesTable",
    "PrinterSettings",
    "ScanTable",
    "ScannerTable",
    "ServerSettings",
    "StationSettings",
    "load_printers",
    "load_server",
    "load_station",
    "shipped",
]
