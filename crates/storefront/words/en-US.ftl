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
invalid_tax_id = This is no { $kind }. Give one such as { $example }.
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
busy = The store is busy. Nothing was saved. Send the request again in a while.
failed = Something went wrong inside. Nothing was saved.
