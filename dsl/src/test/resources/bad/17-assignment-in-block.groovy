def a = agent("a") { model = "m" }
