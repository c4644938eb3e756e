"""Words whose full stop seldom ends a sentence, by what decides whether it does. All in lower case, no stops."""

from __future__ import annotations

from compare.claims.wordlist import wordlist

TITLES = wordlist("""
    mr mrs ms mx messrs mme mlle dr drs prof rev revd fr hon pres gov lt gen col maj capt cmdr cdr cpl sgt pvt pfc
    adm brig ens sen rep reps sens atty supt insp det asst assoc dep sec-gen st ste mt ft sri smt shri shrimati ing
    msgr amb treas supv cllr dir mgr exec vp sra srta sr-gen
    """)
"""Always followed by what they belong to: a name or another title."""

NUMBERED = wordlist("""
    no nos nr n° nº p pp pg art arts sec secs fig figs vol vols ch chap para cl eq ed eds ext rs approx ca circa op
    cit rm apt bldg tab ver pt sch reg regs app jan feb mar apr jun jul aug sep sept oct nov dec
    """)
"""Followed by a number they belong to."""

INNER = wordlist("v vs cf viz e.g eg i.e ie al resp incl excl aka a.k.a d.b.a c/o w approx")
"""Stand inside a sentence, whatever follows."""

TIMES = wordlist("a.m p.m am pm a.d b.c")
"""Times of day: a capital after them mostly starts a sentence, unless it is a day, a month or a time zone."""

ENDINGS = wordlist("""
    inc corp co cos ltd llc plc bros jr sr esq dept univ assn ave blvd rd sq gmbh pty pvt govt intl natl
    mfg ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nev okla
    ore pa penn tenn tex va vt wash wis wyo ont que jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues
    wed thu thur thurs fri sat sun ph.d b.a m.a m.d ft lb lbs oz km kg mph sec min hr hrs tel bn mn cr yr yrs
    """)
"""May end a sentence or not: they do when a word follows that mostly starts one (STARTERS)."""

ONLY_CAPITALISED = wordlist(
    "mon sat sun wed fri art miss ill ind wash mass ore del la pa mar dec dir sec co no"
)
"""Abbreviations only with a capital: "sat." and "ill." are words. "co." is the exception in both cases."""

ANY = (
    TITLES
    | NUMBERED
    | INNER
    | TIMES
    | ENDINGS
    | {"etc", "approx", "dept", "min", "max", "avg", "temp", "est"}
)
"""Every abbreviation: none ends a sentence before a small letter or a number."""

AFTER_TIMES = wordlist("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest ist jst kst sgt hkt wib aest aedt acst
    awst nzst nzdt msk wat cat eat sast brt pkt npt local eastern central mountain pacific
    """)

STARTERS = wordlist("""
    the a an this that these those he she it they we i you his her its their our my your there here
    in on at by for from with without within after before during since until under over between among amid against
    as if when while where whether why what who whose which how but and or so yet nor however although though
    because meanwhile moreover also still then now today yesterday tomorrow later earlier last next both many most
    some several few all each every no not none neither either one two three four five six seven eight nine ten
    such other others another once according despite instead did does do is are was were will can could should
    would has have had let please nobody nothing everyone someone anyone more less just only even thus hence
    therefore indeed perhaps maybe like unlike about above below across along around behind beyond through to
    mr mrs ms dr he's she's it's they're we're that's there's i'm i've we've you're don't
    police officials authorities residents critics prosecutors lawyers investigators experts analysts supporters
    opponents witnesses voters people researchers scientists
    """)
"""Words that, with a capital in the middle of a text, nearly always start a sentence."""

SHOUTING_NAMES = wordlist("yahoo jeopardy yum chips joomla oliver mamma hellofresh")
"""Names written with an exclamation mark."""
