# What is wrong with one field
required = This is required.
too_long = This is { $length } characters long; at most { $max } fit. Shorten it.
invalid_character = This contains a control character. Remove it.
must_be_text = This must be text.
must_be_whole_number = This must be a whole number.
must_be_object = This must be an object.
must_be_true = This must be true.
request_must_be_object = The request must be a JSON object.
unknown_field = This field is not known here. Leave it out.
out_of_range = This must be a whole number from 0 to { $max }.
not_accepted = Accept the terms to send the request.
invalid_email = This is no e-mail address. Give one such as name@example.com.
invalid_phone = This is no phone number. Give one such as +1 206 555 0100.
invalid_website = Give an address such as https://example.com.
invalid_language = Give a language such as en-US.
invalid_country = Give the two letters of a country, such as PL.
required_postal_code = The postal code is required, such as { $example }.
required_state = Addresses in this country need a state, province or region.
invalid_postal_code = This is no postal code of this country. Give one such as { $example }.
invalid_tax_id = This is no { $kind }: give one such as { $example }.
invalid_check_digit = The check digits of this { $kind } do not fit. Look for a mistyped digit; a right one is { $example }.
invalid_key = Use 1 to { $max } plain letters, digits and signs.
key_reused = This Idempotency-Key was used for a different request. Send a new key with a new request.

# Why a whole request is refused
fields_need_attention = Some fields need your attention.
too_many_requests = Too many requests. Wait a moment, then send it again.
too_large = The request is too large: at most { $max } bytes.
unreadable = The request could not be read.
invalid_json = The request is no valid JSON: see line { $line }, column { $column }.
not_json = Send the request as application/json.
unknown_link = There is no request behind this link.
requests_closed = The store takes no requests at present. Try again later.
busy = The store is busy. Nothing was saved. Send the request again in a while.
failed = Something went wrong inside. Nothing was saved.

# The frame
runs-on-tandem = Runs on Tandem
become-a-business-partner = Become a business partner
optional = optional
pages = Pages
name = Name
status = Status
edit = Edit
remove = Remove

# Home
home-title = Wholesale for business partners
home-headline = Good things, by the case
home-lead = { $store } sells to companies. Partners have their own account, their own users and a credit limit to order on.
already-a-partner = Already a partner?
signed-in-for = You are signed in for { $organization }.
how-to-become = How to become a partner
how-1-title = Tell us about your company
how-1-text = One form. You get a reference and a private page that shows where your request stands.
how-2-title = We look at it
how-2-text = Somebody reads your request and decides. You hear from us by e-mail either way.
how-3-title = Sign in
how-3-text = You set a password and become the administrator of your company here: add colleagues and set their spending limits.

# Terms
terms-title = Terms of the request
terms-intro = You send { $store } a request to become a business partner. This is what you agree to with it.
terms-request-title = The request binds nobody
terms-request-text = It is no order and no contract. We may decline it. What you write has to be true, and you have to be allowed to speak for the company.
terms-data-title = What happens with your details
terms-data-text = We use them to decide on the request and to write to you about it. Only those who decide and those who look after customers see them. They are not passed on to others.
terms-account-title = If we approve it
terms-account-text = You get an account for your company and become its administrator. You may add colleagues, and you tell them that you do. You may end the account at any time by writing to us.
terms-version = Version { $version }

# Business Partner Request
business-partner-request = Business Partner Request
request-lead = Tell us who you are. Whoever sends this form becomes the administrator of the company’s account.
required-lead = Fields marked * are needed.
about-you = About you
about-you-hint = You sign in with this e-mail later.
your-company = Your company
your-company-hint = As it should appear on invoices.
business-address = Business address
business-address-hint = The fields follow the country.
anything-else = Anything else
first-name = First name
last-name = Last name
phone = Phone
job-title = Job title
company-name = Company name
website = Website
number-of-employees = Number of employees
tax-id = Tax ID
tax-id-named = Tax ID ({ $name })
such-as = Such as { $example }
country = Country or region
adapt-to-country = Adapt the fields to the country
street = Street and number
city = City
state = State
province = Province
prefecture = Prefecture
region = State, province or region
postal-code = Postal code
zip-code = ZIP code
comments = Comments
at-most-characters = Up to { $max } characters.
accept-terms = I accept the terms of the request
read-terms = Read them
send-request = Send request
send-request-hint = We send you a reference and a link to follow the request.

# Confirmation
request-submitted = Request submitted
request-submitted-text = Your request has been submitted. You get an e-mail that confirms it.
reference = Reference
what-happens-next = What happens next
private-page-text = We look at your request. A private page shows where it stands; its link is in the e-mail too. Whoever has the link can see it, so keep it to yourself.
follow-request = Follow the request
back-to-store = Back to the store

# Where a request stands
request = Request
progress = Progress
private-page = This page is private: whoever has its link can see it.
status-received-title = We have your request
status-received-text = It waits for somebody to look at it. There is nothing you need to do now.
status-in-review-title = We are looking at your request
status-in-review-text = Somebody is at it and may call you. You hear from us by e-mail as soon as it is decided.
status-approved-title = You are a business partner
status-approved-text = Your request was approved. Look for our e-mail: its link lets you set a password. Then sign in.
status-declined-title = We cannot work together at this time
status-declined-text = Your request was declined. You got an e-mail about it. If something has changed, you may send a new request.
step-received = Received
step-received-text = Your request is in the store.
step-in-review = In review
step-in-review-text = Somebody checks the company and may ask you something.
step-decision = Decision
step-decision-text = You get an e-mail with the outcome.
step-approved = Approved
step-approved-text = Your company is a business partner.
step-declined = Declined
step-declined-text = Your company does not become a business partner now.
step-sign-in = Sign in
step-sign-in-text = Set your password with the same e-mail, then add your colleagues.
unknown-request = There is no request behind this link
unknown-request-text = Perhaps a part of it is missing. Take the link from our e-mail whole, or send a request.

# Signing in
sign-in-lead = For business partners and their colleagues.
sign-side = Your account, your users, your credit.
just-approved = Just approved?
just-approved-text = Our e-mail has a link by which you set your password first.
not-a-partner-yet = Not a partner yet?
forgot-password-title = Forgotten password
forgot-password-lead = Tell us your e-mail, and we send you a link to set a new password.
forgot-password-sent = If this address belongs to a partner, an e-mail with a link is on its way. Look into the spam folder too. There are at most three a day.
send-link = Send link
set-password-lead = For { $email }, with which you sign in from then on.
dead-link-title = This link does not work any more
dead-link-text = It was used already, is older than seven days, or is not whole. You can have a new one sent to you.
ask-for-new-link = Ask for a new link

# My account
my-account = My account
organization = Organization
customer-account = Customer account
your-role = Your role
your-sign-in = Your sign-in
switch-organization = Switch organization
present-organization = Selected
act-for = Select
organization-switched = You act for another organization now.
sign-out-everywhere = Sign out everywhere
change-password-lead = You stay signed in here; other devices are signed out.
current-password = Current password
current-password-wrong = This is not your current password. Type it again.
password-not-changed = The password was changed somewhere else meanwhile. Try again.

# Credit
account-credit = Account credit
credit-lead = What your organization may owe, and what it owes.
credit-left = Available credit
credit-limit = Credit limit
balance = Balance
credit-used = Used credit
credit-used-up = The credit is used up. Pay open invoices, or ask for a higher limit.
credit-none = No credit was agreed yet. Ask the store for a credit limit.
credit-on-hold = This account is on hold. Ask the store what is open.
credit-unknown = Nothing is known yet
credit-unknown-text = The store has not been told about your organization’s account yet. Look again in a few minutes.
no-limit-agreed = None agreed

# Organization users
organization-users = Organization users
add-user = Add a user
add-user-note = The colleague gets an e-mail with a link to set a password, as soon as the account is ready.
edit-user = Edit { $name }
edit-user-note = To change the e-mail, remove the user and add them again.
role = Role
role-admin = Administrator
role-user = User
role-hint = Administrators manage the users.
user-email-hint = The colleague signs in with it.
spending-limit = Spending limit
spending-limit-hint = Per order. Empty: no limit.
no-limit = No limit
wrong-spending-limit = Enter an amount such as { $example }, at most a billion.
wrong-role = Choose one of the roles.
changed-meanwhile = Somebody changed this to “{ $theirs }” meanwhile. Save again to replace it with “{ $yours }”.
you = You
status-pending = Pending
status-pending-note = The account is being made.
status-active = Active
status-not-added = Not added
status-not-added-note = Headquarters refused it. Remove the entry and add the user again, or ask the store.
change-waits = A change is on its way.
change-refused = The last change was refused. Try again, or ask the store.
no-password-yet = Has not set a password yet.
resend-invitation = Resend invitation
invitation-sent = The invitation goes out again.
invited-too-often = This person was invited several times today. Try again tomorrow.
user-has-password = This person has set a password already and can sign in.
user-added = The user was added. An e-mail goes out as soon as the account is ready.
user-changed = Saved. The change takes a moment to arrive everywhere.
user-removed = The user was removed and is signed out.
user-already-added = Somebody with this e-mail is a user of the organization already, or is about to be.
user-too-many = Too many users wait to be added. Try again in a few minutes.
user-not-there = This person does not belong to the organization any more.
user-yourself = Nobody can remove themselves or give up their own role. Let another administrator do it.
remove-user-title = Remove { $name }?
remove-user-text = { $email } is signed out at once and cannot order for the organization any more. You can add the person again later.
withdraw-user-text = { $email } has not been added yet and will not be.
new-password = New password
