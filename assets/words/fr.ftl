# Textes de l'interface, en français. Les clés sont groupées par écran ; les valeurs entre accolades sont remplies par le programme.

## Mots du modèle, communs à tous les écrans et au terminal

feeling-happy = satisfaction
feeling-indifferent = indifférence
feeling-upset = mécontentement
outcome-returns = Revient et vous recommande
outcome-passive = Se tait, risque de s'éloigner
outcome-complains = Se plaint : rien n'est perdu
outcome-walks-away = Part pour de bon
outcome-goes-public = Le raconte en public
phase-before = Avant
phase-during = Pendant
phase-after = Après
channel-face-to-face = Face à face
channel-phone = Téléphone
channel-email = Mail
channel-chat = Chat
channel-social = En public, en ligne
band-start = premiers pas
band-developing = en progrès
band-dependable = fiable
band-strong = très solide
promise-open = en cours
promise-kept = tenue
promise-broken = rompue
promise-lapsed = restée sans suite
promise-left-open = pas encore due
promise-moved = date déplacée, pas encore échue à la fin
promise-never-due = jamais échue, faute de date
promise-overdue = le moment est venu, et personne n'y est revenu
promise-nobody = quelqu'un
promise-no-date = sans date
you-said-nothing = (Vous n'avez rien dit.)

## Ce qui se passe, sous toutes les interfaces

event-new-contact = Plus tard.
event-days-later = { $days ->
    [one] Un jour plus tard.
   *[other] { $days } jours plus tard.
}
event-promise-made = Vous avez promis : { $promise }.
event-promise-kept = Promesse tenue : { $promise }.
event-promise-broken = Promesse rompue : { $promise }.
event-promise-lapsed = Resté sans suite : { $promise }.
event-promise-moved = Nouvelle date convenue : { $promise }.
event-left = { $name } en a assez et s'en va.

## Terminal

ask-choose = Que dites-vous ? Tapez un numéro.
ask-choose-written = Qu'écrivez-vous ? Tapez un numéro.
ask-choose-do = Que faites-vous ? Tapez un numéro.
ask-paraphrase-text = Qu'avez-vous entendu ? Tapez les numéros de tout ce qui a vraiment été dit, par exemple : 1 3
ask-commit-text = Que promettez-vous ? Quoi, qui, pour quand : tapez un numéro.
ask-nothing = La conversation est terminée.
heard-all = Vous avez relevé tout ce qui a été dit ({ $of }).
heard-some = De ce qui a été dit, vous avez relevé { $n } sur { $of }.
heard-decoys = { $n ->
    [0] Vous n'avez rien inventé.
    [one] Il y avait une chose que personne n'a dite.
   *[other] Il y avait { $n } choses que personne n'a dites.
}
coach-mark = { "  Coach : " }
text-intro = Tapez un numéro, puis Entrée. Tapez q pour arrêter ; vous pourrez reprendre où vous en étiez.
text-you-may = Vous pouvez :
text-help-one = Tapez un numéro de 1 à { $n }, ou q pour arrêter.
text-help-silence = Vous pouvez aussi taper silence, et vous taire aussi longtemps que le client attend.
text-help-several = Tapez un ou plusieurs numéros de 1 à { $n }, séparés par des espaces, ou q pour arrêter.
text-kept = Votre partie est gardée. Pour la reprendre, tapez la même commande avec --resume à la fin.
text-resuming = On reprend où vous en étiez, après { $n ->
    [one] une réponse.
   *[other] { $n } réponses.
}
text-resume-question = Vous aviez interrompu cette conversation. La reprendre ? [O/n]
text-yes = o oui
text-no = n non
text-debrief = BILAN
text-handled = Votre façon de faire
text-score = { $name } : { $score } sur 100, { $band } ({ $n ->
    [one] { $n } décision
   *[other] { $n } décisions
})
text-score-little = { $name } : trop peu d'éléments ({ $n ->
    [one] { $n } décision
   *[other] { $n } décisions
})
text-score-none = { $name } : pas en jeu dans cette conversation
text-mode = { $mode }. { $meaning }
text-overall = Ensemble : { $score } sur 100, { $band }. { $passed ->
    [yes] Le seuil de réussite est atteint.
   *[no] Le seuil de réussite n'est pas encore atteint.
}
text-no-overall = Ensemble : trop peu d'éléments.
text-interrupted = Cette partie s'est arrêtée avant la fin. Elle n'est pas notée dans les rapports.
text-decisions = Décision par décision
text-customer-said = { $name } : { $cue }
text-you-said = Vous : { $line }
text-you-silent = Vous n'avez rien dit.
text-you-heard = Vous avez entendu : { $line }
text-level = { $name } { $earned } sur { $best }{ $anchor }
text-not-shown = , pas dans cette réponse
text-better = Mieux : { $line }
text-look = { $n ->
    [one] Vous feriez autrement : la décision { $decisions }
   *[other] Vous feriez autrement : les décisions { $decisions }
}
text-look-nothing = Vous ne changeriez rien.
text-question-how = Tapez les numéros de ces décisions, puis vos propres mots si vous voulez ; 0 pour rien. Entrée seule passe la question.
text-goal-how = Tapez un numéro, ou un objectif dans vos propres mots. Entrée seule n'en garde aucun.
text-voice-confident-how = Tapez un nombre de 1 (pas du tout) à 5 (tout à fait). Entrée seule passe la question.
text-voice-way-how = Tapez un numéro. Entrée seule passe la question.
text-model-how = Tapez m puis Entrée pour lire la conversation modèle : une bonne façon d'y arriver. Entrée seule termine ici.
text-promises = Promesses
text-promise = { $what }, { $who }, { $when } : { $state }
text-facts-noticed = Vous en avez tenu compte : { $facts }
text-facts-missed = On vous l'a dit, et vous n'en avez pas tenu compte : { $facts }

## Fenêtre

window-briefing = Préparation
window-conversation = Conversation
window-debrief = Bilan
no-display = Il n'y a pas d'écran ici pour ouvrir la fenêtre. Jouez plutôt dans le terminal : amends play { $file } --text
no-graphics = Aucun pilote graphique ne répond ici, ni Vulkan ni OpenGL. Installez-en un (sous Debian et Ubuntu : mesa-vulkan-drivers), ou jouez dans le terminal : amends play { $file } --text
no-window = La fenêtre n'a pas pu s'ouvrir. Jouez plutôt dans le terminal : amends play { $file } --text
language-en = English
language-fr = Français
language-sw = Kiswahili
place-pool-desk = accueil piscine
place-office = bureau
sector-air-travel = transport aérien
sector-banking = banque
sector-business-software = logiciels d'entreprise
sector-charity = association caritative
sector-clinic = clinique
sector-construction = bâtiment
sector-holiday-park = village de vacances
sector-home-improvement = aménagement de la maison
sector-hospitality = hôtellerie
sector-leisure = loisirs
sector-online-retail = vente en ligne
sector-public-office = service public
sector-recreation = sport et détente
sector-restaurant = restaurant
sector-retail = commerce
sector-shared-services = services partagés
sector-software = logiciels
sector-telecom = télécoms
sector-utility = eau et énergie
place-restaurant = restaurant
place-shop = magasin
place-showroom = salle d'exposition
place-clinic = clinique
place-hotel = hôtel
place-gate = porte
place-park-gate = entrée
place-airport-gate = porte d'embarquement
place-garden = jardin
place-bus-bay = arrêt de bus
place-bank = banque
place-town-hall = mairie
place-home = à domicile
place-building-site = chantier
place-warehouse = entrepôt
place-help-desk = assistance
place-gym = salle de sport
face-furious = colère
face-upset = mécontentement
face-uneasy = tension
face-indifferent = indifférence
face-calm = calme
face-relieved = soulagement
face-delighted = joie
notice-damaged = { $n ->
    [one] Une ligne de { $file } est illisible (ligne { $line }). Elle reste telle quelle ; tout le reste est intact.
   *[other] { $n } lignes de { $file } sont illisibles (la première est la ligne { $line }). Elles restent telles quelles ; tout le reste est intact.
}
notice-unreadable = Les parties enregistrées dans { $file } sont illisibles ({ $why }). Vérifiez que vous avez le droit de lire ce fichier, ou indiquez un autre dossier avec --data DOSSIER.
notice-nothing-to-resume = Aucune partie n'est en cours.
notice-scenario-gone = Le texte que vous avez joué n'est plus gardé ici, et cette conversation a été réécrite depuis ou n'est plus là.
notice-cannot-resume = Impossible de reprendre la partie : { $why }.
briefing-about = Pour vous guider, vous n'aurez que les paroles de { $name }, et sa façon de les dire.
debrief-decisions = { $n ->
    [one] { $n } décision
   *[other] { $n } décisions
}
debrief-not-shown = Pas dans cette réponse.
debrief-passed-but = Votre façon de faire suffit pour réussir, et la fin est pourtant celle-ci : la note compte ce que vous avez dit et fait, la fin montre ce qu'il en reste au client. Regardez où la courbe descend.
debrief-not-passed-but = Pour le client, la fin est plutôt bonne, et la note reste basse : elle compte ce que vous avez dit et fait à chaque décision, et non la façon dont ça s'est terminé.
debrief-note-vague = Personne n'était nommé, ou aucune date n'était fixée : c'est resté sans suite.
debrief-note-impossible = Personne n'aurait pu la tenir.

## Éléments communs

level-of = { $level } sur { $best }
quoted = « { $text } »
quoted-within = “{ $text }”
mode-practice = Exercice
mode-practice-meaning = Un coach commente chacune de vos réponses.
mode-assessment = Évaluation
mode-assessment-meaning = Vous jouez sans commentaires. Le bilan vient à la fin.

## Menu

menu-name = Amends
menu-welcome = Ça s'est mal passé, et le client est devant vous. Exercez-vous ici, où une erreur ne coûte rien.
menu-choose = Choisissez une conversation
menu-customer = Avec { $name }
menu-minutes = { $n ->
    [one] environ une minute
   *[other] environ { $n } minutes
}
menu-beats = { $n ->
    [one] { $n } échange
   *[other] { $n } échanges
}
menu-finished = { $n ->
    [one] terminée une fois
    [2] terminée deux fois
   *[other] terminée { $n } fois
}
menu-unfinished = Conversation interrompue
menu-unfinished-decisions = Avec { $customer } · { $n ->
    [one] { $n } décision prise
   *[other] { $n } décisions prises
}
menu-begun-today = commencé aujourd'hui à { $time }
menu-begun = commencé le { $day } à { $time }
menu-continue = Reprendre où vous en étiez
menu-afresh = Recommencer
menu-broken = impossible à jouer
menu-problem-place = Ligne { $line }, colonne { $column }
menu-problem-help = Que faire : { $help }
menu-copy = Copier le message
menu-copied = Copié
menu-folder-missing = Le dossier des conversations n'existe pas
menu-folder-missing-help = Amends a cherché { $folder }. Créez ce dossier, mettez-y les conversations, puis actualisez.
menu-folder-empty = Il n'y a pas encore de conversations
menu-folder-empty-help = Le dossier { $folder } est vide. Mettez-y des conversations (des fichiers qui finissent par .ron), puis actualisez.
menu-look-again = Actualiser
menu-settings = Réglages
menu-language = Langue
menu-group-looks = Texte et couleurs
menu-group-pace = Rythme et voix
menu-group-you = Qui joue
menu-text-size = Taille du texte
menu-text-smaller = Réduire le texte
menu-text-larger = Agrandir le texte
menu-percent = { $n } %
menu-words-at-once = Texte affiché d'un coup
menu-reduced-motion = Moins d'animations
menu-theme = Couleurs
menu-theme-day = Jour
menu-theme-night = Nuit
menu-theme-contrast = Contraste fort
menu-full-screen = Plein écran (F11)
menu-speed = Vitesse des paroles
menu-speed-slow = Lente
menu-speed-normal = Normale
menu-speed-fast = Rapide
menu-keep-lines = Garder les paroles à l'écran
menu-keep-lines-note = Sinon, ce qui se dit au téléphone s'estompe, comme à l'oreille.
menu-timers = Chrono
menu-timers-note = Par moments, le client n'attend votre réponse qu'un certain temps.
menu-trainee = Votre nom
menu-trainee-hint = facultatif
menu-trainee-note = Le nom que vous voulez. Il ne quitte pas cet appareil.
menu-voice = Deux questions sur le travail
menu-voice-note = Après chaque bilan, sans obligation : si vous vous sentez à l'aise, et ce qui vous en empêcherait.
menu-cohort = Votre groupe
menu-cohort-hint = facultatif
menu-cohort-note = Les essais qui commencent à partir de maintenant comptent pour lui, jusqu'à la fermeture d'Amends.
menu-cohort-now = Vous vous entraînez avec { $name }
menu-key-choose = choisir et ouvrir
menu-key-numbers = ouvrir tout de suite
menu-key-size = taille du texte
menu-quit = Quitter

## Préparation

briefing-title = Avant de commencer
briefing-back = Retour
briefing-authority = Ce que vous pouvez faire sans rien demander
briefing-customer = Face à vous
briefing-practised = Ce que vous travaillez
briefing-keys = Comment jouer
briefing-key-numbers = choisir une réponse
briefing-key-arrows = parcourir, puis choisir
briefing-key-notebook = votre carnet
briefing-key-pause = pause
briefing-mouse = La souris marche partout. Prenez votre temps : il ne compte jamais dans la note.
briefing-timers = Le chrono est activé : par moments, { $name } n'attend votre réponse qu'un certain temps. La pause l'arrête.
briefing-mode = Comment voulez-vous jouer ?
briefing-start = Commencer
briefing-left-rewritten = Elle a été réécrite depuis. Vous continuez avec le texte que vous aviez commencé.
briefing-left-afresh = Recommencer met fin à cet essai. Il est gardé, et n'est jamais noté.

## Bilan

debrief-title = Bilan
debrief-again = Rejouer
debrief-menu = Menu
debrief-question = Que feriez-vous autrement ?
debrief-question-note = D'abord, votre propre regard. Choisissez autant de moments que vous voulez, ou aucun ; voyez ensuite ce que disent les faits.
debrief-pick = Décision { $n } : { $line }
debrief-picked = Vous feriez cela autrement
debrief-own-words = Avec vos mots, si vous voulez
debrief-to-evidence = Voir les faits
debrief-nothing = Je referais tout pareil
debrief-skip = Passer
debrief-look = Votre propre regard
debrief-look-nothing = Vous ne changeriez rien. Les faits ont leur mot à dire là-dessus.
debrief-look-nothing-agrees = Vous ne changeriez rien, et la note est du même avis.
debrief-look-agrees = Décision { $n } : la note est du même avis, { $earned } points sur { $best }.
debrief-look-differs = Décision { $n } : la note ne voit rien de plus fort ici. Faites-vous confiance, et lisez pourquoi.
debrief-look-unscored = Décision { $n } : elle ne compte pas dans la note, qui n'en dit donc rien.
debrief-look-first = La note regarderait d'abord la décision { $n } : { $earned } points sur { $best }.
debrief-retry = Rejouer à partir d'ici
debrief-step = parcourir
debrief-chip-interrupted = interrompue
debrief-interrupted = Vous avez arrêté avant la fin.
debrief-interrupted-meaning = Vous pouvez relire ce que vous avez dit, et en tirer des leçons. Cette partie n'est pas notée.
debrief-left = À la fin, { $customer } ressent :
debrief-was = Quand vous avez arrêté, { $customer } ressentait :
debrief-handled = Votre façon de faire
debrief-no-evidence = trop peu d'éléments
debrief-from-decisions = { $n ->
    [0] aucune décision
    [one] { $n } décision
   *[other] { $n } décisions
}
debrief-not-scored = Pas de note, parce que vous avez arrêté avant la fin.
debrief-overall = Ensemble
debrief-overall-none = Trop peu de décisions pour une note. Reprenez à partir de l'une d'elles.
debrief-of-hundred = { $n } sur 100
debrief-passed = réussi
debrief-not-yet = pas encore
debrief-needed = Il faut { $n } pour réussir.
debrief-one-too-low = Pour réussir, il faut { $n }, et rien qui soit loin en dessous.
debrief-share = Chaque nombre est la part que vous avez obtenue de ce que vos décisions pouvaient rapporter.
debrief-share-and-range = Chaque nombre est la part que vous avez obtenue de ce que vos décisions pouvaient rapporter. Le trait fin montre ce qu'une partie peut atteindre.
debrief-possible = possible ici : { $low }–{ $high }
debrief-mood = Comment { $customer } l'a vécu
debrief-point = Décision { $n } : { $feeling }
debrief-point-picked = Décision { $n } : { $feeling }, vous feriez autrement
debrief-point-before = avant la décision { $n } : { $feeling }
debrief-point-end = à la fin : { $feeling }
debrief-decision = Décision { $n } sur { $of }
debrief-unscored = ne compte pas
debrief-you-said = Vous avez dit
debrief-you-said-best = Vous avez dit, et rien de mieux ne s'offrait
debrief-would-have-landed = Ce qui aurait porté
debrief-fact-noticed = Vous avez relevé : { $fact }
debrief-fact-missed = Vous a échappé : { $fact }
debrief-closed = Fermé par votre choix : jusqu'ici, « { $before } » restait possible. À partir d'ici, au mieux : « { $after } ».
debrief-promises = Promesses
debrief-no-promises = Vous n'avez rien promis.
debrief-promise-who = par { $who }
debrief-facts = Ce que vous a dit { $customer }
debrief-noticed = Vous avez relevé
debrief-missed = Vous a échappé

## Bilan : la conversation modèle, les buts, la valeur

step-listen = Écouter
step-name-it = Nommer
step-own-it = Assumer
step-offer = Proposer
step-promise = Promettre
step-follow-up = Donner suite
debrief-model = Suivre la conversation modèle
debrief-model-title = La conversation modèle
debrief-model-note = Une bonne façon de faire parmi d'autres. Au-dessus de chaque réponse, les étapes qu'elle franchit.
debrief-model-said = Une réponse forte
debrief-model-coach = Ce qu'en dit le coach
debrief-model-earlier = { $step } : déjà franchie
debrief-model-feels = Ensuite : { $feeling }
debrief-model-then = Ensuite, { $customer } ressent :
debrief-model-end = Comment ça finit pour { $customer }
debrief-model-before = Retour
debrief-model-next = Suite
debrief-model-back = À mon bilan
debrief-goal = Un but pour la prochaine fois
debrief-goal-from = Tiré de « { $competency } », où il y a le plus à gagner. Choisissez :
debrief-goal-own = Ou avec vos mots : la prochaine fois, je veux…
debrief-goal-keep = Garder mes mots
debrief-goal-kept = La prochaine fois : { $goal }
debrief-goal-recalled = Votre prochaine préparation vous le rappellera.
debrief-save = À emporter
debrief-save-page = Enregistrer une page à imprimer
debrief-save-picture = Enregistrer une image
debrief-saving = L'image est en cours…
debrief-saved = Enregistré : { $file }
debrief-not-saved = Impossible d'enregistrer { $file } ({ $why }).
debrief-no-picture = Aucune image n'a pu être prise. La page à imprimer contient la même chose, et plus.
voice-title = Deux questions sur votre travail
voice-who-sees = Sans obligation. Vos réponses restent avec votre essai ; les rapports ne les comptent que pour des groupes de cinq personnes et plus, et celle d'une seule personne n'est jamais montrée.
voice-confident = À quel point vous sentez-vous à l'aise pour avoir cette conversation au travail ?
voice-not-at-all = pas du tout
voice-very = tout à fait
voice-confidence = { $n } sur 5
voice-in-the-way = Qu'est-ce qui vous en aurait empêché, au travail ?
voice-policy = Une règle l'interdit
voice-authority = Quelqu'un d'autre décide
voice-information = Impossible de le savoir
voice-time = Le temps manque
voice-tools = Les moyens manquent
voice-nothing = Rien
voice-kept = C'est noté. Vous pouvez changer de réponse tant que vous êtes ici.
voice-open = Deux questions
voice-pass = Ne pas répondre
briefing-goal = La dernière fois, vous vouliez :
goal-listening-finish = laisser le client finir avant de répondre
goal-listening-say-back = reprendre un fait qu'on m'a donné et redire ce que j'ai compris
goal-listening-cause = chercher la cause et vérifier que j'ai bien compris
goal-apology-plain = dire clairement ce qui n'a pas marché, et que l'erreur vient de nous
goal-apology-cost = nommer ce que ça a coûté à ce client
goal-apology-once = m'excuser une fois, sans « si » ni « mais », puis agir
goal-account-mine = faire mien le problème au lieu de le passer à d'autres
goal-account-now = faire ce que j'ai le droit de faire, et dire la suite
goal-account-lasting = proposer une aide immédiate et aussi une solution durable
goal-follow-specific = dire ce qui sera fait, par qui et pour quand
goal-follow-warn = tenir ma promesse, ou prévenir avant l'échéance
goal-follow-ask = demander après coup si la solution a marché
impact-staying = Sur 100 clients pour qui ça finit ainsi, peut-être { $low } à { $high } sont encore clients un an plus tard.
impact-brings = Ils en amènent peut-être { $low } à { $high } autres.
impact-nobody = Ils n'en amènent pas d'autres et n'en éloignent pas.
impact-keeps-away = Ils en éloignent peut-être { $low } à { $high } autres.
impact-label = Simulé : une fourchette fondée sur des hypothèses, pas une mesure, et jamais l'argent d'une seule personne.

## Conversation
conversation-turn = Échange { $turn }
conversation-keeping = Enregistrement de votre réponse…
conversation-listen = D'abord, écoutez
conversation-read = D'abord, lisez
conversation-all-words = Tout afficher
conversation-you-said = Vous avez dit
conversation-you-did = Vous avez fait
conversation-more-below = la suite ↓
conversation-coach = Votre coach
conversation-choose = Que dites-vous ?
conversation-choose-act = Que faites-vous ?
conversation-choose-written = Qu'écrivez-vous ?
conversation-choose-mail = Quel e-mail envoyez-vous ?
conversation-choose-public = Que répondez-vous, à la vue de tous ?
conversation-paraphrase = Qu'avez-vous entendu ?
conversation-paraphrase-help = Cochez ce que le client vous a dit. Laissez ce que personne n'a dit.
conversation-heard = Ce que j'ai entendu : { $fragments }.
conversation-heard-nothing = Rien n'est encore coché.
conversation-say = Le dire
conversation-commit = Promettez ce que vous tiendrez
conversation-commit-help = Faites un choix par ligne. Vous verrez ensuite ce que vous direz.
conversation-what = Ce qui sera fait
conversation-who = Qui en répond
conversation-when = Pour quand
conversation-which = En quels termes
conversation-promise = Promettre
conversation-change = Modifier
conversation-over = La conversation est terminée
conversation-over-next = Soufflez un instant. D'abord votre propre regard, puis ce que cela a fait à { $name }.
conversation-to-debrief = Voir le bilan
conversation-notebook-count = Carnet · { $count }
conversation-facts = Ce qu'on vous a dit
conversation-no-facts = Rien encore. Les faits s'inscrivent ici quand le client vous les confie.
conversation-promises = Vos promesses
conversation-no-promises = Aucune promesse en cours.
conversation-promise-line = Qui : { $who } · Pour quand : { $when }
conversation-close = Fermer
conversation-pause = Pause
conversation-paused = En pause
conversation-go-on = Reprendre
conversation-leave = Quitter sans rien perdre
conversation-leave-note = Vous pourrez reprendre ici plus tard.
conversation-text-size = Taille du texte
conversation-text-smaller = Réduire le texte
conversation-text-bigger = Agrandir le texte
conversation-will-wait = { $name } attendra votre réponse { $n } s.
conversation-waits = { $name } attend. { $n } s
conversation-wait-begins = { $name } attend votre réponse { $n ->
    [one] { $n } seconde.
   *[other] { $n } secondes.
}
conversation-wait-left = { $n ->
    [one] Encore { $n } seconde.
   *[other] Encore { $n } secondes.
}
conversation-hear-again = Réécouter
conversation-thread = Ce qui a été écrit jusqu'ici
conversation-earlier = { $n ->
    [one] un message précédent
   *[other] { $n } messages précédents
}
conversation-said-by = { $name } : { $words }
conversation-you = Vous
conversation-us = Service clients
conversation-writing = écrit …
conversation-sent = Envoyé
conversation-seen = Lu
conversation-mail-from = De
conversation-mail-to = À
conversation-mail-subject = Objet
conversation-mail-re = Re : { $subject }
# The words a scene says before the subject of a mail and a colon.
conversation-mail-subject-line = L'objet
conversation-draft = Brouillon
conversation-public = Public · tout le monde lit ceci
conversation-watching = environ { $n } personnes regardent
conversation-now-face-to-face = Face à face.
conversation-now-phone = Au téléphone.
conversation-now-email = Par e-mail.
conversation-now-chat = Dans le chat.
conversation-now-social = En public, en ligne.
conversation-hold = En attente : { $time }.
conversation-waited = { $name } a attendu : { $time }.
time-seconds = { $n ->
    [one] une seconde
   *[other] { $n } secondes
}
time-minutes = { $n ->
    [one] une minute
   *[other] { $n } minutes
}
time-hours = { $n ->
    [one] une heure
   *[other] { $n } heures
}
time-days = { $n ->
    [one] un jour
   *[other] { $n } jours
}
conversation-key-all-words = tout voir
conversation-key-choose = choisir
conversation-key-move = parcourir, choisir
conversation-key-mark = cocher
conversation-key-say = le dire
conversation-key-clear = effacer
conversation-key-pick = choisir sur la ligne
conversation-key-row = autre ligne
conversation-key-debrief = bilan
conversation-key-notebook = carnet
conversation-key-pause = pause

## La page de l'animation

guide-page = Pour l'animation
guide-minutes = { $n } minutes en tout
guide-play-minutes = dont { $n } de jeu
guide-aim = But
guide-set-up = Avant de commencer
guide-pauses = Où s'arrêter, et quoi demander
guide-debrief = Cinq questions pour après
guide-variation = Une autre fois

## Parcours

course-before = Voir où vous en êtes
course-example = Lire un exemple
course-hints = S'exercer, avec conseils
course-alone = S'exercer, sans aide
course-transfer = Autre client, sans aide
course-after = Voir le chemin parcouru
course-again = Rejouer
course-by-chance = une conversation tirée au sort
course-example-intro = Voici comment ça peut se passer. « { $title } », vu depuis la fin : ce que chaque réponse a changé, et pourquoi.
course-stages-done = { $done } étapes terminées sur { $all }
course-mark-done = fait
course-mark-next = ENSUITE
course-mark-waits = attend
course-stage = { $kind } : { $title }
course-stage-on = { $kind } : { $title }, le { $day }
course-stage-from = { $kind } : { $title }, à partir du { $day }

## La vue de présentation

guide-open = Pour l'animation
guide-reveal = Question suivante
guide-hidden = Question { $n } · cachée tant que vous n'appuyez pas sur →
guide-revealed = { $n } sur { $all }
guide-hide = la cacher de nouveau
guide-in-en = Cette page est en anglais.
guide-in-fr = Cette page est en français.
guide-in-sw = Cette page est en swahili.
guide-in-other = Cette page est dans une autre langue ({ $language }).
## The live board

window-live = Tableau en direct
live-title = Tableau en direct
live-open = Tableau en direct
live-as-of = état à { $time }
live-everybody = Tout le monde, aujourd'hui
live-begun = ont commencé
live-under-way = en conversation
live-following-up = au suivi
live-finished = ont terminé
live-stopped = ont arrêté
live-few = moins de 5
live-held = non montré
live-rest = { $told } : { $what }
live-people = { $n ->
    [one] 1 personne
   *[other] { $n } personnes
}
live-how = Comment se sont passées les conversations
live-results = La première conversation terminée de { $n } personnes. Les suivantes s'ajoutent cinq par cinq, pour qu'un changement ne trahisse personne.
live-no-results = Les résultats s'affichent à partir de cinq personnes, puis cinq par cinq, pour que personne ne soit seul.
live-bands-held = les autres ne sont pas montrés
live-endings = Comment les clients sont repartis
live-in-the-way = Ce qui l'empêcherait au travail
live-answered = Ce qu'ont dit { $n } personnes. Les réponses suivantes s'ajoutent cinq par cinq.
live-no-answers = Les réponses s'affichent à partir de cinq personnes.
live-confident = À l'aise pour une telle conversation au travail : { $whole },{ $tenth } sur 5 en moyenne
live-unnamed = Les essais sans nom comptent pour une seule personne.
live-empty = Personne n'a encore commencé. Ce tableau se remplit tout seul.
live-unreadable = Les essais ne peuvent pas être lus pour le moment ({ $why }). Amends continue d'essayer.
live-names = Afficher les noms
live-names-hide = Masquer les noms
live-names-ask = Toutes les personnes qui voient cet écran liront qui a terminé. Aucun résultat n'accompagne un nom.
live-names-yes = Les afficher
live-names-no = Les garder masqués
live-who-finished = Ont terminé

## La préparation d'une autre version, et les parcours dans le menu

briefing-who = Qui vient aujourd'hui
briefing-as-written = { $name }, comme dans l'histoire
briefing-other = { $name }, même situation : { $temperament }
persona-analytical = veut des faits et des raisons
persona-anxious = s'inquiète vite
persona-at-fault = un peu en tort
persona-expressive = ne cache pas ses émotions
persona-language-learner = maîtrise mal la langue
persona-loyal-regular = vient souvent, on se connaît
persona-silent = parle peu
persona-vip = grand compte
window-facilitator = Pour l'animation
menu-courses = Parcours
menu-course-progress = Étapes faites : { $done } sur { $all }
menu-course-next = Ensuite : { $kind } · { $title }
menu-course-waits = { $title } encore une fois, à partir du { $day } : une pause aide à retenir
menu-course-done = Tout est fait, révisions comprises
menu-course-seen = Vous l'avez déjà jouée : elle mesure moins bien.
menu-course-begin = Commencer
menu-course-go-on = Continuer
notice-course-broken = Le parcours { $file } est illisible. `amends check` dit pourquoi.
notice-course-gone = La conversation { $id } de ce parcours est introuvable ici.
notice-no-example = { $title } n'a pas d'exemple à lire.

## Un scénario réécrit pendant qu'il est ouvert

rewriting-changed = Le scénario a changé.
rewriting-back = { $n ->
    [one] Le scénario a changé ; vous voici une décision plus tôt.
   *[other] Le scénario a changé ; vous voici { $n } décisions plus tôt.
}
rewriting-after = Le scénario a changé. Vous voyez ce que vous avez joué ; pour jouer le nouveau texte, réessayez.
rewriting-broken = Dans son état actuel, ce texte ne peut pas être joué
rewriting-more = { $n ->
    [one] et 1 autre remarque
   *[other] et { $n } autres remarques
}
rewriting-go-on = Vous pouvez continuer avec le texte d'avant. Cette fiche disparaît d'elle-même dès que le fichier est de nouveau en ordre.
rewriting-show = Montrer
rewriting-fold = Replier
rewriting-close = Fermer

## Écritures et sons

letters-written = Cette conversation est écrite en { $language }.
letters-order = Elle se lit de droite à gauche, et cette fenêtre ne place les mots que de gauche à droite : ses phrases seraient dans le désordre.
letters-boxes = Les caractères dont Amends dispose ne la couvrent pas toute : { $n ->
    [one] un de ses caractères s'afficherait comme une case vide.
   *[other] { $n } de ses caractères s'afficheraient comme des cases vides.
}
letters-play-as-text = Jouez-la dans le terminal avec `{ $command }`.
letters-play-or-bring = Jouez-la dans le terminal avec `{ $command }`, ou mettez dans { $folder } un fichier de police (.ttf ou .otf) qui la couvre, puis rouvrez Amends.
letters-other = langue « { $tag } »
notice-no-typeface = { $file } n'est pas un fichier de police qu'Amends sait lire. Remplacez-le, ou retirez-le.
tongue-am = amharique
tongue-ar = arabe
tongue-bn = bengali
tongue-fa = persan
tongue-he = hébreu
tongue-hi = hindi
tongue-ja = japonais
tongue-ko = coréen
tongue-ta = tamoul
tongue-th = thaï
tongue-ti = tigrigna
tongue-ur = ourdou
tongue-zh = chinois
menu-sounds-spoken = paroles lues
menu-speak = Lire à voix haute les paroles du client
menu-speak-note = La voix de votre système dit ce que dit le client ; tout est aussi écrit à l'écran. Quand un lecteur d'écran lit cette fenêtre, Amends se tait, pour que rien ne soit dit deux fois.
menu-speak-read = Un lecteur d'écran, ou une autre aide, lit cette fenêtre en ce moment. Amends se tait donc, et rien n'est dit deux fois.
menu-speak-missing = Rien ne peut être lu : le service vocal de votre système (le programme { $program }) est introuvable. Sous Linux, installez le paquet speech-dispatcher, puis rouvrez Amends. Sans lui, vous ne perdez rien.
menu-speak-failed = Le service vocal de votre système (le programme { $program }) n'a pas pu parler. Vérifiez qu'il dispose d'une voix. Sans lui, vous ne perdez rien.
menu-volume = Volume
menu-volume-softer = Moins fort
menu-volume-louder = Plus fort
menu-volume-note = Les lieux, les messages et le téléphone. Tout ce qui s'entend se voit aussi.
