"""Number words and what they are worth."""

from __future__ import annotations

from compare.claims.details.tables import word_list

ONES = {
    word: value
    for value, word in enumerate(
        word_list(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
        )
    )
}
TENS = {
    word: 10 * place
    for place, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
TENS["fourty"] = 40
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "lac": 1e5, "lakhs": 1e5,
    "crore": 1e7, "crores": 1e7, "quadrillion": 1e15,
}  # fmt: skip
SHORT_SCALES: dict[str, float] = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "cr": 1e7,
    "t": 1e12, "mil": 1e6, "tln": 1e12,
}  # fmt: skip
GROUPS: dict[str, float] = {"dozen": 12, "score": 20, "dozens": 12, "couple": 2, "pair": 2}
_DENOMINATORS: dict[str, float] = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
DENOMINATORS = _DENOMINATORS | {word + "s": value for word, value in _DENOMINATORS.items()} | {"halves": 2}
ORDINALS = {
    word: value
    for value, word in enumerate(
        word_list(
            """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """
        ),
        start=1,
    )
}
ORDINALS |= {word[:-1] + "ieth": value for word, value in TENS.items()} | {
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}
VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9999), "millions": (2e6, 9.99e6),
    "billions": (2e9, 9.99e9), "tens": (20, 99), "trillions": (2e12, 9.99e12), "lakhs": (2e5, 9.99e5), "crores": (2e7, 9.99e7), "several": (3, 9),
}  # fmt: skip
"""What vague number words cover, as widely as they are used."""
