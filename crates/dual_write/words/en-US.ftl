monitoring = Monitoring
overview = Overview
