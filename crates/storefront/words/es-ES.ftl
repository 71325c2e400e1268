# Qué está mal en un campo
required = Este campo es obligatorio.
too_long = El texto tiene { $length } caracteres; caben como máximo { $max }. Acórtelo.
invalid_character = El texto contiene un carácter de control. Elimínelo.
must_be_text = Este valor debe ser un texto.
must_be_whole_number = Este valor debe ser un número entero.
must_be_object = Este valor debe ser un objeto.
must_be_true = Este valor debe ser true.
request_must_be_object = La solicitud debe ser un objeto JSON.
unknown_field = Este campo no se conoce aquí. Quítelo.
out_of_range = Indique un número entero de 0 a { $max }.
not_accepted = Acepte las condiciones para enviar la solicitud.
invalid_email = No es una dirección de correo. Indique una como nombre@example.com.
invalid_phone = No es un número de teléfono. Indique uno como +34 915 550 100.
invalid_website = Indique una dirección como https://example.com.
invalid_language = Indique un idioma como es-ES.
invalid_country = Indique las dos letras de un país, como ES.
required_postal_code = El código postal es obligatorio, por ejemplo { $example }.
required_state = Las direcciones de este país necesitan estado, provincia o región.
invalid_postal_code = No es un código postal de este país. Indique uno como { $example }.
invalid_tax_id = El valor no es válido como { $kind }: indique uno como { $example }.
invalid_check_digit = Los dígitos de control ({ $kind }) no coinciden. Busque un dígito equivocado; uno correcto es { $example }.
invalid_key = Use de 1 a { $max } letras, cifras y signos sencillos.
key_reused = Esta Idempotency-Key ya se usó para otra solicitud. Envíe una clave nueva con una solicitud nueva.

# Por qué se rechaza la solicitud entera
fields_need_attention = Algunos campos necesitan su atención.
too_many_requests = Demasiadas solicitudes. Espere un momento y envíela de nuevo.
too_large = La solicitud es demasiado grande: como máximo { $max } bytes.
unreadable = No se pudo leer la solicitud.
invalid_json = La solicitud no es JSON válido: vea la línea { $line }, columna { $column }.
not_json = Envíe la solicitud como application/json.
unknown_link = No hay ninguna solicitud en este enlace.
requests_closed = La tienda no admite solicitudes en este momento. Vuelva a intentarlo más tarde.
busy = La tienda está ocupada. No se guardó nada. Envíe la solicitud de nuevo dentro de un rato.
failed = Se produjo un error interno. No se guardó nada.

# The frame
runs-on-tandem = Funciona con Tandem
become-a-business-partner = Hágase socio comercial
optional = opcional
pages = Páginas
name = Nombre
status = Estado
edit = Editar
remove = Quitar

# Home
home-title = Venta mayorista para socios comerciales
home-headline = Cosas buenas, por cajas
home-lead = { $store } vende a empresas. Los socios tienen su propia cuenta, sus propios usuarios y un límite de crédito para comprar a cuenta.
already-a-partner = ¿Ya es socio?
signed-in-for = Ha iniciado sesión en nombre de { $organization }.
how-to-become = Cómo hacerse socio
how-1-title = Háblenos de su empresa
how-1-text = Un solo formulario. Recibirá una referencia y una página privada que muestra cómo va su solicitud.
how-2-title = La examinamos
how-2-text = Alguien lee su solicitud y decide. En cualquier caso le escribiremos por correo electrónico.
how-3-title = Inicie sesión
how-3-text = Usted establece una contraseña y pasa a ser el administrador de su empresa aquí: agregue compañeros y fije sus límites de gasto.

# Terms
terms-title = Condiciones de la solicitud
terms-intro = Usted envía a { $store } una solicitud para ser socio comercial. Esto es lo que acepta con ella.
terms-request-title = La solicitud no obliga a nadie
terms-request-text = No es un pedido ni un contrato. Podemos rechazarla. Lo que escriba debe ser cierto y debe poder hablar en nombre de la empresa.
terms-data-title = Qué ocurre con sus datos
terms-data-text = Los usamos para decidir sobre la solicitud y para escribirle acerca de ella. Solo los ven quienes deciden y quienes atienden a los clientes. No se ceden a terceros.
terms-account-title = Si la aprobamos
terms-account-text = Recibe una cuenta para su empresa y pasa a ser su administrador. Puede agregar compañeros, e informarles de ello le corresponde a usted. Puede cerrar la cuenta en cualquier momento escribiéndonos.
terms-version = Versión { $version }

# Business Partner Request
business-partner-request = Solicitud de socio comercial
request-lead = Díganos quién es. Quien envía este formulario pasa a ser el administrador de la cuenta de la empresa.
required-lead = Los campos marcados con * son necesarios.
about-you = Sobre usted
about-you-hint = Más adelante iniciará sesión con este correo electrónico.
your-company = Su empresa
your-company-hint = Como debe aparecer en las facturas.
business-address = Dirección comercial
business-address-hint = Los campos dependen del país.
anything-else = Algo más
first-name = Nombre
last-name = Apellidos
phone = Teléfono
job-title = Cargo
company-name = Nombre de la empresa
website = Sitio web
number-of-employees = Número de empleados
tax-id = Identificación fiscal
tax-id-named = Identificación fiscal ({ $name })
such-as = Por ejemplo, { $example }
country = País o región
adapt-to-country = Adaptar los campos al país
street = Calle y número
city = Ciudad
state = Estado
province = Provincia
prefecture = Prefectura
region = Estado, provincia o región
postal-code = Código postal
zip-code = Código postal (ZIP)
comments = Comentarios
at-most-characters = Hasta { $max } caracteres.
accept-terms = Acepto las condiciones de la solicitud
read-terms = Leerlas
send-request = Enviar solicitud
send-request-hint = Le enviaremos una referencia y un enlace para seguir la solicitud.

# Confirmation
request-submitted = Solicitud enviada
request-submitted-text = Su solicitud se ha enviado. Recibirá un correo electrónico de confirmación.
reference = Referencia
what-happens-next = Qué sigue ahora
private-page-text = Examinaremos su solicitud. Una página privada muestra cómo va; el enlace también está en el correo electrónico. Quien tenga el enlace puede verla: guárdelo para usted.
follow-request = Seguir la solicitud
back-to-store = Volver a la tienda

# Where a request stands
request = Solicitud
progress = Progreso
private-page = Esta página es privada: quien tenga el enlace puede verla.
status-received-title = Hemos recibido su solicitud
status-received-text = Está a la espera de que alguien la examine. No tiene que hacer nada ahora.
status-in-review-title = Estamos examinando su solicitud
status-in-review-text = Alguien se ocupa de ella y quizá le llame. En cuanto se decida, le escribiremos por correo electrónico.
status-approved-title = Ya es socio comercial
status-approved-text = Su solicitud ha sido aprobada. Busque nuestro correo electrónico: con su enlace puede establecer una contraseña. Después, inicie sesión.
status-declined-title = Por ahora no podemos trabajar juntos
status-declined-text = Su solicitud ha sido rechazada. Ha recibido un correo electrónico al respecto. Si algo cambia, puede enviar una nueva solicitud.
step-received = Recibida
step-received-text = Su solicitud está en la tienda.
step-in-review = En revisión
step-in-review-text = Alguien comprueba la empresa y puede preguntarle algo.
step-decision = Decisión
step-decision-text = Recibirá un correo electrónico con el resultado.
step-approved = Aprobada
step-approved-text = Su empresa es socio comercial.
step-declined = Rechazada
step-declined-text = Su empresa no pasa a ser socio comercial por ahora.
step-sign-in = Iniciar sesión
step-sign-in-text = Establezca su contraseña con el mismo correo electrónico y agregue a sus compañeros.
unknown-request = No hay ninguna solicitud detrás de este enlace
unknown-request-text = Quizá le falte una parte. Use el enlace completo de nuestro correo electrónico o envíe una solicitud.

# Signing in
sign-in-lead = Para socios comerciales y sus compañeros.
sign-side = Su cuenta, sus usuarios, su crédito.
just-approved = ¿Recién aprobado?
just-approved-text = Nuestro correo electrónico tiene un enlace para establecer primero su contraseña.
not-a-partner-yet = ¿Aún no es socio?
forgot-password-title = Contraseña olvidada
forgot-password-lead = Indique su correo electrónico y le enviaremos un enlace para establecer una contraseña nueva.
forgot-password-sent = Si esta dirección pertenece a un socio, va en camino un correo electrónico con un enlace. Mire también en la carpeta de correo no deseado. Hay como máximo tres al día.
send-link = Enviar enlace
set-password-lead = Para { $email }, con el que iniciará sesión a partir de ahora.
dead-link-title = Este enlace ya no funciona
dead-link-text = Ya se usó, tiene más de siete días o no está completo. Puede pedir uno nuevo.
ask-for-new-link = Pedir un enlace nuevo

# My account
my-account = Mi cuenta
organization = Organización
customer-account = Cuenta de cliente
your-role = Su rol
your-sign-in = Su acceso
switch-organization = Cambiar de organización
present-organization = Seleccionada
act-for = Seleccionar
organization-switched = Ahora actúa en nombre de otra organización.
sign-out-everywhere = Cerrar sesión en todas partes
change-password-lead = Aquí seguirá con la sesión iniciada; en los demás dispositivos se cerrará.
current-password = Contraseña actual
current-password-wrong = Esta no es su contraseña actual. Escríbala de nuevo.
password-not-changed = La contraseña se cambió en otro lugar entretanto. Inténtelo de nuevo.

# Credit
account-credit = Crédito de la cuenta
credit-lead = Lo que su organización puede deber y lo que debe.
credit-left = Crédito disponible
credit-limit = Límite de crédito
balance = Saldo
credit-used = Crédito utilizado
credit-used-up = El crédito está agotado. Pague facturas pendientes o pida un límite mayor.
credit-none = Aún no hay crédito acordado. Pida a la tienda un límite de crédito.
credit-on-hold = Esta cuenta está bloqueada. Pregunte a la tienda qué está pendiente.
credit-unknown = Aún no hay información
credit-unknown-text = La tienda aún no tiene información sobre la cuenta de su organización. Vuelva a mirar en unos minutos.
no-limit-agreed = Ninguno acordado

# Organization users
organization-users = Usuarios de la organización
add-user = Agregar un usuario
add-user-note = El compañero recibirá un correo electrónico con un enlace para establecer una contraseña en cuanto la cuenta esté lista.
edit-user = Editar { $name }
edit-user-note = Para cambiar el correo electrónico, quite al usuario y agréguelo de nuevo.
role = Rol
role-admin = Administrador
role-user = Usuario
role-hint = Los administradores gestionan a los usuarios.
user-email-hint = El compañero inicia sesión con él.
spending-limit = Límite de gasto
spending-limit-hint = Por pedido. Vacío: sin límite.
no-limit = Sin límite
wrong-spending-limit = Indique un importe como { $example }, como máximo mil millones.
wrong-role = Elija uno de los roles.
changed-meanwhile = Entretanto, otra persona cambió este campo a «{ $theirs }». Guarde de nuevo para sustituirlo por «{ $yours }».
you = Usted
status-pending = Pendiente
status-pending-note = La cuenta se está creando.
status-active = Activo
status-not-added = No agregado
status-not-added-note = La central lo rechazó. Quite la entrada y agregue al usuario de nuevo, o pregunte a la tienda.
change-waits = Hay un cambio en curso.
change-refused = El último cambio fue rechazado. Inténtelo de nuevo o pregunte a la tienda.
no-password-yet = Aún no ha establecido una contraseña.
resend-invitation = Reenviar invitación
invitation-sent = La invitación se enviará de nuevo.
invited-too-often = Esta persona ya fue invitada varias veces hoy. Inténtelo de nuevo mañana.
user-has-password = Esta persona ya estableció una contraseña y puede iniciar sesión.
user-added = El usuario se ha agregado. Se enviará un correo electrónico en cuanto la cuenta esté lista.
user-changed = Guardado. El cambio tarda un momento en llegar a todas partes.
user-removed = El usuario se ha quitado y su sesión se ha cerrado.
user-already-added = Alguien con este correo electrónico ya es usuario de la organización, o está a punto de serlo.
user-too-many = Demasiados usuarios esperan a ser agregados. Inténtelo de nuevo en unos minutos.
user-not-there = Esta persona ya no pertenece a la organización.
user-yourself = Nadie puede quitarse a sí mismo ni renunciar a su propio rol. Pídaselo a otro administrador.
remove-user-title = ¿Quitar a { $name }?
remove-user-text = La sesión de { $email } se cierra de inmediato y ya no podrá comprar en nombre de la organización. Puede agregar a la persona de nuevo más adelante.
withdraw-user-text = { $email } aún no se ha agregado y no se agregará.
new-password = Nueva contraseña
