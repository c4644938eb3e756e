"""Words that attribute a statement: verbs of speech, and who can be their subject. All in lower case."""

from __future__ import annotations

from compare.claims.wordlist import wordlist

_IRREGULAR = {
    "say": ("said", "says"),
    "tell": ("told", "tells"),
    "write": ("wrote", "written", "writes"),
    "swear": ("swore", "sworn", "swears"),
    "foretell": ("foretold", "foretells"),
    "deny": ("denied", "denies"),
    "cry": ("cried", "cries"),
    "reply": ("replied", "replies"),
    "testify": ("testified", "testifies"),
    "clarify": ("clarified", "clarifies"),
    "decry": ("decried", "decries"),
    "specify": ("specified", "specifies"),
    "forecast": ("forecast", "forecasts"),
    "regret": ("regretted", "regrets"),
    "admit": ("admitted", "admits"),
    "quip": ("quipped", "quips"),
    "refer": ("referred", "refers"),
    "brag": ("bragged", "brags"),
    "slam": ("slammed", "slams"),
    "post": ("posted", "posts"),
    "speak": ("spoke", "spoken", "speaks"),
    "rebut": ("rebutted", "rebuts"),
    "plead": ("pleaded", "pled", "pleads"),
}


def _past(lemma: str) -> tuple[str, ...]:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma][:-1]
    return (lemma + ("d" if lemma.endswith("e") else "ed"),)


def _third(lemma: str) -> str:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma][-1]
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s")


def _participle(lemma: str) -> str:
    if lemma in ("admit", "quip", "refer", "brag", "slam", "rebut", "regret"):
        return lemma + lemma[-1] + "ing"
    return (lemma[:-1] if lemma.endswith("e") else lemma) + "ing"


DOCUMENT_VERBS = wordlist("""
    say tell add note state warn claim allege announce report write explain argue conclude declare predict forecast
    estimate confirm deny reveal disclose caution advise recommend describe call stress point urge maintain suggest
    """)
"""What a person, an institution and a document can do."""

HUMAN_VERBS = wordlist("""
    doubt credit caution dispute contest
    admit acknowledge concede contend assert insist remark comment reply answer respond tweet retweet post testify
    reiterate repeat restate underline underscore emphasise emphasize highlight welcome praise hail applaud commend
    thank condemn criticise criticize slam blast denounce decry deplore lament regret apologise apologize
    congratulate blame accuse promise pledge vow threaten swear demand appeal ask request recall mention refer
    express voice reaffirm affirm dismiss reject rebut refute complain joke quip boast brag wonder muse hint tout
    plead mock shout cry exclaim whisper continue clarify specify recount lambast lambaste rebuke chide scoff
    disagree counter retort insinuate imply reassure assure inform notify brief observe opine outline cite
    speak propose foretell speculate pray plead guess reckon hope believe think fear
    """)
"""What only a person or an institution can do: a meeting that "highlighted" something is no speaker."""

LEMMAS = DOCUMENT_VERBS | HUMAN_VERBS
PAST = {form: lemma for lemma in sorted(LEMMAS) for form in _past(lemma)} | {"thought": "think"}
THIRD = {_third(lemma): lemma for lemma in sorted(LEMMAS)}
BASE = {lemma: lemma for lemma in sorted(LEMMAS)}
PARTICIPLES = {_participle(lemma): lemma for lemma in sorted(LEMMAS)}
FINITE = BASE | THIRD | PAST

INVERTED = wordlist("""
    said says asked asks replied added adds wrote writes explained recalled warned joked complained insisted admitted
    noted claimed argued continued concluded tweeted shouted cried answered remarked quipped declared stressed
    exclaimed lamented urged boasted testified observed countered posted announced reports reported
    """)
"""Forms that may stand before their subject: “…,” said Holm."""

CLAUSE_ONLY = wordlist("""
    believe think hope fear guess reckon observe continue respond swear imply suggest maintain hint request propose
    point cry state wonder muse pray brief repeat counter
    """)
"""Verbs with other uses: they count only before "that", a quotation, a colon or a tag's end."""

NEEDS = {
    "point": wordlist("out to"),
    "refer": wordlist("to"),
    "post": wordlist("on that in"),
    "appeal": wordlist("for to"),
    "speak": wordlist("of about"),
    "plead": wordlist("for with that"),
    "answer": wordlist("that"),
    "hint": wordlist("at that"),
    "maintain": wordlist("that"),
    "suggest": wordlist("that it the they he she there"),
    "hope": wordlist("that for"),
    "respond": wordlist("that by"),
    "observe": wordlist("that"),
    "continue": wordlist("that"),
    "believe": wordlist("that"),
    "think": wordlist("that"),
    "fear": wordlist("that"),
    "guess": wordlist("that"),
    "reckon": wordlist("that"),
    "imply": wordlist("that"),
    "wonder": wordlist("whether if why how aloud"),
    "muse": wordlist("that about"),
    "pray": wordlist("that for"),
    "swear": wordlist("that to"),
    "propose": wordlist("that"),
    "request": wordlist("that"),
    "repeat": wordlist("that his her their a the"),
    "counter": wordlist("that"),
    "add": wordlist("that it the he she they there this its his her their in on . ,"),
    "contest": wordlist("that the this claims his her their"),
    "mention": wordlist("that the a an his her their how"),
    "brief": wordlist("reporters journalists the"),
    "state": wordlist("that the his her their its"),
    "inform": wordlist("the reporters journalists them him her parliament"),
    "dismiss": wordlist(
        "claims claim allegations accusations suggestions criticism reports rumours fears concerns"
    ),
    "reject": wordlist(
        "claims claim allegations accusations suggestions criticism reports rumours charges notion"
    ),
    "ask": wordlist(
        "for the that whether why how what if people residents voters him her them reporters parliament"
    ),
}
"""What must follow (in the next few words) for a verb with several uses; a quotation always will do."""

PHRASES = (
    ("paid", "tribute"), ("pays", "tribute"), ("made", "clear"), ("made", "it", "clear"), ("drew", "attention"),
    ("went", "on", "to", "say"), ("went", "on", "to", "add"), ("spoke", "out"), ("put", "it"), ("put", "the"),
    ("gave", "an", "assurance"), ("gave", "assurances"), ("took", "to", "twitter"), ("called", "for"),
    ("took", "to", "social"), ("talked", "of"), ("held", "that"), ("begs", "to"), ("had", "this", "to", "say"),
)  # fmt: skip

PHRASES_BY_FIRST = {
    first: [p for p in PHRASES if p[0] == first] for first in dict.fromkeys(p[0] for p in PHRASES)
}

NOT_CALLED = wordlist("""
    off up in back police ambulance emergency meeting election elections vote referendum strike witness witnesses
    session summit reporters conference home help out
    """)
"""What follows "called" when it is no speech: called off, called the police, called an election."""

PEOPLE = wordlist("""
    major lieutenant sergeant corporal brigadier admiral intermediary intermediaries inhabitant inhabitants farmer
    herder herders settler settlers islander islanders townspeople dissidents lawyer notary abbot abbess
    rep reps fishermen spokespersons volcanologist seismologists virologists epidemiologists biologists physicists
    psychologists geologists meteorologists ecologists historians archaeologist archaeologists astronomer astronomers
    oncologist cardiologist radiologist pharmacist dentist vet vets therapist therapists counselor counsellor
    chemist chemists mathematician statistician demographer pollster pollsters columnist columnists commentator
    commentators correspondent blogger bloggers youtuber influencer podcaster anchor presenter broadcaster pastor
    chaplain nun monk deacon vicar cleric clerics ayatollah mufti sultan emir sheikhs chieftain elder elders councilman
    councilwoman councilmember alderman assemblyman assemblywoman lawman ranger rangers marshal marshals deputies
    undersheriff trooper troopers dispatcher handler bodyguard bouncer janitor cleaner cook chef waiter waitress
    bartender barista cashier clerk shopkeeper shopper shoppers commuter commuters motorist motorists cyclist cyclists
    hiker hikers climber climbers swimmer swimmers diver divers surfer surfers skier skiers runner runners jogger
    athlete athletes gymnast boxer wrestler golfer umpire referee linesman goalkeeper defender midfielder quarterback
    pitcher batter bowler batsman skipper teammate teammates promoter agent agents publicist lobbyist lobbyists
    strategist strategists consultant consultants contractor contractors architect architects planner planners designer
    designers developer developers programmer coder technician technicians mechanic electrician plumber carpenter
    miner miners builder builders trucker truckers sailor sailors seaman skipper captain crewman stewardess attendant
    astronaut astronauts cosmonaut envoy attache consul secretary-general commissioner commissioners
    vice-chancellor dean provost principal headteacher headmaster headmistress superintendent superintendents trustee
    trustees treasurer accountant auditor auditors banker bankers broker brokers economist regulator regulators
    prisoner prisoners inmate inmates detainee detainees convict ex-convict gunman hostage hostages kidnapper refugee
    refugees migrant migrants immigrant immigrants asylum-seekers exile dissident dissidents whistleblower
    informant informants juror jurors bystander bystanders onlooker onlookers
    grandmother grandfather grandson granddaughter uncle aunt cousin nephew niece stepfather stepmother fiance
    fiancee girlfriend boyfriend partner ex-wife ex-husband widower mum mom dad
    official officials police policeman policewoman policemen officer officers detective detectives inspector
    superintendent commissioner sheriff constable investigator investigators prosecutor prosecutors attorney lawyer
    lawyers judge judges magistrate minister ministers secretary president vice-president premier chancellor mayor
    governor senator senators congressman congresswoman lawmaker lawmakers legislator legislators mp mps deputy
    deputies leader leaders chief chiefs head chair chairman chairwoman chairperson director directors manager
    managers executive executives ceo boss bosses founder owner owners spokesman spokeswoman spokesperson
    spokespeople spokesmen representative representatives diplomat diplomats ambassador envoy envoys adviser advisor
    advisers aide aides analyst analysts economist economists expert experts scientist scientists researcher
    researchers professor author authors teacher teachers doctor doctors nurse nurses surgeon medic medics paramedic
    paramedics firefighter firefighters rescuer rescuers soldier soldiers general colonel captain commander
    commanders coach trainer player players captain striker manager referee resident residents neighbour neighbours
    neighbor neighbors villager villagers local locals witness witnesses passenger passengers driver drivers pilot
    pilots worker workers employee employees staff farmer farmers fisherman fishermen student students pupil pupils
    parent parents mother father son daughter brother sister wife husband widow family families relatives relative
    friend friends victim victims survivor survivors protester protesters protestor protestors demonstrators
    activist activists campaigner campaigners volunteer volunteers critic critics supporter supporters opponent
    opponents rival rivals voter voters people man woman men women boy girl person politician politicians candidate
    candidates engineer engineers journalist journalists reporter reporters editor blogger historian historians
    priest bishop pope cardinal imam rabbi king queen prince princess duke suspect defendant plaintiff plaintiffs
    accused complainant observer observers monitor monitors source sources insider insiders trader traders investor
    investors shareholder shareholders customer customers consumer consumers tourist tourists visitor visitors
    speaker speakers guest host singer actor actress artist writer poet director scholar scholars academic academics
    counterpart counterparts partner partners party-goers counsel coroner pathologist epidemiologist virologist
    meteorologist seismologist geologist biologist physicist psychologist anthropologist sociologist ecologist
    climatologist forecaster forecasters coastguard lifeguard organiser organisers organizer organizers member
    members delegate delegates negotiator negotiators mediator mediators peacekeeper peacekeepers rebels fighters
    militants troops commander landlord tenant tenants conservationists environmentalists others many some
    colleague colleagues successor predecessor wardens warden crew others one clerk archbishop premier spouse
    """)

INSTITUTIONS = wordlist("""
    magazine magazines newspapers label labels studio studios dealership brigade directorate
    government governments ministry administration authorities authority council councils commission committee
    parliament congress senate cabinet opposition party parties coalition union unions federation association
    agency agencies bureau department office service services force forces army navy military coastguard brigade
    court tribunal jury prosecution defence defense company companies firm firms business businesses bank banks
    airline operator operators carrier manufacturer maker retailer supermarket chain supplier utility insurer
    publisher broadcaster newspaper paper magazine outlet media press channel station website platform group groups
    organisation organization organisations organizations charity charities foundation institute university college
    school hospital clinic museum church mosque club team board regulator watchdog embassy mission delegation
    alliance bloc nation country state city town municipality village kingdom republic palace kremlin pentagon
    white-house campaign movement militia network trust society academy league panel inquiry staff management side
    sides countries nations states duo trio pair couple leadership fbi cia un eu nato who imf house secretariat
    presidency police ngo ngos lab laboratory observatory consortium startup fund ombudsman treasury corporation
    conglomerate giant lender bookmaker brewery developer contractor builder consultancy landlord zoo
    """)

DOCUMENTS = wordlist("""
    report reports statement statements study studies survey letter email e-mail memo document documents paper
    article ruling judgment judgement verdict indictment lawsuit complaint filing affidavit press-release release
    communique communiqué suit warrant subpoena petition motion dispatch log autobiography memoir memoirs diary notice tweet post message book biography review audit analysis bulletin forecast advisory
    disclosure disclosures records transcripts emails letters filings warning declaration resolution text transcript message data figures estimates statistics poll polls census
    """)

_NO_PEOPLE = wordlist(
    "exist consist persist resist insist assist enlist twist list checklist mist fist wrist human "
    "german roman woman specimen regimen"
)


def is_people(word: str) -> bool:
    """Whether a noun in lower case names people: by the table, or by its ending ("conservationists")."""
    if word in PEOPLE:
        return True
    return (
        len(word) > 4
        and word.endswith(("ist", "ists", "men", "man", "ician", "icians"))
        and word not in _NO_PEOPLE
    )


def is_speaker(word: str) -> bool:
    """Whether a noun in lower case names people or an institution."""
    return word in INSTITUTIONS or is_people(word)


EVENTS = wordlist("""
    meeting meetings summit talks discussion discussions day conference session visit engagement event ceremony
    celebration celebrations storm hurricane typhoon cyclone earthquake fire flood floods election game match war
    crisis agreement deal pact treaty accord partnership plan project programme program initiative bill act law cup
    tournament festival parade forum dialogue exercise operation olympics games championship trial case incident
    """)
"""Capitalised or not, these highlight and underline things without speaking."""

PAIRS = wordlist(
    "leaders ministers presidents men women politicians officials pair duo couple diplomats premiers"
)
COUNTRIES = wordlist(
    "sides countries nations states parties governments capitals neighbours neighbors allies powers"
)
"""After "both" or "the two": the two people, or the two parties, that the article has just named."""
