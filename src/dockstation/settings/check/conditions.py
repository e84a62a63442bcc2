"""One condition held against what it may name: unknown names, types that do not go together, words never met."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dockstation.settings.check.kinds import ANY, BOOL, NOTHING, NUMBER, STRING, Kind, several
from dockstation.settings.check.syntax import Unreadable, parse

if TYPE_CHECKING:
    from lark import Token, Tree

Scope = Mapping[str, Kind]
MACROS = ("exists", "all", "exists_one", "filter", "map")
OF_STRING = ("startsWith", "endsWith", "matches")
RESULTS = {
    "size": NUMBER, "int": NUMBER, "double": NUMBER, "uint": NUMBER, "string": STRING, "has": BOOL, "contains": BOOL,
    "startsWith": BOOL, "endsWith": BOOL, "matches": BOOL, "max": NUMBER, "min": NUMBER,
}  # fmt: skip
"""The functions that conditions may call, and what they give."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a condition: a code of ``settings.*`` and its facts, but for file and line."""

    code: str
    facts: Mapping[str, str | int]


def faults(condition: str, scope: Scope) -> tuple[Fault, ...]:
    """Everything wrong with the condition; it sees the names of ``scope`` and must be true or false."""
    try:
        tree = parse(condition)
    except Unreadable as error:
        return (Fault("settings.condition", {"column": error.column, "why": error.why}),)
    reader = _Reader(condition)
    reader.wants(tree, BOOL.name, scope)
    return tuple(reader.faults.values())


class _Reader:
    def __init__(self, condition: str) -> None:
        self._condition = condition
        self.faults: dict[tuple[object, ...], Fault] = {}

    def kind(self, node: Tree[Token], scope: Scope) -> Kind:
        """What the expression is; what is wrong in it is kept."""
        read: Callable[[list[Any], Scope], Kind] = getattr(self, f"_{node.data}")
        return read(node.children, scope)

    def wants(self, node: Tree[Token], name: str, scope: Scope) -> Kind:
        """The same, where the expression has to be a ``name``."""
        kind = self.kind(node, scope)
        if kind.name not in (name, "any"):
            self._tell("settings.condition_type", value=self._text(node), found=kind.name, wanted=name)
        return kind

    def _tell(self, code: str, **facts: str | int) -> None:
        self.faults[code, *facts.values()] = Fault(code, facts)

    def _unknown(self, value: str, known: Iterable[str]) -> Kind:
        names = sorted(known)
        meant = ", ".join(difflib.get_close_matches(value.rpartition(".")[2], names, 3) or names[:8])
        self._tell("settings.condition_name", value=value, meant=meant)
        return ANY

    def _text(self, node: Tree[Token]) -> str:
        words = [str(each) for each in node.scan_values(lambda _: True)]
        start = self._condition.find(words[0]) if words else 0
        end = self._condition.find(words[-1], start) + len(words[-1]) if words else 0
        return self._condition[start:end] or self._condition

    def _all_bool(self, nodes: list[Tree[Token]], scope: Scope) -> Kind:
        for each in nodes:
            self.wants(each, BOOL.name, scope)
        return BOOL

    _either = _both = _negation = _all_bool

    def _all_numbers(self, nodes: list[Any], scope: Scope) -> Kind:
        for each in nodes:
            if hasattr(each, "data"):
                self.wants(each, NUMBER.name, scope)
        return NUMBER

    _product = _minus = _all_numbers

    def _sum(self, nodes: list[Any], scope: Scope) -> Kind:
        left, right = self.kind(nodes[0], scope), self.kind(nodes[2], scope)
        self._alike(left, right, nodes)
        return left

    def _choice(self, nodes: list[Tree[Token]], scope: Scope) -> Kind:
        self.wants(nodes[0], BOOL.name, scope)
        return self._same([self.kind(each, scope) for each in nodes[1:]])

    @staticmethod
    def _same(kinds: list[Kind]) -> Kind:
        return kinds[0] if len({each.name for each in kinds}) == 1 else ANY

    def _relation(self, nodes: list[Any], scope: Scope) -> Kind:
        left, sign, right = self.kind(nodes[0], scope), str(nodes[1]), self.kind(nodes[2], scope)
        if sign == "in":
            self._member_of(left, right, nodes)
        elif sign in ("==", "!="):
            self._alike(left, right, nodes)
        else:
            self._in_order(left, right, nodes)
        return BOOL

    def _in_order(self, left: Kind, right: Kind, nodes: list[Any]) -> None:
        for kind, node in ((left, nodes[0]), (right, nodes[2])):
            if kind.name not in ("number", "any") and not left.name == right.name == "string":
                self._tell("settings.condition_type", value=self._text(node), found=kind.name, wanted="number")

    def _alike(self, left: Kind, right: Kind, nodes: list[Any]) -> None:
        if {"any", "null"} & {left.name, right.name}:
            return
        if left.name != right.name:
            self._tell("settings.condition_type", value=self._text(nodes[2]), found=right.name, wanted=left.name)
        elif left.name == "string":
            self._can_be(left, right, nodes)

    def _can_be(self, left: Kind, right: Kind, nodes: list[Any]) -> None:
        """Two strings of which one is written out must have a word in common."""
        if not left.words or not right.words or set(left.words) & set(right.words):
            return
        written, known, node = (left, right, nodes[2]) if len(left.words) == 1 else (right, left, nodes[0])
        near = difflib.get_close_matches(written.words[0], known.words, 3) or known.words[:8]
        facts = {"name": self._text(node), "value": written.words[0], "meant": ", ".join(filter(None, near))}
        self._tell("settings.condition_word", **facts)

    def _member_of(self, left: Kind, right: Kind, nodes: list[Any]) -> None:
        if right.name == "map":
            return
        if right.name not in ("list", "any"):
            self._tell("settings.condition_type", value=self._text(nodes[2]), found=right.name, wanted="list")
        for each in right.items:
            self._alike(left, each, [nodes[0], nodes[1], nodes[2]])
        if right.item:
            self._alike(left, right.item, nodes)

    def _field(self, nodes: list[Any], scope: Scope) -> Kind:
        owner, name = self.kind(nodes[0], scope), str(nodes[1])
        value = f"{self._text(nodes[0])}.{name}"
        if owner.name == "any" or (owner.name == "map" and owner.fields is None):
            return owner.item or ANY
        if owner.fields is None:
            self._tell("settings.condition_type", value=self._text(nodes[0]), found=owner.name, wanted="map")
            return ANY
        return owner.fields[name] if name in owner.fields else self._unknown(value, owner.fields)

    def _index(self, nodes: list[Any], scope: Scope) -> Kind:
        owner = self.kind(nodes[0], scope)
        self.kind(nodes[1], scope)
        if owner.name not in ("any", "list", "map"):
            self._tell("settings.condition_type", value=self._text(nodes[0]), found=owner.name, wanted="list")
        return owner.item or ANY

    def _method(self, nodes: list[Any], scope: Scope) -> Kind:
        name, args = str(nodes[1]), nodes[2].children if len(nodes) > 2 else []
        if name in MACROS:
            return self._macro(self.wants(nodes[0], "list", scope), name, args, scope)
        if name in OF_STRING:
            self.wants(nodes[0], "string", scope)
        return self._called(name, [nodes[0], *args], scope)

    def _macro(self, owner: Kind, name: str, args: list[Any], scope: Scope) -> Kind:
        item = owner.item or (self._same([*owner.items]) if owner.items else ANY)
        inner = {**scope, str(args[0].children[0]): item}
        kind = self.kind(args[-1], inner) if name == "map" else self.wants(args[-1], BOOL.name, inner)
        return several(kind) if name == "map" else owner if name == "filter" else BOOL

    def _call(self, nodes: list[Any], scope: Scope) -> Kind:
        return self._called(str(nodes[0]), nodes[1].children if len(nodes) > 1 else [], scope)

    def _called(self, name: str, args: list[Any], scope: Scope) -> Kind:
        kinds = [self.kind(each, scope) for each in args]
        if name == "size" and kinds and kinds[0].name not in ("any", "list", "map", "string"):
            self._tell("settings.condition_type", value=self._text(args[0]), found=kinds[0].name, wanted="list")
        return RESULTS.get(name) or self._unknown(f"{name}()", (*RESULTS, *MACROS))

    def _name(self, nodes: list[Any], scope: Scope) -> Kind:
        name = str(nodes[0])
        return scope[name] if name in scope else self._unknown(name, scope)

    def _list(self, nodes: list[Any], scope: Scope) -> Kind:
        return Kind("list", items=tuple(self.kind(each, scope) for each in (nodes[0].children if nodes else ())))

    def _map(self, nodes: list[Any], scope: Scope) -> Kind:
        for each in nodes[0].children if nodes else ():
            self.kind(each, scope)
        return Kind("map")

    @staticmethod
    def _constant(nodes: list[Any], _scope: Scope) -> Kind:
        return NOTHING if nodes[0] == "null" else BOOL

    @staticmethod
    def _string(nodes: list[Any], _scope: Scope) -> Kind:
        return Kind("string", (str(ast.literal_eval(str(nodes[0]))),))

    @staticmethod
    def _number(_nodes: list[Any], _scope: Scope) -> Kind:
        return NUMBER
