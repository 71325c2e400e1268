my-work = Moja praca
leads = Leads
