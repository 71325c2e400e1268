# Navigation
customers = Clienti
all-prospects = Tutti i prospect
all-customers = Tutti i clienti
customer-hierarchies = Gerarchie clienti
commerce-it = IT vendita al dettaglio e Commerce
where-is-my-request = Dov’è la mia richiesta
distribution-schedule = Programmazione della distribuzione
batch-jobs = Processi batch
email-history = Cronologia e‑mail
setup = Impostazioni
email-templates = Modelli di e‑mail
number-sequences = Sequenze numeriche
legal-entities = Persone giuridiche

# Lists
view-undecided = In attesa di decisione
view-approved = Approvati
view-rejected = Rifiutati
view-partners = Partner commerciali
view-organizations = Organizzazioni
view-persons = Persone
view-mail-failed = Non riuscite
view-mail-queued = In attesa di invio
view-mail-captured = Trattenuti
prospects-empty = Qui compaiono le società che nel negozio chiedono di diventare partner commerciali.
customers-empty = Qui compaiono le organizzazioni e le persone con cui la società commercia.
customer-hierarchies-empty = Un partner commerciale approvato riceve una gerarchia con le sue persone.
email-history-empty = Qui compaiono i messaggi a richiedenti e partner.
email-templates-empty = Qui compaiono i modelli dei messaggi.
number-sequences-empty = Qui compaiono le sequenze numeriche delle società.
legal-entities-empty = Le società appaiono qui.
waiting-in-store = { $count ->
    [one] { $count } richiesta attende nel negozio il processo P-0001.
   *[other] { $count } richieste attendono nel negozio il processo P-0001.
}
waiting-in-headquarters = { $count ->
    [one] { $count } richiesta è stata prelevata e attende di diventare un prospect.
   *[other] { $count } richieste sono state prelevate e attendono di diventare prospect.
}

# Prospect
convert-approve = Approva
convert-reject = Rifiuta
approve = Approva
reject = Rifiuta
start-review = Avvia esame
review-started = Il prospect è in esame.
edit = Modifica
edit-title = Modifica { $name }
company = Società
type-b2b-prospect = Prospect B2B
requestor = Richiedente
comments = Commenti
decision = Decisione
history = Cronologia
checks = Controlli prima della decisione
where-it-is = Dove si trova
follow = Segui la richiesta
note-in-review = Qualcuno ci sta lavorando. Può ancora decidere qui; vale la prima decisione e l’altra parte viene informata.
note-approved = Approvato da { $by } in { $place }, { $at }.
note-rejected = Rifiutato da { $by } in { $place }, { $at }.
check-email-free = Nessun’altra persona accede con questo indirizzo e-mail.
check-email-in-use = Questo indirizzo e-mail è già di un’altra persona:
check-organization-new = Nessun cliente ha lo stesso nome o numero fiscale.
check-organization-known = Un cliente ha lo stesso nome o numero fiscale:
check-prospect-single = Nessun altro prospect è simile.
check-prospect-alike = Un altro prospect ha lo stesso nome, numero fiscale o indirizzo:
check-possible-duplicate = Il negozio ha visto una richiesta precedente della stessa società:
decided-meanwhile = Questo prospect è già stato deciso. Non è cambiato nulla.
approve-title = Approvare { $name }?
approve-consequences = Tandem crea il cliente organizzazione, { $name } come cliente persona e una gerarchia clienti amministrata da { $name }.
approve-mail = L’e-mail segue appena l’accesso funziona, di solito entro un minuto.
approve-organization = L’organizzazione è
approve-new-organization = Un nuovo cliente
approve-email-in-use = L’e-mail del richiedente è già l’accesso di
approve-join = Questa persona si unisce al nuovo partner e lo amministra
approve-join-organization = Se questa organizzazione è già partner, il richiedente diventa uno dei suoi amministratori
approve-usual = Come di consueto
organization-in-use = Il cliente { $account } è già partner o appartiene a un altro prospect. Lasci che il richiedente diventi uno dei suoi amministratori o scelga un altro cliente.
approved-now = Approvato. Clienti e gerarchia sono stati creati.
approved-already = Era già approvato. Nulla è avvenuto due volte.
reject-title = Rifiutare { $name }?
reject-several-title = { $count ->
    [one] Rifiutare { $count } prospect?
   *[other] Rifiutare { $count } prospect?
}
reject-consequences = Il richiedente viene informato per e-mail, senza il motivo. La decisione arriva anche a Sales.
reason = Motivo
comment = Commento
comment-hint = Per gli atti; non viene inviato al richiedente.
choose-reason = Scelga un motivo dall’elenco.
rejected-now = Rifiutato. L’e-mail è in viaggio.
rejected-already = Era già rifiutato. Nulla è avvenuto due volte.
rejected-several = { $count ->
    [one] { $count } prospect è stato rifiutato.
   *[other] { $count } prospect sono stati rifiutati.
}
not-rejected = { $count ->
    [one] { $count } no:
   *[other] { $count } no:
}
nothing-to-reject = Nessuno può essere rifiutato: sono già decisi.
prospects-not-found = Questi prospect non esistono più o Lei non può vederli. Ne selezioni altri nell’elenco.
refused-approved-before = Il prospect { $prospect } è già stato approvato da { $by } in { $place }, { $at }. Quella decisione resta valida.
refused-rejected-before = Il prospect { $prospect } è già stato rifiutato da { $by } in { $place }, { $at }. Quella decisione resta valida.
unfit-customer = Il cliente { $account } non può essere usato qui. Ne scelga un altro.
email-in-use = { $email } è già l’accesso di { $account } e può essere di una sola persona. Faccia entrare { $account } nel nuovo partner o corregga uno dei due indirizzi.
refused-ProspectAlreadyDecided = Questo prospect è deciso e non può più essere modificato. Modifichi i suoi clienti.

# Where it is
trail-received = Richiesta ricevuta da { $store }
trail-terms = Accettata la versione { $version } dei termini
trail-waits-for-job = Attende il processo { $job }
trail-pulled = Prelevata dal negozio
trail-failed = L’ultimo tentativo non è riuscito: { $why }
trail-prospect = Prospect { $number }
trail-lead-in-step = Il lead esiste ed entrambi coincidono.
trail-lead-waiting = In viaggio verso Sales
trail-lead-failed = Sales l’ha respinto. Qualcuno deve controllare.
trail-decision = Decisione
trail-undecided = Nessuno ha ancora iniziato
trail-in-review = In esame
trail-decided-by = { $by }, { $place }
trail-store-knows = Il richiedente vede la decisione
trail-store-waits = Il negozio lo saprà alla prossima esecuzione
open-lead = Apri il lead
open-dual-write = Apri nella doppia scrittura
open-prospect = Apri il prospect
open-mail = Apri il messaggio
requests-about = Segua una richiesta attraverso negozio, sede centrale, doppia scrittura e Sales.
requests-search = Riferimento, società o e-mail
requests-empty = Le richieste compaiono qui appena il negozio le riceve.
requests-cut = Sono mostrate solo le più recenti. Cerchi le altre.
request = Richiesta
reference = Riferimento
received-at = Ricevuta
place-store = Nel negozio
place-headquarters = In sede centrale, in attesa
place-failed = Errore in sede centrale
place-gone = Prospect non visibile

# Customers and hierarchies
general = Generale
address = Indirizzo
credit-and-invoice = Credito e fattura
memo = Note
b2b = B2B
credit-used = Credito utilizzato
credit-used-of = { $used } di { $limit }
structure = Struttura
members = Membri
members-empty = Nessuno agisce ancora per questa organizzazione.
members-count = { $count ->
    [one] { $count } membro
   *[other] { $count } membri
}
members-waiting = { $count ->
    [one] { $count } attende il processo 1010
   *[other] { $count } attendono il processo 1010
}
waits-for-1010 = Attende il processo 1010
no-spending-limit = nessun limite
spending-limit = Limite di spesa
member-name = Nome
member-role = Ruolo
member-status = Stato
member-customer = Cliente
member-invoice-account = Conto fatturazione

# History
history-system = Il sistema
history-created = Creato
history-changed = Modificato
history-deleted = Eliminato
history-erased = Dati personali cancellati
history-more = { $count ->
    [one] e un’altra colonna ({ $count })
   *[other] e altre { $count } colonne
}

# Jobs
job-p-0001 = P-0001 (Transazioni canale)
job-p-0001-about = Porta richieste, modifiche agli utenti e richieste di password dal negozio alla sede centrale.
job-1010 = 1010 (Clienti)
job-1010-about = Indica al negozio quali clienti può conoscere e permette alle nuove persone di accedere.
job-1110 = 1110 (Configurazione globale)
job-1110-about = Indica al negozio quali funzionalità sono attive.
job-synchronize-customers = Sincronizza clienti e richieste di canale
job-synchronize-orders = Sincronizza ordini e richieste di canale
job-synchronize-async = Sincronizza clienti e partner commerciali dalla modalità asincrona
job-synchronize-about = Trasforma le richieste prelevate in prospect e comunica al negozio il loro stato.
job-mail = Elabora notifiche e-mail
job-mail-about = Invia i messaggi in attesa e ritenta quelli che non è stato possibile consegnare.
job-change-log = Pulisci il registro delle modifiche
job-change-log-about = Rimuove ciò che tutti i lettori del registro delle modifiche hanno letto e che ha più di una settimana.
run-now = Esegui ora
define-recurrence = Definisci ricorrenza
withhold = Sospendi
resume-job = Riprendi
job-ran = { $job }: { $done } completate, { $failed } non riuscite, { $skipped } saltate.
job-busy = { $job } è già in esecuzione. Attenda che finisca.
job-failed = { $job } si è interrotto. La cronologia dice perché.
job-withheld = { $job } ora viene eseguito solo su richiesta.
job-resumed = { $job } torna a essere eseguito da solo.
next-run-withheld = Solo su richiesta
batch-job-history = Cronologia processi batch
runs-all = Tutte
runs-errors = Errori
runs-empty = Un’esecuzione che non trova nulla non lascia traccia, salvo che qualcuno l’abbia chiesta.
run-started = Inizio
run-status = Stato
run-trigger = Avviato da
run-duration = Durata
run-done = Completate
run-failed = Non riuscite
run-skipped = Saltate
run-rows = Righe dell’esecuzione
run-row = Riga
run-outcome = Esito
run-message = Messaggio
run-no-rows = Questa esecuzione non aveva nulla da fare.
run-left-out = { $count ->
    [one] { $count } altra riga è solo contata
   *[other] altre { $count } righe sono solo contate
}
seconds-short = { $seconds } s
ended-with-failures = Terminato, righe non riuscite
recurrence-title = Ricorrenza di { $job }
recurrence-about = Oltre alla ricorrenza, il processo parte entro un secondo quando c’è lavoro, salvo diversa impostazione del server.
runs-when = Viene eseguito
every-minutes = { $count ->
    [one] Ogni minuto
   *[other] Ogni { $count } minuti
}
every-hours = { $count ->
    [one] Ogni ora
   *[other] Ogni { $count } ore
}
daily-at = Ogni giorno alle { $time } UTC
recurrence-own = Secondo l’espressione qui sotto
recurrence-expression = Espressione cron
recurrence-hint = Minuto, ora, giorno, mese e giorno della settimana, in UTC: 30 4 * * 1 è il lunedì alle 04:30.
recurrence-set = La ricorrenza è impostata.
recurrence-stale = Qualcuno ha cambiato la ricorrenza nel frattempo. Salvata ora: { $theirs }. La Sua: { $yours }. Salvando di nuovo sostituisce l’altra.
refused-InvalidRecurrence = Questa ricorrenza non è leggibile o non si verifica mai. Scriva minuto, ora, giorno, mese e giorno della settimana, come */5 * * * *.

# Mail
mail-request-received = Richiesta di onboarding ricevuta
mail-prospect-approved = Prospect B2B approvato
mail-prospect-rejected = Prospect B2B rifiutato
mail-user-added = Utente B2B aggiunto
mail-password-reset = Reimpostazione password
message = Messaggio
mail-html = Come pagina
mail-text = Come testo semplice
mail-failure = Non è stato possibile consegnarlo:
mail-links-hidden = I collegamenti personali sono mostrati senza la parte segreta e qui non aprono nulla.
mail-captured = Nessuno ha ricevuto questo messaggio: non è impostato alcun server di posta. Imposti mail.transport (TANDEM_MAIL_TRANSPORT) su smtp e mail.host, poi lo invii di nuovo.
mail-captured-demo = Questa è una demo: nessuna e-mail ne esce, perciò i collegamenti funzionano qui.
resend = Invia di nuovo
resend-title = Inviare di nuovo questo messaggio?
resend-consequences = Le stesse parole vengono inviate ancora una volta: «{ $subject }». Il primo messaggio resta nella cronologia.
resend-hint = Corregga l’indirizzo se era sbagliato. Chi riceve il messaggio può seguirne i collegamenti.
recipient = Destinatario
resent = Il messaggio va di nuovo a { $recipient }.
resend-queued = Questo messaggio è già in attesa di invio. Attenda che sia inviato o non riuscito.
no-email-address = Questo non è un indirizzo e-mail. Lo corregga.
template = Modello
new-template = Nuovo modello
template-names = Nomi utilizzabili
template-names-about = Ognuno è sostituito dal suo valore quando il messaggio viene creato. Qualsiasi altro %nome% è rifiutato.
preview = Anteprima
preview-about = Con valori di esempio.
restore-template = Torna al testo predefinito
restore-title = Ripristinare il testo predefinito di «{ $name }»?
restore-consequences = Oggetto, testo e pagina vengono sostituiti. I messaggi già creati restano come sono.
restored = Il testo predefinito è tornato.
unknown-placeholder = { $name } non è un nome noto in questo messaggio. Quelli noti sono elencati sotto.
unfit-placeholder = Un nome tra segni di percentuale non è noto in questo messaggio. Usi solo i nomi elencati.
unfit-one-line = L’oggetto deve essere di una sola riga, senza caratteri di controllo. Tolga interruzioni di riga, tabulazioni e simili.
unfit-notification-type = Questo tipo di notifica non esiste. Ne scelga uno dall’elenco.
refused-NoBuiltInTemplate = Non c’è un testo predefinito in questa lingua. Ne scriva uno.

# Number sequences
next-number = Numero successivo
number-sequence-care = Ogni # è una cifra. I numeri già assegnati non devono ripetersi: aumenti il numero successivo o inizi un nuovo formato.
legal-entity-about = Le e-mail partono da questo indirizzo. Ciò che il negozio non scrive da sé, come i collegamenti per una nuova password, è firmato con questo nome. Il fido di un partner è in questa valuta, salvo accordi diversi.
refused-FormatWithoutDigits = Il formato richiede un # per ogni cifra del numero, come C-######.
refused-FormatTooShort = Il numero successivo ha più cifre dei # del formato. Allunghi il formato.
refused-NumberGivenBefore = I numeri inferiori sono già stati assegnati e si ripeterebbero. Mantenga il numero successivo o inizi un nuovo formato.
refused-NumberSequenceMissing = Manca una sequenza numerica della società. Prontezza, nella sede centrale, la crea.
refused-NumberSequenceExhausted = Una sequenza numerica della società non ha più numeri. Prontezza, nella sede centrale, ne allunga il formato.
unfit-email = A questo indirizzo non si possono inviare e-mail. Ne scriva uno come nome@azienda.example.
unfit-currency = Non è una valuta. Scriva il codice di tre maiuscole, come EUR.
unfit-language = Non è una lingua. Scriva il suo codice, come pl-PL.
unfit-country = Non è un paese. Ne scelga uno dall’elenco o scriva il codice di due maiuscole, come PL.
unfit-control-character = Il testo contiene caratteri di controllo invisibili. Li tolga; interruzioni di riga e tabulazioni sono ammesse solo nei commenti e nelle note.
unfit-not-in-company = Questa società non ha nulla con quel nome. Ne scelga uno esistente.
unfit-of-column = { $column }: { $why }

# Columns
column-dataareaid = Società
column-createdat = Creato
column-modifiedat = Modificato
column-status = Stato
column-language = Lingua
column-organizationname = Organizzazione
column-personfirstname = Nome
column-personmiddlename = Secondo nome
column-personlastname = Cognome
column-primarycontactemail = E-mail
column-primarycontactphone = Telefono
column-jobtitle = Qualifica
column-professionaltitle = Qualifica
column-website = Sito web
column-primarycontacturl = Sito web
column-taxid = Numero fiscale
column-taxexemptnumber = Numero fiscale
column-numberofemployees = Dipendenti
column-organizationnumberofemployees = Dipendenti
column-addressstreet = Via
column-addresscity = Città
column-addressstate = Provincia
column-addresspostalcode = CAP
column-addresscountry = Paese
column-comments = Commenti
column-possibleduplicateof = Possibile duplicato di
column-requestreference = Riferimento
column-prospectid = ID prospect
column-typeid = ID tipo
column-storename = Negozio online
column-storeurl = Indirizzo del negozio
column-rejectionreason = Motivo
column-rejectioncomment = Commento
column-decidedby = Deciso da
column-decidedin = Deciso in
column-decidedat = Data decisione
column-decisionid = Decisione
column-organizationcustomeraccount = Cliente organizzazione
column-requestorcustomeraccount = Cliente richiedente
column-customerhierarchyid = ID gerarchia cliente
column-customeraccount = Conto cliente
column-partytype = Tipo
column-partynumber = Numero entità
column-partnerstatus = Partner
column-b2bprospectid = ID prospect
column-b2bprospectrole = Ruolo nel prospect
column-isb2badministrator = Amministratore B2B
column-creditlimit = Limite di credito
column-creditlimitismandatory = Limite di credito obbligatorio
column-creditrating = Valutazione del credito
column-balance = Saldo
column-onholdstatus = In sospeso
column-invoiceaccount = Conto fatturazione
column-invoiceaddress = Indirizzo fatturazione
column-paymentterms = Termini di pagamento
column-customergroupid = Gruppo di clienti
column-salescurrencycode = Valuta
column-salesmemo = Note
column-languageid = Lingua
column-contactpersonid = ID persona di contatto
column-name = Nome
column-senderemail = E-mail del mittente
column-isdefault = Usata quando nessuna è indicata
column-currencycode = Valuta
column-legalentityid = Società
column-purpose = Scopo
column-subject = Oggetto
column-recipient = Destinatario
column-sender = Mittente
column-notificationtype = Tipo di notifica
column-sentat = Inviato
column-attempts = Tentativi non riusciti
column-failuredetails = Errore
column-textbody = Testo semplice
column-htmlbody = HTML
column-numbersequencecode = Sequenza numerica
column-format = Formato
column-next = Numero successivo
column-recurrence = Ricorrenza
column-nextrunat = Prossima esecuzione
column-lastrunat = Ultima esecuzione

# Options
option-Open = Aperto
option-InReview = In esame
option-Approved = Approvato
option-Rejected = Rifiutato
option-Lost = Perso
option-CannotContact = Non contattabile
option-NoLongerInterested = Non più interessato
option-Canceled = Annullato
option-OutSold = Perso a favore della concorrenza
option-NotEligible = Non idoneo
option-Duplicate = Duplicato
option-CreditRisk = Rischio di credito
option-IncompleteInformation = Informazioni incomplete
option-Other = Altro
option-Headquarters = Sede centrale
option-Sales = Sales
option-Organization = Organizzazione
option-Person = Persona
option-Requestor = Richiedente
option-None = Nessuno
option-Prospective = Potenziale
option-Active = Attivo
option-Declined = Respinto
option-Pending = In sospeso
option-Disabled = Disabilitato
option-Admin = Amministratore
option-User = Utente
option-No = No
option-Invoice = Fattura
option-All = Tutto
option-Payment = Pagamento
option-Requisition = Richiesta d’acquisto
option-Never = Mai
option-InvoiceAccount = Conto fatturazione
option-OrderAccount = Conto ordine
option-Queued = In attesa
option-Sent = Inviato
option-Failed = Non riuscito
option-Captured = Trattenuto
option-Waiting = In attesa
option-Executing = In esecuzione
option-Withhold = Sospeso
option-Recurrence = Ricorrenza
option-RunNow = Manualmente
option-Work = C’era lavoro
option-Ended = Terminato
option-Error = Errore
option-Succeeded = Completata
option-Skipped = Saltata

# Readiness
readiness = Prontezza
ready-all = È tutto pronto.
ready-good = Pronto
ready-warn = Da controllare
ready-bad = Non pronto
ready-more = Altro
ready-fixed = Fatto: { $fix }.
check-feature = Abilita l'uso delle funzionalità di e-commerce B2B
check-feature-about = Mentre questa funzionalità è attiva, il negozio accetta richieste di società.
check-number-sequences = Sequenze numeriche
check-number-sequences-about = Da esse ricevono i numeri i prospect, i clienti e le gerarchie.
check-customers = I clienti raggiungono il negozio
check-customers-about = Il processo 1010 pubblica i partner. Chi il negozio non conosce non può accedere.
check-channel = Canale
check-channel-about = Il negozio, la sua società e il database in cui scrivono entrambe le parti.
check-mail = Posta
check-mail-about = Per posta i partner apprendono che sono stati approvati e come accedere.
check-jobs = Pianificazioni dei processi
check-jobs-about = I processi portano avanti richieste, prospect, clienti e posta.
check-connection = Doppia scrittura
check-connection-about = Porta i prospect e le decisioni dove lavorano i venditori, e ritorno.
ready-feature-on = È attiva: il negozio accetta richieste.
ready-feature-off = Non è attiva: il negozio non accetta richieste. Quelle in corso proseguono.
ready-feature-untold = Il negozio non lo sa ancora. Glielo indica il processo 1110.
ready-sequences = Ogni società le ha tutte, e nessuna è esaurita.
ready-sequences-missing = Mancano: { $names }. Nulla di quel tipo può essere creato.
ready-sequences-used-up = Esaurite: { $names }. Un formato più lungo dà altri numeri.
ready-sequences-short = Restano meno di mille numeri: { $names }. Un formato più lungo ne dà altri.
ready-customers = Il negozio conosce tutti i partner.
ready-channel = Il negozio in { $origin } ha società, valuta, gruppo di clienti e database.
ready-channel-silent = Il database del canale non risponde: { $error }. Controllare il server e l'indirizzo nelle impostazioni.
ready-company-missing = Non c'è la società { $company }, per cui vende il negozio. Riavviare la sede centrale: la crea.
ready-group-missing = Il gruppo di clienti { $group }, in cui entrano i partner, manca in: { $names }.
ready-origin-plain = Il negozio è in { $origin }, senza crittografia. Impostare origin (TANDEM_ORIGIN) su un indirizzo https.
ready-mail-leaves = La posta esce da un server di posta.
ready-mail-demo = La posta viene trattenuta: è la dimostrazione.
ready-mail-captured = Nessuna posta esce. Impostare mail.transport (TANDEM_MAIL_TRANSPORT) su smtp e mail.host sul server di posta.
ready-mail-sender = Le e-mail partono da { $address }, un indirizzo che non è di nessuno. Dia alla società il suo.
ready-templates = Ogni tipo di notifica ha un modello in tutte e sei le lingue.
ready-templates-missing = Mancano modelli, e al loro posto si invia un'altra lingua: { $names }.
ready-jobs = Tutti i processi vengono eseguiti quando devono.
ready-jobs-missing = Mancano: { $names }. Riavviare la sede centrale: li crea.
ready-jobs-withheld = Sospesi, eseguiti solo su richiesta: { $names }.
ready-jobs-late = Dovevano essere eseguiti e non lo sono stati: { $names }. La sede centrale è tra le app servite, e jobs_mode non è manual?
ready-jobs-broke-off = L'ultima esecuzione si è interrotta: { $names }. La cronologia dice perché.
ready-jobs-failed = L'ultima esecuzione ha lasciato righe non riuscite: { $names }. La cronologia dice perché.
ready-connection = Il pacchetto { $package } è in funzione.
ready-connection-none = Nessun pacchetto è installato: la sede centrale lavora da sola.
ready-connection-silent = Non si può dire come sta: { $error }.
fix-turn-on = Attiva
fix-tell-store = Esegui ora il processo 1110
fix-make-sequences = Crea le sequenze mancanti
fix-lengthen-sequences = Allunga i formati
fix-make-groups = Crea i gruppi mancanti
fix-release-jobs = Riprendi i processi
fix-run-jobs = Esegui ora
fix-publish = Esegui ora il processo 1010
fix-restore-templates = Ripristina i modelli mancanti
turn-off = Disattiva
turn-off-title = Disattivare la funzionalità?
turn-off-consequences = Il negozio non accetta più richieste: lo dicono il modulo e l'API. Le richieste in corso, i clienti e la posta proseguono.
turned-off = La funzionalità è disattivata. Il negozio lo sa dal processo 1110.
ready-some-bad = Da sistemare prima che arrivino i partner: { $count }.
ready-some-warn = Funziona; da controllare: { $count }.
ready-customers-missing = Partner che il negozio non conosce: { $count }, tra cui { $names }.
refused-UnknownFeature = Questa funzionalità non esiste. Riavvii la sede centrale: la crea.
ready-mail-stuck = Messaggi che attendono da più di un quarto d’ora: { $count }.
ready-mail-failed = Messaggi che non è stato possibile inviare negli ultimi sette giorni: { $count }. La loro pagina dice perché e li invia di nuovo.
ready-connection-waiting = Modifiche che richiedono qualcuno: { $count }.

# What became of a row of a batch job
row-removed = Voci rimosse: { $detail }
row-sent = Inviato
row-captured = Trattenuto: nessun server di posta impostato
row-published = Il negozio lo conosce
row-withdrawn = Tolto dal negozio
row-welcomed = Può accedere ed è stato avvisato per e-mail
row-feature-on = Attiva nel negozio
row-feature-off = Disattivata nel negozio
row-changed = Modificato come desidera l’amministratore dell’organizzazione
row-was-so = Era già così
row-pulled = Prelevata dal negozio
row-was-here = Era già qui
row-became-prospect = È diventata il prospect { $detail }
row-link-goes-out = Parte un link per impostare la password
row-told-or-gone = È già stato avvisato o non è più un cliente
row-store-shows-received = Il negozio mostra che è stata ricevuta
row-store-shows-in_review = Il negozio mostra che è in esame
row-store-shows-approved = Il negozio mostra che è stata approvata
row-store-shows-declined = Il negozio mostra che è stata rifiutata
row-store-knew = Il negozio lo sapeva già
row-store-lost = Il negozio non ha più questa richiesta
row-added = Aggiunto all’organizzazione
row-is-member = È già un membro
row-acknowledged = Il mittente viene avvisato che è stata ricevuta
row-was-acknowledged = Il mittente era già stato avvisato

# Members of a customer hierarchy
member = Membro
disable-member = Disabilita
enable-member = Abilita
member-enabled = La persona può agire di nuovo per l’organizzazione quando il processo 1010 ha avvisato il negozio.
member-disabled = La persona non può più agire per l’organizzazione. Il negozio viene avvisato dal processo 1010.
refused-LastAdministrator = Nessun altro gestisce gli utenti dell’organizzazione. Renda prima amministratore un altro membro.
refused-EmailInUse = Un’altra persona della società accede al negozio con questo indirizzo e-mail. Cambi uno dei due indirizzi.
refused-NoSignInAddress = Questa persona non ha un indirizzo e-mail con cui accedere. Ne indichi prima uno nel cliente.
unfit-signs-in = Questa persona accede al negozio con questo indirizzo. Ne indichi un altro o tolga prima la persona dagli utenti dell’organizzazione.
unfit-email-in-use = Un’altra persona di questa società accede al negozio con questo indirizzo. Ne indichi un altro o cambi prima quello dell’altra persona.
column-role = Ruolo
column-spendinglimit = Limite di spesa
