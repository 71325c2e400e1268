monitoring = Monitorowanie
overview = Przegląd
