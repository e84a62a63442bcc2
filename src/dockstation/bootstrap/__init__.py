"""The only place that builds adapters and wires them. Heavy modules are imported when their part is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from dockstation.bootstrap.backups import open_backups, refuse_damage, refuse_empty
from dockstation.bootstrap.printing import open_printers, open_set_printers_up
from dockstation.domain.errors import DockstationError
from dockstation.settings import ConfigFolders, StationSettings, load_station, shipped

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

    from dockstation.adapters.central.credentials import Credentials
    from dockstation.adapters.central.http import HttpCentral
    from dockstation.adapters.decoders.files import PictureFiles
    from dockstation.adapters.decoders.stack import DecoderStack
    from dockstation.adapters.disks.folder import FolderDisk
    from dockstation.adapters.packs.folder import PackFolder
    from dockstation.adapters.photos.folder import PhotoFolder
    from dockstation.adapters.speakers import Speakers
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.check_parcel import CheckParcel
    from dockstation.application.held_pool import HeldPool
    from dockstation.application.hold_parcel import HoldParcel
    from dockstation.application.ports.clock import Clock
    from dockstation.application.ports.printer import Printer
    from dockstation.application.ports.scale import Scale
    from dockstation.application.ports.scanner import Scanner
    from dockstation.application.record_discrepancy import RecordDiscrepancy
    from dockstation.application.spooling import LabelChoice
    from dockstation.bootstrap.own_server import ServerBeside
    from dockstation.domain.policy import PolicyBook
    from dockstation.labels.command_sheet import CommandSheet
    from dockstation.labels.renderer import Labels
    from dockstation.labels.test_page import ScannerPaper
    from dockstation.settings import ScannerTable
    from dockstation.settings.watching import WatchedPolicy
    from dockstation.ui.main_window.self_test_tools import SelfTestTools
    from dockstation.ui.main_window.use_cases import UseCases
    from dockstation.ui.main_window.window import Parts

FONT = "fonts/wqy-microhei-gbk.ttf"


class PutAside(TypedDict):
    """The use cases for what differs, and for parcels that may not be opened because of it."""

    record_discrepancy: RecordDiscrepancy
    check_parcel: CheckParcel
    hold_parcel: HoldParcel
    held_pool: HeldPool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a station keeps its data and finds its config, which the server may have published."""

    data: Path
    folders: ConfigFolders

    def __post_init__(self) -> None:
        published = replace(self.folders, packs=self.data / "packs")
        object.__setattr__(self, "folders", published)

    def settings(self) -> StationSettings:
        """station.toml as it counts here."""
        return load_station(self.folders)


@contextmanager
def locked(place: Place, patience: float = 0) -> Iterator[Place]:
    """The place for this process alone; ``store.locked`` when another one works there for ``patience`` seconds."""
    from filelock import FileLock, Timeout

    make_folder(place.data)
    lock = FileLock(place.data / "station.lock", timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise DockstationError("store.locked", folder=str(place.data)) from error
    except OSError as error:
        raise DockstationError("store.folder", folder=str(place.data), why=str(error.strerror)) from error
    try:
        yield place
    finally:
        lock.release()


def make_folder(folder: Path) -> None:
    """Make a folder that its owner alone can read; ``store.folder`` when that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DockstationError("store.folder", folder=str(folder), why=str(error.strerror)) from error


def open_disk(place: Place) -> FolderDisk:
    """The disk under the data folder, with the reserve that station.toml wants."""
    from dockstation.adapters.disks.folder import FolderDisk

    make_folder(place.data)
    return FolderDisk(place.data, place.settings().disk.limits())


def open_store(place: Place, disk: FolderDisk | None = None) -> SqlStore:
    """The station's database, its folder readable by its owner alone; ``store.set_aside`` when that lies aside."""
    from dockstation.adapters.store.unit_of_work import SqlStore

    make_folder(place.data)
    refuse_empty(place)
    return SqlStore(place.data / "station.db", disk)


def open_sound_store(place: Place, disk: FolderDisk | None = None) -> SqlStore:
    """The same for who has the data folder to himself: read through first, and set aside when it is damaged."""
    refuse_damage(place)
    return open_store(place, disk)


def open_photos(place: Place, disk: FolderDisk | None = None) -> PhotoFolder:
    """The folder of photos by hash."""
    from dockstation.adapters.photos.folder import PhotoFolder

    return PhotoFolder(place.data / "photos", disk)


def open_policy(place: Place, packs: PackFolder) -> WatchedPolicy:
    """The policy that counts here, else the last good one; raises ``settings.*`` when there is none either."""
    from dockstation.settings.watching import KeptPolicy, WatchedPolicy

    make_folder(place.data)
    return WatchedPolicy(place.folders, KeptPolicy(place.data / "policy.json"), packs.kept_out)


def open_labels(place: Place, policies: PolicyBook, language: str = "") -> Labels:
    """The label renderer with the layouts, font and policy that count here; "" is the station's language."""
    from dockstation.labels.renderer import Labels

    resources = shipped("resources")
    spoken = language or place.settings().labels.language

    def folders() -> list[Path]:
        return [folder / "labels" for folder in place.folders.folders()]

    return Labels(folders, resources / FONT, resources / "pictograms", policies, spoken)


def open_command_sheet() -> CommandSheet:
    """The sheet of codes to put beside the scanner."""
    from dockstation.labels.command_sheet import CommandSheet

    resources = shipped("resources")
    return CommandSheet(resources / FONT, resources / "pictograms")


def open_scanner_paper() -> ScannerPaper:
    """The page and the reports of the scanner self-test."""
    from dockstation.labels.scanner_fixes import load_fixes
    from dockstation.labels.test_page import ScannerPaper

    resources = shipped("resources")
    return ScannerPaper(resources / FONT, load_fixes(resources))


def open_credentials(place: Place) -> Credentials:
    """The station's tokens."""
    from dockstation.adapters.central.credentials import Credentials
    from dockstation.adapters.central.vault import Keyring

    return Credentials(place.data / "credentials.json", Keyring())


def open_central(place: Place) -> HttpCentral | None:
    """The server, None until the station is enrolled."""
    from dockstation.adapters.central.http import HttpCentral

    credentials, server = open_credentials(place), place.settings().server
    if credentials.load() is None:
        return None
    unbounded = not server.photo_kbytes_per_second
    return HttpCentral(server.url, credentials, server.timeout_seconds, server.piece_bytes, at_once=unbounded)


def open_still_decoder() -> DecoderStack:
    """Both engines for pictures that hold still."""
    from dockstation.adapters.decoders.stack import DecoderStack
    from dockstation.adapters.decoders.zbar import ZbarDecoder
    from dockstation.adapters.decoders.zxing import ZxingDecoder

    return DecoderStack(ZxingDecoder(), ZbarDecoder())


def open_sounds(place: Place) -> Speakers:
    """The machine's loudspeaker, as loud as station.toml says."""
    from dockstation.adapters.speakers import Speakers

    return Speakers(shipped("resources") / "sounds", place.settings().sounds.volume)


def warm() -> None:
    """Import what the first inspection, label and photo will need."""
    import cel
    import cv2

    from dockstation.labels import codes, composing, raster

    del cel, cv2, codes, composing, raster


def open_label_choice(settings: StationSettings, printers: Mapping[str, Printer]) -> LabelChoice:
    """Which label goes where; ``printer.unknown`` when printers.toml has no such printer."""
    from dockstation.application.spooling import LabelChoice

    labels = settings.labels
    for name in labels.printers().values():
        if name not in printers:
            raise DockstationError("printer.unknown", name=name)
    return LabelChoice(labels.layout, labels.printer, labels.language, settings.station.name)


def open_use_cases(place: Place) -> UseCases:
    """Everything behind the window, with its store migrated and its config read."""
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.inspect import Inspect
    from dockstation.bootstrap.after import after_the_rules
    from dockstation.bootstrap.counting import open_goods_pictures, open_receive
    from dockstation.bootstrap.door import at_the_door
    from dockstation.bootstrap.own_server import ServerBeside
    from dockstation.bootstrap.people import open_manage_people
    from dockstation.bootstrap.seeing import open_picture_file
    from dockstation.bootstrap.setting_up import what_is_renewed
    from dockstation.bootstrap.syncing import open_packs, open_roster
    from dockstation.bootstrap.waiting import what_waits
    from dockstation.ui.main_window.use_cases import UseCases

    packs, disk = open_packs(place), open_disk(place)
    watched, printers, clock = open_policy(place, packs), open_printers(place), SystemClock()
    policies, roster = watched.book, open_roster(place, packs)
    choice, labels = open_label_choice(place.settings(), printers), open_labels(place, policies)
    store, photos = open_sound_store(place, disk), open_photos(place, disk)
    aside, own = _put_aside(place, store, photos), ServerBeside(place)
    renewed = what_is_renewed(place, store, photos, packs, own)
    return UseCases(
        **aside,
        **renewed,
        receive=open_receive(place.data, shipped("resources") / FONT, store, aside["record_discrepancy"]),
        inspect=Inspect(store, clock, photos, policies),
        **after_the_rules(place.settings(), store, photos, clock, policies, roster.book),
        **at_the_door(place.settings(), store, printers, labels, choice, policies),
        **what_waits(place, store, clock, policies),
        manage_people=open_manage_people(place, store, roster),
        goods_pictures=open_goods_pictures(place.data, renewed["central"]),
        self_test=_self_test(store, clock),
        set_printers_up=open_set_printers_up(place, printers, labels),
        printer=lambda: printers[choice.printer],
        photo_path=photos.path,
        photo_of_file=lambda path: open_picture_file(place, path),
        policy=watched, roster=roster, backups=open_backups(place), disk=disk,
        warm=warm, close=lambda: _close(store, renewed["sounds"], own),
    )  # fmt: skip


def _self_test(store: SqlStore, clock: Clock) -> SelfTestTools:
    from dockstation.application.self_test import KeepSelfTest
    from dockstation.ui.main_window.self_test_tools import SelfTestTools

    return SelfTestTools(KeepSelfTest(store, clock), cache(open_scanner_paper))


def _put_aside(place: Place, store: SqlStore, photos: PhotoFolder) -> PutAside:
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.check_parcel import CheckParcel
    from dockstation.application.held_pool import HeldPool
    from dockstation.application.hold_parcel import HoldParcel
    from dockstation.application.record_discrepancy import RecordDiscrepancy

    clock = SystemClock()
    record_discrepancy = RecordDiscrepancy(store, clock, photos)
    return {
        "record_discrepancy": record_discrepancy,
        "check_parcel": CheckParcel(store, clock, place.settings().dock.weights()),
        "hold_parcel": HoldParcel(store, clock, record_discrepancy),
        "held_pool": HeldPool(store),
    }


def _close(store: SqlStore, sounds: _lru_cache_wrapper[Speakers], own: ServerBeside) -> None:
    if sounds.cache_info().currsize:
        sounds().close()
    own.close()
    store.close()


def open_scanner(table: ScannerTable) -> Scanner:
    """A scanner of station.toml, not opened yet."""
    if table.kind == "hid":
        from dockstation.adapters.scanners.hid import HidScanner

        return HidScanner(table.name, table.device)
    from dockstation.adapters.scanners.serial_port import SerialScanner

    return SerialScanner(table.name, table.device, table.baud)


def open_scale(place: Place) -> Scale:
    """The scale of station.toml, not opened yet."""
    from dockstation.adapters.scales.serial_scale import SerialScale

    table = place.settings().scale
    return SerialScale(table.kind, table.device, table.baud)


def open_picture_reader() -> PictureFiles:
    """Picture files, with both engines."""
    from dockstation.adapters.decoders.files import PictureFiles

    return PictureFiles(open_still_decoder)


def station_parts(place: Place, *, camera: bool, badge: str, safe: bool = False) -> Parts:
    """What the window is given; nothing heavy is built yet. ``safe``: no devices, no folders of pictures."""
    from dockstation.bootstrap.bundle import save_bundle
    from dockstation.bootstrap.recording import without_devices
    from dockstation.bootstrap.seeing import open_eyes, open_inbox, open_shots
    from dockstation.ui.main_window.window import Parts

    settings = without_devices(place.settings()) if safe else place.settings()
    eyes = (lambda: open_eyes(place)) if camera and settings.camera.source else None
    inbox = (lambda: open_inbox(settings.pictures.folder)) if settings.pictures.folder else None
    return Parts(
        settings,
        shipped("resources"),
        lambda: open_use_cases(place),
        eyes,
        badge,
        open_picture_reader,
        inbox,
        open_scanner,
        (lambda: open_scale(place)) if settings.scale.kind else None,
        (lambda: open_shots(settings.camera.photo_folder)) if settings.camera.photo_folder else None,
        lambda: save_bundle(place),
        safe,
        lambda: (lambda: open_eyes(place)) if camera and not safe and place.settings().camera.source else None,
    )
