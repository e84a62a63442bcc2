"""What the search says of questions and rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from dockstation.domain.policy import ANY_CATEGORY, TABLES, Policy, RuleBook
from dockstation.settings.check.books import (
    ChecklistLine,
    RulesLine,
    checklists_of,
    spot_of_question,
    spot_of_rule,
)
from dockstation.settings.check.finding import Finding, Spot
from dockstation.settings.check.search import Reached, Search
from dockstation.settings.check.syntax import parse


def unreached(checklists: Sequence[ChecklistLine], rules: Sequence[RulesLine], policy: Policy) -> Iterator[Finding]:
    """Answers that no rule covers, conditions that fail, and as warnings questions and rules that nothing reaches."""
    searches = _searches(policy)
    reached = Reached()
    for found in searches.values():
        for each in found:
            each.run(reached)
    for book in policy.rule_books:
        for words in _missed(book, reached):
            for each in searches[book.id]:
                each.aim(words, reached)
    lines = {line[0].id: line for line in rules}
    yield from _gaps(reached, lines)
    yield from _failures(reached, lines, policy)
    yield from _never_asked(reached, checklists, policy)
    yield from _never_decides(reached, lines, policy)


def _searches(policy: Policy) -> Mapping[str, list[Search]]:
    numbers = _numbers(policy)
    found = {}
    for book in policy.rule_books:
        lists = checklists_of(book, policy)
        found[book.id] = [Search(each, book, _category(book, set(each.categories)), numbers) for each in lists]
    return found


def _category(book: RuleBook, served: Collection[str]) -> str:
    both = [each for each in book.categories if each in served and each != ANY_CATEGORY]
    named = both or [each for each in (*served, *book.categories) if each != ANY_CATEGORY]
    return min(named, default="")


def _conditions(policy: Policy) -> Iterator[str]:
    for checklist in policy.checklists:
        yield from (each.when for each in checklist.questions if each.when)
        yield from (each.when for each in (checklist.fast_path,) if each)
    for book in policy.rule_books:
        yield from (rule.when for table in TABLES for rule in book.tables[table] if rule.when)


def _tokens(condition: str, kind: str) -> set[str]:
    return {str(each) for each in parse(condition).scan_values(lambda each: getattr(each, "type", "") == kind)}


def _numbers(policy: Policy) -> set[float]:
    """The numbers of all conditions, and those next to them."""
    told = {each for when in set(_conditions(policy)) for each in _tokens(when, "NUMBER")}
    plain = {float(each) for each in told if each.replace(".", "").isdigit()}
    return {each + step for each in plain for step in (-1, 0, 1) if each + step >= 0}


def _missed(book: RuleBook, reached: Reached) -> Iterator[set[str]]:
    for table in TABLES:
        for rule in book.tables[table]:
            if rule.when and (book.id, table, rule.id) not in reached.decided:
                yield {each.strip("\"'") for each in _tokens(rule.when, "STRING")}


def _gaps(reached: Reached, lines: Mapping[str, RulesLine]) -> Iterator[Finding]:
    for (book, table), example in reached.gaps.items():
        spot = Spot(lines[book][0].document, (table,))
        yield Finding(spot.wrong("settings.rule_gap", {"table": table}), example=example)


def _failures(reached: Reached, lines: Mapping[str, RulesLine], policy: Policy) -> Iterator[Finding]:
    books = {each.id: each for each in policy.rule_books}
    for (book, rule), (why, example) in reached.failed.items():
        table = next((name for name in TABLES if rule in {each.id for each in books[book].tables[name]}), TABLES[0])
        spot = spot_of_rule(lines[book], table, rule)
        yield Finding(spot.wrong("settings.rule_fails", {"value": rule, "why": why}), example=example)


def _never_asked(reached: Reached, lines: Sequence[ChecklistLine], policy: Policy) -> Iterator[Finding]:
    checklists = {each.id: each for each in policy.checklists}
    spots: dict[tuple[str, int], tuple[Spot, str, bool]] = {}
    for line in lines:
        for question in checklists[line[0].id].questions:
            spot = spot_of_question(line, question.id)
            key = spot.place
            before = spots.get(key, (spot, question.id, False))[2]
            spots[key] = (spot, question.id, before or (line[0].id, question.id) in reached.asked)
    for spot, name, asked in spots.values():
        if not asked:
            at = Spot(spot.document, (*spot.path, "when"))
            yield Finding(at.wrong("settings.never_asked", {"value": name}), warning=True)


def _never_decides(reached: Reached, lines: Mapping[str, RulesLine], policy: Policy) -> Iterator[Finding]:
    spots: dict[tuple[str, int], tuple[Spot, str, bool]] = {}
    for book in policy.rule_books:
        for table in TABLES:
            for rule in (each for each in book.tables[table] if each.when):
                spot = spot_of_rule(lines[book.id], table, rule.id)
                key = spot.place
                before = spots.get(key, (spot, rule.id, False))[2]
                spots[key] = (spot, rule.id, before or (book.id, table, rule.id) in reached.decided)
    for spot, name, decides in spots.values():
        if not decides:
            yield Finding(spot.wrong("settings.never_decides", {"value": name}), warning=True)
