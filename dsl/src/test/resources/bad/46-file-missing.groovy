record Task(String id, String prompt) {}
def a = agent("a") { prompt file("wirter.prompt.md") }
read(Task, "x").generate(a).into sft("out")
