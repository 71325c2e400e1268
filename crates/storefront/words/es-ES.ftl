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
invalid_tax_id = El valor no es válido como { $kind }. Indique uno como { $example }.
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
busy = La tienda está ocupada. No se guardó nada. Envíe la solicitud de nuevo dentro de un rato.
failed = Se produjo un error interno. No se guardó nada.
