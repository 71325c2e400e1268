customers = Клиенты
all-prospects = All prospects
