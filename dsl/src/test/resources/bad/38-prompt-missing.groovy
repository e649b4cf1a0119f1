record Task(String id, String prompt) {}
def a = agent("a") { model "m" }
read(Task, "x").generate(a).into sft("bad name")
