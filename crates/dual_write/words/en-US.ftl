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
edit-and-retry = Edit and retry
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
unconnected = Nothing connects headquarters and Sales yet
unconnected-remedy = Install a package: it brings the maps by which the two are kept in step.

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
edit-and-retry-title = Edit “{ $name }” and retry
edit-consequence = Your values are written into the row itself ({ $side }), so that both sides agree, and it is delivered again. Who corrected what is noted under Activity.
edit-changed = Somebody changed the row meanwhile. Look at it again: your entries are still below.
edit-no-number = “{ $column }” must be a number.
edit-refused = Nothing was changed: this was not taken. Correct it below.
edit-gone = There is nothing to correct here: the changed row is gone, or it is a decision.
edit-silent = Nothing was changed: the side of the row does not answer. Try again later.
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
activity-deed-Corrected = Corrected

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

# Solutions
solutions = Solutions
setup = Setup
solutions-search = Search packages
solutions-none = No package is called so. Try another word.
solutions-unfit = A folder that is no package
publisher = Publisher
installed-version = Installed version
works-in = Company
consented = Agreed to by
what-it-adds = What it adds to Sales
what-it-carries = What it carries
solution-install = Install
solution-continue = Continue the installation
solution-update = Update to { $version }
solution-uninstall = Uninstall
solution-verify = Verify
solution-health = Health check
uninstall-question = Uninstall { $title }?
uninstall-consequence = Nothing is carried between headquarters and Sales any more. Views are removed from Sales, and columns and keys in which no row holds a value. Rows stay on both sides, and so does what dual-write knows of pairs: installed again, it goes on from there. Until then both sides keep their changes for it.
uninstalling-now = It no longer works; what it added is being removed.
state-Preparing = Being prepared
state-Installing = Being installed
state-Installed = Installed
state-RollingBack = Being rolled back
state-Uninstalling = Being removed
state-Removed = Not installed

# Wizard
wizard-title = Install { $title }
wizard-environments = Environments
wizard-company = Company
wizard-health = Health check
wizard-consent = Changes and consent
wizard-progress = Installation
environments-question = These two environments will be kept in step. Are they the right ones?
environment-address = Address
environment-here = in this program
environment-id = Environment
environment-user = Signed in as
environment-fingerprint = Fingerprint of its certificate (SHA-256)
environments-confirm = These are the right ones
company-question = In which company of headquarters do business partners arise?
company-confirm = Use this company
health-good = Everything is right.
health-bad = Something stands in the way. Put it right, then check again.
check-again = Check again
repair = Repair
repaired = Repaired.
wizard-next = Next
consent-question = This will be changed, and nothing else:
consent-headquarters = Headquarters: nothing is added. Its change log is kept until dual-write has read it.
consent-rows = From then on rows of both sides are made and changed as the maps say.
consent-privacy = Names, addresses, e-mail addresses and phone numbers of business partners are copied to the other side. Whoever runs both sides is responsible for that.
consent-agree = I agree to these changes
consent-needed = Tick that you agree first.
item-Column = Column
item-Key = Alternate key
item-View = View
item-kind = What
item-table = Table
item-state = State
presence-missing = will be made
presence-present = is there and is used
presence-different = is there and does not fit
step-Pending = to do
step-Made = made
step-Adopted = was there
step-Removed = removed
step-Kept = kept: it holds data, or was there before
progress-working = This page looks again by itself. You may close it: the work goes on.
progress-waiting = It cannot go on now and tries again by itself.
progress-stuck = It stopped.
progress-installed = The package is installed: headquarters and Sales are kept in step.
progress-removed = Nothing of it is at work.
try-again = Try again
roll-back = Roll back
give-up = Give up
given-up = Nothing was changed.
rolling-back-now = What was made is being removed.

# Findings
about-answers = { $side } answers and knows dual-write
remedy-answers = Look whether it runs at this address, and whether name and secret of the application are right; then check again.
about-environment = { $side } is the environment that was confirmed
remedy-environment = Another environment answers there, perhaps a copy or a restored one. If that is right, look at the environments and confirm them anew.
about-company = Headquarters has the company { $name }
about-store = The store’s requests come to the package’s company: { $name }
remedy-company = Choose another company.
remedy-store = Choose company { $name } instead. In any other, no request of the store becomes a lead.
about-reads = Dual-write may read { $name } in { $side }
remedy-reads = Give its application user the role “Dual-write” there.
about-customizes = The installation may add columns to Sales
remedy-customizes = Give its application user the role “Dual-write setup” in Sales (System Customizer in Dynamics 365); after the installation it may be taken away again.
about-columns = Sales has the columns of { $name } that the maps name
remedy-columns = These are missing. Add them in Sales, or use a package whose maps fit.
about-fits = { $name } in Sales can be used
remedy-fits = Something else has this name there. Rename or remove it, then check again.
about-alone = No other package is at work
remedy-alone = Uninstall this one first.

# Verification
verify-title = Verify { $title }
verify-start = Send a test request
verify-explain = A marked test request goes through the store’s own form. It is found among all prospects and as a lead, declined, and removed from both sides. No mail is sent.
verify-never = It was not verified yet.
verify-Running = Under way
verify-Passed = Every leg holds
verify-Failed = A leg is broken
verify-broke-off = It broke off with its process. The next one removes what it left.
verify-earlier = Earlier verifications
verify-busy = One is under way already.
leg-Submitted = The store takes the request
leg-Prospect = It is among all prospects
leg-Lead = It is a lead in Sales
leg-Decision = Declined in headquarters, its lead is closed
leg-Told = The store tells its sender
leg-Cleaned = Nothing of it is left

# Refusals of the wizard
refuse-busy = The package is installed already, or being installed or removed.
refuse-not-installed = The package is not installed.
refuse-not-prepared = Answer the questions before this one first.
refuse-other-environment = Another environment answers now than the one that you were shown. Look again.
refuse-no-repair = There is nothing to repair any more. Look at the check again.
command-line = the command line
refuse-no-verification = This package makes no leads of prospects: a verification follows such a one.
