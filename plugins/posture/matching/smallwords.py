"""Small closed classes of words in both languages: denials, modals, days, months, hours, ordinals, and words that
any text has.
"""

from __future__ import annotations

# Words that turn a statement round.
DENIALS_AR = """
لم لن لا لما ليس ليست ليسوا نفى نفت ينفي تنفي نفي نافيا نافية كذب كذبت تكذيب أنكر أنكرت فند فندت دحض عدم غير دون بلا
ما رفض رفضت يرفض ترفض رفضها رفضه أبى أبت امتنع امتنعت يمتنع تمتنع
"""
DENIALS_EN = """
not no never deny denied denies denying denial refute refuted refutes dismissed false untrue without neither nor
cannot didn't don't doesn't won't isn't wasn't aren't weren't hasn't haven't hadn't wouldn't can't couldn't shouldn't
nobody nothing none refuse refuses refused refusing refusal reject rejects rejected rejecting rejection
"""

# How sure, how wanted: of what will be, may be, must be, or is asked for. One stands for another of its line alone.
MODALS = """
will | will would shall won't wouldn't plans planned planning intends
will | سوف يعتزم تعتزم ينوي تنوي يخطط تخطط
may | may might could considering expected likely possibly perhaps
may | منتظر مرتقب قد ربما تدرس يدرس يتوقع متوقع مرجح محتمل يمكن
must | must should ought shouldn't mustn't
must | يجب ينبغي
ask | proposed urged demanded called
ask | يطالب طالب طالبت يدعو دعا دعت
"""

WEEKDAYS = """
saturday | saturday sat | السبت
sunday | sunday sun | الأحد
monday | monday mon | الاثنين الإثنين
tuesday | tuesday tue tues | الثلاثاء
wednesday | wednesday wed | الأربعاء
thursday | thursday thu thurs | الخميس
friday | friday fri | الجمعة
"""

MONTHS = """
january | january jan | يناير كانون_الثاني جانفي
february | february feb | فبراير شباط فيفري
march | march mar | مارس آذار
april | april apr | أبريل إبريل نيسان أفريل
may | may | مايو أيار ماي
june | june jun | يونيو حزيران جوان يونيه
july | july jul | يوليو تموز جويلية يوليه
august | august aug | أغسطس آب أوت غشت
september | september sep sept | سبتمبر أيلول شتنبر
october | october oct | أكتوبر تشرين_الأول
november | november nov | نوفمبر تشرين_الثاني نونبر
december | december dec | ديسمبر كانون_الأول دجنبر
"""

HOURS = """
dawn | dawn | فجر فجرا فجرًا
morning | morning | صباح صباحا
noon | noon midday | ظهر ظهرا
afternoon | afternoon | عصر عصرا بعد_الظهر
evening | evening | مساء مساءا
night | night overnight midnight | ليل ليلا ليلة منتصف_الليل
"""

# Words that any text has, in their stems.
COMMON_AR = """
قائلا قائلة معتبرا معتبرة مؤكدا مؤكدة مشيرا مشيرة موضحا موضحة مضيفا مضيفة لافتا لافتة مبينا مبينة منددا منددة
متهما متهمة مطالبا مطالبة محذرا محذرة مشددا مشددة داعيا داعية نافيا نافية معلنا معلنة مرجحا مرجحة زاعما
كاشفا كاشفة متوقعا متوقعة
في من على إلى عن أن إن التي الذي الذين هذا هذه ذلك تلك كان كانت يكون تكون ما لا لم لن قد بعد قبل مع بين كما حول
خلال منذ حتى عند لدى ضد نحو حوالي قرابة زهاء أكثر أقل كل بعض أي أو ثم بل لكن غير سوى فقط أيضا إذ إذا حيث بينما
فيما مما عندما وفق وفقا بحسب حسب نقلا جاء جرى يجري تم يتم سيتم هو هي هم نحن أنه أنها إنه إنها به بها له لها فيه
فيها منه منها عليه عليها لهم بهم أحد إحدى عدة عدد كبير كبيرة جديد جديدة الآن اليوم أمس غدا أول آخر أخرى اخرى
مساء صباح فجر خلال ضمن داخل خارج فوق تحت أمام وراء عبر بسبب نتيجة بشأن بشكل بهدف إطار ظل وقت فترة مدة الجاري
الماضي المقبل القادم الحالي السابق سابق حالي مقبل ماض ماضية مقبلة جانب جانبه جهة جهته أمر أمور وأن وإن كون عليها
وكان وكانت مثل مدى شأن يعد تعد استمر مستمر لأن بأن كي لكي لقد إياه نفسه نفس مرة مرات أمكن يمكن ممكن عام العام
خبر أخبار الأخبار شهر أشهر شهور أسبوع أسابيع دول دولة بلد البلاد
العامة خاص خاصة رسمي رسمية محلي محلية مختلف جميع معظم كافة عدم وجود
"""
COMMON_EN = """
the of to in and a that for on with is was by at from has have had as will its are were be been an it he she
they we i you his her their our your this these those which who whom whose what when where why how after before
during since until between among against about around over under above below into onto out up down off again
further then once here there all any both each few more most other some such only own same so than too very can
could may might must shall should would do does did doing but or nor if because while although though also just
still yet even however according per via amid near new old last next first one two three former latest recent
recently late early later earlier soon now today yesterday tomorrow week month year time people part number
group area place including included include made make makes take took taken give given get got go went gone come
came set put use used using call called several many much another part following followed added add adding
expected expect need needed want wanted like likely among least almost nearly some than them him us well back
long high large major big small said says saying told tells according reported report reports reporting
statement spokesman spokesperson added noted news
"""
