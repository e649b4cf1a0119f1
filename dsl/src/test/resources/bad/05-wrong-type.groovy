def a = agent("a") { prompt "x"; temperature "hot" }
