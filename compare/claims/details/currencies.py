"""Currencies: signs, codes and names → ISO 4217."""

from __future__ import annotations

from compare.claims.details import units
from compare.claims.details.tables import word_list, word_set
from compare.claims.details.tokens import Tokens

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH",
    "₦": "NGN", "฿": "THB", "₫": "VND", "₱": "PHP", "₵": "GHS", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₡": "CRC", "₭": "LAK", "₿": "BTC", "元": "CNY", "円": "JPY", "￥": "JPY", "＄": "USD",
}  # fmt: skip
DOLLAR_PREFIXES = {
    "us": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "cdn": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "usd": "USD", "aud": "AUD", "cad": "CAD", "mx": "MXN", "j": "JMD",
    "z": "ZWL", "tt": "TTD", "ec": "XCD", "b": "BND", "f": "FJD",
}  # fmt: skip
CODES = {
    code.lower(): code
    for code in word_list(
        """
    USD EUR GBP JPY CNY INR AUD CAD NZD CHF SEK NOK DKK RUB BRL MXN ZAR KRW SGD HKD TWD THB IDR MYR PHP
    VND TRY PLN CZK HUF RON BGN ILS AED SAR QAR KWD BHD OMR EGP NGN KES GHS ETB TZS UGX MAD DZD TND LBP
    SYP IQD IRR PKR BDT LKR NPR AFN MMK KHR LAK MNT KZT UZS UAH BYN GEL AMD AZN RSD BAM MKD ALL ISK ARS
    CLP COP PEN BOB PYG UYU VEF VES CUP DOP HTG JMD TTD GTQ HNL NIO CRC PAB XAF XOF RMB ZWL ZMW MWK MZN
    AOA NAD BWP RWF BIF CDF SDG SSP SOS LYD YER JOD MUR SCR MVR FJD PGK BND MOP XDR BTC ETH
    """
    )
} | {"rmb": "CNY", "rs": "INR", "re": "INR"}
NAMES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rouble": "RUB",
    "ruble": "RUB", "franc": "CHF", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "peso": "MXN", "rand": "ZAR",
    "lira": "TRY", "shekel": "ILS", "zloty": "PLN", "forint": "HUF", "koruna": "CZK", "leu": "RON", "lei": "RON", "lev": "BGN",
    "dirham": "AED", "riyal": "SAR", "rial": "IRR", "dinar": "KWD", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND",
    "taka": "BDT", "naira": "NGN", "cedi": "GHS", "shilling": "KES", "birr": "ETB", "hryvnia": "UAH", "hryvnias": "UAH", "tenge": "KZT",
    "lari": "GEL", "dram": "AMD", "manat": "AZN", "afghani": "AFN", "kyat": "MMK", "kip": "LAK", "riel": "KHR", "tugrik": "MNT",
    "real": "BRL", "reais": "BRL", "sterling": "GBP", "quid": "GBP", "buck": "USD", "greenback": "USD", "bolivar": "VES",
    "mark": "DEM", "markka": "FIM", "guilder": "NLG", "lire": "ITL", "peseta": "ESP", "drachma": "GRD", "escudo": "PTE", "schilling": "ATS",
    "loonie": "CAD", "crown": "SEK", "bitcoin": "BTC", "ether": "ETH", "won": "KRW", "sol": "PEN", "kuna": "HRK", "gourde": "HTG", "kwacha": "ZMW",
}  # fmt: skip
CENTS = {
    "cent": "USD",
    "cents": "USD",
    "penny": "GBP",
    "pence": "GBP",
    "paise": "INR",
    "paisa": "INR",
    "kopecks": "RUB",
    "pennies": "USD",
}
_UNSURE = word_set(
    """
    dollar pound rupee franc krona kronor krone kroner peso dirham riyal rial dinar shilling crown cent
    cents mark lira $ £ ¥ rs real
    """
)
_NATIONAL = {
    "us": "USD", "american": "USD", "u.s.": "USD", "australian": "AUD", "canadian": "CAD", "new zealand": "NZD", "singapore": "SGD", "hong kong": "HKD",
    "british": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG", "indian": "INR", "pakistani": "PKR",
    "sri lankan": "LKR", "nepalese": "NPR", "swiss": "CHF", "french": "FRF", "belgian": "BEF", "swedish": "SEK", "norwegian": "NOK", "danish": "DKK",
    "icelandic": "ISK", "mexican": "MXN", "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "philippine": "PHP", "cuban": "CUP",
    "kuwaiti": "KWD", "iraqi": "IQD", "jordanian": "JOD", "tunisian": "TND", "algerian": "DZD", "libyan": "LYD", "serbian": "RSD", "bahraini": "BHD",
    "moroccan": "MAD", "uae": "AED", "saudi": "SAR", "qatari": "QAR", "omani": "OMR", "iranian": "IRR", "yemeni": "YER", "kenyan": "KES",
    "tanzanian": "TZS", "ugandan": "UGX", "somali": "SOS", "south african": "ZAR", "south korean": "KRW", "north korean": "KPW", "chinese": "CNY", "japanese": "JPY",
    "russian": "RUB", "belarusian": "BYN", "czech": "CZK", "turkish": "TRY", "israeli": "ILS", "brazilian": "BRL", "hungarian": "HUF", "taiwan": "TWD",
    "jamaican": "JMD", "zimbabwean": "ZWL", "namibian": "NAD", "fijian": "FJD", "indonesian": "IDR", "malaysian": "MYR", "german": "DEM", "deutsche": "DEM",
    "finnish": "FIM", "italian": "ITL", "spanish": "ESP", "dutch": "NLG", "greek": "GRD", "portuguese": "PTE", "austrian": "ATS", "irish": "IEP", "maltese": "MTL",
    "cypriot": "CYP", "west african cfa": "XOF", "central african cfa": "XAF", "cfa": "XOF", "thai": "THB", "polish": "PLN", "romanian": "RON", "bulgarian": "BGN",
    "trinidad": "TTD", "dominican": "DOP", "uruguayan": "UYU", "bangladeshi": "BDT", "ukrainian": "UAH",
}  # fmt: skip


_GLUED = {
    "dh": "AED", "dhs": "AED", "sfr": "CHF", "r": "ZAR", "ksh": "KES", "sh": "KES", "ush": "UGX", "tsh": "TZS", "rp": "IDR", "rm": "MYR",
    "tk": "BDT", "kr": "SEK", "fr": "CHF", "cfa": "XOF",
}  # fmt: skip
"""Signs in letters that stand right before the digits: "Dh1.3bn", "R1.9bn"."""

_LOWER_CODES = frozenset(("usd", "eur", "gbp", "rmb", "inr"))


def prefix(tokens: Tokens, index: int) -> tuple[int, str, bool] | None:
    """The currency right before the number at `index`: index of its first word, ISO code, whether it is sure.

    Reads "$", "US$", "A $", "Rs", "Rs.", "USD", "EUR" (glued or not).
    """
    low, before = tokens.low(index - 1), tokens.low(index - 2)
    if low in SIGNS:
        if tokens.glued(index - 1) or (low == "$" and before in ("us", "c", "a", "nz", "hk", "s", "r")):
            code = DOLLAR_PREFIXES.get(before) if low == "$" else None
            if code and _is_dollar_prefix(tokens, index - 2):
                return index - 2, code, True
            if low == "£" and before in ("e", "ir"):
                return index - 2, "EGP" if before == "e" else "IEP", True
        return index - 1, SIGNS[low], low not in _UNSURE
    if low == "." and before == "rs":
        return index - 2, "INR", False
    if low in CODES and (tokens.word(index - 1).isupper() or low == "rs" or low in _LOWER_CODES):
        return index - 1, CODES[low], low != "rs"
    if low in _GLUED and tokens.glued(index) and not tokens.glued(index - 1) and tokens.is_capital(index - 1):
        return index - 1, _GLUED[low], low not in ("kr", "fr", "sh")
    return None


def _is_dollar_prefix(tokens: Tokens, index: int) -> bool:
    """Whether the letters before "$" belong to it: glued capitals, or "US $" and "C $" with a space."""
    if tokens.glued(index + 1):
        return tokens.word(index).isupper()
    return tokens.low(index) in ("us", "c", "nz", "hk")


def suffix(tokens: Tokens, index: int) -> tuple[int, str, bool, float] | None:
    """The currency that starts at `index`, after a number: index after it, ISO code, sure, factor (0.01 for cents).

    Reads "dollars", "US dollars", "Swiss francs", "USD", "€", "p" glued to digits, "-euro".
    """
    at = (
        index + 1
        if tokens.low(index) in ("-", "‑") and tokens.glued(index) and tokens.glued(index + 1)
        else index
    )
    low = tokens.low(at)
    if low in SIGNS and (tokens.glued(at) or not tokens.is_number(at + 1)):
        return at + 1, SIGNS[low], low not in _UNSURE, 1.0
    if low in CODES and (tokens.word(at).isupper() or low in _LOWER_CODES):
        return at + 1, CODES[low], True, 1.0
    if low in CENTS:
        return at + 1, CENTS[low], low not in _UNSURE, 0.01
    if low == "p" and tokens.glued(at) and tokens.is_number(at - 1):
        return at + 1, "GBP", True, 0.01
    return _named(tokens, at)


def _named(tokens: Tokens, at: int) -> tuple[int, str, bool, float] | None:
    for length in (0, 1, 2):
        name = _singular(tokens.low(at + length))
        if name in NAMES and (length or _names_money(tokens, at)):
            nation = tokens.phrase(at, at + length)
            if length and nation not in _NATIONAL:
                return None
            code = _NATIONAL[nation] if length and name not in ("euro", "sterling") else NAMES[name]
            end = at + length + 1
            if name == "pound" and tokens.low(end) == "sterling":
                return end + 1, "GBP", True, 1.0
            return end, code, bool(length) or name not in _UNSURE, 1.0
    return None


def _singular(low: str) -> str:
    return low if low in NAMES else low.removesuffix("s")


def _names_money(tokens: Tokens, at: int) -> bool:
    """Whether a word that may mean something else ("won", "mark", "real", "crown", "sol") names money after a number."""
    low = tokens.low(at)
    if low == "won":
        return tokens.low(at + 1) not in _WON
    if low in ("pound", "pounds"):
        return not units.weighs(tokens, at)
    return low not in _OTHER_MEANINGS or tokens.low(at - 1) == "-"


_WON = word_set("the a an in at their his her by gold seats medals from")
"""What follows "won" as a verb."""

_OTHER_MEANINGS = word_set("mark real crown sol lev lei rand ether cent")
