# Applications
store = Negozio
headquarters = Sede centrale
sales = Sales
dual-write = Doppia scrittura
office = Back office

# Frame
skip-to-content = Passa al contenuto principale
navigation = Navigazione
applications = Applicazioni
search = Cerca
search-placeholder = Cerca
company = Società
settings = Impostazioni
theme = Aspetto
theme-system = Come il sistema
theme-light = Chiaro
theme-dark = Scuro
sign-out = Disconnetti
commands = Comandi
selected = selezionata/e
close = Chiudi
to-start = Vai alla pagina iniziale
save = Salva
cancel = Annulla
yes = Sì
no = No
none = Nessuno

# Sign-in and account
sign-in = Accedi
email = E-mail
password = Password
stay-signed-in = Mantieni l’accesso su questo dispositivo
forgot-password = Password dimenticata?
sign-in-refused = L’indirizzo e-mail e la password non corrispondono. Controllare entrambi e riprovare.
signed-out = La disconnessione è stata effettuata.
email-wrong = Immetti un indirizzo e-mail, come nome@azienda.it.
forgot-password-text = Immetti il tuo indirizzo e-mail. Riceverai un collegamento per impostare una nuova password.
link-send = Invia il collegamento
link-sent = Controlla la posta
link-sent-text = Se un account ha questo indirizzo, un collegamento per impostare una nuova password è in arrivo. Vale una sola volta, per { $days } giorni. Controlla anche la cartella della posta indesiderata.
link-gone = Questo collegamento non è più valido
link-gone-text = È già stato usato o è scaduto. Chiedine uno nuovo.
back-to-sign-in = Torna all’accesso
set-password = Imposta password
password-set = La password è impostata. Accedi con quella nuova.
change-password = Cambia password
password-present = Password attuale
password-new = Nuova password
password-again = Ripeti la nuova password
password-rule = Almeno { $min } caratteri. Più parole sono facili da ricordare e difficili da indovinare.
password-too-short = Questa password è troppo corta. Usa almeno { $min } caratteri.
password-too-long = Questa password è troppo lunga. Usa al massimo { $max } caratteri.
password-too-simple = Questa password è facile da indovinare. Usa più caratteri diversi e non il tuo indirizzo e-mail.
password-differs = I due valori sono diversi. Digita due volte la stessa nuova password.
password-wrong = Questa non è la tua password attuale. Controllala e riprova.
password-others-end = Con una nuova password vieni disconnesso ovunque altrove.
password-changed = La password è cambiata. Altrove sei stato disconnesso.
account = Account
account-text = Nome e indirizzo li cambia un amministratore.
full-name = Nome
language-and-time = Lingua e ora
language = Lingua
language-automatic = Come preferisce il browser
time-zone = Fuso orario
time-zone-hint = Digita parte del nome, ad esempio una città, e scegli.
time-zone-unknown = Non esiste un fuso orario con questo nome. Scegline uno dall’elenco, come Europe/Warsaw.
settings-saved = Le impostazioni sono state salvate.
sessions = Dove hai effettuato l’accesso
session-began = Accesso:
session-seen = Ultimo uso:
session-this = Questo browser
session-unknown-browser = Browser sconosciuto
session-end-one = Disconnetti { $browser }
session-ended = Quel browser è stato disconnesso.
sessions-end-all = Esci ovunque
signed-out-everywhere = Sei uscito ovunque.

# Faults
fault-not-found = Qui non c’è nulla
fault-not-found-remedy = Questa pagina o riga non esiste, è stata eliminata o non è accessibile con questo account. Controllare l’indirizzo o ripartire da un elenco.
fault-not-allowed = Operazione non consentita
fault-not-allowed-remedy = L’account non dispone dei diritti per questa operazione. Se necessario, rivolgersi a un amministratore.
fault-too-many = Troppe richieste
fault-too-many-remedy = { $seconds ->
    [one] Troppi tentativi. Riprovare tra { $seconds } secondo.
   *[other] Troppi tentativi. Riprovare tra { $seconds } secondi.
}
fault-conflict = Qualcuno è stato più veloce
fault-refused = Non è possibile
fault-other-site = Questo modulo è stato inviato da un altro sito
fault-other-site-remedy = Nulla è stato modificato. Apra il modulo qui e lo invii di nuovo.
fault-wrong-method = Questo indirizzo non si può usare così
fault-wrong-method-remedy = Nulla è stato modificato. Vada all’inizio e apra la pagina da lì.
fault-busy = Al momento il sistema è occupato
fault-ours = Si è verificato un errore da parte nostra
fault-unreadable = Impossibile leggere la richiesta
fault-unreadable-remedy = L’indirizzo o il modulo contiene qualcosa che nessuna delle nostre pagine invia. Tornare indietro e riprovare.

# What the store refuses
error-wrong-type = «{ $column }» contiene un valore di tipo errato. Correggerlo.
error-invalid-text = «{ $column }» contiene caratteri che non possono essere memorizzati. Rimuoverli.
error-too-long = «{ $column }» contiene { $length } caratteri; il massimo è { $max }. Abbreviare il testo.
error-out-of-range = «{ $column }» deve essere compreso tra { $min } e { $max }.
error-unknown-choice = «{ $column }» non prevede questa opzione. Sceglierne una dall’elenco.
error-required = «{ $column }» è un dato obbligatorio. Specificare un valore.
error-read-only = «{ $column }» non può essere modificato qui.
error-broken-lookup = L’elemento indicato in «{ $column }» non esiste o non è accessibile con questo account. Sceglierne un altro.
error-invalid-file = «{ $column }» non accetta questo file.
error-still-referenced = Altre righe fanno ancora riferimento a questa. Rimuoverle prima.
error-stale = Qualcuno ha modificato questa riga mentre era aperta. Esaminare entrambe le versioni e salvare di nuovo.
error-duplicate = Esiste già una riga con gli stessi valori in: { $columns }.
error-no-privilege = L’account non dispone dei diritti per questa operazione. Se necessario, rivolgersi a un amministratore.
error-limit = Il limite di { $limit } è stato superato. Procedere in parti più piccole.
error-cursor = Questa pagina dell’elenco non esiste più. Ripartire dall’inizio dell’elenco.
error-busy = Il database è occupato o non raggiungibile. Non è stato modificato nulla; riprovare tra qualche istante.
error-internal = L’errore è nostro ed è stato registrato nel log. Non è stato modificato nulla; riprovare e, se si ripete, avvisare un amministratore.

# Grid
grid-search = Cerca in questa visualizzazione
grid-filter = Modifica filtri
grid-apply = Applica
grid-clear = Cancella filtri
grid-columns = Colonne
grid-columns-reset = Ripristina le colonne consuete
grid-export = Esporta in CSV
grid-select-all = Seleziona tutto in questa pagina
grid-select = Seleziona { $name }
grid-views = Visualizzazioni
grid-first = Prima pagina
grid-next = Pagina successiva
grid-page = Pagina { $page }
grid-rows = { $count ->
    [one] { $count } riga
   *[other] { $count } righe
}
grid-rows-many = Più di { $count } righe
grid-empty = Nessun elemento da visualizzare
grid-empty-filtered = Nessuna riga corrisponde a questa ricerca. Modificarla o cancellarla.
grid-any = Qualsiasi
grid-from = Da
grid-until = Fino a
grid-none-selected = Selezionare prima almeno una riga.
grid-too-many-selected = Al massimo { $max } righe alla volta.
no-value = nessun valore

# Form
form-choose = Scegli…
form-lookup-hint = Digitare parte del nome
form-lookup-none = Nessun elemento accessibile con questo nome. Digitare parte del nome o lasciare vuoto il campo.
form-lookup-many = Più righe corrispondono a questo nome. Sceglierne una.
form-wrong-number = Immettere un numero, ad esempio { $example }.
form-number-too-large = Questo numero è troppo grande. Ne inserisca uno più piccolo.
form-wrong-date = Immettere una data, ad esempio { $example }.
form-wrong-moment = Immettere una data e un’ora.
form-errors = { $count ->
    [one] { $count } voce da correggere
   *[other] { $count } voci da correggere
}
form-saved = Salvato.
form-created = Creazione di «{ $name }» completata.
form-stale-title = Nel frattempo qualcuno ha modificato questa riga
form-stale-text = I valori immessi sono ancora qui sotto. Salvando di nuovo sostituiranno quelli dell’altra persona.
form-stale-column = Colonna
form-stale-theirs = Memorizzato ora
form-stale-yours = Valore immesso
form-stale-discard = Ignora le mie modifiche

# Standing with the other side
standing-in-step = Sincronizzato
standing-waiting = In attesa
standing-failed = Sincronizzazione non riuscita
