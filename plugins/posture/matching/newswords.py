"""The ordinary words of the news in both languages: what happened, to what, by whom, in which unit.

Each line is `concept | English | Each line is `concept | | Arabic`, as in `posture.matching.countries`. A
concept joins reports across languages, and marks its words as ordinary: what is left after them is what makes
one report unlike the others. It is no translation: two reports that share nothing but such words tell of the
same kind of thing, never yet of one event.
"""

from __future__ import annotations

# What happens. Two leads that share a place and a day but not the event tell of two events.
EVENTS = """
accuse | accuse accuses accused accusation allege alleged | اتهم اتهام اتهمت يتهم اتهامات
agree | agree agreement deal accord pact memorandum treaty | اتفاق اتفق اتفاقية اتفقت يتفق مذكرة صفقة معاهدة
announce | announce announcement unveil unveiled declare declared | أعلن إعلان أعلنت يعلن تعلن كشف كشفت
appoint | appoint appointment nominate nominated appoints | تعيين تكليف كلف ترشيح رشح
approve | approve approval endorse ratify adopt pass passed | وافق موافقة وافقت أقر أقرت إقرار صادق اعتمد مصادقة
arrest | arrest detain detained detention custody arrests | اعتقال اعتقل اعتقلت توقيف احتجاز أوقفت القبض ضبط
attack | attack assault raid target targeted hit | هجوم هجمات هاجم استهدف استهداف استهدفت اعتداء هجومان مهاجمة
ban | ban bans banned prohibit bar suspend suspension suspended | حظر منع تعليق علق علقت حظرت
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
deny | deny denied denial refute dismiss denies | نفى نفي نفت ينفي تنفي
deploy | deploy deployment redeploy reinforce reinforcement | نشر انتشار تعزيز تعزيزات إعادة_انتشار
die | die died dead death deaths perish | وفاة توفي توفيت ماتوا وفيات
discover | discover discovery unearth unearthed excavation find found | اكتشاف اكتشف عثر العثور اكتشفت تنقيب
displace | displace displaced evacuate evacuation evacuated flee | نزوح نازح إجلاء أجلت إخلاء فر
drought | drought | جفاف
earthquake | earthquake quake tremor aftershock seismic | زلزال هزة زلازل زلزالية ارتدادية
elect | election elect vote voter ballot poll polls elected voters |
elect | | انتخابات انتخاب تصويت ناخب اقتراع صوت انتخب ناخبون أصوات
expel | expel expelled expulsion deport | طرد ترحيل طردت
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
protest | | احتجاج تظاهر مظاهرة متظاهر احتجاجات تظاهرة محتجون متظاهرون
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
stop | stop halt end ended cease stopped halted | إيقاف إنهاء أوقف توقف انتهاء انتهت انتهى
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
withdraw | withdraw withdrawal pullout withdrew pull_out exit | انسحاب سحب انسحبت ينسحب سحبت انسحب
wound | wound wounded injure injured injury hurt | جرح إصابة جريح مصاب أصيب أصيبوا جرحى مصابين إصابات أصيبت
"""

# What it happens to, and what it is counted in.
THINGS = """
outcome | result results outcome | نتائج نتيجة
coast | coast coastal shore | ساحل سواحل شاطئ قبالة
contract | contract tender | عقد عقود مناقصة تعاقد
corruption | corruption bribe bribery graft embezzlement | فساد رشوة رشى اختلاس
crew | crew | طاقم
damage | damage destroy destroyed destruction | أضرار دمار تضرر تدمير دمر
delegation | delegation | وفد
democracy | democratic democracy | ديمقراطي ديمقراطية
east | east eastern | شرق شرقي شرقية
fighter | fighter | مقاتلي مقاتلين
fine | fined | غرامة غرم غرمت
general | general brigadier colonel | لواء فريق_أول عميد عقيد الفريق_الركن
guard | guard | حرس خفر حارس
helicopter | helicopter chopper | مروحية هليكوبتر
island | island | جزيرة جزر
lawyer | lawyer attorney counsel | محام محامي محاميه محامون
majority | majority | أغلبية غالبية
mandate | mandate extend extended extension | تمديد مدد مددت
market | market markets | سوق أسواق
mourning | mourning condolence condolences | حداد تعازي تعازيه عزاء
north | north northern | شمال شمالي شمالية
pilot | pilot | طيار
prisoner | prisoner captive detainee | أسير أسرى سجين سجناء
resolution | resolution decision decree order | قرار قرارات أمر
share | share stake shares shareholder | أسهم سهم حصة
siren | siren sirens | صفارات إنذار
south | south southern | جنوب جنوبي جنوبية
supply | supply shipment cargo consignment | إمدادات شحنة شحن شحنات توريد
quarter | quarter | الربع
training | training exercise drill | تدريب تدريبية مناورات تمرين
victim | victim bodies body corpse | ضحية ضحايا جثة جثث
waste | waste garbage rubbish | نفايات قمامة
west | west western | غرب غربي غربية
working_group | working_group subcommittee | مجموعات_عمل لجان_فرعية
agriculture | agriculture farm farmland farmer crop harvest | زراعة زراعية مزرعة مزارع محصول محاصيل حقول
wheat | wheat grain flour | قمح حبوب طحين دقيق
airport | airport | مطار
airline | airline carrier airways | طيران الخطوط_الجوية خطوط
award | award prize | جائزة
bank | bank central_bank lender | بنك مصرف البنك_المركزي المصرف
barrel | barrel bpd | برميل
base | base camp garrison airbase air_base | قاعدة معسكر قواعد القاعدة_الجوية
boat | boat ship vessel ferry tanker | سفينة قارب ناقلة عبارة زورق زوارق سفن
border | border frontier crossing | حدود معبر منفذ
bridge | bridge | جسر
budget | budget | موازنة ميزانية
building | building tower house home | مبنى برج عمارة_سكنية منزل منازل مبان
bus | bus coach | حافلة باص
car | car vehicle truck lorry convoy | سيارة مركبة شاحنة رتل قافلة سيارات
case | case infection | إصابة_مؤكدة
central | ministry | وزارة
champion | champion championship league cup tournament | بطولة دوري كأس بطل
child | child children | طفل أطفال
civilian | civilian | مدنيين مدنيون مدنيا
climate | climate emission carbon | مناخ انبعاثات كربون مناخية
coalition | coalition | التحالف تحالف ائتلاف
company | company firm corporation | شركة شركات
constitution | constitution constitutional | دستور دستوري
currency | dinar pound lira | دينار جنيه ليرة
dam | dam reservoir | سد خزان
day | day daily | يوم يومي أيام
degree | degree celsius temperature heat heatwave | درجة حرارة مئوية موجة_حر
disease | disease virus cholera fever measles flu | مرض فيروس كوليرا حمى حصبة إنفلونزا
dollar | dollar | دولار
drone | drone uav unmanned | مسيرة مسيرات درون طائرة_مسيرة مسيرتان
economy | economy economic gdp | اقتصاد اقتصادي
education | education teacher curriculum | تعليم معلم تربية
electricity | electricity power grid megawatt | كهرباء طاقة ميغاواط شبكة
embassy | embassy consulate ambassador | سفارة قنصلية سفير
energy | energy solar renewable nuclear reactor | شمسية متجددة نووي مفاعل نووية
euro | euro | يورو
export | export exports | تصدير صادرات
factory | factory plant manufacturing | مصنع معمل تصنيع
festival | festival | مهرجان
film | film movie cinema documentary | فيلم سينما سينمائي سينمائية وثائقي أفلام
final | final | نهائي
flight | flight plane aircraft jet airliner | طائرة رحلة طائرات مقاتلة
food | food | غذاء غذائية
aid | aid assistance humanitarian relief | مساعدة مساعدات إنسانية إغاثة
gas | gas pipeline | غاز أنبوب
goal | goal score penalty scored | هدف سجل ركلة أهداف هدفين
health | health hospital doctor medical patient clinic | صحة مستشفى طبيب طبي مريض صحي مرضى
home | homeless shelter tent | مأوى خيمة خيام
hour | hour | ساعة
import | import imports | استيراد واردات
inflation | inflation | تضخم
internet | internet online website cyber cyberattack hacker | إنترنت موقع_إلكتروني سيبراني قراصنة إلكترونية
interest | interest rate rates basis_point | فائدة الفائدة معدل
job | job unemployment worker employee labour labor | وظيفة بطالة عامل موظف عمال موظفين
kilometre | kilometre kilometer km mile | كيلومتر كم ميل
law | law bill legislation | قانون تشريع مشروع_قانون
magnitude | magnitude richter | بقوة ريختر مقياس
match | match game fixture | مباراة مواجهة
metre | metre meter | متر
military | military army soldier troop force forces troops | جيش جندي قوات عسكري جنود قوة
militia | militia faction armed militants militant gunman | فصيل ميليشيا مسلح فصائل مليشيا مسلحون مسلحين
million | million | مليون ملايين
billion | billion | مليار مليارات
gold | gold golden | ذهب ذهبية
mine | mine miner mining coal | منجم تعدين فحم
mission | mission operation | مهمة بعثة عملية
mosque | mosque church temple | مسجد كنيسة معبد
museum | museum archaeology archaeologist antiquities relic | متحف آثار الآثار
tomb | tomb grave burial | مقبرة قبر مقابر ضريح مدفن
oil | oil crude petroleum | نفط خام نفطي
output | output production produce | إنتاج
parliament | parliament lawmaker parliamentary senate congress mp |
parliament | | برلمان نائب_برلماني مجلس_النواب مجلس_الشيوخ كونغرس برلماني
party | party opposition bloc | حزب معارضة كتلة
passenger | passenger traveller traveler tourist tourism | راكب مسافر سياح سياحة ركاب مسافرين سائح
people | people person | شخص أشخاص
percent | percent percentage | بالمئة بالمائة نسبة
phase | phase stage round session | مرحلة جولة جلسة
police | police officer security policeman | شرطة أمن ضابط أمني شرطي
port | port harbour harbor | ميناء مرفأ
price | price cost | سعر أسعار كلفة
project | project plan scheme | مشروع خطة
rail | rail railway trains metro | قطار سكة سكك مترو
rain | rain rainfall snow | أمطار مطر ثلوج
record | record | قياسي
region | region province governorate | محافظة إقليم منطقة ولاية
river | river lake sea | نهر بحيرة بحر
road | road highway | طريق شارع
rocket | rocket missile katyusha ballistic | صاروخ صواريخ كاتيوشا باليستي صاروخية
satellite | satellite orbit spacecraft space lunar moon astronaut |
satellite | | قمر_صناعي مدار فضاء قمر مركبة_فضائية رائد_فضاء فضائية
school | school university student | مدرسة مدارس جامعة طالب طلاب
scientist | scientist researcher study research | عالم باحث دراسة علماء باحثون أبحاث
site | site location | موقع مواقع
stadium | stadium | ملعب
storage | warehouse depot storage | مستودع مخزن مخازن
tariff | tariff duty customs | رسوم جمركية تعريفة جمارك
tax | tax | ضريبة ضرائب
team | team club squad | فريق نادي منتخب
technology | technology artificial_intelligence ai chip smartphone | تكنولوجيا ذكاء_اصطناعي رقاقة هاتف
terror | terror terrorist terrorism islamic_state isis daesh | إرهاب إرهابي داعش تنظيم_الدولة
timetable | timetable schedule timeline deadline | جدول جدول_زمني مهلة موعد
tonne | tonne ton | طن
trade | trade commerce commercial | تجارة تجاري تجارية
swap | swap exchange exchanged | تبادل تبادلت تتبادلان
vaccine | vaccine vaccination vaccinate dose | لقاح تطعيم تلقيح جرعة
war | war conflict fighting battle clash | حرب صراع قتال معركة نزاع اشتباك اشتباكات
water | water | مياه ماء
weapon | weapon arms ammunition | سلاح أسلحة ذخيرة
woman | woman women | امرأة نساء
world | world international global | عالمي دولي عالم
year | year annual | عام سنة سنوات سنوي أعوام
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
