monitoring = Monitoring
overview = Overview

# Navigation
data = Data
parked-changes = Waiting changes
activities = Activity
linked-rows = Linked rows

# Commands
refresh = Refresh
retry = Retry
retry-all = Retry all
retry-alike = Retry all with this cause
skip = Skip
pause = Pause
resume = Resume
compare-now = Compare both sides now
open-in = Open in { $side }
look-at-it = Look at it
look-at-parked = Look at waiting changes

# Overview
as-of = As of
table-maps = Table maps
decisions = Decisions
figure-lag = Lag, 95th percentile, 1 h
figure-deliveries = Delivered in the last hour
figure-behind = To be delivered
figure-waiting = Waiting
figure-parked = Parked
needs-somebody = { $count ->
    [one] { $count } change needs somebody.
   *[other] { $count } changes need somebody.
}
rest-flows = Everything else keeps flowing.
side-answers = Answers
side-silent = Does not answer
side-unheard = Not asked yet
side-silent-remedy = Nothing is lost: reading goes on by itself once this side answers.
answered-at = Last answer
since = Since
to-deliver = Read, to be delivered
name = Name
state = State
state-running = Running
state-paused = Paused
state-held-up = Held up
state-not-running = Not running
lag-last-hour = Lag, last hour
lag-last = Last lag
spark-label = Lag in the last hour, most recently { $span }
dotted-line = Dotted line: { $span }
linked = Linked
oldest = Oldest
version = Version
direction = Direction
direction-both = both directions
direction-to-sales = headquarters to Sales
direction-to-headquarters = Sales to headquarters
span-milliseconds = { $span } ms
span-seconds = { $span } s
span-minutes = { $span } min
span-hours = { $span } h
span-days = { $span } d
unconnected = Nothing connects headquarters and Sales here
unconnected-remedy = The solution is switched off. Start Tandem without --no-solution to connect them.

# Maps and decisions of the solution commerce
target-b2b-prospects-leads = B2B prospects and leads
target-customers-accounts = Customers and accounts
target-customers-contacts = Customers and contacts
target-decisions-lead-qualified = Lead qualified
target-decisions-opportunity-won = Opportunity won
target-decisions-opportunity-lost = Opportunity lost
target-decisions-lead-disqualified = Lead disqualified
target-decisions-prospect-approved = Prospect approved
target-decisions-prospect-rejected = Prospect rejected

# What waits
view-needs-somebody = Need somebody
view-by-itself = Come by themselves
view-paused = Paused
parked-empty = Changes that cannot be written on the other side would be here, with the cause and what to do.
waiting-name = Row
waiting-target = Map or decision
waiting-cause = Cause
waiting-message = In words
waiting-side = Changed in
waiting-attempts = Attempts
waiting-createdon = Since
waiting-nextattemptat = Next attempt
waiting-code = Code
waiting-cause-Parent = Waits for a row
waiting-cause-Refused = Refused
waiting-cause-Behind = Behind another
waiting-cause-Unanswered = Not answered
waiting-cause-Paused = Paused
attempts = Attempts
next-attempt = Next attempt

# The ways out
cause-parent = It goes on by itself once that row is linked. Look at the waiting change of that row first.
cause-refused = Correct the row on either side, then retry. It is also tried again by itself, less often each time.
cause-behind = An earlier change of the same row or decision has to go first. Look at that one.
cause-unanswered = The other side fails over this row and answers others. Retry; if it stays so, ask whoever runs that side.
cause-paused = Resume the map or decision, and it is delivered in its order.
way-out-EmailInUse = The requestor’s address belongs to somebody else. Change one of the two addresses and retry, or approve in headquarters and let the existing person join the new partner.
way-out-Unmapped = Change the value, or add the pair to the map document, then retry.
way-out-SameKey = Another row there has the same key. Change the key on one side, or merge the two rows, then retry.
way-out-RowGone = The other row was deleted. Restore it there and retry, or skip this change.
way-out-NoTarget = Its map or decision is gone. Install the solution that has it, or skip this change.
retry-delivered = Delivered.
retry-still-waits = Tried again; it still waits. { $why }
retry-under-way = It is being tried again. Refresh this page in a moment.
retry-nothing = Nothing waits that could be retried.
retried = { $count ->
    [one] { $count } change was tried again.
   *[other] { $count } changes were tried again.
}
skipped = { $count ->
    [one] { $count } change was skipped.
   *[other] { $count } changes were skipped.
}
skip-question = { $count ->
    [one] Skip this change?
   *[other] Skip { $count } changes?
}
skip-consequence = It is not delivered: the other side keeps what it has. A later change of the same row carries whatever differs by then; a decision is not sent again. Who skipped it is kept under Activity.

# A change that waits
headline-parent = It waits for a row that is not linked yet.
headline-refused = { $side }: refused
headline-behind = An earlier change has to go first.
headline-unanswered = { $side }: no answer to this row, while others are answered
headline-paused = Somebody paused its map or decision.
headline-unable = It cannot be delivered as it is.
open-map = Open the map or decision
open-awaited = Open the row that it waits for
would-be-written = What would be written
source = Source
becomes = becomes
mapped = Other side
made-on-the-way = made on the way
changed-row = The changed row
waiting-for-it = Waiting for it
path-of-change = Path of this change
images-new = The other row does not exist yet: it would be made.
images-agreed = The other side does not answer now: these are the values that both last agreed on.
images-gone = The other side has the row no longer: these are the values that both last agreed on.
mark-refused = Named in the refusal
mark-news = Changed: { $side }
mark-both = Changed on both sides; this one stands: { $side }
mark-missing = The row that it points to is not linked yet
rail-changed = Changed: { $side }
rail-captured = Captured and put aside
rail-sequence = Place in the change log: { $sequence }
rail-attempts = { $count ->
    [one] Tried { $count } time
   *[other] Tried { $count } times
}

# Linked rows
links-empty = Pairs of rows appear here once something was carried to the other side.
view-disputed = Disputed
link-name = Row
link-map = Map
link-headquarterskey = Number
link-disputed = Disputed columns
link-headquartersid = Id in headquarters
link-salesid = Id in Sales
link-modifiedon = Last agreed
agreed-at = Last agreed
last-agreed = Values that both sides last agreed on
agreed-and-now = Last agreed values, and what is there now
now-is = Now: { $value }
row-gone = The row is no longer there: { $side }
row-silent = No answer at the moment: { $side }
disputed = disputed
disputed-columns = Each side’s own rules spell these columns differently, so they no longer travel: { $columns }
table-set = Table
id = Id
number = Number

# Maps and decisions
pause-question = Pause “{ $name }”?
pause-consequence = Its changes are read and kept in order, without a time limit, and delivered once it is resumed. Rows that need its rows wait too.
pause-reason = Reason, for the others
paused-by = Paused by { $name }
paused-from-command-line = Paused from the command line
paused-meaning = Changes are kept in order until it is resumed.
paused-now = Paused. Changes are kept in order.
resumed-now = Resumed. What was kept is being delivered.
description = Description
rows-made = Rows are made
conflict = When both changed
conflict-winner = { $side } wins
depends-on = Needs
id-column = Column of the id
key-column = Column of the number
takes-part = Takes part when
while = Changes flow while
found-by = Existing rows are found by
columns = Columns
transform = On the way
transform-default = always
transform-template = text
transform-reference = row
transform-values = values
transform-lookup = through the links of
transform-once = only when the row is made
transform-when = if
has-value = { $column } has a value
has-no-value = { $column } has no value
made-together = Made together with the row
taken-in = Taken in
told-by = Told by a change of
when = When
and-then = And
subject = About
command = Command to the other side
steps = Steps on the other side
when-accepted = Once accepted
when-refused = When refused for good
what = What
values = Values

# Activity
activities-empty = Who retries, skips or pauses something would be here.
activity-target = Map or decision
activity-deed = What
activity-name = Row
activity-deliveries = Changes
activity-message = Reason or cause
activity-createdby = Who
activity-createdon = When
activity-deed-Retried = Retried
activity-deed-Skipped = Skipped
activity-deed-Paused = Paused
activity-deed-Resumed = Resumed

# Why the other side refused, by the code that it gives
refused-EmailInUse = The e-mail address is another person’s sign-in address already
refused-OrganizationInUse = The organization is a business partner already
refused-ProspectAlreadyDecided = The prospect is decided already
refused-RequestUnanswered = Somebody in the store still waits for an answer
refused-NumberSequenceMissing = A number sequence is missing
refused-NumberSequenceExhausted = A number sequence has no numbers left
refused-Unmapped = The map has no counterpart for a value
refused-SameKey = Another row has the same key
refused-RowGone = The other row was deleted
refused-NoTarget = The map or decision is gone
refused-0x80040203 = A value is missing or not allowed
refused-0x80048d19 = A value cannot be read
refused-0x80041103 = A column is unknown or cannot be asked for
refused-0x80040217 = A row that is named does not exist
refused-0x80060891 = No row has this key
refused-0x80040237 = A row with this id or key is there already
refused-0x80060892 = A row with this key is there already
refused-0x80060882 = Somebody changed the row in the meantime
refused-0x80040220 = Dual-write lacks a right
refused-0x80044331 = A text is too long
refused-0x8004432f = A number is out of range
refused-0x8004431a = An option is unknown
refused-0x80040227 = Other rows still refer to it
refused-0x80040333 = It may be there already
refused-0x80048408 = The reason does not belong to the state
