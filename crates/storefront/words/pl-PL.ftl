# Co jest nie tak z polem
required = To pole jest wymagane.
too_long = Liczba znaków: { $length }; mieści się najwyżej { $max }. Skróć tekst.
invalid_character = Tekst zawiera znak sterujący. Usuń go.
must_be_text = To musi być tekst.
must_be_whole_number = To musi być liczba całkowita.
must_be_object = To musi być obiekt.
must_be_true = To musi być true.
request_must_be_object = Zgłoszenie musi być obiektem JSON.
unknown_field = To pole nie jest tu znane. Pomiń je.
out_of_range = Podaj liczbę całkowitą od 0 do { $max }.
not_accepted = Zaakceptuj warunki, aby wysłać zgłoszenie.
invalid_email = To nie jest adres e-mail. Podaj adres w postaci nazwa@example.com.
invalid_phone = To nie jest numer telefonu. Podaj numer w postaci +48 22 555 01 00.
invalid_website = Podaj adres w postaci https://example.com.
invalid_language = Podaj język w postaci pl-PL.
invalid_country = Podaj dwie litery kraju, na przykład PL.
required_postal_code = Kod pocztowy jest wymagany, na przykład { $example }.
required_state = Adresy w tym kraju wymagają stanu, prowincji lub regionu.
invalid_postal_code = To nie jest kod pocztowy tego kraju. Podaj kod w postaci { $example }.
invalid_tax_id = Ta wartość nie pasuje do { $kind }. Podaj numer w postaci { $example }.
invalid_check_digit = Cyfry kontrolne ({ $kind }) się nie zgadzają. Poszukaj błędnej cyfry; poprawny numer to na przykład { $example }.
invalid_key = Użyj od 1 do { $max } zwykłych liter, cyfr i znaków.
key_reused = Tego Idempotency-Key użyto do innego zgłoszenia. Nowe zgłoszenie wyślij z nowym kluczem.

# Dlaczego odrzucono całe zgłoszenie
fields_need_attention = Niektóre pola wymagają uwagi.
too_many_requests = Za dużo zgłoszeń. Odczekaj chwilę i wyślij ponownie.
too_large = Zgłoszenie jest za duże: najwyżej { $max } bajtów.
unreadable = Nie udało się odczytać zgłoszenia.
invalid_json = Zgłoszenie nie jest poprawnym JSON: zobacz wiersz { $line }, kolumna { $column }.
not_json = Wyślij zgłoszenie jako application/json.
unknown_link = Pod tym linkiem nie ma żadnego zgłoszenia.
busy = Sklep jest zajęty. Nic nie zapisano. Wyślij zgłoszenie ponownie za chwilę.
failed = Wystąpił błąd wewnętrzny. Nic nie zapisano.
