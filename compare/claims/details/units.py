"""Units of measure: names and signs → dimension, base unit and factor (SI where there is one)."""

from __future__ import annotations

from dataclasses import dataclass

from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: value in the base unit = printed value x factor + offset."""

    name: str
    dimension: str
    base: str
    factor: float
    offset: float = 0.0


YEAR = 365.25 * 86_400
"""Seconds of a Julian year; a month is a twelfth of it, so that 12 months are one year."""

_TABLE = f"""
length m|metre meter metres meters m:1|kilometre kilometer kilometres kilometers km kms:1000|centimetre centimeter centimetres centimeters cm:.01
|millimetre millimeter millimetres millimeters mm:.001|decimetre decimeter decimetres decimeters dm:.1|micrometre micrometer micrometres micron microns µm:1e-6|nanometre nanometer nanometers nanometres nm:1e-9
|mile miles mi:1609.344|nautical-mile nautical-miles:1852|yard yards yd yds:.9144|foot feet ft:.3048|inch inches:.0254|light-year light-years:9.4607e15
area m2|square-metre square-metres square-meter square-meters sq-m m² m2 sqm:1|square-kilometre square-kilometres square-kilometer square-kilometers sq-km km² km2:1e6
|square-mile square-miles sq-mi sq-miles:2589988.11|hectare hectares ha:1e4|acre acres:4046.8564|square-foot square-feet sq-ft sqft ft²:.09290304|square-yard square-yards:.83612736
mass kg|kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs:1|gram grams gramme grammes g:.001|milligram milligrams mg:1e-6|microgram micrograms microgramme microgrammes mcg µg μg:1e-9
|tonne tonnes metric-ton metric-tons ton tons t mt:1000|short-ton short-tons:907.18474|long-ton long-tons:1016.0469|pound pounds lb lbs:.45359237|ounce ounces oz:.028349523
|stone stones st:6.35029318|kilotonne kilotonnes kilotons kiloton:1e6|megatonne megatonnes megatons megaton:1e9|gigatonne gigatonnes gigatons gigaton:1e12
volume L|litre liter litres liters l ltr:1|cup cups:.2365882365|millilitre milliliter millilitres milliliters ml:.001|centilitre centilitres cl:.01|cubic-metre cubic-metres cubic-meter cubic-meters m³ m3 cu-m:1000
|gallon gallons gal:3.785411784|barrel barrels bbl:158.987295|pint pints:.56826125|quart quarts:.946352946|cubic-foot cubic-feet cu-ft:28.3168466|cubic-kilometre cubic-kilometres km³:1e12
|teaspoon teaspoons tsp:.00492892|tablespoon tablespoons tbsp:.0147868|cubic-inch cubic-inches:.016387064|bushel bushels:35.2390702
duration s|second seconds sec secs:1|millisecond milliseconds ms:.001|minute minutes min mins:60|hour hours hr hrs h:3600|day days:86400|night nights:86400|week weeks wk wks:604800
|fortnight fortnights:1209600|month months:{YEAR / 12}|year years yr yrs:{YEAR}|decade decades:{10 * YEAR}|century centuries:{100 * YEAR}|nanosecond nanoseconds ns:1e-9|microsecond microseconds:1e-6
temperature °C|°c ℃ degree-celsius degrees-celsius degree-centigrade degrees-centigrade celsius centigrade ° -c degree-c degrees-c:1|kelvin kelvins:1:-273.15
speed m/s|metre-per-second metres-per-second meters-per-second meter-per-second m/s:1|kilometre-per-hour kilometres-per-hour kilometers-per-hour kilometer-per-hour km/h kmh kph kmph km-per-hour km-an-hour kilometres-an-hour kilometers-an-hour:.27777777777777778
|mile-per-hour miles-per-hour mph miles-an-hour:.44704|knot knots kt kts:.514444444|kilometre-per-second kilometres-per-second kilometers-per-second km/s:1000|mile-per-second miles-per-second:1609.344|foot-per-second feet-per-second ft/s:.3048
energy J|joule joules:1|kilojoule kilojoules kj:1e3|megajoule megajoules mj:1e6|gigajoule gigajoules:1e9|watt-hour watt-hours wh:3600|kilowatt-hour kilowatt-hours kwh:3.6e6|megawatt-hour megawatt-hours mwh:3.6e9|gigawatt-hour gigawatt-hours gwh:3.6e12|terawatt-hour terawatt-hours twh:3.6e15
|calorie calories:4.184|kilocalorie kilocalories kcal:4184|electronvolt electronvolts ev:1.602176634e-19|btu btus:1055.05585
power W|watt watts w:1|kilowatt kilowatts kw:1e3|megawatt megawatts mw:1e6|gigawatt gigawatts gw:1e9|terawatt terawatts tw:1e12|horsepower hp bhp:745.699872
pressure Pa|pascal pascals pa:1|hectopascal hectopascals hpa:100|kilopascal kilopascals kpa:1e3|millibar millibars mb mbar:100|bar bars:1e5|psi:6894.75729|atmosphere atmospheres:101325
data B|byte bytes:1|kilobyte kilobytes kb:1e3|megabyte megabytes:1e6|gigabyte gigabytes gb:1e9|terabyte terabytes tb:1e12|petabyte petabytes pb:1e15|exabyte exabytes eb:1e18|bit bits:.125|kilobit kilobits:125|megabit megabits mbps mbit:125e3|gigabit gigabits gbps gbit:125e6
frequency Hz|hertz hz:1|kilohertz khz:1e3|megahertz mhz:1e6|gigahertz ghz:1e9
voltage V|volt volts v:1|kilovolt kilovolts kv:1e3|millivolt millivolts mv:1e-3
current A|ampere amperes amp amps:1|milliampere milliamps:.001
force N|newton newtons:1|kilonewton kilonewtons kn:1e3
sound dB|decibel decibels db:1
angle °|degree degrees:1
dose Sv|sievert sieverts sv:1|millisievert millisieverts msv:.001|microsievert microsieverts:1e-6
carat ct|carat carats:1
"""


def _read_table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    kind, base = "", ""
    for line in _TABLE.strip().splitlines():
        head, _, entries = line.partition("|")
        if head:
            kind, base = head.split()
        for entry in entries.split("|"):
            names, factor, *offset = entry.split(":")
            first = names.split()[0].replace("-", " ")
            for name in names.split():
                units[name] = Unit(first, kind, base, float(factor), float(offset[0]) if offset else 0.0)
    fahrenheit = Unit("degree fahrenheit", "temperature", "°C", 5 / 9, -160 / 9)
    units |= dict.fromkeys(
        ("°f", "℉", "degree-fahrenheit", "degrees-fahrenheit", "fahrenheit", "degrees-f", "degree-f"),
        fahrenheit,
    )
    units["°c"] = units["celsius"] = Unit("degree celsius", "temperature", "°C", 1.0)
    units |= dict.fromkeys(
        (
            "℃",
            "degree-celsius",
            "degrees-celsius",
            "centigrade",
            "degrees-centigrade",
            "degrees-c",
            "degree-c",
        ),
        units["°c"],
    )
    units["°"] = Unit("degree", "angle", "°", 1.0)
    del units["-c"]
    return units


UNITS = _read_table()
"""Name or sign, lower case, words joined by hyphens → unit."""

_ONLY_GLUED = word_set("g l t h w v m k mt st b")
"""Short signs that are read as units only right after the digits (or, for m, h and l, after one space)."""

_LOWER_ONLY = frozenset(["g", "h", "m", "t", "l"])
_FIRST_WORDS: dict[str, int] = {}
for _name in UNITS:
    _FIRST_WORDS[_name.split("-")[0]] = max(_FIRST_WORDS.get(_name.split("-")[0], 0), _name.count("-") + 1)


def match(tokens: Tokens, index: int, digits: bool) -> tuple[Unit, int] | None:
    """The unit that starts at the word `index` and the index after it; `digits` when a number in digits precedes."""
    low = tokens.low(index)
    if low in ("-", "–", "‑") and tokens.glued(index) and tokens.glued(index + 1):
        return match(tokens, index + 1, digits=False)
    if low == "°" or low == "º":
        return _degrees(tokens, index)
    if low not in _FIRST_WORDS and low not in ("km", "m", "ft", "mi"):
        return None
    power = _power(tokens, index)
    if power:
        return power
    slash = _slash(tokens, index)
    if slash:
        return slash
    for length in range(_FIRST_WORDS.get(low, 1), 0, -1):
        name, end = _name_at(tokens, index, length)
        unit = UNITS.get(name)
        if unit and (length > 1 or _is_unit_sign(tokens, index, digits)):
            return unit, end
    return None


def _name_at(tokens: Tokens, index: int, length: int) -> tuple[str, int]:
    """`length` words from `index` on joined by hyphens, whether or not hyphens stand between them in print."""
    parts: list[str] = []
    at = index
    while len(parts) < length and at < len(tokens):
        if parts and tokens.low(at) in ("-", "‑", "."):
            at += 1
        parts.append(tokens.low(at))
        at += 1
    return "-".join(parts), at


def _degrees(tokens: Tokens, index: int) -> tuple[Unit, int]:
    scale = tokens.low(index + 1)
    if scale in ("c", "f"):
        return UNITS["°" + scale], index + 2
    return UNITS["°"], index + 1


def _power(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    """ "km2" and "km^3", which are two and three words."""
    at = index + 2 if tokens.low(index + 1) == "^" else index + 1
    if tokens.glued(index + 1) and tokens.glued(at) and tokens.low(at) in ("2", "3"):
        unit = UNITS.get(tokens.low(index) + ("²" if tokens.low(at) == "2" else "³"))
        return (unit, at + 1) if unit else None
    return None


def _slash(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    if tokens.low(index + 1) == "/" and tokens.glued(index + 1):
        unit = UNITS.get(f"{tokens.low(index)}/{tokens.low(index + 2)}")
        return (unit, index + 3) if unit else None
    return None


def _is_unit_sign(tokens: Tokens, index: int, digits: bool) -> bool:
    low, word = tokens.low(index), tokens.word(index)
    if low in _ONLY_GLUED:
        near = tokens.glued(index) or (low in ("m", "h", "l", "g", "t") and digits)
        return (
            near
            and digits
            and (low not in _LOWER_ONLY or word == low)
            and tokens.low(index + 1) not in ("'", "’")
        )
    if len(low) <= 2 and low.isalpha() and low not in ("mi", "oz", "lb", "ft", "ha", "yr", "hr", "km"):
        return digits
    if low == "second" or low == "seconds":
        return True
    return low not in ("bar", "bars", "stone", "stones", "pound", "pounds") or weighs(tokens, index)


def weighs(tokens: Tokens, index: int) -> bool:
    """Whether "pound", "stone" or "bar" measures here rather than naming money, rocks or pubs."""
    return (
        tokens.low(index) == "stone"
        or tokens.low(index + 1) in ("heavier", "lighter", "overweight")
        or tokens.low(index - 2) in ("weighing", "weighed", "weighs", "weigh")
    )
