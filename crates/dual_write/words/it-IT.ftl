monitoring = Monitoraggio
overview = Panoramica

# Navigation
data = Dati
parked-changes = Modifiche in attesa
activities = Attività
linked-rows = Righe collegate

# Commands
refresh = Aggiorna
retry = Riprova
retry-all = Riprova tutto
retry-alike = Riprova tutte con questa causa
edit-and-retry = Modifica e riprova
skip = Ignora
pause = Sospendi
resume = Riprendi
compare-now = Confronta ora i due lati
open-in = Apri in { $side }
look-at-it = Vedi
look-at-parked = Vedi le modifiche in attesa

# Overview
as-of = Aggiornato al
table-maps = Mapping delle tabelle
decisions = Decisioni
figure-lag = Ritardo, 95º percentile, 1 h
figure-deliveries = Consegnate nell’ultima ora
figure-behind = Da consegnare
figure-waiting = In attesa
figure-parked = Bloccate
needs-somebody = { $count ->
    [one] { $count } modifica richiede attenzione.
   *[other] { $count } modifiche richiedono attenzione.
}
rest-flows = Tutto il resto continua a scorrere.
side-answers = Risponde
side-silent = Non risponde
side-unheard = Non ancora interpellato
side-silent-remedy = Nulla va perso: la lettura riprende da sola quando questo lato risponde.
answered-at = Ultima risposta
since = Dal
to-deliver = Lette, da consegnare
name = Nome
state = Stato
state-running = In esecuzione
state-paused = Sospeso
state-held-up = Bloccato
state-not-running = Non in esecuzione
lag-last-hour = Ritardo, ultima ora
lag-last = Ultimo ritardo
spark-label = Ritardo nell’ultima ora, ultimo { $span }
dotted-line = Linea punteggiata: { $span }
linked = Collegate
oldest = La più vecchia
version = Versione
direction = Direzione
direction-both = entrambe le direzioni
direction-to-sales = dalla sede centrale a Sales
direction-to-headquarters = da Sales alla sede centrale
span-milliseconds = { $span } ms
span-seconds = { $span } s
span-minutes = { $span } min
span-hours = { $span } h
span-days = { $span } g
unconnected = Nulla collega ancora la sede centrale e Sales
unconnected-remedy = Installare un pacchetto: porta le mappe che tengono allineate le due parti.

# Maps and decisions of the solution commerce
target-b2b-prospects-leads = Prospect B2B e clienti potenziali
target-customers-accounts = Clienti e account
target-customers-contacts = Clienti e contatti
target-decisions-lead-qualified = Cliente potenziale qualificato
target-decisions-opportunity-won = Opportunità acquisita
target-decisions-opportunity-lost = Opportunità persa
target-decisions-lead-disqualified = Qualifica del cliente potenziale annullata
target-decisions-prospect-approved = Prospect approvato
target-decisions-prospect-rejected = Prospect rifiutato

# What waits
view-needs-somebody = Richiedono attenzione
view-by-itself = Procedono da sole
view-paused = Sospese
parked-empty = Qui comparirebbero le modifiche che non si possono scrivere dall’altra parte, con la causa e cosa fare.
waiting-name = Riga
waiting-target = Mapping o decisione
waiting-cause = Causa
waiting-message = A parole
waiting-side = Modificata in
waiting-attempts = Tentativi
waiting-createdon = Dal
waiting-nextattemptat = Prossimo tentativo
waiting-code = Codice
waiting-cause-Parent = Attende una riga
waiting-cause-Refused = Rifiutata
waiting-cause-Behind = Dietro un’altra
waiting-cause-Unanswered = Senza risposta
waiting-cause-Paused = Sospesa
attempts = Tentativi
next-attempt = Prossimo tentativo

# The ways out
cause-parent = Procede da sola quando quella riga è collegata. Controllare prima la modifica in attesa di quella riga.
cause-refused = Correggere la riga da uno dei due lati, poi riprovare. I tentativi proseguono anche da soli, sempre più di rado.
cause-behind = Prima deve passare una modifica precedente della stessa riga o decisione. Controllare quella.
cause-unanswered = L’altro lato fallisce su questa riga e risponde alle altre. Riprovare; se persiste, rivolgersi a chi gestisce quel lato.
cause-paused = Riprendere il mapping o la decisione: sarà consegnata nel suo ordine.
way-out-EmailInUse = L’indirizzo del richiedente appartiene a un’altra persona. Cambiare uno dei due indirizzi e riprovare, oppure approvare in sede centrale facendo entrare la persona esistente nel nuovo partner.
way-out-Unmapped = Cambiare il valore o aggiungere la coppia al documento del mapping, poi riprovare.
way-out-SameKey = Là un’altra riga ha la stessa chiave. Cambiare la chiave da un lato o unire le due righe, poi riprovare.
way-out-RowGone = L’altra riga è stata eliminata. Ripristinarla e riprovare, oppure ignorare questa modifica.
way-out-NoTarget = Il mapping o la decisione non esiste più. Installare la soluzione che lo contiene o ignorare questa modifica.
retry-delivered = Consegnata.
retry-still-waits = Riprovata; è ancora in attesa. { $why }
retry-under-way = Nuovo tentativo in corso. Aggiornare la pagina tra poco.
retry-nothing = Nulla in attesa che si possa riprovare.
edit-and-retry-title = Modificare «{ $name }» e riprovare
edit-consequence = I suoi valori vengono scritti nella riga stessa ({ $side }), perché i due lati coincidano, e la riga viene consegnata di nuovo. Chi ha corretto cosa è annotato in Attività.
edit-changed = Qualcuno ha modificato la riga nel frattempo. La ricontrolli: i suoi dati sono ancora qui sotto.
edit-no-number = «{ $column }» deve essere un numero.
edit-refused = Nulla è stato modificato: non è stato accettato. Lo corregga qui sotto.
edit-gone = Qui non c’è nulla da correggere: la riga modificata non esiste più oppure si tratta di una decisione.
edit-silent = Nulla è stato modificato: il lato della riga non risponde. Riprovi più tardi.
retried = { $count ->
    [one] { $count } modifica riprovata.
   *[other] { $count } modifiche riprovate.
}
skipped = { $count ->
    [one] { $count } modifica ignorata.
   *[other] { $count } modifiche ignorate.
}
skip-question = { $count ->
    [one] Ignorare questa modifica?
   *[other] Ignorare { $count } modifiche?
}
skip-consequence = Non viene consegnata: l’altro lato mantiene ciò che ha. Una modifica successiva della stessa riga porta ciò che allora sarà diverso; una decisione non viene inviata di nuovo. Chi l’ha ignorata resta in Attività.

# A change that waits
headline-parent = Attende una riga non ancora collegata.
headline-refused = { $side }: rifiutata
headline-behind = Prima deve passare una modifica precedente.
headline-unanswered = { $side }: nessuna risposta su questa riga, ma sulle altre sì
headline-paused = Qualcuno ha sospeso il mapping o la decisione.
headline-unable = Così com’è non può essere consegnata.
open-map = Apri il mapping o la decisione
open-awaited = Apri la riga attesa
would-be-written = Che cosa verrebbe scritto
source = Origine
becomes = diventa
mapped = Altro lato
made-on-the-way = creato lungo il percorso
changed-row = La riga modificata
waiting-for-it = In attesa di questa
path-of-change = Percorso di questa modifica
images-new = L’altra riga non esiste ancora: verrebbe creata.
images-agreed = L’altro lato ora non risponde: questi sono gli ultimi valori comuni.
images-gone = L’altro lato non ha più la riga: questi sono gli ultimi valori comuni.
mark-refused = Citata nel rifiuto
mark-news = Modificato: { $side }
mark-both = Modificato da entrambi i lati; vale: { $side }
mark-missing = La riga indicata non è ancora collegata
rail-changed = Modificata: { $side }
rail-captured = Acquisita e messa in attesa
rail-sequence = Posizione nel registro delle modifiche: { $sequence }
rail-attempts = { $count ->
    [one] Provata { $count } volta
   *[other] Provata { $count } volte
}

# Linked rows
links-empty = Le coppie di righe compaiono qui quando qualcosa viene portato dall’altra parte.
view-disputed = In disaccordo
link-name = Riga
link-map = Mapping
link-headquarterskey = Numero
link-disputed = Colonne in disaccordo
link-headquartersid = Id nella sede centrale
link-salesid = Id in Sales
link-modifiedon = Ultimo accordo
agreed-at = Ultimo accordo
last-agreed = Ultimi valori comuni ai due lati
agreed-and-now = Ultimi valori comuni e situazione attuale
now-is = Ora: { $value }
row-gone = La riga non esiste più: { $side }
row-silent = Nessuna risposta al momento: { $side }
disputed = in disaccordo
disputed-columns = Le regole di ciascun lato scrivono queste colonne in modo diverso, perciò non viaggiano più: { $columns }
table-set = Tabella
id = Id
number = Numero

# Maps and decisions
pause-question = Sospendere «{ $name }»?
pause-consequence = Le modifiche vengono lette e conservate in ordine, senza limiti di tempo, e consegnate alla ripresa. Anche le righe che ne dipendono attendono.
pause-reason = Motivo, per gli altri
paused-by = Sospeso da { $name }
paused-from-command-line = Sospeso dalla riga di comando
paused-meaning = Le modifiche sono conservate in ordine fino alla ripresa.
paused-now = Sospeso. Le modifiche sono conservate in ordine.
resumed-now = Ripreso. Quanto conservato è in consegna.
description = Descrizione
rows-made = Le righe vengono create
conflict = Se entrambi modificano
conflict-winner = prevale: { $side }
depends-on = Richiede
id-column = Colonna dell’id
key-column = Colonna del numero
takes-part = Partecipa quando
while = Le modifiche scorrono finché
found-by = Le righe esistenti si trovano tramite
columns = Colonne
transform = Lungo il percorso
transform-default = sempre
transform-template = testo
transform-reference = riga
transform-values = valori
transform-lookup = tramite i collegamenti di
transform-once = solo alla creazione della riga
transform-when = se
has-value = { $column } ha un valore
has-no-value = { $column } non ha valore
made-together = Creato insieme alla riga
taken-in = Presa in
told-by = Indicata dalla modifica di
when = Quando
and-then = E
subject = Riguarda
command = Comando all’altro lato
steps = Passi sull’altro lato
when-accepted = Una volta accettata
when-refused = Se rifiutata definitivamente
what = Che cosa
values = Valori

# Activity
activities-empty = Qui comparirebbe chi riprova, ignora o sospende qualcosa.
activity-target = Mapping o decisione
activity-deed = Che cosa
activity-name = Riga
activity-deliveries = Modifiche
activity-message = Motivo o causa
activity-createdby = Chi
activity-createdon = Quando
activity-deed-Retried = Riprovata
activity-deed-Skipped = Ignorata
activity-deed-Paused = Sospeso
activity-deed-Resumed = Ripreso
activity-deed-Corrected = Corretto

# Why the other side refused, by the code that it gives
refused-EmailInUse = L’e-mail è già l’indirizzo di accesso di un’altra persona
refused-OrganizationInUse = L’organizzazione è già partner commerciale
refused-ProspectAlreadyDecided = Il prospect è già deciso
refused-RequestUnanswered = Qualcuno nel negozio attende ancora una risposta
refused-NumberSequenceMissing = Manca una sequenza numerica
refused-NumberSequenceExhausted = Una sequenza numerica non ha più numeri
refused-Unmapped = La mappa non ha un corrispondente per un valore
refused-SameKey = Un’altra riga ha la stessa chiave
refused-RowGone = L’altra riga è stata eliminata
refused-NoTarget = La mappa o la decisione non c’è più
refused-0x80040203 = Un valore manca o non è consentito
refused-0x80048d19 = Un valore non può essere letto
refused-0x80041103 = Una colonna è sconosciuta o non può essere richiesta
refused-0x80040217 = Una riga indicata non esiste
refused-0x80060891 = Nessuna riga ha questa chiave
refused-0x80040237 = Esiste già una riga con questo ID o questa chiave
refused-0x80060892 = Esiste già una riga con questa chiave
refused-0x80060882 = Qualcuno ha modificato la riga nel frattempo
refused-0x80040220 = Alla doppia scrittura manca un diritto
refused-0x80044331 = Un testo è troppo lungo
refused-0x8004432f = Un numero è fuori intervallo
refused-0x8004431a = Un’opzione è sconosciuta
refused-0x80040227 = Altre righe vi fanno ancora riferimento
refused-0x80040333 = Forse esiste già
refused-0x80048408 = Il motivo non appartiene allo stato

# Solutions
solutions = Soluzioni
setup = Configurazione
solutions-search = Cerca pacchetti
solutions-none = Nessun pacchetto si chiama così. Provare un'altra parola.
solutions-unfit = Una cartella che non è un pacchetto
publisher = Autore
installed-version = Versione installata
works-in = Società
consented = Accettato da
what-it-adds = Cosa aggiunge a Sales
what-it-carries = Cosa trasporta
solution-install = Installa
solution-continue = Continua l'installazione
solution-update = Aggiorna a { $version }
solution-uninstall = Disinstalla
solution-verify = Verifica
solution-health = Controllo di integrità
uninstall-question = Disinstallare { $title }?
uninstall-consequence = Non si trasporta più nulla tra la sede centrale e Sales. Da Sales vengono rimosse le viste, e le colonne e chiavi senza valori in alcuna riga. Le righe restano da entrambe le parti, come pure ciò che la doppia scrittura sa delle coppie: reinstallata, riprende da lì. Fino ad allora entrambe le parti conservano le modifiche.
uninstalling-now = Non lavora più; ciò che ha aggiunto viene rimosso.
state-Preparing = In preparazione
state-Installing = In installazione
state-Installed = Installato
state-RollingBack = In annullamento
state-Uninstalling = In rimozione
state-Removed = Non installato

# Wizard
wizard-title = Installazione di { $title }
wizard-environments = Ambienti
wizard-company = Società
wizard-health = Controllo
wizard-consent = Modifiche e consenso
wizard-progress = Installazione
environments-question = Questi due ambienti saranno tenuti allineati. Sono quelli giusti?
environment-address = Indirizzo
environment-here = in questo programma
environment-id = Ambiente
environment-user = Connesso come
environment-fingerprint = Impronta del certificato (SHA-256)
environments-confirm = Sono quelli giusti
company-question = In quale società della sede nascono i partner commerciali?
company-confirm = Usa questa società
health-good = Tutto è a posto.
health-bad = Qualcosa lo impedisce. Correggere e controllare di nuovo.
check-again = Controlla di nuovo
repair = Ripara
repaired = Riparato.
wizard-next = Avanti
consent-question = Verrà modificato questo, e nient'altro:
consent-headquarters = Sede centrale: non si aggiunge nulla. Il registro delle modifiche resta finché la doppia scrittura non lo legge.
consent-rows = Da quel momento le righe di entrambe le parti vengono create e modificate come dicono le mappe.
consent-privacy = Nomi, indirizzi, e-mail e telefoni dei partner commerciali vengono copiati dall'altra parte. Ne risponde chi gestisce entrambe le parti.
consent-agree = Accetto queste modifiche
consent-needed = Prima spuntare il consenso.
item-Column = Colonna
item-Key = Chiave alternativa
item-View = Vista
item-kind = Cosa
item-table = Tabella
item-state = Stato
presence-missing = verrà creato
presence-present = esiste e viene usato
presence-different = esiste e non va bene
step-Pending = da fare
step-Made = creato
step-Adopted = c'era già
step-Removed = rimosso
step-Kept = conservato: contiene dati o c'era già
progress-working = Questa pagina si aggiorna da sola. Si può chiudere: il lavoro continua.
progress-waiting = Ora non può proseguire e riprova da sola.
progress-stuck = Si è fermata.
progress-installed = Il pacchetto è installato: sede centrale e Sales restano allineati.
progress-removed = Nulla è attivo.
try-again = Riprova
roll-back = Annulla tutto
give-up = Rinuncia
given-up = Non è stato modificato nulla.
rolling-back-now = Ciò che era stato creato viene rimosso.

# Findings
about-answers = { $side } risponde e conosce la doppia scrittura
remedy-answers = Verificare che funzioni a questo indirizzo e che nome e segreto dell'applicazione siano giusti; poi controllare di nuovo.
about-environment = { $side } è l'ambiente confermato
remedy-environment = Lì risponde un altro ambiente, forse una copia o uno ripristinato. Se è giusto, guardare gli ambienti e confermarli di nuovo.
about-company = La sede centrale ha la società { $name }
about-store = Le richieste del negozio arrivano alla società del pacchetto: { $name }
remedy-company = Scegliere un'altra società.
remedy-store = Scelga invece la società { $name }. In qualsiasi altra nessuna richiesta del negozio diventa un cliente potenziale.
about-reads = La doppia scrittura può leggere { $name } in { $side }
remedy-reads = Dare lì al suo utente applicazione il ruolo «Dual-write».
about-customizes = L'installazione può aggiungere colonne a Sales
remedy-customizes = Dare al suo utente applicazione il ruolo «Dual-write setup» in Sales (System Customizer in Dynamics 365); dopo l'installazione si può togliere.
about-columns = Sales ha le colonne di { $name } citate dalle mappe
remedy-columns = Mancano queste. Aggiungerle in Sales o usare un pacchetto con mappe adatte.
about-fits = { $name } in Sales può essere usato
remedy-fits = Qualcos'altro ha quel nome lì. Rinominarlo o rimuoverlo, poi controllare di nuovo.
about-alone = Nessun altro pacchetto è attivo
remedy-alone = Disinstallare prima questo.

# Verification
verify-title = Verifica di { $title }
verify-start = Invia una richiesta di prova
verify-explain = Una richiesta di prova marcata passa dal modulo del negozio. La si trova tra i prospect e come cliente potenziale, viene rifiutata e rimossa da entrambe le parti. Non si invia alcun messaggio.
verify-never = Non è ancora stato verificato.
verify-Running = In corso
verify-Passed = Ogni tratto funziona
verify-Failed = Un tratto è interrotto
verify-broke-off = Si è interrotta con il processo. La prossima rimuove ciò che resta.
verify-earlier = Verifiche precedenti
verify-busy = Ce n'è già una in corso.
leg-Submitted = Il negozio accetta la richiesta
leg-Prospect = È tra i prospect
leg-Lead = È un cliente potenziale in Sales
leg-Decision = Rifiutata in sede, il cliente potenziale viene chiuso
leg-Told = Il negozio informa chi l'ha inviata
leg-Cleaned = Non ne resta nulla

# Refusals of the wizard
refuse-busy = Il pacchetto è già installato, o in corso di installazione o rimozione.
refuse-not-installed = Il pacchetto non è installato.
refuse-not-prepared = Rispondere prima alle domande precedenti.
refuse-other-environment = Ora risponde un ambiente diverso da quello mostrato. Guardare di nuovo.
refuse-no-repair = Non c'è più nulla da riparare. Guardare di nuovo il controllo.
command-line = la riga di comando
refuse-no-verification = Questo pacchetto non crea lead dai prospect: una verifica ne segue uno.
