# Navigation
customers = Odbiorcy
all-prospects = Wszystkie prospekty
all-customers = Wszyscy odbiorcy
customer-hierarchies = Hierarchie odbiorców
commerce-it = Informatyka sklepów i Commerce
where-is-my-request = Gdzie jest moje żądanie
distribution-schedule = Harmonogram dystrybucji
batch-jobs = Zadania wsadowe
email-history = Historia wiadomości e‑mail
setup = Konfiguracja
email-templates = Szablony wiadomości e‑mail
number-sequences = Sekwencje numerów
legal-entities = Firmy

# Lists
view-undecided = Oczekujące na decyzję
view-approved = Zatwierdzone
view-rejected = Odrzucone
view-partners = Partnerzy biznesowi
view-organizations = Organizacje
view-persons = Osoby
view-mail-failed = Nieudane
view-mail-queued = Oczekujące na wysłanie
view-mail-captured = Przechwycone
prospects-empty = Tutaj pojawiają się firmy, które w sklepie proszą o zostanie partnerem biznesowym.
customers-empty = Tutaj pojawiają się organizacje i osoby, z którymi firma handluje.
customer-hierarchies-empty = Zatwierdzony partner biznesowy otrzymuje hierarchię ze swoimi osobami.
email-history-empty = Tutaj pojawiają się wiadomości do wnioskodawców i partnerów.
email-templates-empty = Tutaj pojawiają się szablony wiadomości.
number-sequences-empty = Tutaj pojawiają się sekwencje numerów firm.
legal-entities-empty = Tutaj pojawiają się firmy.
waiting-in-store = { $count ->
    [one] { $count } żądanie czeka w sklepie na zadanie P-0001.
    [few] { $count } żądania czekają w sklepie na zadanie P-0001.
    [many] { $count } żądań czeka w sklepie na zadanie P-0001.
   *[other] { $count } żądań czeka w sklepie na zadanie P-0001.
}
waiting-in-headquarters = { $count ->
    [one] { $count } żądanie zostało pobrane i czeka na zmianę w prospekt.
    [few] { $count } żądania zostały pobrane i czekają na zmianę w prospekty.
    [many] { $count } żądań zostało pobranych i czeka na zmianę w prospekty.
   *[other] { $count } żądań zostało pobranych i czeka na zmianę w prospekty.
}

# Prospect
convert-approve = Zatwierdź
convert-reject = Odrzuć
approve = Zatwierdź
reject = Odrzuć
start-review = Rozpocznij ocenę
review-started = Prospekt jest w ocenie.
edit = Edytuj
edit-title = Edycja: { $name }
company = Firma
type-b2b-prospect = Prospekt B2B
requestor = Wnioskodawca
comments = Komentarze
decision = Decyzja
history = Historia
checks = Sprawdzenia przed decyzją
where-it-is = Gdzie jest
follow = Śledź żądanie
note-in-review = Ktoś nad tym pracuje. Nadal możesz zdecydować tutaj; liczy się pierwsza decyzja, a druga strona zostanie powiadomiona.
note-approved = Zatwierdzone: { $by }, { $place }, { $at }.
note-rejected = Odrzucone: { $by }, { $place }, { $at }.
check-email-free = Nikt inny nie loguje się tym adresem e-mail.
check-email-in-use = Ten adres e-mail należy już do innej osoby:
check-organization-new = Żaden odbiorca nie ma tej samej nazwy ani numeru podatkowego.
check-organization-known = Odbiorca ma tę samą nazwę lub numer podatkowy:
check-prospect-single = Żaden inny prospekt nie jest podobny.
check-prospect-alike = Inny prospekt ma tę samą nazwę, numer podatkowy lub adres:
check-possible-duplicate = Sklep widział wcześniejsze żądanie tej samej firmy:
decided-meanwhile = Decyzja o tym prospekcie już zapadła. Nic nie zmieniono.
approve-title = Zatwierdzić: { $name }?
approve-consequences = Tandem tworzy odbiorcę dla organizacji, odbiorcę osobę ({ $name }) oraz hierarchię odbiorców, którą administruje { $name }.
approve-mail = Wiadomość zostanie wysłana, gdy logowanie zacznie działać, zwykle w ciągu minuty.
approve-organization = Organizacja to
approve-new-organization = Nowy odbiorca
approve-email-in-use = Adres e-mail wnioskodawcy służy już do logowania osobie:
approve-join = Ta osoba dołącza do nowego partnera i nim administruje
approve-join-organization = Jeśli ta organizacja jest już partnerem, wnioskodawca zostaje jednym z jej administratorów
approve-usual = Jak zwykle
organization-in-use = Odbiorca { $account } jest już partnerem albo należy do innego prospektu. Pozwól wnioskodawcy zostać jednym z jego administratorów albo wybierz innego odbiorcę.
approved-now = Zatwierdzono. Utworzono odbiorców i hierarchię.
approved-already = Było już zatwierdzone. Nic nie wykonano dwa razy.
reject-title = Odrzucić: { $name }?
reject-several-title = { $count ->
    [one] Odrzucić { $count } prospekt?
    [few] Odrzucić { $count } prospekty?
    [many] Odrzucić { $count } prospektów?
   *[other] Odrzucić { $count } prospektów?
}
reject-consequences = Wnioskodawca zostanie powiadomiony e-mailem, bez powodu. Decyzja trafi też do Sales.
reason = Powód
comment = Komentarz
comment-hint = Do akt; nie zostanie wysłany do wnioskodawcy.
choose-reason = Wybierz powód z listy.
rejected-now = Odrzucono. Wiadomość jest w drodze.
rejected-already = Było już odrzucone. Nic nie wykonano dwa razy.
rejected-several = { $count ->
    [one] Odrzucono { $count } prospekt.
    [few] Odrzucono { $count } prospekty.
    [many] Odrzucono { $count } prospektów.
   *[other] Odrzucono { $count } prospektów.
}
not-rejected = { $count ->
    [one] { $count } nie:
    [few] { $count } nie:
    [many] { $count } nie:
   *[other] { $count } nie:
}
nothing-to-reject = Żadnego nie można odrzucić: decyzje już zapadły.
prospects-not-found = Tych prospektów już nie ma albo nie możesz ich widzieć. Zaznacz inne na liście.
refused-approved-before = Prospekt { $prospect } został już zatwierdzony ({ $by }, { $place }, { $at }). Ta decyzja obowiązuje.
refused-rejected-before = Prospekt { $prospect } został już odrzucony ({ $by }, { $place }, { $at }). Ta decyzja obowiązuje.
unfit-customer = Odbiorcy { $account } nie można tu użyć. Wybierz innego.
email-in-use = Adres { $email } służy już do logowania odbiorcy { $account } i może należeć tylko do jednej osoby. Pozwól { $account } dołączyć do nowego partnera albo popraw jeden z adresów.
refused-ProspectAlreadyDecided = Decyzja o tym prospekcie zapadła i nie można go już zmienić. Zmień jego odbiorców.

# Where it is
trail-received = Żądanie przyjęte przez { $store }
trail-terms = Zaakceptowano wersję { $version } warunków
trail-waits-for-job = Czeka na zadanie { $job }
trail-pulled = Pobrano ze sklepu
trail-failed = Ostatnia próba nie powiodła się: { $why }
trail-prospect = Prospekt { $number }
trail-lead-in-step = Potencjalny klient istnieje i obie strony są zgodne.
trail-lead-waiting = W drodze do Sales
trail-lead-failed = Sales odmówił. Ktoś musi to sprawdzić.
trail-decision = Decyzja
trail-undecided = Nikt jeszcze nie zaczął
trail-in-review = W ocenie
trail-decided-by = { $by }, { $place }
trail-store-knows = Wnioskodawca widzi decyzję
trail-store-waits = Sklep dowie się przy następnym uruchomieniu
open-lead = Otwórz potencjalnego klienta
open-dual-write = Otwórz w podwójnym zapisie
open-prospect = Otwórz prospekt
open-mail = Otwórz wiadomość
requests-about = Prześledź żądanie przez sklep, centralę, podwójny zapis i Sales.
requests-search = Numer, firma lub e-mail
requests-empty = Żądania pojawiają się tutaj, gdy tylko sklep je przyjmie.
requests-cut = Pokazano tylko najnowsze. Pozostałe można wyszukać.
request = Żądanie
reference = Numer
received-at = Przyjęto
place-store = W sklepie
place-headquarters = W centrali, oczekuje
place-failed = Błąd w centrali
place-gone = Prospekt niewidoczny

# Customers and hierarchies
general = Ogólne
address = Adres
credit-and-invoice = Kredyt i faktura
memo = Notatka
b2b = B2B
credit-used = Wykorzystany kredyt
credit-used-of = { $used } z { $limit }
structure = Struktura
members = Członkowie
members-empty = Nikt jeszcze nie działa w imieniu tej organizacji.
members-count = { $count ->
    [one] { $count } członek
    [few] { $count } członków
    [many] { $count } członków
   *[other] { $count } członków
}
members-waiting = { $count ->
    [one] { $count } czeka na zadanie 1010
    [few] { $count } czekają na zadanie 1010
    [many] { $count } czeka na zadanie 1010
   *[other] { $count } czeka na zadanie 1010
}
waits-for-1010 = Czeka na zadanie 1010
no-spending-limit = bez limitu
spending-limit = Limit wydatków
member-name = Nazwa
member-role = Rola
member-status = Stan
member-customer = Odbiorca
member-invoice-account = Konto faktury

# History
history-system = System
history-created = Utworzono
history-changed = Zmieniono
history-deleted = Usunięto
history-erased = Usunięto dane osobowe
history-more = { $count ->
    [one] i { $count } kolumna więcej
    [few] i { $count } kolumny więcej
    [many] i { $count } kolumn więcej
   *[other] i { $count } kolumn więcej
}

# Jobs
job-p-0001 = P-0001 (Transakcje kanału)
job-p-0001-about = Przenosi żądania, zmiany użytkowników i prośby o hasło ze sklepu do centrali.
job-1010 = 1010 (Odbiorcy)
job-1010-about = Przekazuje sklepowi, których odbiorców może znać, i pozwala nowym osobom się logować.
job-1110 = 1110 (Konfiguracja globalna)
job-1110-about = Przekazuje sklepowi, które funkcje są włączone.
job-synchronize-customers = Synchronizuj odbiorców i żądania kanałów
job-synchronize-orders = Synchronizuj zamówienia i żądania kanałów
job-synchronize-async = Synchronizuj odbiorców i partnerów biznesowych z trybu asynchronicznego
job-synchronize-about = Zmienia pobrane żądania w prospekty i przekazuje sklepowi ich stan.
job-mail = Przetwarzaj powiadomienia e-mail
job-mail-about = Wysyła oczekujące wiadomości i ponawia te, których nie udało się przekazać.
job-change-log = Oczyść dziennik zmian
job-change-log-about = Usuwa to, co wszyscy czytelnicy dziennika zmian już odczytali i co jest starsze niż tydzień.
run-now = Uruchom teraz
define-recurrence = Określ cykl
withhold = Wstrzymaj
resume-job = Wznów
job-ran = { $job }: wykonano { $done }, nieudane { $failed }, pominięto { $skipped }.
job-busy = Zadanie { $job } już działa. Poczekaj, aż się zakończy.
job-failed = Zadanie { $job } zostało przerwane. Przyczynę podaje historia.
job-withheld = Zadanie { $job } działa teraz tylko na żądanie.
job-resumed = Zadanie { $job } znowu działa samo.
next-run-withheld = Tylko na żądanie
batch-job-history = Historia zadań wsadowych
runs-all = Wszystkie
runs-errors = Błędy
runs-empty = Uruchomienie, które nic nie znajdzie, nie zostawia wpisu, chyba że ktoś o nie poprosił.
run-started = Początek
run-status = Stan
run-trigger = Wyzwolone przez
run-duration = Czas trwania
run-done = Wykonane
run-failed = Nieudane
run-skipped = Pominięte
run-rows = Wiersze uruchomienia
run-row = Wiersz
run-outcome = Wynik
run-message = Komunikat
run-no-rows = To uruchomienie nie miało nic do zrobienia.
run-left-out = { $count ->
    [one] { $count } wiersz tylko policzono
    [few] { $count } wiersze tylko policzono
    [many] { $count } wierszy tylko policzono
   *[other] { $count } wierszy tylko policzono
}
seconds-short = { $seconds } s
ended-with-failures = Zakończono, błędy wierszy
recurrence-title = Cykl zadania { $job }
recurrence-about = Oprócz cyklu zadanie rusza w ciągu sekundy, gdy jest praca, chyba że serwer ustawiono inaczej.
runs-when = Uruchamia się
every-minutes = { $count ->
    [one] Co minutę
    [few] Co { $count } minuty
    [many] Co { $count } minut
   *[other] Co { $count } minut
}
every-hours = { $count ->
    [one] Co godzinę
    [few] Co { $count } godziny
    [many] Co { $count } godzin
   *[other] Co { $count } godzin
}
daily-at = Codziennie o { $time } UTC
recurrence-own = Zgodnie z wyrażeniem poniżej
recurrence-expression = Wyrażenie cron
recurrence-hint = Minuta, godzina, dzień, miesiąc i dzień tygodnia, w UTC: 30 4 * * 1 to poniedziałki o 04:30.
recurrence-set = Cykl został ustawiony.
recurrence-stale = Ktoś w międzyczasie zmienił cykl. Zapisany teraz: { $theirs }. Twój: { $yours }. Ponowny zapis zastąpi tamten.
refused-InvalidRecurrence = Tego cyklu nie można odczytać albo nigdy nie nastąpi. Wpisz minutę, godzinę, dzień, miesiąc i dzień tygodnia, np. */5 * * * *.

# Mail
mail-request-received = Otrzymano żądanie włączenia
mail-prospect-approved = Prospekt B2B zatwierdzony
mail-prospect-rejected = Prospekt B2B odrzucony
mail-user-added = Dodano użytkownika B2B
mail-password-reset = Resetowanie hasła
message = Wiadomość
mail-html = Jako strona
mail-text = Jako zwykły tekst
mail-failure = Nie udało się przekazać:
mail-links-hidden = Linki osobiste są pokazane bez części tajnej i niczego tu nie otwierają.
mail-captured = Nikt nie otrzymał tej wiadomości: nie ustawiono serwera poczty. Ustaw mail.transport (TANDEM_MAIL_TRANSPORT) na smtp oraz mail.host i wyślij ją ponownie.
mail-captured-demo = To jest demonstracja: żadna poczta jej nie opuszcza, więc linki działają tutaj.
resend = Wyślij ponownie
resend-title = Wysłać tę wiadomość ponownie?
resend-consequences = Ta sama treść zostanie wysłana ponownie: „{ $subject }”. Pierwsza wiadomość pozostanie w historii.
resend-hint = Popraw adres, jeśli był błędny. Kto otrzyma wiadomość, może skorzystać z jej linków.
recipient = Odbiorca wiadomości
resent = Wiadomość zostanie ponownie wysłana na adres { $recipient }.
resend-queued = Ta wiadomość i tak czeka na wysłanie. Poczekaj, aż zostanie wysłana lub się nie powiedzie.
no-email-address = To nie jest adres e-mail. Popraw go.
template = Szablon
new-template = Nowy szablon
template-names = Nazwy, których można użyć
template-names-about = Każda jest zastępowana wartością przy tworzeniu wiadomości. Każda inna %nazwa% zostanie odrzucona.
preview = Podgląd
preview-about = Z przykładowymi wartościami.
restore-template = Przywróć wbudowany tekst
restore-title = Przywrócić wbudowany tekst „{ $name }”?
restore-consequences = Temat, tekst i strona zostaną zastąpione. Utworzone już wiadomości pozostaną bez zmian.
restored = Przywrócono wbudowany tekst.
unknown-placeholder = { $name } nie jest znane w tej wiadomości. Znane nazwy są wymienione poniżej.
unfit-placeholder = Nazwa między znakami procentu nie jest znana w tej wiadomości. Użyj tylko wymienionych nazw.
unfit-one-line = Temat musi być w jednym wierszu, bez znaków sterujących. Usuń podziały wiersza, tabulatory i podobne.
unfit-notification-type = Nie ma takiego typu powiadomienia. Wybierz z listy.
refused-NoBuiltInTemplate = Nie ma wbudowanego tekstu w tym języku. Napisz własny.

# Number sequences
next-number = Następny numer
number-sequence-care = Każdy # to cyfra. Nadane numery nie mogą się powtórzyć: zwiększ następny numer albo rozpocznij nowy format.
legal-entity-about = Wiadomości wychodzą z tego adresu. To, czego nie pisze sam sklep, na przykład linki do nowego hasła, jest podpisane tą nazwą. Kredyt partnera jest w tej walucie, chyba że uzgodniono inną.
refused-FormatWithoutDigits = Format wymaga # dla każdej cyfry numeru, np. C-######.
refused-FormatTooShort = Następny numer ma więcej cyfr niż # w formacie. Wydłuż format.
refused-NumberGivenBefore = Niższe numery zostały już nadane i powtórzyłyby się. Zachowaj następny numer albo rozpocznij nowy format.
refused-NumberSequenceMissing = Brakuje sekwencji numerów firmy. Utworzy ją strona „Gotowość” w centrali.
refused-NumberSequenceExhausted = Sekwencja numerów firmy nie ma już numerów. Jej format wydłuży strona „Gotowość” w centrali.
unfit-email = Na ten adres nie można wysłać poczty. Wpisz adres taki jak imie@firma.example.
unfit-currency = To nie jest waluta. Wpisz jej kod z trzech wielkich liter, na przykład EUR.
unfit-language = To nie jest język. Wpisz jego kod, na przykład pl-PL.
unfit-country = To nie jest kraj. Wybierz z listy albo wpisz kod z dwóch wielkich liter, na przykład PL.
unfit-control-character = Tekst zawiera niewidoczne znaki sterujące. Usuń je; podziały wiersza i tabulatory są tylko dla komentarzy i notatek.
unfit-not-in-company = Ta firma nie ma nic o tej nazwie. Wybierz coś, co istnieje.
unfit-of-column = { $column }: { $why }

# Columns
column-dataareaid = Firma
column-createdat = Utworzono
column-modifiedat = Zmieniono
column-status = Stan
column-language = Język
column-organizationname = Organizacja
column-personfirstname = Imię
column-personmiddlename = Drugie imię
column-personlastname = Nazwisko
column-primarycontactemail = E-mail
column-primarycontactphone = Telefon
column-jobtitle = Stanowisko
column-professionaltitle = Stanowisko
column-website = Witryna
column-primarycontacturl = Witryna
column-taxid = Numer podatkowy
column-taxexemptnumber = Numer podatkowy
column-numberofemployees = Pracownicy
column-organizationnumberofemployees = Pracownicy
column-addressstreet = Ulica
column-addresscity = Miasto
column-addressstate = Województwo
column-addresspostalcode = Kod pocztowy
column-addresscountry = Kraj
column-comments = Komentarze
column-possibleduplicateof = Możliwy duplikat
column-requestreference = Numer żądania
column-prospectid = Identyfikator prospektu
column-typeid = Identyfikator typu
column-storename = Sklep internetowy
column-storeurl = Adres sklepu
column-rejectionreason = Powód
column-rejectioncomment = Komentarz
column-decidedby = Decyzję podjął(-ęła)
column-decidedin = Decyzja w
column-decidedat = Data decyzji
column-decisionid = Decyzja
column-organizationcustomeraccount = Odbiorca organizacji
column-requestorcustomeraccount = Odbiorca wnioskodawcy
column-customerhierarchyid = Identyfikator hierarchii klientów
column-customeraccount = Konto odbiorcy
column-partytype = Typ
column-partynumber = Numer strony
column-partnerstatus = Partner
column-b2bprospectid = Identyfikator prospektu
column-b2bprospectrole = Rola w prospekcie
column-isb2badministrator = Administrator B2B
column-creditlimit = Limit kredytu
column-creditlimitismandatory = Limit kredytu obowiązkowy
column-creditrating = Ocena kredytowa
column-balance = Saldo
column-onholdstatus = Wstrzymanie
column-invoiceaccount = Konto faktury
column-invoiceaddress = Adres faktury
column-paymentterms = Warunki płatności
column-customergroupid = Grupa odbiorców
column-salescurrencycode = Waluta
column-salesmemo = Notatka
column-languageid = Język
column-contactpersonid = Identyfikator osoby kontaktowej
column-name = Nazwa
column-senderemail = Adres e-mail nadawcy
column-isdefault = Używana, gdy żadna nie jest podana
column-currencycode = Waluta
column-legalentityid = Firma
column-purpose = Cel
column-subject = Temat
column-recipient = Odbiorca wiadomości
column-sender = Nadawca
column-notificationtype = Typ powiadomienia
column-sentat = Wysłano
column-attempts = Nieudane próby
column-failuredetails = Błąd
column-textbody = Zwykły tekst
column-htmlbody = HTML
column-numbersequencecode = Sekwencja numerów
column-format = Format
column-next = Następny numer
column-recurrence = Cykl
column-nextrunat = Następne uruchomienie
column-lastrunat = Ostatnie uruchomienie

# Options
option-Open = Otwarty
option-InReview = W ocenie
option-Approved = Zatwierdzony
option-Rejected = Odrzucony
option-Lost = Utracony
option-CannotContact = Brak kontaktu
option-NoLongerInterested = Brak dalszego zainteresowania
option-Canceled = Anulowano
option-OutSold = Przegrany z konkurencją
option-NotEligible = Nie spełnia wymagań
option-Duplicate = Duplikat
option-CreditRisk = Ryzyko kredytowe
option-IncompleteInformation = Niepełne informacje
option-Other = Inny
option-Headquarters = Centrala
option-Sales = Sales
option-Organization = Organizacja
option-Person = Osoba
option-Requestor = Wnioskodawca
option-None = Brak
option-Prospective = Potencjalny
option-Active = Aktywny
option-Declined = Odmówiono
option-Pending = Oczekuje
option-Disabled = Wyłączony
option-Admin = Administrator
option-User = Użytkownik
option-No = Nie
option-Invoice = Faktura
option-All = Wszystko
option-Payment = Płatność
option-Requisition = Zapotrzebowanie
option-Never = Nigdy
option-InvoiceAccount = Konto faktury
option-OrderAccount = Konto zamówienia
option-Queued = Oczekuje
option-Sent = Wysłano
option-Failed = Nieudane
option-Captured = Przechwycona
option-Waiting = Oczekuje
option-Executing = Wykonywane
option-Withhold = Wstrzymane
option-Recurrence = Cykl
option-RunNow = Ręcznie
option-Work = Była praca
option-Ended = Zakończono
option-Error = Błąd
option-Succeeded = Wykonano
option-Skipped = Pominięto

# Readiness
readiness = Gotowość
ready-all = Wszystko jest gotowe.
ready-good = Gotowe
ready-warn = Do sprawdzenia
ready-bad = Niegotowe
ready-more = Więcej
ready-fixed = Zrobione: { $fix }.
check-feature = Włącz używanie możliwości handlu elektronicznego B2B
check-feature-about = Gdy ta funkcja jest włączona, sklep przyjmuje żądania firm.
check-number-sequences = Sekwencje numerów
check-number-sequences-about = Z nich dostają numery prospekty, odbiorcy i hierarchie.
check-customers = Odbiorcy trafiają do sklepu
check-customers-about = Zadanie 1010 publikuje partnerów. Kto nie jest znany sklepowi, nie może się zalogować.
check-channel = Kanał
check-channel-about = Sklep, jego firma i baza danych, do której piszą obie strony.
check-mail = Poczta
check-mail-about = Pocztą partnerzy dowiadują się o zatwierdzeniu i o tym, jak się zalogować.
check-jobs = Harmonogramy zadań
check-jobs-about = Zadania przekazują dalej żądania, prospekty, odbiorców i pocztę.
check-connection = Podwójny zapis
check-connection-about = Przenosi prospekty i decyzje tam, gdzie pracują sprzedawcy, i z powrotem.
ready-feature-on = Jest włączona: sklep przyjmuje żądania.
ready-feature-off = Jest wyłączona: sklep nie przyjmuje żądań. Rozpoczęte są dalej obsługiwane.
ready-feature-untold = Sklep jeszcze o tym nie wie. Zadanie 1110 mu to przekaże.
ready-sequences = Każda firma ma je wszystkie i żadna się nie wyczerpała.
ready-sequences-missing = Brakuje: { $names }. Nic takiego nie można utworzyć.
ready-sequences-used-up = Wyczerpane: { $names }. Dłuższy format da więcej numerów.
ready-sequences-short = Zostało mniej niż tysiąc numerów: { $names }. Dłuższy format da więcej.
ready-customers = Sklep zna wszystkich partnerów.
ready-channel = Sklep pod { $origin } ma firmę, walutę, grupę odbiorców i bazę danych.
ready-channel-silent = Baza danych kanału nie odpowiada: { $error }. Sprawdź jej serwer i adres w ustawieniach.
ready-company-missing = Nie ma firmy { $company }, dla której sprzedaje sklep. Uruchom centralę ponownie: utworzy ją.
ready-group-missing = Grupy odbiorców { $group }, do której trafiają partnerzy, brakuje w: { $names }.
ready-origin-plain = Sklep jest pod { $origin }, bez szyfrowania. Ustaw origin (TANDEM_ORIGIN) na adres https.
ready-mail-leaves = Poczta wychodzi przez serwer pocztowy.
ready-mail-demo = Poczta jest przechwytywana: to wersja demonstracyjna.
ready-mail-captured = Poczta nie wychodzi. Ustaw mail.transport (TANDEM_MAIL_TRANSPORT) na smtp, a mail.host na serwer pocztowy.
ready-mail-sender = Wiadomości wychodzą z { $address }, a to niczyj adres. Nadaj firmie jej własny.
ready-templates = Każdy typ powiadomienia ma szablon we wszystkich sześciu językach.
ready-templates-missing = Brakuje szablonów, zamiast nich wysyłany jest inny język: { $names }.
ready-jobs = Wszystkie zadania działają o czasie.
ready-jobs-missing = Brakuje: { $names }. Uruchom centralę ponownie: utworzy je.
ready-jobs-withheld = Wstrzymane, działają tylko na polecenie: { $names }.
ready-jobs-late = Powinny były działać, a nie działały: { $names }. Czy centrala jest wśród uruchomionych aplikacji, a jobs_mode nie jest manual?
ready-jobs-broke-off = Ostatnie uruchomienie zostało przerwane: { $names }. Historia mówi dlaczego.
ready-jobs-failed = Ostatnie uruchomienie zostawiło wiersze z błędem: { $names }. Historia mówi dlaczego.
ready-connection = Pakiet { $package } działa.
ready-connection-none = Żaden pakiet nie jest zainstalowany: centrala działa sama.
ready-connection-silent = Nie można powiedzieć, jaki jest stan: { $error }.
fix-turn-on = Włącz
fix-tell-store = Uruchom teraz zadanie 1110
fix-make-sequences = Utwórz brakujące sekwencje
fix-lengthen-sequences = Wydłuż formaty
fix-make-groups = Utwórz brakujące grupy
fix-release-jobs = Wznów zadania
fix-run-jobs = Uruchom teraz
fix-publish = Uruchom teraz zadanie 1010
fix-restore-templates = Przywróć brakujące szablony
turn-off = Wyłącz
turn-off-title = Wyłączyć funkcję?
turn-off-consequences = Sklep nie przyjmuje więcej żądań: mówią o tym jego formularz i API. Rozpoczęte żądania, odbiorcy i poczta działają dalej.
turned-off = Funkcja jest wyłączona. Sklep dowie się o tym z zadania 1110.
ready-some-bad = Do naprawienia, zanim przyjdą partnerzy: { $count }.
ready-some-warn = Działa; warto sprawdzić: { $count }.
ready-customers-missing = Partnerzy, których sklep nie zna: { $count }, wśród nich { $names }.
refused-UnknownFeature = Nie ma takiej funkcji. Uruchom centralę ponownie: utworzy ją.
ready-mail-stuck = Wiadomości czekające dłużej niż kwadrans: { $count }.
ready-mail-failed = Wiadomości, których nie udało się wysłać w ostatnich siedmiu dniach: { $count }. Ich strona mówi dlaczego i wysyła je ponownie.
ready-connection-waiting = Zmiany, którymi ktoś musi się zająć: { $count }.

# What became of a row of a batch job
row-removed = Usunięte wpisy: { $detail }
row-sent = Wysłano
row-captured = Przechwycona: nie ustawiono serwera poczty
row-published = Sklep już to zna
row-withdrawn = Usunięto ze sklepu
row-welcomed = Może się zalogować; powiadomiono pocztą
row-feature-on = Włączona w sklepie
row-feature-off = Wyłączona w sklepie
row-changed = Zmieniono zgodnie z życzeniem administratora organizacji
row-was-so = Już tak było
row-pulled = Pobrano ze sklepu
row-was-here = Już tu było
row-became-prospect = Utworzono prospekt { $detail }
row-link-goes-out = Wysyłany jest link do ustawienia hasła
row-told-or-gone = Już powiadomiono albo nie jest już klientem
row-store-shows-received = Sklep pokazuje, że żądanie otrzymano
row-store-shows-in_review = Sklep pokazuje, że żądanie jest rozpatrywane
row-store-shows-approved = Sklep pokazuje, że żądanie zatwierdzono
row-store-shows-declined = Sklep pokazuje, że żądanie odrzucono
row-store-knew = Sklep już o tym wiedział
row-store-lost = Sklep nie ma już takiego żądania
row-added = Dodano do organizacji
row-is-member = Jest już członkiem
row-acknowledged = Nadawca dowiaduje się, że żądanie otrzymano
row-was-acknowledged = Nadawcę już powiadomiono

# Members of a customer hierarchy
member = Członek
disable-member = Wyłącz
enable-member = Włącz
member-enabled = Osoba znów może działać w imieniu organizacji, gdy zadanie 1010 powiadomi sklep.
member-disabled = Osoba nie może już działać w imieniu organizacji. Sklep powiadomi zadanie 1010.
refused-LastAdministrator = Nikt inny nie zarządza użytkownikami organizacji. Najpierw mianuj innego członka administratorem.
refused-EmailInUse = Inna osoba tej firmy loguje się do sklepu tym adresem e-mail. Zmień jeden z dwóch adresów.
refused-NoSignInAddress = Ta osoba nie ma adresu e-mail, którym mogłaby się zalogować. Najpierw podaj go u odbiorcy.
unfit-signs-in = Ta osoba loguje się do sklepu tym adresem. Podaj inny adres albo najpierw usuń ją z użytkowników organizacji.
unfit-email-in-use = Inna osoba tej firmy loguje się do sklepu tym adresem. Podaj inny adres albo najpierw zmień adres tamtej osoby.
column-role = Rola
column-spendinglimit = Limit wydatków
