"""What happens in the news, and who acts by office, in both languages.

Each line is `concept | English | Arabic`, as in `posture.matching.countries`. A concept joins reports across
languages, and marks its words as ordinary: what is left after them is what makes one report unlike the others. It
is no translation: two reports that share nothing but such words tell of the same kind of thing, never yet of one
event.
"""

from __future__ import annotations

# What happens. Two leads that share a place and a day but not the event tell of two events.
EVENTS = """
accuse | accuse accuses accused accusation allege alleged | اتهم اتهام اتهمت يتهم اتهامات
agree | agree agreement deal accord pact memorandum treaty |
agree | | اتفاق اتفق اتفاقية اتفقت يتفق تتفق تتفقان يتفقان اتفقا اتفقتا مذكرة صفقة معاهدة
announce | announce announcement unveil unveiled declare declared | أعلن إعلان أعلنت يعلن تعلن كشف كشفت
appoint | appoint appointment nominate nominated appoints | تعيين تكليف كلف ترشيح رشح
approve | approve approval endorse ratify adopt pass passed | وافق موافقة وافقت أقر أقرت إقرار صادق اعتمد مصادقة
arrest | arrest detain detained detention custody arrests | اعتقال اعتقل اعتقلت توقيف احتجاز أوقفت القبض ضبط
attack | attack assault raid target targeted hit | هجوم هجمات هاجم استهدف استهداف استهدفت اعتداء هجومان مهاجمة
ban | ban bans banned prohibit bar | حظر منع حظرت
bomb | bomb bombing explosive explosion blast blew explode detonate device |
bomb | | انفجار تفجير قنبلة عبوة انفجرت انفجارات ناسفة
build | build construct construction | بناء إنشاء تشييد بنى
cancel | cancel cancelled canceled scrap | إلغاء ألغى ألغت
ceasefire | ceasefire truce cease-fire | هدنة وقف_إطلاق
close | close closure shut closed shutdown | إغلاق أغلق أغلقت مغلق
collapse | collapse collapsed | انهيار انهار انهارت
collide | collision collide collided crash crashed derail derailed derailment accident |
collide | | تصادم اصطدام حادث تحطم تحطمت اصطدم حوادث
cut | cut reduce reduction slash lower decrease drawdown cuts reduced | خفض تخفيض تقليص تقليل قلص خفضت يخفض
deny | deny denied denial refute dismiss denies denying baseless unfounded untrue groundless |
deny | | نفى نفت نفي ينفي تنفي نافيا نافية لا_أساس عار_عن عارية_عن مفبرك
deploy | deploy deployment redeploy reinforce reinforcement | نشر انتشار تعزيز تعزيزات إعادة_انتشار
die | die died dead death deaths perish | وفاة توفي توفيت ماتوا وفيات
discover | discover discovery unearth unearthed excavation | اكتشاف اكتشف عثر العثور اكتشفت تنقيب
displace | displace displaced evacuate evacuation evacuated flee | نزوح نازح إجلاء أجلت إخلاء فر
drought | drought | جفاف
earthquake | earthquake quake tremor aftershock seismic | زلزال هزة زلازل زلزالية ارتدادية
elect | election elect vote voter ballot poll polls elected voters |
elect | | انتخابات انتخاب تصويت ناخب اقتراع صوت انتخب ناخبون أصوات يصوت تصوت صوتت
expel | expel expelled expulsion deport oust evict | طرد ترحيل طردت إخراج أخرج
fire | fire blaze wildfire burn burned inferno | حريق حرائق النيران اندلع احترق
flood | flood flooding floods inundate | فيضان فيضانات سيول غمرت
grow | grow growth expand expansion | نمو نما توسع
hold | unchanged maintain maintained steady keep keeps kept | تثبيت ثبت أبقى أبقت تبقي إبقاء الإبقاء دون_تغيير
inaugurate | inaugurate open opened opening inauguration | افتتاح افتتح افتتحت دشن تدشين
inspect | inspect inspection investigate investigation probe inquiry | تحقيق تفتيش تحقق يحقق
intercept | intercept shot_down downed intercepted | إسقاط أسقط اعتراض أسقطت إسقاطها
invest | invest investment | استثمار استثمارات
join | join joined accession | انضمام انضم
kidnap | kidnap abduct kidnapped abducted hostage | خطف اختطاف مختطف رهينة رهائن
kill | kill killed slain casualty fatality toll kills | قتل مقتل قتيل قتلى مصرع قتلت حصيلة
launch | launch launched liftoff | إطلاق أطلق أطلقت انطلاق
leave | leave depart departure left | غادر مغادرة غادرت رحيل
lose | lose lost loss defeat defeated | خسر خسارة هزيمة خسائر هزم
meet | meet meeting met summit hold conference | اجتماع لقاء التقى اجتمع قمة مؤتمر اجتماعات عقد
merge | merge merger acquire acquisition takeover | استحواذ اندماج دمج
migrate | migrant refugee asylum | مهاجر لاجئ لجوء مهاجرون لاجئون
outage | outage blackout | انقطاع
outbreak | outbreak epidemic | تفشي وباء
postpone | postpone delay defer adjourn postponed delayed | تأجيل أجل أجلت إرجاء أرجأ أرجأت يؤجل تؤجل
protest | protest demonstrate demonstration rally protester protesters |
protest | | احتجاج تظاهر مظاهرة متظاهر احتجاجات تظاهرة محتجون متظاهرون اعتراضا
raise | raise rise increase hike climb surge jump rose raised | ارتفاع رفع زيادة ارتفع صعود زاد ارتفعت رفعت
reject | reject refuse rejected refusal | رفض رفضت يرفض
release | release free freed released | إفراج أفرج الإفراج أطلق_سراح
rescue | rescue rescuer rescued rescuers save | إنقاذ أنقذ منقذ أنقذت
resign | resign resignation step_down quit | استقالة استقال تنحي
resume | resume restart resumed reopen | استئناف استأنف استأنفت
sanction | sanction sanctions | عقوبات عقوبة
say | say said tell told | قال قالت صرح تصريح ذكر ذكرت أفاد أفادت أوضح أوضحت أضاف أضافت أكد أكدت يقول
sell | sell sale sold | بيع باع مبيعات
sentence | sentence jail prison convict conviction sentenced jailed imprison | سجن حكم حكمت إدانة محكوم سجنا
sign | sign signed signing | توقيع وقع وقعت
sink | sink sank capsize sunk capsized | غرق غرقت انقلاب انقلب
start | start begin began started commence kick_off | بدء بدأ بدأت انطلقت انطلق يبدأ
stop | stop halt end ended cease stopped halted halting suspend suspension suspended suspends freeze frozen |
stop | | إيقاف إنهاء أوقف توقف انتهاء انتهت انتهى تعليق علق علقت يعلق تجميد جمد جمدت يوقف توقفت أنهى أنهت ينهي تنهي
storm | storm cyclone hurricane typhoon tornado | عاصفة إعصار عواصف
strike | strike airstrike strikes bombardment shelling | ضربة غارة قصف ضربات غارات
talks | talks negotiation negotiate dialogue discussion discuss consultation negotiations |
talks | | محادثات مفاوضات حوار مباحثات بحث ناقش مناقشات تفاوض
threaten | threaten threat threatened | تهديد هدد تهديدات
rule | ruling ruled verdict | حكم_قضائي قضت
trial | trial court judge tribunal lawsuit prosecutor | محكمة محاكمة قاض قضاء قاضي النيابة ادعاء
visit | visit trip arrive arrival arrived | زيارة زار وصل وصول وصلت يزور
warn | warn warning warned alert | تحذير حذر حذرت إنذار
win | win won victory beat victorious triumph | فاز فوز انتصار تغلب فازت يفوز
withdraw | withdraw withdrawal pullout withdrew pull_out pull pulls pulled exit |
withdraw | | انسحاب سحب انسحبت ينسحب سحبت انسحب يسحب تسحب تنسحب
wound | wound wounded injure injured injury hurt | جرح إصابة جريح مصاب أصيب أصيبوا جرحى مصابين إصابات أصيبت
"""

# Who speaks or acts, by office: the least telling of all.
ROLES = """
federal | federal | اتحادي اتحادية الاتحادية فيدرالي فيدرالية
supreme | supreme | عليا العليا الأعلى
adviser | adviser advisor trainer | مستشار مدرب مستشارين
authority | authority authorities official government cabinet administration |
authority | | سلطة حكومة مسؤول إدارة سلطات حكومي حكومية مسؤولون
chief | chief head director leader chairman commander command | رئيس_أركان قائد مدير زعيم قيادة
coach | coach manager striker captain player | مدرب_فريق لاعب مهاجم
commission | commission committee agency authority council | لجنة هيئة وكالة مجلس مفوضية
defence | defence defense pentagon | دفاع بنتاغون البنتاغون
foreign | foreign diplomat diplomatic diplomacy | خارجية دبلوماسي أجنبي دبلوماسية أجنبية
interior | interior civil_defence civil_defense | داخلية الدفاع_المدني دفاع_مدني
king | king prince emir sultan royal | ملك سلطان ملكي ملكية العاهل ولي_العهد
minister | minister | وزير وزيرة وزراء
president | president presidential presidency | رئيس رئاسة رئاسي
prime_minister | prime_minister premier pm chancellor | رئيس_الوزراء رئيس_الحكومة المستشار_الألماني رئيسة_الوزراء
secretary | secretary undersecretary | أمين_عام وكيل الأمين
source | source sources | مصدر مصادر
spokesman | spokesman spokesperson spokeswoman | متحدث ناطق المتحدث
statement | statement press reporter press_conference interview | بيان صحفي صحافة صحفيين صحافيين مؤتمر_صحفي
"""
