def a = agent("a") {
    model "m"
    prompt 'unclosed
}
