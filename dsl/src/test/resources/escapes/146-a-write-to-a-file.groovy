// process, file, network: tries a write to a file.
new File('@FILE@') << 'x'
