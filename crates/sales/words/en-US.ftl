# Places
leads = Leads
opportunities = Opportunities
pipeline = Pipeline
customers = Customers
accounts = Accounts
contacts = Contacts
noun-lead = Lead
noun-opportunity = Opportunity
noun-account = Account
noun-contact = Contact
no-name = (no name)

# Views that Sales begins with
view-my-open-leads = My Open Leads
view-open-leads = Open Leads
view-all-leads = All Leads
view-closed-leads = Closed Leads
view-all-commerce-b2b-leads = All Commerce B2B leads
view-my-open-opportunities = My Open Opportunities
view-open-opportunities = Open Opportunities
view-all-opportunities = All Opportunities
view-closed-opportunities = Closed Opportunities
view-won-opportunities = Won Opportunities
view-lost-opportunities = Lost Opportunities
view-my-active-accounts = My Active Accounts
view-active-accounts = Active Accounts
view-all-accounts = All Accounts
view-inactive-accounts = Inactive Accounts
view-my-active-contacts = My Active Contacts
view-active-contacts = Active Contacts
view-all-contacts = All Contacts
view-inactive-contacts = Inactive Contacts
leads-empty = Leads that belong to this view stand here. Those that dual-write brings are in “All Commerce B2B leads” until somebody takes them.
opportunities-empty = Qualify a lead or make a new opportunity to see it here.
accounts-empty = Companies that you deal with stand here: made by hand or by qualifying a lead.
contacts-empty = People that you deal with stand here: made by hand or by qualifying a lead.

# Commands
new = New
add = Add
edit = Edit
delete = Delete
complete = Complete
qualify = Qualify
disqualify = Disqualify
reactivate = Reactivate
mark-contacted = Mark as contacted
close-as-won = Close as Won
close-as-lost = Close as Lost
reopen = Reopen
activate = Activate
deactivate = Deactivate
assign = Assign
assign-to-me = Assign to me
open-opportunity = Open opportunity
open-lead = Open lead
as-board = Board
as-list = List
new-lead = New lead
new-opportunity = New opportunity
new-account = New account
new-contact = New contact

# Assigning
assign-title = Assign { $name }?
assign-consequence = The new owner finds it in their own views. You may lose sight of it if it leaves your business unit.
new-owner = New owner
people = People
teams = Teams
owner-missing = Choose who shall own it.
assigned = Assigned.
assigned-to-you = This is yours now.
rows-assigned = { $count ->
    [one] { $count } row is yours now.
   *[other] { $count } rows are yours now.
}
some-assigned = Assigned: { $taken }. Not assigned: { $left }. { $why }

# Process
lead-to-opportunity = Lead to Opportunity
flow-won = Won
flow-lost = Lost
flow-qualified = Qualified without an opportunity
flow-disqualified = Disqualified
active-since-now = Active for less than an hour
active-for-hours = { $count ->
    [one] Active for { $count } hour
   *[other] Active for { $count } hours
}
active-for-days = { $count ->
    [one] Active for { $count } day
   *[other] Active for { $count } days
}
steps-done = { $done } of { $all } steps
stage = Stage
move-to = Move to { $stage }
move = Move
stage-entered = It stands at { $stage } now.

# Sections
section-contact = Contact
section-company = Company
section-qualification = Qualify
section-details = Details
section-opportunity = Opportunity
section-develop = Develop
section-propose = Propose
section-close = Close
section-account = Account
section-address = Address
section-billing = Billing
section-preferences = How to reach
possible-duplicates = Possible duplicates
account-no-contacts = Nobody is known at this account yet.
no-opportunities-of-this = There is no opportunity yet.

# Prospect behind a row
b2b-prospect = B2B prospect
prospect = Prospect
verdict = Headquarters
sync = Sync
refused-lead-remedy = Headquarters had decided otherwise before; the note on the timeline says who and when. This lead stays as you left it. To agree with headquarters, reactivate it and close it the other way.
refused-opportunity-remedy = Headquarters had decided otherwise before; the note on the timeline says who and when. This opportunity stays as you left it. To agree with headquarters, reopen it and close it the other way.

# Timeline
timeline = Timeline
timeline-all = All
timeline-notes = Notes
timeline-activities = Activities
timeline-system = System
timeline-empty = Nothing happened here yet.
show-more = Show more
note = Note
write-a-note = Write a note
add-note = Add note
add-task = Task
add-call = Phone call
new-note = New note
edit-note = Edit note
new-task = New task
edit-task = Edit task
new-call = New phone call
edit-call = Edit phone call
delete-note = Delete this note?
delete-task = Delete this task?
delete-call = Delete this phone call?
delete-consequence = It leaves the timeline for everybody and cannot be brought back.
deleted = Deleted.
note-added = The note is on the timeline.
task-added = The task is on the timeline.
call-added = The phone call is on the timeline.
activity-completed = “{ $subject }” is completed.
note-empty = A note needs words. Write some.
note-too-long = At most { $max } characters fit. Shorten the text.
subject-empty = Say in a few words what it is about.
subject = Subject
description = Description
phone-number = Phone number
call-comes-in = They call us
due = Due
high-priority = High priority
overdue = Overdue
task-planned = Task
task-completed = Task completed
task-canceled = Task canceled
call-planned = Phone call planned
call-made = Phone call made
call-received = Phone call received
call-canceled = Phone call canceled
opportunity-closed = Opportunity closed
closing-canceled = Closed, then reopened
closed-revenue = Actual revenue: { $amount }
closed-competitor = Competitor: { $name }

# Qualify
qualify-title = Qualify { $name }?
qualify-consequence = The lead is closed as Qualified and can only be read from then on. What is made of it belongs to you.
qualify-partner-consequence = Headquarters is told that the request is in review.
qualify-may-exist = This may be there already. Choose the right one, or make a new one.
qualify-there-already = There already
qualify-chosen-on-lead = Named on the lead
qualify-of-prospect = Belongs to prospect { $prospect }, so it cannot stand for this one too
qualify-new-account = New account “{ $name }”
qualify-new-contact = New contact “{ $name }”
qualify-no-account = No account
qualify-no-contact = No contact
qualify-opportunity = Make an opportunity
qualify-opportunity-decides = Winning or losing it decides the partner’s request.
qualify-earlier = “{ $name }” of an earlier qualification still stands; no other is made.
qualify-choose = Choose an account and a contact, or that none is to be made.
qualify-not-open = This lead is closed already. Reactivate it before you qualify it.
qualify-no-company = The lead names no company, so no account can be made of it. Fill it in, or go on without an account.
qualify-no-last-name = The lead has no last name, so no contact can be made of it. Fill it in, or go on without a contact.
qualify-no-customer = An opportunity needs an account or a contact. Choose or make one of them.
qualify-duplicates = Meanwhile this seems to be there already. Look at the choices again.
qualify-other-prospect = { $table } “{ $name }” belongs to the prospect { $prospect } and cannot stand for this one too. Choose another or make a new one.
qualify-unseen = The account or contact is gone, or not yours to see. Choose another, here or on the lead.
not-yours-to-see = (not yours to see)
look-at-it = Open
lead-qualified = The lead is qualified.

# Disqualify and reactivate
disqualify-title = Disqualify { $name }?
disqualify-consequence = The lead is closed and can only be read until somebody reactivates it.
disqualify-partner-consequence = Headquarters declines the partner’s request with this reason, and the requestor is told by mail.
disqualify-refused = This lead is closed already or has an opportunity. Close the opportunity as lost instead.
reason = Reason
reason-missing = Choose a reason.
lead-disqualified = The lead is disqualified.
reactivate-title = Reactivate { $name }?
reactivate-consequence = The lead is open again, with its notes and everything that was made of it.
reopen-partner-consequence = This changes nothing in headquarters: a decision made there stands.
lead-reactivated = The lead is open again.
lead-contacted = Noted: somebody spoke to them.
lead-not-open = Nothing was changed: this lead is closed. Reactivate it first.

# Closing opportunities
close-won-title = Close { $name } as won?
close-lost-title = Close { $name } as lost?
close-consequence = The opportunity can only be read until somebody reopens it.
close-won-partner = Headquarters approves the partner: customers are made and the requestor is invited.
close-lost-partner = Headquarters declines the partner’s request, and the requestor is told by mail.
close-not-open = This opportunity is closed already. Reopen it before you close it again.
close-wrong-day = Enter the day on which it was closed.
close-wrong-competitor = Choose a competitor of the list, or none.
actual-revenue = Actual revenue
closed-on = Close date
competitor = Competitor
opportunity-won = The opportunity is won.
opportunity-lost = The opportunity is lost.
reopen-title = Reopen { $name }?
reopen-consequence = The opportunity is open again. Its closing stays on the timeline, canceled.
opportunity-reopened = The opportunity is open again.

# Accounts and contacts
activate-title = Activate { $name }?
deactivate-title = Deactivate { $name }?
activate-consequence = It is in the active views again and can be edited here.
deactivate-consequence = It leaves the active views and is no longer offered when leads are qualified. Nothing is deleted.
activated = Activated.
deactivated = Deactivated.

# Pipeline
my-pipeline = My open opportunities
whole-pipeline = All open opportunities
open-pipeline = Open pipeline
mine = Mine
everybodys = Everybody’s
lane-empty = Nothing at this stage.
show-more-cards = { $count ->
    [one] Show { $count } more
   *[other] Show { $count } more
}
close-date-passed = Close date passed

# What rules refuse
refused-0x80040203 = This is not possible as the row stands now. Reload the page and look at its state.
refused-0x80048408 = This reason does not belong to the state. Choose another.

# Columns
column-subject = Topic
column-salutation = Salutation
column-firstname = First name
column-lastname = Last name
column-fullname = Name
column-name = Name
opportunity-name = Topic
column-jobtitle = Job title
column-telephone1 = Business phone
column-phonenumber = Phone number
column-mobilephone = Mobile phone
column-emailaddress1 = E-mail
column-companyname = Company
column-websiteurl = Website
column-industrycode = Industry
column-numberofemployees = Employees
column-revenue = Annual revenue
column-address1-line1 = Street
column-address1-line2 = Street 2
column-address1-city = City
column-address1-stateorprovince = State/Province
column-address1-postalcode = ZIP/Postal code
column-address1-country = Country/Region
column-parentaccountid = Account
account-parentaccountid = Parent account
lead-parentaccountid = Existing account
lead-parentcontactid = Existing contact
column-parentcontactid = Contact
column-parentcustomerid = Company
column-purchasetimeframe = Purchase timeframe
column-budgetamount = Budget
column-purchaseprocess = Purchase process
column-decisionmaker = Decision maker known
column-qualificationcomments = What was learned
column-leadsourcecode = Lead source
column-leadqualitycode = Rating
column-opportunityratingcode = Rating
column-statuscode = Status reason
column-estimatedamount = Est. revenue
column-estimatedvalue = Est. revenue
column-estimatedclosedate = Est. close date
column-closeprobability = Probability, %
column-actualvalue = Actual revenue
column-actualclosedate = Actual close date
column-actualrevenue = Actual revenue
column-competitorid = Competitor
column-campaignid = Campaign
column-description = Description
column-customerid = Customer
column-originatingleadid = Originating lead
column-salesstage = Stage
column-customerneed = Customer need
column-proposedsolution = Proposed solution
column-identifycustomercontacts = Stakeholders known
column-identifycompetitors = Competitors known
column-identifypursuitteam = Sales team set
column-developproposal = Proposal made
column-completeinternalreview = Reviewed inside
column-presentproposal = Proposal presented
column-completefinalproposal = Final proposal made
column-presentfinalproposal = Final proposal presented
column-finaldecisiondate = Decision date
column-sendthankyounote = Thanks sent
column-filedebrief = Debriefing filed
column-accountnumber = Customer number
column-msdyn-contactpersonid = Customer number
column-msdyn-sellable = Can be sold to
column-customertypecode = Relationship
column-primarycontactid = Primary contact
column-creditlimit = Credit limit
column-creditonhold = Credit on hold
column-paymenttermscode = Payment terms
column-birthdate = Birthday
column-preferredcontactmethodcode = Preferred way
column-donotemail = No e-mail
column-donotphone = No calls
column-donotpostalmail = No letters
column-ownerid = Owner
column-createdon = Created
column-modifiedon = Changed
column-tandem-b2bprospectid = Prospect
column-tandem-partnerstatus = Headquarters

# Options
option-New = New
option-Contacted = Contacted
option-Qualified = Qualified
option-Lost = Lost
option-CannotContact = Cannot Contact
option-NoLongerInterested = No Longer Interested
option-Canceled = Canceled
opportunity-statuscode-Canceled = Canceled
option-InProgress = In Progress
option-OnHold = On Hold
option-Won = Won
option-OutSold = Out-Sold
option-Active = Active
option-Inactive = Inactive
option-Pending = Pending
option-Approved = Approved
option-Declined = Declined
option-Refused = Decision refused
option-Advertisement = Advertisement
option-EmployeeReferral = Employee Referral
option-ExternalReferral = External Referral
option-Partner = Partner
option-PublicRelations = Public Relations
option-Seminar = Seminar
option-TradeShow = Trade Show
option-Web = Web
option-WordOfMouth = Word of Mouth
option-Other = Other
option-Hot = Hot
option-Warm = Warm
option-Cold = Cold
option-Immediate = Immediate
option-ThisQuarter = This Quarter
option-NextQuarter = Next Quarter
option-ThisYear = This Year
option-Unknown = Unknown
option-Individual = Individual
option-Committee = Committee
option-Any = Any
option-Email = E-mail
option-Phone = Phone
option-Fax = Fax
option-Mail = Mail
option-Qualify = Qualify
option-Develop = Develop
option-Propose = Propose
option-Close = Close
option-Competitor = Competitor
option-Consultant = Consultant
option-Customer = Customer
option-Investor = Investor
option-Influencer = Influencer
option-Press = Press
option-Prospect = Prospect
option-Reseller = Reseller
option-Supplier = Supplier
option-Vendor = Vendor
option-Net30 = Net 30
option-TwoPercent10Net30 = 2% 10, Net 30
option-Net45 = Net 45
option-Net60 = Net 60

# Industries
option-Accounting = Accounting
option-AgricultureAndNonPetrolNaturalResourceExtraction = Agriculture and natural resources
option-BroadcastingPrintingAndPublishing = Broadcasting, printing and publishing
option-Brokers = Brokers
option-BuildingSupplyRetail = Building supply retail
option-BusinessServices = Business services
option-Consulting = Consulting
option-ConsumerServices = Consumer services
option-DesignDirectionAndCreativeManagement = Design and creative management
option-DistributorsDispatchersAndProcessors = Distributors and processors
option-DoctorsOfficesAndClinics = Doctors’ offices and clinics
option-DurableManufacturing = Durable manufacturing
option-EatingAndDrinkingPlaces = Eating and drinking places
option-EntertainmentRetail = Entertainment retail
option-EquipmentRentalAndLeasing = Equipment rental and leasing
option-Financial = Financial
option-FoodAndTobaccoProcessing = Food and tobacco processing
option-InboundCapitalIntensiveProcessing = Capital-intensive processing
option-InboundRepairAndServices = Repair and services
option-Insurance = Insurance
option-LegalServices = Legal services
option-NonDurableMerchandiseRetail = Non-durable merchandise retail
option-OutboundConsumerService = Outbound consumer service
option-PetrochemicalExtractionAndDistribution = Petrochemicals
option-ServiceRetail = Service retail
option-SigAffiliations = SIG affiliations
option-SocialServices = Social services
option-SpecialOutboundTradeContractors = Special trade contractors
option-SpecialtyRealty = Specialty realty
option-Transportation = Transportation
option-UtilityCreationAndDistribution = Utilities
option-VehicleRetail = Vehicle retail
option-Wholesale = Wholesale

# Activities, competitors, search
activities = Activities
my-activities = My activities
activities-empty = Nothing is planned. Tasks and phone calls that you add to a timeline stand here until they are completed.
competitors = Competitors
competitors-empty = Companies that opportunities are lost to stand here.
new-competitor = New competitor
column-strengths = Strengths
column-weaknesses = Weaknesses
column-threats = Threats
column-opportunities = What that leaves to us
search-nothing = Nothing was found.
