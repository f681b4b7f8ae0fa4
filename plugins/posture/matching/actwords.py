"""What the news says people do besides the event itself, in both languages: back, urge, seize, reach, stay.

Each line is `concept | English | Arabic`, as in `posture.matching.eventwords`. Two reporters who saw one thing choose
other words for it ("vowed", "promised"): one concept for them is what lets their reports meet. An act never stands
for what happened, so that another act in its place is no change of fact.
"""

from __future__ import annotations

ACTS = """
abroad | abroad overseas | بالخارج
absence | absence absent lack | غياب غاب غابت تغيب افتقار
accept | accept accepts accepted acceptance | قبول يقبل تقبل
achieve | achieve achieved achievement success succeed | إنجاز أنجز حقق حققت يحقق نجاح نجح نجحت
acquit | acquit acquitted acquittal innocent | تبرئة براءة برأ برأت
add | additional extra | إضافي إضافية
advance | progress advance advanced headway | تقدم تقدما
aim | aim aims aimed seek seeks sought | سعى سعت يسعى تسعى يهدف تهدف بهدف
alive | alive survivor survive survived | ناجين ناج نجاة نجا نجت أحياء الناجين ناجون
allow | allow allows permit permitted let enable | سمح سمحت يسمح تسمح سماح يتيح تتيح أتاح
ally | ally allies allied | حليف حلفاء حلفائها متحالفة
apologise | apologise apologize apology | اعتذار اعتذر اعتذرت
appeal | appeal appealed appeals | استئناف_الحكم طعن يطعن سيطعن الطعن
ask | request requested ask asks asked petition | طلب طلبت يطلب تطلب طالب طالبت يطالب تطالب مطالبة مطالب
assess | assess assessed assessment evaluate evaluation review reviewed | تقييم تقويم مراجعة راجع تقدير
bail | bail | كفالة
become | becomes become became | أصبح أصبحت تصبح صار بات باتت
believe | believe believed think thinks consider | اعتقاد يعتقد اعتبر اعتبرت يرى ترى يعتبر
benefit | benefit benefits advantage | منفعة استفاد استفادة
blame | blame blamed blames | لوم
block | block blocked blockade siege besieged | حصار محاصر محاصرة حاصر عرقلة
borrow | borrow borrowing lend lending loan loans credit | قرض قروض إقراض اقتراض
breach | breach breached violate violated violation | انتهاك خرق خرقت انتهكت خالف خالفت مخالفة
bring | bring brings brought | جلب أحضر
bury | bury buried | طمر دفن مطمور
buy | buy buys bought purchase purchased purchases | شراء اشترى اشترت يشتري تشتري مشتريات
call | phone telephone phoned | هاتفي اتصال هاتفيا
campaign | campaign | حملة
care | treat treated treatment intensive_care | علاج معالجة يعالج العناية
carry | carry carries carrying carried transport transported | نقل نقلت ينقل حمل حملت يحمل تحمل تقل يقل
catch | caught capture captured | أسر أسرت
cause | cause causes caused causing leave_behind | أوقع يوقع أوقعت توقع أسفر أسفرت يسفر أدى أدت يؤدي تسبب تسببت خلف خلفت
celebrate | celebrate celebrated celebration ceremony | احتفال احتفل حفل مراسم احتفالية
change | change changes changed alter shift | تغيير تغير يغير تغيرت تحول تحويل
chase | chase pursue hunt pursuit manhunt | ملاحقة يلاحق مطاردة لاحق بملاحقة
choose | choose chose chosen select selected pick picked | اختيار اختار اختارت يختار
clear | clear cleared | واضح وضوح وضوحا
combat | fight fights fighting combat combating | مكافحة محاربة قتالية قتالي
commit | commit committed commitment pledge pledged promise promised vow vows vowed |
commit | | تعهد تعهدت يتعهد تتعهد التزام وعد وعدت توعد توعدت يتوعد
compensation | compensation compensate damages | تعويض تعويضات
complete | complete completed completes completion finish finished conclude concluded wrap |
complete | | اكتمال إتمام أتم استكمال اكتمل اكتملت ينجز اختتام اختتم ختام ختامية استكملت
condemn | condemn condemned condemns condemnation denounce denounced | دان ندد نددت تنديد استنكر استنكار
confirm | confirm confirmed confirms |
confiscate | confiscate confiscated confiscation seize seized seizure | صودر استولى استولت حجز
continue | continue continues continued continuing ongoing go_on |
continue | | استمرار استمر تواصل يتواصل مواصلة يواصل تواصلت واصل واصلت تستمر يستمر متواصل
control | control controls controlled extinguish extinguished douse put_out | سيطرة سيطر سيطرت إخماد أخمد أخمدت
cooperate | cooperate cooperation partnership partner partners | تعاون شراكة شريك شركاء
coordinate | coordinate coordination coordinated | تنسيق بالتنسيق نسق
count | tally count counted total totalled | إحصاء أحصى أحصت حصى
crime | crime criminal outlaws outlaw | جريمة جنائية جنائي مجرم
crowd | crowd crowds packed | حشد حشود
danger | danger dangerous risk risks risky | خطر خطير خطورة مخاطر
debate | debate debates controversy controversial | جدل نقاش سجال
debt | debt debts bond bonds | ديون سندات سداد
decide | decide decides decided | قرر قررت يقرر تقرر
decline | decline declined drop dropped fall fell falls plunge slump slide |
decline | | تراجع تراجعت هبوط هبط هبطت نزل انخفاض انخفض انخفضت نزول
defend | defend defended defender defensive | دافع تدافع يدافع دفاعية دفاعي
deliver | deliver delivered delivery hand_over handover handed hands transfer transferred |
deliver | | تسليم سلم سلمت تسلم تسلمت استلام تسلمها يتسلم ستسلم استلم
depend | depend depends hinge hinges conditional | اعتماد_على يعتمد تعتمد يتوقف رهن مرهون
describe | describe describes described | وصف وصفت يصف
destroy | wreck wrecked wreckage rubble debris | حطام أنقاض شظايا
disaster | disaster catastrophe calamity | كارثة كوارث نكبة
disclose | disclose disclosed reveal reveals revealed leak leaked | يكشف إفصاح أفصح تسريب مسرب
dismiss | sack sacked fired_from dismissed dismissal removed ousted | إقالة أقال أقالت أقيل عزل إعفاء
dispute | dispute rift disagree disagreement differences | خلاف خلافات اختلف اختلاف تختلف يختلف تختلفان يختلفان اختلفت
draw | draw drawn tie equalise equaliser | تعادل بالتعادل تعادلت
earlier | previous previously prior | سابقا مسبق
embarrass | embarrass embarrassment embarrassing | إحراج حرج
escalate | escalate escalation tension tensions | تصعيد توتر توترات تصاعد
escape | escape escaped | هروب هرب فرار لاذ
exceed | exceed exceeded exceeds | تجاوز تجاوزت يتجاوز تخطى
expect | forecast forecasts predict predicted projection anticipate | توقع توقعت توقعات تنبؤ
explain | explain explained clarify clarified | إيضاح شرح توضيح
extend | prolong renew renewed renewal | تجديد جدد جددت
face | face faces faced confront | يواجه تواجه واجه واجهت
fail | fail failed failure fails miss missed misses | فشل إخفاق أخفق أهدر أضاع
fault | fault faulty malfunction short_circuit breakdown | تماس_كهربائي عطل خلل ماس
fear | fear fears feared concern concerns concerned worry worries | خوف مخاوف خشية قلق تخوف
field | field ground | ميدان ميداني ميدانيا ميدانية الميدان
first_time | first-time first_time | لأول_مرة للمرة_الأولى
fix | fix fixed specific definite | محدد محددة تحديد حدد حددت ثابت
form | form forms formed establish established create created | تشكيل شكل شكلت تأسيس أسس تأسست إرساء إقامة
fund | fund funds funded funding finance financed financial | تمويل صندوق مول تمويلات
funeral | funeral | تشييع جنازة
future | future | مستقبل مستقبلا المستقبل
gather | gather gathered gathering attend attended attendance | حضور حضر حضرت تجمع تجمعوا
give | give gives gave grant grants granted award awarded | منح منحت يمنح تمنح
guarantee | guarantee guarantees ensure ensures | ضمان ضمانات كفل يضمن تضمن
guilty | guilty found_guilty | مذنب مذنبا
half | first_half second_half half-time | الشوط شوط
help | help helps helped assist assisted | ساعد ساعدت يساعد
hint | hint hints suggest suggested signal signalled indicate indicated | تلميح ألمح لمح أشار أشارت إشارة مؤشر
home | home bring_home homeward repatriate repatriated | بلادهم ديارهم أوطانهم بلدانهم
host | host hosts hosted hosting venue | استضافة استضاف استضافت يستضيف تستضيف ضيف احتضن
identity | identity anonymous unnamed identified name named anonymity | هوية هويته اسم اسمه باسمه
impose | impose imposed enforce enforcement | فرض فرضت يفرض تطبيق
independent | independent independence sovereignty sovereign | استقلال مستقل سيادة سيادي
insist | insist insisted insists stress stressed stresses emphasise emphasised | تشديد شدد شددت إصرار أصر أصرت يشدد
instruct | order_to orders_to instruct instructed instructs | أوعز أمرت توجيهات أوصى إيعاز
jail | lock locked locked_up | حبس حبسا بالحبس
joint | joint jointly common mutual bilateral two-way | مشترك مشتركة ثنائي ثنائية متبادل
large | largest biggest | أكبر الأكبر
lasting | permanent permanently lasting enduring open-ended sustainable | دائم دائمة دائما مستدامة مستدام
latest | no_later latest | أقصاه أقصى
lead | lead leads leading led headed heads | قاد قادت يقود تقود ترأس يرأس ترأست بقيادة يترأس
limited | limited small-scale minor slight slightly light lightly | محدود محدودة طفيفة طفيف بسيطة
logistic | logistics logistical logistic | لوجستي لوجستية
media | media newspaper website newspapers | إعلام إعلامية إعلامي صحيفة صحف وسائل_إعلام
mediate | mediate mediation mediator broker brokered | وساطة وسيط توسط توسطت
member | member members | عضو أعضاء عضوية
message | letter message letters memo | رسالة خطاب رسائل
minute | minute stoppage_time | الدقيقة دقيقة بدل_الضائع
missing | missing lost_contact | مفقود مفقودين فقدان فقد
national | national national_security | وطني وطنية الوطني القومي
need | need needs needed require required requires requirement | حاجة يحتاج تحتاج احتاج متطلبات ضرورة
negotiators | negotiator negotiating negotiators side sides parties |
negotiators | | مفاوض مفاوضين طرفان طرفين الطرفان الجانبان الجانبين
oath | oath swear sworn inaugurated | اليمين_الدستورية أدى_اليمين
observe | watch watched monitor monitored monitoring oversee supervise supervised |
observe | | مراقبة راقب إشراف أشرف أشرفت مراقبين
offer | offer offered offers bid proposal propose proposed proposes | عرض عرضت اقتراح مقترح اقترح اقترحت عروض
overthrow | bring_down topple overthrow | إسقاط_النظام إطاحة
own | own_by owner owners belong belongs | مالك مالكي
pay | pay pays paid payment payments | دفعت سدد تسديد مدفوعات
perpetrator | perpetrator perpetrators attacker attackers culprit assailant |
perpetrator | | منفذ منفذي منفذين مهاجم مهاجمين جناة جاني مهاجمي
phases | phases stages | مرحلتين مراحل
plan_to | intend intends intention plans_to planned planning | نية تنوي ينوي عزم اعتزام تعتزم يعتزم تخطط يخطط عزمها
play | play plays played playing | لعب يلعب لعبت
prepare | prepare prepared prepares preparation ready readiness |
prepare | | تحضير استعداد استعدادات مستعد جاهزية جاهز تجهيز استعد
presence | presence stay stays stayed remain remains remained staying | وجود بقاء يبقى تبقى بقي يظل تواجد سيبقى
pressure | pressure pressures squeeze pressed | ضغط ضغوط الضغط
prevent | prevent prevented prevents avert avoid avoided avoids | تجنب تفادي تفادى تفادت يتجنب منعا
protect | protect protected protection safeguard | حماية يحمي تحمي
publish | publish published issue issued issues | أصدر أصدرت صدر صدرت إصدار
reach | reach reached reaches reaching arrive_at struck_deal clinch | وصولا توصل توصلت التوصل
receive | receive received receives | استقبال استقبل استقبلت تلقى تلقت
recover | recover recovered retrieve retrieved | انتشال انتشل انتشلت استعادة استعاد
reform | reform reforms | إصلاح إصلاحات
register | register registered log logged recorded | تسجيل رصد رصدت مسجل
relation | relation relations relationship ties | علاقة علاقات
remaining | remaining last_of rest remainder | متبق متبقية متبقين باقي الباقين
resident | resident residents villager villagers inhabitant inhabitants locals | سكان أهالي ساكن قاطنين قرويون
respond | retaliate retaliation revenge avenge response respond responded responds | رد ردت ردا انتقام انتقامي ثأر
responsibility | claimed claims responsibility | تبنى تبنت مسؤوليته مسؤوليتها تبني تتبن يتبنى يتبنون
return | return returns returned returning comeback | عودة عاد عادت يعود تعود أعاد العائدين
role | role roles tasks task duties duty | دور مهام مهمات واجبات واجب
rumour | rumour rumours rumors reports_of | شائعات إشاعات أنباء تقارير_إعلامية
salary | salary salaries wage wages | راتب رواتب أجور أجر
scene | scene perimeter vicinity | محيط مسرح
search | search searched searching comb | عمليات_البحث تمشيط
secret | secret secretly covert | سر سرا سري سرية
send | send sends sent dispatch dispatched | إرسال أرسل أرسلت بعث بعثت ترسل أوفد
serve | | يخدم تخدم خدم خدمة الخدمة
shock | shock shook shaken jolt jolted felt | هزت شعر اهتز
show | show shows showed shown display | أظهر أظهرت يظهر تظهر
size | size largest_ever scale | حجم حجمه نطاق
speak | speak speaks speaking spoke speech address addressed remarks | ألقى تحدث تحدثت حديث
spread | spread spreads | ينتشر اتسع
stability | stability stable calm | استقرار هدوء مستقر مستقرة
stance | position stance positions attitude | موقف مواقف
step | step steps measure measures move moves | خطوة خطوات إجراء إجراءات تدابير
stranded | trapped stranded stuck | عالق عالقين
strong | strong strongest powerful severe heavy heavily intense fierce | قوي قوية شديد شديدة عنيف عنيفة غزيرة
study | study studies studied examine examined examining | دراسة يدرس تدرس
submit | submit submitted submits present presented | قدم قدمت تقديم يقدم
support | back backs backed backing support supports supported endorse | دعم يدعم تدعم دعمت تأييد أيد أيدت يؤيد
suspect | suspect suspects suspected | مشتبه مشتبهين اشتباه المشتبه
take_part | participate participation participated participant participants | مشاركة شارك شاركت يشارك مشارك مشاركين
television | television televised broadcast tv footage video | تلفزيون متلفز متلفزة تلفزيوني بث فيديو
title | title trophy crown crowned champions | لقب تتويج توج توجت اللقب
torrent | swept sweep burst overflow overflowed torrent torrents landslide landslides |
torrent | | جرفت انزلاق انهيارات_أرضية انزلاقات
transition | transition gradual gradually replace replaced replacement | تدريجي تدريجيا بالتدريج تدريجية استبدال
try | try tries tried attempt attempts attempted | محاولة حاول حاولت يحاول محاولات
understanding | understand understanding understandings | تفاهم تفاهمات فهم
unharmed | harm harmed unharmed unhurt safe unscathed | سالمين بخير أذى سالما
unity | unite united_front unanimous unanimously | إجماع بالإجماع
urge | urge urges urged call_on called_on calls_on appeal_to | دعا دعت يدعو تدعو دعوة دعوات حث حثت حض ناشد ناشدت
use | use uses used using | استخدام استخدم استخدمت يستخدم تستخدم استعمال
value | worth valued value | قيمة بقيمة قيمته قيمتها
wait | wait waits waited await awaits awaiting | انتظار ينتظر تنتظر انتظر ترقب
weekend | weekend |
welcome | welcome welcomes welcomed hail hailed praise praised | ترحيب رحب رحبت أشاد أشادت إشادة
wind | wind winds storm-force wave waves gust gusts | رياح أمواج موج
work | work works worked working | عمل عملت يعمل تعمل أعمال
"""
