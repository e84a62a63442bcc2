"""A label printer that prints into a folder: a ZPL interpreter of its own on a TCP port, with faults to order."""

from dockstation.demo.virtual_printer.server import VirtualPrinter, serve

__all__ = ["VirtualPrinter", "serve"]
