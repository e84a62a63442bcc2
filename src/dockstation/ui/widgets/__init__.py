"""Dumb, reusable pieces: they show what they are given and say what was done to them."""

from dockstation.ui.widgets.banner import Banner
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.camera_view import CameraView
from dockstation.ui.widgets.card import Card
from dockstation.ui.widgets.code_field import CodeField
from dockstation.ui.widgets.confirm_button import ConfirmButton, corner, feet
from dockstation.ui.widgets.goods_grid import GoodsGrid
from dockstation.ui.widgets.goods_tile import Goods
from dockstation.ui.widgets.keypad import Keypad
from dockstation.ui.widgets.label_preview import LabelPreview
from dockstation.ui.widgets.line_label import LineLabel
from dockstation.ui.widgets.looks import Looks, looks_of
from dockstation.ui.widgets.number_pad import NumberPad
from dockstation.ui.widgets.option_grid import OptionGrid
from dockstation.ui.widgets.photo_strip import PhotoStrip, Signs
from dockstation.ui.widgets.pictogram import Pictogram
from dockstation.ui.widgets.pin_screen import PinScreen
from dockstation.ui.widgets.returns_list import ReturnsList
from dockstation.ui.widgets.row_list import Row, RowList
from dockstation.ui.widgets.screen import Screen
from dockstation.ui.widgets.section_steps import SectionSteps
from dockstation.ui.widgets.status_strip import StatusStrip
from dockstation.ui.widgets.text_label import TextLabel
from dockstation.ui.widgets.tile import Tile
from dockstation.ui.widgets.verdict import Verdict
from dockstation.ui.widgets.worklist import Worklist
from dockstation.ui.widgets.writing_screen import WritingScreen

__all__ = [
    "Banner",
    "BigButton",
    "CameraView",
    "Card",
    "CodeField",
    "ConfirmButton",
    "Goods",
    "GoodsGrid",
    "Keypad",
    "LabelPreview",
    "LineLabel",
    "Looks",
    "NumberPad",
    "OptionGrid",
    "PhotoStrip",
    "Pictogram",
    "PinScreen",
    "ReturnsList",
    "Row",
    "RowList",
    "Screen",
    "SectionSteps",
    "Signs",
    "StatusStrip",
    "TextLabel",
    "Tile",
    "Verdict",
    "Worklist",
    "WritingScreen",
    "corner",
    "feet",
    "looks_of",
]
