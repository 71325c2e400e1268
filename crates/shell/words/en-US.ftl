# Applications
store = Store
headquarters = Headquarters
sales = Sales
dual-write = Dual-write
office = Back office

# Frame
skip-to-content = Skip to main content
navigation = Navigation
applications = Applications
search = Search
search-placeholder = Search
company = Company
settings = Settings
theme = Appearance
theme-system = Like the system
theme-light = Light
theme-dark = Dark
sign-out = Sign out
commands = Commands
selected = selected
close = Close
to-start = Go to the start page
save = Save
cancel = Cancel
yes = Yes
no = No
none = None

# Sign-in and account
sign-in = Sign in
email = E-mail
password = Password
stay-signed-in = Stay signed in on this device
forgot-password = Forgot your password?
sign-in-refused = This e-mail and password do not belong together. Check both and try again.
signed-out = You are signed out.
email-wrong = Enter an e-mail address, such as name@company.com.
forgot-password-text = Enter your e-mail address. You will get a link with which you set a new password.
link-send = Send the link
link-sent = Check your mail
link-sent-text = If an account has this address, a link to set a new password is on its way. It works once and for { $days } days. Look into the spam folder too.
link-gone = This link no longer works
link-gone-text = It was used or has expired. Ask for a new one.
back-to-sign-in = Back to sign-in
set-password = Set password
password-set = Your password is set. Sign in with it.
change-password = Change password
password-present = Current password
password-new = New password
password-again = New password again
password-rule = At least { $min } characters. Several words are easy to remember and hard to guess.
password-too-short = This password is too short. Use at least { $min } characters.
password-too-long = This password is too long. Use at most { $max } characters.
password-too-simple = This password is easy to guess. Use more different characters, and not your e-mail address.
password-differs = The two entries differ. Type the same new password twice.
password-wrong = This is not your current password. Check it and try again.
password-others-end = With a new password you are signed out everywhere else.
password-changed = Your password is changed. Everywhere else you are signed out.
account = Account
account-text = An administrator changes name and address.
full-name = Name
language-and-time = Language and time
language = Language
language-automatic = Same as the browser
time-zone = Time zone
time-zone-hint = Type part of the name, such as a city, and choose.
time-zone-unknown = There is no time zone by this name. Choose one of the list, such as Europe/Warsaw.
settings-saved = Your settings are saved.
sessions = Where you are signed in
session-began = Signed in
session-seen = Last used
session-this = This browser
session-unknown-browser = Unknown browser
session-end-one = Sign out of { $browser }
session-ended = That browser is signed out.
sessions-end-all = Sign out everywhere
signed-out-everywhere = You are signed out everywhere.

# Faults
fault-not-found = Nothing is here
fault-not-found-remedy = This page or row does not exist, was deleted, or is not yours to see. Check the address or start from a list.
fault-not-allowed = You are not allowed to do this
fault-not-allowed-remedy = Your account has no right to this. Ask an administrator if you need it.
fault-too-many = Too many requests
fault-too-many-remedy = { $seconds ->
    [one] Too many attempts. Try again in { $seconds } second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
}
fault-conflict = Somebody was faster
fault-refused = This is not possible
fault-other-site = This form was sent from another site
fault-other-site-remedy = Nothing was changed. Open the form here and send it again.
fault-wrong-method = This address cannot be used like that
fault-wrong-method-remedy = Nothing was changed. Go to the start and open the page from there.
fault-busy = Busy at the moment
fault-ours = Something went wrong here
fault-unreadable = This could not be read
fault-unreadable-remedy = The address or form contains something that no page of ours sends. Go back and try again.

# What the store refuses
error-wrong-type = “{ $column }” has a value of the wrong kind. Correct it.
error-invalid-text = “{ $column }” contains characters that cannot be stored. Remove them.
error-too-long = “{ $column }” has { $length } characters; at most { $max } fit. Shorten it.
error-out-of-range = “{ $column }” must be between { $min } and { $max }.
error-unknown-choice = “{ $column }” has no such option. Choose one of the list.
error-required = “{ $column }” is required. Fill it in.
error-read-only = “{ $column }” cannot be changed here.
error-broken-lookup = What “{ $column }” names does not exist or is not yours to see. Choose another.
error-invalid-file = “{ $column }” does not take this file.
error-still-referenced = Other rows still refer to this one. Remove them first.
error-stale = Somebody changed this row while you had it open. Look at both versions and save again.
error-duplicate = There is a row with the same { $columns } already.
error-no-privilege = Your account has no right to do this. Ask an administrator if you need it.
error-limit = This is more than the limit of { $limit }. Do it in smaller parts.
error-cursor = This page of the list is no longer there. Start from its beginning.
error-busy = The database is busy or unreachable. Nothing was changed; try again in a moment.
error-internal = The fault is ours and was written to the log. Nothing was changed; try again, and tell an administrator if it happens again.

# Grid
grid-search = Search in this view
grid-filter = Edit filters
grid-apply = Apply
grid-clear = Clear filters
grid-columns = Columns
grid-columns-reset = Back to the usual columns
grid-export = Export to CSV
grid-select-all = Select all on this page
grid-select = Select { $name }
grid-views = Views
grid-first = First page
grid-next = Next page
grid-page = Page { $page }
grid-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
grid-rows-many = More than { $count } rows
grid-empty = Nothing to show
grid-empty-filtered = No row fits this search. Change or clear it.
grid-any = Any
grid-from = From
grid-until = Until
grid-none-selected = Select at least one row first.
grid-too-many-selected = At most { $max } rows at a time.
no-value = no value

# Form
form-choose = Choose…
form-lookup-hint = Type part of the name
form-lookup-none = Nothing by this name is here for you. Type part of the name, or leave it empty.
form-lookup-many = Several rows fit this name. Choose one.
form-wrong-number = Enter a number, such as { $example }.
form-number-too-large = This number is too large. Enter a smaller one.
form-wrong-date = Enter a day, such as { $example }.
form-wrong-moment = Enter a day and time.
form-errors = { $count ->
    [one] { $count } entry needs a correction
   *[other] { $count } entries need a correction
}
form-saved = Saved.
form-created = “{ $name }” was created.
form-stale-title = Somebody changed this row meanwhile
form-stale-text = Your entries are still below. Saving again replaces theirs.
form-stale-column = Column
form-stale-theirs = Now stored
form-stale-yours = Yours
form-stale-discard = Discard mine

# Standing with the other side
standing-in-step = In step
standing-waiting = Waiting
standing-failed = Sync failed
