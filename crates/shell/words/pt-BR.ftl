# Applications
store = Loja
headquarters = Sede
sales = Sales
dual-write = Gravação dupla
office = Back office

# Frame
skip-to-content = Ir para o conteúdo principal
navigation = Navegação
applications = Aplicativos
search = Pesquisar
search-placeholder = Pesquisar
company = Empresa
settings = Configurações
theme = Aparência
theme-system = Como no sistema
theme-light = Claro
theme-dark = Escuro
sign-out = Sair
commands = Comandos
selected = selecionada(s)
close = Fechar
to-start = Ir para a página inicial
save = Salvar
cancel = Cancelar
yes = Sim
no = Não
none = Nenhum

# Sign-in and account
sign-in = Entrar
email = E-mail
password = Senha
stay-signed-in = Permanecer conectado neste dispositivo
forgot-password = Esqueceu a senha?
sign-in-refused = Este e-mail e esta senha não correspondem. Verifique os dois e tente novamente.
signed-out = Você saiu da sua conta.
email-wrong = Informe um endereço de e-mail, como nome@empresa.com.
forgot-password-text = Informe seu endereço de e-mail. Você receberá um link para definir uma nova senha.
link-send = Enviar o link
link-sent = Verifique seu e-mail
link-sent-text = Se uma conta tiver esse endereço, um link para definir uma nova senha está a caminho. Ele vale uma única vez, por { $days } dias. Verifique também a pasta de spam.
link-gone = Este link não vale mais
link-gone-text = Ele já foi usado ou expirou. Peça um novo.
back-to-sign-in = Voltar para a entrada
set-password = Definir senha
password-set = Sua senha foi definida. Entre com ela.
change-password = Alterar senha
password-present = Senha atual
password-new = Nova senha
password-again = Nova senha novamente
password-rule = Pelo menos { $min } caracteres. Várias palavras são fáceis de lembrar e difíceis de adivinhar.
password-too-short = Esta senha é curta demais. Use pelo menos { $min } caracteres.
password-too-long = Esta senha é longa demais. Use no máximo { $max } caracteres.
password-too-simple = Esta senha é fácil de adivinhar. Use mais caracteres diferentes, e não o seu endereço de e-mail.
password-differs = As duas entradas são diferentes. Digite a mesma nova senha duas vezes.
password-wrong = Esta não é a sua senha atual. Verifique e tente novamente.
password-others-end = Com uma nova senha, você é desconectado em todos os outros lugares.
password-changed = Sua senha foi alterada. Em todos os outros lugares você foi desconectado.
account = Conta
account-text = Um administrador altera o nome e o endereço.
full-name = Nome
language-and-time = Idioma e horário
language = Idioma
language-automatic = Como o navegador preferir
time-zone = Fuso horário
time-zone-hint = Digite parte do nome, como uma cidade, e escolha.
time-zone-unknown = Não há fuso horário com esse nome. Escolha um da lista, como Europe/Warsaw.
settings-saved = Suas configurações foram salvas.
sessions = Onde você está conectado
session-began = Entrada:
session-seen = Último uso:
session-this = Este navegador
session-unknown-browser = Navegador desconhecido
session-end-one = Sair de { $browser }
session-ended = Esse navegador foi desconectado.
sessions-end-all = Sair em todos os lugares
signed-out-everywhere = Você saiu em todos os lugares.

# Faults
fault-not-found = Não há nada aqui
fault-not-found-remedy = Esta página ou linha não existe, foi excluída ou não está disponível para você. Verifique o endereço ou comece por uma lista.
fault-not-allowed = Você não tem permissão para fazer isso
fault-not-allowed-remedy = Sua conta não tem direito a esta ação. Se precisar dele, fale com um administrador.
fault-too-many = Solicitações demais
fault-too-many-remedy = { $seconds ->
    [one] Tentativas demais. Tente novamente em { $seconds } segundo.
   *[other] Tentativas demais. Tente novamente em { $seconds } segundos.
}
fault-conflict = Alguém foi mais rápido
fault-refused = Isto não é possível
fault-other-site = Este formulário foi enviado de outro site
fault-other-site-remedy = Nada foi alterado. Abra o formulário aqui e envie-o de novo.
fault-wrong-method = Este endereço não pode ser usado assim
fault-wrong-method-remedy = Nada foi alterado. Vá ao início e abra a página a partir de lá.
fault-busy = Ocupado no momento
fault-ours = Algo deu errado do nosso lado
fault-unreadable = Não foi possível ler a solicitação
fault-unreadable-remedy = O endereço ou o formulário contém algo que nenhuma de nossas páginas envia. Volte e tente novamente.

# What the store refuses
error-wrong-type = “{ $column }” tem um valor do tipo errado. Corrija-o.
error-invalid-text = “{ $column }” contém caracteres que não podem ser armazenados. Remova-os.
error-too-long = “{ $column }” tem { $length } caracteres; o máximo é { $max }. Encurte o texto.
error-out-of-range = “{ $column }” deve estar entre { $min } e { $max }.
error-unknown-choice = “{ $column }” não tem essa opção. Escolha uma da lista.
error-required = “{ $column }” é de preenchimento obrigatório. Informe um valor.
error-read-only = “{ $column }” não pode ser alterado aqui.
error-broken-lookup = O registro indicado em “{ $column }” não existe ou não está disponível para você. Escolha outro.
error-invalid-file = “{ $column }” não aceita este arquivo.
error-still-referenced = Outras linhas ainda fazem referência a esta. Remova-as primeiro.
error-stale = Alguém alterou esta linha enquanto você a mantinha aberta. Confira as duas versões e salve novamente.
error-duplicate = Já existe uma linha com os mesmos valores em: { $columns }.
error-no-privilege = Sua conta não tem direito a esta ação. Se precisar dele, fale com um administrador.
error-limit = Isso ultrapassa o limite de { $limit }. Divida em partes menores.
error-cursor = Esta página da lista não existe mais. Volte ao início da lista.
error-busy = O banco de dados está ocupado ou inacessível. Nada foi alterado; tente novamente em instantes.
error-internal = A falha é nossa e foi registrada no log. Nada foi alterado; tente novamente e, se acontecer outra vez, avise um administrador.

# Grid
grid-search = Pesquisar nesta exibição
grid-filter = Editar filtros
grid-apply = Aplicar
grid-clear = Limpar filtros
grid-columns = Colunas
grid-columns-reset = Voltar às colunas padrão
grid-export = Exportar para CSV
grid-select-all = Selecionar tudo nesta página
grid-select = Selecionar { $name }
grid-views = Exibições
grid-first = Primeira página
grid-next = Próxima página
grid-page = Página { $page }
grid-rows = { $count ->
    [one] { $count } linha
   *[other] { $count } linhas
}
grid-rows-many = Mais de { $count } linhas
grid-empty = Nada a mostrar
grid-empty-filtered = Nenhuma linha corresponde a esta pesquisa. Altere-a ou limpe-a.
grid-any = Qualquer
grid-from = De
grid-until = Até
grid-none-selected = Selecione primeiro pelo menos uma linha.
grid-too-many-selected = No máximo { $max } linhas por vez.
no-value = sem valor

# Form
form-choose = Escolher…
form-lookup-hint = Digite parte do nome
form-lookup-none = Não há nada com este nome disponível para você. Digite parte do nome ou deixe em branco.
form-lookup-many = Várias linhas correspondem a este nome. Escolha uma.
form-wrong-number = Insira um número, por exemplo { $example }.
form-number-too-large = Este número é grande demais. Digite um menor.
form-wrong-date = Insira uma data, por exemplo { $example }.
form-wrong-moment = Insira uma data e uma hora.
form-errors = { $count ->
    [one] { $count } entrada precisa de correção
   *[other] { $count } entradas precisam de correção
}
form-saved = Salvo.
form-created = “{ $name }” foi criado.
form-stale-title = Alguém alterou esta linha nesse meio-tempo
form-stale-text = Suas entradas continuam abaixo. Salvar novamente substituirá as da outra pessoa.
form-stale-column = Coluna
form-stale-theirs = Armazenado agora
form-stale-yours = Seu valor
form-stale-discard = Descartar as minhas alterações

# Standing with the other side
standing-in-step = Em sincronia
standing-waiting = Aguardando
standing-failed = Falha na sincronização
