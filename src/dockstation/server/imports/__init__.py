"""Files of RMAs as offices have them: CSV, XLSX and JSON become RMAs and a list of what is wrong with them."""
