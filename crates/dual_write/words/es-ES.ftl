monitoring = Supervisión
overview = Información general

# Navigation
data = Datos
parked-changes = Cambios en espera
activities = Actividad
linked-rows = Filas vinculadas

# Commands
refresh = Actualizar
retry = Reintentar
retry-all = Reintentar todo
retry-alike = Reintentar todo con esta causa
edit-and-retry = Editar y reintentar
skip = Omitir
pause = Pausar
resume = Reanudar
compare-now = Comparar ambos lados ahora
open-in = Abrir en { $side }
look-at-it = Verlo
look-at-parked = Ver los cambios en espera

# Overview
as-of = A las
table-maps = Asignaciones de tablas
decisions = Decisiones
figure-lag = Retraso, percentil 95, 1 h
figure-deliveries = Entregados en la última hora
figure-behind = Por entregar
figure-waiting = En espera
figure-parked = Retenidos
needs-somebody = { $count ->
    [one] { $count } cambio necesita a alguien.
   *[other] { $count } cambios necesitan a alguien.
}
rest-flows = Todo lo demás sigue fluyendo.
side-answers = Responde
side-silent = No responde
side-unheard = Aún no consultado
side-silent-remedy = No se pierde nada: la lectura continúa sola cuando este lado responda.
answered-at = Última respuesta
since = Desde
to-deliver = Leídos, por entregar
name = Nombre
state = Estado
state-running = En ejecución
state-paused = En pausa
state-held-up = Detenido
state-not-running = No se ejecuta
lag-last-hour = Retraso, última hora
lag-last = Último retraso
spark-label = Retraso en la última hora, el más reciente { $span }
dotted-line = Línea de puntos: { $span }
linked = Vinculadas
oldest = El más antiguo
version = Versión
direction = Dirección
direction-both = ambas direcciones
direction-to-sales = de la sede central a Sales
direction-to-headquarters = de Sales a la sede central
span-milliseconds = { $span } ms
span-seconds = { $span } s
span-minutes = { $span } min
span-hours = { $span } h
span-days = { $span } d
unconnected = Nada conecta aún la sede y Sales
unconnected-remedy = Instale un paquete: trae los mapas que mantienen ambos sincronizados.

# Maps and decisions of the solution commerce
target-b2b-prospects-leads = Clientes potenciales B2B y leads
target-customers-accounts = Clientes y cuentas
target-customers-contacts = Clientes y contactos
target-decisions-lead-qualified = Lead calificado
target-decisions-opportunity-won = Oportunidad ganada
target-decisions-opportunity-lost = Oportunidad perdida
target-decisions-lead-disqualified = Lead descalificado
target-decisions-prospect-approved = Cliente potencial aprobado
target-decisions-prospect-rejected = Cliente potencial rechazado

# What waits
view-needs-somebody = Necesitan a alguien
view-by-itself = Siguen solos
view-paused = En pausa
parked-empty = Aquí aparecerían los cambios que no se pueden escribir en el otro lado, con la causa y qué hacer.
waiting-name = Fila
waiting-target = Asignación o decisión
waiting-cause = Causa
waiting-message = En palabras
waiting-side = Cambiada en
waiting-attempts = Intentos
waiting-createdon = Desde
waiting-nextattemptat = Próximo intento
waiting-code = Código
waiting-cause-Parent = Espera una fila
waiting-cause-Refused = Rechazado
waiting-cause-Behind = Detrás de otro
waiting-cause-Unanswered = Sin respuesta
waiting-cause-Paused = En pausa
attempts = Intentos
next-attempt = Próximo intento

# The ways out
cause-parent = Sigue solo cuando esa fila esté vinculada. Mire primero el cambio en espera de esa fila.
cause-refused = Corrija la fila en uno de los lados y reintente. También se reintenta solo, cada vez con menos frecuencia.
cause-behind = Un cambio anterior de la misma fila o decisión debe ir primero. Mire ese.
cause-unanswered = El otro lado falla con esta fila y responde a otras. Reintente; si persiste, hable con quien administra ese lado.
cause-paused = Reanude la asignación o la decisión y se entregará en su orden.
way-out-EmailInUse = La dirección del solicitante pertenece a otra persona. Cambie una de las dos direcciones y reintente, o apruebe en la sede central y deje que la persona existente se una al nuevo socio.
way-out-Unmapped = Cambie el valor o añada el par al documento de la asignación y reintente.
way-out-SameKey = Allí otra fila tiene la misma clave. Cambie la clave en un lado o combine las dos filas y reintente.
way-out-RowGone = La otra fila se eliminó. Restáurela allí y reintente, u omita este cambio.
way-out-NoTarget = La asignación o la decisión ya no existe. Instale la solución que la contiene u omita este cambio.
retry-delivered = Entregado.
retry-still-waits = Se reintentó; sigue en espera. { $why }
retry-under-way = Se está reintentando. Actualice esta página en un momento.
retry-nothing = No hay nada en espera que se pueda reintentar.
edit-and-retry-title = Editar «{ $name }» y reintentar
edit-consequence = Sus valores se escriben en la propia fila ({ $side }), para que ambos lados coincidan, y se entrega de nuevo. Quién corrigió qué queda anotado en Actividad.
edit-changed = Alguien cambió la fila entretanto. Revísela de nuevo: sus datos siguen abajo.
edit-no-number = «{ $column }» debe ser un número.
edit-refused = No se ha cambiado nada: esto no se aceptó. Corríjalo abajo.
edit-gone = Aquí no hay nada que corregir: la fila modificada ya no existe o se trata de una decisión.
edit-silent = No se ha cambiado nada: el lado de la fila no responde. Inténtelo más tarde.
retried = { $count ->
    [one] Se reintentó { $count } cambio.
   *[other] Se reintentaron { $count } cambios.
}
skipped = { $count ->
    [one] Se omitió { $count } cambio.
   *[other] Se omitieron { $count } cambios.
}
skip-question = { $count ->
    [one] ¿Omitir este cambio?
   *[other] ¿Omitir { $count } cambios?
}
skip-consequence = No se entrega: el otro lado conserva lo que tiene. Un cambio posterior de la misma fila lleva lo que entonces difiera; una decisión no se envía de nuevo. Quién lo omitió queda en Actividad.

# A change that waits
headline-parent = Espera una fila que aún no está vinculada.
headline-refused = { $side }: rechazado
headline-behind = Un cambio anterior debe ir primero.
headline-unanswered = { $side }: sin respuesta a esta fila, aunque responde a otras
headline-paused = Alguien pausó la asignación o la decisión.
headline-unable = No se puede entregar tal como está.
open-map = Abrir la asignación o la decisión
open-awaited = Abrir la fila que espera
would-be-written = Qué se escribiría
source = Origen
becomes = se convierte en
mapped = Otro lado
made-on-the-way = creado en el camino
changed-row = La fila cambiada
waiting-for-it = Esperan por él
path-of-change = Recorrido de este cambio
images-new = La otra fila aún no existe: se crearía.
images-agreed = El otro lado no responde ahora: estos son los últimos valores comunes.
images-gone = El otro lado ya no tiene la fila: estos son los últimos valores comunes.
mark-refused = Citada en el rechazo
mark-news = Cambiado: { $side }
mark-both = Cambiado en ambos lados; vale: { $side }
mark-missing = La fila a la que apunta aún no está vinculada
rail-changed = Cambiado: { $side }
rail-captured = Capturado y puesto en espera
rail-sequence = Lugar en el registro de cambios: { $sequence }
rail-attempts = { $count ->
    [one] Intentado { $count } vez
   *[other] Intentado { $count } veces
}

# Linked rows
links-empty = Los pares de filas aparecen aquí cuando algo se lleva al otro lado.
view-disputed = En desacuerdo
link-name = Fila
link-map = Asignación
link-headquarterskey = Número
link-disputed = Columnas en desacuerdo
link-headquartersid = Id. en la sede central
link-salesid = Id. en Sales
link-modifiedon = Último acuerdo
agreed-at = Último acuerdo
last-agreed = Últimos valores comunes a ambos lados
agreed-and-now = Últimos valores comunes y lo que hay ahora
now-is = Ahora: { $value }
row-gone = La fila ya no existe: { $side }
row-silent = Sin respuesta por el momento: { $side }
disputed = en desacuerdo
disputed-columns = Las reglas de cada lado escriben estas columnas de forma distinta, por eso ya no viajan: { $columns }
table-set = Tabla
id = Id.
number = Número

# Maps and decisions
pause-question = ¿Pausar «{ $name }»?
pause-consequence = Sus cambios se leen y se guardan en orden, sin límite de tiempo, y se entregan al reanudar. Las filas que dependen de ellas también esperan.
pause-reason = Motivo, para los demás
paused-by = En pausa por { $name }
paused-from-command-line = En pausa desde la línea de comandos
paused-meaning = Los cambios se guardan en orden hasta que se reanude.
paused-now = En pausa. Los cambios se guardan en orden.
resumed-now = Reanudado. Lo guardado se está entregando.
description = Descripción
rows-made = Se crean filas
conflict = Cuando ambos cambian
conflict-winner = prevalece: { $side }
depends-on = Necesita
id-column = Columna del id.
key-column = Columna del número
takes-part = Participa cuando
while = Los cambios fluyen mientras
found-by = Las filas existentes se encuentran por
columns = Columnas
transform = En el camino
transform-default = siempre
transform-template = texto
transform-reference = fila
transform-values = valores
transform-lookup = por los vínculos de
transform-once = solo al crear la fila
transform-when = si
has-value = { $column } tiene valor
has-no-value = { $column } no tiene valor
made-together = Se crea junto con la fila
taken-in = Se toma en
told-by = Indicada por el cambio de
when = Cuándo
and-then = Y
subject = Acerca de
command = Comando al otro lado
steps = Pasos en el otro lado
when-accepted = Una vez aceptada
when-refused = Si se rechaza definitivamente
what = Qué
values = Valores

# Activity
activities-empty = Aquí aparecería quién reintenta, omite o pausa algo.
activity-target = Asignación o decisión
activity-deed = Qué
activity-name = Fila
activity-deliveries = Cambios
activity-message = Motivo o causa
activity-createdby = Quién
activity-createdon = Cuándo
activity-deed-Retried = Reintentado
activity-deed-Skipped = Omitido
activity-deed-Paused = En pausa
activity-deed-Resumed = Reanudado
activity-deed-Corrected = Corregido

# Why the other side refused, by the code that it gives
refused-EmailInUse = El correo ya es la dirección de acceso de otra persona
refused-OrganizationInUse = La organización ya es socio comercial
refused-ProspectAlreadyDecided = El cliente potencial ya está decidido
refused-RequestUnanswered = Alguien en la tienda aún espera una respuesta
refused-NumberSequenceMissing = Falta una secuencia numérica
refused-NumberSequenceExhausted = Una secuencia numérica no tiene más números
refused-Unmapped = El mapa no tiene correspondencia para un valor
refused-SameKey = Otra fila tiene la misma clave
refused-RowGone = La otra fila se eliminó
refused-NoTarget = El mapa o la decisión ya no existe
refused-0x80040203 = Falta un valor o no está permitido
refused-0x80048d19 = Un valor no se puede leer
refused-0x80041103 = Una columna es desconocida o no se puede consultar
refused-0x80040217 = Una fila indicada no existe
refused-0x80060891 = Ninguna fila tiene esta clave
refused-0x80040237 = Ya existe una fila con este id. o esta clave
refused-0x80060892 = Ya existe una fila con esta clave
refused-0x80060882 = Alguien cambió la fila entretanto
refused-0x80040220 = A la escritura doble le falta un derecho
refused-0x80044331 = Un texto es demasiado largo
refused-0x8004432f = Un número está fuera del intervalo
refused-0x8004431a = Una opción es desconocida
refused-0x80040227 = Otras filas aún se refieren a ella
refused-0x80040333 = Puede que ya exista
refused-0x80048408 = El motivo no pertenece al estado

# Solutions
solutions = Soluciones
setup = Configuración
solutions-search = Buscar paquetes
solutions-none = Ningún paquete se llama así. Pruebe con otra palabra.
solutions-unfit = Una carpeta que no es un paquete
publisher = Editor
installed-version = Versión instalada
works-in = Empresa
consented = Aceptado por
what-it-adds = Lo que añade a Sales
what-it-carries = Lo que transporta
solution-install = Instalar
solution-continue = Continuar la instalación
solution-update = Actualizar a { $version }
solution-uninstall = Desinstalar
solution-verify = Verificar
solution-health = Comprobación de estado
uninstall-question = ¿Desinstalar { $title }?
uninstall-consequence = Ya no se transporta nada entre la sede y Sales. Se quitan de Sales las vistas, y las columnas y claves sin valor en ninguna fila. Las filas se quedan en ambos lados, y también lo que la escritura dual sabe de las parejas: instalada de nuevo, sigue desde ahí. Hasta entonces ambos lados guardan los cambios para ella.
uninstalling-now = Ya no trabaja; se está quitando lo que añadió.
state-Preparing = En preparación
state-Installing = Instalándose
state-Installed = Instalado
state-RollingBack = Deshaciéndose
state-Uninstalling = Quitándose
state-Removed = No instalado

# Wizard
wizard-title = Instalar { $title }
wizard-environments = Entornos
wizard-company = Empresa
wizard-health = Comprobación
wizard-consent = Cambios y consentimiento
wizard-progress = Instalación
environments-question = Estos dos entornos se mantendrán sincronizados. ¿Son los correctos?
environment-address = Dirección
environment-here = en este programa
environment-id = Entorno
environment-user = Conectado como
environment-fingerprint = Huella digital del certificado (SHA-256)
environments-confirm = Son los correctos
company-question = ¿En qué empresa de la sede surgen los socios comerciales?
company-confirm = Usar esta empresa
health-good = Todo está bien.
health-bad = Algo lo impide. Corríjalo y compruebe de nuevo.
check-again = Comprobar de nuevo
repair = Reparar
repaired = Reparado.
wizard-next = Siguiente
consent-question = Esto se cambiará, y nada más:
consent-headquarters = Sede: no se añade nada. Su registro de cambios se conserva hasta que la escritura dual lo lea.
consent-rows = Desde entonces se crean y cambian filas en ambos lados según los mapas.
consent-privacy = Nombres, direcciones, correos y teléfonos de socios comerciales se copian al otro lado. Quien opera ambos lados responde de ello.
consent-agree = Acepto estos cambios
consent-needed = Marque primero que acepta.
item-Column = Columna
item-Key = Clave alternativa
item-View = Vista
item-kind = Qué
item-table = Tabla
item-state = Estado
presence-missing = se creará
presence-present = ya existe y se usa
presence-different = existe y no sirve
step-Pending = pendiente
step-Made = creado
step-Adopted = ya existía
step-Removed = quitado
step-Kept = conservado: contiene datos o ya existía
progress-working = Esta página se actualiza sola. Puede cerrarla: el trabajo sigue.
progress-waiting = No puede seguir ahora y lo intenta de nuevo sola.
progress-stuck = Se detuvo.
progress-installed = El paquete está instalado: la sede y Sales se mantienen sincronizados.
progress-removed = Nada de él está activo.
try-again = Intentar de nuevo
roll-back = Deshacer
give-up = Abandonar
given-up = No se cambió nada.
rolling-back-now = Se está quitando lo que se creó.

# Findings
about-answers = { $side } responde y conoce la escritura dual
remedy-answers = Mire si funciona en esa dirección y si el nombre y el secreto de la aplicación son correctos; luego compruebe de nuevo.
about-environment = { $side } es el entorno confirmado
remedy-environment = Allí responde otro entorno, quizá una copia o uno restaurado. Si es correcto, mire los entornos y confírmelos de nuevo.
about-company = La sede tiene la empresa { $name }
about-store = Las solicitudes de la tienda llegan a la empresa del paquete: { $name }
remedy-company = Elija otra empresa.
remedy-store = Elija la empresa { $name }. En cualquier otra, ninguna solicitud de la tienda se convierte en lead.
about-reads = La escritura dual puede leer { $name } en { $side }
remedy-reads = Dé a su usuario de aplicación el rol «Dual-write» allí.
about-customizes = La instalación puede añadir columnas a Sales
remedy-customizes = Dé a su usuario de aplicación el rol «Dual-write setup» en Sales (System Customizer en Dynamics 365); después de la instalación se puede retirar.
about-columns = Sales tiene las columnas de { $name } que nombran los mapas
remedy-columns = Faltan estas. Añádalas en Sales o use un paquete con mapas adecuados.
about-fits = { $name } en Sales se puede usar
remedy-fits = Otra cosa tiene ese nombre allí. Cámbiele el nombre o quítela, luego compruebe de nuevo.
about-alone = Ningún otro paquete está activo
remedy-alone = Desinstale primero este.

# Verification
verify-title = Verificar { $title }
verify-start = Enviar una solicitud de prueba
verify-explain = Una solicitud de prueba marcada pasa por el formulario de la tienda. Se encuentra entre los clientes potenciales y como lead, se rechaza y se quita de ambos lados. No se envía correo.
verify-never = Aún no se ha verificado.
verify-Running = En curso
verify-Passed = Todos los tramos funcionan
verify-Failed = Un tramo está roto
verify-broke-off = Se interrumpió con su proceso. La próxima quita lo que dejó.
verify-earlier = Verificaciones anteriores
verify-busy = Ya hay una en curso.
leg-Submitted = La tienda acepta la solicitud
leg-Prospect = Está entre los clientes potenciales
leg-Lead = Es un lead en Sales
leg-Decision = Rechazada en la sede, el lead se cierra
leg-Told = La tienda informa a quien la envió
leg-Cleaned = No queda nada de ella

# Refusals of the wizard
refuse-busy = El paquete ya está instalado, o instalándose o quitándose.
refuse-not-installed = El paquete no está instalado.
refuse-not-prepared = Responda primero a las preguntas anteriores.
refuse-other-environment = Ahora responde otro entorno, no el que se le mostró. Mire de nuevo.
refuse-no-repair = Ya no hay nada que reparar. Mire la comprobación de nuevo.
command-line = la línea de comandos
refuse-no-verification = Este paquete no crea leads de clientes potenciales: una verificación sigue uno así.
