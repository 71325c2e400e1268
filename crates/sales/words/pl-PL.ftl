# Places
leads = Potencjalni klienci
opportunities = Szanse sprzedaży
pipeline = Lejek sprzedaży
customers = Klienci
accounts = Konta
contacts = Kontakty
noun-lead = Potencjalny klient
noun-opportunity = Szansa sprzedaży
noun-account = Konto
noun-contact = Kontakt
no-name = (bez nazwy)

# Views that Sales begins with
view-my-open-leads = Moi otwarci potencjalni klienci
view-open-leads = Otwarci potencjalni klienci
view-all-leads = Wszyscy potencjalni klienci
view-closed-leads = Zamknięci potencjalni klienci
view-all-commerce-b2b-leads = Wszyscy potencjalni klienci handlu B2B
view-my-open-opportunities = Moje otwarte szanse sprzedaży
view-open-opportunities = Otwarte szanse sprzedaży
view-all-opportunities = Wszystkie szanse sprzedaży
view-closed-opportunities = Zamknięte szanse sprzedaży
view-won-opportunities = Wygrane szanse sprzedaży
view-lost-opportunities = Utracone szanse sprzedaży
view-my-active-accounts = Moje aktywne konta
view-active-accounts = Aktywne konta
view-all-accounts = Wszystkie konta
view-inactive-accounts = Nieaktywne konta
view-my-active-contacts = Moje aktywne kontakty
view-active-contacts = Aktywne kontakty
view-all-contacts = Wszystkie kontakty
view-inactive-contacts = Nieaktywne kontakty
leads-empty = Tu są potencjalni klienci z tego widoku. Ci, których przynosi podwójny zapis, są w widoku „Wszyscy potencjalni klienci handlu B2B”, dopóki ktoś ich nie przejmie.
opportunities-empty = Zakwalifikuj potencjalnego klienta albo utwórz szansę sprzedaży, aby ją tu zobaczyć.
accounts-empty = Tu są firmy, z którymi pracujesz: utworzone ręcznie albo przez zakwalifikowanie potencjalnego klienta.
contacts-empty = Tu są osoby, z którymi pracujesz: utworzone ręcznie albo przez zakwalifikowanie potencjalnego klienta.

# Commands
new = Nowy
add = Dodaj
edit = Edytuj
delete = Usuń
complete = Zakończ
qualify = Kwalifikuj
disqualify = Zdyskwalifikuj
reactivate = Aktywuj ponownie
mark-contacted = Oznacz jako skontaktowany
close-as-won = Zamknij jako wygraną
close-as-lost = Zamknij jako utraconą
reopen = Otwórz ponownie
activate = Aktywuj
deactivate = Dezaktywuj
assign = Przypisz
assign-to-me = Przypisz do mnie
open-opportunity = Otwórz szansę sprzedaży
open-lead = Otwórz potencjalnego klienta
as-board = Tablica
as-list = Lista
new-lead = Nowy potencjalny klient
new-opportunity = Nowa szansa sprzedaży
new-account = Nowe konto
new-contact = Nowy kontakt

# Assigning
assign-title = Przypisać: { $name }?
assign-consequence = Nowy właściciel znajdzie to we własnych widokach. Możesz stracić do tego dostęp, jeśli opuści Twoją jednostkę biznesową.
new-owner = Nowy właściciel
people = Osoby
teams = Zespoły
owner-missing = Wybierz, kto ma być właścicielem.
assigned = Przypisano.
assigned-to-you = To teraz należy do Ciebie.
rows-assigned = { $count ->
    [one] { $count } wiersz należy teraz do Ciebie.
    [few] { $count } wiersze należą teraz do Ciebie.
    [many] { $count } wierszy należy teraz do Ciebie.
   *[other] { $count } wiersza należy teraz do Ciebie.
}
some-assigned = Przypisano: { $taken }. Nie przypisano: { $left }. { $why }

# Process
lead-to-opportunity = Od potencjalnego klienta do szansy
flow-won = Wygrana
flow-lost = Utracona
flow-qualified = Zakwalifikowany bez szansy sprzedaży
flow-disqualified = Zdyskwalifikowany
active-since-now = Aktywny od niecałej godziny
active-for-hours = { $count ->
    [one] Aktywny od { $count } godziny
    [few] Aktywny od { $count } godzin
    [many] Aktywny od { $count } godzin
   *[other] Aktywny od { $count } godziny
}
active-for-days = { $count ->
    [one] Aktywny od { $count } dnia
    [few] Aktywny od { $count } dni
    [many] Aktywny od { $count } dni
   *[other] Aktywny od { $count } dnia
}
steps-done = { $done } z { $all } kroków
stage = Etap
move-to = Przenieś do: { $stage }
move = Przenieś
stage-entered = Teraz jest na etapie: { $stage }.

# Sections
section-contact = Kontakt
section-company = Firma
section-qualification = Kwalifikuj
section-details = Szczegóły
section-opportunity = Szansa sprzedaży
section-develop = Rozwijaj
section-propose = Proponuj
section-close = Zamknij
section-account = Konto
section-address = Adres
section-billing = Rozliczenia
section-preferences = Jak się kontaktować
possible-duplicates = Możliwe duplikaty
account-no-contacts = Nikt z tego konta nie jest jeszcze znany.
no-opportunities-of-this = Nie ma jeszcze szans sprzedaży.

# Prospect behind a row
b2b-prospect = Prospekt B2B
prospect = Prospekt
verdict = Centrala
sync = Synchronizacja
refused-lead-remedy = Centrala zdecydowała wcześniej inaczej; notatka na osi czasu mówi kto i kiedy. Ten potencjalny klient zostaje tak, jak go zostawiono. Aby zgodzić się z centralą, aktywuj go ponownie i zamknij w drugi sposób.
refused-opportunity-remedy = Centrala zdecydowała wcześniej inaczej; notatka na osi czasu mówi kto i kiedy. Ta szansa sprzedaży zostaje tak, jak ją zostawiono. Aby zgodzić się z centralą, otwórz ją ponownie i zamknij w drugi sposób.

# Timeline
timeline = Oś czasu
timeline-all = Wszystko
timeline-notes = Notatki
timeline-activities = Działania
timeline-system = System
timeline-empty = Nic się tu jeszcze nie wydarzyło.
show-more = Pokaż więcej
note = Notatka
write-a-note = Napisz notatkę
add-note = Dodaj notatkę
add-task = Zadanie
add-call = Rozmowa
new-note = Nowa notatka
edit-note = Edytuj notatkę
new-task = Nowe zadanie
edit-task = Edytuj zadanie
new-call = Nowa rozmowa telefoniczna
edit-call = Edytuj rozmowę telefoniczną
delete-note = Usunąć tę notatkę?
delete-task = Usunąć to zadanie?
delete-call = Usunąć tę rozmowę?
delete-consequence = Zniknie z osi czasu dla wszystkich i nie da się tego przywrócić.
deleted = Usunięto.
note-added = Notatka jest na osi czasu.
task-added = Zadanie jest na osi czasu.
call-added = Rozmowa jest na osi czasu.
activity-completed = Zakończono: „{ $subject }”.
note-empty = Notatka wymaga treści. Napisz coś.
note-too-long = Mieści się najwyżej { $max } znaków. Skróć tekst.
subject-empty = Napisz w kilku słowach, o co chodzi.
subject = Temat
description = Opis
phone-number = Numer telefonu
call-comes-in = Dzwonią do nas
due = Termin
high-priority = Wysoki priorytet
overdue = Po terminie
task-planned = Zadanie
task-completed = Zadanie zakończone
task-canceled = Zadanie anulowane
call-planned = Zaplanowana rozmowa
call-made = Rozmowa wykonana
call-received = Rozmowa odebrana
call-canceled = Rozmowa anulowana
opportunity-closed = Szansa sprzedaży zamknięta
closing-canceled = Zamknięta, potem otwarta ponownie
closed-revenue = Rzeczywisty przychód: { $amount }
closed-competitor = Konkurent: { $name }

# Qualify
qualify-title = Zakwalifikować: { $name }?
qualify-consequence = Potencjalny klient zostanie zamknięty jako zakwalifikowany i od tej pory można go tylko czytać. To, co z niego powstanie, będzie należeć do Ciebie.
qualify-partner-consequence = Centrala dowie się, że wniosek jest rozpatrywany.
qualify-may-exist = To może już istnieć. Wybierz właściwy wiersz albo utwórz nowy.
qualify-there-already = Już istnieje
qualify-chosen-on-lead = Wskazany u potencjalnego klienta
qualify-of-prospect = Należy do prospektu { $prospect }, więc nie może oznaczać także tego
qualify-new-account = Nowe konto „{ $name }”
qualify-new-contact = Nowy kontakt „{ $name }”
qualify-no-account = Bez konta
qualify-no-contact = Bez kontaktu
qualify-opportunity = Utwórz szansę sprzedaży
qualify-opportunity-decides = Jej wygranie lub utrata rozstrzyga wniosek partnera.
qualify-earlier = „{ $name }” z wcześniejszej kwalifikacji nadal istnieje; druga nie powstanie.
qualify-choose = Wybierz konto i kontakt albo zaznacz, że nie mają powstać.
qualify-not-open = Ten potencjalny klient jest już zamknięty. Aktywuj go ponownie, zanim go zakwalifikujesz.
qualify-no-company = Potencjalny klient nie ma podanej firmy, więc nie da się utworzyć konta. Uzupełnij ją albo kontynuuj bez konta.
qualify-no-last-name = Potencjalny klient nie ma nazwiska, więc nie da się utworzyć kontaktu. Uzupełnij je albo kontynuuj bez kontaktu.
qualify-no-customer = Szansa sprzedaży wymaga konta albo kontaktu. Wybierz jedno z nich albo utwórz.
qualify-duplicates = W międzyczasie coś takiego chyba już powstało. Spójrz ponownie na możliwości.
qualify-other-prospect = { $table } „{ $name }” należy do prospektu { $prospect } i nie może oznaczać także tego. Wybierz inny wiersz albo utwórz nowy.
qualify-unseen = Tego konta lub kontaktu już nie ma albo nie możesz go zobaczyć. Wybierz inny, tutaj lub u potencjalnego klienta.
not-yours-to-see = (niewidoczne dla Ciebie)
look-at-it = Otwórz
lead-qualified = Potencjalny klient jest zakwalifikowany.

# Disqualify and reactivate
disqualify-title = Zdyskwalifikować: { $name }?
disqualify-consequence = Potencjalny klient zostanie zamknięty i będzie można go tylko czytać, dopóki ktoś go ponownie nie aktywuje.
disqualify-partner-consequence = Centrala odrzuci wniosek partnera z tym powodem, a wnioskodawca dowie się o tym mailem.
disqualify-refused = Ten potencjalny klient jest już zamknięty albo ma szansę sprzedaży. Zamknij szansę jako utraconą.
reason = Powód
reason-missing = Wybierz powód.
lead-disqualified = Potencjalny klient jest zdyskwalifikowany.
reactivate-title = Aktywować ponownie: { $name }?
reactivate-consequence = Potencjalny klient będzie znów otwarty, ze wszystkimi notatkami i tym, co z niego powstało.
reopen-partner-consequence = W centrali nic się nie zmieni: podjęta tam decyzja obowiązuje.
lead-reactivated = Potencjalny klient jest znów otwarty.
lead-contacted = Zanotowano kontakt.
lead-not-open = Nic nie zostało zmienione: ten potencjalny klient jest zamknięty. Najpierw go reaktywuj.

# Closing opportunities
close-won-title = Zamknąć jako wygraną: { $name }?
close-lost-title = Zamknąć jako utraconą: { $name }?
close-consequence = Szansę sprzedaży będzie można tylko czytać, dopóki ktoś jej ponownie nie otworzy.
close-won-partner = Centrala zatwierdzi partnera: powstaną klienci, a wnioskodawca dostanie zaproszenie.
close-lost-partner = Centrala odrzuci wniosek partnera, a wnioskodawca dowie się o tym mailem.
close-not-open = Ta szansa sprzedaży jest już zamknięta. Otwórz ją ponownie, zanim ją znów zamkniesz.
close-wrong-day = Podaj dzień zamknięcia.
close-wrong-competitor = Wybierz konkurenta z listy albo żadnego.
actual-revenue = Rzeczywisty przychód
closed-on = Data zamknięcia
competitor = Konkurent
opportunity-won = Szansa sprzedaży jest wygrana.
opportunity-lost = Szansa sprzedaży jest utracona.
reopen-title = Otworzyć ponownie: { $name }?
reopen-consequence = Szansa sprzedaży będzie znów otwarta. Zamknięcie zostanie na osi czasu jako anulowane.
opportunity-reopened = Szansa sprzedaży jest znów otwarta.

# Accounts and contacts
activate-title = Aktywować: { $name }?
deactivate-title = Dezaktywować: { $name }?
activate-consequence = Wróci do aktywnych widoków i będzie można to tu edytować.
deactivate-consequence = Zniknie z aktywnych widoków i nie będzie proponowane przy kwalifikowaniu. Nic nie zostanie usunięte.
activated = Aktywowano.
deactivated = Zdezaktywowano.

# Pipeline
my-pipeline = Moje otwarte szanse sprzedaży
whole-pipeline = Wszystkie otwarte szanse sprzedaży
open-pipeline = Otwarty lejek
mine = Moje
everybodys = Wszystkich
lane-empty = Nic na tym etapie.
show-more-cards = { $count ->
    [one] Pokaż jeszcze { $count }
    [few] Pokaż jeszcze { $count }
    [many] Pokaż jeszcze { $count }
   *[other] Pokaż jeszcze { $count }
}
close-date-passed = Termin zamknięcia minął

# What rules refuse
refused-0x80040203 = W obecnym stanie wiersza nie jest to możliwe. Odśwież stronę i sprawdź stan.
refused-0x80048408 = Ten powód nie należy do stanu. Wybierz inny.

# Columns
column-subject = Temat
column-salutation = Zwrot grzecznościowy
column-firstname = Imię
column-lastname = Nazwisko
column-fullname = Imię i nazwisko
column-name = Nazwa
opportunity-name = Temat
column-jobtitle = Stanowisko
column-telephone1 = Telefon służbowy
column-phonenumber = Numer telefonu
column-mobilephone = Telefon komórkowy
column-emailaddress1 = E-mail
column-companyname = Firma
column-websiteurl = Witryna
column-industrycode = Branża
column-numberofemployees = Pracownicy
column-revenue = Roczny przychód
column-address1-line1 = Ulica
column-address1-line2 = Ulica 2
column-address1-city = Miasto
column-address1-stateorprovince = Województwo
column-address1-postalcode = Kod pocztowy
column-address1-country = Kraj/region
column-parentaccountid = Konto
account-parentaccountid = Konto nadrzędne
lead-parentaccountid = Istniejące konto
lead-parentcontactid = Istniejący kontakt
column-parentcontactid = Kontakt
column-parentcustomerid = Firma
column-purchasetimeframe = Termin zakupu
column-budgetamount = Budżet
column-purchaseprocess = Proces zakupu
column-decisionmaker = Decydent znany
column-qualificationcomments = Czego się dowiedziano
column-leadsourcecode = Źródło
column-leadqualitycode = Ocena
column-opportunityratingcode = Ocena
column-statuscode = Przyczyna stanu
column-estimatedamount = Szac. przychód
column-estimatedvalue = Szac. przychód
column-estimatedclosedate = Szac. data zamknięcia
column-closeprobability = Prawdopodobieństwo, %
column-actualvalue = Rzeczywisty przychód
column-actualclosedate = Rzeczywista data zamknięcia
column-actualrevenue = Rzeczywisty przychód
column-competitorid = Konkurent
column-campaignid = Kampania
column-description = Opis
column-customerid = Klient
column-originatingleadid = Źródłowy potencjalny klient
column-salesstage = Etap
column-customerneed = Potrzeba klienta
column-proposedsolution = Proponowane rozwiązanie
column-identifycustomercontacts = Osoby po stronie klienta znane
column-identifycompetitors = Konkurenci znani
column-identifypursuitteam = Zespół sprzedaży ustalony
column-developproposal = Propozycja przygotowana
column-completeinternalreview = Sprawdzona wewnętrznie
column-presentproposal = Propozycja przedstawiona
column-completefinalproposal = Ostateczna propozycja gotowa
column-presentfinalproposal = Ostateczna propozycja przedstawiona
column-finaldecisiondate = Data decyzji
column-sendthankyounote = Podziękowanie wysłane
column-filedebrief = Podsumowanie zapisane
column-accountnumber = Numer klienta
column-msdyn-contactpersonid = Numer klienta
column-msdyn-sellable = Można mu sprzedawać
column-customertypecode = Relacja
column-primarycontactid = Główny kontakt
column-creditlimit = Limit kredytowy
column-creditonhold = Kredyt wstrzymany
column-paymenttermscode = Warunki płatności
column-birthdate = Data urodzenia
column-preferredcontactmethodcode = Preferowany sposób
column-donotemail = Bez e-maili
column-donotphone = Bez telefonów
column-donotpostalmail = Bez listów
column-ownerid = Właściciel
column-createdon = Utworzono
column-modifiedon = Zmieniono
column-tandem-b2bprospectid = Prospekt
column-tandem-partnerstatus = Centrala

# Options
option-New = Nowy
option-Contacted = Skontaktowany
option-Qualified = Zakwalifikowany
option-Lost = Utracony
option-CannotContact = Nie można się skontaktować
option-NoLongerInterested = Nie jest już zainteresowany
option-Canceled = Anulowany
opportunity-statuscode-Canceled = Anulowana
option-InProgress = W toku
option-OnHold = Wstrzymana
option-Won = Wygrana
option-OutSold = Przegrana z konkurencją
option-Active = Aktywny
option-Inactive = Nieaktywny
option-Pending = Oczekuje
option-Approved = Zatwierdzony
option-Declined = Odrzucony
option-Refused = Decyzja odrzucona
option-Advertisement = Reklama
option-EmployeeReferral = Polecenie pracownika
option-ExternalReferral = Polecenie zewnętrzne
option-Partner = Partner
option-PublicRelations = Public relations
option-Seminar = Seminarium
option-TradeShow = Targi
option-Web = Internet
option-WordOfMouth = Poczta pantoflowa
option-Other = Inne
option-Hot = Gorący
option-Warm = Ciepły
option-Cold = Zimny
option-Immediate = Natychmiast
option-ThisQuarter = W tym kwartale
option-NextQuarter = W następnym kwartale
option-ThisYear = W tym roku
option-Unknown = Nieznane
option-Individual = Indywidualny
option-Committee = Komitet
option-Any = Dowolny
option-Email = E-mail
option-Phone = Telefon
option-Fax = Faks
option-Mail = Poczta
option-Qualify = Kwalifikuj
option-Develop = Rozwijaj
option-Propose = Proponuj
option-Close = Zamknij
option-Competitor = Konkurent
option-Consultant = Konsultant
option-Customer = Klient
option-Investor = Inwestor
option-Influencer = Osoba wpływowa
option-Press = Prasa
option-Prospect = Prospekt
option-Reseller = Odsprzedawca
option-Supplier = Dostawca
option-Vendor = Sprzedawca
option-Net30 = 30 dni netto
option-TwoPercent10Net30 = 2% do 10 dni, 30 dni netto
option-Net45 = 45 dni netto
option-Net60 = 60 dni netto

# Industries
option-Accounting = Księgowość
option-AgricultureAndNonPetrolNaturalResourceExtraction = Rolnictwo i zasoby naturalne
option-BroadcastingPrintingAndPublishing = Media, druk i wydawnictwa
option-Brokers = Pośrednictwo
option-BuildingSupplyRetail = Handel materiałami budowlanymi
option-BusinessServices = Usługi dla firm
option-Consulting = Doradztwo
option-ConsumerServices = Usługi dla konsumentów
option-DesignDirectionAndCreativeManagement = Projektowanie i kreacja
option-DistributorsDispatchersAndProcessors = Dystrybucja i przetwarzanie
option-DoctorsOfficesAndClinics = Gabinety lekarskie i kliniki
option-DurableManufacturing = Produkcja dóbr trwałych
option-EatingAndDrinkingPlaces = Gastronomia
option-EntertainmentRetail = Handel rozrywką
option-EquipmentRentalAndLeasing = Wynajem i leasing sprzętu
option-Financial = Finanse
option-FoodAndTobaccoProcessing = Przetwórstwo żywności i tytoniu
option-InboundCapitalIntensiveProcessing = Przetwórstwo kapitałochłonne
option-InboundRepairAndServices = Naprawy i serwis
option-Insurance = Ubezpieczenia
option-LegalServices = Usługi prawne
option-NonDurableMerchandiseRetail = Handel dobrami nietrwałymi
option-OutboundConsumerService = Zewnętrzne usługi dla konsumentów
option-PetrochemicalExtractionAndDistribution = Petrochemia
option-ServiceRetail = Handel usługami
option-SigAffiliations = Stowarzyszenia SIG
option-SocialServices = Usługi społeczne
option-SpecialOutboundTradeContractors = Wykonawcy specjalistyczni
option-SpecialtyRealty = Nieruchomości specjalistyczne
option-Transportation = Transport
option-UtilityCreationAndDistribution = Media komunalne
option-VehicleRetail = Handel pojazdami
option-Wholesale = Handel hurtowy

# Activities, competitors, search
activities = Działania
my-activities = Moje działania
activities-empty = Nic nie jest zaplanowane. Zadania i rozmowy dodane do osi czasu są tutaj, dopóki ich nie zakończysz.
competitors = Konkurenci
competitors-empty = Tu są firmy, z którymi przegrywa się szanse sprzedaży.
new-competitor = Nowy konkurent
column-strengths = Mocne strony
column-weaknesses = Słabe strony
column-threats = Zagrożenia
column-opportunities = Co zostaje dla nas
search-nothing = Niczego nie znaleziono.
