# Che cosa non va in un campo
required = Questo campo è obbligatorio.
too_long = Il testo ha { $length } caratteri; al massimo { $max }. Abbreviarlo.
invalid_character = Il testo contiene un carattere di controllo. Rimuoverlo.
must_be_text = Questo valore deve essere un testo.
must_be_whole_number = Questo valore deve essere un numero intero.
must_be_object = Questo valore deve essere un oggetto.
must_be_true = Questo valore deve essere true.
request_must_be_object = La richiesta deve essere un oggetto JSON.
unknown_field = Questo campo non è noto qui. Ometterlo.
out_of_range = Indicare un numero intero da 0 a { $max }.
not_accepted = Accettare le condizioni per inviare la richiesta.
invalid_email = Questo non è un indirizzo e-mail. Indicarne uno come nome@example.com.
invalid_phone = Questo non è un numero di telefono. Indicarne uno come +39 06 5550 100.
invalid_website = Indicare un indirizzo come https://example.com.
invalid_language = Indicare una lingua come it-IT.
invalid_country = Indicare le due lettere di un paese, ad esempio IT.
required_postal_code = Il codice postale è obbligatorio, ad esempio { $example }.
required_state = Gli indirizzi in questo paese richiedono stato, provincia o regione.
invalid_postal_code = Questo non è un codice postale di questo paese. Indicarne uno come { $example }.
invalid_tax_id = Il valore non è valido come { $kind }: indicarne uno come { $example }.
invalid_check_digit = Le cifre di controllo ({ $kind }) non corrispondono. Cercare una cifra errata; una corretta è { $example }.
invalid_key = Usare da 1 a { $max } lettere, cifre e segni semplici.
key_reused = Questa Idempotency-Key è già stata usata per un'altra richiesta. Inviare una nuova chiave con una nuova richiesta.

# Perché l'intera richiesta è rifiutata
fields_need_attention = Alcuni campi richiedono attenzione.
too_many_requests = Troppe richieste. Attendere un momento, poi inviarla di nuovo.
too_large = La richiesta è troppo grande: al massimo { $max } byte.
unreadable = Non è stato possibile leggere la richiesta.
invalid_json = La richiesta non è JSON valido: vedere riga { $line }, colonna { $column }.
not_json = Inviare la richiesta come application/json.
unknown_link = Non c'è alcuna richiesta dietro questo collegamento.
requests_closed = Il negozio al momento non accetta richieste. Riprovare più tardi.
busy = Il negozio è occupato. Non è stato salvato nulla. Inviare di nuovo la richiesta tra poco.
failed = Si è verificato un errore interno. Non è stato salvato nulla.

# The frame
runs-on-tandem = Funziona con Tandem
become-a-business-partner = Diventa partner commerciale
optional = facoltativo
pages = Pagine
name = Nome
status = Stato
edit = Modifica
remove = Rimuovi

# Home
home-title = Vendita all’ingrosso per partner commerciali
home-headline = Cose buone, a casse
home-lead = { $store } vende alle aziende. I partner hanno un proprio account, propri utenti e un fido per acquistare in conto.
already-a-partner = Siete già partner?
signed-in-for = Accesso effettuato per { $organization }.
how-to-become = Come diventare partner
how-1-title = Parlateci della vostra azienda
how-1-text = Un solo modulo. Riceverete un riferimento e una pagina privata che mostra a che punto è la richiesta.
how-2-title = La esaminiamo
how-2-text = Qualcuno legge la richiesta e decide. In ogni caso vi scriveremo via e-mail.
how-3-title = Accedete
how-3-text = Impostate una password e diventate l’amministratore della vostra azienda qui: aggiungete colleghi e fissate i loro limiti di spesa.

# Terms
terms-title = Condizioni della richiesta
terms-intro = Inviate a { $store } la richiesta di diventare partner commerciale. Questo è ciò che accettate inviandola.
terms-request-title = La richiesta non vincola nessuno
terms-request-text = Non è un ordine né un contratto. Possiamo rifiutarla. Quanto scrivete deve essere vero e dovete poter agire per l’azienda.
terms-data-title = Che cosa accade ai vostri dati
terms-data-text = Li usiamo per decidere sulla richiesta e per scrivervi in merito. Li vede solo chi decide e chi segue i clienti. Non vengono ceduti ad altri.
terms-account-title = Se la approviamo
terms-account-text = Ricevete un account per la vostra azienda e ne diventate l’amministratore. Potete aggiungere colleghi, informandoli. Potete chiudere l’account in qualsiasi momento scrivendoci.
terms-version = Versione { $version }

# Business Partner Request
business-partner-request = Richiesta di partnership commerciale
request-lead = Diteci chi siete. Chi invia questo modulo diventa l’amministratore dell’account dell’azienda.
required-lead = I campi contrassegnati con * sono necessari.
about-you = Su di voi
about-you-hint = Con questa e-mail accederete in seguito.
your-company = La vostra azienda
your-company-hint = Come deve apparire sulle fatture.
business-address = Indirizzo dell’azienda
business-address-hint = I campi dipendono dal paese.
anything-else = Altro
first-name = Nome
last-name = Cognome
phone = Telefono
job-title = Qualifica
company-name = Nome dell’azienda
website = Sito web
number-of-employees = Numero di dipendenti
tax-id = Codice fiscale o partita IVA
tax-id-named = Identificativo fiscale ({ $name })
such-as = Ad esempio { $example }
country = Paese o area
adapt-to-country = Adatta i campi al paese
street = Via e numero civico
city = Città
state = Stato
province = Provincia
prefecture = Prefettura
region = Stato, provincia o regione
postal-code = Codice postale
zip-code = Codice postale (ZIP)
comments = Commenti
at-most-characters = Fino a { $max } caratteri.
accept-terms = Accetto le condizioni della richiesta
read-terms = Leggile
send-request = Invia richiesta
send-request-hint = Vi inviamo un riferimento e un link per seguire la richiesta.

# Confirmation
request-submitted = Richiesta inviata
request-submitted-text = La richiesta è stata inviata. Riceverete un’e-mail di conferma.
reference = Riferimento
what-happens-next = Che cosa accade ora
private-page-text = Esamineremo la richiesta. Una pagina privata mostra a che punto è; il link è anche nell’e-mail. Chi ha il link può vederla: tenetelo per voi.
follow-request = Segui la richiesta
back-to-store = Torna al negozio

# Where a request stands
request = Richiesta
progress = Avanzamento
private-page = Questa pagina è privata: può vederla chi ha il link.
status-received-title = Abbiamo ricevuto la richiesta
status-received-text = È in attesa che qualcuno la esamini. Ora non dovete fare nulla.
status-in-review-title = Stiamo esaminando la richiesta
status-in-review-text = Qualcuno se ne sta occupando e potrebbe chiamarvi. Appena decisa, vi scriveremo via e-mail.
status-approved-title = Siete partner commerciale
status-approved-text = La richiesta è stata approvata. Cercate la nostra e-mail: il link permette di impostare una password. Poi accedete.
status-declined-title = Per ora non possiamo lavorare insieme
status-declined-text = La richiesta è stata rifiutata. Avete ricevuto un’e-mail in merito. Se qualcosa cambia, potete inviare una nuova richiesta.
step-received = Ricevuta
step-received-text = La richiesta è nel negozio.
step-in-review = In esame
step-in-review-text = Qualcuno verifica l’azienda e potrebbe chiedervi qualcosa.
step-decision = Decisione
step-decision-text = Riceverete un’e-mail con l’esito.
step-approved = Approvata
step-approved-text = La vostra azienda è partner commerciale.
step-declined = Rifiutata
step-declined-text = Per ora la vostra azienda non diventa partner commerciale.
step-sign-in = Accesso
step-sign-in-text = Impostate la password con la stessa e-mail, poi aggiungete i colleghi.
unknown-request = Questo link non porta ad alcuna richiesta
unknown-request-text = Forse ne manca una parte. Usate il link intero della nostra e-mail oppure inviate una richiesta.

# Signing in
sign-in-lead = Per i partner commerciali e i loro colleghi.
sign-side = Il vostro account, i vostri utenti, il vostro fido.
just-approved = Appena approvati?
just-approved-text = Nella nostra e-mail c’è un link con cui impostare prima la password.
not-a-partner-yet = Non siete ancora partner?
forgot-password-title = Password dimenticata
forgot-password-lead = Indicate la vostra e-mail e vi invieremo un link per impostare una nuova password.
forgot-password-sent = Se questo indirizzo appartiene a un partner, un’e-mail con un link è in arrivo. Guardate anche nella posta indesiderata. Sono al massimo tre al giorno.
send-link = Invia link
set-password-lead = Per { $email }, con cui accederete d’ora in poi.
dead-link-title = Questo link non funziona più
dead-link-text = È già stato usato, ha più di sette giorni o non è completo. Potete chiederne uno nuovo.
ask-for-new-link = Chiedi un nuovo link

# My account
my-account = Account personale
organization = Organizzazione
customer-account = Account cliente
your-role = Il vostro ruolo
your-sign-in = Il vostro accesso
switch-organization = Cambia organizzazione
present-organization = Selezionata
act-for = Seleziona
organization-switched = Ora agite per un’altra organizzazione.
sign-out-everywhere = Esci ovunque
change-password-lead = Qui resterete connessi; gli altri dispositivi verranno disconnessi.
current-password = Password attuale
current-password-wrong = Questa non è la vostra password attuale. Digitatela di nuovo.
password-not-changed = Nel frattempo la password è stata cambiata altrove. Riprovate.

# Credit
account-credit = Fido dell’account
credit-lead = Quanto la vostra organizzazione può dovere e quanto deve.
credit-left = Fido disponibile
credit-limit = Limite di fido
balance = Saldo
credit-used = Fido utilizzato
credit-used-up = Il fido è esaurito. Pagate le fatture aperte o chiedete un limite più alto.
credit-none = Non è stato ancora concordato alcun fido. Chiedete al negozio un limite di fido.
credit-on-hold = Questo account è bloccato. Chiedete al negozio che cosa è in sospeso.
credit-unknown = Non si sa ancora nulla
credit-unknown-text = Il negozio non ha ancora informazioni sull’account della vostra organizzazione. Guardate di nuovo tra qualche minuto.
no-limit-agreed = Nessuno concordato

# Organization users
organization-users = Utenti organizzazione
add-user = Aggiungi utente
add-user-note = Il collega riceverà un’e-mail con un link per impostare una password appena l’account sarà pronto.
edit-user = Modifica { $name }
edit-user-note = Per cambiare l’e-mail, rimuovete l’utente e aggiungetelo di nuovo.
role = Ruolo
role-admin = Amministratore
role-user = Utente
role-hint = Gli amministratori gestiscono gli utenti.
user-email-hint = Il collega accede con questa.
spending-limit = Limite di spesa
spending-limit-hint = Per ordine. Vuoto: nessun limite.
no-limit = Nessun limite
wrong-spending-limit = Indicate un importo come { $example }, al massimo un miliardo.
wrong-role = Scegliete uno dei ruoli.
changed-meanwhile = Nel frattempo qualcuno ha cambiato questo valore in «{ $theirs }». Salvate di nuovo per sostituirlo con «{ $yours }».
you = Voi
status-pending = In sospeso
status-pending-note = L’account è in preparazione.
status-active = Attivo
status-not-added = Non aggiunto
status-not-added-note = La sede ha rifiutato. Rimuovete la voce e aggiungete di nuovo l’utente, oppure chiedete al negozio.
change-waits = Una modifica è in corso.
change-refused = L’ultima modifica è stata rifiutata. Riprovate o chiedete al negozio.
no-password-yet = Non ha ancora impostato una password.
resend-invitation = Invia di nuovo l’invito
invitation-sent = L’invito viene inviato di nuovo.
invited-too-often = Questa persona è stata invitata più volte oggi. Riprovate domani.
user-has-password = Questa persona ha già impostato una password e può accedere.
user-added = L’utente è stato aggiunto. Un’e-mail partirà appena l’account sarà pronto.
user-changed = Salvato. La modifica arriva ovunque in pochi istanti.
user-removed = L’utente è stato rimosso e disconnesso.
user-already-added = Qualcuno con questa e-mail è già utente dell’organizzazione, o sta per diventarlo.
user-too-many = Troppi utenti sono in attesa di essere aggiunti. Riprovate tra qualche minuto.
user-not-there = Questa persona non appartiene più all’organizzazione.
user-yourself = Nessuno può rimuovere se stesso o rinunciare al proprio ruolo. Chiedete a un altro amministratore.
remove-user-title = Rimuovere { $name }?
remove-user-text = { $email } viene disconnesso subito e non potrà più ordinare per l’organizzazione. Potrete aggiungere di nuovo la persona in seguito.
withdraw-user-text = { $email } non è stato ancora aggiunto e non lo sarà.
new-password = Nuova password
