customers = Customers
all-prospects = All prospects
