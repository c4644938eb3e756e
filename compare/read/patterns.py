"""The table of furniture that one line gives away by its own words: a reason, a place, a pattern, an example.

A pattern must cover the whole line, so prose that merely mentions a newsletter or cookies stays body. A row is
worth adding when its example is common on real pages and no sentence of a news story reads like it;
`tests/read/test_patterns.py` holds every row to its example and all rows to sentences that must stay body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal["top", "middle", "end"]
"""Where a line stands: before the first paragraph, between paragraphs, or near the end."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    Attributes:
        reason: A name in `compare.read.furniture.REASONS`.
        place: Where it holds; "no stop" is anywhere, on a line that doesn't end like a sentence.
        pattern: Matched against the whole line, without its bullet; capital and small letters are the same
            except within `(?-i:…)`.
        example: A line that it is for.
        opens: Whether the short lines that follow belong to it ("Related stories").
    """

    reason: str
    place: Literal["anywhere", "top", "end", "no stop"]
    pattern: str
    example: str
    opens: bool = False


NAME = r"(?-i:[A-Z][\w.'’-]*+)"
NAMES = rf"(?:(?:{NAME}|\d++|(?-i:and|in|of|for|with|at|the|by|&|de|da|van|von|bin|al)(?!\w))[,;]?\s*+)+"
"""People, places and outlets in a row, with the small words between them."""

AGENCIES = (
    r"(?-i:Reuters|Thomson Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|PTI|ANI|IANS|UPI|dpa|DPA|"
    r"Xinhua|EFE|ANSA|TASS|Kyodo(?: News)?|Yonhap|Bloomberg|PA(?: Media)?|AAP|CNN|BBC(?: News)?|NAN|APP|UNB|SANA|KUNA|WAM)"
)
SECTIONS = (
    r"news|world|politics|business|national|international|local|sports?|football|cricket|opinion|editorial|features?|reports?|"
    r"science(?: (?:&|and) \w+)?|health|technology|tech|culture|lifestyle|environment|climate|economy|markets|finance|money|education|"
    r"travel|entertainment|arts|crime|courts|law|europe|asia|africa|americas|middle east|uk|us|india|metro|region|regional|"
    r"community|latest|top stories|home|front page|world news|local news|in depth|energy|defen[cs]e|security|transport|"
    r"(?:news|press|media) release|press statement|for immediate release|news in brief|(?:morning|evening|late|weekend|print) edition"
)
LABELS = (
    r"exclusive|explainer|analysis|breaking(?: news)?|live|opinion|comment|feature|interview|investigation|update[ds]?|watch|video|"
    r"long read|special report|just in|developing|q&a|profile|obituary|review|fact check|in pictures"
)
PICTURE = (
    r"(?:file |stock |handout |courtesy |representative |representational |illustrative |archive |aerial |cover |main |lead )?"
    r"(?:photos?|photographs?|photographers?|photography|images?|pictures?|pics?|video|graphics?|illustrations?|infographic|maps?|charts?|"
    r"captions?|footage|stills?|visuals?)(?: credits?| courtesy| caption| source)?"
)
CREDITED = (
    r"(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|unsplash|wikimedia commons|anadolu(?: agency)?|nurphoto|"
    r"epa(?:-efe)?|ap photo|pa wire|swns|zuma|sipa)"
)
NETWORKS = r"(?:x|twitter|facebook|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|bluesky|mastodon|social media|google news|signal|rss)"
TOOLS = (
    rf"(?:share|tweet|e-?mail|print|save|copy link|link copied|{NETWORKS}|reddit|pinterest|flipboard|messenger|bookmark|gift|listen|"
    r"post|send|sms|more|pocket|app|comments?|like|follow)"
)
LETTER = (
    r"(?:newsletters?|inbox|e-?mail updates|push notifications?|free trial|unlimited access|digital subscription|(?:our|news|mobile|free|android|iphone) app|"
    r"(?:morning|daily|evening|weekly|editor['’]s) (?:briefing|digest)|(?:news|breaking|e-?mail|text) alerts?|(?:whatsapp|telegram) channel)"
)
STORY = r"(?:article|story|report|page|piece|post|copy|version|live blog|bulletin|release|item)"

CUES: dict[str, frozenset[str]] = {
    reason: frozenset(words.split())
    for reason, words in {
        "advertisement": "ad ads advert advertisement advertisements advertorial sponsored promoted paid partner continues scroll skip",
        "author_note": (
            "reported writer author authors reporter reporters columnist correspondent journalist editor editors producer "
            "photographer freelance contributor covers covered reports reported writes edits leads joined views opinions "
            "about"
        ),
        "caption": (
            "photo photos photograph photographs photographer photographers photography image images picture pictures pic "
            "pics pictured video graphic graphics illustration illustrations infographic map maps chart charts caption "
            "captions footage still stills visual visuals file above below top left right inset seen shown / getty "
            "shutterstock istock istockphoto alamy unsplash wikimedia anadolu nurphoto epa wire swns zuma sipa credit "
            "handout courtesy supplied screenshot screengrab gallery slideshow centre center"
        ),
        "comments": (
            "poll quiz vote survey comment comments reply replies response responses say conversation discussion debate think thoughts opinion "
            "reactions likes shares views claps reads followers story"
        ),
        "contact": (
            "welcomes welcome tip tips story stories affected touch contact contacts mail email emails tell us our write reach message call "
            "text tel telephone phone fax office desk enquiries inquiries about notes note information details enquiry send "
            "@"
        ),
        "cookie": "cookie cookies privacy accept reject allow choices preferences",
        "copyright": (
            "© ⓒ c copy copyright reserved published reproduced copied republished reprinted redistributed terms privacy "
            "disclaimer imprint legal reprint reprints permission commons"
        ),
        "correction": (
            "names correction corrections clarification clarifications note updated update updates amended corrected revised "
            "published modified edited changed developing breaking version follow follows soon come check refresh bring "
            "recasts adds corrects refiles repeats have"
        ),
        "credit": (
            "reporting writing editing compiled translation translated research production produced words photograph "
            "photographs photos pictures text written edited inputs input report reports contributions contribution files "
            "information material contributed contributing reuters press ap agence afp pti ani ians upi dpa xinhua efe ansa "
            "tass kyodo yonhap bloomberg pa aap cnn bbc nan app unb sana kuna wam agency agencies staff wire news source "
            "sources via courtesy credit credits provided supplied distributed originally first appeared ran headline "
            "generated published sourced taken syndicated supported funded"
        ),
        "end_mark": "end ends 30 fin",
        "kicker": (
            "exclusive explainer analysis breaking live opinion comment feature interview investigation update updated "
            "updates watch video long special just developing q profile obituary review fact in"
        ),
        "newsletter": (
            "podcast sign signing subscribe subscribed subscribing subscriber subscribers register newsletter newsletters inbox "
            "notification notifications trial access app apps briefing digest alert alerts channel delivered phone miss "
            "stay journalism reporting newsroom press enjoy enjoyed enjoying like liked love loved loving appreciate value "
            "donate donation contribution member members supporter patron articles limit free email mail log unsubscribe "
            "day morning week evening weekday across around"
        ),
        "page_tool": (
            "listen play pause audio read reading min mins minute minutes word words id ref reference size skip menu search "
            "navigation back loading more less all close accept dismiss next previous home contents jump print printable "
            "text mobile desktop browser javascript video sorry error playback new premium free only live air page issue "
            "vol volume exclusive breaking you"
        ),
        "read_more": (
            "here read more see must related recommended watch listen hear pictures photos icymi next go further miss like "
            "archive archives live full video podcast gallery interactive previously previous also ► ▶ → » > view click tap "
            "find continue show load discover explore check visit latest http https www"
        ),
        "section": (
            "section category filed home in news world politics business national international local sport sports "
            "football cricket opinion editorial feature features report reports science health technology tech culture "
            "lifestyle environment climate economy markets finance money education travel entertainment arts crime courts "
            "law europe asia africa americas middle east uk us india metro region regional community latest top stories "
            "front page depth energy defence defense security transport press media release statement for immediate brief "
            "morning evening late weekend print edition"
        ),
        "share": (
            "share shares tweet mail email print save link facebook twitter x whatsapp follow like find join connect watch "
            "see catch listen visit hear @ pic bookmark gift send rate recommend post telegram instagram linkedin reddit "
            "comment comments copy read"
        ),
        "tags": (
            "tag tags topic topics filed keyword keywords category categories story article posted label labels hashtags "
            "about subject subjects explore companies people #"
        ),
        "teaser": (
            "related more further other similar recent latest top popular trending recommended featured must most editor "
            "editors also what like miss missed elsewhere around web from next reading go brief"
        ),
    }.items()
}
"""For each reason, words and signs of which one stands in every line that its rows are for (capitals aside). Most
lines hold none of them: their patterns are then neither tried nor, which costs far more, compiled."""

ROWS: tuple[Row, ...] = (
    # Labels before the headline
    Row("kicker", "top", rf"[\W_]*(?:{LABELS})[\W_]*", "EXCLUSIVE"),
    Row("section", "top", rf"(?:(?:section|category|filed (?:under|in)):? |home\s*[>»/›|]\s*)[\w&' ,>»/›|-]{{2,60}}|in (?:the )?(?:{SECTIONS}|(?-i:[A-Z])[\w&'’-]+(?: (?:&|and|(?-i:[A-Z])[\w'’-]+)){{0,2}})", "In Reports"),
    Row("section", "top", rf"(?:{SECTIONS})(?:\s*[>»/›|&+,•·–—-]\s*(?:(?-i:[A-Z])[\w'’ -]{{1,30}}))*", "News > Council"),
    Row("section", "no stop", rf"(?:home|news|{SECTIONS})(?:\s*[>»›/|]\s*[\w&'’ -]{{2,30}}){{1,5}}", "Home > Business > Energy"),
    # Offers and notices of the page
    Row("advertisement", "anywhere", r"[\W_]*(?:advertisements?|advert|ad|advertorial|sponsored|promoted|paid (?:content|post)|partner content|(?:sponsored|promoted) (?:content|post|story|by .{1,60}))[\W_]*(?:continue reading(?: the main story| below)?|\d+)?[\W_]*", "ADVERTISEMENT"),
    Row("advertisement", "anywhere", rf"[\W_]*(?:advertisement\W+)?(?:the |this )?(?:{STORY}|text|content) continues? (?:below|after|under)\b.{{0,60}}", "Article continues below"),
    Row("advertisement", "anywhere", r"(?:skip (?:past |this |the )*(?:ad|advert|advertisement|promotion|newsletter promotion)|scroll (?:down )?to continue|remove ads)\b.{0,40}", "Skip past newsletter promotion"),
    Row("cookie", "anywhere", r"(?:we|we and our .{1,40}|this (?:web)?site|our (?:web)?site|our partners) (?:uses?|may use|sets?|stores?|places?) .{0,60}cookies?\b.*", "We use cookies to improve your experience."),
    Row("cookie", "anywhere", r"(?:by (?:continuing|using|clicking|browsing|visiting)|to (?:continue|give you the best)|please (?:accept|enable)|you can (?:change|manage)).{0,140}\bcookies?\b.*", "By continuing to browse you agree to our use of cookies."),
    Row("cookie", "anywhere", r"(?:accept|reject|manage|allow|decline|review|change)(?: all)?(?: your| my)?(?: optional| necessary)? ?(?:cookies?|privacy)(?: settings| preferences)?\.?", "Manage cookies"),
    Row("cookie", "anywhere", r"(?:accept|reject|allow) all(?: cookies)?|manage (?:my )?(?:choices|preferences)|cookies?(?: (?:policy|settings|preferences|notice|consent))?(?:\s[|•·].*)?", "Accept all"),
    Row("cookie", "anywhere", r"(?:your privacy (?:matters|choices|settings|is important)|we (?:value|respect|care about) your privacy)\b.*", "We value your privacy"),
    Row("newsletter", "anywhere", r"(?:please )?(?:sign(?:ing)? up|subscribe|register)(?:[.!]|$|\s+(?:for|to|here|now|today|free|and|with|below|from|or)\b.*)", "Sign up for our morning briefing."),
    Row("newsletter", "anywhere", rf"(?:get|receive|want|enjoy|discover|read|follow|find|join|try|unlock|start|stay|keep|like|love|enter|download|install|turn on|click|tap|have|be the first)\b.{{0,160}}\b{LETTER}\b.{{0,140}}", "Get the day's top stories in your inbox every morning."),
    Row("newsletter", "anywhere", r".{0,160}\b(?:(?:in|to|into|straight to) your inbox|delivered to you(?:r (?:phone|e-?mail|inbox))?|directly to your (?:phone|e-?mail))\b.{0,80}", "All the local news, straight to your inbox."),
    Row("newsletter", "no stop", rf"(?:the |our |your )?(?:\S+ ){{0,4}}(?:newsletters?|briefing|daily digest)(?:\s*[:|–—-].{{0,160}})?|{LETTER}", "The Harbour Briefing: our weekly newsletter"),
    Row("newsletter", "anywhere", r"(?:newsletters?|briefing|podcast)\s*[:|–—-]\s.{0,160}", "Newsletter: harbour headlines at 7 a.m. every weekday."),
    Row("newsletter", "anywhere", r"(?:never miss|don['’]t miss|stay (?:informed|updated|up to date|up-to-date|in the know|connected|tuned|ahead|with us))\b.*", "Never miss a story from the coast."),
    Row("newsletter", "anywhere", r"(?:support|help (?:us|fund|keep)|fund|back|power|protect|sustain)\b.{0,60}\b(?:journalism|reporting|newsroom|free press)\b.{0,100}", "Support independent journalism."),
    Row("newsletter", "anywhere", r"(?:enjoy(?:ed|ing)|liked?|lov(?:e|ed|ing)|appreciate|value) (?:this|what you|our|reading|the (?:story|article))\b.{0,80}\?.*|(?:if you )?(?:enjoy|like|value|appreciate)(?:ed)? (?:this|our|what).{0,80}\b(?:subscri|donat|support|contribut|shar).*", "Enjoyed this story? Subscribe to our print edition."),
    Row("newsletter", "anywhere", r"(?:donate(?: now| today| here)?|make a (?:one-time )?(?:donation|contribution)|start your (?:free )?(?:trial|subscription)|become an? .{0,40}(?:subscriber|member|supporter|patron))\b.{0,100}", "Become a member today."),
    Row("newsletter", "anywhere", r"(?:download|get) (?:the|our) .{0,40}\bapp\b.{0,80}|available (?:now )?(?:on|in) (?:the )?(?:app store|google play)\b.*", "Download our app for breaking news."),
    Row("newsletter", "anywhere", rf"(?:you have|you['’]ve) (?:reached|read|used) .{{0,40}}(?:articles?|stories|limit)\b.*|already a (?:subscriber|member)\b.*|subscribers? (?:only|exclusive).{{0,40}}|this (?:{STORY}|content) is (?:free|only|for|exclusive|available|reserved|made possible|brought to you)\b.*", "You have read 3 of 5 free articles."),
    Row("newsletter", "anywhere", r"get (?:the|all|our|more|breaking|today['’]s|this week['’]s|daily|weekly|local|top)\b.{0,80}(?:by e-?mail|every (?:morning|day|week|evening|weekday|\w+day)|delivered|to your phone|for free|free of charge|from (?:across|around))\b.*", "Get the latest health news from across the state."),
    Row("newsletter", "anywhere", r"(?:your )?e-?mail(?: address)?\*?|enter (?:your )?e-?mail.*|thank you for (?:signing up|subscribing).*|please (?:check your|enter a valid) .*|unsubscribe\b.{0,80}|(?:sign|log)[ -]?in(?: (?:or|to|with|here)\b.{0,60})?", "Enter your email address"),
    # Buttons, sharing, comments
    Row("share", "anywhere", rf"(?:{TOOLS}(?:\s*[|•·,/&+–—-]\s*|\s+(?:(?:on|via|by|to|this)\s+)?|$)){{2,}}", "Facebook | Twitter | WhatsApp | Email"),
    Row("share", "anywhere", r"(?:share|tweet|e-?mail|print|save|bookmark|gift|facebook|whatsapp|copy link|link copied|follow)[!.:]?", "Share"),
    Row("share", "anywhere", rf"(?:share|tweet|e-?mail|print|save|send|bookmark|gift|like|rate|recommend|read or share) (?:this|the)(?: {STORY}| link| news| one| with (?:friends|others)| on| via)?\s?(?:on|via|with|by|to)?\s?.{{0,40}}", "Share this article"),
    Row("share", "anywhere", rf"(?:follow|like|find|join|connect with|watch|see|catch|listen to|visit)\b.{{1,90}}\b(?:on|at|via|@)\s*(?:{NETWORKS}|@\w+|(?:bbc )?sounds|spotify|apple podcasts)\b.{{0,100}}", "Follow us on Facebook and Instagram"),
    Row("share", "anywhere", r"follow (?:us|@\w+|along|live|updates|this (?:story|topic)|the (?:author|reporter|writer|story|latest)|our (?:live|coverage))\b.{0,80}|(?:hear|listen|catch)\b.{0,60}\b(?:podcast|radio show)\b.{0,60}", "Follow the author @coastdesk"),
    Row("share", "anywhere", r"pic\.twitter\.com/\S+|[—–-]{1,2}\s?.{1,60}\(@\w+\).{0,40}|@\w+", "— Coast Desk (@coastdesk) March 3, 2027"),
    Row("comments", "anywhere", r"(?:\(?\d[\d,.]*\)?\s+|(?:no|view|show|hide|read|see|all|reader|readers['’]?|post|add|write|leave|your|load|more|a|the|top|latest)\s+){0,4}comments?(?: so far| section)?\s*(?:\(?\d[\d,.]*\)?)?\s*[:.]?", "3 Comments"),
    Row("comments", "anywhere", r"(?:leave|post|write|add|drop)(?: us)? (?:a|your) (?:comment|reply|response|view)s?\b.{0,60}|be the first to (?:comment|reply)\b.{0,40}|.{0,100}\b(?:in the comments(?: below| section)?|leave a comment(?: below)?)[.!?]?", "Let us know in the comments below."),
    Row("comments", "anywhere", r"comments (?:are|have been|on this|will be)\b.{0,60}\b(?:closed|disabled|turned off|moderated|off|open)\b.{0,60}|(?:log|sign) in to (?:comment|reply|post).{0,40}", "Comments are closed."),
    Row("comments", "anywhere", r"(?:have your say|join (?:in )?the (?:conversation|discussion|debate)|what do you think|tell us what you think|share your (?:views|thoughts|story|opinion))\b.{0,100}", "Join the conversation (212)"),
    Row("comments", "anywhere", r"(?:poll|quiz|vote|survey|debate)\s*[:|]\s*.{1,160}", "Poll: Should the bridge be replaced?"),
    Row("comments", "anywhere", r"(?:\d[\d,.]*k? )?(?:replies|responses|reactions|likes|shares|views|claps|reads|followers)", "212 views"),
    # Notices at the end
    Row("copyright", "anywhere", r"[\W_]*(?:©|ⓒ|\(c\)|&copy;|copyright (?:©|\(c\)|\d{4}|by|of|(?-i:[A-Z])[\w ]{2,60}\d{4})).{0,300}", "© 2027 Harbour Media"),
    Row("copyright", "anywhere", rf"copyright:? {NAMES}\.?", "Copyright Harbour Media Ltd."),
    Row("copyright", "anywhere", r".{0,160}\ball rights reserved\b.{0,200}", "Copyright Harbour Media. All rights reserved."),
    Row("copyright", "anywhere", r"(?:this|the) (?:material|article|story|content|report|text)\b.{0,30}\b(?:may|must|can) ?not be (?:published|reproduced|copied|republished|reprinted|redistributed)\b.{0,200}", "This material may not be published, broadcast, rewritten, or redistributed."),
    Row("copyright", "anywhere", r"(?:terms (?:of|and) (?:use|service|conditions)|(?:read our )?privacy (?:policy|notice|statement)|disclaimer|imprint|legal notice|reprints?(?: and permissions)?)(?:\s*[|•·,&–—-].{0,120})?[.]?", "Terms of use | Privacy policy"),
    Row("copyright", "anywhere", r"(?:republished|reproduced|reprinted|used) (?:here )?(?:with|by) (?:kind )?permission\b.{0,120}|(?:published|licensed|republished) under (?:a )?creative commons\b.{0,120}", "Republished with permission of Harbour Media."),
    Row("correction", "anywhere", r"[\[(*]*(?:corrections?|clarifications?|editors?['’]?s?['’]? note|note to (?:readers|editors))(?:,? (?:on|of|at) .{1,30}|,? \d.{0,20})?\s*[:–—-].*", "Correction: An earlier version misstated the date."),
    Row("correction", "anywhere", rf"[\[(*]*(?:the (?:article|story|headline)|this (?:{STORY}|headline|text)\b.{{0,40}}?) (?:has been|was|is being|will be|is|were) (?:last |first |originally |since |later )?(?:updated|amended|corrected|revised|published|modified|edited|changed|developing)\b.*", "This article was amended on 21 November 2027."),
    Row("correction", "anywhere", rf"[\[(*]*this is a (?:developing|breaking)\b.*|[\[(*]*an? (?:earlier|previous) version of (?:this|the) (?:{STORY}|headline)\b.*", "This is a developing story and will be updated."),
    Row("correction", "anywhere", r"(?:more (?:details |information )?(?:to follow|follows|soon|to come)|(?:please )?check back (?:for|soon|later)\b.{0,60}|refresh (?:the|this) page\b.{0,60}|we(?:['’]ll| will) (?:bring|update|have) (?:you )?(?:more|this)\b.{0,80})[.…]*", "More to follow."),
    Row("correction", "anywhere", r"\((?:recasts|adds|updates|corrects|refiles|repeats)\b.{0,80}\)|(?-i:(?:RECASTS|ADDS|UPDATES?|CORRECTS|REFILES|REPEATS)\b.{0,80}(?:-|:))|UPDATES?", "(Adds comment from the minister)"),
    Row("correction", "anywhere", r"(?:\w+ )?names (?:in this .{1,20} )?have been changed\b.{0,100}", "Some names have been changed."),
    Row("credit", "anywhere", rf"[\[(*—–-]*\s*(?:(?:additional|further|other|original|local) )?(?:reporting|writing|editing|compiled|translation|research|production|words|photographs?|photos|pictures|text)(?: and (?:writing|editing|reporting|research|photographs?|photos))? by:? {NAMES}(?:[.;,|]\s*(?:(?:additional|further) )?(?:reporting|writing|editing|compiled|translat\w+|produced|production|photos|photographs?|pictures)(?: by)?:? {NAMES})*\.?\s*[)\]]*", "Reporting by Ana Reis; editing by Jo Petrie"),
    Row("credit", "anywhere", rf"[\[(*—–-]*\s*(?:edited|compiled|translated|produced|written)(?: and (?:edited|translated|produced))?(?: from (?:the )?(?-i:[A-Z]\w+))? by:? {NAMES}\.?\s*[)\]]*", "Translated from Portuguese by Ana Reis"),
    Row("credit", "anywhere", r"[\[(*—–-]*\s*(?:with|including) (?:additional |further )?(?:inputs?|reporting|reports?|contributions?|files|information|material) (?:from|by|of)\b.{2,100}", "(With inputs from agencies)"),
    Row("credit", "anywhere", rf"[\[(*—–-]*\s*.{{2,100}}\bcontributed (?:reporting|to this (?:report|story|article|dispatch))\b.{{0,60}}|contributing: {NAMES}", "Paula Simms in Reno contributed to this report."),
    Row("credit", "anywhere", rf"[\[(*—–-]*\s*(?:{AGENCIES}|agencies|with agencies|agency inputs|agency reports?|staff(?: (?:and|&) (?:agencies|wires?))?(?: (?:reports?|services?|agencies))?|(?:wire|news) (?:reports?|services?|agencies))(?:\s*[/,&+]\s*(?:{AGENCIES}|agencies))*\s*[)\]]*\.?", "— Staff report"),
    Row("credit", "anywhere", rf"[\[(*]*(?:source|sources|via|courtesy(?: of)?|credits?|provided by|supplied by|distributed by)\s*:\s*\S.{{1,120}}|(?-i:SOURCE|Provided by|Supplied by|Distributed by|Courtesy of) {NAMES}\.?", "Source: Harbour Media"),
    Row("credit", "anywhere", rf"[\[(*]*(?:originally|first) (?:published|appeared)\b.{{2,120}}|this {STORY} (?:was )?(?:first |originally )?(?:appeared|published|ran|produced)\b.{{0,120}}", "This story originally appeared in Harbour Weekly."),
    Row("credit", "anywhere", rf"[\[(*]*except for the headline\b.*|this {STORY} (?:is|was|has been)(?: also)? (?:auto-?generated|published from|sourced from|taken from|not been edited|produced (?:by|with|in)|supplied by|provided by|syndicated|supported by|funded by)\b.{{0,240}}|reporting for this {STORY}\b.{{0,160}}", "Except for the headline, this story has not been edited by our staff."),
    Row("credit", "anywhere", rf"\(?(?:wire|staff|news) (?:services|reports) contributed\b.{{0,80}}|(?:this|the) {STORY} (?:uses|includes|contains) (?:material|reporting|information) from\b.{{0,120}}", "Wire services contributed to this report."),
    # Pictures
    Row("caption", "anywhere", rf"[\[(*]*{PICTURE}\s*[:|–—/]\s*.*|(?:image|video|media|photo) caption,?\s.*", "Photo: Rescue crews at the site"),
    Row("caption", "anywhere", rf"[\[(*]*{PICTURE} (?:by|from|via|courtesy(?: of)?)\s*:?\s*{NAMES}[/|]?\s*.{{0,40}}[\])]*\.?", "Photo by Ana Silva"),
    Row("caption", "anywhere", rf"[\[(*]*{PICTURE}[\])]*[.:]?", "File photo"),
    Row("caption", "anywhere", r"[\[(]?(?:file|pictured|above|below|top|left|right|inset)(?: (?:photo|image|picture|left|right|above|below))?\s*[:–—]\s.*|(?-i:FILE)\s*(?:PHOTO|IMAGE)?\s*[:–—-]\s?.*|\(file\).*", "FILE - The port of Ellery, seen in May."),
    Row("caption", "anywhere", r"(?:pictured|seen here|shown here)(?: (?:here|above|left|right|in .{1,30}))?[,:]\s.*|.{10,240}\((?:pictured|above|left|right|file|centre|center)\)[^.]{0,80}\.?", "Pictured: the minister with union leaders"),
    Row("caption", "anywhere", rf".{{3,400}}(?:[.!?”\"’)]|\s[|/–—-])\s*[\[(]?\s*(?:{PICTURE}|credits?)\s*(?:by|[:/|])\s*[^.]{{2,70}}[\])]*\.?", "Crews search the river. Photo: Ana Silva"),
    Row("caption", "anywhere", rf".{{3,400}}\s[\[(]\s*(?:{PICTURE}|file|handout|courtesy|credit|supplied|via|screenshot|screengrab)\b[^.()\[\]]{{0,70}}[\])]+\.?", "Nurses rallied on Tuesday. (Supplied: Nurses' Federation)"),
    Row("caption", "anywhere", r".{3,400}[\[(]\s*(?-i:[A-Z][\w.&'’-]*)(?: [\w.&'’-]+){0,3}\s*/\s*(?-i:[A-Z])[\w.&'’ -]{1,50}(?:(?:/| via ).{2,40})?[\])]+\.?", "A firefighter near Castle Rock on Thursday. (AW Photo/Neal Fisher)"),
    Row("caption", "anywhere", rf".{{3,400}}[.!?”\"]\s+(?:[—–-]\s*)?{NAME}(?: {NAME}){{0,3}}\s?/\s?{NAME}(?: {NAME}){{0,3}}(?:/{NAME}(?: {NAME})?| via .{{2,40}})?\.?", "Workers carry a boat along Mill Street. Meridian News/Ola Brandt"),
    Row("caption", "anywhere", rf"(?:.{{0,300}}[\W_])?(?:[\w.'’ -]{{2,40}}\s*[/|,]\s*)?(?:afp via )?{CREDITED}(?:\s*(?:via|/|\|)\s*[\w.'’ -]{{2,40}})?[\])]*\.?", "Ola Brandt/Getty Images"),
    Row("caption", "anywhere", rf"(?:.{{0,300}}\W)?(?:image|photo|picture|photograph)s? (?:courtesy|credit)(?: of)?:?\s[^.]{{2,80}}\.?|credit: {NAMES}\.?", "Image credit: Harbour Trust"),
    Row("caption", "anywhere", r"(?:in )?(?:this|an?) (?:\w+ ){0,2}(?:photo|image|picture|photograph|file photo|handout|screengrab|screenshot|video grab)\b[^.]{0,40},? ?(?:taken|released|provided|obtained|made|captured|shared)\b.{0,260}", "In this photo taken Jan. 14, smoke rises over the bay."),
    Row("caption", "anywhere", r"(?:hide caption|toggle caption|enlarge (?:this )?image|show caption|view (?:full )?(?:image|gallery|slideshow)|play (?:video|slideshow)|image \d+ of \d+|\d+\s?/\s?\d+|gallery|slideshow)(?: .{0,60})?", "Enlarge this image"),
    # Who to write to, what it is filed under
    Row("tags", "anywhere", r"(?:tags?|(?:related )?topics?|filed (?:under|to)|keywords?|categor(?:y|ies)|in this (?:story|article)|posted in|labels?|hashtags?|more about|subjects?|explore further|companies|people mentioned)\s*[:|]\s*.{1,200}", "Topics: Floods | Harbour"),
    Row("tags", "anywhere", r"(?:#\w+[\s,]*)+|tags|(?:related )?topics", "#floods #harbour"),
    Row("contact", "anywhere", r"(?:got|have you|do you (?:have|know)|can you|are you|were you|did you|if you)\b.{0,140}\b(?:tips?|story (?:for|to|about)|story\?|been affected|affected by|get in touch|contact us|e-?mail us|let us know|tell us|write to us|share your|our (?:news ?team|newsroom|newsdesk|reporters?))\b.{0,200}", "Have you been affected by the flooding? Email us."),
    Row("contact", "anywhere", r"(?:contact|e-?mail|write to|reach|message|call|text)(?: us| the (?:newsroom|newsdesk|news desk|author|reporter|writer|editor|journalist)| our (?:newsroom|newsdesk|news desk|reporters?|team)| reporter (?-i:[A-Z]).{1,40}| (?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,2})\s*(?:$|[:@]|at\b|on\b|by\b|via\b).{0,140}", "Contact the newsroom at news@harbour.example"),
    Row("contact", "anywhere", r"(?:(?:press|media|news) )?(?:contacts?|e-?mail|tel|telephone|phone|fax|enquiries|inquiries|office|desk)\s*[:+].*|contact(?: us)?|about (?:us|(?-i:[A-Z])[\w .&'’]{2,40})|notes? (?:to|for) editors?:?", "Media enquiries: press@harbour.example"),
    Row("contact", "anywhere", r"(?:you can|readers can) (?:contact|reach|e-?mail|get in touch|write)\b.{0,200}|get in touch\b.{0,140}|for (?:more|further) (?:information|details|enquiries)\b.{0,60}(?:contact|visit|e-?mail|call|see|go to|:|@|www).{0,200}|(?:send|e-?mail) (?:us )?(?:your |a )?(?:news )?(?:tips?|letters?|photos?|stories)\b.{0,120}", "For more information, please contact the press office."),
    Row("contact", "anywhere", r"(?:the|we) .{0,40}\bwelcomes? (?:letters|feedback|comments|contributions|submissions|tips)\b.{0,100}", "The Harbour Post welcomes letters from readers."),
    Row("contact", "anywhere", r"[\w.+-]+@[\w-]+\.[\w.]+|.{0,80}\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b.{0,10}(?<![.!?])", "jdoe@harbour.example"),
    Row("author_note", "end", r"(?-i:(?:The (?:writer|author|reporter|columnist)s?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?:is|are|was|has been) (?:an?|the|our|[A-Z][\w’']+['’]s)\b.{0,80}\b(?:reporters?|correspondents?|journalists?|editors?|columnist|writers?|producer|photographer|freelance\w*|contributor|author)\b.{0,200})", "Ana Reis is an investigative reporter at the Harbour Post."),
    Row("author_note", "end", r"(?-i:(?:The (?:writer|author|reporter|columnist)|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?:covers|has covered|reports on|reports from|has reported|writes (?:about|for|on)|edits|leads coverage|joined (?:the|our))\b.{0,200})", "Ana Reis covers energy for the Harbour Post."),
    Row("author_note", "end", rf"(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}) reported (?:from|in) {NAMES}(?:contributed|reported)\b.{{0,80}}", "Ana Reis reported from Velm; Tom Reyes contributed from Arnburg."),
    Row("author_note", "end", r"(?:the )?(?:views|opinions)(?: and opinions)? expressed\b.{0,240}|about the (?:author|writer|reporter)s?\b.{0,100}", "The views expressed are the author's own."),
    # Controls of the page
    Row("page_tool", "anywhere", r"(?:listen(?: to (?:this|the) (?:article|story|page|report))?|play|pause|audio|read aloud|this (?:article|audio|voice) is (?:read|auto-generated|generated) by .{1,60})[\s:•·|(–—-]*(?:\d+(?::\d\d)?\s*(?:min(?:ute)?s?|mins?|sec)?)?[).]*", "Listen to this article · 9 min"),
    Row("page_tool", "anywhere", r"(?:estimated )?(?:reading|read) time\s*[:–—-]?\s*\d+\s*(?:min(?:ute)?s?)?\.?(?: ?\(.{1,20}\))?|\d+[ -]min(?:ute)?s?\.?(?: (?:read|watch|listen|ago))?|(?:word count|story id|ref(?:erence)?|doc(?:ument)? id|article id)\s*[:.#]\s*[\w/.-]+|\d+ words", "Reading time: 2 min (612 words)"),
    Row("page_tool", "anywhere", r"(?:text|font) size.{0,40}|skip to (?:main )?(?:content|navigation).{0,40}|(?:open |close |main |toggle )?(?:menu|search|navigation)|back to (?:top|home|main|article)\b.{0,30}|loading\W*|(?:show|load|view|see) (?:more|less|all)|close|accept|dismiss|next|previous|home|table of contents|jump to.{0,40}", "Skip to main content"),
    Row("page_tool", "anywhere", r"(?:print|printable|text|mobile|desktop)(?: this page| version| edition| friendly)|your browser\b.{0,200}|please enable javascript\b.{0,200}|(?:this video|sorry, (?:we|this)|an error occurred|media playback)\b.{0,60}(?:cannot|can['’]t|unavailable|unsupported|not (?:supported|available)|try again)\b.{0,100}", "Print this page"),
    Row("page_tool", "anywhere", r"(?:new|premium|free|subscriber(?:s)?[ -]only|members[ -]only|watch live|on air|page \d+|issue \d+.{0,30}|vol(?:ume|\.) ?\d+.{0,40})|you are (?:here|reading):?\s.{0,60}", "Page 4"),
    Row("page_tool", "anywhere", r"(?-i:LIVE|Live|EXCLUSIVE|Exclusive|BREAKING(?: NEWS)?|Breaking)[\W_]*", "LIVE"),
    # Other stories
    Row("teaser", "anywhere", r"(?:related|more|further|other|similar|recent|latest|top|popular|trending|recommended|featured|must|most|in other|editors?['’]?s?['’]?|also in|what(?: else)? to)\s+(?:on |from )?(?:related |recommended |popular |top |local |our |the |this |national )?(?:stor(?:y|ies)|articles?|coverage|news|reading|reads?|links?|posts?|content|headlines|picks?|choice|videos?|popular|viewed|shared|commented|watch(?:ed)?|this|today|for you|now|next|know)\b(?: (?:now|for you|today|this week|next|from .{1,40}|in .{1,30}|on .{1,40}|stories|articles|news|headlines|by .{1,30}))?\s*:?", "More on this story", opens=True),
    Row("teaser", "no stop", r"(?:latest|more|top|other) \w+ (?:news|stories|headlines|coverage|articles)|(?:more|read more|also) (?:on|from|in|about) (?:this|the|our)?\s?.{1,50}?:?", "More from Business", opens=True),
    Row("teaser", "anywhere", r"(?:related|recommended|trending(?: now)?|most (?:popular|read|viewed|shared|commented)|you (?:may|might) (?:also )?(?:have )?(?:like|missed?|be interested in)\b.{0,20}|(?:read|up|watch) next|what to read next|in case you missed it|elsewhere(?: on .{1,30})?|(?:around|from around|from) the web|from our (?:partners|archive)|also (?:read|see|on .{1,30}|in the news)|in other news|(?:keep|continue) reading|go deeper|in brief|top stories|latest)\s*:?", "You may also like", opens=True),
    Row("read_more", "anywhere", r"[\[(►▶→»>*]*\s*(?:read more|read also|also read|also see|see also|see more|read next|read full|more|must read|related(?: \w+)?|recommended|watch(?: live| also| now| more)?|listen|in pictures|in photos|icymi|up next|go deeper|further reading|don['’]t miss|you (?:may|might) (?:also )?like|from the archives?|live(?: updates| blog| coverage)?|full (?:story|coverage|report)|video|podcast|gallery|interactive|previously|next(?: article)?|previous(?: article)?|also from .{1,30})\s*[:|►▶→»>–—]+\s*.*", "READ MORE: Swimming pool saved after last-minute deal"),
    Row("read_more", "anywhere", r"(?:►|▶|→|»|>>|>)\s*.{3,200}|.{3,200}\s*(?:→|»|>>|►)", "→ More on local transport"),
    Row("read_more", "anywhere", r"(?:read|see|view|click|tap|listen to|find out|continue|show|load|discover|explore|check out|visit) (?:more|less|here|next|the full|full|our (?:full|live|complete|special|explainer|guide|coverage|earlier|previous|privacy)|(?:the )?(?:full|complete|whole|original) (?:story|article|report|list|interview|text|statement|coverage)|reading(?: the main story)?)\b.{0,120}", "Read our full guide to the election"),
    Row("read_more", "no stop", r"(?:watch|listen|see|read|hear)\b.{0,140}", "Watch the full press conference"),
    Row("read_more", "anywhere", r"(?:watch|listen to|read|see|view|hear|find) .{3,100}\b(?:here|below)[.!:]?", "Watch the mayor's press conference here."),
    Row("read_more", "anywhere", r"(?:for (?:more|the latest|all the latest|breaking|live|full)) .{2,80}\b(?:visit|click|follow|download|see|read|go to|tune in)\b.{0,140}|for more on .{2,80}[.…:]?", "For more on the floods, visit our live page."),
    Row("read_more", "anywhere", r"(?:https?://|www\.)\S+", "https://harbour.example/story"),
    Row("end_mark", "anywhere", r"[\W_]*(?:ends?|-?30-?|fin|end of (?:story|article|report|release))[\W_]*|#{3,}", "ENDS"),
)  # fmt: skip
