"""Settings of a printer as people type and scan them."""

from __future__ import annotations

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.printer_setup import (
    Offsets,
    read_address,
    read_mark,
    read_name,
    read_number,
    read_offsets,
    read_size,
)


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("192.168.1.20", "192.168.1.20", 9100),
        (" 192.168.1.20:9101 ", "192.168.1.20", 9101),
        ("PRINTER-7.LOCAL 6101", "PRINTER-7.LOCAL", 6101),
        ("[fe80::1]:9100", "fe80::1", 9100),
    ],
)
def test_an_address_is_taken_as_test_pages_write_it(text, host, port):
    assert read_address(text) == {"transport": "tcp", "host": host, "port": port}


def test_sizes_offsets_and_numbers_may_be_left_out():
    assert read_size("") == {"width_mm": 0, "height_mm": 0}
    assert read_size("100.5×60") == {"width_mm": 100.5, "height_mm": 60}
    assert read_offsets("0.5, -1") == {"offset_x_mm": 0.5, "offset_y_mm": -1}
    assert read_number("speed", "") == {"speed": -1}
    assert read_number("darkness", "12") == {"darkness": 12}


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (read_address, "", "printer.address"),
        (read_address, "10.0.0.7:0", "printer.address"),
        (read_address, "10.0.0.7:65536", "printer.address"),
        (read_address, "http://10.0.0.7", "printer.address"),
        (read_size, "100", "printer.size"),
        (read_offsets, "left", "printer.offsets"),
        (lambda text: read_number("speed", text), "-2", "printer.number"),
        (lambda text: read_number("speed", text), "٣", "printer.number"),
        (read_name, "", "printer.name"),
        (read_name, "标签机", "printer.name"),
        (read_name, "a" * 33, "printer.name"),
        (read_mark, "DSCAL-Z4", "printer.no_mark"),
        (read_mark, "DSBIN-1", "printer.no_mark"),
    ],
)
def test_what_cannot_be_meant_is_refused(read, text, code):
    with pytest.raises(DockstationError) as refused:
        read(text)
    assert refused.value.code == code


def test_a_mark_counts_from_the_offsets_that_its_label_was_printed_with():
    printed = Offsets.of({"offset_x_mm": 0.5, "offset_y_mm": -1})
    assert printed.corrected(read_mark("DSCAL-X4")) == {"offset_x_mm": 1.5}
    assert printed.corrected(read_mark("dscal-y7 ")) == {"offset_y_mm": -3}
