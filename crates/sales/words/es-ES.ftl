my-work = Mi trabajo
leads = Leads
