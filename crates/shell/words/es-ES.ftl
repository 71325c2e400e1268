# Applications
store = Tienda
headquarters = Sede central
sales = Sales
dual-write = Doble escritura
office = Back office

# Frame
skip-to-content = Ir al contenido principal
navigation = Navegación
applications = Aplicaciones
search = Buscar
search-placeholder = Buscar
company = Compañía
settings = Configuración
theme = Apariencia
theme-system = Como en el sistema
theme-light = Claro
theme-dark = Oscuro
sign-out = Cerrar sesión
commands = Comandos
selected = seleccionada(s)
close = Cerrar
to-start = Ir a la página de inicio
save = Guardar
cancel = Cancelar
yes = Sí
no = No
none = Ninguno

# Sign-in and account
sign-in = Iniciar sesión
email = Correo electrónico
password = Contraseña
stay-signed-in = Mantener la sesión iniciada en este dispositivo
forgot-password = ¿Ha olvidado la contraseña?
sign-in-refused = El correo electrónico y la contraseña no se corresponden. Compruebe ambos e inténtelo de nuevo.
signed-out = Ha cerrado la sesión.
email-wrong = Escriba una dirección de correo, como nombre@empresa.com.
forgot-password-text = Escriba su dirección de correo. Recibirá un enlace para establecer una contraseña nueva.
link-send = Enviar el enlace
link-sent = Revise su correo
link-sent-text = Si una cuenta tiene esta dirección, un enlace para establecer una contraseña nueva está en camino. Vale una sola vez, durante { $days } días. Mire también en la carpeta de correo no deseado.
link-gone = Este enlace ya no es válido
link-gone-text = Ya se usó o ha caducado. Pida uno nuevo.
back-to-sign-in = Volver al inicio de sesión
set-password = Establecer contraseña
password-set = Su contraseña está establecida. Inicie sesión con ella.
change-password = Cambiar contraseña
password-present = Contraseña actual
password-new = Contraseña nueva
password-again = Repita la contraseña nueva
password-rule = Al menos { $min } caracteres. Varias palabras son fáciles de recordar y difíciles de adivinar.
password-too-short = Esta contraseña es demasiado corta. Use al menos { $min } caracteres.
password-too-long = Esta contraseña es demasiado larga. Use como máximo { $max } caracteres.
password-too-simple = Esta contraseña es fácil de adivinar. Use más caracteres distintos y no su dirección de correo.
password-differs = Las dos entradas son distintas. Escriba dos veces la misma contraseña nueva.
password-wrong = Esta no es su contraseña actual. Compruébela e inténtelo de nuevo.
password-others-end = Con una contraseña nueva se cierra su sesión en todos los demás lugares.
password-changed = Su contraseña ha cambiado. Se ha cerrado su sesión en todos los demás lugares.
account = Cuenta
account-text = Un administrador cambia el nombre y la dirección.
full-name = Nombre
language-and-time = Idioma y hora
language = Idioma
language-automatic = Como prefiera el navegador
time-zone = Zona horaria
time-zone-hint = Escriba parte del nombre, como una ciudad, y elija.
time-zone-unknown = No hay ninguna zona horaria con ese nombre. Elija una de la lista, como Europe/Warsaw.
settings-saved = Su configuración se ha guardado.
sessions = Dónde tiene la sesión iniciada
session-began = Inicio de sesión:
session-seen = Último uso:
session-this = Este navegador
session-unknown-browser = Navegador desconocido
session-end-one = Cerrar sesión en { $browser }
session-ended = Se ha cerrado la sesión en ese navegador.
sessions-end-all = Cerrar sesión en todas partes
signed-out-everywhere = Se ha cerrado su sesión en todas partes.

# Faults
fault-not-found = Aquí no hay nada
fault-not-found-remedy = Esta página o fila no existe, se ha eliminado o no está a su alcance. Compruebe la dirección o empiece desde una lista.
fault-not-allowed = No tiene permiso para hacer esto
fault-not-allowed-remedy = Su cuenta no tiene derecho a esta acción. Si lo necesita, pídaselo a un administrador.
fault-too-many = Demasiadas solicitudes
fault-too-many-remedy = { $seconds ->
    [one] Demasiados intentos. Inténtelo de nuevo dentro de { $seconds } segundo.
   *[other] Demasiados intentos. Inténtelo de nuevo dentro de { $seconds } segundos.
}
fault-conflict = Alguien se ha adelantado
fault-refused = Esto no es posible
fault-other-site = Este formulario se envió desde otro sitio
fault-other-site-remedy = No se ha cambiado nada. Abra el formulario aquí y envíelo de nuevo.
fault-wrong-method = Esta dirección no se puede usar así
fault-wrong-method-remedy = No se ha cambiado nada. Vaya al inicio y abra la página desde allí.
fault-busy = Ocupado en este momento
fault-ours = Se ha producido un error por nuestra parte
fault-unreadable = No se ha podido leer la solicitud
fault-unreadable-remedy = La dirección o el formulario contienen algo que ninguna de nuestras páginas envía. Vuelva atrás e inténtelo de nuevo.

# What the store refuses
error-wrong-type = «{ $column }» tiene un valor de tipo incorrecto. Corríjalo.
error-invalid-text = «{ $column }» contiene caracteres que no se pueden almacenar. Quítelos.
error-too-long = «{ $column }» tiene { $length } caracteres; el máximo es { $max }. Acorte el texto.
error-out-of-range = «{ $column }» debe estar entre { $min } y { $max }.
error-unknown-choice = «{ $column }» no tiene esa opción. Elija una de la lista.
error-required = «{ $column }» es un dato obligatorio. Rellénelo.
error-read-only = «{ $column }» no se puede cambiar aquí.
error-broken-lookup = El registro indicado en «{ $column }» no existe o no está a su alcance. Elija otro.
error-invalid-file = «{ $column }» no admite este archivo.
error-still-referenced = Otras filas todavía hacen referencia a esta. Quítelas primero.
error-stale = Alguien ha cambiado esta fila mientras la tenía abierta. Revise ambas versiones y vuelva a guardar.
error-duplicate = Ya existe una fila con los mismos valores en: { $columns }.
error-no-privilege = Su cuenta no tiene derecho a esta acción. Si lo necesita, pídaselo a un administrador.
error-limit = Esto supera el límite de { $limit }. Hágalo en partes más pequeñas.
error-cursor = Esta página de la lista ya no existe. Empiece desde el principio de la lista.
error-busy = La base de datos está ocupada o no está accesible. No se ha cambiado nada; inténtelo de nuevo en unos instantes.
error-internal = El error es nuestro y se ha anotado en el registro. No se ha cambiado nada; inténtelo de nuevo y, si se repite, avise a un administrador.

# Grid
grid-search = Buscar en esta vista
grid-filter = Editar filtros
grid-apply = Aplicar
grid-clear = Borrar filtros
grid-columns = Columnas
grid-columns-reset = Volver a las columnas habituales
grid-export = Exportar a CSV
grid-select-all = Seleccionar todo en esta página
grid-select = Seleccionar { $name }
grid-views = Vistas
grid-first = Primera página
grid-next = Página siguiente
grid-page = Página { $page }
grid-rows = { $count ->
    [one] { $count } fila
   *[other] { $count } filas
}
grid-rows-many = Más de { $count } filas
grid-empty = No hay nada que mostrar
grid-empty-filtered = Ninguna fila coincide con esta búsqueda. Cámbiela o bórrela.
grid-any = Cualquiera
grid-from = Desde
grid-until = Hasta
grid-none-selected = Seleccione primero al menos una fila.
grid-too-many-selected = Como máximo { $max } filas a la vez.
no-value = sin valor

# Form
form-choose = Elegir…
form-lookup-hint = Escriba parte del nombre
form-lookup-none = No hay nada con este nombre a su alcance. Escriba parte del nombre o deje el campo vacío.
form-lookup-many = Varias filas coinciden con este nombre. Elija una.
form-wrong-number = Escriba un número, por ejemplo { $example }.
form-number-too-large = Este número es demasiado grande. Escriba uno menor.
form-wrong-date = Escriba una fecha, por ejemplo { $example }.
form-wrong-moment = Escriba una fecha y una hora.
form-errors = { $count ->
    [one] { $count } entrada necesita corrección
   *[other] { $count } entradas necesitan corrección
}
form-saved = Guardado.
form-created = Se ha creado «{ $name }».
form-stale-title = Alguien ha cambiado esta fila entretanto
form-stale-text = Sus entradas siguen abajo. Si vuelve a guardar, sustituirán a las de la otra persona.
form-stale-column = Columna
form-stale-theirs = Almacenado ahora
form-stale-yours = Su valor
form-stale-discard = Descartar mis cambios

# Standing with the other side
standing-in-step = Sincronizado
standing-waiting = En espera
standing-failed = Error de sincronización
