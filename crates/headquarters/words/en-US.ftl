# Navigation
customers = Customers
all-prospects = All prospects
all-customers = All customers
customer-hierarchies = Customer hierarchies
commerce-it = Retail and Commerce IT
where-is-my-request = Where is my request
distribution-schedule = Distribution schedule
batch-jobs = Batch jobs
email-history = Email history
setup = Setup
email-templates = Email templates
number-sequences = Number sequences
legal-entities = Legal entities

# Lists
view-undecided = Waiting for a decision
view-approved = Approved
view-rejected = Rejected
view-partners = Business partners
view-organizations = Organizations
view-persons = Persons
view-mail-failed = Failed
view-mail-queued = Waiting to be sent
view-mail-captured = Captured
prospects-empty = Companies that ask in the store to become business partners appear here.
customers-empty = Organizations and persons that the company trades with appear here.
customer-hierarchies-empty = An approved business partner gets a hierarchy with its people.
email-history-empty = Messages to requestors and partners appear here.
email-templates-empty = Templates of messages appear here.
number-sequences-empty = Number sequences of the companies appear here.
legal-entities-empty = Companies appear here.
waiting-in-store = { $count ->
    [one] { $count } request waits in the store for job P-0001.
   *[other] { $count } requests wait in the store for job P-0001.
}
waiting-in-headquarters = { $count ->
    [one] { $count } request was pulled and waits to become a prospect.
   *[other] { $count } requests were pulled and wait to become prospects.
}

# Prospect
convert-approve = Approve
convert-reject = Reject
approve = Approve
reject = Reject
start-review = Start review
review-started = The prospect is in review.
edit = Edit
edit-title = Edit { $name }
company = Company
type-b2b-prospect = B2B prospect
requestor = Requestor
comments = Comments
decision = Decision
history = History
checks = Checks before a decision
where-it-is = Where it is
follow = Follow the request
note-in-review = Somebody is working on it. You can still decide here; the first decision counts, and the other side is told.
note-approved = Approved by { $by } in { $place }, { $at }.
note-rejected = Rejected by { $by } in { $place }, { $at }.
check-email-free = No other person signs in by this e-mail address.
check-email-in-use = This e-mail address is another person’s already:
check-organization-new = No customer has the same name or tax number.
check-organization-known = A customer has the same name or tax number:
check-prospect-single = No other prospect is alike.
check-prospect-alike = Another prospect has the same name, tax number or address:
check-possible-duplicate = The store saw an earlier request of the same company:
decided-meanwhile = This prospect is decided already. Nothing was changed.
approve-title = Approve { $name }?
approve-consequences = Tandem makes the organization a customer, { $name } a person customer, and a customer hierarchy with { $name } as its administrator.
approve-mail = The mail follows as soon as sign-in works, usually within a minute.
approve-organization = The organization is
approve-new-organization = A new customer
approve-email-in-use = The requestor’s e-mail address is already the sign-in of
approve-join = This person joins the new partner as its administrator
approve-join-organization = If this organization is a partner already, the requestor becomes one of its administrators
approve-usual = As usual
organization-in-use = Customer { $account } is a partner already or belongs to another prospect. Let the requestor become one of its administrators, or choose another customer.
approved-now = Approved. Customers and hierarchy are made.
approved-already = It was approved before. Nothing happened twice.
reject-title = Reject { $name }?
reject-several-title = { $count ->
    [one] Reject { $count } prospect?
   *[other] Reject { $count } prospects?
}
reject-consequences = The requestor is told by mail, without the reason. The decision goes to Sales too.
reason = Reason
comment = Comment
comment-hint = For the record; it is not sent to the requestor.
choose-reason = Choose a reason from the list.
rejected-now = Rejected. The mail is on its way.
rejected-already = It was rejected before. Nothing happened twice.
rejected-several = { $count ->
    [one] { $count } prospect was rejected.
   *[other] { $count } prospects were rejected.
}
not-rejected = { $count ->
    [one] { $count } was not:
   *[other] { $count } were not:
}
nothing-to-reject = None of them can be rejected: they are decided already.
prospects-not-found = These prospects do not exist any more, or are not yours to see. Select others in the list.
refused-approved-before = Prospect { $prospect } was already approved by { $by } in { $place }, { $at }. That decision stands.
refused-rejected-before = Prospect { $prospect } was already rejected by { $by } in { $place }, { $at }. That decision stands.
unfit-customer = Customer { $account } cannot be used here. Choose another one.
email-in-use = { $email } is the sign-in of { $account } already, and it can be one person’s only. Let { $account } join the new partner, or correct one of the two addresses.
refused-ProspectAlreadyDecided = This prospect is decided and cannot be changed any more. Change its customers instead.

# Where it is
trail-received = Request received by { $store }
trail-terms = Agreed to version { $version } of the terms
trail-waits-for-job = Waits for the job { $job }
trail-pulled = Pulled from the store
trail-failed = The last try failed: { $why }
trail-prospect = Prospect { $number }
trail-lead-in-step = The lead is there, and both agree.
trail-lead-waiting = On its way to Sales
trail-lead-failed = Sales refused it. Somebody has to look.
trail-decision = Decision
trail-undecided = Nobody has begun yet
trail-in-review = In review
trail-decided-by = { $by }, { $place }
trail-store-knows = The requestor sees the decision
trail-store-waits = The store is told by the next run
open-lead = Open the lead
open-dual-write = Open in dual-write
open-prospect = Open the prospect
open-mail = Open the message
requests-about = Follow a request through store, headquarters, dual-write and Sales.
requests-search = Reference, company or e-mail
requests-empty = Requests appear here as soon as the store has taken them.
requests-cut = Only the newest are shown. Search for others.
request = Request
reference = Reference
received-at = Received
place-store = In the store
place-headquarters = In headquarters, waiting
place-failed = Failed in headquarters
place-gone = Prospect not to be seen

# Customers and hierarchies
general = General
address = Address
credit-and-invoice = Credit and invoice
memo = Memo
b2b = B2B
credit-used = Credit used
credit-used-of = { $used } of { $limit }
structure = Structure
members = Members
members-empty = Nobody acts for this organization yet.
members-count = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
members-waiting = { $count ->
    [one] { $count } waits for job 1010
   *[other] { $count } wait for job 1010
}
waits-for-1010 = Waits for job 1010
no-spending-limit = no limit
spending-limit = Spending limit
member-name = Name
member-role = Role
member-status = Status
member-customer = Customer
member-invoice-account = Invoice account

# History
history-system = The system
history-created = Created
history-changed = Changed
history-deleted = Deleted
history-erased = Personal data erased
history-more = { $count ->
    [one] and { $count } more column
   *[other] and { $count } more columns
}

# Jobs
job-p-0001 = P-0001 (Channel transactions)
job-p-0001-about = Brings requests, user changes and wishes for a password from the store to headquarters.
job-1010 = 1010 (Customers)
job-1010-about = Tells the store which customers it may know, and lets new people sign in.
job-1110 = 1110 (Global configuration)
job-1110-about = Tells the store which features are on.
job-synchronize-customers = Synchronize customers and channel requests
job-synchronize-orders = Synchronize orders and channel requests
job-synchronize-async = Synchronize customers and business partners from async mode
job-synchronize-about = Turns pulled requests into prospects, and tells the store where its requests stand.
job-mail = Process email notifications
job-mail-about = Sends the messages that wait, and tries again those that could not be handed over.
job-change-log = Clean up the change log
job-change-log-about = Removes what every reader of the change log has read and what is older than a week.
run-now = Run now
define-recurrence = Define recurrence
withhold = Withhold
resume-job = Resume
job-ran = { $job }: { $done } done, { $failed } failed, { $skipped } skipped.
job-busy = { $job } is running already. Wait until it ends.
job-failed = { $job } broke off. Its history says why.
job-withheld = { $job } runs only when told now.
job-resumed = { $job } runs by itself again.
next-run-withheld = Only when told
batch-job-history = Batch job history
runs-all = All
runs-errors = Errors
runs-empty = A run that finds nothing to do leaves no entry, unless somebody asked for it.
run-started = Started
run-status = Status
run-trigger = Set off by
run-duration = Duration
run-done = Done
run-failed = Failed
run-skipped = Skipped
run-rows = Rows of the run
run-row = Row
run-outcome = Outcome
run-message = Message
run-no-rows = This run had nothing to do.
run-left-out = { $count ->
    [one] { $count } more row is counted only
   *[other] { $count } more rows are counted only
}
seconds-short = { $seconds } s
ended-with-failures = Ended, rows failed
recurrence-title = Recurrence of { $job }
recurrence-about = Beside its recurrence the job runs within a second of there being work, unless the server was told otherwise.
runs-when = It runs
every-minutes = { $count ->
    [one] Every minute
   *[other] Every { $count } minutes
}
every-hours = { $count ->
    [one] Every hour
   *[other] Every { $count } hours
}
daily-at = Daily at { $time } UTC
recurrence-own = As in the expression below
recurrence-expression = Cron expression
recurrence-hint = Minute, hour, day, month and weekday, in UTC: 30 4 * * 1 is Mondays at 04:30.
recurrence-set = The recurrence is set.
recurrence-stale = Somebody changed the recurrence meanwhile. Now stored: { $theirs }. Yours: { $yours }. Saving again replaces theirs.
refused-InvalidRecurrence = This is no recurrence that ever comes true. Write minute, hour, day, month and weekday, such as */5 * * * *.

# Mail
mail-request-received = Onboarding request received
mail-prospect-approved = B2B prospect approved
mail-prospect-rejected = B2B prospect rejected
mail-user-added = B2B user added
mail-password-reset = Password reset
message = Message
mail-html = As a page
mail-text = As plain text
mail-failure = It could not be handed over:
mail-links-hidden = Personal links are shown without their secret part, and open nothing here.
mail-captured = Nobody received this message: no mail server is set. Set mail.transport (TANDEM_MAIL_TRANSPORT) to smtp and mail.host, then send it again.
mail-captured-demo = This is a demo: no mail leaves it, so its links work here.
resend = Send again
resend-title = Send this message again?
resend-consequences = The same words go out once more: “{ $subject }”. The first message stays in the history.
resend-hint = Correct the address where it was wrong. Whoever gets the message can follow its links.
recipient = Recipient
resent = The message goes to { $recipient } once more.
resend-queued = This message waits to be sent anyway. Wait until it was sent or failed.
no-email-address = This is no e-mail address. Correct it.
template = Template
new-template = New template
template-names = Names that it may use
template-names-about = Each is replaced by its value when a message is made. Any other %name% is refused.
preview = Preview
preview-about = With values that somebody could have.
restore-template = Back to the built-in text
restore-title = Put the built-in text of “{ $name }” back?
restore-consequences = Subject, text and page are replaced. Messages that were made already stay as they are.
restored = The built-in text is back.
unknown-placeholder = { $name } is not known in this message. Known names are listed below.
unfit-placeholder = A name between percent signs is not known in this message. Use only the names that are listed.
unfit-one-line = The subject must be one line without control characters. Remove line breaks, tabs and the like.
unfit-notification-type = There is no such notification type. Choose one from the list.
refused-NoBuiltInTemplate = There is no built-in text in this language. Write your own.

# Number sequences
next-number = Next number
number-sequence-care = Each # is a digit. Numbers given before must not come again: raise the next number, or begin a new format.
legal-entity-about = Mail comes from this address. What the store does not write itself, such as links for new passwords, is signed with this name. A partner’s credit is in this currency unless another one was agreed.
refused-FormatWithoutDigits = The format needs a # for each digit of the number, such as C-######.
refused-FormatTooShort = The next number has more digits than the format has #. Lengthen the format.
refused-NumberGivenBefore = Lower numbers were given already and would come again. Keep the next number, or begin a new format.
refused-NumberSequenceMissing = A number sequence of the company is missing. Readiness in headquarters makes it.
refused-NumberSequenceExhausted = A number sequence of the company has no numbers left. Readiness in headquarters lengthens its format.
unfit-email = Mail cannot be sent to this address. Write one such as name@company.example.
unfit-currency = This is no currency. Write its code of three capitals, such as EUR.
unfit-language = This is no language. Write its code, such as pl-PL.
unfit-country = This is no country. Choose one from the list, or write its code of two capitals, such as PL.
unfit-control-character = The text contains control characters that nobody can see. Remove them; line breaks and tabs are for comments and memos only.
unfit-not-in-company = This company has nothing of that name. Choose one that is there.
unfit-of-column = { $column }: { $why }

# Columns
column-dataareaid = Company
column-createdat = Created
column-modifiedat = Changed
column-status = Status
column-language = Language
column-organizationname = Organization
column-personfirstname = First name
column-personmiddlename = Middle name
column-personlastname = Last name
column-primarycontactemail = E-mail
column-primarycontactphone = Phone
column-jobtitle = Job title
column-professionaltitle = Job title
column-website = Website
column-primarycontacturl = Website
column-taxid = Tax ID
column-taxexemptnumber = Tax ID
column-numberofemployees = Employees
column-organizationnumberofemployees = Employees
column-addressstreet = Street
column-addresscity = City
column-addressstate = State or province
column-addresspostalcode = Postal code
column-addresscountry = Country
column-comments = Comments
column-possibleduplicateof = Possible duplicate of
column-requestreference = Reference
column-prospectid = Prospect ID
column-typeid = Type ID
column-storename = Online store
column-storeurl = Address of the store
column-rejectionreason = Reason
column-rejectioncomment = Comment
column-decidedby = Decided by
column-decidedin = Decided in
column-decidedat = Decided at
column-decisionid = Decision
column-organizationcustomeraccount = Organization customer
column-requestorcustomeraccount = Requestor customer
column-customerhierarchyid = Customer hierarchy ID
column-customeraccount = Customer account
column-partytype = Type
column-partynumber = Party number
column-partnerstatus = Partner
column-b2bprospectid = Prospect ID
column-b2bprospectrole = Role in the prospect
column-isb2badministrator = B2B administrator
column-creditlimit = Credit limit
column-creditlimitismandatory = Credit limit is mandatory
column-creditrating = Credit rating
column-balance = Balance
column-onholdstatus = On hold
column-invoiceaccount = Invoice account
column-invoiceaddress = Invoice address
column-paymentterms = Terms of payment
column-customergroupid = Customer group
column-salescurrencycode = Currency
column-salesmemo = Memo
column-languageid = Language
column-contactpersonid = Contact person ID
column-name = Name
column-senderemail = Sender’s e-mail address
column-isdefault = Used where none is named
column-currencycode = Currency
column-legalentityid = Company
column-purpose = Purpose
column-subject = Subject
column-recipient = Recipient
column-sender = Sender
column-notificationtype = Notification type
column-sentat = Sent
column-attempts = Failed attempts
column-failuredetails = Failure
column-textbody = Plain text
column-htmlbody = HTML
column-numbersequencecode = Number sequence
column-format = Format
column-next = Next number
column-recurrence = Recurrence
column-nextrunat = Next run
column-lastrunat = Last run

# Options
option-Open = Open
option-InReview = In review
option-Approved = Approved
option-Rejected = Rejected
option-Lost = Lost
option-CannotContact = Cannot contact
option-NoLongerInterested = No longer interested
option-Canceled = Canceled
option-OutSold = Out-sold
option-NotEligible = Not eligible
option-Duplicate = Duplicate
option-CreditRisk = Credit risk
option-IncompleteInformation = Incomplete information
option-Other = Other
option-Headquarters = Headquarters
option-Sales = Sales
option-Organization = Organization
option-Person = Person
option-Requestor = Requestor
option-None = None
option-Prospective = Prospective
option-Active = Active
option-Declined = Declined
option-Pending = Pending
option-Disabled = Disabled
option-Admin = Admin
option-User = User
option-No = No
option-Invoice = Invoice
option-All = All
option-Payment = Payment
option-Requisition = Requisition
option-Never = Never
option-InvoiceAccount = Invoice account
option-OrderAccount = Order account
option-Queued = Waiting
option-Sent = Sent
option-Failed = Failed
option-Captured = Captured
option-Waiting = Waiting
option-Executing = Executing
option-Withhold = Withheld
option-Recurrence = Recurrence
option-RunNow = By hand
option-Work = There was work
option-Ended = Ended
option-Error = Error
option-Succeeded = Done
option-Skipped = Skipped

# Readiness
readiness = Readiness
ready-all = Everything is in place.
ready-good = Ready
ready-warn = Look at it
ready-bad = Not ready
ready-more = More
ready-fixed = Done: { $fix }.
check-feature = Enable the use of B2B eCommerce capabilities
check-feature-about = While this feature is on, the store takes requests of companies.
check-number-sequences = Number sequences
check-number-sequences-about = Prospects, customers and hierarchies get their numbers from them.
check-customers = Customers reach the store
check-customers-about = Job 1010 publishes partners. One that the store does not know cannot sign in.
check-channel = Channel
check-channel-about = The store, its company, and the database that both sides write to.
check-mail = Mail
check-mail-about = Partners learn by mail that they were approved, and how to sign in.
check-jobs = Job schedules
check-jobs-about = Jobs carry requests, prospects, customers and mail onwards.
check-connection = Dual-write
check-connection-about = Carries prospects and decisions to where sellers work, and back.
ready-feature-on = It is on: the store takes requests.
ready-feature-off = It is off: the store takes no requests. Those that are under way go on.
ready-feature-untold = The store does not know it yet. Job 1110 tells it.
ready-sequences = Every company has all of them, and none is used up.
ready-sequences-missing = Missing: { $names }. Nothing of that kind can be made.
ready-sequences-used-up = Used up: { $names }. A longer format gives more numbers.
ready-sequences-short = Fewer than a thousand numbers are left: { $names }. A longer format gives more.
ready-customers = The store knows every partner.
ready-channel = The store at { $origin } has its company, currency, customer group and database.
ready-channel-silent = The channel database does not answer: { $error }. Look at its server and its address in the settings.
ready-company-missing = There is no company { $company }, for which the store sells. Restart headquarters: it makes it.
ready-group-missing = The customer group { $group }, which partners join, is missing in: { $names }.
ready-origin-plain = The store is reached at { $origin }, without encryption. Set origin (TANDEM_ORIGIN) to an address with https.
ready-mail-leaves = Mail leaves by a mail server.
ready-mail-demo = Mail is captured: this is the demo.
ready-mail-captured = No mail leaves. Set mail.transport (TANDEM_MAIL_TRANSPORT) to smtp, and mail.host to the mail server.
ready-mail-sender = Mail comes from { $address }, which is nobody’s address. Give the company its own.
ready-templates = Every notification type has a template in all six languages.
ready-templates-missing = Templates are missing, and another language is sent in their place: { $names }.
ready-jobs = All jobs run when they should.
ready-jobs-missing = Missing: { $names }. Restart headquarters: it makes them.
ready-jobs-withheld = Withheld, and run only when told: { $names }.
ready-jobs-late = Should have run and did not: { $names }. Is headquarters among the apps that are served, and jobs_mode not manual?
ready-jobs-broke-off = The last run broke off: { $names }. Its history says why.
ready-jobs-failed = The last run left rows that failed: { $names }. Its history says why.
ready-connection = The package { $package } is at work.
ready-connection-none = No package is installed: headquarters works alone.
ready-connection-silent = How it stands cannot be told: { $error }.
fix-turn-on = Turn on
fix-tell-store = Run job 1110 now
fix-make-sequences = Make the missing sequences
fix-lengthen-sequences = Lengthen the formats
fix-make-groups = Make the missing groups
fix-release-jobs = Resume the jobs
fix-run-jobs = Run them now
fix-publish = Run job 1010 now
fix-restore-templates = Restore the missing templates
turn-off = Turn off
turn-off-title = Turn the feature off?
turn-off-consequences = The store takes no more requests: its form and its API say so. Requests that are under way, customers and mail go on.
turned-off = The feature is off. The store hears of it by job 1110.
ready-some-bad = To put right before partners can come: { $count }.
ready-some-warn = Works; worth a look: { $count }.
ready-customers-missing = Partners that the store does not know: { $count }, among them { $names }.
refused-UnknownFeature = There is no such feature. Restart headquarters: it makes it.
ready-mail-stuck = Messages that wait for more than a quarter of an hour: { $count }.
ready-mail-failed = Messages that could not be sent in the last seven days: { $count }. Their page says why, and sends them again.
ready-connection-waiting = Changes that need somebody: { $count }.

# What became of a row of a batch job
row-removed = Entries removed: { $detail }
row-sent = Sent
row-captured = Captured: no mail server is set
row-published = The store knows it
row-withdrawn = Taken out of the store
row-welcomed = Can sign in and was told by mail
row-feature-on = On in the store
row-feature-off = Off in the store
row-changed = Changed as the organization’s administrator wishes
row-was-so = Was so already
row-pulled = Pulled from the store
row-was-here = Was here already
row-became-prospect = Became prospect { $detail }
row-link-goes-out = A link to set a password goes out
row-told-or-gone = Was told already, or is no customer any more
row-store-shows-received = The store shows that it was received
row-store-shows-in_review = The store shows that it is in review
row-store-shows-approved = The store shows that it was approved
row-store-shows-declined = The store shows that it was declined
row-store-knew = The store knew already
row-store-lost = The store has no such request any more
row-added = Added to the organization
row-is-member = Is a member already
row-acknowledged = The sender is told that it was received
row-was-acknowledged = The sender was told already

# Members of a customer hierarchy
member = Member
disable-member = Disable
enable-member = Enable
member-enabled = The person can act for the organization again once job 1010 has told the store.
member-disabled = The person can no longer act for the organization. The store is told by job 1010.
refused-LastAdministrator = Nobody else manages the organization’s users. Make another member its administrator first.
refused-EmailInUse = Another person of the company signs in to the store by this e-mail address. Change one of the two addresses.
refused-NoSignInAddress = This person has no e-mail address to sign in by. Give the customer one first.
unfit-signs-in = This person signs in to the store by this address. Give another address, or first remove the person from the organization’s users.
unfit-email-in-use = Another person of this company signs in to the store by this address. Give another address, or first change that person’s.
column-role = Role
column-spendinglimit = Spending limit
