customers = Clientes
all-prospects = All prospects
