"""Word tables shared by the finders: common verbs, irregular forms, function words. Curated for news English."""

from __future__ import annotations

from compare.claims.details.tables import word_set

VERBS = word_set("""
abandon abolish absorb abstain abuse accelerate accept access accompany account accuse achieve acknowledge acquire acquit act
adapt add address adjourn admit adopt advance advise affect agree aid aim air airlift alert alight align allege allocate allow
alter amend amount announce annul answer anticipate apologise appeal appear applaud apply appoint approach approve argue arise
arrange arrest arrive ask assassinate assault assemble assert assess assign assist assume assure attack attempt attend attract
authorise avoid await award axe back backtrack balance ban bar base battle be bear beat become begin believe belong bet bid
bill blame blast block board boast bolster bomb book boost borrow bounce boycott branch breach break bring broadcast broker build
burn burst bury buy calculate call calm campaign cancel capture care carry cast catch cause caution cease celebrate certify chair
challenge change charge charter chase check cheer choose circulate cite claim clash clean clear climb clinch close coincide collapse collect
collide combat come comment commit compare compensate compete complain complete comply comprise concede conclude condemn conduct confirm
confiscate confront congratulate connect consider consist consume construct consult contact contain continue contract contradict contribute control convene convict
convince cooperate coordinate cope cost count cover crack crash create criticise cross crown cruise crush curb cut damage
deal debate decide declare decline decrease deepen defeat defend defer define defy delay delegate deliver demand demolish demonstrate
deny depart depend deploy deport derail describe deserve design designate desire destroy detain detect deteriorate determine detonate devastate develop
devote die differ dig diminish direct disagree disappear disclose discover discuss dismantle dismiss disperse displace display dispute disrupt dissolve
distribute divert divide dock dominate donate double downgrade draft drag draw drive drop drown dump earn ease edge educate
eject elect eliminate embark embrace emerge emit emphasise employ enable enact encompass encounter encourage end endanger endorse enforce engage enhance enjoy
enlarge ensure enter entitle erupt escape escalate establish estimate evacuate evade evaluate evict examine exceed exchange exclude execute exempt exercise exit
expand expect expel experience expire explain explode explore export expose express extend extinguish extradite face facilitate fail fall
favour fear feature feed feel fell fight figure file fill finalise finance find fine finish fire fix flag flee flood flow fly focus
follow forbid force forecast foresee forge forget form formalise found free freeze fuel fulfil fund gain gather generate get
give go govern grant grapple greet ground grow guarantee guard guide gun halt halve hand handle hang happen harm head heal hear
heighten help highlight hijack hike hire hit hold honour hope hospitalise host house hurt identify ignite ignore imagine impeach implement import impose
imprison improve include increase indicate indict infect inflict inform inherit initiate injure inspect inspire install instruct insure integrate intend intensify intercept intervene
introduce invade invest investigate invite involve isolate issue jail join judge jump justify keep kick kidnap kill knock know
label lack land last launch lay lead leak lean learn leave legalise lend let level levy liberate licence license lie lift light limit line link
list listen live load loan lobby locate lock log loot lose lower maintain make manage mandate march mark market match mean measure
meet melt merge migrate miss mobilise monitor mount mourn move murder name narrow negotiate nominate note notify number obey object oblige observe
obtain occupy occur offer offset open operate oppose opt order organise oust outline outlaw overcome overhaul oversee overtake overthrow overturn overwhelm owe
own pack paint paralyse pardon park participate partner pass patrol pause pay peak penetrate perform perish permit persuade pick pile pin place plague plan
plant play plead please pledge plot plummet plunge poison poll position possess post postpone pour power praise predict prefer prepare
present preside press prevail prevent print prioritise privatise probe process proclaim produce prohibit project prolong promise promote prompt propose prosecute
protect protest prove provide publish pull punish purchase pursue push put qualify quash quell question quit raid rain raise rally ram range rank rape rate ratify reach
react read reaffirm realise rebound rebuild recall receive recognise recommend recover recruit redirect reduce refer reflect reform refuse regain
regard register regulate reinforce reinstate reiterate reject relate relax release relocate rely remain remember remind remove rename renew reopen repair repatriate
repay repeal repeat replace reply report represent reprimand request require rescue resemble reserve reset reshape resign resist resolve resort respect respond restart restore restrict
result resume rope retain retaliate retire retreat retrieve return reunite reveal reverse review revise revive revoke reward rise risk rob roll rule run rush sack
sail salvage sanction save say scale scan scatter schedule score scrap screen seal search secure see seek seem seize select sell send sentence
separate serve set settle sever shake shape share shed shell shelter shift ship shoot shorten shout show shrink shuffle shut sicken signal sign sink sit
skip slam slash slaughter slay slide slip slow slump smash smuggle snatch soar solve spare spark speak specify spend spill split sponsor spot spread spur stab
stabilise staff stage stall stand start state stay steal stem step stick stimulate stoke stop store storm strand strengthen stress stretch strike strip
strive strengthen structure struggle study submit subside succeed suffer suggest summon supervise supply support suppress surge surpass surrender surround survey survive
suspect suspend sustain swap swear sweep swell swim switch symbolise tackle take talk target teach team tear tell tend terminate test
testify thank think threaten thrive throw thwart tie tighten top topple torture total touch tour trace track trade train transfer transform translate transmit transport trap travel
treat trigger triple try turn uncover undergo underline undermine underscore understand undertake unify unite unlock unveil update upgrade uphold urge use usher
vaccinate value vary veto view violate visit voice void volunteer vote vow wait waive walk want warn wash watch weaken wear weigh welcome widen win
wipe wish withdraw withhold witness worry worsen wound wreck write yield
""")
"""Base forms."""

_IRREGULAR_VERBS = """
arise arose arisen|be is are was were been being am|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound
|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcasts|build built|burn burnt
|buy bought|catch caught|choose chose chosen|cling clung|come came|cut cutting|deal dealt|die dying died dies|dig dug|do does did done doing|draw drew drawn
|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled
|fly flew flown flies|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
|get got gotten getting|give gave given|go goes went gone going|grow grew grown|hang hung|have has had having|hear heard|hide hid hidden|hit hitting|hold held
|keep kept|know knew known|lay laid|lead led|learn learnt|leave left leaving|lend lent|let letting|lie lay lain lying|light lit|lose lost losing|make made making
|mean meant|meet met meeting|mistake mistook mistaken|overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown
|pay paid|prove proven|put putting|quit quitting|ride rode ridden|ring rang rung|rise rose risen rising|run ran running|say said|see saw seen
|seek sought|sell sold|send sent|set setting|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|shut shutting
|sing sang sung|sink sank sunk sunken|sit sat|slay slew slain|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent
|spin spun|spread spreading|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|sweep swept
|swim swam swum|swing swung|take took taken taking|teach taught|tear tore torn|tell told|think thought|throw threw thrown|tie tying|undergo underwent undergone
|understand understood|undertake undertook undertaken|uphold upheld|use using used|wake woke woken|wear wore worn|win won winning|withdraw withdrew withdrawn
|withhold withheld|write wrote written|raise raising raised|base based basing|axe axed axes|halve halved halving|save saved|fire fired|sue sued suing
|cause caused|close closed closing closes|refuse refused refusing|accuse accused|cease ceased|release released releasing|increase increased increasing
|decrease decreased|propose proposed|oppose opposed|impose imposed|expose exposed|lose loses|choose choosing|cross crossed crossing|pass passed passing
"""  # fmt: skip

_IRREGULAR_NOUNS = (
    "man men|woman women|child children|person persons|life lives|wife wives|foot feet|tooth teeth|goose geese|mouse mice|knife knives"
    "|half halves|leaf leaves|shelf shelves|thief thieves|wolf wolves|loaf loaves|policeman policemen|policewoman policewomen"
    "|fisherman fishermen|fireman firemen|serviceman servicemen|gunman gunmen|crisis crises|analysis analyses|basis bases|hero heroes"
    "|potato potatoes|tomato tomatoes|media medium|bus buses|gas gases|virus viruses|datum data|aircraft aircrafts|lawmaker lawmakers"
    "|hundred hundreds|dozen dozens|crossing crossings|building buildings|meeting meetings|hearing hearings"
    "|spokesman spokesmen|spokeswoman spokeswomen|chairman chairmen|congressman congressmen|alderman aldermen|craftsman craftsmen"
)
_UNCHANGED = [
    "during",
    "thing",
    "something",
    "anything",
    "everything",
    "nothing",
    "morning",
    "evening",
    "building",
    "spring",
    "string",
    "king",
    "wing",
    "ring",
    "ceiling",
    "red",
    "bed",
    "hundred",
    "indeed",
    "need",
    "speed",
    "breed",
    "wed",
    "sacred",
    "shed",
    "sled",
    "united",
    "kilometres",
    "hundred",
    "naked",
    "wicked",
    "wedding",
    "sterling",
    "pending",
    "according",
    "including",
    "regarding",
    "concerning",
    "funding",
    "housing",
    "crossing",
    "proceeding",
    "parking",
    "news",
    "always",
    "perhaps",
    "across",
    "less",
    "unless",
    "its",
    "his",
    "us",
    "this",
    "thus",
    "plus",
    "yes",
    "as",
    "was",
    "has",
    "does",
    "afterwards",
    "besides",
    "towards",
    "boss",
    "class",
    "business",
    "process",
    "access",
    "address",
    "success",
    "press",
    "congress",
    "progress",
    "loss",
    "pass",
    "cross",
    "mass",
    "glass",
    "gas",
    "bus",
    "atlas",
    "lens",
    "kudos",
    "chaos",
    "texas",
    "kansas",
    "paris",
    "wales",
    "brussels",
    "athens",
    "philippines",
    "netherlands",
    "maldives",
    "seychelles",
    "bahamas",
    "states",
    "savings",
    "earnings",
    "goods",
    "thanks",
    "clothes",
    "surroundings",
    "premises",
    "people",
    "police",
    "cattle",
]


def _forms(table: str) -> dict[str, str]:
    rows = (row.split() for row in table.replace("\n", " ").split("|"))
    return {form: row[0] for row in rows for form in row}


IRREGULAR = {
    **{word: word for word in _UNCHANGED},
    **_forms(_IRREGULAR_NOUNS),
    **_forms(_IRREGULAR_VERBS),
    "lay": "lay",
    "wound": "wound",
    "wounds": "wound",
    "bore": "bear",
    "felt": "feel",
    "fell": "fall",
    "found": "find",
    "left": "leave",
    "saw": "see",
    "led": "lead",
    "states": "state",
    "media": "media",
    "data": "data",
    "bases": "base",
    "building": "building",
    "axes": "axe",
    **{form: form[:-1] for form in ("agreed", "disagreed", "freed", "guaranteed", "overseed", "decreed")},
    "focuses": "focus",
    "damages": "damages",
    "focused": "focus",
    "thanks": "thanks",
}
"""Form → base form, for what endings don't tell."""

SPELLING = {
    "defense": "defence", "offense": "offence", "license": "licence", "center": "centre", "theater": "theatre", "meter": "metre",
    "kilometer": "kilometre", "centimeter": "centimetre", "millimeter": "millimetre", "liter": "litre", "labor": "labour",
    "harbor": "harbour", "neighbor": "neighbour", "neighborhood": "neighbourhood", "honor": "honour", "favor": "favour",
    "color": "colour", "program": "programme", "organization": "organisation", "check": "check", "plow": "plough", "aluminum": "aluminium",
    "gray": "grey", "tire": "tyre", "councilor": "councillor", "traveler": "traveller", "jewelry": "jewellery", "airplane": "plane",
    "aeroplane": "plane", "persons": "people", "person": "person", "fulfill": "fulfil", "enroll": "enrol", "hospitalize": "hospitalise",
}  # fmt: skip
"""American → British spelling of base forms."""

BE = word_set("be is are was were been being am 's 're isn't aren't wasn't weren't")
HAVE = word_set("have has had having 've haven't hasn't hadn't")
DO = frozenset(["do", "does", "did", "don't", "doesn't", "didn't"])
MODALS = word_set(
    """
    will would shall should can could may might must ought won't wouldn't shan't shouldn't can't cannot
    couldn't mightn't mustn't
    """
)
PREPOSITIONS = word_set("""about above across after against along amid among amongst around as at before behind below beneath beside besides
between beyond by despite down during except for from in inside into like near of off on onto out outside over past per
since than through throughout to toward towards under until till unlike up upon via with within without according versus""")
CONJUNCTIONS = word_set(
    """
    and or but nor while whereas although though because if unless when whenever where wherever so yet
    once
    """
)
DETERMINERS = word_set("""a an the this that these those my your his her its our their some any each every either neither both all no another such
what which whose much many more most few several other own 's""")
PRONOUNS = word_set("""i you he she it we they me him her us them himself herself itself themselves who whom whoever which what that this these those
one someone somebody anyone anybody everyone everybody nobody none something anything everything nothing there here""")
ADVERBS = word_set("""not also now then still already again ever never just only even very too quite rather almost nearly about around
approximately roughly some later earlier soon ago once twice often always usually recently currently formally formerly finally
eventually immediately initially originally previously subsequently officially reportedly allegedly apparently further instead
meanwhile however therefore thus hence together alone away back here there today tonight yesterday tomorrow yet well far long
almost closely newly jointly directly fully partly largely mainly mostly mutually unanimously narrowly sharply slightly steadily
up down out off over on in""")
AUXILIARIES = BE | HAVE | DO | MODALS
FUNCTION = (
    PREPOSITIONS
    | CONJUNCTIONS
    | DETERMINERS
    | PRONOUNS
    | ADVERBS
    | AUXILIARIES
    | {"to", "n't", "if", "how", "why"}
)
"""Words that carry no content of their own."""

REPORTING = word_set("""say tell add note state report announce explain claim argue insist warn declare describe comment reply write stress emphasise
underline underscore highlight point mention remark reiterate reaffirm suggest believe think confirm ask acknowledge""")
"""Base forms of verbs that introduce what someone says."""

CALENDAR = word_set(
    """january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday"""
)
