"""Words that tell what a name names: titles, offices, organisations, events, and common words with a capital."""

from __future__ import annotations

from compare.claims.details.tables import word_set

HONORIFICS = word_set("""mr mrs ms miss mx dr prof professor sir lord lady dame rev reverend fr sister brother st sheikh shri smt hon mullah imam rabbi
ayatollah señor senora monsieur madame herr frau pope king queen prince princess duke duchess emperor count countess baron baroness archbishop bishop cardinal
pastor father sgt sergeant lt lieutenant col colonel gen general maj major capt captain cmdr commander adm admiral brig brigadier cpl corporal pvt private
marshal pc insp inspector supt superintendent det detective constable deputy sen rep gov cllr amb""")
OFFICES = word_set("""president minister chancellor premier secretary governor mayor senator congressman congresswoman representative ambassador envoy commissioner chief
chair chairman chairwoman chairperson director ceo cfo coo executive spokesman spokeswoman spokesperson leader head speaker judge justice magistrate prosecutor attorney
sheriff councillor councilor lawmaker mp mep deputy coach manager captain founder analyst economist professor coroner treasurer undersecretary
commander inspector superintendent general-secretary secretary-general director-general prime-minister attorney-general vice-president taoiseach sultan emir king queen pope crown-prince
publicist lawyer barrister solicitor editor principal headteacher headmaster dean rector vice-chancellor chancellor-designate whip trustee ombudsman
president-elect minister-president co-founder co-chair goalkeeper striker midfielder defender winger quarterback pitcher batsman bowler actor actress singer author novelist
substitute skipper referee baker teacher farmer presenter comedian rapper journalist reporter photographer scientist researcher epidemiologist seismologist meteorologist geologist historian biologist physicist
owner chairman-designate negotiator mediator diplomat admiral colonel captain lieutenant sergeant general marshal officer firefighter paramedic doctor nurse surgeon""")
MODIFIERS = word_set("""prime vice deputy acting interim former ex foreign defence defense home interior finance health education trade transport energy environment agriculture justice labour labor
labor culture sports sport chief high senior junior assistant associate special permanent national federal state regional district city county general external internal affairs
and of for the police fire army navy air force military naval royal supreme constitutional executive managing crown first second third opposition majority minority party house senate
council border security economy economic industry commerce water housing immigration development climate social welfare industrial digital science technology planning public works railway
railways aviation shipping petroleum power tourism women child tribal rural urban union cabinet co general-in-chief outgoing incoming then veteran local district lead under attorney surgeon
exchequer treasury human rights european commission emergency disaster relief works communications information minister secretary government head team club world olympic""")
ORGANISATIONS = word_set("""council commission committee ministry department office agency authority bank party union court university college institute organisation organization association
federation service services company corporation corp inc ltd llc plc group holdings police army navy air force forces guard parliament congress senate house cabinet government board
bureau centre center foundation trust society league club united fc afc hospital school church mosque times post news herald guardian tribune journal gazette telegraph mail press radio
network nations fund institution museum airlines airways railways motors energy electric electricity pharmaceuticals laboratories labs technologies systems software industries media
studios records restaurant hotel brigade regiment battalion corps academy assembly tribunal chamber exchange secretariat consortium coalition alliance front movement brothers
bros co gmbh ag sa spa nv oil gas steel petroleum insurance partners capital ventures logistics shipping lines rail telecom communications mobile foods brewery mills works
clinic surgery infirmary theatre orchestra choir gallery library archive observatory treasury inspectorate directorate administration mission delegation taskforce unit squad
rovers wanderers athletic albion rangers city kremlin pentagon interpol europol downing""")
EVENTS = word_set("""summit day games olympics cup war festival agreement act treaty accord pact partnership conference forum election elections convention protocol prize award awards week revolution
open championship championships tournament marathon ceremony strategy compass initiative plan programme program project operation bill law constitution declaration charter trial inquiry
report review census derby final prix tour storm hurricane cyclone typhoon tropical earthquake mandate directive regulation amendment resolution budget brexit christmas easter ramadan
eid diwali hanukkah passover thanksgiving halloween anniversary expo exhibition biennale rally parade massacre uprising intifada armistice ceasefire vision order scheme framework""")
OF_HEADS = word_set("""president secretary minister ministry department bank university council house court republic kingdom gulf bay isle isles city state states union institute school college
faculty board bureau office commission committee chamber lord lords duke prince princess bishop archbishop church museum society federation confederation organisation organization
association league people's representatives commons declaration treaty battle siege strait cape province region district county head director governor mayor chief academy tribunal
party army center centre coast day order sea port speaker chancellor chairman member members house conference group high bishopric emirate commonwealth sultanate horn
tower temple palace bridge port museum hall cathedral accord peace""")
FOR_HEADS = word_set(
    """
    representative minister secretary ministry department institute centre center office agency
    commissioner council fund alliance movement society campaign committee commission board envoy
    """
)
PAIRED = word_set("""security defence defense health food trade technology science arts education agriculture energy environment transport tourism culture sport sports justice home foreign law order drug
research development finance commerce industry labour labor employment women children family fisheries oceans water power information communications emergency disaster safety peace truth
border customs revenue media marine atmospheric standards weights criminal external internal political economic social housing veterans fire""")
PARTICLES = word_set(
    """
    de da do dos das del della di du la le van von der den ter ten bin ibn al el ul zu af av y
    """
)

SAME_ORGANISATION = {
    "eu": "european union", "e.u.": "european union", "un": "united nations", "u.n.": "united nations", "nato": "nato", "who": "world health organisation",
    "world health organization": "world health organisation", "imf": "international monetary fund", "ecb": "european central bank", "fed": "federal reserve",
    "federal reserve board": "federal reserve", "opec": "opec", "asean": "asean", "wto": "world trade organisation", "world trade organization": "world trade organisation",
    "icc": "international criminal court", "icj": "international court of justice", "iaea": "international atomic energy agency", "unicef": "unicef",
    "fbi": "federal bureau of investigation", "cia": "central intelligence agency", "nasa": "nasa", "esa": "european space agency", "bbc": "bbc", "boe": "bank of england",
    "boj": "bank of japan", "rbi": "reserve bank of india", "bjp": "bharatiya janata party", "gop": "republican party", "mod": "ministry of defence", "nhs": "national health service",
    "au": "african union", "eea": "european environment agency", "usgs": "us geological survey", "u.s. geological survey": "us geological survey", "noaa": "noaa",
    "cdc": "centers for disease control and prevention", "centers for disease control": "centers for disease control and prevention", "fda": "food and drug administration",
    "epa": "environmental protection agency", "doj": "department of justice", "justice department": "department of justice", "state department": "department of state",
    "treasury department": "department of the treasury", "defense department": "department of defence", "defence ministry": "ministry of defence", "foreign ministry": "ministry of foreign affairs",
    "interior ministry": "ministry of the interior", "health ministry": "ministry of health", "finance ministry": "ministry of finance", "education ministry": "ministry of education",
    "home office": "home office", "foreign office": "foreign office", "ioc": "international olympic committee", "fifa": "fifa", "uefa": "uefa", "g7": "g7", "g20": "g20",
    "group of seven": "g7", "group of 20": "g20", "group of twenty": "g20", "icrc": "international committee of the red cross", "msf": "medecins sans frontieres", "doctors without borders": "medecins sans frontieres",
    "unhcr": "unhcr", "un refugee agency": "unhcr", "wfp": "world food programme", "world food program": "world food programme", "fao": "food and agriculture organisation",
    "idf": "israel defence forces", "israel defense forces": "israel defence forces", "isro": "indian space research organisation", "ap": "associated press", "afp": "agence france-presse",
    "oecd": "oecd", "adb": "asian development bank", "snp": "scottish national party", "anc": "african national congress", "met office": "met office", "hmrc": "hm revenue and customs",
    "ons": "office for national statistics", "bank of england": "bank of england", "kremlin": "kremlin", "pentagon": "department of defence", "white house": "white house",
    "downing street": "downing street", "whitehall": "whitehall", "capitol hill": "capitol hill", "number 10": "downing street", "no 10": "downing street", "european commission": "european commission",
    "european council": "european council", "hamas": "hamas", "hezbollah": "hezbollah", "taliban": "taliban", "google": "google", "microsoft": "microsoft", "facebook": "meta", "meta": "meta", "reuters": "reuters",
    "twitter": "x", "apple": "apple", "amazon": "amazon", "boeing": "boeing", "airbus": "airbus", "tesla": "tesla", "labour": "labour party", "labour party": "labour party", "tories": "conservative party",
}  # fmt: skip
"""Folded variant → the key that stands for all of them; also organisations whose name says nothing of their kind."""

COMMON = word_set("""federal state central northern southern eastern western local heavy new old former late early several many most more other high low strong severe thick dense light major minor main key top big large small long short public private
national international regional global military civil civilian armed nearby rising falling record emergency rescue officials official residents resident witnesses witness police rescuers
firefighters crews crew workers staff people men women children students teachers doctors nurses patients passengers drivers soldiers troops protesters demonstrators supporters opponents critics
experts analysts economists scientists researchers investigators prosecutors lawyers judges jurors lawmakers ministers leaders members delegates diplomats negotiators sources authorities
forces rebels militants gunmen attackers suspects victims survivors families relatives parents neighbours villagers farmers fishermen miners strikers unions union employers companies company firms
firm banks bank shares stocks markets prices inflation unemployment growth sales profits exports imports oil gas gold power water food fuel electricity traffic trains flights roads schools hospitals homes
houses buildings bridges rain snow wind winds storms storm floods flooding flood waters fire fires smoke ash lava debris mud rubble landslides aftershocks tremors temperatures
temperature heat cold ice weather forecasters meteorologists geologists seismologists volcanologists health medical aid relief help support talks negotiations discussions meetings meeting
plans plan proposals proposal rules rule laws law bill measures measure votes vote voters turnout elections election polls poll opposition government parliament court judge jury police
security defence defense foreign economic political social cultural technology trade culture education science sport business finance justice peace war fighting shelling strikes strike attack attacks
bombing explosion blast crash collision collapse earthquake quake eruption drought famine epidemic outbreak pandemic virus vaccine vaccines study report reports research data figures
results evidence documents document emails footage video images photographs photos records statement statements comments remarks news nobody everyone everybody anyone someone
thousands hundreds dozens scores millions half two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred about around nearly almost roughly over under
today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
additionally moreover furthermore however meanwhile nevertheless nonetheless instead still then later earlier afterwards finally eventually initially originally previously currently recently
clearly reportedly allegedly apparently sadly fortunately unfortunately notably critics campaigners activists volunteers organisers owners managers directors players fans spectators tourists visitors
guests customers consumers users investors shareholders creditors borrowers lenders tenants landlords engineers technicians divers climbers sailors pilots captains coaches referees athletes
midfielder striker goalkeeper defender teams team club clubs league match matches game games goals race tour festival concert film films book books album song artists actors musicians curators
museum gallery theatre church mosque temple university college airline airport airlines train railway rail ship ferry boat boats vessel vessels lorry truck bus car cars plane helicopter
dr mr mrs ms both each all some any every such certain various countless fewer less much another either neither none only just even also again once twice first second third last next final
according addressing speaking asked given due despite following thanks because since although though while whereas unless until if when where how why what who whose which that this these those
there here yes no not never nor or and but so yet for from with without within in on at by to of into onto upon under above below between among after before during through across against
it its he his him she her they their them we our us you your i my me one ones as than like unlike per via""")
"""Words that start sentences in the news without being names."""

COMMON_ENDINGS = (
    "ing", "tion", "sion", "ment", "ments", "tions", "ness", "ity", "ities", "ers", "ors", "ists", "ians", "ous", "ful", "less", "able", "ible",
    "ly", "ship", "ships", "hood", "ance", "ence", "ism", "ical", "ive", "ives", "ials", "ages", "ings", "ures", "ates", "men", "ees",
)  # fmt: skip
SURNAMES_IN_S = word_set("""jones evans williams davis adams edwards roberts phillips harris lewis hughes james thomas rogers sanders masters powers waters peters myers summers
winters saunders masters chambers rivers flowers matthews andrews stevens collins mills hayes banks brooks parks woods fields ellis morris francis dennis burns watts potts kallas mathers
withers romero-s carruthers travers walters sellers dickens hawkins jenkins perkins watkins simmons simons parsons lyons gibbons symons coates yates barnes holmes groves reeves jeffries""")
