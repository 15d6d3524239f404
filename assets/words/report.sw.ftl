# Ripoti ya shirika, ya kikundi au ya mtu mmoja.
# **maneno** ni ya maana; [namba](how-score) inaongoza kwenye jinsi ilivyokokotolewa.

## Namba, tarehe na orodha
report-thousands = ,
report-decimal = .
report-leading-zero = yes
report-percent = { $n }%
report-percents = { $low } hadi { $high }%
report-from-to = { $low } hadi { $high }
report-period = { $first } hadi { $last }
report-with-interval = { $value } ({ $interval })
report-of = { $k } kati ya { $n }
report-few-of = chini ya 5 kati ya { $n }
report-nearly-all-of = karibu wote, kati ya { $n }
report-and = { $first } na { $last }
report-day-first = 1
report-day = { $day } { $month } { $year }
report-month = { $n ->
    [1] Januari
    [2] Februari
    [3] Machi
    [4] Aprili
    [5] Mei
    [6] Juni
    [7] Julai
    [8] Agosti
    [9] Septemba
    [10] Oktoba
    [11] Novemba
   *[other] Desemba
}
report-month-short = { $n ->
    [1] Jan
    [2] Feb
    [3] Mac
    [4] Apr
    [5] Mei
    [6] Jun
    [7] Jul
    [8] Ago
    [9] Sep
    [10] Okt
    [11] Nov
   *[other] Des
}
report-month-of = { $month } { $year }
report-people = { $n ->
    [one] mtu { $count }
   *[other] watu { $count }
}
report-of-people = { $n ->
    [one] ya mtu { $count }
   *[other] ya watu { $count }
}
report-firsts = { $n ->
    [one] jaribio { $count } la kwanza
   *[other] majaribio { $count } ya kwanza
}
report-few-people = chini ya watu 5
report-too-few = watu ni wachache mno
report-held = haionyeshwi
report-under-one = chini ya 1%
report-provisional = { $value }, ya muda
report-computed = Jinsi ilivyokokotolewa

## Juu ya ukurasa
report-title = Jinsi tunavyorekebisha mambo yanapoharibika
report-title-own = Jinsi unavyorekebisha mambo yanapoharibika
report-everybody = Watu wote
report-no-period = bado hakuna jaribio lenye alama
report-skip = Nenda kwenye ripoti
report-nav = Kwenye ukurasa huu
report-promise = Inahusu vikundi, kamwe si mtu mmoja mmoja. Si ya kuajiri, kulipa wala kuadhibu: hakuna alama hapa iliyothibitika kutabiri kazi ya mtu yeyote. Wateja wote ni wa kuigiza.
report-promise-own = Haya ni matokeo yako mwenyewe, ili ujifunze. Si ya kuajiri, kulipa wala kuadhibu: hakuna alama hapa iliyothibitika kutabiri kazi ya mtu yeyote. Wateja wote ni wa kuigiza.
report-held-nothing = Bado hakuna tathmini iliyokamilika, kwa hiyo hakuna cha kuripoti. Mazoezi na majaribio yaliyoachwa katikati hayapewi alama kamwe.
report-held-few = Watu waliokamilisha tathmini ni chini ya 5. Takwimu zao hazionyeshwi, kwa sababu mtu mmoja mmoja angetambulika. Kila mmoja wao anaweza kusoma matokeo yake; ukurasa huu utajaa watakapofika 5.
report-held-rest = Watu wote isipokuwa chini ya 5 wamo katika kikundi hiki. Ripoti hii ikiwekwa kando ya ile ya watu wote ingewaonyesha hao wachache; soma ile badala yake.
report-held-cohort = Takwimu za kikundi hiki hazionyeshwi. Kikundi kingine kina chini ya watu 5, na ripoti ya watu wote ukiondoa za vikundi vingine vyote ingekuwa ripoti ya hao wachache. Ukurasa utajaa kikundi hicho kitakapofika watu 5.
report-made = Imetengenezwa { $day }, Amends { $version }.
report-not-for = Si ya kuajiri, kulipa wala kuadhibu.
report-top = Rudi juu

## Vichwa vya safu
report-column-what = Nini
report-column-picture = Picha
report-column-share = Sehemu
report-column-score = Alama
report-column-first = Ya kwanza
report-column-second = Ya pili
report-column-change = Badiliko
report-column-people = Watu
report-column-team = Timu
report-column-mean = Wastani
report-column-shrunk = Kadirio bora
report-column-difference = Kando ya wengine
report-column-told = Inatofautika?
report-column-scenario = Mazungumzo
report-column-decision = Uamuzi
report-column-difficulty = Zilizo{ "\u00AD" }patikana
report-column-rest = Inaendana na mengine
report-column-options = Walichochagua watu
report-column-obstacle = Kinachozuia
report-column-where = Wapi
report-column-named = Waliokitaja
report-column-owner = Nani arekebishe
report-column-by = Kufikia lini
report-column-attempts = Majaribio
report-column-number = Idadi

## Yaliyo muhimu
report-strength = Watu wetu ni hodari zaidi katika { $best } ([{ $high }](how-score) kati ya 100) na dhaifu zaidi katika **{ $worst }** ([{ $low }](how-score), kiwango cha uhakika cha 95%: { $interval }).
report-strength-own = Wewe ni hodari zaidi katika **{ $best }** ([{ $high }](how-score)) na una mengi ya kupata katika **{ $worst }** ([{ $low }](how-score)).
report-strength-alike = Umahiri huu **bado hautofautiki**: uko kati ya [{ $low }](how-score) na [{ $high }](how-score) kati ya 100, na bahati pekee ingetosha kueleza hilo.
report-strength-unknown = Bado hakuna ushahidi wa kutosha kusema nini kinaenda vizuri na nini hakiendi.
report-lost = [{ $share }](how-endings) ya wateja walipotea: waliondoka au walisimulia hadharani.
report-lost-interval = [{ $share }](how-endings) ya wateja (kiwango cha uhakika cha 95%: { $interval }) walipotea: waliondoka au walisimulia hadharani.
report-lost-own = { $lost ->
    [one] Kati ya wateja wako, [{ $k } kati ya { $n }](how-endings) alipotea: aliondoka au alisimulia hadharani.
   *[other] Kati ya wateja wako, [{ $k } kati ya { $n }](how-endings) walipotea: waliondoka au walisimulia hadharani.
}
report-lost-none-own = { $all ->
    [one] [Mteja wako mmoja](how-endings) hakuondoka wala hakusimulia hadharani.
   *[other] [Hakuna kati ya wateja wako { $n }](how-endings) aliyeondoka au kusimulia hadharani.
}
report-lost-held = Idadi ya wateja waliopotea [haionyeshwi](how-held): watu walio nyuma ya mwisho mmojawapo ni wachache mno.
report-error = Kosa lililoenea zaidi lilikuwa **“{ $error }”**, lililofanywa na watu [{ $people }](how-errors).
report-error-own = Kosa lako la mara nyingi zaidi lilikuwa **“{ $error }”**.
report-changed-unknown = Bado haiwezi kusemwa kama kuna kilichobadilika: vinahitajika vipimo viwili.
report-changed-few = Bado haiwezi kusemwa kama kuna kilichobadilika: wanahitajika watu { $n } wenye vipimo viwili, na hapa wapo [{ $people }](how-change).
report-changed-own = Kati ya vipimo vyako viwili alama yako ilitoka { $first } hadi { $second } ([{ $change }](how-change)); sehemu ya mabadiliko inasema kiasi gani ni bahati pekee.
report-changed-better = Kati ya kipimo cha kabla na cha baada, **huenda { $name } imeboreka** (pointi [{ $points }](how-change), kiwango cha uhakika cha 95%: { $interval }; lililo wazi zaidi kati ya mabadiliko { $n } yaliyoangaliwa).
report-changed-worse = Kati ya kipimo cha kabla na cha baada, **huenda { $name } imeshuka** (pointi [{ $points }](how-change), kiwango cha uhakika cha 95%: { $interval }; lililo wazi zaidi kati ya mabadiliko { $n } yaliyoangaliwa).
report-changed-later-better = Kati ya mazungumzo ya kwanza na ya mwisho ya kila mtu, **huenda { $name } imeboreka** (pointi [{ $points }](how-change), kiwango cha uhakika cha 95%: { $interval }; lililo wazi zaidi kati ya mabadiliko { $n } yaliyoangaliwa).
report-changed-later-worse = Kati ya mazungumzo ya kwanza na ya mwisho ya kila mtu, **huenda { $name } imeshuka** (pointi [{ $points }](how-change), kiwango cha uhakika cha 95%: { $interval }; lililo wazi zaidi kati ya mabadiliko { $n } yaliyoangaliwa).
report-changed-unclear = Kati ya kipimo cha kabla na cha baada, **hakuna badiliko lililo wazi**: { $name } [{ $points }](how-change), kiwango cha uhakika cha 95%: { $interval }; mabadiliko { $n } yaliangaliwa.
report-changed-later-unclear = Kati ya mazungumzo ya kwanza na ya mwisho ya kila mtu, **hakuna badiliko lililo wazi**: { $name } [{ $points }](how-change), kiwango cha uhakika cha 95%: { $interval }; mabadiliko { $n } yaliangaliwa.

report-first = La kufanya kwanza
report-first-train = Fundisha [{ $name }](next).
report-first-talk = Jadilini pamoja [{ $title }](wrong), pale watu wanapokosea zaidi: { $share }.
report-first-talk-own = Soma tena [{ $title }](wrong): uamuzi mmojawapo ulikupa { $share }.
report-first-mend = Rekebisha kinachowazuia watu kazini: [{ $obstacle }](obstacles), kimetajwa na { $share } ya waliojibu.
report-first-more = Watu watathminiwe kwa mazungumzo zaidi kabla ya kuamua lolote: bado yanayojulikana ni machache mno. [La kufundisha baadaye](next) inasema namna.

## Wasifu wa umahiri
report-profile = Wasifu wa umahiri
report-no-evidence = ushahidi hautoshi
report-at-standard = { $people } wamefikia kiwango
report-told-nothing = Hakuna picha: ushahidi hautoshi.
report-told-mean = Wastani { $mean } kati ya 100.
report-told-interval = Wastani { $mean } kati ya 100, kiwango cha uhakika cha 95%: { $interval }.
report-told-half = Nusu ya watu wako kati ya { $low } na { $high }.
report-bar-own = Mstari mnene ni alama yako katika kila umahiri, kwa majaribio yako yote ya kwanza.
report-dots = Kila nukta ni mtu mmoja; mstari mnene na mwembamba: wastani na kiwango cha uhakika cha 95%.
report-dots-shared = { $n ->
    [one] Kila nukta ni kama mtu { $count }; mstari mnene na mwembamba: wastani na kiwango cha uhakika cha 95%.
   *[other] Kila nukta ni kama watu { $count }; mstari mnene na mwembamba: wastani na kiwango cha uhakika cha 95%.
}
report-dots-none = Mstari mnene: wastani. Nukta na viwango vya uhakika huonyeshwa kuanzia watu kumi.
report-spread = Mazungumzo moja kati ya kumi yanapata chini ya [{ $low }](how-spread), na nusu yake chini ya { $middle }: mteja hukutana na siku mbaya pia.
report-dependable-unknown = Bado haiwezi kusemwa alama hizi zinategemeka kiasi gani: wanahitajika watu kumi wenye majaribio mawili yenye alama kila mmoja. **Zisome kama mwanzo, na usimpange mtu yeyote kwa hizo.**
report-dependable-own = Mazungumzo moja husema kidogo: kwa ujuzi uleule, mazungumzo mengine yangekupa [±pointi { $off }](how-dependable) (kutokana na majaribio ya { $people }). Soma maamuzi: yana maana kuliko namba.
report-dependable-fair = Kutegemeka [{ $share }](how-dependable) kwa majaribio { $each } kwa kila mtu: **inafaa kwa vikundi na kwa maendeleo ya mtu mwenyewe, kamwe si kupanga watu.**
report-dependable-groups = Kutegemeka [{ $share }](how-dependable) kwa majaribio { $each } kwa kila mtu: **inafaa kwa vikundi, si kupanga watu.**
report-dependable-low = Kutegemeka [{ $share }](how-dependable) kwa majaribio { $each } kwa kila mtu: **ni kudogo mno hata kwa vikundi; soma maamuzi, si tarakimu.**
report-dependable-unsure = Kwa kiwango kipana hivi, hata hilo si hakika.
report-dependable-needed = Ili kufikia 0.70, yanahitajika { $firsts } kwa kila mtu, kwenye mazungumzo tofauti.
report-dependable-alike = Watu hapa hawatofautiani zaidi ya mazungumzo yenyewe; majaribio zaidi hayangebadilisha hilo.

## Mabadiliko
report-change = Mabadiliko kadiri muda unavyopita
report-overall = Kwa jumla
report-change-caption = Wastani wa alama za kipimo cha kwanza na cha pili, 0 hadi 100, pamoja na badiliko na kiwango chake cha uhakika cha 95%.
report-change-caption-own = Vipimo vyako viwili, 0 hadi 100.
report-change-none = Bado hakuna la kusema kuhusu mabadiliko: wanahitajika watu { $n } wenye vipimo viwili. Kozi hupima kabla na baada kwa mazungumzo mawili yanayolingana.
report-change-none-own = Bado hakuna la kusema kuhusu mabadiliko: yanahitajika mazungumzo ya pili ya tathmini. Kozi hupima kabla na baada kwa mazungumzo mawili yanayolingana.
report-change-paired = Imepimwa kabla na baada kwa mazungumzo mawili ya ugumu unaolingana; kura iliamua lipi litangulie, kwa hiyo kwa kikundi yote mawili yana uzito sawa.
report-change-unpaired = Hapa hakuna kozi yenye kipimo cha kabla na cha baada, kwa hiyo jaribio la kwanza la mapema zaidi na la mwisho zaidi la kila mtu yanalinganishwa. Ni mazungumzo tofauti na hayana ugumu sawa: soma tofauti kwa uangalifu.
report-change-rounded = Kila namba imekadiriwa peke yake, kwa hiyo badiliko linaweza kupishana kwa pointi moja na tofauti ya hizo mbili.
report-change-no-interval = Hakuna kiwango cha uhakika: wanahitajika watu { $n } wenye vipimo vyote viwili, na hapa wapo [{ $people }](how-change).
report-change-effect = Ukubwa wa athari [g = { $g }](how-change) (0.2 ni ndogo, 0.5 ya kati, 0.8 kubwa). Bila kikundi ambacho hakikufunzwa, hakuna anayeweza kusema kwamba mafunzo ndiyo yaliyofanya hivyo.
report-change-months = Kila mwezi watu wengine walikutana na mazungumzo mengine, na Desemba ni ngumu kuliko Juni: miezi si uthibitisho wa maendeleo.
report-change-few-months = { $n ->
    [one] Kuna mwezi mmoja tu wenye watu wa kutosha: ni kidogo mno kuuita mwelekeo.
   *[other] Kuna miezi { $n } yenye watu wa kutosha: ni michache mno kuiita mwelekeo.
}
report-change-own-unknown = Bado haiwezi kusemwa kiasi gani cha tofauti ya mtu mmoja ni bahati.
report-change-own-more = Kwa jumla { $first } hadi { $second }: pointi [{ $change }](how-change). Mazungumzo mawili ya mtu yuleyule hutofautiana hadi pointi { $chance } bila sababu. **Hii ni zaidi ya bahati pekee.**
report-change-own-chance = Kwa jumla { $first } hadi { $second }: pointi [{ $change }](how-change). Mazungumzo mawili ya mtu yuleyule hutofautiana hadi pointi { $chance } bila sababu. **Bahati pekee ingeweza kufanya hivyo.**
report-change-regression = **Jihadhari na kurudi kwenye wastani.** Anayeanza chini sana ya wengine huwakaribia mara inayofuata bila mafunzo yoyote, na anayeanza juu sana hushuka. Hapa mtu aliyeanza na { $low } wakati wastani ulikuwa { $before } angetarajiwa kupata [{ $expected }](how-change) bila badiliko lolote (uhusiano wa vipimo: { $r }); wastani wa wote umefika { $after }. Kamwe usiwachague wa chini zaidi, ukawafunza, ukaonyesha kupanda kwao.
report-change-regression-few = **Jihadhari na kurudi kwenye wastani.** Anayeanza chini sana ya wengine huwakaribia mara inayofuata bila mafunzo yoyote, na anayeanza juu sana hushuka. Hapa mtu aliyeanza na { $low } wakati wastani ulikuwa { $before } angetarajiwa kupata [{ $expected }](how-change) bila badiliko lolote (uhusiano wa vipimo: { $r }, wa muda kwa watu wachache hivi); wastani wa wote umefika { $after }. Kamwe usiwachague wa chini zaidi, ukawafunza, ukaonyesha kupanda kwao.
report-months-told = Wastani wa alama za jumla kwa mwezi:
report-months-note = Wastani wa alama za jumla wa kila mwezi na kiwango chake cha uhakika cha 95%; miezi yenye chini ya watu watano imeachwa, na mstari unakatika hapo.

## Timu
report-teams = Timu
report-teams-caption = Wastani wa alama za jumla wa kila timu, 0 hadi 100, na kiwango chake cha uhakika cha 95%; kadirio bora huuvuta kuelekea wastani wa wote kadiri unavyotegemea bahati.
report-teams-alike = **Timu hazitofautiki.** Kilicho kati yao ni kile ambacho bahati hufanya kwa vikundi vya ukubwa huu: usizipange, wala usiulize kwa nini moja iko mbele.
report-teams-apart = { $n ->
    [one] [Timu moja](how-teams) inatofautiana na wengine wote zaidi ya bahati, hata ikizingatiwa kwamba zote ziliangaliwa. Nyingine hazitofautiki.
   *[other] [Timu { $count }](how-teams) zinatofautiana na wengine wote zaidi ya bahati, hata ikizingatiwa kwamba zote ziliangaliwa. Nyingine hazitofautiki.
} Timu nyingine zilikutana na mazungumzo mengine na siku nyingine; tofauti ni swali, si jibu.
report-teams-few = Timu hazilinganishwi: zinahitajika timu mbili za watu { $n } kila moja.
report-teams-held = Timu yenye chini ya watu watano, na chochote kinachoweza kuifichua, haionyeshwi.
report-team-above = juu ya wengine (p = { $p })
report-team-below = chini ya wengine (p = { $p })
report-team-alike = haitofautiki (p = { $p })
report-team-few = watu ni wachache mno kusema

## Mazungumzo na umahiri
report-heat = Mazungumzo na umahiri
report-heat-caption = Wastani wa alama za jaribio la kwanza, 0 hadi 100, mazungumzo magumu zaidi kwanza.
report-heat-caption-own = Alama yako ya jaribio la kwanza, 0 hadi 100, mazungumzo magumu zaidi kwanza.
report-heat-none = Bado hakuna mazungumzo yaliyochezwa na watu watano.
report-heat-never = “–”: haikuhitajika hapo, ambayo si sifuri.
report-heat-held = “haionyeshwi”: chini ya watu watano, au kisanduku ambacho kingewafichua.
report-heat-left-out = { $n ->
    [one] Mazungumzo mamoja yenye chini ya watu watano yameachwa.
   *[other] Mazungumzo { $count } yenye chini ya watu watano yameachwa.
}

## Watu wanapokosea
report-wrong = Watu wanapokosea zaidi
report-wrong-own = Unapokosea zaidi
report-wrong-note = Sehemu ya watu waliopata chini ya nusu ya kilichoweza kupatikana hapo, na kiwango chake cha uhakika cha 95%.
report-wrong-note-own = Maamuzi yaliyokugharimu pointi nyingi zaidi, pamoja na maneno yako na yaliyo bora.
report-wrong-none = Hakuna uamuzi uliokutwa, na kukosewa, na watu watano au zaidi.
report-wrong-none-own = Hakuna uamuzi uliokugharimu zaidi ya nusu ya pointi zake.
report-wrong-share = { $share } { $people }
report-wrong-nearly-all = { $n ->
    [one] karibu wote, kati ya mtu { $count }
   *[other] karibu wote, kati ya watu { $count }
}
report-points = Pointi: { $k } kati ya { $n }
report-said = Wengi walisema
report-said-own = Ulisema
report-said-by = { $k } kati ya { $n } waliokosea walisema hivi.
report-said-by-nearly-all = Karibu wote waliokosea walisema hivi.
report-said-nothing = (hakuna: waliacha nafasi ipite)
report-summed-up = Kwa muhtasari: { $text }
report-summed-up-else = walifupisha kitu kingine tofauti na kilichosemwa
report-left-out = waliacha hili: { $text }
report-made-up = “walisikia” ambalo hakuna aliyelisema: { $text }
report-summed-up-better = Taja kila alichosema mteja, wala usitaje ambacho hakukisema.
report-summed-up-why = Watu hutulia wanaposikia mambo yao wenyewe yakirudiwa, yote na si mengine.
report-better = Kilichofaa kusemwa

## Ahadi
report-promises = Ahadi zilizotimizwa na kuvunjwa
report-promises-caption = { $n ->
    [one] Yaliyoipata ahadi { $count }.
   *[other] Yaliyozipata ahadi { $count }.
}
report-promises-none = Watu waliotoa ahadi ni wachache mno kuonyesha yaliyozipata.
report-promises-none-own = Hukutoa ahadi yoyote.
report-promise-kept = Zilizotimizwa
report-promise-broken = Zilizovunjwa
report-promise-lapsed = Zisizo wazi, na hazikuzaa kitu
report-promise-overdue = Muda wake ulifika, na hakuna aliyezirudia
report-promise-dateless = Bila tarehe, kwa hiyo hazikufika muda wake
report-promise-open = Muda wake ulikuwa bado mwishoni

## Mwisho
report-endings = Jinsi wateja walivyoishia
report-endings-caption = { $n ->
    [one] Jinsi mteja { $count } wa kuigiza alivyoishia.
   *[other] Jinsi wateja { $count } wa kuigiza walivyoishia.
}
report-endings-none = Jinsi wateja walivyoishia haionyeshwi: watu walio nyuma ya baadhi ya miisho ni wachache mno.
report-path = Kati ya yote yaliyoweza kufikiwa na wateja hawa, watu walifikia [{ $share }](how-path) (kiwango cha uhakika cha 95%: { $interval }): mambo yaliyozingatiwa, ahadi zilizotimizwa, mwisho wa mteja. **Yaliyobaki yalifungwa na chaguo zao za awali.** Hilo husomwa kando ya alama na haliingii ndani yake.
report-path-few = Kati ya yote yaliyoweza kufikiwa na wateja hawa, watu walifikia [{ $share }](how-path): mambo yaliyozingatiwa, ahadi zilizotimizwa, mwisho wa mteja. **Yaliyobaki yalifungwa na chaguo zao za awali.** Hilo husomwa kando ya alama na haliingii ndani yake.
report-path-own = Kati ya yote yaliyoweza kufikiwa na wateja wako, ulifikia [{ $share }](how-path): mambo uliyozingatia, ahadi zilizotimizwa, mwisho wa mteja. **Yaliyobaki yalifungwa na chaguo zako za awali.** Hilo husomwa kando ya alama na haliingii ndani yake.
report-path-hardest = Yaliyofungwa zaidi: { $titles }.

## Thamani yake
report-worth = Kati ya wateja 100 wenye miisho kama hii, huenda [{ $staying }](how-worth) bado ni wateja mwaka mmoja baadaye; kama kila mmoja wao angerudi akiwa ameridhika, { $low } hadi { $high }. **Kilicho kati ya hapo ndicho kiko hatarini.**
report-worth-few = Thamani ya miisho hii haikadiriwi chini ya mazungumzo { $n }.
report-worth-opinion = Ni wateja wa kuigiza, na viwango ambavyo ni maoni yaliyowekwa kama makadirio ya awali, si data. Hakuna kitu hapa kinachohusu pesa za mtu mmoja, na hakuna kinachoonyesha kwamba mafunzo yamesababisha chochote.
report-money = Kwa pesa, kwa mwaka, baada ya gharama ya mafunzo: kati ya [{ $low }](how-worth) na [{ $high }](how-worth), katikati { $middle }. **Katika { $loses } ya makadirio hailipi.**
report-money-even = Inalipa katika nusu ya makadirio ikiwa { $share } ya faida inafika kazini.
report-money-never = Hata faida yote ikifika kazini, isingelipa katika nusu ya makadirio.
report-money-how = Kwa kadirio la pesa, anayetengeneza ripoti hii anaweza kutoa takwimu za shirika lenyewe: mawasiliano kuhusu hitilafu kwa mwaka, faida ya mwaka kwa mteja, gharama ya mafunzo.
report-money-unpaired = Kwa pesa: haikadiriwi, kwa sababu kinahitajika kipimo cha kabla na cha baada kwa mazungumzo yanayolingana, kama kozi zilivyo.
report-money-few = Kwa pesa: haikadiriwi chini ya watu { $n } wenye vipimo vyote viwili.
report-money-assumed = Imechukuliwa: mawasiliano { $contacts } kwa mwaka kuhusu hitilafu, faida { $margin } kwa mteja, mafunzo { $least } hadi { $most }; 5 hadi 50% ya faida inafika kazini, yumkini 20%; miaka mitatu kwa 10% kwa mwaka. Makadirio { $draws }, mbegu { $seed }.
report-money-decides = Kinachoamua zaidi (uhusiano wa nafasi): { $inputs }.
report-money-input-transfer = sehemu ya faida inayofika kazini
report-money-input-endings = miisho imebadilika kiasi gani, na thamani ya kila mmoja
report-money-input-contacts = mawasiliano kwa mwaka
report-money-input-margin = faida kwa mteja
report-money-input-survival = muda ambao wateja wanabaki
report-money-input-cost = gharama ya mafunzo

## Kinachofuata
report-next = La kufundisha baadaye
report-next-train = Fundisha { $name }
report-next-weakest = Sasa ni [{ $score }](how-score) kati ya 100 ({ $band }). Kiwango kinachotarajiwa ni hiki: **{ $anchor }**
report-next-weakest-alike = Iko chini zaidi, [{ $score }](how-score) kati ya 100 ({ $band }), ingawa bahati pekee ingetosha kueleza hilo. Kiwango kinachotarajiwa ni hiki: **{ $anchor }**
report-next-best = Kilicho bora kabisa: { $anchor }
report-next-hardest = Fanyeni mazoezi yenye vidokezo pale palipokuwa pagumu zaidi: { $titles }.
report-next-talk-title = Jadilini uamuzi mmoja pamoja
report-next-talk-title-own = Soma tena uamuzi mmoja
report-next-talk = { $title }, pale mteja anapofikia { $cue } Uliza kila kauli inamfanyia nini mteja kabla ya kuonyesha iliyo bora.
report-next-talk-own = { $title }, pale mteja anapofikia { $cue } Maneno yako yalimfanyia nini mteja?
report-next-talk-no-cue = { $title }: uliza kila kauli inamfanyia nini mteja kabla ya kuonyesha iliyo bora.
report-next-talk-no-cue-own = { $title }: maneno yako yalimfanyia nini mteja?
report-next-promises-title = Ahidi kidogo, kwa jina na tarehe
report-next-promises = Ahadi iliyovunjwa, isiyo wazi au iliyosahauliwa ilitolewa na watu [{ $people }](how-promises). Ahadi inayoshika husema nini, nani na lini, na mtu huirudia kabla ya muda wake kuisha.
report-next-promises-own = Ulitoa ahadi iliyovunjwa, isiyo wazi au iliyosahauliwa. Ahadi inayoshika husema nini, nani na lini, na mtu huirudia kabla ya muda wake kuisha.
report-next-again-title = Pima tena, kwa mazungumzo mengine
report-next-again = Chezeni mazungumzo ambayo hakuna aliyeyaandaa baada ya wiki 2, 6, 12 na 26, kila mara mengine, bila vidokezo. Kisichorudiwa husahaulika.
report-next-plan = Ili kupata picha ya kutegemeka ya kila mtu, panga kama mazungumzo [{ $n }](how-dependable) kwa kila mtu.
report-next-plan-more = Ili kupata picha ya kutegemeka ya kila mtu, panga kama mazungumzo [{ $n }](how-dependable) kwa kila mtu. Takwimu hizi zinataka { $needed } tu; kwingine yalihitajika kumi hadi kumi na manne.

## Sauti ya walio mstari wa mbele
report-voice = Kinachozuia, kwa maneno ya walio mstari wa mbele
report-voice-none = Bado hakuna aliyeulizwa, kwa hiyo hapa hakuna kitu. Hilo halisemi kama sera, mamlaka, taarifa, muda au vifaa vinamzuia mtu yeyote: uliza.
report-voice-few = Watu waliojibu ni chini ya watano. Wanachosema hakionyeshwi, ili mtu asilazimike kuwajibika nacho.
report-voice-rate = Wakiulizwa baada ya mazungumzo ni nini kingewazuia kazini, watu walijibu [{ $share }](how-voice) ya nyakati ({ $answered } kati ya { $asked }). Wasiosema kitu huenda wanaona tofauti.
report-voice-rate-all = Wakiulizwa baada ya mazungumzo ni nini kingewazuia kazini, watu walijibu kila mara ([{ $asked }](how-voice) kati ya { $asked }).
report-voice-caption = { $n ->
    [one] Anachosema mtu { $count } kuwa kingezuia kazini; kila mmoja anaweza kutaja vitu kadhaa.
   *[other] Wanachosema watu { $count } kuwa kingezuia kazini; kila mmoja anaweza kutaja vitu kadhaa.
}
report-voice-held = Watu walio nyuma ya baadhi ya majibu ni wachache mno kuonyesha hata moja.
report-obstacle-policy = Kanuni ya kazi inakataza
report-obstacle-authority = Mtu mwingine ndiye anayepaswa kuamua
report-obstacle-information = Taarifa inayohitajika haipatikani
report-obstacle-time = Hakuna muda
report-obstacle-tools = Vifaa havipo
report-obstacle-nothing = Hakuna kitu
report-morale = Jinsi watu wanavyojiamini kufanya mazungumzo kama haya kazini: wastani [{ $mean }](how-voice) kati ya 5 (kiwango cha uhakika cha 95%: { $interval }), kutoka kwa { $people }.
report-morale-no-interval = Jinsi watu wanavyojiamini kufanya mazungumzo kama haya kazini: wastani [{ $mean }](how-voice) kati ya 5, kutoka kwa { $people }.
report-morale-few-months = Kwa mwezi huonyeshwa kuanzia miezi { $n } yenye watu watano.
report-morale-worth = Kujiamini si ujuzi, na hakuna thamani ya pesa inayowekwa juu yake. Kukishuka wakati alama zinapanda, uliza kinachowapata watu kazini.
report-morale-told = Jinsi watu wanavyojiamini, 1 hadi 5, kwa mwezi:
report-mend = Ambacho shirika linapaswa kurekebisha
report-mend-caption = Kilichotajwa na watu watano au zaidi, pamoja na sehemu ya waliojibu hapo na kiwango chake cha uhakika cha 95%. Safu mbili za mwisho ni zako: andika nani atarekebisha na kufikia lini, na uwaambie waliosema.
report-mend-everywhere = mazungumzo yote

## Maamuzi, kwa wanaoyaandika
report-items = Maamuzi, kwa wanaoyaandika
report-items-caption = Sehemu ya pointi ambazo watu walipata, jinsi uamuzi unavyoendana na mazungumzo mengine (uhusiano, −1 hadi 1), na kilichochaguliwa.
report-items-note = Uamuzi unaotofautisha mazungumzo mazuri na dhaifu huendana na mengine kwa 0.20 au zaidi. Chini ya watu 30 uhusiano ni wa muda; chini ya 10 hakuna.
report-items-few = Watu waliokutana na uamuzi wowote ni wachache mno kusema unafanyaje kazi: wanahitajika { $n }.
report-items-odd = { $n ->
    [0] Hakuna kati ya maamuzi { $all } unaohitaji kuangaliwa.
   *[other] Maamuzi { $odd } kati ya { $all } yanahitaji kuangaliwa; yafuatayo ni yasiyozidi { $most }, yenye mengi ya kuangaliwa kwanza.
}
report-item-no-rest = –
report-option-few = chini ya 5
report-option-silence = (ukimya)
report-option-summed-up = (muhtasari)
report-flag-hard = Mgumu: pointi zinazopatikana ni chini ya 30%. Uandike upya, isipokuwa usalama unauhitaji.
report-flag-easy = Rahisi: pointi zinazopatikana ni zaidi ya 90%. Hautofautishi mtu yeyote.
report-flag-weak = Hauendani vya kutosha na mengine: angalia kama viwango ni sahihi.
report-flag-low = Unaendana na mengine kidogo kuliko inavyopaswa.
report-flag-negative = Wanaofanya vizuri kwingine wanashindwa hapa: uondoe hadi hilo lieleweke.
report-flag-negative-provisional = Hadi sasa, wanaofanya vizuri kwingine wanashindwa hapa: uangalie.
report-unbelieved = Chini ya 5%: hakuna anayeiamini.
report-forms = Pale ambapo wote walikutana na maamuzi yaleyale
report-form = alfa [{ $alpha }](how-items) na omega { $omega } kwa maamuzi { $n } ambayo wote ({ $people }) walikutana nayo.
report-form-no-omega = alfa [{ $alpha }](how-items) kwa maamuzi { $n } ambayo wote ({ $people }) walikutana nayo; omega haina jibu sahihi hapa.
report-form-alike = hakuna alfa: walichopata watu kwenye maamuzi ya pamoja hakitofautiani.
report-form-different = hakuna alfa: watu walipita njia tofauti, na walikutana na maamuzi ya pamoja chini ya matatu.
report-form-few = hakuna alfa: wanahitajika watu { $n }.

## Ambayo ripoti haiwezi kusema
report-cannot = Ambayo ripoti hii haiwezi kusema
report-cannot-work = Jinsi mtu anavyotenda kazini. Haya ni mafunzo, yaliyopimwa katika mazungumzo ya kuigiza; mwenendo wa kazini na matokeo ya biashara havikupimwa.
report-cannot-cause = Kilichosababisha badiliko. Kwa hilo kinahitajika kikundi kilichoanza baadaye, cha kulinganisha.
report-cannot-real = Jinsi wateja halisi wanavyoishia. Wateja hawa ni kielelezo, kilichojengwa kwa utafiti na kurekebishwa na waliokiandika.
report-cannot-words = Jinsi mtu angesema kwa maneno yake mwenyewe: majibu yalichaguliwa kati ya yaliyoandikwa.
report-cannot-equal = Kama mazungumzo yana ugumu sawa. Hayana, na hakuna kilichorekebishwa, isipokuwa kwamba kozi hupiga kura mpangilio wa mawili yanayolingana.
report-cannot-compare-own = Uko wapi ukilinganishwa na wengine. Hii si kwa ajili hiyo.
report-cannot-person = Chochote kuhusu mtu mmoja. Kikundi ni kikundi, na watu waliomo wanaweza kusoma matokeo yao wenyewe.
report-cannot-mark = Kama alama ya kufaulu ni sahihi: bado hakuna jopo la wenye uzoefu lililoiweka.
report-cannot-later = Kilichobadilika kati ya machapisho mawili ya ukurasa huu. Watu waliomo wanaweza kutofautiana kwa wachache, na takwimu zao zingeweza kufichuka: tunza jipya zaidi na usilinganishe chochote kwa mkono.
report-cannot-compare = Kikundi hiki kiko wapi kikilinganishwa na vingine: watu, mazungumzo na wakati hutofautiana.

## Jinsi namba zilivyokokotolewa
report-how = Jinsi namba zilivyokokotolewa, na kwa watu wangapi
report-how-people-beside = Idadi ya watu iko kando ya kila uamuzi.
report-how-people-asked = Waliojibu, bila kujali walichocheza.
report-how-people-twice = { $people } wenye majaribio mawili au zaidi yenye alama.
report-how-people-measures = { $people } wenye vipimo viwili.
report-counts = Majaribio katika ripoti hii.
report-counts-which = Yanayohesabiwa
report-counts-firsts = Tathmini za kwanza, ambazo kila alama ya ukurasa huu inazihusu
report-counts-repeated = Tathmini za mazungumzo ambayo mtu yuleyule alikwisha kutathminiwa: zimehesabiwa, hazikupewa alama
report-counts-practice = Mazoezi: yamehesabiwa, hayakupewa alama
report-counts-interrupted = Yaliyoachwa katikati: yamehesabiwa, hayapewi alama kamwe
report-counts-unreadable = Hayakuweza kurudiwa kwa kanuni za sasa, au mazungumzo yake hayapo: yamehesabiwa, hayakupewa alama
report-how-attempts = Majaribio yanayohesabiwa
report-how-attempts-text = Tathmini ya kwanza iliyokamilika ya mtu kwa kila mazungumzo, na si nyingine. Mazoezi yana vidokezo, jaribio la kurudia linajua majibu, na lililoachwa katikati halijaisha: yote yamehesabiwa na hakuna lililopewa alama. Kila jaribio lilirudiwa na kupewa alama upya kwa kanuni na vigezo vya sasa. Majaribio yasiyo na jina hayatofautiki na huhesabiwa kama ya mtu mmoja.
report-how-held = Kisichoonyeshwa
report-how-held-text = Hakuna kinachoonyeshwa kuhusu chini ya watu { $few }. Pale ambapo namba moja haionyeshwi, nyingine hufichwa pamoja nayo hadi idadi yake ya watu isiweze kukokotolewa, hata na anayezijua kanuni hizi (Cox 1995). Kwenye ukurasa wa kikundi ni hivyohivyo kwa wale wachache ambao wangebaki kati yake na ukurasa wa watu wote.
report-how-score = Alama
report-how-score-text = Pointi zilizopatikana ÷ nyingi zaidi zilizoweza kupatikana kwenye maamuzi ambayo mtu alikutana nayo, mara 100. Alama ya mtu katika umahiri hujumuisha majaribio yake yote ya kwanza na huhitaji maamuzi { $decisions } yenye alama. Kinachoonyeshwa ni wastani wa watu. Kiwango chake cha uhakika (95%) huchota watu tena mara { $draws }, kwa mbegu { $seed } na kila mara vilevile: asilimia kuanzia watu { $least }, zikirekebishwa upendeleo na mshazari (BCa) kuanzia 20; chini ya watu { $least } hakuna, juu ya { $most } hutumika t ya Student kuzunguka wastani. “Kufikia kiwango” ni { $standard } kati ya 100 au zaidi, alama ambayo bado hakuna jopo lililoiweka; kiwango chake cha uhakika ni cha Wilson.
report-how-spread = Mtawanyiko
report-how-spread-text = Asilimia ya kumi na katikati ya alama za jumla za majaribio yote ya kwanza, kwa pointi nzima. Huonyeshwa kuanzia majaribio 50 ya watu kumi.
report-how-dependable = Kutegemeka
report-how-dependable-text = Kila mtu alikutana na mazungumzo mengine, kwa hiyo uchanganuzi wa tofauti wa njia moja huyachukulia mazungumzo kama yaliyochotwa kwa bahati ndani ya kila mtu: tofauti kati ya watu ÷ (hiyo + tofauti ya ndani ÷ wastani wa hamoni wa majaribio kwa kila mtu). Ugumu wa mazungumzo huhesabiwa kuwa kosa. Kiwango cha uhakika huchota watu (mbegu { $seed }); juu ya watu { $most } hutokana na uwiano wa wastani wa miraba (Thomas na Hultquist).
report-how-change = Mabadiliko
report-how-change-text = Kipimo cha pili toa cha kwanza, kwa kila mwenye vyote viwili; wastani wa watu, pamoja na kiwango cha uhakika kinachochota watu (mbegu { $seed }). Ukubwa wa athari huugawa kwa mtawanyiko wa kipimo cha kwanza, pamoja na rekebisho la Becker kwa watu wachache. Kinachotarajiwa bila mafunzo: wastani + r × (cha kwanza − wastani), r ikiwa uhusiano wa vipimo viwili. Kila mwezi humhesabu kila mtu mara moja.
report-how-teams = Timu
report-how-teams-text = Wastani wa alama za jumla wa kila mtu; timu ni kikundi, na watu wa vikundi viwili hawahesabiwi katika chochote. Kadirio bora hubakiza sehemu ya umbali wa timu kutoka wastani wa wote kadiri wastani wa timu unavyotofautiana kupita bahati (Bayes ya kitakwimu). Kando ya wengine: wastani wa timu toa wa watu wengine wote, pamoja na kiwango cha uhakika kinachochota watu (mbegu { $seed }); p hutokana na jaribio la Welch, likirekebishwa kwa njia ya Holm kwa kuwa timu zote ziliangaliwa. Chini ya 0.05 timu inatofautika.
report-how-heat = Mazungumzo na umahiri
report-how-heat-text = Wastani wa alama za watu katika jaribio lao la kwanza la mazungumzo, 0 hadi 100. Kisanduku chenye chini ya watu { $few } hakionyeshwi, na vingine pamoja nacho hadi kisiweze kukokotolewa. Rangi hubadilika kwenye 35, 45, 55, 65, 75 na 85.
report-how-decisions = Watu wanapokosea
report-how-decisions-text = Kukosea: chini ya nusu ya pointi zilizoweza kupatikana kwenye uamuzi, mara ya kwanza mtu alipokutana nao. Yamepangwa kwa ncha ya chini ya kiwango cha Wilson cha 95%, ili watu wachache wasitangulie. Kauli ni ile iliyochaguliwa na wengi wa watu hao; iliyo bora ni yenye nguvu zaidi kati ya zilizotolewa.
report-how-items = Maamuzi, kwa wanaoyaandika
report-how-items-text = Zilizopatikana: pointi ÷ nyingi zaidi zilizoweza kupatikana hapo. Inaendana na mengine: uhusiano wa sehemu hiyo na sehemu ya pointi zilizopatikana kwenye maamuzi mengine yote ya mazungumzo yaleyale. Alfa ni ya Cronbach kwa maamuzi ambayo wote walikutana nayo, pamoja na kiwango cha Feldt cha 95%; omega ina kipengele kimoja, kwa masalia madogo zaidi, pamoja na kiwango cha 95% kwa mbinu ya delta juu ya logiti (Raykov 2002), inayochukulia alama kuwa karibu na mgawanyo wa kawaida. Kwingine watu walipita njia tofauti: angalia Kutegemeka.
report-how-promises = Ahadi
report-how-promises-text = Kila ahadi iliyotolewa katika jaribio la kwanza na yaliyoipata katika hadithi, kama sehemu ya zote. Viwango vya uhakika huchota watu (mbegu { $seed }). Haionyeshwi pale ambapo chini ya watu { $few } wako nyuma ya mstari, pamoja na mistari ambayo ingewafichua.
report-how-endings = Jinsi wateja walivyoishia
report-how-endings-text = Mwisho wa kila jaribio la kwanza, kama kielelezo cha mteja kilivyoukokotoa; kama sehemu ya yote. Viwango vya uhakika huchota watu (mbegu { $seed }). Haionyeshwi pale ambapo chini ya watu { $few } wako nyuma ya mstari, pamoja na mistari ambayo ingewafichua. Mwenendo na mwisho havichanganywi kamwe katika wastani mmoja.
report-how-path = Yaliyofungwa na chaguo la mtu mwenyewe
report-how-path-text = Kilichofikiwa mwishoni mwa mazungumzo ÷ kikubwa zaidi kilichoweza kufikiwa kutoka mwanzo wake, ukihesabu mambo yaliyozingatiwa, ahadi zilizotimizwa na nafasi ya mwisho. Wastani wa watu kwa majaribio yao ya kwanza, pamoja na kiwango cha uhakika kinachochota watu (mbegu { $seed }). Haijulikani pale ambapo mazungumzo ni makubwa mno kuchunguzwa hadi mwisho.
report-how-errors = Makosa
report-how-errors-text = Watu waliofanya kosa la vigezo angalau mara moja katika majaribio yao ya kwanza.
report-how-worth = Thamani yake
report-how-worth-text = Makadirio ya awali ya anayebaki mteja baada ya mwaka: aliyeridhika Beta(17, 3), aliye kimya Beta(12, 8), anayelalamika Beta(9, 11), aliyeondoka Beta(2, 18), aliyesimulia hadharani Beta(1.5, 8.5); sehemu za miisho kutoka mgawanyo wa Dirichlet wa idadi na moja zaidi. Kutoka asilimia ya kumi hadi ya tisini ya makadirio 20,000. Kwa pesa: mawasiliano × faida × miaka mitatu × sehemu inayofika kazini × badiliko la miisho kati ya vipimo viwili, toa gharama.
report-how-voice = Sauti ya walio mstari wa mbele
report-how-voice-text = Maswali mawili baada ya mazungumzo, kila moja likijibiwa kwa mguso mmoja au lisijibiwe kabisa; hakuna anayepewa alama kwa hayo. Kila mtu huhesabiwa mara moja kwa kila alichokitaja, kama sehemu ya waliotaja chochote, pamoja na “hakuna kitu”; kiwango cha uhakika ni cha Wilson. Jibu lililotolewa na chini ya watu { $few } halionyeshwi, wala lililotolewa na karibu wote. Kujiamini ni wastani wa watu wa wastani wao wenyewe, 1 hadi 5.
