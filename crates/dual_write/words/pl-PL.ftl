monitoring = Monitorowanie
overview = Przegląd

# Navigation
data = Dane
parked-changes = Oczekujące zmiany
activities = Aktywność
linked-rows = Powiązane wiersze

# Commands
refresh = Odśwież
retry = Ponów
retry-all = Ponów wszystkie
retry-alike = Ponów wszystkie z tą przyczyną
edit-and-retry = Edytuj i ponów
skip = Pomiń
pause = Wstrzymaj
resume = Wznów
compare-now = Porównaj obie strony teraz
open-in = Otwórz: { $side }
look-at-it = Zobacz
look-at-parked = Zobacz oczekujące zmiany

# Overview
as-of = Stan na
table-maps = Mapy tabel
decisions = Decyzje
figure-lag = Opóźnienie, 95. percentyl, 1 godz.
figure-deliveries = Dostarczone w ostatniej godzinie
figure-behind = Do dostarczenia
figure-waiting = Oczekujące
figure-parked = Odłożone
needs-somebody = { $count ->
    [one] { $count } zmiana wymaga uwagi.
    [few] { $count } zmiany wymagają uwagi.
    [many] { $count } zmian wymaga uwagi.
   *[other] { $count } zmiany wymagają uwagi.
}
rest-flows = Wszystko inne płynie dalej.
side-answers = Odpowiada
side-silent = Nie odpowiada
side-unheard = Jeszcze nie zapytano
side-silent-remedy = Nic nie ginie: odczyt ruszy sam, gdy ta strona odpowie.
answered-at = Ostatnia odpowiedź
since = Od
to-deliver = Odczytane, do dostarczenia
name = Nazwa
state = Stan
state-running = Działa
state-paused = Wstrzymano
state-held-up = Zatrzymano
state-not-running = Nie działa
lag-last-hour = Opóźnienie, ostatnia godzina
lag-last = Ostatnie opóźnienie
spark-label = Opóźnienie w ostatniej godzinie, ostatnio { $span }
dotted-line = Linia kropkowana: { $span }
linked = Powiązane
oldest = Najstarsza
version = Wersja
direction = Kierunek
direction-both = w obie strony
direction-to-sales = z centrali do Sales
direction-to-headquarters = z Sales do centrali
span-milliseconds = { $span } ms
span-seconds = { $span } s
span-minutes = { $span } min
span-hours = { $span } godz.
span-days = { $span } dn.
unconnected = Nic jeszcze nie łączy centrali i Sales
unconnected-remedy = Zainstaluj pakiet: zawiera mapy, które utrzymują obie strony w zgodzie.

# Maps and decisions of the solution commerce
target-b2b-prospects-leads = Prospekty B2B i potencjalni klienci
target-customers-accounts = Odbiorcy i konta
target-customers-contacts = Odbiorcy i kontakty
target-decisions-lead-qualified = Potencjalny klient zakwalifikowany
target-decisions-opportunity-won = Szansa sprzedaży wygrana
target-decisions-opportunity-lost = Szansa sprzedaży utracona
target-decisions-lead-disqualified = Potencjalny klient zdyskwalifikowany
target-decisions-prospect-approved = Prospekt zatwierdzony
target-decisions-prospect-rejected = Prospekt odrzucony

# What waits
view-needs-somebody = Wymagają uwagi
view-by-itself = Ruszą same
view-paused = Wstrzymane
parked-empty = Tutaj pojawiłyby się zmiany, których nie można zapisać po drugiej stronie, z przyczyną i sposobem naprawy.
waiting-name = Wiersz
waiting-target = Mapa lub decyzja
waiting-cause = Przyczyna
waiting-message = Słownie
waiting-side = Zmieniono w
waiting-attempts = Próby
waiting-createdon = Od
waiting-nextattemptat = Następna próba
waiting-code = Kod
waiting-cause-Parent = Czeka na wiersz
waiting-cause-Refused = Odmowa
waiting-cause-Behind = Za inną zmianą
waiting-cause-Unanswered = Bez odpowiedzi
waiting-cause-Paused = Wstrzymano
attempts = Próby
next-attempt = Następna próba

# The ways out
cause-parent = Ruszy sama, gdy tamten wiersz zostanie powiązany. Najpierw sprawdź oczekującą zmianę tamtego wiersza.
cause-refused = Popraw wiersz po jednej ze stron, a potem ponów. Próby są też ponawiane same, coraz rzadziej.
cause-behind = Najpierw musi przejść wcześniejsza zmiana tego samego wiersza lub decyzji. Sprawdź tamtą.
cause-unanswered = Druga strona zawodzi przy tym wierszu, a na inne odpowiada. Ponów; jeśli to nie pomoże, zapytaj administratora tamtej strony.
cause-paused = Wznów mapę lub decyzję, a zmiana zostanie dostarczona w swojej kolejności.
way-out-EmailInUse = Adres zgłaszającego należy do kogoś innego. Zmień jeden z dwóch adresów i ponów albo zatwierdź w centrali, dołączając istniejącą osobę do nowego partnera.
way-out-Unmapped = Zmień wartość albo dodaj parę do dokumentu mapy, a potem ponów.
way-out-SameKey = Inny wiersz tam ma ten sam klucz. Zmień klucz po jednej stronie albo scal oba wiersze, a potem ponów.
way-out-RowGone = Drugi wiersz usunięto. Przywróć go tam i ponów albo pomiń tę zmianę.
way-out-NoTarget = Tej mapy lub decyzji już nie ma. Zainstaluj rozwiązanie, które ją zawiera, albo pomiń tę zmianę.
retry-delivered = Dostarczono.
retry-still-waits = Ponowiono; nadal czeka. { $why }
retry-under-way = Trwa ponawianie. Odśwież tę stronę za chwilę.
retry-nothing = Nic nie czeka na ponowienie.
edit-and-retry-title = Edytuj „{ $name }” i ponów
edit-consequence = Twoje wartości są zapisywane w samym wierszu ({ $side }), aby obie strony były zgodne, i wiersz jest dostarczany ponownie. Kto co poprawił, jest odnotowane w aktywności.
edit-changed = Ktoś w międzyczasie zmienił wiersz. Sprawdź go ponownie: Twoje wpisy są nadal poniżej.
edit-no-number = „{ $column }” musi być liczbą.
edit-refused = Nic nie zostało zmienione: tego nie przyjęto. Popraw to poniżej.
edit-gone = Nie ma tu czego poprawiać: zmienionego wiersza już nie ma albo jest to decyzja.
edit-silent = Nic nie zostało zmienione: strona, do której należy wiersz, nie odpowiada. Spróbuj później.
retried = { $count ->
    [one] Ponowiono { $count } zmianę.
    [few] Ponowiono { $count } zmiany.
    [many] Ponowiono { $count } zmian.
   *[other] Ponowiono { $count } zmiany.
}
skipped = { $count ->
    [one] Pominięto { $count } zmianę.
    [few] Pominięto { $count } zmiany.
    [many] Pominięto { $count } zmian.
   *[other] Pominięto { $count } zmiany.
}
skip-question = { $count ->
    [one] Pominąć tę zmianę?
    [few] Pominąć { $count } zmiany?
    [many] Pominąć { $count } zmian?
   *[other] Pominąć { $count } zmiany?
}
skip-consequence = Nie zostanie dostarczona: druga strona zachowa to, co ma. Późniejsza zmiana tego wiersza przeniesie wszystko, co będzie się wtedy różnić; decyzja nie zostanie wysłana ponownie. Kto pominął, widać w Aktywności.

# A change that waits
headline-parent = Czeka na wiersz, który nie jest jeszcze powiązany.
headline-refused = { $side }: odmowa
headline-behind = Najpierw musi przejść wcześniejsza zmiana.
headline-unanswered = { $side }: brak odpowiedzi na ten wiersz, na inne jest
headline-paused = Ktoś wstrzymał mapę lub decyzję.
headline-unable = Nie można tego dostarczyć w obecnej postaci.
open-map = Otwórz mapę lub decyzję
open-awaited = Otwórz wiersz, na który czeka
would-be-written = Co zostałoby zapisane
source = Źródło
becomes = staje się
mapped = Druga strona
made-on-the-way = tworzone po drodze
changed-row = Zmieniony wiersz
waiting-for-it = Czekają na nią
path-of-change = Droga tej zmiany
images-new = Drugi wiersz jeszcze nie istnieje: zostałby utworzony.
images-agreed = Druga strona teraz nie odpowiada: to ostatnie wspólne wartości.
images-gone = Druga strona nie ma już tego wiersza: to ostatnie wspólne wartości.
mark-refused = Wskazana w odmowie
mark-news = Zmieniono: { $side }
mark-both = Zmieniono po obu stronach; obowiązuje: { $side }
mark-missing = Wskazywany wiersz nie jest jeszcze powiązany
rail-changed = Zmieniono: { $side }
rail-captured = Odczytano i odłożono
rail-sequence = Miejsce w dzienniku zmian: { $sequence }
rail-attempts = { $count ->
    [one] { $count } próba
    [few] { $count } próby
    [many] { $count } prób
   *[other] { $count } próby
}

# Linked rows
links-empty = Pary wierszy pojawią się tu, gdy coś zostanie przeniesione na drugą stronę.
view-disputed = Sporne
link-name = Wiersz
link-map = Mapa
link-headquarterskey = Numer
link-disputed = Kolumny sporne
link-headquartersid = Id w centrali
link-salesid = Id w Sales
link-modifiedon = Ostatnia zgodność
agreed-at = Ostatnia zgodność
last-agreed = Ostatnie wspólne wartości obu stron
agreed-and-now = Ostatnie wspólne wartości i stan obecny
now-is = Teraz: { $value }
row-gone = Wiersza już nie ma: { $side }
row-silent = Brak odpowiedzi w tej chwili: { $side }
disputed = sporne
disputed-columns = Reguły każdej strony zapisują te kolumny inaczej, więc nie są już przenoszone: { $columns }
table-set = Tabela
id = Id
number = Numer

# Maps and decisions
pause-question = Wstrzymać „{ $name }”?
pause-consequence = Zmiany są odczytywane i przechowywane w kolejności, bez limitu czasu, a dostarczone po wznowieniu. Wiersze, które od nich zależą, też czekają.
pause-reason = Powód, dla innych
paused-by = Wstrzymane przez: { $name }
paused-from-command-line = Wstrzymane z wiersza poleceń
paused-meaning = Zmiany są przechowywane w kolejności aż do wznowienia.
paused-now = Wstrzymano. Zmiany są przechowywane w kolejności.
resumed-now = Wznowiono. Przechowane zmiany są dostarczane.
description = Opis
rows-made = Wiersze powstają
conflict = Gdy zmienią obie strony
conflict-winner = wygrywa: { $side }
depends-on = Wymaga
id-column = Kolumna id
key-column = Kolumna numeru
takes-part = Bierze udział, gdy
while = Zmiany płyną, dopóki
found-by = Istniejące wiersze wyszukuje się po
columns = Kolumny
transform = Po drodze
transform-default = zawsze
transform-template = tekst
transform-reference = wiersz
transform-values = wartości
transform-lookup = przez powiązania
transform-once = tylko przy tworzeniu wiersza
transform-when = jeśli
has-value = { $column } ma wartość
has-no-value = { $column } nie ma wartości
made-together = Tworzone razem z wierszem
taken-in = Podejmowana w
told-by = Wynika ze zmiany
when = Kiedy
and-then = Oraz
subject = Dotyczy
command = Polecenie dla drugiej strony
steps = Kroki po drugiej stronie
when-accepted = Po przyjęciu
when-refused = Po ostatecznej odmowie
what = Co
values = Wartości

# Activity
activities-empty = Tutaj byłoby widać, kto coś ponowił, pominął lub wstrzymał.
activity-target = Mapa lub decyzja
activity-deed = Co
activity-name = Wiersz
activity-deliveries = Zmiany
activity-message = Powód lub przyczyna
activity-createdby = Kto
activity-createdon = Kiedy
activity-deed-Retried = Ponowiono
activity-deed-Skipped = Pominięto
activity-deed-Paused = Wstrzymano
activity-deed-Resumed = Wznowiono
activity-deed-Corrected = Poprawiono

# Why the other side refused, by the code that it gives
refused-EmailInUse = Ten adres e-mail jest już adresem logowania innej osoby
refused-OrganizationInUse = Organizacja jest już partnerem biznesowym
refused-ProspectAlreadyDecided = Decyzja o prospekcie już zapadła
refused-RequestUnanswered = Ktoś w sklepie wciąż czeka na odpowiedź
refused-NumberSequenceMissing = Brakuje sekwencji numerów
refused-NumberSequenceExhausted = Sekwencja numerów nie ma już numerów
refused-Unmapped = Mapa nie ma odpowiednika wartości
refused-SameKey = Inny wiersz ma ten sam klucz
refused-RowGone = Drugi wiersz usunięto
refused-NoTarget = Mapy lub decyzji już nie ma
refused-0x80040203 = Brakuje wartości albo jest niedozwolona
refused-0x80048d19 = Wartości nie można odczytać
refused-0x80041103 = Kolumna jest nieznana albo nie można o nią pytać
refused-0x80040217 = Wskazany wiersz nie istnieje
refused-0x80060891 = Żaden wiersz nie ma tego klucza
refused-0x80040237 = Wiersz o tym identyfikatorze lub kluczu już istnieje
refused-0x80060892 = Wiersz o tym kluczu już istnieje
refused-0x80060882 = Ktoś w międzyczasie zmienił wiersz
refused-0x80040220 = Podwójnemu zapisowi brakuje uprawnienia
refused-0x80044331 = Tekst jest za długi
refused-0x8004432f = Liczba jest poza zakresem
refused-0x8004431a = Opcja jest nieznana
refused-0x80040227 = Inne wiersze wciąż się do niego odwołują
refused-0x80040333 = Być może już istnieje
refused-0x80048408 = Powód nie należy do stanu

# Solutions
solutions = Rozwiązania
setup = Konfiguracja
solutions-search = Szukaj pakietów
solutions-none = Żaden pakiet tak się nie nazywa. Spróbuj innego słowa.
solutions-unfit = Folder, który nie jest pakietem
publisher = Wydawca
installed-version = Zainstalowana wersja
works-in = Firma
consented = Zgodę wyraził(a)
what-it-adds = Co dodaje do Sales
what-it-carries = Co przenosi
solution-install = Zainstaluj
solution-continue = Kontynuuj instalację
solution-update = Zaktualizuj do { $version }
solution-uninstall = Odinstaluj
solution-verify = Sprawdź
solution-health = Kontrola stanu
uninstall-question = Odinstalować { $title }?
uninstall-consequence = Nic nie jest już przenoszone między centralą a Sales. Z Sales znikają widoki oraz kolumny i klucze, w których żaden wiersz nie ma wartości. Wiersze zostają po obu stronach, podobnie jak wiedza o parach: po ponownej instalacji praca toczy się od tego miejsca. Do tego czasu obie strony zachowują dla niej zmiany.
uninstalling-now = Już nie działa; to, co dodało, jest usuwane.
state-Preparing = W przygotowaniu
state-Installing = Instalowane
state-Installed = Zainstalowane
state-RollingBack = Wycofywane
state-Uninstalling = Usuwane
state-Removed = Nie zainstalowano

# Wizard
wizard-title = Instalacja { $title }
wizard-environments = Środowiska
wizard-company = Firma
wizard-health = Kontrola stanu
wizard-consent = Zmiany i zgoda
wizard-progress = Instalacja
environments-question = Te dwa środowiska będą utrzymywane w zgodzie. Czy to właściwe?
environment-address = Adres
environment-here = w tym programie
environment-id = Środowisko
environment-user = Zalogowano jako
environment-fingerprint = Odcisk certyfikatu (SHA-256)
environments-confirm = Tak, to te środowiska
company-question = W której firmie centrali powstają partnerzy biznesowi?
company-confirm = Użyj tej firmy
health-good = Wszystko w porządku.
health-bad = Coś stoi na przeszkodzie. Popraw to i sprawdź ponownie.
check-again = Sprawdź ponownie
repair = Napraw
repaired = Naprawiono.
wizard-next = Dalej
consent-question = Zmieni się to i nic więcej:
consent-headquarters = Centrala: nic nie jest dodawane. Dziennik zmian jest zachowany, aż podwójny zapis go odczyta.
consent-rows = Od tej chwili wiersze po obu stronach powstają i zmieniają się według map.
consent-privacy = Nazwy, adresy, adresy e-mail i telefony partnerów są kopiowane na drugą stronę. Odpowiada za to ten, kto prowadzi obie strony.
consent-agree = Zgadzam się na te zmiany
consent-needed = Najpierw zaznacz zgodę.
item-Column = Kolumna
item-Key = Klucz alternatywny
item-View = Widok
item-kind = Co
item-table = Tabela
item-state = Stan
presence-missing = zostanie utworzone
presence-present = istnieje i zostanie użyte
presence-different = istnieje i nie pasuje
step-Pending = do zrobienia
step-Made = utworzono
step-Adopted = już było
step-Removed = usunięto
step-Kept = zachowano: zawiera dane lub było wcześniej
progress-working = Ta strona odświeża się sama. Możesz ją zamknąć: praca trwa.
progress-waiting = Nie może teraz kontynuować i sama spróbuje ponownie.
progress-stuck = Zatrzymało się.
progress-installed = Pakiet jest zainstalowany: centrala i Sales są utrzymywane w zgodzie.
progress-removed = Nic z niego nie działa.
try-again = Spróbuj ponownie
roll-back = Wycofaj
give-up = Zrezygnuj
given-up = Nic nie zmieniono.
rolling-back-now = To, co utworzono, jest usuwane.

# Findings
about-answers = { $side } odpowiada i zna podwójny zapis
remedy-answers = Sprawdź, czy działa pod tym adresem i czy nazwa oraz sekret aplikacji są poprawne; potem sprawdź ponownie.
about-environment = { $side } to potwierdzone środowisko
remedy-environment = Odpowiada tam inne środowisko, może kopia lub odtworzone. Jeśli tak ma być, obejrzyj środowiska i potwierdź je ponownie.
about-company = Centrala ma firmę { $name }
about-store = Wnioski ze sklepu trafiają do firmy pakietu: { $name }
remedy-company = Wybierz inną firmę.
remedy-store = Wybierz zamiast niej firmę { $name }. W każdej innej żaden wniosek ze sklepu nie stanie się potencjalnym klientem.
about-reads = Podwójny zapis może czytać { $name } ({ $side })
remedy-reads = Nadaj tam jej użytkownikowi aplikacji rolę „Dual-write”.
about-customizes = Instalacja może dodawać kolumny do Sales
remedy-customizes = Nadaj jej użytkownikowi aplikacji rolę „Dual-write setup” w Sales (System Customizer w Dynamics 365); po instalacji można ją odebrać.
about-columns = Sales ma kolumny { $name }, które wymieniają mapy
remedy-columns = Tych brakuje. Dodaj je w Sales albo użyj pakietu z pasującymi mapami.
about-fits = { $name } w Sales nadaje się do użycia
remedy-fits = Coś innego ma tam tę nazwę. Zmień nazwę lub usuń, potem sprawdź ponownie.
about-alone = Nie działa żaden inny pakiet
remedy-alone = Najpierw odinstaluj ten.

# Verification
verify-title = Sprawdzenie { $title }
verify-start = Wyślij wniosek testowy
verify-explain = Oznaczony wniosek testowy przechodzi przez formularz sklepu. Zostaje odnaleziony wśród prospektów i jako potencjalny klient, odrzucony i usunięty po obu stronach. Nie wysyła się wiadomości.
verify-never = Jeszcze nie sprawdzono.
verify-Running = W toku
verify-Passed = Każdy odcinek działa
verify-Failed = Odcinek jest zerwany
verify-broke-off = Przerwano wraz z procesem. Następne usunie pozostałości.
verify-earlier = Wcześniejsze sprawdzenia
verify-busy = Sprawdzanie już trwa.
leg-Submitted = Sklep przyjmuje wniosek
leg-Prospect = Jest wśród prospektów
leg-Lead = Jest potencjalnym klientem w Sales
leg-Decision = Odrzucono w centrali, potencjalny klient zostaje zamknięty
leg-Told = Sklep informuje nadawcę
leg-Cleaned = Nic po nim nie zostało

# Refusals of the wizard
refuse-busy = Pakiet jest już zainstalowany albo właśnie instalowany lub usuwany.
refuse-not-installed = Pakiet nie jest zainstalowany.
refuse-not-prepared = Najpierw odpowiedz na wcześniejsze pytania.
refuse-other-environment = Odpowiada teraz inne środowisko niż pokazane. Sprawdź ponownie.
refuse-no-repair = Nie ma już czego naprawiać. Sprawdź kontrolę ponownie.
command-line = wiersz poleceń
refuse-no-verification = Ten pakiet nie tworzy potencjalnych klientów z prospektów: sprawdzenie śledzi taki wniosek.
