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
invalid_tax_id = Il valore non è valido come { $kind }. Indicarne uno come { $example }.
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
busy = Il negozio è occupato. Non è stato salvato nulla. Inviare di nuovo la richiesta tra poco.
failed = Si è verificato un errore interno. Non è stato salvato nulla.
