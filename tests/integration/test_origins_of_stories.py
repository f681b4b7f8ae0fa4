"""How many stand behind a story: analysts read the same counts as the pure code gives."""

from __future__ import annotations

from datetime import timedelta

from posture.adapters.world import open_world
from posture.steps import understand
from tests.stored import NOW, Archive

AR = """مقتل تسعة وإصابة 31 في خروج قطار عن القضبان قرب أسيوط
قتل تسعة أشخاص وأصيب 31 آخرون، السبت، عندما خرج قطار ركاب عن القضبان قرب أسيوط جنوبي مصر.
وقالت هيئة السكك الحديدية إن القطار رقم 160 كان متجها من القاهرة إلى الأقصر عندما خرجت ثلاث عربات عن مسارها.
وأمر وزير النقل كامل الوزير بفتح تحقيق وصرف تعويضات لأسر الضحايا."""
EN = """Nine killed, 31 injured as train derails near Assiut
Nine people were killed and 31 others injured on Saturday when a passenger train derailed near Assiut in southern Egypt.
The railway authority said train number 160 was heading from Cairo to Luxor when three carriages left their track.
Transport Minister Kamel al-Wazir ordered an investigation and compensation for the families of the victims."""
OWN = """شهود يروون لحظات الرعب في قطار أسيوط
روى ناجون من حادث قطار أسيوط، السبت، كيف انقلبت العربات في ثوان، فيما ارتفعت حصيلة القتلى إلى تسعة و31 مصابا.
وقال محمود عبد العال، أحد ركاب القطار رقم 160، إن السائق كان يقود بسرعة كبيرة قبل خروجه عن القضبان."""


def told(archive: Archive) -> dict:
    with open_world(database_url=archive.url, now=NOW, run="origins") as world:
        understand.match(world)
        understand.group(world)
    (story,) = archive.rows("select * from analyst.story")
    return story


def counts(story: dict) -> tuple[int, int, int, int]:
    return story["origins"], story["outlets"], story["families"], story["languages"]


def test_copies_and_a_translation_are_one_origin_however_many_outlets_print_them(database_url: str) -> None:
    archive = Archive(database_url)
    archive.outlet("paper_ar", family="paper")
    archive.outlet("paper_en", family="paper")
    for number, outlet in enumerate(("wire", "paper_ar", "b", "c", "d")):
        archive.keep(outlet, AR, at=NOW + timedelta(minutes=number), names=["egypt"])
    archive.keep("paper_en", EN, language="en", at=NOW + timedelta(hours=1), names=["egypt"])
    story = told(archive)
    assert counts(story) == (1, 6, 5, 2)
    assert story["origin_names"] == ["family wire"]


def test_a_reporter_of_ones_own_is_a_second_origin(database_url: str) -> None:
    archive = Archive(database_url)
    archive.keep("a", AR, names=["egypt"])
    archive.keep("b", OWN, at=NOW + timedelta(hours=2), names=["egypt"])
    assert counts(told(archive)) == (2, 2, 2, 1)


def test_two_rewritings_of_one_agency_are_one_origin(database_url: str) -> None:
    archive = Archive(database_url)
    archive.keep("a", AR, agency="afp", names=["egypt"])
    archive.keep("b", OWN, agency="afp", at=NOW + timedelta(hours=2), names=["egypt"])
    story = told(archive)
    assert counts(story) == (1, 2, 2, 1)
    assert story["origin_names"] == ["agency afp"]


def test_outlets_of_one_owner_do_not_confirm_each_other(database_url: str) -> None:
    archive = Archive(database_url)
    archive.outlet("a", family="group")
    archive.outlet("b", family="group")
    archive.keep("a", AR, names=["egypt"])
    archive.keep("b", OWN, at=NOW + timedelta(hours=2), names=["egypt"])
    assert counts(told(archive)) == (1, 2, 1, 1)


def test_a_report_that_has_all_its_claims_from_an_agency_is_no_origin_of_its_own(database_url: str) -> None:
    archive = Archive(database_url)
    archive.keep("a", AR, agency="afp", names=["egypt"])
    cited = archive.keep("b", OWN, at=NOW + timedelta(hours=2), names=["egypt"])
    archive.claim(cited, via="afp")
    story = told(archive)
    assert counts(story) == (1, 2, 2, 1)
    archive.claim(cited, via=None)
    archive.rows("delete from posture.story_origin")
    assert counts(told(archive)) == (2, 2, 2, 1)


def test_articles_of_the_seed_corpus_add_neither_outlet_nor_origin(database_url: str) -> None:
    archive = Archive(database_url)
    archive.outlet("seeds", role="corpus")
    archive.keep("seeds", AR, names=["egypt"])
    assert counts(told(archive)) == (1, 1, 1, 1)
    archive.keep("b", OWN, at=NOW + timedelta(hours=2), names=["egypt"])
    story = told(archive)
    assert counts(story) == (1, 1, 1, 1)
    assert story["origin_names"] == []
    assert story["outlet_ids"] == ["b"]


def test_a_later_report_is_led_back_too(database_url: str) -> None:
    archive = Archive(database_url)
    archive.keep("a", AR, names=["egypt"])
    assert counts(told(archive)) == (1, 1, 1, 1)
    archive.keep("b", AR, at=NOW + timedelta(hours=1), names=["egypt"])
    archive.keep("c", OWN, at=NOW + timedelta(hours=2), names=["egypt"])
    assert counts(told(archive)) == (2, 3, 3, 1)
