"""The shape of a CEL condition: what is compared with what. Working conditions out is left to ``domain.grading``."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dockstation.domain.grading import program

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

GRAMMAR = r"""
?start: choice
?choice: either | either "?" either ":" choice
?either: both | either "||" both
?both: relation | both "&&" relation
?relation: sum | relation RELATION sum
?sum: product | sum SIGN product
?product: unary | product TIMES unary
?unary: member | "!" unary -> negation | "-" unary -> minus
?member: atom
    | member "." NAME -> field
    | member "." NAME "(" [args] ")" -> method
    | member "[" choice "]" -> index
?atom: CONSTANT -> constant
    | NAME -> name
    | NAME "(" [args] ")" -> call
    | "(" choice ")"
    | "[" [args] [","] "]" -> list
    | "{" [pairs] [","] "}" -> map
    | STRING -> string
    | NUMBER -> number
args: choice ("," choice)*
pairs: choice ":" choice ("," choice ":" choice)*
RELATION: /==|!=|<=|>=|<|>|in\b/
SIGN: /[+-]/
TIMES: /[*\/%]/
CONSTANT.2: /(true|false|null)\b/
NAME: /[A-Za-z_]\w*/
STRING: /[rR]?("(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*')/
NUMBER: /0x[0-9a-fA-F]+u?|(\d+\.\d+|\d+)([eE][+-]?\d+)?u?/
%import common.WS
%ignore WS
%ignore /\/\/[^\n]*/
"""
"""The part of CEL that conditions about goods need: no bytes, no types, no messages."""


TREES_KEPT = 4096
"""Checklists and rules that are inherited are held against each heir, and again when a file has changed."""


class Unreadable(ValueError):  # noqa: N818 - said as what it is, like every failure here
    """No CEL; ``why`` is the parser's word, with the column (from 1) where it has one."""

    def __init__(self, column: int, why: str) -> None:
        self.column = column
        self.why = why
        super().__init__(f"{column}: {why}")


@cache
def _parser() -> Lark:
    from lark import Lark  # late: nothing is checked before the first paint

    return Lark(GRAMMAR, parser="lalr", maybe_placeholders=False)


@lru_cache(TREES_KEPT)
def parse(condition: str) -> Tree[Token]:
    """The condition as a tree, which nobody may change; raises ``Unreadable``."""
    from lark.exceptions import UnexpectedInput

    try:
        program(condition)
    except ValueError as error:
        raise _unreadable(str(error)) from error
    try:
        return _parser().parse(condition)
    except UnexpectedInput as error:
        raise Unreadable(max(1, error.column), "is not used in conditions") from error


def _unreadable(told: str) -> Unreadable:
    place, _, why = told.partition("ERROR: <input>:")[2].partition(": ")
    column = place.partition(":")[2]
    return Unreadable(int(column) if column.isdigit() else 1, (why or told).splitlines()[0][:120])
