# Places
leads = Clienti potenziali
opportunities = Opportunità
pipeline = Pipeline
customers = Clienti
accounts = Account
contacts = Contatti
noun-lead = Cliente potenziale
noun-opportunity = Opportunità
noun-account = Account
noun-contact = Contatto
no-name = (senza nome)

# Views that Sales begins with
view-my-open-leads = Clienti potenziali aperti personali
view-open-leads = Clienti potenziali aperti
view-all-leads = Tutti i clienti potenziali
view-closed-leads = Clienti potenziali chiusi
view-all-commerce-b2b-leads = Tutti i clienti potenziali B2B di Commerce
view-my-open-opportunities = Opportunità aperte personali
view-open-opportunities = Opportunità aperte
view-all-opportunities = Tutte le opportunità
view-closed-opportunities = Opportunità chiuse
view-won-opportunities = Opportunità acquisite
view-lost-opportunities = Opportunità perse
view-my-active-accounts = Account attivi personali
view-active-accounts = Account attivi
view-all-accounts = Tutti gli account
view-inactive-accounts = Account inattivi
view-my-active-contacts = Contatti attivi personali
view-active-contacts = Contatti attivi
view-all-contacts = Tutti i contatti
view-inactive-contacts = Contatti inattivi
leads-empty = Qui stanno i clienti potenziali di questa vista. Quelli portati dalla doppia scrittura sono in “Tutti i clienti potenziali B2B di Commerce” finché qualcuno non li prende.
opportunities-empty = Qualifichi un cliente potenziale o crei un’opportunità per vederla qui.
accounts-empty = Qui stanno le aziende con cui lavora: create a mano o qualificando un cliente potenziale.
contacts-empty = Qui stanno le persone con cui lavora: create a mano o qualificando un cliente potenziale.

# Commands
new = Nuovo
add = Aggiungi
edit = Modifica
delete = Elimina
complete = Completa
qualify = Qualifica
disqualify = Annulla qualifica
reactivate = Riattiva
mark-contacted = Segna come contattato
close-as-won = Chiudi come acquisito
close-as-lost = Chiudi come perso
reopen = Riapri
activate = Attiva
deactivate = Disattiva
assign = Assegna
assign-to-me = Assegna a me
open-opportunity = Apri opportunità
open-lead = Apri cliente potenziale
as-board = Bacheca
as-list = Elenco
new-lead = Nuovo cliente potenziale
new-opportunity = Nuova opportunità
new-account = Nuovo account
new-contact = Nuovo contatto

# Assigning
assign-title = Assegnare { $name }?
assign-consequence = Il nuovo proprietario lo trova nelle proprie viste. Potrebbe non vederlo più se lascia la Sua unità aziendale.
new-owner = Nuovo proprietario
people = Persone
teams = Team
owner-missing = Scelga chi ne sarà il proprietario.
assigned = Assegnato.
assigned-to-you = Ora è Suo.
rows-assigned = { $count ->
    [one] { $count } riga ora è Sua.
   *[other] { $count } righe ora sono Sue.
}
some-assigned = Assegnate: { $taken }. Non assegnate: { $left }. { $why }

# Process
lead-to-opportunity = Da cliente potenziale a opportunità
flow-won = Acquisita
flow-lost = Persa
flow-qualified = Qualificato senza opportunità
flow-disqualified = Qualifica annullata
active-since-now = Attivo da meno di un’ora
active-for-hours = { $count ->
    [one] Attivo da { $count } ora
   *[other] Attivo da { $count } ore
}
active-for-days = { $count ->
    [one] Attivo da { $count } giorno
   *[other] Attivo da { $count } giorni
}
steps-done = { $done } di { $all } passaggi
stage = Fase
move-to = Sposta in { $stage }
move = Sposta
stage-entered = Ora è in { $stage }.

# Sections
section-contact = Contatto
section-company = Società
section-qualification = Qualifica
section-details = Dettagli
section-opportunity = Opportunità
section-develop = Sviluppo
section-propose = Proposta
section-close = Chiusura
section-account = Account
section-address = Indirizzo
section-billing = Fatturazione
section-preferences = Come contattare
possible-duplicates = Possibili duplicati
account-no-contacts = Nessuno è ancora noto in questo account.
no-opportunities-of-this = Non ci sono ancora opportunità.

# Prospect behind a row
b2b-prospect = Prospect B2B
prospect = Prospect
verdict = Sede centrale
sync = Sincronizzazione
refused-lead-remedy = La sede centrale aveva già deciso altrimenti; la nota nella sequenza temporale dice chi e quando. Questo cliente potenziale resta come l’ha lasciato. Per allinearsi alla sede centrale, lo riattivi e lo chiuda nell’altro modo.
refused-opportunity-remedy = La sede centrale aveva già deciso altrimenti; la nota nella sequenza temporale dice chi e quando. Questa opportunità resta come l’ha lasciata. Per allinearsi alla sede centrale, la riapra e la chiuda nell’altro modo.

# Timeline
timeline = Sequenza temporale
timeline-all = Tutto
timeline-notes = Note
timeline-activities = Impegni
timeline-system = Sistema
timeline-empty = Qui non è ancora successo nulla.
show-more = Mostra altro
note = Nota
write-a-note = Scrivi una nota
add-note = Aggiungi nota
add-task = Attività
add-call = Telefonata
new-note = Nuova nota
edit-note = Modifica nota
new-task = Nuova attività
edit-task = Modifica attività
new-call = Nuova telefonata
edit-call = Modifica telefonata
delete-note = Eliminare questa nota?
delete-task = Eliminare questa attività?
delete-call = Eliminare questa telefonata?
delete-consequence = Sparisce dalla sequenza temporale per tutti e non può essere recuperato.
deleted = Eliminato.
note-added = La nota è nella sequenza temporale.
task-added = L’attività è nella sequenza temporale.
call-added = La telefonata è nella sequenza temporale.
activity-completed = “{ $subject }” è completato.
note-empty = Una nota ha bisogno di parole. Scriva qualcosa.
note-too-long = Ci stanno al massimo { $max } caratteri. Accorci il testo.
subject-empty = Dica in poche parole di che cosa si tratta.
subject = Oggetto
description = Descrizione
phone-number = Numero di telefono
call-comes-in = Chiamano loro
due = Scadenza
high-priority = Priorità alta
overdue = Scaduto
task-planned = Attività
task-completed = Attività completata
task-canceled = Attività annullata
call-planned = Telefonata pianificata
call-made = Telefonata effettuata
call-received = Telefonata ricevuta
call-canceled = Telefonata annullata
opportunity-closed = Opportunità chiusa
closing-canceled = Chiusa, poi riaperta
closed-revenue = Ricavi effettivi: { $amount }
closed-competitor = Concorrente: { $name }

# Qualify
qualify-title = Qualificare { $name }?
qualify-consequence = Il cliente potenziale viene chiuso come qualificato e da allora si può solo leggere. Ciò che ne nasce è Suo.
qualify-partner-consequence = La sede centrale viene informata che la richiesta è in esame.
qualify-may-exist = Potrebbe esistere già. Scelga quello giusto o ne crei uno nuovo.
qualify-there-already = Esiste già
qualify-chosen-on-lead = Indicato nel cliente potenziale
qualify-of-prospect = Appartiene al prospect { $prospect }, quindi non può rappresentare anche questo
qualify-new-account = Nuovo account “{ $name }”
qualify-new-contact = Nuovo contatto “{ $name }”
qualify-no-account = Nessun account
qualify-no-contact = Nessun contatto
qualify-opportunity = Crea un’opportunità
qualify-opportunity-decides = Vincerla o perderla decide la richiesta del partner.
qualify-earlier = “{ $name }”, di una qualifica precedente, è ancora valida; non ne viene creata un’altra.
qualify-choose = Scelga un account e un contatto, oppure che non ne venga creato nessuno.
qualify-not-open = Questo cliente potenziale è già chiuso. Lo riattivi prima di qualificarlo.
qualify-no-company = Il cliente potenziale non indica una società, quindi non si può creare un account. La compili o proceda senza account.
qualify-no-last-name = Il cliente potenziale non ha un cognome, quindi non si può creare un contatto. Lo compili o proceda senza contatto.
qualify-no-customer = Un’opportunità richiede un account o un contatto. Ne scelga o crei uno.
qualify-duplicates = Nel frattempo sembra esistere già. Riveda le scelte.
qualify-other-prospect = { $table } “{ $name }” appartiene al prospect { $prospect } e non può rappresentare anche questo. Ne scelga un altro o ne crei uno nuovo.
qualify-unseen = L’account o il contatto non esiste più o non può vederlo. Ne scelga un altro, qui o nel cliente potenziale.
not-yours-to-see = (non visibile per Lei)
look-at-it = Apri
lead-qualified = Il cliente potenziale è qualificato.

# Disqualify and reactivate
disqualify-title = Annullare la qualifica di { $name }?
disqualify-consequence = Il cliente potenziale viene chiuso e si può solo leggere finché qualcuno non lo riattiva.
disqualify-partner-consequence = La sede centrale rifiuta la richiesta del partner con questo motivo e il richiedente viene avvisato per e-mail.
disqualify-refused = Questo cliente potenziale è già chiuso o ha un’opportunità. Chiuda invece l’opportunità come persa.
reason = Motivo
reason-missing = Scelga un motivo.
lead-disqualified = La qualifica del cliente potenziale è annullata.
reactivate-title = Riattivare { $name }?
reactivate-consequence = Il cliente potenziale torna aperto, con le note e tutto ciò che ne è nato.
reopen-partner-consequence = Questo non cambia nulla nella sede centrale: una decisione presa lì resta valida.
lead-reactivated = Il cliente potenziale è di nuovo aperto.
lead-contacted = Annotato: c’è stato un contatto.
lead-not-open = Nulla è stato modificato: questo cliente potenziale è chiuso. Prima lo riattivi.

# Closing opportunities
close-won-title = Chiudere { $name } come acquisita?
close-lost-title = Chiudere { $name } come persa?
close-consequence = L’opportunità si può solo leggere finché qualcuno non la riapre.
close-won-partner = La sede centrale approva il partner: vengono creati i clienti e il richiedente viene invitato.
close-lost-partner = La sede centrale rifiuta la richiesta del partner e il richiedente viene avvisato per e-mail.
close-not-open = Questa opportunità è già chiusa. La riapra prima di chiuderla di nuovo.
close-wrong-day = Indichi il giorno della chiusura.
close-wrong-competitor = Scelga un concorrente dall’elenco, o nessuno.
actual-revenue = Ricavi effettivi
closed-on = Data di chiusura
competitor = Concorrente
opportunity-won = L’opportunità è acquisita.
opportunity-lost = L’opportunità è persa.
reopen-title = Riaprire { $name }?
reopen-consequence = L’opportunità torna aperta. La chiusura resta nella sequenza temporale, annullata.
opportunity-reopened = L’opportunità è di nuovo aperta.

# Accounts and contacts
activate-title = Attivare { $name }?
deactivate-title = Disattivare { $name }?
activate-consequence = Torna nelle viste attive e si può modificare qui.
deactivate-consequence = Lascia le viste attive e non viene più proposto nella qualifica. Non viene eliminato nulla.
activated = Attivato.
deactivated = Disattivato.

# Pipeline
my-pipeline = Le mie opportunità aperte
whole-pipeline = Tutte le opportunità aperte
open-pipeline = Pipeline aperta
mine = Mie
everybodys = Di tutti
lane-empty = Niente in questa fase.
show-more-cards = { $count ->
    [one] Mostra ancora { $count }
   *[other] Mostra altre { $count }
}
close-date-passed = Data di chiusura superata

# What rules refuse
refused-0x80040203 = Non è possibile nello stato attuale della riga. Ricarichi la pagina e ne guardi lo stato.
refused-0x80048408 = Questo motivo non appartiene allo stato. Ne scelga un altro.

# Columns
column-subject = Argomento
column-salutation = Titolo
column-firstname = Nome
column-lastname = Cognome
column-fullname = Nome
column-name = Nome
opportunity-name = Argomento
column-jobtitle = Posizione
column-telephone1 = Telefono ufficio
column-phonenumber = Numero di telefono
column-mobilephone = Cellulare
column-emailaddress1 = E-mail
column-companyname = Società
column-websiteurl = Sito Web
column-industrycode = Settore
column-numberofemployees = Dipendenti
column-revenue = Ricavi annuali
column-address1-line1 = Via
column-address1-line2 = Via 2
column-address1-city = Città
column-address1-stateorprovince = Provincia
column-address1-postalcode = CAP
column-address1-country = Paese/area
column-parentaccountid = Account
account-parentaccountid = Account padre
lead-parentaccountid = Account esistente
lead-parentcontactid = Contatto esistente
column-parentcontactid = Contatto
column-parentcustomerid = Società
column-purchasetimeframe = Tempi di acquisto
column-budgetamount = Budget
column-purchaseprocess = Processo di acquisto
column-decisionmaker = Responsabile decisioni noto
column-qualificationcomments = Che cosa si è appreso
column-leadsourcecode = Origine
column-leadqualitycode = Valutazione
column-opportunityratingcode = Valutazione
column-statuscode = Motivo stato
column-estimatedamount = Ricavi prev.
column-estimatedvalue = Ricavi prev.
column-estimatedclosedate = Data chiusura prev.
column-closeprobability = Probabilità, %
column-actualvalue = Ricavi effettivi
column-actualclosedate = Data chiusura effettiva
column-actualrevenue = Ricavi effettivi
column-competitorid = Concorrente
column-campaignid = Campagna
column-description = Descrizione
column-customerid = Cliente
column-originatingleadid = Cliente potenziale di origine
column-salesstage = Fase
column-customerneed = Esigenza del cliente
column-proposedsolution = Soluzione proposta
column-identifycustomercontacts = Referenti noti
column-identifycompetitors = Concorrenti noti
column-identifypursuitteam = Team di vendita definito
column-developproposal = Proposta preparata
column-completeinternalreview = Revisione interna fatta
column-presentproposal = Proposta presentata
column-completefinalproposal = Proposta finale preparata
column-presentfinalproposal = Proposta finale presentata
column-finaldecisiondate = Data della decisione
column-sendthankyounote = Ringraziamento inviato
column-filedebrief = Riepilogo archiviato
column-accountnumber = Numero cliente
column-msdyn-contactpersonid = Numero cliente
column-msdyn-sellable = Può acquistare
column-customertypecode = Relazione
column-primarycontactid = Contatto principale
column-creditlimit = Limite di credito
column-creditonhold = Credito sospeso
column-paymenttermscode = Condizioni di pagamento
column-birthdate = Data di nascita
column-preferredcontactmethodcode = Modo preferito
column-donotemail = Niente e-mail
column-donotphone = Niente telefonate
column-donotpostalmail = Niente lettere
column-ownerid = Proprietario
column-createdon = Creato il
column-modifiedon = Modificato il
column-tandem-b2bprospectid = Prospect
column-tandem-partnerstatus = Sede centrale

# Options
option-New = Nuovo
option-Contacted = Contattato
option-Qualified = Qualificato
option-Lost = Perso
option-CannotContact = Impossibile contattare
option-NoLongerInterested = Non più interessato
option-Canceled = Annullato
opportunity-statuscode-Canceled = Annullata
option-InProgress = In corso
option-OnHold = In attesa
option-Won = Acquisita
option-OutSold = Venduta da altri
option-Active = Attivo
option-Inactive = Inattivo
option-Pending = In sospeso
option-Approved = Approvato
option-Declined = Rifiutato
option-Refused = Decisione respinta
option-Advertisement = Pubblicità
option-EmployeeReferral = Segnalazione di dipendente
option-ExternalReferral = Segnalazione esterna
option-Partner = Partner
option-PublicRelations = Relazioni pubbliche
option-Seminar = Seminario
option-TradeShow = Fiera
option-Web = Web
option-WordOfMouth = Passaparola
option-Other = Altro
option-Hot = Alto
option-Warm = Medio
option-Cold = Basso
option-Immediate = Immediato
option-ThisQuarter = Questo trimestre
option-NextQuarter = Prossimo trimestre
option-ThisYear = Quest’anno
option-Unknown = Sconosciuto
option-Individual = Individuale
option-Committee = Comitato
option-Any = Qualsiasi
option-Email = E-mail
option-Phone = Telefono
option-Fax = Fax
option-Mail = Posta
option-Qualify = Qualifica
option-Develop = Sviluppo
option-Propose = Proposta
option-Close = Chiusura
option-Competitor = Concorrente
option-Consultant = Consulente
option-Customer = Cliente
option-Investor = Investitore
option-Influencer = Influencer
option-Press = Stampa
option-Prospect = Prospect
option-Reseller = Rivenditore
option-Supplier = Fornitore
option-Vendor = Venditore
option-Net30 = 30 giorni netto
option-TwoPercent10Net30 = 2% a 10 giorni, 30 giorni netto
option-Net45 = 45 giorni netto
option-Net60 = 60 giorni netto

# Industries
option-Accounting = Contabilità
option-AgricultureAndNonPetrolNaturalResourceExtraction = Agricoltura e risorse naturali
option-BroadcastingPrintingAndPublishing = Radiotelevisione, stampa ed editoria
option-Brokers = Intermediari
option-BuildingSupplyRetail = Vendita di materiali edili
option-BusinessServices = Servizi alle imprese
option-Consulting = Consulenza
option-ConsumerServices = Servizi ai consumatori
option-DesignDirectionAndCreativeManagement = Design e gestione creativa
option-DistributorsDispatchersAndProcessors = Distributori e trasformatori
option-DoctorsOfficesAndClinics = Studi medici e cliniche
option-DurableManufacturing = Produzione di beni durevoli
option-EatingAndDrinkingPlaces = Bar e ristoranti
option-EntertainmentRetail = Vendita per l’intrattenimento
option-EquipmentRentalAndLeasing = Noleggio e leasing di attrezzature
option-Financial = Finanza
option-FoodAndTobaccoProcessing = Lavorazione di alimenti e tabacco
option-InboundCapitalIntensiveProcessing = Lavorazione ad alta intensità di capitale
option-InboundRepairAndServices = Riparazioni e servizi
option-Insurance = Assicurazioni
option-LegalServices = Servizi legali
option-NonDurableMerchandiseRetail = Vendita di beni non durevoli
option-OutboundConsumerService = Servizio esterno ai consumatori
option-PetrochemicalExtractionAndDistribution = Petrolchimica
option-ServiceRetail = Vendita di servizi
option-SigAffiliations = Affiliazioni SIG
option-SocialServices = Servizi sociali
option-SpecialOutboundTradeContractors = Appaltatori specializzati
option-SpecialtyRealty = Immobili specializzati
option-Transportation = Trasporti
option-UtilityCreationAndDistribution = Servizi di pubblica utilità
option-VehicleRetail = Vendita di veicoli
option-Wholesale = Ingrosso

# Activities, competitors, search
activities = Impegni
my-activities = I miei impegni
activities-empty = Non c’è nulla in programma. Le attività e le telefonate aggiunte a una sequenza temporale restano qui finché non sono completate.
competitors = Concorrenti
competitors-empty = Qui stanno le aziende a cui si perdono opportunità.
new-competitor = Nuovo concorrente
column-strengths = Punti di forza
column-weaknesses = Punti deboli
column-threats = Minacce
column-opportunities = Che cosa resta a noi
search-nothing = Non è stato trovato nulla.
