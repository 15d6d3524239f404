# The report for an organisation, a cohort or one person.
# **words** matter; [number](how-score) leads to how that number was computed.

## Numbers, dates and lists
report-thousands = ,
report-decimal = .
report-leading-zero = no
report-percent = { $n }%
report-percents = { $low } to { $high }%
report-from-to = { $low } to { $high }
report-period = { $first } to { $last }
report-with-interval = { $value } ({ $interval })
report-of = { $k } of { $n }
report-few-of = fewer than 5 of { $n }
report-nearly-all-of = nearly all of { $n }
report-and = { $first } and { $last }
report-day-first = 1
report-day = { $day } { $month } { $year }
report-month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
report-month-short = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sept
    [10] Oct
    [11] Nov
   *[other] Dec
}
report-month-of = { $month } { $year }
report-people = { $n ->
    [one] { $count } person
   *[other] { $count } people
}
report-of-people = { $n ->
    [one] of { $count } person
   *[other] of { $count } people
}
report-firsts = { $n ->
    [one] { $count } first attempt
   *[other] { $count } first attempts
}
report-few-people = fewer than 5 people
report-too-few = too few people
report-held = held back
report-under-one = under 1%
report-provisional = { $value }, provisional
report-computed = How computed

## The head of the page
report-title = How we recover when something goes wrong
report-title-own = How you recover when something goes wrong
report-everybody = Everybody
report-no-period = no scored attempt yet
report-skip = To the report
report-nav = On this page
report-promise = About groups, never about single people. Not for hiring, pay or discipline: no score here has been shown to predict anybody's work. Simulated customers throughout.
report-promise-own = Your own results, for you to learn from. Not for hiring, pay or discipline: no score here has been shown to predict anybody's work. Simulated customers throughout.
report-held-nothing = No assessment has been finished yet, so there is nothing to report. Practice and interrupted attempts are never scored.
report-held-few = Fewer than 5 people have finished an assessment. Their figures are held back, because single people could be seen through them. Each of them can read their own results; this page fills when there are 5.
report-held-rest = All but fewer than 5 people belong to this cohort. Beside the report on everybody, this one would show those few; read that one instead.
report-held-cohort = This cohort's figures are held back. Another cohort has fewer than 5 people, and the report on everybody less those on all the other cohorts would be a report on those few. The page fills when that cohort has 5 people.
report-made = Made { $day }, Amends { $version }.
report-not-for = Not for hiring, pay or discipline.
report-top = Back to the top

## Column heads
report-column-what = What
report-column-picture = Picture
report-column-share = Share
report-column-score = Score
report-column-first = First
report-column-second = Second
report-column-change = Change
report-column-people = People
report-column-team = Team
report-column-mean = Mean
report-column-shrunk = Best estimate
report-column-difference = Beside the others
report-column-told = Told apart?
report-column-scenario = Scenario
report-column-decision = Decision
report-column-difficulty = Earned
report-column-rest = Goes with the rest
report-column-options = What people chose
report-column-obstacle = What stands in the way
report-column-where = Where
report-column-named = Named by
report-column-owner = Who mends it
report-column-by = By when
report-column-attempts = Attempts
report-column-number = Number

## What matters
report-strength = Our people are strongest in { $best } ([{ $high }](how-score) of 100) and weakest in **{ $worst }** ([{ $low }](how-score), 95% interval { $interval }).
report-strength-own = You are strongest in **{ $best }** ([{ $high }](how-score)) and have most to gain in **{ $worst }** ([{ $low }](how-score)).
report-strength-alike = The competencies **cannot be told apart** yet: they lie between [{ $low }](how-score) and [{ $high }](how-score) of 100, and chance alone could explain that.
report-strength-unknown = There is not enough evidence yet to say what goes well and what does not.
report-lost = [{ $share }](how-endings) of the customers were lost: they walked away or told the public.
report-lost-interval = [{ $share }](how-endings) of the customers (95% interval { $interval }) were lost: they walked away or told the public.
report-lost-own = { $lost ->
    [one] Of your customers [{ $k } of { $n }](how-endings) was lost: they walked away or told the public.
   *[other] Of your customers [{ $k } of { $n }](how-endings) were lost: they walked away or told the public.
}
report-lost-none-own = { $all ->
    [one] [Your one customer](how-endings) neither walked away nor told the public.
   *[other] [None of your { $n } customers](how-endings) walked away or told the public.
}
report-lost-held = How many customers were lost is [held back](how-held): too few people stand behind one of the endings.
report-error = The most widespread error was **“{ $error }”**, made by [{ $people }](how-errors) people.
report-error-own = Your most frequent error was **“{ $error }”**.
report-changed-unknown = Whether anything changed cannot be said yet: it takes two measures.
report-changed-few = Whether anything changed cannot be said yet: it takes { $n } people with two measures, and here are [{ $people }](how-change).
report-changed-own = Between your two measures your score went from { $first } to { $second } ([{ $change }](how-change)); the section on change says how much of that chance alone does.
report-changed-better = Between the measure before and the one after, **{ $name } has probably improved** ([{ $points } points](how-change), 95% interval { $interval }; the clearest of { $n } changes looked at).
report-changed-worse = Between the measure before and the one after, **{ $name } has probably fallen** ([{ $points } points](how-change), 95% interval { $interval }; the clearest of { $n } changes looked at).
report-changed-later-better = Between people's first and latest scenarios, **{ $name } has probably improved** ([{ $points } points](how-change), 95% interval { $interval }; the clearest of { $n } changes looked at).
report-changed-later-worse = Between people's first and latest scenarios, **{ $name } has probably fallen** ([{ $points } points](how-change), 95% interval { $interval }; the clearest of { $n } changes looked at).
report-changed-unclear = Between the measure before and the one after, **no change is clear**: { $name } [{ $points }](how-change), 95% interval { $interval }; { $n } changes were looked at.
report-changed-later-unclear = Between people's first and latest scenarios, **no change is clear**: { $name } [{ $points }](how-change), 95% interval { $interval }; { $n } changes were looked at.

report-first = What to do first
report-first-train = Train [{ $name }](next).
report-first-talk = Talk [{ $title }](wrong) through together, where people go wrong most: { $share }.
report-first-talk-own = Read [{ $title }](wrong) again: one decision of it gave you { $share }.
report-first-mend = Fix what stands in people's way at work: [{ $obstacle }](obstacles), named by { $share } of those who answered.
report-first-more = Have people assessed on more scenarios before you decide anything: too little is known yet. [What to train next](next) says how.

## Competency profile
report-profile = Competency profile
report-no-evidence = not enough evidence
report-at-standard = { $people } at standard
report-told-nothing = No picture: not enough evidence.
report-told-mean = Mean { $mean } of 100.
report-told-interval = Mean { $mean } of 100, 95% interval { $interval }.
report-told-half = Half of the people lie between { $low } and { $high }.
report-bar-own = The bar is your score in each competency over all your first attempts.
report-dots = Each dot is a person; bar and whisker: mean with 95% interval.
report-dots-shared = { $n ->
    [one] Each dot stands for about { $count } person; bar and whisker: mean with 95% interval.
   *[other] Each dot stands for about { $count } people; bar and whisker: mean with 95% interval.
}
report-dots-none = Bar: mean. Dots and intervals are shown from ten people on.
report-spread = One conversation in ten scores below [{ $low }](how-spread), and half of them below { $middle }: customers meet the worst day, too.
report-dependable-unknown = How dependable these scores are cannot be said yet: that takes ten people with two scored attempts each. **Read them as a beginning, and rank nobody by them.**
report-dependable-own = One conversation says little: with the same skill, another scenario could have given you [±{ $off } points](how-dependable) (from the attempts of { $people }). Read the decisions: they are worth more than the number.
report-dependable-fair = Dependability [{ $share }](how-dependable) with { $each } attempts a person: **fair for groups and for one's own development, never for ranking people.**
report-dependable-groups = Dependability [{ $share }](how-dependable) with { $each } attempts a person: **fair for groups, not for ranking people.**
report-dependable-low = Dependability [{ $share }](how-dependable) with { $each } attempts a person: **too low even for groups; read the decisions, not the digits.**
report-dependable-unsure = With so wide an interval even that is not sure.
report-dependable-needed = For .70 it takes { $firsts } a person, on different scenarios.
report-dependable-alike = People here do not differ beyond what the scenarios do; more attempts would not change that.

## Change over time
report-change = Change over time
report-overall = Overall
report-change-caption = Mean score of the first and the second measure, 0 to 100, with the change and its 95% interval.
report-change-caption-own = Your two measures, 0 to 100.
report-change-none = Nothing can be said about change yet: it takes { $n } people with two measures. Courses measure before and after on two matched scenarios.
report-change-none-own = Nothing can be said about change yet: it takes a second scenario under assessment. Courses measure before and after on two matched scenarios.
report-change-paired = Measured before and after on two scenarios of matched difficulty; a lot decided which came first, so over a group the two are worth the same.
report-change-unpaired = There is no course with a measure before and after here, so each person's earliest and latest first attempts are compared. They are different scenarios and not equally hard: read the difference with care.
report-change-rounded = Each number is rounded by itself, so that a change may lie one point off the difference of the two.
report-change-no-interval = No interval: that takes { $n } people with both measures, and here are [{ $people }](how-change).
report-change-effect = Effect size [g = { $g }](how-change) (0.2 is small, 0.5 middling, 0.8 large). Without a group that was not trained, nobody can say that the training did it.
report-change-months = Other people met other scenarios in each month, and December is harder than June: the months are no proof of progress.
report-change-few-months = { $n ->
    [one] There is one month with enough people: too few to call a trend.
   *[other] There are { $n } months with enough people: too few to call a trend.
}
report-change-own-unknown = How much of one person's difference is chance cannot be said yet.
report-change-own-more = Overall { $first } to { $second }: [{ $change }](how-change) points. Two conversations of the same person differ by up to { $chance } points for no reason. **That is more than chance alone does.**
report-change-own-chance = Overall { $first } to { $second }: [{ $change }](how-change) points. Two conversations of the same person differ by up to { $chance } points for no reason. **Chance alone could do that.**
report-change-regression = **Beware of regression to the mean.** Whoever begins far below the others comes closer the next time without any training, and whoever begins far above falls back. Here somebody who began at { $low } while the mean was { $before } would be expected at [{ $expected }](how-change) with no change at all (the measures correlate { $r }); the mean of everybody moved to { $after }. Never pick the lowest, train them, and show the rise.
report-change-regression-few = **Beware of regression to the mean.** Whoever begins far below the others comes closer the next time without any training, and whoever begins far above falls back. Here somebody who began at { $low } while the mean was { $before } would be expected at [{ $expected }](how-change) with no change at all (the measures correlate { $r }, provisional with so few people); the mean of everybody moved to { $after }. Never pick the lowest, train them, and show the rise.
report-months-told = Mean overall score by month:
report-months-note = Mean overall score of each month with its 95% interval; months with fewer than five people are left out, and the line is broken there.

## Teams
report-teams = Teams
report-teams-caption = Mean overall score of each team, 0 to 100, with its 95% interval; the best estimate draws it towards everybody's mean by as much as it rests on chance.
report-teams-alike = **The teams are not distinguishable.** What lies between them is what chance makes of groups of this size: do not rank them, and do not ask why one is ahead.
report-teams-apart = { $n ->
    [one] [One team](how-teams) differs from everybody else by more than chance, also when it is counted that all of them were looked at. The others are not distinguishable.
   *[other] [{ $count } teams](how-teams) differ from everybody else by more than chance, also when it is counted that all of them were looked at. The others are not distinguishable.
} Other teams met other scenarios and other days; a difference is a question, not an answer.
report-teams-few = Teams are not compared: that takes two teams of { $n } people each.
report-teams-held = A team with fewer than five people, and whatever it could be worked out from, is held back.
report-team-above = above the others (p = { $p })
report-team-below = below the others (p = { $p })
report-team-alike = not distinguishable (p = { $p })
report-team-few = too few people to say

## Scenarios and competencies
report-heat = Scenarios and competencies
report-heat-caption = Mean score in the first attempt, 0 to 100, the hardest scenario first.
report-heat-caption-own = Your score in the first attempt, 0 to 100, the hardest scenario first.
report-heat-none = No scenario has been played by five people yet.
report-heat-never = “–”: never asked for there, which is not zero.
report-heat-held = “held back”: fewer than five people, or a cell from which theirs could be worked out.
report-heat-left-out = { $n ->
    [one] One scenario with fewer than five people is left out.
   *[other] { $count } scenarios with fewer than five people are left out.
}

## Where people go wrong
report-wrong = Where people go wrong most
report-wrong-own = Where you go wrong most
report-wrong-note = Share of people who earned less than half of what could be earned there, with its 95% interval.
report-wrong-note-own = The decisions that cost you most points, with your line and the better one.
report-wrong-none = No decision was met, and gone wrong at, by five people or more.
report-wrong-none-own = No decision cost you more than half of its points.
report-wrong-share = { $share } { $people }
report-wrong-nearly-all = { $n ->
    [one] nearly all of { $count } person
   *[other] nearly all of { $count } people
}
report-points = Points: { $k } of { $n }
report-said = What many said
report-said-own = What you said
report-said-by = { $k } of { $n } who went wrong said this.
report-said-by-nearly-all = Nearly all who went wrong said this.
report-said-nothing = (nothing: they let the moment pass)
report-summed-up = Summing up: { $text }
report-summed-up-else = summed up something else than was said
report-left-out = left out that { $text }
report-made-up = “heard” what nobody said: { $text }
report-summed-up-better = Name everything the customer said, and nothing the customer did not say.
report-summed-up-why = People calm down when they hear their own facts back, all of them and nothing else.
report-better = What would have landed

## Promises
report-promises = Promises kept and broken
report-promises-caption = { $n ->
    [one] What became of { $count } promise.
   *[other] What became of { $count } promises.
}
report-promises-none = Too few people made promises to show what became of them.
report-promises-none-own = You made no promise.
report-promise-kept = Kept
report-promise-broken = Broken
report-promise-lapsed = Vague, and nothing came of it
report-promise-overdue = Their time came, and nobody went back to them
report-promise-dateless = Without a date, so never due
report-promise-open = Not yet due at the end

## Endings
report-endings = How customers ended
report-endings-caption = { $n ->
    [one] How { $count } simulated customer ended.
   *[other] How { $count } simulated customers ended.
}
report-endings-none = How customers ended is held back: too few people stand behind some of the endings.
report-path = Of all that could have been reached with these customers, people reached [{ $share }](how-path) (95% interval { $interval }): facts taken up, promises kept, how the customer ended. **The rest was closed by their own earlier choices.** That stands beside the scores and never in them.
report-path-few = Of all that could have been reached with these customers, people reached [{ $share }](how-path): facts taken up, promises kept, how the customer ended. **The rest was closed by their own earlier choices.** That stands beside the scores and never in them.
report-path-own = Of all that could have been reached with your customers, you reached [{ $share }](how-path): facts taken up, promises kept, how the customer ended. **The rest was closed by your own earlier choices.** That stands beside the scores and never in them.
report-path-hardest = Most was closed in { $titles }.

## What it may be worth
report-worth = Of 100 customers with endings like these, perhaps [{ $staying }](how-worth) are still customers a year later; if every one of them had come back content, { $low } to { $high }. **What lies between is at stake.**
report-worth-few = What these endings may be worth is not estimated below { $n } conversations.
report-worth-opinion = Simulated customers, and ranges that are opinions in the form of priors, not data. Nothing here is about one person's money, and none of it shows that training caused anything.
report-money = In money, a year, after the cost of training: between [{ $low }](how-worth) and [{ $high }](how-worth), the middle { $middle }. **In { $loses } of the draws it does not pay.**
report-money-even = It pays in half of the draws if { $share } of the gain reaches the job.
report-money-never = Even if all of the gain reached the job, it would not pay in half of the draws.
report-money-how = For a range in money, whoever makes this report can give the organisation's own figures: contacts about failures a year, yearly margin of a customer, cost of the training.
report-money-unpaired = In money: not estimated, because that takes a measure before and after on matched scenarios, as courses have.
report-money-few = In money: not estimated below { $n } people with both measures.
report-money-assumed = Assumed: { $contacts } contacts about failures a year, { $margin } margin a customer, training { $least } to { $most }; 5 to 50% of the gain reaches the job, most likely 20%; three years at 10% a year. { $draws } draws, seed { $seed }.
report-money-decides = What decides it most (rank correlation): { $inputs }.
report-money-input-transfer = share of the gain that reaches the job
report-money-input-endings = how far endings changed, and what each is worth
report-money-input-contacts = contacts a year
report-money-input-margin = margin of a customer
report-money-input-survival = how long customers stay
report-money-input-cost = cost of training

## What to train next
report-next = What to train next
report-next-train = Train { $name }
report-next-weakest = Now at [{ $score }](how-score) of 100 ({ $band }). The expected standard looks like this: **{ $anchor }**
report-next-weakest-alike = Lowest, at [{ $score }](how-score) of 100 ({ $band }), though chance alone could explain that. The expected standard looks like this: **{ $anchor }**
report-next-best = As good as it gets: { $anchor }
report-next-hardest = Practise it with hints where it was hardest: { $titles }.
report-next-talk-title = Talk one decision through together
report-next-talk-title-own = Read one decision again
report-next-talk = { $title }, where the customer has come to { $cue } Ask what each line does to the customer before showing the better one.
report-next-talk-own = { $title }, where the customer has come to { $cue } What did your line do to the customer?
report-next-talk-no-cue = { $title }: ask what each line does to the customer before showing the better one.
report-next-talk-no-cue-own = { $title }: what did your line do to the customer?
report-next-promises-title = Promise less, with a name and a date
report-next-promises = A promise that was broken, vague or forgotten was made by [{ $people }](how-promises) people. One that holds says what, who and by when, and somebody goes back to it before its time is over.
report-next-promises-own = You made a promise that was broken, vague or forgotten. A promise that holds says what, who and by when, and somebody goes back to it before its time is over.
report-next-again-title = Measure again, on other scenarios
report-next-again = Play a scenario nobody has prepared after 2, 6, 12 and 26 weeks, each time another one, with no hints. What is not repeated is forgotten.
report-next-plan = For a dependable picture of each person plan about [{ $n }](how-dependable) scenarios a person.
report-next-plan-more = For a dependable picture of each person plan about [{ $n }](how-dependable) scenarios a person. These figures ask for { $needed } only; elsewhere it has taken ten to fourteen.

## The voice of the front line
report-voice = What the front line says stands in the way
report-voice-none = Nobody has been asked yet, so nothing stands here. That says nothing about whether policy, authority, information, time or tools stand in anybody's way: ask.
report-voice-few = Fewer than five people have answered. What they say is held back, so that nobody has to answer for it.
report-voice-rate = Asked after a conversation what would stand in their way at work, people answered [{ $share }](how-voice) of the time ({ $answered } of { $asked }). Those who say nothing may see it otherwise.
report-voice-rate-all = Asked after a conversation what would stand in their way at work, people answered every time ([{ $asked }](how-voice) of { $asked }).
report-voice-caption = { $n ->
    [one] What { $count } person says would stand in the way at work; each may name several things.
   *[other] What { $count } people say would stand in the way at work; each may name several things.
}
report-voice-held = Too few people stand behind some of the answers to show any of them.
report-obstacle-policy = A rule of the house forbids it
report-obstacle-authority = Somebody else has to decide
report-obstacle-information = What one would have to know cannot be found out
report-obstacle-time = There is no time
report-obstacle-tools = The means are missing
report-obstacle-nothing = Nothing
report-morale = How confident people feel to have such a conversation at work: mean [{ $mean }](how-voice) of 5 (95% interval { $interval }), from { $people }.
report-morale-no-interval = How confident people feel to have such a conversation at work: mean [{ $mean }](how-voice) of 5, from { $people }.
report-morale-few-months = By month it is shown from { $n } months with five people on.
report-morale-worth = Confidence is not skill, and no value in money is put on it. Where it falls while scores rise, ask what happens to people at work.
report-morale-told = How confident people feel, 1 to 5, by month:
report-mend = What the organisation should fix
report-mend-caption = Named by five people or more, with the share of those who answered there and its 95% interval. The last two columns are for you: write in who mends it and by when, and tell those who said so.
report-mend-everywhere = all conversations

## The decisions, for those who write them
report-items = The decisions, for those who write them
report-items-caption = Share of the points that people earned, how far the decision goes with the rest of the conversation (correlation, −1 to 1), and what was chosen.
report-items-note = A decision that tells good from weak conversations goes with the rest at .20 or more. Below 30 people a correlation is provisional; below 10 there is none.
report-items-few = Too few people have met any decision to say how it works: that takes { $n }.
report-items-odd = { $n ->
    [0] None of { $all } decisions asks to be looked at.
   *[other] { $odd } of { $all } decisions ask to be looked at; up to { $most } of them follow, those with most to look at first.
}
report-item-no-rest = –
report-option-few = fewer than 5
report-option-silence = (silence)
report-option-summed-up = (a summing-up)
report-flag-hard = Hard: under 30% of the points are earned. Rewrite it, unless safety needs it.
report-flag-easy = Easy: over 90% of the points are earned. It tells nobody apart.
report-flag-weak = It hardly goes with the rest: look whether the levels are right.
report-flag-low = It goes with the rest less than it should.
report-flag-negative = Those who do well elsewhere fail here: withdraw it until that is understood.
report-flag-negative-provisional = Those who do well elsewhere fail here, so far: look at it.
report-unbelieved = Under 5%: nobody believes it.
report-forms = Where everybody met the same decisions
report-form = alpha [{ $alpha }](how-items) and omega { $omega } over { $n } decisions that all { $people } met.
report-form-no-omega = alpha [{ $alpha }](how-items) over { $n } decisions that all { $people } met; omega has no proper solution here.
report-form-alike = no alpha: what people earned at the decisions they all met does not differ.
report-form-different = no alpha: people took different ways, and met fewer than three decisions in common.
report-form-few = no alpha: that takes { $n } people.

## What the report cannot tell
report-cannot = What this report cannot tell
report-cannot-work = How anybody behaves at work. This is learning, measured in simulated conversations; behaviour on the job and results for the business were not measured.
report-cannot-cause = What caused a change. That takes a group that began later, to compare with.
report-cannot-real = How real customers end. These customers are a model, built from research and calibrated by its authors.
report-cannot-words = How somebody would speak in their own words: replies were chosen among written ones.
report-cannot-equal = Whether scenarios are equally hard. They are not, and nothing was adjusted for it, except that courses draw the order of a matched pair by lot.
report-cannot-compare-own = How you compare with others. That is not what this is for.
report-cannot-person = Anything about a single person. Groups are groups, and the people in them can read their own results.
report-cannot-mark = Whether the pass mark is right: no panel of practitioners has set it yet.
report-cannot-later = What changed between two printings of this page. The people in it may differ by a few, and their figures could be worked out: keep the newest and compare nothing by hand.
report-cannot-compare = How this cohort compares with others: the people, the scenarios and the time differ.

## How the numbers were computed
report-how = How the numbers were computed, and on how many people
report-how-people-beside = The number of people stands beside each decision.
report-how-people-asked = Those who answered, whatever they played.
report-how-people-twice = { $people } with two scored attempts or more.
report-how-people-measures = { $people } with two measures.
report-counts = Attempts in this report.
report-counts-which = Which count
report-counts-firsts = First assessments, which every score on this page is about
report-counts-repeated = Assessments of a scenario the same person had been assessed on before: counted, not scored
report-counts-practice = Practice: counted, not scored
report-counts-interrupted = Interrupted: counted, never scored
report-counts-unreadable = Could not be replayed under the present rules, or their scenario is missing: counted, not scored
report-how-attempts = Which attempts count
report-how-attempts-text = A person's first finished assessment of each scenario, and nothing else. Practice has hints, repeated attempts know the answers, and interrupted ones are not over: all are counted and none is scored. Every attempt was replayed and scored again under the present rules and rubric. Attempts without a name cannot be told apart and count as one person's.
report-how-held = What is held back
report-how-held-text = Nothing is shown of fewer than { $few } people. Where one number is held back, others are held back with it until its number of people cannot be worked out, also by somebody who knows these rules (Cox 1995). On a cohort's page the same holds for the few who would be left between it and the page on everybody.
report-how-score = Scores
report-how-score-text = Points earned ÷ the most that could be earned on the decisions a person met, times 100. A person's score in a competency takes all their first attempts together and needs { $decisions } scored decisions. What is shown is the mean over people. Its interval (95%) draws people again { $draws } times, with the seed { $seed } and always alike: percentiles from { $least } people on, corrected for bias and skewness (BCa) from 20; below { $least } people there is none, above { $most } Student's t about the mean stands in. “At standard” is { $standard } of 100 or more, a mark that no panel has set yet; its interval is Wilson's.
report-how-spread = Spread
report-how-spread-text = The tenth percentile and the middle of the overall scores of all first attempts, in whole points. Shown from 50 attempts of ten people on.
report-how-dependable = Dependability
report-how-dependable-text = Everybody met other scenarios, so a one-way analysis of variance takes the scenarios as drawn by chance within people: variance between people ÷ (that + variance within ÷ the harmonic mean of attempts a person). What is hard about a scenario counts as error. The interval draws people (seed { $seed }); above { $most } of them it comes from the ratio of mean squares (Thomas and Hultquist).
report-how-change = Change
report-how-change-text = Second measure minus first, for everybody who has both; the mean over people, with an interval that draws people (seed { $seed }). The effect size divides it by the spread of the first measure, with Becker's correction for few people. What to expect without training: mean + r × (first − mean), r the correlation of the two measures. Months count each person once.
report-how-teams = Teams
report-how-teams-text = Each person's mean overall score; a team is a cohort, and people of two cohorts are counted with neither. The best estimate keeps as much of a team's distance from everybody's mean as team means differ beyond chance (empirical Bayes). Beside the others: the team's mean minus that of all other people, with an interval that draws people (seed { $seed }); p from Welch's test, corrected by Holm's method for looking at all teams. Under .05 a team is told apart.
report-how-heat = Scenarios and competencies
report-how-heat-text = Mean of people's scores in their first attempt at the scenario, 0 to 100. A cell with fewer than { $few } people is held back, and others with it until it cannot be worked out. Shades step at 35, 45, 55, 65, 75 and 85.
report-how-decisions = Where people go wrong
report-how-decisions-text = Going wrong: less than half of the points that could be earned at a decision, the first time a person met it. Ordered by the lower end of Wilson's 95% interval, so that a few people do not come first. The line is the one that most of those people chose; the better one is the strongest that was offered.
report-how-items = The decisions, for those who write them
report-how-items-text = Earned: points ÷ the most that could be earned there. Goes with the rest: the correlation of that share with the share of points earned at all other decisions of the same conversation. Alpha is Cronbach's over the decisions that everybody met, with Feldt's 95% interval; omega has one factor, by minimum residuals, with a 95% interval by the delta method on the logit (Raykov 2002), which takes scores as about normal. Elsewhere people took different ways and see Dependability.
report-how-promises = Promises
report-how-promises-text = Every promise made in a first attempt and what became of it in the story, as shares of all of them. Intervals draw people (seed { $seed }). Held back where fewer than { $few } people stand behind a bar, with bars from which theirs could be worked out.
report-how-endings = How customers ended
report-how-endings-text = The ending of each first attempt, as the customer model computed it; shares of all of them. Intervals draw people (seed { $seed }). Held back where fewer than { $few } people stand behind a bar, with bars from which theirs could be worked out. Process and ending are never averaged together.
report-how-path = Closed by one's own choice
report-how-path-text = What was reached by the end of a conversation ÷ the most that could have been reached from its beginning, counting facts taken up, promises kept and the rank of the ending. The mean over people of their first attempts, with an interval that draws people (seed { $seed }). Not known where a scenario is too large to be explored to its end.
report-how-errors = Errors
report-how-errors-text = People who made an error of the rubric at least once in their first attempts.
report-how-worth = What it may be worth
report-how-worth-text = Priors for who is still a customer after a year: content Beta(17, 3), quiet Beta(12, 8), complaining Beta(9, 11), walked away Beta(2, 18), gone public Beta(1.5, 8.5); shares of endings from a Dirichlet distribution of the counts and one more. From the tenth to the ninetieth percentile of 20,000 draws. In money: contacts × margin × three years × the share that reaches the job × the change in endings between the two measures, minus the cost.
report-how-voice = The voice of the front line
report-how-voice-text = Two questions after a conversation, each answered by one tap or not at all; nobody is scored by them. Each person counts once for everything they named, as a share of those who named anything, “nothing” included; the interval is Wilson's. An answer given by fewer than { $few } people is held back, and so is one given by nearly everybody. Confidence is the mean over people of their own means, 1 to 5.
