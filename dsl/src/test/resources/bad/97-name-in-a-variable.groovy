record Task(String id) {}
def n = "size"
read(Task, "x").filter { it.id."$n"() > 3 }.into jsonl("o")
