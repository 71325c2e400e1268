monitoring = Monitoraggio
overview = Panoramica
