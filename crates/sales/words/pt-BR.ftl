my-work = Meu trabalho
leads = Leads
