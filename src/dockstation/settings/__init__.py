"""Settings: TOML files to frozen dataclasses; what is not understood is refused with file, line and what was meant.

The files that come with the program are the defaults; a warehouse's own folder overrides them file by file.
"""

from dockstation.settings.folders import ConfigFolders, shipped
from dockstation.settings.policy import load_policy
from dockstation.settings.service_levels import load_service_levels
from dockstation.settings.station import (
    PicturesTable,
    PrinterSettings,
    ScannerTable,
    ScanTable,
    ServerSettings,
    StationSettings,
    load_printers,
    load_server,
    load_station,
)

__all__ = [
    "ConfigFolders",
    "PicturesTable",
    "PrinterSettings",
    "ScanTable",
    "ScannerTable",
    "ServerSettings",
    "StationSettings",
    "load_policy",
    "load_printers",
    "load_server",
    "load_service_levels",
    "load_station",
    "shipped",
]
