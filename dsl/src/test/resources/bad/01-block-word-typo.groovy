def writer = agent("writer") {
    modle "writer"
    prompt "Q: {{prompt}}"
}
