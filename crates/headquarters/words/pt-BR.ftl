# Navigation
customers = Clientes
all-prospects = Todos os clientes potenciais
all-customers = Todos os clientes
customer-hierarchies = Hierarquias de clientes
commerce-it = TI de Varejo e Comércio
where-is-my-request = Onde está minha solicitação
distribution-schedule = Agenda de distribuição
batch-jobs = Trabalhos em lote
email-history = Histórico de e‑mails
setup = Configuração
email-templates = Modelos de e‑mail
number-sequences = Sequências numéricas
legal-entities = Entidades jurídicas

# Lists
view-undecided = Aguardando decisão
view-approved = Aprovados
view-rejected = Rejeitados
view-partners = Parceiros comerciais
view-organizations = Organizações
view-persons = Pessoas
view-mail-failed = Com falha
view-mail-queued = Aguardando envio
view-mail-captured = Capturadas
prospects-empty = As empresas que pedem na loja para se tornar parceiras comerciais aparecem aqui.
customers-empty = As organizações e pessoas com quem a empresa negocia aparecem aqui.
customer-hierarchies-empty = Um parceiro comercial aprovado recebe uma hierarquia com suas pessoas.
email-history-empty = As mensagens para solicitantes e parceiros aparecem aqui.
email-templates-empty = Os modelos de mensagens aparecem aqui.
number-sequences-empty = As sequências numéricas das empresas aparecem aqui.
legal-entities-empty = As empresas aparecem aqui.
waiting-in-store = { $count ->
    [one] { $count } solicitação aguarda na loja o trabalho P-0001.
   *[other] { $count } solicitações aguardam na loja o trabalho P-0001.
}
waiting-in-headquarters = { $count ->
    [one] { $count } solicitação foi recebida e aguarda para virar cliente potencial.
   *[other] { $count } solicitações foram recebidas e aguardam para virar clientes potenciais.
}

# Prospect
convert-approve = Aprovar
convert-reject = Rejeitar
approve = Aprovar
reject = Rejeitar
start-review = Iniciar análise
review-started = O cliente potencial está em análise.
edit = Editar
edit-title = Editar { $name }
company = Empresa
type-b2b-prospect = Cliente potencial B2B
requestor = Solicitante
comments = Comentários
decision = Decisão
history = Histórico
checks = Verificações antes da decisão
where-it-is = Onde está
follow = Acompanhar a solicitação
note-in-review = Alguém está trabalhando nisto. Você ainda pode decidir aqui; vale a primeira decisão, e o outro lado é avisado.
note-approved = Aprovado por { $by } em { $place }, { $at }.
note-rejected = Rejeitado por { $by } em { $place }, { $at }.
check-email-free = Nenhuma outra pessoa entra com este endereço de e-mail.
check-email-in-use = Este endereço de e-mail já é de outra pessoa:
check-organization-new = Nenhum cliente tem o mesmo nome ou número fiscal.
check-organization-known = Um cliente tem o mesmo nome ou número fiscal:
check-prospect-single = Nenhum outro cliente potencial é semelhante.
check-prospect-alike = Outro cliente potencial tem o mesmo nome, número fiscal ou endereço:
check-possible-duplicate = A loja viu uma solicitação anterior da mesma empresa:
decided-meanwhile = Este cliente potencial já foi decidido. Nada foi alterado.
approve-title = Aprovar { $name }?
approve-consequences = O Tandem cria o cliente da organização, { $name } como cliente pessoa e uma hierarquia de clientes que tem { $name } como administrador.
approve-mail = O e-mail segue assim que o acesso funcionar, normalmente em um minuto.
approve-organization = A organização é
approve-new-organization = Um novo cliente
approve-email-in-use = O e-mail do solicitante já é o acesso de
approve-join = Esta pessoa entra no novo parceiro como administradora
approve-join-organization = Se esta organização já for parceira, o solicitante passa a ser um de seus administradores
approve-usual = Como de costume
organization-in-use = O cliente { $account } já é parceiro ou pertence a outro cliente potencial. Deixe o solicitante ser um de seus administradores ou escolha outro cliente.
approved-now = Aprovado. Clientes e hierarquia foram criados.
approved-already = Já estava aprovado. Nada aconteceu duas vezes.
reject-title = Rejeitar { $name }?
reject-several-title = { $count ->
    [one] Rejeitar { $count } cliente potencial?
   *[other] Rejeitar { $count } clientes potenciais?
}
reject-consequences = O solicitante é avisado por e-mail, sem o motivo. A decisão também vai para o Sales.
reason = Motivo
comment = Comentário
comment-hint = Para o registro; não é enviado ao solicitante.
choose-reason = Escolha um motivo da lista.
rejected-now = Rejeitado. O e-mail está a caminho.
rejected-already = Já estava rejeitado. Nada aconteceu duas vezes.
rejected-several = { $count ->
    [one] { $count } cliente potencial foi rejeitado.
   *[other] { $count } clientes potenciais foram rejeitados.
}
not-rejected = { $count ->
    [one] { $count } não foi:
   *[other] { $count } não foram:
}
nothing-to-reject = Nenhum pode ser rejeitado: já foram decididos.
prospects-not-found = Estes clientes potenciais não existem mais ou não podem ser vistos por você. Selecione outros na lista.
refused-approved-before = O cliente potencial { $prospect } já foi aprovado por { $by } em { $place }, { $at }. Essa decisão permanece.
refused-rejected-before = O cliente potencial { $prospect } já foi rejeitado por { $by } em { $place }, { $at }. Essa decisão permanece.
unfit-customer = O cliente { $account } não pode ser usado aqui. Escolha outro.
email-in-use = { $email } já é o acesso de { $account } e só pode ser de uma pessoa. Deixe { $account } entrar no novo parceiro ou corrija um dos dois endereços.
refused-ProspectAlreadyDecided = Este cliente potencial já foi decidido e não pode mais ser alterado. Altere os clientes dele.

# Where it is
trail-received = Solicitação recebida por { $store }
trail-terms = Aceitou a versão { $version } dos termos
trail-waits-for-job = Aguarda o trabalho { $job }
trail-pulled = Recebida da loja
trail-failed = A última tentativa falhou: { $why }
trail-prospect = Cliente potencial { $number }
trail-lead-in-step = O lead existe e ambos coincidem.
trail-lead-waiting = A caminho do Sales
trail-lead-failed = O Sales recusou. Alguém precisa verificar.
trail-decision = Decisão
trail-undecided = Ninguém começou ainda
trail-in-review = Em análise
trail-decided-by = { $by }, { $place }
trail-store-knows = O solicitante vê a decisão
trail-store-waits = A loja será avisada na próxima execução
open-lead = Abrir o lead
open-dual-write = Abrir na gravação dupla
open-prospect = Abrir o cliente potencial
open-mail = Abrir a mensagem
requests-about = Acompanhe uma solicitação pela loja, sede, gravação dupla e Sales.
requests-search = Referência, empresa ou e-mail
requests-empty = As solicitações aparecem aqui assim que a loja as recebe.
requests-cut = Só as mais recentes são mostradas. Pesquise as outras.
request = Solicitação
reference = Referência
received-at = Recebida
place-store = Na loja
place-headquarters = Na sede, aguardando
place-failed = Falhou na sede
place-gone = Cliente potencial não visível

# Customers and hierarchies
general = Geral
address = Endereço
credit-and-invoice = Crédito e fatura
memo = Observações
b2b = B2B
credit-used = Crédito usado
credit-used-of = { $used } de { $limit }
structure = Estrutura
members = Membros
members-empty = Ninguém age por esta organização ainda.
members-count = { $count ->
    [one] { $count } membro
   *[other] { $count } membros
}
members-waiting = { $count ->
    [one] { $count } aguarda o trabalho 1010
   *[other] { $count } aguardam o trabalho 1010
}
waits-for-1010 = Aguarda o trabalho 1010
no-spending-limit = sem limite
spending-limit = Limite de gastos
member-name = Nome
member-role = Função
member-status = Status
member-customer = Cliente
member-invoice-account = Conta de fatura

# History
history-system = O sistema
history-created = Criado
history-changed = Alterado
history-deleted = Excluído
history-erased = Dados pessoais apagados
history-more = { $count ->
    [one] e mais { $count } coluna
   *[other] e mais { $count } colunas
}

# Jobs
job-p-0001 = P-0001 (Transações do canal)
job-p-0001-about = Traz solicitações, mudanças de usuários e pedidos de senha da loja para a sede.
job-1010 = 1010 (Clientes)
job-1010-about = Informa à loja quais clientes ela pode conhecer e permite que novas pessoas entrem.
job-1110 = 1110 (Configuração global)
job-1110-about = Informa à loja quais recursos estão ativados.
job-synchronize-customers = Sincronizar solicitações de clientes e canais
job-synchronize-orders = Sincronizar solicitações de ordens e canais
job-synchronize-async = Sincronizar clientes e parceiros comerciais do modo assíncrono
job-synchronize-about = Transforma solicitações recebidas em clientes potenciais e informa à loja em que pé estão.
job-mail = Processar notificações por e-mail
job-mail-about = Envia as mensagens pendentes e tenta de novo as que não puderam ser entregues.
job-change-log = Limpar o registro de alterações
job-change-log-about = Remove o que todos os leitores do registro de alterações já leram e que tem mais de uma semana.
run-now = Executar agora
define-recurrence = Definir recorrência
withhold = Suspender
resume-job = Retomar
job-ran = { $job }: { $done } concluídas, { $failed } com falha, { $skipped } ignoradas.
job-busy = { $job } já está em execução. Aguarde até terminar.
job-failed = { $job } foi interrompido. O histórico diz por quê.
job-withheld = { $job } agora só é executado quando solicitado.
job-resumed = { $job } volta a ser executado sozinho.
next-run-withheld = Só quando solicitado
batch-job-history = Histórico de trabalhos em lote
runs-all = Todas
runs-errors = Erros
runs-empty = Uma execução que não encontra nada não deixa registro, a não ser que alguém a tenha pedido.
run-started = Início
run-status = Status
run-trigger = Acionado por
run-duration = Duração
run-done = Concluídas
run-failed = Falhas
run-skipped = Ignoradas
run-rows = Linhas da execução
run-row = Linha
run-outcome = Resultado
run-message = Mensagem
run-no-rows = Esta execução não tinha nada a fazer.
run-left-out = { $count ->
    [one] mais { $count } linha só foi contada
   *[other] mais { $count } linhas só foram contadas
}
seconds-short = { $seconds } s
ended-with-failures = Terminou, linhas falharam
recurrence-title = Recorrência de { $job }
recurrence-about = Além da recorrência, o trabalho é executado em um segundo quando há o que fazer, salvo se o servidor foi configurado de outra forma.
runs-when = É executado
every-minutes = { $count ->
    [one] A cada minuto
   *[other] A cada { $count } minutos
}
every-hours = { $count ->
    [one] A cada hora
   *[other] A cada { $count } horas
}
daily-at = Diariamente às { $time } UTC
recurrence-own = Conforme a expressão abaixo
recurrence-expression = Expressão cron
recurrence-hint = Minuto, hora, dia, mês e dia da semana, em UTC: 30 4 * * 1 é segunda-feira às 04:30.
recurrence-set = A recorrência foi definida.
recurrence-stale = Alguém alterou a recorrência nesse meio-tempo. Salva agora: { $theirs }. A sua: { $yours }. Salvar de novo substitui a outra.
refused-InvalidRecurrence = Esta recorrência não pode ser lida ou nunca acontece. Escreva minuto, hora, dia, mês e dia da semana, como */5 * * * *.

# Mail
mail-request-received = Solicitação de integração recebida
mail-prospect-approved = Cliente potencial B2B aprovado
mail-prospect-rejected = Cliente potencial B2B rejeitado
mail-user-added = Usuário B2B adicionado
mail-password-reset = Redefinição de senha
message = Mensagem
mail-html = Como página
mail-text = Como texto simples
mail-failure = Não pôde ser entregue:
mail-links-hidden = Os links pessoais são mostrados sem a parte secreta e aqui não abrem nada.
mail-captured = Ninguém recebeu esta mensagem: não há servidor de e-mail configurado. Defina mail.transport (TANDEM_MAIL_TRANSPORT) como smtp e mail.host, e envie-a de novo.
mail-captured-demo = Esta é uma demonstração: nenhum e-mail sai dela, por isso os links funcionam aqui.
resend = Enviar novamente
resend-title = Enviar esta mensagem novamente?
resend-consequences = As mesmas palavras são enviadas mais uma vez: “{ $subject }”. A primeira mensagem permanece no histórico.
resend-hint = Corrija o endereço se estava errado. Quem receber a mensagem pode seguir os links.
recipient = Destinatário
resent = A mensagem vai mais uma vez para { $recipient }.
resend-queued = Esta mensagem já aguarda o envio. Espere até que seja enviada ou falhe.
no-email-address = Este não é um endereço de e-mail. Corrija-o.
template = Modelo
new-template = Novo modelo
template-names = Nomes que pode usar
template-names-about = Cada um é substituído por seu valor quando a mensagem é criada. Qualquer outro %nome% é recusado.
preview = Visualização
preview-about = Com valores que alguém poderia ter.
restore-template = Voltar ao texto original
restore-title = Restaurar o texto original de “{ $name }”?
restore-consequences = Assunto, texto e página são substituídos. As mensagens já criadas permanecem como estão.
restored = O texto original voltou.
unknown-placeholder = { $name } não é um nome conhecido nesta mensagem. Os conhecidos estão listados abaixo.
unfit-placeholder = Um nome entre sinais de porcentagem não é conhecido nesta mensagem. Use apenas os nomes listados.
unfit-one-line = O assunto deve ter uma só linha, sem caracteres de controle. Remova quebras de linha, tabulações e similares.
unfit-notification-type = Este tipo de notificação não existe. Escolha um da lista.
refused-NoBuiltInTemplate = Não há texto original neste idioma. Escreva o seu.

# Number sequences
next-number = Próximo número
number-sequence-care = Cada # é um dígito. Números já usados não podem voltar: aumente o próximo número ou comece um novo formato.
legal-entity-about = Os e-mails saem deste endereço. O que a própria loja não escreve, como links para novas senhas, é assinado com este nome. O crédito de um parceiro é nesta moeda, salvo acordo diferente.
refused-FormatWithoutDigits = O formato precisa de um # para cada dígito do número, como C-######.
refused-FormatTooShort = O próximo número tem mais dígitos do que # no formato. Aumente o formato.
refused-NumberGivenBefore = Números menores já foram usados e voltariam. Mantenha o próximo número ou comece um novo formato.
refused-NumberSequenceMissing = Falta uma sequência numérica da empresa. Prontidão na sede a cria.
refused-NumberSequenceExhausted = Uma sequência numérica da empresa não tem mais números. Prontidão na sede aumenta o formato.
unfit-email = Não é possível enviar e-mails para este endereço. Escreva um como nome@empresa.example.
unfit-currency = Não é uma moeda. Escreva o código de três maiúsculas, como EUR.
unfit-language = Não é um idioma. Escreva seu código, como pl-PL.
unfit-country = Não é um país. Escolha um da lista ou escreva seu código de duas maiúsculas, como PL.
unfit-control-character = O texto contém caracteres de controle invisíveis. Remova-os; quebras de linha e tabulações só cabem em comentários e observações.
unfit-not-in-company = Esta empresa não tem nada com esse nome. Escolha um existente.
unfit-of-column = { $column }: { $why }

# Columns
column-dataareaid = Empresa
column-createdat = Criado em
column-modifiedat = Alterado em
column-status = Status
column-language = Idioma
column-organizationname = Organização
column-personfirstname = Nome
column-personmiddlename = Nome do meio
column-personlastname = Sobrenome
column-primarycontactemail = E-mail
column-primarycontactphone = Telefone
column-jobtitle = Cargo
column-professionaltitle = Cargo
column-website = Site
column-primarycontacturl = Site
column-taxid = Número fiscal
column-taxexemptnumber = Número fiscal
column-numberofemployees = Funcionários
column-organizationnumberofemployees = Funcionários
column-addressstreet = Rua
column-addresscity = Cidade
column-addressstate = Estado
column-addresspostalcode = CEP
column-addresscountry = País
column-comments = Comentários
column-possibleduplicateof = Possível duplicata de
column-requestreference = Referência
column-prospectid = ID do cliente potencial
column-typeid = ID de tipo
column-storename = Loja online
column-storeurl = Endereço da loja
column-rejectionreason = Motivo
column-rejectioncomment = Comentário
column-decidedby = Decidido por
column-decidedin = Decidido em
column-decidedat = Data da decisão
column-decisionid = Decisão
column-organizationcustomeraccount = Cliente da organização
column-requestorcustomeraccount = Cliente do solicitante
column-customerhierarchyid = ID da hierarquia do cliente
column-customeraccount = Conta do cliente
column-partytype = Tipo
column-partynumber = Número do participante
column-partnerstatus = Parceiro
column-b2bprospectid = ID do cliente potencial
column-b2bprospectrole = Função no cliente potencial
column-isb2badministrator = Administrador de B2B
column-creditlimit = Limite de crédito
column-creditlimitismandatory = Limite de crédito obrigatório
column-creditrating = Classificação de crédito
column-balance = Saldo
column-onholdstatus = Em espera
column-invoiceaccount = Conta de fatura
column-invoiceaddress = Endereço da fatura
column-paymentterms = Condições de pagamento
column-customergroupid = Grupo de clientes
column-salescurrencycode = Moeda
column-salesmemo = Observações
column-languageid = Idioma
column-contactpersonid = ID da pessoa de contato
column-name = Nome
column-senderemail = E-mail do remetente
column-isdefault = Usada quando nenhuma é indicada
column-currencycode = Moeda
column-legalentityid = Empresa
column-purpose = Finalidade
column-subject = Assunto
column-recipient = Destinatário
column-sender = Remetente
column-notificationtype = Tipo de notificação
column-sentat = Enviado em
column-attempts = Tentativas com falha
column-failuredetails = Falha
column-textbody = Texto simples
column-htmlbody = HTML
column-numbersequencecode = Sequência numérica
column-format = Formato
column-next = Próximo número
column-recurrence = Recorrência
column-nextrunat = Próxima execução
column-lastrunat = Última execução

# Options
option-Open = Em aberto
option-InReview = Em análise
option-Approved = Aprovado
option-Rejected = Rejeitado
option-Lost = Perdido
option-CannotContact = Sem contato possível
option-NoLongerInterested = Não tem mais interesse
option-Canceled = Cancelado
option-OutSold = Perdido para concorrente
option-NotEligible = Não elegível
option-Duplicate = Duplicata
option-CreditRisk = Risco de crédito
option-IncompleteInformation = Informações incompletas
option-Other = Outro
option-Headquarters = Sede
option-Sales = Sales
option-Organization = Organização
option-Person = Pessoa
option-Requestor = Solicitante
option-None = Nenhum
option-Prospective = Em potencial
option-Active = Ativo
option-Declined = Recusado
option-Pending = Pendente
option-Disabled = Desativado
option-Admin = Administrador
option-User = Usuário
option-No = Não
option-Invoice = Fatura
option-All = Tudo
option-Payment = Pagamento
option-Requisition = Requisição
option-Never = Nunca
option-InvoiceAccount = Conta de fatura
option-OrderAccount = Conta do pedido
option-Queued = Aguardando
option-Sent = Enviado
option-Failed = Falhou
option-Captured = Capturada
option-Waiting = Aguardando
option-Executing = Em execução
option-Withhold = Suspenso
option-Recurrence = Recorrência
option-RunNow = Manualmente
option-Work = Havia trabalho
option-Ended = Concluído
option-Error = Erro
option-Succeeded = Concluída
option-Skipped = Ignorada

# Readiness
readiness = Prontidão
ready-all = Tudo está pronto.
ready-good = Pronto
ready-warn = Verificar
ready-bad = Não está pronto
ready-more = Mais
ready-fixed = Feito: { $fix }.
check-feature = Habilitar o uso de recursos de comércio eletrônico B2B
check-feature-about = Enquanto este recurso está ativado, a loja recebe solicitações de empresas.
check-number-sequences = Sequências numéricas
check-number-sequences-about = Deles os clientes potenciais, clientes e hierarquias recebem seus números.
check-customers = Os clientes chegam à loja
check-customers-about = O trabalho 1010 publica os parceiros. Quem a loja não conhece não pode entrar.
check-channel = Canal
check-channel-about = A loja, sua empresa e o banco de dados em que ambos os lados escrevem.
check-mail = E-mail
check-mail-about = Por e-mail os parceiros sabem que foram aprovados e como entrar.
check-jobs = Agendas de trabalhos
check-jobs-about = Os trabalhos levam adiante solicitações, clientes potenciais, clientes e e-mails.
check-connection = Gravação dupla
check-connection-about = Leva clientes potenciais e decisões até onde os vendedores trabalham, e de volta.
ready-feature-on = Está ativado: a loja recebe solicitações.
ready-feature-off = Está desativado: a loja não recebe solicitações. As que estão em andamento continuam.
ready-feature-untold = A loja ainda não sabe disso. O trabalho 1110 a informa.
ready-sequences = Cada empresa tem todas, e nenhuma está esgotada.
ready-sequences-missing = Faltam: { $names }. Nada desse tipo pode ser criado.
ready-sequences-used-up = Esgotadas: { $names }. Um formato mais longo dá mais números.
ready-sequences-short = Restam menos de mil números: { $names }. Um formato mais longo dá mais.
ready-customers = A loja conhece todos os parceiros.
ready-channel = A loja em { $origin } tem empresa, moeda, grupo de clientes e banco de dados.
ready-channel-silent = O banco de dados do canal não responde: { $error }. Verifique o servidor e o endereço nas configurações.
ready-company-missing = Não há empresa { $company }, para a qual a loja vende. Reinicie a sede: ela a cria.
ready-group-missing = O grupo de clientes { $group }, em que entram os parceiros, falta em: { $names }.
ready-origin-plain = A loja está em { $origin }, sem criptografia. Defina origin (TANDEM_ORIGIN) com um endereço https.
ready-mail-leaves = Os e-mails saem por um servidor de e-mail.
ready-mail-demo = Os e-mails são retidos: esta é a demonstração.
ready-mail-captured = Nenhum e-mail sai. Defina mail.transport (TANDEM_MAIL_TRANSPORT) como smtp e mail.host como o servidor de e-mail.
ready-mail-sender = Os e-mails saem de { $address }, um endereço que não é de ninguém. Dê à empresa o próprio endereço.
ready-templates = Cada tipo de notificação tem um modelo nos seis idiomas.
ready-templates-missing = Faltam modelos, e outro idioma é enviado no lugar deles: { $names }.
ready-jobs = Todos os trabalhos são executados quando devem.
ready-jobs-missing = Faltam: { $names }. Reinicie a sede: ela os cria.
ready-jobs-withheld = Retidos, executados só quando mandados: { $names }.
ready-jobs-late = Deveriam ter sido executados e não foram: { $names }. A sede está entre os apps servidos, e jobs_mode não é manual?
ready-jobs-broke-off = A última execução foi interrompida: { $names }. O histórico diz por quê.
ready-jobs-failed = A última execução deixou linhas com falha: { $names }. O histórico diz por quê.
ready-connection = O pacote { $package } está em funcionamento.
ready-connection-none = Nenhum pacote está instalado: a sede trabalha sozinha.
ready-connection-silent = Não é possível dizer como está: { $error }.
fix-turn-on = Ativar
fix-tell-store = Executar o trabalho 1110 agora
fix-make-sequences = Criar as sequências que faltam
fix-lengthen-sequences = Alongar os formatos
fix-make-groups = Criar os grupos que faltam
fix-release-jobs = Retomar os trabalhos
fix-run-jobs = Executar agora
fix-publish = Executar o trabalho 1010 agora
fix-restore-templates = Restaurar os modelos que faltam
turn-off = Desativar
turn-off-title = Desativar o recurso?
turn-off-consequences = A loja não recebe mais solicitações: seu formulário e sua API dizem isso. As solicitações em andamento, os clientes e os e-mails continuam.
turned-off = O recurso está desativado. A loja fica sabendo pelo trabalho 1110.
ready-some-bad = A corrigir antes que parceiros possam chegar: { $count }.
ready-some-warn = Funciona; vale verificar: { $count }.
ready-customers-missing = Parceiros que a loja não conhece: { $count }, entre eles { $names }.
refused-UnknownFeature = Este recurso não existe. Reinicie a sede: ela o cria.
ready-mail-stuck = Mensagens que esperam há mais de quinze minutos: { $count }.
ready-mail-failed = Mensagens que não puderam ser enviadas nos últimos sete dias: { $count }. A página de cada uma diz por quê e as envia de novo.
ready-connection-waiting = Mudanças que precisam de alguém: { $count }.

# What became of a row of a batch job
row-removed = Entradas removidas: { $detail }
row-sent = Enviada
row-captured = Capturada: não há servidor de e-mail configurado
row-published = A loja já o conhece
row-withdrawn = Retirado da loja
row-welcomed = Pode entrar e foi avisado por e-mail
row-feature-on = Ativado na loja
row-feature-off = Desativado na loja
row-changed = Alterado como deseja o administrador da organização
row-was-so = Já estava assim
row-pulled = Recebida da loja
row-was-here = Já estava aqui
row-became-prospect = Tornou-se o cliente potencial { $detail }
row-link-goes-out = Um link para definir a senha será enviado
row-told-or-gone = Já foi avisado ou não é mais cliente
row-store-shows-received = A loja mostra que foi recebida
row-store-shows-in_review = A loja mostra que está em análise
row-store-shows-approved = A loja mostra que foi aprovada
row-store-shows-declined = A loja mostra que foi recusada
row-store-knew = A loja já sabia
row-store-lost = A loja não tem mais essa solicitação
row-added = Adicionado à organização
row-is-member = Já é membro
row-acknowledged = O remetente é avisado de que foi recebida
row-was-acknowledged = O remetente já foi avisado

# Members of a customer hierarchy
member = Membro
disable-member = Desativar
enable-member = Ativar
member-enabled = A pessoa pode agir pela organização de novo assim que o trabalho 1010 avisar a loja.
member-disabled = A pessoa não pode mais agir pela organização. A loja é avisada pelo trabalho 1010.
refused-LastAdministrator = Ninguém mais gerencia os usuários da organização. Primeiro torne outro membro administrador dela.
refused-EmailInUse = Outra pessoa da empresa entra na loja com este endereço de e-mail. Altere um dos dois endereços.
refused-NoSignInAddress = Esta pessoa não tem endereço de e-mail para entrar. Informe um no cliente primeiro.
unfit-signs-in = Esta pessoa entra na loja com este endereço. Informe outro endereço ou remova antes a pessoa dos usuários da organização.
unfit-email-in-use = Outra pessoa desta empresa entra na loja com este endereço. Informe outro ou altere antes o dessa pessoa.
column-role = Função
column-spendinglimit = Limite de gastos
