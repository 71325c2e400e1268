monitoring = Monitoramento
overview = Visão geral
