customers = Clienti
all-prospects = All prospects
