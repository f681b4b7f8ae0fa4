"""Words of the news that exclude each other: where one stands for the other, the text says something else."""

from __future__ import annotations

from posture.text.folding import fold

_OPPOSITES = """
agree reject
agree dispute
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
bomb drone
bomb rocket
hold withdraw
hold leave
join withdraw
mandate stop
presence leave
sign cancel
sign reject
sign withdraw
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
actor | police military militia civilian contractor adviser protest passenger prisoner pilot driver
actor | company university
actor | child woman
place | airport base embassy port
"""

# Ordinary words of which only one holds; the field is what the texts then disagree in.
_ORDINARY = """
place | north northern northwards شمال شمالي شماليه الشمال الشمالي الشماليه
place | south southern southwards جنوب جنوبي جنوبيه الجنوب الجنوبي الجنوبيه
place | east eastern eastwards شرق شرقي شرقيه الشرق الشرقي الشرقيه
place | west western westwards غرب غربي غربيه الغرب الغربي الغربيه
place | northwest northwestern
place | northeast northeastern
place | southwest southwestern
place | southeast southeastern
day | yesterday امس
day | today اليوم
day | tomorrow غدا
day | last past previous الماضي الماضيه المنصرم
day | next coming following المقبل المقبله القادم القادمه
day | before قبل قبيل
day | after بعد عقب
quantity | all every كل جميع كافه
quantity | half نصف
quantity | most معظم غالبيه
quantity | some several بعض عدد عده
quantity | none neither
place | near beside close قرب قريب قريبه بالقرب بجوار
place | inside within داخل
place | outside خارج
day | hour hours ساعه ساعات ساعتين
day | day days يوم ايام يومين
day | week weeks اسبوع اسابيع اسبوعين
day | month months شهر اشهر شهور شهرين
day | year years سنه سنوات عام اعوام عامين سنتين
figure | mile miles ميل اميال
figure | kilometre kilometres kilometer kilometers km كيلومتر كيلومترا كيلومترات كم
figure | metre metres meter meters متر مترا امتار
figure | dollar dollars دولار دولارا دولارات
figure | dinar dinars دينار دينارا دنانير
figure | euro euros يورو
figure | pound pounds جنيه جنيها جنيهات
figure | riyal riyals ريال ريالا
polarity | if
polarity | unless
polarity | with
polarity | without
polarity | against ضد
polarity | لصالح
event | local provincial municipal محلي محليه المحليه
event | parliamentary legislative برلماني برلمانيه نيابي نيابيه تشريعي تشريعيه النيابيه البرلمانيه التشريعيه
event | presidential رئاسي رئاسيه الرئاسيه
stance | friendly loyal allied pro مقرب مقربه المقربه موالي مواليه المواليه
stance | opposed hostile anti معارض معارضه المعارضه مناهض مناهضه المناهضه معادي معاديه
"""
# Events and people of which one report leads with the one, another with the other, though both saw the same.
_BOTH_SEEN = """
kill rescue wound arrest kidnap
goal penalty
child woman
police military militia civilian contractor adviser protest passenger prisoner pilot driver
start stop
hold cut
hold raise
bomb drone
bomb rocket
storm flood rain fire
win lose
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


_ORDINARY_OF = {
    fold(word).text: (number, line.partition("|")[0].strip())
    for number, line in enumerate(_ORDINARY.strip().splitlines())
    for word in line.partition("|")[2].split()
}
_SEEN_TOGETHER = tuple(frozenset(line.split()) for line in _BOTH_SEEN.strip().splitlines())


def ordinary_contrast(one: str, other: str) -> str | None:
    """The field in which two folded words, neither a name, exclude each other: north and south, today and tomorrow."""
    ours, theirs = _ORDINARY_OF.get(_bare(one)), _ORDINARY_OF.get(_bare(other))
    return ours[1] if ours and theirs and ours[1] == theirs[1] and ours[0] != theirs[0] else None


def ordinary_group(word: str) -> str:
    """The field of which a folded word tells one side, "" when of none."""
    return _ORDINARY_OF.get(_bare(word), (0, ""))[1]


def _bare(word: str) -> str:
    if word in _ORDINARY_OF:
        return word
    return next(
        (word.removeprefix(each) for each in ("و", "ب", "ل", "ف") if word.removeprefix(each) in _ORDINARY_OF), ""
    )


def tells_events_apart(one: str, other: str) -> bool:
    """Whether one event cannot be told with the one as well as with the other: a flood has both killed and rescued."""
    return not may_be_told_together(one, other) and (contrast(one, other) is not None or are_opposites(one, other))


def may_be_told_together(one: str, other: str) -> bool:
    """Whether one event may have both, of which one report leads with the one, another with the other."""
    return any(one in seen and other in seen for seen in _SEEN_TOGETHER)


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
