# Places
leads = Leads
opportunities = Oportunidades
pipeline = Canalización
customers = Clientes
accounts = Cuentas
contacts = Contactos
noun-lead = Lead
noun-opportunity = Oportunidad
noun-account = Cuenta
noun-contact = Contacto
no-name = (sin nombre)

# Views that Sales begins with
view-my-open-leads = Mis leads abiertos
view-open-leads = Leads abiertos
view-all-leads = Todos los leads
view-closed-leads = Leads cerrados
view-all-commerce-b2b-leads = Todos los leads de comercio B2B
view-my-open-opportunities = Mis oportunidades abiertas
view-open-opportunities = Oportunidades abiertas
view-all-opportunities = Todas las oportunidades
view-closed-opportunities = Oportunidades cerradas
view-won-opportunities = Oportunidades ganadas
view-lost-opportunities = Oportunidades perdidas
view-my-active-accounts = Mis cuentas activas
view-active-accounts = Cuentas activas
view-all-accounts = Todas las cuentas
view-inactive-accounts = Cuentas inactivas
view-my-active-contacts = Mis contactos activos
view-active-contacts = Contactos activos
view-all-contacts = Todos los contactos
view-inactive-contacts = Contactos inactivos
leads-empty = Aquí están los leads de esta vista. Los que trae la doble escritura están en «Todos los leads de comercio B2B» hasta que alguien los asuma.
opportunities-empty = Califique un lead o cree una oportunidad para verla aquí.
accounts-empty = Aquí están las empresas con las que trabaja: creadas a mano o al calificar un lead.
contacts-empty = Aquí están las personas con las que trabaja: creadas a mano o al calificar un lead.

# Commands
new = Nuevo
add = Agregar
edit = Editar
delete = Eliminar
complete = Completar
qualify = Calificar
disqualify = Descalificar
reactivate = Reactivar
mark-contacted = Marcar como contactado
close-as-won = Cerrar como ganada
close-as-lost = Cerrar como perdida
reopen = Volver a abrir
activate = Activar
deactivate = Desactivar
assign = Asignar
assign-to-me = Asignármelo
open-opportunity = Abrir la oportunidad
open-lead = Abrir el lead
as-board = Tablero
as-list = Lista
new-lead = Nuevo lead
new-opportunity = Nueva oportunidad
new-account = Nueva cuenta
new-contact = Nuevo contacto

# Assigning
assign-title = ¿Asignar { $name }?
assign-consequence = El nuevo propietario lo encuentra en sus propias vistas. Usted puede dejar de verlo si sale de su unidad de negocio.
new-owner = Nuevo propietario
people = Personas
teams = Equipos
owner-missing = Elija quién será el propietario.
assigned = Asignado.
assigned-to-you = Ahora es suyo.
rows-assigned = { $count ->
    [one] { $count } fila ahora es suya.
   *[other] { $count } filas ahora son suyas.
}
some-assigned = Asignadas: { $taken }. No asignadas: { $left }. { $why }

# Process
lead-to-opportunity = Del lead a la oportunidad
flow-won = Ganada
flow-lost = Perdida
flow-qualified = Calificado sin oportunidad
flow-disqualified = Descalificado
active-since-now = Activo desde hace menos de una hora
active-for-hours = { $count ->
    [one] Activo desde hace { $count } hora
   *[other] Activo desde hace { $count } horas
}
active-for-days = { $count ->
    [one] Activo desde hace { $count } día
   *[other] Activo desde hace { $count } días
}
steps-done = { $done } de { $all } pasos
stage = Fase
move-to = Mover a { $stage }
move = Mover
stage-entered = Ahora está en { $stage }.

# Sections
section-contact = Contacto
section-company = Compañía
section-qualification = Calificar
section-details = Detalles
section-opportunity = Oportunidad
section-develop = Desarrollar
section-propose = Proponer
section-close = Cerrar
section-account = Cuenta
section-address = Dirección
section-billing = Facturación
section-preferences = Cómo contactar
possible-duplicates = Posibles duplicados
account-no-contacts = Aún no se conoce a nadie en esta cuenta.
no-opportunities-of-this = Todavía no hay oportunidades.

# Prospect behind a row
b2b-prospect = Cliente potencial B2B
prospect = Cliente potencial
verdict = Sede central
sync = Sincronización
refused-lead-remedy = La sede central ya había decidido otra cosa; la nota en la escala de tiempo dice quién y cuándo. Este lead queda como lo dejó. Para coincidir con la sede central, reactívelo y ciérrelo de la otra forma.
refused-opportunity-remedy = La sede central ya había decidido otra cosa; la nota en la escala de tiempo dice quién y cuándo. Esta oportunidad queda como la dejó. Para coincidir con la sede central, vuelva a abrirla y ciérrela de la otra forma.

# Timeline
timeline = Escala de tiempo
timeline-all = Todo
timeline-notes = Notas
timeline-activities = Actividades
timeline-system = Sistema
timeline-empty = Aquí todavía no ha ocurrido nada.
show-more = Mostrar más
note = Nota
write-a-note = Escribir una nota
add-note = Agregar nota
add-task = Tarea
add-call = Llamada
new-note = Nueva nota
edit-note = Editar nota
new-task = Nueva tarea
edit-task = Editar tarea
new-call = Nueva llamada
edit-call = Editar llamada
delete-note = ¿Eliminar esta nota?
delete-task = ¿Eliminar esta tarea?
delete-call = ¿Eliminar esta llamada?
delete-consequence = Desaparece de la escala de tiempo para todos y no se puede recuperar.
deleted = Eliminado.
note-added = La nota está en la escala de tiempo.
task-added = La tarea está en la escala de tiempo.
call-added = La llamada está en la escala de tiempo.
activity-completed = «{ $subject }» está completado.
note-empty = Una nota necesita palabras. Escriba algo.
note-too-long = Caben como máximo { $max } caracteres. Acorte el texto.
subject-empty = Diga en pocas palabras de qué se trata.
subject = Asunto
description = Descripción
phone-number = Número de teléfono
call-comes-in = Nos llaman ellos
due = Vencimiento
high-priority = Prioridad alta
overdue = Vencido
task-planned = Tarea
task-completed = Tarea completada
task-canceled = Tarea cancelada
call-planned = Llamada prevista
call-made = Llamada realizada
call-received = Llamada recibida
call-canceled = Llamada cancelada
opportunity-closed = Oportunidad cerrada
closing-canceled = Cerrada y vuelta a abrir
closed-revenue = Ingresos reales: { $amount }
closed-competitor = Competidor: { $name }

# Qualify
qualify-title = ¿Calificar { $name }?
qualify-consequence = El lead se cierra como calificado y desde entonces solo se puede leer. Lo que se crea a partir de él es suyo.
qualify-partner-consequence = Se avisa a la sede central de que la solicitud está en revisión.
qualify-may-exist = Puede que ya exista. Elija el correcto o cree otro.
qualify-there-already = Ya existe
qualify-chosen-on-lead = Indicado en el lead
qualify-of-prospect = Pertenece al cliente potencial { $prospect }, por lo que no puede representar también a este
qualify-new-account = Nueva cuenta «{ $name }»
qualify-new-contact = Nuevo contacto «{ $name }»
qualify-no-account = Ninguna cuenta
qualify-no-contact = Ningún contacto
qualify-opportunity = Crear una oportunidad
qualify-opportunity-decides = Ganarla o perderla decide la solicitud del socio.
qualify-earlier = «{ $name }», de una calificación anterior, sigue en pie; no se crea otra.
qualify-choose = Elija una cuenta y un contacto, o que no se cree ninguno.
qualify-not-open = Este lead ya está cerrado. Reactívelo antes de calificarlo.
qualify-no-company = El lead no indica compañía, así que no se puede crear una cuenta. Rellénela o siga sin cuenta.
qualify-no-last-name = El lead no tiene apellidos, así que no se puede crear un contacto. Rellénelos o siga sin contacto.
qualify-no-customer = Una oportunidad necesita una cuenta o un contacto. Elija o cree uno de ellos.
qualify-duplicates = Entretanto, parece que ya existe. Revise de nuevo las opciones.
qualify-other-prospect = { $table } «{ $name }» pertenece al cliente potencial { $prospect } y no puede representar también a este. Elija otro o cree uno nuevo.
qualify-unseen = La cuenta o el contacto ya no existe o usted no puede verlo. Elija otro, aquí o en el lead.
not-yours-to-see = (no visible para usted)
look-at-it = Abrir
lead-qualified = El lead está calificado.

# Disqualify and reactivate
disqualify-title = ¿Descalificar { $name }?
disqualify-consequence = El lead se cierra y solo se puede leer hasta que alguien lo reactive.
disqualify-partner-consequence = La sede central rechaza la solicitud del socio por este motivo y se avisa al solicitante por correo.
disqualify-refused = Este lead ya está cerrado o tiene una oportunidad. Cierre la oportunidad como perdida.
reason = Motivo
reason-missing = Elija un motivo.
lead-disqualified = El lead está descalificado.
reactivate-title = ¿Reactivar { $name }?
reactivate-consequence = El lead vuelve a estar abierto, con sus notas y todo lo creado a partir de él.
reopen-partner-consequence = Esto no cambia nada en la sede central: una decisión tomada allí se mantiene.
lead-reactivated = El lead está abierto de nuevo.
lead-contacted = Anotado: hubo contacto.
lead-not-open = No se ha cambiado nada: este lead está cerrado. Reactívelo primero.

# Closing opportunities
close-won-title = ¿Cerrar { $name } como ganada?
close-lost-title = ¿Cerrar { $name } como perdida?
close-consequence = La oportunidad solo se puede leer hasta que alguien la vuelva a abrir.
close-won-partner = La sede central aprueba al socio: se crean los clientes y se invita al solicitante.
close-lost-partner = La sede central rechaza la solicitud del socio y se avisa al solicitante por correo.
close-not-open = Esta oportunidad ya está cerrada. Vuelva a abrirla antes de cerrarla de nuevo.
close-wrong-day = Indique el día en que se cerró.
close-wrong-competitor = Elija un competidor de la lista, o ninguno.
actual-revenue = Ingresos reales
closed-on = Fecha de cierre
competitor = Competidor
opportunity-won = La oportunidad está ganada.
opportunity-lost = La oportunidad está perdida.
reopen-title = ¿Volver a abrir { $name }?
reopen-consequence = La oportunidad vuelve a estar abierta. El cierre queda en la escala de tiempo, cancelado.
opportunity-reopened = La oportunidad está abierta de nuevo.

# Accounts and contacts
activate-title = ¿Activar { $name }?
deactivate-title = ¿Desactivar { $name }?
activate-consequence = Vuelve a las vistas activas y se puede editar aquí.
deactivate-consequence = Sale de las vistas activas y deja de ofrecerse al calificar leads. No se elimina nada.
activated = Activado.
deactivated = Desactivado.

# Pipeline
my-pipeline = Mis oportunidades abiertas
whole-pipeline = Todas las oportunidades abiertas
open-pipeline = Canalización abierta
mine = Mías
everybodys = De todos
lane-empty = Nada en esta fase.
show-more-cards = { $count ->
    [one] Mostrar { $count } más
   *[other] Mostrar { $count } más
}
close-date-passed = Fecha de cierre vencida

# What rules refuse
refused-0x80040203 = Esto no es posible en el estado actual de la fila. Recargue la página y mire su estado.
refused-0x80048408 = Este motivo no corresponde al estado. Elija otro.

# Columns
column-subject = Tema
column-salutation = Saludo
column-firstname = Nombre
column-lastname = Apellidos
column-fullname = Nombre
column-name = Nombre
opportunity-name = Tema
column-jobtitle = Puesto
column-telephone1 = Teléfono del trabajo
column-phonenumber = Número de teléfono
column-mobilephone = Teléfono móvil
column-emailaddress1 = Correo electrónico
column-companyname = Compañía
column-websiteurl = Sitio web
column-industrycode = Sector
column-numberofemployees = Empleados
column-revenue = Ingresos anuales
column-address1-line1 = Calle
column-address1-line2 = Calle 2
column-address1-city = Ciudad
column-address1-stateorprovince = Estado o provincia
column-address1-postalcode = Código postal
column-address1-country = País o región
column-parentaccountid = Cuenta
account-parentaccountid = Cuenta primaria
lead-parentaccountid = Cuenta existente
lead-parentcontactid = Contacto existente
column-parentcontactid = Contacto
column-parentcustomerid = Compañía
column-purchasetimeframe = Plazo de compra
column-budgetamount = Presupuesto
column-purchaseprocess = Proceso de compra
column-decisionmaker = Responsable de la decisión conocido
column-qualificationcomments = Lo que se averiguó
column-leadsourcecode = Origen del lead
column-leadqualitycode = Clasificación
column-opportunityratingcode = Clasificación
column-statuscode = Razón del estado
column-estimatedamount = Ingresos est.
column-estimatedvalue = Ingresos est.
column-estimatedclosedate = Fecha de cierre est.
column-closeprobability = Probabilidad, %
column-actualvalue = Ingresos reales
column-actualclosedate = Fecha de cierre real
column-actualrevenue = Ingresos reales
column-competitorid = Competidor
column-campaignid = Campaña
column-description = Descripción
column-customerid = Cliente
column-originatingleadid = Lead de origen
column-salesstage = Fase
column-customerneed = Necesidad del cliente
column-proposedsolution = Solución propuesta
column-identifycustomercontacts = Interesados conocidos
column-identifycompetitors = Competidores conocidos
column-identifypursuitteam = Equipo de ventas definido
column-developproposal = Propuesta elaborada
column-completeinternalreview = Revisión interna hecha
column-presentproposal = Propuesta presentada
column-completefinalproposal = Propuesta final elaborada
column-presentfinalproposal = Propuesta final presentada
column-finaldecisiondate = Fecha de la decisión
column-sendthankyounote = Agradecimiento enviado
column-filedebrief = Informe archivado
column-accountnumber = Número de cliente
column-msdyn-contactpersonid = Número de cliente
column-msdyn-sellable = Puede comprar
column-customertypecode = Relación
column-primarycontactid = Contacto principal
column-creditlimit = Límite de crédito
column-creditonhold = Crédito suspendido
column-paymenttermscode = Condiciones de pago
column-birthdate = Fecha de nacimiento
column-preferredcontactmethodcode = Forma preferida
column-donotemail = Sin correos
column-donotphone = Sin llamadas
column-donotpostalmail = Sin cartas
column-ownerid = Propietario
column-createdon = Creado el
column-modifiedon = Modificado el
column-tandem-b2bprospectid = Cliente potencial
column-tandem-partnerstatus = Sede central

# Options
option-New = Nuevo
option-Contacted = Contactado
option-Qualified = Calificado
option-Lost = Perdido
option-CannotContact = No se puede contactar
option-NoLongerInterested = Ya no está interesado
option-Canceled = Cancelado
opportunity-statuscode-Canceled = Cancelada
option-InProgress = En curso
option-OnHold = En espera
option-Won = Ganada
option-OutSold = Vendida por la competencia
option-Active = Activo
option-Inactive = Inactivo
option-Pending = Pendiente
option-Approved = Aprobado
option-Declined = Rechazado
option-Refused = Decisión rechazada
option-Advertisement = Anuncio
option-EmployeeReferral = Recomendación de empleado
option-ExternalReferral = Recomendación externa
option-Partner = Socio
option-PublicRelations = Relaciones públicas
option-Seminar = Seminario
option-TradeShow = Feria comercial
option-Web = Web
option-WordOfMouth = Boca a boca
option-Other = Otro
option-Hot = Caliente
option-Warm = Templado
option-Cold = Frío
option-Immediate = Inmediato
option-ThisQuarter = Este trimestre
option-NextQuarter = Próximo trimestre
option-ThisYear = Este año
option-Unknown = Desconocido
option-Individual = Individual
option-Committee = Comité
option-Any = Cualquiera
option-Email = Correo electrónico
option-Phone = Teléfono
option-Fax = Fax
option-Mail = Correo postal
option-Qualify = Calificar
option-Develop = Desarrollar
option-Propose = Proponer
option-Close = Cerrar
option-Competitor = Competidor
option-Consultant = Consultor
option-Customer = Cliente
option-Investor = Inversor
option-Influencer = Influyente
option-Press = Prensa
option-Prospect = Cliente potencial
option-Reseller = Revendedor
option-Supplier = Proveedor
option-Vendor = Vendedor
option-Net30 = Neto 30 días
option-TwoPercent10Net30 = 2 % a 10 días, neto 30 días
option-Net45 = Neto 45 días
option-Net60 = Neto 60 días

# Industries
option-Accounting = Contabilidad
option-AgricultureAndNonPetrolNaturalResourceExtraction = Agricultura y recursos naturales
option-BroadcastingPrintingAndPublishing = Radiodifusión, impresión y edición
option-Brokers = Intermediarios
option-BuildingSupplyRetail = Venta de materiales de construcción
option-BusinessServices = Servicios empresariales
option-Consulting = Consultoría
option-ConsumerServices = Servicios al consumidor
option-DesignDirectionAndCreativeManagement = Diseño y gestión creativa
option-DistributorsDispatchersAndProcessors = Distribuidores y procesadores
option-DoctorsOfficesAndClinics = Consultorios y clínicas
option-DurableManufacturing = Fabricación de bienes duraderos
option-EatingAndDrinkingPlaces = Bares y restaurantes
option-EntertainmentRetail = Venta de ocio
option-EquipmentRentalAndLeasing = Alquiler y arrendamiento de equipos
option-Financial = Finanzas
option-FoodAndTobaccoProcessing = Procesamiento de alimentos y tabaco
option-InboundCapitalIntensiveProcessing = Procesamiento intensivo en capital
option-InboundRepairAndServices = Reparación y servicios
option-Insurance = Seguros
option-LegalServices = Servicios jurídicos
option-NonDurableMerchandiseRetail = Venta de bienes no duraderos
option-OutboundConsumerService = Servicio externo al consumidor
option-PetrochemicalExtractionAndDistribution = Petroquímica
option-ServiceRetail = Venta de servicios
option-SigAffiliations = Afiliaciones SIG
option-SocialServices = Servicios sociales
option-SpecialOutboundTradeContractors = Contratistas especializados
option-SpecialtyRealty = Inmuebles especializados
option-Transportation = Transporte
option-UtilityCreationAndDistribution = Suministros
option-VehicleRetail = Venta de vehículos
option-Wholesale = Venta al por mayor

# Activities, competitors, search
activities = Actividades
my-activities = Mis actividades
activities-empty = No hay nada previsto. Las tareas y llamadas que agregue a una escala de tiempo quedan aquí hasta completarlas.
competitors = Competidores
competitors-empty = Aquí están las empresas con las que se pierden oportunidades.
new-competitor = Nuevo competidor
column-strengths = Puntos fuertes
column-weaknesses = Puntos débiles
column-threats = Amenazas
column-opportunities = Lo que nos queda
search-nothing = No se encontró nada.
