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
invalid_tax_id = Ta wartość nie pasuje do { $kind }: podaj numer w postaci { $example }.
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
requests_closed = Sklep nie przyjmuje obecnie wniosków. Spróbuj ponownie później.
busy = Sklep jest zajęty. Nic nie zapisano. Wyślij zgłoszenie ponownie za chwilę.
failed = Wystąpił błąd wewnętrzny. Nic nie zapisano.

# The frame
runs-on-tandem = Działa na Tandem
become-a-business-partner = Zostań partnerem biznesowym
optional = opcjonalnie
pages = Strony
name = Nazwa
status = Stan
edit = Edytuj
remove = Usuń

# Home
home-title = Sprzedaż hurtowa dla partnerów biznesowych
home-headline = Dobre rzeczy na kartony
home-lead = { $store } sprzedaje firmom. Partnerzy mają własne konto, własnych użytkowników i limit kredytu na zakupy z odroczoną płatnością.
already-a-partner = Masz już konto partnera?
signed-in-for = Jesteś w sklepie w imieniu firmy { $organization }.
how-to-become = Jak zostać partnerem
how-1-title = Opowiedz nam o swojej firmie
how-1-text = Jeden formularz. Otrzymasz numer i prywatną stronę, która pokazuje, co dzieje się z wnioskiem.
how-2-title = Rozpatrujemy wniosek
how-2-text = Ktoś czyta wniosek i podejmuje decyzję. W każdym przypadku napiszemy e-mail.
how-3-title = Zaloguj się
how-3-text = Ustawiasz hasło i zostajesz administratorem swojej firmy w sklepie: dodajesz współpracowników i określasz ich limity wydatków.

# Terms
terms-title = Warunki wniosku
terms-intro = Wysyłasz do { $store } wniosek o zostanie partnerem biznesowym. Oto, na co się przy tym zgadzasz.
terms-request-title = Wniosek nikogo nie zobowiązuje
terms-request-text = Nie jest zamówieniem ani umową. Możemy go odrzucić. Podane informacje muszą być prawdziwe, a Ty musisz móc występować w imieniu firmy.
terms-data-title = Co dzieje się z Twoimi danymi
terms-data-text = Używamy ich, aby rozpatrzyć wniosek i pisać do Ciebie w tej sprawie. Widzą je tylko osoby, które decydują, i osoby, które obsługują klientów. Nie przekazujemy ich innym.
terms-account-title = Jeśli go zatwierdzimy
terms-account-text = Otrzymujesz konto dla swojej firmy i zostajesz jego administratorem. Możesz dodawać współpracowników i informujesz ich o tym. Konto możesz zakończyć w każdej chwili, pisząc do nas.
terms-version = Wersja { $version }

# Business Partner Request
business-partner-request = Wniosek partnera biznesowego
request-lead = Napisz, kim jesteś. Osoba, która wysyła ten formularz, zostaje administratorem konta firmy.
required-lead = Pola oznaczone * są wymagane.
about-you = O Tobie
about-you-hint = Tym adresem e-mail zalogujesz się później.
your-company = Twoja firma
your-company-hint = Tak jak ma być na fakturach.
business-address = Adres firmy
business-address-hint = Pola zależą od kraju.
anything-else = Coś jeszcze
first-name = Imię
last-name = Nazwisko
phone = Telefon
job-title = Stanowisko
company-name = Nazwa firmy
website = Witryna internetowa
number-of-employees = Liczba pracowników
tax-id = Numer podatkowy
tax-id-named = Numer podatkowy ({ $name })
such-as = Na przykład { $example }
country = Kraj lub region
adapt-to-country = Dopasuj pola do kraju
street = Ulica i numer
city = Miejscowość
state = Stan
province = Prowincja
prefecture = Prefektura
region = Województwo, stan lub region
postal-code = Kod pocztowy
zip-code = Kod pocztowy (ZIP)
comments = Uwagi
at-most-characters = Do { $max } znaków.
accept-terms = Akceptuję warunki wniosku
read-terms = Przeczytaj
send-request = Wyślij wniosek
send-request-hint = Wyślemy Ci numer i link, pod którym sprawdzisz stan wniosku.

# Confirmation
request-submitted = Wniosek wysłany
request-submitted-text = Twój wniosek został wysłany. Otrzymasz e-mail z potwierdzeniem.
reference = Numer
what-happens-next = Co dalej
private-page-text = Rozpatrzymy Twój wniosek. Prywatna strona pokazuje jego stan; link do niej jest też w e-mailu. Każdy, kto ma link, może ją zobaczyć, więc zachowaj go dla siebie.
follow-request = Sprawdź stan wniosku
back-to-store = Wróć do sklepu

# Where a request stands
request = Wniosek
progress = Postęp
private-page = Ta strona jest prywatna: zobaczy ją każdy, kto ma link.
status-received-title = Mamy Twój wniosek
status-received-text = Czeka na rozpatrzenie. Nie musisz teraz nic robić.
status-in-review-title = Rozpatrujemy Twój wniosek
status-in-review-text = Ktoś się nim zajmuje i może do Ciebie zadzwonić. Napiszemy e-mail, gdy tylko zapadnie decyzja.
status-approved-title = Jesteś partnerem biznesowym
status-approved-text = Twój wniosek został zatwierdzony. Poszukaj naszego e-maila: link w nim pozwala ustawić hasło. Potem zaloguj się.
status-declined-title = Obecnie nie możemy współpracować
status-declined-text = Twój wniosek został odrzucony. Napisaliśmy o tym e-mail. Jeśli coś się zmieni, możesz wysłać nowy wniosek.
step-received = Otrzymany
step-received-text = Wniosek jest w sklepie.
step-in-review = W trakcie rozpatrywania
step-in-review-text = Ktoś sprawdza firmę i może o coś zapytać.
step-decision = Decyzja
step-decision-text = Otrzymasz e-mail z wynikiem.
step-approved = Zatwierdzony
step-approved-text = Twoja firma jest partnerem biznesowym.
step-declined = Odrzucony
step-declined-text = Twoja firma nie zostaje teraz partnerem biznesowym.
step-sign-in = Zaloguj się
step-sign-in-text = Ustaw hasło dla tego samego adresu e-mail, a potem dodaj współpracowników.
unknown-request = Pod tym linkiem nie ma wniosku
unknown-request-text = Może brakuje jego części. Użyj całego linku z naszego e-maila albo wyślij wniosek.

# Signing in
sign-in-lead = Dla partnerów biznesowych i ich współpracowników.
sign-side = Twoje konto, Twoi użytkownicy, Twój kredyt.
just-approved = Wniosek właśnie zatwierdzony?
just-approved-text = W naszym e-mailu jest link, pod którym najpierw ustawisz hasło.
not-a-partner-yet = Nie masz jeszcze konta partnera?
forgot-password-title = Nie pamiętasz hasła
forgot-password-lead = Podaj adres e-mail, a wyślemy link do ustawienia nowego hasła.
forgot-password-sent = Jeśli ten adres należy do partnera, e-mail z linkiem jest już w drodze. Sprawdź też folder ze spamem. Wysyłamy najwyżej trzy dziennie.
send-link = Wyślij link
set-password-lead = Dla adresu { $email }, którym będziesz się logować.
dead-link-title = Ten link już nie działa
dead-link-text = Został już użyty, ma więcej niż siedem dni albo jest niepełny. Możesz poprosić o nowy.
ask-for-new-link = Poproś o nowy link

# My account
my-account = Moje konto
organization = Organizacja
customer-account = Konto odbiorcy
your-role = Twoja rola
your-sign-in = Twoje logowanie
switch-organization = Zmień organizację
present-organization = Wybrana
act-for = Wybierz
organization-switched = Działasz teraz w imieniu innej organizacji.
sign-out-everywhere = Wyloguj wszędzie
change-password-lead = Tutaj pozostaniesz zalogowany, a inne urządzenia zostaną wylogowane.
current-password = Obecne hasło
current-password-wrong = To nie jest Twoje obecne hasło. Wpisz je ponownie.
password-not-changed = Hasło zostało w międzyczasie zmienione gdzie indziej. Spróbuj ponownie.

# Credit
account-credit = Kredyt konta
credit-lead = Ile Twoja organizacja może być winna i ile jest winna.
credit-left = Dostępny kredyt
credit-limit = Limit kredytu
balance = Saldo
credit-used = Wykorzystany kredyt
credit-used-up = Kredyt jest wyczerpany. Zapłać otwarte faktury albo poproś o wyższy limit.
credit-none = Nie uzgodniono jeszcze kredytu. Poproś sklep o limit kredytu.
credit-on-hold = To konto jest wstrzymane. Zapytaj sklep, co jest do wyjaśnienia.
credit-unknown = Nic jeszcze nie wiadomo
credit-unknown-text = Sklep nie ma jeszcze informacji o koncie Twojej organizacji. Zajrzyj ponownie za kilka minut.
no-limit-agreed = Nie ustalono

# Organization users
organization-users = Użytkownicy organizacji
add-user = Dodaj użytkownika
add-user-note = Współpracownik otrzyma e-mail z linkiem do ustawienia hasła, gdy tylko konto będzie gotowe.
edit-user = Edytuj: { $name }
edit-user-note = Aby zmienić adres e-mail, usuń użytkownika i dodaj go ponownie.
role = Rola
role-admin = Administrator
role-user = Użytkownik
role-hint = Administratorzy zarządzają użytkownikami.
user-email-hint = Współpracownik loguje się tym adresem.
spending-limit = Limit wydatków
spending-limit-hint = Na zamówienie. Puste: bez limitu.
no-limit = Bez limitu
wrong-spending-limit = Podaj kwotę, na przykład { $example }, najwyżej miliard.
wrong-role = Wybierz jedną z ról.
changed-meanwhile = W międzyczasie ktoś zmienił tę wartość na „{ $theirs }”. Zapisz ponownie, aby zastąpić ją wartością „{ $yours }”.
you = Ty
status-pending = Oczekuje
status-pending-note = Konto jest tworzone.
status-active = Aktywny
status-not-added = Nie dodano
status-not-added-note = Centrala odmówiła. Usuń wpis i dodaj użytkownika ponownie albo zapytaj sklep.
change-waits = Zmiana jest w drodze.
change-refused = Ostatnia zmiana została odrzucona. Spróbuj ponownie albo zapytaj sklep.
no-password-yet = Nie ma jeszcze ustawionego hasła.
resend-invitation = Wyślij zaproszenie ponownie
invitation-sent = Zaproszenie zostanie wysłane ponownie.
invited-too-often = Ta osoba była dziś zapraszana kilka razy. Spróbuj ponownie jutro.
user-has-password = Ta osoba ustawiła już hasło i może się logować.
user-added = Użytkownik został dodany. E-mail wyślemy, gdy tylko konto będzie gotowe.
user-changed = Zapisano. Zmiana będzie widoczna wszędzie za chwilę.
user-removed = Użytkownik został usunięty i wylogowany.
user-already-added = Ktoś z tym adresem e-mail jest już użytkownikiem organizacji albo wkrótce nim będzie.
user-too-many = Zbyt wielu użytkowników czeka na dodanie. Spróbuj ponownie za kilka minut.
user-not-there = Ta osoba nie należy już do organizacji.
user-yourself = Nikt nie może usunąć siebie ani zrezygnować z własnej roli. Poproś innego administratora.
remove-user-title = Usunąć użytkownika { $name }?
remove-user-text = { $email } zostanie natychmiast wylogowany i nie będzie już mógł zamawiać w imieniu organizacji. Tę osobę można później dodać ponownie.
withdraw-user-text = Adres { $email } nie został jeszcze dodany i nie zostanie.
new-password = Nowe hasło
