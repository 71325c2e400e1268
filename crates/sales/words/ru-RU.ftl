my-work = Моя работа
leads = Leads
