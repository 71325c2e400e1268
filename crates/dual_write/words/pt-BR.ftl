monitoring = Monitoramento
overview = Visão geral

# Navigation
data = Dados
parked-changes = Alterações em espera
activities = Atividade
linked-rows = Linhas vinculadas

# Commands
refresh = Atualizar
retry = Tentar novamente
retry-all = Tentar todas novamente
retry-alike = Tentar todas com esta causa
edit-and-retry = Editar e tentar de novo
skip = Ignorar
pause = Pausar
resume = Retomar
compare-now = Comparar os dois lados agora
open-in = Abrir em { $side }
look-at-it = Ver
look-at-parked = Ver alterações em espera

# Overview
as-of = Em
table-maps = Mapas de tabelas
decisions = Decisões
figure-lag = Atraso, percentil 95, 1 h
figure-deliveries = Entregues na última hora
figure-behind = A entregar
figure-waiting = Em espera
figure-parked = Retidas
needs-somebody = { $count ->
    [one] { $count } alteração precisa de alguém.
   *[other] { $count } alterações precisam de alguém.
}
rest-flows = Todo o resto continua fluindo.
side-answers = Responde
side-silent = Não responde
side-unheard = Ainda não consultado
side-silent-remedy = Nada se perde: a leitura continua sozinha quando este lado responder.
answered-at = Última resposta
since = Desde
to-deliver = Lidas, a entregar
name = Nome
state = Estado
state-running = Em execução
state-paused = Pausado
state-held-up = Retido
state-not-running = Parado
lag-last-hour = Atraso, última hora
lag-last = Último atraso
spark-label = Atraso na última hora, mais recente { $span }
dotted-line = Linha pontilhada: { $span }
linked = Vinculadas
oldest = Mais antiga
version = Versão
direction = Direção
direction-both = ambas as direções
direction-to-sales = da sede para o Sales
direction-to-headquarters = do Sales para a sede
span-milliseconds = { $span } ms
span-seconds = { $span } s
span-minutes = { $span } min
span-hours = { $span } h
span-days = { $span } d
unconnected = Nada liga a sede e o Sales ainda
unconnected-remedy = Instale um pacote: ele traz os mapas que mantêm os dois em sincronia.

# Maps and decisions of the solution commerce
target-b2b-prospects-leads = Clientes potenciais B2B e leads
target-customers-accounts = Clientes e contas
target-customers-contacts = Clientes e contatos
target-decisions-lead-qualified = Lead qualificado
target-decisions-opportunity-won = Oportunidade ganha
target-decisions-opportunity-lost = Oportunidade perdida
target-decisions-lead-disqualified = Lead desqualificado
target-decisions-prospect-approved = Cliente potencial aprovado
target-decisions-prospect-rejected = Cliente potencial rejeitado

# What waits
view-needs-somebody = Precisam de alguém
view-by-itself = Seguem sozinhas
view-paused = Pausadas
parked-empty = Aqui apareceriam as alterações que não podem ser gravadas do outro lado, com a causa e o que fazer.
waiting-name = Linha
waiting-target = Mapa ou decisão
waiting-cause = Causa
waiting-message = Em palavras
waiting-side = Alterada em
waiting-attempts = Tentativas
waiting-createdon = Desde
waiting-nextattemptat = Próxima tentativa
waiting-code = Código
waiting-cause-Parent = Espera uma linha
waiting-cause-Refused = Recusada
waiting-cause-Behind = Atrás de outra
waiting-cause-Unanswered = Sem resposta
waiting-cause-Paused = Pausada
attempts = Tentativas
next-attempt = Próxima tentativa

# The ways out
cause-parent = Segue sozinha quando aquela linha estiver vinculada. Veja primeiro a alteração em espera daquela linha.
cause-refused = Corrija a linha em um dos lados e tente novamente. Ela também é tentada sozinha, cada vez com menos frequência.
cause-behind = Uma alteração anterior da mesma linha ou decisão precisa ir primeiro. Veja essa.
cause-unanswered = O outro lado falha com esta linha e responde às outras. Tente novamente; se persistir, fale com quem administra esse lado.
cause-paused = Retome o mapa ou a decisão e ela será entregue na ordem.
way-out-EmailInUse = O endereço do solicitante pertence a outra pessoa. Altere um dos dois endereços e tente novamente, ou aprove na sede e deixe a pessoa existente entrar no novo parceiro.
way-out-Unmapped = Altere o valor ou inclua o par no documento do mapa e tente novamente.
way-out-SameKey = Outra linha lá tem a mesma chave. Altere a chave em um dos lados ou una as duas linhas e tente novamente.
way-out-RowGone = A outra linha foi excluída. Restaure-a lá e tente novamente, ou ignore esta alteração.
way-out-NoTarget = O mapa ou a decisão não existe mais. Instale a solução que o contém ou ignore esta alteração.
retry-delivered = Entregue.
retry-still-waits = Nova tentativa feita; ainda em espera. { $why }
retry-under-way = Está sendo tentada novamente. Atualize esta página em instantes.
retry-nothing = Nada em espera pode ser tentado novamente.
edit-and-retry-title = Editar “{ $name }” e tentar de novo
edit-consequence = Seus valores são gravados na própria linha ({ $side }), para que os dois lados coincidam, e ela é entregue de novo. Quem corrigiu o quê fica registrado em Atividade.
edit-changed = Alguém alterou a linha nesse meio-tempo. Verifique de novo: suas entradas continuam abaixo.
edit-no-number = “{ $column }” deve ser um número.
edit-refused = Nada foi alterado: isto não foi aceito. Corrija abaixo.
edit-gone = Não há o que corrigir aqui: a linha alterada não existe mais ou trata-se de uma decisão.
edit-silent = Nada foi alterado: o lado da linha não responde. Tente mais tarde.
retried = { $count ->
    [one] { $count } alteração foi tentada novamente.
   *[other] { $count } alterações foram tentadas novamente.
}
skipped = { $count ->
    [one] { $count } alteração foi ignorada.
   *[other] { $count } alterações foram ignoradas.
}
skip-question = { $count ->
    [one] Ignorar esta alteração?
   *[other] Ignorar { $count } alterações?
}
skip-consequence = Não é entregue: o outro lado mantém o que tem. Uma alteração posterior da mesma linha leva o que então for diferente; uma decisão não é enviada de novo. Quem ignorou fica registrado em Atividade.

# A change that waits
headline-parent = Espera uma linha que ainda não está vinculada.
headline-refused = { $side }: recusada
headline-behind = Uma alteração anterior precisa ir primeiro.
headline-unanswered = { $side }: sem resposta a esta linha, embora responda a outras
headline-paused = Alguém pausou o mapa ou a decisão.
headline-unable = Não pode ser entregue como está.
open-map = Abrir o mapa ou a decisão
open-awaited = Abrir a linha esperada
would-be-written = O que seria gravado
source = Origem
becomes = torna-se
mapped = Outro lado
made-on-the-way = criado no caminho
changed-row = A linha alterada
waiting-for-it = À espera dela
path-of-change = Caminho desta alteração
images-new = A outra linha ainda não existe: seria criada.
images-agreed = O outro lado não responde agora: estes são os últimos valores comuns.
images-gone = O outro lado não tem mais a linha: estes são os últimos valores comuns.
mark-refused = Citada na recusa
mark-news = Alterado: { $side }
mark-both = Alterado nos dois lados; vale: { $side }
mark-missing = A linha apontada ainda não está vinculada
rail-changed = Alterada: { $side }
rail-captured = Capturada e colocada em espera
rail-sequence = Posição no registro de alterações: { $sequence }
rail-attempts = { $count ->
    [one] Tentada { $count } vez
   *[other] Tentada { $count } vezes
}

# Linked rows
links-empty = Pares de linhas aparecem aqui quando algo é levado ao outro lado.
view-disputed = Em desacordo
link-name = Linha
link-map = Mapa
link-headquarterskey = Número
link-disputed = Colunas em desacordo
link-headquartersid = Id na sede
link-salesid = Id no Sales
link-modifiedon = Último acordo
agreed-at = Último acordo
last-agreed = Últimos valores comuns aos dois lados
agreed-and-now = Últimos valores comuns e o que há agora
now-is = Agora: { $value }
row-gone = A linha não existe mais: { $side }
row-silent = Sem resposta no momento: { $side }
disputed = em desacordo
disputed-columns = As regras de cada lado escrevem estas colunas de forma diferente, por isso elas não viajam mais: { $columns }
table-set = Tabela
id = Id
number = Número

# Maps and decisions
pause-question = Pausar “{ $name }”?
pause-consequence = As alterações são lidas e guardadas em ordem, sem limite de tempo, e entregues quando for retomado. Linhas que dependem delas também esperam.
pause-reason = Motivo, para os demais
paused-by = Pausado por { $name }
paused-from-command-line = Pausado pela linha de comando
paused-meaning = As alterações são guardadas em ordem até a retomada.
paused-now = Pausado. As alterações são guardadas em ordem.
resumed-now = Retomado. O que foi guardado está sendo entregue.
description = Descrição
rows-made = Linhas são criadas
conflict = Quando ambos mudam
conflict-winner = prevalece: { $side }
depends-on = Precisa de
id-column = Coluna do id
key-column = Coluna do número
takes-part = Participa quando
while = Alterações fluem enquanto
found-by = Linhas existentes são encontradas por
columns = Colunas
transform = No caminho
transform-default = sempre
transform-template = texto
transform-reference = linha
transform-values = valores
transform-lookup = pelos vínculos de
transform-once = somente ao criar a linha
transform-when = se
has-value = { $column } tem valor
has-no-value = { $column } não tem valor
made-together = Criado junto com a linha
taken-in = Tomada em
told-by = Indicada pela mudança de
when = Quando
and-then = E
subject = Sobre
command = Comando ao outro lado
steps = Passos no outro lado
when-accepted = Depois de aceita
when-refused = Se recusada em definitivo
what = O quê
values = Valores

# Activity
activities-empty = Aqui apareceria quem tenta novamente, ignora ou pausa algo.
activity-target = Mapa ou decisão
activity-deed = O quê
activity-name = Linha
activity-deliveries = Alterações
activity-message = Motivo ou causa
activity-createdby = Quem
activity-createdon = Quando
activity-deed-Retried = Tentada novamente
activity-deed-Skipped = Ignorada
activity-deed-Paused = Pausado
activity-deed-Resumed = Retomado
activity-deed-Corrected = Corrigido

# Why the other side refused, by the code that it gives
refused-EmailInUse = O e-mail já é o endereço de acesso de outra pessoa
refused-OrganizationInUse = A organização já é parceira comercial
refused-ProspectAlreadyDecided = O cliente potencial já foi decidido
refused-RequestUnanswered = Alguém na loja ainda espera uma resposta
refused-NumberSequenceMissing = Falta uma sequência numérica
refused-NumberSequenceExhausted = Uma sequência numérica não tem mais números
refused-Unmapped = O mapa não tem correspondência para um valor
refused-SameKey = Outra linha tem a mesma chave
refused-RowGone = A outra linha foi excluída
refused-NoTarget = O mapa ou a decisão não existe mais
refused-0x80040203 = Um valor falta ou não é permitido
refused-0x80048d19 = Um valor não pode ser lido
refused-0x80041103 = Uma coluna é desconhecida ou não pode ser consultada
refused-0x80040217 = Uma linha indicada não existe
refused-0x80060891 = Nenhuma linha tem essa chave
refused-0x80040237 = Já existe uma linha com esse ID ou essa chave
refused-0x80060892 = Já existe uma linha com essa chave
refused-0x80060882 = Alguém alterou a linha nesse meio-tempo
refused-0x80040220 = Falta um direito à gravação dupla
refused-0x80044331 = Um texto é longo demais
refused-0x8004432f = Um número está fora do intervalo
refused-0x8004431a = Uma opção é desconhecida
refused-0x80040227 = Outras linhas ainda se referem a ela
refused-0x80040333 = Talvez já exista
refused-0x80048408 = O motivo não pertence ao estado

# Solutions
solutions = Soluções
setup = Configuração
solutions-search = Procurar pacotes
solutions-none = Nenhum pacote tem esse nome. Tente outra palavra.
solutions-unfit = Uma pasta que não é um pacote
publisher = Editor
installed-version = Versão instalada
works-in = Empresa
consented = Acordado por
what-it-adds = O que acrescenta ao Sales
what-it-carries = O que transporta
solution-install = Instalar
solution-continue = Continuar a instalação
solution-update = Atualizar para { $version }
solution-uninstall = Desinstalar
solution-verify = Verificar
solution-health = Verificação de integridade
uninstall-question = Desinstalar { $title }?
uninstall-consequence = Nada mais é transportado entre a sede e o Sales. As exibições são removidas do Sales, e também colunas e chaves sem valor em nenhuma linha. As linhas ficam dos dois lados, assim como o que a gravação dupla sabe dos pares: instalada de novo, continua dali. Até lá os dois lados guardam as alterações para ela.
uninstalling-now = Não trabalha mais; o que acrescentou está sendo removido.
state-Preparing = Em preparação
state-Installing = Em instalação
state-Installed = Instalado
state-RollingBack = Sendo revertido
state-Uninstalling = Sendo removido
state-Removed = Não instalado

# Wizard
wizard-title = Instalar { $title }
wizard-environments = Ambientes
wizard-company = Empresa
wizard-health = Verificação
wizard-consent = Alterações e consentimento
wizard-progress = Instalação
environments-question = Estes dois ambientes serão mantidos em sincronia. São os certos?
environment-address = Endereço
environment-here = neste programa
environment-id = Ambiente
environment-user = Conectado como
environment-fingerprint = Impressão digital do certificado (SHA-256)
environments-confirm = São os certos
company-question = Em qual empresa da sede surgem os parceiros comerciais?
company-confirm = Usar esta empresa
health-good = Está tudo certo.
health-bad = Algo impede. Corrija e verifique de novo.
check-again = Verificar de novo
repair = Reparar
repaired = Reparado.
wizard-next = Avançar
consent-question = Isto será alterado, e nada mais:
consent-headquarters = Sede: nada é acrescentado. O registro de alterações é guardado até a gravação dupla lê-lo.
consent-rows = A partir daí, linhas dos dois lados são criadas e alteradas como dizem os mapas.
consent-privacy = Nomes, endereços, e-mails e telefones de parceiros comerciais são copiados para o outro lado. Quem opera os dois lados responde por isso.
consent-agree = Concordo com estas alterações
consent-needed = Marque primeiro que concorda.
item-Column = Coluna
item-Key = Chave alternativa
item-View = Exibição
item-kind = O quê
item-table = Tabela
item-state = Estado
presence-missing = será criado
presence-present = já existe e é usado
presence-different = existe e não serve
step-Pending = a fazer
step-Made = criado
step-Adopted = já existia
step-Removed = removido
step-Kept = mantido: contém dados ou já existia
progress-working = Esta página se atualiza sozinha. Pode fechá-la: o trabalho continua.
progress-waiting = Não pode continuar agora e tenta de novo sozinha.
progress-stuck = Parou.
progress-installed = O pacote está instalado: sede e Sales ficam em sincronia.
progress-removed = Nada dele está ativo.
try-again = Tentar de novo
roll-back = Reverter
give-up = Desistir
given-up = Nada foi alterado.
rolling-back-now = O que foi criado está sendo removido.

# Findings
about-answers = { $side } responde e conhece a gravação dupla
remedy-answers = Veja se funciona neste endereço e se o nome e o segredo do aplicativo estão certos; depois verifique de novo.
about-environment = { $side } é o ambiente confirmado
remedy-environment = Outro ambiente responde ali, talvez uma cópia ou um restaurado. Se estiver certo, veja os ambientes e confirme de novo.
about-company = A sede tem a empresa { $name }
about-store = As solicitações da loja chegam à empresa do pacote: { $name }
remedy-company = Escolha outra empresa.
remedy-store = Escolha a empresa { $name }. Em qualquer outra, nenhuma solicitação da loja se torna um lead.
about-reads = A gravação dupla pode ler { $name } em { $side }
remedy-reads = Dê ao usuário do aplicativo a função “Dual-write” ali.
about-customizes = A instalação pode acrescentar colunas ao Sales
remedy-customizes = Dê ao usuário do aplicativo a função “Dual-write setup” no Sales (System Customizer no Dynamics 365); depois da instalação ela pode ser retirada.
about-columns = O Sales tem as colunas de { $name } que os mapas citam
remedy-columns = Estas faltam. Acrescente-as no Sales ou use um pacote com mapas adequados.
about-fits = { $name } no Sales pode ser usado
remedy-fits = Outra coisa tem esse nome ali. Renomeie ou remova, depois verifique de novo.
about-alone = Nenhum outro pacote está ativo
remedy-alone = Desinstale este primeiro.

# Verification
verify-title = Verificar { $title }
verify-start = Enviar uma solicitação de teste
verify-explain = Uma solicitação de teste marcada passa pelo formulário da loja. Ela é encontrada entre os clientes potenciais e como lead, recusada e removida dos dois lados. Nenhum e-mail é enviado.
verify-never = Ainda não foi verificado.
verify-Running = Em andamento
verify-Passed = Todas as etapas funcionam
verify-Failed = Uma etapa está quebrada
verify-broke-off = Foi interrompida com o processo. A próxima remove o que restou.
verify-earlier = Verificações anteriores
verify-busy = Já há uma em andamento.
leg-Submitted = A loja aceita a solicitação
leg-Prospect = Está entre os clientes potenciais
leg-Lead = É um lead no Sales
leg-Decision = Recusada na sede, o lead é encerrado
leg-Told = A loja informa quem enviou
leg-Cleaned = Nada dela resta

# Refusals of the wizard
refuse-busy = O pacote já está instalado, ou sendo instalado ou removido.
refuse-not-installed = O pacote não está instalado.
refuse-not-prepared = Responda primeiro às perguntas anteriores.
refuse-other-environment = Agora responde outro ambiente, não o que foi mostrado. Veja de novo.
refuse-no-repair = Não há mais nada a reparar. Veja a verificação de novo.
command-line = a linha de comando
refuse-no-verification = Este pacote não cria leads de prospects: uma verificação segue um assim.
