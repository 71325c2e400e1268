monitoring = Supervisión
overview = Información general
