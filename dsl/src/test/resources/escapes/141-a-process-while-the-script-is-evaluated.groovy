// process, file, network: tries a process while the script is evaluated.
'touch @FILE@'.execute()
