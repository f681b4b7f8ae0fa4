"""Words that copyists of one text put for each other in English, read as `posture.matching.synonyms` says."""

from __future__ import annotations

ENGLISH = """
say says said saying tell tells told telling announce announced declare declared state stated add added note noted
say explain explained confirm confirmed affirm affirmed stress stressed emphasise emphasised emphasize emphasized
say point pointed mention mentioned report reported indicate indicated remark remarked according quoted speaking
say inform informed disclose disclosed reveal revealed write wrote statement
reporter reporters journalist journalists press
troops soldier soldiers troop servicemen service-members personnel staff employees workers members
deputy deputies lawmaker lawmakers mp mps member members legislator legislators parliamentarian parliamentarians
parliament council chamber assembly house
remain remains remained stay stays stayed staying remaining continue continued
keep keeps kept maintain maintains maintained retain retains retained hold
leave leaves left depart departs departed leaving departing departure
withdraw withdraws withdrew withdrawn withdrawal pull pulling pullout
hit hits hitting strike strikes struck target targets targeted land landed fall fell attack attacked
wound wounded wounds wounding injure injured injures injuring hurt hurting
kill killed kills killing slay slain
dead die died dies killed
start starts started starting begin begins began begun beginning commence commenced launch launched open opened
end ends ended ending finish finished conclude concluded complete completed completion close
stop stops stopped halt halted cease ceased
suspend suspended freeze froze frozen halt halted
delay delayed delaying postpone postponed postponing put-off defer deferred
reduce reduced reduces reducing reduction cut cuts cutting lower lowered decrease decreased trim trimmed
reduce scale-back scale-down shrink downsize drawdown
increase increased raise raised rise rose risen boost climb climbed climbs boosted grow
expand expanded enlarge widen
extend extended extending extension prolong prolonged renew renewed
ask asked asks request requested requests demand demanded demands call called calls urge urged urges appeal appealed
refuse refused refuses decline declined declines reject rejected rejects turn-down
agree agreed agrees approve approved approves accept accepted
agreement deal accord pact
talk talks negotiation negotiations dialogue discussions discussion consultation consultations
meeting meet met talk session
discuss discussed discusses debate debated review reviewed examine tackle address
attack attacks assault raid strike bombardment bombing shelling
explosion blast explode exploded blew detonation
missile missiles rocket-propelled
drone drones uav uavs unmanned aircraft
depot warehouse storehouse store
base bases camp airbase
responsibility claim claimed
arrest arrested arrests detain detained detention
investigate investigated investigation probe inquiry
take takes took taken carry carried conduct conducted make made hold held perform performed execute executed
happen happened occur occurred take-place place
cause caused causing result resulted lead led leave
show shows showed shown display displayed
help helped assist assisted aid support
help assistance aid
train trained training instruct
advise advising advice
guard guarded protect protected
warn warned caution cautioned
condemn condemned denounce denounced
praise praised hail hailed laud commend commended
welcome welcomed hail
accuse accused blame blamed
deny denied denies refute
promise promised pledge pledged vow vowed
threaten threatened
choose chose chosen pick picked select selected
get got gets receive received receives obtain
give gave given gives grant granted provide provided provides
send sent sends dispatch dispatched
return returned returns come-back
bring brought carry
arrive arrived arrives reach reached
enter entered come came into
visit visited visits tour toured trip
pass passed adopt adopted approve approved
official officials authorities authority
government administration cabinet
premier prime minister pm
spokesman spokesperson spokeswoman
chief head leader commander director secretary-general general
country state nation
nation national
area region zone district
province governorate
town city
several many number
big large major huge great
little small minor
quick quickly fast swift rapid rapidly
important significant key
near close vicinity
about around approximately some nearly almost roughly
also too additionally moreover further
again anew once-more
due because owing
following after since
during in amid
before ahead prior
ago earlier previously
currently now presently present current today
later afterwards subsequently
soon shortly
next coming upcoming following
last past previous
beginning start
month months
kilometre kilometer km kilometres kilometers
tonne tonnes ton tons
percent per-cent
dollar dollars usd
euro euros
money funds
brief short
new fresh
aim aimed intend intended plan planned seek sought
want wanted wish wished
need needed require required
use used uses employ employed utilise utilize
see saw seen witness witnessed
think believe believed
know known
hope hoped expect expected
call called name named dub dubbed describe described known
way manner
part portion
group organisation organization movement militia faction
fighter fighters militant militants gunman gunmen member members
perpetrator perpetrators attacker attackers culprits
people persons person
victim victims
accident accidents crash crashes
building premises
home homes house houses household households
vehicle vehicles car cars
picture pictures photo photos image images
speech address remarks
law bill legislation
ruling verdict judgment judgement
vote voted voting ballot
presidential president
implement implemented apply enforce enforced enter come
effect force
force forces troops military army
damage damaged destruction harm
fire blaze
flee fled escape
build built construct constructed building construction
buy bought purchase purchased
sell sold
win won victory
beat defeat defeated
include includes included including comprise comprised contain contained among
border frontier
crossing checkpoint
share sharing shared exchange exchanging exchanged
information intelligence
separate separately another
situated located lying
deployed stationed based
overnight night
dawn early morning
wide broad large extensive
participate participates participated participating participation take taking part
job work task role duty
supervise supervised supervises oversee oversaw overseen overseeing monitor monitored
distribution division split divided distributed
dismiss dismissed rejected reject
court judge judges tribunal
rule ruled rules find found hold held decide decided decides judge judged
estimate estimated estimates put reckon reckoned
win won claim claimed clinch clinched take secure secured lift lifted
engage engaged open opened fire fired
climb climbed ascend scale scaled
torch torched burn burned set
approach approached near neared come came
escort escorted accompany accompanied protect protected guard guarded
safe safety
prosecution prosecutor prosecutors
anonymity anonymous identified named unnamed identity name condition
prefer preferred ask asked request requested
speak speaking spoke
follow followed pursue pursued
injury injuries casualty casualties
ceremony ceremonies event
summon summoned call called
sign signed ink inked
fighting combat battle battles clashes
deadline period term
position post site location spot place
halt pause
cost costs price
poll polls election elections
oppose opposed opposes opposition
support supported supports back backed backs endorse endorsed backing favour favoured
limit limits limited restrict restricted confined
stipulate stipulates stipulated provide provides state states
rain rainfall
ravine gorge valley
speed pace rate
beyond past after
demand insist
commander leader
evacuate evacuated clear
store stores
explosives explosive bomb bombs device booby-trapped
"""
