# Texts of the interface, in English. Keys are grouped by screen; values in braces are filled in.

## Words of the model, shared by every screen and the terminal

feeling-happy = happy
feeling-indifferent = indifferent
feeling-upset = upset
outcome-returns = Comes back and tells others
outcome-passive = Stays quiet, may drift away
outcome-complains = Complains: there is still a chance
outcome-walks-away = Walks away for good
outcome-goes-public = Tells the public
phase-before = Before
phase-during = During
phase-after = After
channel-face-to-face = Face to face
channel-phone = Phone
channel-email = E-mail
channel-chat = Chat
channel-social = In public, online
band-start = starting out
band-developing = developing
band-dependable = dependable
band-strong = strong
promise-open = open
promise-kept = kept
promise-broken = broken
promise-lapsed = came to nothing
promise-left-open = not yet due
promise-moved = date moved, not yet due at the end
promise-never-due = never due, because no date was set
promise-overdue = its time came, and nobody went back to it
promise-nobody = someone
promise-no-date = no date
you-said-nothing = (You said nothing.)

## Happenings, in any front end

event-new-contact = Later.
event-days-later = { $days ->
    [one] One day later.
   *[other] { $days } days later.
}
event-promise-made = You promised: { $promise }.
event-promise-kept = Promise kept: { $promise }.
event-promise-broken = Promise broken: { $promise }.
event-promise-lapsed = Nothing came of it: { $promise }.
event-promise-moved = New date agreed: { $promise }.
event-left = { $name } has had enough and leaves.

## Terminal

ask-choose = What do you say? Type a number.
ask-choose-written = What do you write? Type a number.
ask-choose-do = What do you do? Type a number.
ask-paraphrase-text = What did you hear? Type the numbers of everything that was really said, for example: 1 3
ask-commit-text = What do you promise? What, who, by when: type a number.
ask-nothing = The conversation is over.
heard-all = You named everything that was said ({ $of }).
heard-some = You named { $n } of { $of } things that were said.
heard-decoys = { $n ->
    [0] Nothing in it was made up.
    [one] One thing in it nobody said.
   *[other] { $n } things in it nobody said.
}
coach-mark = { "  Coach: " }
text-intro = Type a number and press Enter. Type q to stop; your place is kept.
text-you-may = You may:
text-help-one = Type one number from 1 to { $n }, or q to stop.
text-help-silence = You may also type silence, and say nothing for as long as the customer waits.
text-help-several = Type one or more numbers from 1 to { $n }, with spaces between, or q to stop.
text-kept = Your place is kept. Go on with the same command and --resume at its end.
text-resuming = Going on where you stopped, after { $n ->
    [one] one reply.
   *[other] { $n } replies.
}
text-resume-question = You stopped in the middle of this conversation. Go on there? [Y/n]
text-yes = y yes
text-no = n no
text-debrief = DEBRIEF
text-handled = How you handled it
text-score = { $name }: { $score } of 100, { $band } ({ $n ->
    [one] one decision
   *[other] { $n } decisions
})
text-score-little = { $name }: not enough evidence ({ $n ->
    [one] one decision
   *[other] { $n } decisions
})
text-score-none = { $name }: not asked for in this conversation
text-mode = { $mode }. { $meaning }
text-overall = Overall: { $score } of 100, { $band }. { $passed ->
    [yes] This reaches the pass mark.
   *[no] This does not reach the pass mark yet.
}
text-no-overall = Overall: not enough evidence.
text-interrupted = This attempt was stopped before its end. It is not scored in reports.
text-decisions = Decision by decision
text-customer-said = { $name }: { $cue }
text-you-said = You: { $line }
text-you-silent = You said nothing.
text-you-heard = You heard: { $line }
text-level = { $name } { $earned } of { $best }{ $anchor }
text-not-shown = , not shown
text-better = Stronger: { $line }
text-look = { $n ->
    [one] You would do differently: decision { $decisions }
   *[other] You would do differently: decisions { $decisions }
}
text-look-nothing = You would change nothing.
text-question-how = Type the numbers of those decisions, and after them your own words if you like; 0 for nothing. Enter alone passes the question.
text-goal-how = Type a number, or a goal in your own words. Enter alone keeps none.
text-voice-confident-how = Type a number from 1 (not at all) to 5 (very). Enter alone passes the question.
text-voice-way-how = Type a number. Enter alone passes the question.
text-model-how = Type m and press Enter to read the model conversation: one good way through. Enter alone ends here.
text-promises = Promises
text-promise = { $what }, { $who }, { $when }: { $state }
text-facts-noticed = You took up: { $facts }
text-facts-missed = You were told, and did not take up: { $facts }

## Window

window-briefing = Briefing
window-conversation = Conversation
window-debrief = Debrief
no-display = There is no display here to open the window on. Play in the terminal instead: amends play { $file } --text
no-graphics = No graphics driver answers here, neither Vulkan nor OpenGL. Install one (on Debian and Ubuntu: mesa-vulkan-drivers), or play in the terminal: amends play { $file } --text
no-window = The window could not be opened. Play in the terminal instead: amends play { $file } --text
language-en = English
language-fr = Français
language-sw = Kiswahili
place-pool-desk = pool desk
place-office = office
sector-air-travel = air travel
sector-banking = banking
sector-business-software = business software
sector-charity = charity
sector-clinic = clinic
sector-construction = construction
sector-holiday-park = holiday park
sector-home-improvement = home improvement
sector-hospitality = hospitality
sector-leisure = leisure
sector-online-retail = online retail
sector-public-office = public office
sector-recreation = recreation
sector-restaurant = restaurant
sector-retail = retail
sector-shared-services = shared services
sector-software = software
sector-telecom = telecom
sector-utility = utility
place-restaurant = restaurant
place-shop = shop
place-showroom = showroom
place-clinic = clinic
place-hotel = hotel
place-gate = gate
place-park-gate = gate
place-airport-gate = gate
place-garden = garden
place-bus-bay = bus stop
place-bank = bank
place-town-hall = town hall
place-home = at home
place-building-site = building site
place-warehouse = warehouse
place-help-desk = help desk
place-gym = gym
face-furious = furious
face-upset = upset
face-uneasy = uneasy
face-indifferent = indifferent
face-calm = calm
face-relieved = relieved
face-delighted = delighted
notice-damaged = { $n ->
    [one] One line of { $file } cannot be read (line { $line }). It is left as it is; everything else is safe.
   *[other] { $n } lines of { $file } cannot be read (the first is line { $line }). They are left as they are; everything else is safe.
}
notice-unreadable = The attempts in { $file } cannot be read ({ $why }). Check that you may read the file, or name another folder with --data FOLDER.
notice-nothing-to-resume = There is no unfinished attempt.
notice-scenario-gone = The text you played is not kept here any more, and this conversation has been rewritten since or is gone.
notice-cannot-resume = The attempt cannot be gone on with: { $why }.
briefing-about = All you have to go by is what { $name } says, and how.
debrief-decisions = { $n ->
    [one] one decision
   *[other] { $n } decisions
}
debrief-not-shown = Not in this reply.
debrief-passed-but = You handled it well enough to pass, and the customer still ended like this: the score counts what you said and did, the ending what it left behind. Look where the line falls.
debrief-not-passed-but = The customer ended well enough, and the score is still low: it counts what you said and did on each decision, not how it came out.
debrief-note-vague = Nobody was named, or no date was set, so nothing came of it.
debrief-note-impossible = Nobody could have kept it.

## Widgets

level-of = { $level } of { $best }
quoted = “{ $text }”
quoted-within = ‘{ $text }’
mode-practice = Practice
mode-practice-meaning = A coach comments after each of your replies.
mode-assessment = Assessment
mode-assessment-meaning = You play without comments. Feedback comes at the end.

## Menu

menu-name = Amends
menu-welcome = Something went wrong, and a customer is in front of you. Practise here, where a mistake costs nothing.
menu-choose = Choose a conversation
menu-customer = With { $name }
menu-minutes = { $n ->
    [one] about a minute
   *[other] about { $n } minutes
}
menu-beats = { $n ->
    [one] 1 turn
   *[other] { $n } turns
}
menu-finished = { $n ->
    [one] finished once
    [2] finished twice
   *[other] finished { $n } times
}
menu-unfinished = You stopped in the middle
menu-unfinished-decisions = With { $customer } · { $n ->
    [one] 1 decision made
   *[other] { $n } decisions made
}
menu-begun-today = begun today at { $time }
menu-begun = begun on { $day } at { $time }
menu-continue = Continue where you stopped
menu-afresh = Start afresh
menu-broken = cannot be played
menu-problem-place = Line { $line }, column { $column }
menu-problem-help = What to do: { $help }
menu-copy = Copy the message
menu-copied = Copied
menu-folder-missing = There is no folder with conversations
menu-folder-missing-help = Amends looked for { $folder }. Make this folder, put the conversations into it, and look again.
menu-folder-empty = There are no conversations yet
menu-folder-empty-help = The folder { $folder } is empty. Put conversations into it (files that end in .ron), and look again.
menu-look-again = Look again
menu-settings = Settings
menu-language = Language
menu-group-looks = Text and colours
menu-group-pace = Pace and sound
menu-group-you = Who plays
menu-text-size = Text size
menu-text-smaller = Smaller text
menu-text-larger = Larger text
menu-percent = { $n } %
menu-words-at-once = Show each line at once
menu-reduced-motion = Less movement
menu-theme = Colours
menu-theme-day = Day
menu-theme-night = Night
menu-theme-contrast = High contrast
menu-full-screen = Full screen (F11)
menu-speed = How fast words come
menu-speed-slow = Slow
menu-speed-normal = Normal
menu-speed-fast = Fast
menu-keep-lines = Keep lines on screen
menu-keep-lines-note = Off, what is said on the phone grows faint, as it does in the ear.
menu-timers = Timers
menu-timers-note = Now and then a customer waits only so long for your reply.
menu-trainee = Your name
menu-trainee-hint = not needed
menu-trainee-note = Any name you like. It stays on this machine.
menu-voice = Two questions about work
menu-voice-note = After each debrief, and never needed: how confident you feel, and what would stand in your way.
menu-cohort = Your group
menu-cohort-hint = not needed
menu-cohort-note = Attempts that begin from now on count for it, until Amends is closed.
menu-cohort-now = You train with { $name }
menu-key-choose = choose and open
menu-key-numbers = open at once
menu-key-size = text size
menu-quit = Quit

## Briefing

briefing-title = Before you start
briefing-back = Back
briefing-authority = What you may do without asking anyone
briefing-customer = Your customer
briefing-practised = What you practise
briefing-keys = How to play
briefing-key-numbers = choose a reply
briefing-key-arrows = look through, then choose
briefing-key-notebook = your notebook
briefing-key-pause = pause
briefing-mouse = The mouse works everywhere. Take your time: it is never scored.
briefing-timers = Timers are on: in some moments { $name } waits only so long for your reply. A pause stops the time.
briefing-mode = How do you want to play?
briefing-start = Start
briefing-left-rewritten = It has been rewritten since. You go on with the text you began.
briefing-left-afresh = Starting afresh gives that attempt up. It is kept, and never scored.

## Debrief

debrief-title = Debrief
debrief-again = Play again
debrief-menu = Menu
debrief-question = What would you do differently?
debrief-question-note = Your own look comes first. Pick as many moments as you like, or none; then see what the evidence says.
debrief-pick = Decision { $n }: { $line }
debrief-picked = You would do this differently
debrief-own-words = In your own words, if you like
debrief-to-evidence = See the evidence
debrief-nothing = I would do it all again
debrief-skip = Skip
debrief-look = Your own look
debrief-look-nothing = You would change nothing. The evidence has something to say to that.
debrief-look-nothing-agrees = You would change nothing, and the score agrees.
debrief-look-agrees = Decision { $n }: the score agrees, { $earned } of { $best } points.
debrief-look-differs = Decision { $n }: the score sees nothing stronger here. Trust yourself, and read why.
debrief-look-unscored = Decision { $n }: it does not count in the score, so the score has no opinion.
debrief-look-first = The score would look at decision { $n } first: { $earned } of { $best } points.
debrief-retry = Try again from here
debrief-step = step through
debrief-chip-interrupted = not finished
debrief-interrupted = You stopped before the end.
debrief-interrupted-meaning = You can read what you said, and learn from it. This attempt is not scored.
debrief-left = { $customer } left
debrief-was = When you stopped, { $customer } was
debrief-handled = How you handled it
debrief-no-evidence = not enough evidence
debrief-from-decisions = { $n ->
    [0] no decision
    [one] 1 decision
   *[other] { $n } decisions
}
debrief-not-scored = Not scored, because you stopped before the end.
debrief-overall = Overall
debrief-overall-none = Too few decisions for a score. Try again from one of them.
debrief-of-hundred = { $n } of 100
debrief-passed = pass
debrief-not-yet = not yet
debrief-needed = A pass needs { $n }.
debrief-one-too-low = A pass needs { $n }, and no part far below it.
debrief-share = Each number is the share of what you could earn on the decisions you faced.
debrief-share-and-range = Each number is the share of what you could earn on the decisions you faced. The thin line shows what a play can reach.
debrief-possible = possible here: { $low }–{ $high }
debrief-mood = How it went for { $customer }
debrief-point = Decision { $n }: { $feeling }
debrief-point-picked = Decision { $n }: { $feeling }, you would do it differently
debrief-point-before = before decision { $n }: { $feeling }
debrief-point-end = at the end: { $feeling }
debrief-decision = Decision { $n } of { $of }
debrief-unscored = does not count
debrief-you-said = You said
debrief-you-said-best = You said, and nothing better was on offer
debrief-would-have-landed = What would have landed
debrief-fact-noticed = You noticed: { $fact }
debrief-fact-missed = You missed: { $fact }
debrief-closed = Closed by your choice: until here “{ $before }” was still within reach. From here on, at best: “{ $after }”.
debrief-promises = Promises
debrief-no-promises = You made no promise.
debrief-promise-who = by { $who }
debrief-facts = What { $customer } told you
debrief-noticed = You noticed
debrief-missed = You missed

## Debrief: the model conversation, goals, worth

step-listen = Listen
step-name-it = Name it
step-own-it = Own it
step-offer = Offer
step-promise = Promise
step-follow-up = Follow up
debrief-model = Play the model conversation
debrief-model-title = The model conversation
debrief-model-note = One good way through, not the only one. Above each reply, the steps it takes.
debrief-model-said = A strong reply
debrief-model-coach = What the coach says
debrief-model-earlier = { $step }: taken before
debrief-model-feels = Afterwards: { $feeling }
debrief-model-then = Afterwards, { $customer } is
debrief-model-end = How { $customer } ends
debrief-model-before = Back
debrief-model-next = Next
debrief-model-back = To my debrief
debrief-goal = A goal for next time
debrief-goal-from = From { $competency }, where there is most to gain. Choose one:
debrief-goal-own = Or in your own words: next time I want to …
debrief-goal-keep = Keep my own words
debrief-goal-kept = Next time: { $goal }
debrief-goal-recalled = Your next briefing reminds you of it.
debrief-save = Take it with you
debrief-save-page = Save as a page to print
debrief-save-picture = Save as a picture
debrief-saving = The picture is being taken …
debrief-saved = Saved: { $file }
debrief-not-saved = { $file } could not be saved ({ $why }).
debrief-no-picture = No picture could be taken. The page to print holds the same, and more.
voice-title = Two questions about your work
voice-who-sees = Not needed. Answers are kept with your attempt; reports count them only for groups of five and more, and nobody's answer is shown alone.
voice-confident = How confident do you feel to have this conversation at work?
voice-not-at-all = not at all
voice-very = very
voice-confidence = { $n } of 5
voice-in-the-way = What would have stood in your way here, at work?
voice-policy = A rule forbids it
voice-authority = Somebody else decides
voice-information = I could not find it out
voice-time = There is no time
voice-tools = The means are missing
voice-nothing = Nothing
voice-kept = Kept. You can choose another answer while you are here.
voice-open = Two questions
voice-pass = Leave them unanswered
briefing-goal = Last time you wanted to:
goal-listening-finish = let the customer finish before I answer
goal-listening-say-back = use a fact they gave me, and say back what I understood
goal-listening-cause = look for the cause, and check that I have it right
goal-apology-plain = say plainly what went wrong, and that it was our mistake
goal-apology-cost = name what it cost this customer
goal-apology-once = say sorry once, without “if” or “but”, and then act
goal-account-mine = make the problem mine instead of passing it on
goal-account-now = do what I am allowed to do, and say what happens next
goal-account-lasting = offer help for now as well as a lasting solution
goal-follow-specific = say what will be done, who does it and by when
goal-follow-warn = keep my promise, or warn before it is due
goal-follow-ask = ask afterwards whether the solution worked
impact-staying = Of 100 customers who end like this, perhaps { $low } to { $high } are still customers a year later.
impact-brings = They bring perhaps { $low } to { $high } new ones.
impact-nobody = They neither bring others nor keep them away.
impact-keeps-away = They keep perhaps { $low } to { $high } others away.
impact-label = Simulated: a range from assumptions, not a measurement, and never about one person's money.

## Conversation
conversation-turn = Turn { $turn }
conversation-keeping = Keeping your reply …
conversation-listen = First, listen
conversation-read = First, read
conversation-all-words = Show all the words
conversation-you-said = You said
conversation-you-did = You did
conversation-more-below = more below ↓
conversation-coach = Your coach
conversation-choose = What do you say?
conversation-choose-act = What do you do?
conversation-choose-written = What do you write?
conversation-choose-mail = Which mail do you send?
conversation-choose-public = What do you answer, for all to read?
conversation-paraphrase = What did you hear?
conversation-paraphrase-help = Mark what the customer told you. Leave out what nobody said.
conversation-heard = What I heard: { $fragments }.
conversation-heard-nothing = Nothing is marked yet.
conversation-say = Say it
conversation-commit = Make a promise you can keep
conversation-commit-help = Pick one in each row. Then you see the words you will say.
conversation-what = What will happen
conversation-who = Who answers for it
conversation-when = By when
conversation-which = In which words
conversation-promise = Promise it
conversation-change = Change
conversation-over = The conversation is over
conversation-over-next = Take a breath. First comes your own look back, and then what it did to { $name }.
conversation-to-debrief = See the debrief
conversation-notebook-count = Notebook · { $count }
conversation-facts = What you heard
conversation-no-facts = Nothing yet. Facts appear here when the customer tells you.
conversation-promises = What you promised
conversation-no-promises = No open promise.
conversation-promise-line = Who: { $who } · By when: { $when }
conversation-close = Close
conversation-pause = Pause
conversation-paused = Paused
conversation-go-on = Go on
conversation-leave = Leave, keep my place
conversation-leave-note = You can go on later from here.
conversation-text-size = Text size
conversation-text-smaller = Smaller text
conversation-text-bigger = Larger text
conversation-will-wait = { $name } will wait { $n } s for your reply.
conversation-waits = { $name } waits. { $n } s
conversation-wait-begins = { $name } waits { $n ->
    [one] one second
   *[other] { $n } seconds
} for your reply.
conversation-wait-left = { $n ->
    [one] One second left.
   *[other] { $n } seconds left.
}
conversation-hear-again = Hear it again
conversation-thread = What was written so far
conversation-earlier = { $n ->
    [one] one earlier message
   *[other] { $n } earlier messages
}
conversation-said-by = { $name }: { $words }
conversation-you = You
conversation-us = Customer service
conversation-writing = writing …
conversation-sent = Sent
conversation-seen = Read
conversation-mail-from = From
conversation-mail-to = To
conversation-mail-subject = Subject
conversation-mail-re = Re: { $subject }
# The words a scene says before the subject of a mail and a colon.
conversation-mail-subject-line = subject line
conversation-draft = Draft
conversation-public = Public · everybody reads this
conversation-watching = about { $n } people are watching
conversation-now-face-to-face = Face to face.
conversation-now-phone = On the phone.
conversation-now-email = By e-mail.
conversation-now-chat = In the chat.
conversation-now-social = In public, online.
conversation-hold = On hold: { $time }.
conversation-waited = { $name } waited: { $time }.
time-seconds = { $n ->
    [one] one second
   *[other] { $n } seconds
}
time-minutes = { $n ->
    [one] one minute
   *[other] { $n } minutes
}
time-hours = { $n ->
    [one] one hour
   *[other] { $n } hours
}
time-days = { $n ->
    [one] one day
   *[other] { $n } days
}
conversation-key-all-words = show all
conversation-key-choose = choose
conversation-key-move = move and choose
conversation-key-mark = mark
conversation-key-say = say it
conversation-key-clear = clear
conversation-key-pick = pick in this row
conversation-key-row = other row
conversation-key-debrief = debrief
conversation-key-notebook = notebook
conversation-key-pause = pause

## The facilitator's page

guide-page = For the facilitator
guide-minutes = { $n } minutes in all
guide-play-minutes = { $n } of them to play
guide-aim = Aim
guide-set-up = Before you begin
guide-pauses = Where to pause, and what to ask
guide-debrief = Five questions afterwards
guide-variation = Another time

## Courses

course-before = See where you stand
course-example = Read how it can go
course-hints = Practise, with hints
course-alone = Practise, without help
course-transfer = Somebody new, without help
course-after = See how far you have come
course-again = Play again
course-by-chance = a conversation drawn for you
course-example-intro = This is how it can go. “{ $title }”, told from the end, with what each reply did and why.
course-stages-done = { $done } of { $all } stages done
course-mark-done = done
course-mark-next = NEXT
course-mark-waits = waits
course-stage = { $kind }: { $title }
course-stage-on = { $kind }: { $title }, { $day }
course-stage-from = { $kind }: { $title }, from { $day } on

## The presenter view

guide-open = For the facilitator
guide-reveal = Next question
guide-hidden = Question { $n } · hidden until you press →
guide-revealed = { $n } of { $all }
guide-hide = hide it again
guide-in-en = This page is in English.
guide-in-fr = This page is in French.
guide-in-sw = This page is in Swahili.
guide-in-other = This page is in another language ({ $language }).
## The live board

window-live = Live board
live-title = Live board
live-open = Live board
live-as-of = as of { $time }
live-everybody = Everybody, today
live-begun = have begun
live-under-way = in the conversation
live-following-up = following up
live-finished = finished
live-stopped = stopped
live-few = fewer than 5
live-held = not shown
live-rest = { $told }: { $what }
live-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
live-how = How the conversations went
live-results = The first finished conversation of { $n } people. Newer ones join five at a time, so that nobody's can be told from a change.
live-no-results = Results are shown from five people on, and then five at a time, so that nobody stands alone.
live-bands-held = the others are not shown
live-endings = How the customers ended
live-in-the-way = What would stand in the way at work
live-answered = What { $n } people said. Newer answers join five at a time.
live-no-answers = Answers are shown from five people on.
live-confident = Confident to have such a conversation at work: { $whole }.{ $tenth } of 5 on average
live-unnamed = Attempts without a name count as one person.
live-empty = Nobody has begun yet. This board fills by itself.
live-unreadable = The attempts cannot be read now ({ $why }). Amends goes on trying.
live-names = Show names
live-names-hide = Hide names
live-names-ask = Everybody who sees this screen will read who has finished. No result stands beside a name.
live-names-yes = Show them
live-names-no = Keep them hidden
live-who-finished = Finished

## The briefing of another form, and courses in the menu

briefing-who = Who comes today
briefing-as-written = { $name }, as in the story
briefing-other = { $name }, same case: { $temperament }
persona-analytical = wants facts and reasons
persona-anxious = worried
persona-at-fault = partly at fault
persona-expressive = shows every feeling
persona-language-learner = new to the language
persona-loyal-regular = comes often, and is known here
persona-silent = says little
persona-vip = an important client
window-facilitator = For the facilitator
menu-courses = Courses
menu-course-progress = { $done } of { $all } steps done
menu-course-next = Next: { $kind } · { $title }
menu-course-waits = { $title } again, from { $day } on: a pause makes it stick
menu-course-done = All done, repetitions and all
menu-course-seen = You have played it before, so it measures less.
menu-course-begin = Begin
menu-course-go-on = Go on
notice-course-broken = The course { $file } cannot be read. `amends check` says why.
notice-course-gone = The conversation { $id } of this course is not here.
notice-no-example = { $title } has no example to read.

## A scenario that is rewritten while it is open

rewriting-changed = The scenario has changed.
rewriting-back = { $n ->
    [one] The scenario has changed; you are one decision back.
   *[other] The scenario has changed; you are { $n } decisions back.
}
rewriting-after = The scenario has changed. You see what you played; to play the new text, try again.
rewriting-broken = This text cannot be played as it is now
rewriting-more = { $n ->
    [one] and 1 more finding
   *[other] and { $n } more findings
}
rewriting-go-on = You can go on with the text as it was. This card leaves by itself when the file is fine again.
rewriting-show = Show
rewriting-fold = Fold away
rewriting-close = Close

## Letters and sounds

letters-written = This conversation is written in { $language }.
letters-order = It runs from right to left, and this window sets words from left to right only: its sentences would stand in the wrong order.
letters-boxes = The letters Amends has do not cover all of it: { $n ->
    [one] one of its characters would show as a box.
   *[other] { $n } of its characters would show as boxes.
}
letters-play-as-text = Play it in the terminal with `{ $command }`.
letters-play-or-bring = Play it in the terminal with `{ $command }`, or put a font file (.ttf or .otf) that covers it into { $folder } and open Amends again.
letters-other = the language “{ $tag }”
notice-no-typeface = { $file } is not a font file that Amends can read. Put another one in its place, or take it away.
tongue-am = Amharic
tongue-ar = Arabic
tongue-bn = Bengali
tongue-fa = Persian
tongue-he = Hebrew
tongue-hi = Hindi
tongue-ja = Japanese
tongue-ko = Korean
tongue-ta = Tamil
tongue-th = Thai
tongue-ti = Tigrinya
tongue-ur = Urdu
tongue-zh = Chinese
menu-sounds-spoken = lines are spoken
menu-speak = Speak the customer's lines
menu-speak-note = Your system's voice says what the customer says; all of it stands on the screen as well. While a screen reader reads this window, Amends keeps silent, so that nothing is said twice.
menu-speak-read = A screen reader, or another aid, is reading this window now. So Amends keeps silent, and nothing is said twice.
menu-speak-missing = Nothing can be spoken: your system's speech service (the program { $program }) was not found. On Linux, install the package speech-dispatcher and open Amends again. Nothing is lost without it.
menu-speak-failed = Your system's speech service (the program { $program }) was asked and could not speak. Look whether it has a voice. Nothing is lost without it.
menu-volume = Volume
menu-volume-softer = Softer
menu-volume-louder = Louder
menu-volume-note = Places, messages and the telephone. Whatever can be heard is also shown.
