def a = agent("a") {
    model "m"
def b = agent("b") { model "n" }
