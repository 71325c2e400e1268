customers = Klienci
all-prospects = All prospects
