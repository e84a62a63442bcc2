"""Every condition of checklists and rules held against what stands around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dockstation.domain.checklist import Checklist, Question
from dockstation.domain.policy import ANY_CATEGORY, TABLES, Policy, RuleBook
from dockstation.settings.check.conditions import Fault, Scope, faults
from dockstation.settings.check.finding import Finding, Spot
from dockstation.settings.check.scopes import of_questions, of_rules
from dockstation.settings.policy.checklists import ChecklistFile
from dockstation.settings.policy.rules import RulesFile

ChecklistLine = tuple[ChecklistFile, ...]
RulesLine = tuple[RulesFile, ...]


def spot_of_question(line: ChecklistLine, question: str) -> Spot:
    """Where the question that counts is written."""
    for file in line:
        if row := file.row_of(question):
            return Spot(file.document, row)
    return Spot(line[0].document, ())


def spot_of_rule(line: RulesLine, table: str, rule: str) -> Spot:
    """Where the rule that counts is written, at its condition."""
    for file in line:
        if path := file.when_of(table, rule):
            return Spot(file.document, path)
    return Spot(line[0].document, ())


def of_checklist(line: ChecklistLine, checklist: Checklist) -> Iterator[Finding]:
    """Conditions of questions and of the fast path, and limits that nothing passes."""
    for place, question in enumerate(checklist.questions):
        spot = spot_of_question(line, question.id)
        if question.when:
            at = Spot(spot.document, (*spot.path, "when"))
            yield from _of_question(at, question.when, checklist.questions, place)
        yield from _limits(spot, question)
    fast = next((file for file in line if file.fast_path), None)
    if fast and checklist.fast_path:
        at = Spot(fast.document, ("fast_path", "when"))
        yield from _told(at, faults(checklist.fast_path.when, of_questions(checklist.questions)))


def _of_question(spot: Spot, when: str, questions: Sequence[Question], place: int) -> Iterator[Finding]:
    later = {f"answers.{each.id}" for each in questions[place:]}
    for fault in faults(when, of_questions(questions[:place])):
        named = fault.facts.get("value")
        code = "settings.later_question" if named in later else fault.code
        yield Finding(spot.wrong(code, fault.facts))


def _limits(spot: Spot, question: Question) -> Iterator[Finding]:
    measure = question.measure
    for place, limit in enumerate(measure.limits if measure else ()):
        low, high = limit.below, limit.above
        if measure and ((low is not None and low <= measure.least) or (high is not None and high >= measure.most)):
            at = Spot(spot.document, (*spot.path, "limits", place))
            yield Finding(at.wrong("settings.limit_never", {"value": f"{low if high is None else high:g}"}))


def of_rules_files(lines: Sequence[RulesLine], policy: Policy) -> Iterator[Finding]:
    """Conditions of all rules. What is inherited is wrong where one heir has not what it names.

    A word that only some heirs have is right.
    """
    told: dict[tuple[str, int, str], list[tuple[Fault, ...]]] = defaultdict(list)
    spots = {}
    books = {book.id: book for book in policy.rule_books}
    for line in lines:
        for table, rule, when, scope in _conditions(books[line[0].id], policy):
            spot = spot_of_rule(line, table, rule)
            spots[key := (*spot.place, when)] = spot
            told[key].append(faults(when, scope))
    for key, found in told.items():
        yield from _told(spots[key], [each for one in found for each in one if _counts(each, found)])


def _counts(fault: Fault, found: list[tuple[Fault, ...]]) -> bool:
    if fault.code != "settings.condition_word":
        return True
    same = (fault.facts["name"], fault.facts["value"])
    return all(any((each.facts.get("name"), each.facts.get("value")) == same for each in one) for one in found)


def _conditions(book: RuleBook, policy: Policy) -> Iterator[tuple[str, str, str, Scope]]:
    lists = checklists_of(book, policy)
    for table in TABLES:
        scope = of_rules(lists, table, policy.defects, policy.dispositions)
        yield from ((table, rule.id, rule.when, scope) for rule in book.tables[table] if rule.when)


def checklists_of(book: RuleBook, policy: Policy) -> tuple[Checklist, ...]:
    """The checklists whose answers the rules may get to see."""
    mine = set(book.categories)
    return tuple(each for each in policy.checklists if mine & _served(each, policy))


def _served(checklist: Checklist, policy: Policy) -> set[str]:
    """The categories, as rule books name them, that a checklist's goods may have."""
    named = {each for book in policy.rule_books for each in book.categories}
    others = {each for one in policy.checklists for each in one.categories if not _narrow(one)} - {ANY_CATEGORY}
    if ANY_CATEGORY in checklist.categories:
        return (named - others) | ({ANY_CATEGORY} if not _narrow(checklist) else named)
    return {each if each in named else ANY_CATEGORY for each in checklist.categories}


def _narrow(checklist: Checklist) -> bool:
    return bool(checklist.skus or checklist.return_types or checklist.least_value)


def hidden_rules(line: RulesLine, book: RuleBook) -> Iterator[Finding]:
    """Rules behind one that always holds, or with the condition of an earlier one; warnings where it is inherited."""
    for table in TABLES:
        before: dict[str, str] = {}
        for rule in book.tables[table]:
            other = before.get("") or before.get(rule.when)
            if other:
                spot, first = spot_of_rule(line, table, rule.id), spot_of_rule(line, table, other)
                error = spot.wrong("settings.rule_hidden", {"value": rule.id, "other": other})
                yield Finding(error, warning=spot.document is not first.document)
            before.setdefault(rule.when, rule.id)


def uncovered(line: ChecklistLine | RulesLine, policy: Policy) -> Iterator[Finding]:
    """Categories that have a checklist and no rules, or rules and no checklist."""
    kinds = policy.rule_books if isinstance(line[0], ChecklistFile) else policy.checklists
    known = {category for each in kinds for category in each.categories}
    code = "settings.no_rules" if isinstance(line[0], ChecklistFile) else "settings.no_checklist"
    for place, category in enumerate(line[0].categories):
        if not {category, ANY_CATEGORY} & known:
            yield Finding(Spot(line[0].document, ("categories", place)).wrong(code, {"value": category}))


def _told(spot: Spot, found: Iterable[Fault]) -> Iterator[Finding]:
    return (Finding(spot.wrong(fault.code, fault.facts), warning=_is_open(fault)) for fault in found)


def _is_open(fault: Fault) -> bool:
    """Whether it may be right all the same: flags are the server's, which may have others."""
    return fault.code == "settings.condition_word" and str(fault.facts["name"]).endswith(".flags")
