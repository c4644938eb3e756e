"""Place names: a gazetteer of countries and cities, regions, the words places are made of, and demonyms."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from compare.claims.details.tables import word_set

PLACE_WORDS = word_set("""street road avenue square bridge river lake mount mountain mountains island islands county province region district valley bay sea ocean
gulf peninsula airport port harbour harbor park forest desert coast strait canal beach hill hills village town city borough parish state territory cape
creek falls glacier volcano plaza boulevard lane highway motorway station quarter basin delta plateau gorge reservoir dam rainforest path heights""")
"""A name that ends in (or, for the first ones of `PLACE_STARTS`, begins with) one of these names a place."""

PLACE_STARTS = word_set(
    """
    mount lake cape port fort gulf bay strait isle river san santa saint st st. sao new north south east
    west
    """
)

REGIONS = frozenset(
    """europe asia africa antarctica oceania america latin america|north america|south america|central america|middle east|far east|near east|balkans|scandinavia
|caribbean|mediterranean|baltic|caucasus|sahel|sahara|maghreb|levant|gaza|gaza strip|west bank|golan heights|crimea|donbas|kashmir|tibet|xinjiang|hong kong|macau|catalonia
|bavaria|saxony|england|scotland|wales|northern ireland|ulster|siberia|chechnya|dagestan|kurdistan|south asia|southeast asia|east asia|central asia|western europe|eastern europe|east africa
|west africa|southern africa|north africa|sub-saharan africa|horn of africa|indian ocean|pacific|pacific ocean|atlantic|atlantic ocean|arctic|arctic ocean|south china sea|black sea|red sea|north sea
|baltic sea|mediterranean sea|caspian sea|persian gulf|gulf|gulf of mexico|suez canal|panama canal|english channel|strait of hormuz|indo-pacific|indian ocean region
|new york|quebec|ontario|british columbia|alberta|new south wales|queensland|victoria|western australia|tasmania|sicily|sardinia|corsica|crete|brittany|normandy|provence|andalusia|tuscany|lombardy
|punjab|sindh|balochistan|andhra pradesh|kerala|karnataka|maharashtra|gujarat|rajasthan|uttar pradesh|tamil nadu|bihar|west bengal|assam|odisha|haryana|telangana|jammu and kashmir|ladakh|goa|uttarakhand
|bali|java|sumatra|borneo|sulawesi|lombok|flores|mindanao|luzon|okinawa|hokkaido|honshu|kyushu|guangdong|sichuan|yunnan|hubei|darfur|tigray|oromia|somaliland|zanzibar|transnistria|kosovo|abkhazia|south ossetia
|nagorno-karabakh|alps|andes|himalayas|rockies|pyrenees|amazon|nile|danube|rhine|ganges|yangtze|mekong|thames|silicon valley|wall street|manhattan|brooklyn|hollywood|holy land|cornwall|yorkshire
|kent|essex|sussex|devon|lancashire|midlands|highlands|isle of wight|isle of man|channel islands|canary islands|balearic islands|azores|hawaii|alaska|patagonia|puerto rico|greenland|faroe islands
|britain|great britain|holland|burma|ivory coast|czech republic|czechia|turkey|turkiye|south korea|north korea|korea|taiwan|palestine|vatican|vatican city|russia|syria|iran|laos|vietnam|bosnia|macedonia|congo|dr congo
|trinidad and tobago|antigua and barbuda|sao tome and principe|bosnia and herzegovina|saint kitts and nevis|east timor|cape verde|swaziland|eswatini|kyiv|kiev|washington dc|washington d.c.|delhi|bombay|calcutta
|madras|peking|kingdom of saudi arabia|united states|united states of america|united kingdom|united arab emirates|soviet union|ussr|yugoslavia|czechoslovakia|east germany|west germany""".replace(
        "\n", ""
    )
    .replace("oceania america latin", "oceania|america|latin")
    .replace("europe asia africa antarctica ", "europe|asia|africa|antarctica|")
    .split("|")
)

SAME_PLACE = {
    "us": "united states", "u.s.": "united states", "usa": "united states", "u.s.a.": "united states", "united states of america": "united states",
    "america": "united states", "uk": "united kingdom", "u.k.": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom",
    "uae": "united arab emirates", "burma": "myanmar", "holland": "netherlands", "the netherlands": "netherlands", "czech republic": "czechia",
    "turkiye": "turkey", "kiev": "kyiv", "bombay": "mumbai", "calcutta": "kolkata", "madras": "chennai", "peking": "beijing", "swaziland": "eswatini",
    "ivory coast": "cote d'ivoire", "cape verde": "cabo verde", "east timor": "timor leste", "new york city": "new york", "nyc": "new york",
    "washington d.c.": "washington", "washington dc": "washington", "republic of korea": "south korea", "dprk": "north korea", "prc": "china",
    "saigon": "ho chi minh city", "macedonia": "north macedonia", "drc": "dr congo", "democratic republic of congo": "dr congo", "bosnia": "bosnia and herzegovina",
    "democratic republic of the congo": "dr congo", "russian federation": "russia", "vatican": "vatican city", "bangalore": "bengaluru", "gurgaon": "gurugram",
}  # fmt: skip
"""Folded variant → the key that stands for all of them."""

_DEMONYMS = """
afghan afghans:afghanistan|albanian:albania|algerian:algeria|american:united states|angolan:angola|argentine argentinian:argentina|armenian:armenia|australian aussie:australia
|austrian:austria|azerbaijani azeri:azerbaijan|bangladeshi:bangladesh|belarusian:belarus|belgian:belgium|bolivian:bolivia|bosnian:bosnia and herzegovina|brazilian:brazil
|british briton britons brit brits:united kingdom|bulgarian:bulgaria|burmese:myanmar|cambodian:cambodia|cameroonian:cameroon|canadian:canada|chadian:chad|chilean:chile|chinese:china
|colombian:colombia|congolese:dr congo|croatian croat:croatia|cuban:cuba|cypriot:cyprus|czech:czechia|danish dane danes:denmark|dutch:netherlands|ecuadorian:ecuador|egyptian:egypt|emirati:united arab emirates
|english:england|eritrean:eritrea|estonian:estonia|ethiopian:ethiopia|european:europe|filipino philippine:philippines|finnish finn finns:finland|french:france|georgian:georgia|german:germany|ghanaian:ghana|greek:greece
|guatemalan:guatemala|haitian:haiti|honduran:honduras|hungarian:hungary|icelandic:iceland|indian:india|indonesian:indonesia|iranian:iran|iraqi:iraq|irish:ireland|israeli:israel|italian:italy|ivorian:cote d'ivoire
|jamaican:jamaica|japanese:japan|jordanian:jordan|kazakh:kazakhstan|kenyan:kenya|korean:korea|kosovan:kosovo|kuwaiti:kuwait|kyrgyz:kyrgyzstan|laotian:laos|latvian:latvia|lebanese:lebanon|liberian:liberia|libyan:libya
|lithuanian:lithuania|macedonian:north macedonia|malaysian:malaysia|malian:mali|maltese:malta|mexican:mexico|moldovan:moldova|mongolian:mongolia|montenegrin:montenegro|moroccan:morocco|mozambican:mozambique|namibian:namibia|nepalese nepali:nepal
|nicaraguan:nicaragua|nigerian:nigeria|nigerien:niger|norwegian:norway|omani:oman|pakistani:pakistan|palestinian:palestine|panamanian:panama|paraguayan:paraguay|peruvian:peru|polish pole poles:poland|portuguese:portugal|qatari:qatar
|romanian:romania|russian:russia|rwandan:rwanda|salvadoran:el salvador|saudi:saudi arabia|scottish scot scots:scotland|senegalese:senegal|serbian serb serbs:serbia|singaporean:singapore|slovak slovakian:slovakia|slovenian slovene:slovenia|somali:somalia
|spanish spaniard:spain|sudanese:sudan|swedish swede swedes:sweden|swiss:switzerland|syrian:syria|taiwanese:taiwan|tajik:tajikistan|tanzanian:tanzania|thai:thailand|tibetan:tibet|tunisian:tunisia|turkish turk turks:turkey|turkmen:turkmenistan|ugandan:uganda
|ukrainian:ukraine|uruguayan:uruguay|uzbek:uzbekistan|venezuelan:venezuela|vietnamese:vietnam|welsh:wales|yemeni:yemen|zambian:zambia|zimbabwean:zimbabwe|african:africa|asian:asia|arab:|kurdish kurd kurds:|jewish jew jews:|muslim muslims:|christian christians:
|catholic:|sunni:|shia shiite:|hindu hindus:|sikh sikhs:|buddhist:|tamil:|rohingya:|uyghur uighur:|hutu:|tutsi:|catalan:catalonia|bavarian:bavaria|californian:california|texan:texas|kashmiri:kashmir|chechen:chechnya|crimean:crimea
|republican republicans:|democrat democrats democratic:|tory tories:|islamist:|western:|soviet:|nazi:|maori:|fijian:fiji|andean:|samoan:samoa|tongan:tonga|bhutanese:bhutan|maldivian:maldives|malagasy:madagascar|malawian:malawi|botswanan:botswana|gambian:gambia|guinean:guinea|beninese:benin
|togolese:togo|burkinabe:burkina faso|gabonese:gabon|mauritanian:mauritania|mauritian:mauritius|surinamese:suriname|guyanese:guyana|bahamian:bahamas|barbadian:barbados|trinidadian:trinidad and tobago
|dominican:dominican republic|timorese:timor leste|papuan:papua new guinea|luxembourgish:luxembourg|greenlandic:greenland|aboriginal:|inuit:|roma:|scandinavian:scandinavia|balkan:balkans"""

DEMONYMS = {
    form: country
    for row in _DEMONYMS.replace("\n", "").split("|")
    for forms, _, country in [row.partition(":")]
    for word in forms.split()
    for form in (word, word + "s")
}
_TWO_WORDS = {
    "south african": "south africa", "south korean": "south korea", "north korean": "north korea", "sri lankan": "sri lanka",
    "saudi arabian": "saudi arabia", "northern irish": "northern ireland", "puerto rican": "puerto rico", "costa rican": "costa rica",
    "latin american": "latin america", "south sudanese": "south sudan", "sierra leonean": "sierra leone", "hong konger": "hong kong",
    "new zealander": "new zealand", "el salvadoran": "el salvador", "north american": "north america", "south american": "south america",
}  # fmt: skip
DEMONYMS |= _TWO_WORDS | {form + "s": country for form, country in _TWO_WORDS.items()}
"""Adjective or people's name, lower case → the country or region, "" for groups of no one country."""


def fold(name: str) -> str:
    """Lower case without diacritics, plain apostrophes: the form names are compared in."""
    if name.isascii():
        return name.casefold()
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_PLAIN)


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that don't decompose, and apostrophes."""


@cache
def gazetteer() -> dict[str, str]:
    """Folded name → ISO code of the country; read once, when the first name is looked up."""
    lines = Path(__file__).with_name("places.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def is_place(folded: str) -> bool:
    """Whether a folded name is in the gazetteer or among the regions."""
    return folded in REGIONS or folded in SAME_PLACE or folded in gazetteer()


def country(folded: str) -> str:
    """ISO code of the country of a known place; "" when it isn't known."""
    return gazetteer().get(folded, "")
