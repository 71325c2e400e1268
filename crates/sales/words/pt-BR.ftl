# Places
leads = Leads
opportunities = Oportunidades
pipeline = Pipeline
customers = Clientes
accounts = Contas
contacts = Contatos
noun-lead = Lead
noun-opportunity = Oportunidade
noun-account = Conta
noun-contact = Contato
no-name = (sem nome)

# Views that Sales begins with
view-my-open-leads = Meus leads em aberto
view-open-leads = Leads em aberto
view-all-leads = Todos os leads
view-closed-leads = Leads fechados
view-all-commerce-b2b-leads = Todos os leads B2B do Commerce
view-my-open-opportunities = Minhas oportunidades em aberto
view-open-opportunities = Oportunidades em aberto
view-all-opportunities = Todas as oportunidades
view-closed-opportunities = Oportunidades fechadas
view-won-opportunities = Oportunidades ganhas
view-lost-opportunities = Oportunidades perdidas
view-my-active-accounts = Minhas contas ativas
view-active-accounts = Contas ativas
view-all-accounts = Todas as contas
view-inactive-accounts = Contas inativas
view-my-active-contacts = Meus contatos ativos
view-active-contacts = Contatos ativos
view-all-contacts = Todos os contatos
view-inactive-contacts = Contatos inativos
leads-empty = Aqui ficam os leads desta exibição. Os que a gravação dupla traz estão em “Todos os leads B2B do Commerce” até que alguém os assuma.
opportunities-empty = Qualifique um lead ou crie uma oportunidade para vê-la aqui.
accounts-empty = Aqui ficam as empresas com que você trabalha: criadas à mão ou ao qualificar um lead.
contacts-empty = Aqui ficam as pessoas com que você trabalha: criadas à mão ou ao qualificar um lead.

# Commands
new = Novo
add = Adicionar
edit = Editar
delete = Excluir
complete = Concluir
qualify = Qualificar
disqualify = Desqualificar
reactivate = Reativar
mark-contacted = Marcar como contatado
close-as-won = Fechar como ganha
close-as-lost = Fechar como perdida
reopen = Reabrir
activate = Ativar
deactivate = Desativar
assign = Atribuir
assign-to-me = Atribuir a mim
open-opportunity = Abrir oportunidade
open-lead = Abrir lead
as-board = Quadro
as-list = Lista
new-lead = Novo lead
new-opportunity = Nova oportunidade
new-account = Nova conta
new-contact = Novo contato

# Assigning
assign-title = Atribuir { $name }?
assign-consequence = O novo proprietário o encontra nas próprias exibições. Você pode deixar de vê-lo se sair da sua unidade de negócios.
new-owner = Novo proprietário
people = Pessoas
teams = Equipes
owner-missing = Escolha quem será o proprietário.
assigned = Atribuído.
assigned-to-you = Agora é seu.
rows-assigned = { $count ->
    [one] { $count } linha agora é sua.
   *[other] { $count } linhas agora são suas.
}
some-assigned = Atribuídos: { $taken }. Não atribuídos: { $left }. { $why }

# Process
lead-to-opportunity = Do lead à oportunidade
flow-won = Ganha
flow-lost = Perdida
flow-qualified = Qualificado sem oportunidade
flow-disqualified = Desqualificado
active-since-now = Ativo há menos de uma hora
active-for-hours = { $count ->
    [one] Ativo há { $count } hora
   *[other] Ativo há { $count } horas
}
active-for-days = { $count ->
    [one] Ativo há { $count } dia
   *[other] Ativo há { $count } dias
}
steps-done = { $done } de { $all } etapas
stage = Estágio
move-to = Mover para { $stage }
move = Mover
stage-entered = Agora está em { $stage }.

# Sections
section-contact = Contato
section-company = Empresa
section-qualification = Qualificar
section-details = Detalhes
section-opportunity = Oportunidade
section-develop = Desenvolver
section-propose = Propor
section-close = Fechar
section-account = Conta
section-address = Endereço
section-billing = Cobrança
section-preferences = Como contatar
possible-duplicates = Possíveis duplicatas
account-no-contacts = Ainda não há ninguém conhecido nesta conta.
no-opportunities-of-this = Ainda não há oportunidades.

# Prospect behind a row
b2b-prospect = Cliente potencial B2B
prospect = Cliente potencial
verdict = Sede
sync = Sincronização
refused-lead-remedy = A sede já havia decidido de outra forma; a nota na linha do tempo diz quem e quando. Este lead fica como você o deixou. Para concordar com a sede, reative-o e encerre-o do outro modo.
refused-opportunity-remedy = A sede já havia decidido de outra forma; a nota na linha do tempo diz quem e quando. Esta oportunidade fica como você a deixou. Para concordar com a sede, reabra-a e feche-a do outro modo.

# Timeline
timeline = Linha do tempo
timeline-all = Tudo
timeline-notes = Notas
timeline-activities = Atividades
timeline-system = Sistema
timeline-empty = Nada aconteceu aqui ainda.
show-more = Mostrar mais
note = Nota
write-a-note = Escrever uma nota
add-note = Adicionar nota
add-task = Tarefa
add-call = Telefonema
new-note = Nova nota
edit-note = Editar nota
new-task = Nova tarefa
edit-task = Editar tarefa
new-call = Novo telefonema
edit-call = Editar telefonema
delete-note = Excluir esta nota?
delete-task = Excluir esta tarefa?
delete-call = Excluir este telefonema?
delete-consequence = Sai da linha do tempo para todos e não pode ser recuperado.
deleted = Excluído.
note-added = A nota está na linha do tempo.
task-added = A tarefa está na linha do tempo.
call-added = O telefonema está na linha do tempo.
activity-completed = “{ $subject }” foi concluído.
note-empty = Uma nota precisa de palavras. Escreva algo.
note-too-long = Cabem no máximo { $max } caracteres. Encurte o texto.
subject-empty = Diga em poucas palavras do que se trata.
subject = Assunto
description = Descrição
phone-number = Número de telefone
call-comes-in = Eles nos ligam
due = Vencimento
high-priority = Prioridade alta
overdue = Atrasado
task-planned = Tarefa
task-completed = Tarefa concluída
task-canceled = Tarefa cancelada
call-planned = Telefonema planejado
call-made = Telefonema feito
call-received = Telefonema recebido
call-canceled = Telefonema cancelado
opportunity-closed = Oportunidade fechada
closing-canceled = Fechada e depois reaberta
closed-revenue = Receita real: { $amount }
closed-competitor = Concorrente: { $name }

# Qualify
qualify-title = Qualificar { $name }?
qualify-consequence = O lead é fechado como qualificado e só pode ser lido a partir daí. O que surge dele é seu.
qualify-partner-consequence = A sede é informada de que a solicitação está em análise.
qualify-may-exist = Isto talvez já exista. Escolha o certo ou crie outro.
qualify-there-already = Já existe
qualify-chosen-on-lead = Indicado no lead
qualify-of-prospect = Pertence ao cliente potencial { $prospect }, por isso não pode representar também este
qualify-new-account = Nova conta “{ $name }”
qualify-new-contact = Novo contato “{ $name }”
qualify-no-account = Nenhuma conta
qualify-no-contact = Nenhum contato
qualify-opportunity = Criar uma oportunidade
qualify-opportunity-decides = Ganhá-la ou perdê-la decide a solicitação do parceiro.
qualify-earlier = “{ $name }”, de uma qualificação anterior, continua valendo; nenhuma outra é criada.
qualify-choose = Escolha uma conta e um contato, ou que nenhum seja criado.
qualify-not-open = Este lead já está fechado. Reative-o antes de qualificá-lo.
qualify-no-company = O lead não indica empresa, portanto não é possível criar uma conta. Preencha-a ou continue sem conta.
qualify-no-last-name = O lead não tem sobrenome, portanto não é possível criar um contato. Preencha-o ou continue sem contato.
qualify-no-customer = Uma oportunidade precisa de uma conta ou de um contato. Escolha ou crie um deles.
qualify-duplicates = Enquanto isso, parece que já existe. Veja as opções de novo.
qualify-other-prospect = { $table } “{ $name }” pertence ao cliente potencial { $prospect } e não pode representar também este. Escolha outro ou crie um novo.
qualify-unseen = A conta ou o contato não existe mais ou não é visível para você. Escolha outro, aqui ou no lead.
not-yours-to-see = (não visível para você)
look-at-it = Abrir
lead-qualified = O lead está qualificado.

# Disqualify and reactivate
disqualify-title = Desqualificar { $name }?
disqualify-consequence = O lead é fechado e só pode ser lido até que alguém o reative.
disqualify-partner-consequence = A sede recusa a solicitação do parceiro por este motivo, e o solicitante é avisado por e-mail.
disqualify-refused = Este lead já está fechado ou tem uma oportunidade. Feche a oportunidade como perdida.
reason = Motivo
reason-missing = Escolha um motivo.
lead-disqualified = O lead está desqualificado.
reactivate-title = Reativar { $name }?
reactivate-consequence = O lead volta a ficar aberto, com suas notas e tudo o que foi criado a partir dele.
reopen-partner-consequence = Isto não muda nada na sede: uma decisão tomada lá permanece.
lead-reactivated = O lead está aberto de novo.
lead-contacted = Anotado: houve contato.
lead-not-open = Nada foi alterado: este lead está fechado. Reative-o primeiro.

# Closing opportunities
close-won-title = Fechar { $name } como ganha?
close-lost-title = Fechar { $name } como perdida?
close-consequence = A oportunidade só pode ser lida até que alguém a reabra.
close-won-partner = A sede aprova o parceiro: os clientes são criados e o solicitante é convidado.
close-lost-partner = A sede recusa a solicitação do parceiro, e o solicitante é avisado por e-mail.
close-not-open = Esta oportunidade já está fechada. Reabra-a antes de fechá-la de novo.
close-wrong-day = Informe o dia em que foi fechada.
close-wrong-competitor = Escolha um concorrente da lista, ou nenhum.
actual-revenue = Receita real
closed-on = Data de fechamento
competitor = Concorrente
opportunity-won = A oportunidade foi ganha.
opportunity-lost = A oportunidade foi perdida.
reopen-title = Reabrir { $name }?
reopen-consequence = A oportunidade volta a ficar aberta. O fechamento permanece na linha do tempo, cancelado.
opportunity-reopened = A oportunidade está aberta de novo.

# Accounts and contacts
activate-title = Ativar { $name }?
deactivate-title = Desativar { $name }?
activate-consequence = Volta às exibições ativas e pode ser editado aqui.
deactivate-consequence = Sai das exibições ativas e não é mais oferecido ao qualificar leads. Nada é excluído.
activated = Ativado.
deactivated = Desativado.

# Pipeline
my-pipeline = Minhas oportunidades em aberto
whole-pipeline = Todas as oportunidades em aberto
open-pipeline = Pipeline em aberto
mine = Minhas
everybodys = De todos
lane-empty = Nada neste estágio.
show-more-cards = { $count ->
    [one] Mostrar mais { $count }
   *[other] Mostrar mais { $count }
}
close-date-passed = Data de fechamento vencida

# What rules refuse
refused-0x80040203 = Isto não é possível no estado atual da linha. Recarregue a página e veja o estado.
refused-0x80048408 = Este motivo não pertence ao estado. Escolha outro.

# Columns
column-subject = Tópico
column-salutation = Saudação
column-firstname = Nome
column-lastname = Sobrenome
column-fullname = Nome
column-name = Nome
opportunity-name = Tópico
column-jobtitle = Cargo
column-telephone1 = Telefone comercial
column-phonenumber = Número de telefone
column-mobilephone = Celular
column-emailaddress1 = E-mail
column-companyname = Empresa
column-websiteurl = Site
column-industrycode = Setor
column-numberofemployees = Funcionários
column-revenue = Receita anual
column-address1-line1 = Rua
column-address1-line2 = Complemento
column-address1-city = Cidade
column-address1-stateorprovince = Estado
column-address1-postalcode = CEP
column-address1-country = País/Região
column-parentaccountid = Conta
account-parentaccountid = Conta pai
lead-parentaccountid = Conta existente
lead-parentcontactid = Contato existente
column-parentcontactid = Contato
column-parentcustomerid = Empresa
column-purchasetimeframe = Prazo de compra
column-budgetamount = Orçamento
column-purchaseprocess = Processo de compra
column-decisionmaker = Decisor conhecido
column-qualificationcomments = O que se apurou
column-leadsourcecode = Origem do lead
column-leadqualitycode = Classificação
column-opportunityratingcode = Classificação
column-statuscode = Motivo do status
column-estimatedamount = Receita est.
column-estimatedvalue = Receita est.
column-estimatedclosedate = Data de fech. est.
column-closeprobability = Probabilidade, %
column-actualvalue = Receita real
column-actualclosedate = Data real de fechamento
column-actualrevenue = Receita real
column-competitorid = Concorrente
column-campaignid = Campanha
column-description = Descrição
column-customerid = Cliente
column-originatingleadid = Lead de origem
column-salesstage = Estágio
column-customerneed = Necessidade do cliente
column-proposedsolution = Solução proposta
column-identifycustomercontacts = Interessados conhecidos
column-identifycompetitors = Concorrentes conhecidos
column-identifypursuitteam = Equipe de vendas definida
column-developproposal = Proposta elaborada
column-completeinternalreview = Revisão interna feita
column-presentproposal = Proposta apresentada
column-completefinalproposal = Proposta final elaborada
column-presentfinalproposal = Proposta final apresentada
column-finaldecisiondate = Data da decisão
column-sendthankyounote = Agradecimento enviado
column-filedebrief = Relatório arquivado
column-accountnumber = Número do cliente
column-msdyn-contactpersonid = Número do cliente
column-msdyn-sellable = Pode comprar
column-customertypecode = Relação
column-primarycontactid = Contato principal
column-creditlimit = Limite de crédito
column-creditonhold = Crédito suspenso
column-paymenttermscode = Condições de pagamento
column-birthdate = Aniversário
column-preferredcontactmethodcode = Forma preferida
column-donotemail = Sem e-mails
column-donotphone = Sem telefonemas
column-donotpostalmail = Sem cartas
column-ownerid = Proprietário
column-createdon = Criado em
column-modifiedon = Alterado em
column-tandem-b2bprospectid = Cliente potencial
column-tandem-partnerstatus = Sede

# Options
option-New = Novo
option-Contacted = Contatado
option-Qualified = Qualificado
option-Lost = Perdido
option-CannotContact = Não foi possível contatar
option-NoLongerInterested = Sem mais interesse
option-Canceled = Cancelado
opportunity-statuscode-Canceled = Cancelada
option-InProgress = Em andamento
option-OnHold = Em espera
option-Won = Ganha
option-OutSold = Vendida pela concorrência
option-Active = Ativo
option-Inactive = Inativo
option-Pending = Pendente
option-Approved = Aprovado
option-Declined = Recusado
option-Refused = Decisão recusada
option-Advertisement = Anúncio
option-EmployeeReferral = Indicação de funcionário
option-ExternalReferral = Indicação externa
option-Partner = Parceiro
option-PublicRelations = Relações públicas
option-Seminar = Seminário
option-TradeShow = Feira
option-Web = Web
option-WordOfMouth = Boca a boca
option-Other = Outro
option-Hot = Quente
option-Warm = Morno
option-Cold = Frio
option-Immediate = Imediato
option-ThisQuarter = Este trimestre
option-NextQuarter = Próximo trimestre
option-ThisYear = Este ano
option-Unknown = Desconhecido
option-Individual = Individual
option-Committee = Comitê
option-Any = Qualquer
option-Email = E-mail
option-Phone = Telefone
option-Fax = Fax
option-Mail = Correio
option-Qualify = Qualificar
option-Develop = Desenvolver
option-Propose = Propor
option-Close = Fechar
option-Competitor = Concorrente
option-Consultant = Consultor
option-Customer = Cliente
option-Investor = Investidor
option-Influencer = Influenciador
option-Press = Imprensa
option-Prospect = Cliente potencial
option-Reseller = Revendedor
option-Supplier = Fornecedor
option-Vendor = Vendedor
option-Net30 = 30 dias líquido
option-TwoPercent10Net30 = 2% em 10 dias, 30 dias líquido
option-Net45 = 45 dias líquido
option-Net60 = 60 dias líquido

# Industries
option-Accounting = Contabilidade
option-AgricultureAndNonPetrolNaturalResourceExtraction = Agricultura e recursos naturais
option-BroadcastingPrintingAndPublishing = Radiodifusão, impressão e editoração
option-Brokers = Corretores
option-BuildingSupplyRetail = Varejo de materiais de construção
option-BusinessServices = Serviços empresariais
option-Consulting = Consultoria
option-ConsumerServices = Serviços ao consumidor
option-DesignDirectionAndCreativeManagement = Design e gestão criativa
option-DistributorsDispatchersAndProcessors = Distribuidores e processadores
option-DoctorsOfficesAndClinics = Consultórios e clínicas
option-DurableManufacturing = Fabricação de bens duráveis
option-EatingAndDrinkingPlaces = Bares e restaurantes
option-EntertainmentRetail = Varejo de entretenimento
option-EquipmentRentalAndLeasing = Aluguel e leasing de equipamentos
option-Financial = Finanças
option-FoodAndTobaccoProcessing = Processamento de alimentos e tabaco
option-InboundCapitalIntensiveProcessing = Processamento intensivo em capital
option-InboundRepairAndServices = Reparos e serviços
option-Insurance = Seguros
option-LegalServices = Serviços jurídicos
option-NonDurableMerchandiseRetail = Varejo de bens não duráveis
option-OutboundConsumerService = Serviço externo ao consumidor
option-PetrochemicalExtractionAndDistribution = Petroquímica
option-ServiceRetail = Varejo de serviços
option-SigAffiliations = Afiliações SIG
option-SocialServices = Serviços sociais
option-SpecialOutboundTradeContractors = Empreiteiros especializados
option-SpecialtyRealty = Imóveis especializados
option-Transportation = Transporte
option-UtilityCreationAndDistribution = Serviços públicos
option-VehicleRetail = Varejo de veículos
option-Wholesale = Atacado

# Activities, competitors, search
activities = Atividades
my-activities = Minhas atividades
activities-empty = Nada está planejado. As tarefas e os telefonemas que você adiciona a uma linha do tempo ficam aqui até serem concluídos.
competitors = Concorrentes
competitors-empty = Aqui ficam as empresas para as quais se perdem oportunidades.
new-competitor = Novo concorrente
column-strengths = Pontos fortes
column-weaknesses = Pontos fracos
column-threats = Ameaças
column-opportunities = O que nos resta
search-nothing = Nada foi encontrado.
