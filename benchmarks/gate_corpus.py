"""A made-up corpus of news: stories told by several outlets, each in its own words.

The same size always gives the same corpus. No two stories share names, figures or places, no two outlets of a story
the same text: each tells most of the story's facts in one of several wordings, in an order of its own, and adds
sentences that nobody else has.
"""

from __future__ import annotations

import random
from pathlib import Path

OUTLETS = ("courier", "daily-record", "evening-post", "gazette", "observer", "tribune", "wire", "world-today")

KINDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "flood": (
        ("{dead} people died when the {river} burst its banks in {town} on {day}.",
         "The {river} flooded {town} on {day} and killed {dead} people.",
         "At {town}, {dead} people lost their lives on {day} in the flood of the {river}."),
        ("The water rose by {metres} metres within {hours} hours, the {body} said.",
         "According to the {body}, the river climbed {metres} metres in {hours} hours."),
        ("{boss}, the mayor of {town}, ordered {many} residents to leave their homes.",
         "Mayor {boss} told {many} people in {town} to leave their houses."),
        ("The damage is put at {money} million crowns.",
         "Officials estimate the damage at {money} million crowns."),
        ("The railway to {place} will stay closed until {later}.",
         "Trains to {place} won't run before {later}."),
        ("Soldiers filled {bags} sandbags along the embankment.",
         "The army laid {bags} sandbags on the embankment."),
    ),
    "plant": (
        ("{firm} will close its factory in {town} on {day}.",
         "The {firm} factory in {town} shuts on {day}.",
         "On {day} {firm} is to shut down its plant in {town}."),
        ("{many} workers will lose their jobs.",
         "The closure costs {many} people their jobs."),
        ("“We have no orders left,” {boss}, the head of {firm}, said.",
         "“We have no orders left,” said {firm}'s chief executive, {boss}."),
        ("The union demands {money} million crowns for a social plan.",
         "A social plan of {money} million crowns is what the union asks for."),
        ("Production moves to {place}, where wages are {percent} per cent lower.",
         "{firm} shifts the work to {place}; wages there are {percent} per cent lower."),
        ("The plant opened {years} years ago.",
         "It is {years} years since the plant opened."),
    ),
    "trial": (
        ("A court in {town} sentenced {boss} to {years} years in prison on {day}.",
         "{boss} was sent to prison for {years} years by a court in {town} on {day}."),
        ("The former head of {firm} had taken bribes of {money} million crowns.",
         "{boss} took {money} million crowns in bribes while running {firm}."),
        ("The judges heard {dozens} witnesses over {hours} weeks.",
         "During {hours} weeks the court heard {dozens} witnesses."),
        ("The defence will appeal.",
         "Defence lawyers announced an appeal."),
        ("The prosecution had asked for a term that was {percent} per cent longer.",
         "Prosecutors had demanded a sentence {percent} per cent longer."),
        ("The money went through a bank in {place}, the {body} found.",
         "A bank in {place} had handled the money, according to the {body}."),
    ),
    "collision": (
        ("A goods train hit a commuter train near {town} on {day}, and {dead} people died.",
         "{dead} people were killed near {town} on {day} when a commuter train was hit by a goods train."),
        ("{dozens} passengers were injured, the {body} said.",
         "The {body} counted {dozens} injured passengers."),
        ("The goods train, on its way to {place}, had passed a red signal.",
         "A red signal was ignored by the goods train, which was bound for {place}."),
        ("Its driver, {boss}, had been at work for {hours} hours.",
         "{boss}, who drove it, was in hour {hours} of his shift."),
        ("The line stays closed until {later}.",
         "No train will run on the line before {later}."),
        ("{firm} had put off the new brakes, which cost {money} million crowns.",
         "New brakes for {money} million crowns had been postponed by {firm}."),
    ),
    "vote": (
        ("The council of {town} backed the new bridge over the {river} with {dozens} votes on {day}.",
         "With {dozens} votes {town}'s council decided on {day} to build a bridge over the {river}."),
        ("The bridge will cost {money} million crowns.",
         "It is to cost {money} million crowns."),
        ("{firm} won the contract against {hours} rivals.",
         "Against {hours} competitors the contract went to {firm}."),
        ("“It joins what the war has parted,” council leader {boss} said.",
         "Council leader {boss} said: “It joins what the war has parted.”"),
        ("{many} people had signed a petition against it.",
         "A petition against the plan had {many} signatures."),
        ("Lorries bound for {place} will save {percent} per cent of their time.",
         "For lorries to {place} the way gets {percent} per cent shorter in time."),
    ),
    "fire": (
        ("A fire in the old harbour of {town} destroyed {dozens} warehouses on {day}.",
         "{dozens} warehouses burned down on {day} in the old harbour of {town}."),
        ("It took {many} firefighters {hours} hours to put it out.",
         "{many} firefighters needed {hours} hours to bring it under control."),
        ("The {body} suspects a faulty cable.",
         "A faulty cable is what the {body} believes was the cause."),
        ("Goods of {firm} worth {money} million crowns were lost.",
         "{firm} lost goods worth {money} million crowns."),
        ("Harbour master {boss} closed the basin to ships from {place}.",
         "The basin was closed to ships from {place} by harbour master {boss}."),
        ("The smoke could be seen {bags} metres up.",
         "Smoke rose to {bags} metres."),
    ),
    "vaccine": (
        ("A trial in {town} found that the malaria vaccine of {firm} protects {percent} per cent of children.",
         "The malaria vaccine of {firm} protected {percent} per cent of the children in a trial in {town}."),
        ("{many} children took part over {years} years.",
         "The trial ran for {years} years with {many} children."),
        ("{boss}, who led the trial, called the result better than hoped.",
         "The head of the trial, {boss}, spoke of a result better than hoped."),
        ("A dose costs {hours} crowns.",
         "The price of a dose is {hours} crowns."),
        ("{place} ordered {bags} doses on {day}.",
         "On {day} {place} placed an order for {bags} doses."),
        ("The {body} will decide on {later}.",
         "A decision of the {body} is due on {later}."),
    ),
    "strike": (
        ("Pilots of {firm} walked out on {day}, and {dozens} flights from {town} were cancelled.",
         "{dozens} flights from {town} were cancelled on {day} as pilots of {firm} went on strike."),
        ("They want {percent} per cent more pay.",
         "Their demand is a rise of {percent} per cent."),
        ("{many} passengers were stranded, most of them on the way to {place}.",
         "Stranded: {many} passengers, the greater part bound for {place}."),
        ("The airline loses {money} million crowns a day.",
         "Each day costs the airline {money} million crowns."),
        ("Union leader {boss} said the strike would last until {later}.",
         "Until {later} the strike will go on, union leader {boss} said."),
        ("The last talks broke down after {hours} hours.",
         "After {hours} hours the last talks had failed."),
    ),
}  # fmt: skip

TRADES = ("baker", "nurse", "teacher", "retired sailor", "locksmith", "farmer", "librarian", "bus driver", "potter",
          "pharmacist", "surveyor", "violin maker", "student of law", "florist", "welder", "vet")  # fmt: skip
DEEDS = ("had slept through it all", "had heard about it on the radio", "was packing a suitcase for a sister abroad",
         "had written to the ministry in spring without getting an answer", "was waiting for news of a cousin",
         "had taken pictures from the roof of the school", "kept the shop open for the neighbours",
         "did not believe a word of the official account", "had moved into the district only a week earlier",
         "would vote for the other party next time", "was offering tea to strangers at the bus stop",
         "had lent a boat to the rescuers", "was going to play at the memorial concert",
         "remembered a similar day from childhood")  # fmt: skip
SCENES = ("The market on {square} Square was empty but for two pigeon keepers.",
          "A choir from {square} sang in front of the town hall.",
          "Rain is forecast for {square} over the weekend.",
          "The archive of the {square} Museum lent historic maps to the investigators.",
          "Children of the {square} School had drawn posters.",
          "At the {square} Hotel every room was taken by reporters.",
          "An exhibition about {square} opens there next month all the same.",
          "A football match against {square} was put off.")  # fmt: skip
STARTS = ("Bran", "Cal", "Dor", "Esk", "Fal", "Gor", "Hel", "Ist", "Jar", "Kol", "Lun", "Mor", "Nev", "Ost", "Pel",
          "Quer", "Rost", "Sel", "Tarn", "Ulm", "Ver", "Wex", "Yar", "Zell")  # fmt: skip
MIDDLES = ("a", "e", "i", "o", "u", "an", "en", "ar", "il", "or")
ENDS = ("dale", "wick", "mouth", "stadt", "vik", "burg", "ford", "heim", "nitz", "polje", "grad", "haven")
FIRST_NAMES = ("Ada", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Irma", "Jonas", "Katya",
               "Lars", "Mira", "Nils", "Olga", "Pavel", "Rosa", "Stefan", "Tilda", "Viktor")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "July", "September", "November")


def write(folder: Path, stories: int, articles: int = 5) -> list[Path]:
    """Write `stories` folders of `articles` files each; their paths, in order."""
    return [path for number in range(stories) for path in _write_story(folder, number, articles)]


def _write_story(folder: Path, number: int, articles: int) -> list[Path]:
    choice = random.Random(number)
    kind = list(KINDS)[number % len(KINDS)]
    words = _words(choice)
    story = folder / f"{number:04}-{kind}-{words['town'].lower()}"
    story.mkdir(parents=True)
    paths = []
    for outlet in sorted(choice.sample(OUTLETS, articles)):
        paths.append(story / f"{outlet}.md")
        paths[-1].write_text(_article(choice, outlet, kind, words), encoding="utf-8")
    return paths


def _words(choice: random.Random) -> dict[str, str]:
    """Names and figures of a story."""
    first, last = choice.sample(DAYS, 2)
    return {
        "town": _name(choice), "place": _name(choice), "river": _name(choice).rstrip("s") + "a",
        "firm": f"{_name(choice)} {choice.choice(('Works', 'Group', 'Lines', 'Holding'))}",
        "boss": _person(choice), "body": f"{_name(choice)} {choice.choice(('Institute', 'Agency', 'Office'))}",
        "day": first, "later": f"{choice.randint(1, 28)} {choice.choice(MONTHS)}", "square": last,
        "dead": str(choice.randint(11, 98)), "dozens": str(choice.randint(21, 190)),
        "many": f"{choice.randint(2, 90)},{choice.randint(1, 9)}00", "bags": f"{choice.randint(3, 40)},000",
        "metres": str(choice.randint(2, 9)), "hours": str(choice.randint(11, 40)),
        "money": str(choice.randint(12, 980)), "percent": str(choice.randint(13, 79)),
        "years": str(choice.randint(3, 19)),
    }  # fmt: skip


def _article(choice: random.Random, outlet: str, kind: str, words: dict[str, str]) -> str:
    """Front matter, a title, most of the facts, and as many sentences of the outlet's own."""
    facts = [choice.choice(wordings).format(**words) for wordings in KINDS[kind]]
    lead, others = facts[0], choice.sample(facts[1:], choice.randint(3, 5))
    own = [_own(choice) for _ in range(choice.randint(4, 7))]
    paragraphs = [lead + " " + others[0], *_pairs([*others[1:], *own])]
    hour = choice.randint(6, 22)
    head = f"---\ntitle: {kind.title()} in {words['town']}\nsource: {outlet}\ndate: 2031-05-04T{hour:02}:00\n---\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


def _pairs(sentences: list[str]) -> list[str]:
    return [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]


def _own(choice: random.Random) -> str:
    if choice.random() < 0.3:
        return choice.choice(SCENES).format(square=_name(choice))
    person = f"{_person(choice)}, a {choice.choice(TRADES)} from {_name(choice)},"
    return f"{person} {choice.choice(DEEDS)}."


def _person(choice: random.Random) -> str:
    return f"{choice.choice(FIRST_NAMES)} {_name(choice)}"


def _name(choice: random.Random) -> str:
    return choice.choice(STARTS) + choice.choice(MIDDLES) + choice.choice(ENDS)
