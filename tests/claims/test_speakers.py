"""Whether two speakers can be one."""

import pytest

from compare.claims.speakers import same_speaker
from compare.records import Span, Speaker


def named(name: str, *roles: str) -> Speaker:
    return Speaker(name, Span(0, 1), "named", roles)


def body(name: str) -> Speaker:
    return Speaker(name, Span(0, 1), "collective" if ", " in name else "institution")


SINGH = named("Rajnath Singh", "defence minister")
SAME = [
    (named("Kaja Kallas"), named("Kallas")),
    (named("Joe Biden"), named("Joseph Biden")),
    (named("J. Biden"), named("Joe Biden")),
    (named("Volodymyr Zelensky"), named("Zelenskyy")),
    (SINGH, body("Defence Minister")),
    (named("Bo Yun", "fire chief"), body("fire service")),
    (named("Jose Prado", "mayor of dale"), body("mayor")),
    (body("police"), body("police spokesman")),
    (body("police"), body("Dale Police")),
    (body("EU"), body("European Union")),
    (body("Kremlin"), body("Moscow")),
    (body("Spain"), body("Madrid")),
    (body("Omani mediators"), body("Oman's mediators")),
    (body("India, European Union"), body("European Union, India")),
]
DIFFERENT = [
    (SINGH, named("Kaja Kallas")),
    (SINGH, body("Finance Minister")),
    (body("mayor"), body("governor")),
    (body("Norwegian envoy"), body("Ghana's ambassador")),
    (named("Donald Trump"), named("Melania Trump")),
    (named("Ida Brandt", "finance minister"), SINGH),
    (named("Bo Yun", "fire chief"), body("police")),
    (body("residents"), body("police")),
    (body("European Council"), body("European Commission")),
    (body("Red Cross"), body("World Health Organization")),
    (named("Bo Yun", "fire chief"), body("Kaja Kallas, Rajnath Singh")),
]
UNKNOWN = [
    (None, body("police")),
    (body("officials"), body("police")),
    (SINGH, body("spokesman")),
    (SINGH, body("Rajnath Singh, Kaja Kallas")),
    (named("Peter Lau", "chief executive"), body("Northbank")),
    (body("union"), body("company")),
]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (a, b, answer)
        for answer, pairs in ((True, SAME), (False, DIFFERENT), (None, UNKNOWN))
        for a, b in pairs
    ],
)
def test_same_speaker_whichever_comes_first(a, b, expected):
    assert same_speaker(a, b) is expected
    assert same_speaker(b, a) is expected
