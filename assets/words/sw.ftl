# Maandishi ya programu, kwa Kiswahili. Funguo zimepangwa kwa kila skrini; thamani zilizo kwenye mabano hujazwa na programu.

## Maneno ya modeli, yanayotumika kwenye skrini zote na kwenye terminali

feeling-happy = amefurahi
feeling-indifferent = hajali
feeling-upset = ameudhika
outcome-returns = Anarudi na kuwaambia wengine
outcome-passive = Yuko kimya, huenda akahama
outcome-complains = Analalamika: nafasi bado ipo
outcome-walks-away = Anaondoka, harudi tena
outcome-goes-public = Anasimulia hadharani
phase-before = Kabla
phase-during = Wakati
phase-after = Baada
channel-face-to-face = Ana kwa ana
channel-phone = Simu
channel-email = Barua pepe
channel-chat = Chat
channel-social = Hadharani, mtandaoni
band-start = mwanzoni
band-developing = inakua
band-dependable = thabiti
band-strong = mahiri
promise-open = inasubiri
promise-kept = imetimizwa
promise-broken = imevunjwa
promise-lapsed = haikuzaa kitu
promise-left-open = muda wake bado
promise-moved = tarehe ilisogezwa, bado haijafika mwishoni
promise-never-due = haikufika muda wake, kwa sababu haikuwekwa tarehe
promise-overdue = muda wake ulifika, na hakuna aliyeirudia
promise-nobody = mtu fulani
promise-no-date = bila tarehe
you-said-nothing = (Hukusema kitu.)

## Yanayotokea, popote programu inapochezwa

event-new-contact = Baadaye.
event-days-later = { $days ->
    [one] Siku moja baadaye.
   *[other] Siku { $days } baadaye.
}
event-promise-made = Umeahidi: { $promise }.
event-promise-kept = Ahadi imetimizwa: { $promise }.
event-promise-broken = Ahadi imevunjwa: { $promise }.
event-promise-lapsed = Ahadi haikuzaa kitu: { $promise }.
event-promise-moved = Mmekubaliana tarehe mpya: { $promise }.
event-left = { $name } amechoshwa na anaondoka.

## Terminali

ask-choose = Unasema nini? Andika namba.
ask-choose-written = Unaandika nini? Andika namba.
ask-choose-do = Unafanya nini? Andika namba.
ask-paraphrase-text = Umesikia nini? Andika namba za yote yaliyosemwa kweli, kwa mfano: 1 3
ask-commit-text = Unaahidi nini? Nini, nani, kufikia lini: andika namba.
ask-nothing = Mazungumzo yamekwisha.
heard-all = Umetaja yote yaliyosemwa ({ $of }).
heard-some = Kati ya mambo { $of } yaliyosemwa, umetaja { $n }.
heard-decoys = { $n ->
    [0] Hukubuni lolote.
    [one] Jambo moja kati ya uliyotaja hakuna aliyelisema.
   *[other] Mambo { $n } kati ya uliyotaja hakuna aliyeyasema.
}
coach-mark = { "  Mshauri: " }
text-intro = Andika namba, kisha bonyeza Enter. Andika q ili kuacha; ulipofikia patahifadhiwa.
text-you-may = Unaruhusiwa:
text-help-one = Andika namba moja kuanzia 1 hadi { $n }, au q ili kuacha.
text-help-silence = Unaweza pia kuandika silence, na kunyamaza kwa muda wote mteja atakaosubiri.
text-help-several = Andika namba moja au zaidi kuanzia 1 hadi { $n }, ukiacha nafasi katikati, au q ili kuacha.
text-kept = Ulipofikia pamehifadhiwa. Ili kuendelea, tumia amri ileile na --resume mwishoni.
text-resuming = Tunaendelea ulipoishia, baada ya { $n ->
    [one] jibu moja.
   *[other] majibu { $n }.
}
text-resume-question = Uliishia katikati ya mazungumzo haya. Uendelee hapo? [Ndiyo/hapana]
text-yes = ndiyo nd
text-no = hapana h
text-debrief = MAPITIO
text-handled = Ulivyoshughulikia
text-score = { $name }: { $score } kati ya 100, { $band } ({ $n ->
    [one] uamuzi mmoja
   *[other] maamuzi { $n }
})
text-score-little = { $name }: ushahidi hautoshi ({ $n ->
    [one] uamuzi mmoja
   *[other] maamuzi { $n }
})
text-score-none = { $name }: haikuhitajika katika mazungumzo haya
text-mode = { $mode }. { $meaning }
text-overall = Kwa jumla: { $score } kati ya 100, { $band }. { $passed ->
    [yes] Umefikia alama ya kufaulu.
   *[no] Bado hujafikia alama ya kufaulu.
}
text-no-overall = Kwa jumla: ushahidi hautoshi.
text-interrupted = Jaribio hili liliachwa kabla ya mwisho. Halipewi alama kwenye ripoti.
text-decisions = Uamuzi kwa uamuzi
text-customer-said = { $name }: { $cue }
text-you-said = Wewe: { $line }
text-you-silent = Hukusema kitu.
text-you-heard = Ulisikia: { $line }
text-level = { $name } { $earned } kati ya { $best }{ $anchor }
text-not-shown = , hakuna katika jibu
text-better = Bora zaidi: { $line }
text-look = { $n ->
    [one] Ungefanya tofauti: uamuzi { $decisions }
   *[other] Ungefanya tofauti: maamuzi { $decisions }
}
text-look-nothing = Usingebadilisha chochote.
text-question-how = Andika nambari za maamuzi hayo, na baada yake maneno yako mwenyewe ukipenda; 0 kama hakuna. Enter pekee huruka swali.
text-goal-how = Andika nambari, au lengo kwa maneno yako mwenyewe. Enter pekee haihifadhi lolote.
text-voice-confident-how = Andika nambari kutoka 1 (hata kidogo) hadi 5 (sana). Enter pekee inaruka swali.
text-voice-way-how = Andika nambari. Enter pekee inaruka swali.
text-model-how = Andika m kisha bonyeza Enter usome mazungumzo ya mfano: njia moja nzuri. Enter pekee inamaliza hapa.
text-promises = Ahadi
text-promise = { $what }, { $who }, { $when }: { $state }
text-facts-noticed = Uliyozingatia: { $facts }
text-facts-missed = Uliyoambiwa bila kuyazingatia: { $facts }

## Dirisha

window-briefing = Maandalizi
window-conversation = Mazungumzo
window-debrief = Mapitio
no-display = Hapa hakuna skrini ya kufungulia dirisha. Cheza kwenye terminali badala yake: amends play { $file } --text
no-graphics = Hapa hakuna kiendeshi cha michoro kinachoitikia, si Vulkan wala OpenGL. Sakinisha kimoja (kwenye Debian na Ubuntu: mesa-vulkan-drivers), au cheza kwenye terminali: amends play { $file } --text
no-window = Dirisha halikufunguka. Cheza kwenye terminali badala yake: amends play { $file } --text
language-en = English
language-fr = Français
language-sw = Kiswahili
place-pool-desk = mapokezi
place-office = ofisi
sector-air-travel = safari za ndege
sector-banking = benki
sector-business-software = programu za biashara
sector-charity = shirika la hisani
sector-clinic = kliniki
sector-construction = ujenzi
sector-holiday-park = kijiji cha likizo
sector-home-improvement = ukarabati wa nyumba
sector-hospitality = hoteli
sector-leisure = burudani
sector-online-retail = duka la mtandaoni
sector-public-office = ofisi ya umma
sector-recreation = michezo na burudani
sector-restaurant = mgahawa
sector-retail = biashara ya rejareja
sector-shared-services = huduma za pamoja
sector-software = programu za kompyuta
sector-telecom = mawasiliano
sector-utility = maji na umeme
place-restaurant = mkahawani
place-shop = dukani
place-showroom = chumba cha maonyesho
place-clinic = kliniki
place-hotel = hotelini
place-gate = langoni
place-park-gate = langoni
place-airport-gate = lango la kupandia ndege
place-garden = bustanini
place-bus-bay = kituo cha basi
place-bank = benki
place-town-hall = ofisi ya manispaa
place-home = nyumbani
place-building-site = eneo la ujenzi
place-warehouse = ghala
place-help-desk = dawati la msaada
place-gym = ukumbi wa mazoezi
face-furious = ana hasira kali
face-upset = ameudhika
face-uneasy = ana wasiwasi
face-indifferent = hajali
face-calm = ametulia
face-relieved = amefarijika
face-delighted = ana furaha tele
notice-damaged = { $n ->
    [one] Mstari mmoja wa { $file } hausomeki (mstari wa { $line }). Umeachwa ulivyo; mengine yote yako salama.
   *[other] Mistari { $n } ya { $file } haisomeki (wa kwanza ni mstari wa { $line }). Imeachwa ilivyo; mengine yote yako salama.
}
notice-unreadable = Majaribio yaliyo kwenye { $file } hayasomeki ({ $why }). Hakikisha una ruhusa ya kuisoma faili hiyo, au taja folda nyingine kwa --data FOLDA.
notice-nothing-to-resume = Hakuna jaribio lililoachwa katikati.
notice-scenario-gone = Maandishi uliyocheza hayahifadhiwi tena hapa, na mazungumzo haya yameandikwa upya tangu hapo au hayapo.
notice-cannot-resume = Jaribio haliwezi kuendelea: { $why }.
briefing-about = Maneno ya { $name }, na jinsi yanavyosemwa: huo ndio mwongozo wako pekee.
debrief-decisions = { $n ->
    [one] uamuzi mmoja
   *[other] maamuzi { $n }
}
debrief-not-shown = Hakuna katika jibu hili.
debrief-passed-but = Umeshughulikia vizuri kiasi cha kufaulu, na bado mteja ameishia hivi: alama huhesabu ulichosema na kufanya, mwisho huonyesha kilichobaki moyoni mwake. Angalia pale mstari unaposhuka.
debrief-not-passed-but = Mteja ameishia vizuri kiasi, lakini alama bado ni ndogo: huhesabu ulichosema na kufanya katika kila uamuzi, si jinsi mambo yalivyoisha.
debrief-note-vague = Hakuna mtu aliyetajwa, au hakuna tarehe iliyowekwa, kwa hiyo haikuzaa kitu.
debrief-note-impossible = Hakuna mtu ambaye angeweza kuitimiza.

## Vipande vya pamoja

level-of = { $level } kati ya { $best }
quoted = “{ $text }”
quoted-within = ‘{ $text }’
mode-practice = Mazoezi
mode-practice-meaning = Mshauri anatoa maoni baada ya kila jibu lako.
mode-assessment = Tathmini
mode-assessment-meaning = Unacheza bila maoni. Mrejesho unakuja mwishoni.

## Menyu

menu-name = Amends
menu-welcome = Kuna jambo limeharibika, na mteja yuko mbele yako. Jizoeze hapa, ambapo kukosea hakugharimu kitu.
menu-choose = Chagua mazungumzo
menu-customer = Na { $name }
menu-minutes = { $n ->
    [one] kama dakika moja
   *[other] kama dakika { $n }
}
menu-beats = { $n ->
    [one] hatua 1
   *[other] hatua { $n }
}
menu-finished = { $n ->
    [one] umemaliza mara moja
    [2] umemaliza mara mbili
   *[other] umemaliza mara { $n }
}
menu-unfinished = Uliishia katikati
menu-unfinished-decisions = Na { $customer } · { $n ->
    [one] umefanya uamuzi 1
   *[other] umefanya maamuzi { $n }
}
menu-begun-today = yalianza leo, { $time }
menu-begun = yalianza { $day }, { $time }
menu-continue = Endelea ulipoishia
menu-afresh = Anza upya
menu-broken = hayawezi kuchezwa
menu-problem-place = Mstari { $line }, safu { $column }
menu-problem-help = La kufanya: { $help }
menu-copy = Nakili ujumbe
menu-copied = Imenakiliwa
menu-folder-missing = Hakuna folda ya mazungumzo
menu-folder-missing-help = Amends imetafuta { $folder }. Unda folda hiyo, weka mazungumzo ndani yake, kisha angalia tena.
menu-folder-empty = Bado hakuna mazungumzo
menu-folder-empty-help = Folda { $folder } ni tupu. Weka mazungumzo ndani yake (faili zinazoishia na .ron), kisha angalia tena.
menu-look-again = Angalia tena
menu-settings = Mipangilio
menu-language = Lugha
menu-group-looks = Herufi na rangi
menu-group-pace = Kasi na sauti
menu-group-you = Anayecheza
menu-text-size = Ukubwa wa herufi
menu-text-smaller = Punguza herufi
menu-text-larger = Kuza herufi
menu-percent = { $n }%
menu-words-at-once = Maneno yote kwa pamoja
menu-reduced-motion = Miondoko michache
menu-theme = Rangi
menu-theme-day = Mchana
menu-theme-night = Usiku
menu-theme-contrast = Nyeusi na nyeupe
menu-full-screen = Skrini nzima (F11)
menu-speed = Kasi ya maneno
menu-speed-slow = Polepole
menu-speed-normal = Kawaida
menu-speed-fast = Haraka
menu-keep-lines = Maneno yabaki kwenye skrini
menu-keep-lines-note = Bila hivyo, yanayosemwa kwa simu hufifia, kama yanavyofifia masikioni.
menu-timers = Vipima muda
menu-timers-note = Mara mojamoja mteja husubiri jibu lako kwa muda fulani tu.
menu-trainee = Jina lako
menu-trainee-hint = si lazima
menu-trainee-note = Jina lolote upendalo. Linabaki kwenye kifaa hiki.
menu-voice = Maswali mawili kuhusu kazi
menu-voice-note = Baada ya kila mapitio, wala si lazima: unajiamini kiasi gani, na ni nini kingekuzuia.
menu-cohort = Kundi lako
menu-cohort-hint = si lazima
menu-cohort-note = Majaribio yanayoanza kuanzia sasa yanahesabiwa kwake, hadi Amends ifungwe.
menu-cohort-now = Unafanya mazoezi na { $name }
menu-key-choose = chagua na ufungue
menu-key-numbers = fungua mara moja
menu-key-size = ukubwa wa herufi
menu-quit = Ondoka

## Maandalizi

briefing-title = Kabla ya kuanza
briefing-back = Rudi
briefing-authority = Unayoruhusiwa kufanya bila kuuliza
briefing-customer = Mteja wako
briefing-practised = Unayojizoeza
briefing-keys = Jinsi ya kucheza
briefing-key-numbers = chagua jibu
briefing-key-arrows = pitia, kisha chagua
briefing-key-notebook = daftari lako
briefing-key-pause = sitisha
briefing-mouse = Kipanya kinafanya kazi kila mahali. Usiwe na haraka: muda haupewi alama kamwe.
briefing-timers = Vipima muda vimewashwa: mara mojamoja { $name } husubiri jibu lako kwa muda fulani tu. Ukisitisha, muda unasimama.
briefing-mode = Ungependa kucheza vipi?
briefing-start = Anza
briefing-left-rewritten = Yameandikwa upya tangu hapo. Unaendelea na maandishi uliyoanza nayo.
briefing-left-afresh = Kuanza upya kunaliacha jaribio lile. Linahifadhiwa, wala halipimwi.

## Mapitio

debrief-title = Mapitio
debrief-again = Cheza tena
debrief-menu = Menyu
debrief-question = Ungefanya nini tofauti?
debrief-question-note = Mtazamo wako ndio wa kwanza. Chagua nyakati nyingi upendavyo, au usichague hata moja; kisha uone ushahidi unasema nini.
debrief-pick = Uamuzi { $n }: { $line }
debrief-picked = Ungefanya hili tofauti
debrief-own-words = Kwa maneno yako mwenyewe, ukipenda
debrief-to-evidence = Ona ushahidi
debrief-nothing = Ningefanya vivyo hivyo
debrief-skip = Ruka
debrief-look = Mtazamo wako mwenyewe
debrief-look-nothing = Usingebadilisha chochote. Ushahidi una neno la kusema kuhusu hilo.
debrief-look-nothing-agrees = Usingebadilisha chochote, na alama zinakubali.
debrief-look-agrees = Uamuzi { $n }: alama zinakubali, pointi { $earned } kati ya { $best }.
debrief-look-differs = Uamuzi { $n }: alama hazioni lililo bora zaidi hapa. Jiamini, na usome kwa nini.
debrief-look-unscored = Uamuzi { $n }: hauhesabiwi katika alama, kwa hiyo alama hazina maoni.
debrief-look-first = Alama zingeangalia kwanza uamuzi { $n }: pointi { $earned } kati ya { $best }.
debrief-retry = Jaribu tena kutoka hapa
debrief-step = pitia
debrief-chip-interrupted = halijaisha
debrief-interrupted = Uliacha kabla ya mwisho.
debrief-interrupted-meaning = Unaweza kusoma uliyosema, na kujifunza kutokana nayo. Jaribio hili halipewi alama.
debrief-left = Mwishoni, { $customer } alikuwa
debrief-was = Ulipoacha, { $customer } alikuwa
debrief-handled = Ulivyoshughulikia
debrief-no-evidence = ushahidi hautoshi
debrief-from-decisions = { $n ->
    [0] hakuna uamuzi
    [one] uamuzi 1
   *[other] maamuzi { $n }
}
debrief-not-scored = Hakuna alama, kwa sababu uliacha kabla ya mwisho.
debrief-overall = Kwa jumla
debrief-overall-none = Maamuzi ni machache mno kutoa alama. Jaribu tena kutoka kwenye mojawapo.
debrief-of-hundred = { $n } kati ya 100
debrief-passed = umefaulu
debrief-not-yet = bado
debrief-needed = Kufaulu kunahitaji { $n }.
debrief-one-too-low = Kufaulu kunahitaji { $n }, bila sehemu iliyo chini mno ya hapo.
debrief-share = Kila namba ni sehemu uliyopata kati ya yote uliyoweza kupata katika maamuzi yako.
debrief-share-and-range = Kila namba ni sehemu uliyopata kati ya yote uliyoweza kupata katika maamuzi yako. Mstari mwembamba unaonyesha mchezo mmoja unaweza kufika wapi.
debrief-possible = inawezekana hapa: { $low }–{ $high }
debrief-mood = Ilivyokuwa kwa { $customer }
debrief-point = Uamuzi { $n }: { $feeling }
debrief-point-picked = Uamuzi { $n }: { $feeling }, ungefanya tofauti
debrief-point-before = kabla ya uamuzi { $n }: { $feeling }
debrief-point-end = mwishoni: { $feeling }
debrief-decision = Uamuzi { $n } kati ya { $of }
debrief-unscored = hauhesabiwi
debrief-you-said = Ulisema
debrief-you-said-best = Ulisema, na hapakuwa na bora zaidi
debrief-would-have-landed = Ambalo lingegusa
debrief-fact-noticed = Ulizingatia: { $fact }
debrief-fact-missed = Lilikupita: { $fact }
debrief-closed = Umefunga njia hii: hadi hapa “{ $before }” ilikuwa bado inawezekana. Kuanzia hapa, bora zaidi ni: “{ $after }”.
debrief-promises = Ahadi
debrief-no-promises = Hukutoa ahadi yoyote.
debrief-promise-who = mhusika: { $who }
debrief-facts = Aliyokuambia { $customer }
debrief-noticed = Uliyozingatia
debrief-missed = Yaliyokupita

## Mapitio: mazungumzo ya mfano, malengo, thamani

step-listen = Sikiliza
step-name-it = Taja kosa
step-own-it = Libebe
step-offer = Toa pendekezo
step-promise = Ahidi
step-follow-up = Fuatilia
debrief-model = Pitia mazungumzo ya mfano
debrief-model-title = Mazungumzo ya mfano
debrief-model-note = Njia moja nzuri, si njia pekee. Juu ya kila jibu kuna hatua zake.
debrief-model-said = Jibu lenye nguvu
debrief-model-coach = Mshauri anasema
debrief-model-earlier = { $step }: imeshafanywa
debrief-model-feels = Baadaye: { $feeling }
debrief-model-then = Baadaye, { $customer }
debrief-model-end = Mwisho wa { $customer }
debrief-model-before = Rudi
debrief-model-next = Endelea
debrief-model-back = Kwenye mapitio yangu
debrief-goal = Lengo la wakati ujao
debrief-goal-from = Kutoka { $competency }, ambako kuna mengi ya kupata. Chagua moja:
debrief-goal-own = Au kwa maneno yako: wakati ujao nataka …
debrief-goal-keep = Weka maneno yangu
debrief-goal-kept = Wakati ujao: { $goal }
debrief-goal-recalled = Maelezo yako yajayo yatakukumbusha.
debrief-save = Ondoka nayo
debrief-save-page = Hifadhi ukurasa wa kuchapisha
debrief-save-picture = Hifadhi picha
debrief-saving = Picha inapigwa …
debrief-saved = Imehifadhiwa: { $file }
debrief-not-saved = { $file } haikuweza kuhifadhiwa ({ $why }).
debrief-no-picture = Picha haikuweza kupigwa. Ukurasa wa kuchapisha una yaleyale, na zaidi.
voice-title = Maswali mawili kuhusu kazi yako
voice-who-sees = Si lazima. Majibu yanahifadhiwa pamoja na jaribio lako; ripoti huyahesabu kwa makundi ya watu watano au zaidi tu, na jibu la mtu mmoja halionyeshwi peke yake.
voice-confident = Unajiamini kiasi gani kufanya mazungumzo haya kazini?
voice-not-at-all = hata kidogo
voice-very = sana
voice-confidence = { $n } kati ya 5
voice-in-the-way = Ni nini kingekuzuia hapa, kazini?
voice-policy = Kanuni inakataza
voice-authority = Mtu mwingine ndiye anayeamua
voice-information = Nisingeweza kupata habari
voice-time = Hakuna muda
voice-tools = Nyenzo hazipo
voice-nothing = Hakuna
voice-kept = Imehifadhiwa. Unaweza kuchagua jibu lingine ukiwa bado hapa.
voice-open = Maswali mawili
voice-pass = Usijibu
briefing-goal = Mara iliyopita ulitaka:
goal-listening-finish = kumwacha mteja amalize kabla sijajibu
goal-listening-say-back = kutumia jambo aliloniambia na kurudia nilivyoelewa
goal-listening-cause = kutafuta chanzo na kuhakikisha nimeelewa
goal-apology-plain = kusema wazi kilichoharibika, na kwamba kosa ni letu
goal-apology-cost = kutaja kilichomgharimu mteja huyu
goal-apology-once = kuomba radhi mara moja, bila “kama” wala “lakini”, kisha kutenda
goal-account-mine = kulichukua tatizo kuwa langu badala ya kulisukuma kwa wengine
goal-account-now = kufanya ninachoruhusiwa na kusema kinachofuata
goal-account-lasting = kutoa msaada wa sasa pamoja na suluhisho la kudumu
goal-follow-specific = kusema kitakachofanyika, nani atakifanya na lini
goal-follow-warn = kutimiza ahadi yangu, au kuarifu kabla muda wake haujafika
goal-follow-ask = kuuliza baadaye kama suluhisho lilifaa
impact-staying = Kati ya wateja 100 wanaoishia hivi, huenda { $low } hadi { $high } bado ni wateja mwaka mmoja baadaye.
impact-brings = Huenda wanaleta wapya { $low } hadi { $high }.
impact-nobody = Hawaleti wengine wala hawawazuii.
impact-keeps-away = Huenda wanawazuia wengine { $low } hadi { $high }.
impact-label = Ni mwigo: makadirio yanayotokana na dhana, si kipimo, na kamwe si kuhusu pesa za mtu mmoja.

## Mazungumzo
conversation-turn = Hatua { $turn }
conversation-keeping = Jibu lako linahifadhiwa…
conversation-listen = Kwanza, sikiliza
conversation-read = Kwanza, soma
conversation-all-words = Onyesha yote
conversation-you-said = Ulisema
conversation-you-did = Ulifanya
conversation-more-below = zaidi chini ↓
conversation-coach = Mshauri wako
conversation-choose = Unasema nini?
conversation-choose-act = Unafanya nini?
conversation-choose-written = Unaandika nini?
conversation-choose-mail = Utatuma barua pepe ipi?
conversation-choose-public = Utajibu nini, mbele ya wote?
conversation-paraphrase = Umesikia nini?
conversation-paraphrase-help = Weka alama kwenye yale uliyoambiwa na mteja. Acha yale ambayo hakuna aliyeyasema.
conversation-heard = Nilichosikia: { $fragments }.
conversation-heard-nothing = Bado hujaweka alama.
conversation-say = Sema
conversation-commit = Toa ahadi unayoweza kuitimiza
conversation-commit-help = Chagua moja katika kila mstari. Kisha utaona maneno utakayosema.
conversation-what = Kitakachofanyika
conversation-who = Nani anawajibika
conversation-when = Kufikia lini
conversation-which = Kwa maneno gani
conversation-promise = Ahidi
conversation-change = Badilisha
conversation-over = Mazungumzo yamekwisha
conversation-over-next = Vuta pumzi. Kwanza utazame mwenyewe ulivyofanya, kisha uone { $name } alivyoachwa.
conversation-to-debrief = Tazama mapitio
conversation-notebook-count = Daftari · { $count }
conversation-facts = Uliyosikia
conversation-no-facts = Bado hakuna kitu. Mteja akikuambia jambo, litaonekana hapa.
conversation-promises = Uliyoahidi
conversation-no-promises = Hakuna ahadi inayosubiri.
conversation-promise-line = Nani: { $who } · Kufikia lini: { $when }
conversation-close = Funga
conversation-pause = Sitisha
conversation-paused = Imesitishwa
conversation-go-on = Endelea
conversation-leave = Ondoka, hifadhi nilipo
conversation-leave-note = Unaweza kuendelea kutoka hapa baadaye.
conversation-text-size = Ukubwa wa herufi
conversation-text-smaller = Punguza herufi
conversation-text-bigger = Kuza herufi
conversation-will-wait = { $name } atasubiri jibu lako sekunde { $n }.
conversation-waits = { $name } anasubiri. Sek. { $n }
conversation-wait-begins = { $name } anasubiri jibu lako kwa { $n ->
    [one] sekunde moja.
   *[other] sekunde { $n }.
}
conversation-wait-left = { $n ->
    [one] Imebaki sekunde moja.
   *[other] Zimebaki sekunde { $n }.
}
conversation-hear-again = Sikiliza tena
conversation-thread = Yaliyoandikwa hadi sasa
conversation-earlier = { $n ->
    [one] ujumbe mmoja uliotangulia
   *[other] jumbe { $n } zilizotangulia
}
conversation-said-by = { $name }: { $words }
conversation-you = Wewe
conversation-us = Huduma kwa wateja
conversation-writing = anaandika …
conversation-sent = Umetumwa
conversation-seen = Umesomwa
conversation-mail-from = Kutoka kwa
conversation-mail-to = Kwa
conversation-mail-subject = Mada
conversation-mail-re = Jibu: { $subject }
# The words a scene says before the subject of a mail and a colon.
conversation-mail-subject-line = Mada
conversation-draft = Rasimu
conversation-public = Hadharani · kila mtu anasoma
conversation-watching = watu { $n } hivi wanatazama
conversation-now-face-to-face = Ana kwa ana.
conversation-now-phone = Kwa simu.
conversation-now-email = Kwa barua pepe.
conversation-now-chat = Kwenye gumzo.
conversation-now-social = Hadharani, mtandaoni.
conversation-hold = Kusubiri kwenye simu: { $time }.
conversation-waited = { $name } alisubiri: { $time }.
time-seconds = { $n ->
    [one] sekunde moja
   *[other] sekunde { $n }
}
time-minutes = { $n ->
    [one] dakika moja
   *[other] dakika { $n }
}
time-hours = { $n ->
    [one] saa moja
   *[other] saa { $n }
}
time-days = { $n ->
    [one] siku moja
   *[other] siku { $n }
}
conversation-key-all-words = onyesha yote
conversation-key-choose = chagua
conversation-key-move = sogea na uchague
conversation-key-mark = weka alama
conversation-key-say = sema
conversation-key-clear = futa
conversation-key-pick = chagua mstarini
conversation-key-row = mstari mwingine
conversation-key-debrief = mapitio
conversation-key-notebook = daftari
conversation-key-pause = sitisha

## Ukurasa wa mwezeshaji

guide-page = Kwa mwezeshaji
guide-minutes = dakika { $n } kwa jumla
guide-play-minutes = { $n } kati yake za kucheza
guide-aim = Lengo
guide-set-up = Kabla hujaanza
guide-pauses = Pa kusitisha, na la kuuliza
guide-debrief = Maswali matano ya baadaye
guide-variation = Wakati mwingine

## Kozi

course-before = Angalia ulipo sasa
course-example = Soma mfano
course-hints = Jizoeze, kwa vidokezo
course-alone = Jizoeze, bila msaada
course-transfer = Mteja mpya, bila msaada
course-after = Angalia umefika wapi
course-again = Cheza tena
course-by-chance = mazungumzo utakayopangiwa kwa bahati
course-example-intro = Hivi ndivyo mambo yanavyoweza kwenda. “{ $title }”, kutoka mwisho: kila jibu lilifanya nini, na kwa nini.
course-stages-done = Hatua { $done } kati ya { $all } zimekamilika
course-mark-done = tayari
course-mark-next = INAYOFUATA
course-mark-waits = inasubiri
course-stage = { $kind }: { $title }
course-stage-on = { $kind }: { $title }, { $day }
course-stage-from = { $kind }: { $title }, kuanzia { $day }

## Mwonekano wa mtangazaji

guide-open = Kwa mwezeshaji
guide-reveal = Swali linalofuata
guide-hidden = Swali la { $n } · limefichwa hadi ubonyeze →
guide-revealed = { $n } kati ya { $all }
guide-hide = lifiche tena
guide-in-en = Ukurasa huu ni wa Kiingereza.
guide-in-fr = Ukurasa huu ni wa Kifaransa.
guide-in-sw = Ukurasa huu ni wa Kiswahili.
guide-in-other = Ukurasa huu ni wa lugha nyingine ({ $language }).
## The live board

window-live = Ubao wa moja kwa moja
live-title = Ubao wa moja kwa moja
live-open = Ubao wa moja kwa moja
live-as-of = hali ya saa { $time }
live-everybody = Watu wote, leo
live-begun = wameanza
live-under-way = katika mazungumzo
live-following-up = wanafuatilia
live-finished = wamemaliza
live-stopped = wameacha
live-few = chini ya 5
live-held = haionyeshwi
live-rest = { $told }: { $what }
live-people = { $n ->
    [one] mtu 1
   *[other] watu { $n }
}
live-how = Jinsi mazungumzo yalivyokwenda
live-results = Mazungumzo ya kwanza yaliyomalizika ya watu { $n }. Mapya yanaongezwa watano kwa wakati mmoja, ili badiliko lisimtambulishe mtu yeyote.
live-no-results = Matokeo yanaonyeshwa kuanzia watu watano, kisha watano kwa wakati mmoja, ili mtu asibaki peke yake.
live-bands-held = vingine havionyeshwi
live-endings = Jinsi wateja walivyoondoka
live-in-the-way = Kinachoweza kuzuia kazini
live-answered = Walichosema watu { $n }. Majibu mapya yanaongezwa watano kwa wakati mmoja.
live-no-answers = Majibu yanaonyeshwa kuanzia watu watano.
live-confident = Kujiamini kufanya mazungumzo kama haya kazini: { $whole }.{ $tenth } kati ya 5 kwa wastani
live-unnamed = Majaribio yasiyo na jina yanahesabiwa kama mtu mmoja.
live-empty = Bado hakuna aliyeanza. Ubao huu hujijaza wenyewe.
live-unreadable = Majaribio hayasomeki kwa sasa ({ $why }). Amends inaendelea kujaribu.
live-names = Onyesha majina
live-names-hide = Ficha majina
live-names-ask = Kila anayeona skrini hii atasoma nani amemaliza. Hakuna matokeo kando ya jina.
live-names-yes = Yaonyeshe
live-names-no = Yabaki yamefichwa
live-who-finished = Wamemaliza

## Maandalizi ya mteja wa namna nyingine, na kozi kwenye menyu

briefing-who = Anayekuja leo
briefing-as-written = { $name }, kama kwenye hadithi
briefing-other = { $name }, kisa kilekile: { $temperament }
persona-analytical = anataka ukweli na sababu
persona-anxious = mwenye wasiwasi
persona-at-fault = kosa ni lake kwa sehemu
persona-expressive = anaonyesha hisia wazi
persona-language-learner = anajifunza lugha
persona-loyal-regular = mteja wa siku zote
persona-silent = husema machache
persona-vip = mteja mkuu
window-facilitator = Kwa mwezeshaji
menu-courses = Kozi
menu-course-progress = Hatua { $done } kati ya { $all } zimekamilika
menu-course-next = Inayofuata: { $kind } · { $title }
menu-course-waits = { $title } tena, kuanzia { $day }: kupumzika kidogo husaidia kukumbuka
menu-course-done = Yote yamekamilika, pamoja na marudio
menu-course-seen = Uliwahi kuyacheza, kwa hiyo kipimo kina uzito mdogo.
menu-course-begin = Anza
menu-course-go-on = Endelea
notice-course-broken = Kozi { $file } haisomeki. `amends check` itasema kwa nini.
notice-course-gone = Mazungumzo { $id } ya kozi hii hayapo hapa.
notice-no-example = { $title } haina mfano wa kusoma.

## Mazungumzo yanayoandikwa upya yakiwa yamefunguliwa

rewriting-changed = Mazungumzo yamebadilika.
rewriting-back = { $n ->
    [one] Mazungumzo yamebadilika; umerudi nyuma uamuzi mmoja.
   *[other] Mazungumzo yamebadilika; umerudi nyuma maamuzi { $n }.
}
rewriting-after = Mazungumzo yamebadilika. Unaona ulivyocheza; ili kucheza maandishi mapya, jaribu tena.
rewriting-broken = Maandishi haya hayawezi kuchezwa yalivyo sasa
rewriting-more = { $n ->
    [one] na jambo 1 zaidi
   *[other] na mambo { $n } zaidi
}
rewriting-go-on = Unaweza kuendelea na maandishi ya awali. Kadi hii itaondoka yenyewe faili likiwa sawa tena.
rewriting-show = Onyesha
rewriting-fold = Kunja
rewriting-close = Funga

## Herufi na sauti

letters-written = Mazungumzo haya yameandikwa kwa { $language }.
letters-order = Husomwa kutoka kulia kwenda kushoto, na dirisha hili hupanga maneno kutoka kushoto kwenda kulia tu: sentensi zake zingepangwa kinyume.
letters-boxes = Herufi zilizo katika Amends hazitoshi kwa yote: { $n ->
    [one] alama moja ingeonekana kama kisanduku.
   *[other] alama { $n } zingeonekana kama visanduku.
}
letters-play-as-text = Yacheze kwenye terminali kwa `{ $command }`.
letters-play-or-bring = Yacheze kwenye terminali kwa `{ $command }`, au weka faili ya fonti (.ttf au .otf) yenye herufi zake kwenye { $folder }, kisha fungua Amends tena.
letters-other = lugha ya “{ $tag }”
notice-no-typeface = { $file } si faili ya fonti ambayo Amends inaweza kusoma. Weka nyingine mahali pake, au iondoe.
tongue-am = Kiamhari
tongue-ar = Kiarabu
tongue-bn = Kibengali
tongue-fa = Kiajemi
tongue-he = Kiebrania
tongue-hi = Kihindi
tongue-ja = Kijapani
tongue-ko = Kikorea
tongue-ta = Kitamil
tongue-th = Kitai
tongue-ti = Kitigrinya
tongue-ur = Kiurdu
tongue-zh = Kichina
menu-sounds-spoken = maneno husemwa
menu-speak = Maneno ya mteja yasemwe kwa sauti
menu-speak-note = Sauti ya mfumo wako husema anayosema mteja; yote yapo kwenye skrini pia. Kisoma skrini kinaposoma dirisha hili, Amends hunyamaza, ili jambo lisisemwe mara mbili.
menu-speak-read = Kisoma skrini, au msaada mwingine, kinasoma dirisha hili sasa. Kwa hiyo Amends imenyamaza, na hakuna linalosemwa mara mbili.
menu-speak-missing = Hakuna kinachoweza kusemwa: huduma ya usemaji ya mfumo wako (programu { $program }) haikupatikana. Kwenye Linux, sakinisha kifurushi speech-dispatcher kisha fungua Amends tena. Bila hiyo hukosi kitu.
menu-speak-failed = Huduma ya usemaji ya mfumo wako (programu { $program }) iliombwa na haikuweza kusema. Angalia kama ina sauti. Bila hiyo hukosi kitu.
menu-volume = Ukubwa wa sauti
menu-volume-softer = Punguza sauti
menu-volume-louder = Ongeza sauti
menu-volume-note = Mahali, ujumbe na simu. Kila kinachosikika huonekana pia.
