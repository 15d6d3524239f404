# Le rapport pour une organisation, un groupe ou une personne.
# **mots** : l'important ; [nombre](how-score) : mène à la façon dont il a été calculé.

## Nombres, dates et listes
report-thousands = { "\u202F" }
report-decimal = ,
report-leading-zero = yes
report-percent = { $n } %
report-percents = { $low } à { $high } %
report-from-to = { $low } à { $high }
report-period = du { $first } au { $last }
report-with-interval = { $value } ({ $interval })
report-of = { $k } sur { $n }
report-few-of = moins de 5 sur { $n }
report-nearly-all-of = presque tous, sur { $n }
report-and = { $first } et { $last }
report-day-first = 1er
report-day = { $day } { $month } { $year }
report-month = { $n ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[other] décembre
}
report-month-short = { $n ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[other] déc.
}
report-month-of = { $month } { $year }
report-people = { $n ->
    [one] { $count } personne
   *[other] { $count } personnes
}
report-of-people = { $n ->
    [one] de { $count } personne
   *[other] de { $count } personnes
}
report-firsts = { $n ->
    [one] { $count } première tentative
   *[other] { $count } premières tentatives
}
report-few-people = moins de 5 personnes
report-too-few = trop peu de personnes
report-held = non montré
report-under-one = moins de 1 %
report-provisional = { $value }, provisoire
report-computed = Mode de calcul

## Le haut de la page
report-title = Comment nous rattrapons ce qui a mal tourné
report-title-own = Comment vous rattrapez ce qui a mal tourné
report-everybody = Tout le monde
report-no-period = aucune tentative notée pour l'instant
report-skip = Aller au rapport
report-nav = Sur cette page
report-promise = Des groupes, jamais une personne seule. Ni pour l'embauche, ni pour le salaire, ni pour la discipline : aucun score de cette page n'a été montré capable de prédire le travail de qui que ce soit. Les clients sont simulés d'un bout à l'autre.
report-promise-own = Vos propres résultats, pour apprendre. Ni pour l'embauche, ni pour le salaire, ni pour la discipline : aucun score de cette page n'a été montré capable de prédire le travail de qui que ce soit. Les clients sont simulés d'un bout à l'autre.
report-held-nothing = Aucune évaluation n'est encore terminée : il n'y a rien à rapporter. Les entraînements et les tentatives interrompues ne sont jamais notés.
report-held-few = Moins de 5 personnes ont terminé une évaluation. Leurs chiffres ne sont pas montrés, car on y reconnaîtrait des personnes. Chacune peut lire ses propres résultats ; cette page se remplira quand elles seront 5.
report-held-rest = Toutes les personnes sauf moins de 5 font partie de ce groupe. À côté du rapport sur tout le monde, celui-ci montrerait ces quelques-unes ; lisez plutôt l'autre.
report-held-cohort = Les chiffres de ce groupe ne sont pas montrés. Un autre groupe compte moins de 5 personnes, et le rapport sur tout le monde, moins ceux de tous les autres groupes, serait un rapport sur elles. La page se remplira quand ce groupe comptera 5 personnes.
report-made = Fait le { $day }, Amends { $version }.
report-not-for = Ni pour l'embauche, ni pour le salaire, ni pour la discipline.
report-top = Retour en haut

## Têtes de colonnes
report-column-what = Quoi
report-column-picture = Image
report-column-share = Part
report-column-score = Score
report-column-first = Première
report-column-second = Seconde
report-column-change = Écart
report-column-people = Personnes
report-column-team = Équipe
report-column-mean = Moyenne
report-column-shrunk = Meilleure estimation
report-column-difference = Face aux autres
report-column-told = Se distingue ?
report-column-scenario = Scénario
report-column-decision = Décision
report-column-difficulty = Obtenu
report-column-rest = Va avec le reste
report-column-options = Ce qui a été choisi
report-column-obstacle = Ce qui fait obstacle
report-column-where = Où
report-column-named = Cité par
report-column-owner = Qui y remédie
report-column-by = Pour quand
report-column-attempts = Tentatives
report-column-number = Nombre

## Ce qui compte
report-strength = Le point fort de nos équipes : { $best } ([{ $high }](how-score) sur 100) ; le plus faible : **{ $worst }** ([{ $low }](how-score), intervalle à 95 % : { $interval }).
report-strength-own = Votre point fort : **{ $best }** ([{ $high }](how-score)) ; là où vous avez le plus à gagner : **{ $worst }** ([{ $low }](how-score)).
report-strength-alike = Les compétences **ne se distinguent pas** encore : elles se situent entre [{ $low }](how-score) et [{ $high }](how-score) sur 100, et le hasard suffirait à l'expliquer.
report-strength-unknown = Il n'y a pas encore assez d'éléments pour dire ce qui va bien et ce qui va moins bien.
report-lost = [{ $share }](how-endings) des clients ont été perdus : ils sont partis ou l'ont dit en public.
report-lost-interval = [{ $share }](how-endings) des clients (intervalle à 95 % : { $interval }) ont été perdus : ils sont partis ou l'ont dit en public.
report-lost-own = { $lost ->
    [one] Parmi vos clients, [{ $k } sur { $n }](how-endings) a été perdu : il est parti ou l'a dit en public.
   *[other] Parmi vos clients, [{ $k } sur { $n }](how-endings) ont été perdus : ils sont partis ou l'ont dit en public.
}
report-lost-none-own = { $all ->
    [one] [Votre seul client](how-endings) n'est pas parti et n'a rien dit en public.
   *[other] [Aucun de vos { $n } clients](how-endings) n'est parti ni ne l'a dit en public.
}
report-lost-held = Le nombre de clients perdus n'est [pas montré](how-held) : trop peu de personnes sont derrière l'une des issues.
report-error = L'erreur la plus répandue : **« { $error } »**, commise par [{ $people }](how-errors) personnes.
report-error-own = Votre erreur la plus fréquente : **« { $error } »**.
report-changed-unknown = On ne peut pas encore dire si quelque chose a changé : il faut deux mesures.
report-changed-few = On ne peut pas encore dire si quelque chose a changé : il faut { $n } personnes avec deux mesures, et il y en a [{ $people }](how-change).
report-changed-own = Entre vos deux mesures, votre score est passé de { $first } à { $second } ([{ $change }](how-change)) ; la partie sur l'évolution dit ce que le hasard fait à lui seul.
report-changed-better = Entre la mesure d'avant et celle d'après, **un progrès est probable : { $name }** ([{ $points } points](how-change), intervalle à 95 % : { $interval } ; la plus nette de { $n } évolutions examinées).
report-changed-worse = Entre la mesure d'avant et celle d'après, **un recul est probable : { $name }** ([{ $points } points](how-change), intervalle à 95 % : { $interval } ; la plus nette de { $n } évolutions examinées).
report-changed-later-better = Entre le premier et le dernier scénario de chacun, **un progrès est probable : { $name }** ([{ $points } points](how-change), intervalle à 95 % : { $interval } ; la plus nette de { $n } évolutions examinées).
report-changed-later-worse = Entre le premier et le dernier scénario de chacun, **un recul est probable : { $name }** ([{ $points } points](how-change), intervalle à 95 % : { $interval } ; la plus nette de { $n } évolutions examinées).
report-changed-unclear = Entre la mesure d'avant et celle d'après, **aucune évolution n'est nette** : { $name } [{ $points }](how-change), intervalle à 95 % : { $interval } ; { $n } évolutions ont été examinées.
report-changed-later-unclear = Entre le premier et le dernier scénario de chacun, **aucune évolution n'est nette** : { $name } [{ $points }](how-change), intervalle à 95 % : { $interval } ; { $n } évolutions ont été examinées.

report-first = À faire d'abord
report-first-train = Travailler : [{ $name }](next).
report-first-talk = Parler ensemble de [{ $title }](wrong), là où l'on se trompe le plus : { $share }.
report-first-talk-own = Relire [{ $title }](wrong) : l'une de ses décisions vous a valu { $share }.
report-first-mend = Réparer ce qui fait obstacle au travail : [{ $obstacle }](obstacles), cité par { $share } de celles et ceux qui ont répondu.
report-first-more = Faire évaluer les personnes sur d'autres scénarios avant de décider quoi que ce soit : on en sait encore trop peu. [Que travailler ensuite](next) dit comment.

## Profil des compétences
report-profile = Profil des compétences
report-no-evidence = pas assez d'éléments
report-at-standard = { $people } au niveau attendu
report-told-nothing = Pas d'image : pas assez d'éléments.
report-told-mean = Moyenne { $mean } sur 100.
report-told-interval = Moyenne { $mean } sur 100, intervalle à 95 % : { $interval }.
report-told-half = La moitié des personnes se situe entre { $low } et { $high }.
report-bar-own = La barre est votre score dans chaque compétence, sur toutes vos premières tentatives.
report-dots = Chaque point est une personne ; barre et trait : moyenne et intervalle à 95 %.
report-dots-shared = { $n ->
    [one] Chaque point représente environ { $count } personne ; barre et trait : moyenne et intervalle à 95 %.
   *[other] Chaque point représente environ { $count } personnes ; barre et trait : moyenne et intervalle à 95 %.
}
report-dots-none = Barre : moyenne. Les points et les intervalles sont montrés à partir de dix personnes.
report-spread = Une conversation sur dix reste au-dessous de [{ $low }](how-spread), et la moitié au-dessous de { $middle } : les clients tombent aussi sur les mauvais jours.
report-dependable-unknown = On ne peut pas encore dire à quel point ces scores sont fiables : il faut dix personnes ayant chacune deux tentatives notées. **Lisez-les comme un début, et n'en tirez aucun classement.**
report-dependable-own = Une seule conversation dit peu : avec la même habileté, un autre scénario aurait pu vous donner [±{ $off } points](how-dependable) (d'après les tentatives de { $people }). Lisez les décisions : elles valent plus que le chiffre.
report-dependable-fair = Fiabilité [{ $share }](how-dependable) avec { $each } tentatives par personne : **convient aux groupes et au progrès de chacun, jamais pour classer des personnes.**
report-dependable-groups = Fiabilité [{ $share }](how-dependable) avec { $each } tentatives par personne : **convient aux groupes, pas pour classer des personnes.**
report-dependable-low = Fiabilité [{ $share }](how-dependable) avec { $each } tentatives par personne : **trop faible même pour les groupes ; lisez les décisions, pas les chiffres.**
report-dependable-unsure = Avec un intervalle aussi large, même cela n'est pas sûr.
report-dependable-needed = Pour atteindre 0,70, il faut { $firsts } par personne, sur des scénarios différents.
report-dependable-alike = Les personnes ne diffèrent pas plus que les scénarios eux-mêmes ; davantage de tentatives n'y changerait rien.

## Évolution
report-change = Évolution
report-overall = Ensemble
report-change-caption = Score moyen de la première et de la seconde mesure, de 0 à 100, avec l'écart et son intervalle à 95 %.
report-change-caption-own = Vos deux mesures, de 0 à 100.
report-change-none = On ne peut encore rien dire de l'évolution : il faut { $n } personnes avec deux mesures. Les parcours mesurent avant et après, sur deux scénarios assortis.
report-change-none-own = On ne peut encore rien dire de l'évolution : il faut un second scénario en évaluation. Les parcours mesurent avant et après, sur deux scénarios assortis.
report-change-paired = Mesuré avant et après sur deux scénarios de difficulté assortie ; le sort a décidé lequel venait d'abord, si bien que sur un groupe les deux se valent.
report-change-unpaired = Il n'y a pas ici de parcours avec une mesure avant et une après : on compare donc la première et la dernière des premières tentatives de chacun. Ce sont des scénarios différents, et pas également difficiles : lisez l'écart avec prudence.
report-change-rounded = Chaque nombre est arrondi pour lui-même : un écart peut donc s'éloigner d'un point de la différence des deux.
report-change-no-interval = Pas d'intervalle : il faut { $n } personnes avec les deux mesures, et il y en a [{ $people }](how-change).
report-change-effect = Taille d'effet [g = { $g }](how-change) (0,2 : petit ; 0,5 : moyen ; 0,8 : grand). Sans un groupe qui n'a pas été formé, personne ne peut dire que c'est l'effet de la formation.
report-change-months = D'autres personnes ont joué d'autres scénarios chaque mois, et décembre est plus dur que juin : les mois ne prouvent aucun progrès.
report-change-few-months = { $n ->
    [one] Un seul mois compte assez de personnes : trop peu pour parler de tendance.
   *[other] { $n } mois comptent assez de personnes : trop peu pour parler de tendance.
}
report-change-own-unknown = On ne peut pas encore dire quelle part de l'écart d'une personne est due au hasard.
report-change-own-more = Ensemble, de { $first } à { $second } : [{ $change }](how-change) points. Deux conversations d'une même personne diffèrent jusqu'à { $chance } points sans raison. **C'est plus que ce que fait le hasard.**
report-change-own-chance = Ensemble, de { $first } à { $second } : [{ $change }](how-change) points. Deux conversations d'une même personne diffèrent jusqu'à { $chance } points sans raison. **Le hasard peut y suffire.**
report-change-regression = **Attention à la régression vers la moyenne.** Qui commence loin au-dessous des autres s'en rapproche la fois suivante sans aucune formation, et qui commence loin au-dessus redescend. Ici, on attendrait d'une personne partie de { $low }, quand la moyenne était de { $before }, un score de [{ $expected }](how-change) sans le moindre changement (corrélation des deux mesures : { $r }) ; la moyenne de tous est passée à { $after }. Ne choisissez jamais les plus bas pour les former et montrer leur progrès.
report-change-regression-few = **Attention à la régression vers la moyenne.** Qui commence loin au-dessous des autres s'en rapproche la fois suivante sans aucune formation, et qui commence loin au-dessus redescend. Ici, on attendrait d'une personne partie de { $low }, quand la moyenne était de { $before }, un score de [{ $expected }](how-change) sans le moindre changement (corrélation des deux mesures : { $r }, provisoire avec si peu de personnes) ; la moyenne de tous est passée à { $after }. Ne choisissez jamais les plus bas pour les former et montrer leur progrès.
report-months-told = Score d'ensemble moyen par mois :
report-months-note = Score d'ensemble moyen de chaque mois avec son intervalle à 95 % ; les mois de moins de cinq personnes sont laissés de côté, et la ligne y est interrompue.

## Équipes
report-teams = Équipes
report-teams-caption = Score d'ensemble moyen de chaque équipe, de 0 à 100, avec son intervalle à 95 % ; la meilleure estimation le rapproche de la moyenne de tous d'autant qu'il repose sur le hasard.
report-teams-alike = **Les équipes ne se distinguent pas.** Ce qui les sépare est ce que le hasard fait de groupes de cette taille : ne les classez pas, et ne demandez pas pourquoi l'une est devant.
report-teams-apart = { $n ->
    [one] [Une équipe](how-teams) diffère de toutes les autres personnes plus que le hasard ne le ferait, même en tenant compte du fait qu'on les a toutes examinées. Les autres ne se distinguent pas.
   *[other] [{ $count } équipes](how-teams) diffèrent de toutes les autres personnes plus que le hasard ne le ferait, même en tenant compte du fait qu'on les a toutes examinées. Les autres ne se distinguent pas.
} D'autres équipes ont eu d'autres scénarios et d'autres jours ; un écart est une question, pas une réponse.
report-teams-few = Les équipes ne sont pas comparées : il en faut deux d'au moins { $n } personnes.
report-teams-held = Une équipe de moins de cinq personnes, et ce qui permettrait de la déduire, n'est pas montrée.
report-team-above = au-dessus des autres (p = { $p })
report-team-below = au-dessous des autres (p = { $p })
report-team-alike = ne se distingue pas (p = { $p })
report-team-few = trop peu de personnes pour le dire

## Scénarios et compétences
report-heat = Scénarios et compétences
report-heat-caption = Score moyen à la première tentative, de 0 à 100, le scénario le plus difficile d'abord.
report-heat-caption-own = Votre score à la première tentative, de 0 à 100, le scénario le plus difficile d'abord.
report-heat-none = Aucun scénario n'a encore été joué par cinq personnes.
report-heat-never = « – » : jamais demandé là, ce qui n'est pas zéro.
report-heat-held = « non montré » : moins de cinq personnes, ou une case qui permettrait de les déduire.
report-heat-left-out = { $n ->
    [one] Un scénario de moins de cinq personnes est laissé de côté.
   *[other] { $count } scénarios de moins de cinq personnes sont laissés de côté.
}

## Là où l'on se trompe
report-wrong = Là où l'on se trompe le plus
report-wrong-own = Là où vous vous trompez le plus
report-wrong-note = Part des personnes qui ont obtenu moins de la moitié de ce qu'on pouvait y obtenir, avec son intervalle à 95 %.
report-wrong-note-own = Les décisions qui vous ont coûté le plus de points, avec votre phrase et la meilleure.
report-wrong-none = Aucune décision n'a été rencontrée, et manquée, par cinq personnes ou plus.
report-wrong-none-own = Aucune décision ne vous a coûté plus de la moitié de ses points.
report-wrong-share = { $share } { $people }
report-wrong-nearly-all = { $n ->
    [one] presque toutes, sur { $count } personne
   *[other] presque toutes, sur { $count } personnes
}
report-points = Points : { $k } sur { $n }
report-said = Ce que beaucoup ont dit
report-said-own = Ce que vous avez dit
report-said-by = { $k } des { $n } personnes qui se sont trompées l'ont dit.
report-said-by-nearly-all = Presque toutes les personnes qui se sont trompées l'ont dit.
report-said-nothing = (rien : elles ont laissé passer le moment)
report-summed-up = En résumant : { $text }
report-summed-up-else = résumé autre chose que ce qui a été dit
report-left-out = a laissé de côté ceci : { $text }
report-made-up = a « entendu » ce que personne n'a dit : { $text }
report-summed-up-better = Nommer tout ce que le client a dit, et rien de ce qu'il n'a pas dit.
report-summed-up-why = On se calme quand on entend ses propres faits, tous, et rien d'autre.
report-better = Ce qui aurait porté

## Promesses
report-promises = Promesses tenues et rompues
report-promises-caption = { $n ->
    [one] Ce qu'est devenue { $count } promesse.
   *[other] Ce que sont devenues { $count } promesses.
}
report-promises-none = Trop peu de personnes ont fait des promesses pour montrer ce qu'elles sont devenues.
report-promises-none-own = Vous n'avez fait aucune promesse.
report-promise-kept = Tenues
report-promise-broken = Rompues
report-promise-lapsed = Vagues, et rien n'en est venu
report-promise-overdue = Leur moment est venu, et personne n'y est revenu
report-promise-dateless = Sans date, donc jamais dues
report-promise-open = Pas encore dues à la fin

## Issues
report-endings = Comment les clients ont fini
report-endings-caption = { $n ->
    [one] Comment { $count } client simulé a fini.
   *[other] Comment { $count } clients simulés ont fini.
}
report-endings-none = La façon dont les clients ont fini n'est pas montrée : trop peu de personnes sont derrière certaines issues.
report-path = De tout ce qui pouvait être atteint avec ces clients, [{ $share }](how-path) l'a été (intervalle à 95 % : { $interval }) : faits repris, promesses tenues, issue. **Le reste a été fermé par des choix antérieurs.** Cela se lit à côté des scores et n'y entre jamais.
report-path-few = De tout ce qui pouvait être atteint avec ces clients, [{ $share }](how-path) l'a été : faits repris, promesses tenues, issue. **Le reste a été fermé par des choix antérieurs.** Cela se lit à côté des scores et n'y entre jamais.
report-path-own = De tout ce qui pouvait être atteint avec vos clients, vous avez atteint [{ $share }](how-path) : faits repris, promesses tenues, issue. **Le reste a été fermé par vos choix antérieurs.** Cela se lit à côté des scores et n'y entre jamais.
report-path-hardest = C'est là que le plus a été fermé : { $titles }.

## Ce que cela peut valoir
report-worth = Sur 100 clients avec de telles issues, peut-être [{ $staying }](how-worth) sont encore clients un an plus tard ; si tous étaient repartis contents, { $low } à { $high }. **L'écart entre les deux est l'enjeu.**
report-worth-few = Ce que ces issues peuvent valoir n'est pas estimé à moins de { $n } conversations.
report-worth-opinion = Des clients simulés, et des fourchettes qui sont des avis sous forme de lois a priori, pas des données. Rien ici ne porte sur l'argent d'une personne, et rien ne montre que la formation a causé quoi que ce soit.
report-money = En argent, par an, coût de la formation déduit : entre [{ $low }](how-worth) et [{ $high }](how-worth), au milieu { $middle }. **Dans { $loses } des tirages, cela ne paie pas.**
report-money-even = Cela paie dans la moitié des tirages si { $share } du gain arrive jusqu'au travail.
report-money-never = Même si tout le gain arrivait jusqu'au travail, cela ne paierait pas dans la moitié des tirages.
report-money-how = Pour une fourchette en argent, la personne qui fait ce rapport peut donner les chiffres de l'organisation : contacts par an à propos de défaillances, marge annuelle par client, coût de la formation.
report-money-unpaired = En argent : pas d'estimation, car il faut une mesure avant et une après sur des scénarios assortis, comme dans les parcours.
report-money-few = En argent : pas d'estimation à moins de { $n } personnes avec les deux mesures.
report-money-assumed = Hypothèses : { $contacts } contacts par an à propos de défaillances, marge de { $margin } par client, formation de { $least } à { $most } ; 5 à 50 % du gain arrive jusqu'au travail, le plus probable 20 % ; trois ans à 10 % par an. { $draws } tirages, graine { $seed }.
report-money-decides = Ce qui décide le plus (corrélation des rangs) : { $inputs }.
report-money-input-transfer = part du gain qui arrive jusqu'au travail
report-money-input-endings = de combien les issues ont changé, et ce que vaut chacune
report-money-input-contacts = contacts par an
report-money-input-margin = marge par client
report-money-input-survival = combien de temps les clients restent
report-money-input-cost = coût de la formation

## La suite
report-next = Que travailler ensuite
report-next-train = Travailler : { $name }
report-next-weakest = Aujourd'hui à [{ $score }](how-score) sur 100 ({ $band }). Le niveau attendu ressemble à ceci : **{ $anchor }**
report-next-weakest-alike = La plus basse, à [{ $score }](how-score) sur 100 ({ $band }), mais le hasard suffirait à l'expliquer. Le niveau attendu ressemble à ceci : **{ $anchor }**
report-next-best = Au mieux : { $anchor }
report-next-hardest = S'entraîner avec des conseils là où c'était le plus difficile : { $titles }.
report-next-talk-title = Parler ensemble d'une décision
report-next-talk-title-own = Relire une décision
report-next-talk = { $title }, au moment où l'on en est à { $cue } Demandez ce que chaque phrase fait au client avant de montrer la meilleure.
report-next-talk-own = { $title }, au moment où l'on en est à { $cue } Qu'a fait votre phrase au client ?
report-next-talk-no-cue = { $title } : demandez ce que chaque phrase fait au client avant de montrer la meilleure.
report-next-talk-no-cue-own = { $title } : qu'a fait votre phrase au client ?
report-next-promises-title = Promettre moins, avec un nom et une date
report-next-promises = Une promesse rompue, vague ou oubliée a été faite par [{ $people }](how-promises) personnes. Une promesse qui tient dit quoi, qui et pour quand, et quelqu'un y revient avant l'échéance.
report-next-promises-own = Vous avez fait une promesse rompue, vague ou oubliée. Une promesse qui tient dit quoi, qui et pour quand, et quelqu'un y revient avant l'échéance.
report-next-again-title = Mesurer de nouveau, sur d'autres scénarios
report-next-again = Jouer un scénario que personne n'a préparé après 2, 6, 12 et 26 semaines, chaque fois un autre, sans conseils. Ce qui n'est pas repris s'oublie.
report-next-plan = Pour une image fiable de chacun, prévoyez environ [{ $n }](how-dependable) scénarios par personne.
report-next-plan-more = Pour une image fiable de chacun, prévoyez environ [{ $n }](how-dependable) scénarios par personne. Ces chiffres n'en demandent que { $needed } ; ailleurs, il en a fallu de dix à quatorze.

## La voix du terrain
report-voice = Ce qui fait obstacle, d'après le terrain
report-voice-none = La question n'a encore été posée à personne : il n'y a rien ici. Cela ne dit pas si les règles, les pouvoirs, l'information, le temps ou les moyens font obstacle à quelqu'un : demandez.
report-voice-few = Moins de cinq personnes ont répondu. Ce qu'elles disent n'est pas montré, pour que personne n'ait à en répondre.
report-voice-rate = À la question de ce qui leur ferait obstacle au travail, posée après une conversation, les personnes ont répondu [{ $share }](how-voice) des fois ({ $answered } sur { $asked }). Qui ne dit rien voit peut-être les choses autrement.
report-voice-rate-all = À la question de ce qui leur ferait obstacle au travail, posée après une conversation, les personnes ont toujours répondu ([{ $asked }](how-voice) sur { $asked }).
report-voice-caption = { $n ->
    [one] Ce qui, d'après { $count } personne, ferait obstacle au travail ; chacune peut citer plusieurs choses.
   *[other] Ce qui, d'après { $count } personnes, ferait obstacle au travail ; chacune peut citer plusieurs choses.
}
report-voice-held = Trop peu de personnes sont derrière certaines réponses pour en montrer une seule.
report-obstacle-policy = Une règle de la maison l'interdit
report-obstacle-authority = C'est à quelqu'un d'autre de décider
report-obstacle-information = Ce qu'il faudrait savoir est introuvable
report-obstacle-time = Le temps manque
report-obstacle-tools = Les moyens manquent
report-obstacle-nothing = Rien
report-morale = À quel point les personnes se sentent prêtes à mener une telle conversation au travail : en moyenne [{ $mean }](how-voice) sur 5 (intervalle à 95 % : { $interval }), d'après { $people }.
report-morale-no-interval = À quel point les personnes se sentent prêtes à mener une telle conversation au travail : en moyenne [{ $mean }](how-voice) sur 5, d'après { $people }.
report-morale-few-months = Montré par mois à partir de { $n } mois d'au moins cinq personnes.
report-morale-worth = Se sentir prêt n'est pas savoir faire, et aucune valeur en argent n'y est attachée. Si la confiance baisse quand les scores montent, demandez ce qui arrive aux gens au travail.
report-morale-told = Confiance ressentie, de 1 à 5, par mois :
report-mend = Ce que l'organisation devrait réparer
report-mend-caption = Cité par cinq personnes ou plus, avec la part de celles qui ont répondu là et son intervalle à 95 %. Les deux dernières colonnes sont à vous : inscrivez qui y remédie et pour quand, et dites-le à celles et ceux qui l'ont signalé.
report-mend-everywhere = toutes les conversations

## Les décisions, pour qui les écrit
report-items = Les décisions, pour qui les écrit
report-items-caption = Part des points obtenus, lien de la décision avec le reste de la conversation (corrélation, de −1 à 1) et ce qui a été choisi.
report-items-note = Une décision qui distingue les bonnes conversations des faibles va avec le reste à 0,20 ou plus. À moins de 30 personnes, une corrélation est provisoire ; à moins de 10, il n'y en a pas.
report-items-few = Trop peu de personnes ont rencontré une décision pour dire comment elle fonctionne : il en faut { $n }.
report-items-odd = { $n ->
    [0] Aucune des { $all } décisions n'appelle d'examen.
   *[other] { $odd } décisions sur { $all } appellent un examen ; en voici { $most } au plus, en commençant par celles qui en appellent le plus.
}
report-item-no-rest = –
report-option-few = moins de 5
report-option-silence = (silence)
report-option-summed-up = (un résumé)
report-flag-hard = Difficile : moins de 30 % des points sont obtenus. À réécrire, sauf si la sécurité l'exige.
report-flag-easy = Facile : plus de 90 % des points sont obtenus. Elle ne distingue personne.
report-flag-weak = Elle va à peine avec le reste : vérifiez les niveaux.
report-flag-low = Elle va avec le reste moins qu'elle ne devrait.
report-flag-negative = Qui réussit ailleurs échoue ici : à retirer tant qu'on ne sait pas pourquoi.
report-flag-negative-provisional = Jusqu'ici, qui réussit ailleurs échoue ici : à examiner.
report-unbelieved = Moins de 5 % : personne n'y croit.
report-forms = Là où tout le monde a rencontré les mêmes décisions
report-form = alpha [{ $alpha }](how-items) et oméga { $omega } sur { $n } décisions rencontrées par toutes les personnes ({ $people }).
report-form-no-omega = alpha [{ $alpha }](how-items) sur { $n } décisions rencontrées par toutes les personnes ({ $people }) ; l'oméga n'a pas de solution propre ici.
report-form-alike = pas d'alpha : ce qui a été obtenu aux décisions communes ne diffère pas.
report-form-different = pas d'alpha : les personnes ont pris des chemins différents, avec moins de trois décisions en commun.
report-form-few = pas d'alpha : il faut { $n } personnes.

## Ce que le rapport ne peut pas dire
report-cannot = Ce que ce rapport ne peut pas dire
report-cannot-work = Comment quelqu'un se conduit au travail. C'est de l'apprentissage, mesuré dans des conversations simulées ; ni la conduite au travail ni les résultats de l'entreprise n'ont été mesurés.
report-cannot-cause = Ce qui a causé un changement. Il faudrait un groupe ayant commencé plus tard, pour comparer.
report-cannot-real = Comment finissent les vrais clients. Ceux-ci sont un modèle, bâti sur la recherche et réglé par ses auteurs.
report-cannot-words = Comment quelqu'un parlerait avec ses propres mots : les réponses ont été choisies parmi des réponses écrites.
report-cannot-equal = Si les scénarios sont également difficiles. Ils ne le sont pas, et rien n'a été ajusté, sinon que les parcours tirent au sort l'ordre d'une paire assortie.
report-cannot-compare-own = Où vous vous situez face aux autres. Ce n'est pas fait pour cela.
report-cannot-person = Quoi que ce soit sur une personne seule. Un groupe est un groupe, et ses membres peuvent lire leurs propres résultats.
report-cannot-mark = Si le niveau attendu est juste : aucun jury de praticiens ne l'a encore fixé.
report-cannot-later = Ce qui a changé entre deux impressions de cette page. Les personnes peuvent différer de quelques-unes, dont les chiffres se déduiraient : gardez la plus récente et ne comparez rien à la main.
report-cannot-compare = Où ce groupe se situe face aux autres : les personnes, les scénarios et les moments diffèrent.

## Mode de calcul
report-how = Comment les chiffres ont été calculés, et sur combien de personnes
report-how-people-beside = Le nombre de personnes figure à côté de chaque décision.
report-how-people-asked = Celles et ceux qui ont répondu, quoi qu'ils aient joué.
report-how-people-twice = { $people } avec au moins deux tentatives notées.
report-how-people-measures = { $people } avec deux mesures.
report-counts = Les tentatives de ce rapport.
report-counts-which = Lesquelles comptent
report-counts-firsts = Premières évaluations, sur lesquelles porte tout score de cette page
report-counts-repeated = Évaluations d'un scénario sur lequel la même personne avait déjà été évaluée : comptées, non notées
report-counts-practice = Entraînements : comptés, non notés
report-counts-interrupted = Interrompues : comptées, jamais notées
report-counts-unreadable = Impossibles à rejouer selon les règles actuelles, ou scénario absent : comptées, non notées
report-how-attempts = Les tentatives qui comptent
report-how-attempts-text = La première évaluation terminée de chaque personne sur chaque scénario, et rien d'autre. L'entraînement donne des conseils, une tentative répétée connaît les réponses, une tentative interrompue n'est pas finie : toutes sont comptées et aucune n'est notée. Chaque tentative a été rejouée et notée de nouveau selon les règles et la grille actuelles. Les tentatives sans nom ne se distinguent pas et comptent pour une seule personne.
report-how-held = Ce qui n'est pas montré
report-how-held-text = Rien n'est montré de moins de { $few } personnes. Là où un nombre n'est pas montré, d'autres ne le sont pas non plus, jusqu'à ce que son nombre de personnes ne puisse plus être déduit, même par qui connaît ces règles (Cox 1995). Sur la page d'un groupe, il en va de même pour les quelques personnes qui resteraient entre elle et la page sur tout le monde.
report-how-score = Scores
report-how-score-text = Points obtenus ÷ le maximum possible sur les décisions rencontrées, fois 100. Le score d'une personne dans une compétence réunit toutes ses premières tentatives et demande { $decisions } décisions notées. Ce qui est montré est la moyenne des personnes. Son intervalle (95 %) tire { $draws } fois les personnes au sort, avec la graine { $seed } et toujours à l'identique : percentiles à partir de { $least } personnes, corrigés du biais et de l'asymétrie (BCa) à partir de 20 ; à moins de { $least } personnes il n'y en a pas, au-delà de { $most } le t de Student autour de la moyenne le remplace. « Au niveau attendu » : { $standard } sur 100 ou plus, un seuil qu'aucun jury n'a encore fixé ; son intervalle est celui de Wilson.
report-how-spread = Dispersion
report-how-spread-text = Le dixième percentile et le milieu des scores d'ensemble de toutes les premières tentatives, en points entiers. Montrés à partir de 50 tentatives de dix personnes.
report-how-dependable = Fiabilité
report-how-dependable-text = Tout le monde a rencontré d'autres scénarios : une analyse de variance à un facteur prend donc les scénarios comme tirés au sort à l'intérieur des personnes : variance entre personnes ÷ (celle-ci + variance interne ÷ moyenne harmonique des tentatives par personne). Ce qui rend un scénario difficile compte comme erreur. L'intervalle tire des personnes au sort (graine { $seed }) ; au-delà de { $most }, il vient du rapport des carrés moyens (Thomas et Hultquist).
report-how-change = Évolution
report-how-change-text = Seconde mesure moins première, pour toutes les personnes qui ont les deux ; la moyenne des personnes, avec un intervalle qui en tire au sort (graine { $seed }). La taille d'effet la divise par la dispersion de la première mesure, avec la correction de Becker pour les petits groupes. À attendre sans formation : moyenne + r × (première − moyenne), r étant la corrélation des deux mesures. Chaque mois compte chaque personne une fois.
report-how-teams = Équipes
report-how-teams-text = Le score d'ensemble moyen de chaque personne ; une équipe est un groupe, et les personnes de deux groupes ne sont comptées dans aucun. La meilleure estimation garde de la distance d'une équipe à la moyenne de tous la part dont les moyennes des équipes diffèrent au-delà du hasard (Bayes empirique). Face aux autres : la moyenne de l'équipe moins celle de toutes les autres personnes, avec un intervalle qui en tire au sort (graine { $seed }) ; p vient du test de Welch, corrigé par la méthode de Holm pour toutes les équipes examinées. Au-dessous de 0,05, une équipe se distingue.
report-how-heat = Scénarios et compétences
report-how-heat-text = Moyenne des scores à la première tentative du scénario, de 0 à 100. Une case de moins de { $few } personnes n'est pas montrée, et d'autres avec elle jusqu'à ce qu'elle ne puisse être déduite. Les teintes changent à 35, 45, 55, 65, 75 et 85.
report-how-decisions = Là où l'on se trompe
report-how-decisions-text = Se tromper : moins de la moitié des points possibles à une décision, la première fois qu'une personne la rencontre. Classées par le bas de l'intervalle de Wilson à 95 %, pour que quelques personnes ne passent pas devant. La phrase est celle que la plupart de ces personnes ont choisie ; la meilleure est la plus forte qui était proposée.
report-how-items = Les décisions, pour qui les écrit
report-how-items-text = Obtenu : points ÷ le maximum possible là. Va avec le reste : corrélation de cette part avec la part des points obtenus à toutes les autres décisions de la même conversation. L'alpha est celui de Cronbach sur les décisions que tout le monde a rencontrées, avec l'intervalle de Feldt à 95 % ; l'oméga suppose un seul facteur, par résidus minimaux, avec un intervalle à 95 % par la méthode delta sur le logit (Raykov 2002), qui suppose des scores à peu près normaux. Ailleurs, les chemins diffèrent : voir Fiabilité.
report-how-promises = Promesses
report-how-promises-text = Toutes les promesses faites lors d'une première tentative et ce qu'elles sont devenues dans l'histoire, en parts de l'ensemble. Les intervalles tirent des personnes au sort (graine { $seed }). Non montré là où moins de { $few } personnes sont derrière une barre, avec les barres qui permettraient de la déduire.
report-how-endings = Comment les clients ont fini
report-how-endings-text = L'issue de chaque première tentative, telle que le modèle du client l'a calculée ; en parts de l'ensemble. Les intervalles tirent des personnes au sort (graine { $seed }). Non montré là où moins de { $few } personnes sont derrière une barre, avec les barres qui permettraient de la déduire. On ne fait jamais la moyenne de la manière et de l'issue.
report-how-path = Fermé par ses propres choix
report-how-path-text = Ce qui est atteint à la fin d'une conversation ÷ le maximum qu'on pouvait atteindre à son début, en comptant les faits repris, les promesses tenues et le rang de l'issue. La moyenne des personnes sur leurs premières tentatives, avec un intervalle qui en tire au sort (graine { $seed }). Inconnu là où un scénario est trop vaste pour être exploré jusqu'au bout.
report-how-errors = Erreurs
report-how-errors-text = Les personnes qui ont commis au moins une fois une erreur de la grille lors de leurs premières tentatives.
report-how-worth = Ce que cela peut valoir
report-how-worth-text = Lois a priori pour qui est encore client après un an : content Beta(17, 3), silencieux Beta(12, 8), mécontent qui le dit Beta(9, 11), parti Beta(2, 18), plainte publique Beta(1,5 ; 8,5) ; parts des issues d'après une loi de Dirichlet sur les nombres observés, plus un. Du dixième au quatre-vingt-dixième percentile de 20 000 tirages. En argent : contacts × marge × trois ans × part qui arrive jusqu'au travail × changement des issues entre les deux mesures, moins le coût.
report-how-voice = La voix du terrain
report-how-voice-text = Deux questions après une conversation, chacune répondue d'une touche ou pas du tout ; personne n'est noté là-dessus. Chaque personne compte une fois pour tout ce qu'elle a cité, en part de celles qui ont cité quelque chose, « rien » compris ; l'intervalle est celui de Wilson. Une réponse donnée par moins de { $few } personnes n'est pas montrée, pas plus qu'une réponse donnée par presque tout le monde. La confiance est la moyenne des personnes de leur propre moyenne, de 1 à 5.
