# Applications
store = Sklep
headquarters = Centrala
sales = Sales
dual-write = Podwójny zapis
office = Zaplecze

# Frame
skip-to-content = Przejdź do głównej zawartości
navigation = Nawigacja
applications = Aplikacje
search = Wyszukaj
search-placeholder = Wyszukaj
company = Firma
settings = Ustawienia
theme = Wygląd
theme-system = Jak w systemie
theme-light = Jasny
theme-dark = Ciemny
sign-out = Wyloguj się
commands = Polecenia
selected = zaznaczono
close = Zamknij
to-start = Przejdź do strony początkowej
save = Zapisz
cancel = Anuluj
yes = Tak
no = Nie
none = Brak

# Sign-in and account
sign-in = Zaloguj się
email = Adres e-mail
password = Hasło
stay-signed-in = Nie wylogowuj mnie na tym urządzeniu
forgot-password = Nie pamiętasz hasła?
sign-in-refused = Ten adres e-mail i hasło do siebie nie pasują. Sprawdź jedno i drugie, a następnie spróbuj ponownie.
signed-out = Wylogowano.
email-wrong = Podaj adres e-mail, na przykład imie@firma.pl.
forgot-password-text = Podaj swój adres e-mail. Otrzymasz link, za pomocą którego ustawisz nowe hasło.
link-send = Wyślij link
link-sent = Sprawdź pocztę
link-sent-text = Jeśli istnieje konto z tym adresem, link do ustawienia nowego hasła jest już w drodze. Działa raz i przez { $days } dni. Zajrzyj też do folderu ze spamem.
link-gone = Ten link już nie działa
link-gone-text = Został już użyty albo wygasł. Poproś o nowy.
back-to-sign-in = Wróć do logowania
set-password = Ustaw hasło
password-set = Hasło zostało ustawione. Zaloguj się nim.
change-password = Zmień hasło
password-present = Obecne hasło
password-new = Nowe hasło
password-again = Powtórz nowe hasło
password-rule = Co najmniej { $min } znaków. Kilka słów łatwo zapamiętać, a trudno odgadnąć.
password-too-short = To hasło jest za krótkie. Użyj co najmniej { $min } znaków.
password-too-long = To hasło jest za długie. Użyj najwyżej { $max } znaków.
password-too-simple = To hasło łatwo odgadnąć. Użyj więcej różnych znaków i nie podawaj swojego adresu e-mail.
password-differs = Oba wpisy się różnią. Wpisz dwa razy to samo nowe hasło.
password-wrong = To nie jest Twoje obecne hasło. Sprawdź je i spróbuj ponownie.
password-others-end = Po zmianie hasła zostaniesz wylogowany wszędzie indziej.
password-changed = Hasło zostało zmienione. Wszędzie indziej nastąpiło wylogowanie.
account = Konto
account-text = Imię i nazwisko oraz adres zmienia administrator.
full-name = Imię i nazwisko
language-and-time = Język i czas
language = Język
language-automatic = Zgodnie z przeglądarką
time-zone = Strefa czasowa
time-zone-hint = Wpisz część nazwy, na przykład miasto, i wybierz.
time-zone-unknown = Nie ma strefy czasowej o tej nazwie. Wybierz jedną z listy, na przykład Europe/Warsaw.
settings-saved = Ustawienia zostały zapisane.
sessions = Gdzie jesteś zalogowany
session-began = Zalogowano:
session-seen = Ostatnio użyto:
session-this = Ta przeglądarka
session-unknown-browser = Nieznana przeglądarka
session-end-one = Wyloguj z: { $browser }
session-ended = Ta przeglądarka została wylogowana.
sessions-end-all = Wyloguj wszędzie
signed-out-everywhere = Wylogowano wszędzie.

# Faults
fault-not-found = Nic tu nie ma
fault-not-found-remedy = Ta strona lub ten wiersz nie istnieje, został usunięty lub nie jest dostępny dla tego konta. Sprawdź adres lub zacznij od listy.
fault-not-allowed = Brak uprawnień do tej operacji
fault-not-allowed-remedy = To konto nie ma uprawnień do tej operacji. Jeśli są potrzebne, poproś o nie administratora.
fault-too-many = Zbyt wiele żądań
fault-too-many-remedy = { $seconds ->
    [one] Zbyt wiele prób. Spróbuj ponownie za { $seconds } sekundę.
    [few] Zbyt wiele prób. Spróbuj ponownie za { $seconds } sekundy.
    [many] Zbyt wiele prób. Spróbuj ponownie za { $seconds } sekund.
   *[other] Zbyt wiele prób. Spróbuj ponownie za { $seconds } sekundy.
}
fault-conflict = Ktoś był szybszy
fault-refused = To nie jest możliwe
fault-other-site = Ten formularz wysłano z innej witryny
fault-other-site-remedy = Nic nie zostało zmienione. Otwórz formularz tutaj i wyślij go ponownie.
fault-wrong-method = Tego adresu nie można tak użyć
fault-wrong-method-remedy = Nic nie zostało zmienione. Przejdź na początek i otwórz stronę stamtąd.
fault-busy = System jest w tej chwili zajęty
fault-ours = Coś poszło nie tak po naszej stronie
fault-unreadable = Nie można odczytać żądania
fault-unreadable-remedy = Adres lub formularz zawiera coś, czego żadna z naszych stron nie wysyła. Wróć i spróbuj ponownie.

# What the store refuses
error-wrong-type = „{ $column }” ma wartość niewłaściwego typu. Popraw ją.
error-invalid-text = „{ $column }” zawiera znaki, których nie można zapisać. Usuń je.
error-too-long = „{ $column }” jest za długie (liczba znaków: { $length }, maksimum: { $max }). Skróć tekst.
error-out-of-range = Wartość „{ $column }” musi mieścić się w zakresie od { $min } do { $max }.
error-unknown-choice = „{ $column }” nie ma takiej opcji. Wybierz jedną z listy.
error-required = Wartość „{ $column }” jest wymagana. Uzupełnij ją.
error-read-only = Wartości „{ $column }” nie można tutaj zmienić.
error-broken-lookup = Element wskazany w „{ $column }” nie istnieje lub nie jest dostępny dla tego konta. Wybierz inny.
error-invalid-file = „{ $column }” nie przyjmuje tego pliku.
error-still-referenced = Inne wiersze nadal odwołują się do tego wiersza. Najpierw je usuń.
error-stale = Ktoś zmienił ten wiersz, gdy był on otwarty. Porównaj obie wersje i zapisz ponownie.
error-duplicate = Istnieje już wiersz z takimi samymi wartościami w: { $columns }.
error-no-privilege = To konto nie ma uprawnień do tej operacji. Jeśli są potrzebne, poproś o nie administratora.
error-limit = To przekracza limit wynoszący { $limit }. Wykonaj operację w mniejszych częściach.
error-cursor = Tej strony listy już nie ma. Zacznij od początku listy.
error-busy = Baza danych jest zajęta lub nieosiągalna. Niczego nie zmieniono; spróbuj ponownie za chwilę.
error-internal = Błąd leży po naszej stronie i został zapisany w dzienniku. Niczego nie zmieniono; spróbuj ponownie, a jeśli błąd się powtórzy, powiadom administratora.

# Grid
grid-search = Wyszukaj w tym widoku
grid-filter = Edytuj filtry
grid-apply = Zastosuj
grid-clear = Wyczyść filtry
grid-columns = Kolumny
grid-columns-reset = Przywróć zwykłe kolumny
grid-export = Eksportuj do pliku CSV
grid-select-all = Zaznacz wszystko na tej stronie
grid-select = Zaznacz: { $name }
grid-views = Widoki
grid-first = Pierwsza strona
grid-next = Następna strona
grid-page = Strona { $page }
grid-rows = { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
    [many] { $count } wierszy
   *[other] { $count } wiersza
}
grid-rows-many = Ponad { $count } wierszy
grid-empty = Brak elementów do wyświetlenia
grid-empty-filtered = Żaden wiersz nie pasuje do tego wyszukiwania. Zmień je lub wyczyść.
grid-any = Dowolne
grid-from = Od
grid-until = Do
grid-none-selected = Najpierw zaznacz co najmniej jeden wiersz.
grid-too-many-selected = Maksymalna liczba wierszy naraz: { $max }.
no-value = brak wartości

# Form
form-choose = Wybierz…
form-lookup-hint = Wpisz część nazwy
form-lookup-none = Nie ma tu dostępnego elementu o tej nazwie. Wpisz część nazwy lub pozostaw pole puste.
form-lookup-many = Do tej nazwy pasuje kilka wierszy. Wybierz jeden.
form-wrong-number = Wprowadź liczbę, na przykład { $example }.
form-number-too-large = Ta liczba jest za duża. Wpisz mniejszą.
form-wrong-date = Wprowadź datę, na przykład { $example }.
form-wrong-moment = Wprowadź datę i godzinę.
form-errors = { $count ->
    [one] { $count } wpis wymaga poprawy
    [few] { $count } wpisy wymagają poprawy
    [many] { $count } wpisów wymaga poprawy
   *[other] { $count } wpisu wymaga poprawy
}
form-saved = Zapisano.
form-created = Utworzono „{ $name }”.
form-stale-title = W międzyczasie ktoś zmienił ten wiersz
form-stale-text = Wprowadzone wartości nadal znajdują się poniżej. Ponowne zapisanie zastąpi nimi wartości innej osoby.
form-stale-column = Kolumna
form-stale-theirs = Obecnie zapisane
form-stale-yours = Wprowadzone przez Ciebie
form-stale-discard = Odrzuć moje zmiany

# Standing with the other side
standing-in-step = Zsynchronizowano
standing-waiting = Oczekuje
standing-failed = Błąd synchronizacji
