# O que está errado em um campo
required = Este campo é obrigatório.
too_long = O texto tem { $length } caracteres; o máximo é { $max }. Encurte-o.
invalid_character = O texto contém um caractere de controle. Remova-o.
must_be_text = Este valor deve ser um texto.
must_be_whole_number = Este valor deve ser um número inteiro.
must_be_object = Este valor deve ser um objeto.
must_be_true = Este valor deve ser true.
request_must_be_object = A solicitação deve ser um objeto JSON.
unknown_field = Este campo não é conhecido aqui. Retire-o.
out_of_range = Informe um número inteiro de 0 a { $max }.
not_accepted = Aceite os termos para enviar a solicitação.
invalid_email = Este não é um endereço de e-mail. Informe um como nome@example.com.
invalid_phone = Este não é um número de telefone. Informe um como +55 11 5555 0100.
invalid_website = Informe um endereço como https://example.com.
invalid_language = Informe um idioma como pt-BR.
invalid_country = Informe as duas letras de um país, como BR.
required_postal_code = O código postal é obrigatório, por exemplo { $example }.
required_state = Endereços neste país precisam de estado, província ou região.
invalid_postal_code = Este não é um código postal deste país. Informe um como { $example }.
invalid_tax_id = O valor não é válido como { $kind }. Informe um como { $example }.
invalid_check_digit = Os dígitos verificadores ({ $kind }) não conferem. Procure um dígito trocado; um correto é { $example }.
invalid_key = Use de 1 a { $max } letras, dígitos e sinais simples.
key_reused = Esta Idempotency-Key já foi usada em outra solicitação. Envie uma chave nova com uma solicitação nova.

# Por que a solicitação inteira é recusada
fields_need_attention = Alguns campos precisam da sua atenção.
too_many_requests = Solicitações demais. Aguarde um momento e envie novamente.
too_large = A solicitação é grande demais: no máximo { $max } bytes.
unreadable = Não foi possível ler a solicitação.
invalid_json = A solicitação não é um JSON válido: veja a linha { $line }, coluna { $column }.
not_json = Envie a solicitação como application/json.
unknown_link = Não há nenhuma solicitação neste link.
busy = A loja está ocupada. Nada foi salvo. Envie a solicitação novamente daqui a pouco.
failed = Ocorreu um erro interno. Nada foi salvo.
