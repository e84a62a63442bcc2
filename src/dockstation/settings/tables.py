"""The tables of station.toml as frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dockstation.domain.privacy import Discretion
from dockstation.domain.room import MB, RoomLimits
from dockstation.domain.scan import ScanRules
from dockstation.domain.scanner import KEYBOARD, Layout, ScannerProfile
from dockstation.domain.weight import WeightRule
from dockstation.settings.document import like, one_of, within
from dockstation.settings.languages import languages

LABEL_LANGUAGES = one_of("en", "zh_CN")
"""Those in which layouts have words."""
NAME = within(1, 64)
SECONDS = within(0.1, 600)
AFFIX = within(0, 16)
PIN_HASH = like(
    r"(\$argon2id\$v=\d{1,3}\$m=\d{1,8},t=\d{1,4},p=\d{1,3}\$[\w+/]{11,86}\$[\w+/]{16,172})?", '"$argon2id$…"'
)
FOLDER = like(r"|(/|[A-Za-z]:[\\/]|\\\\)[^\0]{0,500}", '"/mnt/reports" | ""')
"""A whole path: the window may be started anywhere."""
STILL = within(0, 8192)
PIECE_BYTES, LEAST_PIECE = 1024 * 1024, 64 * 1024
CONTROL = like(r"auto|-?\d{1,6}(\.\d{1,3})?", '"auto" | "120"')


@dataclass(frozen=True, slots=True)
class StationTable:
    """[station]: what it is called and how its window looks."""

    name: str = field(metadata=NAME)
    language: str = field(default="en", metadata=one_of(*languages()))
    theme: str = field(default="light", metadata=one_of("light", "dark", "contrast"))


@dataclass(frozen=True, slots=True)
class ServerTable:
    """[server]: where the central RMA server answers; seconds.

    ``here``: it runs on this computer, begun by the station and ended with it.
    ``old_minutes`` is how long something may wait to be sent before a supervisor is told. Photos are sent at
    ``photo_kbytes_per_second`` at the most, 0 for as fast as it goes. ``keep_photos_days`` photos of finished work
    stay here after the server has them, ``keep_days`` its records; 0 for ever.
    """

    url: str
    here: bool = False
    sync_seconds: float = field(default=15, metadata=within(1, 3600))
    timeout_seconds: float = field(default=10, metadata=SECONDS)
    old_minutes: int = field(default=60, metadata=within(1, 10_080))
    keep_photos_days: int = field(default=90, metadata=within(0, 3650))
    keep_days: int = field(default=365, metadata=within(0, 3650))
    photo_kbytes_per_second: int = field(default=0, metadata=within(0, 1_000_000))

    @property
    def own_port(self) -> int:
        """Where the station's own server answers, 0 where it has none."""
        address = urlsplit(self.url)
        own = self.here and address.scheme == "http"
        return (address.port or 80) if own else 0

    @property
    def piece_bytes(self) -> int:
        """A piece of a photo takes about a second, so that what is small need not wait for long."""
        return min(PIECE_BYTES, max(LEAST_PIECE, self.photo_kbytes_per_second * 1024 or PIECE_BYTES))


@dataclass(frozen=True, slots=True)
class CameraTable:
    """[camera]: ``source`` is a device, a file, a folder of pictures or a URL; "" is no camera.

    ``exposure`` and ``focus`` are "auto" or a number in the driver's own unit; ``photo_long_side`` is the most pixels
    that a photo's longer side has, 0 as taken. ``still_url`` is where a network camera gives single full pictures,
    ``still_width`` and ``still_height`` the size of a device's, 0 for none. Pictures that come
    into ``photo_folder`` while a photo is asked for are taken as it; "" is none.
    """

    source: str = ""
    read_codes: bool = True
    exposure: str = field(default="auto", metadata=CONTROL)
    focus: str = field(default="auto", metadata=CONTROL)
    seconds_per_picture: float = field(default=2.0, metadata=SECONDS)
    jpeg_quality: int = field(default=90, metadata=within(1, 100))
    still_url: str = field(default="", metadata=like(r"(http://\S{1,500})?", '"http://…"'))
    still_width: int = field(default=0, metadata=STILL)
    still_height: int = field(default=0, metadata=STILL)
    photo_long_side: int = field(default=0, metadata=within(0, 16_384))
    photo_folder: str = ""


@dataclass(frozen=True, slots=True)
class ScanTable:
    """[scan]: milliseconds between keys of one scan, and before the same code counts again; how codes are written."""

    gap_ms: int = field(default=50, metadata=within(1, 1000))
    cooldown_ms: int = field(default=1500, metadata=within(0, 60_000))
    layout: str = field(default="auto", metadata=one_of(*Layout))
    prefix: str = field(default="", metadata=AFFIX)
    suffix: str = field(default="", metadata=AFFIX)
    order_pattern: str = ""
    gs1_separator: str = ""

    def rules(self, year: int) -> ScanRules:
        """How codes are read here in that year; raises what ScanRules raises."""
        return ScanRules(self.order_pattern, self.gs1_separator, year)

    def profile(self) -> ScannerProfile:
        """What is known of keyboard scanners before they have been tested."""
        return ScannerProfile(KEYBOARD, Layout(self.layout), self.prefix, self.suffix, self.gs1_separator)


@dataclass(frozen=True, slots=True)
class ScannerTable:
    """[[scanners]]: a scanner that is no keyboard; ``baud`` is for serial ones."""

    name: str = field(metadata=NAME)
    kind: str = field(metadata=one_of("serial", "hid"))
    device: str = field(metadata=within(1, 256))
    baud: int = field(default=9600, metadata=within(300, 4_000_000))
    prefix: str = field(default="", metadata=AFFIX)
    suffix: str = field(default="", metadata=AFFIX)

    def profile(self) -> ScannerProfile:
        """What is known of it before it has been tested."""
        return ScannerProfile(self.name, prefix=self.prefix, suffix=self.suffix)


@dataclass(frozen=True, slots=True)
class PicturesTable:
    """[pictures]: ``folder`` is looked into for new pictures ``every_seconds``; "" is none."""

    folder: str = ""
    every_seconds: float = field(default=1.0, metadata=within(0.1, 60))


@dataclass(frozen=True, slots=True)
class SoundsTable:
    """[sounds]: ``volume`` in percent, 0 is silent."""

    volume: int = field(default=100, metadata=within(0, 100))


@dataclass(frozen=True, slots=True)
class LabelsTable:
    """[labels]: which layouts go to which printer, in which language; ``licence_plate`` "" prints none.

    ``printer`` prints everything that has none of its own.

    Of the layouts in ``verify`` the work goes on only when the fresh label was scanned. ``late_minutes`` is how long
    a label may wait for its printer and still be printed without being asked about.
    """

    layout: str = "disposition"
    licence_plate: str = "licence_plate"
    parcel: str = "parcel"
    receipt: str = "receipt"
    printer: str = "label"
    licence_plate_printer: str = ""
    parcel_printer: str = ""
    receipt_printer: str = ""
    language: str = field(default="en", metadata=LABEL_LANGUAGES)
    verify: tuple[str, ...] = ()
    late_minutes: int = field(default=10, metadata=within(1, 1440))

    def printers(self) -> dict[str, str]:
        """The printer of every kind of label, by the keys of their layouts."""
        own = {kind: getattr(self, f"{kind}_printer") for kind in ("licence_plate", "parcel", "receipt")}
        return {"layout": self.printer} | {kind: name or self.printer for kind, name in own.items()}


@dataclass(frozen=True, slots=True)
class DockTable:
    """[dock]: whether each parcel gets a label when it comes, and a printed receipt when it is closed.

    What its weight may differ by: in percent, and for the box in g.
    """

    print_label: bool = True
    print_receipt: bool = False
    weight_percent: int = field(default=25, metadata=within(1, 100))
    packaging_g: int = field(default=500, metadata=within(0, 50_000))

    def weights(self) -> WeightRule:
        """When a weight is far off."""
        return WeightRule(self.weight_percent, self.packaging_g)


@dataclass(frozen=True, slots=True)
class ScaleTable:
    """[scale]: a scale on a serial port that sends without being asked; ``kind`` "" is none."""

    kind: str = field(default="", metadata=one_of("", "generic", "toledo"))
    device: str = field(default="", metadata=within(0, 256))
    baud: int = field(default=9600, metadata=within(300, 4_000_000))


@dataclass(frozen=True, slots=True)
class PrivacyTable:
    """[privacy]: how much of ``customer`` stands on screens and in reports."""

    customer: str = field(default="full", metadata=one_of(*Discretion))

    def discretion(self) -> Discretion:
        """The same as what it does."""
        return Discretion(self.customer)


@dataclass(frozen=True, slots=True)
class SignInTable:
    """[sign_in]: whether signing in asks for the PIN; minutes without a touch after which it locks, 0 for never."""

    pin: bool = False
    lock_minutes: float = field(default=0, metadata=within(0, 1440))


@dataclass(frozen=True, slots=True)
class InspectionTable:
    """[inspection]: of how many units in a hundred somebody else gives a second opinion."""

    second_opinion_percent: int = field(default=0, metadata=within(0, 100))


@dataclass(frozen=True, slots=True)
class BackupTable:
    """[backup]: ``folder`` gets a backup ``every_minutes``, of which the ``keep`` newest stay; "" is none."""

    folder: str = ""
    every_minutes: int = field(default=60, metadata=within(1, 10_080))
    keep: int = field(default=24, metadata=within(1, 1000))


@dataclass(frozen=True, slots=True)
class DiskTable:
    """[disk]: MiB free under the data folder below which it is said, and nothing new is begun; and the reserve.

    ``ballast_mb`` 0 is no reserve, ``stop_mb`` 0 stops nothing.
    """

    warn_mb: int = field(default=1024, metadata=within(0, 1_048_576))
    stop_mb: int = field(default=256, metadata=within(0, 1_048_576))
    ballast_mb: int = field(default=64, metadata=within(0, 4096))

    def limits(self) -> RoomLimits:
        """The same in bytes."""
        return RoomLimits(self.warn_mb * MB, self.stop_mb * MB, self.ballast_mb * MB)


@dataclass(frozen=True, slots=True)
class ReportsTable:
    """[reports]: ``folder`` gets the reports made in the window; "" is ``reports`` in the data folder."""

    folder: str = field(default="", metadata=FOLDER)


@dataclass(frozen=True, slots=True)
class LogTable:
    """[log]: what is written into ``logs`` of the data folder, and how many files of 1 MB stay."""

    level: str = field(default="info", metadata=one_of("debug", "info", "warning", "error"))
    keep: int = field(default=10, metadata=within(2, 100))


@dataclass(frozen=True, slots=True)
class PersonTable:
    """[[people]]: who may sign in with which badge; ``pin`` is a hash, who has none cannot sign for others."""

    badge: str = field(metadata=NAME)
    name: str = field(metadata=NAME)
    role: str
    pin: str = field(default="", metadata=PIN_HASH, repr=False)
    active: bool = True
    """False for who works here no more, and whose name is still read."""
