# Navigation
customers = Clientes
all-prospects = Todos los clientes potenciales
all-customers = Todos los clientes
customer-hierarchies = Jerarquías de clientes
commerce-it = TI de Retail y Commerce
where-is-my-request = Dónde está mi solicitud
distribution-schedule = Programación de distribución
batch-jobs = Trabajos por lotes
email-history = Historial de correo
setup = Configuración
email-templates = Plantillas de correo
number-sequences = Secuencias numéricas
legal-entities = Entidades jurídicas

# Lists
view-undecided = Pendientes de decisión
view-approved = Aprobados
view-rejected = Rechazados
view-partners = Socios comerciales
view-organizations = Organizaciones
view-persons = Personas
view-mail-failed = Con errores
view-mail-queued = Pendientes de envío
view-mail-captured = Capturadas
prospects-empty = Aquí aparecen las empresas que solicitan en la tienda ser socios comerciales.
customers-empty = Aquí aparecen las organizaciones y personas con las que comercia la empresa.
customer-hierarchies-empty = Un socio comercial aprobado recibe una jerarquía con sus personas.
email-history-empty = Aquí aparecen los mensajes a solicitantes y socios.
email-templates-empty = Aquí aparecen las plantillas de mensajes.
number-sequences-empty = Aquí aparecen las secuencias numéricas de las empresas.
legal-entities-empty = Aquí aparecen las empresas.
waiting-in-store = { $count ->
    [one] { $count } solicitud espera en la tienda el trabajo P-0001.
   *[other] { $count } solicitudes esperan en la tienda el trabajo P-0001.
}
waiting-in-headquarters = { $count ->
    [one] { $count } solicitud se ha recibido y espera convertirse en cliente potencial.
   *[other] { $count } solicitudes se han recibido y esperan convertirse en clientes potenciales.
}

# Prospect
convert-approve = Aprobar
convert-reject = Rechazar
approve = Aprobar
reject = Rechazar
start-review = Iniciar revisión
review-started = El cliente potencial está en revisión.
edit = Editar
edit-title = Editar { $name }
company = Empresa
type-b2b-prospect = Cliente potencial B2B
requestor = Solicitante
comments = Comentarios
decision = Decisión
history = Historial
checks = Comprobaciones antes de decidir
where-it-is = Dónde está
follow = Seguir la solicitud
note-in-review = Alguien está trabajando en esto. Aún puede decidir aquí; vale la primera decisión y se avisa a la otra parte.
note-approved = Aprobado por { $by } en { $place }, { $at }.
note-rejected = Rechazado por { $by } en { $place }, { $at }.
check-email-free = Ninguna otra persona inicia sesión con esta dirección de correo.
check-email-in-use = Esta dirección de correo ya es de otra persona:
check-organization-new = Ningún cliente tiene el mismo nombre o número fiscal.
check-organization-known = Un cliente tiene el mismo nombre o número fiscal:
check-prospect-single = Ningún otro cliente potencial es similar.
check-prospect-alike = Otro cliente potencial tiene el mismo nombre, número fiscal o dirección:
check-possible-duplicate = La tienda vio una solicitud anterior de la misma empresa:
decided-meanwhile = Este cliente potencial ya está decidido. No se ha cambiado nada.
approve-title = ¿Aprobar { $name }?
approve-consequences = Tandem crea el cliente de la organización, { $name } como cliente persona y una jerarquía de clientes que { $name } administra.
approve-mail = El correo se envía en cuanto funciona el inicio de sesión, normalmente en un minuto.
approve-organization = La organización es
approve-new-organization = Un cliente nuevo
approve-email-in-use = El correo del solicitante ya es el acceso de
approve-join = Esta persona se une al nuevo socio para administrarlo
approve-join-organization = Si esta organización ya es socia, el solicitante pasa a administrarla también
approve-usual = Lo habitual
organization-in-use = El cliente { $account } ya es socio o pertenece a otro cliente potencial. Deje que el solicitante lo administre también o elija otro cliente.
approved-now = Aprobado. Se han creado los clientes y la jerarquía.
approved-already = Ya estaba aprobado. Nada ha ocurrido dos veces.
reject-title = ¿Rechazar { $name }?
reject-several-title = { $count ->
    [one] ¿Rechazar { $count } cliente potencial?
   *[other] ¿Rechazar { $count } clientes potenciales?
}
reject-consequences = Se avisa al solicitante por correo, sin el motivo. La decisión también llega a Sales.
reason = Motivo
comment = Comentario
comment-hint = Para el registro; no se envía al solicitante.
choose-reason = Elija un motivo de la lista.
rejected-now = Rechazado. El correo está en camino.
rejected-already = Ya estaba rechazado. Nada ha ocurrido dos veces.
rejected-several = { $count ->
    [one] Se ha rechazado { $count } cliente potencial.
   *[other] Se han rechazado { $count } clientes potenciales.
}
not-rejected = { $count ->
    [one] { $count } no:
   *[other] { $count } no:
}
nothing-to-reject = Ninguno se puede rechazar: ya están decididos.
prospects-not-found = Estos clientes potenciales ya no existen o usted no puede verlos. Seleccione otros en la lista.
refused-approved-before = El cliente potencial { $prospect } ya fue aprobado por { $by } en { $place }, { $at }. Esa decisión se mantiene.
refused-rejected-before = El cliente potencial { $prospect } ya fue rechazado por { $by } en { $place }, { $at }. Esa decisión se mantiene.
unfit-customer = El cliente { $account } no se puede usar aquí. Elija otro.
email-in-use = { $email } ya es el acceso de { $account } y solo puede ser de una persona. Deje que { $account } se una al nuevo socio o corrija una de las dos direcciones.
refused-ProspectAlreadyDecided = Este cliente potencial está decidido y ya no se puede cambiar. Cambie sus clientes.

# Where it is
trail-received = Solicitud recibida por { $store }
trail-terms = Aceptó la versión { $version } de los términos
trail-waits-for-job = Espera el trabajo { $job }
trail-pulled = Recibida de la tienda
trail-failed = El último intento falló: { $why }
trail-prospect = Cliente potencial { $number }
trail-lead-in-step = El lead existe y ambos coinciden.
trail-lead-waiting = En camino a Sales
trail-lead-failed = Sales lo rechazó. Alguien tiene que revisarlo.
trail-decision = Decisión
trail-undecided = Nadie ha empezado aún
trail-in-review = En revisión
trail-decided-by = { $by }, { $place }
trail-store-knows = El solicitante ve la decisión
trail-store-waits = La tienda lo sabrá en la próxima ejecución
open-lead = Abrir el lead
open-dual-write = Abrir en doble escritura
open-prospect = Abrir el cliente potencial
open-mail = Abrir el mensaje
requests-about = Siga una solicitud por la tienda, la sede central, la doble escritura y Sales.
requests-search = Referencia, empresa o correo
requests-empty = Las solicitudes aparecen aquí en cuanto la tienda las recibe.
requests-cut = Solo se muestran las más recientes. Busque las demás.
request = Solicitud
reference = Referencia
received-at = Recibida
place-store = En la tienda
place-headquarters = En la sede central, en espera
place-failed = Error en la sede central
place-gone = Cliente potencial no visible

# Customers and hierarchies
general = General
address = Dirección
credit-and-invoice = Crédito y factura
memo = Notas
b2b = B2B
credit-used = Crédito utilizado
credit-used-of = { $used } de { $limit }
structure = Estructura
members = Miembros
members-empty = Nadie actúa aún por esta organización.
members-count = { $count ->
    [one] { $count } miembro
   *[other] { $count } miembros
}
members-waiting = { $count ->
    [one] { $count } espera el trabajo 1010
   *[other] { $count } esperan el trabajo 1010
}
waits-for-1010 = Espera el trabajo 1010
no-spending-limit = sin límite
spending-limit = Límite de gasto
member-name = Nombre
member-role = Rol
member-status = Estado
member-customer = Cliente
member-invoice-account = Cuenta de factura

# History
history-system = El sistema
history-created = Creado
history-changed = Modificado
history-deleted = Eliminado
history-erased = Datos personales borrados
history-more = { $count ->
    [one] y { $count } columna más
   *[other] y { $count } columnas más
}

# Jobs
job-p-0001 = P-0001 (Transacciones del canal)
job-p-0001-about = Trae solicitudes, cambios de usuarios y peticiones de contraseña de la tienda a la sede central.
job-1010 = 1010 (Clientes)
job-1010-about = Indica a la tienda qué clientes puede conocer y permite que nuevas personas inicien sesión.
job-1110 = 1110 (Configuración global)
job-1110-about = Indica a la tienda qué características están activadas.
job-synchronize-customers = Sincronizar clientes y solicitudes del canal
job-synchronize-orders = Sincronizar pedidos y solicitudes del canal
job-synchronize-async = Sincronizar clientes y socios comerciales desde el modo asincrónico
job-synchronize-about = Convierte las solicitudes recibidas en clientes potenciales e informa a la tienda de su estado.
job-mail = Procesar notificaciones por correo
job-mail-about = Envía los mensajes pendientes y reintenta los que no se pudieron entregar.
job-change-log = Limpiar el registro de cambios
job-change-log-about = Elimina lo que todos los lectores del registro de cambios han leído y tiene más de una semana.
run-now = Ejecutar ahora
define-recurrence = Definir periodicidad
withhold = Retener
resume-job = Reanudar
job-ran = { $job }: { $done } hechas, { $failed } con error, { $skipped } omitidas.
job-busy = { $job } ya se está ejecutando. Espere a que termine.
job-failed = { $job } se interrumpió. Su historial dice por qué.
job-withheld = { $job } ahora solo se ejecuta cuando se le indica.
job-resumed = { $job } vuelve a ejecutarse solo.
next-run-withheld = Solo cuando se indique
batch-job-history = Historial de trabajos por lotes
runs-all = Todas
runs-errors = Errores
runs-empty = Una ejecución que no encuentra nada no deja registro, salvo que alguien la haya pedido.
run-started = Inicio
run-status = Estado
run-trigger = Iniciado por
run-duration = Duración
run-done = Hechas
run-failed = Errores
run-skipped = Omitidas
run-rows = Filas de la ejecución
run-row = Fila
run-outcome = Resultado
run-message = Mensaje
run-no-rows = Esta ejecución no tenía nada que hacer.
run-left-out = { $count ->
    [one] { $count } fila más solo se contó
   *[other] { $count } filas más solo se contaron
}
seconds-short = { $seconds } s
ended-with-failures = Terminó, filas con error
recurrence-title = Periodicidad de { $job }
recurrence-about = Además de su periodicidad, el trabajo se ejecuta en un segundo cuando hay algo que hacer, salvo que el servidor indique otra cosa.
runs-when = Se ejecuta
every-minutes = { $count ->
    [one] Cada minuto
   *[other] Cada { $count } minutos
}
every-hours = { $count ->
    [one] Cada hora
   *[other] Cada { $count } horas
}
daily-at = A diario a las { $time } UTC
recurrence-own = Según la expresión siguiente
recurrence-expression = Expresión cron
recurrence-hint = Minuto, hora, día, mes y día de la semana, en UTC: 30 4 * * 1 son los lunes a las 04:30.
recurrence-set = La periodicidad está definida.
recurrence-stale = Alguien cambió la periodicidad entretanto. Guardada ahora: { $theirs }. La suya: { $yours }. Si guarda de nuevo, sustituye la otra.
refused-InvalidRecurrence = Esta periodicidad no se puede leer o nunca se cumple. Escriba minuto, hora, día, mes y día de la semana, como */5 * * * *.

# Mail
mail-request-received = Solicitud de incorporación recibida
mail-prospect-approved = Cliente potencial B2B aprobado
mail-prospect-rejected = Cliente potencial B2B rechazado
mail-user-added = Usuario B2B agregado
mail-password-reset = Restablecimiento de contraseña
message = Mensaje
mail-html = Como página
mail-text = Como texto sin formato
mail-failure = No se pudo entregar:
mail-links-hidden = Los enlaces personales se muestran sin su parte secreta y aquí no abren nada.
mail-captured = Nadie recibió este mensaje: no hay servidor de correo configurado. Establezca mail.transport (TANDEM_MAIL_TRANSPORT) en smtp y mail.host, y reenvíelo.
mail-captured-demo = Esto es una demostración: ningún correo sale de ella, así que los enlaces funcionan aquí.
resend = Enviar de nuevo
resend-title = ¿Enviar este mensaje de nuevo?
resend-consequences = Se envían de nuevo las mismas palabras: «{ $subject }». El primer mensaje permanece en el historial.
resend-hint = Corrija la dirección si era errónea. Quien reciba el mensaje puede seguir sus enlaces.
recipient = Destinatario
resent = El mensaje va de nuevo a { $recipient }.
resend-queued = Este mensaje ya está pendiente de envío. Espere a que se envíe o falle.
no-email-address = Esto no es una dirección de correo. Corríjala.
template = Plantilla
new-template = Nueva plantilla
template-names = Nombres que puede usar
template-names-about = Cada uno se sustituye por su valor al crear el mensaje. Cualquier otro %nombre% se rechaza.
preview = Vista previa
preview-about = Con valores que alguien podría tener.
restore-template = Volver al texto original
restore-title = ¿Restaurar el texto original de «{ $name }»?
restore-consequences = Se sustituyen el asunto, el texto y la página. Los mensajes ya creados no cambian.
restored = El texto original ha vuelto.
unknown-placeholder = { $name } no es un nombre conocido en este mensaje. Los conocidos figuran abajo.
unfit-placeholder = Un nombre entre signos de porcentaje no se conoce en este mensaje. Use solo los nombres de la lista.
unfit-one-line = El asunto debe tener una sola línea sin caracteres de control. Quite saltos de línea, tabulaciones y similares.
unfit-notification-type = Este tipo de notificación no existe. Elija uno de la lista.
refused-NoBuiltInTemplate = No hay texto original en este idioma. Escriba el suyo.

# Number sequences
next-number = Número siguiente
number-sequence-care = Cada # es un dígito. Los números ya dados no deben repetirse: aumente el número siguiente o empiece un formato nuevo.
legal-entity-about = El correo sale de esta dirección. Lo que no escribe la propia tienda, como los enlaces para contraseñas nuevas, se firma con este nombre. El crédito de un socio es en esta divisa, salvo que se acuerde otra.
refused-FormatWithoutDigits = El formato necesita un # por cada dígito del número, como C-######.
refused-FormatTooShort = El número siguiente tiene más dígitos que # el formato. Alargue el formato.
refused-NumberGivenBefore = Los números menores ya se dieron y se repetirían. Conserve el número siguiente o empiece un formato nuevo.
refused-NumberSequenceMissing = Falta una secuencia numérica de la empresa. Preparación, en la sede central, la crea.
refused-NumberSequenceExhausted = Una secuencia numérica de la empresa no tiene más números. Preparación, en la sede central, alarga su formato.
unfit-email = A esta dirección no se puede enviar correo. Escriba una como nombre@empresa.example.
unfit-currency = No es una divisa. Escriba su código de tres mayúsculas, como EUR.
unfit-language = No es un idioma. Escriba su código, como pl-PL.
unfit-country = No es un país. Elija uno de la lista o escriba su código de dos mayúsculas, como PL.
unfit-control-character = El texto contiene caracteres de control que no se ven. Quítelos; los saltos de línea y las tabulaciones solo caben en comentarios y notas.
unfit-not-in-company = Esta empresa no tiene nada con ese nombre. Elija uno existente.
unfit-of-column = { $column }: { $why }

# Columns
column-dataareaid = Empresa
column-createdat = Creado
column-modifiedat = Modificado
column-status = Estado
column-language = Idioma
column-organizationname = Organización
column-personfirstname = Nombre
column-personmiddlename = Segundo nombre
column-personlastname = Apellidos
column-primarycontactemail = Correo electrónico
column-primarycontactphone = Teléfono
column-jobtitle = Cargo
column-professionaltitle = Cargo
column-website = Sitio web
column-primarycontacturl = Sitio web
column-taxid = Número fiscal
column-taxexemptnumber = Número fiscal
column-numberofemployees = Empleados
column-organizationnumberofemployees = Empleados
column-addressstreet = Calle
column-addresscity = Ciudad
column-addressstate = Provincia o estado
column-addresspostalcode = Código postal
column-addresscountry = País
column-comments = Comentarios
column-possibleduplicateof = Posible duplicado de
column-requestreference = Referencia
column-prospectid = Id. de cliente potencial
column-typeid = Id. de tipo
column-storename = Tienda en línea
column-storeurl = Dirección de la tienda
column-rejectionreason = Motivo
column-rejectioncomment = Comentario
column-decidedby = Decidido por
column-decidedin = Decidido en
column-decidedat = Fecha de decisión
column-decisionid = Decisión
column-organizationcustomeraccount = Cliente organización
column-requestorcustomeraccount = Cliente solicitante
column-customerhierarchyid = Id. de jerarquía de clientes
column-customeraccount = Cuenta de cliente
column-partytype = Tipo
column-partynumber = Número de parte
column-partnerstatus = Socio
column-b2bprospectid = Id. de cliente potencial
column-b2bprospectrole = Rol en el cliente potencial
column-isb2badministrator = Administrador B2B
column-creditlimit = Límite de crédito
column-creditlimitismandatory = Límite de crédito obligatorio
column-creditrating = Clasificación de crédito
column-balance = Saldo
column-onholdstatus = En espera
column-invoiceaccount = Cuenta de factura
column-invoiceaddress = Dirección de factura
column-paymentterms = Condiciones de pago
column-customergroupid = Grupo de clientes
column-salescurrencycode = Divisa
column-salesmemo = Notas
column-languageid = Idioma
column-contactpersonid = Id. de persona de contacto
column-name = Nombre
column-senderemail = Correo del remitente
column-isdefault = Se usa cuando no se indica ninguna
column-currencycode = Divisa
column-legalentityid = Empresa
column-purpose = Propósito
column-subject = Asunto
column-recipient = Destinatario
column-sender = Remitente
column-notificationtype = Tipo de notificación
column-sentat = Enviado
column-attempts = Intentos fallidos
column-failuredetails = Error
column-textbody = Texto sin formato
column-htmlbody = HTML
column-numbersequencecode = Secuencia numérica
column-format = Formato
column-next = Número siguiente
column-recurrence = Periodicidad
column-nextrunat = Próxima ejecución
column-lastrunat = Última ejecución

# Options
option-Open = Abierto
option-InReview = En revisión
option-Approved = Aprobado
option-Rejected = Rechazado
option-Lost = Perdido
option-CannotContact = No se puede contactar
option-NoLongerInterested = Ya no está interesado
option-Canceled = Cancelado
option-OutSold = Perdido ante la competencia
option-NotEligible = No cumple los requisitos
option-Duplicate = Duplicado
option-CreditRisk = Riesgo de crédito
option-IncompleteInformation = Información incompleta
option-Other = Otro
option-Headquarters = Sede central
option-Sales = Sales
option-Organization = Organización
option-Person = Persona
option-Requestor = Solicitante
option-None = Ninguno
option-Prospective = Potencial
option-Active = Activo
option-Declined = Denegado
option-Pending = Pendiente
option-Disabled = Deshabilitado
option-Admin = Administrador
option-User = Usuario
option-No = No
option-Invoice = Factura
option-All = Todo
option-Payment = Pago
option-Requisition = Solicitud de compra
option-Never = Nunca
option-InvoiceAccount = Cuenta de factura
option-OrderAccount = Cuenta del pedido
option-Queued = En espera
option-Sent = Enviado
option-Failed = Con error
option-Captured = Capturado
option-Waiting = En espera
option-Executing = En ejecución
option-Withhold = Retenido
option-Recurrence = Periodicidad
option-RunNow = A mano
option-Work = Había trabajo
option-Ended = Terminado
option-Error = Error
option-Succeeded = Hecha
option-Skipped = Omitida

# Readiness
readiness = Preparación
ready-all = Todo está listo.
ready-good = Listo
ready-warn = Revisar
ready-bad = No está listo
ready-more = Más
ready-fixed = Hecho: { $fix }.
check-feature = Habilitar el uso de las capacidades de comercio electrónico B2B
check-feature-about = Mientras esta característica está activada, la tienda admite solicitudes de empresas.
check-number-sequences = Secuencias numéricas
check-number-sequences-about = De ellas obtienen sus números los clientes potenciales, los clientes y las jerarquías.
check-customers = Los clientes llegan a la tienda
check-customers-about = El trabajo 1010 publica a los socios. Quien la tienda no conoce no puede iniciar sesión.
check-channel = Canal
check-channel-about = La tienda, su empresa y la base de datos en la que escriben ambos lados.
check-mail = Correo
check-mail-about = Por correo los socios saben que se los aprobó y cómo iniciar sesión.
check-jobs = Programaciones de trabajos
check-jobs-about = Los trabajos llevan adelante solicitudes, clientes potenciales, clientes y correo.
check-connection = Doble escritura
check-connection-about = Lleva clientes potenciales y decisiones adonde trabajan los vendedores, y de vuelta.
ready-feature-on = Está activada: la tienda admite solicitudes.
ready-feature-off = Está desactivada: la tienda no admite solicitudes. Las que están en curso continúan.
ready-feature-untold = La tienda aún no lo sabe. El trabajo 1110 se lo indica.
ready-sequences = Cada empresa las tiene todas, y ninguna está agotada.
ready-sequences-missing = Faltan: { $names }. No se puede crear nada de ese tipo.
ready-sequences-used-up = Agotadas: { $names }. Un formato más largo da más números.
ready-sequences-short = Quedan menos de mil números: { $names }. Un formato más largo da más.
ready-customers = La tienda conoce a todos los socios.
ready-channel = La tienda en { $origin } tiene empresa, moneda, grupo de clientes y base de datos.
ready-channel-silent = La base de datos del canal no responde: { $error }. Revise su servidor y su dirección en la configuración.
ready-company-missing = No hay empresa { $company }, para la que vende la tienda. Reinicie la sede central: la crea.
ready-group-missing = El grupo de clientes { $group }, en el que entran los socios, falta en: { $names }.
ready-origin-plain = La tienda está en { $origin }, sin cifrado. Establezca origin (TANDEM_ORIGIN) en una dirección https.
ready-mail-leaves = El correo sale por un servidor de correo.
ready-mail-demo = El correo se retiene: es la demostración.
ready-mail-captured = No sale ningún correo. Establezca mail.transport (TANDEM_MAIL_TRANSPORT) en smtp y mail.host en el servidor de correo.
ready-mail-sender = El correo sale de { $address }, una dirección que no es de nadie. Dé a la empresa la suya.
ready-templates = Cada tipo de notificación tiene una plantilla en los seis idiomas.
ready-templates-missing = Faltan plantillas, y en su lugar se envía otro idioma: { $names }.
ready-jobs = Todos los trabajos se ejecutan cuando deben.
ready-jobs-missing = Faltan: { $names }. Reinicie la sede central: los crea.
ready-jobs-withheld = Retenidos, se ejecutan solo cuando se ordena: { $names }.
ready-jobs-late = Debían ejecutarse y no lo hicieron: { $names }. ¿Está la sede central entre las apps servidas, y jobs_mode no es manual?
ready-jobs-broke-off = La última ejecución se interrumpió: { $names }. El historial dice por qué.
ready-jobs-failed = La última ejecución dejó filas con error: { $names }. El historial dice por qué.
ready-connection = El paquete { $package } está en funcionamiento.
ready-connection-none = No hay ningún paquete instalado: la sede central trabaja sola.
ready-connection-silent = No se puede decir cómo está: { $error }.
fix-turn-on = Activar
fix-tell-store = Ejecutar el trabajo 1110 ahora
fix-make-sequences = Crear las secuencias que faltan
fix-lengthen-sequences = Alargar los formatos
fix-make-groups = Crear los grupos que faltan
fix-release-jobs = Reanudar los trabajos
fix-run-jobs = Ejecutar ahora
fix-publish = Ejecutar el trabajo 1010 ahora
fix-restore-templates = Restaurar las plantillas que faltan
turn-off = Desactivar
turn-off-title = ¿Desactivar la característica?
turn-off-consequences = La tienda deja de admitir solicitudes: su formulario y su API lo dicen. Las solicitudes en curso, los clientes y el correo continúan.
turned-off = La característica está desactivada. La tienda lo sabe por el trabajo 1110.
ready-some-bad = Por corregir antes de que puedan llegar socios: { $count }.
ready-some-warn = Funciona; conviene revisar: { $count }.
ready-customers-missing = Socios que la tienda no conoce: { $count }, entre ellos { $names }.
refused-UnknownFeature = Esta característica no existe. Reinicie la sede central: la crea.
ready-mail-stuck = Mensajes que esperan desde hace más de un cuarto de hora: { $count }.
ready-mail-failed = Mensajes que no se pudieron enviar en los últimos siete días: { $count }. Su página dice por qué y los vuelve a enviar.
ready-connection-waiting = Cambios que necesitan a alguien: { $count }.

# What became of a row of a batch job
row-removed = Entradas eliminadas: { $detail }
row-sent = Enviado
row-captured = Capturado: no hay servidor de correo configurado
row-published = La tienda lo conoce
row-withdrawn = Retirado de la tienda
row-welcomed = Puede iniciar sesión y se le avisó por correo
row-feature-on = Activada en la tienda
row-feature-off = Desactivada en la tienda
row-changed = Cambiado como desea el administrador de la organización
row-was-so = Ya estaba así
row-pulled = Recibida de la tienda
row-was-here = Ya estaba aquí
row-became-prospect = Se convirtió en el cliente potencial { $detail }
row-link-goes-out = Se envía un enlace para establecer la contraseña
row-told-or-gone = Ya se le avisó o ya no es cliente
row-store-shows-received = La tienda muestra que se recibió
row-store-shows-in_review = La tienda muestra que está en revisión
row-store-shows-approved = La tienda muestra que se aprobó
row-store-shows-declined = La tienda muestra que se rechazó
row-store-knew = La tienda ya lo sabía
row-store-lost = La tienda ya no tiene esa solicitud
row-added = Agregado a la organización
row-is-member = Ya es miembro
row-acknowledged = Se avisa al remitente de que se recibió
row-was-acknowledged = Ya se había avisado al remitente

# Members of a customer hierarchy
member = Miembro
disable-member = Desactivar
enable-member = Activar
member-enabled = La persona podrá actuar de nuevo por la organización cuando el trabajo 1010 avise a la tienda.
member-disabled = La persona ya no puede actuar por la organización. El trabajo 1010 avisa a la tienda.
refused-LastAdministrator = Nadie más administra los usuarios de la organización. Haga primero administrador a otro miembro.
refused-EmailInUse = Otra persona de la empresa inicia sesión en la tienda con esta dirección de correo. Cambie una de las dos direcciones.
refused-NoSignInAddress = Esta persona no tiene dirección de correo con la que iniciar sesión. Indique antes una en el cliente.
unfit-signs-in = Esta persona inicia sesión en la tienda con esta dirección. Indique otra o quite antes a la persona de los usuarios de la organización.
unfit-email-in-use = Otra persona de esta empresa inicia sesión en la tienda con esta dirección. Indique otra o cambie antes la de esa persona.
column-role = Rol
column-spendinglimit = Límite de gasto
