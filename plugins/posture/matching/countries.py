"""Countries, peoples and cities by one name in both languages: what an Arabic and an English report of one event
share first.

Each line is `concept | English | Arabic`; a _ stands for the space inside a name. Forms need no article and no
ending that `posture.matching.stems` takes off. People go with their country: Iraqi troops and troops in Iraq
are both `iraq`.
"""

from __future__ import annotations

COUNTRIES = """
afghanistan | afghanistan afghan kabul | أفغانستان أفغاني أفغان كابول كابل
albania | albania albanian | ألبانيا ألباني
algeria | algeria algerian algiers | الجزائر جزائري
argentina | argentina argentine argentinian buenos_aires | الأرجنتين أرجنتيني
armenia | armenia armenian yerevan | أرمينيا أرميني يريفان
australia | australia australian canberra | أستراليا أسترالي كانبيرا
austria | austria austrian vienna | النمسا نمساوي فيينا
azerbaijan | azerbaijan azerbaijani azeri baku | أذربيجان أذربيجاني باكو أذري
bahrain | bahrain bahraini manama | البحرين بحريني المنامة
bangladesh | bangladesh bangladeshi dhaka | بنغلاديش بنغلادش بنغلاديشي دكا
belgium | belgium belgian brussels | بلجيكا بلجيكي بروكسل
brazil | brazil brazilian brasilia | البرازيل برازيلي برازيليا
britain | britain british uk united_kingdom briton london | بريطانيا بريطاني المملكة_المتحدة لندن
bulgaria | bulgaria bulgarian sofia | بلغاريا بلغاري صوفيا
canada | canada canadian ottawa | كندا كندي أوتاوا
chile | chile chilean santiago | تشيلي تشيلية سانتياغو
china | china chinese beijing | الصين صيني بكين
colombia | colombia colombian bogota | كولومبيا كولومبي بوغوتا
congo | congo congolese kinshasa | الكونغو كونغولي كينشاسا
croatia | croatia croatian | كرواتيا كرواتي
cuba | cuba cuban havana | كوبا كوبي هافانا
cyprus | cyprus cypriot nicosia | قبرص قبرصي نيقوسيا
czech | czech prague | التشيك تشيكي براغ
denmark | denmark danish copenhagen | الدنمارك دنماركي كوبنهاغن الدانمارك
ecuador | ecuador ecuadorian quito | الإكوادور إكوادوري
egypt | egypt egyptian cairo | مصر مصري القاهرة
ethiopia | ethiopia ethiopian addis_ababa | إثيوبيا إثيوبي أديس_أبابا
europe | europe european eu european_union | أوروبا أوروبي الأوروبي الاتحاد_الأوروبي أوروبية
finland | finland finnish helsinki | فنلندا فنلندي هلسنكي
france | france french paris | فرنسا فرنسي باريس
gaza | gaza gazan | غزة غزي
georgia | georgia georgian tbilisi | جورجيا جورجي تبليسي
germany | germany german berlin | ألمانيا ألماني ألمان برلين
ghana | ghana ghanaian accra | غانا غاني أكرا
greece | greece greek athens | اليونان يوناني أثينا
hungary | hungary hungarian budapest | المجر مجري هنغاريا بودابست
india | india indian new_delhi delhi | الهند هندي نيودلهي
indonesia | indonesia indonesian jakarta | إندونيسيا إندونيسي جاكرتا
iran | iran iranian tehran | إيران إيراني طهران
iraq | iraq iraqi | العراق عراقي
ireland | ireland irish dublin | أيرلندا أيرلندي دبلن
israel | israel israeli jerusalem tel_aviv | إسرائيل إسرائيلي القدس تل_أبيب
italy | italy italian rome | إيطاليا إيطالي روما
japan | japan japanese tokyo | اليابان ياباني طوكيو
jordan | jordan jordanian amman | الأردن أردني عمّان
kazakhstan | kazakhstan kazakh astana | كازاخستان كازاخي أستانا
kenya | kenya kenyan nairobi | كينيا كيني نيروبي
korea | korea korean seoul | كوريا كوري
kurdistan | kurdistan kurdish kurd erbil arbil irbil | كردستان كردي أكراد كرد أربيل
kuwait | kuwait kuwaiti | الكويت كويتي
lebanon | lebanon lebanese beirut | لبنان لبناني بيروت
libya | libya libyan tripoli benghazi | ليبيا ليبي طرابلس بنغازي
malaysia | malaysia malaysian kuala_lumpur | ماليزيا ماليزي كوالالمبور
mali | mali malian bamako | باماكو
mexico | mexico mexican | المكسيك مكسيكي مكسيكو
morocco | morocco moroccan rabat casablanca | المغرب مغربي الرباط الدار_البيضاء
mozambique | mozambique mozambican maputo | موزمبيق موزمبيقي مابوتو
myanmar | myanmar burma burmese naypyidaw | ميانمار بورما
nepal | nepal nepali nepalese kathmandu | نيبال نيبالي كاتماندو كاتماندو
netherlands | netherlands dutch hague amsterdam | هولندا هولندي لاهاي أمستردام
nato | nato alliance | الناتو حلف الأطلسي
niger | niger nigerien niamey | النيجر نيامي
nigeria | nigeria nigerian abuja lagos | نيجيريا نيجيري أبوجا لاغوس
norway | norway norwegian oslo | النرويج نرويجي أوسلو
oman | oman omani muscat | عُمان عماني مسقط
opec | opec | أوبك
pakistan | pakistan pakistani islamabad | باكستان باكستاني إسلام_آباد
palestine | palestine palestinian ramallah west_bank | فلسطين فلسطيني رام_الله الضفة
peru | peru peruvian lima | بيرو بيروفي ليما
philippines | philippines philippine filipino manila | الفلبين فلبيني مانيلا الفيليبين
poland | poland polish warsaw | بولندا بولندي وارسو بولونيا
portugal | portugal portuguese lisbon | البرتغال برتغالي لشبونة
qatar | qatar qatari doha | قطر قطري الدوحة
romania | romania romanian bucharest | رومانيا روماني بوخارست
russia | russia russian moscow kremlin | روسيا روسي موسكو الكرملين
saudi | saudi saudi_arabia riyadh | السعودية سعودي الرياض
senegal | senegal senegalese dakar | السنغال سنغالي داكار
serbia | serbia serbian belgrade | صربيا صربي بلغراد
somalia | somalia somali mogadishu | الصومال صومالي مقديشو
south_africa | south_africa pretoria johannesburg | جنوب_أفريقيا جنوب_إفريقيا جوهانسبرغ
spain | spain spanish madrid | إسبانيا إسباني إسبان مدريد
sri_lanka | sri_lanka colombo | سريلانكا كولومبو
sudan | sudan sudanese khartoum | السودان سوداني_الجنسية الخرطوم
sweden | sweden swedish stockholm | السويد سويدي ستوكهولم
switzerland | switzerland swiss geneva bern zurich | سويسرا سويسري جنيف زوريخ
syria | syria syrian damascus | سوريا سوري سورية دمشق
taiwan | taiwan taiwanese taipei | تايوان تايواني تايبيه
tanzania | tanzania tanzanian | تنزانيا تنزاني
thailand | thailand thai bangkok | تايلاند تايلندي بانكوك
tunisia | tunisia tunisian tunis | تونس تونسي
turkey | turkey turkish turkiye turk ankara | تركيا تركي أتراك أنقرة
uae | uae emirates emirati abu_dhabi dubai | الإمارات إماراتي أبوظبي أبو_ظبي دبي
uganda | uganda ugandan kampala | أوغندا أوغندي كمبالا
ukraine | ukraine ukrainian kyiv kiev | أوكرانيا أوكراني كييف
un | un united_nations | الأمم_المتحدة أممي الأممية
us | us usa united_states america american washington | الولايات_المتحدة أمريكا أميركا أمريكي أميركي واشنطن أمريكيون
uzbekistan | uzbekistan uzbek tashkent | أوزبكستان أوزبكي طشقند
venezuela | venezuela venezuelan caracas | فنزويلا فنزويلي كراكاس
vietnam | vietnam vietnamese hanoi | فيتنام فيتنامي هانوي
yemen | yemen yemeni sanaa aden houthi | اليمن يمني صنعاء عدن حوثي الحوثيون
zambia | zambia zambian lusaka | زامبيا زامبي لوساكا
zimbabwe | zimbabwe zimbabwean harare | زيمبابوي هراري
"""

# Places inside a country: naming another one makes it another event, so they are never taken for their country.
CITIES = """
aleppo | aleppo | حلب
alexandria | alexandria | الإسكندرية
amara | amara maysan | العمارة ميسان
anbar | anbar | الأنبار
baghdad | baghdad | بغداد
balad | balad | بلد_الجوية
basra | basra basrah | البصرة
deir_ezzor | deir_ezzor deir_al-zor | دير_الزور
diwaniyah | diwaniyah qadisiyah | الديوانية القادسية
diyala | diyala baquba | ديالى بعقوبة
duhok | duhok dohuk | دهوك
fallujah | fallujah falluja | الفلوجة
halabja | halabja | حلبجة
hasakah | hasakah hasaka | الحسكة
hilla | hilla babylon babil | الحلة بابل
homs | homs | حمص
idlib | idlib | إدلب
istanbul | istanbul | إسطنبول اسطنبول
jeddah | jeddah | جدة
karbala | karbala kerbala | كربلاء
khan_younis | khan_younis khan_yunis | خان_يونس
kirkuk | kirkuk | كركوك
kut | kut wasit | الكوت واسط
mecca | mecca makkah | مكة
mosul | mosul nineveh | الموصل نينوى
najaf | najaf | النجف
nasiriyah | nasiriyah dhi_qar | الناصرية ذي_قار
new_york | new_york | نيويورك
rafah | rafah | رفح
ramadi | ramadi | الرمادي
raqqa | raqqa | الرقة
samarra | samarra | سامراء
samawah | samawah muthanna | السماوة المثنى
sinjar | sinjar | سنجار
sulaymaniyah | sulaymaniyah sulaimaniyah sulaimani | السليمانية
tikrit | tikrit salahuddin salahaddin | تكريت صلاح_الدين
zakho | zakho | زاخو
"""
