my-work = Il mio lavoro
leads = Leads
