"""Common given names of many countries, by the pronoun that mostly goes with them. All in lower case.

A small hand-made list: it tells people from places and firms, and "he" from "she", where the text has no better
cue. Names that go with both are in neither list.
"""

from __future__ import annotations

from compare.claims.wordlist import wordlist

HE = wordlist("""
    aaron abdul abdullah abraham adam adrian ahmad ahmed akira alan albert alberto alejandro alessandro
    alexander alexandre alfred ali allan amir amit anders andre andrea andreas andrei andrew andrzej
    angus anil anthony antoine anton antonio antony antónio arash arjun armand arnold arthur arturo arun
    arvid ashok asif ben benedict benjamin benny bernard bernie bernardo bill björn bo bob boris brad
    brandon brendan brett brian bruce bruno bryan burak carl carlo carlos cedric cesar charles charlie
    chen chris christian christoph christopher chuck claude clive colin connor craig curtis cyril damian
    damien dan daniel dany dariusz darren dave david davide dean deepak denis dennis derek desmond dick
    diego dieter dimitri dirk dmitri dmitry dominic don donald doug douglas duncan dylan ed eddie edgar
    eduardo edward edwin egon ehud elias elliot elon emil emmanuel enrico enrique eric erik ernest
    ernesto ethan eugene evan fabian fabio faisal farid felipe felix fernando filip finn francesco
    francis francisco francois frank fred frederic frederick fredrik friedrich fritz gareth gary gavin
    geoff geoffrey georg george georges gerald gerard gerhard giancarlo gianni gilbert giles giorgio
    giovanni giuseppe glenn gonzalo gordon graham greg gregory guido guillermo gunther gustavo hamid
    hamza hank hans harald harold harry haruki hasan hassan hector heinrich helmut henri henrik henry
    herbert herman hiroshi horst howard hugh hugo hussein ian ibrahim igor imran ismail ivan ivar jack
    jacob jacques jaime jair jake jakob jakub james jamie jan janez jared jaroslav jason javier jay jean
    jeff jeffrey jens jeremy jerome jerry jesper jesus jim jimmy joachim joao joe joel joerg johan johann
    johannes john johnny jon jonas jonathan jorge jose josef joseph josh joshua josé juan juha julian
    julien julio jun jurgen justin jörg kai karim karl kamal keir keith ken kenji kenneth kevin khalid
    kjell klaus koji konrad konstantin kris kurt kumar kwame kyle lars laurent lee leif leo leon leonard
    leonid leonardo lewis liam lionel lloyd lorenzo louis luc luca lucas luigi luis luiz lukas luke luís
    maciej magnus mahmoud malcolm manuel marc marcel marcelo marco marcos marcus mario marius mark marko
    markus martin marvin massimo mateusz matt matteo matthew matthias maurice mauricio max maxim mehmet
    michael michel miguel mike mikhail milan milos miroslav mitch mohamed mohammad mohammed mohan moritz
    morten moses muhammad murray musa mustafa narendra naoki nathan neil nelson nicholas nick nicolas
    nigel nikola nikolai nikos nils noah noel norbert olaf ole oleg oliver olivier omar oscar oskar osman
    ola otto pablo paolo pascal patrick paul paulo pavel pawel pedro per pete peter petr petro philip
    philippe phil pierre piers piotr prakash pranab rafael raghav rahul raj rajesh rajiv rajnath rakesh
    ralf ralph ramesh ramon randy raphael rashid raul ravi ray raymond recep reinhard reza ricardo
    richard rick rob robert roberto robin rodrigo roger roland rolf roman ron ronald rory ross roy rudolf
    rupert russell ryan sachin said salman salvador sam sami samuel sandeep sanjay sanjeev santiago sean
    sebastian serge sergei sergey sergio seth shane shaun shigeru shinzo simon stan stanley stefan
    stephane stephen steve steven stuart sudhir sunil suresh sven taro ted temba terry thabo theo
    theodore thierry thomas tim timothy toby todd tom tomas tomasz tommy tony torsten travis trevor tyler
    umar uwe vaclav valentin victor vijay viktor vikram vince vincent vinod vitaly vivek vlad vladimir
    volodymyr walter warren wayne werner wilhelm william winston wolfgang xavier yannick yasser yusuf
    yuri yves zach zakaria zbigniew zoltan antti eero jukka mikko pekka timo ville amos jed ned hal walt
    clyde cal chad cody cole derrick drew dwayne earl emeka chinedu tunde kofi kwesi sipho bongani jabu
    thulani juma kipchoge wei ming jian jose-luis minh duc tuan
    """)

SHE = wordlist("""
    abigail ada adele agnes agnieszka aisha alba alexandra alice alicia alina alison allison amanda amara
    amber amelia amina amy ana anastasia angela angelina anika anita anja ann anna annalena anne annegret
    annette annie antonia anya ariana astrid audrey aung ayesha barbara beata beatrice beatriz becky
    bella benazir bernadette beth betty beverly birgit bonnie brenda bridget brigitte britta brooke
    camila camilla carina carla carmen carol carolina caroline carolyn carrie catherine cathy cecilia
    celine chantal charlotte chelsea cheryl chiara chloe christina christine ciara claire clara clarissa
    claudia colette constance cristina cynthia daisy daniela danielle daphne darya dawn debbie deborah
    deepa delia denise diana diane dilma dolores donna dora doris dorothy edith edna eileen elaine
    eleanor elena elif elisa elisabeth elise eliza elizabeth ella ellen elsa elvira emilia emilie emily
    emma erica erika erin esther eva eve evelyn ewa faith fatima fatma felicity fiona florence frances
    francesca freya gabriela gabrielle gail galina gemma georgia geraldine gerda ghislaine gillian gina
    giorgia gisela giulia gladys gloria grace greta gretchen gudrun gwen hala hana hanna hannah harriet
    hazel heather heidi helen helena helene helga henrietta hilary hilda hillary holly ida ilse imelda
    indira ines ingrid irene irina iris isabel isabella ivana jacinda jacqueline jane janet janice
    jasmine jeanne jenna jennifer jenny jessica jill joan joanna joanne jocelyn josephine joy joyce
    judith judy julia juliana julie juliet justyna kaja kamala kanchana karen karin karina kate katharina
    katherine kathleen kathryn kathy katie katja katrin kavita kayla kellyanne kerstin kirsten kristalina
    kristen kristin kristina kyrsten lara larisa latifa laura lauren laurie leah leila lena leslie
    leticia leyla lidia lily linda lisa liz liza lois lorraine lotte louise lucia lucy luisa luz lydia
    lynn madeleine maggie maia maja malala malin mandy manuela marcia marcy margaret margarita margot
    maria mariam marianne marie marietta marija marina marine marion marisa marta martha martina mary
    maya megan meghan melania melanie melinda melissa mercedes mette mia michaela michele michelle mina
    mira miriam moira molly monica monika muriel nabila nadia nadine nancy naomi natalia natalie natasha
    nicola nicole nikki nina nirmala nisha noor nora norma olena olga olivia ophelia paige pamela
    patricia patty paula pauline penelope penny petra philippa phoebe phyllis pia pilar pippa polly pooja
    priti priya priyanka rachel ramona rania rebecca regina renate renee ritu rita roberta rosa rosalind
    rosalyn rose rosemary roxana rukmini ruth sabine sabrina sadia sally samantha sandra sanna sara sarah
    sasha shabana shannon sharon shauna sheikha sheila shirley silvia simone sinead sofia sonia sonja
    sophia sophie stacy stefanie stella stephanie sue sunita susan susana susanna susanne suzanne
    svetlana sylvia tamara tamsin tanya tara tatiana teresa tessa thelma theresa thérèse tiffany tina
    tove tracy trudy ulrike ursula uta valentina valeria valerie vanessa vera veronica veronika victoria
    violet virginia viviane wanda wendy wilma winnie yasmin yoko yolanda yulia yvette yvonne zainab zara
    zeinab zoe zuzana aino kaisa päivi anneli ngozi chioma funke thandi lindiwe nomvula mei xiu lan hoa
    linh thuy aiko keiko michiko yuko sakura hye eun ji-eun min-ji wambui wanjiru akinyi adaeze mwende
    """)

EITHER = wordlist("""
    alex ali andie ariel ash aubrey avery billie blair bobbie casey cameron charlie dana dale devon drew
    eden elliot ellis emerson erin finley frankie glenn harper hayden jackie jamie jean jesse jo jordan
    jules kai kelly kendall kerry kim kiran kit lee lesley leslie lindsay lynn mackenzie max mel micah mo
    morgan nat noor pat peyton quinn reese rene riley robbie robin rowan ryan sam sandy sasha shannon
    shawn shelby sky stacey stevie sydney taylor terry toni tracy val vic jung hyun park nguyen tran xi
    yan yi yang zhang lin chen li wang liu zhao huang
    """)

ANY = HE | SHE | EITHER
