"""Words of the news that exclude each other: where one stands for the other, the text says something else."""

from __future__ import annotations

_OPPOSITES = """
agree reject
announce deny
approve ban
approve reject
arrest release
arrive leave
ban release
deploy withdraw
grow cut
inaugurate close
hold cut
hold raise
join withdraw
raise cut
resume ban
resume cancel
resume stop
say deny
start cancel
start stop
visit leave
win lose
"""
# Of one group only one is meant; the field is what the texts then disagree in.
_GROUPS = """
event | rocket drone bomb mine
event | kill wound arrest kidnap rescue
event | earthquake flood storm fire drought
event | export import
event | oil gas
event | euro dollar
event | withdraw visit
event | appoint resign
event | agree threaten
event | goal penalty
actor | president prime_minister king minister
actor | foreign defence interior
actor | police military militia civilian adviser
actor | company university
actor | child woman
place | airport base embassy port
"""

# Events that reporters name in one way or the other; any other change of event is a change of what happened.
_KIN = """
agree sign approve
attack strike bomb kill
cut withdraw leave
die kill
grow raise
meet talks visit
ban cancel stop
say announce warn accuse
start launch resume inaugurate
fire bomb
storm flood rain
collide sink
arrest sentence
threaten warn
"""

_KINS = tuple(frozenset(line.split()) for line in _KIN.strip().splitlines())
_PAIRS = frozenset(frozenset(line.split()) for line in _OPPOSITES.strip().splitlines())
_GROUP_OF: dict[str, list[tuple[int, str]]] = {}
for _number, _line in enumerate(_GROUPS.strip().splitlines()):
    _field, _members = _line.split("|")
    for _member in _members.split():
        _GROUP_OF.setdefault(_member, []).append((_number, _field.strip()))


def are_opposites(one: str, other: str) -> bool:
    """Whether two concepts turn a statement round: approval and rejection, rise and fall."""
    return frozenset((one, other)) in _PAIRS


def contrast(one: str, other: str) -> str | None:
    """The field in which two concepts exclude each other (rocket and drone: the event), None when they may go
    together.
    """
    if one == other:
        return None
    for group, field in _GROUP_OF.get(one, ()):
        if (group, field) in _GROUP_OF.get(other, ()):
            return field
    return None


def are_kin(one: str, other: str) -> bool:
    """Whether two events may be one in other words: an attack and a strike."""
    return one == other or any(one in kin and other in kin for kin in _KINS)
