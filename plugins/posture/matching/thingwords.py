"""What events happen to, and what they are counted in, in both languages: read as `posture.matching.eventwords`."""

from __future__ import annotations

# What it happens to, and what it is counted in.
THINGS = """
actor | actor actress singer artist musician | ممثل ممثلة مغن مغني فنان فنانة
agriculture | agriculture farm farmland farmer crop harvest | زراعة زراعية مزرعة مزارع محصول محاصيل حقول
aid | aid assistance humanitarian relief | مساعدة مساعدات إنسانية إغاثة
airline | airline carrier airways | طيران الخطوط_الجوية خطوط
airport | airport airports | مطار مطارات
airspace | airspace skies | أجواء الأجواء ملاحة الملاحة_الجوية
ambulance | ambulance ambulances paramedic | إسعاف مسعف مسعفين
animal | animal wildlife species | حيوان حيوانات
armour | tank tanks armoured armored | مدرعة مدرعات دبابة دبابات
asset | asset assets property wealth | أملاك ممتلكات أصول ثروة
award | award prize | جائزة
bank | bank central_bank lender | بنك مصرف البنك_المركزي المصرف
barrel | barrel bpd | برميل
base | base camp garrison airbase air_base | قاعدة معسكر قواعد القاعدة_الجوية
battery | panels battery batteries cell cells | بطارية ألواح خلايا
billion | billion | مليار مليارات
board | board executive_board | مجلس_الإدارة المجلس_التنفيذي
boat | boat ship vessel ferry tanker | سفينة قارب ناقلة عبارة زورق زوارق سفن
book | book novel author writer literature | كتاب رواية كاتب كاتبة أدب روائي
border | border frontier crossing | حدود معبر منفذ
bridge | bridge | جسر
budget | budget | موازنة ميزانية
building | building tower house home | مبنى برج عمارة_سكنية منزل منازل مبان
bus | bus coach | حافلة باص
capital | capital | عاصمة
car | car vehicle truck lorry convoy | سيارة مركبة شاحنة رتل قافلة سيارات
case | case infection | إصابة_مؤكدة
central | ministry | وزارة
champion | champion championship league cup tournament | بطولة دوري كأس بطل
child | child children | طفل أطفال
chip | chip chips semiconductor semiconductors | رقائق أشباه_الموصلات
civilian | civilian | مدنيين مدنيون مدنيا
climate | climate emission carbon | مناخ انبعاثات كربون مناخية
coalition | coalition | التحالف تحالف ائتلاف
coast | coast coastal shore | ساحل سواحل شاطئ قبالة
company | company firm corporation | شركة شركات
computer | computer computing server software | حاسوب كومبيوتر برمجيات خوادم
constitution | constitution constitutional | دستور دستوري
contractor | contractor contractors | متعاقد متعاقدين متعاقدون متعاقدا
consumer | consumer customer customers competition competitor rival rivals | مستهلك زبون عملاء منافس منافسة منافسين
contract | contract tender | عقد عقود مناقصة تعاقد
corruption | corruption bribe bribery graft embezzlement | فساد رشوة رشى اختلاس
crew | crew | طاقم
crisis | crisis crises | أزمة أزمات
currency | dinar pound lira | دينار جنيه ليرة
dam | dam reservoir | سد خزان
damage | damage destroy destroyed destruction | أضرار دمار تضرر تدمير دمر
data | data statistics | بيانات إحصاءات
day | day daily | يوم يومي أيام
defendant | defendant defendants | متهم متهمين
degree | degree celsius temperature heat heatwave | درجة حرارة مئوية موجة_حر
delegation | delegation | وفد
democracy | democratic democracy | ديمقراطي ديمقراطية
digital | digital search_engine search app platform | رقمي رقمية محرك_البحث منصة تطبيق
disease | disease virus cholera fever measles flu | مرض فيروس كوليرا حمى حصبة إنفلونزا
dollar | dollar | دولار
driver | driver drivers | سائق سائقين السائقين
drone | drone uav unmanned | مسيرة مسيرات درون طائرة_مسيرة مسيرتان
east | east eastern | شرق شرقي شرقية
economy | economy economic gdp | اقتصاد اقتصادي
education | education teacher curriculum | تعليم معلم تربية
electricity | electricity power grid megawatt | كهرباء طاقة ميغاواط شبكة
embassy | embassy consulate ambassador | سفارة قنصلية سفير
emergency | emergency disaster_agency civil_protection | طوارئ الحماية_المدنية
energy | energy solar renewable nuclear reactor | شمسية متجددة نووي مفاعل نووية
engine | engine engineer engineers engineering | محرك مهندس مهندسين هندسي هندسية
enrichment | enrichment uranium centrifuge | تخصيب يورانيوم
epicentre | epicentre epicenter depth | مركز_الزلزال عمق
euro | euro | يورو
eurozone | eurozone | منطقة_اليورو
evidence | evidence proof | أدلة دليل إثبات
exchange_rate | exchange_rate | سعر_الصرف
export | export exports | تصدير صادرات
factory | factory plant manufacturing | مصنع معمل تصنيع
family | family families relatives wife widow | عائلة عائلات أسرة ذوي زوجة أرملة
fan | fan fans spectator spectators supporters | متفرج متفرجين مشجع مشجعين جمهور جماهير
festival | festival | مهرجان
fighter | fighter fighters | مقاتلي مقاتلين مقاتليه عنصر عنصرا عنصرين عناصر
film | film movie cinema documentary | فيلم سينما سينمائي سينمائية وثائقي أفلام
final | final | نهائي
fine | fine fines | غرامة غرامات
fine | fined | غرامة غرم غرمت
fish | shark fish | سمك أسماك حوت
fisherman | fishing fisherman fishermen | صيد صياد صيادين
fleet | navy naval fleet frigate destroyer | بحرية أسطول بارجة مدمرة فرقاطة
flight | flight plane aircraft jet airliner | طائرة رحلة طائرات مقاتلة
food | food | غذاء غذائية
forest | forest woodland trees tree | غابة غابات أشجار
front | front frontline | جبهة خط_التماس
g20 | g7 g20 | مجموعة_السبع مجموعة_العشرين
gas | gas pipeline | غاز أنبوب
general | general brigadier colonel | لواء فريق_أول عميد عقيد الفريق_الركن
glacier | ice glacier polar arctic | جليد قطب قطبي
goal | goal score penalty scored | هدف سجل ركلة أهداف هدفين
gold | gold golden | ذهب ذهبية
guard | guard | حرس خفر حارس
headquarters | headquarters offices | مقر مقار
health | health hospital doctor medical patient clinic | صحة مستشفى طبيب طبي مريض صحي مرضى
helicopter | helicopter chopper | مروحية هليكوبتر
history | history historic historical century ancient | تاريخ تاريخي تاريخية قرن قديم
holiday | holiday feast eid ramadan christmas easter | عيد رمضان الميلاد الفصح
home | homeless shelter tent | مأوى خيمة خيام
hour | hour | ساعة
image | image images photo photos photographs picture | صورة صور مصور
import | import imports | استيراد واردات
infant | infant baby newborn | رضيع مولود
inflation | inflation | تضخم
interest | interest rate rates basis_point | فائدة الفائدة معدل
internet | internet online website cyber cyberattack hacker | إنترنت موقع_إلكتروني سيبراني قراصنة إلكترونية
island | island | جزيرة جزر
job | job unemployment worker employee labour labor | وظيفة بطالة عامل موظف عمال موظفين
jury | jury panel | لجنة_التحكيم هيئة_المحلفين
kilometre | kilometre kilometer km mile | كيلومتر كم ميل
land | land plot hectares acres | أراضي دونم هكتار
landing | landed landing touchdown touched_down | هبط هبطت يهبط الهبوط
launcher | launcher launchers | منصة_إطلاق قاذفة
law | law bill legislation | قانون تشريع مشروع_قانون
lawyer | lawyer attorney counsel | محام محامي محاميه محامون
leg | leg first_leg second_leg semi-final semifinal | إياب ذهاب نصف_النهائي
magnitude | magnitude richter | بقوة ريختر مقياس
majority | majority | أغلبية غالبية
mandate | mandate extend extended extension | تمديد مدد مددت
marathon | marathon runner runners sprint race races racing | ماراثون عداء عداءة سباق سباقات عدائين
market | market markets | سوق أسواق
match | match game fixture | مباراة مواجهة
medal | medal medals olympic olympics | ميدالية أولمبي أولمبياد
metre | metre meter | متر
military | military army soldier troop force forces troops | جيش جندي قوات عسكري جنود قوة
militia | militia faction armed militants militant gunman | فصيل ميليشيا مسلح فصائل مليشيا مسلحون مسلحين
million | million | مليون ملايين
mine | mine miner mining coal | منجم تعدين فحم
mission | mission operation | مهمة بعثة عملية
monsoon | monsoon season | موسم موسمية
mosque | mosque church temple | مسجد كنيسة معبد
mountain | mountain mountains peak slope valley | جبل جبال وادي
mourning | mourning condolence condolences | حداد تعازي تعازيه عزاء
municipality | mayor municipality municipal | بلدية عمدة رئيس_البلدية
museum | museum archaeology archaeologist antiquities relic | متحف آثار الآثار
music | music song concert album | موسيقى أغنية ألبوم
north | north northern | شمال شمالي شمالية
nurse | nurse intensive | ممرض ممرضة
oil | oil crude petroleum | نفط خام نفطي
outcome | result results outcome | نتائج نتيجة
output | output production produce | إنتاج
parliament | parliament lawmaker parliamentary senate congress mp |
parliament | | برلمان نائب_برلماني مجلس_النواب مجلس_الشيوخ كونغرس برلماني نيابي نيابية النيابية
party | party opposition bloc | حزب معارضة كتلة
passenger | passenger traveller traveler tourist tourism | راكب مسافر سياح سياحة ركاب مسافرين سائح
people | people person | شخص أشخاص
percent | percent percentage | بالمئة بالمائة نسبة
phase | phase stage | مرحلة
round | round session | جولة جلسة جولات جلسات
pilot | pilot | طيار
poet | poet poetry | شاعر
police | police officer security policeman | شرطة أمن ضابط أمني شرطي
pollution | pollution polluted spill | تلوث تسرب
port | port harbour harbor | ميناء مرفأ
poverty | poverty poor hunger famine | فقر فقراء جوع مجاعة
price | price cost | سعر أسعار كلفة
prisoner | prisoner captive detainee | أسير أسرى سجين سجناء
probe | probe lander rover module | مسبار مركبة
programme | programme program tranche instalment | برنامج شريحة
project | project plan scheme | مشروع خطة
prosecutor | prosecution | نيابة النيابة
quarter | quarter | الربع
queen | queen | ملكة
rail | rail railway trains metro | قطار سكة سكك مترو
rain | rain rainfall snow | أمطار مطر ثلوج
record | record | قياسي
referee | referee var | حكم_المباراة
referendum | referendum | استفتاء
region | region province governorate | محافظة إقليم منطقة ولاية
reserve | reserve reserves | احتياطي احتياطيات
resolution | resolution decision decree order | قرار قرارات أمر
revenue | revenue revenues profit profits sales | إيرادات أرباح عائدات
rights | rights freedom freedoms | حقوق حرية حريات
river | river lake sea | نهر بحيرة بحر
road | road highway | طريق شارع
rocket | rocket missile katyusha ballistic | صاروخ صواريخ كاتيوشا باليستي صاروخية
runway | runway hangar | مدرج حظيرة
satellite | satellite orbit spacecraft space lunar moon astronaut |
satellite | | قمر_صناعي مدار فضاء قمر مركبة_فضائية رائد_فضاء فضائية
scandal | scandal | فضيحة
school | school university student | مدرسة مدارس جامعة طالب طلاب
scientist | scientist researcher study research | عالم باحث دراسة علماء باحثون أبحاث
share | share stake shares shareholder | أسهم سهم حصة
shell | shell shells mortar mortars | قذيفة قذائف هاون
shootout | extra_time penalties shootout | ترجيح ركلات_الترجيح
shop | shop shops mall grocery store | متجر متاجر بقالة
shopping | shopping | تسوق
siren | siren sirens | صفارات إنذار
site | site location | موقع مواقع
south | south southern | جنوب جنوبي جنوبية
stadium | stadium | ملعب
storage | warehouse depot storage | مستودع مخزن مخازن
stronghold | stronghold hideout | معقل وكر
subsidy | subsidy subsidies stimulus | إعانات حوافز
suicide | suicide bomber | انتحاري انتحارية
supply | supply shipment cargo consignment | إمدادات شحنة شحن شحنات توريد
surface | soil rock crater surface | سطح صخرة فوهة تربة
surgery | surgery transplant | جراحة زراعة_أعضاء
swap | swap exchange exchanged | تبادل تبادلت تتبادلان
tariff | tariff duty customs | رسوم جمركية تعريفة جمارك
tax | tax | ضريبة ضرائب
team | team club squad | فريق نادي منتخب
technology | technology artificial_intelligence ai chip smartphone | تكنولوجيا ذكاء_اصطناعي رقاقة هاتف
terror | terror terrorist terrorism islamic_state isis daesh | إرهاب إرهابي داعش تنظيم_الدولة
theatre | theatre theater | مسرحية
timetable | timetable schedule timeline deadline | جدول جدول_زمني مهلة موعد
tomb | tomb grave burial | مقبرة قبر مقابر ضريح مدفن
tonne | tonne ton | طن
trade | trade commerce commercial | تجارة تجاري تجارية
training | training exercise drill | تدريب تدريبية مناورات تمرين
tunnel | tunnel tunnels | نفق أنفاق
turnout | turnout ballots constituency seat seats | مقعد مقاعد نسبة_المشاركة
vaccine | vaccine vaccination vaccinate dose | لقاح تطعيم تلقيح جرعة
victim | victim bodies body corpse | ضحية ضحايا جثة جثث
village | village town suburb neighbourhood | قرية بلدة ضاحية
volcano | volcano eruption lava | بركان ثوران حمم
war | war conflict fighting battle clash | حرب صراع قتال معركة نزاع اشتباك اشتباكات
warship | aircraft_carrier | حاملة_طائرات حاملة
waste | waste garbage rubbish | نفايات قمامة
water | water | مياه ماء
weapon | weapon arms ammunition | سلاح أسلحة ذخيرة
well | well wells sewage | آبار صرف_صحي
west | west western | غرب غربي غربية
wheat | wheat grain flour | قمح حبوب طحين
woman | woman women | امرأة نساء
working_group | working_group subcommittee | مجموعات_عمل لجان_فرعية
world | world international global | عالمي دولي عالم
year | year annual | عام سنة سنوات سنوي أعوام
"""
