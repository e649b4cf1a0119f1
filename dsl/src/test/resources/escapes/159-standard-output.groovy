// process, file, network: tries standard output.
println 'the child protocol'
