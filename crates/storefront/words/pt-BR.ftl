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
invalid_tax_id = O valor não é válido como { $kind }: informe um como { $example }.
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
requests_closed = A loja não recebe solicitações no momento. Tente novamente mais tarde.
busy = A loja está ocupada. Nada foi salvo. Envie a solicitação novamente daqui a pouco.
failed = Ocorreu um erro interno. Nada foi salvo.

# The frame
runs-on-tandem = Funciona com Tandem
become-a-business-partner = Seja um parceiro comercial
optional = opcional
pages = Páginas
name = Nome
status = Status
edit = Editar
remove = Remover

# Home
home-title = Atacado para parceiros comerciais
home-headline = Coisas boas, por caixa
home-lead = { $store } vende para empresas. Os parceiros têm conta própria, usuários próprios e um limite de crédito para comprar a prazo.
already-a-partner = Já é parceiro?
signed-in-for = Você entrou por { $organization }.
how-to-become = Como se tornar parceiro
how-1-title = Conte-nos sobre a sua empresa
how-1-text = Um só formulário. Você recebe uma referência e uma página privada que mostra em que pé está a solicitação.
how-2-title = Nós analisamos
how-2-text = Alguém lê a solicitação e decide. Em qualquer caso, você recebe um e-mail.
how-3-title = Entre
how-3-text = Você define uma senha e se torna o administrador da sua empresa aqui: adicione colegas e defina os limites de gastos deles.

# Terms
terms-title = Termos da solicitação
terms-intro = Você envia a { $store } uma solicitação para se tornar parceiro comercial. É com isto que você concorda ao enviá-la.
terms-request-title = A solicitação não obriga ninguém
terms-request-text = Ela não é pedido nem contrato. Podemos recusá-la. O que você escreve precisa ser verdadeiro, e você precisa poder falar pela empresa.
terms-data-title = O que acontece com os seus dados
terms-data-text = Nós os usamos para decidir sobre a solicitação e para escrever a você sobre ela. Só os veem quem decide e quem atende os clientes. Não são repassados a terceiros.
terms-account-title = Se nós a aprovarmos
terms-account-text = Você recebe uma conta para a sua empresa e se torna o administrador dela. Pode adicionar colegas, e avisa a eles que o faz. Pode encerrar a conta a qualquer momento escrevendo para nós.
terms-version = Versão { $version }

# Business Partner Request
business-partner-request = Solicitação de parceiro comercial
request-lead = Conte quem você é. Quem envia este formulário se torna o administrador da conta da empresa.
required-lead = Os campos marcados com * são necessários.
about-you = Sobre você
about-you-hint = Você entrará com este e-mail mais tarde.
your-company = Sua empresa
your-company-hint = Como deve aparecer nas faturas.
business-address = Endereço comercial
business-address-hint = Os campos acompanham o país.
anything-else = Algo mais
first-name = Nome
last-name = Sobrenome
phone = Telefone
job-title = Cargo
company-name = Nome da empresa
website = Site
number-of-employees = Número de funcionários
tax-id = Identificação fiscal
tax-id-named = Identificação fiscal ({ $name })
such-as = Por exemplo, { $example }
country = País ou região
adapt-to-country = Adaptar os campos ao país
street = Rua e número
city = Cidade
state = Estado
province = Província
prefecture = Província
region = Estado, província ou região
postal-code = Código postal
zip-code = Código postal (ZIP)
comments = Comentários
at-most-characters = Até { $max } caracteres.
accept-terms = Aceito os termos da solicitação
read-terms = Ler
send-request = Enviar solicitação
send-request-hint = Enviaremos uma referência e um link para acompanhar a solicitação.

# Confirmation
request-submitted = Solicitação enviada
request-submitted-text = A sua solicitação foi enviada. Você receberá um e-mail de confirmação.
reference = Referência
what-happens-next = O que acontece agora
private-page-text = Vamos analisar a sua solicitação. Uma página privada mostra em que pé ela está; o link também está no e-mail. Quem tem o link pode vê-la: guarde-o para si.
follow-request = Acompanhar a solicitação
back-to-store = Voltar à loja

# Where a request stands
request = Solicitação
progress = Andamento
private-page = Esta página é privada: quem tem o link pode vê-la.
status-received-title = Recebemos a sua solicitação
status-received-text = Ela aguarda que alguém a analise. Você não precisa fazer nada agora.
status-in-review-title = Estamos analisando a sua solicitação
status-in-review-text = Alguém está cuidando dela e pode ligar para você. Assim que houver decisão, você receberá um e-mail.
status-approved-title = Você é parceiro comercial
status-approved-text = A sua solicitação foi aprovada. Procure o nosso e-mail: o link dele permite definir uma senha. Depois, entre.
status-declined-title = No momento não podemos trabalhar juntos
status-declined-text = A sua solicitação foi recusada. Você recebeu um e-mail sobre isso. Se algo mudar, pode enviar uma nova solicitação.
step-received = Recebida
step-received-text = A sua solicitação está na loja.
step-in-review = Em análise
step-in-review-text = Alguém verifica a empresa e pode perguntar algo a você.
step-decision = Decisão
step-decision-text = Você recebe um e-mail com o resultado.
step-approved = Aprovada
step-approved-text = A sua empresa é parceira comercial.
step-declined = Recusada
step-declined-text = A sua empresa não se torna parceira comercial agora.
step-sign-in = Entrar
step-sign-in-text = Defina a sua senha com o mesmo e-mail e adicione os seus colegas.
unknown-request = Não há solicitação por trás deste link
unknown-request-text = Talvez falte uma parte dele. Use o link completo do nosso e-mail ou envie uma solicitação.

# Signing in
sign-in-lead = Para parceiros comerciais e seus colegas.
sign-side = Sua conta, seus usuários, seu crédito.
just-approved = Acabou de ser aprovado?
just-approved-text = O nosso e-mail tem um link para você definir a senha primeiro.
not-a-partner-yet = Ainda não é parceiro?
forgot-password-title = Senha esquecida
forgot-password-lead = Informe o seu e-mail e enviaremos um link para definir uma nova senha.
forgot-password-sent = Se este endereço pertence a um parceiro, um e-mail com um link está a caminho. Veja também a pasta de spam. São no máximo três por dia.
send-link = Enviar link
set-password-lead = Para { $email }, com o qual você entra a partir de agora.
dead-link-title = Este link não funciona mais
dead-link-text = Ele já foi usado, tem mais de sete dias ou está incompleto. Você pode pedir um novo.
ask-for-new-link = Pedir um novo link

# My account
my-account = Minha conta
organization = Organização
customer-account = Conta do cliente
your-role = Sua função
your-sign-in = Seu acesso
switch-organization = Trocar de organização
present-organization = Selecionada
act-for = Selecionar
organization-switched = Agora você atua por outra organização.
sign-out-everywhere = Sair em todos os dispositivos
change-password-lead = Você continua conectado aqui; os outros dispositivos são desconectados.
current-password = Senha atual
current-password-wrong = Esta não é a sua senha atual. Digite-a novamente.
password-not-changed = A senha foi alterada em outro lugar nesse meio-tempo. Tente novamente.

# Credit
account-credit = Crédito da conta
credit-lead = O que a sua organização pode dever e o que ela deve.
credit-left = Crédito disponível
credit-limit = Limite de crédito
balance = Saldo
credit-used = Crédito utilizado
credit-used-up = O crédito está esgotado. Pague faturas em aberto ou peça um limite maior.
credit-none = Ainda não há crédito acordado. Peça um limite de crédito à loja.
credit-on-hold = Esta conta está bloqueada. Pergunte à loja o que está em aberto.
credit-unknown = Ainda não há informações
credit-unknown-text = A loja ainda não recebeu informações sobre a conta da sua organização. Veja novamente em alguns minutos.
no-limit-agreed = Nenhum acordado

# Organization users
organization-users = Usuários da organização
add-user = Adicionar um usuário
add-user-note = O colega recebe um e-mail com um link para definir uma senha assim que a conta estiver pronta.
edit-user = Editar { $name }
edit-user-note = Para mudar o e-mail, remova o usuário e adicione-o novamente.
role = Função
role-admin = Administrador
role-user = Usuário
role-hint = Os administradores gerenciam os usuários.
user-email-hint = O colega entra com ele.
spending-limit = Limite de gastos
spending-limit-hint = Por pedido. Vazio: sem limite.
no-limit = Sem limite
wrong-spending-limit = Informe um valor como { $example }, no máximo um bilhão.
wrong-role = Escolha uma das funções.
changed-meanwhile = Enquanto isso, alguém alterou este campo para “{ $theirs }”. Salve novamente para substituir por “{ $yours }”.
you = Você
status-pending = Pendente
status-pending-note = A conta está sendo criada.
status-active = Ativo
status-not-added = Não adicionado
status-not-added-note = A matriz recusou. Remova a entrada e adicione o usuário novamente, ou pergunte à loja.
change-waits = Uma alteração está a caminho.
change-refused = A última alteração foi recusada. Tente novamente ou pergunte à loja.
no-password-yet = Ainda não definiu uma senha.
resend-invitation = Reenviar convite
invitation-sent = O convite será enviado novamente.
invited-too-often = Esta pessoa foi convidada várias vezes hoje. Tente novamente amanhã.
user-has-password = Esta pessoa já definiu uma senha e pode entrar.
user-added = O usuário foi adicionado. Um e-mail será enviado assim que a conta estiver pronta.
user-changed = Salvo. A alteração leva um momento para chegar a todos os lugares.
user-removed = O usuário foi removido e desconectado.
user-already-added = Alguém com este e-mail já é usuário da organização, ou está prestes a ser.
user-too-many = Há usuários demais esperando para ser adicionados. Tente novamente em alguns minutos.
user-not-there = Esta pessoa não pertence mais à organização.
user-yourself = Ninguém pode remover a si mesmo nem abrir mão da própria função. Peça a outro administrador.
remove-user-title = Remover { $name }?
remove-user-text = { $email } é desconectado imediatamente e não pode mais comprar pela organização. Você pode adicionar a pessoa novamente mais tarde.
withdraw-user-text = { $email } ainda não foi adicionado e não será.
new-password = Nova senha
