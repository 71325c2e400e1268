my-work = My work
leads = Leads
