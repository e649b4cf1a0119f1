record Task(String id, Thread worker) {}
read(Task, "x.jsonl").into jsonl("out")
