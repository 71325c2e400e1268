monitoring = Мониторинг
overview = Обзор
