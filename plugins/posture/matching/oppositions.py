"""What excludes another thing of its kind, by the words of both languages: to stay and to leave, all and some, miles
and kilometres.

A line is `group | member | English | Arabic`; the field after the group's name is what two texts disagree in when the
one tells of one member and the other, in the same place, of another. Lines of one member add up. Unlike a concept of
`posture.matching.glossary`, a member says which side something is on, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from posture.matching.stems import candidates_ar, stem, without_clitics
from posture.text.folding import fold

_SHORTEST_STEM = 4  # Arabic roots have three letters: a stem that short is anybody's

MEMBERS = """
stay:polarity | stay | keep keeps kept keeping stay stays stayed staying remain remains remained remaining retain |
stay | stay | maintain |
stay | stay | continue presence |
stay | stay |  | أبقى أبقت يبقي تبقي إبقاء الإبقاء بقاء يبقى تبقى بقي سيبقى باقية باقون يظل ستظل وجود استمرار
stay | leave | withdraw withdraws withdrew withdrawn withdrawing withdrawal pull pulls pulled pullout leave leaves |
stay | leave | left |
stay | leave | depart departs departed departure exit evacuate evacuated evacuation evacuates move moves |
stay | leave | moved |
stay | leave |  | سحب سحبت يسحب تسحب ستسحب انسحاب انسحب انسحبت ينسحب تنسحب غادر غادرت يغادر تغادر مغادرة رحيل خروج
stay | leave |  | إخراج
stay | leave |  | أخلى أخلت إخلاء إجلاء أجلت يخلي تخلي نقل نقلت تنقل نقلهم
sent:polarity | sent | deploy deploys deployed deployment send sends sent sending dispatch reinforce |
sent | sent |  | نشر انتشار أرسل أرسلت ترسل إرسال دفع
sent | back | withdraw withdraws withdrew withdrawn withdrawal pull pulled bring brings brought home |
sent | back |  | سحب سحبت يسحب تسحب انسحاب أعاد أعادت إعادة
going:polarity | going | continue continues continued continuing go resume resumes resumed restart ongoing |
going | going |  | واصل يواصل تواصل سيواصلون مواصلة استمر يستمر تستمر ستستمر استمرار استأنف يستأنف تستأنف سيستأنف
going | going |  | ستستأنف استئناف عودة
going | ended | stop stops stopped halt halts halted suspend suspends suspended suspension freeze cease ceased |
going | ended | longer delay |
going | ended |  | أوقف توقف يتوقف تتوقف ستتوقف وقف علق علقت يعلق تعلق سيعلق ستعلق تعليق جمد تجميد تأجيل أجل
begun:polarity | begun | begin begins began begun beginning start starts started starting launch launched open |
begun | begun | opens opened |
begun | begun |  | بدأ بدأت يبدأ تبدأ ستبدأ بدء بداية انطلق انطلقت انطلاق افتتح فتح فتحت شرع
begun | ended | end ends ended ending finish finished conclude concludes concluded complete completed completes |
begun | ended | completion |
begun | ended |  | أنهى أنهت ينهي تنهي إنهاء انتهى انتهت ينتهي تنتهي انتهاء نهاية اختتم اختتام أكمل أكملت استكمل
begun | ended |  | منهيا
length:polarity | longer | extend extends extended extending extension prolong prolonged renew renewed expand |
length | longer | expands |
length | longer |  | مدد مددت يمدد تمدد ستمدد تمديد ممددا جدد تجديد
length | ended | end ends ended ending terminate terminated cancel cancelled repeal repeals repealed finish |
length | ended |  | أنهى أنهت ينهي تنهي إنهاء منهيا نهاية انتهاء ألغى ألغت يلغي إلغاء
size:polarity | more | expand expands expanded expanding expansion increase increases increased raise raises |
size | more | raised raising |
size | more | rise rises rose risen rising grow grew boost reinforce |
size | more |  | زاد زيادة يزيد رفع ارتفع ارتفعت يرتفع ارتفاع توسيع وسع توسع تعزيز
size | less | cut cuts cutting reduce reduces reduced reducing reduction shrink scale scaling drawdown lower |
size | less | lowered fall fell |
size | less | fallen drop dropped decrease decline trim |
size | less |  | خفض يخفض تخفيض خفضت قلص يقلص تقليص قلل تقليل انخفض انخفضت ينخفض انخفاض تراجع هبط
way:polarity | in | enter enters entered entering arrive arrives arrived | دخل دخلت يدخل تدخل دخول وصل وصلت يصل وصول
way | out | leave leaves left leaving depart departs departed exit | غادر غادرت يغادر تغادر مغادرة خرج خروج رحيل
trip:polarity | go | leave leaves left leaving depart departure |
trip | go |  | غادر غادرت يغادر تغادر مغادرة بمغادرة بالمغادرة رحيل
trip | back | return returns returned returning | عاد عادت يعود تعود عودة العودة بالعودة رجوع
let:polarity | let | allow allows allowed let permit permits permitted enable authorise authorised |
let | let |  | سمح سمحت يسمح تسمح سماح أتاح أجاز
let | bar | ban bans banned bar barred prevent prevents prevented prohibit prohibited block blocked forbid |
let | bar |  | منع منعت يمنع تمنع حظر حظرت يحظر
view:polarity | for | support supports supported supporting back backs backed welcome welcomes welcomed praise |
view | for | praises praised |
view | for | hail hailed endorse endorsed approve approved favour favor uphold upheld upholds commend thanks |
view | for |  | أيد أيدت يؤيد تؤيد تأييد دعم دعمت يدعم تدعم رحب رحبت يرحب ترحيب أشاد أشادت إشادة أثنى وافق وافقت
view | for |  | موافقة لصالح شكر
view | against | reject rejects rejected rejection oppose opposes opposed condemn condemns condemned denounce |
view | against | denounced refuse |
view | against | refused criticise criticised criticized slam slammed protest |
view | against |  | رفض رفضت يرفض ترفض رفضهم عارض عارضت يعارض معارضة
view | against |  | دان دانت أدان ندد نددت استنكر استنكرت انتقد انتقدت شجب احتجاج
true:polarity | said | confirm confirms confirmed affirm affirmed admit admitted claim claims claimed announce |
true | said | announced |
true | said |  | أكد أكدت يؤكد تأكيد تبنى تبنت أقر أقرت أعلن أعلنت
true | not | deny denies denied denial refute refuted | نفى نفت ينفي تنفي نفي نافيا
call:polarity | wanted | demand demands demanded call calls called urge urges urged ask asks asked seek |
call | wanted |  | طالب طالبت يطالب تطالب يطالبون دعا دعت يدعو تدعو حث حثت طلب طلبت تطلب
call | unwanted | reject rejects rejected refuse refuses refused oppose | رفض رفضت يرفض ترفض عارض
done:polarity | later | delay delays delayed postpone postpones postponed defer deferred |
done | later |  | أجل أجلت يؤجل تؤجل تأجيل أرجأ أرجأت إرجاء
done | done | complete completes completed finish finished carry hold held continue |
done | done |  | أكمل أكملت إكمال أتم أتمت إتمام استكمل أنجز عقد مواصلة
gave:polarity | gave | promise promises promised pledge pledged vow agree agreed grant granted |
gave | gave |  | وعد وعدت تعهد تعهدت وافق منح
gave | not | refuse refuses refused reject decline declined deny | رفض رفضت امتنع امتنعت
whole:quantity | whole | full fully complete completely total entirely | كامل كاملا كاملة بالكامل تام تاما كليا شامل
whole | part | partial partially partly limited | جزئي جزئيا جزئية محدود محدودة
share:quantity | all | all every entire | جميع كل كافة كامل
share | most | most majority | معظم غالبية أغلب أغلبية
share | half | half | نصف
share | some | some several few | بعض عدة عدد قليل جزء جزءا
share | none | none neither |
ever:wording | ever | permanent permanently lasting enduring open-ended | دائم دائما دائمة
ever | while | temporary temporarily provisional interim | مؤقت مؤقتا مؤقتة
when:day | before | before ahead prior until | قبل بحلول قبيل حتى
when | after | after beyond following | بعد عقب إثر
turn:day | last | last past previous | ماضي الماضي الماضية المنصرم السابق السابقة الفائت
turn | next | next coming upcoming | مقبل المقبل المقبلة القادم القادمة
near:place | near | near close beside outside | قرب بالقرب قريب جوار خارج
near | inside | inside within | داخل
if:polarity | if | if | إذا لو
if | unless | unless |
sort:event | local | provincial local municipal | محلي محلية المحلية بلدية محافظات
sort | national | parliamentary legislative general | نيابية برلمانية تشريعية النيابية البرلمانية التشريعية عامة
sort | presidential | presidential | رئاسية الرئاسية
why:wording | supply | logistical logistic logistics technical | لوجستي لوجستية فني فنية تقني تقنية
why | political | political | سياسي سياسية
why | economic | economic financial | اقتصادي اقتصادية مالي مالية
why | medical | health medical humanitarian | صحية طبية إنساني إنسانية
side:actor | ruling | government ruling coalition state | حكومي حكومية حاكم الحاكم حكومة
side | rival | opposition | معارض معارضة المعارض المعارضة
who:actor | soldier | soldier soldiers troops troop servicemen servicewomen serviceman personnel force forces army |
who | soldier | military member |
who | soldier | fighters marines trooper |
who | soldier |  | جندي جنود جنديا جنديين عسكريا عسكريين قوات جيش أفراد فرد عنصر عناصر مقاتل مقاتلين
who | contractor | contractor contractors | متعاقد متعاقدا متعاقدين متعاقدون
who | officer | officer officers colonel general captain lieutenant brigadier |
who | officer |  | ضابط ضابطا ضباط عقيد لواء فريق عميد رائد نقيب
who | diplomat | diplomat diplomats ambassador embassy diplomatic |
who | diplomat |  | دبلوماسي دبلوماسيا دبلوماسيين دبلوماسيون ديبلوماسي ديبلوماسيين ديبلوماسيون سفير سفارة دبلوماسية
who | trainer | trainer trainers instructor instructors | مدرب مدربا مدربين مدربون
who | adviser | adviser advisers advisor advisors advising advise | مستشار مستشارا مستشارين مستشارون مشورة
who | civilian | civilian civilians resident residents | مدني مدنيا مدنيين مدنيون أهالي سكان
who | journalist | journalist journalists reporter reporters | صحفي صحفيا صحفيين صحافي صحافيين
who | engineer | engineer engineers | مهندس مهندسا مهندسين
who | deputy | deputy deputies lawmaker lawmakers parliament legislator mp mps council |
who | deputy |  | نائب نائبا نواب النواب برلماني برلمانيا برلمان مجلس
who | vehicle | vehicle vehicles truck trucks car cars convoy |
who | vehicle |  | عربة عربات مركبة مركبات شاحنة شاحنات سيارة سيارات رتل
spot:place | runway | runway runways | مدرج مدارج
spot | depot | depot depots warehouse store stores fuel | مخزن مخازن مستودع مستودعات وقود
spot | gate | gate gates entrance | بوابة بوابات مدخل
spot | barracks | barracks housing quarters | ثكنة ثكنات سكن مهجع
spot | hangar | hangar hangars | حظيرة حظائر هنغار
spot | headquarters | headquarters | مقر مقرات قيادة
spot | hospital | hospital hospitals clinic | مستشفى مشفى
spot | airport | airport airports | مطار مطارات
far:figure | kilometre | kilometre kilometres kilometer kilometers km | كيلومتر كيلومترا كيلومترات كم
far | mile | mile miles | ميل ميلا أميال
far | metre | metre metres meter meters | متر مترا أمتار
money:figure | dollar | dollar dollars | دولار دولارا دولارات
money | euro | euro euros | يورو
money | dinar | dinar dinars | دينار دينارا دنانير
money | pound | pound pounds sterling | جنيه جنيها إسترليني
end:event | freed | free freed release released | طليق طليقا حر حرا أفرج إفراج الإفراج إطلاق
end | held | jail jailed jails prison detained detain arrested arrest |
end | held |  | سجن مسجونا سجينا اعتقل اعتقال احتجز احتجاز محتجزا موقوفا
trade:event | in | import imports imported | استيراد استورد واردات يستورد
trade | out | export exports exported | تصدير صدر صادرات يصدر
built:polarity | built | build builds built establish establishes established set construct |
built | built |  | بنى بناء أنشأ أنشأت إنشاء أقام أقامت إقامة أسس تأسيس
built | left | evacuate evacuates evacuated leave left abandon abandoned close closed dismantle destroy |
built | left |  | أخلى أخلت إخلاء غادر غادرت أغلق أغلقت إغلاق تفكيك فكك دمر تدمير
won:polarity | won | win wins won victory beat defeated | فاز فازت فوز انتصر انتصار
won | lost | lose loses lost loss defeat | خسر خسرت خسارة هزيمة
worth:wording | good | positive good | إيجابي إيجابية جيد جيدة
worth | bad | negative bad wrong mistaken | سلبي سلبية سيئ خاطئ خاطئة
worth | needed | necessary essential needed | ضروري ضرورية لازم لازمة
pace:wording | fast | faster quick quicker fast | أسرع سريع سريعا سريعة
pace | slow | slower slow slowly | أبطأ بطيء بطيئا بطيئة
span:wording | long | longer long | أطول طويل طويلة
span | short | shorter short brief | أقصر قصير قصيرة وجيز موجز
bound:figure | above | above over exceed exceeds exceeded exceeding | فوق تجاوز يتجاوز تتجاوز يفوق يزيد
bound | below | below under least | تحت دون يقل تقل أدنى
bound2:figure | more | more | أكثر أزيد يزيد يتجاوز تجاوز يفوق
bound2 | fewer | fewer less | أقل دون يقل
law:event | kept | respect respected honour honoured | احترام احترم احترمت
law | broken | violate violates violated violating violation breach breached | خرق خرقت انتهك انتهاك انتهكت بخرق
arms:event | give | hand handing surrender deliver | تسليم سلم يسلم تسلم
arms | hide | hide hiding conceal | إخفاء أخفى
vote:polarity | for | favour favor | لصالح تأييدا
vote | against | against | ضد
wide:wording | wide | wide broad large big huge | واسع واسعة كبير كبيرة عريض ضخم
wide | narrow | narrow slim small minor | ضيق ضيقة ضئيل ضئيلة صغير صغيرة
high:wording | high | high higher highest | عال عالية مرتفع مرتفعة أعلى
high | low | low lower lowest | منخفض منخفضة متدن أدنى
new:wording | new | new fresh | جديد جديدة
new | old | old ancient | قديم قديمة
joy:event | joy | celebration celebrations celebrate celebrated | احتفال احتفالات احتفل
joy | grief | mourning grief funeral | حداد عزاء تشييع
open:wording | open | public publicly open | علني علنية علنا
open | secret | secret secretly covert classified | سري سرية سرا
lawful:polarity | lawful | legal lawful | قانوني قانونية شرعي شرعية
lawful | unlawful | illegal unlawful | مخالف محظور
works:polarity | works | success successful succeeded succeed | نجاح نجح نجحت ناجح ناجحة
works | fails | failure failed fails unsuccessful | فشل فشلت فاشل إخفاق أخفق
power:wording | strong | strong powerful severe serious heavy | قوي قوية شديد شديدة خطير خطيرة بليغة
power | weak | weak slight slightly light minor | ضعيف ضعيفة طفيف طفيفة خفيفة بسيطة
peace:event | war | war | حرب
peace | peace | peace | سلام
friend:wording | friend | friend friends friendly ally allies allied | صديق صديقة حليف حليفة حلفاء
friend | enemy | enemy enemies hostile rival | عدو عدوة معاد معادية أعداء
sure:modality | sure | certain sure definitely | مؤكد حتما بالتأكيد
sure | doubt | uncertain doubtful unlikely | مستبعد مشكوك
first:wording | first | first | أول أولى الأول الأولى
first | last | last final | آخر أخير الأخير الأخيرة نهائي
rank:wording | up | promote promoted appoint appointed | تعيين عين عينت ترقية
rank | down | dismiss dismissed sack sacked fired remove | إقالة أقال أقالت عزل إعفاء
arrest:event | arrest | summon summoned invite invited | استدعى استدعت استدعاء دعوة
arrest | expel | expel expelled expulsion | طرد طردت ترحيل
"""


def _build() -> tuple[dict[str, frozenset[tuple[str, str]]], dict[str, str]]:
    found: dict[str, set[tuple[str, str]]] = {}
    fields: dict[str, str] = {}
    for line in MEMBERS.strip().splitlines():
        group, member, *words = (cell.strip() for cell in line.split("|"))
        name, _, field = group.partition(":")
        fields.setdefault(name, field)
        for word in fold(" ".join(words)).text.split():
            for form in {word, stem(word)} if word.isascii() or len(stem(word)) >= _SHORTEST_STEM else {word}:
                found.setdefault(form, set()).add((name, member))
    return {word: frozenset(members) for word, members in found.items()}, fields


_MEMBERS, _FIELDS = _build()


@lru_cache(maxsize=1 << 16)
def members_of(word: str) -> frozenset[tuple[str, str]]:
    """Group and member of what a folded word tells.

    >>> sorted(members_of("miles")), sorted(members_of("اميال"))
    ([('far', 'mile')], [('far', 'mile')])
    """
    if word.isascii():
        return _MEMBERS.get(word) or _MEMBERS.get(stem(word), frozenset())
    bare = word.removeprefix("و") if len(word) > _SHORTEST_STEM - 1 else word
    forms = dict.fromkeys(form for each in (word, bare) for form in (*candidates_ar(each), *_singular(each)))
    return next((_MEMBERS[form] for form in forms if form in _MEMBERS), frozenset())


def _singular(word: str) -> tuple[str, ...]:
    """Of an Arabic verb of many (سيبقون), that of one."""
    bare = without_clitics(word)
    return (bare[:-2], bare[:-2] + "ي") if bare.endswith(("ون", "وا")) else ()


def opposed(ours: Iterable[str], theirs: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The fields in which two stretches of folded words exclude each other, with the words that do."""
    first, second = _told(ours), _told(theirs)
    found: dict[str, tuple[str, str]] = {}
    for group in first.keys() & second.keys():
        only_first = [word for member, word in first[group].items() if member not in second[group]]
        only_second = [word for member, word in second[group].items() if member not in first[group]]
        if only_first and only_second:
            found.setdefault(_FIELDS[group], (only_first[0], only_second[0]))
    return found


def _told(words: Iterable[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for word in words:
        for group, member in members_of(word):
            found.setdefault(group, {}).setdefault(member, word)
    return found
