"""The furniture rules that look at one line alone: a table of reason, place and pattern.

A pattern must cover the whole line, so prose that merely mentions a newsletter or cookies stays body.
What needs its neighbours (headings, headlines, teasers) is decided in furniture.py; what shares a line with
the body (kicker, dateline) in lead.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compare.read.dates import is_stamp
from compare.read.lines import Line

Place = Literal["anywhere", "top", "end", "no stop"]

MAX_WORDS = 60
"""Longest line, in words, that a rule looks at: longer furniture (terms of use) is rare, and prose is safe."""

AGENCIES = (
    r"Reuters|Thomson Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|PTI|ANI|IANS|UPI|dpa|DPA|"
    r"Xinhua|EFE|ANSA|TASS|Kyodo(?: News)?|Yonhap|Bloomberg|PA(?: Media)?|AAP|CNN|BBC(?: News)?|NAN|APP|UNB|SANA|KUNA|WAM"
)
_NAME = r"(?:[A-Z][\w.'’-]*|de|da|di|van|von|der|den|bin|al|el|la|le|du|dos|ter)"
_ROLES = (
    r"staff|writers?|reporters?|correspondents?|editors?|bureau|chief|special|senior|political|business|health|science|"
    r"sports?|foreign|diplomatic|defen[cs]e|environment|energy|economics?|city|crime|legal|education|local|national|"
    r"regional|chief|contributors?|contributing|columnist|desk|news|for|the|in|at|and|of|with|from|on|our|own|a|an|&|"
    r"photos?|photographs?|pictures?|video|graphics?|additional|reporting|agencies|agency|web|online|digital"
)
_SECTIONS = (
    r"news|world|politics|business|national|international|local|sports?|opinion|editorial|analysis|explainer|"
    r"feature|features|reports?|science|health|technology|tech|culture|lifestyle|environment|climate|economy|markets|"
    r"finance|money|education|travel|entertainment|arts|crime|courts|law|europe|asia|africa|americas|middle east|uk|us|"
    r"india|metro|region|regional|community|breaking|breaking news|exclusive|live|latest|top stories|home|front page|"
    r"world news|local news|comment|interview|investigation|in depth|special report|weather|energy|defence|defense|security"
)
_TOOLS = (
    r"share|tweet|e-?mail|print|save|copy link|link copied|facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|"
    r"flipboard|messenger|instagram|bluesky|threads|bookmark|gift|listen|post|send|sms|more|google news|youtube|pocket|"
    r"app|comments?|like|follow"
)
_PICTURE = (
    r"(?:file |stock |handout |courtesy |representative |representational |illustrative |archive |aerial )?"
    r"(?:photos?|photographs?|photographers?|photography|images?|pictures?|pics?|video|graphics?|illustrations?|infographic|maps?|charts?|"
    r"captions?|footage|stills?|visuals?)(?: credits?| courtesy| caption)?"
)
_PIECE = re.compile(r"\s*(?:[|•·●]|\s[–—/-]\s|\s{3,}|\t)\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table.

    Attributes:
        reason: A name in `compare.read.furniture.REASONS`.
        place: "anywhere", "top" (before the first paragraph), "end" (after the last but two), or "no stop"
            (anywhere, when the line doesn't end like a sentence).
        opens: Whether the short lines that follow belong to it ("Related stories").
    """

    reason: str
    place: Place
    pattern: re.Pattern[str]
    opens: bool = False


def _rule(reason: str, place: Place, *patterns: str, case: bool = False, opens: bool = False) -> Rule:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return Rule(reason, place, re.compile(joined, re.DOTALL if case else re.DOTALL | re.IGNORECASE), opens)


RULES: tuple[Rule, ...] = (
    _rule(
        "advertisement",
        "anywhere",
        r"[\W_]*(?:advertisements?|advert|sponsored(?: content| post| by .{1,60})?|promoted(?: content| by .{1,60})?|paid (?:content|post)|"
        r"partner content|ad|ads by .{1,40}|advertorial)[\W_]*(?:continue reading( the main story| below)?|\d+)?[\W_]*",
        r"[\W_]*(?:advertisement\W+)?(?:the )?(?:story|article|text|content|report) continues? (?:below|after)\b.{0,60}",
        r"skip (?:past |this )?(?:the )?(?:ad|advert|advertisement|promotion|newsletter promotion)\b.{0,40}",
        r"scroll (?:down )?to continue.{0,40}|remove ads.{0,40}",
    ),
    _rule(
        "cookie",
        "anywhere",
        r"(?:we|we and our .{1,40}|this (?:web)?site|our (?:web)?site|our partners) (?:uses?|may use|sets?|stores?|place) .{0,60}cookies?\b.*",
        r"(?:by (?:continuing|using|clicking|browsing|visiting)|to (?:continue|give you the best|help)).{0,140}\bcookies?\b.*",
        r"(?:accept|reject|manage|allow|decline|review|change)(?: all)?(?: your| my)?(?: optional| necessary)? ?(?:cookies?|privacy)(?: settings| preferences)?\.?",
        r"(?:accept|reject|allow) all|manage (?:my )?(?:choices|preferences)|cookies?(?: (?:policy|settings|preferences|notice|consent))?(?:\W.*)?",
        r"your privacy (?:matters|choices|settings|is important)\b.*|we (?:value|respect|care about) your privacy\b.*|please (?:accept|enable) .{0,60}cookies?\b.*",
    ),
    _rule(
        "newsletter",
        "anywhere",
        r"(?:sign|signing) up (?:for|to|here|now|today|free|and|with|below)\b.*|sign up[.!]?|sign[ -]in\b.{0,60}|log ?in\b.{0,60}",
        r"subscribe\b(?!d).*|subscribers? (?:only|exclusive).{0,40}|already a (?:subscriber|member)\b.*|become an? .{0,30}(?:subscriber|member|supporter|patron)\b.*",
        r"(?:get|receive|have|want|enjoy|discover|read|follow|find|join|try|unlock|start|support|stay|keep|never miss|don['’]t miss|like|love|for|"
        r"be the first|thousands|enter|register|download|install|turn on|click|tap|our|the|your|this|sent|a|every|each|all)\b.{0,160}\b"
        r"(?:newsletters?|inbox|your e-?mail(?: address)?|push notifications?|free trial|unlimited access|digital subscription|news app|our app|"
        r"mobile app|morning briefing|daily briefing|evening briefing|weekly briefing|daily digest|weekly digest|news alerts?|breaking alerts?|e-?mail alerts?|"
        r"straight to you|whatsapp channel|telegram channel)\b.{0,140}",
        r"(?:the |our )?(?:[A-Z]\w+ ){0,3}(?:newsletters?|briefing|daily digest)\s*[:|–—-].{0,160}|newsletters?",
        r"stay (?:informed|updated|up to date|up-to-date|in the know|connected|tuned|ahead)\b.*|never miss (?:a|an|our|the|another)\b.*",
        r"support (?:our|independent|local|quality|fearless|public|free|the) .{0,40}(?:journalism|reporting|newsroom|news|press)\b.*",
        r"(?:enjoying|liked?|love|loving|appreciate|value) (?:this|what you|our|reading|the) .{0,80}(?:\?|subscribe|donate|journalism|reporting).*",
        r"donate(?: now| today)?\b.{0,80}|(?:make|give) a (?:one-time )?(?:donation|contribution)\b.*|start your (?:free )?(?:trial|subscription)\b.*",
        r"download (?:the|our) .{0,40}app\b.*|get (?:the|our) .{0,30}\bapp\b.{0,60}|available (?:now )?on (?:the )?(?:app store|google play)\b.*",
        r"(?:you have|you['’]ve) (?:reached|read|used) .{0,40}(?:articles?|stories|limit)\b.*|this (?:article|content|story) is (?:for|available to|reserved for) (?:subscribers|members)\b.*",
        r"get (?:the|all the|our|more|breaking|today['’]s|this week['’]s|daily|weekly|local|top) .{0,80}(?:by e-?mail|every (?:morning|day|week|evening|weekday|\w+day)|delivered|in your|to your phone|for free|free of charge)\b.*",
        r"(?:your )?e-?mail(?: address)?\*?|enter (?:your )?e-?mail.*|thank you for (?:signing up|subscribing).*|please (?:check your|enter a valid) .*|unsubscribe\b.{0,80}",
    ),
    _rule(
        "share",
        "anywhere",
        rf"(?:(?:{_TOOLS})(?:\s*[|•·,/&+–—-]\s*|\s+(?:(?:on|via|by|to)\s+)?|$)){{2,}}",
        r"(?:share|tweet|e-?mail|print|save|bookmark|gift|facebook|whatsapp|copy link|link copied)[!.]?",
        r"(?:share|tweet|e-?mail|print|save|send|bookmark|gift|like) (?:this|the|via|on|it|with)\b.{0,60}(?:article|story|page|post|report|news|friends?|link|facebook|twitter|x|whatsapp|e-?mail|copied)?\b.{0,20}",
        r"(?:follow|like|find|join|connect with|watch|see|catch) (?:us|me|@\w+|our|the author|the reporter|the writer|[A-Z][\w.'’ -]{1,50})\b.{0,40}\b(?:on|at|via|@)\b.{0,20}"
        r"(?:x|twitter|facebook|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|bluesky|mastodon|social media|google news|signal|@\w+)\b.{0,80}",
        r"follow (?:us|@\w+|this story|this topic|the author|our (?:live|coverage)).{0,80}|follow .{1,60} on (?:x|twitter|facebook|instagram|bluesky)\b.{0,40}",
        r"(?:let us know|tell us|have your say|join (?:in )?the (?:conversation|discussion|debate)|what do you think)\b.{0,100}(?:comments?|below|conversation|discussion|debate|say|think|facebook|twitter|\?)?.{0,40}",
        r"(?:read or share this story|share your (?:views|thoughts|story)).{0,80}|pic\.twitter\.com/\S+|[—–-]{1,2}\s?.{1,60}\(@\w+\).{0,40}|@\w+",
    ),
    _rule(
        "comments",
        "anywhere",
        r"(?:\(?\d[\d,.]*\)?\s+|no\s+|view\s+|show\s+|hide\s+|read\s+|see\s+|all\s+|reader\s+|post\s+|add\s+|write\s+|leave\s+|your\s+|load\s+|more\s+|a\s+|the\s+){0,4}comments?\s*(?:\(?\d[\d,.]*\)?)?\s*[:.]?",
        r"(?:leave|post|write|add) (?:a|your) (?:comment|reply|response)s?\b.{0,60}|be the first to (?:comment|reply|leave)\b.{0,40}",
        r"comments (?:are|have been|on this).{0,60}(?:closed|disabled|turned off|moderated|off|open)\b.{0,60}|(?:log|sign) in to (?:comment|reply|post).{0,40}",
        r"(?:\d+ )?(?:replies|responses|reactions|likes|shares|views|claps)|join the conversation.{0,40}",
    ),
    _rule(
        "copyright",
        "anywhere",
        r"[\W_]*(?:©|\(c\)|copyright\b|&copy;).{0,300}",
        r".{0,120}\ball rights reserved\b.{0,200}",
        r"(?:this|the) (?:material|article|story|content|report|text).{0,30}(?:may|must|can) ?not be (?:published|reproduced|copied|republished|reprinted|redistributed)\b.{0,200}",
        r"(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice|statement)|disclaimer|imprint|legal notice|reprints?(?: and permissions)?)(?:[\s|•·,&–—-]+.{0,120})?",
        r"(?:republished|reproduced|reprinted|used) (?:here )?(?:with|by) (?:kind )?permission\b.{0,120}|(?:published|licensed|republished) under (?:a )?creative commons\b.{0,120}",
    ),
    _rule(
        "correction",
        "anywhere",
        r"[\[(*]*(?:corrections?|clarifications?|editor['’]?s?['’]? note|note to (?:readers|editors)|eds?(?:itors)?['’]? note)\b.{0,20}?[:–—-].*",
        r"[\[(*]*(?:this|the) (?:is a |article|story|report|post|page|piece|headline|copy|item|version|live blog|text)\b.{0,40}?(?:has been|was|is being|will be|is|were) (?:last |first |originally |since |later )?"
        r"(?:updated|amended|corrected|revised|published|modified|edited|changed|developing)\b.*",
        r"[\[(*]*(?:this is a )?(?:developing|breaking)(?: news)? (?:story|news)\b.{0,120}|[\[(*]*an? (?:earlier|previous) version of (?:this|the)\b.*",
        r"(?:more (?:details|information)? ?(?:to follow|follows|soon)|more to (?:follow|come)|check back (?:for|soon)\b.{0,60}|refresh (?:the|this) page\b.{0,60})[.…]*",
        r"\(?(?:recasts|adds|updates|corrects|refiles|repeats)\b.{0,80}\)?",
    ),
    _rule(
        "credit",
        "anywhere",
        r"[\[(*—–-]*\s*(?:additional |further |other |original |with |local )?(?:reporting|writing|editing|compiled|translation|translated|research|produced|production|reported|edited|written)(?: and (?:writing|editing|reporting|research))? (?:by|from)\b[^.]{2,}"
        r"(?:[.;,]\s*(?:additional |further )?(?:reporting|writing|editing|compiled|translat\w+|edited|produced)\b[^.]{2,})*\.?\s*[)\]]*",
        r"[\[(*—–-]*\s*(?:with|including) (?:additional |further )?(?:inputs?|reporting|reports?|contributions?|files|information|material|help) (?:from|by|of)\b.{2,100}",
        r"[\[(*—–-]*\s*(?:(?:.{2,60} )(?:and .{2,40} )?contributed (?:reporting|to this (?:report|story|article))\b.{0,60})",
        rf"[\[(*—–-]*\s*(?:{AGENCIES}|agencies|with agencies|agency inputs|agency report|(?:staff|wire|news) (?:reports?|services?|agencies))(?:\s*[/,&+]\s*(?:{AGENCIES}|agencies))*\s*[)\]]*\.?",
        r"[\[(*]*(?:source|sources|via|courtesy|originally published (?:by|in|on|at)|first published (?:by|in|on|at)|first appeared (?:in|on)|this (?:article|story|report|piece) (?:was )?(?:first |originally )?(?:appeared|published|ran|produced)|"
        r"credits?)\b\s*:?\s.{1,120}",
        r"[\[(*]*(?:except for the headline|this (?:story|report|article|copy) (?:is|was|has been)(?: also)? (?:auto-?generated|published from|sourced from|taken from|not been edited|produced by|supplied by|provided by|syndicated))\b.{0,240}",
        r"\(?(?:wire|staff|news) (?:services|reports) contributed\b.{0,80}|(?:this|the) (?:story|report|article) (?:uses|includes|contains) (?:material|reporting|information) from\b.{0,120}",
    ),
    _rule(
        "caption",
        "anywhere",
        rf"[\[(*]*{_PICTURE}\s*[:|–—/]\s*.*",
        rf"[\[(*]*{_PICTURE} (?:by|from|via|of)\s*:?\s*[^.]{{2,90}}[\])]*\.?",
        rf"[\[(*]*{_PICTURE}[\])]*\.?",
        r"[\[(]?(?:file|pictured|above|below|top|left|right|inset|cover|main)(?: (?:photo|image|picture|left|right|above|below))?\s*[:–—]\s.*|FILE\s*(?:PHOTO|IMAGE)?\s*[:–—-]\s.*|\(file\).*|file -.*",
        r"(?:pictured|seen here|shown here)\b[^.]{0,60}(?:is|are|,|:).*|.{10,240}\((?:pictured|above|left|right|file)\)[^.]{0,80}\.?",
        rf".{{3,400}}(?:[.!?”\"’)]|\s[|/–—-])\s*[\[(]?\s*{_PICTURE}\s*(?:by|[:/])\s*[^.]{{2,70}}[\])]*\.?",
        rf".{{3,400}}\s[\[(]\s*(?:{_PICTURE}|file|handout|courtesy|credit|via|screenshot|screengrab)\b[^.()\[\]]{{0,70}}[\])]+\.?",
        rf".{{3,400}}[\[(]\s*(?:[\w .'’-]{{2,40}}\s*[/|]\s*)?(?:{AGENCIES}|Getty(?: Images)?|EPA|Shutterstock|iStock|Alamy|Anadolu|NurPhoto|SIPA|Pool|Handout)(?:\s(?:photo|file|images?|pool|news)){{0,2}}(?:\s*[/|,]\s*[\w .'’-]{{2,50}}){{1,2}}[\])]+\.?",
        r"(?:.{0,300}\W)?(?:[\w.'’ -]{2,40}\s*[/|]\s*)?(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|unsplash|wikimedia commons|anadolu agency|nurphoto|epa-efe|ap photo|afp via getty(?: images)?)(?:\s*(?:via|/|\|)\s*[\w.'’ -]{2,40})?[\])]*\.?",
        r"(?:.{0,300}\W)?(?:image|photo|picture|photograph)s? (?:courtesy|credit)(?: of)?:?\s[^.]{2,80}\.?",
        r"(?:in this|a|an|this) (?:\w+ ){0,2}(?:photo|image|picture|photograph|file photo|handout|screengrab|screenshot|video grab)\b[^.]{0,80}\b(?:taken|released|provided|obtained|shows?|showing|made|captured|from)\b.{0,240}",
        r"(?:hide caption|toggle caption|enlarge (?:this )?image|show caption|view (?:full )?(?:image|gallery|slideshow)|play (?:video|slideshow)|image \d+ of \d+|\d+\s?/\s?\d+|gallery|slideshow)(?: .{0,40})?",
    ),
    _rule(
        "teaser",
        "anywhere",
        r"(?:related|more|further|other|similar|recent|latest|top|popular|trending|recommended|featured|must|more local|more national|most|in other|don['’]t miss|editors?['’]?s?['’]?|also in|what to|what else to)\s+"
        r"(?:related |recommended |popular |top |local |our |the )?(?:stor(?:y|ies)|articles?|coverage|news|reading|reads?|links?|posts?|topics?|content|headlines|picks?|choice|videos?|popular|viewed|shared|commented|watch(?:ed)?|this|today|for you|now|next|know)\b"
        r"(?: (?:now|for you|today|this week|next|from .{1,40}|in .{1,30}|on .{1,40}|stories|articles|news|headlines|by .{1,30}))?\s*:?",
        r"(?:more|read more|also) (?:on|from|in|about) (?:this|the|our)?\s?.{1,50}?:?(?<![.!?])",
        r"(?:related|recommended|trending(?: now)?|most (?:popular|read|viewed|shared|commented)|you (?:may|might) (?:also |have )?(?:like|missed?|be interested in)\b.{0,20}|(?:read|up|watch) next|what to read next|"
        r"in case you missed it|elsewhere(?: on .{1,30})?|(?:around|from around|from) the web|from our (?:partners|archive)|also (?:read|see|on .{1,30}|in the news)|in other news|(?:keep|continue) reading|go deeper|in brief|top stories|latest)\s*:?",
        opens=True,
    ),
    _rule(
        "read_more",
        "anywhere",
        r"[\[(►▶→»>*]*\s*(?:read more|read also|also read|also see|see also|see more|read next|read full|more|must read|related(?: \w+)?|recommended|watch(?: live| also| now| more)?|listen|in pictures|in photos|icymi|up next|go deeper|further reading|don['’]t miss|"
        r"you (?:may|might) (?:also )?like|from the archives?|live(?: updates| blog| coverage)?|full (?:story|coverage|report)|video|podcast|gallery|interactive|previously|next|next article|previous(?: article)?|also from .{1,30})\s*[:|►▶→»>–—]+\s*.*",
        r"(?:►|▶|→|»|>>|>)\s*.{3,200}|.{3,200}\s*(?:→|»|>>|►)",
        r"(?:read|see|view|click|tap|watch|listen to|find out|continue|show|load|discover|explore|check out|visit) (?:more|less|here|next|now|on|the full|full|also|all|our (?:full|live|complete|special)|(?:the |our )?(?:full|complete|whole|original) (?:story|article|report|list|interview|text|statement|coverage)|reading(?: the main story)?)\b.{0,120}",
        r"(?:read|watch|see|listen)(?: the)? (?:full|more|also|here|next|now|live)?\s?(?:story|article|report|coverage|updates?|video|below|here|more|on)?\s*(?:here|below|\.\.\.|…)?[.…]*",
        r"(?:for (?:more|the latest|all the latest|breaking|live|full)) .{2,120}(?:news|updates?|coverage|stories|headlines|information|details|on this story|visit|click|follow|download|see|read)\b.{0,140}",
        r"(?:https?://|www\.)\S+",
        r"(?:watch|listen|see|read)\s*[:|–—-]\s*.*",
    ),
    _rule(
        "contact",
        "anywhere",
        r"(?:(?:got|have|do you have|know|seen|can you|are you|have you|were you|did you|do you know)\b.{0,140}(?:tips?|story|been affected|affected by|information|witness(?:ed)?|photos?|video|more about|get in touch|contact us|e-?mail|let us know|tell us|write to)\b.{0,200})",
        r"(?:contact|e-?mail|write to|reach|message|call|text|tip off|send)(?: us| the (?:newsroom|newsdesk|news desk|author|reporter|writer|editor|journalist)| our (?:newsroom|newsdesk|news desk|reporters?|team)| (?:a )?(?:news )?tips?| your .{1,40}| [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})\s*(?:$|[:@]|at\b|on\b|by\b|via\b|to\b|with\b|about\b|in\b).{0,140}",
        r"(?:contact|e-?mail|tel|telephone|phone|fax|press contact|media contact|media enquiries|media inquiries|press office|notes? (?:to|for) editors?)\s*:.*|contact(?: us)?|about (?:us|the author)|notes? (?:to|for) editors?",
        r"(?:you can|readers can|to) (?:contact|reach|e-?mail|get in touch)\b.{0,200}|get in touch\b.{0,140}",
        r"[\w.+-]+@[\w-]+\.[\w.]+|.{0,80}\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b.{0,10}(?<![.!?])",
    ),
    _rule(
        "author_note",
        "end",
        r"(?:the (?:writer|author|reporter|columnist)s?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?:is|are|was|has been) (?:an?|the|our|[A-Z][\w’']+['’]s)\b.{0,80}\b(?:reporters?|correspondents?|journalists?|editors?|columnist|writers?|producer|photographer|freelance\w*|fellow|intern|contributor|author)\b.{0,200}",
        r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} (?:covers|reports on|reports from|writes (?:about|for|on)|edits|leads coverage|joined (?:the|our))\b.{0,200}",
        r"(?:the )?(?:views|opinions)(?: and opinions)? expressed\b.{0,240}|about the (?:author|writer|reporter)s?\b.{0,100}",
        case=True,
    ),
    _rule(
        "tags",
        "anywhere",
        r"(?:tags?|topics?|filed (?:under|to)|keywords?|categor(?:y|ies)|in this (?:story|article)|posted in|labels?|hashtags?|more about|subjects?|sections?|first published in|location|places?)\s*[:|]\s*.{1,200}",
        r"(?:#\w+[\s,]*)+|tags|topics",
    ),
    _rule(
        "page_tool",
        "anywhere",
        r"(?:listen(?: to (?:this|the) (?:article|story|page|report))?|play|pause|audio|read aloud|this (?:article|audio|voice) is (?:read|auto-generated|generated) by .{1,60})\b[\s:•·|(–—-]*(?:\d+(?::\d\d)?\s*(?:min(?:ute)?s?|mins?|sec)?)?[).]*",
        r"(?:estimated )?(?:reading|read) time\s*[:–—-]?\s*\d+\s*(?:min(?:ute)?s?)?\.?|\d+[ -]min(?:ute)?s?\.?(?: (?:read|watch|listen|ago))?",
        r"(?:text|font) size.{0,40}|skip to (?:main )?(?:content|navigation).{0,40}|(?:open |close |main |toggle )?(?:menu|search|navigation)|back to (?:top|home|main|article)\b.{0,30}|loading\W*|(?:show|load|view|see) (?:more|less|all)|close|accept|dismiss|next|previous|home",
        r"(?:print|printable|text|mobile|desktop)(?: this page| version| edition| friendly)|(?:your browser|please enable javascript|javascript is|this video|video player|media playback|an error occurred|sorry, (?:we|this))\b.{0,200}",
        r"(?:live|new|exclusive|premium|free|subscriber(?:s)?[ -]only|members[ -]only|watch live|on air)|you are (?:here|reading)\b.{0,60}|\d[\d,.]*k? (?:views|shares|reads|likes|followers)",
    ),
    _rule("end_mark", "anywhere", r"[\W_]*(?:ends?|-?30-?|###|fin|end of (?:story|article|report|release))[\W_]*"),
    _rule("section", "top", rf"(?:in |section:? |category:? |filed (?:under|in):? |home\s*[>»/›|]\s*)(?:the )?[\w&' ,>»/›|-]{{2,60}}|(?:{_SECTIONS})(?:\s*[>»/›|&+,•·–—-]\s*(?:[A-Za-z][\w'’ -]{{1,30}}))*"),
    _rule("section", "no stop", rf"(?:home|news|{_SECTIONS})(?:\s*[>»›/|]\s*[\w&'’ -]{{2,30}}){{1,5}}"),
)  # fmt: skip

_BYLINE = re.compile(
    rf"(?:(?:written|reported|words|story|text|posted|compiled|report|analysis|review|opinion|interview|exclusive)\s+)?"
    rf"(?:by|BY|By|Author|AUTHOR|Authors|Reporter|Writer|Words|Byline)\s*:?\s+"
    rf"(?:(?:{_NAME}|(?i:{_ROLES})|\d{{1,2}})[,;.]?(?:\s+|$|\s*[/&]\s*))+",
)
_STAFF = re.compile(
    rf"(?:(?:[A-Z][\w.'’-]*|the|our|own)\s+){{0,4}}(?i:staff(?:\s+(?:writers?|reporters?|correspondents?|reports?))?|"
    rf"(?:news|web|online|digital|city|sports|foreign|national|world|business|india|video)\s?desk|news\s?room|bureau|"
    rf"special correspondent|our correspondent|own correspondent|correspondents?|reporters?|editorial board|editorial team|news agencies|agencies|news service|express news service)"
    rf"(?:,? (?:in )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)?|(?:{AGENCIES})",
)
_NAME_AND_ROLE = re.compile(
    rf"(?:[A-Z][\w.'’-]+\s+){{1,3}}[A-Z][\w.'’-]+(?:\s+(?:and|&)\s+(?:[A-Z][\w.'’-]+\s+){{1,3}}[A-Z][\w.'’-]+)?"
    rf"\s*(?:,|\||–|—|-| in )\s*(?:(?:{_NAME}|(?i:{_ROLES}))[,.]?(?:\s+|$|(?=[|–—])))+",
)
_ROLE_WORD = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|bureau|desk|columnist|agency)\b", re.I
)


def match(line: Line, place: Place) -> Rule | None:
    """The first rule that explains the whole line, at this place; None for what may be body."""
    if line.words > MAX_WORDS or len(line.text) > 700:
        return None
    if rule := _by_pieces(line, place):
        return rule
    return next((rule for rule in _at(line, place) if rule.pattern.fullmatch(line.text)), None)


def _at(line: Line, place: Place) -> Iterator[Rule]:
    for rule in RULES:
        if rule.place in ("anywhere", place) or (rule.place == "no stop" and not line.has_stop):
            yield rule


def _by_pieces(line: Line, place: Place) -> Rule | None:
    """Date stamps and bylines, alone or side by side: "By Jane Doe | 3 March 2026 | 4 min read"."""
    pieces = [piece for piece in _PIECE.split(line.text) if piece]
    reasons = [_piece(piece, place, alone=len(pieces) == 1) for piece in pieces]
    if not reasons or None in reasons:
        return None
    best = next((reason for reason in ("byline", "date", "page_tool", "section") if reason in reasons), None)
    return Rule(best, place, re.compile("")) if best else None


def _piece(piece: str, place: Place, *, alone: bool) -> str | None:
    if is_stamp(piece):
        return "date"
    if is_byline(piece) or (_STAFF.fullmatch(piece) and place != "anywhere"):
        return "byline"
    if alone:
        return None
    if place == "top" and (
        _NAME_AND_ROLE.fullmatch(piece) or re.fullmatch(rf"(?:{_NAME}[.,]?\s*){{1,4}}", piece)
    ):
        return "section"
    tool = next(rule for rule in RULES if rule.reason == "page_tool")
    return "page_tool" if tool.pattern.fullmatch(piece) else None


def is_byline(text: str) -> bool:
    """Whether the whole line names its author: "By Jane Doe, Staff Writer in Nairobi"."""
    return len(text) < 160 and _BYLINE.fullmatch(text.rstrip(". ")) is not None


def is_name_and_role(text: str) -> bool:
    """Whether the line reads "Jane Doe, Nairobi" or "Jane Doe | Energy correspondent": a byline where one is due."""
    return len(text) < 120 and _NAME_AND_ROLE.fullmatch(text.rstrip(".")) is not None


def names_a_role(text: str) -> bool:
    """Whether a role of the press stands in it."""
    return _ROLE_WORD.search(text) is not None
